import { addDays, asDay, weekday } from '../../../bot/time/day';
import { danishHolidays } from '../../../bot/time/holidays';

const MONTHS = 'januar februar marts april maj juni juli august september oktober november december'.split(' ');
const isHoliday = danishHolidays(['06-05', '12-24', '12-31']);

/** So many working days on from a day (`2026-12-16`), or back. */
export function workingDays(from: string, count: number): string {
  let day = asDay(from);
  for (let left = Math.abs(count); left > 0; ) {
    day = addDays(day, Math.sign(count));
    if (weekday(day) <= 5 && !isHoliday(day)) left -= 1;
  }
  return day;
}

/** A day as it stands in a field, `2026-12-16` or `16. december 2026`, as the former. */
export function dayOfWords(text: string): string {
  const [, day = '', month = '', year] = /^(\d+)\. (\p{L}+) (\d{4})$/u.exec(text) ?? [];
  if (year === undefined) return asDay(text);
  return asDay(`${year}-${String(MONTHS.indexOf(month) + 1).padStart(2, '0')}-${day.padStart(2, '0')}`);
}
