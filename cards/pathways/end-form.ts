import { z } from 'zod/v4';
import { type Locale, words } from '../../content/words/words';
import { choices, said, sentence } from '../anatomy';
import { type Drawn, defineCard } from '../render';
import { plain } from '../text';
import template from './end-form.json';

/** The form that ends a pathway, and says what it does. Inputs: reason, date, note. */
export type EndFormView = {
  readonly pathwayId: string;
  readonly version: number;
  readonly ref: string;
  readonly alias: string;
  /** Codes, in the order to offer them. */
  readonly reasons: readonly string[];
  /** Meetings that are called and would be cancelled. */
  readonly called: boolean;
  readonly earliest: string;
  readonly latest: string;
  readonly values: { readonly reason: string; readonly date: string; readonly note: string };
  readonly faults: Readonly<Record<string, string>>;
};

const inputs = z.strictObject({ reason: z.string(), date: z.string(), note: z.string() });
const draw = defineCard({
  name: 'end-form',
  template,
  schema: z.strictObject({
    id: z.string(),
    version: z.number(),
    quiet: z.string(),
    title: z.string(),
    said,
    general: z.string(),
    earliest: z.string(),
    latest: z.string(),
    reasons: choices,
    values: inputs,
    faults: inputs,
    missing: z.strictObject({ date: z.string() }),
    labels: inputs.extend({ noteText: z.string(), keep: z.string(), end: z.string() }),
  }),
});

/** Asks once before a pathway ends: why, and since when. */
export function endFormCard(view: EndFormView, locale: Locale): Drawn {
  const w = words(locale);
  const form = w.pathwayEnd;
  const reasons: Readonly<Record<string, string>> = form.reasons;
  return draw(
    {
      id: view.pathwayId,
      version: view.version,
      quiet: form.quiet(plain(view.ref)),
      title: form.title(plain(view.alias)),
      said: [sentence(form.text), ...(view.called ? [sentence(form.meetings)] : []), sentence(form.citizen)],
      general: view.faults[''] ?? (Object.keys(view.faults).length === 0 ? '' : w.turn.seeBelow),
      earliest: view.earliest,
      latest: view.latest,
      reasons: view.reasons.map((code) => ({ title: reasons[code] ?? code, value: code })),
      values: view.values,
      faults: {
        reason: view.faults.reason ?? '',
        date: view.faults.date ?? '',
        note: view.faults.note ?? '',
      },
      missing: { date: w.refusals['bad-end-date'] },
      labels: {
        reason: form.reason,
        date: form.date,
        note: form.note,
        noteText: form.noteText,
        keep: form.keep,
        end: form.end,
      },
    },
    form.summary(view.ref),
    locale,
  );
}
