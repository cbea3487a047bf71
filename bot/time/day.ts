/**
 * Calendar days as text. A day has no hour and no zone: it is what stands in the municipality's calendar. All
 * arithmetic runs on UTC midnights, where every day has the same length.
 */

/** A calendar day in the municipality, 'YYYY-MM-DD', years 1000 to 9999; two days compare as strings. */
export type Day = string & { readonly __brand: 'Day' };

/** ISO weekday: 1 is Monday, 7 Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const DAY_MS = 86_400_000;
const FIRST_MS = Date.UTC(1000, 0, 1);
const LAST_MS = Date.UTC(9999, 11, 31);
/** More days than lie between the first and the last day: a larger step can only leave the years there are. */
const FURTHEST_STEP = 10_000_000;

/** Whether the text is a day that exists, written 'YYYY-MM-DD'. */
export function isDay(text: string): text is Day {
  if (!/^[1-9]\d{3}-\d{2}-\d{2}$/.test(text)) {
    return false;
  }
  const month = monthOf(text);
  const ofMonth = dayOfMonth(text);
  return month >= 1 && month <= 12 && ofMonth >= 1 && ofMonth <= lastOfMonth(yearOf(text), month);
}

/** The text as a day. Throws a RangeError that quotes the text when it is not one. */
export function asDay(text: string): Day {
  if (!isDay(text)) {
    throw new RangeError(`not a calendar day (YYYY-MM-DD): ${JSON.stringify(text)}`);
  }
  return text;
}

/**
 * The day of a Prisma `@db.Date` value, which is a UTC midnight. Any other instant throws a RangeError: which day it
 * falls on depends on the zone, and is a question for `toMoment`.
 */
export function dayFromDate(date: Date): Day {
  const ms = date.getTime();
  if (ms < FIRST_MS || ms > LAST_MS) {
    throw new RangeError(`outside the years 1000 to 9999: ${date.toISOString()}`);
  }
  if (ms % DAY_MS !== 0) {
    throw new RangeError(`not the UTC midnight of a day: ${Number.isNaN(ms) ? 'an invalid date' : date.toISOString()}`);
  }
  // Several times faster than cutting up toISOString, and all of planning rests on it.
  return `${date.getUTCFullYear()}-${two(date.getUTCMonth() + 1)}-${two(date.getUTCDate())}` as Day;
}

/** The day's UTC midnight, as Prisma wants it for `@db.Date`. */
export function dateFromDay(day: Day): Date {
  return new Date(midnight(day));
}

/** The day `n` days later (earlier when negative). Throws a RangeError outside the years 1000 to 9999. */
export function addDays(day: Day, n: number): Day {
  return dayFromDate(new Date(midnight(day) + whole(n) * DAY_MS));
}

/** The same day of the month `n` months later (earlier when negative), or that month's last day if it is shorter. */
export function addMonths(day: Day, n: number): Day {
  const months = yearOf(day) * 12 + monthOf(day) - 1 + whole(n);
  const year = Math.floor(months / 12);
  const month = months - year * 12 + 1;
  if (year < 1000 || year > 9999) {
    throw new RangeError(`outside the years 1000 to 9999: ${n} months from ${day}`);
  }
  return dayFromDate(new Date(Date.UTC(year, month - 1, Math.min(dayOfMonth(day), lastOfMonth(year, month)))));
}

/** The day's ISO weekday. */
export function weekday(day: Day): Weekday {
  return (new Date(midnight(day)).getUTCDay() || 7) as Weekday;
}

/** Days from the one to the other: 1 from a day to the next, negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return (midnight(to) - midnight(from)) / DAY_MS;
}

function midnight(day: Day): number {
  return Date.UTC(yearOf(day), monthOf(day) - 1, dayOfMonth(day));
}

function lastOfMonth(year: number, month: number): number {
  if (month === 2) {
    return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  }
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function yearOf(text: string): number {
  return digits(text, 0) * 100 + digits(text, 2);
}

function monthOf(text: string): number {
  return digits(text, 5);
}

function dayOfMonth(text: string): number {
  return digits(text, 8);
}

/** The number made by the two digits at `start`. */
function digits(text: string, start: number): number {
  return text.charCodeAt(start) * 10 + text.charCodeAt(start + 1) - 48 * 11;
}

function two(n: number): string {
  return n < 10 ? `0${n}` : String(n);
}

/** A fraction would be cut off silently by `Date`, and a huge number make it invalid. */
function whole(n: number): number {
  if (!Number.isSafeInteger(n) || Math.abs(n) > FURTHEST_STEP) {
    throw new RangeError(`not a whole number of days or months within reach: ${n}`);
  }
  return n;
}
