import { setTimeout as pause } from 'node:timers/promises';
import { pump } from '../../bot/messages/pump';
import { personIds } from '../support/meeting-steps';
import { openTown, TENANT, type Town } from '../support/town';
import { makeLetters, writeLetter } from './support/letters';

const LETTERS = 4;
const SLOW_MS = 150;
const LONG_MS = 1_000;
const AS_LONG_AS_IT_TAKES_MS = 20_000;

describe('a beat and a wake-up at the same moment, and a slow Teams', () => {
  const { capability } = makeLetters();
  let town: Town;
  beforeAll(async () => {
    town = await openTown({ at: '2026-03-12T09:00', more: [capability] });
    town.teams.faults.add({ wish: 'post', fault: { kind: 'delay', ms: SLOW_MS } });
  });
  afterAll(() => town.close());

  const isHeld = () =>
    town.inside(({ tx, tenantId }) => tx.lease.count({ where: { tenantId, name: 'pump' } })).then((held) => held > 0);
  /**
   * Looks at each letter just before it has arrived: how many were on their way, and how many while nobody held the lease.
   * The first stays on its way until any other of the works is done, for so many milliseconds at most.
   */
  const watched = async (
    begin: () => readonly Promise<unknown>[],
    patienceMs: number,
  ): Promise<{ underWay: number; unheld: number }> => {
    const { teams } = town.app.courier;
    const { post } = teams;
    const seen = { underWay: 0, unheld: 0 };
    let works: readonly Promise<unknown>[] = [];
    const looking: typeof post = async (...sent) => {
      seen.underWay += 1;
      const isFirst = seen.underWay === 1;
      const result = await post(...sent);
      if (isFirst) await Promise.race([...works, pause(patienceMs, undefined, { ref: false })]);
      if (!(await isHeld())) seen.unheld += 1;
      return result;
    };
    Object.assign(teams, { post: looking });
    try {
      works = begin();
      await Promise.all(works);
    } finally {
      Object.assign(teams, { post });
    }
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
      () => [town.app.beat(), town.app.work(TENANT), town.app.beat(), town.app.work(TENANT)],
      LONG_MS,
    );

    expect(seen).toEqual({ underWay: LETTERS, unheld: 0 });
    expect(lettersOfBo()).toBe(LETTERS);
  });

  test('the test can fail: of two pumps at once the one that is done first leaves the other’s letter without a lease', async () => {
    await writeLetters();
    const { courier } = town.app;
    const seen = await watched(() => [pump(courier, TENANT), pump(courier, TENANT)], AS_LONG_AS_IT_TAKES_MS);

    expect(seen.underWay).toBe(LETTERS);
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
