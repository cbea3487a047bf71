import { addDays, addMonths, type Day } from './day';
import { addWorkingDays, type WorkingCalendar } from './working-calendar';

const SPAN = /^(?<n>\d+)(?<unit>wd|d|w|m|y)$/;

/** A day so long after (or, with `back`, before) another: `14d`, `2w`, `6m`, `1wd` (working days of the calendar). */
export function spanFrom(day: Day, span: string, calendar: WorkingCalendar, back = false): Day {
  const { n, unit } = read(span);
  return unit === 'wd' ? addWorkingDays(calendar, day, back ? -n : n) : plainSpanFrom(day, span, back);
}

/**
 * The same without a calendar: days, weeks, months and years. A month that is too short gives its last day.
 * @throws when the text is no such span: a fault of ours, since files are checked when they are read
 */
export function plainSpanFrom(day: Day, span: string, back = false): Day {
  const { n, unit } = read(span);
  const by = back ? -n : n;
  switch (unit) {
    case 'd':
      return addDays(day, by);
    case 'w':
      return addDays(day, 7 * by);
    case 'm':
      return addMonths(day, by);
    case 'y':
      return addMonths(day, 12 * by);
    default:
      throw new Error(`"${span}" needs a calendar`);
  }
}

function read(span: string): { readonly n: number; readonly unit: string } {
  const found = SPAN.exec(span)?.groups;
  if (!found) throw new Error(`"${span}" is no span`);
  return { n: Number(found.n), unit: found.unit ?? '' };
}
