import { closed } from './end-rules';
import type { Around } from './hearing-rules';
import { beforeLeaders } from './leader-rules';
import { DECISION_DAYS, doubting, leadersDecide, type Proposal, type Seat } from './state-rules';

/** Doubt, disagreement or silence: talk first; where the model names a professional, they decide unless the talk settles it. */
export function inDoubt(state: Proposal, around: Around): Proposal {
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

/** A doubt said anew opens the talk anew. */
export function talkAgain(state: Proposal, around: Around): Proposal {
  return {
    ...state,
    talks: state.talks + 1,
    stage: { is: 'talk', dueOn: around.after(DECISION_DAYS.talk), clarified: false },
  };
}

/** The lead answered the doubts: whoever doubts is asked anew. */
export function clarified(state: Proposal, around: Around): Proposal {
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

/** The talk settled nothing in its time. */
export function talkOver(state: Proposal, around: Around): Proposal {
  if (!leadersDecide(state.rule)) return closed(state, { kind: 'not-agreed', by: 'team', text: '', reason: '' });
  return beforeLeaders(state, null, around);
}
