import { at, type Fault } from './faults';
import { type Block, type Said, saidIn } from './markdown-blocks';

/** A longer text that a card shows as it stands: a lesson, or how we do it here. */
export type Passage = {
  /** Markdown of paragraphs, bold, italic and plain lists; each paragraph on one line. */
  readonly text: string;
  /** Its paragraphs and points without marks, for counting. */
  readonly plain: readonly string[];
};

const NOT_SHOWN: Readonly<Record<string, string>> = {
  heading: 'there is a heading: a lesson has none but its title, so begin a new lesson or write it in bold',
  blockquote: 'there is a quotation: write it as a paragraph, in “quotation marks”',
  fence: 'there is code: write it as plain text',
  code_block: 'the line is indented like code: take the spaces in front of it away',
  html_block: 'there is HTML: use **bold**, *italic* and lists instead',
  hr: 'there is a ruler: leave it out',
};
export const notShown = (type: string): string => NOT_SHOWN[type] ?? 'this cannot be shown on a card';

/** What of a file may stand on a card as a longer text; all else becomes a fault. */
export function passageOf(blocks: readonly Block[], source: readonly string[], faults: Fault[]): Passage {
  const parts = blocks.flatMap((block): readonly { readonly text: string; readonly plain: readonly string[] }[] => {
    if (block.type === 'paragraph') {
      const said = saidIn(block, source, faults);
      return [{ text: said.text, plain: [said.plain] }];
    }
    if (block.type === 'bullet_list' || block.type === 'ordered_list') {
      const points = block.blocks.flatMap((item) => pointOf(item, source, faults));
      const mark = (n: number) => (block.type === 'bullet_list' ? '-' : `${block.start + n}.`);
      return [
        {
          text: points.map((point, n) => `${mark(n)} ${point.text}`).join('\n'),
          plain: points.map((point) => point.plain),
        },
      ];
    }
    faults.push(at(block, notShown(block.type)));
    return [];
  });
  return { text: parts.map(({ text }) => text).join('\n\n'), plain: parts.flatMap(({ plain }) => plain) };
}

function pointOf(item: Block, source: readonly string[], faults: Fault[]): Said[] {
  const [first, ...more] = item.blocks;
  for (const block of more) {
    const nested = block.type === 'bullet_list' || block.type === 'ordered_list';
    faults.push(
      at(
        block,
        nested
          ? 'there is a list within a list: make it one list'
          : 'a point of a list is one paragraph: write the rest below the list, without indent',
      ),
    );
  }
  if (first?.type === 'paragraph') return [saidIn(first, source, faults)];
  faults.push(at(item, first ? notShown(first.type) : 'a point of a list is empty: write it, or take it away'));
  return [];
}

/** Paragraphs alone, as one text: a prompt, or what is said of an answer. */
export function paragraphsOf(blocks: readonly Block[], source: readonly string[], faults: Fault[]): Said | undefined {
  const said = blocks.flatMap((block) => {
    if (block.type === 'paragraph') return [saidIn(block, source, faults)];
    const isList = block.type === 'bullet_list' || block.type === 'ordered_list';
    faults.push(at(block, isList ? 'there is a list, where only paragraphs can stand' : notShown(block.type)));
    return [];
  });
  const [first] = said;
  if (!first) return undefined;
  return {
    ...first,
    text: said.map(({ text }) => text).join('\n\n'),
    plain: said.map(({ plain }) => plain).join('\n'),
  };
}
