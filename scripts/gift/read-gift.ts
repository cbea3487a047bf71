import { type GIFTQuestion, parse } from 'gift-pegjs';
import type { Note } from './draft';

/** A question of a GIFT file with its first line; `within` is the category it stands in. */
export type GiftItem = { readonly line: number; readonly question: GIFTQuestion; readonly within: string | undefined };

/**
 * Reads a file of Moodle's GIFT format: an empty line ends a question, as Moodle reads it. What is left out, and what cannot
 * be read, is said with its line.
 */
export function readGift(text: string): { readonly items: readonly GiftItem[]; readonly notes: readonly Note[] } {
  const items: GiftItem[] = [];
  const notes: Note[] = [];
  let within: string | undefined;
  for (const chunk of chunksOf(text, notes)) {
    const [first] = chunk;
    if (!first) continue;
    try {
      for (const question of parse(chunk.map(({ text }) => text).join('\n'))) {
        if (question.type === 'Category') within = question.title;
        items.push({ line: first.line, question, within });
      }
    } catch (error) {
      const at = placeOf(error);
      if (!at) throw error;
      const line = chunk[Math.min(at.line, chunk.length) - 1]?.line ?? first.line;
      const message = `this is not understood at character ${at.column}: write \\ before ~ = # { } that belong to the text, and close { with }; the question is left out`;
      notes.push({ line, message, lost: true });
    }
  }
  return { items, notes };
}

type Line = { readonly line: number; readonly text: string };

function chunksOf(text: string, notes: Note[]): Line[][] {
  const chunks: Line[][] = [[]];
  for (const [n, whole] of text
    .replace(/^\uFEFF/, '')
    .split(/\r\n?|\n/)
    .entries()) {
    const line = n + 1;
    if (whole.trimStart().startsWith('//')) notes.push({ line, message: `the comment is left out: ${whole.trim()}` });
    else if (whole.trim() === '') chunks.push([]);
    else if (/^\s*\$CATEGORY:/i.test(whole)) chunks.push([{ line, text: whole }], []);
    else chunks.at(-1)?.push({ line, text: whole });
  }
  return chunks.filter((chunk) => chunk.length > 0);
}

/** Where the parser stopped; undefined where something else broke. */
function placeOf(error: unknown): { readonly line: number; readonly column: number } | undefined {
  if (!(error instanceof Error) || error.name !== 'SyntaxError' || !('location' in error)) return undefined;
  const { start } = error.location as { readonly start: { readonly line: number; readonly column: number } };
  return start;
}
