import { dateFromDay, dayFromDate } from '../../time/day';
import { type Ids, idOf } from './ids';
import type { ImportedAbsence, ImportedClosure } from './organisation-file';
import type { Run } from './run';

/** Absences that people entered in the chat are none of the file's. */
const SOURCE = 'import';

/**
 * Makes the imported absences what the file says; without a file they stay.
 * @returns the ids of the people whose absences differ from before
 */
export async function replaceAbsences(
  run: Run,
  imported: readonly ImportedAbsence[] | null,
  people: Ids,
): Promise<string[]> {
  if (imported === null) return [];
  const { tx, tenantId } = run;
  const wanted = imported.map((one) => ({ personId: idOf(people, one.email), ...datesOf(one) }));
  const existing = await tx.absence.findMany({ where: { tenantId, source: SOURCE } });
  const { added, dropped } = difference(wanted, existing, (one) => one.personId);
  await tx.absence.deleteMany({ where: { tenantId, id: { in: dropped.map((row) => row.id) } } });
  await tx.absence.createMany({ data: added.map((one) => ({ tenantId, id: run.newId(), source: SOURCE, ...one })) });
  return [...added, ...dropped].map((one) => one.personId);
}

/**
 * Makes the closures what the file says; without a file they stay.
 * @returns the ids of the people whose closing days differ from before
 */
export async function replaceClosures(
  run: Run,
  imported: readonly ImportedClosure[] | null,
  departments: Ids,
): Promise<string[]> {
  if (imported === null) return [];
  const { tx, tenantId } = run;
  const wanted = imported.map((one) => ({
    departmentId: one.departmentCode === null ? null : idOf(departments, one.departmentCode),
    ...datesOf(one),
  }));
  const existing = await tx.closure.findMany({ where: { tenantId } });
  const { added, dropped } = difference(wanted, existing, (one) => one.departmentId);
  await tx.closure.deleteMany({ where: { tenantId, id: { in: dropped.map((row) => row.id) } } });
  await tx.closure.createMany({ data: added.map((one) => ({ tenantId, id: run.newId(), ...one })) });
  const changed = [...added, ...dropped].map((one) => one.departmentId);
  const touched = changed.filter((id) => id !== null);
  const people = await tx.person.findMany({
    where: { tenantId, ...(changed.includes(null) ? {} : { departmentId: { in: touched } }) },
    select: { id: true },
  });
  return people.map((row) => row.id);
}

type Span = { readonly fromOn: Date; readonly toOn: Date };

const datesOf = (one: Pick<ImportedAbsence, 'fromOn' | 'toOn'>): Span => ({
  fromOn: dateFromDay(one.fromOn),
  toOn: dateFromDay(one.toOn),
});

function difference<Wanted extends Span, Row extends Wanted>(
  wanted: readonly Wanted[],
  existing: readonly Row[],
  whose: (one: Wanted) => string | null,
): { added: Wanted[]; dropped: Row[] } {
  const key = (one: Wanted) => `${whose(one)} ${dayFromDate(one.fromOn)} ${dayFromDate(one.toOn)}`;
  const known = new Set(existing.map(key));
  const kept = new Set<string>();
  const added: Wanted[] = [];
  for (const one of wanted) {
    if (!known.has(key(one)) && !kept.has(key(one))) added.push(one);
    kept.add(key(one));
  }
  return { added, dropped: existing.filter((row) => !kept.has(key(row))) };
}
