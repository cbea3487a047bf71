import { spokenDay as daySpoken } from '../../content/words/dates';
import type { Locale } from '../../content/words/locale';
import { capitalised, spokenNumber } from '../../content/words/numbers';

const timeZone = 'Europe/Copenhagen';
const numeric = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
const shortDays = {
  da: new Intl.DateTimeFormat('da-DK', { timeZone, weekday: 'short', day: 'numeric', month: 'short' }),
  en: new Intl.DateTimeFormat('en-GB', { timeZone, weekday: 'short', day: 'numeric', month: 'short' }),
};
const near = {
  da: { '-1': 'i går', '0': 'i dag', '1': 'i morgen' },
  en: { '-1': 'yesterday', '0': 'today', '1': 'tomorrow' },
} as const;

/** `2026-12-02` in Denmark, for comparing and for date inputs. */
export const dayOf = (at: Date): string => numeric.format(at).slice(0, 10);
/** `13:05` in Denmark, for time inputs. */
const timeOf = (at: Date): string => numeric.format(at).slice(11);

function daysApart(a: Date, b: Date): number {
  return Math.round((Date.parse(dayOf(a)) - Date.parse(dayOf(b))) / 86_400_000);
}

/** Times and numbers as people say them, in Danish time. */
export function timesIn(language: Locale) {
  /** `13.05`, `13:05`. */
  const clockTime = (at: Date): string => (language === 'da' ? timeOf(at).replace(':', '.') : timeOf(at));

  /** `kl. 13` or `kl. 13.05`, `at 13:00`. */
  const spokenTime = (at: Date): string => {
    if (language === 'en') return `at ${timeOf(at)}`;
    const [hours = '', minutes = ''] = timeOf(at).split(':');
    return `kl. ${Number(hours)}${minutes === '00' ? '' : `.${minutes}`}`;
  };

  /** `onsdag den 2. december 2026`. */
  const fullDay = (at: Date): string => `${daySpoken(dayOf(at), language)} ${dayOf(at).slice(0, 4)}`;

  /** `i dag`, `i går`, `i morgen`, else `onsdag den 2. december`, with the year where it is another one. */
  const spokenDay = (at: Date, now: Date): string => {
    const words: Readonly<Record<string, string>> = near[language];
    return words[String(daysApart(at, now))] ?? daySpoken(dayOf(at), language, dayOf(now));
  };

  return {
    clockTime,
    fullDay,
    spokenDay,
    /** `i går kl. 13.05`. */
    spoken: (at: Date, now: Date): string => `${spokenDay(at, now)} ${spokenTime(at)}`,
    /** `ons. 2. dec. 13.05`, or only the time today. */
    short: (at: Date, now: Date): string =>
      daysApart(at, now) === 0 ? clockTime(at) : `${shortDays[language].format(at)} ${clockTime(at)}`,
    /** `tre beskeder`: numbers below ten in letters. */
    counted: (count: number, one: string, many: string): string =>
      `${spokenNumber(count, language)} ${count === 1 ? one : many}`,
    /** `tre`, `12`. */
    number: (count: number): string => spokenNumber(count, language),
    /** `Bo, Kim og Lis`, and after `most` names `og to andre`. */
    listed(names: readonly string[], most = 3): string {
      const shown = names.length > most ? names.slice(0, most - 1) : names;
      const rest = names.length - shown.length;
      const others = language === 'da' ? ['anden', 'andre'] : ['other', 'others'];
      const all =
        rest > 0 ? [...shown, `${spokenNumber(rest, language)} ${rest === 1 ? others[0] : others[1]}`] : shown;
      const and = language === 'da' ? 'og' : 'and';
      return all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} ${and} ${all.at(-1)}`;
    },
    capital: capitalised,
  };
}

export type Times = ReturnType<typeof timesIn>;
