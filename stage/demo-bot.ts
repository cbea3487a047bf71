import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { DEVELOPMENT_TENANT } from '../bot/config';
import { startEmbedded } from '../bot/db/embedded';

const root = path.resolve(__dirname, '..');
const READY_WITHIN_MS = 600_000;

/** The fictional municipality. */
export const DEMO_FOLDER = path.join(root, 'content', 'demo');
/** Its tenant: the one of development mode. */
export const DEMO_TENANT = DEVELOPMENT_TENANT;

/** The bot in development mode on the demo municipality, a process of its own. */
export type DemoBot = {
  /** `http://127.0.0.1:<port>`. */
  readonly url: string;
  /** Resolves when it answers. Rejects when it ends before, or takes over ten minutes. */
  ready(): Promise<void>;
  /** Resolves when it has ended, however it ended. */
  readonly ended: Promise<void>;
  /** Ends it as Ctrl-C would, and waits for it. */
  stop(): Promise<void>;
};

/** Starts the bot. It ends with this process, however this one ends. Throws, with what to do, when the port is taken. */
export async function startDemoBot(o: {
  readonly port: number;
  readonly dataDir: string;
  /** The command that a person would write to start it on another port. */
  readonly command: string;
}): Promise<DemoBot> {
  const url = `http://127.0.0.1:${o.port}`;
  if (await answers(url)) {
    throw new Error(
      `Something answers on port ${o.port} already. End it, or choose another: PORT=${o.port + 1000} ${o.command}`,
    );
  }
  const bot = spawn(process.execPath, ['--import', 'tsx', path.join(root, 'bot', 'main.ts')], {
    cwd: root,
    // No credentials of a real municipality may reach the demo.
    env: {
      ...withoutCredentials(process.env),
      PORT: String(o.port),
      HOST: '127.0.0.1',
      DATA_DIR: o.dataDir,
      DEMO_FOLDER,
      LOG_LEVEL: process.env.LOG_LEVEL ?? 'warn',
    },
    // The channel closes when this process dies, and the bot ends with it.
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    detached: true,
  });
  let running = true;
  const ended = new Promise<void>((resolve) => {
    bot.once('exit', () => {
      running = false;
      resolve();
    });
  });
  return {
    url,
    ended,
    async ready() {
      const until = Date.now() + READY_WITHIN_MS;
      while (!(await answers(`${url}/readyz`))) {
        if (!running) throw new Error('The bot ended before it was ready; see what it says above.');
        if (Date.now() > until)
          throw new Error('The bot did not get ready within ten minutes; see what it says above.');
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    },
    async stop() {
      if (running) bot.kill('SIGTERM');
      await ended;
    },
  };
}

/** Business begins in working hours also when the demo is started on a Sunday: else the first thing one sees is nothing. */
export async function startAtWork(botUrl: string): Promise<void> {
  const { now } = (await (await fetch(`${botUrl}/dev/clock`)).json()) as { now: string };
  const local = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/Copenhagen',
    weekday: 'short',
    hour: 'numeric',
    hour12: false,
  }).formatToParts(new Date(now));
  const part = (type: string) => local.find((one) => one.type === type)?.value ?? '';
  const hour = Number(part('hour'));
  if (!['Sat', 'Sun'].includes(part('weekday')) && hour >= 8 && hour < 15) return;
  await fetch(`${botUrl}/dev/clock`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ next: 'working-day' }),
  });
}

/** What the bot knew is gone: the embedded server is stopped if a killed run left it running, and its folder is removed. */
export async function forgetDemo(dataDir: string): Promise<void> {
  const server = await startEmbedded({ dataDir });
  await server.stop({ also: 'found' });
  rmSync(path.join(server.folder, 'postgres'), { recursive: true, force: true });
  rmSync(path.join(server.folder, 'postgres-passwords.json'), { force: true });
  rmSync(path.join(dataDir, 'development-key'), { force: true });
}

function withoutCredentials(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const {
    BOT_ID: _id,
    BOT_TENANT_ID: _tenant,
    BOT_SECRET: _secret,
    MUNICIPALITIES: _file,
    DATABASE_URL: _url,
    DATABASE_OWNER_URL: _owner,
    ...rest
  } = env;
  return rest;
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url)).status < 500;
  } catch {
    return false;
  }
}
