import { afterwardsSamples } from './afterwards';
import { auditSamples } from './audit';
import { courseSamples } from './courses';
import { decisionSamples } from './decisions';
import { leaderSamples } from './decisions-leaders';
import { followUpSamples } from './follow-ups';
import { groundSamples } from './grounds';
import { handoverSamples } from './handovers';
import { homeSamples } from './home';
import { intakeSamples } from './intakes';
import { mandateSamples } from './mandate';
import { meetingSamples } from './meetings';
import { overviewSamples } from './overview';
import { pathwaySamples } from './pathways';
import { programSamples } from './programs';
import { reviewSamples } from './reviews';
import type { Sample } from './sample';
import { statisticsSamples } from './statistics';
import { teamSamples } from './team';
import { workSamples } from './work';

/** Every card in every state, with short texts and with the longest. */
export const samples: readonly Sample[] = [
  ...homeSamples,
  ...groundSamples,
  ...mandateSamples,
  ...pathwaySamples,
  ...teamSamples,
  ...meetingSamples,
  ...workSamples,
  ...afterwardsSamples,
  ...decisionSamples,
  ...leaderSamples,
  ...followUpSamples,
  ...overviewSamples,
  ...handoverSamples,
  ...auditSamples,
  ...courseSamples,
  ...statisticsSamples,
  ...intakeSamples,
  ...programSamples,
  ...reviewSamples,
];
