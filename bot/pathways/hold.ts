import type { Unit } from '../db/unit';

const held = new WeakMap<Unit, Set<string>>();

/**
 * Holds pathways until the end of the transaction: whoever changes one, its team or its grounds comes before or after, and not
 * in between. What belongs to a pathway (meetings, proposals, agreements) is locked after it and never before, so that two who
 * each want both do not wait for each other.
 * @returns whether all of them exist
 */
export async function holdPathways(unit: Unit, ids: readonly string[]): Promise<boolean> {
  const mine = held.get(unit) ?? new Set();
  held.set(unit, mine);
  const missing = [...new Set(ids)].filter((id) => !mine.has(id));
  if (missing.length === 0) return true;
  const rows = await unit.tx.$queryRaw<{ id: string }[]>`
    select id from pathway where tenant_id = ${unit.tenantId}::uuid and id = any(${missing}::uuid[]) order by id for no key update`;
  for (const { id } of rows) mine.add(id);
  return rows.length === missing.length;
}

/** What asks a matter for its pathway, which it never leaves. */
export const ofPathway = ({ tenantId }: Unit, id: string) => ({
  where: { tenantId_id: { tenantId, id } },
  select: { pathwayId: true as const },
});

/** Holds the pathway of a matter, as it was asked for with `ofPathway`. */
export async function holdPathwayOf(unit: Unit, matter: { readonly pathwayId: string } | null): Promise<void> {
  if (matter) await holdPathways(unit, [matter.pathwayId]);
}
