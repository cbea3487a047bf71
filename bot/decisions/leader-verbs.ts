import { z } from 'zod/v4';
import { askTeamFormCard } from '../../cards/decisions/ask-team-form';
import { otherFormCard } from '../../cards/decisions/other-form';
import { togetherFormCard } from '../../cards/decisions/together-form';
import type { Drawn } from '../../cards/render';
import { type Caller, type Refused, type Verb, verb } from '../capability';
import { asMoment, isMoment } from '../time/moment';
import type { Answer } from '../turn';
import { freeQuarters } from './free-quarters';
import { type Hearing, isHearing, type Ruling, type RulingSeat } from './hearing-rules';
import { faultsIn, opening, said, showCard, stepping, typedIn } from './press';
import { askTeam } from './questions';
import { askTeamFormView, otherFormView, togetherFormView } from './show-leaders';
import { actsFor } from './standing';
import { hearingOf, type ProposalEvent } from './state-rules';
import { loadProposal, type ProposalCase } from './store';
import { takeStep, withoutGone } from './take-step';

const LONGEST_TEXT = 600;
const seatInput = z.looseObject({ seat: z.uuid(), version: z.coerce.number().pipe(z.int32()).optional() });
type SeatInput = z.output<typeof seatInput>;

type Place = { readonly found: ProposalCase; readonly hearing: Hearing; readonly seat: RulingSeat };

/** The place among leaders that a press is about, for whoever has it or answers in it; undefined for everybody else. */
async function placeFor(caller: Caller, seatId: string, lock: boolean): Promise<Place | undefined> {
  const { unit, person, organisation } = caller;
  const row = await unit.tx.rulingSeat.findUnique({
    where: { tenantId_id: { tenantId: unit.tenantId, id: seatId } },
    select: { hearing: { select: { proposalId: true } } },
  });
  const loaded = row && (await loadProposal(unit, row.hearing.proposalId, lock ? { lock } : undefined));
  if (!loaded) return undefined;
  const found = lock ? await withoutGone(unit, loaded) : loaded;
  for (const hearing of found.state.hearings) {
    const seat = hearing.seats.find((one) => one.id === seatId);
    if (seat && actsFor(found, seat.personId, person.id, organisation)) return { found, hearing, seat };
  }
  return undefined;
}

const isOn = ({ found, hearing }: Place): boolean =>
  found.state.stage.is === 'leaders' && hearingOf(found.state)?.id === hearing.id && isHearing(hearing);

/** A press by a leader in their place: the event, or why not. */
function ruling(made: {
  event(caller: Caller, place: Place, input: SeatInput): ProposalEvent | Refused | Promise<ProposalEvent | Refused>;
  /** The form that stands again where something is missing. */
  form?(caller: Caller, place: Place, again: Again): Promise<Drawn>;
}): Verb {
  return verb<SeatInput>({
    input: seatInput,
    keepsTyped: true,
    act: async (caller, input) => {
      const place = await placeFor(caller, input.seat, true);
      if (!place) return { code: 'not-yours' };
      if (!isOn(place)) return { code: 'closed' };
      const event = await made.event(caller, place, input);
      if ('code' in event) return event;
      return takeStep(caller.unit, place.found, { event, byId: caller.person.id });
    },
    show: async (caller, input, refused) => {
      const place = await placeFor(caller, input.seat, false);
      if (!place) return { say: caller.words.turn.notFound };
      if (refused?.code === 'form' && made.form) {
        const again = { typed: input, faults: faultsIn(caller, refused) };
        return formAnswer(caller, await made.form(caller, place, again), place.found);
      }
      return showCard(caller, place.found.row.id, 'ruling', 'replace', refused);
    },
  });
}

type Again = { readonly typed: Readonly<Record<string, unknown>>; readonly faults: Readonly<Record<string, string>> };

/** A form, written down as seen; it is not drawn anew while somebody types into it. */
function formAnswer({ unit, person }: Caller, drawn: Drawn, { row }: ProposalCase): Answer {
  unit.audit({
    act: 'proposal.see',
    actorId: person.id,
    matterKind: 'proposal',
    matterId: row.id,
    pathwayId: row.pathwayId,
  });
  return { replace: { ...drawn, keep: { kind: 'ruling', matterKind: 'proposal-form', matterId: row.id } } };
}

/** Opens one of the leader's forms in the card's place; where nothing is decided any more, the card as it stands. */
function formOf(draw: (caller: Caller, place: Place) => Promise<Drawn>): Verb {
  return verb<SeatInput>({
    input: seatInput,
    show: async (caller, input) => {
      const place = await placeFor(caller, input.seat, false);
      if (!place) return { say: caller.words.turn.notFound };
      if (!isOn(place)) return showCard(caller, place.found.row.id, 'ruling', 'replace', { code: 'closed' });
      return formAnswer(caller, await draw(caller, place), place.found);
    },
  });
}

const textIn = (input: Readonly<Record<string, unknown>>, name: string) =>
  typedIn(input, name).trim().slice(0, LONGEST_TEXT);
const otherTyped = ({ typed, faults }: Again) => ({
  values: { text: typedIn(typed, 'text'), reason: typedIn(typed, 'reason') },
  faults,
});

/** What leaders press, and the professional whom a model names. */
export function leaderVerbs(): Record<string, Verb> {
  const decide = (seat: RulingSeat, hearing: Hearing, said: Ruling): ProposalEvent => ({
    kind: 'ruling',
    seatId: seat.id,
    ruling: said,
    together: hearing.togetherAt !== null,
  });
  const otherForm = async (caller: Caller, place: Place, again?: Again) =>
    otherFormCard(await otherFormView(caller.unit, place.found, place, again ? otherTyped(again) : {}), caller.locale);
  const others = (kind: 'not' | 'other') =>
    ruling({
      event: (_caller, { hearing, seat }, input) => {
        const [text, reason] = [textIn(input, 'text'), textIn(input, 'reason')];
        const faults = {
          ...(kind === 'other' && text === '' ? { text: 'other-missing' } : {}),
          ...(reason === '' ? { reason: 'reason-needed' } : {}),
        };
        if (Object.keys(faults).length > 0) return { code: 'form', faults };
        return decide(seat, hearing, { kind, text: kind === 'other' ? text : '', reason });
      },
      form: otherForm,
    });
  const professional = (kind: Ruling['kind']) =>
    stepping({
      right: 'proposal.answer',
      card: 'professional',
      event: ({ person }, found, input) => {
        const { stage } = found.state;
        if (stage.is !== 'professional' || stage.personId !== person.id) return { code: 'closed' };
        const [text, reason] = [textIn(input, 'text'), textIn(input, 'reason')];
        if (kind === 'other' && text === '') return { code: 'form', faults: { text: 'other-missing' } };
        if (reason === '') return { code: 'form', faults: { reason: 'reason-needed' } };
        return { kind: 'professional-decides', ruling: { kind, text: kind === 'other' ? text : '', reason } };
      },
    });
  return {
    'ruling.open': opening('ruling'),
    'ruling.back': verb<SeatInput>({
      input: seatInput,
      show: async (caller, input) => {
        const place = await placeFor(caller, input.seat, false);
        return place ? showCard(caller, place.found.row.id, 'ruling', 'replace') : { say: caller.words.turn.notFound };
      },
    }),
    // The card as it was asked on, with the answer that stands; where the round is over, as it stands.
    'ruling.change': verb<SeatInput>({
      input: seatInput,
      show: async (caller, input) => {
        const place = await placeFor(caller, input.seat, false);
        if (!place) return { say: caller.words.turn.notFound };
        const refused = isOn(place) ? undefined : { code: 'closed' };
        return showCard(caller, place.found.row.id, 'ruling', 'replace', refused, { changing: 'true' });
      },
    }),
    'ruling.as-proposed': ruling({
      event: (_caller, { hearing, seat }) => decide(seat, hearing, { kind: 'as-proposed', text: '', reason: '' }),
    }),
    'ruling.other-form': formOf(otherForm),
    'ruling.not': others('not'),
    'ruling.other': others('other'),
    'ruling.join': ruling({
      event: (_caller, { found, hearing, seat }, input) => {
        const before = found.state.hearings.find((one) => one.level === hearing.level && one.round === 1);
        const joined = before?.seats.find((one) => one.id === typedIn(input, 'with'))?.ruling;
        return joined ? decide(seat, hearing, joined) : { code: 'changed-meanwhile' };
      },
    }),
    'ruling.confirm': ruling({
      event: (_caller, { hearing, seat }) => {
        const recorded = hearing.seats.find((one) => one.id === hearing.recordedBy)?.ruling;
        return recorded ? decide(seat, hearing, { ...recorded, reason: '' }) : { code: 'changed-meanwhile' };
      },
    }),
    'ruling.together-form': formOf(async (caller, { found, hearing, seat }) =>
      togetherFormCard(await togetherFormView(caller.unit, found, { hearing, seat }), caller.locale),
    ),
    'ruling.together': ruling({
      event: async ({ unit }, { hearing }, input) => {
        const slot = typedIn(input, 'slot');
        if (hearing.togetherAt !== null) return { code: 'changed-meanwhile' };
        const free = await freeQuarters(
          unit,
          hearing.seats.map((one) => one.personId),
          hearing.dueOn,
        );
        if (!isMoment(slot) || !free.includes(asMoment(slot)))
          return { code: 'form', faults: { slot: free.length === 0 ? 'no-slots' : 'pick-a-slot' } };
        return { kind: 'together-at', at: asMoment(slot) };
      },
      form: async (caller, { found, hearing, seat }, { typed, faults }) =>
        togetherFormCard(
          await togetherFormView(caller.unit, found, { hearing, seat }, { value: typedIn(typed, 'slot'), faults }),
          caller.locale,
        ),
    }),
    'ruling.ask-form': formOf(async (caller, { found, seat }) =>
      askTeamFormCard(await askTeamFormView(caller.unit, found, seat), caller.locale),
    ),
    'ruling.ask': verb<SeatInput>({
      input: seatInput,
      keepsTyped: true,
      act: async (caller, input) => {
        const place = await placeFor(caller, input.seat, true);
        if (!place) return { code: 'not-yours' };
        if (!isOn(place)) return { code: 'closed' };
        const asked = { id: caller.unit.house.newId(), text: typedIn(input, 'question'), byId: caller.person.id };
        return askTeam(caller.unit, place.found, asked);
      },
      show: async (caller, input, refused) => {
        const place = await placeFor(caller, input.seat, false);
        if (!place) return { say: caller.words.turn.notFound };
        if (refused?.code !== 'form') return showCard(caller, place.found.row.id, 'ruling', 'replace', refused);
        const again = { value: typedIn(input, 'question'), faults: faultsIn(caller, refused) };
        return {
          ...formAnswer(
            caller,
            askTeamFormCard(await askTeamFormView(caller.unit, place.found, place.seat, again), caller.locale),
            place.found,
          ),
          ...said(caller, refused),
        };
      },
    }),
    'professional.open': opening('professional'),
    'professional.back': verb({
      input: z.looseObject({ proposal: z.uuid() }),
      show: (caller, input) => showCard(caller, input.proposal, 'professional', 'replace'),
    }),
    'professional.as-proposed': professional('as-proposed'),
    'professional.other-form': verb({
      input: z.looseObject({ proposal: z.uuid() }),
      show: async (caller, input) => {
        const found = await loadProposal(caller.unit, input.proposal);
        const { stage } = found?.state ?? {};
        if (!found || stage?.is !== 'professional' || stage.personId !== caller.person.id)
          return showCard(caller, input.proposal, 'professional', 'replace');
        return formAnswer(
          caller,
          otherFormCard(await otherFormView(caller.unit, found, undefined), caller.locale),
          found,
        );
      },
    }),
    'professional.not': withOtherForm(professional('not')),
    'professional.other': withOtherForm(professional('other')),
  };
}

/** Where something is missing the form stands again, with what was typed. */
function withOtherForm(made: Verb): Verb {
  return {
    ...made,
    show: async (caller, input, refused) => {
      const typed = (input ?? {}) as Readonly<Record<string, unknown>>;
      const found = refused?.code === 'form' ? await loadProposal(caller.unit, typedIn(typed, 'proposal')) : undefined;
      if (!found || found.state.professionalId !== caller.person.id) return made.show(caller, input, refused);
      const again = otherTyped({ typed, faults: faultsIn(caller, refused) });
      return formAnswer(
        caller,
        otherFormCard(await otherFormView(caller.unit, found, undefined, again), caller.locale),
        found,
      );
    },
  };
}
