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

/** How often somebody was asked anew on this version. */
const askings = (state: Proposal): number => Math.max(...state.seats.map((seat) => seat.round));

/** A doubt said anew opens the talk anew, once: then it keeps its date, since no pause is endless. */
export function talkAgain(state: Proposal, around: Around): Proposal {
  const { stage } = state;
  if (stage.is === 'talk' && askings(state) > 2) return { ...state, stage: { ...stage, clarified: false } };
  return {
    ...state,
    talks: state.talks + 1,
    stage: { is: 'talk', dueOn: around.after(DECISION_DAYS.talk), clarified: false },
  };
}

/**
 * The lead answered the doubts: whoever doubts is asked anew; where silence opened the talk, whoever was silent. The first time they get another working day;
 * later ones keep the date, since no pause is endless.
 */
export function clarified(state: Proposal, around: Around): Proposal {
  const doubts = new Set(doubting(state));
  const again = (seat: Seat): boolean => (doubts.size > 0 ? doubts.has(seat) : seat.state === 'lapsed');
  const { stage } = state;
  if ((stage.is !== 'talk' && stage.is !== 'professional') || !state.seats.some(again)) return state;
  const seats = state.seats.map(
    (seat): Seat => (again(seat) ? { ...seat, state: 'asked', round: seat.round + 1 } : seat),
  );
  const dueOn = askings(state) === 1 ? around.after(DECISION_DAYS.talk) : stage.dueOn;
  return stage.is === 'professional'
    ? { ...state, seats, stage: { ...stage, dueOn } }
    : { ...state, seats, stage: { is: 'talk', dueOn, clarified: true } };
}

/** The talk settled nothing in its time. */
export function talkOver(state: Proposal, around: Around): Proposal {
  if (!leadersDecide(state.rule)) return closed(state, { kind: 'not-agreed', by: 'team', text: '', reason: '' });
  return beforeLeaders(state, null, around);
}
