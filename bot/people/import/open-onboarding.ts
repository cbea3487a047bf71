import type { Day } from '../../time/day';
import { isNewHire } from '../new-hire';
import type { Run } from './run';

/** A first day of work that the house had not heard of: of somebody new, or another than before. */
export type Hired = { readonly personId: string; readonly hiredOn: Day };

/**
 * New colleagues of this file get the timer by which their onboarding begins on their first day (`program-begin`). Where
 * something changed on which open onboarding may hang, such as a start date, leave or a manager, the house works it out anew
 * with its next beat (`program-reckoning`). The same file once more opens nothing.
 */
export async function openOnboarding(
  run: Run,
  o: { readonly hired: readonly Hired[]; readonly changed: boolean },
): Promise<void> {
  const { tx, tenantId } = run;
  const fresh = o.hired.filter((one) => isNewHire(one.hiredOn, run.today));
  const ids = fresh.map((one) => one.personId);
  const running = await tx.programRun.findMany({
    where: { tenantId, personId: { in: ids }, status: 'open' },
    select: { personId: true },
  });
  const before = await tx.obligation.findMany({
    where: { tenantId, kind: 'program-begin', matterKind: 'new-hire', matterId: { in: ids } },
    select: { matterId: true, closedAt: true },
  });
  const begun = new Set([
    ...running.map((one) => one.personId),
    ...before.flatMap((one) => (one.closedAt === null ? [one.matterId] : [])),
  ]);
  await tx.obligation.createMany({
    data: fresh
      .filter((one) => !begun.has(one.personId))
      .map(({ personId, hiredOn }) => ({
        ...timer(run, 'program-begin'),
        matterKind: 'new-hire',
        matterId: personId,
        round: before.filter((one) => one.matterId === personId).length + 1,
        anchors: { opened: run.today, start: hiredOn },
        dueOn: null,
      })),
    skipDuplicates: true,
  });
  if (o.changed) await askKeeping(run);
}

async function askKeeping(run: Run): Promise<void> {
  const { tx, tenantId } = run;
  const open = await tx.programRun.count({ where: { tenantId, status: 'open' } });
  const waiting = await tx.obligation.count({ where: { tenantId, kind: 'program-begin', closedAt: null } });
  if (open + waiting === 0) return;
  const rounds = await tx.obligation.count({
    where: { tenantId, kind: 'program-reckoning', matterKind: 'programs', matterId: tenantId },
  });
  await tx.obligation.createMany({
    data: [
      {
        ...timer(run, 'program-reckoning'),
        matterKind: 'programs',
        matterId: tenantId,
        round: rounds + 1,
        anchors: { opened: run.today },
        dueOn: null,
      },
    ],
    skipDuplicates: true,
  });
}

/** What every timer has that the house owes itself. */
const timer = (run: Run, kind: string) => ({
  tenantId: run.tenantId,
  id: run.newId(),
  kind,
  ladder: kind,
  nature: 'timer',
  ownerRole: 'house',
  ownerId: null,
  ownerKey: 'house',
  pathwayId: null,
  status: 'open',
  openedAt: run.now,
  nextAt: run.now,
  nextIs: 'tell',
});
