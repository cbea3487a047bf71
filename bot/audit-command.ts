import { actInWords, isAct } from '../content/words/acts';
import type { Locale } from '../content/words/locale';
import { listSamples } from './audit/list-samples';
import { sealAudit } from './audit/seal-audit';
import { type AuditFault, verifyAudit } from './audit/verify-audit';
import { whoLooked } from './audit/who-looked';
import { readConfig } from './config';
import { type House, inTenant } from './db/unit';
import { openDevelopmentClock } from './development/clock';
import { openFoundation } from './house';
import { dayOf, toMoment } from './time/moment';

const USAGE = `npm run audit -- verify [--tenant <id>]                       whether the audit log is as it was written
npm run audit -- looked <reference> [--tenant <id>] [--danish]  who has looked at a pathway
npm run audit -- samples [--tenant <id>]                      the samples of the log, and whether they are signed off`;
const COMMANDS = ['verify', 'looked', 'samples'] as const;

/**
 * The command `npm run audit`: checks the audit log of the municipalities from end to end, lists who has looked at a pathway,
 * or its samples.
 * @returns the exit code: 1 where the log is not as it was written or a sample is overdue, 2 for what was not understood
 * @throws ConfigFault when the environment is wrong
 */
export async function auditCommand(given: readonly string[], wall: () => Date): Promise<number> {
  const at = given.indexOf('--tenant');
  const asked = at >= 0 ? given[at + 1] : undefined;
  const [command, ref = ''] = given.filter((one, index) => !one.startsWith('--') && (at < 0 || index !== at + 1));
  const config = readConfig();
  const chosen = config.municipalities.filter((one) => asked === undefined || one.tenantId === asked);
  const what = COMMANDS.find((one) => one === command);
  if (chosen.length === 0 || what === undefined || (what === 'looked' && ref === '')) {
    say(USAGE);
    return 2;
  }
  const foundation = await openFoundation(config);
  const quiet = () => undefined;
  const { prisma } = foundation;
  const [first] = chosen;
  const house: House = {
    prisma,
    // In development mode the days are those of the clock that has been moved.
    clocks: {
      calendar: config.development && first ? (await openDevelopmentClock(prisma, first.tenantId, wall)).now : wall,
      wall,
    },
    newId: foundation.newId,
    log: { info: quiet, warn: quiet, error: quiet },
    sealer: foundation.sealer,
    municipality: foundation.municipality,
    enqueueWake: async () => undefined,
    committed: quiet,
  };
  try {
    let code = 0;
    for (const { tenantId } of chosen)
      code = Math.max(
        code,
        await {
          verify: () => verify(house, tenantId),
          looked: () => looked(house, tenantId, ref, given.includes('--danish') ? 'da' : 'en'),
          samples: () => samples(house, tenantId),
        }[what](),
      );
    return code;
  } finally {
    await foundation.close();
  }
}

const SAYS: Readonly<Record<AuditFault['is'], string>> = {
  rows: 'rows were put in or taken out',
  changed: 'a row was changed',
  chain: 'it is not chained to the block before',
};

async function verify(house: House, tenantId: string): Promise<number> {
  await sealAudit(house, tenantId);
  const { blocks, rows, unsealed, head, faults } = await verifyAudit(house, tenantId);
  say(`${tenantId}: ${rows} rows in ${blocks} blocks, ${unsealed} not sealed yet; newest block ${head}`);
  for (const { n, is } of faults) say(`  block ${n}: ${SAYS[is]}`);
  say(faults.length === 0 ? '  The audit log is as it was written.' : '  THE AUDIT LOG IS NOT AS IT WAS WRITTEN.');
  return faults.length === 0 ? 0 : 1;
}

async function looked(house: House, tenantId: string, ref: string, locale: Locale): Promise<number> {
  const found = await inTenant(house, tenantId, (unit) => whoLooked(unit, ref));
  if (found === undefined) {
    say(`${tenantId}: there is no pathway ${ref}`);
    return 1;
  }
  const { zone } = house.municipality(tenantId).policy;
  for (const one of found) {
    const act = isAct(one.act) ? actInWords(one.act, locale) : one.act;
    say(`${toMoment(one.at, zone).replace('T', ' ')}  ${one.name}, ${one.title}: ${act}`);
  }
  say(`${found.length} times`);
  return 0;
}

async function samples(house: House, tenantId: string): Promise<number> {
  const found = await inTenant(house, tenantId, listSamples);
  const { zone } = house.municipality(tenantId).policy;
  say(`${tenantId}: ${found.length} samples of the audit log`);
  for (const one of found) {
    const drawn = `${one.n}. drawn ${dayOf(toMoment(one.at, zone))}, ${one.rows} rows of ${one.fromOn} to ${one.toOn}: `;
    const until = one.dueOn === null ? 'open' : `open, to be signed off by ${one.dueOn}`;
    const stands = one.signed
      ? `signed off by ${one.signed.by} on ${dayOf(toMoment(one.signed.at, zone))}, ${one.signed.closer} to be looked into`
      : one.overdue
        ? `OVERDUE since ${one.dueOn}`
        : until;
    say(`  ${drawn}${stands}`);
  }
  return found.some((one) => one.overdue) ? 1 : 0;
}

const say = (text: string): void => void process.stdout.write(`${text}\n`);
