import type { Day } from '../time/day';
import type { Moment } from '../time/moment';

/** What a leader says to a proposal that the team could not agree on. */
export type Ruling = {
  readonly kind: 'as-proposed' | 'not' | 'other';
  /** The other decision; empty else. */
  readonly text: string;
  readonly reason: string;
};

export type Because = 'manager' | 'deputy' | 'head' | 'common-leader' | 'director';

export type RulingSeat = {
  readonly id: string;
  readonly personId: string;
  /** The departments that this leader answers for. */
  readonly departmentIds: readonly string[];
  readonly because: Because;
  readonly ruling: Ruling | null;
};

/**
 * One asking of leaders. Level 1 are those whose departments the decision touches; each level above is one leader. Round 2 is
 * once more, seeing each other's. `late`: past its date with nobody above, and undecided until decided.
 */
export type Hearing = {
  readonly id: string;
  readonly level: number;
  readonly round: number;
  readonly status: 'open' | 'decided' | 'differed' | 'late';
  /** Leaders who were at the meeting confirm the direction that was written down; the others decide. */
  readonly confirms: boolean;
  readonly dueOn: Day;
  readonly seats: readonly RulingSeat[];
  /** When they take it together; null while in writing. */
  readonly togetherAt: Moment | null;
  /** Who recorded what they decided together, by seat. */
  readonly recordedBy: string | null;
};

/** Who leads whom, as the organisation stands now. */
export type Leadership = {
  /** Employed today. */
  isHere(personId: string): boolean;
  /** Leaders of a department, nearest first; a vacancy is passed over, so that the first answers for the department. */
  ofDepartment(departmentId: string): readonly string[];
  /** All leaders of a person upward, nearest first. */
  above(personId: string): readonly string[];
  deputyOf(personId: string): string | undefined;
  readonly directors: readonly string[];
};

/** What a hearing takes from outside: new ids, and days counted in the house's working days. */
export type Around = {
  readonly today: Day;
  readonly leadership: Leadership;
  /** So many working days from today. */
  after(workingDays: number): Day;
  newId(): string;
};

/** Working days that leaders have: the first time, once more, and whoever decides where they differ. Ours. */
export const RULING_DAYS = { first: 5, again: 2, above: 3 } as const;

type Barred = {
  /** Who has a voice in the team: a leader among them is replaced by their deputy or the head. */
  readonly members: ReadonlySet<string>;
  /** Who said yes for a silent department has voted: the head decides in their place. */
  readonly voted: ReadonlySet<string>;
};

/**
 * The leaders of the departments that a decision touches, each once. Source: Ballerup 9, the relevant leaders decide together;
 * that nobody decides in two roles is ours.
 */
export function leadersOf(
  departmentIds: readonly string[],
  barred: Barred,
  leadership: Leadership,
): Pick<RulingSeat, 'personId' | 'departmentIds' | 'because'>[] {
  const found = new Map<string, { departmentIds: string[]; because: Because }>();
  for (const departmentId of [...new Set(departmentIds)].sort()) {
    const leader = leaderFor(departmentId, barred, leadership);
    if (!leader) continue;
    const known = found.get(leader.personId);
    if (known) known.departmentIds.push(departmentId);
    else found.set(leader.personId, { departmentIds: [departmentId], because: leader.because });
  }
  return [...found].map(([personId, one]) => ({ personId, ...one }));
}

function leaderFor(
  departmentId: string,
  { members, voted }: Barred,
  leadership: Leadership,
): { readonly personId: string; readonly because: Because } | undefined {
  const free = (id: string | undefined): id is string =>
    id !== undefined && leadership.isHere(id) && !members.has(id) && !voted.has(id);
  let because: Because = 'manager';
  for (const personId of leadership.ofDepartment(departmentId)) {
    if (free(personId)) return { personId, because };
    const deputy = leadership.deputyOf(personId);
    if (!voted.has(personId) && free(deputy)) return { personId: deputy, because: 'deputy' };
    because = 'head';
  }
  const director = leadership.directors.find(free);
  return director === undefined ? undefined : { personId: director, because: 'director' };
}

/** The nearest leader above all of these who has not had a say in the matter; undefined at the top. */
export function commonLeaderAbove(
  personIds: readonly string[],
  barred: ReadonlySet<string>,
  leadership: Leadership,
): string | undefined {
  const [first, ...others] = personIds.map((id) => leadership.above(id));
  const free = (id: string) => !barred.has(id) && !personIds.includes(id) && leadership.isHere(id);
  // Whoever leads one of them and is one of them already was asked: the way goes on above.
  const common = first?.find((id) => free(id) && others.every((chain) => chain.includes(id)));
  return common ?? leadership.directors.find(free);
}

/** Opens a hearing before these leaders. */
export function openHearing(
  seats: readonly Pick<RulingSeat, 'personId' | 'departmentIds' | 'because'>[],
  made: { readonly level: number; readonly round: number; readonly days: number; readonly confirms?: boolean },
  around: Around,
): Hearing {
  return {
    id: around.newId(),
    level: made.level,
    round: made.round,
    status: 'open',
    confirms: made.confirms ?? false,
    dueOn: around.after(made.days),
    seats: seats.map((seat) => ({ ...seat, id: around.newId(), ruling: null })),
    togetherAt: null,
    recordedBy: null,
  };
}

/** Where the leaders of a hearing stand: some have not answered, all say the same, or they differ. */
export type Verdict =
  | { readonly is: 'open' }
  | { readonly is: 'same'; readonly ruling: Ruling }
  | { readonly is: 'differ' };

/** Whether leaders say the same. Nobody is never agreement. A text of one's own is the same when it reads the same. */
export function verdictOf(hearing: Hearing): Verdict {
  const rulings = hearing.seats.flatMap((seat) => seat.ruling ?? []);
  const [first] = rulings;
  if (!first || rulings.length < hearing.seats.length) return { is: 'open' };
  if (!rulings.every((one) => sameRuling(one, first))) return { is: 'differ' };
  const reasons = [...new Set(rulings.map((one) => one.reason.trim()).filter((reason) => reason !== ''))];
  return { is: 'same', ruling: { ...first, reason: reasons.join('\n') } };
}

function sameRuling(one: Ruling, other: Ruling): boolean {
  return one.kind === other.kind && (one.kind !== 'other' || plain(one.text) === plain(other.text));
}

const plain = (text: string): string =>
  text
    .toLocaleLowerCase('da')
    .replace(/[\s.!]+/g, ' ')
    .trim();

/** Writes down what one leader says; said anew, the newest holds while the hearing is open. */
export function withRuling(hearing: Hearing, seatId: string, ruling: Ruling): Hearing {
  return { ...hearing, seats: hearing.seats.map((seat) => (seat.id === seatId ? { ...seat, ruling } : seat)) };
}

/** Whether a hearing still takes answers. */
export function isHearing(hearing: Hearing): boolean {
  return hearing.status === 'open' || hearing.status === 'late';
}

/** A leader is no longer here: these take the place, and are asked. Somebody who is in it already takes the departments on. */
export function replaceLeader(
  hearing: Hearing,
  left: RulingSeat,
  heirs: readonly Pick<RulingSeat, 'personId' | 'departmentIds' | 'because'>[],
  around: Around,
): Hearing {
  const seats = hearing.seats.filter((seat) => seat !== left);
  const before = seats.length;
  for (const heir of heirs) {
    const at = seats.findIndex((seat) => seat.personId === heir.personId);
    const known = seats[at];
    if (known) seats[at] = { ...known, departmentIds: [...new Set([...known.departmentIds, ...heir.departmentIds])] };
    else seats.push({ ...heir, id: around.newId(), ruling: null });
  }
  // Whoever is new to it has a working day at least.
  const soonest = around.after(1);
  const tooSoon = hearing.status === 'open' && seats.length > before && hearing.dueOn < soonest;
  return { ...hearing, seats, dueOn: tooSoon ? soonest : hearing.dueOn };
}
