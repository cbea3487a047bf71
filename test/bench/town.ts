import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { type App, createApp } from '../../bot/app';
import { readConfig } from '../../bot/config';
import { type House, inTenant, type Unit } from '../../bot/db/unit';
import { openDevelopmentClock } from '../../bot/development/clock';
import { openFoundation } from '../../bot/house';
import { COURIER_TIMING } from '../../bot/messages/courier';
import { makeWindows } from '../../bot/messages/windows';
import { createTeamsDoor } from '../../bot/msteams/door';
import { readModels } from '../../bot/pathways/models';

/** The house opened in the bench's own process, on the database that the bot left: to beat and to send without its minute. */
export type OpenHouse = {
  readonly app: App;
  readonly house: House;
  readonly tenantId: string;
  /** Login of the superuser, on the house's database. */
  readonly adminUrl: string;
  /** The same house, whose sender counts Teams' windows, or does not. */
  withWindows(on: boolean): App;
  inside<T>(work: (unit: Unit) => Promise<T>): Promise<T>;
  /** Moves the calendar clock, and nothing else. */
  moveTo(at: Date): Promise<void>;
  close(): Promise<void>;
};

export async function openHouse(dataDir: string): Promise<OpenHouse> {
  const config = readConfig({ DATA_DIR: dataDir });
  const foundation = await openFoundation(config);
  const tenantId = config.municipalities[0]?.tenantId ?? '';
  const wall = () => new Date();
  const clock = await openDevelopmentClock(foundation.prisma, tenantId, wall);
  const errors: string[] = [];
  const log = {
    info: () => undefined,
    warn: () => undefined,
    error: (fields: Readonly<Record<string, unknown>>, text: string) => {
      errors.push(text);
      console.error(text, fields);
    },
  };
  const house: House = {
    prisma: foundation.prisma,
    clocks: { wall, calendar: clock.now },
    newId: foundation.newId,
    log,
    sealer: foundation.sealer,
    municipality: foundation.municipality,
    enqueueWake: async () => undefined,
    committed: () => undefined,
  };
  const door = createTeamsDoor({
    municipalities: config.municipalities,
    development: true,
    handler: { handle: async () => ({}), answered: async () => undefined },
    log,
    wall,
  });
  const models = readModels(path.resolve(__dirname, '..', '..', 'content', 'models'));
  const make = (windows: boolean) =>
    createApp({
      house,
      models,
      development: true,
      surroundings: {
        smtp: false,
        node: process.version,
        embedded: true,
        queueAlive: () => true,
        lastBeatAt: wall,
        development: true,
      },
      courier: {
        teams: door.port,
        mail: undefined,
        windows: windows ? makeWindows() : { admit: () => 0, over: () => undefined, hold: () => undefined },
        timing: COURIER_TIMING,
        holder: randomUUID(),
        sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
        jitter: () => 0.5,
      },
    });
  return {
    app: make(true),
    house,
    tenantId,
    adminUrl: foundation.embedded?.adminUrl.replace(/\/[^/]*$/, '/rod_traad') ?? '',
    withWindows: make,
    inside: (work) => inTenant(house, tenantId, work),
    moveTo: (at) => clock.moveTo(at),
    close: async () => {
      await door.close();
      await foundation.close();
      if (errors.length > 0) throw new Error(`The house logged ${errors.length} faults: ${errors[0]}`);
    },
  };
}
