import { type House, inTenant, type Unit } from '../db/unit';
import { BEGINNING, firstIdAt, hashOfBlock, MOST_ROWS, STILL_OPEN_MS } from './chain';
import { rowsBetween } from './rows';

/**
 * Chains what has been written to the audit log and is certain to be all there, in blocks; one process at a time. Presses
 * wait for nothing: their rows are plain inserts.
 * @returns how many blocks were made
 */
export async function sealAudit(house: House, tenantId: string): Promise<number> {
  for (let made = 0; ; made += 1) {
    if (!(await inTenant(house, tenantId, sealOne))) return made;
  }
}

async function sealOne(unit: Unit): Promise<boolean> {
  const { tx, tenantId, house, wallNow } = unit;
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`${tenantId}/audit-seal`}, 0))`;
  const last = await tx.auditSeal.findFirst({ where: { tenantId }, orderBy: { n: 'desc' } });
  const upTo = firstIdAt(new Date(wallNow.getTime() - STILL_OPEN_MS));
  const rows = await rowsBetween(unit, { after: last?.upToId ?? null, upTo, most: MOST_ROWS });
  const newest = rows.at(-1);
  if (!newest) return false;
  const n = (last?.n ?? 0) + 1;
  const prevHash = last?.hash ?? BEGINNING;
  await tx.auditSeal.create({
    data: {
      tenantId,
      id: house.newId(),
      n,
      upToId: newest.id,
      rows: rows.length,
      prevHash,
      hash: hashOfBlock(prevHash, n, rows),
      at: wallNow,
    },
  });
  return rows.length === MOST_ROWS;
}
