import type { Unit } from '../db/unit';
import { pathwayByRef } from '../pathways/read';
import { organisation } from '../people/organisation';

/** Somebody who saw or changed something of a pathway: when, who, and what by its code. */
export type Looked = { readonly at: Date; readonly name: string; readonly title: string; readonly act: string };

/**
 * Who has looked at a pathway, as the citizen may ask for it (the data protection regulation, article 15): the oldest first.
 * Lists in which it stood count as well. The house's own doing is left out.
 * @returns undefined for a reference that does not exist
 */
export async function whoLooked(unit: Unit, ref: string): Promise<readonly Looked[] | undefined> {
  const pathwayId = await pathwayByRef(unit, ref);
  if (pathwayId === undefined) return undefined;
  const org = await organisation(unit);
  const rows = await unit.tx.auditRow.findMany({
    where: {
      tenantId: unit.tenantId,
      actorId: { not: null },
      OR: [{ pathwayId }, { matterKind: 'pathway', codes: { has: pathwayId } }],
    },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  });
  return rows.map((row) => {
    const person = org.people.get(row.actorId ?? '');
    return { at: row.at, name: person?.name ?? '?', title: person?.title ?? '', act: row.act };
  });
}
