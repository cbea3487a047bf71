import { ruled } from './end-rules';
import {
  type Around,
  commonLeaderAbove,
  type Hearing,
  isHearing,
  leadersOf,
  openHearing,
  RULING_DAYS,
  replaceLeader,
  verdictOf,
  withRuling,
} from './hearing-rules';
import {
  departmentsBefore,
  hearingOf,
  isLeaderless,
  lapse,
  type Proposal,
  type ProposalEvent,
  type Stepped,
  unsaid,
} from './state-rules';

const barredIn = (state: Proposal) => ({
  // Whoever lost their voice had one.
  members: new Set(state.seats.map((seat) => seat.personId)),
  voted: new Set(
    state.voices
      .flatMap((voice) => (voice.state === 'yes' ? [voice.managerId, voice.saidBy] : []))
      .flatMap((id) => id ?? []),
  ),
});

/** With nobody there to decide it, nor to be late, the house looks on the next working day. */
const led = (hearing: Hearing, { today }: Around): Hearing =>
  hearing.seats.length > 0 ? hearing : { ...hearing, status: 'open', dueOn: today };

/** Puts it before the leaders of the departments concerned, or of those that the lead narrowed it to. */
export function beforeLeaders(state: Proposal, only: readonly string[] | null, around: Around): Proposal {
  const all = departmentsBefore(state);
  const departments = only === null ? all : all.filter((one) => only.includes(one));
  const narrowed = leadersOf(departments, barredIn(state), around.leadership);
  // Where nobody is found for those that it was narrowed to, the others decide.
  const seats = narrowed.length > 0 ? narrowed : leadersOf(all, barredIn(state), around.leadership);
  const hearing = openHearing(seats, { level: 1, round: 1, days: RULING_DAYS.first }, around);
  return withHearing(state, led(hearing, around));
}

/** The professional did not decide in time: their nearest leader does. */
export function beforeLeaderOf(state: Proposal, personId: string, around: Around): Proposal {
  const barred = barredIn(state);
  const leader = commonLeaderAbove([personId], new Set([...barred.members, ...barred.voted]), around.leadership);
  if (leader === undefined) return beforeLeaders(state, null, around);
  const departmentIds = departmentsBefore(state);
  const seat = { personId: leader, departmentIds, because: 'manager' as const };
  return withHearing(state, openHearing([seat], { level: 1, round: 1, days: RULING_DAYS.above }, around));
}

const withHearing = (state: Proposal, hearing: Hearing): Proposal => ({
  ...state,
  // Nobody is asked any more: whoever was silent lapses with it.
  seats: state.seats.map(lapse),
  voices: state.voices.map(unsaid),
  inMeeting: false,
  stage: { is: 'leaders' },
  hearings: [...state.hearings, hearing],
});

/** One step before leaders. */
export function heard(
  state: Proposal,
  event: Extract<ProposalEvent, { kind: 'ruling' | 'together-at' | 'ruling-past-due' | 'leaders-sought' }>,
  around: Around,
): Stepped {
  const hearing = hearingOf(state);
  if (!hearing || !isHearing(hearing)) return { refused: 'closed' };
  switch (event.kind) {
    case 'together-at':
      return { state: replaceLast(state, { ...hearing, togetherAt: event.at }) };
    case 'ruling': {
      if (!hearing.seats.some((seat) => seat.id === event.seatId)) return { refused: 'not-yours' };
      const said = withRuling(hearing, event.seatId, event.ruling);
      const recorded = event.together && hearing.recordedBy === null ? { ...said, recordedBy: event.seatId } : said;
      return { state: judged(state, recorded, around) };
    }
    case 'ruling-past-due':
      // At the top it stays undecided until decided; and where nobody was found, until somebody is.
      return hearing.status === 'late' || isLeaderless(state)
        ? { state }
        : { state: upward(state, hearing, 'late', around) };
    case 'leaders-sought':
      return isLeaderless(state) ? { state: sought(state, hearing, around) } : { refused: 'closed' };
    default:
      return event satisfies never;
  }
}

type Found = ReturnType<typeof leadersOf>;

/** Who would decide a hearing of this level if it were called now. */
function leadersNow(state: Proposal, { level }: Hearing, around: Around): Found {
  const departments = departmentsBefore(state);
  const below = state.hearings.filter((one) => one.level < level);
  const last = below.findLast((one) => one.seats.length > 0);
  if (!last) return leadersOf(departments, barredIn(state), around.leadership);
  const people = last.seats.map((seat) => seat.personId);
  const above = commonLeaderAbove(people, barredAbove(state, below), around.leadership);
  const departmentIds = [...new Set(last.seats.flatMap((seat) => seat.departmentIds))].sort();
  return above === undefined ? [] : [{ personId: above, departmentIds, because: 'common-leader' }];
}

/** Whether somebody leads now where nobody could be found: the matter need not wait any longer. */
export function isLedAgain(state: Proposal, around: Around): boolean {
  const hearing = hearingOf(state);
  return hearing !== undefined && isLeaderless(state) && leadersNow(state, hearing, around).length > 0;
}

/** With a leader found they are asked, with days of their own; without one the house looks again on the next working day. */
function sought(state: Proposal, hearing: Hearing, around: Around): Proposal {
  const seats = leadersNow(state, hearing, around);
  if (seats.length === 0) return replaceLast(state, led(hearing, around));
  const { level, round, confirms } = hearing;
  const days = level > 1 ? RULING_DAYS.above : RULING_DAYS.first;
  const again = openHearing(seats, { level, round: round + 1, days, confirms }, around);
  const before = replaceLast(state, { ...hearing, status: 'late' });
  return { ...before, hearings: [...before.hearings, again] };
}

function judged(state: Proposal, hearing: Hearing, around: Around): Proposal {
  const verdict = verdictOf(hearing);
  switch (verdict.is) {
    case 'open':
      return replaceLast(state, hearing);
    case 'same': {
      if (hearing.confirms && verdict.ruling.kind === 'not') {
        // That nobody recognises the direction is not one; only at the top is there nobody else to set it.
        const above = upward(state, hearing, 'differed', around);
        if (above.hearings.length > state.hearings.length) return above;
      }
      const decided = replaceLast(state, { ...hearing, status: 'decided' });
      return ruled(decided, verdict.ruling, hearing.level > 1 ? 'leader' : 'leaders', around);
    }
    case 'differ':
      // Past its date, or with a direction that somebody does not recognise, there is no second round.
      return !hasDiffered(state, hearing.level) && !hearing.confirms && hearing.status === 'open'
        ? onceMore(state, hearing, around)
        : upward(state, hearing, 'differed', around);
    default:
      return verdict satisfies never;
  }
}

/** Whether leaders of this level have tried before. */
const hasDiffered = (state: Proposal, level: number): boolean =>
  state.hearings.some((one) => one.level === level && one.status === 'differed');

function onceMore(state: Proposal, hearing: Hearing, around: Around): Proposal {
  const { level, round } = hearing;
  const departments = hearing.seats.flatMap((seat) => seat.departmentIds);
  // Whoever answers for the departments now: somebody may have left after they had answered.
  const seats = leadersOf(departments, barredIn(state), around.leadership);
  const again = openHearing(seats, { level, round: round + 1, days: RULING_DAYS.again }, around);
  const before = replaceLast(state, { ...hearing, status: 'differed' });
  return { ...before, hearings: [...before.hearings, led(again, around)] };
}

/** Who cannot decide above these: whoever has a voice, spoke for a department, or was asked below. */
function barredAbove(state: Proposal, hearings: readonly Hearing[]): ReadonlySet<string> {
  const { members, voted } = barredIn(state);
  return new Set([...members, ...voted, ...hearings.flatMap((one) => one.seats.map((seat) => seat.personId))]);
}

function upward(state: Proposal, hearing: Hearing, why: 'differed' | 'late', around: Around): Proposal {
  const below = hearing.seats.map((seat) => seat.personId);
  const leader =
    below.length === 0 ? undefined : commonLeaderAbove(below, barredAbove(state, state.hearings), around.leadership);
  if (leader === undefined) return replaceLast(state, { ...hearing, status: 'late' });
  const departmentIds = [...new Set(hearing.seats.flatMap((seat) => seat.departmentIds))].sort();
  const seat = { personId: leader, departmentIds, because: 'common-leader' as const };
  const before = replaceLast(state, { ...hearing, status: why });
  const above = openHearing([seat], { level: hearing.level + 1, round: 1, days: RULING_DAYS.above }, around);
  return { ...before, hearings: [...before.hearings, above] };
}

const replaceLast = (state: Proposal, hearing: Hearing): Proposal => ({
  ...state,
  hearings: [...state.hearings.slice(0, -1), hearing],
});

/** A leader who is asked is no longer here: whoever answers for the departments now, or leads those below, is asked. */
export function goneLeader(state: Proposal, hearing: Hearing, personId: string, around: Around): Proposal {
  const left = hearing.seats.find((seat) => seat.personId === personId);
  if (!left) return state;
  // They stand against each other with nobody above: with a new leader among them they try once more.
  if (hearing.seats.every((seat) => seat.ruling !== null)) return onceMore(state, hearing, around);
  if (left.ruling !== null) return state;
  const below = state.hearings.filter((one) => one.level < hearing.level);
  const leader = below.at(-1)?.seats.map((seat) => seat.personId);
  const above = leader && commonLeaderAbove(leader, barredAbove(state, [...below, hearing]), around.leadership);
  const heirs = leader
    ? above === undefined
      ? []
      : [{ personId: above, departmentIds: left.departmentIds, because: 'common-leader' as const }]
    : leadersOf(left.departmentIds, barredIn(state), around.leadership);
  const next = replaceLeader(hearing, left, heirs, around);
  return judged(state, led(next, around), around);
}
