import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';

const ROOT = path.resolve(__dirname, '..', '..');
const READY_WITHIN_MS = 600_000;
const ERROR_LEVEL = 50;

/** The bot as `npm start` starts it without a municipality's credentials: in development mode, on the embedded database. */
export type BotProcess = {
  readonly pid: number;
  readonly url: string;
  /** From starting the process to the first 200 of /readyz. */
  readonly readyMs: number;
  /** What it logged as errors so far. */
  readonly errors: readonly string[];
  stop(): Promise<void>;
};

/** @throws when it ends before it is ready, or is not ready within ten minutes */
export async function startBot(o: {
  readonly port: number;
  readonly dataDir: string;
  /** Imported at the first start. */
  readonly folder?: string;
}): Promise<BotProcess> {
  const began = performance.now();
  const child = spawn(process.execPath, ['--import', 'tsx', path.join(ROOT, 'bot', 'main.ts')], {
    cwd: ROOT,
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      PORT: String(o.port),
      DATA_DIR: o.dataDir,
      LOG_LEVEL: 'warn',
      ...(o.folder === undefined ? {} : { DEMO_FOLDER: o.folder }),
    },
    // The bot ends when this channel closes, however this process ends.
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const errors: string[] = [];
  const ended = once(child, 'exit');
  if (child.stdout) createInterface({ input: child.stdout }).on('line', (line) => keepErrors(line, errors));
  const url = `http://127.0.0.1:${o.port}`;
  while (!(await isReady(url))) {
    if (child.exitCode !== null) throw new Error(`The bot ended before it was ready: ${errors.join('\n')}`);
    if (performance.now() - began > READY_WITHIN_MS) {
      await stop(child, ended);
      throw new Error('The bot was not ready within ten minutes');
    }
    await pause(10);
  }
  return {
    pid: child.pid ?? 0,
    url,
    readyMs: performance.now() - began,
    errors,
    stop: () => stop(child, ended),
  };
}

function keepErrors(line: string, errors: string[]): void {
  const level = /^\{"level":(\d+)/.exec(line)?.[1];
  if (level !== undefined && Number(level) >= ERROR_LEVEL) errors.push(line);
}

async function isReady(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(2_000) })).ok;
  } catch {
    return false;
  }
}

async function stop(child: ChildProcess, ended: Promise<unknown>): Promise<void> {
  if (child.exitCode === null) child.kill('SIGTERM');
  await ended;
}
