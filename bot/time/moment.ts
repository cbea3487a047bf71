import { type Day, dateFromDay, dayFromDate, isDay } from './day';

/** Wall time in the municipality's zone, 'YYYY-MM-DDTHH:MM'; two moments compare as strings. */
export type Moment = string & { readonly __brand: 'Moment' };

/** The zone of every Danish municipality. */
export const ZONE = 'Europe/Copenhagen';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const WEEK_MS = 7 * DAY_MS;

/** Whether the text is an hour and minute of the day, '00:00' to '23:59'. */
export function isTime(text: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
}

/** Whether the text is a day that exists and a time of day, written 'YYYY-MM-DDTHH:MM'. */
export function isMoment(text: string): text is Moment {
  return text[10] === 'T' && isDay(text.slice(0, 10)) && isTime(text.slice(11));
}

/** The text as a moment. Throws a RangeError that quotes the text when it is not one. */
export function asMoment(text: string): Moment {
  if (!isMoment(text)) {
    throw new RangeError(`not a day and time (YYYY-MM-DDTHH:MM): ${JSON.stringify(text)}`);
  }
  return text;
}

/** The moment on that day at that time, 'HH:MM'. Throws a RangeError when the time is not one. */
export function momentAt(day: Day, time: string): Moment {
  if (!isTime(time)) {
    throw new RangeError(`not a time of day (HH:MM): ${JSON.stringify(time)}`);
  }
  return `${day}T${time}` as Moment;
}

/** The day the moment lies on. */
export function dayOf(moment: Moment): Day {
  return moment.slice(0, 10) as Day;
}

/** The moment's time of day, 'HH:MM'. */
export function timeOf(moment: Moment): string {
  return moment.slice(11);
}

/** The moment `n` minutes further on the wall (back when negative), as if no clock were ever put forward or back. */
export function addMinutes(moment: Moment, n: number): Moment {
  if (!Number.isSafeInteger(n)) {
    throw new RangeError(`not a whole number of minutes: ${n}`);
  }
  return fromWallMs(wallMs(moment) + n * MINUTE_MS);
}

/**
 * The instant at which the wall clocks of the zone show the moment. A time that is skipped in spring gives the first
 * instant after the gap; one that comes twice in autumn gives the first. Throws a RangeError for an unknown zone.
 */
export function toInstant(moment: Moment, zone: string): Date {
  const wall = wallMs(moment);
  const offset = offsetsOf(zone);
  const earlier = offset(wall - DAY_MS);
  const later = offset(wall + DAY_MS);
  if (earlier === later) {
    return new Date(wall - earlier);
  }
  // The offset in force before the change gives the earlier of two instants, so it is tried first.
  if (offset(wall - earlier) === earlier) {
    return new Date(wall - earlier);
  }
  if (offset(wall - later) === later) {
    return new Date(wall - later);
  }
  return new Date(changeBetween(offset, wall - later, wall - earlier));
}

/** What the wall clocks of the zone show at the instant; seconds are dropped. Throws a RangeError for an unknown zone or an invalid date. */
export function toMoment(at: Date, zone: string): Moment {
  const ms = at.getTime();
  if (Number.isNaN(ms)) {
    throw new RangeError('not an instant: an invalid date');
  }
  return fromWallMs(ms + offsetsOf(zone)(ms));
}

/** The moment in milliseconds, read as if it were UTC. */
function wallMs(moment: Moment): number {
  const minutes = Number(moment.slice(11, 13)) * 60 + Number(moment.slice(14));
  return dateFromDay(dayOf(moment)).getTime() + minutes * MINUTE_MS;
}

function fromWallMs(ms: number): Moment {
  const days = Math.floor(ms / DAY_MS);
  const minutes = Math.floor((ms - days * DAY_MS) / MINUTE_MS);
  return `${dayFromDate(new Date(days * DAY_MS))}T${two(Math.floor(minutes / 60))}:${two(minutes % 60)}` as Moment;
}

function two(n: number): string {
  return n < 10 ? `0${n}` : String(n);
}

/** The zone's distance from UTC in milliseconds at an instant, itself in milliseconds. */
type Offset = (at: number) => number;

/** What an offset does within one week: `before` until `changesAt`, then `after`. */
type Week = { readonly before: number; readonly after: number; readonly changesAt: number };

const zones = new Map<string, Offset>();

/**
 * The offsets of a zone, asked of Intl once per week of the calendar: Intl takes microseconds, and simulations ask
 * millions of times. Relies on no zone changing its clocks there and back within a week.
 */
function offsetsOf(zone: string): Offset {
  const known = zones.get(zone);
  if (known !== undefined) {
    return known;
  }
  const asked = offsetsFromIntl(zone);
  const weeks = new Map<number, Week>();
  const offset: Offset = (at) => {
    const number = Math.floor(at / WEEK_MS);
    let week = weeks.get(number);
    if (week === undefined) {
      const [start, end] = [number * WEEK_MS, (number + 1) * WEEK_MS];
      const [before, after] = [asked(start), asked(end)];
      const changesAt = before === after ? end : changeBetween(asked, start, end);
      week = { before, after, changesAt };
      weeks.set(number, week);
    }
    return at < week.changesAt ? week.before : week.after;
  };
  zones.set(zone, offset);
  return offset;
}

function offsetsFromIntl(zone: string): Offset {
  const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
  return (at) => {
    const name = format.formatToParts(at).find((part) => part.type === 'timeZoneName')?.value ?? '';
    const found = /^GMT(?:([+-])(\d{2}):(\d{2})(?::(\d{2}))?)?$/.exec(name);
    if (found === null) {
      throw new Error(`Intl gave an offset of an unknown form for ${zone}: ${JSON.stringify(name)}`);
    }
    const [, sign, hours = '0', minutes = '0', seconds = '0'] = found;
    const ms = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000;
    return sign === '-' ? -ms : ms;
  };
}

/** The first instant after `from`, at most `to`, at which the offset is no longer that of `from`. */
function changeBetween(offset: Offset, from: number, to: number): number {
  const before = offset(from);
  let [low, high] = [from, to];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offset(middle) === before) {
      low = middle;
    } else {
      high = middle;
    }
  }
  return high;
}
