import { type Locale, words } from '../../content/words/words';
import { sentence } from '../anatomy';
import { choiceField, dateField, type Field, matterCard, press, textField } from '../matter';
import type { Drawn } from '../render';
import { plain } from '../text';
import { LONGEST, type OwnFormView, type RhythmFormView, type TransitionFormView, WHATS } from './views';

type Form = {
  readonly pathwayId: string;
  readonly ref: string;
  readonly faults: Readonly<Record<string, string>>;
};

/** A form of a pathway's follow-ups: what it asks, and back to the list. */
function formCard(
  view: Form,
  locale: Locale,
  made: {
    readonly title: string;
    readonly text: string;
    readonly fields: readonly Field[];
    readonly save: string;
    readonly verb: string;
    readonly data: Readonly<Record<string, string | number>>;
  },
): Drawn {
  const w = words(locale);
  return matterCard(
    () => ({
      summary: w.followUps.summary(view.ref),
      quiet: w.followUps.quiet(plain(view.ref)),
      title: made.title,
      faults: view.faults,
      opening: [sentence(made.text)],
      fields: made.fields,
      rows: [
        press([{ title: made.save, verb: made.verb, data: made.data, first: true, sends: true }], {
          spacing: 'Medium',
        }),
        press([{ title: w.actions.back, verb: 'followup.back', data: { pathway: view.pathwayId } }]),
      ],
    }),
    locale,
  );
}

/** Another rhythm than the model's, with a reason. */
export function rhythmFormCard(view: RhythmFormView, locale: Locale): Drawn {
  const w = words(locale);
  const card = w.rhythmForm;
  const { values, faults } = view;
  return formCard(view, locale, {
    title: card.title,
    text: card.text,
    fields: [
      choiceField({
        id: 'every',
        label: card.every,
        placeholder: card.every,
        value: values.every,
        choices: [
          { title: card.model, value: 'model' },
          ...view.rhythms.map((span) => ({ title: w.followUps.rhythm(span), value: span })),
        ],
        faults,
      }),
      textField({
        id: 'reason',
        label: card.reason,
        placeholder: card.reasonExample,
        value: values.reason,
        longest: LONGEST.reason,
        faults,
      }),
    ],
    save: card.save,
    verb: 'followup.rhythm',
    data: { pathway: view.pathwayId, n: view.version },
  });
}

/** A transition by hand: what changes. */
export function transitionFormCard(view: TransitionFormView, locale: Locale): Drawn {
  const w = words(locale);
  const card = w.transitionForm;
  const { values, faults } = view;
  return formCard(view, locale, {
    title: card.title,
    text: card.text,
    fields: [
      choiceField({
        id: 'what',
        label: card.what,
        placeholder: card.what,
        value: values.what,
        choices: WHATS.map((value) => ({ title: w.milestone.whats[value], value })),
        faults,
      }),
      textField({
        id: 'note',
        label: card.note,
        placeholder: card.noteExample,
        value: values.note,
        longest: LONGEST.note,
        faults,
      }),
    ],
    save: card.save,
    verb: 'followup.transition',
    data: { pathway: view.pathwayId, form: view.form },
  });
}

/** A professional's own follow-up. */
export function ownFormCard(view: OwnFormView, locale: Locale): Drawn {
  const w = words(locale);
  const card = w.ownForm;
  const { values, faults } = view;
  return formCard(view, locale, {
    title: card.title,
    text: card.text,
    fields: [
      textField({
        id: 'text',
        label: card.what,
        placeholder: card.whatExample,
        value: values.text,
        longest: LONGEST.own,
        multiline: false,
        faults,
      }),
      dateField({
        id: 'due',
        label: card.due,
        value: values.due,
        min: view.earliest,
        outside: w.refusals['past-date'],
        faults,
      }),
    ],
    save: card.save,
    verb: 'followup.own',
    data: { pathway: view.pathwayId, form: view.form },
  });
}
