import { setTimeout as pause } from 'node:timers/promises';
import { openDatabase } from '../../bot/db/open';
import { openQueue, type Queue } from '../../bot/db/queue';
import type { PrismaClient } from '../../prisma/generated/client';
import { freshDatabase, type TestDatabase } from '../support/database';

const A = 'a0000000-0000-4000-8000-00000000000a';
const B = 'b0000000-0000-4000-8000-00000000000b';
const log = { info: () => undefined, warn: () => undefined, error: () => undefined };

describe('the queue of wake-ups', () => {
  let database: TestDatabase;
  let prisma: PrismaClient;
  let queue: Queue;
  let heard: string[] = [];
  let busy = 0;

  beforeAll(async () => {
    database = await freshDatabase();
    prisma = await openDatabase(database.appUrl);
    queue = await openQueue({ appUrl: database.appUrl, log });
    await queue.start(async (tenantId) => {
      heard.push(tenantId);
      if (busy === 0) return 'done';
      busy -= 1;
      return 'busy';
    });
  });
  afterAll(async () => {
    await queue.stop();
    await prisma.$disconnect();
    await database.drop();
  });
  beforeEach(() => {
    heard = [];
  });
  const until = async (enough: () => boolean): Promise<void> => {
    for (let waited = 0; waited < 8_000 && !enough(); waited += 50) await pause(50);
  };

  test('a wake-up sent within a transaction comes when it is committed', async () => {
    await prisma.$transaction(async (tx) => {
      await queue.enqueue(tx, A);
      await pause(700);
      expect(heard).toEqual([]);
    });
    queue.nudge();
    await until(() => heard.length > 0);
    expect(heard).toEqual([A]);
  });

  test('a wake-up of a transaction that was rolled back never comes', async () => {
    await prisma
      .$transaction(async (tx) => {
        await queue.enqueue(tx, A);
        throw new Error('no');
      })
      .catch(() => undefined);
    queue.nudge();
    await pause(1_500);
    expect(heard).toEqual([]);
  });

  test('many wake-ups of one municipality are few, and each municipality has its own', async () => {
    await prisma.$transaction(async (tx) => {
      for (let times = 0; times < 20; times += 1) await queue.enqueue(tx, A);
      await queue.enqueue(tx, B);
    });
    queue.nudge();
    await until(() => heard.includes(B) && heard.includes(A));
    await pause(800);
    expect(heard.filter((one) => one === A)).toHaveLength(1);
    expect(heard.filter((one) => one === B)).toHaveLength(1);
  });

  test('while another process is at it, the wake-up is handed out again', async () => {
    busy = 2;
    await prisma.$transaction((tx) => queue.enqueue(tx, A));
    queue.nudge();
    await until(() => heard.length >= 3);
    expect(heard).toEqual([A, A, A]);
  });
});
