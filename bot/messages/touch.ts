import type { Unit } from '../db/unit';

/**
 * Whoever changes what a matter's cards show, and whoever writes down that one of them has been sent, come one after the
 * other, until the end of the transaction: a card that is written down while its matter changes would never hear of it.
 */
export async function lockCards(unit: Unit, matterKind: string, matterIds: readonly string[]): Promise<void> {
  if (matterIds.length === 0) return;
  // In one order, so that two who lock the same matters do not wait for each other.
  const keys = matterIds.map((id) => `${unit.tenantId}/${matterKind}/${id}`).sort();
  await unit.tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(key, 0)) from unnest(${keys}::text[]) key`;
}

/** The matter of older copies of a card that only the newest of is kept up to date. */
export const copyOf = (matterKind: string): string => `${matterKind}.copy`;

/** As long as somebody may still sit over a form. */
const TYPING_MS = 60 * 60_000;

/** Marks the cards of a matter that stand in chats: they are drawn anew after the commit. */
export async function touchCards(unit: Unit, matterKind: string, matterIds: readonly string[]): Promise<void> {
  if (matterIds.length === 0) return;
  await lockCards(unit, matterKind, matterIds);
  const touched = await unit.tx.sentCard.updateMany({
    where: { tenantId: unit.tenantId, matterKind, matterId: { in: [...matterIds] } },
    data: { dirtyAt: unit.now, retryAt: null, attempts: 0 },
  });
  if (touched.count > 0) unit.wake();
}

/**
 * Marks cards in which somebody may be typing: they are drawn anew once that would cost nobody anything. Whoever
 * acted sees it at once; for the others it waits, and a press of theirs meanwhile is answered with what they typed.
 */
export async function touchLater(
  unit: Unit,
  matterKind: string,
  matterId: string,
  actorId: string | null,
): Promise<void> {
  const where = { tenantId: unit.tenantId, matterKind, matterId };
  const later = new Date(unit.wallNow.getTime() + TYPING_MS);
  await lockCards(unit, matterKind, [matterId]);
  if (actorId !== null)
    await unit.tx.sentCard.updateMany({
      where: { ...where, personId: actorId },
      data: { dirtyAt: unit.now, retryAt: null, attempts: 0 },
    });
  await unit.tx.sentCard.updateMany({
    where: actorId === null ? where : { ...where, personId: { not: actorId } },
    data: { dirtyAt: unit.now, retryAt: later, attempts: 0 },
  });
  unit.wake();
}

/** Marks the digests that name these obligations, so that a settled line no longer stands there as if it waited. */
export async function touchDigests(unit: Unit, obligationIds: readonly string[]): Promise<void> {
  if (obligationIds.length === 0) return;
  const digests = await unit.tx.$queryRaw<{ id: string }[]>`
    select distinct line.digest_id as id from digest_line line
    join rung_walk walk on walk.tenant_id = line.tenant_id and walk.id = line.walk_id
    where line.tenant_id = ${unit.tenantId}::uuid and walk.obligation_id = any(${[...obligationIds]}::uuid[]) and line.digest_id is not null`;
  await touchCards(
    unit,
    'digest',
    digests.map((row) => row.id),
  );
}
