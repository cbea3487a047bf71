import { z } from 'zod/v4';
import { type Locale, words } from '../../content/words/words';
import { choices } from '../anatomy';
import { type Drawn, defineCard } from '../render';
import { clipped, plain } from '../text';
import template from './find-person.json';

/** What a search found. Inputs: person, query. */
export type FindPersonView = {
  readonly pathwayId: string;
  readonly version: number;
  readonly ref: string;
  readonly purpose: 'team' | 'co-lead';
  readonly query: string;
  /** Six at most. */
  readonly hits: readonly {
    readonly id: string;
    readonly name: string;
    readonly department: string;
    readonly ground: boolean;
  }[];
  /** How many more fit. */
  readonly more: number;
  readonly faults: Readonly<Record<string, string>>;
};

const draw = defineCard({
  name: 'find-person',
  template,
  schema: z.strictObject({
    id: z.string(),
    version: z.number(),
    quiet: z.string(),
    title: z.string(),
    any: z.boolean(),
    value: z.string(),
    hits: choices,
    more: z.string(),
    query: z.string(),
    faults: z.strictObject({ person: z.string(), query: z.string() }),
    add: z.string(),
    find: z.string(),
    back: z.string(),
    labels: z.strictObject({
      pick: z.string(),
      add: z.string(),
      query: z.string(),
      search: z.string(),
      back: z.string(),
    }),
  }),
});

const VERBS = {
  team: { add: 'team.add', find: 'team.find', back: 'pathway.team' },
  'co-lead': { add: 'co-lead.set', find: 'co-lead.find', back: 'co-lead.form' },
} as const;

/** Colleagues who fit a part of a name or e-mail, to pick one; a single one is picked already. */
export function findPersonCard(view: FindPersonView, locale: Locale): Drawn {
  const w = words(locale);
  const card = w.pathwayFind;
  const name = (hit: FindPersonView['hits'][number]) =>
    `${hit.name}, ${clipped(hit.department, 60)}${hit.ground ? '' : ` (${card.noGround})`}`;
  const about = view.faults.person ?? view.faults[''] ?? '';
  return draw(
    {
      id: view.pathwayId,
      version: view.version,
      quiet: card.quiet[view.purpose](plain(view.ref)),
      title: card.title[view.purpose],
      any: view.hits.length > 0,
      value: view.hits.length === 1 ? (view.hits[0]?.id ?? '') : '',
      hits: view.hits.map((hit) => ({ title: plain(name(hit)), value: hit.id })),
      more: view.more === 0 ? '' : card.more(view.more),
      query: view.query,
      // Without anybody to pick there is one input left to stand beside.
      faults:
        view.hits.length > 0
          ? { person: about, query: view.faults.query ?? '' }
          : { person: '', query: view.faults.query ?? about },
      ...VERBS[view.purpose],
      labels: {
        pick: card.pick,
        add: card.add[view.purpose],
        query: card.query,
        search: card.search,
        back: w.actions.back,
      },
    },
    card.summary(view.ref),
    locale,
  );
}
