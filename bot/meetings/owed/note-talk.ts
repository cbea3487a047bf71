import type { Refused } from '../../capability';
import type { Unit } from '../../db/unit';
import { touchCards } from '../../messages/touch';
import { settle } from '../../obligations/settle';
import { dateFromDay, isDay } from '../../time/day';
import { dayOf } from '../../time/moment';
import { loadMeetings, lockMeeting, startOf } from '../store';
import { LONGEST_NOTE } from '../work/merge-texts';

/**
 * The lead has told the citizen what was agreed at a meeting that was held without them, and notes what they said. Once.
 * The caller must have been found to have the right.
 */
export async function noteCitizenTalk(
  unit: Unit,
  meetingId: string,
  noted: { readonly on: string; readonly said: string },
  byId: string,
): Promise<Refused | undefined> {
  const { tx, tenantId } = unit;
  await lockMeeting(unit, meetingId);
  const found = (await loadMeetings(unit, [meetingId])).get(meetingId);
  if (found?.meeting.status !== 'held') return { code: 'closed' };
  if ((await tx.citizenTalk.count({ where: { tenantId, meetingId } })) > 0) return { code: 'closed' };
  const faults: Record<string, string> = {};
  if (!isDay(noted.on)) faults.on = 'bad-date';
  else if (noted.on > unit.today) faults.on = 'future-date';
  else if (noted.on < dayOf(startOf(found.meeting))) faults.on = 'before-meeting';
  if (noted.said.trim() === '') faults.said = 'words-missing';
  else if (noted.said.length > LONGEST_NOTE) faults.said = 'too-long';
  if (Object.keys(faults).length > 0 || !isDay(noted.on)) return { code: 'form', faults };
  const id = unit.house.newId();
  await tx.citizenTalk.create({
    data: {
      tenantId,
      id,
      meetingId,
      heldOn: dateFromDay(noted.on),
      saidSealed: unit.seal('citizen_talk', 'said_sealed', id, noted.said.trim()),
      byId,
      at: unit.now,
    },
  });
  await settle(
    unit,
    { matterKind: 'meeting', matterIds: [meetingId], kind: 'citizen-talk' },
    { status: 'met', byId, because: 'talked' },
  );
  unit.audit({
    act: 'citizen-talk.note',
    actorId: byId,
    matterKind: 'meeting',
    matterId: meetingId,
    pathwayId: found.meeting.pathwayId,
    codes: [noted.on],
  });
  await touchCards(unit, 'meeting', [meetingId]);
  return undefined;
}
