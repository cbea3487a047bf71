import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { type App, createApp, LADDER_VERBS } from '../../../bot/app';
import { openDatabase } from '../../../bot/db/open';
import type { House } from '../../../bot/db/unit';
import { readCourses } from '../../../bot/learning/read-courses';
import { COURIER_TIMING } from '../../../bot/messages/courier';
import type { Mail, MailPort, TeamsPort } from '../../../bot/messages/port';
import type { Engine } from '../../../bot/obligations/tick';
import { readModels } from '../../../bot/pathways/models';
import { readMunicipality } from '../../../bot/policy-files';
import { makeSealer } from '../../../bot/privacy/seal';
import { readPrograms } from '../../../bot/programs/read-programs';
import type { Clock } from './clock';

export const TENANT = 'd0000000-0000-4000-8000-000000000001';
export const POLICY = path.resolve('content/policy');

/** One life of the bot, from its start to its end or its death: the real app, its own connections. */
export type Life = {
  readonly app: App;
  readonly house: House;
  close(): Promise<void>;
};

export type LifeOptions = {
  readonly appUrl: string;
  readonly clock: Clock;
  readonly teams: TeamsPort;
  readonly newId: () => string;
  readonly mailed: (mail: Mail) => void;
  /** What the house logged as an error. */
  readonly fault: (text: string) => void;
  readonly plan?: Engine['plan'];
  readonly mostAttempts?: number;
  /** Once its process has died nothing of it reaches Teams. */
  readonly isDead: () => boolean;
};

const models = readModels(path.resolve('content/models'));
const courses = readCourses(path.resolve('content/courses'));
const programs = readPrograms(path.resolve('content/programs'));
const municipality = readMunicipality(POLICY, LADDER_VERBS);
const key = new Uint8Array(32).fill(7);
const sealer = makeSealer(() => new Map([[1, key]]));

/** Starts the bot on a database that may hold an earlier life of it. */
export async function openLife(o: LifeOptions): Promise<Life> {
  const prisma = await openDatabase(o.appUrl, { connections: 10 });
  const house: House = {
    prisma,
    clocks: { calendar: o.clock.now, wall: o.clock.now },
    newId: o.newId,
    log: {
      info: () => undefined,
      warn: () => undefined,
      error: (fields, text) => o.fault(`${text} ${JSON.stringify(fields)}`),
    },
    sealer,
    municipality: () => municipality,
    enqueueWake: async () => undefined,
    committed: () => undefined,
  };
  const mail: MailPort = {
    send: async (letter) => {
      o.mailed(letter);
      return { kind: 'sent', activityId: '' };
    },
  };
  const app = createApp({
    house,
    models,
    courses,
    programs,
    development: false,
    surroundings: {
      smtp: true,
      node: process.version,
      embedded: true,
      queueAlive: () => true,
      lastBeatAt: o.clock.now,
      development: false,
    },
    courier: {
      teams: mortal(o.teams, o.isDead),
      mail,
      windows: { admit: () => 0, over: () => undefined, hold: () => undefined },
      timing: { ...COURIER_TIMING, ...(o.mostAttempts === undefined ? {} : { mostAttempts: o.mostAttempts }) },
      holder: randomUUID(),
      sleep: async (ms) => o.clock.pass(ms),
      jitter: () => 0.5,
    },
    ...(o.plan ? { plan: o.plan } : {}),
  });
  return { app, house, close: () => prisma.$disconnect() };
}

function mortal(teams: TeamsPort, isDead: () => boolean): TeamsPort {
  const orDie = <T>(send: () => Promise<T>): Promise<T> =>
    isDead() ? Promise.reject(new Error('The process is dead')) : send();
  return {
    post: (message) => orDie(() => teams.post(message)),
    update: (message) => orDie(() => teams.update(message)),
  };
}
