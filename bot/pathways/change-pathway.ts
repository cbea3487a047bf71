import type { Refused } from '../capability';
import type { Unit } from '../db/unit';
import { touchCards } from '../messages/touch';
import type { Right } from '../people/rights';
import { holdPathways } from './hold';
import { type PathwayWithTeam, pathwayFor } from './standing';

/** Who wants to change a pathway, and which version of it they looked at. */
export type Change = {
  readonly pathwayId: string;
  readonly version: number;
  readonly byId: string;
  readonly right: Right;
};

/** A fault of a form by its inputs; undefined when there is none. */
export const formFaults = (faults: Readonly<Record<string, string>>): Refused | undefined =>
  Object.keys(faults).length === 0 ? undefined : { code: 'form', faults };

/**
 * One change of a running pathway: locked, the right asked at this moment, refused when somebody else changed it since the
 * card was drawn. What `change` does not refuse raises the version and has every card of the pathway drawn anew.
 * @returns why nothing was changed, if so
 */
export async function changePathway(
  unit: Unit,
  asked: Change,
  change: (known: PathwayWithTeam) => Promise<Refused | undefined>,
): Promise<Refused | undefined> {
  await holdPathways(unit, [asked.pathwayId]);
  const known = await pathwayFor(unit, asked.pathwayId, asked.byId, asked.right);
  if (!known) return { code: 'not-yours' };
  if (known.pathway.status !== 'open') return { code: 'closed' };
  if (known.pathway.version !== asked.version) return { code: 'changed-meanwhile' };
  const refused = await change(known);
  if (refused) return refused;
  await unit.tx.pathway.update({
    where: { tenantId_id: { tenantId: unit.tenantId, id: asked.pathwayId } },
    data: { version: { increment: 1 } },
  });
  await touchCards(unit, 'pathway', [asked.pathwayId]);
  return undefined;
}
