import type { Unit } from '../db/unit';
import type { Organisation } from '../people/organisation';
import type { HandoverCase } from './store';

/**
 * Whoever asked in a handover gets their card of it anew: a no with its reason, or who leads now.
 * @param once what happened, so that it is told once
 * @returns those who asked
 */
export function tellAskers(
  unit: Unit,
  { row, askings }: HandoverCase,
  once: string,
  exceptId: string | null,
  org: Organisation,
): ReadonlySet<string> {
  const askers = new Set(askings.map((one) => one.askedById));
  for (const personId of askers) {
    if (personId === exceptId || !org.isHere(personId)) continue;
    unit.message({
      naturalKey: `handover:${row.id}:${once}:${personId}`,
      personId,
      class: 'notice',
      kind: 'handover',
      matterKind: 'handover',
      matterId: row.id,
      pathwayId: row.pathwayId,
    });
  }
  return askers;
}
