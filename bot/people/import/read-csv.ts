import { isUtf8 } from 'node:buffer';
import { CsvError, parse } from 'csv-parse/sync';
import { holdsCpr } from '../../privacy/cpr';
import type { Fault, Place, Saying } from './fault';
import { sayings } from './sayings';

/** One value of a file and where it stands. */
export type Cell = Place & { readonly text: string };

type CsvRow = { readonly line: number; readonly cells: readonly Cell[] };

export type CsvTable = { readonly file: string; readonly header: readonly Cell[]; readonly rows: readonly CsvRow[] };

type Line = { readonly line: number; readonly values: readonly string[] };

/**
 * Reads a CSV file as Danish Excel writes it: `;` or `,` (whichever the headings use more), UTF-8 with or without BOM or
 * else Windows-1252, any line ends, quoted fields. Rows without any value are left out. A line is the one on which the
 * row begins; a cell's column is its heading in small letters.
 */
export function readCsv(file: string, bytes: Uint8Array): { readonly table: CsvTable } | { readonly fault: Fault } {
  const text = decode(bytes);
  if (text === undefined) return { fault: { file, line: 0, column: '', ...sayings.notACsv() } };
  const unified = text.replace(/\r\n?/g, '\n');
  const read = records(unified, separatorOf(unified));
  if ('saying' in read) return { fault: { file, line: read.line, column: '', ...read.saying } };
  const [first, ...rest] = read.records.filter((record) => record.values.some((value) => value.trim() !== ''));
  if (first === undefined) return { fault: { file, line: 0, column: '', ...sayings.emptyFile() } };
  const names = first.values.map((value, at) => columnName(value, at));
  const cellsOf = ({ line, values }: Line): Cell[] =>
    values.map((text, at) => ({ file, line, column: names[at] ?? `#${at + 1}`, text }));
  return {
    table: {
      file,
      header: cellsOf(first),
      rows: rest.map((record) => ({ line: record.line, cells: cellsOf(record) })),
    },
  };
}

/** UTF-16 and whole workbooks hold zero bytes, a CSV file never does. */
function decode(bytes: Uint8Array): string | undefined {
  if (bytes.includes(0)) return undefined;
  return new TextDecoder(isUtf8(bytes) ? 'utf-8' : 'windows-1252').decode(bytes);
}

/** A heading as it may be shown: nothing but letters, digits and spaces, and never a CPR number. */
function columnName(value: string, at: number): string {
  const name = value.trim().toLowerCase();
  return /^\p{L}[\p{L}\d_ -]{0,39}$/u.test(name) && !holdsCpr(name) ? name : `#${at + 1}`;
}

function separatorOf(text: string): ';' | ',' {
  const heading = text.trimStart().split('\n', 1)[0] ?? '';
  const count = (separator: string) => heading.split(separator).length;
  return count(',') > count(';') ? ',' : ';';
}

function records(text: string, delimiter: string): { records: Line[] } | { line: number; saying: Saying } {
  const found: Line[] = [];
  let lastLine = 0;
  try {
    parse(text, {
      delimiter,
      record_delimiter: '\n',
      relax_column_count: true,
      on_record: (values: string[], { lines }) => {
        found.push({ line: lastLine + 1, values });
        lastLine = lines;
        return null;
      },
    });
    return { records: found };
  } catch (fault) {
    if (!(fault instanceof CsvError)) throw fault;
    return { line: lastLine + 1, saying: sayings.brokenQuotes() };
  }
}
