import type { Pathway } from '../../prisma/generated/client';
import type { Unit } from '../db/unit';
import { type Organisation, organisation } from '../people/organisation';
import { may, type Right, type Standing } from '../people/rights';
import { type Day, dateFromDay, dayFromDate } from '../time/day';

/** A pathway with what decides who may see it. */
export type PathwayWithTeam = {
  readonly pathway: Pathway;
  /** People with an open seat, whether or not their department has ground. */
  readonly seats: readonly string[];
  /** Departments that a ground reaches today, the pathway's own included. */
  readonly grounds: ReadonlySet<string>;
};

/** Loads pathways by id with team and grounds; unknown ids are left out. */
export async function pathwaysWithTeam(unit: Unit, ids: readonly string[]): Promise<Map<string, PathwayWithTeam>> {
  if (ids.length === 0) return new Map();
  const { tx, tenantId, today } = unit;
  const pathways = await tx.pathway.findMany({ where: { tenantId, id: { in: [...ids] } } });
  const seats = await tx.teamSeat.findMany({ where: { tenantId, pathwayId: { in: [...ids] }, ...openOn(today) } });
  const grounds = await tx.ground.findMany({
    where: { tenantId, pathwayId: { in: [...ids] }, withdrawnAt: null, ...openOn(today) },
    include: { groundScopeGround: true },
  });
  return new Map(
    pathways.map((pathway) => {
      const reached = grounds
        .filter((one) => one.pathwayId === pathway.id)
        .flatMap((one) => one.groundScopeGround.map((scope) => scope.departmentId));
      return [
        pathway.id,
        {
          pathway,
          seats: seats.filter((one) => one.pathwayId === pathway.id).map((one) => one.personId),
          grounds: new Set([pathway.departmentId, ...reached]),
        },
      ];
    }),
  );
}

/** What somebody is to a pathway now. A team member counts only while their department has ground for sharing. */
export function standingsIn(known: PathwayWithTeam, personId: string, org: Organisation): Set<Standing> {
  const { pathway, seats, grounds } = known;
  const standings = new Set<Standing>();
  if (!org.isHere(personId)) return standings;
  const departmentId = org.people.get(personId)?.departmentId ?? '';
  if (pathway.leadId === personId) standings.add('lead');
  if (pathway.coLeadId === personId) standings.add('co-lead');
  if (seats.includes(personId) && grounds.has(departmentId)) standings.add('team');
  if (org.hasRole(personId, 'case_administrator') && departmentId === pathway.departmentId)
    standings.add('case-administrator');
  return standings;
}

/** A pathway that somebody may do this with; undefined for everybody else, as if it did not exist. */
export async function pathwayFor(
  unit: Unit,
  id: string,
  personId: string,
  right: Right,
): Promise<PathwayWithTeam | undefined> {
  const known = (await pathwaysWithTeam(unit, [id])).get(id);
  if (!known) return undefined;
  return may(right, standingsIn(known, personId, await organisation(unit))) ? known : undefined;
}

const openOn = (today: Day) => ({ OR: [{ untilOn: null }, { untilOn: { gt: dateFromDay(today) } }] });

/** The alias that the lead chose. */
export const aliasOf = (unit: Unit, pathway: Pathway): string =>
  unit.open('pathway', 'alias_sealed', pathway.id, pathway.aliasSealed);

/** The day the pathway began. */
export const startOf = (pathway: Pathway): Day => dayFromDate(pathway.startedOn);
