import type { Mentorship, ProgramRun, ProgramStep } from '../../prisma/generated/client';
import type { Unit } from '../db/unit';
import { dayFromDate } from '../time/day';
import { dayOf, toMoment } from '../time/moment';
import { programOf } from './freeze-program';
import { type Program, type Step, stepsOf } from './read-programs';
import type { Away, StepDays } from './rules';

/** Somebody's onboarding: the programme as it was when they began, and how its steps stand. */
export type Onboarding = {
  readonly run: ProgramRun;
  readonly program: Program;
  /** In the order of the programme. */
  readonly steps: readonly OnboardingStep[];
  /** Whoever is asked, or has said yes. */
  readonly mentorship: Mentorship | undefined;
};
export type OnboardingStep = { readonly row: ProgramStep; readonly step: Step; readonly introduction: boolean };

/** Several at once, by the id of the run. */
export async function onboardings(unit: Unit, runIds: readonly string[]): Promise<Map<string, Onboarding>> {
  const { tx, tenantId } = unit;
  const runs = await tx.programRun.findMany({
    where: { tenantId, id: { in: [...new Set(runIds)] } },
    include: { programStepRun: { orderBy: { n: 'asc' } } },
  });
  const mentorships = await tx.mentorship.findMany({
    where: { tenantId, personId: { in: runs.map((one) => one.personId) }, status: { in: ['asked', 'accepted'] } },
  });
  const found = new Map<string, Onboarding>();
  for (const { programStepRun, ...run } of runs) {
    const program = await programOf(unit, run.releaseId);
    const known = new Map(stepsOf(program).map((one) => [one.key, one]));
    const introduction = new Set(program.parts.filter((one) => one.introduction).flatMap((one) => one.steps));
    const steps = programStepRun.map((row): OnboardingStep => {
      const step = known.get(row.key);
      if (!step) throw new Error(`Step ${row.id} is of no step of its programme`);
      return { row, step, introduction: introduction.has(step) };
    });
    const mentorship = mentorships.find((one) => one.personId === run.personId);
    found.set(run.id, { run, program, steps, mentorship });
  }
  return found;
}

export const onboardingOf = async (unit: Unit, runId: string): Promise<Onboarding | undefined> =>
  (await onboardings(unit, [runId])).get(runId);

/** The open onboarding of somebody; undefined where they have none. */
export async function openOnboardingOf(unit: Unit, personId: string): Promise<Onboarding | undefined> {
  const run = await unit.tx.programRun.findFirst({
    where: { tenantId: unit.tenantId, personId, status: 'open' },
    select: { id: true },
  });
  return run ? onboardingOf(unit, run.id) : undefined;
}

/** Locks runs by id, before their obligations: whoever changes one comes here first. */
export async function holdRuns({ tx, tenantId }: Unit, runIds: readonly string[]): Promise<void> {
  if (runIds.length === 0) return;
  await tx.$queryRaw`
    select id from program_run where tenant_id = ${tenantId}::uuid and id = any(${[...runIds]}::uuid[]) order by id for update`;
}

/** Locks somebody's onboarding, also before there is one. */
export async function holdNewcomer({ tx, tenantId }: Unit, personId: string): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`${tenantId}/onboarding/${personId}`}, 0))`;
}

/** The absences of some people that touch days from their start on, by person. */
export async function absencesOf(unit: Unit, personIds: readonly string[]): Promise<Map<string, Away[]>> {
  const rows = await unit.tx.absence.findMany({
    where: { tenantId: unit.tenantId, personId: { in: [...personIds] } },
    orderBy: { fromOn: 'asc' },
  });
  const found = new Map<string, Away[]>();
  for (const row of rows) {
    const one = { fromOn: dayFromDate(row.fromOn), toOn: dayFromDate(row.toOn) };
    found.set(row.personId, [...(found.get(row.personId) ?? []), one]);
  }
  return found;
}

export const daysOf = (row: ProgramStep): StepDays => ({
  opensOn: dayFromDate(row.opensOn),
  dueOn: dayFromDate(row.dueOn),
});

/** The days on which steps were done, by key. */
export const doneDays = (unit: Unit, { steps }: Pick<Onboarding, 'steps'>) =>
  new Map(
    steps.flatMap(({ row }) =>
      row.status === 'done' && row.doneAt !== null
        ? [[row.key, dayOf(toMoment(row.doneAt, unit.policy.zone))] as const]
        : [],
    ),
  );
