import path from 'node:path';
import type { Policy } from '../people/policy';
import { folderJournal } from './folder-journal';
import type { JournalAdapter } from './port';

/**
 * The way to each municipality's specialist system, as its policy has it: a folder, with one of its own inside for each
 * municipality, so that two may share it.
 * @param options.dataDir where folders that are not absolute are
 */
export function journalAdapters(options: {
  readonly dataDir: string;
  policyOf(tenantId: string): Policy;
}): (tenantId: string) => JournalAdapter | null {
  return (tenantId) => {
    const { journal } = options.policyOf(tenantId);
    if (journal === null) return null;
    return folderJournal({
      folder: path.resolve(options.dataDir, journal.folder, tenantId),
      receipt: journal.receipt,
    });
  };
}
