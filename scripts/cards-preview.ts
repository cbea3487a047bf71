import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import { samples } from '../cards/samples/samples';
import type { Locale } from '../content/words/words';

/*
 * Draws every sample card with Microsoft's renderer in Teams' look, wide and phone-narrow: one picture for each card,
 * language and width, with all its states side by side. Needs Chromium (CHROMIUM, else /usr/bin/chromium).
 *   npx tsx scripts/cards-preview.ts [folder] [beginning of a sample's name] [da|en]
 */

const [folder = '/tmp/cards', only = '', language] = process.argv.slice(2);
const locales: readonly Locale[] = language === 'en' ? ['en'] : language === 'da' ? ['da'] : ['da', 'en'];
const sheets = [
  { width: 640, columns: 2 },
  { width: 320, columns: 4 },
] as const;

async function draw(): Promise<void> {
  const chosen = samples.filter((sample) => sample.name.startsWith(only));
  const cards = [...new Set(chosen.map((sample) => cardOf(sample.name)))];
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu'],
  });
  try {
    const page = await browser.newPage();
    page.on('pageerror', (error) => console.error(error));
    await page.setContent(await pageText());
    await mkdir(folder, { recursive: true });
    for (const card of cards) {
      for (const locale of locales) {
        const shown = chosen
          .filter((sample) => cardOf(sample.name) === card)
          .map((sample) => ({ name: sample.name, ...sample.draw(locale) }));
        for (const { width, columns } of sheets) {
          const wide = (width + 24) * Math.min(columns, shown.length);
          await page.setViewportSize({ width: wide, height: 400 });
          // A string, since the page's own names are no names of this program.
          await page.evaluate(`show(${JSON.stringify(shown)}, ${width})`);
          await page.screenshot({ path: path.join(folder, `${card}.${locale}.${width}.png`), fullPage: true });
        }
      }
    }
    console.log(`${cards.length} cards, ${chosen.length} states, in ${folder}`);
  } finally {
    await browser.close();
  }
}

const cardOf = (name: string): string => name.split(':')[0] ?? name;

async function pageText(): Promise<string> {
  const bundle = await build({
    stdin: { contents: drawing, resolveDir: path.join(__dirname, '..'), loader: 'js' },
    bundle: true,
    write: false,
    outdir: '/',
    format: 'iife',
    target: 'es2022',
    logLevel: 'silent',
  });
  const text = (end: string) => bundle.outputFiles.find((file) => file.path.endsWith(end))?.text ?? '';
  const script = text('.js').replaceAll('</script', '<\\/script');
  return `<!doctype html><meta charset="utf-8"><style>${text('.css')}${sheet}</style><body><script>${script}</script>`;
}

const drawing = `
  import { AdaptiveCard, GlobalSettings } from 'adaptivecards';
  import { teamsHostConfig } from './stage/page/host-config';
  import { enableMarkdownInCards } from './stage/page/markdown';
  import './stage/page/style.css';

  enableMarkdownInCards();
  GlobalSettings.setTabIndexAtCardRoot = false;
  const hostConfig = teamsHostConfig();

  function one({ name, card, summary }, width) {
    const adaptive = new AdaptiveCard();
    adaptive.hostConfig = hostConfig;
    adaptive.parse(card);
    const figure = document.createElement('figure');
    figure.style.width = width + 'px';
    const caption = document.createElement('figcaption');
    caption.textContent = name + ' | ' + summary;
    const section = document.createElement('section');
    section.className = 'card';
    section.append(adaptive.render());
    figure.append(caption, section);
    return figure;
  }

  globalThis.show = (cards, width) => document.body.replaceChildren(...cards.map((card) => one(card, width)));
`;

const sheet = `
  html, body { height: auto; }
  body { display: flex; flex-wrap: wrap; align-items: flex-start; background: #f5f5f5; }
  figure { margin: 12px; }
  figcaption { color: #616161; font-size: 11px; line-height: 14px; padding-bottom: 4px; }
`;

void draw();
