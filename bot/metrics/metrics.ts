import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { PoolCounts } from '../db/open';
import type { House } from '../db/unit';
import { inTime } from '../http/in-time';
import { END_STATES } from '../messages/courier';
import type { MailPort, SendResult, TeamsPort } from '../messages/port';
import type { TurnHandler } from '../turn';
import { type HouseCounts, houseCounts, messagesByState } from './house-counts';

/** What the house tells of itself to whoever watches it: counts and times, the municipality by its tenant id, no names. */
export type Metrics = {
  readonly contentType: string;
  /** Prometheus' text format; the database is asked anew, and what it does not answer in time is left out. */
  text(): Promise<string>;
  /** The same handler, with its turns counted and timed. */
  turns(handler: TurnHandler): TurnHandler;
  /** The same ports, with their tries counted by how they ended. */
  teams(port: TeamsPort): TeamsPort;
  mail(port: MailPort): MailPort;
  /** A call came to the door and was answered with this HTTP status. */
  called(status: number): void;
  /** Something was logged. The text is one of the fixed ones in the code, and names nobody. */
  logged(level: 'warn' | 'error', text: string): void;
  beat(counts: Readonly<Record<string, number>>): void;
};

export type MetricsParts = {
  /** Asked for when it is needed: the house logs, and its log is counted here. */
  readonly house: () => House;
  readonly tenantIds: readonly string[];
  readonly pool: () => PoolCounts;
  /** Milliseconds that only go forward. */
  readonly monotonic: () => number;
  readonly lastBeatAt: () => Date | undefined;
  readonly queueAlive: () => boolean;
};

/** A turn is answered within Teams' five seconds for a press, fifteen for a message. */
const TURN_SECONDS = [0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 15];
const SEND_SECONDS = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
/** Whoever asks for metrics waits some ten seconds; what does not answer is left out before that. */
const LOOK_WITHIN_MS = 5_000;
/** Counting every message is dear where there are many: once in this time is enough. */
const STATES_EVERY_MS = 60_000;

const STATES = ['queued', 'sending', ...END_STATES] as const;

const WAITING: Readonly<Record<keyof HouseCounts, readonly [name: string, help: string]>> = {
  messagesDue: ['messages_due', 'Messages that wait and may go now.'],
  messagesLater: ['messages_later', 'Messages that wait for working hours or for their next try.'],
  oldestMessageSeconds: ['oldest_message_seconds', 'How long the oldest message that may go now has been waiting.'],
  obligationsOverdue: ['obligations_overdue', 'Obligations whose next step is due and not yet walked.'],
  oldestObligationSeconds: ['oldest_obligation_seconds', 'How long the oldest of them has been due.'],
  obligationsStumbling: ['obligations_stumbling', 'Open obligations that could not be walked, and are tried again.'],
  obligationsUnowned: ['obligations_unowned', 'Open duties that are without an owner.'],
  cardsToRefresh: ['cards_to_refresh', 'Cards in chats that show what has changed since, and may be drawn now.'],
  journalWaiting: ['journal_waiting', 'Documents that the specialist system has not acknowledged.'],
  journalInTrouble: ['journal_in_trouble', 'Those of them that cannot be delivered just now.'],
};

/** Makes the registry of one process. Nothing else holds counts: two processes are two of them. */
export function makeMetrics(parts: MetricsParts): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const named = (name: string, help: string) => ({ name: `rod_traad_${name}`, help, registers });
  collectDefaultMetrics({ register: registry });

  const turnTimes = new Histogram({
    ...named('turn_duration_seconds', 'Turns from people in Teams, by what came in and how it ended.'),
    labelNames: ['tenant', 'input', 'outcome'] as const,
    buckets: TURN_SECONDS,
  });
  const sendTimes = new Histogram({
    ...named('send_duration_seconds', 'Tries to send or refresh a message, by how they ended.'),
    labelNames: ['channel', 'wish', 'outcome'] as const,
    buckets: SEND_SECONDS,
  });
  const calls = new Counter({
    ...named('calls_total', 'Calls to /api/messages by HTTP status.'),
    labelNames: ['status'] as const,
  });
  const logs = new Counter({
    ...named('logs_total', 'Lines in the log that are warnings or errors.'),
    labelNames: ['level', 'text'] as const,
  });
  const beats = new Counter({
    ...named('beat_work_total', 'What the minute’s beats did.'),
    labelNames: ['work'] as const,
  });
  const [beatAge, queueAlive, up] = [
    ['beat_age_seconds', 'Since this process last looked for what is due.'],
    ['queue_alive', '1 while the queue hands out wake-ups.'],
    ['database_up', '1 when the database answered just now.'],
  ].map(([name = '', help = '']) => new Gauge(named(name, help)));
  const connections = new Gauge({
    ...named('database_connections', 'Connections of this process: open, idle, and turns that wait for one.'),
    labelNames: ['state'] as const,
  });
  const states = new Gauge({
    ...named('messages', 'All messages by state, a minute old at most. The same from every process.'),
    labelNames: ['tenant', 'state'] as const,
  });
  const waiting = Object.entries(WAITING).map(([key, [name, help]]) => ({
    key: key as keyof HouseCounts,
    gauge: new Gauge({ ...named(name, `${help} The same from every process.`), labelNames: ['tenant'] as const }),
  }));

  let statesAtMs: number | undefined;
  async function lookAtHouse(): Promise<void> {
    const house = parts.house();
    const fresh = statesAtMs !== undefined && parts.monotonic() - statesAtMs < STATES_EVERY_MS;
    for (const tenant of parts.tenantIds) {
      const counts = await houseCounts(house, tenant);
      for (const { key, gauge } of waiting) gauge.set({ tenant }, counts[key]);
      if (fresh) continue;
      const counted = await messagesByState(house, tenant);
      for (const state of STATES) states.set({ tenant, state }, counted.get(state) ?? 0);
    }
    if (!fresh) statesAtMs = parts.monotonic();
  }

  async function look(): Promise<void> {
    try {
      await inTime(lookAtHouse(), LOOK_WITHIN_MS);
      up?.set(1);
    } catch {
      // What cannot be known now must not stand there as if it were: an alarm on it would never ring.
      up?.set(0);
      for (const { gauge } of waiting) gauge.reset();
      states.reset();
      statesAtMs = undefined;
    }
    const beatAt = parts.lastBeatAt();
    if (beatAt) beatAge?.set((parts.house().clocks.wall().getTime() - beatAt.getTime()) / 1_000);
    queueAlive?.set(parts.queueAlive() ? 1 : 0);
    for (const [state, count] of Object.entries(parts.pool())) connections.set({ state }, count);
  }

  const timed = async (labels: { channel: string; wish: string }, send: () => Promise<SendResult>) => {
    const began = parts.monotonic();
    const result = await send();
    sendTimes.observe({ ...labels, outcome: result.kind }, (parts.monotonic() - began) / 1_000);
    return result;
  };

  return {
    contentType: registry.contentType,
    text: async () => {
      await look();
      return registry.metrics();
    },
    turns: (handler) => ({
      handle: async (turn) => {
        const began = parts.monotonic();
        const answer = await handler.handle(turn);
        const outcome = answer.failed ? 'failed' : Object.keys(answer).length === 0 ? 'silent' : 'answered';
        turnTimes.observe(
          { tenant: turn.tenantId, input: turn.input.kind, outcome },
          (parts.monotonic() - began) / 1_000,
        );
        return answer;
      },
      answered: (turn, answer, posted) => handler.answered(turn, answer, posted),
    }),
    teams: (port) => ({
      post: (message) => timed({ channel: 'teams', wish: 'post' }, () => port.post(message)),
      update: (message) => timed({ channel: 'teams', wish: 'update' }, () => port.update(message)),
    }),
    mail: (port) => ({ send: (mail) => timed({ channel: 'mail', wish: 'post' }, () => port.send(mail)) }),
    called: (status) => calls.inc({ status: String(status) }),
    logged: (level, text) => logs.inc({ level, text }),
    beat: (counts) => {
      for (const [work, count] of Object.entries(counts)) beats.inc({ work }, count);
    },
  };
}
