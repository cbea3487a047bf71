import { z } from 'zod/v4';
import { type Locale, words } from '../../content/words/words';
import { said, sentence } from '../anatomy';
import { type Drawn, defineCard } from '../render';
import { clipped, plain } from '../text';
import template from './mandate-form.json';

export type MandateFormView = {
  readonly departmentId: string;
  readonly department: string;
  /** The id of the wording that the form was opened on; `''` where there was none. */
  readonly over: string;
  /** As it was typed, or as it stands. */
  readonly text: string;
  /** Characters at most. */
  readonly longest: number;
  /** What stands there now, where that is something else than the text. */
  readonly stands: string | null;
  /** A sentence in the reader's language, or `''`. */
  readonly fault: string;
};

const draw = defineCard({
  name: 'mandate-form',
  template,
  schema: z.strictObject({
    quiet: z.string(),
    title: z.string(),
    explained: z.array(z.strictObject({ text: z.string() })),
    departmentId: z.string(),
    over: z.string(),
    stands: said,
    text: z.string(),
    longest: z.number().int(),
    fault: z.string(),
    labels: z.strictObject({
      text: z.string(),
      placeholder: z.string(),
      longest: z.string(),
      missing: z.string(),
      write: z.string(),
    }),
  }),
});

/** Where a manager writes what colleagues of the department may decide at a meeting. Verb `mandate.write`, input text. */
export function mandateFormCard(view: MandateFormView, locale: Locale): Drawn {
  const w = words(locale);
  const { form } = w.mandate;
  const department = plain(view.department);
  return draw(
    {
      quiet: w.mandate.quiet(department),
      title: form.title,
      explained: [form.text, form.shown, form.example].map((text) => ({ text })),
      departmentId: view.departmentId,
      over: view.over,
      stands: view.stands === null ? [] : [sentence(clipped(view.stands, view.longest), form.stands)],
      text: view.text,
      longest: view.longest,
      fault: view.fault,
      labels: {
        text: form.label,
        placeholder: form.placeholder,
        longest: form.longest(view.longest),
        missing: w.refusals['mandate-missing'],
        write: form.write,
      },
    },
    w.mandate.summary(department),
    locale,
  );
}
