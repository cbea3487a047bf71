import type { Chronicle } from './chronicle';
import type { Anchors, ClosedEvent, Holders } from './journal';

/** What somebody owes in a story, as the harness knows it. */
export type Owed = {
  readonly kind: string;
  readonly matterId: string;
  readonly round: number;
  /** An Entra id; null: nobody, or the house itself. */
  readonly ownerId: string | null;
  readonly ownerRole: 'person' | 'lead' | 'house';
  readonly anchors: Anchors;
  /** The matter's own card went to the owner at once. */
  readonly ownCard?: boolean;
  /** What it is about, for the story to find it again: a meeting, a text. */
  readonly about: string;
};

type Found = { readonly kind?: string; readonly about?: string; readonly ownerId?: string };

/** Opens and closes obligations in the journal, and knows which are open. */
export type Book = {
  open(owed: Owed): void;
  /** Throws where nothing of the kind is open: the story and its journal have parted. */
  close(found: Found & { kind: string }, how: ClosedEvent['how']): void;
  closeAll(kinds: readonly string[], about: string, how: ClosedEvent['how']): void;
  closeOne(owed: Owed, how: ClosedEvent['how']): void;
  move(owed: Owed, anchors: Anchors): void;
  openOnes(found?: Found): readonly Owed[];
  knows(key: string): boolean;
};

/** How the journal names an obligation. */
export const keyOfOwed = ({ kind, matterId, round }: Owed): string => `${kind}/${matterId}/${round}`;

export function openBook(o: { chronicle: Chronicle; at: () => string; roles: () => Holders }): Book {
  const { chronicle, at } = o;
  const open = new Map<string, Owed>();
  const known = new Set<string>();
  const openOnes = (found: Found = {}): readonly Owed[] =>
    [...open.values()].filter(
      (one) =>
        (found.kind === undefined || one.kind === found.kind) &&
        (found.about === undefined || one.about === found.about) &&
        (found.ownerId === undefined || one.ownerId === found.ownerId),
    );
  const mustFind = (found: Found & { kind: string }): readonly Owed[] => {
    const ones = openOnes(found);
    if (ones.length === 0) throw new Error(`The journal has no open ${JSON.stringify(found)}`);
    return ones;
  };
  const end = (one: Owed, how: ClosedEvent['how']): void => {
    open.delete(keyOfOwed(one));
    chronicle.write({ type: 'closed', at: at(), key: keyOfOwed(one), how });
  };
  return {
    open: (owed) => {
      const { about, ownCard = false, matterId, ...event } = owed;
      const key = keyOfOwed(owed);
      if (known.has(key)) throw new Error(`${key} is opened twice`);
      known.add(key);
      open.set(key, owed);
      chronicle.write({ type: 'opened', at: at(), key, ...event, roles: o.roles(), ownCard });
    },
    close: (found, how) => {
      for (const one of mustFind(found)) end(one, how);
    },
    closeAll: (kinds, about, how) => {
      for (const one of openOnes({ about })) if (kinds.includes(one.kind)) end(one, how);
    },
    closeOne: end,
    move: (one, anchors) => {
      open.set(keyOfOwed(one), { ...one, anchors: { ...one.anchors, ...anchors } });
      for (const [anchor, value] of Object.entries(anchors))
        chronicle.write({ type: 'anchor', at: at(), key: keyOfOwed(one), anchor: anchor as keyof Anchors, value });
    },
    openOnes,
    knows: (key) => known.has(key),
  };
}
