import { z } from 'zod/v4';
import { type Locale, words } from '../../content/words/words';
import { choices, said, sentence } from '../anatomy';
import { type Drawn, defineCard } from '../render';
import { clipped, fitting, plain } from '../text';
import template from './case-numbers.json';

/** Numbers in the specialist systems. Inputs: system (one of those offered, or `other`), other, number, remove. */
export type CaseNumbersView = {
  readonly pathwayId: string;
  readonly version: number;
  readonly ref: string;
  readonly numbers: readonly { readonly id: string; readonly system: string; readonly value: string }[];
  /** Systems to offer. */
  readonly systems: readonly string[];
  readonly values: { readonly system: string; readonly other: string; readonly number: string };
  readonly faults: Readonly<Record<string, string>>;
};

const draw = defineCard({
  name: 'case-numbers',
  template,
  schema: z.strictObject({
    id: z.string(),
    version: z.number(),
    quiet: z.string(),
    title: z.string(),
    general: z.string(),
    said,
    systems: choices,
    any: z.boolean(),
    numbers: choices,
    values: z.strictObject({ system: z.string(), other: z.string(), number: z.string(), remove: z.string() }),
    faults: z.strictObject({ system: z.string(), number: z.string(), remove: z.string() }),
    labels: z.strictObject({
      system: z.string(),
      otherName: z.string(),
      number: z.string(),
      numberText: z.string(),
      save: z.string(),
      pick: z.string(),
      placeholder: z.string(),
      remove: z.string(),
      toPathway: z.string(),
    }),
  }),
});

/** Adds, changes or takes away the pathway's numbers in the specialist systems. */
export function caseNumbersCard(view: CaseNumbersView, locale: Locale): Drawn {
  const w = words(locale);
  const card = w.caseNumbers;
  const numbers = fitting(
    view.numbers.map((one) => ({ title: `${one.system}: ${one.value}`, value: one.id })),
    3_500,
  ).kept;
  return draw(
    {
      id: view.pathwayId,
      version: view.version,
      quiet: card.quiet(plain(view.ref)),
      title: card.title,
      general: view.faults[''] ?? '',
      said:
        view.numbers.length === 0
          ? [sentence(card.none)]
          : fitting(
              view.numbers.map((one) => sentence(clipped(one.value, 80), `${one.system}:`)),
              3_000,
            ).kept,
      systems: [
        ...fitting(
          view.systems.map((system) => ({ title: system, value: system })),
          2_000,
        ).kept,
        { title: card.other, value: 'other' },
      ],
      any: numbers.length > 0,
      numbers,
      values: { ...view.values, remove: '' },
      faults: {
        system: view.faults.system ?? view.faults.other ?? '',
        number: view.faults.number ?? '',
        remove: view.faults.remove ?? '',
      },
      labels: {
        system: card.system,
        otherName: card.otherName,
        number: card.number,
        numberText: card.numberText,
        save: card.save,
        pick: card.pick,
        placeholder: w.invitation.placeholder,
        remove: card.remove,
        toPathway: w.pathwayTeam.toPathway,
      },
    },
    card.summary(view.ref),
    locale,
  );
}
