import { spawn } from 'node:child_process';
import { createServer, type Server } from 'node:net';
import { WAIT_MS } from './wait';

const READY_WITHIN_MS = 10 * WAIT_MS;
const STOPPED_WITHIN_MS = 60_000;

export type Program = {
  /** What it has said so far. */
  said(): string;
  /** Ctrl-C. Resolves when it has ended; rejects when it did not end well. */
  stop(): Promise<void>;
};

/**
 * Starts `npm run demo` or `npm run playground` as a person would, and waits until it says that Ctrl-C ends it. Rejects
 * with what it said when it ends before.
 */
export async function startProgram(o: {
  readonly file: string;
  readonly args?: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}): Promise<Program> {
  const child = spawn(process.execPath, ['--import', 'tsx', o.file, ...(o.args ?? [])], {
    env: { ...process.env, ...o.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  let code: number | null | undefined;
  const ended = new Promise<void>((resolve) => {
    child.once('exit', (how) => {
      code = how;
      resolve();
    });
  });
  await new Promise<void>((resolve, reject) => {
    const late = setTimeout(() => {
      child.kill('SIGINT');
      reject(new Error(`${o.file} did not get ready. It said:\n${said}`));
    }, READY_WITHIN_MS);
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        said += chunk;
        if (!said.includes('Ctrl-C')) return;
        clearTimeout(late);
        resolve();
      });
    }
    void ended.then(() => {
      clearTimeout(late);
      reject(new Error(`${o.file} ended before it was ready. It said:\n${said}`));
    });
  });
  return {
    said: () => said,
    async stop() {
      if (code === undefined) child.kill('SIGINT');
      const late = setTimeout(() => child.kill('SIGKILL'), STOPPED_WITHIN_MS);
      await ended;
      clearTimeout(late);
      if (code !== 0) throw new Error(`${o.file} ended with ${code}. It said:\n${said}`);
    },
  };
}

/** So many ports that are free now, in a row. */
export async function freePorts(count: number): Promise<number> {
  for (let attempt = 0; attempt < 50; attempt += 1) {
    const first = 20_000 + Math.floor(Math.random() * 20_000);
    const servers = await Promise.all(Array.from({ length: count }, (_, at) => listening(first + at)));
    await Promise.all(servers.map((one) => one && new Promise((resolve) => one.close(resolve))));
    if (servers.every((one) => one !== undefined)) return first;
  }
  throw new Error(`There are not ${count} free ports in a row`);
}

function listening(port: number): Promise<Server | undefined> {
  const server = createServer();
  return new Promise((resolve) => {
    server.once('error', () => resolve(undefined));
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}
