import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { makeSealer, type SealPlace } from '../../bot/privacy/seal';
import type { Town } from '../support/town';
import { openSecretTown, playStory, SECRET_TEXTS, SECRETS } from './full-story';
import { connected, tableNames, whereInDatabase } from './tables';

const TENANT = 'd0000000-0000-4000-8000-000000000001';
const place: SealPlace = {
  tenantId: TENANT,
  table: 'pathway',
  column: 'alias_sealed',
  rowId: '01900000-0000-7000-8000-000000000001',
};
const key = () => new Uint8Array(randomBytes(32));
const one = key();
const two = key();
const sealer = makeSealer(() => new Map([[1, one]]));

describe('a sealed value', () => {
  test('opens to what was sealed, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(sealer.open(place, sealer.seal(place, text))).toBe(text);
      }),
    );
  });

  test('is never the same twice and shows nothing of the text', () => {
    const [first, second] = [sealer.seal(place, SECRETS.alias), sealer.seal(place, SECRETS.alias)];
    expect(Buffer.from(first).equals(Buffer.from(second))).toBe(false);
    expect(Buffer.from(first).includes(SECRETS.alias)).toBe(false);
  });

  test('does not open when a single bit of it is another, anywhere', () => {
    const sealed = sealer.seal(place, SECRETS.alias);
    const opened = Array.from({ length: sealed.length * 8 }, (_, bit) => {
      const altered = Uint8Array.from(sealed);
      altered[bit >> 3] = (altered[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      return opens(altered, place);
    });
    expect(opened.filter(Boolean)).toEqual([]);
  });

  test('does not open when it is cut short or longer, down to nothing', () => {
    const sealed = sealer.seal(place, SECRETS.alias);
    const cut = Array.from({ length: sealed.length }, (_, length) => opens(sealed.slice(0, length), place));
    expect(cut.filter(Boolean)).toEqual([]);
    expect(opens(Uint8Array.from([...sealed, 0]), place)).toBe(false);
  });

  test.each([
    { where: 'row', moved: { rowId: '01900000-0000-7000-8000-000000000002' } },
    { where: 'column', moved: { column: 'born_on_sealed' } },
    { where: 'table', moved: { table: 'case_number' } },
    { where: 'municipality', moved: { tenantId: 'd0000000-0000-4000-8000-000000000002' } },
  ])('does not open in another $where, though the key is the same', ({ moved }) => {
    expect(opens(sealer.seal(place, 'x'), { ...place, ...moved })).toBe(false);
  });

  test('does not open with another key of the same version', () => {
    expect(() => makeSealer(() => new Map([[1, two]])).open(place, sealer.seal(place, 'x'))).toThrow();
  });

  test('of an older key opens while that key is there, and new ones are sealed with the newest', () => {
    const both = makeSealer(
      () =>
        new Map([
          [1, one],
          [2, two],
        ]),
    );
    const old = sealer.seal(place, 'before');
    const fresh = both.seal(place, 'after');
    expect([both.open(place, old), both.open(place, fresh)]).toEqual(['before', 'after']);
    expect([old[0], fresh[0]]).toEqual([1, 2]);

    const later = makeSealer(() => new Map([[2, two]]));
    expect(later.open(place, fresh)).toBe('after');
    expect(() => later.open(place, old)).toThrow(/version 1/);
  });

  test('cannot be made or opened for a municipality without a key', () => {
    const keyless = makeSealer(() => undefined);
    expect(() => keyless.seal(place, 'x')).toThrow(/No data key/);
    expect(() => keyless.open(place, sealer.seal(place, 'x'))).toThrow(/No data key/);
  });
});

function opens(sealed: Uint8Array, at: SealPlace): boolean {
  try {
    sealer.open(at, sealed);
    return true;
  } catch {
    return false;
  }
}

describe("a meeting's whole life leaves nothing in clear letters", () => {
  let town: Town;
  const found: string[] = [];
  beforeAll(async () => {
    town = await openSecretTown();
    await playStory(town, async (what) => {
      // The queue's tables are in it too.
      found.push(
        ...(await whereInDatabase(town.database.adminUrl, SECRET_TEXTS)).map(
          (where) => `${what || 'import'}: ${where}`,
        ),
      );
    });
  }, 120_000);
  afterAll(() => town.close());

  test('in any column of any table, at any step', () => {
    expect(found).toEqual([]);
  });

  test('while the people whom it concerns have read it all', () => {
    const read = ['Carla', 'Bo', 'Mette', 'Jonas'].map((name) => town.reads(name).join(' ')).join(' ');
    const written = JSON.stringify(town.teams.log());
    for (const text of [SECRETS.alias, SECRETS.place, SECRETS.whyBo, 'lillebror'])
      expect(`${read} ${written}`).toContain(text);
  });

  test('and a text in clear letters, or in bytes that anybody can read, would be found', async () => {
    const { adminUrl } = town.database;
    await connected(adminUrl, async (client) => {
      await client.query(`update person set title = 'kender Zirkonia' where email = 'bo@by.example'`);
      await client.query(`update case_number set value_sealed = convert_to($1, 'utf8')`, [SECRETS.caseNumber]);
      await client.query(`insert into queue.job (name, data) values ('pump', $1)`, [
        JSON.stringify({ why: SECRETS.whyMette }),
      ]);
    });
    const where = await whereInDatabase(adminUrl, SECRET_TEXTS);
    expect(new Set(where.map((one) => one.replace(/^queue\.\w+/, 'queue')))).toEqual(
      new Set([
        `public.case_number: ${SECRETS.caseNumber}`,
        `public.person: ${SECRETS.alias}`,
        `queue: ${SECRETS.whyMette}`,
      ]),
    );
  });

  test('every column of bytes is a sealed one, and opens in its own place only', async () => {
    const rows = await connected(town.database.adminUrl, async (client) => {
      const { rows: columns } = await client.query<{ table: string; column: string }>(
        `select table_name as table, column_name as column from information_schema.columns
         where table_schema = 'public' and (udt_name = 'bytea' or column_name like '%sealed%') order by 1, 2`,
      );
      const all: { table: string; column: string; id: string; value: Buffer }[] = [];
      for (const { table, column } of columns) {
        const values = await client.query<{ id: string; value: Buffer }>(
          `select id, "${column}" as value from "${table}" where "${column}" is not null order by id`,
        );
        all.push(...values.rows.map((row) => ({ table, column, ...row })));
      }
      expect(await tableNames(client)).toEqual(expect.arrayContaining(columns.map(({ table }) => table)));
      expect(columns.filter(({ column }) => !column.endsWith('_sealed'))).toEqual([]);
      expect(columns.length).toBeGreaterThan(20);
      // The story fills every one of them, the journal's documents too, which wait to be sent.
      const filled = new Set(all.map(({ table, column }) => `${table}.${column}`));
      expect(columns.map(({ table, column }) => `${table}.${column}`).filter((name) => !filled.has(name))).toEqual([]);
      return all.filter(({ table }) => table !== 'case_number');
    });
    const { sealer: own } = town.house;
    const at = (row: (typeof rows)[number]) => ({
      tenantId: TENANT,
      table: row.table,
      column: row.column,
      rowId: row.id,
    });
    expect(rows.map((row) => own.open(at(row), row.value)).filter((text) => text === SECRETS.alias)).toHaveLength(1);
    const opened = new Set(rows.map((row) => own.open(at(row), row.value)));
    const { whyBo: _changed, whyMette: _too, caseNumber: _planted, born: _date, ...texts } = SECRETS;
    expect(Object.values(texts).filter((text) => !opened.has(text))).toEqual([]);
    rows.forEach((row, index) => {
      const next = rows[(index + 1) % rows.length];
      if (next) expect(() => own.open(at(row), next.value)).toThrow();
    });
  });
});
