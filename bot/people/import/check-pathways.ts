import { eighteenthBirthday } from '../../time/coming-of-age';
import type { Day } from '../../time/day';
import type { Row } from './check-table';
import type { Fault } from './fault';
import {
  complete,
  departmentParts,
  type Known,
  optionalChoice,
  optionalDay,
  optionalPerson,
  parts,
  personParts,
  type Read,
  refuseDoubles,
  report,
  requiredChoice,
  requiredCode,
  requiredDay,
  requiredDepartment,
  requiredText,
} from './fields';
import { GIVEN_BY, GROUND_KINDS, type ImportedGround, type ImportedPathway, MODELS } from './organisation-file';
import { sayings } from './sayings';

type PathwayRow = Row<'pathways.csv'>;

export function checkPathways(
  rows: readonly PathwayRow[],
  known: { readonly departments: Known; readonly people: Known; readonly names: readonly string[] },
  today: Day,
  faults: Fault[],
): ImportedPathway[] {
  refuseDoubles(
    faults,
    rows.map((row) => row.ref),
  );
  const names = new Set(known.names.map(spaced));
  return rows.flatMap((row) => {
    const pathway = complete<ImportedPathway>({
      ref: requiredCode(faults, row.ref),
      alias: aliasOf(row, names, faults),
      bornOn: pastDay(row, 'birth_date', today, faults),
      departmentCode: requiredDepartment(faults, row.department, known.departments),
      leadEmail: optionalPerson(faults, row.lead_email, known.people),
      coLeadEmail: coLeadOf(row, known.people, faults),
      model: requiredChoice(faults, row.model, MODELS),
      startedOn: requiredDay(faults, row.started_on),
      endedOn: endedOnOf(row, today, faults),
      teamEmails: teamOf(row, known.people, faults),
      ground: groundOf(row, known.departments, today, faults),
      caseNumbers: caseNumbersOf(row, faults),
    });
    return pathway ? [pathway] : [];
  });
}

/** One word (`Birk`, `Ung-3`), or letters (`A.K.`); five digits at most, so that no part of a number can hide in it. */
const ONE_WORD = /^\p{L}[\p{L}\p{M}-]{0,29} ?\d{0,5}$/u;
const LETTERS = /^(?:\p{L}\.?[ -]?){1,5}\d{0,5}$/u;

function aliasOf(row: PathwayRow, names: ReadonlySet<string>, faults: Fault[]): Read<string> {
  const alias = requiredText(faults, row.alias);
  if (alias === undefined) return undefined;
  if ([...names].some((name) => spaced(alias).includes(name))) return report(faults, row.alias, sayings.aliasOfStaff());
  return ONE_WORD.test(alias) || LETTERS.test(alias) ? alias : report(faults, row.alias, sayings.alias());
}

/** A text as words between single spaces, so that one name is found inside another text and `Bo` not inside `Boble`. */
const spaced = (text: string): string =>
  ` ${text
    .toLowerCase()
    .replace(/[^\p{L}]+/gu, ' ')
    .trim()} `;

function pastDay(row: PathwayRow, column: 'birth_date' | 'consent_on' | 'ended_on', today: Day, faults: Fault[]) {
  const day = optionalDay(faults, row[column]);
  return typeof day === 'string' && day > today ? report(faults, row[column], sayings.dayInFuture()) : day;
}

function endedOnOf(row: PathwayRow, today: Day, faults: Fault[]): Read<Day | null> {
  const endedOn = pastDay(row, 'ended_on', today, faults);
  const startedOn = optionalDay([], row.started_on);
  const isEarlier = typeof endedOn === 'string' && typeof startedOn === 'string' && endedOn < startedOn;
  return isEarlier ? report(faults, row.ended_on, sayings.dayBefore('started_on')) : endedOn;
}

function coLeadOf(row: PathwayRow, people: Known, faults: Fault[]): Read<string | null> {
  const email = optionalPerson(faults, row.co_lead_email, people);
  const isLead = typeof email === 'string' && email === row.lead_email.text.toLowerCase();
  return isLead ? report(faults, row.co_lead_email, sayings.leadTwice()) : email;
}

function teamOf(row: PathwayRow, people: Known, faults: Fault[]): Read<string[]> {
  const leads = [row.lead_email.text.toLowerCase(), row.co_lead_email.text.toLowerCase()];
  return personParts(faults, row.team_emails, people)?.filter((email) => !leads.includes(email));
}

function groundOf(row: PathwayRow, departments: Known, today: Day, faults: Fault[]): Read<ImportedGround | null> {
  const departmentCodes = departmentParts(faults, row.consent_departments, departments);
  const kind = optionalChoice(faults, row.consent_kind, GROUND_KINDS);
  const notedOn = pastDay(row, 'consent_on', today, faults);
  const givenBy = optionalChoice(faults, row.given_by, GIVEN_BY);
  if (departmentCodes === undefined || kind === undefined || notedOn === undefined || givenBy === undefined) {
    return undefined;
  }
  if (departmentCodes.length === 0 && kind === null && notedOn === null && givenBy === null) return null;
  if (departmentCodes.length === 0) return report(faults, row.consent_departments, sayings.consentIncomplete());
  if (kind === null) return report(faults, row.consent_kind, sayings.consentIncomplete());
  if (notedOn === null) return report(faults, row.consent_on, sayings.consentIncomplete());
  const bornOn = optionalDay([], row.birth_date);
  const isTooOld = givenBy === 'custody-holder' && typeof bornOn === 'string' && notedOn >= eighteenthBirthday(bornOn);
  return isTooOld ? report(faults, row.given_by, sayings.consentTooOld()) : { kind, departmentCodes, notedOn, givenBy };
}

function caseNumbersOf(row: PathwayRow, faults: Fault[]): Read<ImportedPathway['caseNumbers']> {
  const found: { system: string; value: string }[] = [];
  for (const part of parts(row.case_numbers) ?? []) {
    const [, system, value] = /^([\p{L}\d][\p{L}\d ._-]{0,39}?) ?: ?(\S.{0,79})$/u.exec(part) ?? [];
    if (system === undefined || value === undefined) return report(faults, row.case_numbers, sayings.caseNumber());
    if (found.some((other) => other.system.toLowerCase() === system.toLowerCase())) {
      return report(faults, row.case_numbers, sayings.listedTwice(system));
    }
    found.push({ system, value });
  }
  return found;
}
