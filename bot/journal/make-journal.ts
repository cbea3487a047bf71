import type { House } from '../db/unit';
import type { JournalAdapter } from './port';
import { holdJournal, type JournalSent, sendJournal } from './send-journal';

export type Journal = {
  /** Delivers what is due for a municipality. */
  send(tenantId: string): Promise<JournalSent>;
};

/** The journal of every municipality; `adapterOf` gives the way to a municipality's system, null where it has none. */
export function makeJournal(parts: {
  readonly house: House;
  adapterOf(tenantId: string): JournalAdapter | null;
}): Journal {
  return {
    send: async (tenantId) => {
      const adapter = parts.adapterOf(tenantId);
      if (adapter) return sendJournal(parts.house, tenantId, adapter);
      await holdJournal(parts.house, tenantId);
      return { acknowledged: 0, pending: 0, failed: 0 };
    },
  };
}
