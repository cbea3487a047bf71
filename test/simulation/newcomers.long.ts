import { freshDatabase } from '../support/database';
import { check } from './checker';
import { TOLD_WHEN_DONE, type Wanted } from './simulate/arguments';
import { inWords, isClean, type RunReport, reportOf } from './simulate/report';
import { simulate } from './simulate/run';

const WANTED: Wanted = { months: 2, people: 20, pathways: 1, seed: 7, restarts: false, plant: null };

async function lived(wanted: Wanted): Promise<RunReport> {
  const database = await freshDatabase();
  try {
    const ran = await simulate(wanted, database);
    return reportOf(wanted, ran, check(ran.events), ran.seconds);
  } finally {
    await database.drop();
  }
}

describe('colleagues who come to a municipality', () => {
  test('are met on their first day, play the introduction, and nobody hears of it who need not', async () => {
    const report = await lived(WANTED);
    expect(isClean(report) ? '' : inWords(report)).toBe('');
    expect(report.introductions).toBeGreaterThan(3);
    expect(report.introductionsDone).toBeGreaterThan(0);
    expect(report.introductionsDone).toBeLessThan(report.introductions);
    expect(report.byKind.introduction).toBeGreaterThan(3);
  }, 300_000);

  test('twin: a manager who is told of an introduction that is done is found', async () => {
    const report = await lived({ ...WANTED, plant: TOLD_WHEN_DONE });
    expect(report.breaches.needless).toBeGreaterThan(0);
    expect(report.stories.needless.join()).toContain('needless (settled): introduction');
  }, 300_000);
});
