import type { Refused } from '../capability';
import type { Unit } from '../db/unit';
import { organisation } from '../people/organisation';
import { type Day, dateFromDay } from '../time/day';
import { addCaseNumber } from './case-numbers';
import { formFaults } from './change-pathway';
import { colleagueOf } from './find-colleague';
import type { Models } from './models';
import { noticeOf } from './notices';
import { aliasFault, LONGEST_NUMBER, LONGEST_SYSTEM, proposedRef, readBirth, readStart, refFault } from './rules';

/** What the form carries, as it was typed. */
export type Begun = {
  /** Becomes the pathway's id: the same form pressed again begins the same pathway. */
  readonly pathwayId: string;
  readonly ref: string;
  readonly alias: string;
  readonly born: string;
  readonly model: string;
  readonly started: string;
  /** A part of the co-lead's name or e-mail; '' for nobody yet. */
  readonly coLead: string;
  /** Who was picked of several that fitted; '' when nobody had to be picked. */
  readonly coLeadId: string;
  readonly system: string;
  readonly number: string;
};

/** So many references are read to find the house's form; the newest tell it. */
const READ_REFS = 500;

/**
 * Begins a pathway: whoever begins it leads it, and it is anchored in their department. A second beginning with the same id
 * changes nothing. That a reference is taken is said, by which pathway is not.
 * @returns what is wrong with the form, if anything
 */
export async function beginPathway(
  unit: Unit,
  models: Models,
  begun: Begun,
  byId: string,
): Promise<Refused | undefined> {
  const { tx, tenantId, today } = unit;
  // References are unique without regard to capitals, which the database's index does not see: one beginning after the other.
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`${tenantId}/pathway-ref`}, 0))`;
  if ((await tx.pathway.count({ where: { tenantId, id: begun.pathwayId } })) > 0) return undefined;

  const org = await organisation(unit);
  const by = org.people.get(byId);
  if (!by) throw new Error(`Nobody here has the id ${byId}`);
  const ref = begun.ref.trim();
  const alias = begun.alias.trim();
  const born = readBirth(begun.born, today);
  const started = readStart(begun.started, today);
  const faults: Record<string, string> = {};
  const badRef = refFault(ref) ?? ((await isTaken(unit, ref)) ? 'ref-taken' : undefined);
  if (badRef) faults.ref = badRef;
  const badAlias = aliasFault(
    alias,
    [...org.people.values()].map((one) => one.name),
  );
  if (badAlias) faults.alias = badAlias;
  if (born === 'bad-birth-date') faults.born = born;
  if (started === 'bad-start') faults.started = started;
  if (!models.has(begun.model)) faults.model = 'pick-a-model';
  const coLead = colleagueOf(org, begun.coLead, begun.coLeadId, new Set([byId]));
  if ('fault' in coLead) faults.coLead = coLead.fault;
  // Nobody has said yes to sharing yet: the co-lead is of the department that the pathway is anchored in.
  else if (coLead.person && coLead.person.departmentId !== by.departmentId) faults.coLead = 'co-lead-other-department';
  const [system, number] = [begun.system.trim(), begun.number.trim()];
  if (system === '' && number !== '') faults.system = 'system-missing';
  if (number === '' && system !== '') faults.number = 'number-missing';
  if (system.length > LONGEST_SYSTEM || number.length > LONGEST_NUMBER) faults.number = 'too-long';
  const refused = formFaults(faults);
  if (refused || 'fault' in coLead || born === 'bad-birth-date' || started === 'bad-start') return refused;

  const coLeadId = coLead.person?.id ?? null;
  await create(
    unit,
    { ...begun, ref, alias },
    { born, started, coLeadId, leadId: byId, departmentId: by.departmentId },
  );
  if (system !== '') await addCaseNumber(unit, begun.pathwayId, system, number);
  unit.audit({
    act: 'pathway.begin',
    actorId: byId,
    matterKind: 'pathway',
    matterId: begun.pathwayId,
    pathwayId: begun.pathwayId,
    codes: [begun.model, ...(coLeadId === null ? [] : [coLeadId])],
  });
  if (coLeadId !== null)
    noticeOf(unit, { code: 'co-lead-set', personId: coLeadId, pathwayId: begun.pathwayId, once: '1' });
  return undefined;
}

async function create(
  unit: Unit,
  begun: Begun,
  made: {
    readonly born: Day | null;
    readonly started: Day;
    readonly coLeadId: string | null;
    readonly leadId: string;
    readonly departmentId: string;
  },
): Promise<void> {
  const { tx, tenantId } = unit;
  const { pathwayId } = begun;
  const { born, leadId, coLeadId, departmentId } = made;
  await tx.pathway.create({
    data: {
      tenantId,
      id: pathwayId,
      ref: begun.ref,
      aliasSealed: unit.seal('pathway', 'alias_sealed', pathwayId, begun.alias),
      bornOnSealed: born === null ? null : unit.seal('pathway', 'born_on_sealed', pathwayId, born),
      departmentId,
      leadId,
      coLeadId,
      model: begun.model,
      status: 'open',
      startedOn: dateFromDay(made.started),
      knownOn: dateFromDay(unit.today),
    },
  });
  await tx.leadPeriod.create({
    data: { tenantId, id: unit.house.newId(), pathwayId, personId: leadId, fromOn: dateFromDay(made.started) },
  });
}

async function isTaken(unit: Unit, ref: string): Promise<boolean> {
  const rows = await unit.tx.$queryRaw<{ id: string }[]>`
    select id from pathway where tenant_id = ${unit.tenantId}::uuid and lower(ref) = lower(${ref}) limit 1`;
  return rows.length > 0;
}

/** A reference to propose, in the form of the newest ones, and not taken. */
export async function nextRef(unit: Unit): Promise<string> {
  // Ids are given in the order of time.
  const rows = await unit.tx.pathway.findMany({
    where: { tenantId: unit.tenantId },
    select: { ref: true },
    orderBy: [{ startedOn: 'desc' }, { id: 'desc' }],
    take: READ_REFS,
  });
  const proposed = proposedRef(
    rows.map((row) => row.ref),
    unit.today.slice(0, 4),
  );
  return (await isTaken(unit, proposed)) ? '' : proposed;
}

/** The model that most running pathways follow, the department's own before the others'. */
export async function usualModel(unit: Unit, models: Models, departmentId: string): Promise<string> {
  const rows = await unit.tx.pathway.groupBy({
    by: ['model', 'departmentId'],
    where: { tenantId: unit.tenantId, status: 'open' },
    _count: { _all: true },
  });
  const counts = new Map<string, number>();
  for (const { model, departmentId: where, _count } of rows) {
    if (!models.has(model)) continue;
    counts.set(model, (counts.get(model) ?? 0) + _count._all * (where === departmentId ? 1_000 : 1));
  }
  const [most] = [...counts].sort(([, one], [, other]) => other - one);
  return most?.[0] ?? [...models.keys()][0] ?? '';
}
