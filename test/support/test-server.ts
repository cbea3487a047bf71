/** Starts and stops the embedded server of a test run; a process of its own, since jest cannot load its packages. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { startEmbedded } from '../../bot/db/embedded';
import { prepareDatabase } from '../../bot/db/open';

export const TEMPLATE = 'rod_traad_template';

async function start(): Promise<void> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'rod-traad-test-'));
  const server = await startEmbedded({ dataDir, fast: true });
  const admin = new Client({ connectionString: server.adminUrl });
  await admin.connect();
  await admin.query(`create database ${TEMPLATE} owner rod_traad_owner`);
  const at = (url: string) => url.replace(/\/[^/]*$/, `/${TEMPLATE}`);
  await prepareDatabase({ appUrl: at(server.appUrl), ownerUrl: at(server.ownerUrl) });
  await admin.end();
  process.stdout.write(
    `${JSON.stringify({ dataDir, folder: server.folder, adminUrl: server.adminUrl, appUrl: server.appUrl, ownerUrl: server.ownerUrl })}\n`,
  );
  process.exit(0);
}

function stop(): void {
  const made: { dataDir: string; folder: string } = JSON.parse(process.env.TEST_SERVER ?? '{}');
  execFileSync(process.execPath, [
    '-e',
    `process.kill(Number(require('fs').readFileSync(${JSON.stringify(path.join(made.folder, 'postgres', 'postmaster.pid'))}, 'utf8').split('\\n')[0]), 'SIGINT')`,
  ]);
  // The server needs a moment to let go of its files.
  const until = Date.now() + 5_000;
  for (;;) {
    try {
      rmSync(made.folder, { recursive: true, force: true });
      rmSync(made.dataDir, { recursive: true, force: true });
      return;
    } catch (fault) {
      if (Date.now() > until) throw fault;
    }
  }
}

if (process.argv[2] === 'stop') stop();
else
  start().catch((fault: unknown) => {
    process.stderr.write(`${fault instanceof Error ? (fault.stack ?? '') : ''}\n`);
    process.exit(1);
  });
