import type { Locale } from './locale';

const lists = {
  da: new Intl.ListFormat('da', { type: 'conjunction' }),
  en: new Intl.ListFormat('en-GB', { type: 'conjunction' }),
} as const;

/** Several things in running text: `Familie, Skole og Sundhed`, `Family, School and Health`. */
export function listed(items: readonly string[], locale: Locale): string {
  return lists[locale].format(items);
}
