import type { RepresentationView } from '../../../cards/views';
import type { Invitation, Obligation } from '../../../prisma/generated/client';
import type { Unit } from '../../db/unit';
import { mandateOf } from '../../people/mandate';
import { organisation } from '../../people/organisation';
import { type Asking, departmentName, markOf, meetingFacts, nameOf } from '../card-facts';
import { isOver, overAs } from '../rules';
import { possibleStandIns } from '../standing';
import { activeStandIn, declinedBy, type MeetingCase, stateOf } from '../store';

/** To a manager: the reference, the kind, the date, the role and the person; nothing of the pathway. */
export async function representationView(
  unit: Unit,
  found: MeetingCase,
  invitation: Invitation,
  asking: { sending?: Asking; obligation?: Obligation; fault?: string },
): Promise<RepresentationView> {
  const org = await organisation(unit);
  const state = stateOf(invitation);
  const colleague = activeStandIn(found, invitation.id);
  const refused = declinedBy(found, invitation.id);
  let is: RepresentationView['state'] = { is: 'open' };
  if (isOver(found.meeting, unit.now)) is = { is: overAs(found.meeting, unit.now) };
  else if (colleague) {
    is =
      colleague.namedById !== null || colleague.status === 'accepted'
        ? { is: 'named', name: nameOf(org, colleague.personId), accepted: colleague.status === 'accepted' }
        : { is: 'open' };
  } else if (state.status === 'coming' || (state.status === 'hindered' && state.leadReply !== 'somebody'))
    is = { is: 'answered' };
  const because = !org.isHere(invitation.personId)
    ? 'left'
    : refused?.namedById
      ? 'declined'
      : state.leadReply === 'somebody'
        ? 'needed'
        : 'no-answer';
  const obligation = asking.sending?.obligation ?? asking.obligation;
  return {
    invitationId: invitation.id,
    version: invitation.version,
    mark: markOf(
      obligation?.kind ?? 'representation',
      asking.sending,
      invitation.id,
      obligation?.round ?? invitation.round,
    ),
    meeting: meetingFacts(unit, found, org, 'notice'),
    name: nameOf(org, invitation.personId),
    department: departmentName(org, invitation.departmentId),
    mandate: await mandateOf(unit, invitation.departmentId),
    because,
    reminder: asking.sending?.rung !== undefined && obligation?.kind === 'representation',
    repeated: asking.sending?.repeated ?? false,
    colleagues: is.is === 'open' ? possibleStandIns(found, invitation, org) : [],
    state: is,
    fault: asking.fault ?? null,
  };
}
