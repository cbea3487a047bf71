import { addDays, type Day } from '../time/day';
import { plainSpanFrom } from '../time/span';

/** Days whose rows a sample is drawn from, both included. */
export type Period = { readonly fromOn: Day; readonly toOn: Day };

/** More intervals than anybody leaves the house standing still. */
const MOST_INTERVALS = 1_000;

/**
 * The period that a sample is due for: the whole intervals that have passed since the day it begins, so that periods keep
 * their rhythm however late one is drawn. A month that begins on its 31st ends before the same day of the next, or its last.
 * @param every a span without a calendar: `2w`, `1m`
 * @returns undefined while the first interval runs
 */
export function periodDue(fromOn: Day, every: string, today: Day): Period | undefined {
  let passed: Day | undefined;
  for (let n = 1; n <= MOST_INTERVALS; n += 1) {
    const next = plainSpanFrom(fromOn, times(every, n));
    if (next > today) break;
    passed = next;
  }
  return passed === undefined ? undefined : { fromOn, toOn: addDays(passed, -1) };
}

/** So many times a span: three times `2w` is `6w`. */
const times = (every: string, n: number): string => `${Number.parseInt(every, 10) * n}${every.slice(-1)}`;

/** Which of a sample's rows somebody looks through: all but their own acts, since nobody reviews themselves. */
export function reviewedBy<Row extends { readonly n: number; readonly actorId: string | null }>(
  rows: readonly Row[],
  personId: string,
): { readonly theirs: readonly Row[]; readonly own: readonly number[] } {
  return {
    theirs: rows.filter((row) => row.actorId !== personId),
    own: rows.filter((row) => row.actorId === personId).map((row) => row.n),
  };
}

/** What is wrong with a sign-off, by input; empty when nothing is. */
export function signOffFaults(
  given: { readonly closer: readonly number[]; readonly note: string },
  longest: number,
): Readonly<Record<string, 'sample-note' | 'too-long'>> {
  if (given.note.length > longest) return { note: 'too-long' };
  return given.closer.length > 0 && given.note === '' ? { note: 'sample-note' } : {};
}
