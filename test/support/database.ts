import { createHash, randomUUID } from 'node:crypto';
import { Client } from 'pg';

export type TestDatabase = {
  readonly appUrl: string;
  readonly ownerUrl: string;
  readonly adminUrl: string;
  drop(): Promise<void>;
};

type Server = { readonly adminUrl: string; readonly appUrl: string; readonly ownerUrl: string };

const TEMPLATE = 'rod_traad_template';
const server = (): Server => JSON.parse(process.env.TEST_SERVER ?? '{}');

/** A migrated database of its own, copied from the run's template in some 50 ms. */
export async function freshDatabase(): Promise<TestDatabase> {
  return asAdmin((admin) => copyOf(admin, TEMPLATE));
}

/**
 * A database of its own, filled already: whichever test of the run asks first for what `key` says has it filled, and
 * everybody after gets a copy. `fill` leaves no connection open.
 * @throws what `fill` throws; then the next one who asks tries anew
 */
export async function filledDatabase(
  key: string,
  fill: (database: TestDatabase) => Promise<void>,
): Promise<TestDatabase> {
  const filled = `filled_${createHash('sha256').update(key).digest('hex').slice(0, 32)}`;
  return asAdmin(async (admin) => {
    // The other worker may want the same: one fills, the other waits.
    await admin.query('select pg_advisory_lock(hashtextextended($1, 0))', [filled]);
    try {
      const known = await admin.query('select 1 from pg_database where datname = $1', [filled]);
      if (known.rows.length === 0) {
        const made = await copyOf(admin, TEMPLATE);
        try {
          await fill(made);
          await admin.query(`alter database ${nameIn(made.appUrl)} rename to ${filled}`);
        } catch (fault) {
          await made.drop();
          throw fault;
        }
      }
    } finally {
      await admin.query('select pg_advisory_unlock(hashtextextended($1, 0))', [filled]);
    }
    return copyOf(admin, filled);
  });
}

async function copyOf(admin: Client, template: string): Promise<TestDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await admin.query(`create database ${name} template ${template} owner rod_traad_owner`);
  const { appUrl, ownerUrl, adminUrl } = server();
  const at = (url: string) => url.replace(/\/[^/]*$/, `/${name}`);
  return {
    appUrl: at(appUrl),
    ownerUrl: at(ownerUrl),
    adminUrl: at(adminUrl),
    drop: () => asAdmin(async (one) => void (await one.query(`drop database if exists ${name} with (force)`))),
  };
}

const nameIn = (url: string): string => url.slice(url.lastIndexOf('/') + 1);

async function asAdmin<T>(work: (admin: Client) => Promise<T>): Promise<T> {
  const admin = new Client({ connectionString: server().adminUrl });
  await admin.connect();
  try {
    return await work(admin);
  } finally {
    await admin.end();
  }
}
