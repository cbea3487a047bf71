import { z } from 'zod/v4';
import { pathwayCard } from '../../cards/pathways/pathway';
import { pathwaysCard } from '../../cards/pathways/pathways';
import { type Caller, type Capability, verb } from '../capability';
import type { Unit } from '../db/unit';
import type { Renderer } from '../obligations/kind';
import type { Answer, Locale, OutCard } from '../turn';
import { showPathway } from './answers';
import { beginVerbs, newPathwayForm } from './begin-verbs';
import { caseNumberVerbs } from './case-number-verbs';
import { coLeadVerbs } from './co-lead-verbs';
import type { PathwayHooks } from './end-pathway';
import { endVerbs } from './end-verbs';
import { externalVerbs } from './external-verbs';
import { linkAnswerKind, linkRequestRenderer } from './link-kind';
import { linkVerbs } from './link-verbs';
import { noticeRenderers } from './notices';
import { type PathwayParts, pathwayByRef, pathwaysOf, pathwayView } from './read';
import { pathwayFor } from './standing';
import { teamVerbs } from './team-verbs';

/** `forløb`, `forløb <reference>` and `nyt forløb`, the buttons that do the same, and all that changes a pathway. */
export function pathwaysCapability(parts: PathwayParts, hooks: PathwayHooks): Capability {
  const listed = async (unit: Unit, personId: string, locale: Locale): Promise<OutCard> => ({
    ...pathwaysCard(await pathwaysOf(unit, personId), locale),
    keep: { kind: 'pathways', matterKind: 'pathways', matterId: personId },
  });
  const list = (caller: Caller): Promise<OutCard> => listed(caller.unit, caller.person.id, caller.locale);
  const drawn: Renderer = async (unit, { matterId, personId, locale }) => {
    const known = await pathwayFor(unit, matterId, personId, 'pathway.see');
    if (!known) return 'gone';
    const view = await pathwayView(unit, known, personId, parts);
    return { ...pathwayCard(view, locale), keep: { kind: 'pathway', matterKind: 'pathway', matterId } };
  };
  return {
    name: 'pathways',
    commands: [
      {
        key: 'new-pathway',
        pattern:
          /^(?:nyt (?:borger)?forløb|nyt forlob|begynd (?:et )?(?:nyt )?forløb|(?:new|begin|start)(?: a)?(?: new)? pathway)$/,
        names: ['nyt forløb', 'new pathway'],
        run: (caller) => newPathwayForm(caller, parts.models),
      },
      {
        key: 'pathways',
        pattern: /^(?:forløb|forlob|borgerforløb|pathways?)(?:\s+(?<rest>.+))?$/,
        names: ['forløb', 'pathways', 'pathway'],
        run: async (caller, rest): Promise<Answer> =>
          rest === ''
            ? { post: [await list(caller)] }
            : showPathway(caller, parts, await pathwayByRef(caller.unit, rest), 'post'),
      },
    ],
    verbs: {
      'home.pathways': verb({
        input: z.strictObject({}),
        show: async (caller) => ({ post: [await list(caller)] }),
      }),
      'pathway.list': verb({
        input: z.strictObject({}),
        show: async (caller) => ({ replace: await list(caller) }),
      }),
      'pathway.open': verb({
        input: z.strictObject({ pathway: z.uuid() }),
        show: (caller, input) => showPathway(caller, parts, input.pathway, 'post'),
      }),
      'pathway.back': verb({
        input: z.strictObject({ pathway: z.uuid() }),
        show: (caller, input) => showPathway(caller, parts, input.pathway, 'replace'),
      }),
      ...beginVerbs(parts, hooks),
      ...teamVerbs(parts),
      ...coLeadVerbs(parts),
      ...externalVerbs(),
      ...linkVerbs(),
      ...caseNumberVerbs(),
      ...endVerbs(parts, hooks),
    },
    kinds: [linkAnswerKind()],
    renderers: {
      pathway: drawn,
      pathways: (unit, { personId, locale }) => listed(unit, personId, locale),
      'link-request': linkRequestRenderer,
      ...noticeRenderers(),
    },
  };
}
