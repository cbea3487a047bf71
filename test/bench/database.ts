import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Client } from 'pg';
import { startEmbedded } from '../../bot/db/embedded';

/** The superuser's look at the database of a bot that runs. */
export type DatabaseWatch = {
  readonly client: Client;
  readonly version: string;
  /** Process id of the server, for its memory and processor time. */
  readonly pid: number;
  counters(): Promise<Counters>;
  close(): Promise<void>;
};

export type Counters = {
  readonly transactions: number;
  readonly busyMs: number;
  readonly blocksRead: number;
  readonly blocksHit: number;
};

/** @throws when no server runs on the folder */
export async function watchDatabase(dataDir: string): Promise<DatabaseWatch> {
  const server = await startEmbedded({ dataDir });
  const client = new Client({ connectionString: server.adminUrl.replace(/\/[^/]*$/, '/rod_traad') });
  await client.connect();
  const pid = Number(readFileSync(path.join(server.folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
  const { rows } = await client.query<{ server_version: string }>('show server_version');
  return {
    client,
    pid,
    version: rows[0]?.server_version ?? 'unknown',
    counters: async () => {
      // What sessions counted in the last second reaches the view with a delay.
      await client.query('select pg_sleep(1.1)');
      const found = await client.query<{ n: string; ms: string; read: string; hit: string }>(
        `select xact_commit + xact_rollback as n, active_time as ms, blks_read as read, blks_hit as hit
         from pg_stat_database where datname = current_database()`,
      );
      const row = found.rows[0];
      return {
        transactions: Number(row?.n),
        busyMs: Number(row?.ms),
        blocksRead: Number(row?.read),
        blocksHit: Number(row?.hit),
      };
    },
    close: () => client.end(),
  };
}
