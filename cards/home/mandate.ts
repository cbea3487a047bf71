import { z } from 'zod/v4';
import { writtenDay } from '../../content/words/dates';
import { type Locale, words } from '../../content/words/words';
import { said, sentence } from '../anatomy';
import { type Drawn, defineCard } from '../render';
import { plain } from '../text';
import template from './mandate.json';

export type MandateView = {
  readonly departmentId: string;
  readonly department: string;
  /** Null where nothing was written. `text` may hold line breaks, `on` is a day. */
  readonly written: { readonly text: string; readonly by: string; readonly on: string } | null;
  readonly mayWrite: boolean;
};

const draw = defineCard({
  name: 'mandate',
  template,
  schema: z.strictObject({
    quiet: z.string(),
    title: z.string(),
    said,
    by: z.string(),
    ask: z.string(),
    departmentId: z.string(),
    writes: z.boolean(),
    write: z.string(),
  }),
});

/** So many blocks of their own on the card; what is below stands in one. */
const MOST_LINES = 12;

/** What colleagues of a department may decide at a meeting. */
export function mandateCard(view: MandateView, locale: Locale): Drawn {
  const w = words(locale);
  const { reading } = w.mandate;
  const { written } = view;
  const department = plain(view.department);
  const title = view.mayWrite ? reading.ownTitle : reading.title;
  return draw(
    {
      quiet: w.mandate.quiet(department),
      title: written === null ? reading.none : title,
      said: written === null ? [] : linesOf(written.text).map((line) => sentence(line)),
      by: written === null || written.by === '' ? '' : reading.by(plain(written.by), writtenDay(written.on, locale)),
      ask: view.mayWrite ? (written === null ? reading.noneOwn : '') : reading.ask,
      departmentId: view.departmentId,
      writes: view.mayWrite,
      write: written === null ? reading.write : reading.change,
    },
    w.mandate.summary(department),
    locale,
  );
}

function linesOf(text: string): string[] {
  const lines = text.split(/\n+/);
  return lines.length <= MOST_LINES
    ? lines
    : [...lines.slice(0, MOST_LINES - 1), lines.slice(MOST_LINES - 1).join(' ')];
}
