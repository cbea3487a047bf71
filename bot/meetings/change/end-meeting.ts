import type { Unit } from '../../db/unit';
import { touchCards, touchLater } from '../../messages/touch';
import { type Settled, settle } from '../../obligations/settle';
import { touchSightOf } from '../../pathways/touch-sight';
import type { Day } from '../../time/day';
import { endPreparations } from '../owed/prepare';
import { isClosed } from '../rules';
import { type MeetingSection, tellSections } from '../section';
import { loadMeetings, lockMeeting, type MeetingCase } from '../store';
import { tellCalendars } from './calendars';

/**
 * Cancels a meeting: nobody owes an answer any more, and whoever had heard of it gets one notice.
 * @returns why it could not be cancelled, if so
 */
export async function cancelMeeting(
  unit: Unit,
  meetingId: string,
  version: number,
  byId: string,
  sections: readonly MeetingSection[],
): Promise<'closed' | 'changed-meanwhile' | undefined> {
  await lockMeeting(unit, meetingId);
  const found = (await loadMeetings(unit, [meetingId])).get(meetingId);
  if (!found || isClosed(found.meeting)) return 'closed';
  if (found.meeting.version !== version) return 'changed-meanwhile';
  await cancel(unit, found, byId, sections);
  return undefined;
}

/** Cancels every meeting of a pathway that is still ahead: the pathway ends. */
export async function cancelMeetingsOf(
  unit: Unit,
  pathwayId: string,
  byId: string,
  sections: readonly MeetingSection[],
): Promise<void> {
  const rows = await unit.tx.meeting.findMany({
    where: { tenantId: unit.tenantId, pathwayId, status: { in: ['called', 'running', 'past'] } },
    select: { id: true },
    orderBy: { id: 'asc' },
  });
  for (const { id } of rows) await lockMeeting(unit, id);
  const cases = await loadMeetings(
    unit,
    rows.map((row) => row.id),
  );
  for (const found of cases.values()) await cancel(unit, found, byId, sections);
}

async function cancel(
  unit: Unit,
  found: MeetingCase,
  byId: string,
  sections: readonly MeetingSection[],
): Promise<void> {
  const { tx, tenantId } = unit;
  const { meeting } = found;
  await endMeeting(unit, found, 'cancelled', byId, sections);
  const heard = await tx.message.findMany({
    where: { tenantId, matterId: { in: matterIds(found) }, status: { in: ['delivered', 'unsure', 'sending'] } },
    select: { personId: true },
    distinct: ['personId'],
  });
  for (const { personId } of heard) {
    if (personId === null || personId === byId) continue;
    unit.message({
      naturalKey: `cancelled:${meeting.id}:${personId}`,
      personId,
      class: 'summons',
      kind: 'notice.cancelled',
      matterKind: 'meeting',
      matterId: meeting.id,
      pathwayId: meeting.pathwayId,
    });
  }
  const externals = await tx.externalInvitation.findMany({ where: { tenantId, meetingId: meeting.id } });
  for (const row of externals) {
    unit.message({
      naturalKey: `external:${row.id}:cancelled`,
      personId: null,
      externalId: row.externalId,
      channel: 'mail',
      class: 'summons',
      kind: 'external-cancelled',
      matterKind: 'external-invitation',
      matterId: row.id,
      pathwayId: meeting.pathwayId,
    });
  }
  await tellCalendars(unit, meeting, 'cancel');
  unit.audit({
    act: 'meeting.cancel',
    actorId: byId,
    matterKind: 'meeting',
    matterId: meeting.id,
    pathwayId: meeting.pathwayId,
  });
}

/**
 * The meeting's time has passed, and nobody has closed it: what nobody answered has lapsed, and every card says so. Its
 * record is still owed. Called by the meeting's own timer.
 */
export async function meetingPast(unit: Unit, meetingId: string, sections: readonly MeetingSection[]): Promise<void> {
  const found = (await loadMeetings(unit, [meetingId])).get(meetingId);
  if (found?.meeting.status !== 'called' && found?.meeting.status !== 'running') return;
  await endMeeting(unit, found, 'past', null, sections);
}

const HOW: Readonly<Record<Ended, Settled>> = {
  past: 'lapsed',
  held: 'lapsed',
  'not-held': 'cancelled',
  cancelled: 'cancelled',
};
export type Ended = 'past' | 'held' | 'not-held' | 'cancelled';

/** Ends the answering: state, obligations, cards. The meeting must be locked. */
export async function endMeeting(
  unit: Unit,
  found: MeetingCase,
  status: Ended,
  byId: string | null,
  sections: readonly MeetingSection[],
): Promise<void> {
  const { meeting } = found;
  const ended = await unit.tx.meeting.update({
    where: { tenantId_id: { tenantId: unit.tenantId, id: meeting.id } },
    data: { status, endedAt: meeting.endedAt ?? unit.now, version: { increment: 1 } },
  });
  await tellSections(sections, unit, { ...found, meeting: ended }, { is: status, byId });
  await touchCards(unit, 'pathway', [meeting.pathwayId]);
  const own = { matterKind: 'meeting', matterIds: [meeting.id] };
  const how = HOW[status];
  const settled = { status: how === 'lapsed' ? ('met' as const) : how, byId, because: status };
  await settle(unit, { ...own, kind: 'meeting-start' }, settled);
  if (status !== 'past') await settle(unit, { ...own, kind: 'meeting-record' }, settled);
  await endAnswers(unit, found, status, byId);
  await endPreparations(unit, meeting.id, status);
  if (status !== 'past')
    await unit.tx.presence.deleteMany({ where: { tenantId: unit.tenantId, meetingId: meeting.id } });
  // A ground for this meeting only ends with it.
  if (status !== 'past' && found.known.meetingGrounds.has(meeting.id)) await touchSightOf(unit, meeting.pathwayId);
  // Last: what is put off for whoever may be typing is not called in again by what went before.
  if (status !== 'past') await touchLater(unit, 'meeting-form', meeting.id, byId);
  if (!mayKeepAbsences(unit.policy, unit.today)) await forgetAbsences(unit, found, status);
}

/** Nobody answers an invitation any more: the meeting has begun, or is over. */
export async function endAnswers(unit: Unit, found: MeetingCase, because: string, byId: string | null): Promise<void> {
  const status = because === 'cancelled' ? 'cancelled' : 'lapsed';
  const how = { status, byId, because } as const;
  const invitations = found.invitations.map((one) => one.id);
  await settle(unit, { matterKind: 'invitation', matterIds: invitations }, how);
  await settle(unit, { matterKind: 'stand-in', matterIds: found.standIns.map((one) => one.id) }, how);
}

/** Whether the works council has discussed the product and staff have been informed; a date still ahead does not count. */
export function mayKeepAbsences({ worksCouncilOn, staffInformedOn }: Unit['policy'], today: Day): boolean {
  return worksCouncilOn !== null && worksCouncilOn <= today && staffInformedOn !== null && staffInformedOn <= today;
}

/**
 * Staff are people too: until the policy holds both dates, no row that joins a named person with an absence outlives the
 * closing of a meeting. While its record is owed, who said they would come is kept, so that it can be noted who was there;
 * whoever was hindered and whoever never answered become one and the same. Once it is closed all become the same: the
 * record names who was there, and an answer beside it would tell the rest.
 * What the lead and the house made of it names the invitation only to be answered: from now on it names the meeting, or
 * itself.
 */
async function forgetAbsences(unit: Unit, { meeting, invitations }: MeetingCase, status: Ended): Promise<void> {
  const { tx, tenantId } = unit;
  const ids = invitations.map((one) => one.id);
  const own = { tenantId, id: { in: ids } };
  const nothingSaid = { hinderedCode: null, leadReply: null, earlierStatus: null, version: { increment: 1 } };
  const closing = status === 'past' ? ['hindered', 'asked'] : ['hindered', 'asked', 'coming', 'stand-in'];
  if (status === 'past')
    await tx.invitation.updateMany({ where: { ...own, status: { in: ['coming', 'stand-in'] } }, data: nothingSaid });
  await tx.invitation.updateMany({
    where: { ...own, status: { in: closing } },
    data: { ...nothingSaid, status: 'closed', answeredAt: null },
  });
  await tx.$executeRaw`
    update obligation set matter_kind = 'closed', matter_id = id
    where tenant_id = ${tenantId}::uuid and kind in ('hindered-reply', 'representation') and matter_kind = 'invitation' and matter_id = any(${ids}::uuid[])`;
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
