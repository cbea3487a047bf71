import { holdsCpr } from '../../privacy/cpr';
import { COLUMNS, type Column, type FileName } from './columns';
import type { Fault, Place } from './fault';
import { nearestOf } from './nearest';
import type { Cell, CsvTable } from './read-csv';
import { sayings } from './sayings';

/** A value that may be judged: without the spaces around it. `withheld` when it held a CPR number and was taken out. */
export type Field = Place & { readonly text: string; readonly withheld: boolean };

/** One row by its headings; an optional column that is not there gives an empty field. */
export type Row<F extends FileName> = Readonly<Record<Column<F>, Field>>;

/**
 * Checks a table's headings and takes out what may never be read on: CPR numbers, in any cell.
 * @returns the rows, or undefined when the headings do not allow reading them
 */
export function checkTable<F extends FileName>(name: F, table: CsvTable, faults: Fault[]): Row<F>[] | undefined {
  const columns: readonly string[] = [...COLUMNS[name].required, ...COLUMNS[name].optional];
  refuseCpr(table, faults);
  const headed = checkHeader(name, table, columns, faults);
  const positions = new Map(table.header.map((cell, at) => [cell.column, at]));
  for (const row of table.rows) {
    for (const cell of row.cells.slice(table.header.length)) {
      if (cell.text.trim() !== '') faults.push({ ...placeOf(cell), ...sayings.surplus() });
    }
  }
  if (!headed) return undefined;
  return table.rows.map((row) => {
    const fields = columns.map((column): [string, Field] => {
      const at = positions.get(column);
      const cell = at === undefined ? undefined : row.cells[at];
      return [column, fieldOf(cell ?? { file: table.file, line: row.line, column, text: '' }, faults)];
    });
    return Object.fromEntries(fields) as Row<F>;
  });
}

function refuseCpr(table: CsvTable, faults: Fault[]): void {
  for (const cells of [table.header, ...table.rows.map((row) => row.cells)]) {
    for (const cell of cells) {
      if (holdsCpr(cell.text)) faults.push({ ...placeOf(cell), ...sayings.cpr() });
    }
  }
}

function checkHeader(name: FileName, table: CsvTable, columns: readonly string[], faults: Fault[]): boolean {
  const seen = new Set<string>();
  let readable = true;
  table.header.forEach((cell, at) => {
    // Excel keeps columns that once held something: without heading and values they say nothing.
    const isBare = cell.text.trim() === '' && table.rows.every((row) => (row.cells[at]?.text ?? '').trim() === '');
    if (isBare || holdsCpr(cell.text)) return;
    if (!columns.includes(cell.column)) {
      const missing = columns.filter((column) => !table.header.some((other) => other.column === column));
      faults.push({ ...placeOf(cell), ...sayings.unknownColumn(nearestOf(cell.column, missing, 'likely')) });
    } else if (seen.has(cell.column)) {
      faults.push({ ...placeOf(cell), ...sayings.doubledColumn() });
      readable = false;
    }
    seen.add(cell.column);
  });
  const line = table.header[0]?.line ?? 1;
  for (const column of COLUMNS[name].required) {
    if (seen.has(column)) continue;
    faults.push({ file: table.file, line, column, ...sayings.missingColumn(column) });
    readable = false;
  }
  return readable;
}

function fieldOf(cell: Cell, faults: Fault[]): Field {
  const place = placeOf(cell);
  if (holdsCpr(cell.text)) return { ...place, text: '', withheld: true };
  const text = cell.text.normalize('NFC').trim();
  if (/\p{Cc}/u.test(text)) {
    faults.push({ ...place, ...sayings.unprintable() });
    return { ...place, text: '', withheld: true };
  }
  return { ...place, text, withheld: false };
}

const placeOf = ({ file, line, column }: Place): Place => ({ file, line, column });
