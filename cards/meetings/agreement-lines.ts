import { spokenDay } from '../../content/words/dates';
import type { Locale, Words } from '../../content/words/words';
import { type Line, line } from '../anatomy';
import { clipped } from '../text';
import type { AgreementLine } from './work-views';

/** One line for each agreement: whose it is, what, and by when. */
export function agreementLines(agreements: readonly AgreementLine[], most: number, w: Words, locale: Locale): Line[] {
  return agreements.map((one) =>
    line({
      lead: `${one.owner}: `,
      text: clipped(one.text.replace(/\s*\n\s*/g, ' '), most),
      quiet: ` · ${w.work.dueOn(spokenDay(one.dueOn, locale))}`,
    }),
  );
}
