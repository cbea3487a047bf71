import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { tenantId } from '../contracts/msteams-door';
import { botId, forgedToken, type Keys, startKeys, token } from '../contracts/msteams-keys';
import { freshDatabase, type TestDatabase } from '../support/database';
import { bearer, otherBot, otherTenant, probes, type Thrown } from './gate-probes';
import { throwAt } from './gate-throw';
import { onItsDatabase, READY } from './starting';

const serviceUrl = 'https://smba.trafficmanager.net/emea/';
const foreignUrl = 'https://smba.trafficmanager.net.evil.example/';

/** The bot as `npm start` starts it for a municipality, whose keys of Microsoft's are played on loopback. */
describe('the door of a bot that was started for real', () => {
  let [database, keys, bot]: [TestDatabase?, Keys?, ChildProcess?] = [];
  let port = 0;
  const folder = mkdtempSync(path.join(tmpdir(), 'rod-traad-start-door-'));

  beforeAll(async () => {
    const both = [
      { tenantId, botId, secret: 'hush' },
      { tenantId: otherTenant, botId: otherBot, secret: 'hush' },
    ];
    const municipalities = path.join(folder, 'municipalities.json');
    writeFileSync(municipalities, JSON.stringify(both));
    [database, keys] = await Promise.all([freshDatabase(), startKeys()]);
    const started = spawn(
      'node',
      ['--require', path.join(__dirname, 'local-microsoft.cjs'), '--import', 'tsx', 'bot/main.ts'],
      {
        env: {
          PATH: process.env.PATH ?? '',
          HOME: process.env.HOME ?? '',
          PORT: '0',
          DATA_DIR: path.join(folder, 'data'),
          ...onItsDatabase(database),
          TZ: 'UTC',
          MUNICIPALITIES: municipalities,
          DATA_KEYS: [tenantId, otherTenant]
            .map((one) => `${one}=1:${Buffer.alloc(32, 7).toString('base64')}`)
            .join(','),
          LOCAL_KEYS: keys.url,
        },
      },
    );
    bot = started;
    port = await new Promise<number>((resolve, reject) => {
      let said = '';
      const hear = (chunk: Buffer): void => {
        said += chunk.toString('utf8');
        const found = /"port":(\d+)/.exec(said);
        if (said.includes(READY) && found) resolve(Number(found[1]));
      };
      started.stdout.on('data', hear);
      started.stderr.on('data', hear);
      started.once('close', () => reject(new Error(`The bot ended:\n${said}`)));
    });
  }, 60_000);
  afterAll(async () => {
    // Ended already where it could not start.
    const ended = bot?.exitCode === null ? new Promise((resolve) => bot?.once('close', resolve)) : undefined;
    bot?.kill('SIGTERM');
    await ended;
    await keys?.close();
    await database?.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  const calls = (thrown: Thrown) => throwAt(port, thrown, serviceUrl);

  test('lets in what Teams sends', async () => {
    expect(await calls({ authorization: bearer(token(serviceUrl)) })).toEqual({ status: 200, text: '' });
  }, 30_000);

  test.each(probes)('keeps out $name', async ({ status, thrown }) => {
    const answer = await calls(thrown({ serviceUrl, foreignUrl }));
    expect(answer.status).toBe(status);
    expect(answer.text).not.toMatch(/at |Error|node_modules/);
  });

  test('still lets in what Teams sends', async () => {
    expect((await calls({ authorization: bearer(token(serviceUrl)) })).status).toBe(200);
    expect((await calls({ authorization: bearer(forgedToken(serviceUrl, { alg: 'HS256' })) })).status).toBe(401);
  }, 30_000);
});
