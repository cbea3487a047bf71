import { z } from 'zod/v4';
import { type Caller, type Capability, faultsIn, notFound, type Refused, type Verb, verb } from '../capability';
import { may } from '../people/rights';
import type { Answer } from '../turn';
import { type How, placed, viewerOf } from './answer';
import { askForSeat, giveBack, sayNo, sayYes } from './answer-seat';
import { cancelIntake } from './change-intake';
import { drawDay, drawIntake, drawList, drawOpenClass, drawSeat, intakeRenderers } from './draw';
import { formVerbs, showAfterForm, showNewForm } from './form-verbs';
import { intakeKinds } from './kinds';
import { intakeLetters } from './letters';
import { noteAttendance, noteMadeUp } from './note-attendance';
import { intakeDays } from './notices';
import type { ProgramSeam } from './parts';
import { skipProposal } from './propose';
import { AFTER_CLASS, type AfterClass } from './rules';
import { standingsOf } from './standing';

const text = z.string().max(4_000);
const inIntake = z.looseObject({ intake: z.uuid() });
const inSeat = z.looseObject({ seat: z.uuid() });
const inDay = z.looseObject({ day: z.uuid() });
/** What stands in the list that a line is picked from. */
const PICK = /^(?<what>intake|seat|ask|after|quarter)\|(?<id>[0-9a-f-]{36})?(?:\|(?<which>[a-z-]+))?$/;

/** Classes, dialogue meetings, supervision and the common learning day: opened, called, answered, held. */
export function intakesCapability(seam: ProgramSeam): Capability {
  return {
    name: 'intakes',
    commands: [
      {
        key: 'intakes',
        pattern: /^(?:hold(?:et|ene)?|class(?:es)?|intakes?)$/,
        names: ['hold', 'class', 'classes', 'intake'],
        run: (caller) => list(caller, 'post'),
      },
    ],
    kinds: intakeKinds(),
    notices: { 'intake-days': intakeDays },
    letters: intakeLetters(),
    renderers: intakeRenderers(),
    verbs: { ...listVerbs(), ...formVerbs(seam), ...leadVerbs(seam), ...seatVerbs() },
  };
}

async function list(caller: Caller, how: How): Promise<Answer> {
  const { organisation, person } = caller;
  if (!may('intake.ask', standingsOf(organisation, person.id))) return notFound(caller);
  return placed(caller, await drawList(viewerOf(caller)), how);
}

const picked = (pick: string) => {
  const { what, id = '', which = '' } = PICK.exec(pick)?.groups ?? {};
  return { what, id, after: AFTER_CLASS.find((one) => one === which) };
};

function listVerbs(): Record<string, Verb> {
  return {
    'intake.list': verb({ input: z.looseObject({}), show: (caller) => list(caller, 'post') }),
    'intake.pick': verb({
      input: z.looseObject({ pick: text.optional() }),
      show: async (caller, { pick = '' }) => {
        const { what, id, after } = picked(pick);
        if (what === 'intake') return placed(caller, await drawIntake(viewerOf(caller), id), 'post');
        if (what === 'seat') return placed(caller, await drawSeat(viewerOf(caller), id), 'post');
        if (what === 'ask') return placed(caller, await drawOpenClass(viewerOf(caller), id), 'post');
        if (what === 'quarter') return showNewForm(caller, 'dialogue-meeting', 'post');
        if (what === 'after' && after) return showAfterForm(caller, { intakeId: id, what: after }, 'post');
        return { say: caller.words.intakes.list.pickMissing };
      },
    }),
  };
}

/** What the onboarding lead does with an intake that is open, running or held. */
function leadVerbs(seam: ProgramSeam): Record<string, Verb> {
  const show = async (caller: Caller, id: string, how: How, refused?: Refused): Promise<Answer> =>
    placed(caller, await drawIntake(viewerOf(caller), id, faultsIn(caller, refused)), how, refused);
  const showDay = async (caller: Caller, id: string, how: How, refused?: Refused): Promise<Answer> =>
    placed(caller, await drawDay(viewerOf(caller), id, { faults: faultsIn(caller, refused) }), how, refused);
  const [missed, after] = [/^([0-9a-f-]{36})\|([0-9a-f-]{36})$/, z.string().max(40).optional()];
  return {
    'intake.open': verb({ input: inIntake, show: (caller, { intake }) => show(caller, intake, 'post') }),
    'intake.back': verb({ input: inIntake, show: (caller, { intake }) => show(caller, intake, 'replace') }),
    'intake.cancel': verb<z.output<typeof inIntake>>({
      input: inIntake,
      act: ({ unit, person }, { intake }) => cancelIntake(unit, intake, person.id),
      show: (caller, { intake }, refused) => show(caller, intake, 'replace', refused),
    }),
    'intake.day-open': verb({ input: inDay, show: (caller, { day }) => showDay(caller, day, 'post') }),
    'intake.day-pick': verb({
      input: z.looseObject({ intake: z.uuid(), day: z.uuid().optional().or(z.literal('')) }),
      show: (caller, { intake, day = '' }) =>
        day === '' ? show(caller, intake, 'replace') : showDay(caller, day, 'post'),
    }),
    'intake.day': verb({
      input: z.looseObject({ day: z.uuid(), there: text.optional() }),
      act: ({ unit, person }, { day, there = '' }) =>
        noteAttendance(unit, seam, { dayId: day, seatIds: there.split(',').filter((id) => id !== '') }, person.id),
      show: (caller, { day }, refused) => showDay(caller, day, 'replace', refused),
    }),
    'intake.made-up': verb({
      input: z.looseObject({ intake: z.uuid(), missed: text.optional() }),
      act: ({ unit, person }, given) => {
        const [, seatId = '', dayId = ''] = missed.exec(given.missed ?? '') ?? [];
        return noteMadeUp(unit, seam, { intakeId: given.intake, seatId, dayId }, person.id);
      },
      show: (caller, { intake }, refused) => show(caller, intake, 'replace', refused),
    }),
    'intake.skip': verb({
      input: z.looseObject({ intake: z.uuid(), after }),
      act: async ({ unit, person }, given) => {
        const what = whatOf(given.after);
        return what && skipProposal(unit, { intakeId: given.intake, what }, person.id);
      },
      show: (caller, { intake }, refused) => show(caller, intake, 'replace', refused),
    }),
    'intake.after-form': verb({
      input: z.looseObject({ intake: z.uuid(), after }),
      show: (caller, given) => {
        const what = whatOf(given.after);
        return what
          ? showAfterForm(caller, { intakeId: given.intake, what }, 'post')
          : show(caller, given.intake, 'replace');
      },
    }),
  };
}

const whatOf = (typed: string | undefined): AfterClass | undefined => AFTER_CLASS.find((one) => one === typed);

/** What somebody does about their own place. */
function seatVerbs(): Record<string, Verb> {
  const show = async (caller: Caller, seat: string, how: How, refused?: Refused): Promise<Answer> =>
    placed(caller, await drawSeat(viewerOf(caller), seat), how, refused);
  const pressed = (act: typeof sayYes): Verb =>
    verb<z.output<typeof inSeat>>({
      input: inSeat,
      act: ({ unit, person }, { seat }) => act(unit, seat, person.id),
      show: (caller, { seat }, refused) => show(caller, seat, 'replace', refused),
    });
  return {
    'intake.seat-open': verb({ input: inSeat, show: (caller, { seat }) => show(caller, seat, 'post') }),
    'intake.seat-yes': pressed(sayYes),
    'intake.seat-no': pressed(sayNo),
    'intake.seat-back': pressed(giveBack),
    'intake.ask': verb<z.output<typeof inIntake>>({
      input: inIntake,
      act: ({ unit, person }, { intake }) => askForSeat(unit, intake, person.id),
      show: async (caller, { intake }, refused) =>
        placed(caller, await drawOpenClass(viewerOf(caller), intake), 'replace', refused),
    }),
  };
}
