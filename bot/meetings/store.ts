import type { Invitation, Meeting, MeetingRole, StandIn } from '../../prisma/generated/client';
import type { Unit } from '../db/unit';
import { holdPathways } from '../pathways/hold';
import { type PathwayWithTeam, teamOn, withTeam } from '../pathways/standing';
import { asMoment, type Moment } from '../time/moment';
import { HINDERED_CODES, type InvitationState, type InvitationStatus } from './rules';

/** A meeting with all that its cards and rules need. */
export type MeetingCase = {
  readonly meeting: Meeting;
  readonly known: PathwayWithTeam;
  readonly invitations: readonly Invitation[];
  readonly standIns: readonly StandIn[];
  readonly roles: readonly MeetingRole[];
};

/** Locks the meeting, so that two presses on it come one after the other; false when there is no such meeting. */
export async function lockMeeting(unit: Unit, meetingId: string): Promise<boolean> {
  await holdPathwaysOf(unit, [meetingId]);
  const rows = await unit.tx.$queryRaw<{ id: string }[]>`
    select id from meeting where tenant_id = ${unit.tenantId}::uuid and id = ${meetingId}::uuid for update`;
  return rows.length > 0;
}

/** Holds the pathways of meetings, which never go to another. */
async function holdPathwaysOf(unit: Unit, meetingIds: readonly string[]): Promise<void> {
  const rows = await unit.tx.meeting.findMany({
    where: { tenantId: unit.tenantId, id: { in: [...meetingIds] } },
    select: { pathwayId: true },
  });
  await holdPathways(
    unit,
    rows.map((row) => row.pathwayId),
  );
}

/** Loads meetings with their invitations; unknown ids are left out. */
export async function loadMeetings(unit: Unit, ids: readonly string[]): Promise<Map<string, MeetingCase>> {
  if (ids.length === 0) return new Map();
  const { tx, tenantId, today } = unit;
  if (unit.rights.held) await holdPathwaysOf(unit, ids);
  // One statement: what every card and every rule asks for, many times a press.
  const rows = await tx.meeting.findMany({
    relationLoadStrategy: 'join',
    where: { tenantId, id: { in: [...new Set(ids)] } },
    include: {
      invitationMeeting: { orderBy: { id: 'asc' }, include: { standInInvitation: { orderBy: { n: 'asc' } } } },
      meetingRoleMeeting: true,
      pathway: { include: teamOn(today) },
    },
  });
  return new Map(
    rows.map(({ invitationMeeting, meetingRoleMeeting, pathway, ...meeting }): [string, MeetingCase] => [
      meeting.id,
      {
        meeting,
        known: withTeam(pathway, today),
        invitations: invitationMeeting.map(({ standInInvitation: _colleagues, ...invitation }) => invitation),
        standIns: invitationMeeting.flatMap((one) => one.standInInvitation).sort((one, other) => one.n - other.n),
        roles: meetingRoleMeeting,
      },
    ]),
  );
}

/** An invitation with its meeting; with `lock`, the meeting is locked first. Undefined for an unknown id. */
export async function loadInvitation(
  unit: Unit,
  invitationId: string,
  options?: { lock: boolean },
): Promise<{ invitation: Invitation; case: MeetingCase } | undefined> {
  const row = await unit.tx.invitation.findUnique({
    where: { tenantId_id: { tenantId: unit.tenantId, id: invitationId } },
  });
  if (!row) return undefined;
  if (options?.lock) await lockMeeting(unit, row.meetingId);
  const found = (await loadMeetings(unit, [row.meetingId])).get(row.meetingId);
  const invitation = found?.invitations.find((one) => one.id === invitationId);
  return found && invitation ? { invitation, case: found } : undefined;
}

/** A stand-in's row with its invitation and meeting; with `lock`, the meeting is locked first. */
export async function loadStandIn(
  unit: Unit,
  standInId: string,
  options?: { lock: boolean },
): Promise<{ standIn: StandIn; invitation: Invitation; case: MeetingCase } | undefined> {
  const row = await unit.tx.standIn.findUnique({ where: { tenantId_id: { tenantId: unit.tenantId, id: standInId } } });
  const found = row ? await loadInvitation(unit, row.invitationId, options) : undefined;
  const standIn = found?.case.standIns.find((one) => one.id === standInId);
  return found && standIn ? { ...found, standIn } : undefined;
}

/** The colleague who is asked or has said yes, if any; at most one (kept by a unique index). */
export const activeStandIn = (found: MeetingCase, invitationId: string): StandIn | undefined =>
  found.standIns.find(
    (one) => one.invitationId === invitationId && (one.status === 'asked' || one.status === 'accepted'),
  );

/** The colleague who said no last, or took back a yes, while nobody else is asked. */
export const declinedBy = (found: MeetingCase, invitationId: string): StandIn | undefined => {
  const last = found.standIns.filter((one) => one.invitationId === invitationId).at(-1);
  const invitation = found.invitations.find((one) => one.id === invitationId);
  // Whoever is asked again although no date moved had a colleague who took back the yes; else the invited one let them go.
  const tookBack = last?.status === 'withdrawn' && invitation?.status === 'asked' && invitation.earlierStatus === null;
  return last?.status === 'declined' || tookBack ? last : undefined;
};

/** When the meeting begins, in the municipality's own time. */
export const startOf = (meeting: Meeting): Moment => asMoment(meeting.localStart);

const STATUSES: readonly InvitationStatus[] = ['asked', 'coming', 'stand-in', 'hindered', 'lead', 'closed'];
const EARLIER = ['coming', 'hindered', 'stand-in'] as const;

/** A row as the rules want it. @throws when it holds a state that does not exist: a fault of ours */
export function stateOf(row: Invitation): InvitationState {
  const status = STATUSES.find((one) => one === row.status);
  if (!status) throw new Error(`Invitation ${row.id} is in no state that exists`);
  return {
    status,
    hinderedCode: HINDERED_CODES.find((one) => one === row.hinderedCode) ?? null,
    leadReply: row.leadReply === 'manage' || row.leadReply === 'somebody' ? row.leadReply : null,
    earlier: EARLIER.find((one) => one === row.earlierStatus) ?? null,
    round: row.round,
  };
}
