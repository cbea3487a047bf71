import { type House, inTenant } from '../db/unit';
import { BEGINNING, hashOfBlock } from './chain';
import { rowsBetween } from './rows';

/** What is wrong with a block: another number of rows, other rows, or the chain itself. */
export type AuditFault = { readonly n: number; readonly is: 'rows' | 'changed' | 'chain' };

export type Verified = {
  readonly blocks: number;
  readonly rows: number;
  /** Rows that are not sealed yet. */
  readonly unsealed: number;
  /** Of the newest block: kept elsewhere, it shows that no block was taken off the end. */
  readonly head: string;
  readonly faults: readonly AuditFault[];
};

/** Reads a municipality's audit log from its beginning and works every hash out anew. */
export async function verifyAudit(house: House, tenantId: string): Promise<Verified> {
  const seals = await inTenant(house, tenantId, (unit) =>
    unit.tx.auditSeal.findMany({ where: { tenantId }, orderBy: { n: 'asc' } }),
  );
  const faults: AuditFault[] = [];
  let [head, after, rows, n]: [string, string | null, number, number] = [BEGINNING, null, 0, 0];
  for (const seal of seals) {
    n += 1;
    const since = after;
    const found = await inTenant(house, tenantId, (unit) => rowsBetween(unit, { after: since, upTo: seal.upToId }));
    if (seal.n !== n || seal.prevHash !== head) faults.push({ n: seal.n, is: 'chain' });
    else if (found.length !== seal.rows) faults.push({ n, is: 'rows' });
    else if (hashOfBlock(seal.prevHash, seal.n, found) !== seal.hash) faults.push({ n, is: 'changed' });
    rows += found.length;
    [head, after, n] = [seal.hash, seal.upToId, seal.n];
  }
  const unsealed = await inTenant(house, tenantId, (unit) =>
    unit.tx.auditRow.count({ where: { tenantId, ...(after === null ? {} : { id: { gt: after } }) } }),
  );
  return { blocks: seals.length, rows, unsealed, head, faults };
}
