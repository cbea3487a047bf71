import { advised, withAdvice } from './advice-rules';
import { closed, ruled } from './end-rules';
import { type Around, isHearing, openHearing } from './hearing-rules';
import { beforeLeaderOf, beforeLeaders, goneLeader, heard } from './leader-rules';
import {
  DECISION_DAYS,
  type DecisionRule,
  hearingOf,
  isLive,
  lapsed,
  leadersDecide,
  type Opening,
  type Proposal,
  type ProposalEvent,
  type Seat,
  type Stepped,
  unsaid,
  type Voice,
} from './state-rules';
import { clarified, talkOver } from './talk-rules';
import { lapsedBy, managerFor, meetingClosed, spokenFor, voted, weighed } from './voice-rules';

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
      return next === 'no-voters' ? { refused: 'no-voters' } : to(next);
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
      // What was taken from it is written of all advice: first it is in, or its date is over.
      if (stage.is !== 'taking') return { refused: stage.is === 'advice' ? 'too-early' : 'closed' };
      const advisers = state.advisers.map(lapsed);
      const answersDueOn = state.inMeeting ? null : around.after(DECISION_DAYS.answers);
      return to(weighed({ ...state, advisers, answersDueOn, stage: { is: 'asking' } }, around));
    }
    case 'citizen-answers':
      if (state.rule !== 'agreed-with-citizen' || stage.is !== 'asking') return { refused: 'closed' };
      return to(weighed({ ...state, citizen: event.answer }, around));
    case 'leaders-asked':
      return leadersAsked(state, event.personId, around);
    case 'ruling':
    case 'together-at':
    case 'ruling-past-due':
    case 'leaders-sought':
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

/** Whoever asked leaders before saying yes answers a working day after those are to have answered. */
function leadersAsked(state: Proposal, personId: string, around: Around): Stepped {
  const { rule, stage, answersDueOn } = state;
  const asks = state.seats.some((seat) => seat.personId === personId && seat.state === 'asked');
  if (rule !== 'agreed-with-citizen' || stage.is !== 'asking' || answersDueOn === null || !asks)
    return { refused: 'closed' };
  const later = around.after(DECISION_DAYS.answers + 1);
  return { state: { ...state, answersDueOn: answersDueOn < later ? later : answersDueOn } };
}
