import MarkdownIt from 'markdown-it';
import type { Fault, Place } from './faults';

/**
 * The Markdown that authors write, taken apart with the place of each part. Lines of one paragraph are joined; nothing is
 * dropped: what a card cannot show is a fault.
 */
const markdown = new MarkdownIt('commonmark').disable('reference');
export type Token = ReturnType<typeof markdown.parse>[number];

/** A text with its place. `plain` is the same without its marks. */
export type Said = Place & { readonly text: string; readonly plain: string };

/** A part of a file, with the parts that stand in it. Places are those of its first character. */
export type Block = Place & {
  readonly type: string;
  /** Of headings: `h1`, `h2`. */
  readonly tag: string;
  /** Lines of the file, from the first to the one after the last, both counted from 1. */
  readonly lines: readonly [number, number];
  /** Of paragraphs and headings. */
  readonly inline: Token | undefined;
  /** Of an ordered list: its first number. */
  readonly start: number;
  readonly blocks: readonly Block[];
};

/** The parts of a text that begins below `below` lines of its file. */
export function blocksOf(text: string, from: { readonly file: string; readonly below: number }): readonly Block[] {
  const lines = text.split(/\r\n?|\n/);
  const roots: Block[] = [];
  const open: { block: Block; inside: Block[] }[] = [];
  for (const token of markdown.parse(text, {})) {
    const around = open.at(-1);
    if (token.type === 'inline') {
      if (around) open.splice(-1, 1, { block: { ...around.block, inline: token }, inside: around.inside });
      continue;
    }
    if (token.nesting === -1) {
      const closed = open.pop();
      if (closed) (open.at(-1)?.inside ?? roots).push({ ...closed.block, blocks: closed.inside });
      continue;
    }
    const [first, last] = token.map ?? [0, 1];
    const block: Block = {
      type: token.type.replace(/_open$/, ''),
      tag: token.tag,
      file: from.file,
      line: first + 1 + from.below,
      column: Math.max(1, (lines[first] ?? '').search(/\S/) + 1),
      lines: [first + 1 + from.below, last + 1 + from.below],
      inline: undefined,
      start: Number(token.attrGet('start') ?? 1),
      blocks: [],
    };
    if (token.nesting === 1) open.push({ block, inside: [] });
    else (around?.inside ?? roots).push(block);
  }
  return roots;
}

const REFUSED: Readonly<Record<string, readonly [mark: RegExp, what: string]>> = {
  image: [/!\[/, 'there is an image: a card of a course shows text alone, so describe it in words'],
  link_open: [/\[|</, 'there is a link: write the name of the page or the publication instead'],
  html_inline: [/</, 'there is HTML: use **bold**, *italic* and lists instead'],
  code_inline: [/`/, 'there is code between backticks: use *italic* instead'],
  hardbreak: [/\s*$|\\$/, 'a line is broken by force: leave an empty line to begin a paragraph, or write on one line'],
};

/** The text of a paragraph or heading on one line, and what is in it that a card cannot show. */
export function saidIn(block: Block, source: readonly string[], faults: Fault[]): Said {
  const { file, line, column, inline } = block;
  let at = line;
  let plain = '';
  let from = 0;
  for (const token of inline?.children ?? []) {
    const refused = REFUSED[token.type];
    if (refused) {
      const [mark, message] = refused;
      const found = (source[at - 1] ?? '').slice(from).search(mark);
      faults.push({ file, line: at, column: from + Math.max(found, 0) + 1, message });
      from += Math.max(found, 0) + 1;
    }
    if (token.type === 'softbreak' || token.type === 'hardbreak') {
      at += 1;
      from = 0;
      plain += ' ';
    } else plain += token.content;
  }
  return { file, line, column, text: onOneLine(inline?.content ?? ''), plain: plain.trim() };
}

export const onOneLine = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.trim())
    .join(' ')
    .trim();
