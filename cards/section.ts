import type { Locale, Words } from '../content/words/words';
import { type Button, type Line, line, type Section } from './anatomy';
import { clipped, plain } from './text';
import type { SectionView } from './views';

/** Lines of a section on a card of the whole. */
const MOST_LINES = 5;

/**
 * What a further capability says on a card of the whole, cut to the room there is: `most` characters to a line, and where
 * the texts are shortened so that all of it fits, fewer lines too, but `least`.
 */
export function drawnSection(view: SectionView, most: number, w: Words, locale: Locale, least = 1): Section {
  const lines = view.lines.map(
    (one): Line =>
      line({
        mark: one.mark,
        lead: one.lead[locale] === '' ? '' : `${clipped(one.lead[locale], 120)} `,
        text: clipped(one.text[locale].replace(/\s*\n\s*/g, ' '), Math.min(most, 300)),
        quiet: one.quiet[locale] === '' ? '' : ` · ${clipped(one.quiet[locale], 120)}`,
      }),
  );
  const kept = lines.slice(0, Math.min(MOST_LINES, Math.max(least, Math.floor(most / 100))));
  const rest = lines.length - kept.length;
  return { title: plain(view.title[locale]), lines: kept, rest: rest === 0 ? '' : w.andMore(rest) };
}

/** The buttons of all sections together. */
export function sectionButtons(sections: readonly SectionView[], locale: Locale): Button[] {
  return sections.flatMap(({ button }) => (button === null ? [] : [sectionButton(button, locale)]));
}

/** The button that opens a section's own card. */
export function sectionButton(button: NonNullable<SectionView['button']>, locale: Locale): Button {
  return { title: plain(button.title[locale]), verb: button.verb, data: button.data, style: '' };
}
