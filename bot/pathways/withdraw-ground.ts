import type { Refused } from '../capability';
import type { Unit } from '../db/unit';
import { settle } from '../obligations/settle';
import { organisation } from '../people/organisation';
import { may } from '../people/rights';
import { tellLead } from './ground-end';
import { holdsOn } from './ground-rules';
import type { SharingHooks } from './ground-sharing';
import { holdPathways } from './hold';
import { type GroundRow, type PathwayWithTeam, pathwaysWithTeam, reachOf, standingsIn } from './standing';
import { touchSightOf } from './touch-sight';

/** A ground with its pathway; undefined for an unknown id. */
export async function loadGround(
  unit: Unit,
  groundId: string,
): Promise<{ readonly ground: GroundRow; readonly known: PathwayWithTeam } | undefined> {
  const ground = await unit.tx.ground.findUnique({
    where: { tenantId_id: { tenantId: unit.tenantId, id: groundId } },
    include: { groundScopeGround: true },
  });
  const known = ground && (await pathwaysWithTeam(unit, [ground.pathwayId])).get(ground.pathwayId);
  return ground && known ? { ground, known } : undefined;
}

/**
 * A consent is taken back (or a ground falls away): nothing more is shared by it from this moment, also nothing that was on
 * its way. Where something else still reaches a department, sharing with it goes on.
 * @returns why not: `not-yours` as if it did not exist, `closed` when it holds no more
 */
export async function withdrawGround(
  unit: Unit,
  hooks: SharingHooks,
  groundId: string,
  byId: string,
): Promise<Refused | undefined> {
  const { tx, tenantId } = unit;
  const before = await loadGround(unit, groundId);
  if (!before) return { code: 'not-yours' };
  const { id: pathwayId } = before.known.pathway;
  await holdPathways(unit, [pathwayId]);
  const found = await loadGround(unit, groundId);
  if (!found || !may('ground.withdraw', standingsIn(found.known, byId, await organisation(unit))))
    return { code: 'not-yours' };
  const reach = reachOf(found.ground);
  if (!holdsOn(reach, unit.today)) return { code: 'closed' };

  await tx.ground.update({
    where: { tenantId_id: { tenantId, id: groundId } },
    data: { withdrawnAt: unit.now, withdrawnById: byId },
  });
  await hooks.stopped(unit, pathwayId, byId);
  await settle(
    unit,
    { matterKind: 'ground', matterIds: [groundId], kind: 'ground-ends' },
    { status: 'cancelled', byId, because: 'withdrawn' },
  );
  await touchSightOf(unit, pathwayId);
  const { leadId } = found.known.pathway;
  if (leadId !== byId) tellLead(unit, { id: groundId, pathwayId, leadId, why: `withdrawn:${groundId}` });
  unit.audit({
    act: 'ground.withdraw',
    actorId: byId,
    matterKind: 'ground',
    matterId: groundId,
    pathwayId,
    codes: [found.ground.kind, ...reach.departmentIds, ...reach.externalIds],
  });
  return undefined;
}
