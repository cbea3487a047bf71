import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestDatabase } from '../support/database';

export type Env = Readonly<Record<string, string>>;
export type Ended = {
  readonly out: string;
  readonly err: string;
  readonly code: number | null;
  readonly touched: string;
};

export const TENANT = '11111111-1111-4111-8111-111111111111';
export const READY = 'Rød Tråd is ready';
/** What `npm start` runs. */
const START: string = JSON.parse(readFileSync('package.json', 'utf8')).scripts.start;

/** Everything that a start for real needs. */
export const forReal = (database: TestDatabase): Env => ({
  BOT_ID: '33333333-3333-4333-8333-333333333333',
  BOT_TENANT_ID: TENANT,
  BOT_SECRET: 'hush',
  DATA_KEYS: `${TENANT}=1:${Buffer.alloc(32, 7).toString('base64')}`,
  ...onItsDatabase(database),
  TZ: 'UTC',
});
export const onItsDatabase = (database: TestDatabase): Env => ({
  DATABASE_URL: database.appUrl,
  DATABASE_OWNER_URL: database.ownerUrl,
});

/** Starts the bot as `npm start` does, with a data folder of its own; one that gets ready is ended. */
export async function starts(env: Env): Promise<Ended> {
  const folder = mkdtempSync(path.join(tmpdir(), 'rod-traad-start-'));
  const bot = spawn('sh', ['-c', START.replace(/&& (?=[^&]*$)/, '&& exec ')], {
    env: {
      PATH: process.env.PATH ?? '',
      HOME: process.env.HOME ?? '',
      DATA_DIR: path.join(folder, 'data'),
      PORT: '0',
      ...env,
    },
  });
  let [out, err] = ['', ''];
  bot.stdout.on('data', (chunk: Buffer) => {
    out += chunk.toString('utf8');
    if (out.includes(READY)) bot.kill('SIGTERM');
  });
  bot.stderr.on('data', (chunk: Buffer) => {
    err += chunk.toString('utf8');
  });
  const code = await new Promise<number | null>((resolve) => bot.once('close', resolve));
  const touched = readdirSync(folder).join(' ');
  rmSync(folder, { recursive: true });
  return { code, out, err, touched };
}

/** Refused with what happened and what to do, without a stack, and before anything is served. */
export function expectRefusal(ended: Ended, ...says: readonly RegExp[]): void {
  for (const one of says) expect(ended.err).toMatch(one);
  expect(ended.err).not.toMatch(/^\s+at /m);
  expect(ended.err).toMatch(/^Rød Tråd cannot start:\n- /);
  expect([ended.code, ended.out]).toEqual([1, '']);
}
