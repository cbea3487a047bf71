import type { Prisma } from '../../../prisma/generated/client';
import { addDays, dateFromDay, dayFromDate } from '../../time/day';
import type { Run } from './run';

/**
 * A ground of the file that has a last day gets its timer (`ground-ends`), as one that is noted in the chat does: the house
 * tells the lead on the working day after it. One that ended long before it was imported tells nobody.
 * @param ended pathways in which this run has set an end that may lie behind already
 */
export async function openGroundEnds(run: Run, ended: readonly string[]): Promise<void> {
  const { tx, tenantId } = run;
  const grounds = await tx.ground.findMany({
    where: {
      tenantId,
      withdrawnAt: null,
      pathway: { status: 'open' },
      OR: [{ untilOn: { gt: dateFromDay(run.today) } }, { untilOn: { not: null }, pathwayId: { in: [...ended] } }],
    },
    select: { id: true, pathwayId: true, untilOn: true },
    orderBy: { id: 'asc' },
  });
  await tx.obligation.createMany({
    data: grounds.flatMap(({ id, pathwayId, untilOn }): Prisma.ObligationCreateManyInput[] => {
      if (untilOn === null) return [];
      const due = addDays(dayFromDate(untilOn), -1);
      return [
        {
          ...timer(run, pathwayId),
          kind: 'ground-ends',
          matterKind: 'ground',
          matterId: id,
          round: 1,
          ladder: 'ground-ends',
          anchors: { opened: run.today, due },
          dueOn: dateFromDay(due),
        },
      ];
    }),
    skipDuplicates: true,
  });
}

/**
 * A pathway that came in by the file, or something of it that a date hangs on: the house works out what it comes to by a date
 * (`pathway-reckoning`), with its next beat.
 */
export async function askReckoning(
  run: Run,
  asked: readonly { readonly pathwayId: string; readonly round: number }[],
): Promise<void> {
  await run.tx.obligation.createMany({
    data: asked.map(({ pathwayId, round }) => ({
      ...timer(run, pathwayId),
      kind: 'pathway-reckoning',
      matterKind: 'pathway',
      matterId: pathwayId,
      round,
      ladder: 'pathway-reckoning',
      anchors: { opened: run.today },
      dueOn: null,
    })),
    skipDuplicates: true,
  });
}

/** The next round of each pathway's reckoning: something of it was filled, such as its lead, a consent or the birth date. */
export async function laterRounds(
  run: Run,
  pathwayIds: readonly string[],
): Promise<{ readonly pathwayId: string; readonly round: number }[]> {
  const before = await run.tx.obligation.groupBy({
    by: ['matterId'],
    where: { tenantId: run.tenantId, kind: 'pathway-reckoning', matterId: { in: [...pathwayIds] } },
    _max: { round: true },
  });
  const roundOf = new Map(before.map((one) => [one.matterId, one._max.round ?? 0]));
  return pathwayIds.map((pathwayId) => ({ pathwayId, round: (roundOf.get(pathwayId) ?? 0) + 1 }));
}

/** What every timer has that the house owes itself. */
const timer = (run: Run, pathwayId: string) => ({
  tenantId: run.tenantId,
  id: run.newId(),
  nature: 'timer',
  ownerRole: 'house',
  ownerId: null,
  ownerKey: 'house',
  pathwayId,
  status: 'open',
  openedAt: run.now,
  nextAt: run.now,
  nextIs: 'tell',
});
