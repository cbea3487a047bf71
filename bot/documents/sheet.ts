import { words } from '../../content/words/words';
import { BULLET_INDENT, INK, KEEP_WITH, LABEL_WIDTH, LINE, LOOKS, MARGIN, PAGE, PALE, THREAD, WIDTH } from './looks';
import { closeFile, type FileOptions, openFile } from './pdf-file';
import { paragraphs, printable } from './printable';

/** A piece of a line, in the text's weight or in the stronger one. */
export type Run = { readonly text: string; readonly strong?: true; readonly quiet?: true };

export type Sheet = {
  /** Level 1 is the title of the document: there is one. */
  heading(level: 1 | 2 | 3, text: string): void;
  /** A line of the smaller, paler text. */
  quiet(text: string): void;
  /** What somebody wrote: its lines as paragraphs. Nothing where it is empty. */
  text(text: string): void;
  paragraph(runs: readonly Run[]): void;
  /** What somebody said, in their own words: set in from the margin. */
  quote(text: string): void;
  facts(facts: readonly { readonly label: string; readonly value: string }[]): void;
  /** Each item as one line of runs, and the paragraphs below it. */
  list(items: readonly { readonly runs: readonly Run[]; readonly text?: string }[]): void;
  /** "Dear" and a name; a line to write one on where there is none. */
  salutation(dear: string, name: string | null): void;
  /** Air, in points. */
  space(points: number): void;
  /** What follows is so high, in points, and stays together: on the next page where it does not fit. */
  keep(points: number): void;
  /** @returns the document's bytes, the same for the same content on every machine */
  finish(): Promise<Uint8Array>;
};

export type SheetOptions = FileOptions & {
  /** Right of the sender. */
  readonly beside: string;
  /** Left in the foot of every page; the page number stands to the right. */
  readonly foot: string;
  /** `letter`: what is normally said fits one page. */
  readonly look: keyof typeof LOOKS;
};

/** An A4 document, drawn from top to bottom; its head stands there from the beginning. */
export function openSheet(options: SheetOptions): Sheet {
  const said = words(options.locale).documents;
  const { body, headings } = LOOKS[options.look];
  const doc = openFile(options);
  const root = doc.struct('Document');
  doc.addStructure(root);

  const plain = () => doc.font('regular').fontSize(body.size).fillColor(INK).lineGap(body.gap);
  const roomFor = (points: number) => {
    if (doc.y + points > PAGE.height - MARGIN.bottom) doc.addPage();
  };
  const draw = (runs: readonly Run[], x: number, width: number) => {
    for (const [at, run] of runs.entries()) {
      plain();
      if (run.strong) doc.font('strong');
      if (run.quiet) doc.fillColor(PALE);
      const more = { width, continued: at < runs.length - 1 };
      if (at === 0) doc.text(printable(run.text), x, doc.y, more);
      else doc.text(printable(run.text), more);
    }
    plain();
  };
  const block = (tag: string, runs: readonly Run[], x = MARGIN.left) => {
    root.add(doc.struct(tag, {}, () => draw(runs, x, PAGE.width - MARGIN.right - x)));
  };
  const artifact = (type: 'Layout' | 'Pagination', paint: () => unknown) => {
    doc.markContent('Artifact', { type });
    paint();
    doc.endMarkedContent();
  };
  const rule = (y: number, colour: string, thickness: number, from: number = MARGIN.left, to = MARGIN.left + WIDTH) =>
    doc.moveTo(from, y).lineTo(to, y).lineWidth(thickness).stroke(colour);

  // The head of the first page.
  plain();
  const top = doc.y;
  root.add(
    doc.struct('P', {}, () => {
      doc.font('strong').text(printable(options.sender), MARGIN.left, top, { width: WIDTH * 0.6 });
    }),
  );
  const below = doc.y;
  if (options.beside !== '') {
    root.add(
      doc.struct('P', {}, () => {
        plain().fillColor(PALE);
        doc.text(printable(options.beside), MARGIN.left + WIDTH * 0.6, top, { width: WIDTH * 0.4, align: 'right' });
      }),
    );
  }
  doc.y = Math.max(below, doc.y) + 3;
  artifact('Layout', () => rule(doc.y, THREAD, 1.2));
  doc.y += 22;
  plain();

  return {
    heading: (level, text) => {
      const { size, before, after } = headings[level];
      roomFor(before + size * 1.5 + after + KEEP_WITH);
      doc.y += before;
      root.add(
        doc.struct(`H${level}`, {}, () => {
          doc.font('strong').fontSize(size).fillColor(INK).lineGap(0);
          doc.text(printable(text), MARGIN.left, doc.y, { width: WIDTH });
        }),
      );
      doc.y += after;
      plain();
    },
    quiet: (text) => block('P', [{ text, quiet: true }]),
    text: (text) => {
      for (const one of paragraphs(text)) {
        block('P', [{ text: one }]);
        doc.y += body.after;
      }
    },
    paragraph: (runs) => block('P', runs),
    quote: (text) => {
      const lines = paragraphs(text);
      if (lines.length === 0) return;
      const quote = doc.struct('BlockQuote');
      root.add(quote);
      for (const one of lines) {
        quote.add(doc.struct('P', {}, () => draw([{ text: one }], MARGIN.left + BULLET_INDENT, WIDTH - BULLET_INDENT)));
        doc.y += body.after;
      }
      quote.end();
      plain();
    },
    facts: (facts) => {
      const list = doc.struct('L');
      root.add(list);
      for (const { label, value } of facts) {
        roomFor(2 * body.size);
        const y = doc.y;
        const item = doc.struct('LI');
        list.add(item);
        item.add(
          doc.struct('Lbl', {}, () => {
            plain().fillColor(PALE);
            doc.text(printable(label), MARGIN.left, y, { width: LABEL_WIDTH });
          }),
        );
        doc.y = y;
        item.add(
          doc.struct('LBody', {}, () => draw([{ text: value }], MARGIN.left + LABEL_WIDTH, WIDTH - LABEL_WIDTH)),
        );
        item.end();
        doc.y += 1;
      }
      list.end();
    },
    list: (items) => {
      const list = doc.struct('L');
      root.add(list);
      const x = MARGIN.left + BULLET_INDENT;
      for (const { runs, text } of items) {
        roomFor(text === undefined ? 2 * body.size : KEEP_WITH);
        const y = doc.y;
        const item = doc.struct('LI');
        list.add(item);
        item.add(
          doc.struct('Lbl', {}, () => {
            plain().fillColor(THREAD);
            doc.text('•', MARGIN.left + 1, y, { width: BULLET_INDENT });
          }),
        );
        doc.y = y;
        const itemBody = doc.struct('LBody');
        item.add(itemBody);
        itemBody.add(doc.struct('P', {}, () => draw(runs, x, WIDTH - BULLET_INDENT)));
        for (const one of paragraphs(text ?? '')) {
          itemBody.add(doc.struct('P', {}, () => draw([{ text: one }], x, WIDTH - BULLET_INDENT)));
        }
        itemBody.end();
        item.end();
        doc.y += body.after;
      }
      list.end();
    },
    salutation: (dear, name) => {
      block('P', [{ text: name === null ? dear : `${dear} ${name}` }]);
      if (name !== null) return;
      const y = doc.y - body.gap - 3;
      const from = MARGIN.left + doc.widthOfString(`${dear} `) + 2;
      artifact('Layout', () => rule(y, PALE, 0.6, from, from + 190));
    },
    space: (points) => {
      doc.y += points;
    },
    keep: roomFor,
    finish: async () => {
      root.end();
      const { count } = doc.bufferedPageRange();
      for (let page = 0; page < count; page += 1) {
        doc.switchToPage(page);
        // Text below the margin would begin a page of its own.
        doc.page.margins.bottom = 0;
        artifact('Pagination', () => {
          const y = PAGE.height - MARGIN.bottom + 24;
          rule(y - 6, LINE, 0.6);
          plain().fontSize(8.5).fillColor(PALE);
          doc.text(printable(options.foot), MARGIN.left, y, { width: WIDTH * 0.7, lineBreak: false });
          doc.text(said.page(page + 1, count), MARGIN.left, y, { width: WIDTH, align: 'right' });
        });
      }
      return closeFile(doc);
    },
  };
}
