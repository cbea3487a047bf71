import type { Around, Ruling } from './hearing-rules';
import { DECISION_DAYS, isLive, lapse, lapsed, type Outcome, type Proposal, unsaid } from './state-rules';

/** Somebody above the team has decided. */
export function ruled(
  state: Proposal,
  ruling: Ruling,
  by: 'professional' | 'leaders' | 'leader',
  around: Around,
): Proposal {
  const direction = state.rule === 'leaders-set-direction';
  const { text, reason } = ruling;
  if (ruling.kind === 'not') return closed(state, { kind: 'not', by, text: '', reason });
  const kind = direction ? 'direction' : ruling.kind === 'other' ? 'other' : 'adopted';
  return decided(state, { kind, by, text: ruling.kind === 'other' ? text : '', reason }, around);
}

/** The team has decided by itself. */
export const agreed = (state: Proposal, around: Around): Proposal =>
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

/** An end: nobody is asked any more. */
export const closed = (state: Proposal, outcome: Outcome): Proposal => ({
  ...state,
  seats: state.seats.map(lapse),
  advisers: state.advisers.map(lapsed),
  voices: state.voices.map(unsaid),
  inMeeting: false,
  stage: { is: 'closed', outcome },
});

/** Agreed when the citizen says yes and the responsible does; else it is kept as the citizen's wish. */
export function withCitizen(state: Proposal, around: Around): Proposal {
  const seat = state.seats.find(isLive);
  const citizens = { by: 'citizen', text: '', reason: '' } as const;
  if (state.citizen === 'no') return closed(state, { ...citizens, kind: 'wish' });
  if (!seat || seat.state === 'lapsed' || (seat.vote !== null && seat.vote.kind !== 'agree'))
    return closed(state, { ...citizens, kind: 'wish', reason: seat?.vote?.reason ?? '' });
  if (seat.vote === null || state.citizen === null) return state;
  return decided(state, { ...citizens, kind: 'adopted' }, around);
}
