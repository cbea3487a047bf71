import type { Day } from '../time/day';
import { agreed, withCitizen } from './end-rules';
import type { Around } from './hearing-rules';
import {
  answerDueOn,
  DECISION_DAYS,
  doubting,
  isLive,
  lapse,
  type Proposal,
  type ProposalEvent,
  type Seat,
  type Stepped,
  silentDepartments,
  unheardDepartments,
  unsaid,
  type Voice,
  type Vote,
} from './state-rules';
import { inDoubt, talkAgain } from './talk-rules';

/** The voices as they stand past a date: whoever has not answered by then lapses. */
export function lapsedBy(state: Proposal, today: Day): Seat[] {
  return state.seats.map((seat) => {
    const dueOn = answerDueOn(state, seat);
    return dueOn !== null && dueOn < today ? lapse(seat) : seat;
  });
}

/** Somebody with a voice answers, or changes their answer. */
export function voted(state: Proposal, personId: string, vote: Vote, around: Around): Stepped {
  const seat = state.seats.find((one) => one.personId === personId && isLive(one));
  if (!seat) return { refused: 'not-yours' };
  const seats = state.seats.map((one): Seat => (one === seat ? { ...one, state: 'answered', vote } : one));
  // A doubt that is said anew is a talk anew; what was said before the clarification is not. After a second clarification the
  // talk keeps its date, so that no pause is endless.
  const stage = state.stage;
  const again = stage.is === 'talk' && stage.clarified && vote.kind !== 'agree';
  return { state: weighed(again ? talkAgain({ ...state, seats }, around) : { ...state, seats }, around) };
}

/** Weighs what has been said, and goes on where that decides something. */
export function weighed(said: Proposal, around: Around): Proposal {
  if (said.rule === 'agreed-with-citizen') return withCitizen(said, around);
  const state = spokenMeanwhile(said);
  if (doubting(state).length > 0) return inDoubt(state, around);
  const live = state.seats.filter(isLive);
  // What was doubted is no longer doubted: it is asked as before.
  const calm: Proposal = state.stage.is === 'asking' ? state : { ...state, stage: { is: 'asking' } };
  if (state.inMeeting) return calm;
  const asked = live.filter((seat) => seat.state === 'asked');
  // Silence opened the talk, and those who were silent are asked anew: it goes on until they have answered.
  if (asked.some((seat) => seat.round > 1 && seat.vote === null)) return inDoubt(state, around);
  if (asked.length > 0) return calm;
  // A manager's yes is a voice: a department of one who is silent has agreed by it.
  const spoken = live.some((seat) => seat.vote?.kind === 'agree') || calm.voices.some((voice) => voice.state === 'yes');
  // A talk that is on keeps its date, whatever is said meanwhile without settling it.
  if (state.rule !== 'unanimous-then-managers')
    return spoken && unheardDepartments(calm).length === 0 ? agreed(calm, around) : inDoubt(state, around);
  const silent = silentDepartments(calm);
  const unasked = silent.filter((department) => !calm.voices.some((voice) => voice.departmentId === department));
  if (unasked.length > 0) return askManagers(calm, unasked, around);
  if (calm.voices.some((voice) => voice.state === 'open')) return calm;
  return silent.length > 0 || !spoken ? inDoubt(state, around) : agreed(calm, around);
}

/** Where a department has spoken after all, its manager is no longer asked to. */
function spokenMeanwhile(state: Proposal): Proposal {
  if (!state.voices.some((voice) => voice.state === 'open')) return state;
  const silent = silentDepartments(state);
  return {
    ...state,
    voices: state.voices.map((voice) => (silent.includes(voice.departmentId) ? voice : unsaid(voice))),
  };
}

/** The nearest leader of a department who has no voice of their own, nor was left out of having one. */
export function managerFor(
  departmentId: string,
  seats: readonly Seat[],
  { leadership }: Around,
  but?: string,
): string | null {
  const members = new Set(seats.map((seat) => seat.personId));
  const leaders = leadership.ofDepartment(departmentId);
  return leaders.find((id) => id !== but && leadership.isHere(id) && !members.has(id)) ?? null;
}

function askManagers(state: Proposal, departments: readonly string[], around: Around): Proposal {
  const asked = departments.map(
    (departmentId): Voice => ({
      departmentId,
      managerId: managerFor(departmentId, state.seats, around),
      state: 'open',
      saidBy: null,
      dueOn: around.after(DECISION_DAYS.voice),
    }),
  );
  return { ...state, voices: [...state.voices, ...asked] };
}

/** The manager of a silent department says yes for it, or names somebody who then has its voice. */
export function spokenFor(
  state: Proposal,
  event: Extract<ProposalEvent, { kind: 'voice-yes' | 'voice-named' }>,
  around: Around,
): Stepped {
  const mine = state.voices.filter((voice) => voice.state === 'open' && voice.managerId === event.managerId);
  if (mine.length === 0) return { refused: 'closed' };
  if (event.kind === 'voice-yes') {
    const voices = state.voices.map(
      (one): Voice => (mine.includes(one) ? { ...one, state: 'yes', saidBy: event.byId } : one),
    );
    return { state: weighed({ ...state, voices }, around) };
  }
  const { seat } = event;
  const known = state.seats.some((one) => one.personId === seat.personId);
  if (known || !mine.some((voice) => voice.departmentId === seat.departmentId)) return { refused: 'not-yours' };
  const seats: Seat[] = [...state.seats, { ...seat, state: 'asked', round: 1, vote: null }];
  const voices = state.voices.map((one): Voice => {
    if (mine.includes(one) && one.departmentId === seat.departmentId)
      return { ...one, state: 'named', saidBy: event.byId };
    // Whoever gets a voice of their own no longer speaks for another department.
    return one.state === 'open' && one.managerId === seat.personId
      ? { ...one, managerId: managerFor(one.departmentId, seats, around) }
      : one;
  });
  return { state: { ...state, voices, seats, answersDueOn: around.after(DECISION_DAYS.voice) } };
}

/** The lead's yes on behalf of those there holds where nobody spoke against it; without it they are asked on their cards. */
export function meetingClosed(state: Proposal, around: Around): Proposal {
  // With the citizen nobody votes: the responsible says yes on their own card.
  const seats =
    state.weAgree && state.rule !== 'agreed-with-citizen'
      ? state.seats.map(
          (seat): Seat =>
            seat.state === 'asked' && seat.vote === null
              ? { ...seat, state: 'answered', vote: { kind: 'agree', reason: '' } }
              : seat,
        )
      : state.seats;
  const after: Proposal = {
    ...state,
    seats,
    inMeeting: false,
    answersDueOn:
      state.stage.is === 'advice' || state.stage.is === 'taking' ? null : around.after(DECISION_DAYS.answers),
  };
  const { is } = after.stage;
  return is === 'asking' || is === 'talk' || is === 'professional' ? weighed(after, around) : after;
}
