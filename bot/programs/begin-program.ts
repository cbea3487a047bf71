import type { Unit } from '../db/unit';
import { openObligation } from '../obligations/open';
import { organisation } from '../people/organisation';
import { addDays, type Day, dateFromDay, dayFromDate } from '../time/day';
import { freezeProgram } from './freeze-program';
import { type Program, type Programs, type Step, type StepOwner, stepsOf } from './read-programs';
import { countsFrom, fitOf, stepDays, type Traits } from './rules';
import { leadsOthers, ownerOf } from './standing';
import { absencesOf, holdNewcomer, type Onboarding, type OnboardingStep, onboardingOf } from './store';

/** The kind of obligation that a step outside the introduction is, by who owes it. */
export const OBLIGATION_OF = {
  learner: 'program-step-learner',
  manager: 'program-step-manager',
  mentor: 'program-step-mentor',
  'onboarding-lead': 'program-step-lead',
} as const satisfies Readonly<Record<StepOwner, string>>;

/** So many days the manager has to find a mentor. */
const MENTOR_DAYS = 7;

/** The programme that fits somebody most closely; undefined where the house has none. */
export function programFor(programs: Programs, traits: Traits): Program | undefined {
  const fitting = [...programs.values()].flatMap((program) => {
    const fit = fitOf(program.for, traits);
    return fit === undefined ? [] : [{ program, fit }];
  });
  return fitting.sort((a, b) => b.fit - a.fit)[0]?.program;
}

/**
 * A new colleague's onboarding begins: the programme is frozen, its steps get their days, whoever sees to each owes it, and
 * the colleague is met with the whole of it on a card. Somebody who has an open one keeps that.
 * @returns the run's id; undefined where nothing began
 */
export async function beginProgram(unit: Unit, programs: Programs, personId: string): Promise<string | undefined> {
  const { tx, tenantId } = unit;
  await holdNewcomer(unit, personId);
  const org = await organisation(unit);
  const person = org.people.get(personId);
  if (!person?.hiredOn || !org.isHere(personId)) return undefined;
  const before = await tx.programRun.findMany({ where: { tenantId, personId }, select: { status: true } });
  if (before.some((one) => one.status === 'open')) return undefined;
  const program = programFor(programs, {
    departmentKind: org.departments.get(person.departmentId)?.kind ?? '',
    profession: person.profession,
    leads: leadsOthers(personId, org),
  });
  if (!program) return undefined;
  const startsOn = countsFrom(dayFromDate(person.hiredOn), unit.today);
  const id = unit.house.newId();
  await tx.programRun.create({
    data: {
      tenantId,
      id,
      personId,
      n: before.length + 1,
      programKey: program.key,
      releaseId: await freezeProgram(unit, program),
      startsOn: dateFromDay(startsOn),
      status: 'open',
      openedAt: unit.now,
    },
  });
  await createSteps(unit, id, personId, program, startsOn);
  const found = await onboardingOf(unit, id);
  if (!found) throw new Error(`Run ${id} is not there`);
  await openSteps(unit, found);
  await askForMentor(unit, found, true);
  unit.audit({ act: 'program.opened', actorId: null, matterKind: 'program-run', matterId: id, codes: [program.key] });
  return id;
}

async function createSteps(unit: Unit, runId: string, personId: string, program: Program, startsOn: Day) {
  const { tx, tenantId } = unit;
  const away = (await absencesOf(unit, [personId])).get(personId) ?? [];
  const steps = stepsOf(program);
  const days = stepDays(steps, { startsOn, away, doneOn: new Map() });
  await tx.programStep.createMany({
    data: steps.flatMap((step: Step, n) => {
      const on = days.get(step.key);
      if (!on) return [];
      const { key } = step;
      const at = { opensOn: dateFromDay(on.opensOn), dueOn: dateFromDay(on.dueOn) };
      return [{ tenantId, id: unit.house.newId(), runId, key, n: n + 1, status: 'open', ...at }];
    }),
  });
}

async function openSteps(unit: Unit, found: Onboarding): Promise<void> {
  const org = await organisation(unit);
  const { run } = found;
  const due = introductionDue(found.steps);
  if (due !== undefined)
    await openObligation(unit, {
      kind: 'introduction',
      matterKind: 'program-run',
      matterId: run.id,
      round: 1,
      ownerRole: 'person',
      ownerId: run.personId,
      anchors: { due },
      card: { kind: 'program', class: 'summons' },
    });
  for (const { row, step, introduction } of found.steps) {
    if (introduction) continue;
    await openObligation(unit, {
      kind: OBLIGATION_OF[step.owner],
      matterKind: 'program-step',
      matterId: row.id,
      round: 1,
      ownerRole: step.owner === 'learner' ? 'person' : step.owner,
      ownerId: ownerOf(step.owner, found, org),
      anchors: { opens: dayFromDate(row.opensOn), due: dayFromDate(row.dueOn) },
    });
  }
}

/** When the whole introduction is due: with the last of it. */
export function introductionDue(steps: readonly OnboardingStep[]): Day | undefined {
  return steps
    .filter((one) => one.introduction)
    .map((one) => dayFromDate(one.row.dueOn))
    .sort()
    .at(-1);
}

/**
 * The nearest manager finds a mentor; asked anew when one says no, or leaves.
 * @param card whether the manager is sent the card now
 */
export async function askForMentor(unit: Unit, { run }: Pick<Onboarding, 'run'>, card: boolean): Promise<void> {
  const { tx, tenantId } = unit;
  const org = await organisation(unit);
  const rounds = await tx.obligation.count({
    where: { tenantId, kind: 'mentor-find', matterKind: 'program-run', matterId: run.id },
  });
  await openObligation(unit, {
    kind: 'mentor-find',
    matterKind: 'program-run',
    matterId: run.id,
    round: rounds + 1,
    ownerRole: 'manager',
    ownerId: org.managerOf(run.personId) ?? null,
    anchors: { due: addDays(unit.today, MENTOR_DAYS) },
    ...(card ? { card: { kind: 'mentor-find', class: 'summons' } } : {}),
  });
}
