import type { Refused } from '../../capability';
import type { Unit } from '../../db/unit';
import { touchCards } from '../../messages/touch';
import { settle } from '../../obligations/settle';
import { organisation } from '../../people/organisation';
import { may } from '../../people/rights';
import { isOver } from '../rules';
import { standingsAt } from '../standing';
import { loadStandIn } from '../store';
import { stepInvitation } from './step-invitation';

/**
 * The colleague answers on their own card: accepts, declines, or takes back a yes. The invited one stays responsible until
 * the yes; a colleague whom a manager named answers to the manager.
 */
export async function answerStandIn(
  unit: Unit,
  standInId: string,
  answer: 'accept' | 'decline' | 'withdraw',
  byId: string,
): Promise<Refused | undefined> {
  const found = await loadStandIn(unit, standInId, { lock: true });
  const org = await organisation(unit);
  if (!found || found.standIn.personId !== byId) return { code: 'not-yours' };
  const { standIn } = found;
  const open = standIn.status === 'asked' || standIn.status === 'accepted';
  if (isOver(found.case.meeting, unit.now) || !open) return { code: 'closed' };
  if (!may('stand-in.answer', standingsAt(found.case, byId, org))) return { code: 'not-yours' };
  if (answer === 'withdraw' ? standIn.status !== 'accepted' : standIn.status !== 'asked')
    return { code: 'changed-meanwhile' };

  const status = answer === 'accept' ? 'accepted' : answer === 'decline' ? 'declined' : 'withdrawn';
  await unit.tx.standIn.update({
    where: { tenantId_id: { tenantId: unit.tenantId, id: standInId } },
    data: { status, answeredAt: unit.now },
  });
  await settle(unit, { matterKind: 'stand-in', matterIds: [standInId] }, { status: 'met', byId, because: answer });
  const byManager = standIn.namedById !== null;
  const kind =
    answer === 'accept' ? 'colleague-accepted' : answer === 'decline' ? 'colleague-declined' : 'colleague-withdrew';
  await stepInvitation(unit, found.case, found.invitation, { kind, byManager }, byId);
  await touchCards(unit, 'stand-in', [standInId]);
  return undefined;
}
