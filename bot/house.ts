import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { v7 } from 'uuid';
import type { PrismaClient } from '../prisma/generated/client';
import { LADDER_VERBS } from './app';
import { type Config, ConfigFault } from './config';
import { type EmbeddedServer, startEmbedded } from './db/embedded';
import { LoginRefused, openDatabase, type PoolCounts, prepareDatabase } from './db/open';
import type { Municipality } from './db/unit';
import { readMunicipality } from './policy-files';
import { KEY_BYTES, makeSealer, type Sealer, type TenantKeys } from './privacy/seal';

/** What both the bot and the import stand on. */
export type Foundation = {
  readonly prisma: PrismaClient;
  readonly appUrl: string;
  /** How the connections of this process are used. */
  connections(): PoolCounts;
  readonly embedded: EmbeddedServer | undefined;
  readonly sealer: Sealer;
  municipality(tenantId: string): Municipality;
  readonly newId: () => string;
  close(): Promise<void>;
};

/**
 * Opens the database (the embedded one, or the one of the environment), the municipalities' policies and their keys.
 * @param courses what a municipality may write to; commands that play no course need not know them
 * @throws with all that is wrong, before anything is served
 */
export async function openFoundation(config: Config, courses?: ReadonlySet<string>): Promise<Foundation> {
  // Before anything asks for the time: a developer's machine runs in any zone, and the bot in UTC.
  if (config.development) process.env.TZ = 'UTC';
  const municipalities = readPolicies(config, courses);
  mkdirSync(config.dataDir, { recursive: true });
  const embedded = config.database ? undefined : await startEmbedded({ dataDir: config.dataDir });
  const logins = config.database ?? embedded;
  if (!logins) throw new Error('There is no database');
  try {
    await prepareDatabase(logins);
    let connections = (): PoolCounts => ({ open: 0, idle: 0, awaited: 0 });
    const prisma = await openDatabase(logins.appUrl, {
      watch: (counts) => {
        connections = counts;
      },
    });
    const keys = new Map(
      config.municipalities.map((one) => [one.tenantId, one.dataKeys ?? developmentKeys(config.dataDir)]),
    );
    const sealer = makeSealer((tenantId) => keys.get(tenantId));
    const locked = await lockedOut(prisma, sealer, [...keys.keys()]);
    if (locked.length > 0) {
      await prisma.$disconnect();
      throw new ConfigFault(locked);
    }
    return {
      prisma,
      appUrl: logins.appUrl,
      connections: () => connections(),
      embedded,
      sealer,
      municipality: (tenantId) => {
        const found = municipalities.get(tenantId);
        if (!found) throw new Error(`Municipality ${tenantId} is not one of this installation`);
        return found;
      },
      newId: () => v7(),
      close: async () => {
        await prisma.$disconnect();
        await embedded?.stop();
      },
    };
  } catch (fault) {
    await embedded?.stop();
    throw fault instanceof LoginRefused ? new ConfigFault(fault.problems) : fault;
  }
}

/** @throws ConfigFault with what is wrong in every municipality's policy */
function readPolicies(config: Config, courses: ReadonlySet<string> | undefined): Map<string, Municipality> {
  const problems: string[] = [];
  const read = new Map<string, Municipality>();
  for (const { tenantId, policy } of config.municipalities) {
    try {
      read.set(tenantId, readMunicipality(policy, LADDER_VERBS, courses));
    } catch (fault) {
      problems.push(fault instanceof Error ? fault.message : `The policy in ${policy} cannot be read`);
    }
  }
  if (problems.length > 0) throw new ConfigFault(problems);
  return read;
}

/**
 * Municipalities whose keys do not open what was sealed: with a wrong one the bot would show nothing of the old, and seal the
 * new so that the right one can't open it. Looks at one pathway of each version of a key.
 */
async function lockedOut(prisma: PrismaClient, sealer: Sealer, tenantIds: readonly string[]): Promise<string[]> {
  const problems: string[] = [];
  for (const tenantId of tenantIds) {
    const sealed = await prisma.$transaction(async (tx) => {
      await tx.$executeRaw`select set_config('app.tenant_id', ${tenantId}, true)`;
      return tx.$queryRaw<{ id: string; version: number; alias: Uint8Array }[]>`
        select distinct on (get_byte(alias_sealed, 0)) id, get_byte(alias_sealed, 0) as version, alias_sealed as alias
        from pathway where tenant_id = ${tenantId}::uuid and octet_length(alias_sealed) > 0 order by 2, id`;
    });
    for (const { id, version, alias } of sealed) {
      try {
        sealer.open({ tenantId, table: 'pathway', column: 'alias_sealed', rowId: id }, alias);
      } catch {
        problems.push(
          `DATA_KEYS: version ${version} of municipality ${tenantId} does not open what stands in the database. It is another key than the one it was sealed with, or it is missing.`,
        );
      }
    }
  }
  return problems;
}

/** The key of development mode, made once in the data folder. */
function developmentKeys(dataDir: string): TenantKeys {
  const file = path.join(dataDir, 'development-key');
  if (!existsSync(file)) writeFileSync(file, randomBytes(KEY_BYTES).toString('base64'), { mode: 0o600 });
  return new Map([[1, new Uint8Array(Buffer.from(readFileSync(file, 'utf8'), 'base64'))]]);
}
