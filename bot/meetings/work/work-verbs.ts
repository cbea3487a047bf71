import { z } from 'zod/v4';
import { addAgreement, removeDraft } from '../../agreements/add-agreement';
import { type Caller, faultsIn, saidOf, type Verb, verb } from '../../capability';
import { touchCards } from '../../messages/touch';
import type { Answer } from '../../turn';
import { isClosed } from '../rules';
import { lockMeeting } from '../store';
import { closeMeeting } from './close-meeting';
import { type Shown, workForms } from './forms';
import type { MeetingParts } from './gathered';
import {
  agendaInput,
  agreementInput,
  type ColumnsInput,
  citizenInput,
  columnsIn,
  columnsInput,
  type go,
  type HereInput,
  hereInput,
  markedIn,
  meetingInput,
  nextInput,
  removeInput,
  version,
} from './inputs';
import { meetingNotHeld } from './not-held';
import { openMeeting } from './open-meeting';
import { expectedAt } from './people';
import { type Again, owners } from './show-forms';
import { type Written, writeAgenda, writeCitizen, writeColumns, writeHere, writeNext } from './write';

export type WorkParts = MeetingParts & {
  /** The form for another time, in the pressed card's place. */
  moveForm(caller: Caller, meetingId: string): Promise<Answer>;
};

/** The verbs of the meeting card: every press of a form saves what stands in it, wherever it goes on to. */
export function workVerbs({ moveForm, ...parts }: WorkParts): Record<string, Verb> {
  const { see, overview, merged, late, citizen, here, agenda, columns, agreements, next, closeAsk } = workForms(parts);

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
          const faults = { form: caller.words.refusals['closed-meanwhile'] };
          return made.again(caller, input, { faults }, true);
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
      input: z.strictObject({ meeting: z.uuid(), n: version }),
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
        if (!gone) return { code: 'changed-meanwhile' };
        await touchCards(caller.unit, 'meeting', [input.meeting]);
        return undefined;
      },
      show: async (caller, input, refused) => {
        // What is half written beside it stays as it stands.
        const typed = { owner: input.owner ?? '', text: input.text ?? '', due: input.due ?? '' };
        const faults = faultsIn(caller, refused);
        const answer = await agreements(caller, input.meeting, input.form, { typed, faults });
        return { ...answer, ...saidOf(caller, refused) };
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
          gathered.model?.meetings ?? [],
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
      input: z.looseObject({ meeting: z.uuid(), version }),
      act: async (caller, input) => {
        if (!(await see(caller, input.meeting, 'meeting.work'))) return { code: 'not-yours' };
        return closeMeeting(caller.unit, input.meeting, parts, caller.person.id);
      },
      show: (caller, input, refused) =>
        refused?.code === 'lacking'
          ? closeAsk(caller, input.meeting, refused)
          : overview(caller, input.meeting, 'replace', refused),
    }),
    'meeting.not-held': verb({
      input: z.looseObject({ meeting: z.uuid(), version }),
      act: async (caller, input) => {
        if (!(await see(caller, input.meeting, 'meeting.work'))) return { code: 'not-yours' };
        return meetingNotHeld(caller.unit, input.meeting, caller.person.id, parts.sections);
      },
      show: (caller, input, refused) => overview(caller, input.meeting, 'replace', refused),
    }),
  };
}
