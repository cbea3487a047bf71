import { homeSamples } from './home';
import { meetingSamples } from './meetings';
import { pathwaySamples } from './pathways';
import type { Sample } from './sample';

/** Every card in every state, with short texts and with the longest. */
export const samples: readonly Sample[] = [...homeSamples, ...pathwaySamples, ...meetingSamples];
