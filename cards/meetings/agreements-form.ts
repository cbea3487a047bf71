import { z } from 'zod/v4';
import { spokenDay } from '../../content/words/dates';
import { type Locale, words } from '../../content/words/words';
import { choices, sections } from '../anatomy';
import { type Drawn, defineCard, drawnToFit } from '../render';
import { clipped, fitting } from '../text';
import { agreementLines } from './agreement-lines';
import template from './agreements-form.json';
import { part, partOf } from './part';
import { type AgreementsFormView, LONGEST } from './work-views';

const inputs = z.strictObject({ owner: z.string(), text: z.string(), due: z.string() });

const draw = defineCard({
  name: 'agreements-form',
  template,
  schema: z.strictObject({
    outside: z.string(),
    ...part,
    title: z.string(),
    form: z.string(),
    owners: choices,
    earliest: z.string(),
    values: inputs,
    faults: inputs.extend({ remove: z.string() }),
    room: z.number(),
    hasAny: z.boolean(),
    there: sections.element.shape.lines,
    rest: z.string(),
    removable: choices,
    labels: z.strictObject({
      text: z.string(),
      owner: z.string(),
      what: z.string(),
      whatExample: z.string(),
      due: z.string(),
      more: z.string(),
      soFar: z.string(),
      remove: z.string(),
      removeAction: z.string(),
      placeholder: z.string(),
      next: z.string(),
      back: z.string(),
    }),
  }),
});

/** What is agreed: who, what and by when; and those there are already. */
export function agreementsFormCard(view: AgreementsFormView, locale: Locale): Drawn {
  return drawnToFit((most) => drawn(view, most, locale));
}

function drawn(view: AgreementsFormView, most: number, locale: Locale): Drawn {
  const w = words(locale);
  const form = w.agreementsForm;
  const owners = fitting(
    [
      { title: clipped(view.alias, 80), value: 'citizen' },
      { title: form.lead, value: 'lead' },
      ...view.owners.map(({ id, name }) => ({ title: name, value: id })),
    ],
    4_000,
  );
  const there = fitting(agreementLines(view.there, most, w, locale), 5_000);
  return draw(
    {
      outside: words(locale).refusals['past-date'],
      ...partOf(view, w),
      title: form.title,
      form: view.form,
      owners: owners.kept,
      earliest: view.earliest,
      values: view.values,
      faults: {
        owner: view.faults.owner ?? '',
        text: view.faults.text ?? '',
        due: view.faults.due ?? '',
        remove: view.faults.remove ?? '',
      },
      room: LONGEST.agreement,
      hasAny: view.there.length > 0,
      there: there.kept,
      rest: there.rest === 0 ? '' : w.andMore(there.rest),
      removable: view.there.slice(0, there.kept.length).map((one) => ({
        title: clipped(`${one.owner}, ${spokenDay(one.dueOn, locale)}: ${one.text}`, 90),
        value: one.id,
      })),
      labels: {
        text: form.text,
        owner: form.owner,
        what: form.what,
        whatExample: form.whatExample,
        due: form.due,
        more: form.more,
        soFar: form.there(view.there.length),
        remove: form.remove,
        removeAction: form.removeAction,
        placeholder: w.invitation.placeholder,
        next: w.part.next,
        back: w.part.back,
      },
    },
    w.part.summary(view.number, view.ref),
    locale,
  );
}
