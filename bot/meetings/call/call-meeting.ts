import type { Meeting } from '../../../prisma/generated/client';
import type { Unit } from '../../db/unit';
import { touchCards } from '../../messages/touch';
import { openObligation } from '../../obligations/open';
import { settle } from '../../obligations/settle';
import { freezeModel } from '../../pathways/freeze-model';
import { GIVEN_BY } from '../../pathways/ground-rules';
import { holdPathways } from '../../pathways/hold';
import { citizenTakesPart, type MeetingKind, type Model } from '../../pathways/models';
import { registerGround } from '../../pathways/register-ground';
import type { PathwayWithTeam } from '../../pathways/standing';
import { type Organisation, organisation } from '../../people/organisation';
import { dayOf, type Moment, toInstant } from '../../time/moment';
import { addWorkingDays } from '../../time/working-calendar';
import { tellCalendars } from '../change/calendars';
import { openPreparations } from '../owed/prepare';
import { type MeetingSection, tellSections } from '../section';
import { loadMeetings } from '../store';
import { saveNote } from '../work/notes';
import { type CallFaults, faultsOfCall, invitedOf } from './call-faults';
import { clashesAt, clashKeys } from './clashes';

export const ROLES = ['leader', 'facilitator', 'note-taker'] as const;
export type Role = (typeof ROLES)[number];

export type Called = {
  /** Becomes the meeting's id: the same form pressed again is the same meeting. */
  readonly meetingId: string;
  readonly kind: string;
  readonly date: string;
  readonly time: string;
  readonly duration: number;
  /** `place`, `online`, or `home`: at the citizen's home, which never carries the address. */
  readonly where: string;
  readonly place: string;
  readonly agreedWithCitizen: boolean;
  /** What the citizen says beforehand, where they do not take part. */
  readonly citizenView: string;
  readonly guests: string;
  readonly invited: readonly { readonly personId: string; readonly why: string }[];
  readonly externals: readonly { readonly externalId: string; readonly why: string }[];
  /** Who has which role; '' for nobody. */
  readonly roles: Readonly<Record<Role, string>>;
  /** The citizen said yes to sharing at this meeting, for those whom no lasting ground reaches; and who gave it. */
  readonly meetingGround: boolean;
  readonly givenBy: string;
  /** The clashes that were on the form when it was sent. */
  readonly seen: string;
};

const LONGEST_WHY = 500;
const LONGEST_PLACE = 200;

/**
 * Calls a cross-department meeting: everybody invited gets a card of their own and owes an answer. The caller must have
 * been found to have the right. A second call with the same id changes nothing.
 * @returns what is wrong with the form; empty when the meeting is called
 */
export async function callMeeting(
  unit: Unit,
  known: PathwayWithTeam,
  model: Model,
  called: Called,
  { byId, sections }: { readonly byId: string; readonly sections: readonly MeetingSection[] },
): Promise<CallFaults> {
  const { tx, tenantId } = unit;
  const { pathway } = known;
  const org = await organisation(unit);
  // Two forms of one pathway at once: numbers are given one after the other.
  await holdPathways(unit, [pathway.id]);
  if ((await tx.meeting.count({ where: { tenantId, id: called.meetingId } })) > 0) return {};

  const { faults, at } = faultsOfCall(unit, org, called, { known, model, byId });
  const kind = model.meetings.find((one) => one.kind === called.kind);
  if (Object.keys(faults).length > 0 || at === undefined || !kind) return faults;
  const invited = invitedOf(called, known, byId);
  const clashes = await clashesAt(
    unit,
    [...invited.map((one) => one.personId), ...(pathway.leadId === null ? [] : [pathway.leadId])],
    { at, duration: called.duration },
  );
  const seen = new Set(called.seen.split(' '));
  if (clashKeys(at, clashes).some((key) => !seen.has(key))) return { clashes: 'clash' };

  const meeting = await createMeeting(unit, known, model, kind, called, at, byId);
  await invitePeople(unit, known, org, meeting, invited, byId);
  await inviteExternals(unit, meeting, called.externals);
  if (called.meetingGround) await noteMeetingGround(unit, known, org, meeting, called, byId);
  await openOwn(unit, known, org, meeting);
  await openPreparations(unit, meeting, kind, {
    leadId: pathway.leadId,
    invited: invited.map((one) => one.personId),
  });
  // The next date that was agreed is called by this.
  await settle(
    unit,
    { matterKind: 'pathway', matterIds: [pathway.id], kind: 'next-meeting' },
    { status: 'met', byId, because: 'called' },
  );
  const stands = (await loadMeetings(unit, [meeting.id])).get(meeting.id);
  if (stands) await tellSections(sections, unit, stands, { is: 'called', byId });
  await tellCalendars(unit, meeting, 'request');
  await touchCards(unit, 'pathway', [pathway.id]);
  unit.audit({
    act: 'meeting.call',
    actorId: byId,
    matterKind: 'meeting',
    matterId: meeting.id,
    pathwayId: pathway.id,
    codes: [kind.kind, dayOf(at), ...invited.map((one) => one.personId)],
  });
  return {};
}

async function createMeeting(
  unit: Unit,
  { pathway }: PathwayWithTeam,
  model: Model,
  kind: MeetingKind,
  called: Called,
  at: Moment,
  byId: string,
): Promise<Meeting> {
  const { tx, tenantId } = unit;
  const id = called.meetingId;
  const last = await tx.meeting.aggregate({ where: { tenantId, pathwayId: pathway.id }, _max: { number: true } });
  const place = called.where === 'place' ? called.place.trim().slice(0, LONGEST_PLACE) : '';
  const guests = called.guests.trim().slice(0, LONGEST_PLACE);
  const meeting = await tx.meeting.create({
    data: {
      tenantId,
      id,
      pathwayId: pathway.id,
      number: (last._max.number ?? 0) + 1,
      kindKey: kind.kind,
      releaseId: await freezeModel(unit, model),
      status: 'called',
      startsAt: toInstant(at, unit.policy.zone),
      localStart: at,
      zone: unit.policy.zone,
      duration: called.duration,
      online: called.where === 'online',
      placeSealed: place === '' ? null : unit.seal('meeting', 'place_sealed', id, place),
      guestsSealed: guests === '' ? null : unit.seal('meeting', 'guests_sealed', id, guests),
      agreedWithCitizen: called.agreedWithCitizen,
      calledById: byId,
      calledAt: unit.now,
    },
  });
  await tx.agendaItem.createMany({
    data: kind.agenda.map((item, index) => ({
      tenantId,
      id: unit.house.newId(),
      meetingId: id,
      n: index + 1,
      key: item.key,
      title: item.title,
      duration: item.duration,
    })),
  });
  await tx.meetingRole.createMany({
    data: ROLES.flatMap((role) =>
      called.roles[role] === ''
        ? []
        : [{ tenantId, id: unit.house.newId(), meetingId: id, role, personId: called.roles[role] }],
    ),
  });
  if (!citizenTakesPart(model, kind) && called.citizenView.trim() !== '')
    await saveNote(unit, { meetingId: id, place: 'citizen-words', version: 0, text: called.citizenView, byId });
  return meeting;
}

async function invitePeople(
  unit: Unit,
  { pathway }: PathwayWithTeam,
  org: Organisation,
  meeting: Meeting,
  invited: Called['invited'],
  byId: string,
): Promise<void> {
  const { tx, tenantId } = unit;
  const leads = pathway.leadId === null ? [] : [{ personId: pathway.leadId, why: '', status: 'lead' }];
  const rows = [
    ...leads,
    ...invited.map((one) => ({ ...one, status: one.personId === byId ? 'coming' : 'asked' })),
  ].map((one) => ({ ...one, id: unit.house.newId() }));
  await tx.invitation.createMany({
    data: rows.map((one) => ({
      tenantId,
      id: one.id,
      meetingId: meeting.id,
      personId: one.personId,
      departmentId: org.people.get(one.personId)?.departmentId ?? pathway.departmentId,
      whySealed: unit.seal('invitation', 'why_sealed', one.id, one.why.trim().slice(0, LONGEST_WHY)),
      status: one.status,
    })),
  });
  for (const one of rows) {
    if (one.status !== 'asked') continue;
    await openObligation(unit, {
      kind: 'invitation-answer',
      matterKind: 'invitation',
      matterId: one.id,
      round: 1,
      ownerRole: 'person',
      ownerId: one.personId,
      pathwayId: pathway.id,
      anchors: { meeting: meeting.localStart as Moment },
      card: { kind: 'invitation', class: 'summons' },
    });
  }
}

/** Externals are invited by e-mail: they advise, and owe no answer. */
async function inviteExternals(unit: Unit, meeting: Meeting, externals: Called['externals']): Promise<void> {
  for (const one of externals) {
    const id = unit.house.newId();
    await unit.tx.externalInvitation.create({
      data: {
        tenantId: unit.tenantId,
        id,
        meetingId: meeting.id,
        externalId: one.externalId,
        whySealed: unit.seal('external_invitation', 'why_sealed', id, one.why.trim().slice(0, LONGEST_WHY)),
      },
    });
    unit.message({
      naturalKey: `external:${id}:${meeting.sequence}`,
      personId: null,
      externalId: one.externalId,
      channel: 'mail',
      class: 'summons',
      kind: 'external-invitation',
      matterKind: 'external-invitation',
      matterId: id,
      pathwayId: meeting.pathwayId,
    });
  }
}

/** "To this meeting only": for those of the invited whom no lasting ground reaches. */
async function noteMeetingGround(
  unit: Unit,
  known: PathwayWithTeam,
  org: Organisation,
  meeting: Meeting,
  called: Called,
  byId: string,
): Promise<void> {
  const departmentIds = called.invited.flatMap((one) => {
    const department = org.people.get(one.personId)?.departmentId;
    return department === undefined || known.grounds.has(department) ? [] : [department];
  });
  const externalIds = called.externals.flatMap(({ externalId }) =>
    known.externalGrounds.has(externalId) ? [] : [externalId],
  );
  if (departmentIds.length + externalIds.length === 0) return;
  const faults = await registerGround(
    unit,
    known,
    {
      id: unit.house.newId(),
      kind: 'meeting',
      meetingId: meeting.id,
      givenBy: GIVEN_BY.find((giver) => giver === called.givenBy) ?? null,
      law: '',
      departmentIds,
      externalIds,
      lastOn: null,
      bornOn: null,
    },
    byId,
  );
  if (Object.keys(faults).length > 0) throw new Error('A ground was refused that the form had been checked for');
}

/** What the meeting itself makes happen: its end is noticed, and the lead owes its record. */
async function openOwn(unit: Unit, { pathway }: PathwayWithTeam, org: Organisation, meeting: Meeting): Promise<void> {
  const at = meeting.localStart as Moment;
  const own = { matterKind: 'meeting', matterId: meeting.id, pathwayId: pathway.id };
  await openObligation(unit, {
    ...own,
    kind: 'meeting-start',
    round: 1,
    ownerRole: 'house',
    ownerId: null,
    anchors: { meeting: at },
  });
  await openObligation(unit, {
    ...own,
    kind: 'meeting-record',
    round: 1,
    ownerRole: 'lead',
    ownerId: pathway.leadId,
    anchors: { meeting: at, due: recordDue(org, at) },
  });
}

/** The record is to stand at the end of the working day after the meeting. */
export const recordDue = (org: Organisation, at: Moment) => addWorkingDays(org.house, dayOf(at), 1);
