import { sealAudit } from './audit/seal-audit';
import { type AuditFault, verifyAudit } from './audit/verify-audit';
import { whoLooked } from './audit/who-looked';
import { readConfig } from './config';
import { type House, inTenant } from './db/unit';
import { openFoundation } from './house';
import { toMoment } from './time/moment';

const USAGE = `npm run audit -- verify [--tenant <id>]            whether the audit log is as it was written
npm run audit -- looked <reference> [--tenant <id>]  who has looked at a pathway`;

/**
 * The command `npm run audit`: checks the audit log of the municipalities from end to end, or lists who has looked at a
 * pathway.
 * @returns the exit code: 1 where the log is not as it was written, 2 for what was not understood
 * @throws ConfigFault when the environment is wrong
 */
export async function auditCommand(given: readonly string[], wall: () => Date): Promise<number> {
  const at = given.indexOf('--tenant');
  const asked = at >= 0 ? given[at + 1] : undefined;
  const [what, ref] = given.filter((one, index) => !one.startsWith('--') && (at < 0 || index !== at + 1));
  const config = readConfig();
  const chosen = config.municipalities.filter((one) => asked === undefined || one.tenantId === asked);
  if (chosen.length === 0 || (what !== 'verify' && !(what === 'looked' && ref !== undefined))) {
    say(USAGE);
    return 2;
  }
  const foundation = await openFoundation(config);
  const quiet = () => undefined;
  const house: House = {
    prisma: foundation.prisma,
    clocks: { calendar: wall, wall },
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
        what === 'verify' ? await verify(house, tenantId) : await looked(house, tenantId, ref ?? ''),
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

async function looked(house: House, tenantId: string, ref: string): Promise<number> {
  const found = await inTenant(house, tenantId, (unit) => whoLooked(unit, ref));
  if (found === undefined) {
    say(`${tenantId}: there is no pathway ${ref}`);
    return 1;
  }
  const { zone } = house.municipality(tenantId).policy;
  for (const one of found) say(`${toMoment(one.at, zone).replace('T', ' ')}  ${one.name}, ${one.title}: ${one.act}`);
  say(`${found.length} times`);
  return 0;
}

const say = (text: string): void => void process.stdout.write(`${text}\n`);
