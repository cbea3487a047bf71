import { z } from 'zod/v4';
import { agendaFormCard } from '../../../cards/meetings/agenda-form';
import { agreementsFormCard } from '../../../cards/meetings/agreements-form';
import { citizenFormCard } from '../../../cards/meetings/citizen-form';
import { closeAskCard } from '../../../cards/meetings/close-ask';
import { columnsFormCard } from '../../../cards/meetings/columns-form';
import { hereFormCard } from '../../../cards/meetings/here-form';
import { nextFormCard } from '../../../cards/meetings/next-form';
import { workCard } from '../../../cards/meetings/work';
import type { RefusalCode } from '../../../content/words/words';
import { addAgreement, removeDraft } from '../../agreements/add-agreement';
import { type Caller, type Refused, type Verb, verb } from '../../capability';
import { touchCards } from '../../messages/touch';
import type { Models } from '../../pathways/models';
import { may, type Right } from '../../people/rights';
import type { Answer, OutCard } from '../../turn';
import { isClosed } from '../rules';
import { standingsAt } from '../standing';
import { loadMeetings, lockMeeting, type MeetingCase } from '../store';
import { closeMeeting } from './close-meeting';
import { type Gathered, gather } from './gathered';
import { meetingNotHeld } from './not-held';
import { openMeeting } from './open-meeting';
import { expectedAt } from './people';
import {
  type Again,
  agendaFormView,
  agreementsFormView,
  citizenFormView,
  closeAskView,
  columnsFormView,
  hereFormView,
  nextFormView,
  owners,
  workView,
} from './show';
import { type Written, writeAgenda, writeCitizen, writeColumns, writeHere, writeNext } from './write';

const text = z.string().max(6_000);
const toggle = z.enum(['true', 'false']).optional();
const number = z.coerce.number().int();
const meetingInput = z.strictObject({ meeting: z.uuid() });
const go = z.enum(['next', 'back', 'more', 'columns', 'move']);
const citizenInput = z.strictObject({
  meeting: z.uuid(),
  go,
  wordsVersion: number,
  howVersion: number,
  there: z.enum(['there', 'asked-us', '']).optional(),
  askedOn: text.optional(),
  how: text.optional(),
  words: text.optional(),
});
const hereInput = z
  .object({ meeting: z.uuid(), go, shown: text, version: number })
  .catchall(toggle)
  .refine((input) => Object.keys(input).every((key) => /^(?:meeting|go|shown|version|here-[0-9a-f-]{36})$/.test(key)));
const agendaInput = z.strictObject({
  meeting: z.uuid(),
  n: number,
  go,
  noteVersion: number,
  note: text.optional(),
  done: toggle,
});
const columnsInput = z
  .object({ meeting: z.uuid(), go })
  .catchall(z.union([text, z.number()]))
  .refine((input) => Object.keys(input).every((key) => /^(?:meeting|go|(?:version|column)-[a-z-]+)$/.test(key)));
const agreementInput = z.strictObject({
  meeting: z.uuid(),
  form: z.uuid(),
  go,
  owner: text.optional(),
  text: text.optional(),
  due: text.optional(),
  remove: text.optional(),
});
const removeInput = z.strictObject({
  meeting: z.uuid(),
  form: z.uuid().optional(),
  remove: text.optional(),
  owner: text.optional(),
  text: text.optional(),
  due: text.optional(),
});
const nextInput = z.strictObject({
  meeting: z.uuid(),
  was: text,
  go,
  kind: text.optional(),
  date: text.optional(),
  time: text.optional(),
  none: toggle,
  because: text.optional(),
});

type Shown = { readonly caller: Caller; readonly found: MeetingCase; readonly gathered: Gathered };
type How = 'post' | 'replace';

export type WorkParts = {
  readonly models: Models;
  /** The form for another time, in the pressed card's place. */
  moveForm(caller: Caller, meetingId: string): Promise<Answer>;
};

/** The verbs of the meeting card: every press of a form saves what stands in it, wherever it goes on to. */
export function workVerbs({ models, moveForm }: WorkParts): Record<string, Verb> {
  const see = async (caller: Caller, id: string, right: Right): Promise<Shown | undefined> => {
    const { unit, person, organisation } = caller;
    const found = (await loadMeetings(unit, [id])).get(id);
    if (!found || !may(right, standingsAt(found, person.id, organisation))) return undefined;
    unit.audit({
      act: 'meeting.see',
      actorId: person.id,
      matterKind: 'meeting',
      matterId: id,
      pathwayId: found.meeting.pathwayId,
    });
    return { caller, found, gathered: await gather(unit, found, models) };
  };
  /** Turns whose press put two texts together, and turns that came after the closing. */
  const merged = new WeakSet<Caller['unit']>();
  const late = new WeakSet<Caller['unit']>();
  const notFound = (caller: Caller): Answer => ({ say: caller.words.turn.notFound });
  const faultsIn = (caller: Caller, refused: Refused | undefined): Record<string, string> =>
    Object.fromEntries(
      Object.entries(refused?.faults ?? {}).map(([at, code]) => [at, caller.words.refusals[code as RefusalCode]]),
    );
  const said = (caller: Caller, refused: Refused | undefined): { say?: string } =>
    refused && refused.code !== 'form' ? { say: caller.words.refusals[refused.code as RefusalCode] } : {};

  const overview = async (caller: Caller, id: string, how: How, refused?: Refused): Promise<Answer> => {
    const shown = await see(caller, id, 'meeting.see');
    if (!shown) return notFound(caller);
    const view = await workView(caller.unit, shown.found, shown.gathered, caller.person.id);
    const card: OutCard = {
      ...workCard(view, caller.locale),
      keep: { kind: 'work', matterKind: 'meeting', matterId: id },
    };
    return { ...(how === 'post' ? { post: [card] } : { replace: card }), ...said(caller, refused) };
  };
  /** A form of a meeting that goes on; closed, or not this person's to work, it is the overview. */
  const form = async (
    caller: Caller,
    id: string,
    draw: (shown: Shown) => Promise<OutCard | undefined> | OutCard | undefined,
    refused?: Refused,
  ): Promise<Answer> => {
    const shown = await see(caller, id, 'meeting.work');
    if (!shown) return overview(caller, id, 'replace');
    const { meeting } = shown.found;
    const typed = late.has(caller.unit);
    if (isClosed(meeting) && !typed) return overview(caller, id, 'replace', refused ?? { code: 'closed' });
    const card = await draw(shown);
    if (!card) return overview(caller, id, 'replace', refused);
    // Not drawn anew while somebody types into it; only once the meeting is closed or moved.
    const keep = { kind: 'work-form', matterKind: 'meeting-form', matterId: id };
    return { replace: { ...card, keep }, ...said(caller, refused) };
  };

  const citizen = (caller: Caller, id: string, again: Parameters<typeof citizenFormView>[4] = {}) =>
    form(caller, id, ({ found, gathered }) => {
      const mayMove = may('meeting.move', standingsAt(found, caller.person.id, caller.organisation));
      return citizenFormCard(citizenFormView(caller.unit, found, gathered, mayMove, again), caller.locale);
    });
  const here = (caller: Caller, id: string, again: Again<ReadonlySet<string>> = {}) =>
    form(caller, id, async ({ found, gathered }) =>
      hereFormCard(await hereFormView(caller.unit, found, gathered, again), caller.locale),
    );
  const agenda = (caller: Caller, id: string, n: number, again: Parameters<typeof agendaFormView>[3] = {}) =>
    form(caller, id, ({ found, gathered }) => {
      const view = agendaFormView(found, gathered, n, again);
      return view && agendaFormCard(view, caller.locale);
    });
  const columns = (caller: Caller, id: string, again: Parameters<typeof columnsFormView>[2] = {}) =>
    form(caller, id, ({ found, gathered }) =>
      (gathered.kind?.columns ?? []).length === 0
        ? undefined
        : columnsFormCard(columnsFormView(found, gathered, again), caller.locale),
    );
  const agreements = (
    caller: Caller,
    id: string,
    formId?: string,
    again: Parameters<typeof agreementsFormView>[4] = {},
  ) =>
    form(caller, id, async ({ found, gathered }) =>
      agreementsFormCard(
        await agreementsFormView(caller.unit, found, gathered, formId ?? caller.unit.house.newId(), again),
        caller.locale,
      ),
    );
  const next = (caller: Caller, id: string, again: Parameters<typeof nextFormView>[3] = {}) =>
    form(caller, id, async ({ found, gathered }) =>
      nextFormCard(await nextFormView(caller.unit, found, gathered, again), caller.locale),
    );
  const closeAsk = (caller: Caller, id: string, refused?: Refused) =>
    form(
      caller,
      id,
      async ({ found, gathered }) =>
        closeAskCard(await closeAskView(caller.unit, found, gathered, caller.person.id), caller.locale),
      refused,
    );

  /**
   * A form's verb. What was merged is known only when it is saved: `act` hands it to `show` of the same turn. A second
   * delivery of the press shows the form as it stands.
   */
  const saving = <Input extends { readonly meeting: string; readonly go: z.output<typeof go> }>(made: {
    readonly input: z.ZodType<Input>;
    save(caller: Caller, input: Input, shown: Shown): Promise<Written>;
    /** The same form once more. */
    again(caller: Caller, input: Input, again: Again<never>, typed: boolean): Promise<Answer>;
    goOn(caller: Caller, input: Input): Promise<Answer>;
  }): Verb =>
    verb<Input>({
      input: made.input,
      keepsTyped: true,
      act: async (caller, input) => {
        const shown = await see(caller, input.meeting, 'meeting.work');
        if (!shown) return { code: 'not-yours' };
        const written = await made.save(caller, input, shown);
        if (written.refused) return written.refused;
        // Both texts stand: whoever saves sees them before going on. The press stays done.
        if (written.merged) merged.add(caller.unit);
        return undefined;
      },
      show: (caller, input, refused) => {
        if (refused?.code === 'form') {
          return made.again(caller, input, { faults: faultsIn(caller, refused) }, true);
        }
        // Closed meanwhile: what was typed still stands, and can be copied.
        if (refused?.code === 'closed') {
          late.add(caller.unit);
          return made
            .again(caller, input, {}, true)
            .then((answer) => ({ ...answer, ...said(caller, { code: 'closed-meanwhile' }) }));
        }
        if (refused) return overview(caller, input.meeting, 'replace', refused);
        if (merged.has(caller.unit)) return made.again(caller, input, { merged: true }, false);
        if (input.go === 'back') return overview(caller, input.meeting, 'replace');
        return made.goOn(caller, input);
      },
    });

  return {
    'meeting.work': verb({
      input: meetingInput,
      show: (caller, input) => overview(caller, input.meeting, 'post'),
    }),
    'meeting.work-back': verb({
      input: z.looseObject({ meeting: z.uuid() }),
      show: (caller, input) => overview(caller, input.meeting, 'replace'),
    }),
    'meeting.start': verb({
      input: z.looseObject({ meeting: z.uuid() }),
      act: async (caller, input) => {
        if (!(await see(caller, input.meeting, 'meeting.work'))) return { code: 'not-yours' };
        return openMeeting(caller.unit, input.meeting, caller.person.id);
      },
      show: (caller, input, refused) => overview(caller, input.meeting, 'replace', refused),
    }),
    'meeting.citizen-form': verb({ input: meetingInput, show: (caller, input) => citizen(caller, input.meeting) }),
    'meeting.here-form': verb({ input: meetingInput, show: (caller, input) => here(caller, input.meeting) }),
    'meeting.agenda-form': verb({
      input: z.strictObject({ meeting: z.uuid(), n: number }),
      show: (caller, input) => agenda(caller, input.meeting, input.n),
    }),
    'meeting.columns-form': verb({ input: meetingInput, show: (caller, input) => columns(caller, input.meeting) }),
    'meeting.agreements-form': verb({
      input: meetingInput,
      show: (caller, input) => agreements(caller, input.meeting),
    }),
    'meeting.next-form': verb({ input: meetingInput, show: (caller, input) => next(caller, input.meeting) }),
    'meeting.close-ask': verb({ input: meetingInput, show: (caller, input) => closeAsk(caller, input.meeting) }),

    'meeting.citizen': saving({
      input: citizenInput,
      save: (caller, input) =>
        writeCitizen(
          caller.unit,
          input.meeting,
          {
            there: input.there ?? '',
            askedOn: input.askedOn ?? '',
            how: input.how ?? '',
            howVersion: input.howVersion,
            words: input.words ?? '',
            wordsVersion: input.wordsVersion,
          },
          caller.person.id,
        ),
      again: (caller, input, again, typed) =>
        citizen(caller, input.meeting, {
          ...again,
          ...(typed
            ? {
                typed: {
                  there: input.there === 'there' || input.there === 'asked-us' ? input.there : null,
                  askedOn: input.askedOn ?? '',
                  how: input.how ?? '',
                  words: input.words ?? '',
                },
              }
            : {}),
        }),
      goOn: (caller, input) => (input.go === 'move' ? moveForm(caller, input.meeting) : here(caller, input.meeting)),
    }),
    'meeting.here': saving({
      input: hereInput as unknown as z.ZodType<HereInput>,
      save: async (caller, input, { found }) => {
        const people = await expectedAt(caller.unit, found);
        const shown = new Set(input.shown.split(',').filter((id) => id !== ''));
        return writeHere(caller.unit, input.meeting, { shown, marked: markedIn(input), people }, caller.person.id);
      },
      again: (caller, input, again, typed) =>
        here(caller, input.meeting, { ...again, ...(typed ? { typed: markedIn(input) } : {}) }),
      goOn: (caller, input) => agenda(caller, input.meeting, 1),
    }),
    'meeting.agenda': saving({
      input: agendaInput,
      save: (caller, input) =>
        writeAgenda(
          caller.unit,
          input.meeting,
          { n: input.n, note: input.note ?? '', noteVersion: input.noteVersion, done: input.done === 'true' },
          caller.person.id,
        ),
      again: (caller, input, again, typed) =>
        agenda(caller, input.meeting, input.n, {
          ...again,
          ...(typed ? { typed: { note: input.note ?? '', done: input.done === 'true' } } : {}),
        }),
      goOn: async (caller, input) => {
        if (input.go === 'columns') return columns(caller, input.meeting);
        const of = await caller.unit.tx.agendaItem.count({
          where: { tenantId: caller.unit.tenantId, meetingId: input.meeting },
        });
        return input.n < of ? agenda(caller, input.meeting, input.n + 1) : agreements(caller, input.meeting);
      },
    }),
    'meeting.columns': saving({
      input: columnsInput as unknown as z.ZodType<ColumnsInput>,
      save: (caller, input, { gathered }) =>
        writeColumns(
          caller.unit,
          input.meeting,
          (gathered.kind?.columns ?? []).map(({ key }) => ({
            key,
            text: String(input[`column-${key}`] ?? ''),
            version: Number(input[`version-${key}`] ?? 0),
          })),
          caller.person.id,
        ),
      again: (caller, input, again, typed) =>
        columns(caller, input.meeting, { ...again, ...(typed ? { typed: columnsIn(input) } : {}) }),
      goOn: (caller, input) => agreements(caller, input.meeting),
    }),
    'meeting.agreement-add': saving({
      input: agreementInput,
      save: async (caller, input, { found, gathered }) => {
        const { unit, person } = caller;
        await lockMeeting(unit, input.meeting);
        if (isClosed(found.meeting)) return { refused: { code: 'closed' } };
        if (found.meeting.status === 'called') return { refused: { code: 'not-open' } };
        const empty = (input.text ?? '').trim() === '' && (input.owner ?? '') === '';
        if (empty && input.go !== 'more') return {};
        const faults = await addAgreement(
          unit,
          found.known,
          {
            id: input.form,
            meetingId: input.meeting,
            owner: input.owner ?? '',
            text: input.text ?? '',
            due: input.due ?? '',
          },
          new Set(owners(found, gathered, await expectedAt(unit, found)).map((one) => one.id)),
          person.id,
        );
        if (Object.keys(faults).length > 0) return { refused: { code: 'form', faults } };
        await touchCards(unit, 'meeting', [input.meeting]);
        return {};
      },
      again: (caller, input, again, typed) =>
        agreements(caller, input.meeting, input.form, {
          ...again,
          ...(typed ? { typed: { owner: input.owner ?? '', text: input.text ?? '', due: input.due ?? '' } } : {}),
        }),
      goOn: (caller, input) => (input.go === 'more' ? agreements(caller, input.meeting) : next(caller, input.meeting)),
    }),
    'meeting.agreement-remove': verb({
      input: removeInput,
      keepsTyped: true,
      act: async (caller, input) => {
        const shown = await see(caller, input.meeting, 'meeting.work');
        if (!shown) return { code: 'not-yours' };
        await lockMeeting(caller.unit, input.meeting);
        if (isClosed(shown.found.meeting)) return { code: 'closed' };
        const remove = z.uuid().safeParse(input.remove);
        if (!remove.success) return { code: 'form', faults: { remove: 'pick-agreement' } };
        const gone = await removeDraft(caller.unit, input.meeting, remove.data, caller.person.id);
        await touchCards(caller.unit, 'meeting', [input.meeting]);
        return gone ? undefined : { code: 'changed-meanwhile' };
      },
      show: async (caller, input, refused) => {
        // What is half written beside it stays as it stands.
        const typed = { owner: input.owner ?? '', text: input.text ?? '', due: input.due ?? '' };
        const faults = faultsIn(caller, refused);
        const answer = await agreements(caller, input.meeting, input.form, { typed, faults });
        return { ...answer, ...said(caller, refused) };
      },
    }),
    'meeting.next': saving({
      input: nextInput,
      save: (caller, input, { gathered }) =>
        writeNext(
          caller.unit,
          input.meeting,
          {
            kind: input.kind ?? '',
            date: input.date ?? '',
            time: input.time ?? '',
            none: input.none === 'true',
            because: input.because ?? '',
            was: input.was,
          },
          (gathered.model?.meetings ?? []).map((one) => one.kind),
          caller.organisation.house,
          caller.person.id,
        ),
      again: (caller, input, again, typed) =>
        next(caller, input.meeting, {
          ...again,
          ...(typed
            ? {
                typed: {
                  kind: input.kind ?? '',
                  date: input.date ?? '',
                  time: input.time ?? '',
                  none: input.none === 'true',
                  because: input.because ?? '',
                },
              }
            : {}),
        }),
      goOn: (caller, input) => closeAsk(caller, input.meeting),
    }),
    'meeting.close': verb({
      input: z.looseObject({ meeting: z.uuid(), version: number }),
      act: async (caller, input) => {
        if (!(await see(caller, input.meeting, 'meeting.work'))) return { code: 'not-yours' };
        return closeMeeting(caller.unit, input.meeting, models, caller.person.id);
      },
      show: (caller, input, refused) =>
        refused?.code === 'lacking'
          ? closeAsk(caller, input.meeting, refused)
          : overview(caller, input.meeting, 'replace', refused),
    }),
    'meeting.not-held': verb({
      input: z.looseObject({ meeting: z.uuid(), version: number }),
      act: async (caller, input) => {
        if (!(await see(caller, input.meeting, 'meeting.work'))) return { code: 'not-yours' };
        return meetingNotHeld(caller.unit, input.meeting, caller.person.id);
      },
      show: (caller, input, refused) => overview(caller, input.meeting, 'replace', refused),
    }),
  };
}

type HereInput = {
  readonly meeting: string;
  readonly go: z.output<typeof go>;
  readonly shown: string;
  readonly version: number;
} & Readonly<Record<string, unknown>>;
type ColumnsInput = { readonly meeting: string; readonly go: z.output<typeof go> } & Readonly<Record<string, unknown>>;

const markedIn = (input: HereInput): Set<string> =>
  new Set(
    Object.entries(input).flatMap(([key, value]) =>
      key.startsWith('here-') && value === 'true' ? [key.slice(5)] : [],
    ),
  );

const columnsIn = (input: ColumnsInput): Record<string, string> =>
  Object.fromEntries(
    Object.entries(input).flatMap(([key, value]): [string, string][] =>
      key.startsWith('column-') ? [[key.slice(7), String(value)]] : [],
    ),
  );
