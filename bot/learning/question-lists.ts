import { at, type Fault, type Place } from './faults';
import { type Block, onOneLine, type Said, saidIn } from './markdown-blocks';
import { paragraphsOf } from './passage';
import type { Choice, Pair } from './question-parts';

/** What is said of an answer, in quotations at the end of a question. */
export type Sayings = {
  readonly right: Said | undefined;
  readonly wrong: Said | undefined;
  /** What bears no mark. */
  readonly after: Said | undefined;
};

const MARK = /^\[([ xX])\]\s+/;

/** The options of a list, with their feedback; undefined where one has a fault. */
export function optionsOf(
  list: Block,
  marked: boolean,
  lines: readonly string[],
  faults: Fault[],
): Choice[] | undefined {
  const before = faults.length;
  const options = list.blocks.flatMap((item): Choice[] => {
    const place = { file: item.file, line: item.line, column: item.column };
    const said = firstOf(item, lines, faults);
    const quotations = item.blocks.slice(1).filter(({ type }) => type === 'blockquote');
    for (const block of item.blocks.slice(1))
      if (block.type !== 'blockquote') faults.push(at(block, 'an option is one paragraph: put > in front of feedback'));
    if (!said) return [];
    const mark = said.text.match(MARK);
    if (marked && !mark)
      faults.push(at(item, 'an option begins with [x] where it is right, [ ] where it is not, and then its text'));
    if (!marked && mark) faults.push(at(item, 'no choice of a dilemma is right or wrong: take the [x] or [ ] away'));
    const feedback = paragraphsOf(
      quotations.flatMap(({ blocks }) => blocks),
      lines,
      faults,
    );
    if (!feedback) {
      faults.push(at(item, 'there is no feedback: write it on the next line, indented by two spaces, with > in front'));
      return [];
    }
    const text = { ...said, text: said.text.replace(MARK, '') };
    return [{ ...place, text, right: mark?.[1]?.toLowerCase() === 'x', feedback }];
  });
  findTwins(
    options.map(({ text }) => text),
    faults,
  );
  return faults.length === before ? options : undefined;
}

export function pairsOf(list: Block, lines: readonly string[], faults: Fault[]): Pair[] | undefined {
  const before = faults.length;
  const pairs = (pointsOf(list, lines, faults) ?? []).flatMap((said): Pair[] => {
    const [left, right, ...more] = said.text.split(/\s=\s/);
    if (left === undefined || right === undefined || more.length > 0) {
      faults.push(at(said, 'a pair is two texts with one = between them: - left = right'));
      return [];
    }
    return [{ ...said, left: { ...said, text: left.trim() }, right: { ...said, text: right.trim() } }];
  });
  for (const side of ['left', 'right'] as const)
    findTwins(
      pairs.map((pair) => pair[side]),
      faults,
    );
  return faults.length === before ? pairs : undefined;
}

/** The points of a list, one paragraph each. */
export function pointsOf(list: Block, lines: readonly string[], faults: Fault[]): Said[] | undefined {
  const before = faults.length;
  const points = list.blocks.flatMap((item) => {
    for (const block of item.blocks.slice(1))
      faults.push(at(block, 'a line of the list is one paragraph: what is said of the answer stands below the list'));
    const said = firstOf(item, lines, faults);
    return said ? [said] : [];
  });
  findTwins(points, faults);
  return faults.length === before ? points : undefined;
}

/** Quotations, taken apart at each `[x]` and `[ ]` that begins a line. */
export function sayingsOf(quotations: readonly Block[], lines: readonly string[], faults: Fault[]): Sayings {
  const found: { mark: string | undefined; place: Place; paragraphs: string[] }[] = [];
  for (const quotation of quotations) {
    let last: (typeof found)[number] | undefined;
    for (const block of quotation.blocks) {
      if (!paragraphsOf([block], lines, faults)) continue;
      let open = false;
      for (const [n, line] of (block.inline?.content ?? '').split('\n').entries()) {
        const mark = line.match(MARK);
        const text = line.replace(MARK, '');
        if (mark || !last) {
          last = { mark: mark?.[1]?.toLowerCase(), place: { ...block, line: block.line + n }, paragraphs: [text] };
          found.push(last);
        } else if (open) last.paragraphs.push(`${last.paragraphs.pop() ?? ''}\n${text}`);
        else last.paragraphs.push(text);
        open = true;
      }
    }
    if (quotation.blocks.length === 0)
      faults.push(at(quotation, 'nothing stands behind the >: write it, or take it away'));
  }
  const said = (mark: string | undefined): Said | undefined => {
    const [first, second] = found.filter((one) => one.mark === mark);
    if (second) faults.push(at(second.place, 'this is said already: write it once'));
    if (!first) return undefined;
    const { file, line, column } = first.place;
    const text = first.paragraphs.map(onOneLine).join('\n\n');
    return { file, line, column, text, plain: text };
  };
  return { right: said('x'), wrong: said(' '), after: said(undefined) };
}

function firstOf(item: Block, lines: readonly string[], faults: Fault[]): Said | undefined {
  const [first] = item.blocks;
  if (first?.type === 'paragraph') return saidIn(first, lines, faults);
  faults.push(at(item, 'a line of the list is empty or no plain text: write what it says behind the mark'));
  return undefined;
}

/** Two that read the same cannot be told apart on the card. */
function findTwins(texts: readonly Said[], faults: Fault[]): void {
  for (const [n, { text, ...place }] of texts.entries()) {
    const twin = texts.slice(0, n).find((one) => one.text.toLowerCase() === text.toLowerCase());
    if (twin) faults.push(at(place, `"${text}" stands on line ${twin.line} already: each must be another`));
  }
}
