import type { Unit } from '../db/unit';
import { touchCards } from '../messages/touch';
import { type Settled, settle } from '../obligations/settle';
import type { Day } from '../time/day';
import { isOver } from './rules';
import { loadMeetings, lockMeeting, type MeetingCase } from './store';

/**
 * Cancels a meeting: nobody owes an answer any more, and whoever had heard of it gets one notice.
 * @returns why it could not be cancelled, if so
 */
export async function cancelMeeting(
  unit: Unit,
  meetingId: string,
  version: number,
  byId: string,
): Promise<'closed' | 'changed-meanwhile' | undefined> {
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
    if (personId === null || personId === byId) continue;
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
  unit.audit({
    act: 'meeting.cancel',
    actorId: byId,
    matterKind: 'meeting',
    matterId: meetingId,
    pathwayId: found.meeting.pathwayId,
  });
  return undefined;
}

/** The meeting's time has passed: what nobody answered has lapsed, and every card says so. Called by the meeting's own timer. */
export async function meetingPast(unit: Unit, meetingId: string): Promise<void> {
  const found = (await loadMeetings(unit, [meetingId])).get(meetingId);
  if (found?.meeting.status !== 'called') return;
  await close(unit, found, 'past', 'lapsed', null);
}

async function close(
  unit: Unit,
  found: MeetingCase,
  status: 'cancelled' | 'past',
  how: Settled,
  byId: string | null,
): Promise<void> {
  const { meeting } = found;
  await unit.tx.meeting.update({
    where: { tenantId_id: { tenantId: unit.tenantId, id: meeting.id } },
    data: { status, endedAt: unit.now, version: meeting.version + 1 },
  });
  await touchCards(unit, 'pathway', [meeting.pathwayId]);
  const because = status === 'past' ? 'past' : 'cancelled';
  await settle(
    unit,
    { matterKind: 'meeting', matterIds: [meeting.id] },
    { status: status === 'past' ? 'met' : 'cancelled', byId, because },
  );
  await settle(
    unit,
    { matterKind: 'invitation', matterIds: found.invitations.map((one) => one.id) },
    { status: how, byId, because },
  );
  await settle(
    unit,
    { matterKind: 'stand-in', matterIds: found.standIns.map((one) => one.id) },
    { status: how, byId, because },
  );
  if (!mayKeepAbsences(unit.policy, unit.today)) await forgetAbsences(unit, found);
}

/** Whether the works council has discussed the product and staff have been informed; a date still ahead does not count. */
function mayKeepAbsences({ worksCouncilOn, staffInformedOn }: Unit['policy'], today: Day): boolean {
  return worksCouncilOn !== null && worksCouncilOn <= today && staffInformedOn !== null && staffInformedOn <= today;
}

/**
 * Staff are people too: until the policy holds both dates, no row that joins a named person with an absence outlives the
 * closing of a meeting. Who was there may be known (the record names them), so "comes" and a colleague's yes stay. Whoever
 * was hindered and whoever never answered become one and the same: an empty place in the row would tell as much as the word.
 * What the lead and the house made of it names the invitation only to be answered: from now on it names the meeting, or
 * itself.
 */
async function forgetAbsences(unit: Unit, { meeting, invitations }: MeetingCase): Promise<void> {
  const { tx, tenantId } = unit;
  const ids = invitations.map((one) => one.id);
  const own = { tenantId, id: { in: ids } };
  const nothingSaid = { hinderedCode: null, leadReply: null, earlierStatus: null, version: { increment: 1 } };
  await tx.invitation.updateMany({ where: { ...own, status: { in: ['coming', 'stand-in'] } }, data: nothingSaid });
  await tx.invitation.updateMany({
    where: { ...own, status: { in: ['hindered', 'asked'] } },
    data: { ...nothingSaid, status: 'closed', answeredAt: null },
  });
  await tx.$executeRaw`
    update obligation set matter_kind = 'closed', matter_id = id
    where tenant_id = ${tenantId}::uuid and kind = 'hindered-reply' and matter_kind = 'invitation' and matter_id = any(${ids}::uuid[])`;
  await tx.message.updateMany({
    where: { tenantId, kind: 'hindered', matterKind: 'invitation', matterId: { in: ids } },
    data: { matterKind: 'meeting', matterId: meeting.id },
  });
  // The lead's card stands in the chat with a name on it: drawn anew, and without.
  await tx.sentCard.updateMany({
    where: { tenantId, kind: 'hindered', matterKind: 'invitation', matterId: { in: ids } },
    data: { kind: 'hindered-closed', matterKind: 'meeting', matterId: meeting.id, dirtyAt: unit.now, retryAt: null },
  });
  unit.wake();
}

function matterIds(found: MeetingCase): string[] {
  return [found.meeting.id, ...found.invitations.map((one) => one.id), ...found.standIns.map((one) => one.id)];
}
