import type { Day, Weekday } from '../../time/day';
import type { DepartmentLink } from './check-departments';
import type { Field, Row } from './check-table';
import { findCircles } from './circles';
import type { Fault } from './fault';
import {
  choiceParts,
  complete,
  type Known,
  optionalChoice,
  optionalDay,
  optionalPerson,
  optionalText,
  type Read,
  refuseDoubles,
  report,
  requiredDepartment,
  requiredEmail,
  requiredText,
} from './fields';
import { type ImportedPerson, LOCALES, ROLES, WEEKDAYS } from './organisation-file';
import { sayings } from './sayings';

type PersonRow = Row<'people.csv'>;

export function checkPeople(
  rows: readonly PersonRow[],
  known: { readonly departments: Known; readonly people: Known },
  faults: Fault[],
): ImportedPerson[] {
  refuseDoubles(
    faults,
    rows.map((row) => row.entra_id),
  );
  refuseDoubles(
    faults,
    rows.map((row) => row.email),
  );
  return rows.flatMap((row) => {
    const person = complete<ImportedPerson>({
      entraId: entraIdOf(row, faults),
      name: requiredText(faults, row.name),
      email: requiredEmail(faults, row.email),
      departmentCode: requiredDepartment(faults, row.department, known.departments),
      title: titleOf(row, faults),
      managerEmail: somebodyElse(row.manager_email, row, known.people, faults),
      deputyEmail: somebodyElse(row.deputy_email, row, known.people, faults),
      profession: optionalText(faults, row.profession),
      worksOn: worksOnOf(row, faults),
      hiredOn: optionalDay(faults, row.hired_on),
      leftOn: leftOnOf(row, faults),
      roles: rolesOf(row, faults),
      locale: localeOf(row, faults),
    });
    return person ? [person] : [];
  });
}

/**
 * Reports circles in the chains of managers: one's own manager, else the department's, else the parent department's; never
 * oneself, and never one who has left. Rows with other faults take part.
 */
export function refuseManagerCircles(
  rows: readonly PersonRow[],
  departments: readonly DepartmentLink[],
  today: Day,
  faults: Fault[],
): void {
  const here = rows.filter((row) => !hasLeft(row, today) && row.email.text !== '');
  const people = new Map(here.map((row) => [row.email.text.toLowerCase(), row]));
  const byCode = new Map(departments.map((link) => [link.code, link]));
  const managerOf = (row: PersonRow): PersonRow | undefined => {
    const own = people.get(row.manager_email.text.toLowerCase());
    if (own && own !== row) return own;
    const seen = new Set<DepartmentLink>();
    let at = byCode.get(row.department.text);
    while (at && !seen.has(at)) {
      seen.add(at);
      const manager = people.get(at.managerEmail);
      if (manager && manager !== row) return manager;
      at = byCode.get(at.parentCode);
    }
    return undefined;
  };
  for (const circle of findCircles(here, managerOf)) {
    const names = [...circle, circle[0]].map((row) => row.name.text || row.email.text);
    report(faults, circle[0].manager_email, sayings.circleOfManagers(names));
  }
}

/** A faulty date has its own fault, and such a person counts as being there. */
function hasLeft(row: PersonRow, today: Day): boolean {
  const leftOn = optionalDay([], row.left_on);
  return typeof leftOn === 'string' && leftOn <= today;
}

function entraIdOf(row: PersonRow, faults: Fault[]): Read<string> {
  const text = requiredText(faults, row.entra_id);
  if (text === undefined) return undefined;
  const isId = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text);
  return isId ? text.toLowerCase() : report(faults, row.entra_id, sayings.entraId());
}

function titleOf(row: PersonRow, faults: Fault[]): Read<string> {
  const title = optionalText(faults, row.title);
  return title === null ? '' : title;
}

function localeOf(row: PersonRow, faults: Fault[]) {
  const locale = optionalChoice(faults, row.locale, LOCALES);
  return locale === null ? 'da' : locale;
}

function somebodyElse(field: Field, row: PersonRow, people: Known, faults: Fault[]): Read<string | null> {
  const email = optionalPerson(faults, field, people);
  return typeof email === 'string' && email === row.email.text.toLowerCase()
    ? report(faults, field, sayings.oneself())
    : email;
}

function worksOnOf(row: PersonRow, faults: Fault[]): Read<Weekday[]> {
  const names = choiceParts(faults, row.works_on, WEEKDAYS);
  if (names === undefined) return undefined;
  const days = ISO_WEEKDAYS.filter((day) => names.includes(WEEKDAYS[day - 1] ?? 'sun'));
  // The house is closed at weekends: a person without any working day could never be reminded of anything.
  const worksNever = days.length > 0 && days.every((day) => day > 5);
  return worksNever ? report(faults, row.works_on, sayings.noWorkday()) : days;
}

const ISO_WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

function leftOnOf(row: PersonRow, faults: Fault[]): Read<Day | null> {
  const leftOn = optionalDay(faults, row.left_on);
  const hiredOn = optionalDay([], row.hired_on);
  const isEarlier = typeof leftOn === 'string' && typeof hiredOn === 'string' && leftOn < hiredOn;
  return isEarlier ? report(faults, row.left_on, sayings.dayBefore('hired_on')) : leftOn;
}

/** Who is a manager follows from the files, so the word is taken and ignored. */
function rolesOf(row: PersonRow, faults: Fault[]): Read<ImportedPerson['roles']> {
  const named = choiceParts(faults, row.roles, [...ROLES, 'manager']);
  return named && ROLES.filter((role) => named.includes(role));
}
