import type { Meeting } from '../../../prisma/generated/client';
import type { Unit } from '../../db/unit';
import { touchCards } from '../../messages/touch';
import { openObligation } from '../../obligations/open';
import { moveAnchor, settle } from '../../obligations/settle';
import { citizenTakesPart, type MeetingKind, type Model } from '../../pathways/models';
import { type Organisation, organisation } from '../../people/organisation';
import { dayFromDate } from '../../time/day';
import { dayOf, type Moment, toInstant } from '../../time/moment';
import { spanFrom } from '../../time/span';
import { stepInvitation } from '../answers/step-invitation';
import { recordDue } from '../call/call-meeting';
import { type Clash, clashesAt, clashKeys } from '../call/clashes';
import { movePreparations } from '../owed/prepare';
import { isClosed, readWhen } from '../rules';
import { type MeetingSection, tellSections } from '../section';
import { mayShareWith } from '../standing';
import { activeStandIn, loadMeetings, lockMeeting, type MeetingCase, startOf } from '../store';
import { tellCalendars } from './calendars';

export type Moved = {
  readonly date: string;
  readonly time: string;
  readonly agreedWithCitizen: boolean;
  readonly version: number;
  /** The clashes that were on the form when it was sent. */
  readonly seen: string;
};

/**
 * Moves a meeting. Whoever has not answered owes the answer to the new date; whoever had answered is asked anew, with the
 * old answer shown. Never counts as an absence of anybody.
 * @returns input id to code of what is wrong; `''` concerns the whole; empty when it is moved
 */
export async function moveMeeting(
  unit: Unit,
  meetingId: string,
  model: Model,
  moved: Moved,
  byId: string,
  sections: readonly MeetingSection[],
): Promise<Record<string, string>> {
  const { tx, tenantId } = unit;
  await lockMeeting(unit, meetingId);
  const found = (await loadMeetings(unit, [meetingId])).get(meetingId);
  if (!found || isClosed(found.meeting)) return { '': 'closed' };
  const { meeting } = found;
  const lapsed = meeting.status !== 'called';
  const kind = model.meetings.find((one) => one.kind === meeting.kindKey);
  if (meeting.version !== moved.version) return { '': 'changed-meanwhile' };
  const org = await organisation(unit);
  const faults: Record<string, string> = {};
  const when = readWhen(moved, unit.moment, org.house);
  if ('fault' in when) faults[when.input] = when.fault;
  else if (when.at === meeting.localStart) faults.date = 'same-time';
  if (citizenTakesPart(model, kind) && !moved.agreedWithCitizen) faults.agreed = 'citizen-not-asked';
  if (!('fault' in when) && isTooSoon(unit, meeting, kind, when.at, org)) faults.date = 'notice-too-short';
  if (Object.keys(faults).length > 0 || 'fault' in when) return faults;
  const seen = new Set(moved.seen.split(' '));
  const clashes = await clashesOfMove(unit, found, when.at);
  if (clashKeys(when.at, clashes).some((key) => !seen.has(key))) return { clashes: 'clash' };

  const sequence = meeting.sequence + 1;
  const row = await tx.meeting.update({
    where: { tenantId_id: { tenantId, id: meetingId } },
    data: {
      startsAt: toInstant(when.at, unit.policy.zone),
      localStart: when.at,
      agreedWithCitizen: moved.agreedWithCitizen,
      // It may have been opened already: the citizen did not come, and it is held another day.
      status: 'called',
      openedAt: null,
      citizenThere: null,
      citizenAskedOn: null,
      sequence,
      round: meeting.round + 1,
      version: meeting.version + 1,
    },
  });
  await tx.meetingMove.create({
    data: {
      tenantId,
      id: unit.house.newId(),
      meetingId,
      sequence,
      fromLocal: meeting.localStart,
      toLocal: when.at,
      byId,
      at: unit.now,
    },
  });
  const now: MeetingCase = { ...found, meeting: row };
  await moveOwn(unit, row, meeting.status, byId);
  await tellSections(sections, unit, now, { is: 'moved', byId });
  await movePreparations(unit, row, kind, lapsed, {
    leadId: found.known.pathway.leadId,
    invited: found.invitations
      .filter((one) => one.status !== 'lead' && mayShareWith(now, one.departmentId))
      .map((one) => one.personId),
  });
  for (const invitation of found.invitations) {
    if (invitation.status === 'lead') continue;
    if (await stepInvitation(unit, now, invitation, { kind: 'moved', lapsed }, byId)) continue;
    // Not answered yet: the same asking, to the new date; the person sees it on a new card, not only in the old one.
    await moveAnchor(unit, { matterKind: 'invitation', matterIds: [invitation.id] }, 'meeting', when.at);
    await tellMoved(unit, row, { kind: 'invitation', matterId: invitation.id, personId: invitation.personId });
    const colleague = activeStandIn(found, invitation.id);
    if (colleague) {
      await moveAnchor(unit, { matterKind: 'stand-in', matterIds: [colleague.id] }, 'meeting', when.at);
      await tellMoved(unit, row, { kind: 'stand-in', matterId: colleague.id, personId: colleague.personId });
    }
  }
  await tellExternals(unit, row);
  await tellCalendars(unit, row, 'request');
  unit.audit({
    act: 'meeting.move',
    actorId: byId,
    matterKind: 'meeting',
    matterId: meetingId,
    pathwayId: meeting.pathwayId,
    codes: [String(sequence)],
  });
  await touchCards(unit, 'pathway', [meeting.pathwayId]);
  await touchCards(unit, 'meeting', [meetingId]);
  await touchCards(unit, 'meeting-form', [meetingId]);
  await touchCards(
    unit,
    'invitation',
    found.invitations.map((one) => one.id),
  );
  await touchCards(
    unit,
    'stand-in',
    found.standIns.map((one) => one.id),
  );
  return {};
}

/** Whoever is invited, or leads, and cannot at another time of the meeting. */
export function clashesOfMove(unit: Unit, { meeting, known, invitations }: MeetingCase, at: Moment): Promise<Clash[]> {
  const { leadId } = known.pathway;
  const asked = invitations.filter((one) => one.status !== 'closed').map((one) => one.personId);
  const attending = new Set([...asked, ...(leadId === null ? [] : [leadId])]);
  return clashesAt(unit, [...attending], { at, duration: meeting.duration, butMeetingId: meeting.id });
}

/** The model gives the citizen time before a meeting: one is not moved forward into that time. */
function isTooSoon(
  unit: Unit,
  meeting: Meeting,
  kind: MeetingKind | undefined,
  at: Moment,
  org: Organisation,
): boolean {
  if (kind?.notice === undefined || at >= startOf(meeting)) return false;
  return dayOf(at) < spanFrom(unit.today, kind.notice, org.house);
}

/** The meeting's own: its end, and its record. What had lapsed is owed anew. */
async function moveOwn(unit: Unit, meeting: Meeting, before: string, byId: string): Promise<void> {
  const { tx, tenantId } = unit;
  const at = startOf(meeting);
  await moveAnchor(unit, { matterKind: 'meeting', matterIds: [meeting.id], kind: 'meeting-start' }, 'meeting', at);
  await moveRecord(unit, meeting, byId);
  await tx.presence.deleteMany({ where: { tenantId, meetingId: meeting.id } });
  // Its end had been noticed already: it is to be noticed again.
  if (before !== 'past') return;
  await openObligation(unit, {
    kind: 'meeting-start',
    matterKind: 'meeting',
    matterId: meeting.id,
    round: meeting.round,
    ownerRole: 'house',
    ownerId: null,
    pathwayId: meeting.pathwayId,
    anchors: { meeting: at },
  });
}

/**
 * The record is owed of the new date. One that was late already is asked for anew: a ladder that has come to its late rungs
 * would not give the lead the card of the new day.
 */
async function moveRecord(unit: Unit, meeting: Meeting, byId: string): Promise<void> {
  const which = { matterKind: 'meeting', matterIds: [meeting.id], kind: 'meeting-record' };
  const anchors = { meeting: startOf(meeting), due: recordDue(await organisation(unit), startOf(meeting)) };
  const owed = await unit.tx.obligation.findFirst({
    where: { tenantId: unit.tenantId, matterKind: 'meeting', matterId: meeting.id, kind: which.kind, closedAt: null },
  });
  if (owed?.dueOn && dayFromDate(owed.dueOn) < unit.today) {
    await settle(unit, which, { status: 'cancelled', byId, because: 'moved' });
    await openObligation(unit, {
      kind: which.kind,
      matterKind: 'meeting',
      matterId: meeting.id,
      round: meeting.round,
      ownerRole: 'lead',
      ownerId: owed.ownerId,
      pathwayId: meeting.pathwayId,
      anchors,
    });
    return;
  }
  await moveAnchor(unit, which, 'meeting', anchors.meeting);
  await moveAnchor(unit, which, 'due', anchors.due);
}

/** Externals hear of the new date by e-mail. */
async function tellExternals(unit: Unit, meeting: Meeting): Promise<void> {
  const rows = await unit.tx.externalInvitation.findMany({
    where: { tenantId: unit.tenantId, meetingId: meeting.id, withdrawnAt: null },
  });
  for (const row of rows) {
    unit.message({
      naturalKey: `external:${row.id}:${meeting.sequence}`,
      personId: null,
      externalId: row.externalId,
      channel: 'mail',
      class: 'summons',
      kind: 'external-moved',
      matterKind: 'external-invitation',
      matterId: row.id,
      pathwayId: meeting.pathwayId,
    });
  }
}

/**
 * The card of an asking, once more, with the new date. One that still waits to be sent (called in the evening, moved in the
 * evening) is drawn with the new date anyway: a second one would say the same.
 */
async function tellMoved(
  unit: Unit,
  meeting: Meeting,
  asked: { readonly kind: 'invitation' | 'stand-in'; readonly matterId: string; readonly personId: string },
): Promise<void> {
  const { kind, matterId, personId } = asked;
  const waiting = await unit.tx.$queryRaw<{ id: string }[]>`
    select id from message where tenant_id = ${unit.tenantId}::uuid and person_id = ${personId}::uuid and kind = ${kind}
      and matter_id = ${matterId}::uuid and channel = 'teams' and class = 'summons' and status = 'queued' for update`;
  if (waiting.length > 0) return;
  unit.message({
    naturalKey: `moved:${matterId}:${meeting.sequence}`,
    personId,
    class: 'summons',
    kind,
    matterKind: kind,
    matterId,
    pathwayId: meeting.pathwayId,
  });
}
