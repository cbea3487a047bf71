import type { Refused } from '../../capability';
import type { Unit } from '../../db/unit';
import { organisation } from '../../people/organisation';
import { may } from '../../people/rights';
import { isOver } from '../rules';
import { standingsOnHindrance } from '../standing';
import { loadInvitation } from '../store';
import { stepInvitation } from './step-invitation';

/**
 * The lead, or whoever is asked while the lead is away, answers to somebody's being hindered: *we manage*, or *we need
 * somebody else*. Nobody judges the reason.
 * @returns why not: `not-yours` for everybody else, as if it did not exist
 */
export async function replyHindered(
  unit: Unit,
  invitationId: string,
  version: number,
  reply: 'manage' | 'somebody',
  byId: string,
): Promise<Refused | undefined> {
  const found = await loadInvitation(unit, invitationId, { lock: true });
  if (!found || !may('hindered.reply', standingsOnHindrance(found.case, byId, await organisation(unit))))
    return { code: 'not-yours' };
  if (isOver(found.case.meeting, unit.now)) return { code: 'closed' };
  if (found.invitation.version !== version || found.invitation.status !== 'hindered')
    return { code: 'changed-meanwhile' };
  const kind = reply === 'manage' ? 'lead-manages' : 'lead-needs-somebody';
  await stepInvitation(unit, found.case, found.invitation, { kind }, byId);
  return undefined;
}
