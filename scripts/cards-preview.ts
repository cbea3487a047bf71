import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { chromium, type Page } from 'playwright-core';
import { lookOf } from '../cards/samples/looks';
import { samples } from '../cards/samples/samples';
import type { Locale } from '../content/words/words';

/*
 * Draws every sample card with Microsoft's renderer in Teams' look. Writes `index.html`, a page that finds cards by name,
 * text, state, language, width and theme; and pictures: a sheet for each card, language and width with all its states side
 * by side, and one contact sheet. Pictures need Chromium (CHROMIUM, else /usr/bin/chromium).
 *   npm run cards:preview -- [folder] [beginning of a sample's name] [--language da|en] [--dark] [--page]
 */

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    language: { type: 'string' },
    /** Pictures in Teams' dark look. */
    dark: { type: 'boolean', default: false },
    /** The page alone, without pictures. */
    page: { type: 'boolean', default: false },
  },
});
const [folder = path.join(__dirname, '..', '.gallery'), only = ''] = positionals;
const languages = (['da', 'en'] as const).filter((one) => options.language === undefined || one === options.language);
const sheets = [
  { width: 640, columns: 2 },
  { width: 320, columns: 4 },
] as const;
const CONTACTS = { columns: 8, width: 344 } as const;

type Shown = {
  readonly card: string;
  readonly state: string;
  readonly look: string;
  readonly language: Locale;
  readonly summary: string;
  readonly content: unknown;
};

async function draw(): Promise<void> {
  const shown = languages.flatMap((language) =>
    samples
      .filter((sample) => sample.name.startsWith(only))
      .map((sample): Shown => {
        const [card = '', state = ''] = sample.name.split(/: (.*)/);
        const { card: content, summary } = sample.draw(language);
        return { card, state, look: lookOf(sample.name), language, summary, content };
      }),
  );
  if (shown.length === 0) throw new Error(`No sample begins with "${only}"`);
  await mkdir(folder, { recursive: true });
  const index = path.join(folder, 'index.html');
  await writeFile(index, await pageOf(shown));
  if (!options.page) await takePictures(index, shown);
  console.log(`${shown.length} cards in ${index}`);
}

async function takePictures(index: string, shown: readonly Shown[]): Promise<void> {
  const theme = options.dark ? 'dark' : 'light';
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--lang=da-DK'],
    env: { ...process.env, LANGUAGE: 'da' },
  });
  try {
    const page = await browser.newPage({ colorScheme: theme, locale: 'da-DK' });
    page.on('pageerror', (error) => console.error(error));
    await page.goto(pathToFileURL(index).href);
    for (const card of new Set(shown.map((one) => one.card))) {
      for (const language of languages) {
        const states = shown.filter((one) => one.card === card && one.language === language).length;
        for (const { width, columns } of sheets) {
          const filter = { card, language, width: String(width), theme, look: '', search: '' };
          // A string, since the page's own names are no names of this program.
          const name = `${card}.${language}.${width}${options.dark ? '.dark' : ''}`;
          await picture(
            page,
            name,
            (width + 24) * Math.min(columns, states),
            `gallery.draw(${JSON.stringify(filter)})`,
          );
        }
      }
    }
    for (const language of languages)
      await picture(
        page,
        `contact-sheet.${language}`,
        CONTACTS.width * CONTACTS.columns,
        `gallery.contacts('${language}')`,
      );
  } finally {
    await browser.close();
  }
}

async function picture(page: Page, name: string, width: number, drawing: string): Promise<void> {
  await page.setViewportSize({ width, height: 200 });
  await page.evaluate(drawing);
  await page.screenshot({ path: path.join(folder, `${name}.png`), fullPage: true });
}

async function pageOf(shown: readonly Shown[]): Promise<string> {
  const bundle = await build({
    entryPoints: [path.join(__dirname, '..', 'stage', 'page', 'gallery.ts')],
    bundle: true,
    write: false,
    outdir: '/',
    format: 'iife',
    target: 'es2022',
    minify: true,
    logLevel: 'silent',
  });
  const text = (end: string) => bundle.outputFiles.find((file) => file.path.endsWith(end))?.text ?? '';
  const closed = (script: string) => script.replaceAll('</', '<\\/');
  return [
    '<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">',
    `<title>Rød Tråd: every card</title><style>${text('.css')}</style>`,
    `<body><script type="application/json" id="samples">${closed(JSON.stringify(shown))}</script>`,
    `<script>${closed(text('.js'))}</script></html>`,
  ].join('\n');
}

void draw();
