import { z } from 'zod/v4';
import { type Locale, words } from '../../content/words/words';
import { choices } from '../anatomy';
import { type Drawn, defineCard } from '../render';
import { plain } from '../text';
import template from './citizen-form.json';
import { part, partOf, roomFor } from './part';
import { type CitizenFormView, LONGEST } from './work-views';

const inputs = z.strictObject({ there: z.string(), askedOn: z.string(), how: z.string(), words: z.string() });

const draw = defineCard({
  name: 'citizen-form',
  template,
  schema: z.strictObject({
    outside: z.string(),
    ...part,
    title: z.string(),
    takesPart: z.boolean(),
    without: z.boolean(),
    mayMove: z.boolean(),
    wordsVersion: z.number(),
    howVersion: z.number(),
    there: choices,
    latest: z.string(),
    values: inputs,
    faults: inputs,
    room: z.strictObject({ words: z.number(), how: z.number() }),
    labels: z.strictObject({
      there: z.string(),
      words: z.string(),
      wordsExample: z.string(),
      without: z.string(),
      withoutText: z.string(),
      askedOn: z.string(),
      how: z.string(),
      howExample: z.string(),
      move: z.string(),
      next: z.string(),
      back: z.string(),
    }),
  }),
});

/** The citizen first: there, or has asked us to go on, and what they say in their own words. */
export function citizenFormCard(view: CitizenFormView, locale: Locale): Drawn {
  const w = words(locale);
  const form = w.citizenForm;
  const alias = plain(view.alias);
  const { faults } = view;
  return draw(
    {
      outside: words(locale).refusals['future-date'],
      ...partOf(view, w),
      title: view.citizenTakesPart ? form.title(alias) : form.titleWithout(alias),
      takesPart: view.citizenTakesPart,
      without:
        view.there === 'asked-us' ||
        view.askedOn !== '' ||
        view.how.text !== '' ||
        faults.askedOn !== undefined ||
        faults.how !== undefined,
      mayMove: view.mayMove,
      wordsVersion: view.words.version,
      howVersion: view.how.version,
      there: [
        { title: form.isHere(alias), value: 'there' },
        { title: form.askedUs(alias), value: 'asked-us' },
      ],
      latest: view.latest,
      values: {
        there: view.there ?? '',
        askedOn: view.askedOn,
        how: view.how.text,
        words: view.words.text,
      },
      faults: {
        there: faults.there ?? '',
        askedOn: faults.askedOn ?? '',
        how: faults.how ?? '',
        words: faults.words ?? '',
      },
      room: {
        words: roomFor(view.words.text, LONGEST.note),
        how: roomFor(view.how.text, LONGEST.how),
      },
      labels: {
        there: form.there(alias),
        words: view.citizenTakesPart ? form.words(alias) : form.wordsBefore(alias),
        wordsExample: form.wordsExample,
        without: form.without(alias),
        withoutText: form.withoutText(alias),
        askedOn: form.askedOn(alias),
        how: form.how(alias),
        howExample: form.howExample,
        move: form.move,
        next: w.part.next,
        back: w.part.back,
      },
    },
    w.part.summary(view.number, view.ref),
    locale,
  );
}
