import { execFile, spawn } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';

/** Microsoft's Agents Playground, as npx fetches it. */
export const TOOL = '@microsoft/m365agentsplayground@0.2.28';
const FETCH_WITHIN_MS = 5 * 60_000;
const READY_WITHIN_MS = 600_000;
/** Prints where npx has put the programs of the package. */
const WHERE = 'console.log(process.env.PATH.split(require("node:path").delimiter)[0])';

/**
 * Lets npx fetch the tool into its own cache, where it stays for the next time, and tells where its program lies. Rejects,
 * with what to do, when it cannot be had.
 */
export async function fetchTool(): Promise<string> {
  const told = await new Promise<string>((resolve, reject) => {
    const order = ['--yes', `--package=${TOOL}`, '--', 'node', '-e', WHERE];
    execFile('npx', order, { timeout: FETCH_WITHIN_MS }, (fault, out, said) => {
      if (!fault) return resolve(out);
      const why = said
        .split('\n')
        .filter((line) => /^npm (?:error|ERR!) (?:code|FetchError|notarget|\d{3})/.test(line));
      reject(
        new Error(
          `npx could not fetch ${TOOL}. It needs the npm registry the first time, or one of your own that has the package.\n${why.slice(0, 4).join('\n') || fault.message}`,
        ),
      );
    });
  });
  const program = path.resolve(
    told.trim().split('\n').at(-1) ?? '',
    '..',
    '@microsoft',
    'm365agentsplayground',
    'cli.js',
  );
  if (!existsSync(program))
    throw new Error(`npx fetched ${TOOL}, but its program is not where it was expected: ${program}`);
  return program;
}

export type Playground = {
  /** The page. */
  readonly url: string;
  /** Resolves when it has ended, however it ended. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
};

/** Starts one Playground, on loopback, telling Microsoft nothing. Rejects when its port is taken or it does not get ready. */
export async function startPlayground(o: {
  /** From `fetchTool`. */
  readonly program: string;
  readonly port: number;
  /** From `seatFile`. */
  readonly seat: string;
  /** For the seat's file and the tool's log; made if it is not there. */
  readonly folder: string;
  /** Where the bot sends, and what people do is sent: the router. */
  readonly routerUrl: string;
}): Promise<Playground> {
  await mustBeFree(o.port);
  mkdirSync(o.folder, { recursive: true });
  writeFileSync(path.join(o.folder, '.m365agentsplayground.yml'), o.seat);
  const order = ['--require', path.join(__dirname, 'leash.cjs'), o.program, 'start', '-p', String(o.port)];
  const ends = ['--app-endpoint', `${o.routerUrl}/api/messages`, '--service-url', o.routerUrl, '--disable-telemetry'];
  const child = spawn(process.execPath, [...order, ...ends], {
    cwd: o.folder,
    env: { ...process.env, TEAMSAPPTESTER_BROWSER: 'none', APPLICATION_INSIGHTS_NO_STATSBEAT: '1' },
    // The channel closes when this process dies, and the tool ends with it (see leash.cjs).
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let running = true;
  let said = '';
  child.stderr?.on('data', (chunk) => {
    said = `${said}${chunk}`.slice(-2_000);
  });
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => {
      running = false;
      resolve();
    });
  });
  const stop = async () => {
    if (running) child.kill('SIGTERM');
    await ended;
  };
  const url = `http://127.0.0.1:${o.port}`;
  const until = Date.now() + READY_WITHIN_MS;
  while (!(await answers(`${url}/_debug/ping`))) {
    if (!running) throw new Error(`The Playground on port ${o.port} ended before it was ready:\n${said}`);
    if (Date.now() > until) {
      await stop();
      throw new Error(`The Playground on port ${o.port} did not get ready within ten minutes:\n${said}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return { url, ended, stop };
}

/** Rejects, with what to do, when something listens there. The tool itself would quietly take another port. */
export async function mustBeFree(port: number): Promise<void> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  }).catch(() => {
    throw new Error(
      `Port ${port} is taken. End what uses it, or choose others: PLAYGROUND_PORT=${port + 1000} npm run playground`,
    );
  });
  await new Promise((resolve) => server.close(resolve));
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url)).ok;
  } catch {
    return false;
  }
}
