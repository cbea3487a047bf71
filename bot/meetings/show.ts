import type { InvitedState, MeetingView } from '../../cards/views';
import type { Message } from '../../prisma/generated/client';
import type { Unit } from '../db/unit';
import { organisation } from '../people/organisation';
import { may } from '../people/rights';
import { dayOf } from '../time/moment';
import { departmentName, meetingFacts, nameOf, roleOf } from './card-facts';
import { isOver, overAs } from './rules';
import { standingsAt } from './standing';
import { lacksGround } from './stop-sharing';
import { activeStandIn, type MeetingCase, startOf, stateOf } from './store';

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
