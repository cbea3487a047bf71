import {
  type HinderedView,
  type InvitationView,
  type InvitedState,
  MEETING_ROLES,
  type MeetingFacts,
  type MeetingRole,
  type MeetingView,
  type NoticeView,
  type RepresentationView,
  type StandInView,
} from '../../cards/views';
import type { Invitation, Message, Obligation } from '../../prisma/generated/client';
import type { Unit } from '../db/unit';
import type { RenderInput } from '../obligations/kind';
import { instantOf } from '../obligations/plan';
import type { Models } from '../pathways/models';
import { aliasOf } from '../pathways/standing';
import { mandateOf } from '../people/mandate';
import { type Organisation, organisation } from '../people/organisation';
import { may } from '../people/rights';
import { dayOf } from '../time/moment';
import { isOver, overAs } from './rules';
import { possibleStandIns, standingsAt } from './standing';
import { lacksGround } from './stop-sharing';
import { activeStandIn, declinedBy, type MeetingCase, startOf, stateOf } from './store';

/** What was asked with this sending: for the texts and for those who check. */
export type Asking = RenderInput['sending'];

const nameOf = (org: Organisation, id: string | null | undefined): string =>
  id ? (org.people.get(id)?.name ?? '') : '';
const departmentName = (org: Organisation, id: string): string => org.departments.get(id)?.name ?? '';

/** Names a reminder or a matter's own card for those who test and check; ids only. */
export const markOf = (kind: string, sending: Asking, matterId: string, round: number): string =>
  `${kind}/${sending?.rung ?? (sending ? 'own' : 'card')}/${matterId}/${round}`;

/** The meeting as those may see it who take part; without alias and place where only a notice is due. */
export function meetingFacts(
  unit: Unit,
  found: MeetingCase,
  org: Organisation,
  level: 'matter' | 'notice',
): MeetingFacts {
  const { meeting, known } = found;
  const place =
    meeting.placeSealed === null ? null : unit.open('meeting', 'place_sealed', meeting.id, meeting.placeSealed);
  return {
    ref: known.pathway.ref,
    alias: level === 'notice' ? null : aliasOf(unit, known.pathway),
    number: meeting.number,
    kind: meeting.kindKey,
    at: startOf(meeting),
    duration: meeting.duration,
    online: meeting.online,
    place: level === 'notice' ? null : place,
    leadName: nameOf(org, known.pathway.leadId),
  };
}

/** The role that somebody has at the meeting, if any. */
export const roleOf = ({ roles }: MeetingCase, personId: string): MeetingRole | null => {
  const role = roles.find((one) => one.personId === personId)?.role;
  return MEETING_ROLES.find((one) => one === role) ?? null;
};

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
  if (reopened) {
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

export async function meetingView(unit: Unit, found: MeetingCase, viewerId: string): Promise<MeetingView> {
  const org = await organisation(unit);
  const { meeting } = found;
  const unreached = await unreachedIn(unit, found);
  const day = dayOf(startOf(meeting));
  const called = !isOver(meeting, unit.now);
  const invited = found.invitations.map((invitation): MeetingView['invited'][number] => {
    const state = stateOf(invitation);
    const colleague = activeStandIn(found, invitation.id);
    return {
      name: nameOf(org, invitation.personId),
      department: departmentName(org, invitation.departmentId),
      role: roleOf(found, invitation.personId),
      state:
        called && lacksGround(found, invitation, org)
          ? 'no-ground'
          : invitedState(state.status, state.leadReply, colleague?.status),
      standIn: nameOf(org, colleague?.personId) || null,
      hindered: state.status === 'hindered' ? state.hinderedCode : null,
      unreached: unreached.get(invitation.personId) ?? null,
      awayThen: org.isAwayOn(invitation.personId, day),
    };
  });
  const asked = found.invitations.filter((one) => one.status !== 'lead' && !(called && lacksGround(found, one, org)));
  // Once it is over the card names who comes, as the record of a meeting does, and nobody else.
  const present = invited.filter((one) => one.state === 'lead' || one.state === 'coming' || one.state === 'stand-in');
  const status = isOver(meeting, unit.now) ? overAs(meeting, unit.now) : 'called';
  const leads = found.known.pathway.leadId === viewerId || found.known.pathway.coLeadId === viewerId;
  return {
    id: meeting.id,
    version: meeting.version,
    meeting: meetingFacts(unit, found, org, 'matter'),
    status,
    agreedWithCitizen: meeting.agreedWithCitizen,
    invited: status === 'called' ? invited : present,
    answered: asked.filter((one) => one.status !== 'asked').length,
    asked: asked.length,
    mayChange: leads && status === 'called',
    mayWork: may('meeting.work', standingsAt(found, viewerId, org)),
  };
}

function invitedState(
  status: ReturnType<typeof stateOf>['status'],
  reply: 'manage' | 'somebody' | null,
  colleague: string | undefined,
): InvitedState {
  if (status === 'lead' || status === 'coming') return status;
  if (colleague === 'accepted') return 'stand-in';
  if (colleague === 'asked') return 'stand-in-asked';
  if (status === 'hindered')
    return reply === null ? 'hindered' : reply === 'manage' ? 'hindered-managed' : 'hindered-somebody';
  return 'asked';
}

/** Who could not be told in Teams of this meeting, and whether an e-mail went in its place. */
async function unreachedIn(unit: Unit, found: MeetingCase): Promise<Map<string, 'mail' | 'no'>> {
  const ids = found.invitations.map((one) => one.id);
  const rows: Message[] = await unit.tx.message.findMany({
    where: { tenantId: unit.tenantId, matterKind: 'invitation', matterId: { in: ids }, kind: 'invitation' },
    orderBy: [{ queuedAt: 'asc' }, { id: 'asc' }],
  });
  const found_ = new Map<string, 'mail' | 'no'>();
  for (const row of rows) {
    if (row.personId === null) continue;
    if (row.status === 'delivered') {
      if (row.channel === 'mail') found_.set(row.personId, 'mail');
      else found_.delete(row.personId);
    } else if (row.channel === 'teams' && ['not-installed', 'blocked', 'given-up'].includes(row.status)) {
      if (found_.get(row.personId) === undefined) found_.set(row.personId, 'no');
    }
  }
  return found_;
}

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
  const level = may('hindered.reply', standingsAt(found, viewerId, org)) ? 'matter' : 'notice';
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
    state: open,
  };
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
    state: overAs(found.meeting, unit.now),
  };
}

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

export async function noticeView(
  unit: Unit,
  found: MeetingCase,
  notice: { code: NoticeView['code']; name: string | null; mark: string; repeated: boolean },
): Promise<NoticeView> {
  return { ...notice, meeting: meetingFacts(unit, found, await organisation(unit), 'notice') };
}

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
