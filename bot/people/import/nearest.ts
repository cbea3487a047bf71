import { closest, distance } from 'fastest-levenshtein';

/**
 * The known value that a mistyped one resembles most; capitals do not count. `likely`: only when no more than a third of
 * it differs. Undefined when nothing is known or nothing resembles it.
 */
export function nearestOf(value: string, known: Iterable<string>, how: 'likely' | 'any' = 'any'): string | undefined {
  const bySmall = new Map([...known].map((one) => [one.toLowerCase(), one]));
  if (bySmall.size === 0) return undefined;
  const small = value.toLowerCase().slice(0, LONGEST);
  const found = closest(small, [...bySmall.keys()]);
  const most = how === 'likely' ? Math.max(1, Math.floor(found.length / 3)) : Math.max(small.length, found.length) - 1;
  return distance(small, found) <= most ? bySmall.get(found) : undefined;
}

/** Nothing that is known is longer; a text of any length may come in. */
const LONGEST = 200;
