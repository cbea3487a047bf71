import { z } from 'zod/v4';
import { type Locale, words } from '../../content/words/words';
import { type Drawn, defineCard } from '../render';
import type { NearestView } from '../views';
import template from './nearest.json';

const draw = defineCard({
  name: 'nearest',
  template,
  schema: z.strictObject({
    quiet: z.string(),
    title: z.string(),
    text: z.string(),
    commands: z.array(z.strictObject({ label: z.string(), line: z.string() })),
    rows: z
      .array(z.strictObject({ actions: z.array(z.strictObject({ title: z.string(), verb: z.string() })).max(2) }))
      .max(3),
  }),
});

/** Commands that can be pressed as well as written; the others need words of their own after them. */
const pressed = ['waiting', 'pathways', 'meetings', 'mandate', 'help', 'status'] as const;

/** What a person might have meant by a text that was not understood; without a guess, the most common things. */
export function nearestCard(view: NearestView, locale: Locale): Drawn {
  const w = words(locale);
  const keys = view.commands.length > 0 ? view.commands : ['waiting', 'pathways', 'meetings', 'help'];
  const buttons = pressed
    .filter((key) => keys.includes(key))
    .sort((a, b) => keys.indexOf(a) - keys.indexOf(b))
    .map((key) => ({ title: w.actions[key], verb: `home.${key}` }));
  return draw(
    {
      quiet: w.nearest.quiet,
      title: w.nearest.title,
      text: w.nearest.text,
      commands: keys.flatMap((key) => {
        const command = w.commands[key];
        return command ? [{ label: `${command.label}: `, line: command.line }] : [];
      }),
      rows: [buttons.slice(0, 2), buttons.slice(2, 4), buttons.slice(4, 6)]
        .filter((actions) => actions.length > 0)
        .map((actions) => ({ actions })),
    },
    w.nearest.summary,
    locale,
  );
}
