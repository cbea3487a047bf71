import { openAgreements } from '../../agreements/add-agreement';
import type { Refused } from '../../capability';
import type { Unit } from '../../db/unit';
import { recordDocument } from '../../documents/record-document';
import { queueJournal } from '../../journal/queue-journal';
import { touchCards } from '../../messages/touch';
import { openObligation } from '../../obligations/open';
import { organisation } from '../../people/organisation';
import { may } from '../../people/rights';
import { dayOf, type Moment } from '../../time/moment';
import { spanFrom } from '../../time/span';
import { addWorkingDays, onOrBefore } from '../../time/working-calendar';
import { endMeeting, mayKeepAbsences } from '../change/end-meeting';
import { isClosed } from '../rules';
import { standingsAt } from '../standing';
import { loadMeetings, lockMeeting, type MeetingCase, startOf } from '../store';
import { type Gathered, gather, type MeetingParts } from './gathered';
import { noteRepresentation } from './note-representation';
import { recordOf } from './record-of';
import { counts } from './rules';

/** Working days before the next date by which it is called at the latest: time to answer, and to find a colleague. */
const CALL_AHEAD = 10;

/**
 * Closes a meeting: its record goes to the team and to the journal, what was agreed is owed from now on, and what the model
 * lets follow is opened. The caller must have been found to have the right. A second closing changes nothing.
 * @returns why it cannot be closed yet; `lacking` names what is missing
 */
export async function closeMeeting(
  unit: Unit,
  meetingId: string,
  parts: MeetingParts,
  byId: string,
): Promise<Refused | undefined> {
  const { tx, tenantId } = unit;
  await lockMeeting(unit, meetingId);
  const found = (await loadMeetings(unit, [meetingId])).get(meetingId);
  if (!found) return { code: 'closed' };
  if (isClosed(found.meeting)) return found.meeting.status === 'held' ? undefined : { code: 'closed' };
  if (found.meeting.status === 'called') return { code: 'not-open' };
  const gathered = await gather(unit, found, parts);
  if (gathered.lacking.length + gathered.open.size > 0) return { code: 'lacking' };

  const content = await recordOf(unit, found, gathered, parts.sections, byId);
  const pdf = await recordDocument(content, 'da');
  // Who is there decides who was represented, and is forgotten with the closing.
  if (mayKeepAbsences(unit.policy, unit.today)) await noteRepresentation(unit, found, gathered);
  // Before the sections hear of it: whether it counts is part of what they hear.
  await tx.meeting.update({
    where: { tenantId_id: { tenantId, id: meetingId } },
    data: {
      closedAt: unit.now,
      closedById: byId,
      counts: counts({ citizenTakesPart: gathered.takesPart, citizenThere: gathered.held.citizenThere }),
    },
  });
  await endMeeting(unit, found, 'held', byId, parts.sections);
  await openAgreements(unit, found.known, meetingId);
  const hash = await queueJournal(unit, {
    pathwayId: found.meeting.pathwayId,
    subjectKind: 'record',
    subjectId: meetingId,
    version: 1,
    pdf,
    body: content,
  });
  const id = unit.house.newId();
  await tx.record.create({
    data: {
      tenantId,
      id,
      meetingId,
      version: 1,
      contentSealed: unit.seal('record', 'content_sealed', id, JSON.stringify(content)),
      documentHash: hash,
      byId,
      at: unit.now,
    },
  });
  await sendRecord(unit, meetingId, byId);
  await openFollowing(unit, found, gathered);
  unit.audit({
    act: 'meeting.close',
    actorId: byId,
    matterKind: 'meeting',
    matterId: meetingId,
    pathwayId: found.meeting.pathwayId,
    codes: [gathered.held.citizenThere ?? 'without'],
  });
  await touchCards(unit, 'meeting', [meetingId]);
  return undefined;
}

/** The record to the team and to whoever was invited and still may see it; to those who rest, one line in the morning. */
async function sendRecord(unit: Unit, meetingId: string, byId: string): Promise<void> {
  const { tx, tenantId } = unit;
  // As it stands after the closing: a ground for this meeting only has ended with it.
  const found = (await loadMeetings(unit, [meetingId])).get(meetingId);
  if (!found) return;
  const org = await organisation(unit);
  const { pathway, seats, resting } = found.known;
  const wanted = [pathway.leadId, pathway.coLeadId, ...seats, ...found.invitations.map((one) => one.personId)];
  for (const personId of new Set(wanted.flatMap((one) => one ?? []))) {
    if (!may('meeting.see', standingsAt(found, personId, org))) continue;
    if (resting.has(personId)) {
      await tx.digestLine.createMany({
        data: [
          {
            tenantId,
            id: unit.house.newId(),
            personId,
            matterKind: 'meeting',
            matterId: meetingId,
            noticeId: 'meeting-held',
            at: unit.now,
          },
        ],
        skipDuplicates: true,
      });
    } else if (personId !== byId) {
      unit.message({
        naturalKey: `record:${meetingId}:1:${personId}`,
        personId,
        class: 'notice',
        kind: 'record',
        matterKind: 'meeting',
        matterId: meetingId,
        pathwayId: pathway.id,
      });
    }
  }
}

/** What a meeting makes the lead owe: the talk with the citizen where they were not there, and the calling of the next date. */
async function openFollowing(
  unit: Unit,
  { meeting, known }: MeetingCase,
  { kind, model, held }: Gathered,
): Promise<void> {
  const org = await organisation(unit);
  const lead = { ownerRole: 'lead', ownerId: known.pathway.leadId, pathwayId: meeting.pathwayId } as const;
  const talk = kind?.follows.find((one) => one.what === 'citizen-talk');
  if (talk?.what === 'citizen-talk') {
    await openObligation(unit, {
      ...lead,
      kind: 'citizen-talk',
      matterKind: 'meeting',
      matterId: meeting.id,
      round: 1,
      anchors: { due: spanFrom(dayOf(startOf(meeting)), talk.within, org.house) },
    });
  }
  if (held.next !== null && !(await isCalled(unit, meeting.pathwayId, held.next))) {
    const next = model?.meetings.find((one) => one.kind === (meeting.nextKind ?? meeting.kindKey));
    const usual = addWorkingDays(org.house, dayOf(held.next), -CALL_AHEAD);
    const noticed =
      next?.notice === undefined
        ? usual
        : onOrBefore(org.house, spanFrom(dayOf(held.next), next.notice, org.house, true));
    const callBy = noticed < usual ? noticed : usual;
    await openObligation(unit, {
      ...lead,
      kind: 'next-meeting',
      matterKind: 'pathway',
      matterId: meeting.pathwayId,
      round: meeting.number,
      anchors: { due: callBy > unit.today ? callBy : addWorkingDays(org.house, unit.today, 1) },
    });
  }
}

/** Whether the next date stands called already. */
async function isCalled(unit: Unit, pathwayId: string, at: Moment): Promise<boolean> {
  const same = { tenantId: unit.tenantId, pathwayId, status: 'called', localStart: at };
  return (await unit.tx.meeting.count({ where: same })) > 0;
}
