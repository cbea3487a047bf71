import { setTimeout as pause } from 'node:timers/promises';
import { pump } from '../../bot/messages/pump';
import { personIds } from '../support/meeting-steps';
import { openTown, TENANT, type Town } from '../support/town';
import { makeLetters, writeLetter } from './support/letters';

const LETTERS = 4;
const SLOW_MS = 150;

describe('a beat and a wake-up at the same moment, and a slow Teams', () => {
  const { capability } = makeLetters();
  let town: Town;
  beforeAll(async () => {
    town = await openTown({ at: '2026-03-12T09:00', more: [capability] });
    town.teams.faults.add({ wish: 'post', fault: { kind: 'delay', ms: SLOW_MS } });
  });
  afterAll(() => town.close());

  /** Looks until the work is done: how often something was on its way, and how often while nobody held the lease. */
  const watched = async (work: Promise<unknown>): Promise<{ underWay: number; unheld: number }> => {
    const seen = { underWay: 0, unheld: 0 };
    let over = false;
    const done = work.finally(() => (over = true));
    while (!over) {
      const [now] = await town.inside(
        ({ tx, tenantId }) => tx.$queryRaw<{ sending: boolean; held: boolean }[]>`
          select exists (select 1 from message where tenant_id = ${tenantId}::uuid and status = 'sending') as sending,
                 exists (select 1 from lease where tenant_id = ${tenantId}::uuid and name = 'pump') as held`,
      );
      if (now?.sending) seen.underWay += 1;
      if (now?.sending && !now.held) seen.unheld += 1;
      await pause(1);
    }
    await done;
    return seen;
  };
  const writeLetters = async () => {
    const idOf = await personIds(town);
    await town.inside(async (unit) => {
      for (let n = 0; n < LETTERS; n += 1) writeLetter(unit, { personId: idOf('Bo'), class: 'notice' });
    });
  };
  const lettersOfBo = () => town.teams.chat(town.person('Bo').entraId).length;

  test('pump one after the other: the lease stands as long as anything is on its way', async () => {
    await writeLetters();
    const seen = await watched(
      Promise.all([town.app.beat(), town.app.work(TENANT), town.app.beat(), town.app.work(TENANT)]),
    );

    expect(seen).toEqual({ underWay: expect.any(Number), unheld: 0 });
    expect(seen.underWay).toBeGreaterThan(0);
    expect(lettersOfBo()).toBe(LETTERS);
  });

  test('the test can fail: two pumps at once leave the second half of the sending without a lease', async () => {
    await writeLetters();
    const { courier } = town.app;
    const seen = await watched(Promise.all([pump(courier, TENANT), pump(courier, TENANT)]));

    expect(seen.unheld).toBeGreaterThan(0);
  });

  test('a pump that fails does not keep the next one from sending', async () => {
    const { teams } = town.app.courier;
    const { post } = teams;
    const before = lettersOfBo();
    await writeLetters();
    let faults = 1;
    const failsOnce: typeof post = (...sent) => {
      faults -= 1;
      return faults < 0 ? post(...sent) : Promise.reject(new Error('A fault of ours'));
    };
    Object.assign(teams, { post: failsOnce });
    // Whichever of the two comes first to the pump meets the fault.
    const both = await Promise.allSettled([town.app.work(TENANT), town.app.work(TENANT)]);
    Object.assign(teams, { post });
    expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);

    await writeLetters();
    await town.app.work(TENANT);
    expect(lettersOfBo() - before).toBeGreaterThanOrEqual(LETTERS);
  });
});
