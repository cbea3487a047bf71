// What can happen when, and that an end is an end.
import { openVersion, stepProposal } from '../../../bot/decisions/proposal-rules';
import type { Opening, Outcome, Proposal, ProposalEvent, Stage } from '../../../bot/decisions/state-rules';
import { asMoment } from '../../../bot/time/moment';
import { must, opening, seat, vote } from './answers';
import { ruling } from './leaders';
import { EVERY_KIND } from './lives';
import { around, day, smallTown } from './town';

const on = around(smallTown(), 0);
const seats = [seat('a1'), seat('b1')];

function told(
  rule: Proposal['rule'],
  changes: Partial<Opening>,
  ...events: readonly (ProposalEvent | ((state: Proposal) => ProposalEvent))[]
): Proposal {
  const opened = openVersion(rule, opening({ seats, ...changes }), 1, 0, on);
  if (opened === 'no-voters') throw new Error('there are voices');
  let state = opened;
  for (const event of events) state = must(stepProposal, state, typeof event === 'function' ? event(state) : event, on);
  return state;
}

const agreed = [vote('a1', 'agree'), vote('b1', 'agree')] as const;
const doubt = vote('a1', 'doubt');
const put: ProposalEvent = { kind: 'put-before-leaders', only: null };
const decides =
  (saying: 'as-proposed' | 'not' | 'c') =>
  (state: Proposal): ProposalEvent => ({
    kind: 'ruling',
    seatId: state.hearings.at(-1)?.seats[0]?.id ?? '',
    ruling: ruling(saying),
    together: false,
  });
const granted = (answer: 'granted' | 'partly' | 'refused'): Proposal =>
  told(
    'unanimous-then-managers',
    { visitation: true },
    ...agreed,
    { kind: 'sent', answerDueOn: day(20) },
    { kind: 'visitation-answered', answer, text: 'to timer om ugen' },
  );
const leaders = [{ personId: 'ma', departmentIds: ['a'], because: 'manager' as const }];
const responsible = { seats: [seat('a1')], responsibleId: 'a1' };

/** A way to every end; complete by its type. */
const ENDS: { readonly [Kind in Outcome['kind']]: readonly Proposal[] } = {
  adopted: [
    told('unanimous-then-managers', {}, ...agreed),
    told('professional-decides', {}, ...agreed),
    told('advice-process', {}, ...agreed),
    told('professional-decides', { professionalId: 'b1' }, doubt, {
      kind: 'professional-decides',
      ruling: ruling('as-proposed'),
    }),
    told('unanimous-then-managers', {}, doubt, put, decides('as-proposed')),
    told('agreed-with-citizen', { ...responsible, citizen: 'yes' }, vote('a1', 'agree')),
  ],
  not: [told('unanimous-then-managers', {}, doubt, put, decides('not'))],
  other: [told('unanimous-then-managers', {}, doubt, put, decides('c'))],
  wish: [
    told('agreed-with-citizen', responsible, vote('a1', 'disagree')),
    told('agreed-with-citizen', responsible, { kind: 'citizen-answers', answer: 'no' }),
  ],
  'not-agreed': [told('advice-process', {}, doubt, { kind: 'talk-past-due' })],
  direction: [told('leaders-set-direction', { leaders }, decides('as-proposed'))],
  granted: [granted('granted')],
  partly: [granted('partly')],
  refused: [granted('refused')],
  withdrawn: [told('unanimous-then-managers', {}, { kind: 'withdraw', reason: '' })],
};
const ended = Object.entries(ENDS).flatMap(([kind, states]) => states.map((state) => ({ kind, state })));

test.each(ended)('a proposal of $state.rule can end as $kind', ({ kind, state }) => {
  expect(state.stage).toMatchObject({ is: 'closed', outcome: { kind } });
});

test('no way leads back from an end: every event is refused as closed, and changes nothing', () => {
  for (const { state } of ended) {
    const before = JSON.stringify(state);
    for (const event of EVERY_KIND) expect(stepProposal(state, event, on)).toEqual({ refused: 'closed' });
    expect(JSON.stringify(state)).toBe(before);
  }
});

describe('what can happen as a proposal stands', () => {
  const ask = told('unanimous-then-managers', { inMeeting: true });
  const talk = told('unanimous-then-managers', {}, doubt);
  const advice = told('advice-process', { advisers: ['x', 'y'] });
  const visiting = { visitation: true } as const;
  const toSend = told('unanimous-then-managers', visiting, ...agreed);
  const STATES: { readonly [Is in Exclude<Stage['is'], 'closed'>]: Proposal } = {
    asking: ask,
    talk,
    advice,
    taking: must(stepProposal, advice, { kind: 'advice-past-due' }, on),
    professional: told('professional-decides', { professionalId: 'b1' }, doubt),
    leaders: must(stepProposal, talk, put, on),
    'to-send': toSend,
    visitation: must(stepProposal, toSend, { kind: 'sent', answerDueOn: day(20) }, on),
  };
  const always = ['gone', 'withdraw'] as const;
  const speaks = ['vote', 'answers-past-due', 'voice-past-due', 'amend'] as const;
  const CAN: { readonly [Is in Exclude<Stage['is'], 'closed'>]: readonly ProposalEvent['kind'][] } = {
    advice: ['advised', 'advice-past-due', 'amend'],
    taking: ['advice-taken', 'amend'],
    asking: [...speaks, 'we-agree', 'meeting-closed'],
    talk: [...speaks, 'clarify', 'put-before-leaders', 'talk-past-due'],
    professional: [...speaks, 'clarify', 'professional-decides', 'professional-past-due'],
    leaders: ['together-at', 'ruling-past-due'],
    'to-send': ['sent'],
    visitation: ['visitation-answered'],
  };
  test.each(Object.entries(STATES))('%s', (is, state) => {
    expect(state.stage.is).toBe(is);
    const taken = EVERY_KIND.filter((event) => 'state' in stepProposal(state, event, on)).map((event) => event.kind);
    expect(taken.sort()).toEqual([...CAN[is as keyof typeof CAN], ...always].sort());
  });

  test('of what is not theirs somebody is told that it is not', () => {
    const leaderless = stepProposal(STATES.leaders, EVERY_KIND.find((one) => one.kind === 'ruling') ?? put, on);
    expect(leaderless).toEqual({ refused: 'not-yours' });
    expect(stepProposal(talk, vote('stranger', 'agree'), on)).toEqual({ refused: 'not-yours' });
  });
  test('what is to be granted cannot have been before it was sent', () => {
    const answered = { kind: 'visitation-answered', answer: 'granted', text: '' } as const;
    expect(stepProposal(toSend, answered, on)).toEqual({ refused: 'too-early' });
  });
  test('leaders agree on a time as long as they have not decided', () => {
    const at = asMoment('2026-03-05T10:00');
    const set = must(stepProposal, STATES.leaders, { kind: 'together-at', at }, on);
    expect(set.hearings.at(-1)?.togetherAt).toBe(at);
  });
});
