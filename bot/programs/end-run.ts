import type { Unit } from '../db/unit';
import { mentorChanged } from '../learning/sharing/store';
import { touchCards } from '../messages/touch';
import { settle } from '../obligations/settle';
import type { Onboarding } from './store';

/** The run is over: everything in it is done, or the colleague has left. What is open falls, and nobody is told more of it. */
export async function endRun(unit: Unit, { run, steps, mentorship }: Onboarding, as: 'done' | 'ended'): Promise<void> {
  const { tx, tenantId } = unit;
  const version = { increment: 1 };
  await tx.programRun.update({
    where: { tenantId_id: { tenantId, id: run.id } },
    data: { status: as, endedAt: unit.now, version },
  });
  await tx.programStep.updateMany({
    where: { tenantId, runId: run.id, status: 'open' },
    data: { status: 'fallen', version },
  });
  const how = { status: 'cancelled', because: as } as const;
  const stepIds = steps.filter((one) => one.row.status === 'open').map((one) => one.row.id);
  await settle(unit, { matterKind: 'program-step', matterIds: stepIds }, how);
  await settle(unit, { matterKind: 'program-run', matterIds: [run.id] }, how);
  if (mentorship) {
    await tx.mentorship.update({
      where: { tenantId_id: { tenantId, id: mentorship.id } },
      data: { status: mentorship.status === 'asked' ? 'withdrawn' : 'ended', endedAt: unit.now, version },
    });
    await mentorChanged(unit, mentorship.personId);
    await settle(unit, { matterKind: 'mentorship', matterIds: [mentorship.id] }, how);
  }
  const act = as === 'done' ? 'program.done' : 'program.ended';
  unit.audit({ act, actorId: null, matterKind: 'program-run', matterId: run.id });
  await touchCards(unit, 'program-run', [run.id]);
}
