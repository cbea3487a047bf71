import type { PrismaClient } from '../../prisma/generated/client';
import type { MovableClock } from './walk-clock';

/**
 * The calendar clock of development mode: the wall clock and how far it has been moved ahead, kept over restarts.
 * It only ever moves forward.
 */
export async function openDevelopmentClock(
  prisma: PrismaClient,
  tenantId: string,
  wall: () => Date,
): Promise<MovableClock> {
  const inOwn = <T>(work: (tx: Parameters<Parameters<PrismaClient['$transaction']>[0]>[0]) => Promise<T>): Promise<T> =>
    prisma.$transaction(async (tx) => {
      await tx.$executeRaw`select set_config('app.tenant_id', ${tenantId}, true)`;
      return work(tx);
    });
  const row = await inOwn((tx) => tx.devClock.findUnique({ where: { tenantId } }));
  let aheadMs = Number(row?.aheadMs ?? 0);
  return {
    now: () => new Date(wall().getTime() + aheadMs),
    moveTo: async (at) => {
      const ahead = at.getTime() - wall().getTime();
      if (ahead <= aheadMs) return;
      aheadMs = ahead;
      const stored = { aheadMs: String(ahead), movedAt: wall() };
      await inOwn((tx) => tx.devClock.upsert({ where: { tenantId }, create: { tenantId, ...stored }, update: stored }));
    },
  };
}
