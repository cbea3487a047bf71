import { type Locale, words } from '../../content/words/words';
import { sentence } from '../anatomy';
import { dateField, type Field, type Matter, matterCard, press, textField } from '../matter';
import type { Drawn } from '../render';
import type { IntakeFormView, MoveView } from './views';

const DAYS = [1, 2, 3] as const;
const [LONGEST_TITLE, LONGEST_PLACE] = [80, 120];

type DayInputs = { readonly date: string; readonly span: string; readonly place: string };
type Given = {
  readonly values: Readonly<Record<string, string>>;
  readonly faults: Readonly<Record<string, string>>;
  readonly earliest: string;
  readonly latest?: string;
};

function dayFields(ids: DayInputs, label: string, help: string, given: Given, locale: Locale): Field[] {
  const { form } = words(locale).intakes;
  const { values, faults } = given;
  return [
    dateField({
      id: ids.date,
      label,
      value: values[ids.date] ?? '',
      min: given.earliest,
      max: given.latest ?? '',
      outside: form.outside,
      faults,
    }),
    textField({
      id: ids.span,
      label: form.span,
      placeholder: form.spanExample,
      value: values[ids.span] ?? '',
      longest: 20,
      multiline: false,
      faults,
    }),
    textField({
      id: ids.place,
      label: form.place,
      placeholder: form.placeExample,
      help,
      value: values[ids.place] ?? '',
      longest: LONGEST_PLACE,
      multiline: false,
      faults,
    }),
  ];
}

/** A new intake: its name, its seats, and up to three days that are booked as one. */
export function intakeFormCard(view: IntakeFormView, locale: Locale): Drawn {
  const w = words(locale);
  const { form } = w.intakes;
  const { values, faults, after, kind } = view;
  const data = {
    form: view.form,
    kind,
    ...(after === null ? {} : { after: after.intakeId, what: after.what }),
  };
  return matterCard(
    (): Matter => ({
      summary: form.title[kind],
      quiet: w.intakes.kinds[kind],
      title: form.title[kind],
      faults,
      opening: [sentence(form.text[kind]), ...(after === null ? [] : [sentence(form.window(after.from, after.to))])],
      fields: [
        textField({
          id: 'title',
          label: form.name,
          placeholder: form.nameExample,
          value: values.title ?? '',
          longest: LONGEST_TITLE,
          multiline: false,
          faults,
        }),
        textField({ id: 'seats', label: form.seats, value: values.seats ?? '', longest: 3, multiline: false, faults }),
        ...DAYS.flatMap((n) =>
          dayFields(
            { date: `date${n}`, span: `span${n}`, place: `place${n}` },
            n === 1 ? form.date(n) : form.optionalDate(n),
            n === 1 ? '' : form.samePlace,
            view,
            locale,
          ),
        ),
      ],
      rows: [
        press([{ title: form.save, verb: 'intake.new', data, first: true, sends: true }], { spacing: 'Medium' }),
        press([{ title: w.actions.back, verb: 'intake.list' }]),
      ],
    }),
    locale,
  );
}

/** Another time or place for a day. */
export function moveCard(view: MoveView, locale: Locale): Drawn {
  const w = words(locale);
  const { move } = w.intakes;
  return matterCard(
    (): Matter => ({
      summary: move.title(view.n),
      quiet: w.intakes.quietOf(w.intakes.kinds[view.kind], view.number),
      title: move.title(view.n),
      faults: view.faults,
      opening: [sentence(move.text)],
      fields: dayFields({ date: 'date', span: 'span', place: 'place' }, move.date, '', view, locale),
      rows: [
        press(
          [
            {
              title: move.send,
              verb: 'intake.move',
              data: { intake: view.id, version: view.version, n: String(view.n) },
              first: true,
              sends: true,
            },
          ],
          { spacing: 'Medium' },
        ),
        press([{ title: w.actions.back, verb: 'intake.back', data: { intake: view.id } }]),
      ],
    }),
    locale,
  );
}
