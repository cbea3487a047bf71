/**
 * A municipality lives for months or years, in minutes, and what it was told is checked:
 *   npm run simulate -- --months 12 --people 90 --pathways 60 --seed 7 [--restarts] [--json] [--plant <breach>] [--journal <file>]
 * A journal keeps what the checker read, a line an event, to follow a breach that its shortest story does not explain.
 * Ends with 1 where the checker finds a breach, with 2 where the run itself fails.
 */
import { writeFileSync } from 'node:fs';
import { check } from '../checker';
import { readArguments } from './arguments';
import { openRunDatabase } from './database';
import { inWords, isClean, reportOf } from './report';
import { simulate } from './run';

async function main(): Promise<number> {
  const { json, journal, ...wanted } = readArguments(process.argv.slice(2));
  const database = await openRunDatabase();
  // A run that is broken off leaves no server behind.
  const breakOff = (): void => void database.close().finally(() => process.exit(130));
  process.once('SIGINT', breakOff).once('SIGTERM', breakOff);
  try {
    const began = performance.now();
    const ran = await simulate(wanted, database);
    if (journal !== undefined) writeFileSync(journal, ran.events.map((event) => `${JSON.stringify(event)}\n`).join(''));
    const report = reportOf(wanted, ran, check(ran.events), (performance.now() - began) / 1000);
    console.log(json ? JSON.stringify(report) : inWords(report));
    return isClean(report) ? 0 : 1;
  } finally {
    await database.close();
  }
}

main().then(
  (code) => process.exit(code),
  (fault: unknown) => {
    console.error(fault instanceof Error ? (fault.stack ?? fault.message) : fault);
    process.exit(2);
  },
);
