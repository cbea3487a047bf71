import type { SectionView } from '../../cards/views';
import type { Unit } from '../db/unit';
import type { Standing } from '../people/rights';
import type { PathwayWithTeam } from './standing';

/**
 * What a capability above pathways adds to a pathway's card: a heading, a few lines, and a button to its own, such as
 * "Decisions (2)". Registered in `app.ts`; the card has room for `MOST_SECTIONS` (cards/views.ts). Whoever changes what it
 * shows draws the card anew with `touchCards(unit, 'pathway', [id])`.
 */
export type PathwaySection = {
  /** Names it among the others. */
  readonly name: string;
  /** For somebody who may see the pathway, also an ended one; undefined when there is nothing to say. */
  shown(
    unit: Unit,
    known: PathwayWithTeam,
    viewer: { readonly personId: string; readonly standings: ReadonlySet<Standing> },
  ): Promise<SectionView | undefined>;
};
