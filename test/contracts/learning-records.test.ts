import { randomUUID } from 'node:crypto';
import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { v7 } from 'uuid';
import { openDatabase } from '../../bot/db/open';
import { type House, inTenant, type Unit } from '../../bot/db/unit';
import { fileRecords } from '../../bot/learning/xapi/file-records';
import { makeRecords } from '../../bot/learning/xapi/make-records';
import type { RecordAdapter } from '../../bot/learning/xapi/port';
import { sendRecords } from '../../bot/learning/xapi/send-records';
import { awayWaitMs, LEASE_MS, REFUSED_WAIT_MS } from '../../bot/learning/xapi/sending-rules';
import { statementSchema } from '../../bot/learning/xapi/statement';
import { storeRecords } from '../../bot/learning/xapi/store-records';
import { type ToldAttempt, tellEnded, tellStarted } from '../../bot/learning/xapi/tell-attempt';
import { waitingRecords } from '../../bot/learning/xapi/waiting-records';
import { importFolder } from '../../bot/people/import/import-folder';
import { type Policy, readPolicy } from '../../bot/people/policy';
import { makeSealer } from '../../bot/privacy/seal';
import { dayOf, toMoment, ZONE } from '../../bot/time/moment';
import { freshDatabase, type TestDatabase } from '../support/database';
import { type RecordStore, startRecordStore } from '../support/record-store';

const TENANT = 'd0000000-0000-4000-8000-000000000001';
const HOME = 'https://roedtraad.traaby.example';
const LOGIN = { user: 'roed-traad', password: 'p:æ55' };
const DAY = '2026-03-12';

let database: TestDatabase;
let house: House;
let policy: Policy;
let store: RecordStore;
let folder: string;
let wall: Date;
const warned: string[] = [];
const logged: string[] = [];

beforeAll(async () => {
  wall = new Date('2026-03-12T09:00:00Z');
  database = await freshDatabase();
  const key = new Uint8Array(32).fill(7);
  house = {
    prisma: await openDatabase(database.appUrl, { connections: 8 }),
    clocks: { calendar: () => wall, wall: () => wall },
    newId: () => v7(),
    log: {
      info: () => undefined,
      warn: (fields, text) => warned.push(`${text} ${JSON.stringify(fields)}`),
      error: (fields, text) => logged.push(`${text} ${JSON.stringify(fields)}`),
    },
    sealer: makeSealer(() => new Map([[1, key]])),
    municipality: () => ({ policy, ladders: new Map(), milestones: [], here: new Map() }),
    enqueueWake: async () => undefined,
    committed: () => undefined,
  };
  policy = readPolicy(path.resolve('content/policy'));
  const imported = await importFolder({
    prisma: house.prisma,
    tenantId: TENANT,
    folder: path.resolve('test/support/municipality'),
    name: 'Tråby Kommune',
    seal: (place, text) => house.sealer.seal({ tenantId: TENANT, ...place }, text),
    open: (place, sealed) => house.sealer.open({ tenantId: TENANT, ...place }, sealed),
    newId: house.newId,
    now: wall,
    today: dayOf(toMoment(wall, ZONE)),
  });
  expect(imported.ok).toBe(true);
});
afterAll(async () => {
  await house.prisma.$disconnect();
  await database.drop();
});
beforeEach(async () => {
  store = await startRecordStore(LOGIN);
  folder = mkdtempSync(path.join(tmpdir(), 'records-'));
  policy = { ...policy, learningRecords: { to: 'store', url: store.url, home: HOME } };
  warned.length = 0;
  logged.length = 0;
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
  // What a story left open must not be due in the next one.
  await inside(async ({ tx }) => {
    await tx.xapiStatement.updateMany({ where: { tenantId: TENANT, sentAt: null }, data: { sentAt: wall } });
    await tx.lease.deleteMany({ where: { tenantId: TENANT } });
  });
  expect(logged).toEqual([]);
});

const inside = <T>(work: (unit: Unit) => Promise<T>) => inTenant(house, TENANT, work);
const later = (ms: number) => {
  wall = new Date(wall.getTime() + ms);
};
const toStore = (patienceMs = 5_000): RecordAdapter => storeRecords({ url: store.url, login: LOGIN, patienceMs });
const toFile = () => fileRecords({ folder });
/** Another holder is another process, or the same one after a restart. */
const send = (adapter = toStore(), holder = 'one') => sendRecords({ house, tenantId: TENANT, holder, adapter });
const waiting = () => inside(waitingRecords);

/** Somebody takes a course, as far as it is told here. */
async function attempt(name = 'Bo'): Promise<ToldAttempt> {
  return inside(async ({ tx, house: { newId }, now }) => {
    const person = await tx.person.findFirstOrThrow({ where: { tenantId: TENANT, name: { startsWith: name } } });
    const [enrolmentId, attemptId, releaseId] = [newId(), newId(), newId()];
    const of = { tenantId: TENANT };
    await tx.contentRelease.create({
      data: { ...of, id: releaseId, kind: 'course', key: 'introduction', hash: releaseId, content: {}, at: now },
    });
    await tx.enrolment.create({
      data: {
        ...{ ...of, id: enrolmentId, personId: person.id, courseKey: `introduction-${enrolmentId}` },
        ...{ status: 'open', because: 'own', openedAt: now },
      },
    });
    await tx.attempt.create({
      data: { ...of, id: attemptId, enrolmentId, n: 1, releaseId, seed: 1, status: 'open', startedAt: now },
    });
    return {
      personId: person.id,
      course: {
        key: 'introduction',
        title: { da: 'Velkommen', en: 'Welcome' },
        pass: { percent: 50, counts: 'best' as const },
      },
      ...{ enrolmentId, attemptId, releaseId, startedAt: now },
    };
  });
}

async function through(made?: ToldAttempt, status: 'passed' | 'failed' = 'passed'): Promise<ToldAttempt> {
  const of = made ?? (await attempt());
  await inside((unit) => tellStarted(unit, of));
  later(60_000);
  await inside((unit) => tellEnded(unit, of, { status, right: status === 'passed' ? 4 : 1, outOf: 4, at: unit.now }));
  return of;
}
const rowsOf = ({ attemptId }: ToldAttempt) =>
  inside(({ tx }) => tx.xapiStatement.findMany({ where: { tenantId: TENANT, attemptId }, orderBy: { at: 'asc' } }));
const verbs = (statements: Iterable<unknown>) =>
  [...statements].map((one) => statementSchema.parse(one).verb.id.split('/').at(-1));
const ALL = ['initialized', 'completed', 'passed', 'terminated'];

describe('telling', () => {
  test('keeps each statement once, however often it is told, and nothing that says who somebody is', async () => {
    const of = await through();
    await inside((unit) => tellStarted(unit, of));
    await through(of);
    const rows = await rowsOf(of);
    expect(rows.map(({ verb }) => verb)).toEqual(ALL);
    expect(verbs(rows.map(({ statement }) => statement))).toEqual(ALL);
    expect(JSON.stringify(rows)).not.toMatch(/Bo Lindgren|Lindgren|bo@|@/);
  });

  test('is part of the caller’s transaction', async () => {
    const of = await attempt();
    const broken = inside(async (unit) => {
      await tellStarted(unit, of);
      throw new Error('the answer was not kept');
    });
    await expect(broken).rejects.toThrow('not kept');
    expect(await rowsOf(of)).toEqual([]);
  });

  test('keeps nothing where the policy tells nobody', async () => {
    policy = { ...policy, learningRecords: null };
    expect(await rowsOf(await through())).toEqual([]);
  });

  test('an attempt that began before anybody was to be told begins when it ends', async () => {
    const of = await attempt();
    await inside((unit) => tellEnded(unit, of, { status: 'passed', right: 4, outOf: 4, at: unit.now }));
    expect((await rowsOf(of)).map(({ verb }) => verb)).toEqual(ALL);
  });

  test('a second attempt completes nothing anew, and does not fail what was passed', async () => {
    const first = await through();
    const attemptId = randomUUID();
    await inside(({ tx }) =>
      tx.attempt.create({
        data: {
          ...{ tenantId: TENANT, id: attemptId, enrolmentId: first.enrolmentId, n: 2, releaseId: first.releaseId },
          ...{ seed: 2, status: 'failed', startedAt: wall },
        },
      }),
    );
    const second = await through({ ...first, attemptId, startedAt: wall }, 'failed');
    expect((await rowsOf(second)).map(({ verb }) => verb)).toEqual(['initialized', 'terminated']);
  });
});

describe('a learning record store', () => {
  test('gets everything once and in order, with the login and the version', async () => {
    await through();
    expect(await send()).toEqual({ kept: 4, refused: 0 });
    expect(verbs(store.kept.values())).toEqual(ALL);
    expect(await send()).toEqual({ kept: 0, refused: 0 });
    expect(store.requests).toBe(1);
    expect(await waiting()).toBe(0);
  });

  test('gets more than fifty in batches', async () => {
    for (let n = 0; n < 14; n += 1) await through();
    expect(await send()).toEqual({ kept: 56, refused: 0 });
    expect(store.requests).toBe(2);
  });

  test.each<{ what: string; mood: 'hang' | number; code: string }>([
    { what: 'is silent', mood: 'hang', code: 'store-silent' },
    { what: 'is out of order', mood: 503, code: 'store-503' },
    { what: 'asks for patience', mood: 429, code: 'store-429' },
    { what: 'does not know the login', mood: 401, code: 'store-401' },
    { what: 'sends on to another address', mood: 307, code: 'store-307' },
  ])('that $what is left alone longer and longer, and gets everything in the end', async ({ mood, code }) => {
    await through();
    store.plays(mood);
    // Nobody waits here for what will not come.
    const impatient = toStore(mood === 'hang' ? 300 : 5_000);
    for (let tries = 1; tries <= 4; tries += 1) {
      expect(await send(impatient)).toEqual({ kept: 0, refused: 0 });
      expect(store.requests).toBe(tries);
      expect(warned.at(-1)).toContain(JSON.stringify({ code, tries }));
      // What comes meanwhile waits as well, in every process and after a restart.
      later(awayWaitMs(tries) - 1);
      await send(toStore(), 'another');
      expect(store.requests).toBe(tries);
      later(1);
    }
    expect(await waiting()).toBe(4);
    store.plays('well');
    expect(await send()).toEqual({ kept: 4, refused: 0 });
    expect(verbs(store.kept.values())).toEqual(ALL);
    expect(await waiting()).toBe(0);
    expect(warned.join()).not.toContain(LOGIN.password);
  });

  test('that is down loses nothing, across a restart', async () => {
    await through();
    const down = storeRecords({ url: 'http://127.0.0.1:9/xapi', login: LOGIN });
    await send(down);
    expect(warned.at(-1)).toContain('store-unreachable');
    later(awayWaitMs(1));
    expect(await send(toStore(), 'after a restart')).toEqual({ kept: 4, refused: 0 });
  });

  test('without a login nothing is sent to', async () => {
    await through();
    await send(storeRecords({ url: store.url, login: undefined }));
    expect(store.requests).toBe(0);
    expect(warned.at(-1)).toContain('no-login');
  });

  test('that kept them and never said so keeps them once', async () => {
    await through();
    store.plays('late');
    await send();
    expect(store.kept.size).toBe(4);
    store.plays('well');
    later(awayWaitMs(1));
    expect(await send()).toEqual({ kept: 4, refused: 0 });
    expect(store.kept.size).toBe(4);
  });

  test('does not take one of them: the others arrive, and that one is tried again each hour', async () => {
    const of = await through();
    const [, refused] = await rowsOf(of);
    store.refuses(refused?.id ?? '');
    expect(await send()).toEqual({ kept: 3, refused: 1 });
    expect(verbs(store.kept.values())).toEqual(['initialized', 'passed', 'terminated']);
    expect([await waiting(), warned.at(-1)]).toEqual([1, expect.stringContaining('store-400')]);
    const { requests } = store;
    later(REFUSED_WAIT_MS - 1);
    await send();
    expect(store.requests).toBe(requests);
    later(1);
    expect(await send()).toEqual({ kept: 0, refused: 1 });
  });

  test('has one of them in other words: it is there, the others arrive, and it is said', async () => {
    const [, held] = await rowsOf(await through());
    const before = { id: held?.id ?? '', verb: { id: 'http://adlnet.gov/expapi/verbs/experienced' } };
    store.holds(before);
    expect(await send()).toEqual({ kept: 4, refused: 0 });
    expect(store.kept.get(before.id)).toEqual(before);
    expect(warned.join()).toContain('in other words');
    expect(await waiting()).toBe(0);
  });

  test('is sent to by one process at a time; a process that was killed by the next one when its lease is over', async () => {
    await through();
    // Killed while it handed over: nothing of what became of it was written down.
    const killed = send({ hand: () => new Promise(() => undefined) }, 'killed');
    expect(await Promise.race([killed, new Promise((resolve) => setTimeout(resolve, 500, 'hands over'))])).toBe(
      'hands over',
    );
    expect(await send(toStore(), 'next')).toEqual({ kept: 0, refused: 0 });
    later(LEASE_MS);
    expect(await send(toStore(), 'next')).toEqual({ kept: 4, refused: 0 });
  });

  test('two processes at once hand over each statement once', async () => {
    for (let n = 0; n < 5; n += 1) await through();
    const both = await Promise.all([send(toStore(), 'one'), send(toStore(), 'two')]);
    expect(both.map(({ kept }) => kept).sort((a, b) => a - b)).toEqual([0, 20]);
    expect(store.requests).toBe(1);
  });
});

describe('a file', () => {
  const linesOf = (name = `${DAY}.ndjson`) => readFileSync(path.join(folder, name), 'utf8').split('\n');

  test('has a statement a line, a file a day', async () => {
    await through();
    await send(toFile());
    expect(
      verbs(
        linesOf()
          .slice(0, -1)
          .map((line) => JSON.parse(line)),
      ),
    ).toEqual(ALL);
    expect(linesOf().at(-1)).toBe('');
    wall = new Date('2026-03-13T00:30:00Z');
    await through();
    await send(toFile());
    expect(readdirSync(folder).sort()).toEqual([`${DAY}.ndjson`, '2026-03-13.ndjson']);
    wall = new Date('2026-03-12T12:00:00Z');
  });

  test('has a statement once, though a process was killed after it wrote and before it said so; also on the next day', async () => {
    await through();
    const writes = toFile();
    const killed: RecordAdapter = {
      hand: async (given) => {
        await writes.hand(given);
        return new Promise(() => undefined);
      },
    };
    void send(killed, 'killed');
    while (!readdirSync(folder).includes(`${DAY}.ndjson`)) await new Promise((resolve) => setTimeout(resolve, 20));
    later(LEASE_MS + 14 * 3_600_000);
    expect(await send(toFile(), 'next')).toEqual({ kept: 4, refused: 0 });
    expect(readdirSync(folder)).toEqual([`${DAY}.ndjson`]);
    expect(linesOf()).toHaveLength(5);
    wall = new Date('2026-03-12T12:00:00Z');
  });

  test('loses half a line that a killed process left, and nothing else', async () => {
    await through();
    await send(toFile());
    appendFileSync(path.join(folder, `${DAY}.ndjson`), '{"id":"0198');
    await through();
    await send(toFile());
    expect(
      verbs(
        linesOf()
          .slice(0, -1)
          .map((line) => JSON.parse(line)),
      ),
    ).toEqual([...ALL, ...ALL]);
  });

  test('that cannot be written makes them wait, by the system’s own code', async () => {
    await through();
    const inTheWay = path.join(folder, 'taken');
    writeFileSync(inTheWay, '');
    expect(await send(fileRecords({ folder: path.join(inTheWay, 'inside') }))).toEqual({ kept: 0, refused: 0 });
    expect(warned.at(-1)).toContain('folder-enotdir');
    expect(await waiting()).toBe(4);
    later(awayWaitMs(1));
    expect(await send(toFile())).toEqual({ kept: 4, refused: 0 });
  });
});

describe('the house', () => {
  const records = () => makeRecords({ house, dataDir: folder, holder: 'house', loginOf: () => LOGIN });

  test('sends to where the policy says, in a folder of the municipality’s own', async () => {
    await through();
    expect(await records().send(TENANT)).toEqual({ kept: 4, refused: 0 });
    expect(store.kept.size).toBe(4);
    policy = { ...policy, learningRecords: { to: 'file', folder: 'records', home: HOME } };
    await through();
    await records().send(TENANT);
    expect(readdirSync(path.join(folder, 'records', TENANT))).toEqual([`${DAY}.ndjson`]);
  });

  test('holds what is left when the policy tells nobody any more, and says so', async () => {
    await through();
    policy = { ...policy, learningRecords: null };
    expect(await records().send(TENANT)).toEqual({ kept: 0, refused: 0 });
    expect([await waiting(), store.requests]).toEqual([4, 0]);
  });
});
