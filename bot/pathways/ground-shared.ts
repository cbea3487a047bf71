import type { SharedLine } from '../../cards/pathways/ground-shared';
import type { AuditRow, Message } from '../../prisma/generated/client';
import type { Unit } from '../db/unit';
import { organisation } from '../people/organisation';
import { type Day, dayFromDate } from '../time/day';
import { dayOf, momentAt, toInstant, toMoment } from '../time/moment';
import { externalsOf } from './externals';
import { type GroundRow, type PathwayWithTeam, reachOf } from './standing';

type Seen = {
  pathway: boolean;
  listed: boolean;
  agreements: boolean;
  notices: boolean;
  meetings: Set<number>;
  records: Set<number>;
};

export type SharedUnder = { readonly from: Day; readonly to: Day; readonly people: readonly SharedLine[] };

/** Acts of the audit log by which somebody saw a list; its codes name what stood on it. */
const LISTS = ['pathway.list', 'meeting.list'];
/** Leaders are told of a matter by notices: the reference, the kind, the date, the role and the person. */
const NOTICES = /^(?:representation|not-represented|notice\b|digest)/;

/**
 * What was shared with people of the departments (and with the externals) that a ground reaches, while it held: what they
 * looked at by the audit log, and what was delivered to them. The leads, who see by their role, are left out.
 */
export async function sharedUnder(unit: Unit, known: PathwayWithTeam, ground: GroundRow): Promise<SharedUnder> {
  const { tx, tenantId } = unit;
  const { pathway } = known;
  const { zone } = unit.policy;
  const reach = reachOf(ground);
  const from = dayFromDate(ground.notedOn);
  const start = toInstant(momentAt(from, '00:00'), zone);
  const ended = reach.untilOn === null ? unit.now : toInstant(momentAt(reach.untilOn, '00:00'), zone);
  const end = new Date(Math.min(ended.getTime(), (ground.withdrawnAt ?? unit.now).getTime(), unit.now.getTime()));
  const within = { gte: start, lte: end };

  const places = await placesOf(unit, pathway.id);
  const departments = reach.departmentIds.filter((id) => id !== pathway.departmentId);
  const people = await peopleOf(unit, pathway.id, departments, [pathway.leadId, pathway.coLeadId]);
  const ids = [...people.keys()];
  const mentions = [pathway.id, ...places.meetings.keys()];
  const looked: AuditRow[] = await tx.auditRow.findMany({
    where: {
      tenantId,
      at: within,
      OR: [
        { pathwayId: pathway.id, actorId: { in: ids }, act: { endsWith: '.see' } },
        { act: { in: LISTS }, actorId: { in: ids }, codes: { hasSome: mentions } },
        { pathwayId: pathway.id, act: 'remind', codes: { hasSome: ids } },
      ],
    },
  });
  const got: Message[] = await tx.message.findMany({
    where: {
      tenantId,
      pathwayId: pathway.id,
      endedAt: within,
      status: { in: ['delivered', 'unsure'] },
      OR: [{ personId: { in: ids } }, { externalId: { in: [...reach.externalIds] } }],
    },
  });

  const seen = new Map<string, Seen>();
  const of = (id: string): Seen => {
    const found = seen.get(id) ?? {
      pathway: false,
      listed: false,
      agreements: false,
      notices: false,
      meetings: new Set(),
      records: new Set(),
    };
    seen.set(id, found);
    return found;
  };
  for (const row of looked) {
    if (row.act === 'remind') for (const id of row.codes.filter((code) => people.has(code))) of(id).notices = true;
    if (row.actorId === null) continue;
    const by = of(row.actorId);
    if (LISTS.includes(row.act)) {
      if (row.codes.includes(pathway.id)) by.listed = true;
      for (const code of row.codes) addNumber(by.meetings, places.meetings.get(code));
    } else if (NOTICES.test(row.act)) by.notices = true;
    else note(by, row.matterKind, row.matterId, places);
  }
  for (const message of got) {
    const by = of(message.personId ?? message.externalId ?? '');
    if (NOTICES.test(message.kind)) by.notices = true;
    else note(by, message.matterKind, message.matterId, places);
  }
  const outside = await externalsOf(unit, reach.externalIds);
  const lines = [...seen].flatMap(([id, what]): SharedLine[] => {
    const external = outside.get(id);
    const who = people.get(id) ?? (external && { name: external.name, department: external.role });
    if (!who) return [];
    return [{ ...who, ...what, meetings: inOrder(what.meetings), records: inOrder(what.records) }];
  });
  return {
    from,
    to: dayOf(toMoment(end, zone)),
    people: lines.sort((a, b) => a.department.localeCompare(b.department, 'da') || a.name.localeCompare(b.name, 'da')),
  };
}

const inOrder = (numbers: ReadonlySet<number>): number[] => [...numbers].sort((a, b) => a - b);

function addNumber(to: Set<number>, number: number | undefined): void {
  if (number !== undefined) to.add(number);
}

function note(by: Seen, matterKind: string, matterId: string | null, places: Places): void {
  const id = matterId ?? '';
  if (matterKind === 'record') addNumber(by.records, places.matters.get(id));
  else if (matterKind === 'agreement') by.agreements = true;
  else if (places.matters.has(id)) addNumber(by.meetings, places.matters.get(id));
  else by.pathway = true;
}

type Places = {
  /** Meetings of the pathway, by id, with their numbers. */
  readonly meetings: ReadonlyMap<string, number>;
  /** The same for whatever belongs to a meeting, and for the meetings themselves. */
  readonly matters: ReadonlyMap<string, number>;
};

async function placesOf(unit: Unit, pathwayId: string): Promise<Places> {
  const { tx, tenantId } = unit;
  const where = { tenantId, meeting: { pathwayId } };
  const select = { id: true, meetingId: true } as const;
  const rows = await tx.meeting.findMany({ where: { tenantId, pathwayId }, select: { id: true, number: true } });
  const meetings = new Map(rows.map((one) => [one.id, one.number]));
  const standIns = await tx.standIn.findMany({
    where: { tenantId, invitation: { meeting: { pathwayId } } },
    select: { id: true, invitation: { select: { meetingId: true } } },
  });
  const belonging = [
    ...(await tx.invitation.findMany({ where, select })),
    ...(await tx.externalInvitation.findMany({ where, select })),
    ...(await tx.preparation.findMany({ where, select })),
    ...(await tx.record.findMany({ where, select })),
    ...standIns.map((one) => ({ id: one.id, meetingId: one.invitation.meetingId })),
  ];
  const numbered = belonging.flatMap(({ id, meetingId }): [string, number][] => {
    const number = meetings.get(meetingId);
    return number === undefined ? [] : [[id, number]];
  });
  return { meetings, matters: new Map([...meetings, ...numbered]) };
}

/** Who belongs to these departments, or was invited (or came instead) for them while they did. */
async function peopleOf(
  unit: Unit,
  pathwayId: string,
  departmentIds: readonly string[],
  except: readonly (string | null)[],
): Promise<Map<string, { name: string; department: string }>> {
  const { tx, tenantId } = unit;
  const org = await organisation(unit);
  const invited = await tx.invitation.findMany({
    where: { tenantId, meeting: { pathwayId }, departmentId: { in: [...departmentIds] } },
    select: { personId: true, departmentId: true, standInInvitation: { select: { personId: true } } },
  });
  const found = new Map<string, { name: string; department: string }>();
  const add = (id: string, departmentId: string) => {
    const name = org.people.get(id)?.name;
    if (name === undefined || except.includes(id)) return;
    found.set(id, { name, department: org.departments.get(departmentId)?.name ?? '' });
  };
  for (const person of org.people.values())
    if (departmentIds.includes(person.departmentId)) add(person.id, person.departmentId);
  for (const one of invited)
    for (const id of [one.personId, ...one.standInInvitation.map((standIn) => standIn.personId)])
      if (!found.has(id)) add(id, one.departmentId);
  return found;
}
