import { holdsCpr } from '../../privacy/cpr';
import type { Day } from '../../time/day';
import { checkAbsences, checkClosures } from './check-days';
import { checkDepartments, linksOf } from './check-departments';
import { checkPathways } from './check-pathways';
import { checkPeople, refuseManagerCircles } from './check-people';
import { checkTable, type Field, type Row } from './check-table';
import { type FileName, OPTIONAL_FILES, type RawFiles, REQUIRED_FILES } from './columns';
import type { Fault } from './fault';
import type { Known } from './fields';
import type { ImportedOrganisation } from './organisation-file';
import { readCsv } from './read-csv';
import { sayings } from './sayings';

export type Checked =
  | { readonly ok: true; readonly organisation: ImportedOrganisation }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/**
 * Reads and checks the files of an organisation import.
 * @param today a birth date, a consent or an end after it is a fault; whoever left by it leads nobody any more
 * @returns the organisation, or every fault in the order of files, lines and columns; no fault holds a CPR number
 */
export function checkOrganisation(files: RawFiles, today: Day): Checked {
  const faults: Fault[] = [];
  const departments = rowsOf('departments.csv', files, faults);
  const people = rowsOf('people.csv', files, faults);
  const pathways = rowsOf('pathways.csv', files, faults);
  const absences = rowsOf('absences.csv', files, faults);
  const closures = rowsOf('closures.csv', files, faults);
  const known = {
    departments: valuesOf(departments?.map((row) => row.code)),
    people: valuesOf(people?.map((row) => ({ ...row.email, text: row.email.text.toLowerCase() }))),
    names: (people ?? []).map((row) => row.name.text).filter((name) => name.includes(' ')),
  };
  const organisation: ImportedOrganisation = {
    departments: checkDepartments(departments ?? [], known, faults),
    people: checkPeople(people ?? [], known, faults),
    pathways: checkPathways(pathways ?? [], known, today, faults),
    absences: files['absences.csv'] ? checkAbsences(absences ?? [], known.people, faults) : null,
    closures: files['closures.csv'] ? checkClosures(closures ?? [], known.departments, faults) : null,
  };
  if (people && departments) refuseManagerCircles(people, linksOf(departments), today, faults);
  return faults.length === 0 ? { ok: true, organisation } : { ok: false, faults: inOrder(faults).map(withoutCpr) };
}

function rowsOf<F extends FileName>(name: F, files: RawFiles, faults: Fault[]): Row<F>[] | undefined {
  const bytes = files[name];
  const whole = { file: name, line: 0, column: '' };
  if (bytes === undefined) {
    if (isIn(REQUIRED_FILES, name)) faults.push({ ...whole, ...sayings.missingFile(name) });
    return undefined;
  }
  const read = readCsv(name, bytes);
  if ('fault' in read) {
    faults.push(read.fault);
    return undefined;
  }
  const rows = checkTable(name, read.table, faults);
  // An organisation without people would say that everybody has left.
  if (rows?.length === 0 && (name === 'departments.csv' || name === 'people.csv')) {
    faults.push({ ...whole, ...sayings.noRows() });
    return undefined;
  }
  return rows;
}

function valuesOf(fields: readonly Field[] | undefined): Known {
  return fields && new Set(fields.map((field) => field.text).filter((text) => text !== ''));
}

function inOrder(faults: readonly Fault[]): Fault[] {
  const files: readonly string[] = [...REQUIRED_FILES, ...OPTIONAL_FILES];
  return [...faults].sort((a, b) => files.indexOf(a.file) - files.indexOf(b.file) || a.line - b.line);
}

/** Two harmless values side by side could read as a number: then the place alone is told. */
function withoutCpr(fault: Fault): Fault {
  const texts = [fault.column, fault.what.da, fault.what.en, fault.instead.da, fault.instead.en];
  if (!texts.some(holdsCpr)) return fault;
  return { file: fault.file, line: fault.line, column: '', ...sayings.unprintable() };
}

const isIn = (names: readonly string[], name: string): boolean => names.includes(name);
