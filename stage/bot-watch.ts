import { z } from 'zod/v4';
import type { BotState, OutboxMessage } from './page-api';

const instant = z.iso.datetime({ offset: true });
const clockSchema = z.object({
  now: instant,
  nextDue: z.object({ at: instant, for: z.array(z.string()) }).nullable(),
});
const movedSchema = z.object({ now: instant, sent: z.number() });
const waitingSchema = z.object({ people: z.array(z.object({ entraId: z.string(), waiting: z.number() })) });
const messagesSchema = z.object({
  messages: z.array(
    z.object({
      n: z.number(),
      at: instant,
      entraId: z.string().nullable(),
      kind: z.string(),
      channel: z.string(),
      status: z.string(),
      reason: z.string().nullable(),
    }),
  ),
});

const unended = new Set(['queued', 'sending']);
const keptMessages = 400;
const askTimeoutMs = 5_000;
const timeTimeoutMs = 300;
const moveTimeoutMs = 10 * 60_000;
const awakeBeatMs = 1_500;
const asleepBeatMs = 400;
const unwatchedBeatMs = 5_000;
const movingBeatMs = 150;
const jumpMs = 1_500;

export type Move = { readonly to: string } | { readonly next: 'due' | 'working-day' };

export type BotWatch = {
  state(): BotState;
  /** The bot's business time, running on from what it told last; the wall clock before it told any. */
  now(): Date;
  /** Asks the bot at once; concurrent calls share one round. */
  refresh(): Promise<void>;
  /** Asks only for the time, and not for long: a bot that is busy is not waited for. */
  askTime(): Promise<void>;
  /** Moves the bot's clock and waits until everything due on the way was sent. Rejects if the bot refuses or is away. */
  move(move: Move): Promise<{ now: string; sent: number }>;
  stop(): void;
};

export type BotWatchOptions = {
  readonly botUrl: string;
  readonly changed: (state: BotState) => void;
  /** Whether anybody looks; otherwise the bot is asked seldom. */
  readonly watched: () => boolean;
};

/** Watches a bot in development mode. A bot that is away, still starting, or tells less, is a state and not an error. */
export function watchBot(o: BotWatchOptions): BotWatch {
  let state: BotState = { awake: false, clock: null, moving: false, waiting: {}, outbox: [] };
  /** What lies between the wall clock and the bot's, in milliseconds. */
  let aheadMs = 0;
  const outbox = new Map<number, OutboxMessage>();
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let round: Promise<void> | undefined;

  /** With the clock as it is by now: it runs on between two answers. */
  const shown = (): BotState =>
    state.clock ? { ...state, clock: { ...state.clock, now: new Date(Date.now() + aheadMs).toISOString() } } : state;
  let toldAheadMs = 0;
  const set = (change: Partial<BotState>) => {
    const before = state;
    state = { ...state, ...change };
    // The running clock alone is no news, a jump is: the page lets it run by itself.
    const still = (one: BotState) => JSON.stringify({ ...one, clock: one.clock && { ...one.clock, now: '' } });
    const jumped = Math.abs(aheadMs - toldAheadMs) > jumpMs;
    if (!jumped && still(state) === still(before)) return;
    toldAheadMs = aheadMs;
    o.changed(shown());
  };

  /** The parsed answer; undefined where the bot does not offer it. Rejects if nobody answers. */
  async function ask<Schema extends z.ZodType>(
    path: string,
    schema: Schema,
    timeoutMs = askTimeoutMs,
  ): Promise<z.infer<Schema> | undefined> {
    const response = await fetch(`${o.botUrl}${path}`, { signal: AbortSignal.timeout(timeoutMs) });
    const body: unknown = await response.json().catch(() => undefined);
    return response.ok ? schema.safeParse(body).data : undefined;
  }

  const takeClock = (now: string) => {
    aheadMs = Date.parse(now) - Date.now();
  };
  /** Never shared: an answer on its way already may be of before the clock was moved. */
  const askTime = async () => {
    // A bot that does not answer in time lets the time run on from what it was.
    const clock = await ask('/dev/clock', clockSchema, timeTimeoutMs).catch(() => undefined);
    if (!clock) return;
    takeClock(clock.now);
    set({ clock });
  };

  async function askEverything(): Promise<void> {
    try {
      const clock = (await ask('/dev/clock', clockSchema)) ?? null;
      if (clock) takeClock(clock.now);
      const open = [...outbox.values()].filter((message) => unended.has(message.status)).map((message) => message.n);
      const after = Math.min(...open, Math.max(0, ...outbox.keys()) + 1) - 1;
      const [waiting, messages] = await Promise.all([
        ask('/dev/waiting', waitingSchema),
        ask(`/dev/messages?after=${after}`, messagesSchema),
      ]);
      for (const message of messages?.messages ?? []) outbox.set(message.n, message);
      for (const n of [...outbox.keys()].sort((a, b) => a - b).slice(0, -keptMessages)) outbox.delete(n);
      set({
        awake: true,
        clock,
        waiting: Object.fromEntries((waiting?.people ?? []).map((one) => [one.entraId, one.waiting])),
        outbox: [...outbox.values()].sort((a, b) => a.n - b.n),
      });
    } catch {
      // Nobody answers: starting, stopped or restarting. It is asked again.
      set({ awake: false });
    }
  }

  function refresh(): Promise<void> {
    round ??= askEverything().finally(() => {
      round = undefined;
    });
    return round;
  }

  async function beat(): Promise<void> {
    await refresh();
    if (stopped) return;
    timer = setTimeout(() => void beat(), state.awake ? (o.watched() ? awakeBeatMs : unwatchedBeatMs) : asleepBeatMs);
    timer.unref();
  }
  void beat();

  async function post(move: Move): Promise<{ now: string; sent: number }> {
    const response = await fetch(`${o.botUrl}/dev/clock`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(move),
      signal: AbortSignal.timeout(moveTimeoutMs),
    });
    const body: unknown = await response.json().catch(() => undefined);
    const moved = movedSchema.safeParse(body).data;
    if (!response.ok || !moved) throw new Error(`The bot answered ${response.status} to moving its clock`);
    takeClock(moved.now);
    return moved;
  }

  return {
    state: shown,
    now: () => new Date(Date.now() + aheadMs),
    refresh,
    askTime,
    async move(move) {
      if (state.moving) throw new Error('The clock is being moved already');
      set({ moving: true });
      const ticking = setInterval(() => void askTime(), movingBeatMs);
      try {
        return await post(move);
      } finally {
        clearInterval(ticking);
        await round;
        await askEverything();
        set({ moving: false });
      }
    },
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
