import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import cron from 'node-cron';
import pino from 'pino';
import { createApp } from './app';
import { drawSample } from './audit/draw-sample';
import { sealAudit } from './audit/seal-audit';
import { auditCommand } from './audit-command';
import { ConfigFault, readConfig } from './config';
import { openQueue } from './db/queue';
import { type House, inTenant, type Log } from './db/unit';
import { timeCapability } from './development/chat';
import { openDevelopmentClock } from './development/clock';
import { developmentFiles } from './development/files';
import { importDemo } from './development/import-demo';
import { developmentRoutes } from './development/routes';
import { walkClock } from './development/walk-clock';
import { openFoundation } from './house';
import { inTime } from './http/in-time';
import { type Door, type Route, serveHttp } from './http/server';
import { importCommand } from './import';
import { askForDialogue } from './intakes/propose';
import { journalAdapters } from './journal/adapters';
import type { Courses } from './learning/course';
import { readCourses } from './learning/read-courses';
import { makeRecords } from './learning/xapi/make-records';
import { COURIER_TIMING } from './messages/courier';
import { makeMail } from './messages/mail';
import { makeWindows } from './messages/windows';
import { type Metrics, makeMetrics } from './metrics/metrics';
import { createTeamsDoor } from './msteams/door';
import { type Models, readModels } from './pathways/models';
import { type Programs, readPrograms } from './programs/read-programs';

const MODELS = path.resolve(__dirname, '..', 'content', 'models');
const COURSES = path.resolve(__dirname, '..', 'content', 'courses');
const PROGRAMS = path.resolve(__dirname, '..', 'content', 'programs');
const wall = () => new Date();

/** Builds the real things, and nothing else does: configuration, clocks, database, queue, Teams, HTTP. */
async function main(): Promise<void> {
  const config = readConfig();
  const { models, courses, programs } = contentOfTheHouse();
  const foundation = await openFoundation(config, new Set(courses.keys()));
  const { prisma } = foundation;
  const [first] = config.municipalities;
  if (!first) throw new Error('There is no municipality');
  const developmentClock = config.development ? await openDevelopmentClock(prisma, first.tenantId, wall) : undefined;
  const clocks = { wall, calendar: developmentClock ? developmentClock.now : wall };
  let lastBeatAt: Date | undefined;
  const metrics = makeMetrics({
    house: () => house,
    tenantIds: config.municipalities.map((one) => one.tenantId),
    pool: foundation.connections,
    monotonic: () => performance.now(),
    lastBeatAt: () => lastBeatAt,
    queueAlive: () => queue.isAlive(),
  });
  const log = countedLog(config.logLevel, metrics);
  const queue = await openQueue({ appUrl: foundation.appUrl, log });

  const house: House = {
    prisma,
    clocks,
    newId: foundation.newId,
    log,
    sealer: foundation.sealer,
    municipality: foundation.municipality,
    enqueueWake: (tx, tenantId) => queue.enqueue(tx, tenantId),
    committed: () => queue.nudge(),
  };
  const records = makeRecords({
    house,
    dataDir: config.dataDir,
    holder: randomUUID(),
    loginOf: (tenantId) => config.municipalities.find((one) => one.tenantId === tenantId)?.recordStore,
  });
  // The door hands turns to the app, and the app sends through the door: the handler is filled in below.
  const turns = { handler: undefined as ReturnType<typeof createApp>['handler'] | undefined };
  const handler = () => {
    if (!turns.handler) throw new Error('The house is not open yet');
    return turns.handler;
  };
  const measured = metrics.turns({
    handle: (turn) => handler().handle(turn),
    answered: (turn, answer, posted) => handler().answered(turn, answer, posted),
  });
  const door = createTeamsDoor({
    municipalities: config.municipalities,
    development: config.development,
    handler: measured,
    log,
    wall,
  });
  const app = createApp({
    house,
    models,
    courses,
    programs,
    development: config.development,
    journalOf: journalAdapters({
      dataDir: config.dataDir,
      policyOf: (tenantId) => foundation.municipality(tenantId).policy,
    }),
    surroundings: {
      smtp: config.smtpUrl !== undefined,
      node: process.version,
      embedded: foundation.embedded !== undefined,
      queueAlive: () => queue.isAlive(),
      lastBeatAt: () => lastBeatAt,
      development: config.development,
    },
    courier: {
      teams: metrics.teams(door.port),
      mail:
        config.smtpUrl === undefined
          ? undefined
          : metrics.mail(makeMail({ url: config.smtpUrl, from: config.mailFrom })),
      windows: makeWindows(),
      timing: COURIER_TIMING,
      holder: randomUUID(),
      sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
      jitter: () => Math.random(),
    },
    more: developmentClock
      ? [
          timeCapability({
            clock: developmentClock,
            zone: foundation.municipality(first.tenantId).policy.zone,
            walk: (to) => walkClock({ app, house, clock: developmentClock, tenantId: first.tenantId, to }),
          }),
        ]
      : [],
  });
  const files = config.development
    ? developmentFiles({
        handler: app.handler,
        url: () => `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${config.port}`,
        nowMs: () => wall().getTime(),
      })
    : undefined;
  turns.handler = files?.handler ?? app.handler;

  for (const { tenantId } of config.municipalities) await openMunicipality(house, tenantId);
  if (config.demoFolder !== undefined) await importDemo({ house, tenantId: first.tenantId, folder: config.demoFolder });
  await queue.start(async (tenantId) => ((await app.work(tenantId)) ? 'done' : 'busy'));

  let beating = Promise.resolve();
  const beat = () => {
    // One beat after the other in this process; any number of processes may beat at once.
    beating = beating.then(async () => {
      try {
        metrics.beat(await app.beat());
        lastBeatAt = wall();
        for (const { tenantId } of config.municipalities) {
          await sealAudit(house, tenantId);
          await drawSample(house, tenantId);
          await askForDialogue(house, tenantId);
        }
        // A store that takes its time takes that of nobody else.
        await Promise.all(config.municipalities.map(({ tenantId }) => records.send(tenantId)));
      } catch (fault) {
        log.error(
          { fault: fault instanceof Error ? fault.name : 'unknown' },
          'a beat failed; the next one takes up what is due',
        );
      }
    });
    return beating;
  };
  const minute = cron.schedule('* * * * *', () => void beat());

  const counted = <Answer extends { readonly status: number } | undefined>(answer: Answer): Answer => {
    if (answer) metrics.called(answer.status);
    return answer;
  };
  const routes = new Map<string, Route | Door>([
    [
      'POST /api/messages',
      {
        admit: async (head) => counted(await door.admit(head)),
        enter: async (request) => counted(await door.receive(request)),
      },
    ],
    ['GET /healthz', async () => ({ status: 200, body: { ok: true } })],
    [
      'GET /readyz',
      async () =>
        (await isReady(house, first.tenantId))
          ? { status: 200, body: { ok: true } }
          : { status: 503, body: { ok: false } },
    ],
    ...(developmentClock ? developmentRoutes({ app, house, clock: developmentClock, tenantId: first.tenantId }) : []),
    ...(files?.routes ?? []),
  ]);
  const http = await serveHttp({ port: config.port, host: config.host, routes });
  const metricsHttp = config.metrics && (await serveHttp({ ...config.metrics, routes: metricsRoutes(metrics) }));
  if (config.development)
    log.warn(
      { host: config.host },
      'DEVELOPMENT MODE: no tokens are asked, every activity is believed. Never for real people.',
    );
  log.info(
    { port: http.port, metricsPort: metricsHttp?.port, municipalities: config.municipalities.length },
    'Rød Tråd is ready',
  );
  await beat();

  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    await minute.stop();
    await http.close();
    await metricsHttp?.close();
    await door.close();
    await beating;
    await queue.stop();
    await foundation.close();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop());
  // Started by another process that is gone: end with it.
  process.on('disconnect', () => void stop());
  // Gone already, while we were still starting: nobody would tell us again.
  if (process.connected === false) await stop();
}

/** @throws ConfigFault with every fault of models, courses and programmes: told like those of the environment, and before anything is opened */
function contentOfTheHouse(): { readonly models: Models; readonly courses: Courses; readonly programs: Programs } {
  const faults: string[] = [];
  const read = <Content>(folder: string, reader: (folder: string) => Content): Content | undefined => {
    try {
      return reader(folder);
    } catch (fault) {
      faults.push(fault instanceof Error ? fault.message : `The content in ${folder} cannot be read`);
      return undefined;
    }
  };
  const models = read(MODELS, readModels);
  const courses = read(COURSES, readCourses);
  const programs = courses && read(PROGRAMS, (folder) => readPrograms(folder, new Set(courses.keys())));
  if (!models || !courses || !programs) throw new ConfigFault(faults);
  return { models, courses, programs };
}

/** A municipality that is new here gets its row. */
async function openMunicipality(house: House, tenantId: string): Promise<void> {
  await inTenant(house, tenantId, (unit) =>
    unit.tx.tenant.createMany({
      data: { tenantId, name: unit.policy.municipality, createdAt: unit.wallNow },
      skipDuplicates: true,
    }),
  );
}

const metricsRoutes = (metrics: Metrics): ReadonlyMap<string, Route> =>
  new Map([
    ['GET /metrics', async () => ({ status: 200, text: { type: metrics.contentType, content: await metrics.text() } })],
  ]);

/** The log of the house, its warnings and errors counted. */
function countedLog(level: string, metrics: Metrics): Log {
  const log = pino({ level });
  return {
    info: (fields, text) => log.info(fields, text),
    warn: (fields, text) => {
      metrics.logged('warn', text);
      log.warn(fields, text);
    },
    error: (fields, text) => {
      metrics.logged('error', text);
      log.error(fields, text);
    },
  };
}

/** Whoever asks decides within seconds whether to send turns here. */
const READY_WITHIN_MS = 3_000;

async function isReady(house: House, tenantId: string): Promise<boolean> {
  try {
    const asked = inTenant(house, tenantId, (unit) => unit.tx.$queryRaw`select 1`);
    await inTime(asked, READY_WITHIN_MS);
    return true;
  } catch {
    return false;
  }
}

const [command, ...given] = process.argv.slice(2);
const COMMANDS: Readonly<Record<string, typeof importCommand>> = { import: importCommand, audit: auditCommand };
const chosen = COMMANDS[command ?? ''];
const run = chosen ? chosen(given, wall).then((code) => process.exit(code)) : main();
run.catch((fault: unknown) => {
  const known = fault instanceof ConfigFault;
  process.stderr.write(
    `${known || fault instanceof Error ? (known ? fault.message : (fault.stack ?? fault.message)) : 'Rød Tråd could not start.'}\n`,
  );
  process.exit(1);
});
