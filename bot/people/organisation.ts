import type { Department, Person, PrismaClient } from '../../prisma/generated/client';
import type { Unit } from '../db/unit';
import { addDays, type Day, dateFromDay, dayFromDate } from '../time/day';
import { danishHolidays } from '../time/holidays';
import { houseCalendar, personCalendar, type WorkingCalendar } from '../time/working-calendar';
import type { Policy } from './policy';

/** The organisation as the import says; answers who leads whom and who is at work. Shared between units: nobody changes it. */
export type Organisation = {
  readonly people: ReadonlyMap<string, Person>;
  readonly departments: ReadonlyMap<string, Department>;
  readonly house: WorkingCalendar;
  hasRole(personId: string, role: string): boolean;
  rolesOf(personId: string): readonly string[];
  /** Employed today: in the organisation and not past the last day. */
  isHere(personId: string): boolean;
  /** The nearest leader: one's own, else the department's, else the parent department's; never oneself, never one who left. */
  managerOf(personId: string): string | undefined;
  /** All leaders upward, nearest first, each once. */
  leadersOf(personId: string): readonly string[];
  /** The first leader that all chains share; undefined where none is shared. */
  commonLeaderOf(personIds: readonly string[]): string | undefined;
  managerOfDepartment(departmentId: string): string | undefined;
  /** Whoever answers for somebody who is away today: the deputy where there is one at work, else the person. */
  atWorkFor(personId: string): string;
  /** The first day back, when the person is away today; undefined when at work. */
  awayUntil(personId: string): Day | undefined;
  isAwayOn(personId: string, day: Day): boolean;
  /** The house's working days less the department's closing days and the person's own days off. */
  calendarOf(personId: string | null): WorkingCalendar;
  /** Colleagues of a department who are employed today, by name. */
  colleaguesIn(departmentId: string): readonly Person[];
};

type Span = { readonly fromOn: Day; readonly toOn: Day };

type Kept = {
  readonly version: string;
  readonly today: Day;
  readonly policy: Policy;
  readonly organisation: Organisation;
};

/**
 * The last organisation of each municipality that this process has read, under the version it was read at: the database
 * gives a new one to every change, whoever made it, in the changing transaction. By client, since a version says something
 * in its own database only.
 */
const kept = new WeakMap<PrismaClient, Map<string, Kept>>();

/** The organisation of the unit's municipality as it is now; read anew only when it, the day or the policy changed. */
export function organisation(unit: Unit): Promise<Organisation> {
  return unit.once('organisation', () => current(unit));
}

/** The version that a unit began to read the organisation at. */
const begunAt = new WeakMap<Unit, string | undefined>();

/** Whether the organisation is still as this unit has read it: whoever has left meanwhile may nothing any more. */
export async function organisationStands(unit: Unit): Promise<boolean> {
  await organisation(unit);
  const { tx, tenantId } = unit;
  // A turn that notes its own speaker's language makes a version itself, and nobody else can until it is over.
  const [now] = await tx.$queryRaw<{ version: string; own: boolean }[]>`
    select organisation_version as version, xmin = pg_current_xact_id()::xid as own from tenant where tenant_id = ${tenantId}::uuid`;
  return now?.own === true || now?.version === begunAt.get(unit);
}

async function current(unit: Unit): Promise<Organisation> {
  const { tenantId, today, policy } = unit;
  const { prisma } = unit.house;
  const version = await versionOf(unit);
  begunAt.set(unit, version);
  const known = kept.get(prisma)?.get(tenantId);
  if (known && known.version === version && known.today === today && known.policy === policy) return known.organisation;
  const found = await load(unit);
  // Somebody's change may have been committed while it was read; then it is half of this version and half of the next.
  if (version !== undefined && (await versionOf(unit)) === version) {
    const ofClient = kept.get(prisma) ?? new Map<string, Kept>();
    kept.set(prisma, ofClient.set(tenantId, { version, today, policy, organisation: found }));
  }
  return found;
}

async function versionOf({ tx, tenantId }: Unit): Promise<string | undefined> {
  const tenant = await tx.tenant.findUnique({ where: { tenantId }, select: { organisationVersion: true } });
  return tenant?.organisationVersion;
}

async function load(unit: Unit): Promise<Organisation> {
  const { tx, tenantId, policy, today } = unit;
  // A month back, so that an absence that ended lately still explains what waited for it.
  const since = dateFromDay(addDays(today, -31));
  const where = { tenantId };
  const departmentRows = await tx.department.findMany({ where });
  const personRows = await tx.person.findMany({ where });
  const roleRows = await tx.personRole.findMany({ where });
  const absenceRows = await tx.absence.findMany({ where: { tenantId, toOn: { gte: since } } });
  const closureRows = await tx.closure.findMany({ where: { tenantId, toOn: { gte: since } } });

  const people = new Map(personRows.map((one) => [one.id, one]));
  const departments = new Map(departmentRows.map((one) => [one.id, one]));
  const roles = grouped(
    roleRows,
    (one) => one.personId,
    (one) => one.role,
  );
  const absences = grouped(absenceRows, (one) => one.personId, asSpan);
  const closures = grouped(closureRows, (one) => one.departmentId ?? '', asSpan);

  const house = houseCalendar({
    opens: policy.workingHours.opens,
    closes: policy.workingHours.closes,
    holidays: danishHolidays(policy.freeDays),
    closures: closures.get('') ?? [],
  });
  const calendars = new Map<string, WorkingCalendar>();
  const isHere = (id: string) => {
    const person = people.get(id);
    return person !== undefined && (person.leftOn === null || dayFromDate(person.leftOn) > today);
  };
  const isAwayOn = (id: string, day: Day) =>
    (absences.get(id) ?? []).some((one) => one.fromOn <= day && day <= one.toOn);
  const managerOfDepartment = (departmentId: string, except?: string): string | undefined => {
    const seen = new Set<string>();
    for (let at: string | null = departmentId; at !== null && !seen.has(at); ) {
      seen.add(at);
      const department: Department | undefined = departments.get(at);
      const manager = department?.managerId;
      if (manager && manager !== except && isHere(manager)) return manager;
      at = department?.parentId ?? null;
    }
    return undefined;
  };
  const managerOf = (id: string) => {
    const person = people.get(id);
    if (!person) return undefined;
    if (person.managerId && person.managerId !== id && isHere(person.managerId)) return person.managerId;
    return managerOfDepartment(person.departmentId, id);
  };
  const leadersOf = (id: string) => {
    const chain: string[] = [];
    for (let at = managerOf(id); at !== undefined && !chain.includes(at) && at !== id; at = managerOf(at))
      chain.push(at);
    return chain;
  };
  const awayUntil = (id: string) => {
    if (!isAwayOn(id, today)) return undefined;
    let day = today;
    for (let step = 0; step < 800 && isAwayOn(id, day); step += 1) day = addDays(day, 1);
    return day;
  };
  return {
    people,
    departments,
    house,
    hasRole: (id, role) => (roles.get(id) ?? []).includes(role),
    rolesOf: (id) => roles.get(id) ?? [],
    isHere,
    managerOf,
    leadersOf,
    commonLeaderOf: (ids) => {
      const [first, ...others] = ids.map((id) => [id, ...leadersOf(id)]);
      return first?.slice(ids.length > 1 ? 0 : 1).find((leader) => others.every((chain) => chain.includes(leader)));
    },
    managerOfDepartment: (departmentId) => managerOfDepartment(departmentId),
    atWorkFor: (id) => {
      const deputy = people.get(id)?.deputyId;
      return isAwayOn(id, today) && deputy && isHere(deputy) && !isAwayOn(deputy, today) ? deputy : id;
    },
    awayUntil,
    isAwayOn,
    calendarOf: (id) => {
      if (id === null) return house;
      const known = calendars.get(id);
      if (known) return known;
      const person = people.get(id);
      const own = person
        ? personCalendar(house, { worksOn: person.worksOn, closures: closures.get(person.departmentId) ?? [] })
        : house;
      calendars.set(id, own);
      return own;
    },
    colleaguesIn: (departmentId) =>
      personRows
        .filter((one) => one.departmentId === departmentId && isHere(one.id))
        .sort((a, b) => a.name.localeCompare(b.name, 'da')),
  };
}

const asSpan = (row: { fromOn: Date; toOn: Date }): Span => ({
  fromOn: dayFromDate(row.fromOn),
  toOn: dayFromDate(row.toOn),
});

function grouped<Row, Value>(
  rows: readonly Row[],
  key: (row: Row) => string,
  value: (row: Row) => Value,
): Map<string, Value[]> {
  const found = new Map<string, Value[]>();
  for (const row of rows) {
    const list = found.get(key(row));
    if (list) list.push(value(row));
    else found.set(key(row), [value(row)]);
  }
  return found;
}
