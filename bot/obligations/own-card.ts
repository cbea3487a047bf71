import type { Obligation } from '../../prisma/generated/client';
import type { Unit } from '../db/unit';

/** A message that came, or may have come. */
const REACHED = ['delivered', 'unsure'];

/** A matter's own card on its way, or gone: to whom, and when. */
export type OwnCard = { readonly personId: string; readonly at: Date };

/**
 * Of these obligations: the matter's own card that has reached somebody, or leaves in this beat. Asked only where it may come
 * after the first telling, or be the first: nobody has heard of it yet, or a deputy may have while the owner was away.
 */
export async function ownCardsOf(unit: Unit, rows: readonly Obligation[]): Promise<ReadonlyMap<string, OwnCard>> {
  const asked = new Map<string, string>(
    rows
      .filter((row) => row.toldAt === null || unit.ladders.get(row.ladder)?.absence === 'deputy')
      .map((row): [string, string] => [`own:${row.id}`, row.id]),
  );
  if (asked.size === 0) return new Map();
  const found = await unit.tx.message.findMany({
    where: {
      tenantId: unit.tenantId,
      naturalKey: { in: [...asked.keys()] },
      OR: [
        { status: { in: ['queued', 'sending'] }, notBefore: null },
        { status: { in: ['queued', 'sending'] }, notBefore: { lte: unit.now } },
        { status: { in: REACHED } },
      ],
    },
    select: { naturalKey: true, personId: true, endedAt: true },
  });
  return new Map(
    found.flatMap(({ naturalKey, personId, endedAt }): [string, OwnCard][] => {
      const id = asked.get(naturalKey);
      return id === undefined || personId === null ? [] : [[id, { personId, at: endedAt ?? unit.now }]];
    }),
  );
}
