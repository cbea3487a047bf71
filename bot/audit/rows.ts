import type { Unit } from '../db/unit';
import type { SealedRow } from './chain';

/** Audit rows whose ids lie after one and up to another, in the order of their ids. */
export function rowsBetween(
  unit: Unit,
  { after, upTo, most }: { readonly after: string | null; readonly upTo: string; readonly most?: number },
): Promise<SealedRow[]> {
  return unit.tx.auditRow.findMany({
    where: { tenantId: unit.tenantId, id: { lte: upTo, ...(after === null ? {} : { gt: after }) } },
    orderBy: { id: 'asc' },
    ...(most === undefined ? {} : { take: most }),
  });
}
