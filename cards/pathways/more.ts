import { z } from 'zod/v4';
import { type Locale, words } from '../../content/words/words';
import { type Drawn, defineCard } from '../render';
import { plain } from '../text';
import template from './more.json';

export type MoreView = { readonly pathwayId: string; readonly ref: string };

const draw = defineCard({
  name: 'more',
  template,
  schema: z.strictObject({
    id: z.string(),
    quiet: z.string(),
    title: z.string(),
    rows: z.array(z.strictObject({ title: z.string(), verb: z.string() })).max(6),
  }),
});

/** What those who lead a pathway change now and then. */
export function moreCard(view: MoreView, locale: Locale): Drawn {
  const w = words(locale);
  const card = w.pathwayMore;
  return draw(
    {
      id: view.pathwayId,
      quiet: card.quiet(plain(view.ref)),
      title: card.title,
      rows: [
        { title: card.coLead, verb: 'co-lead.form' },
        { title: card.numbers, verb: 'case-number.form' },
        { title: card.links, verb: 'link.form' },
        { title: w.pathway.grounds, verb: 'ground.list' },
        { title: card.end, verb: 'pathway.end-form' },
        { title: w.actions.back, verb: 'pathway.back' },
      ],
    },
    card.summary(view.ref),
    locale,
  );
}
