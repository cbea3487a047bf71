import type { Field, Row } from './check-table';
import { type Circled, findCircles } from './circles';
import type { Fault } from './fault';
import {
  complete,
  type Known,
  optionalChoice,
  optionalDepartment,
  optionalPerson,
  refuseDoubles,
  requiredCode,
  requiredText,
} from './fields';
import { DEPARTMENT_KINDS, type ImportedDepartment } from './organisation-file';
import { sayings } from './sayings';

type DepartmentRow = Row<'departments.csv'>;

/** What the chains of managers need of a department, whatever else is wrong with its row. */
export type DepartmentLink = {
  readonly code: string;
  readonly parentCode: string;
  readonly managerEmail: string;
  readonly parent: Field;
};

export function checkDepartments(
  rows: readonly DepartmentRow[],
  known: { readonly departments: Known; readonly people: Known },
  faults: Fault[],
): ImportedDepartment[] {
  refuseDoubles(
    faults,
    rows.map((row) => row.code),
  );
  const read = rows.flatMap((row) => {
    const department = complete<ImportedDepartment>({
      code: requiredCode(faults, row.code),
      name: requiredText(faults, row.name),
      kind: kindOf(row, faults),
      parentCode: optionalDepartment(faults, row.parent_code, known.departments),
      managerEmail: optionalPerson(faults, row.manager_email, known.people),
    });
    return department ? [department] : [];
  });
  refuseCircles(linksOf(rows), faults);
  return read;
}

export function linksOf(rows: readonly DepartmentRow[]): DepartmentLink[] {
  return rows.map((row) => ({
    code: row.code.text,
    parentCode: row.parent_code.text,
    managerEmail: row.manager_email.text.toLowerCase(),
    parent: row.parent_code,
  }));
}

function kindOf(row: DepartmentRow, faults: Fault[]) {
  const kind = optionalChoice(faults, row.kind, DEPARTMENT_KINDS);
  return kind === null ? 'other' : kind;
}

function refuseCircles(links: readonly DepartmentLink[], faults: Fault[]): void {
  const byCode = new Map(links.map((link) => [link.code, link]));
  const circles: Circled<DepartmentLink>[] = findCircles(links, (link) => byCode.get(link.parentCode));
  for (const circle of circles) {
    const { file, line, column } = circle[0].parent;
    const codes = [...circle, circle[0]].map((link) => link.code);
    faults.push({ file, line, column, ...sayings.circleOfDepartments(codes) });
  }
}
