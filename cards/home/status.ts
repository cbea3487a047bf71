import { z } from 'zod/v4';
import { type Locale, words } from '../../content/words/words';
import { type Drawn, defineCard } from '../render';
import { clipped } from '../text';
import type { StatusView } from '../views';
import template from './status.json';

const draw = defineCard({
  name: 'status',
  template,
  schema: z.strictObject({
    quiet: z.string(),
    title: z.string(),
    lines: z.array(
      z.strictObject({ label: z.string(), word: z.string(), color: z.enum(['Good', 'Attention']), detail: z.string() }),
    ),
    actions: z.strictObject({ refresh: z.string() }),
  }),
});

/** How the house runs, for administrators: what needs them stands first. */
export function statusCard(view: StatusView, locale: Locale): Drawn {
  const w = words(locale);
  const wrong = view.lines.filter((line) => !line.ok);
  return draw(
    {
      quiet: w.statusCard.quiet,
      title: wrong.length === 0 ? w.statusCard.allWell : w.statusCard.some(wrong.length),
      lines: [...wrong, ...view.lines.filter((line) => line.ok)].map((line) => ({
        label: `${w.status[line.key] ?? line.key}: `,
        word: line.ok ? w.statusCard.ok : w.statusCard.look,
        color: line.ok ? 'Good' : 'Attention',
        detail: line.detail === '' ? '' : `. ${clipped(line.detail, 300)}`,
      })),
      actions: { refresh: w.actions.refresh },
    },
    w.statusCard.summary,
    locale,
  );
}
