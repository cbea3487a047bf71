// Three managers with all that each can say in both rounds, and those above them.
import { stepProposal } from '../../../bot/decisions/proposal-rules';
import { everyLeadership, SAYINGS } from './leaders';

test('three managers, who share the director only: 188,953 ways', () => {
  const all = everyLeadership(stepProposal, 3, { first: SAYINGS, again: SAYINGS, above: SAYINGS });
  expect(all).toMatchObject({ ways: 188_953, faults: [] });
});
