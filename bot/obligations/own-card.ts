import type { Obligation } from '../../prisma/generated/client';
import type { Unit } from '../db/unit';

/** Until the next minute's beat. */
const SOON_MS = 60_000;

/** Of these obligations: to whom the matter's own card goes in this beat, where its owner has not heard of it before. */
export async function ownCardsLeaving(unit: Unit, rows: readonly Obligation[]): Promise<ReadonlyMap<string, string>> {
  const untold = new Map<string, string>(
    rows.filter((row) => row.toldAt === null).map((row): [string, string] => [`own:${row.id}`, row.id]),
  );
  if (untold.size === 0) return new Map();
  const leaving = await unit.tx.message.findMany({
    where: {
      tenantId: unit.tenantId,
      naturalKey: { in: [...untold.keys()] },
      status: { in: ['queued', 'sending'] },
      OR: [{ notBefore: null }, { notBefore: { lte: unit.now } }],
    },
    select: { naturalKey: true, personId: true },
  });
  return new Map(
    leaving.flatMap(({ naturalKey, personId }): [string, string][] => {
      const id = untold.get(naturalKey);
      return id === undefined || personId === null ? [] : [[id, personId]];
    }),
  );
}

/** Planned anew by the sending of the card, or else in a minute. */
export async function lookAgainSoon(unit: Unit, { id }: Obligation): Promise<void> {
  await unit.tx.obligation.update({
    where: { tenantId_id: { tenantId: unit.tenantId, id } },
    data: { nextAt: new Date(unit.now.getTime() + SOON_MS), version: { increment: 1 } },
  });
}
