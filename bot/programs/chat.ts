import type { Capability } from '../capability';
import { programRenderers } from './draw';
import { programKinds } from './kinds';
import type { Programs } from './read-programs';
import { programCommand, programVerbs } from './verbs';

/** A new colleague's onboarding: the programme, its steps and days, the mentor, and those who follow it. */
export function programsCapability(programs: Programs): Capability {
  return {
    name: 'programs',
    commands: [programCommand()],
    verbs: programVerbs(),
    kinds: programKinds(programs),
    renderers: programRenderers(),
  };
}
