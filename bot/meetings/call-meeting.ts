import type { Unit } from '../db/unit';
import { touchCards } from '../messages/touch';
import { openObligation } from '../obligations/open';
import type { Model } from '../pathways/models';
import type { PathwayWithTeam } from '../pathways/standing';
import { organisation } from '../people/organisation';
import { dayOf, toInstant } from '../time/moment';
import { readWhen } from './rules';

export type Called = {
  /** Becomes the meeting's id: the same form pressed again is the same meeting. */
  readonly meetingId: string;
  readonly kind: string;
  readonly date: string;
  readonly time: string;
  readonly duration: number;
  readonly online: boolean;
  readonly place: string;
  readonly agreedWithCitizen: boolean;
  readonly invited: readonly { readonly personId: string; readonly why: string }[];
};

/** Input id to the code of what is wrong with it. */
export type CallFaults = Readonly<Record<string, string>>;

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
  byId: string,
): Promise<CallFaults> {
  const { tx, tenantId } = unit;
  const { pathway } = known;
  const org = await organisation(unit);
  // Two forms of one pathway at once: numbers are given one after the other.
  await tx.$queryRaw`select id from pathway where tenant_id = ${tenantId}::uuid and id = ${pathway.id}::uuid for update`;
  if ((await tx.meeting.count({ where: { tenantId, id: called.meetingId } })) > 0) return {};

  const faults: Record<string, string> = {};
  const when = readWhen(called, unit.moment, org.house);
  if ('fault' in when) faults[when.input] = when.fault;
  const kind = model.meetings.find((one) => one.kind === called.kind);
  if (!kind) faults.kind = 'closed';
  if (!Number.isInteger(called.duration) || called.duration < 15 || called.duration > 480)
    faults.duration = 'bad-duration';
  if (!called.online && called.place.trim() === '') faults.place = 'place-missing';
  if (model.citizen === 'always' && !called.agreedWithCitizen) faults.agreed = 'citizen-not-asked';
  const invited = called.invited.filter((one) => one.personId !== byId && one.personId !== pathway.leadId);
  if (invited.length === 0) faults.members = 'no-one-invited';
  for (const one of invited) {
    const department = org.people.get(one.personId)?.departmentId ?? '';
    const seated = known.seats.includes(one.personId) || pathway.coLeadId === one.personId;
    if (!seated || !org.isHere(one.personId)) faults[`come-${one.personId}`] = 'left';
    else if (!known.grounds.has(department)) faults[`come-${one.personId}`] = 'no-ground';
    else if (one.why.trim() === '') faults[`why-${one.personId}`] = 'why-missing';
  }
  if (Object.keys(faults).length > 0 || 'fault' in when || !kind) return faults;

  const number =
    (await tx.meeting.aggregate({ where: { tenantId, pathwayId: pathway.id }, _max: { number: true } }))._max.number ??
    0;
  const place = called.place.trim().slice(0, LONGEST_PLACE);
  await tx.meeting.create({
    data: {
      tenantId,
      id: called.meetingId,
      pathwayId: pathway.id,
      number: number + 1,
      kindKey: kind.kind,
      status: 'called',
      startsAt: toInstant(when.at, unit.policy.zone),
      localStart: when.at,
      zone: unit.policy.zone,
      duration: called.duration,
      online: called.online,
      placeSealed: place === '' ? null : unit.seal('meeting', 'place_sealed', called.meetingId, place),
      agreedWithCitizen: called.agreedWithCitizen,
      calledById: byId,
      calledAt: unit.now,
    },
  });
  const leads = pathway.leadId === null ? [] : [{ personId: pathway.leadId, why: '', status: 'lead' }];
  const rows = [
    ...leads,
    ...invited.map((one) => ({ ...one, status: one.personId === byId ? 'coming' : 'asked' })),
  ].map((one) => ({
    ...one,
    id: unit.house.newId(),
  }));
  await tx.invitation.createMany({
    data: rows.map((one) => ({
      tenantId,
      id: one.id,
      meetingId: called.meetingId,
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
      anchors: { meeting: when.at },
      card: { kind: 'invitation', class: 'summons' },
    });
  }
  await openObligation(unit, {
    kind: 'meeting-start',
    matterKind: 'meeting',
    matterId: called.meetingId,
    round: 1,
    ownerRole: 'house',
    ownerId: null,
    pathwayId: pathway.id,
    anchors: { meeting: when.at },
  });
  await touchCards(unit, 'pathway', [pathway.id]);
  unit.audit({
    act: 'meeting.call',
    actorId: byId,
    matterKind: 'meeting',
    matterId: called.meetingId,
    pathwayId: pathway.id,
    codes: [kind.kind, dayOf(when.at), ...invited.map((one) => one.personId)],
  });
  return {};
}
