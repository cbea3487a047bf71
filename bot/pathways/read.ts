import type { PathwaysView, PathwayView } from '../../cards/views';
import type { Unit } from '../db/unit';
import { organisation } from '../people/organisation';
import { may } from '../people/rights';
import { aliasOf, type PathwayWithTeam, pathwaysWithTeam, standingsIn, startOf } from './standing';

/** The pathways that somebody leads or takes part in, by reference. One audit row for the list. */
export async function pathwaysOf(unit: Unit, personId: string): Promise<PathwaysView> {
  const { tx, tenantId } = unit;
  const org = await organisation(unit);
  const seats = await tx.teamSeat.findMany({
    where: { tenantId, personId, untilOn: null },
    select: { pathwayId: true },
  });
  const own = org.hasRole(personId, 'case_administrator')
    ? [{ departmentId: org.people.get(personId)?.departmentId ?? '' }]
    : [];
  const rows = await tx.pathway.findMany({
    where: {
      tenantId,
      status: 'open',
      OR: [{ leadId: personId }, { coLeadId: personId }, { id: { in: seats.map((one) => one.pathwayId) } }, ...own],
    },
    select: { id: true },
    orderBy: { ref: 'asc' },
  });
  const known = await pathwaysWithTeam(
    unit,
    rows.map((row) => row.id),
  );
  const next = await tx.meeting.findMany({
    where: { tenantId, pathwayId: { in: rows.map((row) => row.id) }, status: 'called', startsAt: { gt: unit.now } },
    orderBy: { startsAt: 'desc' },
    select: { pathwayId: true, localStart: true },
  });
  const nextOf = new Map(next.map((one) => [one.pathwayId, one.localStart]));
  const items = rows.flatMap((row): PathwaysView['items'][number][] => {
    const one = known.get(row.id);
    if (!one) return [];
    const standings = standingsIn(one, personId, org);
    if (!may('pathway.see', standings)) return [];
    const role = standings.has('lead')
      ? 'lead'
      : standings.has('co-lead')
        ? 'co-lead'
        : standings.has('team')
          ? 'team'
          : 'administrator';
    return [
      { id: row.id, ref: one.pathway.ref, alias: aliasOf(unit, one.pathway), role, next: nextOf.get(row.id) ?? null },
    ];
  });
  unit.audit({
    act: 'pathway.list',
    actorId: personId,
    matterKind: 'pathway',
    matterId: null,
    codes: items.map((one) => one.id),
  });
  return { items };
}

/** The id of a pathway by its reference as people write it; undefined when there is none. */
export async function pathwayByRef(unit: Unit, ref: string): Promise<string | undefined> {
  // Prisma's case-insensitive `equals` is a pattern, in which `_` and `%` stand for anything.
  const [row] = await unit.tx.$queryRaw<{ id: string }[]>`
    select id from pathway where tenant_id = ${unit.tenantId}::uuid and lower(ref) = lower(${ref.trim()}) order by ref limit 1`;
  return row?.id;
}

/** A pathway's card for somebody who may see it; seeing it is written down. */
export async function pathwayView(
  unit: Unit,
  known: PathwayWithTeam,
  personId: string,
  modelName: string | undefined,
): Promise<PathwayView> {
  const { tx, tenantId } = unit;
  const { pathway } = known;
  const org = await organisation(unit);
  const meetings = await tx.meeting.findMany({
    where: { tenantId, pathwayId: pathway.id },
    orderBy: { startsAt: 'desc' },
    take: 6,
  });
  unit.audit({
    act: 'pathway.see',
    actorId: personId,
    matterKind: 'pathway',
    matterId: pathway.id,
    pathwayId: pathway.id,
  });
  const nameOf = (id: string | null) => (id === null ? null : (org.people.get(id)?.name ?? null));
  return {
    id: pathway.id,
    ref: pathway.ref,
    alias: aliasOf(unit, pathway),
    department: org.departments.get(pathway.departmentId)?.name ?? '',
    lead: nameOf(pathway.leadId),
    coLead: nameOf(pathway.coLeadId),
    model: pathway.model,
    startedOn: startOf(pathway),
    ended: pathway.status !== 'open',
    team: known.seats
      .flatMap((id) => {
        const person = org.people.get(id);
        if (!person || !org.isHere(id)) return [];
        const department = org.departments.get(person.departmentId)?.name ?? '';
        return [{ name: person.name, department, ground: known.grounds.has(person.departmentId) }];
      })
      .sort((a, b) => a.name.localeCompare(b.name, 'da')),
    meetings: meetings.map((one) => ({
      id: one.id,
      number: one.number,
      at: one.localStart,
      status:
        one.status === 'cancelled'
          ? 'cancelled'
          : one.status === 'called' && one.startsAt > unit.now
            ? 'called'
            : 'past',
    })),
    mayCall:
      pathway.status === 'open' && modelName !== undefined && may('meeting.call', standingsIn(known, personId, org)),
  };
}
