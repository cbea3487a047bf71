import type { Unit } from '../db/unit';
import { touchCards } from '../messages/touch';
import { handOver } from '../obligations/settle';
import { sampleSeen } from './sample-seen';
import { loadSample, lockSamples } from './samples';

/**
 * Open samples of whoever the policy named before, or who has left, go to whoever it names now: they get the card, and the
 * former's becomes a notice.
 */
export async function passSamples(unit: Unit, responsibleId: string): Promise<void> {
  if ((await othersOpen(unit, responsibleId)).length === 0) return;
  await lockSamples(unit);
  for (const { id, matterId } of await othersOpen(unit, responsibleId)) {
    const matter = { matterKind: 'audit-sample', matterId };
    await handOver(unit, { matterKind: matter.matterKind, matterIds: [matterId] }, responsibleId);
    await touchCards(unit, matter.matterKind, [matterId]);
    unit.message({
      naturalKey: `own:${id}:${responsibleId}`,
      personId: responsibleId,
      class: 'summons',
      kind: 'audit-sample',
      ...matter,
    });
    unit.audit({ act: 'audit.sample-pass', actorId: null, ...matter, codes: [responsibleId] });
    const passed = await loadSample(unit, matterId);
    if (passed) sampleSeen(unit, passed, responsibleId);
  }
}

const othersOpen = ({ tx, tenantId }: Unit, responsibleId: string) =>
  tx.obligation.findMany({
    where: {
      tenantId,
      kind: 'audit-sample',
      closedAt: null,
      OR: [{ ownerId: null }, { ownerId: { not: responsibleId } }],
    },
    orderBy: { id: 'asc' },
    select: { id: true, matterId: true },
  });
