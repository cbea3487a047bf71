import { setTimeout as pause } from 'node:timers/promises';
import { inTenant } from '../../bot/db/unit';
import { openTown, TENANT, type Town } from '../support/town';

describe('a unit of work', () => {
  let town: Town;
  beforeAll(async () => {
    town = await openTown({ at: '2026-03-12T09:00' });
  });
  afterAll(() => town.close());

  test.each([
    { statements: 'typed', typed: true },
    { statements: 'raw', typed: false },
  ])(
    'that the database ends to break a deadlock is done again, whole, and the other one as if nothing had been ($statements statements)',
    async ({ statements, typed }) => {
      const chats = await town.inside(({ tx, tenantId }) =>
        tx.conversation.findMany({ where: { tenantId }, orderBy: { id: 'asc' }, take: 2 }),
      );
      const [first, second] = chats;
      if (!first || !second) throw new Error('Too few people have met the bot');
      let tries = 0;
      let holding = 0;
      let bothHold: () => void = () => undefined;
      const both = new Promise<void>((resolve) => {
        bothHold = resolve;
      });
      /** Locks two rows; the two workers in opposite orders, and neither goes on before both have their first. */
      const work = (who: string, order: readonly string[]) =>
        town.inside(async (unit) => {
          tries += 1;
          for (const [step, id] of order.entries()) {
            const botId = `${statements} ${who}`;
            if (typed) await unit.tx.conversation.updateMany({ where: { tenantId: TENANT, id }, data: { botId } });
            else
              await unit.tx
                .$executeRaw`update conversation set bot_id = ${botId} where tenant_id = ${TENANT}::uuid and id = ${id}::uuid`;
            if (step > 0) continue;
            holding += 1;
            if (holding >= 2) bothHold();
            await both;
          }
          unit.audit({ act: 'remind', actorId: null, matterKind: `test.${statements}`, matterId: null, codes: [who] });
          return who;
        });

      expect(await Promise.all([work('one', [first.id, second.id]), work('other', [second.id, first.id])])).toEqual([
        'one',
        'other',
      ]);
      expect(tries).toBe(3);
      const audits = await town.inside(({ tx, tenantId }) =>
        tx.auditRow.findMany({ where: { tenantId, matterKind: `test.${statements}` } }),
      );
      expect(audits.map((row) => row.codes[0]).sort()).toEqual(['one', 'other']);
      const after = await town.inside(({ tx, tenantId }) =>
        tx.conversation.findMany({ where: { tenantId, id: { in: [first.id, second.id] } } }),
      );
      expect(new Set(after.map((one) => one.botId)).size).toBe(1);
    },
  );

  test('that throws leaves nothing: no state, no message, no audit row, no wake-up', async () => {
    const [person] = await town.inside(({ tx, tenantId }) => tx.person.findMany({ where: { tenantId }, take: 1 }));
    if (!person) throw new Error('The municipality has nobody');
    const woken: string[] = [];
    const house = {
      ...town.house,
      enqueueWake: async (_tx: unknown, tenantId: string) => void woken.push(`enqueued ${tenantId}`),
      committed: (tenantId: string) => void woken.push(`committed ${tenantId}`),
    };
    const matterId = house.newId();
    const message = {
      naturalKey: `test:${matterId}`,
      personId: person.id,
      class: 'notice',
      kind: 'letter',
      matterKind: 'letter',
      matterId,
    } as const;
    const failing = inTenant(house, TENANT, async (unit) => {
      await unit.tx.person.updateMany({ where: { tenantId: TENANT, id: person.id }, data: { title: 'never' } });
      unit.message(message);
      unit.audit({ act: 'remind', actorId: null, matterKind: 'letter', matterId });
      await pause(1);
      throw new Error('the rules said no');
    });
    await expect(failing).rejects.toThrow('the rules said no');
    const left = await town.inside(async ({ tx, tenantId }) => [
      await tx.person.count({ where: { tenantId, title: 'never' } }),
      await tx.message.count({ where: { tenantId, matterId } }),
      await tx.auditRow.count({ where: { tenantId, matterId } }),
    ]);
    expect({ left, woken }).toEqual({ left: [0, 0, 0], woken: [] });

    // The twin: the same work that goes through leaves all of it, once, also when it is done twice.
    for (let times = 0; times < 2; times += 1) {
      await inTenant(house, TENANT, async (unit) => {
        unit.message(message);
        unit.audit({ act: 'remind', actorId: null, matterKind: 'letter', matterId });
      });
    }
    const kept = await town.inside(async ({ tx, tenantId }) => [
      await tx.message.count({ where: { tenantId, matterId } }),
      await tx.auditRow.count({ where: { tenantId, matterId } }),
    ]);
    expect(kept).toEqual([1, 2]);
    expect(woken).toEqual([`enqueued ${TENANT}`, `committed ${TENANT}`, `enqueued ${TENANT}`, `committed ${TENANT}`]);
    await town.inside(({ tx, tenantId }) =>
      tx.message.updateMany({ where: { tenantId, matterId }, data: { status: 'withdrawn', endedAt: new Date(0) } }),
    );
  });
});
