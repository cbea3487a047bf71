import { z } from 'zod/v4';
import { type Locale, words } from '../../content/words/words';
import { choices } from '../anatomy';
import { type Drawn, defineCard } from '../render';
import template from './begin-form.json';

const INPUTS = ['ref', 'alias', 'born', 'model', 'started', 'coLead', 'system', 'number'] as const;
type Input = (typeof INPUTS)[number];

/** The form for a new pathway. Inputs: ref, alias, born, model, started, coLead, system, number; coLeadId where several fit. */
export type BeginFormView = {
  /** Becomes the pathway's id: a second press of the same form begins the same pathway. */
  readonly form: string;
  /** Keys of the models. */
  readonly models: readonly string[];
  readonly earliest: string;
  readonly latest: string;
  /** Colleagues who fit what was typed for the co-lead, when it is more than one. */
  readonly several: readonly { readonly id: string; readonly name: string; readonly department: string }[];
  readonly values: Readonly<Record<Input | 'coLeadId', string>>;
  /** Input id to a sentence in the reader's language. */
  readonly faults: Readonly<Record<string, string>>;
};

const perInput = z.strictObject(
  Object.fromEntries(INPUTS.map((input) => [input, z.string()])) as Record<Input, z.ZodString>,
);

const draw = defineCard({
  name: 'begin-form',
  template,
  schema: z.strictObject({
    form: z.string(),
    quiet: z.string(),
    title: z.string(),
    text: z.string(),
    general: z.string(),
    earliest: z.string(),
    latest: z.string(),
    models: choices,
    several: z.boolean(),
    hits: choices,
    values: perInput.extend({ coLeadId: z.string() }),
    faults: perInput,
    missing: z.strictObject({ ref: z.string(), alias: z.string(), started: z.string() }),
    labels: perInput.extend({
      aliasExample: z.string(),
      aliasText: z.string(),
      coLeadExample: z.string(),
      pick: z.string(),
      systemExample: z.string(),
      begin: z.string(),
      undo: z.string(),
    }),
  }),
});

/** The form that begins a pathway. */
export function beginFormCard(view: BeginFormView, locale: Locale): Drawn {
  const w = words(locale);
  const form = w.pathwayBegin;
  const fault = (input: Input) => view.faults[input] ?? '';
  return draw(
    {
      form: view.form,
      quiet: form.quiet,
      title: form.title,
      text: form.text,
      general: Object.keys(view.faults).length === 0 ? '' : w.turn.seeBelow,
      earliest: view.earliest,
      latest: view.latest,
      models: view.models.map((key) => ({ title: w.models[key] ?? key, value: key })),
      several: view.several.length > 0,
      hits: view.several.map((one) => ({ title: `${one.name}, ${one.department}`, value: one.id })),
      values: view.values,
      faults: {
        ref: fault('ref'),
        alias: fault('alias'),
        born: fault('born'),
        model: fault('model'),
        started: fault('started'),
        coLead: fault('coLead'),
        system: fault('system'),
        number: fault('number'),
      },
      missing: { ref: w.refusals['bad-ref'], alias: w.refusals['bad-alias'], started: w.refusals['bad-start'] },
      labels: {
        ref: form.ref,
        alias: form.alias,
        aliasExample: form.aliasExample,
        aliasText: form.aliasText,
        born: form.born,
        model: form.model,
        started: form.started,
        coLead: form.coLead,
        coLeadExample: form.coLeadExample,
        pick: form.pick,
        system: form.system,
        systemExample: form.systemExample,
        number: form.number,
        begin: form.begin,
        undo: w.actions.undo,
      },
    },
    form.summary,
    locale,
  );
}
