import type { Obligation } from '../../prisma/generated/client';
import type { Unit } from '../db/unit';

/** Until the next minute's beat. */
const SOON_MS = 60_000;

/** Which of these their owner has not heard of, though the matter's own card is queued for them. */
export async function ownCardsQueued(unit: Unit, rows: readonly Obligation[]): Promise<ReadonlySet<string>> {
  const untold = new Map<string, string>(
    rows.filter((row) => row.toldAt === null).map((row): [string, string] => [`own:${row.id}`, row.id]),
  );
  if (untold.size === 0) return new Set();
  const queued = await unit.tx.message.findMany({
    where: { tenantId: unit.tenantId, naturalKey: { in: [...untold.keys()] }, status: { in: ['queued', 'sending'] } },
    select: { naturalKey: true },
  });
  return new Set(queued.flatMap(({ naturalKey }) => untold.get(naturalKey) ?? []));
}

/** Planned anew by the sending of the card, or else in a minute. */
export async function lookAgainSoon(unit: Unit, { id }: Obligation): Promise<void> {
  await unit.tx.obligation.update({
    where: { tenantId_id: { tenantId: unit.tenantId, id } },
    data: { nextAt: new Date(unit.now.getTime() + SOON_MS), version: { increment: 1 } },
  });
}
