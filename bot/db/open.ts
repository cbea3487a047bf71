import { PrismaPg } from '@prisma/adapter-pg';
import { Client, Pool } from 'pg';
import PgBoss from 'pg-boss';
import { PrismaClient } from '../../prisma/generated/client';
import { loginFaults } from './login-faults';
import { QUEUE, QUEUE_SCHEMA } from './queue';
import { applyMigrations, migrationNames } from './schema-engine';
import { statementNames } from './statement-names';

export type Logins = { readonly appUrl: string; readonly ownerUrl: string };

/**
 * Brings a database up to date with the owner's login: migrations, the queue's own schema, and the application login's
 * rights. Safe to run from several processes at once, and again.
 * @returns the migrations applied now
 */
export async function prepareDatabase(logins: Logins): Promise<string[]> {
  if (await isUpToDate(logins)) return [];
  const applied = await applyMigrations(logins.ownerUrl);
  const boss = new PgBoss({
    connectionString: logins.ownerUrl,
    max: 2,
    schema: QUEUE_SCHEMA,
    supervise: false,
    schedule: false,
  });
  boss.on('error', () => undefined);
  await boss.start();
  try {
    await boss.createQueue(QUEUE, { name: QUEUE, policy: 'short', retryLimit: 0, expireInSeconds: 120 });
  } finally {
    await boss.stop({ graceful: false, wait: false });
  }
  const login = decodeURIComponent(new URL(logins.appUrl).username);
  const owner = new Client({ connectionString: logins.ownerUrl });
  await owner.connect();
  try {
    await owner.query(`
      grant rod_traad_app to ${owner.escapeIdentifier(login)};
      grant usage on schema ${QUEUE_SCHEMA} to rod_traad_app;
      grant select, insert, update, delete on all tables in schema ${QUEUE_SCHEMA} to rod_traad_app;
      grant usage on all sequences in schema ${QUEUE_SCHEMA} to rod_traad_app;
      grant execute on all functions in schema ${QUEUE_SCHEMA} to rod_traad_app;`);
  } finally {
    await owner.end();
  }
  return applied;
}

/**
 * Whether there is nothing to do: every migration of the folder stands in the ledger, and the application's login reaches
 * the queue. Spares a warm start the second that Prisma's engine and the queue's own set-up take to find that out.
 */
async function isUpToDate(logins: Logins): Promise<boolean> {
  const owner = new Client({ connectionString: logins.ownerUrl });
  await owner.connect();
  try {
    const login = decodeURIComponent(new URL(logins.appUrl).username);
    const { rows } = await owner.query<{ ledger: boolean; queue: boolean }>(
      "select to_regclass('public._prisma_migrations') is not null as ledger, to_regclass($1) is not null as queue",
      [`${QUEUE_SCHEMA}.queue`],
    );
    if (!rows[0]?.ledger || !rows[0].queue) return false;
    const applied = await owner.query<{ migration_name: string }>(
      'select migration_name from _prisma_migrations where finished_at is not null',
    );
    const names = new Set(applied.rows.map((row) => row.migration_name));
    if (!migrationNames().every((name) => names.has(name)) || names.size !== migrationNames().length) return false;
    const rights = await owner.query<{ ok: boolean }>(
      `select pg_has_role($1, 'rod_traad_app', 'member') and has_table_privilege('rod_traad_app', $2, 'insert')
         and exists (select 1 from ${QUEUE_SCHEMA}.queue where name = $3) as ok`,
      [login, `${QUEUE_SCHEMA}.job`, QUEUE],
    );
    return rights.rows[0]?.ok === true;
  } finally {
    await owner.end();
  }
}

/** Connections of this process: open, of those idle, and how many units of work wait for one. */
export type PoolCounts = { readonly open: number; readonly idle: number; readonly awaited: number };

/** The application's login, or its session, is not what the house may run on: each with what is wrong and what to do. */
export class LoginRefused extends Error {
  constructor(readonly problems: readonly string[]) {
    super(problems.join('\n'));
    this.name = 'LoginRefused';
  }
}

/**
 * Opens the database with the application's login.
 * @param options.watch is given the way to ask how the connections are used
 * @throws LoginRefused when that login could get past the row rules, by itself or by a role it may take on, or when its
 * sessions do not run in UTC: then nothing may start
 */
export async function openDatabase(
  appUrl: string,
  options?: { connections?: number; watch?: (counts: () => PoolCounts) => void },
): Promise<PrismaClient> {
  const pool = new Pool({ connectionString: appUrl, max: options?.connections ?? 12 });
  options?.watch?.(() => ({ open: pool.totalCount, idle: pool.idleCount, awaited: pool.waitingCount }));
  const prisma = new PrismaClient({
    adapter: new PrismaPg(pool, { disposeExternalPool: true, statementNameGenerator: statementNames() }),
  });
  const problems = await loginFaults(prisma);
  if (problems.length > 0) {
    await prisma.$disconnect();
    throw new LoginRefused(problems);
  }
  return prisma;
}
