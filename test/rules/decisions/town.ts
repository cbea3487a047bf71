import type { Around } from '../../../bot/decisions/hearing-rules';
import { addDays, asDay, type Day } from '../../../bot/time/day';

/** Who leads what in a small town; a test changes it as people come and go. */
export type Town = {
  /** Each department's manager, and the department above it. Null: vacant, or none above. */
  readonly departments: Map<string, { manager: string | null; above: string | null }>;
  /** Where those sit who lead nothing. */
  readonly homes: Map<string, string>;
  readonly deputies: Map<string, string>;
  readonly directors: string[];
  /** Who no longer works here. */
  readonly left: Set<string>;
};

const FIRST = asDay('2026-03-02');
const DAYS: Day[] = [];

/** The n-th day of the tests; every day is a working day. */
export function day(n: number): Day {
  for (let next = DAYS.length; next <= n; next += 1) DAYS.push(addDays(FIRST, next));
  return DAYS[n] ?? FIRST;
}

/**
 * Departments a, b and c with managers `ma`, `mb` and `mc`; a and b lie under head `h`, c under head `k`; both under the
 * director `d`.
 */
export function smallTown(): Town {
  return {
    departments: new Map([
      ['a', { manager: 'ma', above: 'people' }],
      ['b', { manager: 'mb', above: 'people' }],
      ['c', { manager: 'mc', above: 'work' }],
      ['people', { manager: 'h', above: 'house' }],
      ['work', { manager: 'k', above: 'house' }],
      ['house', { manager: 'd', above: null }],
    ]),
    homes: new Map(),
    deputies: new Map(),
    directors: ['d'],
    left: new Set(),
  };
}

/** The leaders of a department, nearest first, vacancies passed over. */
function leaders(town: Town, departmentId: string): string[] {
  const chain: string[] = [];
  let at: string | null = departmentId;
  while (at !== null) {
    const department = town.departments.get(at);
    const manager = department?.manager ?? null;
    if (manager !== null && !town.left.has(manager) && !chain.includes(manager)) chain.push(manager);
    at = department?.above ?? null;
  }
  return chain;
}

function above(town: Town, personId: string): string[] {
  const led = [...town.departments].filter(([, one]) => one.manager === personId).map(([id]) => id);
  // Whoever leads several sits highest in the last of them.
  const home = led.at(-1) ?? town.homes.get(personId);
  return home === undefined ? [] : leaders(town, home).filter((id) => id !== personId);
}

/** The town as the rules see it on the n-th day. New ids count on, so that a life lived twice is the same twice. */
export function around(town: Town, n: number, ids = { next: 0 }): Around {
  return {
    today: day(n),
    after: (workingDays) => day(n + workingDays),
    newId: () => {
      ids.next += 1;
      return `id-${ids.next}`;
    },
    leadership: {
      isHere: (id) => !town.left.has(id),
      ofDepartment: (id) => leaders(town, id),
      above: (id) => above(town, id),
      deputyOf: (id) => town.deputies.get(id),
      directors: town.directors,
    },
  };
}
