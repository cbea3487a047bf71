import { eighteenthBirthday } from '../time/coming-of-age';
import { addDays, type Day } from '../time/day';

/** What gives leave to share: consent by word or in writing, consent to one meeting, or a paragraph of law. */
export const GROUND_KINDS = ['oral', 'written', 'meeting', 'law'] as const;
export type GroundKind = (typeof GROUND_KINDS)[number];
/** Who consents. Law needs nobody's yes. */
export const GIVEN_BY = ['citizen', 'custody-holder', 'young-person'] as const;
export type GivenBy = (typeof GIVEN_BY)[number];

/** A ground as far as it decides who may see. */
export type GroundReach = {
  readonly id: string;
  /** Set: for this meeting only. */
  readonly meetingId: string | null;
  readonly withdrawn: boolean;
  /** The first day without it; null: until it is withdrawn. */
  readonly untilOn: Day | null;
  readonly departmentIds: readonly string[];
  readonly externalIds: readonly string[];
};

/** Whom grounds reach on a day. */
export type Reach = {
  readonly departments: ReadonlySet<string>;
  readonly externals: ReadonlySet<string>;
  /** By meeting: departments and externals that a ground for that meeting reaches. */
  readonly byMeeting: ReadonlyMap<string, ReadonlySet<string>>;
};

/** Whether a ground holds on a day. */
export function holdsOn(ground: Pick<GroundReach, 'withdrawn' | 'untilOn'>, day: Day): boolean {
  return !ground.withdrawn && (ground.untilOn === null || day < ground.untilOn);
}

/** Whom some grounds of one pathway reach on a day. The pathway's own department is no matter of grounds. */
export function reachOn(grounds: readonly GroundReach[], day: Day): Reach {
  const departments = new Set<string>();
  const externals = new Set<string>();
  const byMeeting = new Map<string, Set<string>>();
  for (const ground of grounds) {
    if (!holdsOn(ground, day)) continue;
    if (ground.meetingId === null) {
      for (const id of ground.departmentIds) departments.add(id);
      for (const id of ground.externalIds) externals.add(id);
    } else {
      const reached = byMeeting.get(ground.meetingId) ?? new Set();
      for (const id of [...ground.departmentIds, ...ground.externalIds]) reached.add(id);
      byMeeting.set(ground.meetingId, reached);
    }
  }
  return { departments, externals, byMeeting };
}

/** Departments and externals of a ground, by whether something else still reaches them once it is gone. */
export type Without = {
  readonly lost: { readonly departments: readonly string[]; readonly externals: readonly string[] };
  readonly kept: { readonly departments: readonly string[]; readonly externals: readonly string[] };
};

/**
 * What follows when one ground of a pathway goes, on a day: whom nothing else reaches, and with whom sharing goes on.
 * @param own the pathway's own department, which needs no ground
 */
export function without(gone: GroundReach, grounds: readonly GroundReach[], own: string, day: Day): Without {
  const rest = reachOn(
    grounds.filter((one) => one.id !== gone.id),
    day,
  );
  const same = gone.meetingId === null ? undefined : rest.byMeeting.get(gone.meetingId);
  const departmentIds = gone.departmentIds.filter((id) => id !== own);
  const hasDepartment = (id: string) => rest.departments.has(id) || same?.has(id) === true;
  const hasExternal = (id: string) => rest.externals.has(id) || same?.has(id) === true;
  return {
    lost: {
      departments: departmentIds.filter((id) => !hasDepartment(id)),
      externals: gone.externalIds.filter((id) => !hasExternal(id)),
    },
    kept: { departments: departmentIds.filter(hasDepartment), externals: gone.externalIds.filter(hasExternal) },
  };
}

/** How long a new ground holds, or which input says something that cannot be, by the code of its refusal. */
export type GroundEnd =
  | { readonly untilOn: Day | null }
  | { readonly input: 'until' | 'born' | 'given'; readonly fault: 'ground-until' | 'born-missing' | 'of-age' };

/**
 * The first day without a new ground. One that a holder of custody gives ends on the 18th birthday at the latest, and
 * cannot be given any more from that day on.
 * @param asked.lastOn the last day that was asked for; null: without an end
 */
export function endOf(asked: {
  readonly givenBy: GivenBy | null;
  readonly lastOn: Day | null;
  readonly bornOn: Day | null;
  readonly today: Day;
}): GroundEnd {
  const { givenBy, lastOn, bornOn, today } = asked;
  if (lastOn !== null && lastOn < today) return { input: 'until', fault: 'ground-until' };
  const untilOn = lastOn === null ? null : addDays(lastOn, 1);
  if (givenBy !== 'custody-holder') return { untilOn };
  if (bornOn === null) return { input: 'born', fault: 'born-missing' };
  const birthday = eighteenthBirthday(bornOn);
  if (today >= birthday) return { input: 'given', fault: 'of-age' };
  return { untilOn: untilOn === null || untilOn > birthday ? birthday : untilOn };
}
