import path from 'node:path';
import { parseArgs } from 'node:util';
import { lookOf } from '../cards/samples/looks';
import { samples } from '../cards/samples/samples';
import { drawGallery, type Shown } from './preview/gallery';

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
  await drawGallery(shown, { folder, title: 'Rød Tråd: every card', dark: options.dark, pictures: !options.page });
}

void draw();
