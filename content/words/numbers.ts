import type { Locale } from './locale';

const spelled = {
  da: ['nul', 'en', 'to', 'tre', 'fire', 'fem', 'seks', 'syv', 'otte', 'ni'],
  en: ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'],
} as const;

/** A count in running text: letters below ten, figures from there. Danish `en` is for common gender. */
export function spokenNumber(count: number, locale: Locale): string {
  return spelled[locale][count] ?? String(count);
}

/** The same at the beginning of a sentence. */
export function startingNumber(count: number, locale: Locale): string {
  return capitalised(spokenNumber(count, locale));
}

/** With its first letter large, for the beginning of a sentence. */
export function capitalised(text: string): string {
  return text.charAt(0).toLocaleUpperCase('da') + text.slice(1);
}

/** A number in figures as the language writes it: `1.234,5`, `1,234.5`. */
export function localNumber(value: number, locale: Locale): string {
  return new Intl.NumberFormat(locale === 'da' ? 'da-DK' : 'en-GB', { maximumFractionDigits: 6 }).format(value);
}
