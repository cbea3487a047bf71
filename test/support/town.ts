import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { v7 } from 'uuid';
import { type App, createApp, LADDER_VERBS, type Sections } from '../../bot/app';
import type { Capability } from '../../bot/capability';
import { openDatabase } from '../../bot/db/open';
import { type House, inTenant, type Municipality, type Unit } from '../../bot/db/unit';
import { timeCapability } from '../../bot/development/chat';
import { developmentRoutes } from '../../bot/development/routes';
import { drain, walkClock } from '../../bot/development/walk-clock';
import { type Door, type Route, serveHttp } from '../../bot/http/server';
import type { ProgramSeam } from '../../bot/intakes/parts';
import { folderJournal } from '../../bot/journal/folder-journal';
import type { Courses } from '../../bot/learning/course';
import { readCourses } from '../../bot/learning/read-courses';
import { COURIER_TIMING, type CourierTiming } from '../../bot/messages/courier';
import type { MailPort } from '../../bot/messages/port';
import { makeWindows } from '../../bot/messages/windows';
import { createTeamsDoor } from '../../bot/msteams/door';
import { readLadders } from '../../bot/obligations/ladder';
import type { Engine } from '../../bot/obligations/tick';
import { readModels } from '../../bot/pathways/models';
import { importFolder } from '../../bot/people/import/import-folder';
import type { ImportReport } from '../../bot/people/import/run';
import type { Policy } from '../../bot/people/policy';
import { readMunicipality } from '../../bot/policy-files';
import { makeSealer } from '../../bot/privacy/seal';
import { readPrograms } from '../../bot/programs/read-programs';
import { asMoment, dayOf, toInstant, toMoment, ZONE } from '../../bot/time/moment';
import {
  type ChatMessage,
  type Connector,
  type PressOptions,
  type PressOutcome,
  type StagePerson,
  startConnector,
} from '../../stage/connector';
import { readDirectory } from '../../stage/directory';
import { filledDatabase, type TestDatabase } from './database';
import { openTowns } from './open-towns';

export const TENANT = 'd0000000-0000-4000-8000-000000000001';
const MUNICIPALITY = path.resolve('test/support/municipality');
const POLICY = path.resolve('content/policy');

export type TownOptions = {
  /** Local time at which it begins. */
  readonly at: string;
  readonly folder?: string;
  readonly more?: readonly Capability[];
  /** What the programmes say of who is ripe for a class, and hear of who was there. */
  readonly seam?: ProgramSeam;
  /** What a capability of the test adds to the cards of meetings and pathways. */
  readonly sections?: Partial<Sections>;
  readonly moreVerbs?: readonly string[];
  /** Further ladders, as YAML. */
  readonly ladders?: string;
  /** Ladders of the bot only, in place of the policy's: for twins. */
  readonly twinLadders?: string;
  /** The policy's milestones; without it none, so that a story is not interrupted by somebody's age. */
  readonly milestones?: true;
  /** Who looks through samples of the audit log, and how often; without it nobody, as if it were off. */
  readonly auditSample?: Policy['auditSample'];
  readonly plan?: Engine['plan'];
  /** The courses that can be taken; the test's own folder of them without. */
  readonly courses?: Courses;
  /** What the municipality has written of its own to courses. */
  readonly here?: Municipality['here'];
  readonly mail?: MailPort;
  readonly timing?: Partial<CourierTiming>;
  /** Whom Teams has installed the bot for at first; everybody without. */
  readonly met?: readonly string[];
  /** Nobody counts requests, neither the bot nor Teams, since people in tests act faster than anybody can; with this they do. */
  readonly windows?: true;
  /** People of the tenant who are not in the organisation; they have not met the bot. */
  readonly strangers?: readonly StagePerson[];
  /** The story makes the house log faults: closing does not complain of them. */
  readonly mayLogFaults?: true;
};

/** A municipality in a test: the real app on a real database, behind its real door, with Teams played by the stage's connector. */
export type Town = {
  readonly app: App;
  readonly house: House;
  readonly database: TestDatabase;
  readonly teams: Connector;
  readonly botUrl: string;
  /** Where the specialist system finds its documents. */
  readonly journalFolder: string;
  /** What the house logged as errors. */
  readonly faults: readonly string[];
  now(): string;
  /** Sends what is due now. */
  settle(): Promise<void>;
  /** Moves the clock and nothing else: what is due waits for a beat. */
  moveOnly(local: string): Promise<void>;
  /** Moves the clock to a local time, through everything due on the way. */
  until(local: string): Promise<number>;
  person(name: string): StagePerson;
  says(name: string, text: string): Promise<ChatMessage[]>;
  /** Presses an action by its verb (or title), and sends what follows from it. */
  presses(
    name: string,
    verb: string,
    inputs?: Record<string, string>,
    more?: Omit<PressOptions, 'inputs'>,
  ): Promise<PressOutcome>;
  /** The person's chat as text, newest last. */
  reads(name: string): string[];
  lastCard(name: string): string;
  inside<T>(work: (unit: Unit) => Promise<T>): Promise<T>;
  /** Imports a folder again, as the municipality does every night. */
  imports(folder: string): Promise<ImportReport>;
  close(): Promise<void>;
};

export async function openTown(options: TownOptions): Promise<Town> {
  const folder = options.folder ?? MUNICIPALITY;
  const { at, met } = options;
  const database = await filledDatabase(
    JSON.stringify([at, met ?? 'everybody', options.milestones ?? false, await filesOf(folder)]),
    (made) =>
      settleIn(made, { at, folder, ...(met ? { met } : {}), ...(options.milestones ? { milestones: true } : {}) }),
  );
  const town = await standUp(options, database, await whoMet(folder, met));
  // Their chats are where this town's Teams is, not the one that they met the bot in.
  const admin = new Client({ connectionString: database.adminUrl });
  await admin.connect();
  await admin.query('update conversation set service_url = $1', [town.teams.url]);
  await admin.end();
  return town;
}

/** What the folder of a municipality holds, to know it by. */
async function filesOf(folder: string): Promise<string[]> {
  const names = (await readdir(folder)).sort();
  return Promise.all(names.map(async (name) => `${name} ${await readFile(path.join(folder, name), 'utf8')}`));
}

async function whoMet(folder: string, met: readonly string[] | undefined): Promise<string[]> {
  const staff = await readDirectory(folder);
  const all = met ? met.map((name) => named(staff, name)) : staff;
  return all.map((one) => one.entraId);
}

/** The municipality is imported, and its people meet the bot. */
async function settleIn(
  database: TestDatabase,
  options: Pick<TownOptions, 'at' | 'met' | 'milestones'> & { folder: string },
) {
  const town = await standUp(options, { ...database, drop: async () => undefined }, []);
  try {
    await town.imports(options.folder);
    for (const entraId of await whoMet(options.folder, options.met)) await town.teams.meet(entraId);
    // What the import left to the next beat is done before the story begins.
    await town.settle();
  } finally {
    await town.close();
  }
}

function named(people: readonly StagePerson[], name: string): StagePerson {
  const found = people.find((one) => one.name === name) ?? people.find((one) => one.name.startsWith(`${name} `));
  if (!found) throw new Error(`Nobody here is called ${name}`);
  return found;
}

async function standUp(options: TownOptions, database: TestDatabase, met: readonly string[]): Promise<Town> {
  const prisma = await openDatabase(database.appUrl, { connections: 8 });
  let now = toInstant(asMoment(options.at), ZONE);
  const base = readMunicipality(POLICY, LADDER_VERBS);
  const verbs = new Set([...LADDER_VERBS, ...(options.moreVerbs ?? [])]);
  const read = (yaml: string | undefined) =>
    yaml === undefined ? [] : [...readLadders(yaml, { file: 'test ladders', verbs })];
  const municipality = {
    ...base,
    policy: { ...base.policy, auditSample: options.auditSample ?? null },
    milestones: options.milestones ? base.milestones : [],
    here: options.here ?? base.here,
    ladders: new Map([...base.ladders, ...read(options.ladders), ...read(options.twinLadders)]),
  };
  const journalFolder = mkdtempSync(path.join(tmpdir(), 'rod-traad-journal-'));
  const key = new Uint8Array(32).fill(7);
  const house: House = {
    prisma,
    clocks: { calendar: () => now, wall: () => new Date() },
    newId: () => v7(),
    log: {
      info: () => undefined,
      warn: () => undefined,
      error: (fields, text) => faults.push(`${text} ${JSON.stringify(fields)}`),
    },
    sealer: makeSealer(() => new Map([[1, key]])),
    municipality: () => municipality,
    enqueueWake: async () => undefined,
    committed: () => undefined,
  };
  const faults: string[] = [];
  const imports = async (from: string): Promise<ImportReport> => {
    const imported = await importFolder({
      prisma,
      tenantId: TENANT,
      folder: from,
      name: 'Tråby Kommune',
      seal: (place, text) => house.sealer.seal({ tenantId: TENANT, ...place }, text),
      open: (place, sealed) => house.sealer.open({ tenantId: TENANT, ...place }, sealed),
      newId: house.newId,
      now,
      today: dayOf(toMoment(now, ZONE)),
    });
    if (!imported.ok)
      throw new Error(`The municipality of the test has faults: ${JSON.stringify(imported.faults.slice(0, 3))}`);
    return imported.report;
  };
  const turns: { handler?: App['handler'] } = {};
  const handler = () => {
    if (!turns.handler) throw new Error('not open');
    return turns.handler;
  };
  const door = createTeamsDoor({
    municipalities: [{ tenantId: TENANT, botId: '', botSecret: '' }],
    development: true,
    handler: {
      handle: (turn) => handler().handle(turn),
      answered: (turn, answer, posted) => handler().answered(turn, answer, posted),
    },
    log: house.log,
    wall: () => new Date(),
    times: { send: 700 },
  });
  const clock = {
    now: () => now,
    moveTo: async (at: Date) => {
      now = at;
    },
  };
  const app = createApp({
    house,
    models: readModels(path.resolve('content/models')),
    courses: options.courses ?? readCourses(path.resolve('test/support/courses')),
    programs: readPrograms(path.resolve('content/programs')),
    development: true,
    journalOf: () => folderJournal({ folder: journalFolder, receipt: 'written' }),
    surroundings: {
      smtp: options.mail !== undefined,
      node: 'v24.0.0',
      embedded: true,
      queueAlive: () => true,
      lastBeatAt: () => new Date(),
      development: true,
    },
    courier: {
      teams: door.port,
      mail: options.mail,
      windows: options.windows ? makeWindows() : { admit: () => 0, over: () => undefined, hold: () => undefined },
      timing: { ...COURIER_TIMING, sendingMs: 2_000, retryMs: 20, leaseMs: 5_000, ...options.timing },
      holder: randomUUID(),
      sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
      jitter: () => 0.5,
    },
    more: [
      timeCapability({ clock, zone: ZONE, walk: (to) => walkClock({ app, house, clock, tenantId: TENANT, to }) }),
      ...(options.more ?? []),
    ],
    ...(options.seam ? { seam: options.seam } : {}),
    ...(options.sections ? { sections: options.sections } : {}),
    ...(options.plan ? { plan: options.plan } : {}),
  });
  turns.handler = app.handler;
  const routes = new Map<string, Route | Door>([
    ['POST /api/messages', { admit: (head) => door.admit(head), enter: (request) => door.receive(request) }],
    ...developmentRoutes({ app, house, clock, tenantId: TENANT }),
  ]);
  const http = await serveHttp({ port: 0, host: '127.0.0.1', routes });
  const botUrl = `http://127.0.0.1:${http.port}`;
  const people = [...(await readDirectory(options.folder ?? MUNICIPALITY)), ...(options.strangers ?? [])];
  const teams = await startConnector({ people, tenantId: TENANT, botUrl: () => botUrl, now: () => now, met });
  const person = (name: string) => named(people, name);
  if (!options.windows) teams.faults.windows(false);
  const settle = () => drain(app, house, TENANT);
  const close = async () => {
    openTowns.delete(close);
    await teams.stop();
    await http.close();
    await door.close();
    await prisma.$disconnect();
    await database.drop();
  };
  openTowns.add(close);
  return {
    app,
    house,
    database,
    teams,
    botUrl,
    journalFolder,
    faults,
    now: () => toMoment(now, ZONE),
    settle,
    moveOnly: (local) => clock.moveTo(toInstant(asMoment(local), ZONE)),
    until: async (local) =>
      (await walkClock({ app, house, clock, tenantId: TENANT, to: toInstant(asMoment(local), ZONE) })).sent,
    person,
    says: async (name, text) => {
      const answers = await teams.say(person(name).entraId, text, { locale: person(name).locale ?? 'da' });
      await settle();
      return answers;
    },
    presses: async (name, verb, inputs = {}, more = {}) => {
      const outcome = await teams.press(person(name).entraId, { verb, inputs, ...more });
      await settle();
      return outcome;
    },
    reads: (name) => teams.chat(person(name).entraId).map(textOf),
    lastCard: (name) =>
      textOf(
        teams
          .chat(person(name).entraId)
          .filter((one) => one.card)
          .at(-1),
      ),
    inside: (work) => inTenant(house, TENANT, work),
    imports,
    close: async () => {
      await close();
      rmSync(journalFolder, { recursive: true, force: true });
      if (faults.length > 0 && !options.mayLogFaults && !process.env.ALLOW_LOGGED_FAULTS)
        throw new Error(`The house logged faults:\n${faults.join('\n')}`);
    },
  };
}

/** All that a person can read of a message: text blocks, runs, facts, button titles. */
export function textOf(message: ChatMessage | undefined): string {
  if (!message) return '';
  const found: string[] = message.text ? [message.text] : [];
  const look = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(look);
    else if (typeof value === 'object' && value !== null) {
      const node = value as Record<string, unknown>;
      for (const key of ['text', 'title', 'value', 'label', 'errorMessage'])
        if (typeof node[key] === 'string') found.push(node[key]);
      for (const [key, inner] of Object.entries(node)) if (key !== 'data' && typeof inner === 'object') look(inner);
    }
  };
  look(message.card);
  return found.join(' | ');
}
