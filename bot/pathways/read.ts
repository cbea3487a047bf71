import type { PathwaysView, PathwayView, SectionView } from '../../cards/views';
import type { Pathway } from '../../prisma/generated/client';
import type { Unit } from '../db/unit';
import { type Organisation, organisation } from '../people/organisation';
import { may, type Standing } from '../people/rights';
import { dayFromDate } from '../time/day';
import { caseNumbersOf } from './case-numbers';
import { externalsOf } from './externals';
import { linkedWith } from './links';
import type { Models } from './models';
import { postponedIn } from './postponed';
import type { PathwaySection } from './section';
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

/** What pathways are made of besides themselves: models of cooperation, and what further capabilities say of one. */
export type PathwayParts = { readonly models: Models; readonly sections: readonly PathwaySection[] };

/** So many of a pathway's meetings are read for its card, the newest. */
const MOST_MEETINGS = 20;

/** A pathway's card for somebody who may see it; seeing it is written down. */
export async function pathwayView(
  unit: Unit,
  known: PathwayWithTeam,
  personId: string,
  { models, sections }: PathwayParts,
): Promise<PathwayView> {
  const { tx, tenantId } = unit;
  const { pathway } = known;
  const org = await organisation(unit);
  const standings = standingsIn(known, personId, org);
  const meetings = await tx.meeting.findMany({
    where: { tenantId, pathwayId: pathway.id },
    orderBy: { startsAt: 'desc' },
    take: MOST_MEETINGS,
  });
  seen(unit, known, personId);
  const nameOf = (id: string | null) => (id === null ? null : (org.people.get(id)?.name ?? null));
  const open = pathway.status === 'open';
  const said: SectionView[] = [];
  for (const section of sections) {
    const view = await section.shown(unit, known, { personId, standings });
    if (view) said.push(view);
  }
  const postponed =
    open && may('pathway.change', standings) ? await postponedIn(unit, pathway.id, personId) : undefined;
  if (postponed) said.push(postponed);
  return {
    id: pathway.id,
    version: pathway.version,
    ref: pathway.ref,
    alias: aliasOf(unit, pathway),
    department: org.departments.get(pathway.departmentId)?.name ?? '',
    lead: nameOf(pathway.leadId),
    coLead: nameOf(pathway.coLeadId),
    model: pathway.model,
    startedOn: startOf(pathway),
    ended: open ? null : endOf(unit, pathway),
    team: membersOf(known, org),
    externals: await externalsIn(unit, known),
    numbers: (await caseNumbersOf(unit, pathway.id)).map(({ system, value }) => ({ system, value })),
    links: (await linkedWith(unit, pathway.id)).map((one) => one.ref),
    meetings: meetings.map((one) => ({
      id: one.id,
      number: one.number,
      at: one.localStart,
      status: statusOf(one, unit.now),
    })),
    sections: said,
    mayCall: open && models.has(pathway.model) && may('meeting.call', standings),
    mayChange: open && may('pathway.change', standings),
    mayGround: open && (may('ground.register', standings) || may('ground.withdraw', standings)),
    own: open ? ownPlace(known, personId, standings) : null,
  };
}

/** That somebody was shown a pathway is written down. */
export function seen(unit: Unit, { pathway }: PathwayWithTeam, personId: string): void {
  unit.audit({
    act: 'pathway.see',
    actorId: personId,
    matterKind: 'pathway',
    matterId: pathway.id,
    pathwayId: pathway.id,
  });
}

/** Somebody's own place in the team, as far as they may do something about it. */
export function ownPlace(
  known: PathwayWithTeam,
  personId: string,
  standings: ReadonlySet<Standing>,
): 'active' | 'resting' | null {
  if (!may('seat.own', standings)) return null;
  return known.resting.has(personId) ? 'resting' : 'active';
}

/** The colleagues of a team by name; those who lead the pathway stand above it. */
export function membersOf(
  known: PathwayWithTeam,
  org: Organisation,
): { id: string; name: string; department: string; ground: boolean; resting: boolean }[] {
  const { pathway, seats, grounds, resting } = known;
  return seats
    .flatMap((id) => {
      const person = org.people.get(id);
      if (!person || !org.isHere(id) || id === pathway.leadId || id === pathway.coLeadId) return [];
      return [
        {
          id,
          name: person.name,
          department: org.departments.get(person.departmentId)?.name ?? '',
          ground: grounds.has(person.departmentId),
          resting: resting.has(id),
        },
      ];
    })
    .sort((a, b) => a.name.localeCompare(b.name, 'da'));
}

/** The externals of a team by name. */
export async function externalsIn(
  unit: Unit,
  known: PathwayWithTeam,
): Promise<{ id: string; name: string; role: string; ground: boolean }[]> {
  const found = await externalsOf(unit, known.externals);
  return [...found.values()]
    .map(({ id, name, role }) => ({ id, name, role, ground: known.externalGrounds.has(id) }))
    .sort((a, b) => a.name.localeCompare(b.name, 'da'));
}

function endOf(unit: Unit, pathway: Pathway): NonNullable<PathwayView['ended']> {
  const { endedOn, endedBecause, endedNoteSealed } = pathway;
  return {
    on: endedOn === null ? null : dayFromDate(endedOn),
    because: endedBecause,
    note: endedNoteSealed === null ? '' : unit.open('pathway', 'ended_note_sealed', pathway.id, endedNoteSealed),
  };
}

function statusOf(
  meeting: { readonly status: string; readonly startsAt: Date },
  now: Date,
): PathwayView['meetings'][number]['status'] {
  switch (meeting.status) {
    case 'called':
      return meeting.startsAt > now ? 'called' : 'past';
    case 'running':
    case 'held':
    case 'not-held':
    case 'cancelled':
      return meeting.status;
    default:
      return 'past';
  }
}
