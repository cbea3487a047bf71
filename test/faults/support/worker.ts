/**
 * A bot process of its own for the kill tests: beats once at a given time, on a database that another process made, and
 * dies by SIGKILL before the n-th thing it does to the outside (a statement to the database, a request to Teams, or what
 * follows one). Prints how many things it did, and which of them were requests to Teams, when it lives.
 */
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { Client } from 'pg';
import { v7 } from 'uuid';
import { createApp, LADDER_VERBS } from '../../../bot/app';
import { openDatabase } from '../../../bot/db/open';
import type { House } from '../../../bot/db/unit';
import { COURIER_TIMING } from '../../../bot/messages/courier';
import { makeWindows } from '../../../bot/messages/windows';
import { createTeamsDoor } from '../../../bot/msteams/door';
import { readModels } from '../../../bot/pathways/models';
import { readMunicipality } from '../../../bot/policy-files';
import { makeSealer } from '../../../bot/privacy/seal';

const given: { appUrl: string; tenantId: string; now: string; dieAt: number } = JSON.parse(process.argv[2] ?? '{}');
let counting = false;
let done = 0;
/** At which counts a request to Teams was about to leave. */
const posts: number[] = [];
const step = (): void => {
  if (!counting) return;
  done += 1;
  if (done === given.dieAt) process.kill(process.pid, 'SIGKILL');
};

/** Every statement of every connection passes here, also BEGIN and COMMIT. */
function countStatements(): void {
  const original = Client.prototype.query as (...given_: unknown[]) => unknown;
  Object.assign(Client.prototype, {
    query(this: Client, ...asked: unknown[]) {
      step();
      return original.apply(this, asked);
    },
  });
}

async function main(): Promise<void> {
  countStatements();
  const prisma = await openDatabase(given.appUrl, { connections: 4 });
  const municipality = readMunicipality(path.resolve('content/policy'), LADDER_VERBS);
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const house: House = {
    prisma,
    clocks: { calendar: () => new Date(given.now), wall: () => new Date() },
    newId: () => v7(),
    log,
    sealer: makeSealer(() => new Map([[1, new Uint8Array(32).fill(7)]])),
    municipality: () => municipality,
    enqueueWake: async () => undefined,
    committed: () => undefined,
  };
  const door = createTeamsDoor({
    municipalities: [{ tenantId: given.tenantId, botId: '', botSecret: '' }],
    development: true,
    handler: { handle: async () => ({}), answered: async () => undefined },
    log,
    wall: house.clocks.wall,
  });
  const app = createApp({
    house,
    models: readModels(path.resolve('content/models')),
    development: true,
    surroundings: {
      smtp: false,
      node: process.version,
      embedded: true,
      queueAlive: () => true,
      lastBeatAt: () => undefined,
      development: true,
    },
    courier: {
      teams: {
        post: async (message) => {
          step();
          posts.push(done);
          const result = await door.port.post(message);
          step();
          return result;
        },
        update: async (message) => {
          step();
          const result = await door.port.update(message);
          step();
          return result;
        },
      },
      mail: undefined,
      windows: makeWindows(),
      timing: { ...COURIER_TIMING, sendingMs: 1_000, leaseMs: 1_000, retryMs: 50 },
      holder: randomUUID(),
      sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
      jitter: () => 0.5,
    },
  });
  counting = true;
  await app.beat();
  counting = false;
  process.stdout.write(`${JSON.stringify({ done, posts })}\n`);
  process.exit(0);
}

main().catch((fault: unknown) => {
  process.stderr.write(`${fault instanceof Error ? (fault.stack ?? '') : ''}\n`);
  process.exit(1);
});
