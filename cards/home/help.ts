import { z } from 'zod/v4';
import { type Locale, words } from '../../content/words/words';
import { type Drawn, defineCard } from '../render';
import type { HelpView } from '../views';
import template from './help.json';

const draw = defineCard({
  name: 'help',
  template,
  schema: z.strictObject({
    quiet: z.string(),
    title: z.string(),
    text: z.string(),
    commands: z.array(z.strictObject({ label: z.string(), line: z.string() })),
    administrator: z.boolean(),
    actions: z.strictObject({
      waiting: z.string(),
      pathways: z.string(),
      meetings: z.string(),
      mandate: z.string(),
      status: z.string(),
    }),
  }),
});

/** What can be written and pressed. */
export function helpCard(view: HelpView, locale: Locale): Drawn {
  const w = words(locale);
  const { waiting, pathways, overview, meetings, decisions, mandate, courses, intakes, status, time } = w.commands;
  return draw(
    {
      quiet: w.help.quiet,
      title: w.help.title,
      text: w.help.text,
      commands: [
        waiting,
        pathways,
        overview,
        meetings,
        decisions,
        mandate,
        courses,
        intakes,
        ...(view.administrator ? [status] : []),
        ...(view.development ? [time] : []),
      ].map(({ label, line }) => ({ label: `${label}: `, line })),
      administrator: view.administrator,
      actions: {
        waiting: w.actions.waiting,
        pathways: w.actions.pathways,
        meetings: w.actions.meetings,
        mandate: w.actions.mandate,
        status: w.actions.status,
      },
    },
    w.help.summary,
    locale,
  );
}
