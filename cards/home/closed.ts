import { z } from 'zod/v4';
import { type Locale, words } from '../../content/words/words';
import { type Drawn, defineCard } from '../render';
import template from './closed.json';

const draw = defineCard({
  name: 'closed',
  template,
  schema: z.strictObject({ quiet: z.string(), title: z.string(), text: z.string() }),
});

/** What a card becomes when its matter is no longer shared with whoever has it: it tells nothing else, not even of what it was. */
export function closedCard(locale: Locale): Drawn {
  const { quiet, title, text, summary } = words(locale).closedToYou;
  return draw({ quiet, title, text }, summary, locale);
}
