import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Config, ConfigFault, DEFAULT_POLICY } from '../../bot/config';
import { openFoundation } from '../../bot/house';
import { importFolder } from '../../bot/people/import/import-folder';
import { asDay } from '../../bot/time/day';
import { freshDatabase, type TestDatabase } from '../support/database';

const TENANT = '7e4a0000-0000-4000-8000-00000000000b';
const key = (byte: number) => new Uint8Array(32).fill(byte);

describe('a database that was sealed with a key', () => {
  let database: TestDatabase;
  let dataDir: string;
  const openWith = (keys: ReadonlyMap<number, Uint8Array>) => {
    const config: Config = {
      port: 0,
      host: '127.0.0.1',
      metrics: undefined,
      dataDir,
      database: { appUrl: database.appUrl, ownerUrl: database.ownerUrl },
      development: false,
      municipalities: [
        { tenantId: TENANT, botId: '', botSecret: '', policy: DEFAULT_POLICY, dataKeys: keys, recordStore: undefined },
      ],
      smtpUrl: undefined,
      mailFrom: '',
      demoFolder: undefined,
      logLevel: 'silent',
    };
    return openFoundation(config);
  };

  beforeAll(async () => {
    database = await freshDatabase();
    dataDir = mkdtempSync(path.join(tmpdir(), 'rod-traad-keys-'));
    const foundation = await openWith(new Map([[1, key(1)]]));
    const imported = await importFolder({
      prisma: foundation.prisma,
      tenantId: TENANT,
      folder: path.resolve('test/support/municipality'),
      name: 'Tråby Kommune',
      seal: (place, text) => foundation.sealer.seal({ tenantId: TENANT, ...place }, text),
      open: (place, sealed) => foundation.sealer.open({ tenantId: TENANT, ...place }, sealed),
      newId: foundation.newId,
      now: new Date('2026-03-02T08:00:00Z'),
      today: asDay('2026-03-02'),
    });
    expect(imported.ok).toBe(true);
    await foundation.close();
  });
  afterAll(async () => {
    await database.drop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  test('opens with it, also when a newer one seals from now on', async () => {
    const foundation = await openWith(
      new Map([
        [1, key(1)],
        [2, key(2)],
      ]),
    );
    expect(foundation.connections().open).toBeGreaterThan(0);
    await foundation.close();
  });

  test.each([
    { name: 'with another key', keys: new Map([[1, key(9)]]) },
    { name: 'without the key that it was sealed with', keys: new Map([[2, key(1)]]) },
  ])('does not open $name, and says which is missing', async ({ keys }) => {
    const fault = await openWith(keys).catch((caught: unknown) => caught);
    expect(fault).toBeInstanceOf(ConfigFault);
    expect(String(fault)).toContain(
      `DATA_KEYS: version 1 of municipality ${TENANT} does not open what stands in the database`,
    );
  });
});
