import type { Unit } from '../db/unit';
import { systemName } from './rules';

/** A pathway's number in a specialist system, opened. */
export type NumberIn = { readonly id: string; readonly system: string; readonly value: string };

/**
 * The numbers of a pathway, by system. One that was taken away keeps its row with nothing in it, so that the next import
 * does not put it back.
 */
export async function caseNumbersOf(unit: Unit, pathwayId: string): Promise<NumberIn[]> {
  const rows = await unit.tx.caseNumber.findMany({
    where: { tenantId: unit.tenantId, pathwayId },
    orderBy: { system: 'asc' },
  });
  return rows
    .map((row) => ({
      id: row.id,
      system: row.system,
      value: unit.open('case_number', 'value_sealed', row.id, row.valueSealed),
    }))
    .filter((one) => one.value !== '');
}

/** The systems that the municipality's pathways have numbers in. */
export async function systemsUsed(unit: Unit): Promise<string[]> {
  const rows = await unit.tx.caseNumber.findMany({
    where: { tenantId: unit.tenantId },
    select: { system: true },
    distinct: ['system'],
    orderBy: { system: 'asc' },
  });
  return rows.map((row) => row.system);
}

/** Writes the number of a system: anew, or in place of what stood there. @returns the row's id */
export async function addCaseNumber(unit: Unit, pathwayId: string, typed: string, value: string): Promise<string> {
  const { tx, tenantId } = unit;
  const system = systemName(typed, await systemsUsed(unit));
  const known = await tx.caseNumber.findUnique({
    where: { tenantId_pathwayId_system: { tenantId, pathwayId, system } },
  });
  const id = known?.id ?? unit.house.newId();
  const valueSealed = unit.seal('case_number', 'value_sealed', id, value);
  if (known) await tx.caseNumber.update({ where: { tenantId_id: { tenantId, id } }, data: { valueSealed } });
  else await tx.caseNumber.create({ data: { tenantId, id, pathwayId, system, valueSealed } });
  return id;
}
