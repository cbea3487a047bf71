// How the product's rules are read where its words leave more than one way; what is meant stands in docs/decisions/0008.
import { owedBy } from '../../../bot/decisions/owed-rules';
import { openVersion, stepProposal } from '../../../bot/decisions/proposal-rules';
import { type DecisionRule, departmentsBefore, type Opening, type Proposal } from '../../../bot/decisions/state-rules';
import { must, opening, seat, vote } from './answers';
import { around, day, smallTown } from './town';

const town = smallTown();
const on = (n: number) => around(town, n);
const seats = [seat('a1'), seat('a2'), seat('b1')];

function open(rule: DecisionRule, changes: Partial<Opening> = {}): Proposal {
  const state = openVersion(rule, opening({ seats, ...changes }), 1, 0, on(0));
  if (state === 'no-voters') throw new Error('there are voices');
  return state;
}
const owes = (state: Proposal): string[] =>
  owedBy(state, () => true)
    .map((one) => `${one.kind} ${one.owner.role === 'lead' ? 'lead' : one.owner.personId} ${one.dueOn}`)
    .sort();
const past = { kind: 'answers-past-due' } as const;
const clarify = { kind: 'clarify' } as const;

describe('silence is nobody’s yes', () => {
  test.each([
    { rule: 'professional-decides', professionalId: 'b1', is: 'professional' },
    { rule: 'professional-decides', professionalId: null, is: 'talk' },
    { rule: 'advice-process', professionalId: null, is: 'talk' },
  ] as const)('$rule: with one department silent it is $is', ({ rule, professionalId, is }) => {
    const said = must(stepProposal, open(rule, { professionalId }), vote('a1', 'agree'), on(1));
    expect(must(stepProposal, said, past, on(3)).stage.is).toBe(is);
  });
  test.each(['professional-decides', 'advice-process'] as const)('%s: one of each department is enough', (rule) => {
    let state = open(rule, { professionalId: 'b1' });
    for (const id of ['a1', 'b1']) state = must(stepProposal, state, vote(id, 'agree'), on(1));
    expect(must(stepProposal, state, past, on(3)).stage).toMatchObject({ is: 'closed', outcome: { kind: 'adopted' } });
  });
  test('whoever was silent is asked anew by a clarification, and their yes decides it', () => {
    const said = must(stepProposal, open('advice-process'), vote('a1', 'agree'), on(1));
    const talk = must(stepProposal, must(stepProposal, said, past, on(3)), clarify, on(4));
    expect(owes(talk)).toEqual([
      `decision-talk lead ${day(5)}`,
      `proposal-answer a2 ${day(5)}`,
      `proposal-answer b1 ${day(5)}`,
    ]);
    const heard = must(stepProposal, talk, vote('b1', 'agree'), on(4));
    expect(heard.stage.is).toBe('talk');
    expect(must(stepProposal, heard, vote('a2', 'agree'), on(4)).stage.is).toBe('closed');
  });
  test('the silent are heard through their leader where leaders decide', () => {
    const said = must(stepProposal, open('professional-decides', { touched: [] }), vote('a1', 'agree'), on(1));
    expect(departmentsBefore(must(stepProposal, said, past, on(3)))).toEqual(['b']);
  });
});

describe('a talk', () => {
  test('ends, however often the lead clarifies and somebody doubts anew', () => {
    let state = must(stepProposal, open('unanimous-then-managers'), vote('a1', 'doubt'), on(0));
    const dates: string[] = [];
    for (let today = 1; today < 30 && state.stage.is === 'talk'; today += 1) {
      if (state.stage.dueOn < day(today)) state = must(stepProposal, state, { kind: 'talk-past-due' }, on(today));
      else {
        state = must(stepProposal, state, clarify, on(today));
        state = must(stepProposal, state, vote('a1', 'doubt'), on(today));
        if (state.stage.is === 'talk') dates.push(state.stage.dueOn);
      }
    }
    expect(state.stage.is).toBe('leaders');
    expect(dates).toEqual([day(2), day(2)]);
  });
  test('of the professional too', () => {
    let state = must(stepProposal, open('professional-decides', { professionalId: 'b1' }), vote('a1', 'doubt'), on(0));
    for (const today of [1, 2]) {
      state = must(stepProposal, state, clarify, on(today));
      state = must(stepProposal, state, vote('a1', 'doubt'), on(today));
    }
    expect(state.stage).toMatchObject({ is: 'professional', dueOn: day(2) });
  });
});

test('what was taken from the advice is written when all of it is in, or its date is over', () => {
  const asked = open('advice-process', { advisers: ['x', 'y'] });
  const take = { kind: 'advice-taken' } as const;
  expect(stepProposal(asked, take, on(0))).toEqual({ refused: 'too-early' });
  const one = must(stepProposal, asked, { kind: 'advised', personId: 'x' }, on(0));
  expect(stepProposal(one, take, on(0))).toEqual({ refused: 'too-early' });
  const both = must(stepProposal, one, { kind: 'advised', personId: 'y' }, on(0));
  for (const ready of [both, must(stepProposal, one, { kind: 'advice-past-due' }, on(3))])
    expect(must(stepProposal, ready, take, on(3)).stage.is).toBe('asking');
});
