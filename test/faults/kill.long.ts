import { spawn } from 'node:child_process';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { asMoment, toInstant, ZONE } from '../../bot/time/moment';
import { filledIn, openForm } from '../support/meeting-steps';
import { openTown, TENANT, type Town } from '../support/town';

/** Of each of the two stories. */
const ROUNDS = 11;
/** Longer than the worker's leases and its patience with a send that was cut off. */
const CUT_OFF_MS = 1_200;

type Ended = { readonly killed: boolean; readonly done: number; readonly posts: readonly number[] };

/** Beats once in a process of its own at the town's present time; dies before the n-th thing it does (0: lives). */
function beatElsewhere(town: Town, dieAt: number): Promise<Ended> {
  const given = JSON.stringify({
    appUrl: town.database.appUrl,
    tenantId: TENANT,
    now: toInstant(asMoment(town.now()), ZONE).toISOString(),
    dieAt,
  });
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', 'tsx', path.resolve('test/faults/support/worker.ts'), given], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    let wrong = '';
    child.stdout.on('data', (part: Buffer) => {
      said += part.toString();
    });
    child.stderr.on('data', (part: Buffer) => {
      wrong += part.toString();
    });
    child.once('exit', (code, signal) => {
      if (signal === 'SIGKILL') resolve({ killed: true, done: dieAt, posts: [] });
      else if (code === 0) resolve({ killed: false, ...JSON.parse(said) });
      else reject(new Error(`The worker failed: ${wrong}`));
    });
  });
}

/** What the connector accepted for Bo that bears this mark, and how often it was marked as sent again. */
function heardOf(town: Town, mark: string): { readonly times: number; readonly again: number } {
  const cards = town.teams
    .log()
    .filter((entry) => entry.kind === 'accepted' && entry.entraId === town.person('Bo').entraId)
    .map((entry) => JSON.stringify('card' in entry ? entry.card : {}))
    .filter((card) => card.includes(`invitation-answer/${mark}/`));
  return { times: cards.length, again: cards.filter((card) => card.includes('Sendt igen')).length };
}

/**
 * The rounds: the process dies before some of the things it does, spread evenly, and before and after each request to Teams,
 * where nobody can know.
 */
const spread = ({ done, posts }: Ended): number[] => [
  ...new Set([
    ...Array.from({ length: ROUNDS }, (_, at) => 1 + Math.round((at * (done - 1)) / (ROUNDS - 1))),
    ...posts.flatMap((at) => [at, at + 1]),
  ]),
];

async function calledAndNotSent(): Promise<Town> {
  const town = await openTown({
    at: '2026-03-12T09:00',
    mayLogFaults: true,
    timing: { sendingMs: 1_000, leaseMs: 1_000 },
  });
  await openForm(town);
  const inputs = await filledIn(town, { date: '2026-03-26', invite: ['Bo'] });
  await town.teams.press(town.person('Carla').entraId, { verb: 'meeting.call', inputs });
  return town;
}

async function restart(town: Town): Promise<void> {
  await pause(CUT_OFF_MS);
  await town.settle();
}

async function nothingHalfDone(town: Town): Promise<void> {
  const found = await town.inside(async ({ tx }) => ({
    sending: await tx.message.count({ where: { status: { in: ['sending', 'queued'] } } }),
    dirty: await tx.sentCard.count({ where: { dirtyAt: { not: null } } }),
    walks: await tx.rungWalk.groupBy({
      by: ['obligationId', 'rung', 'base'],
      where: { how: { in: ['told', 'listed'] } },
      _count: true,
    }),
    attempts: await tx.sendAttempt.groupBy({ by: ['messageId'], _count: true }),
  }));
  expect({ sending: found.sending, dirty: found.dirty }).toEqual({ sending: 0, dirty: 0 });
  expect(found.walks.filter((one) => one._count > 1)).toEqual([]);
}

describe('killed between any two statements around a walk and a send', () => {
  test('a summons arrives, and what may have come twice says so', async () => {
    const whole = await calledAndNotSent();
    const lived = await beatElsewhere(whole, 0);
    const { done } = lived;
    expect(heardOf(whole, 'own')).toEqual({ times: 1, again: 0 });
    await whole.close();

    const counts = { rounds: 0, once: 0, twice: 0 };
    for (const dieAt of spread(lived)) {
      const town = await calledAndNotSent();
      const ended = await beatElsewhere(town, dieAt);
      expect(ended.killed).toBe(true);
      await restart(town);
      const heard = heardOf(town, 'own');
      // Never lost; and a second copy is always one that says that it is.
      expect(heard.times).toBeGreaterThanOrEqual(1);
      expect(heard.times - heard.again).toBeLessThanOrEqual(1);
      await nothingHalfDone(town);
      counts.rounds += 1;
      if (heard.times === 1) counts.once += 1;
      else counts.twice += 1;
      await town.close();
    }
    console.log(
      `summons: killed before ${counts.rounds} of ${done} things; arrived once ${counts.once}, twice and marked ${counts.twice}, lost 0`,
    );
    expect(counts.rounds).toBeGreaterThanOrEqual(ROUNDS);
  }, 400_000);

  test('a reminder is told once, or is marked as unsure; it never comes twice', async () => {
    const due = async (): Promise<Town> => {
      const town = await calledAndNotSent();
      await town.until('2026-03-23T08:30');
      await town.moveOnly('2026-03-23T09:00');
      return town;
    };
    const whole = await due();
    const lived = await beatElsewhere(whole, 0);
    const { done } = lived;
    expect(heardOf(whole, 'second').times).toBe(1);
    await whole.close();

    const counts = { rounds: 0, told: 0, unsureTold: 0, unsureSilent: 0 };
    for (const dieAt of spread(lived)) {
      const town = await due();
      const ended = await beatElsewhere(town, dieAt);
      expect(ended.killed).toBe(true);
      await restart(town);
      const heard = heardOf(town, 'second').times;
      const unsure = await town.inside(({ tx }) =>
        tx.message.count({ where: { status: 'unsure', class: 'reminder', walk: { rung: 'second' } } }),
      );
      const walked = await town.inside(({ tx }) => tx.rungWalk.count({ where: { rung: 'second', how: 'told' } }));
      expect(walked).toBe(1);
      expect(heard).toBeLessThanOrEqual(1);
      // Whoever was not told for certain stands in the books as unsure: nothing is lost in silence.
      if (heard === 0) expect(unsure).toBe(1);
      await nothingHalfDone(town);
      counts.rounds += 1;
      if (unsure === 0) counts.told += 1;
      else if (heard === 1) counts.unsureTold += 1;
      else counts.unsureSilent += 1;
      await town.close();
    }
    console.log(
      `reminder: killed before ${counts.rounds} of ${done} things; told ${counts.told}, told and unsure ${counts.unsureTold}, cut off before Teams had it and unsure ${counts.unsureSilent}, twice 0`,
    );
    expect(counts.rounds).toBeGreaterThanOrEqual(ROUNDS);
  }, 400_000);
});
