import type { Around, Ruling } from '../../../bot/decisions/hearing-rules';
import { owedBy } from '../../../bot/decisions/owed-rules';
import { openVersion } from '../../../bot/decisions/proposal-rules';
import type { Proposal } from '../../../bot/decisions/state-rules';
import { must, opening, type Step, seat, tuples, vote } from './answers';
import { around, day, smallTown } from './town';

/** What a leader can do. `b-again` reads the same as `b`; `c` is another decision again. */
export const SAYINGS = ['as-proposed', 'not', 'b', 'b-again', 'c', 'silent'] as const;
export type Saying = (typeof SAYINGS)[number];

const TEXTS = { b: 'Et andet tilbud', 'b-again': 'et andet  tilbud.', c: 'Et tredje tilbud' } as const;

export const ruling = (saying: Exclude<Saying, 'silent'>): Ruling =>
  saying === 'as-proposed' || saying === 'not'
    ? { kind: saying, text: '', reason: 'derfor' }
    : { kind: 'other', text: TEXTS[saying], reason: 'derfor' };

const KIND = { 'as-proposed': 'adopted', not: 'not', b: 'other', 'b-again': 'other', c: 'other' } as const;
/** What they come to mean: the texts that read the same are one. */
const meaning = (saying: Saying) => (saying === 'b-again' ? 'b' : saying);

/** Whom a matter goes to from these managers, level by level; nobody is asked on two of them. */
const ABOVE: Readonly<Record<string, readonly string[]>> = { ma: ['h', 'd'], 'ma,mb': ['h', 'd'], 'ma,mb,mc': ['d'] };
/** Working days that leaders have: ours, but for the end of the next one, by which a direction is confirmed. */
const HAVE = { first: 5, confirm: 1, again: 2, above: 3 } as const;

export type Census = { ways: number; readonly ends: Record<string, number>; readonly faults: string[] };

/** Nobody comes or goes, so that all ways share one town. */
const town = smallTown();
const days = new Map<number, Around>();
function on(n: number): Around {
  const known = days.get(n);
  if (known) return known;
  const made = around(town, n);
  days.set(n, made);
  return made;
}

/** A proposal that so many managers decide on, just put before them. */
export function beforeLeaders(step: Step, departments: readonly ('a' | 'b' | 'c')[]): Proposal {
  const seats = departments.map((one) => seat(`${one}1`));
  const state = openVersion(
    'unanimous-then-managers',
    opening({ seats, expected: departments, touched: departments }),
    1,
    0,
    on(0),
  );
  if (state === 'no-voters') throw new Error('there are voices');
  const talk = must(step, state, vote('a1', 'doubt'), on(0));
  return must(step, talk, { kind: 'put-before-leaders', only: null }, on(0));
}

/** What leaders can do: in the first round, once more, and those above. */
export type Sayings = {
  readonly first: readonly Saying[];
  readonly again: readonly Saying[];
  readonly above: readonly Saying[];
};

/**
 * Every way that one, two or three managers can answer over two rounds, and those above them after that, held against the
 * product: what all say stands; where they differ they try once more; then, or past the date, the nearest common leader, and
 * theirs; at the top it is undecided until decided.
 */
export function everyLeadership(step: Step, many: 1 | 2 | 3, sayings: Sayings): Census {
  const departments = (['a', 'b', 'c'] as const).slice(0, many);
  return everyHearing(step, beforeLeaders(step, departments), { managers: managersOf(many), sayings, confirms: false });
}

/** The same where the leaders set a direction at a meeting, which each then confirms, or says that it is not so. */
export function everyDirection(step: Step, many: 1 | 2 | 3): Census {
  const managers = managersOf(many);
  const leaders = managers.map((personId) => ({
    personId,
    departmentIds: [personId.slice(1)],
    because: 'manager' as const,
  }));
  const start = openVersion('leaders-set-direction', opening({ leaders }), 1, 0, on(0));
  if (start === 'no-voters') throw new Error('there are leaders');
  const sayings = { first: CONFIRMS, again: [], above: ['as-proposed', 'not', 'c', 'silent'] } as const;
  return everyHearing(step, start, { managers, sayings, confirms: true });
}

const CONFIRMS = ['as-proposed', 'not', 'silent'] as const;
const managersOf = (many: number) => ['ma', 'mb', 'mc'].slice(0, many);

type Frame = { readonly managers: readonly string[]; readonly sayings: Sayings; readonly confirms: boolean };

function everyHearing(step: Step, start: Proposal, { managers, sayings, confirms }: Frame): Census {
  const census: Census = { ways: 0, ends: {}, faults: [] };
  const walk = { step, census, chain: ABOVE[String(managers)] ?? [], sayings, confirms };
  const days = confirms ? HAVE.confirm : HAVE.first;
  for (const said of tuples(sayings.first, managers.length))
    ask(walk, start, { people: managers, said, level: 1, round: 1, from: 0, days, path: '' });
  return census;
}

type Walk = {
  readonly step: Step;
  readonly census: Census;
  readonly chain: readonly string[];
  readonly sayings: Sayings;
  /** It is a direction, not a decision. */
  readonly confirms: boolean;
};
type Asking = {
  readonly people: readonly string[];
  readonly said: readonly Saying[];
  readonly level: number;
  readonly round: number;
  readonly from: number;
  readonly days: number;
  readonly path: string;
};

function ask(walk: Walk, before: Proposal, asking: Asking): undefined {
  const { step, census, chain, sayings } = walk;
  const { people, said, level, round, from } = asking;
  const path = `${asking.path} ${level}.${round} ${said}`;
  const fault = (text: string): undefined => {
    if (census.faults.length < 5) census.faults.push(`${path}: ${text}`);
  };
  const hearing = before.hearings.at(-1);
  if (before.stage.is !== 'leaders' || !hearing) return fault(`is ${before.stage.is}, not before leaders`);
  const seats = hearing.seats.map((one) => one.personId).sort();
  if (String(seats) !== String([...people].sort())) return fault(`asked ${seats}, not ${people}`);
  if (hearing.level !== level || hearing.round !== round) return fault(`is asking ${hearing.level}.${hearing.round}`);
  if (hearing.seats.some((one) => one.ruling !== null)) return fault('somebody has answered before being asked');
  if (hearing.dueOn !== day(from + asking.days)) return fault(`is due on ${hearing.dueOn}`);
  let state = before;
  const silent = people.filter((_, n) => said[n] === 'silent');
  const confirming = walk.confirms && level === 1;
  // A direction stands when all recognise it.
  const differ = confirming ? said.some((one) => one !== 'as-proposed') : new Set(said.map(meaning)).size > 1;
  for (const [n, saying] of said.entries()) {
    const id = hearing.seats.find((one) => one.personId === people[n])?.id ?? '';
    if (saying !== 'silent')
      state = must(step, state, { kind: 'ruling', seatId: id, ruling: ruling(saying), together: false }, on(from + 1));
  }
  const next = from + asking.days + 1;
  if (silent.length > 0) {
    const owed = owners(state);
    if (String(owed) !== String([...silent].sort())) return fault(`${owed} owe an answer, not ${silent}`);
    state = must(step, state, { kind: 'ruling-past-due' }, on(next));
  } else if (!differ) {
    return ended(walk, state, said[0] ?? 'silent', level === 1 ? 'leaders' : 'leader', path);
  }
  const since = silent.length > 0 ? next : from + 1;
  if (silent.length === 0 && round === 1 && level === 1 && !confirming) {
    for (const once of tuples(sayings.again, people.length))
      ask(walk, state, { ...asking, said: once, round: 2, from: since, days: HAVE.again, path });
    return;
  }
  const above = chain[level - 1];
  if (above !== undefined) {
    for (const one of sayings.above)
      ask(walk, state, {
        people: [above],
        said: [one],
        level: level + 1,
        round: 1,
        from: since,
        days: HAVE.above,
        path,
      });
    return;
  }
  atTheTop(walk, state, { people, since, path });
}

const owners = (state: Proposal): (string | null)[] =>
  owedBy(state, () => true)
    .map((one) => (one.owner.role === 'person' ? one.owner.personId : 'lead'))
    .sort();

function ended({ census, confirms }: Walk, state: Proposal, saying: Saying, by: string, path: string): undefined {
  census.ways += 1;
  const { stage } = state;
  const kind = saying === 'silent' ? 'none' : confirms && saying !== 'not' ? 'direction' : KIND[saying];
  const want = `${kind} by ${by}`;
  const got = stage.is === 'closed' ? `${stage.outcome.kind} by ${stage.outcome.by}` : stage.is;
  census.ends[got] = (census.ends[got] ?? 0) + 1;
  if (got !== want && census.faults.length < 5) census.faults.push(`${path}: ended as ${got}, not as ${want}`);
  if (stage.is === 'closed' && stage.outcome.text !== '' && meaning(saying) !== 'b' && saying !== 'c')
    census.faults.push(`${path}: has a text of its own`);
}

/** Nobody is above: it stands undecided, whatever time passes, until somebody there decides. */
function atTheTop(
  walk: Walk,
  before: Proposal,
  { people, since, path }: { people: readonly string[]; since: number; path: string },
): undefined {
  const { step, census } = walk;
  let state = before;
  const fault = (text: string): undefined => {
    if (census.faults.length < 5) census.faults.push(`${path} at the top: ${text}`);
  };
  for (const later of [1, 30, 300]) {
    if (state.stage.is !== 'leaders' || state.hearings.at(-1)?.status !== 'late') return fault(`is ${state.stage.is}`);
    if (String(owners(state)) !== String([...people].sort())) return fault(`${owners(state)} owe it`);
    state = must(step, state, { kind: 'ruling-past-due' }, on(since + later));
  }
  for (const saying of ['as-proposed', 'not', 'c'] as const) {
    let decided = state;
    for (const one of state.hearings.at(-1)?.seats ?? [])
      decided = must(
        step,
        decided,
        { kind: 'ruling', seatId: one.id, ruling: ruling(saying), together: false },
        on(since + 301),
      );
    ended(walk, decided, saying, 'leader', path);
  }
}
