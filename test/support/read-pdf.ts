/** A document as a screen reader hears it: pieces of text by their tag, in order; page furniture is `Artifact`. */
export type ReadPdf = {
  readonly pages: number;
  readonly language: string | undefined;
  readonly title: string | undefined;
  readonly tagged: boolean;
  readonly declaresAccessible: boolean;
  readonly fonts: readonly { readonly name: string; readonly embedded: boolean }[];
  readonly blocks: readonly { readonly tag: string; readonly text: string; readonly page: number }[];
  /** All blocks but the page furniture, one a line. */
  readonly text: string;
};

/** Reads what `bot/documents/` writes: PDF without compression, text as numbers of glyphs with a table of their letters. */
export function readPdf(bytes: Uint8Array): ReadPdf {
  const source = Buffer.from(bytes).toString('latin1');
  const objects = new Map(
    [...source.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g)].map((found) => [found[1] ?? '', found[2] ?? '']),
  );
  const of = (id: string | undefined) => objects.get(id ?? '') ?? '';
  const pages = [...objects.values()].filter((one) => /\/Type \/Page\n/.test(one));
  const blocks = pages.flatMap((page, at) => {
    const resources = of(/\/Resources (\d+) 0 R/.exec(page)?.[1]);
    const fonts = new Map(
      [...resources.matchAll(/\/(F\d+) (\d+) 0 R/g)].map((found) => {
        const toUnicode = of(/\/ToUnicode (\d+) 0 R/.exec(of(found[2]))?.[1]);
        return [found[1] ?? '', lettersOf(toUnicode)] as const;
      }),
    );
    return blocksOf(of(/\/Contents (\d+) 0 R/.exec(page)?.[1]), fonts).map((block) => ({ ...block, page: at + 1 }));
  });
  const catalog = [...objects.values()].find((one) => one.includes('/Type /Catalog')) ?? '';
  const info = of(/\/Info (\d+) 0 R/.exec(source)?.[1]);
  return {
    pages: pages.length,
    language: /\/Lang \(([^)]*)\)/.exec(catalog)?.[1],
    title: stringOf(of(/\/Title (\d+) 0 R/.exec(info)?.[1])),
    tagged: /\/Marked true/.test(of(/\/MarkInfo (\d+) 0 R/.exec(catalog)?.[1])),
    declaresAccessible: source.includes('<pdfuaid:part>1</pdfuaid:part>'),
    fonts: [...objects.values()]
      .filter((one) => one.includes('/Type /Font\n'))
      .map((one) => {
        const descendant = of(/\/DescendantFonts \[(\d+) 0 R\]/.exec(one)?.[1]) || one;
        const descriptor = of(/\/FontDescriptor (\d+) 0 R/.exec(descendant)?.[1]);
        return {
          name: /\/BaseFont \/(\S+)/.exec(one)?.[1] ?? '',
          embedded: /\/FontFile[23]? \d+ 0 R/.test(descriptor),
        };
      }),
    blocks,
    text: blocks
      .filter((block) => block.tag !== 'Artifact')
      .map((block) => block.text)
      .join('\n'),
  };
}

function blocksOf(content: string, fonts: ReadonlyMap<string, readonly string[]>): { tag: string; text: string }[] {
  const blocks: { tag: string; text: string }[] = [];
  let open: { tag: string; text: string; y: string } | undefined;
  let letters: readonly string[] = [];
  const steps =
    /\/(?<tag>\w+) <<[\s\S]*?>> BDC|(?<end>EMC)|1 0 0 1 \S+ (?<y>\S+) Tm|\/(?<font>F\d+) \S+ Tf|\[(?<shown>[^\]]*)\] TJ/g;
  for (const { groups: step = {} } of content.matchAll(steps)) {
    if (step.tag !== undefined) open = { tag: step.tag, text: '', y: '' };
    else if (step.end !== undefined && open) {
      if (open.text !== '') blocks.push({ tag: open.tag, text: open.text });
      open = undefined;
    } else if (step.y !== undefined && open) {
      if (open.text !== '' && open.y !== step.y && !open.text.endsWith(' ')) open.text += ' ';
      open.y = step.y;
    } else if (step.font !== undefined) letters = fonts.get(step.font) ?? [];
    else if (step.shown !== undefined && open) {
      for (const [, glyphs = ''] of step.shown.matchAll(/<([0-9a-f]*)>/g))
        for (const glyph of glyphs.match(/.{4}/g) ?? []) open.text += letters[Number.parseInt(glyph, 16)] ?? '?';
    }
  }
  return blocks;
}

function lettersOf(map: string): string[] {
  return [...map.matchAll(/beginbfrange\n([\s\S]*?)endbfrange/g)].flatMap(([, ranges = '']) =>
    [...ranges.matchAll(/\[([^\]]*)\]/g)].flatMap(([, one = '']) =>
      [...one.matchAll(/<([0-9a-f ]+)>/g)].map(([, units = '']) =>
        String.fromCharCode(...units.split(' ').map((unit) => Number.parseInt(unit, 16))),
      ),
    ),
  );
}

/** A string of the document's properties: UTF-16 where it holds more than ASCII. */
function stringOf(written: string): string | undefined {
  const raw = /^\(([\s\S]*)\)$/.exec(written)?.[1]?.replace(/\\([\s\S])/g, '$1');
  if (raw === undefined) return undefined;
  const bytes = Buffer.from(raw, 'latin1');
  return bytes[0] === 0xfe && bytes[1] === 0xff ? bytes.subarray(2).swap16().toString('utf16le') : raw;
}
