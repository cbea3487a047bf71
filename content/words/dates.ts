import type { Locale } from './locale';

const months = {
  da: [
    'januar',
    'februar',
    'marts',
    'april',
    'maj',
    'juni',
    'juli',
    'august',
    'september',
    'oktober',
    'november',
    'december',
  ],
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
} as const;

const weekdays = {
  da: ['søndag', 'mandag', 'tirsdag', 'onsdag', 'torsdag', 'fredag', 'lørdag'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
} as const;

/** A space at which no line is broken: `kl.` at the end of one and `13` on the next is hard to read. */
const TOGETHER = '\u00a0';

/**
 * A calendar day as people say it: `onsdag den 2. december`, `Wednesday 2 December`.
 * @param day `YYYY-MM-DD`; what stands after the day is not read.
 * @param reference a day or moment in the year that goes without saying; in another year the year is said.
 * @throws RangeError when `day` is no day of the calendar.
 */
export function spokenDay(day: string, locale: Locale, reference?: string): string {
  const { year, month, date, weekday } = read(day);
  const said = reference !== undefined && reference.slice(0, 4) !== day.slice(0, 4) ? ` ${year}` : '';
  return locale === 'da'
    ? `${weekdays.da[weekday]} den ${date}. ${months.da[month]}${said}`
    : `${weekdays.en[weekday]} ${date} ${months.en[month]}${said}`;
}

/**
 * A moment as people say it: `onsdag den 2. december kl. 13`, `Wednesday 2 December at 13:00`.
 * @param moment `YYYY-MM-DDTHH:MM` in the municipality's zone.
 * @param reference as for {@link spokenDay}.
 * @throws RangeError when `moment` is no moment of the calendar.
 */
export function spokenMoment(moment: string, locale: Locale, reference?: string): string {
  const clock = spokenClock(moment, locale);
  return `${spokenDay(moment, locale, reference)} ${locale === 'da' ? 'kl.' : 'at'}${TOGETHER}${clock}`;
}

/**
 * A day with its year, for what lies far from now: `1. marts 2024`, `1 March 2024`.
 * @param day `YYYY-MM-DD`; what stands after the day is not read.
 * @throws RangeError when `day` is no day of the calendar.
 */
export function writtenDay(day: string, locale: Locale): string {
  const { year, month, date } = read(day);
  return locale === 'da' ? `${date}. ${months.da[month]} ${year}` : `${date} ${months.en[month]} ${year}`;
}

/**
 * A month with its year: `December 2026`, as a heading.
 * @param month `YYYY-MM`
 * @throws RangeError when `month` is no month of the calendar.
 */
export function spokenMonth(month: string, locale: Locale): string {
  const { year, month: at } = read(`${month}-01`);
  const name = months[locale][at] ?? '';
  return `${name.charAt(0).toUpperCase()}${name.slice(1)} ${year}`;
}

/**
 * From one clock to another of the same day: `kl. 13-14.30`, `13:00 to 14:30`.
 * @param from, to moments as for {@link spokenMoment}.
 * @throws RangeError when either is no moment.
 */
export function spokenSpan(from: string, to: string, locale: Locale): string {
  const [first, last] = [spokenClock(from, locale), spokenClock(to, locale)];
  return locale === 'da' ? `kl.${TOGETHER}${first}-${last}` : `${first} to ${last}`;
}

function spokenClock(moment: string, locale: Locale): string {
  const { hour, minute } = readClock(moment);
  return sayClock(hour, minute, locale);
}

function sayClock(hour: number, minute: number, locale: Locale): string {
  const minutes = String(minute).padStart(2, '0');
  if (locale === 'en') return `${String(hour).padStart(2, '0')}:${minutes}`;
  return minute === 0 ? String(hour) : `${hour}.${minutes}`;
}

function read(day: string): { year: number; month: number; date: number; weekday: number } {
  const [, year, month, date] = /^(\d{4})-(\d\d)-(\d\d)(?:$|T)/.exec(day) ?? [];
  const found = new Date(Date.UTC(Number(year), Number(month) - 1, Number(date)));
  if (found.getUTCDate() !== Number(date) || found.getUTCMonth() !== Number(month) - 1) {
    throw new RangeError(`not a day: ${day}`);
  }
  return { year: Number(year), month: Number(month) - 1, date: Number(date), weekday: found.getUTCDay() };
}

function readClock(moment: string): { hour: number; minute: number } {
  const [, hour, minute] = /^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):([0-5]\d)/.exec(moment) ?? [];
  if (hour === undefined || minute === undefined) throw new RangeError(`not a moment: ${moment}`);
  return { hour: Number(hour), minute: Number(minute) };
}
