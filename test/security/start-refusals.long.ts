import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DEFAULT_POLICY, readConfig } from '../../bot/config';
import { openFoundation } from '../../bot/house';
import { freshDatabase, type TestDatabase } from '../support/database';
import { expectRefusal, forReal, onItsDatabase, READY, starts, TENANT } from './starting';
import { connected } from './tables';

let folder: string;
let database: TestDatabase;
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'rod-traad-policies-'));
  database = await freshDatabase();
});
afterAll(async () => {
  await database.drop();
  rmSync(folder, { recursive: true });
});

describe('a start for real', () => {
  test('gets ready with all it needs, in UTC', async () => {
    const { out, err } = await starts(forReal(database));
    expect([err, out]).toEqual(['', expect.stringContaining(READY)]);
  }, 70_000);

  test('is refused without credentials outside loopback, and touches nothing', async () => {
    const ended = await starts({ HOST: '0.0.0.0' });
    expectRefusal(
      ended,
      /HOST is 0\.0\.0\.0, and without BOT_ID or MUNICIPALITIES no tokens are asked.*Set them, or leave HOST out/,
    );
    expect(ended.err.trim().split('\n')).toHaveLength(2);
    expect(ended.touched).toBe('');
  }, 70_000);

  test('is refused in another time zone than UTC, and without the keys that citizen text is sealed with', async () => {
    const { DATA_KEYS: _none, ...env } = forReal(database);
    const ended = await starts({ ...env, TZ: 'Europe/Copenhagen' });
    expectRefusal(
      ended,
      new RegExp(`^- DATA_KEYS has no key for municipality ${TENANT}; make one with: openssl rand -base64 32$`, 'm'),
      /^- TZ: this process runs in the time zone Europe\/Copenhagen, and has to run in UTC.*Start it with TZ=UTC/m,
    );
    expect(ended.touched).toBe('');
  }, 70_000);

  test('is refused with a policy that has a field nobody knows: each with file, place and field', async () => {
    const policy = mkdtempSync(path.join(folder, 'policy-'));
    cpSync(DEFAULT_POLICY, policy, { recursive: true });
    const change = (file: string, to: (text: string) => string) => {
      const text = readFileSync(path.join(policy, file), 'utf8');
      expect(to(text)).not.toBe(text);
      writeFileSync(path.join(policy, file), to(text));
    };
    change('house.yaml', (text) => `${text}\nkeepAnswerMonths: 6\n`);
    change('ladders.yaml', (text) => text.replace(/^( +)nature: duty$/m, '$&\n$1natur: duty'));
    change('milestones.yaml', (text) => text.replace(/^( +)age: .*$/m, '$&\n$1ages: 16y'));

    expectRefusal(
      await starts({ ...forReal(database), POLICY: policy }),
      /house\.yaml:\d+:1 keepAnswerMonths: is not a known field/,
      /ladders\.yaml cannot be used:\n.*natur\b/,
      /milestones\.yaml:\d+:\d+ [\w-]+\.ages: is not a known field/,
    );
  }, 70_000);
});

describe('development mode on a machine of any time zone', () => {
  test('runs in UTC, which it sets itself', async () => {
    const { TZ } = process.env;
    process.env.TZ = 'Asia/Kolkata';
    try {
      const env = { ...onItsDatabase(database), DATA_DIR: path.join(folder, 'zone') };
      const foundation = await openFoundation(readConfig(env, 'Asia/Kolkata'));
      expect(process.env.TZ).toBe('UTC');
      await foundation.close();
    } finally {
      if (TZ === undefined) delete process.env.TZ;
      else process.env.TZ = TZ;
    }
  });

  test('on an embedded database that is told so, whatever zone its folder was made in', async () => {
    const { rows } = await connected(database.adminUrl, (client) =>
      client.query(`select setting, source from pg_settings where name = 'TimeZone'`),
    );
    expect(rows).toEqual([{ setting: 'UTC', source: 'command line' }]);
  });
});
