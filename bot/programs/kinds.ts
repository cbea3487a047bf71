import { words } from '../../content/words/words';
import type { Mentorship, Obligation } from '../../prisma/generated/client';
import type { Unit } from '../db/unit';
import type { Facts, Kind, Line, LineInput } from '../obligations/kind';
import { organisation } from '../people/organisation';
import { may } from '../people/rights';
import { dayFromDate } from '../time/day';
import { introductionDue, OBLIGATION_OF } from './begin-program';
import { giveOn } from './give-on';
import { heldMentorship } from './mentors';
import type { Programs } from './read-programs';
import { standingsOn } from './standing';
import { daysOf, holdRuns, type Onboarding, onboardingOf, onboardings } from './store';
import { programTimers } from './timers';

/** What a new colleague's onboarding asks of people by a date, and the house's own timers. */
export function programKinds(programs: Programs): Kind[] {
  return [
    introductionKind(),
    ...Object.values(OBLIGATION_OF).map(stepKind),
    mentorFindKind(),
    mentorAnswerKind(),
    ...programTimers(programs),
  ];
}

const NOBODY: Facts = { owed: false, roles: {}, maySee: () => false };

/** What the kinds of a run or of its steps know of it. */
async function factsOf(unit: Unit, found: Onboarding | undefined, owed: (one: Onboarding) => boolean): Promise<Facts> {
  if (!found) return NOBODY;
  const org = await organisation(unit);
  const { mentorship, run } = found;
  return {
    owed: run.status === 'open' && owed(found),
    roles: { mentor: mentorship?.status === 'accepted' ? mentorship.mentorId : null },
    maySee: (id) => may('program.see', standingsOn(found, id, org)),
  };
}

/** The facts of kinds whose matter is the run itself. */
const factsOfRuns =
  (owed: (one: Onboarding) => boolean): Kind['facts'] =>
  async (unit, rows) => {
    const found = await onboardings(
      unit,
      rows.map((row) => row.matterId),
    );
    const facts = new Map<string, Facts>();
    for (const row of rows) facts.set(row.id, await factsOf(unit, found.get(row.matterId), owed));
    return facts;
  };

const lockRun = (unit: Unit, id: string): Promise<void> => holdRuns(unit, [id]);

async function nameOf(unit: Unit, personId: string | undefined): Promise<string> {
  const org = await organisation(unit);
  return org.people.get(personId ?? '')?.name ?? '';
}

/** The whole introduction: the learner owes it, and the nearest manager sees to it that there is time. */
function introductionKind(): Kind {
  return {
    kind: 'introduction',
    cardKind: () => 'program',
    facts: factsOfRuns((one) => one.steps.some((each) => each.introduction && each.row.status === 'open')),
    line: async (unit, { obligation, personId, locale }) => {
      const found = await onboardingOf(unit, obligation.matterId);
      const dueOn = found && introductionDue(found.steps);
      if (found?.run.status !== 'open' || dueOn === undefined) return undefined;
      const w = words(locale);
      const { run } = found;
      const late = dueOn < unit.today;
      const intro = found.steps.filter((one) => one.introduction);
      const done = intro.filter((one) => one.row.status !== 'open').length;
      if (done === intro.length) return undefined;
      const group = w.programs.quiet;
      const open = { title: w.actions.open, verb: 'program.open', input: { run: run.id } };
      if (personId === run.personId)
        return { text: w.lines.introduction({ done, of: intro.length, dueOn, late }), group, action: open };
      const name = await nameOf(unit, run.personId);
      const text = late ? w.lines.introductionLate({ name, dueOn }) : w.lines.introductionSetTime({ name, dueOn });
      return { text, group, action: open };
    },
    lock: lockRun,
    deadlines: {},
  };
}

function stepKind(kind: string): Kind {
  const runsOf = async (unit: Unit, stepIds: readonly string[]) => {
    const rows = await unit.tx.programStep.findMany({
      where: { tenantId: unit.tenantId, id: { in: [...stepIds] } },
      select: { id: true, runId: true },
    });
    const found = await onboardings(
      unit,
      rows.map((row) => row.runId),
    );
    return new Map(rows.map((row) => [row.id, found.get(row.runId)]));
  };
  return {
    kind,
    cardKind: () => 'program',
    facts: async (unit, rows) => {
      const runs = await runsOf(
        unit,
        rows.map((row) => row.matterId),
      );
      const facts = new Map<string, Facts>();
      for (const row of rows)
        facts.set(
          row.id,
          await factsOf(unit, runs.get(row.matterId), (one) =>
            one.steps.some((each) => each.row.id === row.matterId && each.row.status === 'open'),
          ),
        );
      return facts;
    },
    line: async (unit, input) => stepLine(unit, input, (await runsOf(unit, [input.obligation.matterId])).values()),
    lock: async (unit, id) => {
      const where = { tenantId_id: { tenantId: unit.tenantId, id } };
      const row = await unit.tx.programStep.findUnique({ where, select: { runId: true } });
      if (row) await holdRuns(unit, [row.runId]);
    },
    inherit: async (unit, { matterId }) => {
      const found = (await runsOf(unit, [matterId])).get(matterId);
      if (found?.run.status === 'open') await giveOn(unit, found);
    },
    deadlines: {},
  };
}

async function stepLine(
  unit: Unit,
  { obligation, personId, locale, rung }: LineInput,
  [found]: Iterable<Onboarding | undefined>,
): Promise<Line | undefined> {
  const one = found?.steps.find((each) => each.row.id === obligation.matterId);
  if (!found || one?.row.status !== 'open') return undefined;
  const { opensOn, dueOn } = daysOf(one.row);
  // Nothing to do about it yet: it waits for nobody before it opens.
  if (rung === undefined && opensOn > unit.today) return undefined;
  const w = words(locale);
  const told = { step: one.step.title[locale], dueOn, late: dueOn < unit.today };
  const own = personId === found.run.personId;
  return {
    text: own
      ? w.lines.programStep(told)
      : w.lines.programStepOf({ ...told, name: await nameOf(unit, found.run.personId) }),
    group: w.programs.quiet,
    action: { title: w.actions.open, verb: 'program.open', input: { run: found.run.id } },
  };
}

function mentorFindKind(): Kind {
  return {
    kind: 'mentor-find',
    cardKind: () => 'mentor-find',
    facts: factsOfRuns((one) => one.mentorship?.status !== 'accepted'),
    line: async (unit, { obligation, locale }) => {
      const found = await onboardingOf(unit, obligation.matterId);
      if (found?.run.status !== 'open' || found.mentorship?.status === 'accepted') return undefined;
      const w = words(locale);
      const name = await nameOf(unit, found.run.personId);
      const asked = await nameOf(unit, found.mentorship?.mentorId);
      return {
        text: asked === '' ? w.lines.mentorFind({ name }) : w.lines.mentorAsked({ name, asked }),
        group: w.programs.quiet,
        action: { title: w.actions.open, verb: 'mentor.form', input: { run: found.run.id } },
      };
    },
    lock: lockRun,
    inherit: async (unit, { matterId }) => {
      const found = await onboardingOf(unit, matterId);
      if (found?.run.status === 'open') await giveOn(unit, found);
    },
    deadlines: {},
  };
}

function mentorAnswerKind(): Kind {
  const find = async (unit: Unit, rows: readonly Pick<Obligation, 'matterId'>[]) => {
    const found = await unit.tx.mentorship.findMany({
      where: { tenantId: unit.tenantId, id: { in: rows.map((row) => row.matterId) } },
    });
    return new Map(found.map((one): [string, Mentorship] => [one.id, one]));
  };
  return {
    kind: 'mentor-answer',
    cardKind: () => 'mentor-answer',
    facts: async (unit, rows) => {
      const found = await find(unit, rows);
      return new Map(
        rows.map((row): [string, Facts] => {
          const one = found.get(row.matterId);
          if (!one) return [row.id, NOBODY];
          return [row.id, { owed: one.status === 'asked', roles: {}, maySee: (id) => id === one.mentorId }];
        }),
      );
    },
    line: async (unit, { obligation, personId, locale }) => {
      const one = (await find(unit, [obligation])).get(obligation.matterId);
      if (one?.status !== 'asked' || one.mentorId !== personId) return undefined;
      const w = words(locale);
      const dueOn = obligation.dueOn === null ? unit.today : dayFromDate(obligation.dueOn);
      return {
        text: w.lines.mentorAnswer({ name: await nameOf(unit, one.personId), dueOn }),
        group: w.programs.quiet,
        action: { title: w.actions.open, verb: 'mentor.open', input: { mentorship: one.id } },
      };
    },
    lock: async (unit, id) => {
      await heldMentorship(unit, id);
    },
    deadlines: {},
  };
}
