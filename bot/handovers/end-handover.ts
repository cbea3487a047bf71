import type { Refused } from '../capability';
import type { Unit } from '../db/unit';
import { touchCards } from '../messages/touch';
import { settle } from '../obligations/settle';
import { organisation } from '../people/organisation';
import { may } from '../people/rights';
import { standingsOnBaton } from './standing';
import { changeHandover, currentAsking, type HandoverCase, lockHandover, openHandoverOf } from './store';
import { tellAskers } from './tell-askers';

/** Whoever passes the baton on takes the question back: the baton stays where it is. */
export async function withdrawHandover(
  unit: Unit,
  given: { readonly handoverId: string; readonly version: number; readonly byId: string },
): Promise<Refused | undefined> {
  const found = await lockHandover(unit, given.handoverId);
  const org = await organisation(unit);
  if (!found || !may('handover.ask', standingsOnBaton(found.known, given.byId, org))) return { code: 'not-yours' };
  if (found.status === 'withdrawn') return undefined;
  if (found.status !== 'open') return { code: 'closed' };
  if (found.row.version !== given.version) return { code: 'changed-meanwhile' };
  await end(unit, found, 'withdrawn', given.byId);
  unit.audit({
    act: 'handover.withdraw',
    actorId: given.byId,
    matterKind: 'pathway',
    matterId: found.row.pathwayId,
    pathwayId: found.row.pathwayId,
  });
  return undefined;
}

/** The pathway ends, and with it a baton that is on its way. The pathway is locked. */
export async function endHandoverOf(unit: Unit, pathwayId: string, byId: string): Promise<void> {
  const found = await openHandoverOf(unit, pathwayId);
  if (found) await end(unit, found, 'ended', byId);
}

async function end(unit: Unit, found: HandoverCase, as: 'withdrawn' | 'ended', byId: string): Promise<void> {
  const { id, pathwayId } = found.row;
  await closeAsking(unit, found, 'withdrawn');
  await changeHandover(unit, id, { status: as }, true);
  await settle(unit, { matterKind: 'handover', matterIds: [id] }, { status: 'cancelled', byId, because: as });
  await touchCards(unit, 'pathway-lead', [pathwayId]);
}

/** Whoever is asked can no longer be: they have left, or no ground reaches them. Whoever asked is told. The pathway is locked. */
export async function loseAsked(unit: Unit, found: HandoverCase): Promise<void> {
  const { id, pathwayId } = found.row;
  const asking = currentAsking(found);
  if (!asking) return;
  await closeAsking(unit, found, 'left');
  await changeHandover(unit, id, {}, false);
  await settle(
    unit,
    { matterKind: 'handover', matterIds: [id], kind: 'handover-answer' },
    { status: 'cancelled', because: 'left' },
  );
  await touchCards(unit, 'pathway-lead', [pathwayId]);
  tellAskers(unit, found, `left-${asking.n}`, null, await organisation(unit));
}

/** Sharing of a pathway stopped: somebody whom no ground reaches is no longer asked. The pathway is locked. */
export async function loseUnreached(unit: Unit, pathwayId: string): Promise<void> {
  const found = await openHandoverOf(unit, pathwayId);
  const asking = found && currentAsking(found);
  if (!found || !asking) return;
  const org = await organisation(unit);
  if (!found.known.grounds.has(org.people.get(asking.toId)?.departmentId ?? '')) await loseAsked(unit, found);
}

async function closeAsking(unit: Unit, found: HandoverCase, as: 'withdrawn' | 'left'): Promise<void> {
  const asking = currentAsking(found);
  if (!asking) return;
  await unit.tx.handoverAsking.update({
    where: { tenantId_id: { tenantId: unit.tenantId, id: asking.id } },
    data: { status: as, answeredAt: unit.now },
  });
}
