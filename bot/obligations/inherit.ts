import { inTenant, type Unit } from '../db/unit';
import type { Engine } from './tick';

const AT_ONCE = 50;

/**
 * Lets the kinds that know an heir give on what somebody owed who has left: each in a transaction of its own, its matter locked
 * first, as every press does. What nobody inherits stands without an owner, and is walked as such.
 */
export async function inheritDue(engine: Engine, tenantId: string): Promise<void> {
  const { house, registry } = engine;
  const knowing = [...registry.kinds.values()].filter((kind) => kind.inherit !== undefined).map((kind) => kind.kind);
  const orphans = await inTenant(house, tenantId, (unit) =>
    unit.tx.obligation.findMany({
      where: { tenantId, ownerId: null, closedAt: null, kind: { in: knowing }, nextAt: { lte: unit.now } },
      orderBy: { id: 'asc' },
      take: AT_ONCE,
    }),
  );
  for (const orphan of orphans) {
    const kind = registry.kinds.get(orphan.kind);
    await inTenant(house, tenantId, async (unit: Unit) => {
      await kind?.lock(unit, orphan.matterId);
      const now = await unit.tx.obligation.findFirst({
        where: { tenantId, id: orphan.id, ownerId: null, closedAt: null },
      });
      if (now) await kind?.inherit?.(unit, now);
    });
  }
}
