import type { InvitationView, StandInView } from '../../../cards/views';
import type { Invitation } from '../../../prisma/generated/client';
import type { Unit } from '../../db/unit';
import type { Registry } from '../../obligations/kind';
import { instantOf } from '../../obligations/plan';
import { planningOf } from '../../obligations/planning';
import type { Models } from '../../pathways/models';
import { mandateOf } from '../../people/mandate';
import { type Organisation, organisation } from '../../people/organisation';
import { type Asking, markOf, meetingFacts, nameOf, roleOf } from '../card-facts';
import { isOver, overAs } from '../rules';
import { possibleStandIns } from '../standing';
import { activeStandIn, declinedBy, type MeetingCase, stateOf } from '../store';

export async function invitationView(
  unit: Unit,
  found: MeetingCase,
  invitation: Invitation,
  models: Models,
  asking: {
    sending?: Asking;
    fault?: string;
    faultAt?: 'colleague' | 'code';
    reopened?: boolean;
    managerNext?: InvitationView['managerNext'];
  },
): Promise<InvitationView> {
  const org = await organisation(unit);
  const { meeting } = found;
  const moves = await unit.tx.meetingMove.findFirst({
    where: { tenantId: unit.tenantId, meetingId: meeting.id },
    orderBy: { sequence: 'desc' },
  });
  const rung = asking.sending?.rung;
  return {
    id: invitation.id,
    version: invitation.version,
    mandate: await mandateOf(unit, invitation.departmentId),
    mark: markOf('invitation-answer', asking.sending, invitation.id, invitation.round),
    meeting: meetingFacts(unit, found, org, 'matter'),
    why: whyOf(unit, invitation),
    role: roleOf(found, invitation.personId),
    duty: models.get(found.known.pathway.model)?.attendance === 'duty',
    reminder: rung === 'first' || rung === 'second' ? { rung } : null,
    managerNext: asking.managerNext ?? null,
    movedFrom: moves?.fromLocal ?? null,
    repeated: asking.sending?.repeated ?? false,
    state: invitationState(unit, found, invitation, org, asking.reopened ?? false),
    colleagues: possibleStandIns(found, invitation, org),
    fault: asking.fault ?? null,
    ...(asking.faultAt === undefined ? {} : { faultAt: asking.faultAt }),
  };
}

function invitationState(
  unit: Unit,
  found: MeetingCase,
  invitation: Invitation,
  org: Organisation,
  reopened: boolean,
): InvitationView['state'] {
  const state = stateOf(invitation);
  const colleague = activeStandIn(found, invitation.id);
  if (isOver(found.meeting, unit.now)) {
    const is = overAs(found.meeting, unit.now);
    if (is === 'cancelled') return { is };
    if (state.status === 'closed') return { is, answer: 'not-kept' };
    return { is, answer: state.status === 'asked' || state.status === 'lead' ? 'none' : state.status };
  }
  // Whoever has not answered yet, nor asked anybody, has nothing to take up again.
  if (reopened && (state.status !== 'asked' || colleague)) {
    const earlier =
      state.status === 'asked' || state.status === 'lead' || state.status === 'closed' ? null : state.status;
    return { is: 'asked', earlier, declinedBy: null };
  }
  if (colleague?.status === 'accepted') {
    return {
      is: 'stand-in',
      name: nameOf(org, colleague.personId),
      byManager: nameOf(org, colleague.namedById) || null,
    };
  }
  if (colleague?.status === 'asked')
    return {
      is: 'stand-in-asked',
      name: nameOf(org, colleague.personId),
      byManager: nameOf(org, colleague.namedById) || null,
    };
  switch (state.status) {
    case 'coming':
    case 'lead':
      return { is: 'coming' };
    case 'hindered':
      return { is: 'hindered', code: state.hinderedCode ?? 'absent', reply: state.leadReply };
    case 'stand-in':
    case 'asked':
    case 'closed':
      return {
        is: 'asked',
        earlier: state.earlier,
        declinedBy: nameOf(org, declinedBy(found, invitation.id)?.personId) || null,
      };
    default:
      return state.status satisfies never;
  }
}

export async function standInView(
  unit: Unit,
  found: MeetingCase,
  invitation: Invitation,
  standInId: string,
  sending: Asking,
): Promise<StandInView | undefined> {
  const org = await organisation(unit);
  const standIn = found.standIns.find((one) => one.id === standInId);
  if (!standIn) return undefined;
  const open =
    standIn.status === 'asked' || standIn.status === 'accepted' || standIn.status === 'declined'
      ? standIn.status
      : 'withdrawn';
  const over = isOver(found.meeting, unit.now) ? overAs(found.meeting, unit.now) : undefined;
  return {
    id: standIn.id,
    version: standIn.n,
    mark: markOf('stand-in-answer', sending, standIn.id, 1),
    // Who said no or is not needed has left the matter: the meeting stays as a notice.
    meeting: meetingFacts(unit, found, org, open === 'asked' || open === 'accepted' ? 'matter' : 'notice'),
    forName: nameOf(org, invitation.personId),
    why: open === 'asked' || open === 'accepted' ? whyOf(unit, invitation) : '',
    byManager: nameOf(org, standIn.namedById) || null,
    mandate: open === 'asked' || open === 'accepted' ? await mandateOf(unit, invitation.departmentId) : '',
    movedFrom: await movedSince(unit, found.meeting.id, standIn.askedAt),
    repeated: sending?.repeated ?? false,
    state: over && open !== 'declined' && open !== 'withdrawn' ? over : open,
  };
}

/** The time before the last move, when it came after this. */
async function movedSince(unit: Unit, meetingId: string, since: Date): Promise<string | null> {
  const last = await unit.tx.meetingMove.findFirst({
    where: { tenantId: unit.tenantId, meetingId, at: { gt: since } },
    orderBy: { sequence: 'desc' },
  });
  return last?.fromLocal ?? null;
}

/** Why the person was invited, in the lead's words. */
export const whyOf = (unit: Unit, invitation: Invitation): string =>
  unit.open('invitation', 'why_sealed', invitation.id, invitation.whySealed);

/** When the manager will be asked, and who that is, if nobody answers: read from the plan, for the text of the reminder. */
export function managerNextOf(
  planning: { input: Parameters<typeof instantOf>[0]; who(audience: 'owner.manager'): string | undefined },
  org: Organisation,
): InvitationView['managerNext'] {
  const at = instantOf(planning.input, 'manager');
  const name = nameOf(org, planning.who('owner.manager'));
  const until = planning.input.state.anchors.meeting;
  return at === undefined || name === '' || (until !== undefined && at >= until) ? null : { at, name };
}

/** When an invitation's manager will be asked if nobody answers; null when that is not planned any more. */
export async function nextUpward(
  unit: Unit,
  registry: Registry,
  invitationId: string,
): Promise<ReturnType<typeof managerNextOf>> {
  const obligation = await unit.tx.obligation.findFirst({
    where: {
      tenantId: unit.tenantId,
      kind: 'invitation-answer',
      matterKind: 'invitation',
      matterId: invitationId,
      closedAt: null,
    },
  });
  const [planning] = obligation ? await planningOf(unit, registry, [obligation]) : [];
  return planning ? managerNextOf(planning, await organisation(unit)) : null;
}
