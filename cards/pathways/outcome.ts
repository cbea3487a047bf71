import { z } from 'zod/v4';
import type { Locale } from '../../content/words/words';
import { said, sentence } from '../anatomy';
import { type Drawn, defineCard } from '../render';
import { plain } from '../text';
import template from './outcome.json';

/** What became of a press, and what one may want next. */
export type OutcomeView = {
  readonly pathwayId: string;
  readonly quiet: string;
  readonly title: string;
  readonly texts: readonly string[];
  /** The notification: nothing about the citizen but the reference. */
  readonly summary: string;
  /** Each carries the pathway; the first is what most people want. */
  readonly next: readonly { readonly title: string; readonly verb: string }[];
};

const draw = defineCard({
  name: 'outcome',
  template,
  schema: z.strictObject({
    id: z.string(),
    quiet: z.string(),
    title: z.string(),
    said,
    rows: z
      .array(
        z.strictObject({
          title: z.string(),
          verb: z.string(),
          style: z.enum(['positive', '']),
          spacing: z.enum(['Medium', 'Small']),
        }),
      )
      .max(3),
  }),
});

/** A change that is done: what it came to, in the place of the card that asked for it. */
export function outcomeCard(view: OutcomeView, locale: Locale): Drawn {
  return draw(
    {
      id: view.pathwayId,
      quiet: plain(view.quiet),
      title: plain(view.title),
      said: view.texts.map((text) => sentence(text)),
      rows: view.next.map((one, at) => ({
        ...one,
        style: at === 0 ? 'positive' : '',
        spacing: at === 0 ? 'Medium' : 'Small',
      })),
    },
    view.summary,
    locale,
  );
}
