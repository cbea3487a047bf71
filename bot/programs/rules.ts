import { addDays, type Day, daysBetween } from '../time/day';
import { plainSpanFrom } from '../time/span';

/** Whom a programme is for; what is left out does not narrow it. */
export type Fits = {
  readonly departments?: readonly string[] | undefined;
  readonly professions?: readonly string[] | undefined;
  readonly leaders?: boolean | undefined;
};

/** What of somebody a programme is chosen by. */
export type Traits = {
  readonly departmentKind: string;
  readonly profession: string | null;
  /** Whether they lead a department or somebody. */
  readonly leads: boolean;
};

/** To lead says more of what somebody has to learn than the profession does, and that more than the department. */
const WEIGHTS = { leaders: 4, professions: 2, departments: 1 } as const;

/** How closely a programme fits somebody; undefined where it does not, 0 for the one that is for everybody. */
export function fitOf(fits: Fits | undefined, traits: Traits): number | undefined {
  if (fits?.leaders === true && !traits.leads) return undefined;
  if (fits?.professions && !fits.professions.some((one) => isSame(one, traits.profession))) return undefined;
  if (fits?.departments && !fits.departments.includes(traits.departmentKind)) return undefined;
  return weightOf(fits);
}

/** How narrow a programme is, whoever it fits. */
export const weightOf = (fits: Fits | undefined): number =>
  (fits?.leaders === true ? WEIGHTS.leaders : 0) +
  (fits?.professions ? WEIGHTS.professions : 0) +
  (fits?.departments ? WEIGHTS.departments : 0);

/** Whether there may be somebody whom two programmes fit equally closely: then nobody could say which is theirs. */
export function tie(one: Fits | undefined, other: Fits | undefined): boolean {
  if (weightOf(one) !== weightOf(other)) return false;
  const professions = one?.professions;
  const departments = one?.departments;
  return (
    (!professions || professions.some((name) => other?.professions?.some((its) => isSame(its, name)) ?? false)) &&
    (!departments || departments.some((kind) => other?.departments?.includes(kind) ?? false))
  );
}

const isSame = (wanted: string, has: string | null): boolean => wanted.toLowerCase() === has?.trim().toLowerCase();

/** Dates count from the first day of work; where the house came to know somebody later than this, from the day it did. */
const STILL_FROM_THE_START = 7;

/** The day that a programme counts from. A colleague whom the house meets late is not behind on their first day with it. */
export const countsFrom = (hiredOn: Day, metOn: Day): Day =>
  daysBetween(hiredOn, metOn) > STILL_FROM_THE_START ? metOn : hiredOn;

export type Away = { readonly fromOn: Day; readonly toOn: Day };

/**
 * A day moved by leave: every day of each absence that begins on or before it, from `since` on. Absences that overlap
 * count once, and one that begins only because the day has moved counts too. The same absences give the same day, so that
 * leave which is taken back gives the old date.
 */
export function movedBy(day: Day, since: Day, away: readonly Away[]): Day {
  let moved = day;
  let counted = addDays(since, -1);
  for (const one of [...away].sort((a, b) => (a.fromOn < b.fromOn ? -1 : 1))) {
    if (one.fromOn > moved || one.toOn <= counted) continue;
    const from = one.fromOn > counted ? one.fromOn : addDays(counted, 1);
    moved = addDays(moved, daysBetween(from, one.toOn) + 1);
    counted = one.toOn;
  }
  return moved;
}

export type DatedStep = {
  readonly key: string;
  /** How long after the start, or after the step before it, it can be done and is to be done: `14d`, `2m`. */
  readonly opens: string;
  readonly due: string;
  /** The step that its dates count from, by key; the start where there is none. */
  readonly after?: string | undefined;
};
export type StepDays = { readonly opensOn: Day; readonly dueOn: Day };

/**
 * When each step opens and is due. What counts from another step counts from the day that one was done, and until then
 * from the day it is due.
 * @param steps in the order of the programme: a step stands after the one it counts from
 */
export function stepDays(
  steps: readonly DatedStep[],
  on: { readonly startsOn: Day; readonly away: readonly Away[]; readonly doneOn: ReadonlyMap<string, Day> },
): ReadonlyMap<string, StepDays> {
  const found = new Map<string, StepDays>();
  for (const step of steps) {
    const before = step.after === undefined ? undefined : (on.doneOn.get(step.after) ?? found.get(step.after)?.dueOn);
    const base = before ?? on.startsOn;
    found.set(step.key, {
      opensOn: movedBy(plainSpanFrom(base, step.opens), base, on.away),
      dueOn: movedBy(plainSpanFrom(base, step.due), base, on.away),
    });
  }
  return found;
}

export type StepState = 'done' | 'waived' | 'fallen' | 'overdue' | 'open' | 'ahead';

/** How a step stands today. */
export function stateOfStep(step: StepDays & { readonly status: string }, today: Day): StepState {
  if (step.status === 'done' || step.status === 'waived' || step.status === 'fallen') return step.status;
  return step.dueOn < today ? 'overdue' : step.opensOn > today ? 'ahead' : 'open';
}
