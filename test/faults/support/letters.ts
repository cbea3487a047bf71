import { randomUUID } from 'node:crypto';
import type { Capability } from '../../../bot/capability';
import type { NewMessage, Unit } from '../../../bot/db/unit';
import { touchCards } from '../../../bot/messages/touch';

export type Letters = {
  readonly capability: Capability;
  /** Letters that cannot be drawn, from the n-th time they are asked for (0: never could be). */
  readonly failsFrom: Map<string, number>;
};

/**
 * Letters: the plainest matter that can be sent. What a letter says is how often it was changed, and that stands in the
 * database, so that it changes when a transaction commits and not before.
 */
export function makeLetters(): Letters {
  const failsFrom = new Map<string, number>();
  const drawn = new Map<string, number>();
  return {
    failsFrom,
    capability: {
      name: 'letters',
      renderers: {
        letter: async (unit, { matterId, sending }) => {
          const times = drawn.get(matterId) ?? 0;
          drawn.set(matterId, times + 1);
          if (times >= (failsFrom.get(matterId) ?? Number.POSITIVE_INFINITY))
            throw new Error('A letter of the test cannot be drawn');
          const changes = await unit.tx.auditRow.count({
            where: { tenantId: unit.tenantId, matterId, act: 'letter.change' },
          });
          const text = `Udgave ${changes + 1}${sending?.repeated ? ', sendt igen' : ''}`;
          return {
            card: {
              type: 'AdaptiveCard',
              version: '1.5',
              body: [{ type: 'TextBlock', wrap: true, text, id: `letter/own/${matterId}/1` }],
            },
            summary: 'Et brev',
            keep: { kind: 'letter', matterKind: 'letter', matterId },
          };
        },
      },
    },
  };
}

/** Puts a letter into the outbox. */
export function writeLetter(unit: Unit, to: { personId: string; class: NewMessage['class']; id?: string }): string {
  const matterId = to.id ?? randomUUID();
  unit.message({
    naturalKey: `letter:${matterId}`,
    personId: to.personId,
    class: to.class,
    kind: 'letter',
    matterKind: 'letter',
    matterId,
  });
  return matterId;
}

/** The letter says something else once this unit is through. */
export async function changeLetter(unit: Unit, matterId: string): Promise<void> {
  await unit.tx.auditRow.create({
    data: {
      tenantId: unit.tenantId,
      id: unit.house.newId(),
      at: unit.now,
      actorId: null,
      act: 'letter.change',
      matterKind: 'letter',
      matterId,
      pathwayId: null,
      codes: [],
    },
  });
  await touchCards(unit, 'letter', [matterId]);
}
