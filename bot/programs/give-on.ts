import type { Unit } from '../db/unit';
import { touchCards } from '../messages/touch';
import { handOver } from '../obligations/settle';
import { organisation } from '../people/organisation';
import { ownerOf } from './standing';
import type { Onboarding } from './store';

/** Gives what a manager, a mentor or the onboarding lead owes to whoever is that now. */
export async function giveOn(unit: Unit, found: Onboarding): Promise<void> {
  const { tx, tenantId } = unit;
  const org = await organisation(unit);
  const { run } = found;
  const owed = await tx.obligation.findMany({
    where: {
      tenantId,
      closedAt: null,
      OR: [
        { matterKind: 'program-step', matterId: { in: found.steps.map((one) => one.row.id) } },
        { matterKind: 'program-run', matterId: run.id, kind: 'mentor-find' },
      ],
    },
    orderBy: { id: 'asc' },
  });
  let given = false;
  for (const { kind, matterKind, matterId, ownerId } of owed) {
    const step = found.steps.find((one) => one.row.id === matterId);
    const wanted = ownerOf(step?.step.owner ?? 'manager', found, org);
    if (wanted === ownerId) continue;
    given = true;
    await handOver(unit, { matterKind, matterIds: [matterId], kind }, wanted);
  }
  if (given) await touchCards(unit, 'program-run', [run.id]);
}
