/**
 * Authors and checks migrations on a scratch database of the embedded server.
 *   npm run migration -- --check      fails when prisma/schema.prisma and prisma/migrations differ
 *   npm run migration -- <name>       writes what is missing as a new migration
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { startEmbedded } from '../bot/db/embedded';
import { MIGRATIONS, missingSql } from '../bot/db/schema-engine';

async function main(): Promise<number> {
  const name = process.argv[2];
  if (!name) {
    console.error('Say a name for the migration, or --check.');
    return 2;
  }
  mkdirSync(MIGRATIONS, { recursive: true });
  writeFileSync(path.join(MIGRATIONS, 'migration_lock.toml'), 'provider = "postgresql"\n');
  const dataDir = mkdtempSync(path.join(tmpdir(), 'rod-traad-scratch-'));
  const server = await startEmbedded({ dataDir, fast: true });
  try {
    const client = new Client({ connectionString: server.adminUrl });
    await client.connect();
    await client.query('create database scratch');
    await client.end();
    const sql = await missingSql(server.adminUrl.replace(/postgres$/, 'scratch'));
    if (name === '--check') {
      if (sql === undefined) console.log('Schema and migrations agree.');
      else console.error(`Schema and migrations differ. Run: npm run migration -- <name>\n${sql}`);
      return sql === undefined ? 0 : 1;
    }
    if (sql === undefined) {
      console.log('Nothing to write: schema and migrations agree.');
      return 0;
    }
    const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
    const folder = path.join(MIGRATIONS, `${stamp}_${name.replace(/\W+/g, '_')}`);
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, 'migration.sql'), sql);
    console.log(
      `Wrote ${path.relative(process.cwd(), folder)}/migration.sql. Read it, and add row rules for new tables.`,
    );
    return 0;
  } finally {
    await server.stop();
    rmSync(server.folder, { recursive: true, force: true });
    rmSync(dataDir, { recursive: true, force: true });
  }
}

main().then(
  (code) => process.exit(code),
  (fault) => {
    console.error(fault);
    process.exit(1);
  },
);
