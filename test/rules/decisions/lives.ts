import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import type { Around, Ruling } from '../../../bot/decisions/hearing-rules';
import type { Owed, ProposalKind } from '../../../bot/decisions/owed-rules';
import { openVersion } from '../../../bot/decisions/proposal-rules';
import {
  DECISION_RULES,
  type DecisionRule,
  type Opening,
  type Outcome,
  type Proposal,
  type ProposalEvent,
  type Stage,
  type Vote,
} from '../../../bot/decisions/state-rules';
import { asMoment } from '../../../bot/time/moment';
import { opening, type Step, seat } from './answers';
import { around, day, smallTown, type Town } from './town';

/** The rules that a life is lived by; a twin plants a fault in one of them. */
export type Rules = {
  readonly step: Step;
  readonly owedBy: (state: Proposal, isHere: (personId: string) => boolean) => Owed[];
};

const TEAM = ['a1', 'a2', 'b1', 'c1', 'ma', 'h'] as const;
const EVERYBODY = [...TEAM, 'mb', 'mc', 'k', 'd', 'da', 'a8', 'b8', 'x', 'y', 'stranger'] as const;
const DEPARTMENTS = ['a', 'b', 'c'] as const;
const HOME: Readonly<Record<string, string>> = { ma: 'a', h: 'a' };

/** How a life begins; of each number, what it picks. */
export type Beginning = {
  readonly rule: DecisionRule;
  readonly town: { vacant: boolean; oneManager: boolean; deputy: boolean; director: boolean };
  readonly first: OpeningPicks;
  /** What happens, each number an event, whom it is about and how. */
  readonly events: readonly number[];
};
type OpeningPicks = {
  readonly voters: readonly string[];
  readonly leftOut: number;
  readonly inMeeting: boolean;
  readonly visitation: boolean;
  readonly professional: boolean;
  readonly advisers: number;
  readonly touched: number;
  readonly expected: number;
};

const openings: fc.Arbitrary<OpeningPicks> = fc.record({
  voters: fc.subarray([...TEAM], { minLength: 1, maxLength: 5 }),
  leftOut: fc.nat(9),
  inMeeting: fc.boolean(),
  visitation: fc.boolean(),
  professional: fc.boolean(),
  advisers: fc.nat(2),
  touched: fc.nat(2),
  expected: fc.nat(2),
});

export const beginnings: fc.Arbitrary<Beginning> = fc.record({
  rule: fc.constantFrom(...DECISION_RULES),
  town: fc.record({ vacant: fc.boolean(), oneManager: fc.boolean(), deputy: fc.boolean(), director: fc.boolean() }),
  first: openings,
  events: fc.array(fc.nat(0x3fffffff), { minLength: 1, maxLength: 24 }),
});

function townOf({ vacant, oneManager, deputy, director }: Beginning['town']): Town {
  const town = smallTown();
  if (vacant) town.departments.set('b', { manager: null, above: 'people' });
  if (oneManager) town.departments.set('c', { manager: 'ma', above: 'work' });
  if (deputy) town.deputies.set('ma', 'da');
  if (!director) {
    town.departments.set('house', { manager: null, above: null });
    town.directors.pop();
  }
  for (const id of EVERYBODY) town.homes.set(id, HOME[id] ?? id.slice(0, 1));
  return town;
}

function openingOf(rule: DecisionRule, picks: OpeningPicks, town: Town): Opening {
  const voters = picks.voters.filter((id) => !town.left.has(id));
  const chosen = rule === 'agreed-with-citizen' ? voters.slice(0, 1) : rule === 'leaders-set-direction' ? [] : voters;
  const leaders = [...new Set(['ma', 'mb', 'mc'].slice(0, picks.touched + 1))].filter((id) => !town.left.has(id));
  return opening({
    seats: chosen.map((id) => ({ ...seat(id), departmentId: HOME[id] ?? id.slice(0, 1) })),
    leftOut: new Set(chosen.filter((_, n) => n === picks.leftOut)),
    responsibleId: chosen[0] ?? 'a1',
    proposerId: picks.leftOut % 2 === 0 ? 'lead' : (chosen[0] ?? 'lead'),
    inMeeting: picks.inMeeting,
    visitation: picks.visitation,
    professionalId: picks.professional ? (chosen.find((_, n) => n !== picks.leftOut) ?? null) : null,
    advisers: ['x', 'y'].slice(0, picks.advisers).filter((id) => !town.left.has(id)),
    touched: DEPARTMENTS.slice(0, picks.touched + 1),
    expected: DEPARTMENTS.slice(0, picks.expected + 1),
    leaders: leaders.map((personId) => ({ personId, departmentIds: [personId.slice(1)], because: 'manager' })),
  });
}

const PAST: Partial<Record<ProposalKind, ProposalEvent['kind']>> = {
  'proposal-answer': 'answers-past-due',
  'department-voice': 'voice-past-due',
  'decision-talk': 'talk-past-due',
  'professional-decision': 'professional-past-due',
  ruling: 'ruling-past-due',
  advice: 'advice-past-due',
  'leader-missing': 'leaders-sought',
};

/** What has come to be in a life so far, beside the state. */
type Life = {
  readonly rules: Rules;
  readonly town: Town;
  readonly ids: { next: number };
  today: number;
  state: Proposal;
  /** What stands open, by kind, owner and round, and until when; and what ended. */
  open: Map<string, string>;
  readonly over: Set<string>;
  /** In this version: who said yes for a department, and on which level each leader ruled. */
  yes: Set<string>;
  ruledOn: Map<string, number>;
  readonly seen: Set<string>;
};

/** What costs much is looked at once in so many times. */
const SELDOM = 7;

class Broken extends Error {}
function hold(right: boolean, law: string): void {
  if (!right) throw new Broken(law);
}

const keyOf = (one: Owed): string =>
  `${one.kind} of ${one.owner.role === 'lead' ? 'the lead' : (one.owner.personId ?? 'nobody')} ${one.round}`;

/** Lives a life, and gives the first law that was broken, or where it ended and all that it came by. */
export function live(rules: Rules, beginning: Beginning): { broken?: string; seen: ReadonlySet<string> } {
  const town = townOf(beginning.town);
  const ids = { next: 0 };
  const first = openingOf(beginning.rule, beginning.first, town);
  const state = openVersion(beginning.rule, first, 1, 0, around(town, 0, ids));
  if (state === 'no-voters') return { seen: new Set(['no-voters']) };
  const life: Life = {
    rules,
    town,
    ids,
    today: 0,
    state,
    open: new Map(),
    over: new Set(),
    yes: new Set(),
    ruledOn: new Map(),
    seen: new Set(),
  };
  try {
    look(life);
    for (const number of beginning.events) happen(life, number);
    leaveAlone(life);
  } catch (error) {
    if (error instanceof Broken) return { broken: error.message, seen: life.seen };
    throw error;
  }
  return { seen: life.seen };
}

const now = (life: Life): Around => around(life.town, life.today, life.ids);
const isHere = (life: Life) => (id: string) => !life.town.left.has(id);
const owed = (life: Life): Owed[] => life.rules.owedBy(life.state, isHere(life));

/** Takes a step, if the rules allow it, and looks at what has come of it. */
function take(life: Life, event: ProposalEvent): undefined {
  const before = life.state;
  const first = life.ids.next;
  const stepped = life.rules.step(before, event, now(life));
  if ('refused' in stepped) {
    hold(before.stage.is !== 'closed' || stepped.refused === 'closed', `refused after the end as ${stepped.refused}`);
    return;
  }
  hold(before.stage.is !== 'closed', `${event.kind} was taken after the end`);
  if (first % SELDOM === 0) {
    const again = life.rules.step(before, event, around(life.town, life.today, { next: first }));
    hold(isDeepStrictEqual(again, stepped), `${event.kind} does not come to the same twice`);
  }
  if (stepped.state.n !== before.n) {
    life.yes = new Set();
    life.ruledOn = new Map();
  }
  if (event.kind === 'voice-yes') for (const id of [event.managerId, event.byId]) life.yes.add(id);
  if (event.kind === 'ruling') {
    const hearing = before.hearings.at(-1);
    const ruler = hearing?.seats.find((one) => one.id === event.seatId)?.personId ?? '';
    const level = life.ruledOn.get(ruler) ?? hearing?.level;
    hold(level === hearing?.level, `${ruler} rules on two levels`);
    life.ruledOn.set(ruler, level ?? 0);
  }
  life.state = stepped.state;
  look(life);
}

/** What holds of every state, whatever led to it. */
function look(life: Life): void {
  const { state, today } = life;
  const { stage } = state;
  life.seen.add(stage.is === 'closed' ? `closed as ${stage.outcome.kind}` : stage.is);
  const owes = owed(life);
  hold(stage.is !== 'closed' || owes.length === 0, 'something is owed after the end');
  hold(stage.is === 'closed' || state.inMeeting || owes.length > 0, `nobody owes anything in ${stage.is}`);
  hold(
    !state.inMeeting || stage.is === 'asking' || owes.length > 0,
    `nobody owes anything in ${stage.is} at a meeting`,
  );
  for (const one of owes) heldBy(life, one);
  roles(life);
  agreement(state);
  // Each asking is a new one or goes on; none that ended comes again, and none opens with a day that has gone.
  const keys = new Map(owes.map((one) => [keyOf(one), one.dueOn]));
  hold(keys.size === owes.length, 'the same is asked twice');
  const late = state.hearings.at(-1)?.status === 'late';
  for (const [key, dueOn] of keys) {
    const was = life.open.get(key);
    hold(was === undefined || was <= dueOn, `the date of ${key} moved nearer`);
    hold(!life.over.has(key), `${key} ended, and is asked again under the same number`);
    // What is late already goes to whoever takes it on as it is.
    const takenOn = late || key.startsWith('visitation');
    hold(was !== undefined || takenOn || dueOn >= day(today), `${key} opens with a date in the past`);
  }
  for (const key of life.open.keys()) if (!keys.has(key)) life.over.add(key);
  life.open = keys;
}

const hasVoice = (one: Proposal['seats'][number]) => one.state !== 'left-out' && one.state !== 'gone';

/** Whoever owes something is here, has not done it, and is somebody it can be asked of. */
function heldBy({ state, town }: Life, one: Owed): void {
  if (one.owner.role === 'lead' || one.owner.personId === null) return;
  const { personId } = one.owner;
  hold(!town.left.has(personId), `${personId} owes ${one.kind} and is gone`);
  const voice = state.seats.find((seat_) => seat_.personId === personId && hasVoice(seat_));
  if (one.kind === 'proposal-answer') hold(voice?.state === 'asked', `${personId} owes an answer as ${voice?.state}`);
  if (one.kind === 'advice')
    hold(
      state.advisers.some((adviser) => adviser.personId === personId && adviser.state === 'asked'),
      `${personId} owes advice and is not asked`,
    );
  if (one.kind === 'department-voice') {
    hold(!state.seats.some((seat_) => seat_.personId === personId), `${personId} speaks in two roles`);
    for (const open of state.voices.filter((each) => each.state === 'open'))
      hold(
        !state.seats.some(
          (seat_) => seat_.departmentId === open.departmentId && hasVoice(seat_) && seat_.state !== 'lapsed',
        ),
        `a manager is asked for ${open.departmentId}, which has spoken`,
      );
  }
  if (one.kind === 'ruling') {
    const hearing = state.hearings.at(-1);
    const own = hearing?.seats.find((seat_) => seat_.personId === personId);
    const differ = hearing?.status === 'late' && hearing.seats.every((seat_) => seat_.ruling !== null);
    hold(own !== undefined && (own.ruling === null || differ), `${personId} owes a ruling they gave`);
  }
}

/** Nobody decides in two roles. */
function roles({ state, yes }: Life): void {
  const on = new Map<string, number>();
  for (const hearing of state.hearings)
    for (const { personId } of hearing.seats) {
      hold(!state.seats.some((one) => one.personId === personId && hasVoice(one)), `${personId} has a voice and rules`);
      hold(!yes.has(personId), `${personId} said yes for a department and rules`);
      hold((on.get(personId) ?? hearing.level) === hearing.level, `${personId} is asked on two levels`);
      on.set(personId, hearing.level);
    }
}

/** What the team adopted, somebody said yes to and nobody spoke against. */
function agreement({ stage, seats, voices, rule }: Proposal): void {
  if (stage.is !== 'closed' || stage.outcome.by !== 'team' || stage.outcome.kind !== 'adopted') return;
  const said = seats.filter(hasVoice).map((one) => one.vote?.kind);
  hold(!said.includes('doubt') && !said.includes('disagree'), 'adopted against a doubt');
  const yes = voices.some((one) => one.state === 'yes' && rule === 'unanimous-then-managers');
  hold(said.includes('agree') || yes, 'adopted by nobody');
}

/** Days go by until then; what nobody answered in time is past due the day after, the earliest first. */
function pass(life: Life, until: number): undefined {
  for (let times = 0; times < 60; times += 1) {
    const next = atTop(life)
      ? undefined
      : owed(life)
          .filter((one) => PAST[one.kind])
          .reduce<Owed | undefined>(earlier, undefined);
    if (!next || next.dueOn >= day(until)) break;
    while (day(life.today) <= next.dueOn) life.today += 1;
    const kind = PAST[next.kind];
    if (kind) take(life, { kind } as ProposalEvent);
    hold(
      !owed(life).some((one) => keyOf(one) === keyOf(next) && one.dueOn === next.dueOn) || atTop(life),
      `past its date, ${keyOf(next)} is owed as before`,
    );
  }
  life.today = Math.max(life.today, until);
}

const earlier = (one: Owed | undefined, other: Owed): Owed => (one && one.dueOn <= other.dueOn ? one : other);
const atTop = ({ state }: Life): boolean => state.hearings.at(-1)?.status === 'late';

/** Nobody does anything any more: all ends, but for what waits for somebody, with nothing left that a date could decide. */
function leaveAlone(life: Life): void {
  const { state } = life;
  if (life.ids.next % SELDOM === 0)
    hold(isDeepStrictEqual(JSON.parse(JSON.stringify(state)), state), 'the state does not survive being stored');
  if (state.inMeeting) take(life, { kind: 'meeting-closed' });
  pass(life, life.today + 200);
  const { stage } = life.state;
  const waits = ['advice-taken', 'citizen-answer', 'visitation-send', 'visitation-answer', 'leader-missing'];
  const stands = atTop(life) || owed(life).every((one) => waits.includes(one.kind));
  hold(stage.is === 'closed' || stands, `stands still in ${stage.is}`);
  if (owed(life).some((one) => one.kind === 'leader-missing')) {
    life.seen.add('leaderless');
    // Somebody leads the house at last.
    life.town.directors.push('last-director');
    take(life, { kind: 'leaders-sought' });
    hold(
      owed(life).some((one) => one.kind === 'ruling'),
      'waits for a leader though there is one',
    );
  }
  if (stage.is !== 'closed') return;
  for (const [n, event] of EVERY_KIND.entries()) if ((n + life.ids.next) % SELDOM === 0) take(life, event);
}

const VOTES = ['agree', 'agree', 'doubt', 'disagree'] as const;
const RULINGS: readonly Ruling[] = [
  { kind: 'as-proposed', text: '', reason: 'derfor' },
  { kind: 'as-proposed', text: '', reason: '' },
  { kind: 'not', text: '', reason: 'ikke' },
  { kind: 'other', text: 'noget andet', reason: '' },
];

type Happening = ProposalEvent['kind'] | 'days' | 'leaves' | 'filled';

/** What may well happen as a proposal stands; and beside it, now and then, anything at all. */
const LIKELY: { readonly [Is in Proposal['stage']['is']]: readonly Happening[] } = {
  advice: ['advised', 'advised', 'advice-taken', 'days', 'meeting-closed'],
  taking: ['advice-taken', 'advice-taken', 'amend', 'meeting-closed'],
  asking: [
    'vote',
    'vote',
    'vote',
    'vote',
    'citizen-answers',
    'voice-yes',
    'voice-named',
    'we-agree',
    'meeting-closed',
    'days',
  ],
  talk: [
    'clarify',
    'clarify',
    'vote',
    'vote',
    'put-before-leaders',
    'amend',
    'voice-yes',
    'voice-named',
    'days',
    'meeting-closed',
  ],
  professional: ['professional-decides', 'clarify', 'vote', 'vote', 'days', 'leaves'],
  leaders: ['ruling', 'ruling', 'ruling', 'ruling', 'ruling', 'together-at', 'days', 'leaves', 'filled'],
  'to-send': ['sent', 'sent', 'leaves', 'days'],
  visitation: ['visitation-answered', 'visitation-answered', 'leaves', 'days'],
  closed: ['vote', 'ruling', 'amend', 'withdraw', 'gone'],
};

/** One number's event: likely, unlikely, or one that only a careless client sends. */
function happen(life: Life, number: number): undefined {
  const pick = (by: number, from: number) => Math.floor(number / by) % from;
  const likely = LIKELY[life.state.stage.is];
  const kind = number % 8 < 6 ? likely[pick(8, likely.length)] : ANYTHING[pick(8, ANYTHING.length)];
  if (kind !== undefined) befall(life, kind, Math.floor(number / 256));
}

function befall(life: Life, kind: Happening, number: number): undefined {
  const { state, town } = life;
  const pick = (by: number, from: number) => Math.floor(number / by) % from;
  const one = <T>(by: number, from: readonly T[]): T | undefined => from[pick(by, Math.max(from.length, 1))];
  const gone = (id: string | undefined) => id === undefined || town.left.has(id);
  const anybody = one(1, EVERYBODY) ?? 'stranger';
  const open = one(
    4,
    state.voices.filter((each) => each.state === 'open'),
  );
  const manager = pick(32, 4) === 0 ? anybody : (open?.managerId ?? anybody);
  switch (kind) {
    case 'days':
      return pass(life, life.today + 1 + pick(1, 3));
    case 'filled':
      return fill(life, pick(1, 3));
    case 'leaves': {
      const leader = one(2, state.hearings.at(-1)?.seats ?? [])?.personId;
      const personId = pick(64, 2) === 0 ? anybody : (leader ?? manager);
      if (gone(personId)) return;
      leave(town, personId);
      return take(life, { kind: 'gone', personId });
    }
    case 'gone':
      // Not from the house: to another post in it, where they lead nothing of this.
      resign(town, anybody);
      return take(life, { kind, personId: anybody });
    case 'vote': {
      const asked = state.seats.filter((each) => each.state === 'asked');
      const personId = pick(8, 4) === 0 ? anybody : (one(2, asked)?.personId ?? anybody);
      return take(life, { kind, personId, vote: { kind: VOTES[pick(64, 4)] ?? 'agree', reason: '' } });
    }
    case 'voice-yes':
      return gone(manager) ? undefined : take(life, { kind, managerId: manager, byId: manager });
    case 'voice-named': {
      const personId = one(64, ['a8', 'b8', 'ma', 'mb', 'a1']) ?? 'a8';
      if (gone(manager) || gone(personId)) return;
      const departmentId = pick(2, 4) === 0 ? 'c' : (open?.departmentId ?? 'a');
      const named = { ...seat(personId), id: `named-${state.seats.length}`, departmentId };
      return take(life, { kind, managerId: manager, byId: manager, seat: named });
    }
    case 'amend': {
      const picks: OpeningPicks = {
        voters: TEAM.filter((_, n) => (number >> n) % 2 === 0),
        leftOut: pick(64, 9),
        inMeeting: pick(128, 4) === 0,
        visitation: pick(256, 2) === 0,
        professional: pick(512, 2) === 0,
        advisers: pick(32, 3),
        touched: pick(16, 3),
        expected: pick(1024, 3),
      };
      return take(life, { kind, opening: openingOf(state.rule, picks, town) });
    }
    case 'put-before-leaders':
      return take(life, { kind, only: pick(1, 2) === 0 ? null : [one(2, DEPARTMENTS) ?? 'a'] });
    case 'professional-decides':
      return take(life, { kind, ruling: RULINGS[pick(1, 4)] as Ruling });
    case 'advised':
      return gone(anybody) ? undefined : take(life, { kind, personId: pick(32, 2) === 0 ? 'x' : anybody });
    case 'citizen-answers':
      return take(life, { kind, answer: pick(1, 4) === 0 ? 'no' : 'yes' });
    case 'ruling': {
      const seated = one(2, state.hearings.at(-1)?.seats ?? []);
      if (seated !== undefined && gone(seated.personId)) return;
      const seatId = pick(32, 8) === 0 ? 'nobody' : (seated?.id ?? 'nobody');
      return take(life, { kind, seatId, ruling: RULINGS[pick(256, 4)] as Ruling, together: pick(8, 2) === 0 });
    }
    case 'sent':
      return take(life, { kind, answerDueOn: day(life.today + 20) });
    case 'visitation-answered':
      return take(life, { kind, answer: one(1, ['granted', 'partly', 'refused'] as const) ?? 'granted', text: '' });
    case 'withdraw':
      return pick(1, 3) > 0 ? undefined : take(life, { kind, reason: 'fortrudt' });
    case 'answers-past-due':
    case 'voice-past-due':
    case 'talk-past-due':
    case 'professional-past-due':
    case 'advice-past-due':
    case 'ruling-past-due':
    case 'leaders-sought':
      // A date is past due when it is, and never because somebody says so.
      return;
    default:
      return take(life, ONE_OF_EACH[kind]);
  }
}

function leave(town: Town, personId: string): void {
  town.left.add(personId);
  resign(town, personId);
}

function resign(town: Town, personId: string): void {
  for (const [id, one] of town.departments)
    if (one.manager === personId) town.departments.set(id, { ...one, manager: null });
  for (const [id, deputy] of town.deputies) if (deputy === personId) town.deputies.delete(id);
  const director = town.directors.indexOf(personId);
  if (director >= 0) town.directors.splice(director, 1);
}

/** Somebody new leads a department that nobody leads. */
function fill({ town, ids }: Life, n: number): undefined {
  const vacant = [...town.departments].filter(([, one]) => one.manager === null)[n];
  if (!vacant) return;
  const [id, { above }] = vacant;
  const manager = `new-${id}-${ids.next}`;
  town.departments.set(id, { manager, above });
  if (above === null) town.directors.push(manager);
}

const agree: Vote = { kind: 'agree', reason: '' };
/** One event of each kind. */
const ONE_OF_EACH: { readonly [K in ProposalEvent['kind']]: Extract<ProposalEvent, { kind: K }> } = {
  vote: { kind: 'vote', personId: 'a1', vote: agree },
  'we-agree': { kind: 'we-agree' },
  'meeting-closed': { kind: 'meeting-closed' },
  'answers-past-due': { kind: 'answers-past-due' },
  'voice-yes': { kind: 'voice-yes', managerId: 'ma', byId: 'ma' },
  'voice-named': { kind: 'voice-named', managerId: 'ma', byId: 'ma', seat: seat('a8') },
  'voice-past-due': { kind: 'voice-past-due' },
  clarify: { kind: 'clarify' },
  amend: { kind: 'amend', opening: opening({ seats: [seat('a1')] }) },
  'put-before-leaders': { kind: 'put-before-leaders', only: null },
  'talk-past-due': { kind: 'talk-past-due' },
  'professional-decides': { kind: 'professional-decides', ruling: RULINGS[0] as Ruling },
  'professional-past-due': { kind: 'professional-past-due' },
  advised: { kind: 'advised', personId: 'x' },
  'advice-past-due': { kind: 'advice-past-due' },
  'advice-taken': { kind: 'advice-taken' },
  'citizen-answers': { kind: 'citizen-answers', answer: 'yes' },
  'leaders-asked': { kind: 'leaders-asked', personId: 'a1' },
  ruling: { kind: 'ruling', seatId: 'nobody', ruling: RULINGS[0] as Ruling, together: false },
  'together-at': { kind: 'together-at', at: asMoment('2026-03-05T10:00') },
  'ruling-past-due': { kind: 'ruling-past-due' },
  'leaders-sought': { kind: 'leaders-sought' },
  sent: { kind: 'sent', answerDueOn: day(9) },
  'visitation-answered': { kind: 'visitation-answered', answer: 'granted', text: '' },
  gone: { kind: 'gone', personId: 'a1' },
  withdraw: { kind: 'withdraw', reason: '' },
};
export const EVERY_KIND: readonly ProposalEvent[] = Object.values(ONE_OF_EACH);
const ANYTHING: readonly Happening[] = [...EVERY_KIND.map((one) => one.kind), 'days', 'days', 'leaves', 'filled'];

/** Complete by its type: a new stage or end that no life comes to is a fault. */
const STAGES: { readonly [Is in Exclude<Stage['is'], 'closed'>]: Is } = {
  advice: 'advice',
  taking: 'taking',
  asking: 'asking',
  talk: 'talk',
  professional: 'professional',
  leaders: 'leaders',
  'to-send': 'to-send',
  visitation: 'visitation',
};
const ENDS: { readonly [Kind in Outcome['kind']]: Kind } = {
  adopted: 'adopted',
  not: 'not',
  other: 'other',
  wish: 'wish',
  'not-agreed': 'not-agreed',
  direction: 'direction',
  granted: 'granted',
  partly: 'partly',
  refused: 'refused',
  withdrawn: 'withdrawn',
};

/** Lives so many random lives, and gives where they came to and where none did; throws with the smallest that broke a law. */
export function manyLives(rules: Rules, many: number): { readonly missed: readonly string[] } {
  const seen = new Set<string>();
  fc.assert(
    fc.property(beginnings, (beginning) => {
      const life = live(rules, beginning);
      for (const one of life.seen) seen.add(one);
      if (life.broken !== undefined) throw new Error(life.broken);
    }),
    { numRuns: many },
  );
  const all = [
    ...Object.values(STAGES),
    ...Object.values(ENDS).map((one) => `closed as ${one}`),
    'leaderless',
    'no-voters',
  ];
  return { missed: all.filter((one) => !seen.has(one)) };
}
