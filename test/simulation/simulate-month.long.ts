import { freshDatabase } from '../support/database';
import { check } from './checker';
import { inWords, isClean, reportOf } from './simulate/report';
import { simulate } from './simulate/run';

test('a small municipality lives for a month: it calls and holds meetings and decides, and nobody is missed, doubled or shown too much', async () => {
  const wanted = { months: 1, people: 20, pathways: 4, seed: 3, restarts: false, plant: null };
  const database = await freshDatabase();
  try {
    const ran = await simulate(wanted, database);
    const report = reportOf(wanted, ran, check(ran.events), ran.seconds);
    expect(isClean(report) ? '' : inWords(report)).toBe('');
    // It really lived: a run in which nothing happens is clean as well.
    expect(report.held).toBeGreaterThan(1);
    expect(report.proposals).toBeGreaterThan(1);
    expect(report.presses).toBeGreaterThan(40);
    expect(report.messages).toBeGreaterThan(60);
    expect(report.tellings).toBeGreaterThan(20);
  } finally {
    await database.drop();
  }
}, 240_000);
