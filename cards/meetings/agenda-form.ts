import { z } from 'zod/v4';
import { type Locale, words } from '../../content/words/words';
import { type Drawn, defineCard } from '../render';
import { plain } from '../text';
import template from './agenda-form.json';
import { part, partOf, roomFor } from './part';
import { type AgendaFormView, LONGEST } from './work-views';

const draw = defineCard({
  name: 'agenda-form',
  template,
  schema: z.strictObject({
    ...part,
    title: z.string(),
    progress: z.string(),
    n: z.number(),
    noteVersion: z.number(),
    note: z.string(),
    room: z.number(),
    done: z.string(),
    hasColumns: z.boolean(),
    faults: z.strictObject({ note: z.string(), done: z.string() }),
    labels: z.strictObject({
      note: z.string(),
      noteExample: z.string(),
      done: z.string(),
      columns: z.string(),
      next: z.string(),
      back: z.string(),
    }),
  }),
});

/** One point of the agenda at a time: what was said, and whether it is done. */
export function agendaFormCard(view: AgendaFormView, locale: Locale): Drawn {
  const w = words(locale);
  const form = w.agendaForm;
  return draw(
    {
      ...partOf(view, w),
      title: plain(view.title[locale]),
      progress: form.progress(view.n, view.of, w.duration(view.duration)),
      n: view.n,
      noteVersion: view.note.version,
      note: view.note.text,
      room: roomFor(view.note.text, LONGEST.note),
      done: String(view.done),
      hasColumns: view.hasColumns,
      faults: { note: view.faults.note ?? '', done: view.faults.done ?? '' },
      labels: {
        note: form.note,
        noteExample: form.noteExample,
        done: form.done,
        columns: form.columns,
        next: w.part.next,
        back: w.part.back,
      },
    },
    w.part.summary(view.number, view.ref),
    locale,
  );
}
