import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startEmbedded } from '../../../bot/db/embedded';
import { prepareDatabase } from '../../../bot/db/open';

export type RunDatabase = { readonly appUrl: string; readonly adminUrl: string; close(): Promise<void> };

/** A server of the run's own, without durability, with a migrated database. */
export async function openRunDatabase(): Promise<RunDatabase> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'rod-traad-simulate-'));
  const server = await startEmbedded({ dataDir, fast: true });
  await prepareDatabase({ appUrl: server.appUrl, ownerUrl: server.ownerUrl });
  let closing: Promise<void> | undefined;
  const close = async (): Promise<void> => {
    await server.stop();
    for (const folder of [server.folder, dataDir]) rmSync(folder, { recursive: true, force: true });
  };
  return {
    appUrl: server.appUrl,
    adminUrl: server.adminUrl.replace(/\/[^/]*$/, '/rod_traad'),
    // Asked for twice where a run is broken off: it is done once.
    close: () => {
      closing ??= close();
      return closing;
    },
  };
}
