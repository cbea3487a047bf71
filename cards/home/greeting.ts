import { z } from 'zod/v4';
import { type Locale, words } from '../../content/words/words';
import { type Drawn, defineCard } from '../render';
import { firstName, plain } from '../text';
import type { GreetingView } from '../views';
import template from './greeting.json';

const draw = defineCard({
  name: 'greeting',
  template,
  schema: z.strictObject({
    quiet: z.string(),
    title: z.string(),
    who: z.string(),
    lines: z.string(),
    waiting: z.string(),
    actions: z.strictObject({ waiting: z.string(), pathways: z.string(), meetings: z.string(), help: z.string() }),
  }),
});

/** The first meeting: who speaks, what it can do, and where to begin. */
export function greetingCard(view: GreetingView, locale: Locale): Drawn {
  const w = words(locale);
  return draw(
    {
      quiet: w.greeting.quiet,
      title: w.greeting.title(plain(firstName(view.name))),
      who: w.greeting.who,
      // Our own words, so that Markdown may make a list of them.
      lines: w.greeting.lines.map((line) => `- ${line}`).join('\n'),
      waiting: w.greeting.waiting(view.waiting),
      actions: {
        waiting: w.actions.waiting,
        pathways: w.actions.pathways,
        meetings: w.actions.meetings,
        help: w.actions.help,
      },
    },
    w.greeting.summary,
    locale,
  );
}
