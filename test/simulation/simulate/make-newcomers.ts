import { seededRandom } from '../../bench/random';
import { dayOf, textOf } from '../calendar';
import { between, chance, entraId, FIRST, LAST, letters, pick } from './make-town';
import type { Staff } from './organisation';

/** How somebody new goes about the introduction: at once, in small parts, only once reminded, or not at all. */
export type Manner = 'at-once' | 'in-parts' | 'reminded' | 'never';

/** Somebody who will come, and from which day on the municipality's files name them. */
export type Newcomer = {
  readonly staff: Staff;
  readonly knownOn: string;
  readonly manner: Manner;
  /** A word that they write in their courses, and nobody else may read. */
  readonly token: string;
};

const A_WEEK = 0.8;
const DAYS_OF_MONTH = 30;
/** How long before the first day of work the files tell of somebody, in days; negative: they had begun already. */
const AHEAD = [-20, -6, -2, 0, 0, 1, 3, 7, 9, 14, 26] as const;
const MANNERS: readonly Manner[] = ['at-once', 'at-once', 'in-parts', 'in-parts', 'reminded', 'never'];

/** Everybody who comes to a municipality in a period, the same for the same seed: some three or four a month. */
export function makeNewcomers(o: {
  readonly seed: number;
  readonly people: number;
  readonly months: number;
  readonly from: string;
  readonly departments: Iterable<string>;
}): readonly Newcomer[] {
  const random = seededRandom(o.seed * 104_729 + 11);
  const departments = [...o.departments].filter((code) => code !== 'DIR');
  const made: Newcomer[] = [];
  const weeks = Math.floor((o.months * DAYS_OF_MONTH) / 7);
  for (let week = 1; week <= weeks; week += 1) {
    // Always somebody in the first week: a month has somebody who is through it, or late.
    const many = week === 1 ? 2 : chance(random, A_WEEK) ? 1 : 0;
    for (let one = 0; one < many; one += 1) {
      const n = o.people + made.length + 1;
      const knownOn = textOf(dayOf(o.from) + 7 * week);
      made.push({
        knownOn,
        manner: pick(random, MANNERS),
        token: `Drage ${20_000 + n}`,
        staff: {
          id: entraId(n),
          name: `${pick(random, FIRST)} ${pick(random, LAST)} ${letters(n)}`,
          email: `medarbejder.${n}@traaby.example`,
          locale: n % 5 === 0 ? 'en' : 'da',
          roles: [],
          department: pick(random, departments),
          worksOn: chance(random, 0.2) ? [2, 3, 4, 5] : [],
          deputy: null,
          hiredOn: textOf(dayOf(knownOn) + (week === 1 ? between(random, 0, 1) : pick(random, AHEAD))),
          leftOn: null,
        },
      });
    }
  }
  return made;
}
