// Random lives of proposals: whatever happens, in whatever order, the laws in `lives.ts` hold, and no stage and no end is left
// out.
import { owedBy } from '../../../bot/decisions/owed-rules';
import { stepProposal } from '../../../bot/decisions/proposal-rules';
import { manyLives } from './lives';

test('10,000 random lives keep every law, and come to every stage and every end', () => {
  expect(manyLives({ step: stepProposal, owedBy }, 10_000)).toEqual({ missed: [] });
});
