import { eighteenthBirthday } from '../time/coming-of-age';
import { addMonths, type Day } from '../time/day';
import { type FollowUpModel, type HeldMeeting, kindOf } from './rules';

/** A young person, as far as milestones care. */
export type Young = {
  readonly bornOn: Day;
  /** The pathway's start, or the day the house came to know it, whichever is later. */
  readonly since: Day;
  /** Whether holders of custody have consented to sharing that still stands. */
  readonly parentsConsented: boolean;
};

/** A milestone of the policy, as far as its days go: `age` after the birth, `opens` before its day, both in months. */
export type ByAge = { readonly is: string; readonly age: number; readonly opens: number };

export type DatedMilestone<Policy extends ByAge> = {
  readonly policy: Policy;
  readonly opensOn: Day;
  readonly dueOn: Day;
};

/** When a milestone opens and is due. Born on the 31st of August, 17½ is the last of February; on the 29th of February, the 28th in common years. */
export function datesOf(policy: ByAge, bornOn: Day): { readonly opensOn: Day; readonly dueOn: Day } {
  const dueOn = addMonths(bornOn, policy.age);
  return { dueOn, opensOn: addMonths(dueOn, -policy.opens) };
}

/**
 * The milestones that a pathway has, by age. None where it began with a grown-up. Whoever comes late to a meeting is overdue at
 * once; but one that was due before the house knew the pathway is left out where the next had opened by then as well, since
 * one meeting is then enough. Parents' consent is asked about only where there is one.
 */
export function milestonesOf<Policy extends ByAge>(
  policies: readonly Policy[],
  young: Young,
): readonly DatedMilestone<Policy>[] {
  if (eighteenthBirthday(young.bornOn) <= young.since) return [];
  const dated = policies.map((policy) => ({ policy, ...datesOf(policy, young.bornOn) }));
  return dated.filter(({ policy, dueOn }, at) => {
    if (policy.is === 'consent') return young.parentsConsented;
    if (policy.is !== 'meeting' || dueOn >= young.since) return true;
    return !dated.slice(at + 1).some((later) => later.policy.is === 'meeting' && later.opensOn <= young.since);
  });
}

/** What is to be settled by a meeting. */
export type Awaiting = { readonly is: string; readonly opensOn: Day };

/**
 * Whether a kind of meeting settles a transition: a transition meeting where the model has one, else any; by hand also a
 * follow-up. It is held from the opening on, late too (Ballerup's IT, and 7).
 */
export function settlesTransition(
  model: Pick<FollowUpModel, 'meetings'>,
  milestone: Awaiting,
  meeting: Pick<HeldMeeting, 'kind' | 'on'>,
): boolean {
  if (meeting.on < milestone.opensOn) return false;
  if (milestone.is !== 'meeting' && milestone.is !== 'by-hand') return false;
  const countsAs = kindOf(model, meeting.kind)?.countsAs;
  if (milestone.is === 'by-hand') return countsAs !== undefined;
  return countsAs === 'transition' || !model.meetings.some((one) => one.countsAs === 'transition');
}
