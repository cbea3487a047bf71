import type { Pathway, Prisma } from '../../prisma/generated/client';
import type { Unit } from '../db/unit';
import { type Organisation, organisation } from '../people/organisation';
import { may, type Right, type Standing } from '../people/rights';
import { asDay, type Day, dateFromDay, dayFromDate } from '../time/day';
import { type GroundReach, reachOn } from './ground-rules';
import { holdPathways } from './hold';

/** A pathway with what decides who may see it. */
export type PathwayWithTeam = {
  readonly pathway: Pathway;
  /** People with an open seat, whether or not their department has ground; also those who rest. */
  readonly seats: readonly string[];
  /** Of them, those who rest: one line after each meeting, and no duty. */
  readonly resting: ReadonlySet<string>;
  /** Externals with an open seat, whether or not a ground reaches them. */
  readonly externals: readonly string[];
  /** Departments that a ground reaches today, the pathway's own included; not those of a ground for one meeting only. */
  readonly grounds: ReadonlySet<string>;
  /** Externals that a ground reaches today. */
  readonly externalGrounds: ReadonlySet<string>;
  /** By meeting: departments (and externals) that only a ground for that meeting reaches. */
  readonly meetingGrounds: ReadonlyMap<string, ReadonlySet<string>>;
};

/** Loads pathways by id with team and grounds, held where a press changes something; unknown ids are left out. */
export async function pathwaysWithTeam(unit: Unit, ids: readonly string[]): Promise<Map<string, PathwayWithTeam>> {
  if (ids.length === 0) return new Map();
  const { tx, tenantId, today } = unit;
  if (unit.rights.held) await holdPathways(unit, ids);
  const rows = await tx.pathway.findMany({
    relationLoadStrategy: 'join',
    where: { tenantId, id: { in: [...ids] } },
    include: teamOn(today),
  });
  return new Map(rows.map((row) => [row.id, withTeam(row, today)]));
}

/** What is read along with a pathway for `withTeam`. */
export const teamOn = (today: Day) =>
  ({
    teamSeatPathway: { where: openOn(today) },
    groundPathway: { where: { withdrawnAt: null, ...openOn(today) }, include: { groundScopeGround: true } },
  }) satisfies Prisma.PathwayInclude;

/** A pathway as it was read with `teamOn` of the same day. */
export function withTeam(
  row: Prisma.PathwayGetPayload<{ include: ReturnType<typeof teamOn> }>,
  today: Day,
): PathwayWithTeam {
  const { teamSeatPathway: seated, groundPathway: grounds, ...pathway } = row;
  const reach = reachOn(grounds.map(reachOf), today);
  return {
    pathway,
    seats: seated.flatMap((one) => one.personId ?? []),
    resting: new Set(seated.flatMap((one) => (one.resting ? (one.personId ?? []) : []))),
    externals: seated.flatMap((one) => one.externalId ?? []),
    grounds: new Set([pathway.departmentId, ...reach.departments]),
    externalGrounds: reach.externals,
    meetingGrounds: reach.byMeeting,
  };
}

/** A ground's row with the departments and externals that it reaches. */
export type GroundRow = Prisma.GroundGetPayload<{ include: { groundScopeGround: true } }>;

/** A row as the rules want it. */
export const reachOf = (row: GroundRow): GroundReach => ({
  id: row.id,
  meetingId: row.meetingId,
  withdrawn: row.withdrawnAt !== null,
  untilOn: row.untilOn === null ? null : dayFromDate(row.untilOn),
  departmentIds: row.groundScopeGround.flatMap((scope) => scope.departmentId ?? []),
  externalIds: row.groundScopeGround.flatMap((scope) => scope.externalId ?? []),
});

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

/** The citizen's birth date; null where it is not known. */
export const bornOnOf = (unit: Unit, pathway: Pathway): Day | null =>
  pathway.bornOnSealed === null
    ? null
    : asDay(unit.open('pathway', 'born_on_sealed', pathway.id, pathway.bornOnSealed));
