import type { Day } from '../time/day';
import type { Moment } from '../time/moment';
import {
  type Around,
  commonLeaderAbove,
  type Hearing,
  isHearing,
  leadersOf,
  openHearing,
  RULING_DAYS,
  type Ruling,
  type RulingSeat,
  replaceLeader,
  verdictOf,
  withRuling,
} from './hearing-rules';

export const DECISION_RULES = [
  'unanimous-then-managers',
  'professional-decides',
  'advice-process',
  'agreed-with-citizen',
  'leaders-set-direction',
] as const;
export type DecisionRule = (typeof DECISION_RULES)[number];

/** What somebody with a voice says. Doubt counts: it opens a talk before anybody decides. */
export type Vote = { readonly kind: 'agree' | 'doubt' | 'disagree'; readonly reason: string };

/**
 * One voice on this version. `asked` with a vote: asked anew after a clarification, and what was said stands until then.
 * `lapsed`: did not answer in time; silence counts by department. `left-out`: disqualified, or without mandate. `gone`: left, or
 * lost sight of the pathway.
 */
export type Seat = {
  readonly id: string;
  readonly personId: string;
  readonly departmentId: string;
  /** Whose voice a colleague has. */
  readonly standsForId: string | null;
  readonly state: 'asked' | 'answered' | 'lapsed' | 'left-out' | 'gone';
  /** How often this one was asked on this version. */
  readonly round: number;
  readonly vote: Vote | null;
};

/** A department that was absent or silent: its own manager says yes or names somebody. `silent`: that did not happen in time, or was not needed any more. */
export type Voice = {
  readonly departmentId: string;
  readonly managerId: string | null;
  readonly state: 'open' | 'yes' | 'named' | 'silent';
  readonly saidBy: string | null;
  readonly dueOn: Day;
};

export type Adviser = { readonly personId: string; readonly state: 'asked' | 'advised' | 'lapsed' };

export type Outcome = {
  readonly kind:
    | 'adopted'
    | 'not'
    | 'other'
    /** Not agreed with the citizen: kept as the citizen's wish, and taken up at the next meeting. */
    | 'wish'
    /** Not agreed within the team, where leaders advise and do not decide. */
    | 'not-agreed'
    | 'direction'
    | 'granted'
    | 'partly'
    | 'refused'
    | 'withdrawn';
  readonly by: 'team' | 'professional' | 'leaders' | 'leader' | 'citizen' | 'visitation' | 'lead';
  readonly text: string;
  readonly reason: string;
};

/** Where a proposal stands; each with only its own fields. */
export type Stage =
  /** Those it concerns are asked for advice. */
  | { readonly is: 'advice'; readonly dueOn: Day }
  /** The advice is in: the lead writes what was taken from it. */
  | { readonly is: 'taking'; readonly dueOn: Day }
  | { readonly is: 'asking' }
  | { readonly is: 'talk'; readonly dueOn: Day; readonly clarified: boolean }
  | { readonly is: 'professional'; readonly dueOn: Day; readonly personId: string }
  /** Before the leaders of the last hearing. */
  | { readonly is: 'leaders' }
  /** Decided, and another body has to grant it: not asked there yet. */
  | { readonly is: 'to-send'; readonly dueOn: Day; readonly decided: Outcome }
  | { readonly is: 'visitation'; readonly dueOn: Day; readonly decided: Outcome }
  | { readonly is: 'closed'; readonly outcome: Outcome };

export type Proposal = {
  readonly rule: DecisionRule;
  /** Which version is decided on; its answers are its own. */
  readonly n: number;
  readonly stage: Stage;
  readonly visitation: boolean;
  readonly responsibleId: string;
  readonly seats: readonly Seat[];
  /** Departments that the team has: each must have a voice in it. */
  readonly expected: readonly string[];
  /** Departments that the decision touches by what was written; those of the doubting and the silent come beside. */
  readonly touched: readonly string[];
  readonly voices: readonly Voice[];
  readonly advisers: readonly Adviser[];
  /** What the citizen answers, where the rule asks for it. */
  readonly citizen: 'yes' | 'no' | null;
  /** Of this version, oldest first. */
  readonly hearings: readonly Hearing[];
  /** It is decided at the meeting that runs: nobody owes an answer before that is closed. */
  readonly inMeeting: boolean;
  /** The lead noted that those at the meeting agree. */
  readonly weAgree: boolean;
  /** Until when those with a voice answer; null while the meeting runs. */
  readonly answersDueOn: Day | null;
  /** How often a talk was opened, or the professional asked: each is an asking of its own. */
  readonly talks: number;
  /** Who decides without agreement, where the model names a professional; null where nobody of them has a voice. */
  readonly professionalId: string | null;
};

/** What a version opens with. */
export type Opening = Pick<
  Proposal,
  'visitation' | 'responsibleId' | 'expected' | 'touched' | 'inMeeting' | 'professionalId'
> & {
  readonly seats: readonly Pick<Seat, 'id' | 'personId' | 'departmentId' | 'standsForId'>[];
  /** Disqualified, or without mandate. */
  readonly leftOut: ReadonlySet<string>;
  /** Agrees by proposing it. */
  readonly proposerId: string;
  readonly advisers: readonly string[];
  readonly citizen: Proposal['citizen'];
  /** Leaders at the meeting, where they set a direction. */
  readonly leaders: readonly Pick<RulingSeat, 'personId' | 'departmentIds' | 'because'>[];
};

/** Working days in which things happen; ours but for the end of the next working day, which product and models give. */
export const DECISION_DAYS = {
  answers: 2,
  voice: 2,
  talk: 1,
  advice: 2,
  taking: 2,
  professional: 1,
  direction: 1,
  send: 2,
} as const;

export type ProposalEvent =
  | { readonly kind: 'vote'; readonly personId: string; readonly vote: Vote }
  | { readonly kind: 'we-agree' }
  | { readonly kind: 'meeting-closed' }
  | { readonly kind: 'answers-past-due' }
  /** The manager of a silent department says yes for it. */
  | { readonly kind: 'voice-yes'; readonly managerId: string; readonly byId: string }
  /** The manager names somebody, who is asked. */
  | {
      readonly kind: 'voice-named';
      readonly managerId: string;
      readonly byId: string;
      readonly seat: Opening['seats'][number];
    }
  | { readonly kind: 'voice-past-due' }
  /** The lead answered the doubts: whoever doubts is asked anew. */
  | { readonly kind: 'clarify' }
  | { readonly kind: 'amend'; readonly opening: Opening }
  /** `only`: the departments whose leaders are asked, where the lead narrows. */
  | { readonly kind: 'put-before-leaders'; readonly only: readonly string[] | null }
  | { readonly kind: 'talk-past-due' }
  | { readonly kind: 'professional-decides'; readonly ruling: Ruling }
  | { readonly kind: 'professional-past-due' }
  | { readonly kind: 'advised'; readonly personId: string }
  | { readonly kind: 'advice-past-due' }
  /** What was taken from the advice is written: the team decides. */
  | { readonly kind: 'advice-taken' }
  | { readonly kind: 'citizen-answers'; readonly answer: 'yes' | 'no' }
  | { readonly kind: 'ruling'; readonly seatId: string; readonly ruling: Ruling; readonly together: boolean }
  | { readonly kind: 'together-at'; readonly at: Moment }
  | { readonly kind: 'ruling-past-due' }
  | { readonly kind: 'sent'; readonly answerDueOn: Day }
  | { readonly kind: 'visitation-answered'; readonly answer: 'granted' | 'partly' | 'refused'; readonly text: string }
  /** Somebody left the house, or may no longer see the pathway. */
  | { readonly kind: 'gone'; readonly personId: string }
  | { readonly kind: 'withdraw'; readonly reason: string };

export type Stepped = { readonly state: Proposal } | { readonly refused: 'closed' | 'not-yours' | 'too-early' };

/** How a version begins. Refused where nobody has a voice: no voters is never agreement. */
export function openVersion(
  rule: DecisionRule,
  opening: Opening,
  n: number,
  talks: number,
  around: Around,
): Proposal | 'no-voters' {
  const seats = opening.seats.map((seat): Seat => {
    const left = opening.leftOut.has(seat.personId);
    const agrees = !left && rule !== 'agreed-with-citizen' && seat.personId === opening.proposerId;
    return {
      ...seat,
      state: left ? 'left-out' : agrees ? 'answered' : 'asked',
      round: 1,
      vote: agrees ? { kind: 'agree', reason: '' } : null,
    };
  });
  const base: Proposal = {
    rule,
    n,
    stage: { is: 'asking' },
    visitation: opening.visitation,
    responsibleId: opening.responsibleId,
    seats,
    expected: opening.expected,
    touched: opening.touched,
    voices: [],
    advisers: opening.advisers.map((personId) => ({ personId, state: 'asked' })),
    citizen: opening.citizen,
    hearings: [],
    inMeeting: opening.inMeeting,
    weAgree: false,
    answersDueOn: opening.inMeeting ? null : around.after(DECISION_DAYS.answers),
    talks,
    professionalId: opening.professionalId,
  };
  if (rule === 'leaders-set-direction') {
    if (opening.leaders.length === 0) return 'no-voters';
    const hearing = openHearing(
      opening.leaders,
      { level: 1, round: 1, days: DECISION_DAYS.direction, confirms: true },
      around,
    );
    return { ...base, stage: { is: 'leaders' }, hearings: [hearing] };
  }
  if (!seats.some(isLive)) return 'no-voters';
  if (rule === 'advice-process' && opening.advisers.length > 0) {
    return { ...base, answersDueOn: null, stage: { is: 'advice', dueOn: around.after(DECISION_DAYS.advice) } };
  }
  return weighed(base, around);
}

/** One step of a proposal. Pure. An end is an end: whatever comes later is refused as closed. */
export function stepProposal(state: Proposal, event: ProposalEvent, around: Around): Stepped {
  const { stage } = state;
  if (stage.is === 'closed') return { refused: 'closed' };
  const to = (next: Proposal): Stepped => ({ state: next });
  const deciding = stage.is === 'asking' || stage.is === 'talk' || stage.is === 'professional';
  switch (event.kind) {
    case 'vote':
      return deciding ? voted(state, event.personId, event.vote, around) : { refused: 'closed' };
    case 'we-agree':
      if (!state.inMeeting || stage.is !== 'asking') return { refused: 'closed' };
      return to({ ...state, weAgree: true });
    case 'meeting-closed':
      return state.inMeeting ? to(meetingClosed(state, around)) : { refused: 'closed' };
    case 'answers-past-due':
      return deciding ? to(weighed({ ...state, seats: lapsedBy(state, around.today) }, around)) : { refused: 'closed' };
    case 'voice-yes':
    case 'voice-named':
      // A talk that opens meanwhile takes nothing from the manager who was asked.
      return deciding ? spokenFor(state, event, around) : { refused: 'closed' };
    case 'voice-past-due':
      if (!deciding) return { refused: 'closed' };
      return to(
        weighed(
          {
            ...state,
            voices: state.voices.map((one) => (one.dueOn < around.today ? unsaid(one) : one)),
          },
          around,
        ),
      );
    case 'clarify':
      return stage.is === 'talk' || stage.is === 'professional' ? to(clarified(state, around)) : { refused: 'closed' };
    case 'amend': {
      if (stage.is === 'leaders' || stage.is === 'to-send' || stage.is === 'visitation') return { refused: 'closed' };
      const next = openVersion(state.rule, event.opening, state.n + 1, state.talks, around);
      return next === 'no-voters' ? { refused: 'too-early' } : to(next);
    }
    case 'put-before-leaders':
      if (stage.is !== 'talk' || !leadersDecide(state.rule)) return { refused: 'closed' };
      return to(beforeLeaders(state, event.only, around));
    case 'talk-past-due':
      return stage.is === 'talk' ? to(talkOver(state, around)) : { refused: 'closed' };
    case 'professional-decides':
      return stage.is === 'professional'
        ? to(ruled(state, event.ruling, 'professional', around))
        : { refused: 'closed' };
    case 'professional-past-due':
      return stage.is === 'professional' ? to(beforeLeaderOf(state, stage.personId, around)) : { refused: 'closed' };
    case 'advised':
    case 'advice-past-due': {
      if (stage.is !== 'advice') return { refused: 'closed' };
      const asked = event.kind === 'advice-past-due' || state.advisers.some((one) => one.personId === event.personId);
      return asked ? to(advised(state, event, around)) : { refused: 'not-yours' };
    }
    case 'advice-taken': {
      if (stage.is !== 'advice' && stage.is !== 'taking') return { refused: 'closed' };
      const advisers = state.advisers.map(lapsed);
      const answersDueOn = state.inMeeting ? null : around.after(DECISION_DAYS.answers);
      return to(weighed({ ...state, advisers, answersDueOn, stage: { is: 'asking' } }, around));
    }
    case 'citizen-answers':
      if (state.rule !== 'agreed-with-citizen' || stage.is !== 'asking') return { refused: 'closed' };
      return to(weighed({ ...state, citizen: event.answer }, around));
    case 'ruling':
    case 'together-at':
    case 'ruling-past-due':
      return stage.is === 'leaders' ? heard(state, event, around) : { refused: 'closed' };
    case 'sent':
      if (stage.is !== 'to-send') return { refused: 'closed' };
      return to({ ...state, stage: { is: 'visitation', dueOn: event.answerDueOn, decided: stage.decided } });
    case 'visitation-answered':
      if (stage.is !== 'visitation') return { refused: stage.is === 'to-send' ? 'too-early' : 'closed' };
      return to(closed(state, { kind: event.answer, by: 'visitation', text: event.text, reason: '' }));
    case 'gone':
      return to(gone(state, event.personId, around));
    case 'withdraw':
      return to(closed(state, { kind: 'withdrawn', by: 'lead', text: '', reason: event.reason }));
    default:
      return event satisfies never;
  }
}

/** Has a voice that counts. */
export const isLive = (seat: Seat): boolean => seat.state !== 'left-out' && seat.state !== 'gone';

/** Whose doubt or disagreement stands now. */
export const doubting = (state: Proposal): Seat[] =>
  state.seats.filter((seat) => isLive(seat) && seat.vote !== null && seat.vote.kind !== 'agree');

/** Departments of the team that nobody with a voice has spoken for. */
export function silentDepartments(state: Proposal): string[] {
  return state.expected.filter(
    (department) =>
      !state.seats.some((seat) => seat.departmentId === department && isLive(seat) && seat.state !== 'lapsed') &&
      !state.voices.some((voice) => voice.departmentId === department && voice.state === 'yes'),
  );
}

/** The departments whose leaders decide: those it touches, the responsible's among them, the doubting and the silent. */
export function departmentsBefore(state: Proposal): string[] {
  const doubts = doubting(state).map((seat) => seat.departmentId);
  const silent = state.rule === 'unanimous-then-managers' ? silentDepartments(state) : [];
  return [...new Set([...state.touched, ...doubts, ...silent])].sort();
}

/**
 * Whether somebody may see what the others answered: not before they have answered themselves. Whoever has no voice sees it
 * once it is no longer asked; the lead works with the doubts, and sees them when a talk opens.
 */
export function seesAnswers(state: Proposal, personId: string, isLead: boolean): boolean {
  const own = state.seats.find((seat) => seat.personId === personId && isLive(seat));
  if (own) return own.vote !== null || state.stage.is === 'closed' || (isLead && state.stage.is !== 'asking');
  return state.stage.is !== 'asking' || isLead;
}

const leadersDecide = (rule: DecisionRule): boolean =>
  rule === 'unanimous-then-managers' || rule === 'professional-decides';

/** Until when somebody who is asked answers; asked anew, as long as the talk. Null while the meeting runs. */
export function answerDueOn(state: Proposal, seat: Seat): Day | null {
  const { stage, answersDueOn } = state;
  const talks = stage.is === 'talk' || stage.is === 'professional';
  return answersDueOn !== null && talks && seat.round > 1 ? stage.dueOn : answersDueOn;
}

function lapsedBy(state: Proposal, today: Day): Seat[] {
  return state.seats.map((seat) => {
    const dueOn = answerDueOn(state, seat);
    return dueOn !== null && dueOn < today ? lapse(seat) : seat;
  });
}

const unsaid = (voice: Voice): Voice => (voice.state === 'open' ? { ...voice, state: 'silent' } : voice);
const lapse = (seat: Seat): Seat => (seat.state === 'asked' ? { ...seat, state: 'lapsed' } : seat);
const lapsed = (adviser: Adviser): Adviser => (adviser.state === 'asked' ? { ...adviser, state: 'lapsed' } : adviser);

function voted(state: Proposal, personId: string, vote: Vote, around: Around): Stepped {
  const seat = state.seats.find((one) => one.personId === personId && isLive(one));
  if (!seat) return { refused: 'not-yours' };
  const seats = state.seats.map((one): Seat => (one === seat ? { ...one, state: 'answered', vote } : one));
  // A doubt that is said anew is a talk anew; what was said before the clarification is not.
  const stage = state.stage;
  const again = stage.is === 'talk' && stage.clarified && vote.kind !== 'agree';
  return { state: weighed(again ? talkAgain({ ...state, seats }, around) : { ...state, seats }, around) };
}

/** Weighs what has been said, and goes on where that decides something. */
function weighed(said: Proposal, around: Around): Proposal {
  if (said.rule === 'agreed-with-citizen') return withCitizen(said, around);
  const state = spokenMeanwhile(said);
  if (doubting(state).length > 0) return inDoubt(state, around);
  const live = state.seats.filter(isLive);
  // What was doubted is no longer doubted: it is asked as before.
  const calm: Proposal = state.stage.is === 'asking' ? state : { ...state, stage: { is: 'asking' } };
  if (state.inMeeting) return calm;
  if (live.some((seat) => seat.state === 'asked')) return calm;
  // A manager's yes is a voice: a department of one who is silent has agreed by it.
  const spoken = live.some((seat) => seat.vote?.kind === 'agree') || calm.voices.some((voice) => voice.state === 'yes');
  // A talk that is on keeps its date, whatever is said meanwhile without settling it.
  if (state.rule !== 'unanimous-then-managers') return spoken ? agreed(calm, around) : inDoubt(state, around);
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
function managerFor(departmentId: string, seats: readonly Seat[], { leadership }: Around, but?: string): string | null {
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

function spokenFor(
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
function meetingClosed(state: Proposal, around: Around): Proposal {
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

/** Doubt, disagreement or silence: talk first; where the model names a professional, they decide unless the talk settles it. */
function inDoubt(state: Proposal, around: Around): Proposal {
  if (state.stage.is === 'talk' || state.stage.is === 'professional') return state;
  const talks = state.talks + 1;
  if (state.rule === 'professional-decides' && state.professionalId !== null) {
    const dueOn = around.after(DECISION_DAYS.professional);
    return { ...state, talks, weAgree: false, stage: { is: 'professional', dueOn, personId: state.professionalId } };
  }
  return {
    ...state,
    talks,
    weAgree: false,
    stage: { is: 'talk', dueOn: around.after(DECISION_DAYS.talk), clarified: false },
  };
}

function talkAgain(state: Proposal, around: Around): Proposal {
  return {
    ...state,
    talks: state.talks + 1,
    stage: { is: 'talk', dueOn: around.after(DECISION_DAYS.talk), clarified: false },
  };
}

function clarified(state: Proposal, around: Around): Proposal {
  const doubts = new Set(doubting(state));
  if (doubts.size === 0) return state;
  const seats = state.seats.map(
    (seat): Seat => (doubts.has(seat) ? { ...seat, state: 'asked', round: seat.round + 1 } : seat),
  );
  const dueOn = around.after(DECISION_DAYS.talk);
  const { stage } = state;
  return stage.is === 'professional'
    ? { ...state, seats, stage: { ...stage, dueOn } }
    : { ...state, seats, stage: { is: 'talk', dueOn, clarified: true } };
}

function talkOver(state: Proposal, around: Around): Proposal {
  if (!leadersDecide(state.rule)) return closed(state, { kind: 'not-agreed', by: 'team', text: '', reason: '' });
  return beforeLeaders(state, null, around);
}

const barredIn = (state: Proposal) => ({
  // Whoever lost their voice had one.
  members: new Set(state.seats.map((seat) => seat.personId)),
  voted: new Set(
    state.voices
      .flatMap((voice) => (voice.state === 'yes' ? [voice.managerId, voice.saidBy] : []))
      .flatMap((id) => id ?? []),
  ),
});

function beforeLeaders(state: Proposal, only: readonly string[] | null, around: Around): Proposal {
  const all = departmentsBefore(state);
  const departments = only === null ? all : all.filter((one) => only.includes(one));
  const seats = leadersOf(departments.length > 0 ? departments : all, barredIn(state), around.leadership);
  return withHearing(state, openHearing(seats, { level: 1, round: 1, days: RULING_DAYS.first }, around));
}

/** The professional did not decide in time: their nearest leader does. */
function beforeLeaderOf(state: Proposal, personId: string, around: Around): Proposal {
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

/** The hearing that is on; the last of this version. */
export const hearingOf = (state: Proposal): Hearing | undefined => state.hearings.at(-1);

function heard(
  state: Proposal,
  event: Extract<ProposalEvent, { kind: 'ruling' | 'together-at' | 'ruling-past-due' }>,
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
      // At the top it stays undecided until decided.
      return hearing.status === 'late' ? { state } : { state: upward(state, hearing, 'late', around) };
    default:
      return event satisfies never;
  }
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
      return hearing.round === 1 && !hearing.confirms && hearing.status === 'open'
        ? onceMore(state, hearing, around)
        : upward(state, hearing, 'differed', around);
    default:
      return verdict satisfies never;
  }
}

function onceMore(state: Proposal, hearing: Hearing, around: Around): Proposal {
  const { level, round } = hearing;
  const departments = hearing.seats.flatMap((seat) => seat.departmentIds);
  // Whoever answers for the departments now: somebody may have left after they had answered.
  const seats = leadersOf(departments, barredIn(state), around.leadership);
  const again = openHearing(seats, { level, round: round + 1, days: RULING_DAYS.again }, around);
  const before = replaceLast(state, { ...hearing, status: 'differed' });
  return { ...before, hearings: [...before.hearings, again] };
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

/** Somebody above the team has decided. */
function ruled(state: Proposal, ruling: Ruling, by: 'professional' | 'leaders' | 'leader', around: Around): Proposal {
  const direction = state.rule === 'leaders-set-direction';
  const { text, reason } = ruling;
  if (ruling.kind === 'not') return closed(state, { kind: 'not', by, text: '', reason });
  const kind = direction ? 'direction' : ruling.kind === 'other' ? 'other' : 'adopted';
  return decided(state, { kind, by, text: ruling.kind === 'other' ? text : '', reason }, around);
}

const agreed = (state: Proposal, around: Around): Proposal =>
  decided(state, { kind: 'adopted', by: 'team', text: '', reason: '' }, around);

/** Decided; what another body has to grant is asked there first. */
function decided(state: Proposal, outcome: Outcome, around: Around): Proposal {
  if (!state.visitation || outcome.kind === 'direction') return closed(state, outcome);
  return {
    ...state,
    seats: state.seats.map(lapse),
    inMeeting: false,
    stage: { is: 'to-send', dueOn: around.after(DECISION_DAYS.send), decided: outcome },
  };
}

const closed = (state: Proposal, outcome: Outcome): Proposal => ({
  ...state,
  seats: state.seats.map(lapse),
  advisers: state.advisers.map(lapsed),
  voices: state.voices.map(unsaid),
  inMeeting: false,
  stage: { is: 'closed', outcome },
});

/** Agreed when the citizen says yes and the responsible does; else it is kept as the citizen's wish. */
function withCitizen(state: Proposal, around: Around): Proposal {
  const seat = state.seats.find(isLive);
  const citizens = { by: 'citizen', text: '', reason: '' } as const;
  if (state.citizen === 'no') return closed(state, { ...citizens, kind: 'not' });
  if (!seat || seat.state === 'lapsed' || (seat.vote !== null && seat.vote.kind !== 'agree'))
    return closed(state, { ...citizens, kind: 'wish', reason: seat?.vote?.reason ?? '' });
  if (seat.vote === null || state.citizen === null) return state;
  return decided(state, { ...citizens, kind: 'adopted' }, around);
}

function advised(
  state: Proposal,
  event: Extract<ProposalEvent, { kind: 'advised' | 'advice-past-due' }>,
  around: Around,
): Proposal {
  return withAdvice(
    state,
    state.advisers.map((one): Adviser => {
      if (event.kind === 'advice-past-due') return lapsed(one);
      return one.personId === event.personId ? { ...one, state: 'advised' } : one;
    }),
    around,
  );
}

function withAdvice(state: Proposal, advisers: readonly Adviser[], around: Around): Proposal {
  if (advisers.some((one) => one.state === 'asked')) return { ...state, advisers };
  return { ...state, advisers, stage: { is: 'taking', dueOn: around.after(DECISION_DAYS.taking) } };
}

/** Somebody is no longer part of it: their voice, their advice, their place among the leaders. */
function gone(state: Proposal, personId: string, around: Around): Proposal {
  const seats = state.seats.map(
    (seat): Seat => (seat.personId === personId && isLive(seat) ? { ...seat, state: 'gone' } : seat),
  );
  const advisers = state.advisers.map((one) => (one.personId === personId ? lapsed(one) : one));
  const voices = state.voices.map((voice): Voice => {
    if (voice.state !== 'open' || voice.managerId !== personId) return voice;
    return { ...voice, managerId: managerFor(voice.departmentId, seats, around, personId) };
  });
  const professionalId = state.professionalId === personId ? null : state.professionalId;
  const next = { ...state, seats, advisers, voices, professionalId };
  switch (state.stage.is) {
    case 'leaders': {
      const hearing = hearingOf(next);
      if (!hearing || !isHearing(hearing)) return next;
      return goneLeader(next, hearing, personId, around);
    }
    case 'advice':
      return withAdvice(next, advisers, around);
    case 'professional':
      return state.stage.personId === personId
        ? weighed({ ...next, stage: { is: 'asking' } }, around)
        : weighed(next, around);
    case 'asking':
    case 'talk':
      return weighed(next, around);
    default:
      return next;
  }
}

/** A leader who is asked is no longer here: whoever answers for the departments now, or leads those below, is asked. */
function goneLeader(state: Proposal, hearing: Hearing, personId: string, around: Around): Proposal {
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
  return judged(state, replaceLeader(hearing, left, heirs, around), around);
}
