import { z } from 'zod/v4';
import { type Locale, words } from '../../content/words/words';
import { type Drawn, defineCard } from '../render';
import { plain } from '../text';
import template from './columns-form.json';
import { part, partOf, roomFor } from './part';
import { type ColumnsFormView, LONGEST } from './work-views';

const carried = z.record(z.string(), z.union([z.string(), z.number()]));

const draw = defineCard({
  name: 'columns-form',
  template,
  schema: z.strictObject({
    ...part,
    title: z.string(),
    columns: z.array(
      z.strictObject({
        input: z.string(),
        label: z.string(),
        value: z.string(),
        room: z.number(),
        fault: z.string(),
      }),
    ),
    data: z.strictObject({ next: carried, back: carried }),
    labels: z.strictObject({ text: z.string(), next: z.string(), back: z.string() }),
  }),
});

/** The columns of a model that has them (Halsnæs: works, worries, and dreams, wishes and agreements). */
export function columnsFormCard(view: ColumnsFormView, locale: Locale): Drawn {
  const w = words(locale);
  const versions = Object.fromEntries(view.columns.map(({ key, note }) => [`version-${key}`, note.version]));
  return draw(
    {
      ...partOf(view, w),
      title: w.columnsForm.title,
      columns: view.columns.map(({ key, title, note }) => ({
        input: `column-${key}`,
        label: plain(title[locale]),
        value: note.text,
        room: roomFor(note.text, LONGEST.note),
        fault: view.faults[`column-${key}`] ?? '',
      })),
      data: {
        next: { meeting: view.meetingId, drawn: view.drawn, ...versions, go: 'next' },
        back: { meeting: view.meetingId, drawn: view.drawn, ...versions, go: 'back' },
      },
      labels: { text: w.columnsForm.text, next: w.part.next, back: w.part.back },
    },
    w.part.summary(view.number, view.ref),
    locale,
  );
}
