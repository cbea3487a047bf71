import { z } from 'zod/v4';
import { spokenDay } from '../../content/words/dates';
import { capitalised } from '../../content/words/numbers';
import { type Locale, words } from '../../content/words/words';
import { choices } from '../anatomy';
import { type Drawn, defineCard } from '../render';
import template from './next-form.json';
import { part, partOf } from './part';
import { LONGEST, type NextFormView } from './work-views';

const inputs = z.strictObject({
  kind: z.string(),
  date: z.string(),
  time: z.string(),
  none: z.string(),
  because: z.string(),
});

const draw = defineCard({
  name: 'next-form',
  template,
  schema: z.strictObject({
    outside: z.string(),
    ...part,
    title: z.string(),
    was: z.string(),
    foreseen: z.string(),
    kinds: choices,
    earliest: z.string(),
    values: inputs,
    faults: inputs,
    room: z.number(),
    labels: inputs.extend({ text: z.string(), becauseExample: z.string(), next: z.string(), back: z.string() }),
  }),
});

/** When the team meets again, agreed while the citizen sits there; or why no day is agreed. */
export function nextFormCard(view: NextFormView, locale: Locale): Drawn {
  const w = words(locale);
  const form = w.nextForm;
  const { faults, foreseen } = view;
  return draw(
    {
      outside: words(locale).refusals['past-time'],
      ...partOf(view, w),
      title: form.title,
      was: view.was,
      foreseen:
        foreseen === null
          ? ''
          : form.foreseen(w.kindNames[foreseen.kind] ?? w.anyKind, spokenDay(foreseen.on, locale, view.earliest)),
      kinds: view.kinds.map((kind) => ({ title: capitalised(w.kindNames[kind] ?? w.anyKind), value: kind })),
      earliest: view.earliest,
      values: { ...view.values, none: String(view.values.none) },
      faults: {
        kind: faults.kind ?? '',
        date: faults.date ?? '',
        time: faults.time ?? '',
        none: faults.none ?? '',
        because: faults.because ?? '',
      },
      room: LONGEST.reason,
      labels: {
        text: form.text,
        kind: form.kind,
        date: form.date,
        time: form.time,
        none: form.none,
        because: form.because,
        becauseExample: form.becauseExample,
        next: w.part.next,
        back: w.part.back,
      },
    },
    w.part.summary(view.number, view.ref),
    locale,
  );
}
