import type { GroundLine } from '../../cards/pathways/ground-line';
import type { Unit } from '../db/unit';
import { organisation } from '../people/organisation';
import { addDays, dayFromDate } from '../time/day';
import { dayOf, toMoment } from '../time/moment';
import { externalsOf } from './externals';
import { GIVEN_BY, GROUND_KINDS, holdsOn } from './ground-rules';
import { type GroundRow, type PathwayWithTeam, reachOf } from './standing';

/** Ids to what they are called: departments and externals alike. */
export type Names = (ids: readonly string[]) => string[];

/** What the departments and externals of some grounds are called, in order. */
export async function namesIn(unit: Unit, grounds: readonly GroundRow[]): Promise<Names> {
  const org = await organisation(unit);
  const externals = await externalsOf(
    unit,
    grounds.flatMap((one) => reachOf(one).externalIds),
  );
  return (ids) =>
    ids
      .flatMap((id) => org.departments.get(id)?.name ?? externals.get(id)?.name ?? [])
      .sort((a, b) => a.localeCompare(b, 'da'));
}

/** The grounds of a pathway, newest first. */
export function groundsOf(unit: Unit, pathwayId: string): Promise<GroundRow[]> {
  return unit.tx.ground.findMany({
    where: { tenantId: unit.tenantId, pathwayId },
    include: { groundScopeGround: true },
    orderBy: [{ notedOn: 'desc' }, { id: 'desc' }],
  });
}

/** Grounds as their cards show them. */
export async function linesOf(unit: Unit, known: PathwayWithTeam, rows: readonly GroundRow[]): Promise<GroundLine[]> {
  const org = await organisation(unit);
  const names = await namesIn(unit, rows);
  const meetings = await unit.tx.meeting.findMany({
    where: { tenantId: unit.tenantId, id: { in: rows.flatMap((row) => row.meetingId ?? []) } },
    select: { id: true, number: true },
  });
  return rows.map((row): GroundLine => {
    const reach = reachOf(row);
    const departments = reach.departmentIds.filter((id) => id !== known.pathway.departmentId);
    const withdrawnOn = row.withdrawnAt === null ? null : dayOf(toMoment(row.withdrawnAt, unit.policy.zone));
    return {
      id: row.id,
      kind: GROUND_KINDS.find((one) => one === row.kind) ?? 'oral',
      givenBy: GIVEN_BY.find((one) => one === row.givenBy) ?? null,
      law: row.lawSealed === null ? null : unit.open('ground', 'law_sealed', row.id, row.lawSealed),
      meeting: meetings.find((one) => one.id === row.meetingId)?.number ?? null,
      reaches: names([...departments, ...reach.externalIds]),
      notedBy: row.notedById === null ? null : (org.people.get(row.notedById)?.name ?? null),
      notedOn: dayFromDate(row.notedOn),
      lastOn: reach.untilOn === null ? null : addDays(reach.untilOn, -1),
      state: reach.withdrawn ? 'withdrawn' : holdsOn(reach, unit.today) ? 'holds' : 'ended',
      withdrawnOn,
    };
  });
}
