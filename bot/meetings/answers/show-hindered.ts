import type { HinderedView } from '../../../cards/views';
import type { Invitation } from '../../../prisma/generated/client';
import type { Unit } from '../../db/unit';
import { type Organisation, organisation } from '../../people/organisation';
import { may } from '../../people/rights';
import type { OutCard } from '../../turn';
import { type Asking, departmentName, markOf, meetingFacts, nameOf } from '../card-facts';
import { isOver, overAs } from '../rules';
import { standingsAt } from '../standing';
import { activeStandIn, type MeetingCase, stateOf } from '../store';

/**
 * To the lead, and to whoever answers for one who is away. Somebody who is not in the pathway (any more) sees no more of
 * it than a notice.
 */
export async function hinderedView(
  unit: Unit,
  found: MeetingCase,
  invitation: Invitation,
  viewerId: string,
  sending: Asking,
): Promise<HinderedView> {
  const org = await organisation(unit);
  if (isOver(found.meeting, unit.now)) return closedHinderedView(unit, found, org);
  const state = stateOf(invitation);
  const level = may('meeting.see', standingsAt(found, viewerId, org)) ? 'matter' : 'notice';
  const colleague = state.status === 'stand-in' ? activeStandIn(found, invitation.id) : undefined;
  const open = state.status === 'hindered' ? (state.leadReply ?? 'open') : colleague ? 'stand-in' : 'changed';
  return {
    invitationId: invitation.id,
    version: invitation.version,
    mark: markOf('hindered-reply', sending, invitation.id, sending?.obligation?.round ?? 0),
    meeting: meetingFacts(unit, found, org, level),
    name: nameOf(org, invitation.personId),
    department: departmentName(org, invitation.departmentId),
    code: state.hinderedCode ?? 'absent',
    reminder: sending?.rung !== undefined,
    repeated: sending?.repeated ?? false,
    standIn: nameOf(org, colleague?.personId),
    answeredBy: open === 'manage' || open === 'somebody' ? nameOf(org, await answererOf(unit, invitation.id)) : '',
    state: open,
  };
}

/** Who said what happens: what was owed for it remembers. */
async function answererOf(unit: Unit, invitationId: string): Promise<string | null> {
  const met = await unit.tx.obligation.findFirst({
    where: {
      tenantId: unit.tenantId,
      kind: 'hindered-reply',
      matterKind: 'invitation',
      matterId: invitationId,
      status: 'met',
    },
    orderBy: { closedAt: 'desc' },
    select: { closedById: true },
  });
  return met?.closedById ?? null;
}

/** The same when the meeting is over: that is all it says, and neither who was hindered nor by what. */
export function closedHinderedView(unit: Unit, found: MeetingCase, org: Organisation): HinderedView {
  return {
    invitationId: found.meeting.id,
    version: found.meeting.version,
    mark: markOf('hindered-reply', undefined, found.meeting.id, 0),
    meeting: meetingFacts(unit, found, org, 'notice'),
    name: '',
    department: '',
    code: 'absent',
    reminder: false,
    repeated: false,
    standIn: '',
    answeredBy: '',
    state: overAs(found.meeting, unit.now),
  };
}

/** What is remembered of the lead's card: over, it belongs to the meeting and to nobody who was hindered. */
export function keptHindered(
  { meeting }: MeetingCase,
  invitationId: string,
  { state }: { readonly state: string },
): NonNullable<OutCard['keep']> {
  return ['cancelled', 'running', 'past'].includes(state)
    ? { kind: 'hindered-closed', matterKind: 'meeting', matterId: meeting.id }
    : { kind: 'hindered', matterKind: 'invitation', matterId: invitationId };
}
