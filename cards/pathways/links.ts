import { z } from 'zod/v4';
import { type Locale, words } from '../../content/words/words';
import { choices, said, sentence } from '../anatomy';
import { type Drawn, defineCard } from '../render';
import { clipped, fitting, plain } from '../text';
import template from './links.json';

/** The family's linked pathways. Inputs: ref, link. */
export type LinksView = {
  readonly pathwayId: string;
  /** New with every form: the same reference may be asked about again later. */
  readonly form: string;
  readonly ref: string;
  readonly links: readonly { readonly linkId: string; readonly version: number; readonly ref: string }[];
  readonly values: { readonly ref: string };
  readonly faults: Readonly<Record<string, string>>;
};

const draw = defineCard({
  name: 'links',
  template,
  schema: z.strictObject({
    id: z.string(),
    form: z.string(),
    quiet: z.string(),
    title: z.string(),
    text: z.string(),
    general: z.string(),
    said,
    ref: z.string(),
    any: z.boolean(),
    value: z.string(),
    links: choices,
    faults: z.strictObject({ ref: z.string(), link: z.string() }),
    labels: z.strictObject({
      ref: z.string(),
      ask: z.string(),
      pick: z.string(),
      end: z.string(),
      toPathway: z.string(),
    }),
  }),
});

/** Links the pathway with another by its reference, or ends a link. */
export function linksCard(view: LinksView, locale: Locale): Drawn {
  const w = words(locale);
  const card = w.pathwayLinks;
  const refs = view.links.map((one) => one.ref).join(' · ');
  const links = fitting(
    view.links.map((one) => ({ title: one.ref, value: `${one.linkId}:${one.version}` })),
    5_000,
  ).kept;
  return draw(
    {
      id: view.pathwayId,
      form: view.form,
      quiet: card.quiet(plain(view.ref)),
      title: card.title,
      text: card.text,
      general: view.faults[''] ?? '',
      said: [refs === '' ? sentence(card.none) : sentence(clipped(refs, 1_500), `${card.linked}:`)],
      ref: view.values.ref,
      any: links.length > 0,
      value: links[0]?.value ?? '',
      links,
      faults: { ref: view.faults.ref ?? '', link: view.faults.link ?? '' },
      labels: {
        ref: card.ref,
        ask: card.ask,
        pick: card.pick,
        end: card.end,
        toPathway: w.pathwayTeam.toPathway,
      },
    },
    card.summary(view.ref),
    locale,
  );
}
