import type { Refused } from '../../capability';
import type { Unit } from '../../db/unit';
import { touchCards } from '../../messages/touch';
import { dayOf } from '../../time/moment';
import { endAnswers } from '../change/end-meeting';
import { endPreparations } from '../owed/prepare';
import { isClosed } from '../rules';
import { loadMeetings, lockMeeting, startOf } from '../store';

/**
 * Opens the meeting card: from now on it is worked, by several if need be, and nobody answers the invitation any more.
 * Whoever has a role finds the card in their chat. A second opening changes nothing.
 */
export async function openMeeting(unit: Unit, meetingId: string, byId: string): Promise<Refused | undefined> {
  const { tx, tenantId } = unit;
  await lockMeeting(unit, meetingId);
  const found = (await loadMeetings(unit, [meetingId])).get(meetingId);
  if (!found || isClosed(found.meeting)) return { code: 'closed' };
  const { meeting, roles } = found;
  if (meeting.status !== 'called') return undefined;
  if (dayOf(startOf(meeting)) > unit.today) return { code: 'too-early' };
  await tx.meeting.update({
    where: { tenantId_id: { tenantId, id: meetingId } },
    data: { status: 'running', openedAt: unit.now, version: { increment: 1 } },
  });
  await endAnswers(unit, found, 'opened', byId);
  await endPreparations(unit, meetingId, 'opened');
  const working = new Set([...roles.map((one) => one.personId), found.known.pathway.leadId ?? byId]);
  for (const personId of working) {
    if (personId === byId) continue;
    unit.message({
      naturalKey: `work:${meetingId}:${meeting.round}:${personId}`,
      personId,
      class: 'notice',
      kind: 'work',
      matterKind: 'meeting',
      matterId: meetingId,
      pathwayId: meeting.pathwayId,
    });
  }
  unit.audit({
    act: 'meeting.open',
    actorId: byId,
    matterKind: 'meeting',
    matterId: meetingId,
    pathwayId: meeting.pathwayId,
  });
  await touchCards(unit, 'meeting', [meetingId]);
  await touchCards(unit, 'pathway', [meeting.pathwayId]);
  return undefined;
}
