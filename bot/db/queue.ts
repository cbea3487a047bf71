import PgBoss from 'pg-boss';
import type { Log, Tx } from './unit';

export const QUEUE = 'pump';
export const QUEUE_SCHEMA = 'queue';
const POLL_SECONDS = 0.5;
const AGAIN_SECONDS = 1;
const LOOK_AGAIN_MS = 10_000;

/**
 * Wake-ups for the pumps, with the municipality's id and nothing else. The message rows are the truth: a wake-up that is
 * lost costs a minute (the next beat), one that is doubled costs nothing.
 */
export type Queue = {
  /** Within the transaction: the wake-up exists if and only if the messages do. */
  enqueue(tx: Tx, tenantId: string): Promise<void>;
  /** Looks for wake-ups now rather than at the next poll. */
  nudge(): void;
  /** Hands wake-ups to `work`; one that says `busy` (another process pumps) is handed out again a second later. */
  start(work: (tenantId: string) => Promise<'done' | 'busy'>): Promise<void>;
  isAlive(): boolean;
  stop(): Promise<void>;
};

/** Opens the queue with the application's login; its schema has been made by `prepareDatabase`. */
export async function openQueue(options: { appUrl: string; log: Log }): Promise<Queue> {
  const boss = new PgBoss({
    connectionString: options.appUrl,
    max: 4,
    schema: QUEUE_SCHEMA,
    migrate: false,
    supervise: true,
    schedule: false,
  });
  let alive = true;
  let looking: NodeJS.Timeout | undefined;
  // After a fault it is asked until it answers: at night nothing else would show that it is well again.
  const lookAgain = () => {
    looking ??= setTimeout(async () => {
      looking = undefined;
      try {
        await boss.getQueueSize(QUEUE);
        alive = true;
      } catch {
        lookAgain();
      }
    }, LOOK_AGAIN_MS).unref();
  };
  boss.on('error', (fault) => {
    alive = false;
    options.log.error({ fault: fault.name }, 'the queue reports a fault');
    lookAgain();
  });
  await boss.start();
  let worker: string | undefined;
  return {
    enqueue: async (tx, tenantId) => {
      const db = {
        executeSql: async (text: string, values: unknown[]) => ({
          rows: await tx.$queryRawUnsafe<unknown[]>(text, ...values.map((one) => one ?? null)),
        }),
      };
      await boss.send(QUEUE, { tenantId }, { db, singletonKey: tenantId });
    },
    nudge: () => {
      if (worker) boss.notifyWorker(worker);
    },
    start: async (work) => {
      worker = await boss.work<{ tenantId: string }>(
        QUEUE,
        { pollingIntervalSeconds: POLL_SECONDS, batchSize: 1 },
        async ([job]) => {
          alive = true;
          if (!job) return;
          const result = await work(job.data.tenantId);
          if (result === 'busy')
            await boss.send(QUEUE, job.data, { singletonKey: job.data.tenantId, startAfter: AGAIN_SECONDS });
        },
      );
    },
    isAlive: () => alive,
    stop: async () => {
      clearTimeout(looking);
      await boss.stop({ graceful: true, timeout: 5_000, wait: true });
    },
  };
}
