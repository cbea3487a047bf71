import fc from 'fast-check';
import { readCsv } from '../../bot/people/import/read-csv';

const utf8 = (text: string) => new TextEncoder().encode(text);
/** Every letter used here has the same place in Windows-1252 as in Latin-1. */
const windows1252 = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'));

function read(bytes: Uint8Array) {
  const found = readCsv('people.csv', bytes);
  if ('fault' in found) throw new Error(found.fault.what.en);
  const { header, rows } = found.table;
  return {
    header: header.map((cell) => cell.column),
    rows: rows.map((row) => row.cells.map((cell) => cell.text)),
    lines: rows.map((row) => row.line),
  };
}

function fault(bytes: Uint8Array) {
  const found = readCsv('people.csv', bytes);
  return 'fault' in found ? found.fault : undefined;
}

describe('A CSV file is read as Danish Excel writes it', () => {
  const danish = 'name;title\r\nSørine Dahl;Afdelingsleder på øen Ærø\r\n';
  const expected = { header: ['name', 'title'], rows: [['Sørine Dahl', 'Afdelingsleder på øen Ærø']], lines: [2] };

  it.each([
    { how: 'in UTF-8', bytes: utf8(danish) },
    { how: 'in UTF-8 with a byte order mark', bytes: utf8(`\ufeff${danish}`) },
    { how: 'in Windows-1252', bytes: windows1252(danish) },
    { how: 'with commas', bytes: utf8(danish.replaceAll(';', ',')) },
    { how: 'with line ends of Unix', bytes: utf8(danish.replaceAll('\r\n', '\n')) },
    { how: 'with line ends of old Macs', bytes: utf8(danish.replaceAll('\r\n', '\r')) },
    { how: 'without an end to the last line', bytes: utf8(danish.trimEnd()) },
    { how: 'with quotes around every field', bytes: utf8(danish.replace(/[^;\r\n]+/g, '"$&"')) },
    { how: 'with headings in capitals and spaces', bytes: utf8(danish.replace('name;title', ' Name ; TITLE ')) },
    { how: 'with empty rows at the end', bytes: utf8(`${danish};\r\n\r\n;;\r\n`) },
  ])('$how', ({ bytes }) => {
    expect(read(bytes)).toEqual(expected);
  });

  it('keeps separators, quotes and line ends inside quoted fields', () => {
    const found = read(utf8('name;title\r\n"Dahl; Sørine";"""Leder""\r\nog mere"\r\nBo;x\r\n'));
    expect(found.rows).toEqual([
      ['Dahl; Sørine', '"Leder"\nog mere'],
      ['Bo', 'x'],
    ]);
  });

  it('knows the line on which each row begins, past quoted line ends and empty rows', () => {
    expect(read(utf8('\r\nname;title\r\n\r\nA;"1\r\n2\r\n3"\r\n;\r\nB;x\r\n')).lines).toEqual([4, 8]);
  });

  it('gives cells the heading as their column, and a number where the heading may not be shown', () => {
    const found = readCsv('people.csv', utf8('Name;;010170-1234;a\u001bb\r\nA;B;C;D;E\r\n'));
    if ('fault' in found) throw new Error('unreadable');
    expect(found.table.rows[0]?.cells.map((cell) => cell.column)).toEqual(['name', '#2', '#3', '#4', '#5']);
  });
});

describe('A file that is no CSV is named as such', () => {
  it.each([
    { what: 'nothing', bytes: utf8(''), line: 0, says: 'The file is empty.' },
    { what: 'blank lines', bytes: utf8('\r\n ; \r\n'), line: 0, says: 'The file is empty.' },
    {
      what: 'UTF-16',
      bytes: Uint8Array.from(Buffer.from('\ufeffname;title', 'utf16le')),
      line: 0,
      says: 'not a CSV file',
    },
    {
      what: 'a workbook',
      bytes: Uint8Array.from([0x50, 0x4b, 0x03, 0x04, 0x00, 0x00]),
      line: 0,
      says: 'not a CSV file',
    },
    { what: 'a quote that is never closed', bytes: utf8('name\nA\n"B\nC\nD\n'), line: 3, says: 'quotation mark' },
    { what: 'a quote inside an unquoted field', bytes: utf8('name\nA\nB "C"\n'), line: 3, says: 'quotation mark' },
    { what: 'text after a closing quote', bytes: utf8('name\nA\n"B" C\n'), line: 3, says: 'quotation mark' },
  ])('$what', ({ bytes, line, says }) => {
    expect(fault(bytes)).toMatchObject({ file: 'people.csv', line, what: { en: expect.stringContaining(says) } });
  });
});

it('Whatever is written is read back, by either separator and in quotes', () => {
  const value = fc.string({ unit: fc.constantFrom('a', 'æ', ';', ',', '"', ' ', '\n', '|', '1') });
  const rows = fc.array(fc.tuple(value, value), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(rows, fc.constantFrom(';', ','), (written, separator) => {
      const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
      const text = [['name', 'title'], ...written].map((row) => row.map(quoted).join(separator)).join('\r\n');
      expect(read(utf8(text)).rows).toEqual(written.filter((row) => row.some((cell) => cell.trim() !== '')));
    }),
  );
});

it('Whatever the bytes are, reading never fails', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => typeof readCsv('x.csv', bytes) === 'object'));
});
