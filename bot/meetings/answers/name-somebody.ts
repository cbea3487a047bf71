import type { Refused } from '../../capability';
import type { Unit } from '../../db/unit';
import { organisation } from '../../people/organisation';
import { isOver } from '../rules';
import { isManagerOf, possibleStandIns } from '../standing';
import { loadInvitation } from '../store';
import { askColleague } from './answer-invitation';
import { stepInvitation } from './step-invitation';

/**
 * A manager names somebody of the department, in one press: the invited one owes no answer any more, and the one named is
 * asked on a card of their own.
 */
export async function nameSomebody(
  unit: Unit,
  invitationId: string,
  version: number,
  personId: string,
  byId: string,
): Promise<Refused | undefined> {
  const found = await loadInvitation(unit, invitationId, { lock: true });
  const org = await organisation(unit);
  if (!found || !isManagerOf(found.invitation, byId, org)) return { code: 'not-yours' };
  const { invitation } = found;
  if (isOver(found.case.meeting, unit.now)) return { code: 'closed' };
  if (invitation.version !== version) return { code: 'changed-meanwhile' };
  if (invitation.status === 'coming' || invitation.status === 'stand-in' || invitation.status === 'lead')
    return { code: 'changed-meanwhile' };
  if (!possibleStandIns(found.case, invitation, org).some((one) => one.id === personId))
    return { code: 'not-a-colleague' };
  await stepInvitation(unit, found.case, invitation, { kind: 'named' }, byId);
  await askColleague(unit, { invitationId, personId, namedById: byId, found: found.case });
  unit.message({
    naturalKey: `named:${invitationId}:${version}`,
    personId: invitation.personId,
    class: 'notice',
    kind: 'notice.named-for-you',
    matterKind: 'invitation',
    matterId: invitationId,
    pathwayId: found.case.meeting.pathwayId,
  });
  return undefined;
}
