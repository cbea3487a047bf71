import type { Clocks } from '../time/clock';
import type { OutCard } from '../turn';

/** An answer that was given and not written down by then never will be: its process failed in between. */
const WRITTEN_WITHIN_MS = 5_000;
const MOST = 500;

/**
 * The cards that answers have just put in the place of others, for the pump of this process: what it drew before that may
 * reach Teams after it, and would lie over a form that somebody types into.
 */
export type Shown = {
  /** Where the notes stand now. */
  mark(): number;
  /** An answer is on its way into the place of this card. */
  note(at: string, card: OutCard): void;
  /** What stands there now has been written down. */
  written(at: string): void;
  /** Whether an answer is on its way there that is not written down yet. */
  isUnderWay(at: string): boolean;
  /** What an answer has put there since a mark. */
  since(at: string, mark: number): OutCard | undefined;
};

type Note = { readonly n: number; readonly card: OutCard; readonly atMs: number; written: boolean };

/** A card in a chat: its id is Teams' own, and known in its conversation only. */
export const cardAt = (tenantId: string, conversationId: string, activityId: string): string =>
  `${tenantId} ${conversationId} ${activityId}`;

export function makeShown(clocks: Clocks): Shown {
  const notes = new Map<string, Note>();
  let n = 0;
  const nowMs = () => clocks.wall().getTime();
  return {
    mark: () => n,
    note: (at, card) => {
      n += 1;
      notes.delete(at);
      notes.set(at, { n, card, atMs: nowMs(), written: false });
      const [oldest] = notes.keys();
      if (notes.size > MOST && oldest !== undefined) notes.delete(oldest);
    },
    written: (at) => {
      const found = notes.get(at);
      if (found) found.written = true;
    },
    isUnderWay: (at) => {
      const found = notes.get(at);
      return found !== undefined && !found.written && nowMs() - found.atMs < WRITTEN_WITHIN_MS;
    },
    since: (at, mark) => {
      const found = notes.get(at);
      return found && found.n > mark ? found.card : undefined;
    },
  };
}
