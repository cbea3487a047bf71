import { acts as danish } from './da/acts';
import { acts as english } from './en/acts';
import type { Locale } from './locale';

/** Everything that the audit log can say was done; each has words in every language. */
export type Act = keyof typeof danish;

const table: Readonly<Record<Locale, Readonly<Record<Act, string>>>> = { da: danish, en: english };

/** What was done, in the words that follow a name. */
export function actInWords(act: Act, locale: Locale): string {
  return table[locale][act];
}

/** Whether this is an act of the house, as it stands in a row that was read. */
export function isAct(text: string): text is Act {
  return Object.hasOwn(danish, text);
}
