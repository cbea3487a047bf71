import path from 'node:path';
import type { House } from '../../db/unit';
import type { Policy } from '../../people/policy';
import { fileRecords } from './file-records';
import type { RecordAdapter } from './port';
import { type RecordsSent, sendRecords } from './send-records';
import type { RecordStoreLogin } from './store-logins';
import { storeRecords } from './store-records';

/** Where each municipality's learning records go. */
export type Records = {
  /** Hands over what waits; without learning records in the policy it goes on waiting, and `status` says so. */
  send(tenantId: string): Promise<RecordsSent>;
};

/**
 * The learning records of every municipality, as its policy has them.
 * @param parts.dataDir where folders that are not absolute are
 * @param parts.holder names this process
 */
export function makeRecords(parts: {
  readonly house: House;
  readonly dataDir: string;
  readonly holder: string;
  loginOf(tenantId: string): RecordStoreLogin | undefined;
}): Records {
  const { house, holder, dataDir, loginOf } = parts;
  return {
    send: async (tenantId) => {
      const { learningRecords } = house.municipality(tenantId).policy;
      if (learningRecords === null) return { kept: 0, refused: 0 };
      const adapter = adapterOf(learningRecords, tenantId, { dataDir, login: loginOf(tenantId) });
      return sendRecords({ house, tenantId, holder, adapter });
    },
  };
}

function adapterOf(
  to: NonNullable<Policy['learningRecords']>,
  tenantId: string,
  { dataDir, login }: { readonly dataDir: string; readonly login: RecordStoreLogin | undefined },
): RecordAdapter {
  if (to.to === 'store') return storeRecords({ url: to.url, login });
  // A folder of its own for each municipality, so that two may share the one that the policy names.
  return fileRecords({ folder: path.resolve(dataDir, to.folder, tenantId) });
}
