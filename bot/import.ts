import { stat } from 'node:fs/promises';
import { readConfig } from './config';
import { openDevelopmentClock } from './development/clock';
import { openFoundation } from './house';
import { describeFaults, describeReport } from './people/import/describe';
import { importFolder } from './people/import/import-folder';
import { dayOf, toMoment } from './time/moment';

/**
 * The command `npm run import -- <folder> [--tenant <id>] [--english]`: fills or updates a municipality from CSV files.
 * All or nothing; every fault is listed with its place.
 * @returns the exit code
 * @throws ConfigFault when the environment is wrong
 */
export async function importCommand(given: readonly string[], wall: () => Date): Promise<number> {
  const locale = given.includes('--english') ? 'en' : 'da';
  const at = given.indexOf('--tenant');
  const asked = at >= 0 ? given[at + 1] : undefined;
  const folder = given.find((one, index) => !one.startsWith('--') && (at < 0 || index !== at + 1));
  const config = readConfig();
  const chosen =
    asked === undefined ? config.municipalities : config.municipalities.filter((one) => one.tenantId === asked);
  const [municipality] = chosen;
  if (folder === undefined || !(await isFolder(folder))) {
    say(
      locale === 'da'
        ? 'Skriv mappen med CSV-filerne: npm run import -- <mappe>'
        : 'Name the folder of the CSV files: npm run import -- <folder>',
    );
    return 2;
  }
  if (!municipality || chosen.length > 1) {
    say(locale === 'da' ? 'Skriv hvilken kommune: --tenant <id>' : 'Say which municipality: --tenant <id>');
    return 2;
  }
  const foundation = await openFoundation(config);
  try {
    const { tenantId } = municipality;
    const { policy } = foundation.municipality(tenantId);
    // In development mode the days are those of the clock that has been moved.
    const now = config.development ? (await openDevelopmentClock(foundation.prisma, tenantId, wall)).now() : wall();
    const done = await importFolder({
      prisma: foundation.prisma,
      tenantId,
      folder,
      name: policy.municipality,
      seal: (place, text) => foundation.sealer.seal({ tenantId, ...place }, text),
      open: (place, sealed) => foundation.sealer.open({ tenantId, ...place }, sealed),
      newId: foundation.newId,
      now,
      today: dayOf(toMoment(now, policy.zone)),
    });
    say(done.ok ? describeReport(done.report, locale) : describeFaults(done.faults, locale));
    return done.ok ? 0 : 1;
  } finally {
    await foundation.close();
  }
}

const isFolder = async (folder: string): Promise<boolean> =>
  (await stat(folder).catch(() => undefined))?.isDirectory() ?? false;
const say = (text: string): void => void process.stdout.write(`${text}\n`);
