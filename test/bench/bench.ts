/**
 * `npm run bench`: how fast the bot answers, starts, sends and beats, with real parts, in a municipality of 2,000 staff.
 * Writes docs/performance.md and fails when a bar is broken. `-- --large` beats at a million obligations as well;
 * `-- --small` is a trial of the bench itself: few people, short loads, and nothing is written.
 */
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Connector, startConnector } from '../../stage/connector';
import { readDirectory } from '../../stage/directory';
import { beats, beatsAtAMillion } from './beats';
import { type BotProcess, startBot } from './bot-process';
import { callMeetings, eachOf, mixOf, openMeetings } from './daily-life';
import { watchDatabase } from './database';
import { deliveries } from './deliveries';
import { gateCost } from './gate-cost';
import { busyNow, machine, memoryOf, processorSecondsOf } from './machine';
import { type BenchMunicipality, writeMunicipality } from './municipality';
import { openLoad } from './open-load';
import { brokenBars, type Figures, report } from './report';
import { openHouse } from './town';

const TENANT = 'd0000000-0000-4000-8000-000000000001';
const small = process.argv.includes('--small');
const large = process.argv.includes('--large');
const SIZE = small
  ? {
      people: 200,
      pathways: 60,
      team: 3,
      load: { perSecond: 10, warmUpSeconds: 2, seconds: 6 },
      messages: 100,
      volume: 500,
      due: 20,
    }
  : {
      people: 2_000,
      pathways: 500,
      team: 5,
      load: { perSecond: 20, warmUpSeconds: 15, seconds: 60 },
      messages: 2_000,
      volume: 10_000,
      due: 500,
    };

const say = (text: string) => console.log(`${new Date().toTimeString().slice(0, 8)} ${text}`);

async function main(): Promise<number> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'rod-traad-bench-'));
  // The embedded database, which never runs as root, must be able to go through it.
  chmodSync(dataDir, 0o755);
  const busyBefore = busyNow();
  try {
    const figures = await measureAll(dataDir, busyBefore);
    const broken = brokenBars(figures);
    const text = report(figures, broken);
    if (small) console.log(text);
    else writeFileSync(path.resolve(__dirname, '..', '..', 'docs', 'performance.md'), text);
    for (const bar of broken) console.error(`BROKEN: ${bar}`);
    say(broken.length === 0 ? 'Every bar holds.' : 'A bar is broken.');
    return broken.length === 0 ? 0 : 1;
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function measureAll(dataDir: string, busyBefore: number): Promise<Figures> {
  const town = writeMunicipality(path.join(dataDir, 'csv'), { ...SIZE, startedOn: STARTED_ON });
  const port = await freePort();
  const people = await readDirectory(town.folder);
  // The clock of the stage is only for its journal.
  const teams = await startConnector({
    people,
    tenantId: TENANT,
    botUrl: () => `http://127.0.0.1:${port}`,
    now: () => new Date(),
  });
  try {
    say('What checking tokens costs');
    const gate = await gateCost();
    say('Starting cold and empty');
    const empty = path.join(dataDir, 'empty');
    const cold = await startBot({ port, dataDir: empty });
    const coldFirstMs = await firstAnswer(cold, teams, town);
    await cold.stop();
    say(`Importing ${SIZE.people} staff and ${SIZE.pathways} pathways`);
    const data = path.join(dataDir, 'data');
    const bot = await startBot({ port, dataDir: data, folder: town.folder });
    const importMs = bot.readyMs;
    const presses = await dayOfWork({ bot, teams, town, data });
    await bot.stop();
    say('Starting warm');
    const warm = await startBot({ port, dataDir: data });
    const warmFirstMs = await firstAnswer(warm, teams, town);
    await warm.stop();
    const house = await openHouse(data);
    try {
      say('Sending what waits in the outbox');
      const delivery = await deliveries(house, teams, SIZE.messages);
      say('Beats');
      const beat = await beats(house, { volume: SIZE.volume, due: SIZE.due });
      if (large) say('Beats at a million obligations');
      const million = large ? await beatsAtAMillion(house, beat) : undefined;
      return {
        machine: machine(),
        busyBefore,
        at: new Date(),
        size: SIZE,
        gate,
        start: { coldReadyMs: cold.readyMs, coldFirstMs, importMs, warmReadyMs: warm.readyMs, warmFirstMs },
        ...presses,
        delivery,
        beat,
        ...(million ? { million } : {}),
      };
    } finally {
      await house.close();
    }
  } finally {
    await teams.stop();
  }
}

async function dayOfWork(o: { bot: BotProcess; teams: Connector; town: BenchMunicipality; data: string }) {
  const { bot, teams, town, data } = o;
  const watch = await watchDatabase(data);
  try {
    const moved = await post(`${bot.url}/dev/clock`, { next: 'working-day' });
    const today = String(moved.now).slice(0, 10);
    say(`Everybody meets the bot (${teams.people.length})`);
    const metFrom = performance.now();
    await eachOf(teams.people, 8, async ({ entraId }) => teams.meet(entraId));
    const metPerSecond = teams.people.length / ((performance.now() - metFrom) / 1_000);
    say('Meetings are called');
    const meetingOf = new Map<string, string>();
    for (let round = 0; round < 5 && meetingOf.size < town.pathways.length; round += 1) {
      await callMeetings(teams, town, { today, has: (ref) => meetingOf.has(ref) });
      const { rows } = await watch.client.query<{ ref: string; id: string }>(
        'select p.ref, m.id from meeting m join pathway p on p.tenant_id = m.tenant_id and p.id = m.pathway_id',
      );
      for (const { ref, id } of rows) meetingOf.set(ref, id);
    }
    await openMeetings(teams, town, meetingOf);
    await untilSent(watch.client);
    const countRows = async () =>
      (
        await watch.client.query<{ people: number; pathways: number; obligations: number; messages: number }>(
          `select (select count(*)::int from person) as people, (select count(*)::int from pathway) as pathways,
             (select count(*)::int from obligation) as obligations, (select count(*)::int from message) as messages`,
        )
      ).rows[0];
    const memoryIdle = { bot: memoryOf(bot.pid), database: memoryOf(watch.pid) };
    const before = await watch.counters();
    const processorBefore = { bot: processorSecondsOf(bot.pid), database: processorSecondsOf(watch.pid) };
    say(`${SIZE.load.perSecond} presses a second for ${SIZE.load.warmUpSeconds} + ${SIZE.load.seconds} s`);
    const mix = mixOf(teams, town, meetingOf);
    const queued: number[] = [];
    const watching = setInterval(() => void queueLength(watch.client).then((n) => queued.push(n)), 1_000);
    const load = await openLoad({ ...SIZE.load, next: mix.next }).finally(() => clearInterval(watching));
    const emptyFrom = performance.now();
    const processor = {
      bot: processorSecondsOf(bot.pid) - processorBefore.bot,
      database: processorSecondsOf(watch.pid) - processorBefore.database,
    };
    await untilSent(watch.client);
    const outboxEmptyMs = performance.now() - emptyFrom;
    const after = await watch.counters();
    const came = await watch.client.query<{ n: number }>(
      "select count(*)::int as n from invitation where status = 'coming'",
    );
    const wrong: string[] = [];
    if (came.rows[0]?.n !== mix.answered.size)
      wrong.push(`${mix.answered.size} people said that they would come, ${came.rows[0]?.n} stand so`);
    return {
      load,
      errors: [...load.errors, ...bot.errors, ...wrong],
      rows: (await countRows()) ?? { people: 0, pathways: 0, obligations: 0, messages: 0 },
      databaseVersion: watch.version,
      metPerSecond,
      memoryIdle,
      memoryAfter: { bot: memoryOf(bot.pid), database: memoryOf(watch.pid) },
      processor,
      database: {
        transactions: after.transactions - before.transactions,
        busyMs: after.busyMs - before.busyMs,
        blocksRead: after.blocksRead - before.blocksRead,
        blocksHit: after.blocksHit - before.blocksHit,
      },
      outbox: { longest: Math.max(0, ...queued), emptyMs: outboxEmptyMs },
    };
  } finally {
    await watch.close();
  }
}

type Asking = { query(sql: string): Promise<{ rows: { n: number }[] }> };

async function queueLength(client: Asking): Promise<number> {
  const { rows } = await client.query(
    "select ((select count(*) from message where status in ('queued', 'sending')) + (select count(*) from sent_card where dirty_at is not null and (retry_at is null or retry_at < now() + interval '5 min')))::int as n",
  );
  return rows[0]?.n ?? 0;
}

/** @throws when the outbox is not empty within ten minutes */
async function untilSent(client: Asking): Promise<void> {
  for (let tries = 0; tries < 1_200; tries += 1) {
    if ((await queueLength(client)) === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error('The outbox was not empty within ten minutes');
}

/** From the process's start to the first answer that somebody got. */
async function firstAnswer(bot: BotProcess, teams: Connector, town: BenchMunicipality): Promise<number> {
  const began = performance.now();
  await teams.say(town.pathways[0]?.lead ?? '', 'hjælp');
  return bot.readyMs + (performance.now() - began);
}

/** The day on which the bench's pathways began: before every clock. */
const STARTED_ON = '2026-01-05';

async function post(url: string, body: unknown): Promise<Record<string, unknown>> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(240_000),
  });
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return (await response.json()) as Record<string, unknown>;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

main().then(
  (code) => process.exit(code),
  (fault: unknown) => {
    console.error(fault);
    process.exit(1);
  },
);
