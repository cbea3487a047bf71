import { diff3Merge } from 'node-diff3';

/** Room for one text: what fits on a card with the rest of it. */
export const LONGEST_NOTE = 1_500;

export type Merged = {
  readonly text: string;
  /** Somebody else wrote in the same place meanwhile, and now both texts stand. */
  readonly merged: boolean;
};

/**
 * Puts together what two people wrote in the same place at the same moment, line by line. Where both changed the same
 * lines, both stand, theirs first: nothing that was typed is lost, and whoever saves sees it and can put it right.
 */
export function mergeTexts(base: string, theirs: string, mine: string): Merged {
  if (mine === base || mine === theirs) return { text: theirs, merged: false };
  if (theirs === base) return { text: mine, merged: false };
  const lines = diff3Merge(asLines(mine), asLines(base), asLines(theirs)).flatMap(({ ok, conflict }) =>
    conflict ? withBoth(conflict.b, conflict.a) : (ok ?? []),
  );
  return { text: lines.join('\n').trim(), merged: true };
}

/** A text that goes on where the other one stops is the whole of both. */
function withBoth(theirs: readonly string[], mine: readonly string[]): string[] {
  const [one, other] = [theirs.join('\n'), mine.join('\n')];
  if (other.startsWith(one)) return [...mine];
  if (one.startsWith(other)) return [...theirs];
  return [...theirs, ...mine];
}

const asLines = (text: string): string[] => text.split(/\r?\n/);
