import type { Capability } from '../capability';
import { handoverRenderers } from './draw';
import { handoverKinds } from './kinds';
import { leadKinds } from './lead-kinds';
import { leadVerbs } from './lead-verbs';
import type { LeadHooks } from './take-baton';
import { handoverVerbs } from './verbs';

/** The baton: passed on, taken or declined, settled by the managers, and whoever leads without one who can. */
export function handoversCapability(hooks: LeadHooks): Capability {
  return {
    name: 'handovers',
    verbs: { ...handoverVerbs(hooks), ...leadVerbs() },
    kinds: [...handoverKinds(), ...leadKinds()],
    renderers: handoverRenderers(),
  };
}
