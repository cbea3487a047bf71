// Every team of up to five voices with everything that a voice, and the manager of a silent department, can do.
import { stepProposal } from '../../../bot/decisions/proposal-rules';
import { BEHAVIOURS, everyTeam, REPLIES } from './answers';

test('a team of up to five decides unanimously or talks first: 330,038 ways', () => {
  const all = everyTeam(stepProposal, 'unanimous-then-managers', {
    from: 0,
    to: 5,
    behaviours: BEHAVIOURS,
    replies: REPLIES,
  });
  expect(all).toMatchObject({ lived: 330_038, faults: [] });
});
