import { z } from 'zod/v4';
import { decisionsCard } from '../../cards/decisions/decisions';
import { type Caller, type Capability, type Verb, verb } from '../capability';
import type { Registry } from '../obligations/kind';
import type { Models } from '../pathways/models';
import type { Answer } from '../turn';
import { afterVerbs } from './after-verbs';
import { decisionRenderers, drawList } from './draw';
import { decisionKinds } from './kinds';
import { leaderVerbs } from './leader-verbs';
import { makeVerbs } from './make-verbs';
import { showCard } from './press';
import { questionVerbs } from './question-verbs';
import { decisionsView } from './show-lists';
import { teamVerbs } from './team-verbs';
import { togetherLetters } from './together-mail';

/** Proposals, answers, the talk, leaders, questions, and what follows a decision. */
export function decisionsCapability(models: Models, registry: () => Registry): Capability {
  return {
    name: 'decisions',
    commands: [
      {
        key: 'decisions',
        pattern: /^(?:beslutning(?:er)?|forslag|decisions?|proposals?)$/,
        names: ['beslutning', 'beslutninger', 'forslag', 'decision', 'decisions', 'proposal'],
        run: (caller) => mine(caller, registry()),
      },
    ],
    kinds: decisionKinds(),
    renderers: decisionRenderers(),
    letters: togetherLetters(),
    verbs: {
      ...makeVerbs(models),
      ...teamVerbs(),
      ...leaderVerbs(),
      ...afterVerbs(),
      ...questionVerbs(),
      'proposal.back': verb({
        input: z.looseObject({ proposal: z.uuid() }),
        show: (caller, input) => showCard(caller, input.proposal, 'proposal', 'replace'),
      }),
      'decisions.mine': verb({ input: z.looseObject({}), show: (caller) => mine(caller, registry()) }),
      'decisions.open': listVerb('post'),
      'decisions.of-pathway': listVerb('replace'),
    },
  };
}

const listVerb = (how: 'post' | 'replace'): Verb =>
  verb({ input: z.looseObject({ pathway: z.uuid() }), show: (caller, input) => ofPathway(caller, input.pathway, how) });

/** A pathway's proposals, with how each stands. */
async function ofPathway(caller: Caller, pathwayId: string, how: 'post' | 'replace'): Promise<Answer> {
  const { unit, person, words, locale } = caller;
  const card = await drawList({ unit, personId: person.id, locale }, pathwayId);
  if (!card) return { say: words.turn.notFound };
  unit.audit({ act: 'proposal.list', actorId: person.id, matterKind: 'pathway', matterId: pathwayId, pathwayId });
  return how === 'post' ? { post: [card] } : { replace: card };
}

/** What waits for me as a leader or in a team, and my pathways' open proposals. */
async function mine(caller: Caller, registry: Registry): Promise<Answer> {
  const { unit, person, locale } = caller;
  return { post: [decisionsCard(await decisionsView(unit, registry, person.id, locale), locale)] };
}
