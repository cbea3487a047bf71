import type { Unit } from '../db/unit';
import { settle, type Settled } from '../obligations/settle';
import { isOver } from './rules';
import { lockMeeting, loadMeetings, type MeetingCase } from './store';

/**
 * Cancels a meeting: nobody owes an answer any more, and whoever had heard of it gets one notice.
 * @returns why it could not be cancelled, if so
 */
export async function cancelMeeting(unit: Unit, meetingId: string, version: number, byId: string): Promise<'closed' | 'changed-meanwhile' | undefined> {
  const { tx, tenantId } = unit;
  await lockMeeting(unit, meetingId);
  const found = (await loadMeetings(unit, [meetingId])).get(meetingId);
  if (!found || isOver(found.meeting, unit.now)) return 'closed';
  if (found.meeting.version !== version) return 'changed-meanwhile';
  await close(unit, found, 'cancelled', 'cancelled', byId);
  const heard = await tx.message.findMany({
    where: { tenantId, matterId: { in: matterIds(found) }, status: { in: ['delivered', 'unsure', 'sending'] } },
    select: { personId: true },
    distinct: ['personId'],
  });
  for (const { personId } of heard) {
    if (personId === byId) continue;
    unit.message({
      naturalKey: `cancelled:${meetingId}:${personId}`,
      personId,
      class: 'summons',
      kind: 'notice.cancelled',
      matterKind: 'meeting',
      matterId: meetingId,
      pathwayId: found.meeting.pathwayId,
    });
  }
  unit.audit({ act: 'meeting.cancel', actorId: byId, matterKind: 'meeting', matterId: meetingId, pathwayId: found.meeting.pathwayId });
  return undefined;
}

/** The meeting's time has passed: what nobody answered has lapsed, and every card says so. Called by the meeting's own timer. */
export async function meetingPast(unit: Unit, meetingId: string): Promise<void> {
  const found = (await loadMeetings(unit, [meetingId])).get(meetingId);
  if (!found || found.meeting.status !== 'called') return;
  await close(unit, found, 'past', 'lapsed', null);
}

async function close(unit: Unit, found: MeetingCase, status: 'cancelled' | 'past', how: Settled, byId: string | null): Promise<void> {
  const { meeting } = found;
  await unit.tx.meeting.update({
    where: { tenantId_id: { tenantId: unit.tenantId, id: meeting.id } },
    data: { status, endedAt: unit.now, version: meeting.version + 1 },
  });
  const because = status === 'past' ? 'past' : 'cancelled';
  await settle(unit, { matterKind: 'meeting', matterIds: [meeting.id] }, { status: status === 'past' ? 'met' : 'cancelled', byId, because });
  await settle(unit, { matterKind: 'invitation', matterIds: found.invitations.map((one) => one.id) }, { status: how, byId, because });
  await settle(unit, { matterKind: 'stand-in', matterIds: found.standIns.map((one) => one.id) }, { status: how, byId, because });
}

function matterIds(found: MeetingCase): string[] {
  return [found.meeting.id, ...found.invitations.map((one) => one.id), ...found.standIns.map((one) => one.id)];
}
