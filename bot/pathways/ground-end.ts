import type { Unit } from '../db/unit';
import type { Facts, Kind } from '../obligations/kind';
import { openObligation } from '../obligations/open';
import { moveAnchor, settle } from '../obligations/settle';
import { addDays, type Day, dayFromDate } from '../time/day';
import type { SharingHooks } from './ground-sharing';
import { holdPathways } from './hold';
import { touchSightOf } from './touch-sight';

/** The house notes on the working day after the last day that a ground has ended. An end that moved moves its timer. */
export async function timeGroundEnd(
  unit: Unit,
  ground: { readonly id: string; readonly pathwayId: string; readonly untilOn: Day },
): Promise<void> {
  const due = addDays(ground.untilOn, -1);
  const opened = await openObligation(unit, {
    kind: 'ground-ends',
    matterKind: 'ground',
    matterId: ground.id,
    round: 1,
    ownerRole: 'house',
    ownerId: null,
    pathwayId: ground.pathwayId,
    anchors: { due },
  });
  if (opened === undefined)
    await moveAnchor(unit, { matterKind: 'ground', matterIds: [ground.id], kind: 'ground-ends' }, 'due', due);
}

/** The timer of a ground that has a last day. */
export function groundEndKind(hooks: SharingHooks): Kind {
  return {
    kind: 'ground-ends',
    cardKind: () => 'ground-gone',
    facts: async (unit, rows) => {
      const grounds = await unit.tx.ground.findMany({
        where: { tenantId: unit.tenantId, id: { in: rows.map((row) => row.matterId) } },
        include: { pathway: { select: { leadId: true, coLeadId: true } } },
      });
      return new Map(
        rows.map((row): [string, Facts] => {
          const ground = grounds.find((one) => one.id === row.matterId);
          return [
            row.id,
            {
              owed: ground !== undefined && ground.withdrawnAt === null && ground.untilOn !== null,
              roles: { lead: ground?.pathway.leadId ?? null, coLead: ground?.pathway.coLeadId ?? null },
              maySee: (id) => id === ground?.pathway.leadId || id === ground?.pathway.coLeadId,
            },
          ];
        }),
      );
    },
    line: async () => undefined,
    lock: async (unit, matterId) => {
      const ground = await unit.tx.ground.findUnique({
        where: { tenantId_id: { tenantId: unit.tenantId, id: matterId } },
        select: { pathwayId: true },
      });
      if (ground) await holdPathways(unit, [ground.pathwayId]);
    },
    deadlines: { 'ground-ended': (unit, obligation) => groundEnded(unit, hooks, obligation.matterId) },
  };
}

/**
 * A ground has run out: nobody can see by it since its last day; now their cards close, what they owed falls away, and the
 * lead hears of it once, also where several grounds ended on one day.
 */
async function groundEnded(unit: Unit, hooks: SharingHooks, groundId: string): Promise<void> {
  const { tx, tenantId } = unit;
  const which = { matterKind: 'ground', matterIds: [groundId], kind: 'ground-ends' };
  const ground = await tx.ground.findUnique({
    where: { tenantId_id: { tenantId, id: groundId } },
    include: { pathway: true },
  });
  const untilOn = ground?.untilOn ? dayFromDate(ground.untilOn) : undefined;
  if (!ground || ground.withdrawnAt !== null || untilOn === undefined) {
    await settle(unit, which, { status: 'cancelled', because: 'withdrawn' });
    return;
  }
  if (untilOn > unit.today) {
    await moveAnchor(unit, which, 'due', addDays(untilOn, -1));
    return;
  }
  await settle(unit, which, { status: 'met', because: 'ended' });
  await hooks.stopped(unit, ground.pathwayId, null);
  await touchSightOf(unit, ground.pathwayId);
  if (ground.pathway.status === 'open')
    tellLead(unit, { ...ground, leadId: ground.pathway.leadId, why: `ended:${untilOn}` });
}

/** One notice to the lead, naming what is gone and which meetings it concerns; drawn when it is sent. */
export function tellLead(
  unit: Unit,
  ground: { readonly id: string; readonly pathwayId: string; readonly leadId: string | null; readonly why: string },
): void {
  if (ground.leadId === null) return;
  unit.message({
    naturalKey: `ground:${ground.pathwayId}:${ground.why}`,
    personId: ground.leadId,
    class: 'notice',
    kind: 'ground-gone',
    matterKind: 'ground',
    matterId: ground.id,
    pathwayId: ground.pathwayId,
  });
}
