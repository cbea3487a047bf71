import { freshDatabase } from '../support/database';
import { check } from './checker';
import { PLANTS, type Wanted } from './simulate/arguments';
import { BREACHES, inWords, isClean, type RunReport, reportOf } from './simulate/report';
import { simulate } from './simulate/run';

async function lived(wanted: Wanted): Promise<RunReport> {
  const database = await freshDatabase();
  try {
    const began = performance.now();
    const ran = await simulate(wanted, database);
    return reportOf(wanted, ran, check(ran.events), (performance.now() - began) / 1000);
  } finally {
    await database.drop();
  }
}

const SMALL = { months: 1, people: 30, pathways: 6, seed: 12, restarts: false, plant: null };

describe('a municipality that lives for a while, with the checker reading', () => {
  test('restarted, killed and down for ten days, it misses, doubles and leaks nothing', async () => {
    const report = await lived({ ...SMALL, months: 3, seed: 1, restarts: true });
    expect(isClean(report) ? '' : inWords(report)).toBe('');
    expect(report.restarts).toBeGreaterThan(0);
    expect(report.held).toBeGreaterThan(2);
    expect(report.tellings).toBeGreaterThan(20);
  });

  test.each(PLANTS)('twin: a bot that is made to have something %s is found out', async (plant) => {
    const report = await lived({ ...SMALL, plant });
    expect(BREACHES.filter((word) => report.breaches[word] > 0)).toContain(plant);
  });
});
