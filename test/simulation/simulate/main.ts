import { check, describe } from '../checker';
import { readArguments } from './arguments';
import { openRunDatabase } from './database';
import { simulate } from './run';

async function main(): Promise<number> {
  const wanted = readArguments(process.argv.slice(2));
  const began = performance.now();
  const database = await openRunDatabase();
  try {
    console.log(`database ${((performance.now() - began) / 1000).toFixed(1)} s`);
    const ran = await simulate(wanted, database);
    const { events, ...rest } = ran;
    console.log(JSON.stringify(rest, null, 1));
    const t = performance.now();
    const report = check(events);
    console.log(`checked ${events.length} events in ${((performance.now() - t) / 1000).toFixed(1)} s`, report.counts, report.tellings);
    for (const breach of report.breaches.slice(0, 5)) console.log(describe(breach));
    return report.breaches.length > 0 ? 1 : 0;
  } catch (fault) {
    console.error(fault);
    return 2;
  } finally {
    await database.close();
  }
}

main().then(
  (code) => process.exit(code),
  (fault: unknown) => {
    console.error(fault);
    process.exit(2);
  },
);
