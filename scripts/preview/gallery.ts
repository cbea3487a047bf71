import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { chromium, type Page } from 'playwright-core';
import type { Locale } from '../../content/words/words';

/** A card in one of its states. Its `card` and `look` are what the page finds it by. */
export type Shown = {
  readonly card: string;
  readonly state: string;
  readonly look: string;
  readonly language: Locale;
  readonly summary: string;
  readonly content: unknown;
};

type Options = {
  readonly folder: string;
  readonly title: string;
  /** Teams' dark look. */
  readonly dark: boolean;
  /** Pictures beside the page; they need Chromium (CHROMIUM, else /usr/bin/chromium). */
  readonly pictures: boolean;
};

const SHEETS = [
  { width: 640, columns: 2 },
  { width: 320, columns: 4 },
] as const;
const CONTACTS = { columns: 8, width: 344 } as const;

/**
 * Draws cards with Microsoft's renderer in Teams' look: `index.html`, a page to search in, and pictures, a sheet for each card,
 * language and width with all its states side by side, and a contact sheet for each language.
 */
export async function drawGallery(shown: readonly Shown[], options: Options): Promise<void> {
  const { folder } = options;
  await mkdir(folder, { recursive: true });
  const index = path.join(folder, 'index.html');
  await writeFile(index, await pageOf(shown, options.title));
  if (options.pictures) await takePictures(index, shown, options);
  console.log(`${shown.length} cards in ${index}`);
}

async function takePictures(index: string, shown: readonly Shown[], { dark, folder }: Options): Promise<void> {
  const theme = dark ? 'dark' : 'light';
  const languages = [...new Set(shown.map(({ language }) => language))];
  const picture = (page: Page, name: string, width: number, drawing: string) =>
    pictureOf(page, path.join(folder, `${name}.png`), width, drawing);
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
        for (const { width, columns } of SHEETS) {
          const filter = { card, language, width: String(width), theme, look: '', search: '' };
          // A string, since the page's own names are no names of this program.
          const name = `${card}.${language}.${width}${dark ? '.dark' : ''}`;
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

async function pictureOf(page: Page, file: string, width: number, drawing: string): Promise<void> {
  await page.setViewportSize({ width, height: 200 });
  await page.evaluate(drawing);
  await page.screenshot({ path: file, fullPage: true });
}

async function pageOf(shown: readonly Shown[], title: string): Promise<string> {
  const bundle = await build({
    entryPoints: [path.join(__dirname, '..', '..', 'stage', 'page', 'gallery.ts')],
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
    `<title>${title}</title><style>${text('.css')}</style>`,
    `<body><script type="application/json" id="samples">${closed(JSON.stringify(shown))}</script>`,
    `<script>${closed(text('.js'))}</script></html>`,
  ].join('\n');
}
