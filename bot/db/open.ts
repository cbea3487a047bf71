import { PrismaPg } from '@prisma/adapter-pg';
import { Client } from 'pg';
import PgBoss from 'pg-boss';
import { PrismaClient } from '../../prisma/generated/client';
import { QUEUE, QUEUE_SCHEMA } from './queue';
import { applyMigrations } from './schema-engine';

export type Logins = { readonly appUrl: string; readonly ownerUrl: string };

/**
 * Brings a database up to date with the owner's login: migrations, the queue's own schema, and the application login's
 * rights. Safe to run from several processes at once, and again.
 * @returns the migrations applied now
 */
export async function prepareDatabase(logins: Logins): Promise<string[]> {
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
 * Opens the database with the application's login.
 * @throws when that login could get past the row rules, by itself or by a role it may take on: then nothing may start
 */
export async function openDatabase(appUrl: string, options?: { connections?: number }): Promise<PrismaClient> {
  const prisma = new PrismaClient({
    adapter: new PrismaPg({ connectionString: appUrl, max: options?.connections ?? 12 }),
  });
  const [login] = await prisma.$queryRaw<{ past: boolean }[]>`
    select exists (select 1 from pg_roles r where (r.rolsuper or r.rolbypassrls) and pg_has_role(current_user, r.oid, 'member'))
      or exists (select 1 from pg_tables t where t.schemaname = 'public' and pg_has_role(current_user, t.tableowner, 'member')) as past`;
  if (login?.past !== false) {
    await prisma.$disconnect();
    throw new Error(
      'DATABASE_URL is a login that gets past the row rules (owner, superuser or BYPASSRLS). Use one that does not.',
    );
  }
  return prisma;
}
