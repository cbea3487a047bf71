import type { Beats, MillionBeats } from './beats';
import { MIX_IN_WORDS } from './daily-life';
import type { Counters } from './database';
import type { Delivery } from './deliveries';
import type { GateCost } from './gate-cost';
import type { machine } from './machine';
import type { LoadResult } from './open-load';
import type { Quantiles } from './quantiles';

type Two = { readonly bot: number; readonly database: number };

export type Figures = {
  readonly machine: ReturnType<typeof machine>;
  /** What else the machine did before the run: processes that waited for a processor, mean of a minute. */
  readonly busyBefore: number;
  readonly at: Date;
  readonly size: {
    readonly load: { readonly perSecond: number; readonly warmUpSeconds: number; readonly seconds: number };
  };
  readonly databaseVersion: string;
  readonly rows: {
    readonly people: number;
    readonly pathways: number;
    readonly obligations: number;
    readonly messages: number;
  };
  readonly gate: GateCost;
  readonly start: {
    readonly coldReadyMs: number;
    readonly coldFirstMs: number;
    readonly importMs: number;
    readonly warmReadyMs: number;
    readonly warmFirstMs: number;
  };
  readonly load: LoadResult;
  readonly errors: readonly string[];
  readonly metPerSecond: number;
  readonly memoryIdle: Two;
  readonly memoryAfter: Two;
  readonly processor: Two;
  readonly database: Counters;
  readonly outbox: { readonly longest: number; readonly emptyMs: number };
  readonly delivery: { readonly free: Delivery; readonly windowed: Delivery };
  readonly beat: Beats;
  readonly million?: MillionBeats;
};

const MOST_P99_MS = 500;
const MOST_RATIO = 1.5;
const MOST_BUFFERS = 60;
/** More processes than this waiting beforehand, and the figures are those of a busy machine. */
const QUIET = 1;

/** What does not hold of what the product promises; empty when all is well. */
export function brokenBars(figures: Figures): string[] {
  const { load, errors, million } = figures;
  return [
    ...(load.all.p99 > MOST_P99_MS
      ? [`99 of 100 presses are answered within ${MOST_P99_MS} ms: it took ${whole(load.all.p99)} ms`]
      : []),
    ...(load.all.count < load.offered
      ? [`${load.offered - load.all.count} of ${load.offered} presses were not answered`]
      : []),
    ...(errors.length > 0 ? [`no error: there were ${errors.length}, the first: ${errors[0]}`] : []),
    ...(million && million.ratio > MOST_RATIO
      ? [
          `a beat at a million obligations takes at most ${MOST_RATIO} times as long: it took ${million.ratio.toFixed(2)}`,
        ]
      : []),
    ...(million && million.dueRatio > MOST_RATIO
      ? [
          `telling one at a million obligations takes at most ${MOST_RATIO} times as long: it took ${million.dueRatio.toFixed(2)}`,
        ]
      : []),
    ...(million?.plan.sequential ? ['what is due is found by an index: the table was read from end to end'] : []),
    ...(million && million.plan.buffers > MOST_BUFFERS
      ? [`what is due is found in ${MOST_BUFFERS} pages: it took ${million.plan.buffers}`]
      : []),
  ];
}

const whole = (n: number): string => Math.round(n).toLocaleString('en-US');
const tenth = (n: number): string => n.toFixed(1);
const hundredth = (n: number): string => n.toFixed(2);
const seconds = (ms: number): string => `${tenth(ms / 1_000)} s`;
const row = (...cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const spread = (name: string, { count, p50, p95, p99, max }: Quantiles, show = whole): string =>
  row(name, whole(count), show(p50), show(p95), show(p99), show(max));

/** Presses a person makes on a working day, and the share of them in the day's busiest half hour: our assumption. */
const PRESSES_A_DAY = 15;
const BUSIEST_SHARE = 0.2;
const HALF_HOUR_SECONDS = 1_800;

/** docs/performance.md */
export function report(figures: Figures, broken: readonly string[]): string {
  const { machine: on, rows, load, start, delivery, beat, million, database, processor, size } = figures;
  const { perSecond, warmUpSeconds, seconds: length } = size.load;
  const loaded = perSecond * (warmUpSeconds + length);
  const carries = Math.floor(perSecond / ((PRESSES_A_DAY * BUSIEST_SHARE) / HALF_HOUR_SECONDS) / 1_000) * 1_000;
  const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' }).format(figures.at);
  const busy =
    figures.busyBefore > QUIET
      ? ` **The machine was busy with other work (load ${tenth(figures.busyBefore)} before the run): the figures are worse than they are on a quiet one.**`
      : '';
  return `# Performance

Written by \`npm run bench\` on ${day}; do not edit.${busy}

${broken.length === 0 ? 'Every bar holds.' : broken.map((bar) => `- **Broken**: ${bar}`).join('\n')}

## What it means

At ${perSecond} presses a second, 99 of 100 are answered within **${whole(load.all.p99)} ms** (the bar is ${MOST_P99_MS} ms). If everybody who uses Rød Tråd presses
${PRESSES_A_DAY} times a day, and a fifth of that falls in the day's busiest half hour, ${perSecond} presses a second are those of some **${whole(carries)} staff**: one
instance carries a Danish municipality. Sending is what takes longest: Teams itself lets one bot send at most 50 messages a
second to a municipality, so ${whole(delivery.windowed.messages)} messages go out in ${tenth(delivery.windowed.seconds / 60)} minutes.

## Machine

${on.cpu}, ${on.cores} cores, ${on.memoryGb} GB, ${on.system}. Node ${process.version}, PostgreSQL ${figures.databaseVersion} (the embedded one, as durable as for real).
The bot, its database, Teams and all who press share this machine.

## Method

The bot is the real one, a process of its own as \`npm start\` starts it, in development mode. Teams is the stage's connector on loopback. A
made-up municipality (always the same) is imported: ${whole(rows.people)} people, ${whole(rows.pathways)} pathways. Everybody meets the bot; each lead calls a meeting, and
the invitations go out; some of the meetings are opened. At the end of the load there were ${whole(rows.obligations)} obligations and ${whole(rows.messages)} messages.

Presses start at fixed times, ${perSecond} a second for ${warmUpSeconds} + ${length} seconds (the first ${warmUpSeconds} do not count), whether or not earlier ones were answered. Time counts
from when a press was meant to start until Teams has the answer, so a bot that stalls is charged for all who waited. The mix: ${MIX_IN_WORDS}.
Every answer is looked at; afterwards the database must hold what was pressed. Quantiles are of all presses, not estimated.

In development mode no token is asked for. What checking one costs is measured apart, on the same door with keys on loopback: ${tenth(figures.gate.guarded.p50)} ms
a call in the middle and ${tenth(figures.gate.guarded.p99)} ms in 99 of 100 with a new token for each call, ${tenth(figures.gate.remembered.p50)} and ${tenth(figures.gate.remembered.p99)} ms with one that was let in before (Teams uses
one for an hour), ${tenth(figures.gate.open.p50)} and ${tenth(figures.gate.open.p99)} ms without any. The check of a new token alone is ${hundredth(figures.gate.check.ours)} ms of processor time; the SDK's own, which it replaces, ${hundredth(figures.gate.check.sdk)} ms. Add the difference to the times below.

## Presses

Milliseconds. Errors: **${figures.errors.length}**. The generator itself was at most ${whole(load.generatorLateMs)} ms late.

${row('press', 'count', 'half within', '95 of 100', '99 of 100', 'longest')}
| --- | ---: | ---: | ---: | ---: | ---: |
${spread('**all**', load.all)}
${[...load.byKind].map(([kind, found]) => spread(kind, found)).join('\n')}

Meanwhile, for each of the ${whole(loaded)} presses with all that follows from it (cards drawn anew, people told): ${tenth(database.transactions / loaded)} transactions, ${tenth(database.busyMs / loaded)} ms of
database work; ${tenth((processor.bot * 1_000) / loaded)} ms of the bot's processor time and ${tenth((processor.database * 1_000) / loaded)} ms of the database's. ${tenth((100 * database.blocksHit) / Math.max(1, database.blocksHit + database.blocksRead))} % of pages came from memory. The
outbox held at most ${whole(figures.outbox.longest)} messages and cards to send, and was empty ${seconds(figures.outbox.emptyMs)} after the last press. Before, ${tenth(figures.metPerSecond)} people a second met the bot.

## Start

| start | ready | first answer |
| --- | ---: | ---: |
${row('cold: a new data folder, database and tables made', seconds(start.coldReadyMs), seconds(start.coldFirstMs))}
${row('cold, with the import of the whole municipality', seconds(start.importMs), '')}
${row('warm: the municipality after its day', seconds(start.warmReadyMs), seconds(start.warmFirstMs))}

## Memory

MB; what processes share is counted once (PSS).

| | bot | PostgreSQL |
| --- | ---: | ---: |
${row('before the load', whole(figures.memoryIdle.bot), whole(figures.memoryIdle.database))}
${row('after the load', whole(figures.memoryAfter.bot), whole(figures.memoryAfter.database))}

## Sending

${whole(delivery.free.messages)} queued messages to ${whole(delivery.free.people)} people, each drawn from the database as things stand, sent, and written down. The sender runs in the bench's own process, with Teams beside it.

| | seconds | messages a second |
| --- | ---: | ---: |
${row('nobody counts requests', tenth(delivery.free.seconds), tenth(delivery.free.perSecond))}
${row("with Teams' limits, kept by the bot and counted by Teams", tenth(delivery.windowed.seconds), tenth(delivery.windowed.perSecond))}

## Beats

The minute's beat finds what is due and tells whoever owes it. Milliseconds.

${row('open obligations', 'beats', 'half within', '95 of 100', '99 of 100', 'longest')}
| --- | ---: | ---: | ---: | ---: | ---: |
${spread(`${whole(beat.obligations)}, nothing due`, beat.idle, tenth)}
${million ? `${spread(`${whole(million.obligations)}, nothing due`, million.idle, tenth)}\n` : ''}
With ${whole(beat.due)} due at ${whole(beat.obligations)}: ${seconds(beat.dueMs)} for the beat, in which ${whole(beat.told)} people were told.
${million ? `\nWith as many due at ${whole(million.obligations)}: ${seconds(million.dueMs)}, in which ${whole(million.told)} people were told. With nothing due a beat takes ${million.ratio.toFixed(2)} times as long as at ${whole(beat.obligations)}, and telling one ${million.dueRatio.toFixed(2)} times (bar: ${MOST_RATIO}). What is due is found ${million.plan.sequential ? 'by reading the whole table' : 'by an index'}, in ${whole(million.plan.buffers)} pages (bar: ${MOST_BUFFERS}).\n` : ''}`;
}
