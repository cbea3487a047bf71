import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { DEVELOPMENT_TENANT } from '../../bot/config';
import { type Connector, type StagePerson, startConnector } from '../../stage/connector';
import { readDirectory } from '../../stage/directory';
import { freshDatabase, type TestDatabase } from '../support/database';

/*
 * The bot as it is started for real, as a process with a server database of its own, and what it tells of itself.
 */
const MUNICIPALITY = path.resolve('test/support/municipality');
const STARTS_WITHIN_MS = 120_000;

type Ready = { port: number; metricsPort: number };

let database: TestDatabase;
let dataDir: string;
let bot: ChildProcess;
let ready: Ready;
let teams: Connector;
let people: StagePerson[];

function start(): Promise<Ready> {
  bot = spawn(process.execPath, ['--import', 'tsx', path.resolve('bot/main.ts')], {
    env: {
      PATH: process.env.PATH,
      PORT: '0',
      METRICS_PORT: '0',
      DATA_DIR: dataDir,
      DEMO_FOLDER: MUNICIPALITY,
      DATABASE_URL: database.appUrl,
      DATABASE_OWNER_URL: database.ownerUrl,
    },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  return new Promise((resolve, reject) => {
    bot.once('exit', (code) => reject(new Error(`The bot ended with ${code}`)));
    if (!bot.stdout) return;
    createInterface({ input: bot.stdout }).on('line', (line) => {
      const told: Partial<Ready> & { msg?: string } = JSON.parse(line);
      if (told.msg === 'Rød Tråd is ready' && told.port && told.metricsPort)
        resolve({ port: told.port, metricsPort: told.metricsPort });
    });
  });
}

beforeAll(async () => {
  database = await freshDatabase();
  dataDir = mkdtempSync(path.join(tmpdir(), 'rod-traad-metrics-'));
  ready = await start();
  people = await readDirectory(MUNICIPALITY);
  teams = await startConnector({
    people,
    tenantId: DEVELOPMENT_TENANT,
    botUrl: () => `http://127.0.0.1:${ready.port}`,
    now: () => new Date(),
  });
}, STARTS_WITHIN_MS);

afterAll(async () => {
  await teams?.stop();
  const gone = new Promise((resolve) => bot.once('exit', resolve));
  bot.kill('SIGTERM');
  await gone;
  await database.drop();
  rmSync(dataDir, { recursive: true, force: true });
}, 60_000);

const ask = (port: number, route: string) => fetch(`http://127.0.0.1:${port}${route}`);
/** The number of one line, by its name and labels as they stand there. */
const read = async (line: string): Promise<number | undefined> => {
  const text = await (await ask(ready.metricsPort, '/metrics')).text();
  const found = text.split('\n').find((one) => one.startsWith(`${line} `));
  return found === undefined ? undefined : Number(found.slice(line.length + 1));
};
const tenant = `tenant="${DEVELOPMENT_TENANT}"`;

describe('what the bot tells of itself', () => {
  test('nothing where Teams comes in, and on a port of its own all of it', async () => {
    expect((await ask(ready.port, '/metrics')).status).toBe(404);
    expect((await ask(ready.metricsPort, '/readyz')).status).toBe(404);
    const answer = await ask(ready.metricsPort, '/metrics');
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toContain('text/plain; version=0.0.4');
    const text = await answer.text();
    expect(text).toContain('process_resident_memory_bytes');
    expect(text).toContain('nodejs_eventloop_lag_seconds');
  });

  test('how it is: the database answers, the queue lives, the beat has been', async () => {
    expect(await read('rod_traad_database_up')).toBe(1);
    expect(await read('rod_traad_queue_alive')).toBe(1);
    const age = await read('rod_traad_beat_age_seconds');
    expect(age).toBeGreaterThanOrEqual(0);
    expect(age).toBeLessThan(120);
    expect(await read('rod_traad_database_connections{state="open"}')).toBeGreaterThan(0);
    expect(await read(`rod_traad_messages_due{${tenant}}`)).toBe(0);
    expect(await read(`rod_traad_obligations_stumbling{${tenant}}`)).toBe(0);
  });

  test('a turn is counted by what came in and how it ended, and the call at the door', async () => {
    const calls = (await read('rod_traad_calls_total{status="200"}')) ?? 0;
    const [carla] = people.filter((one) => one.name.startsWith('Carla'));
    await teams.meet(carla?.entraId ?? '');
    await teams.say(carla?.entraId ?? '', 'hjælp', { locale: 'da' });
    expect(await read(`rod_traad_turn_duration_seconds_count{${tenant},input="text",outcome="answered"}`)).toBe(1);
    expect(await read('rod_traad_calls_total{status="200"}')).toBeGreaterThan(calls);
  });

  test('what is turned away is counted, and stands among the warnings', async () => {
    const forged = await fetch(`http://127.0.0.1:${ready.port}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ type: 'message', channelId: 'webchat' }),
    });
    expect(forged.status).toBe(403);
    expect(await read('rod_traad_calls_total{status="403"}')).toBe(1);
    expect(await read('rod_traad_logs_total{level="warn",text="a call was turned away"}')).toBe(1);
  });

  test('it names nobody: no person, no department, no municipality, no reference', async () => {
    const text = await (await ask(ready.metricsPort, '/metrics')).text();
    for (const { name, email, department } of people)
      for (const word of [name, name.split(' ')[0] ?? name, email, department]) expect(text).not.toContain(word);
    expect(text).not.toMatch(/kommune|BF-\d/i);
  });
});
