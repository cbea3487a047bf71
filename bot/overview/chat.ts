import { z } from 'zod/v4';
import { overviewCard } from '../../cards/overview/overview';
import { type Caller, type Capability, verb } from '../capability';
import type { Registry } from '../obligations/kind';
import type { Answer } from '../turn';
import { overviewView } from './show';

/** `overblik`: my pathways with what is next, and for a manager what is late in the department. */
export function overviewCapability(registry: () => Registry): Capability {
  const show = async ({ unit, person, locale }: Caller): Promise<Answer> => ({
    post: [overviewCard(await overviewView(unit, registry(), person.id, locale), locale)],
  });
  return {
    name: 'overview',
    commands: [{ key: 'overview', pattern: /^(?:overblik|overview)$/, names: ['overblik', 'overview'], run: show }],
    verbs: { 'home.overview': verb({ input: z.looseObject({}), show }) },
  };
}
