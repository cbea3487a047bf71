import { existsSync, readFileSync } from 'node:fs';
import { freshDatabase, type TestDatabase } from '../support/database';
import { connected } from './tables';

type Mapped = { readonly table: string; readonly sealed: string[]; readonly clear: string[]; readonly words: string[] };
const DOC = readFileSync('docs/security.md', 'utf8');
const KEYS = ['tenant_id', 'id'];

/** The rows of the data map: a table's columns, sealed and in clear, and what is said of it in words. */
function mapOf(document: string): Mapped[] {
  const [, part = ''] = document.split('## The data map');
  return [...part.matchAll(/^\| `(\w+)` \|(.*)\|$/gm)].map(([, table = '', rest = '']) => {
    const [why = '', sealed = '', clear = '', who = '', long = ''] = rest.split('|').map((cell) => cell.trim());
    const names = (cell: string) => [...cell.matchAll(/`(\w+)`/g)].map(([, name = '']) => name).sort();
    return { table, sealed: names(sealed), clear: names(clear), words: [why, who, long] };
  });
}

describe('the data map', () => {
  let database: TestDatabase;
  let columns: { table: string; column: string; type: string }[];
  beforeAll(async () => {
    database = await freshDatabase();
    ({ rows: columns } = await connected(database.adminUrl, (client) =>
      client.query(`select table_name as table, column_name as column, udt_name as type from information_schema.columns
        where table_schema = 'public' and table_name <> '_prisma_migrations' order by 1, 2`),
    ));
  });
  afterAll(() => database.drop());
  const ofSchema = (): Omit<Mapped, 'words'>[] =>
    [...new Set(columns.map(({ table }) => table))].map((table) => {
      const own = columns.filter((one) => one.table === table && !KEYS.includes(one.column));
      const named = (sealed: boolean) =>
        own
          .filter(({ type }) => (type === 'bytea') === sealed)
          .map(({ column }) => column)
          .sort();
      return { table, sealed: named(true), clear: named(false) };
    });

  test('names every table and every column of the database, and whether it is sealed: nothing is missing, nothing too much', () => {
    const said = mapOf(DOC).map(({ words: _, ...one }) => one);
    const byTable = (one: { table: string }, other: { table: string }) => (one.table < other.table ? -1 : 1);
    expect(said.sort(byTable)).toEqual(ofSchema().sort(byTable));
    expect(said.length).toBeGreaterThan(60);
  });

  test('says of each why, who sees it and how long it is kept', () => {
    const empty = mapOf(DOC).filter(({ words }) => words.length !== 3 || words.some((word) => word.length < 3));
    expect(empty).toEqual([]);
  });

  test('a column that came without a word would be found', () => {
    const without = DOC.replace(' `ended_because`', '');
    expect(without).not.toBe(DOC);
    expect(mapOf(without).find(({ table }) => table === 'pathway')?.clear).not.toEqual(
      ofSchema().find(({ table }) => table === 'pathway')?.clear,
    );
  });

  test('says plainly what is in clear of a birth date and of outcomes, by columns that are there and are not sealed', () => {
    const [, part = ''] = DOC.split('## What is sealed, and what is in clear');
    const [clear = ''] = part.split('\n## ');
    const named = [...clear.matchAll(/`(\w+)\.(\w+)`/g)].map(([, table = '', column = '']) => ({ table, column }));
    expect(named).toEqual(
      expect.arrayContaining([
        { table: 'milestone', column: 'due_on' },
        { table: 'milestone', column: 'outcome_codes' },
        { table: 'milestone', column: 'key' },
      ]),
    );
    const gone = named.filter(
      ({ table, column }) => columns.find((one) => one.table === table && one.column === column)?.type === undefined,
    );
    expect(gone).toEqual([]);
  });

  test('every test that a promise rests on is there', () => {
    const [, part = ''] = DOC.split('## What is promised');
    const [promises = ''] = part.split('\n## ');
    const files = [...promises.matchAll(/^\|.*\| (.*) \|$/gm)].flatMap(([, cell = '']) =>
      [...cell.matchAll(/`([\w./-]+)`/g)].map(([, file = '']) => (file.includes('/') ? file : `test/security/${file}`)),
    );
    expect(files.length).toBeGreaterThan(10);
    expect(files.filter((file) => !existsSync(file))).toEqual([]);
  });
});
