import { z } from 'zod/v4';
import { type Locale, words } from '../../content/words/words';
import { choices } from '../anatomy';
import { type Drawn, defineCard } from '../render';
import { clipped, fitting, plain } from '../text';
import template from './co-lead.json';

/** Who helps to lead, and who could. Inputs: person, query. */
export type CoLeadView = {
  readonly pathwayId: string;
  readonly version: number;
  readonly ref: string;
  readonly coLead: string | null;
  /** Of the team, those whose department a ground reaches. */
  readonly members: readonly { readonly id: string; readonly name: string; readonly department: string }[];
  readonly query: string;
  readonly faults: Readonly<Record<string, string>>;
};

const draw = defineCard({
  name: 'co-lead',
  template,
  schema: z.strictObject({
    id: z.string(),
    version: z.number(),
    quiet: z.string(),
    title: z.string(),
    text: z.string(),
    general: z.string(),
    any: z.boolean(),
    value: z.string(),
    members: choices,
    query: z.string(),
    faults: z.strictObject({ person: z.string(), query: z.string() }),
    set: z.boolean(),
    labels: z.strictObject({
      member: z.string(),
      placeholder: z.string(),
      set: z.string(),
      query: z.string(),
      queryExample: z.string(),
      find: z.string(),
      remove: z.string(),
      pass: z.string(),
      toPathway: z.string(),
    }),
  }),
});

/** Sets, changes or removes the co-lead. */
export function coLeadCard(view: CoLeadView, locale: Locale): Drawn {
  const w = words(locale);
  const card = w.pathwayCoLead;
  return draw(
    {
      id: view.pathwayId,
      version: view.version,
      quiet: card.quiet(plain(view.ref)),
      title: view.coLead === null ? card.none : plain(card.title(view.coLead)),
      text: card.text,
      general: view.faults[''] ?? '',
      any: view.members.length > 0,
      value: '',
      members: fitting(
        view.members.map((one) => ({ title: `${one.name}, ${clipped(one.department, 60)}`, value: one.id })),
        8_000,
      ).kept,
      query: view.query,
      faults: { person: view.faults.person ?? '', query: view.faults.query ?? '' },
      set: view.coLead !== null,
      labels: {
        member: card.member,
        placeholder: w.invitation.placeholder,
        set: card.set,
        query: card.query,
        queryExample: w.pathwayTeam.queryExample,
        find: card.find,
        remove: card.remove,
        pass: w.handovers.pass,
        toPathway: w.pathwayTeam.toPathway,
      },
    },
    card.summary(view.ref),
    locale,
  );
}
