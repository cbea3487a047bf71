import { type Day, daysBetween } from '../../time/day';
import type { Field, Row } from './check-table';
import type { Fault } from './fault';
import {
  complete,
  type Known,
  optionalDay,
  optionalDepartment,
  type Read,
  report,
  requiredDay,
  requiredPerson,
} from './fields';
import type { ImportedAbsence, ImportedClosure } from './organisation-file';
import { sayings } from './sayings';

/** Parental leave after a long illness is shorter. */
const LONGEST_ABSENCE = 730;
/** The working calendar looks 400 days ahead for a working day, and must find one. */
const LONGEST_CLOSURE = 120;

export function checkAbsences(rows: readonly Row<'absences.csv'>[], people: Known, faults: Fault[]): ImportedAbsence[] {
  return rows.flatMap((row) => {
    const absence = complete<ImportedAbsence>({
      email: requiredPerson(faults, row.email, people),
      fromOn: requiredDay(faults, row.from_on),
      toOn: endOf(row.from_on, row.to_on, LONGEST_ABSENCE, faults),
    });
    return absence ? [absence] : [];
  });
}

export function checkClosures(
  rows: readonly Row<'closures.csv'>[],
  departments: Known,
  faults: Fault[],
): ImportedClosure[] {
  const read = rows.flatMap((row) => {
    const closure = complete<ImportedClosure>({
      departmentCode: optionalDepartment(faults, row.department, departments),
      fromOn: requiredDay(faults, row.from_on),
      toOn: endOf(row.from_on, row.to_on, LONGEST_CLOSURE, faults),
    });
    return closure ? [{ closure, to: row.to_on }] : [];
  });
  refuseEndless(read, faults);
  return read.map((one) => one.closure);
}

function endOf(from: Field, to: Field, most: number, faults: Fault[]): Read<Day> {
  const toOn = requiredDay(faults, to);
  const fromOn = optionalDay([], from);
  if (toOn === undefined || typeof fromOn !== 'string') return toOn;
  if (toOn < fromOn) return report(faults, to, sayings.dayBefore('from_on'));
  return daysBetween(fromOn, toOn) >= most ? report(faults, to, sayings.tooManyDays(most)) : toOn;
}

/** Closures that follow upon each other, for a department with those of the whole house, must not add up to a season. */
function refuseEndless(read: readonly { closure: ImportedClosure; to: Field }[], faults: Fault[]): void {
  const reported = new Set<Field>();
  for (const code of new Set(read.map((one) => one.closure.departmentCode))) {
    const mine = read
      .filter((one) => one.closure.departmentCode === code || one.closure.departmentCode === null)
      .sort((a, b) => (a.closure.fromOn < b.closure.fromOn ? -1 : 1));
    let since: Day | undefined;
    let until: Day | undefined;
    for (const { closure, to } of mine) {
      if (since === undefined || until === undefined || daysBetween(until, closure.fromOn) > WEEKEND) {
        since = closure.fromOn;
        until = closure.toOn;
      } else if (closure.toOn > until) {
        until = closure.toOn;
      }
      if (daysBetween(since, until) < LONGEST_CLOSURE || reported.has(to)) continue;
      reported.add(to);
      report(faults, to, sayings.tooManyDays(LONGEST_CLOSURE));
    }
  }
}

/** From a Friday to the Monday after it no day is worked, closed or not. */
const WEEKEND = 3;
