import type { Unit } from '../db/unit';

/** Marks the cards of a matter that stand in chats: they are drawn anew after the commit. */
export async function touchCards(unit: Unit, matterKind: string, matterIds: readonly string[]): Promise<void> {
  if (matterIds.length === 0) return;
  const touched = await unit.tx.sentCard.updateMany({
    where: { tenantId: unit.tenantId, matterKind, matterId: { in: [...matterIds] } },
    data: { dirtyAt: unit.now, retryAt: null, attempts: 0 },
  });
  if (touched.count > 0) unit.wake();
}

/** Marks the digests that name these obligations, so that a settled line no longer stands there as if it waited. */
export async function touchDigests(unit: Unit, obligationIds: readonly string[]): Promise<void> {
  if (obligationIds.length === 0) return;
  const touched = await unit.tx.$executeRaw`
    update sent_card set dirty_at = ${unit.now}, retry_at = null, attempts = 0
    where tenant_id = ${unit.tenantId}::uuid and matter_kind = 'digest' and matter_id in (
      select line.digest_id from digest_line line join rung_walk walk on walk.tenant_id = line.tenant_id and walk.id = line.walk_id
      where line.tenant_id = ${unit.tenantId}::uuid and walk.obligation_id = any(${[...obligationIds]}::uuid[]) and line.digest_id is not null)`;
  if (touched > 0) unit.wake();
}
