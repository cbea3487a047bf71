import type { Around } from './hearing-rules';
import { type Adviser, DECISION_DAYS, lapsed, type Proposal, type ProposalEvent } from './state-rules';

/** Advice is in, or its date has passed: once nobody is asked any more, what was taken from it is written. */
export function advised(
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

/** The advisers as they stand now; with nobody left who is asked it goes on. */
export function withAdvice(state: Proposal, advisers: readonly Adviser[], around: Around): Proposal {
  if (advisers.some((one) => one.state === 'asked')) return { ...state, advisers };
  return { ...state, advisers, stage: { is: 'taking', dueOn: around.after(DECISION_DAYS.taking) } };
}
