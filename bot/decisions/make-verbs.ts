import { z } from 'zod/v4';
import type { ProposalFormView } from '../../cards/decisions/decision-views';
import { proposalFormCard } from '../../cards/decisions/proposal-form';
import { type Caller, type Refused, type Verb, verb } from '../capability';
import { isClosed } from '../meetings/rules';
import { standingsAt } from '../meetings/standing';
import { loadMeetings, lockMeeting, type MeetingCase } from '../meetings/store';
import { holdPathways } from '../pathways/hold';
import type { Models } from '../pathways/models';
import { aliasOf, type PathwayWithTeam, pathwayFor } from '../pathways/standing';
import { may } from '../people/rights';
import type { Answer } from '../turn';
import { electorateOf } from './electorate';
import { amendProposal, makeProposal, type ProposalTyped, ruleOf } from './make-proposal';
import { faultsIn, lockFor, opening, said, seeProposal, showCard, typedIn } from './press';
import { departmentNames, nameIn } from './show';
import type { ProposalCase } from './store';

const formInput = z.looseObject({ pathway: z.uuid(), meeting: z.string().optional() });
const makeInput = z.looseObject({ pathway: z.uuid(), form: z.uuid(), meeting: z.string().optional() });
const amendInput = z.looseObject({ proposal: z.uuid(), version: z.coerce.number().pipe(z.int32()) });

type Where = { readonly known: PathwayWithTeam; readonly meeting: MeetingCase | undefined };

/** Makes, amends and shows proposals. */
export function makeVerbs(models: Models): Record<string, Verb> {
  return {
    'proposal.open': opening('proposal'),
    'proposal.form': verb({
      input: formInput,
      show: async (caller, input) => {
        const where = await whereFor(caller, input);
        if (!where) return { say: caller.words.turn.notFound };
        return form(caller, models, where, caller.unit.house.newId(), {});
      },
    }),
    'proposal.make': verb({
      input: makeInput,
      keepsTyped: true,
      act: async (caller, input): Promise<Refused | undefined> => {
        const { unit, person } = caller;
        await holdPathways(unit, [input.pathway]);
        if (z.uuid().safeParse(input.meeting).success) await lockMeeting(unit, String(input.meeting));
        const where = await whereFor(caller, input);
        const model = where && modelIn(models, where);
        if (!where || !model) return { code: 'not-yours' };
        const meetingId = where.meeting?.meeting.id ?? null;
        return makeProposal(unit, where.known, {
          id: input.form,
          meetingId,
          model,
          typed: typedOf(input),
          byId: person.id,
        });
      },
      show: async (caller, input, refused) => {
        if (refused?.code !== 'form') return showCard(caller, input.form, 'proposal', 'replace', refused);
        const where = await whereFor(caller, input);
        if (!where) return { say: caller.words.turn.notFound };
        return form(caller, models, where, input.form, { typed: typedOf(input), faults: faultsIn(caller, refused) });
      },
    }),
    'proposal.amend-form': verb({
      input: z.looseObject({ proposal: z.uuid() }),
      show: async (caller, input) => {
        const found = await seeProposal(caller, input.proposal, 'proposal.lead');
        if (!found) return { say: caller.words.turn.notFound };
        const { is } = found.state.stage;
        if (!['advice', 'taking', 'asking', 'talk', 'professional'].includes(is))
          return showCard(caller, input.proposal, 'proposal', 'replace', { code: 'closed' });
        return amendForm(caller, models, found, {});
      },
    }),
    'proposal.amend': verb({
      input: amendInput,
      keepsTyped: true,
      act: async (caller, input) => {
        const found = await lockFor(caller, input, 'proposal.lead');
        if ('code' in found) return found;
        const { is } = found.state.stage;
        if (!['advice', 'taking', 'asking', 'talk', 'professional'].includes(is)) return { code: 'closed' };
        const model = models.get(found.known.pathway.model);
        if (!model) return { code: 'not-yours' };
        return amendProposal(caller.unit, found, { model, typed: typedOf(input), byId: caller.person.id });
      },
      show: async (caller, input, refused) => {
        if (refused?.code !== 'form') return showCard(caller, input.proposal, 'proposal', 'replace', refused);
        const found = await seeProposal(caller, input.proposal, 'proposal.lead');
        if (!found) return { say: caller.words.turn.notFound };
        return amendForm(caller, models, found, { typed: typedOf(input), faults: faultsIn(caller, refused) });
      },
    }),
  };
}

/** The pathway, and the meeting that runs, in which this person may propose; undefined for everybody else. */
async function whereFor(
  { unit, person, organisation }: Caller,
  input: { readonly pathway: string; readonly meeting?: string | undefined },
): Promise<Where | undefined> {
  if (input.meeting !== undefined && input.meeting !== '') {
    const meeting = z.uuid().safeParse(input.meeting).success
      ? (await loadMeetings(unit, [input.meeting])).get(input.meeting)
      : undefined;
    if (!meeting || meeting.meeting.pathwayId !== input.pathway) return undefined;
    if (!may('proposal.make', standingsAt(meeting, person.id, organisation))) return undefined;
    const running = meeting.meeting.status !== 'called' && !isClosed(meeting.meeting);
    return { known: meeting.known, meeting: running ? meeting : undefined };
  }
  const known = await pathwayFor(unit, input.pathway, person.id, 'proposal.make');
  return known && known.pathway.status === 'open' ? { known, meeting: undefined } : undefined;
}

const modelIn = (models: Models, { known }: Where) => models.get(known.pathway.model);

type Again = { readonly typed?: ProposalTyped; readonly faults?: Readonly<Record<string, string>> };

async function form(caller: Caller, models: Models, where: Where, id: string, again: Again): Promise<Answer> {
  const model = modelIn(models, where);
  if (!model) return { say: caller.words.turn.notFound };
  caller.unit.audit({
    act: 'pathway.see',
    actorId: caller.person.id,
    matterKind: 'pathway',
    matterId: where.known.pathway.id,
    pathwayId: where.known.pathway.id,
  });
  const meetingId = where.meeting?.meeting.id ?? null;
  const view = await formView(caller, where.known, { id, meetingId, rule: ruleOf(model), amends: null, again, model });
  const card = { ...proposalFormCard(view, caller.locale), keep: kept(where.known.pathway.id) };
  // A card of its own: the meeting's, or the list it was pressed on, stays where it is.
  return again.faults ? { replace: card } : { post: [card] };
}

async function amendForm(caller: Caller, models: Models, found: ProposalCase, again: Again): Promise<Answer> {
  const { row, known, state, version } = found;
  const model = models.get(known.pathway.model);
  if (!model) return { say: caller.words.turn.notFound };
  const standing: ProposalTyped = {
    text: version.text,
    citizenSays: version.citizenSays,
    meanwhile: version.meanwhile,
    responsible: version.responsibleId,
    startsOn: version.startsOn,
    visitation: version.visitation,
    heard: version.heard,
    departments: state.touched,
    leftOut: state.seats.filter((seat) => seat.state === 'left-out').map((seat) => seat.personId),
    advisers: state.advisers.map((one) => one.personId),
    citizenAnswer: state.citizen ?? '',
  };
  const view = await formView(caller, known, {
    id: row.id,
    meetingId: state.inMeeting ? row.meetingId : null,
    rule: state.rule,
    amends: { id: row.id, version: state.n, number: row.number },
    again: { typed: standing, ...again },
    model,
  });
  return {
    replace: { ...proposalFormCard(view, caller.locale), keep: kept(known.pathway.id) },
    ...said(caller, undefined),
  };
}

/** A form is not drawn anew while somebody types into it. */
const kept = (pathwayId: string) => ({ kind: 'proposal', matterKind: 'proposal-form', matterId: pathwayId });

async function formView(
  { unit, organisation: org }: Caller,
  known: PathwayWithTeam,
  made: {
    readonly id: string;
    readonly meetingId: string | null;
    readonly rule: ProposalFormView['rule'];
    readonly amends: ProposalFormView['amends'];
    readonly again: Again;
    readonly model: Parameters<typeof electorateOf>[2]['model'];
  },
): Promise<ProposalFormView> {
  const electorate = await electorateOf(unit, known, { meetingId: made.meetingId, model: made.model });
  const choice = (id: string) => ({ id, name: nameIn(org, id) });
  const byName = (a: { name: string }, b: { name: string }) => a.name.localeCompare(b.name, 'da');
  const departments = [...new Set([...electorate.expected, ...known.grounds])];
  const empty: ProposalTyped = {
    text: '',
    citizenSays: '',
    meanwhile: '',
    responsible: '',
    startsOn: '',
    visitation: false,
    heard: false,
    departments: [],
    leftOut: [],
    advisers: [],
    citizenAnswer: '',
  };
  return {
    pathwayId: known.pathway.id,
    form: made.id,
    meetingId: made.meetingId,
    amends: made.amends,
    ref: known.pathway.ref,
    alias: aliasOf(unit, known.pathway),
    rule: made.rule,
    responsible: electorate.responsible.map(choice).sort(byName),
    departments: departments.map((id) => ({ id, name: departmentNames(org, [id])[0] ?? '' })).sort(byName),
    voters: electorate.seats.map((seat) => choice(seat.personId)).sort(byName),
    advisers: electorate.advisers.map(choice).sort(byName),
    leaders: electorate.leaders.map((one) => nameIn(org, one.personId)),
    earliest: unit.today,
    values: made.again.typed ?? empty,
    faults: made.again.faults ?? {},
    back:
      made.amends !== null
        ? { verb: 'proposal.back', data: { proposal: made.amends.id } }
        : made.meetingId !== null
          ? { verb: 'meeting.work-back', data: { meeting: made.meetingId } }
          : { verb: 'decisions.of-pathway', data: { pathway: known.pathway.id } },
  };
}

function typedOf(input: Readonly<Record<string, unknown>>): ProposalTyped {
  const list = (name: string) =>
    typedIn(input, name)
      .split(',')
      .filter((id) => id !== '');
  const answer = typedIn(input, 'citizenAnswer');
  return {
    text: typedIn(input, 'text'),
    citizenSays: typedIn(input, 'citizenSays'),
    meanwhile: typedIn(input, 'meanwhile'),
    responsible: typedIn(input, 'responsible'),
    startsOn: typedIn(input, 'startsOn'),
    visitation: typedIn(input, 'visitation') === 'true',
    heard: typedIn(input, 'heard') === 'true',
    departments: list('departments'),
    leftOut: list('leftOut'),
    advisers: list('advisers'),
    citizenAnswer: answer === 'yes' || answer === 'no' ? answer : '',
  };
}
