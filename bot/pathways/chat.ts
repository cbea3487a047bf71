import { z } from 'zod/v4';
import { pathwayCard } from '../../cards/pathways/pathway';
import { pathwaysCard } from '../../cards/pathways/pathways';
import { type Caller, type Capability, verb } from '../capability';
import type { Answer } from '../turn';
import type { Models } from './models';
import { pathwayByRef, pathwaysOf, pathwayView } from './read';
import { pathwayFor } from './standing';

/** `forløb` and `forløb <reference>`, and the buttons that do the same. */
export function pathwaysCapability(models: Models): Capability {
  const list = async (caller: Caller): Promise<Answer> => ({
    post: [pathwaysCard(await pathwaysOf(caller.unit, caller.person.id), caller.locale)],
  });
  const one = async (caller: Caller, id: string | undefined): Promise<Answer> => {
    const known = id === undefined ? undefined : await pathwayFor(caller.unit, id, caller.person.id, 'pathway.see');
    // The same words as for an unknown reference: others do not learn that it exists.
    if (!known) return { say: caller.words.turn.notFound };
    const view = await pathwayView(caller.unit, known, caller.person.id, models.get(known.pathway.model)?.key);
    return {
      post: [
        {
          ...pathwayCard(view, caller.locale),
          keep: { kind: 'pathway', matterKind: 'pathway', matterId: known.pathway.id },
        },
      ],
    };
  };
  return {
    name: 'pathways',
    commands: [
      {
        key: 'pathways',
        pattern: /^(?:forløb|forlob|borgerforløb|pathways?)(?:\s+(?<rest>.+))?$/,
        names: ['forløb', 'pathways', 'pathway'],
        run: async (caller, rest) => (rest === '' ? list(caller) : one(caller, await pathwayByRef(caller.unit, rest))),
      },
    ],
    verbs: {
      'home.pathways': verb({ input: z.strictObject({}), show: list }),
      'pathway.open': verb({
        input: z.strictObject({ pathway: z.uuid() }),
        show: (caller, input) => one(caller, input.pathway),
      }),
    },
    renderers: {
      pathway: async (unit, { matterId, personId, locale }) => {
        const known = await pathwayFor(unit, matterId, personId, 'pathway.see');
        if (!known) return undefined;
        const view = await pathwayView(unit, known, personId, models.get(known.pathway.model)?.key);
        return { ...pathwayCard(view, locale), keep: { kind: 'pathway', matterKind: 'pathway', matterId } };
      },
    },
  };
}
