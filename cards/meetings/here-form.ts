import { z } from 'zod/v4';
import { type Locale, type Words, words } from '../../content/words/words';
import { type Drawn, defineCard } from '../render';
import { clipped, fitting, plain } from '../text';
import template from './here-form.json';
import { part, partOf } from './part';
import type { HereFormView } from './work-views';

const draw = defineCard({
  name: 'here-form',
  template,
  schema: z.strictObject({
    ...part,
    title: z.string(),
    version: z.number(),
    shown: z.string(),
    people: z.array(z.strictObject({ input: z.string(), title: z.string(), value: z.string() })),
    fault: z.string(),
    rest: z.string(),
    labels: z.strictObject({ text: z.string(), next: z.string(), back: z.string() }),
  }),
});

/** Who is here: one tick for each. */
export function hereFormCard(view: HereFormView, locale: Locale): Drawn {
  const w = words(locale);
  const people = fitting(
    view.people.map((person) => ({
      input: `here-${person.id}`,
      title: personTitle(person, w),
      value: String(person.here),
    })),
    7_500,
  );
  // Whoever has no tick on the card must not come back as one who left.
  const ids = new Set(view.people.slice(0, people.kept.length).map((person) => person.id));
  return draw(
    {
      ...partOf(view, w),
      title: w.hereForm.title,
      version: view.version,
      shown: view.shown
        .split(',')
        .filter((id) => ids.has(id))
        .join(','),
      people: people.kept,
      fault: Object.values(view.faults).join(' '),
      rest: people.rest === 0 ? '' : w.andMore(people.rest),
      labels: { text: w.hereForm.text, next: w.part.next, back: w.part.back },
    },
    w.part.summary(view.number, view.ref),
    locale,
  );
}

function personTitle(person: HereFormView['people'][number], w: Words): string {
  const form = w.hereForm;
  return plain(
    [
      person.name,
      clipped(person.department, 60),
      ...(person.external ? [form.external] : []),
      ...(person.standsInFor === null ? [] : [form.standsIn(person.standsInFor)]),
    ]
      .filter((word) => word !== '')
      .join(', '),
  );
}
