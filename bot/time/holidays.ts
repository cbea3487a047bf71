import Holidays from 'date-holidays';
import type { Day } from './day';

/**
 * Whether a day is a Danish public holiday, or one of the `extra` free days of every year ('MM-DD'; 5 June, 24 and 31
 * December are free by agreement and not by law, so they are policy). Throws a RangeError for an `extra` that is no date.
 */
export function danishHolidays(extra: readonly string[]): (day: Day) => boolean {
  for (const date of extra) {
    if (!isMonthDay(date)) {
      throw new RangeError(`not a date of the year (MM-DD): ${JSON.stringify(date)}`);
    }
  }
  const agreed = new Set(extra);
  return (day) => agreed.has(day.slice(5)) || publicHolidays(day.slice(0, 4)).has(day);
}

/** Whether the text is a date of the year, 'MM-DD'; 29 February is one. */
export function isMonthDay(text: string): boolean {
  return /^\d{2}-\d{2}$/.test(text) && LEAP_YEAR_DATES.has(text);
}

const LEAP_YEAR_DATES: ReadonlySet<string> = new Set(
  Array.from({ length: 366 }, (_, n) => new Date(Date.UTC(2000, 0, 1 + n)).toISOString().slice(5, 10)),
);

const years = new Map<string, ReadonlySet<string>>();

function publicHolidays(year: string): ReadonlySet<string> {
  let holidays = years.get(year);
  if (holidays === undefined) {
    const denmark = new Holidays('DK', { types: ['public'] });
    holidays = new Set(denmark.getHolidays(Number(year)).map((holiday) => holiday.date.slice(0, 10)));
    years.set(year, holidays);
  }
  return holidays;
}
