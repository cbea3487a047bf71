import type { Refused } from '../../capability';
import type { Unit } from '../../db/unit';
import { touchCards } from '../../messages/touch';
import { endMeeting } from '../change/end-meeting';
import { isClosed, isOver } from '../rules';
import type { MeetingSection } from '../section';
import { loadMeetings, lockMeeting } from '../store';

/** The meeting was not held: it never counts, nobody is asked about it, and there is no record. */
export async function meetingNotHeld(
  unit: Unit,
  meetingId: string,
  byId: string,
  sections: readonly MeetingSection[],
): Promise<Refused | undefined> {
  await lockMeeting(unit, meetingId);
  const found = (await loadMeetings(unit, [meetingId])).get(meetingId);
  if (!found) return { code: 'closed' };
  if (isClosed(found.meeting)) return found.meeting.status === 'not-held' ? undefined : { code: 'closed' };
  if (!isOver(found.meeting, unit.now)) return { code: 'not-open' };
  const { tx, tenantId } = unit;
  await endMeeting(unit, found, 'not-held', byId, sections);
  await tx.agreement.deleteMany({ where: { tenantId, meetingId, status: 'draft' } });
  await tx.meeting.update({
    where: { tenantId_id: { tenantId, id: meetingId } },
    data: { closedAt: unit.now, closedById: byId, counts: false },
  });
  unit.audit({
    act: 'meeting.not-held',
    actorId: byId,
    matterKind: 'meeting',
    matterId: meetingId,
    pathwayId: found.meeting.pathwayId,
  });
  await touchCards(unit, 'meeting', [meetingId]);
  return undefined;
}
