import Holidays from 'date-holidays';

/** A calendar day as the number of days since 1970-01-01. */
export type Day = number;

/** An instant as milliseconds since 1970-01-01T00:00Z. */
export type Instant = number;

/** A span in calendar arithmetic: working days, days, weeks or months. Negative: back in time. */
export interface Span {
  readonly count: number;
  readonly unit: 'wd' | 'd' | 'w' | 'm';
}

const MINUTES_OF_DAY = 1440;
const MINUTE_MS = 60_000;
const DAY_MS = MINUTES_OF_DAY * MINUTE_MS;
const SATURDAY = 6;

// A calendar without a working day in this many days is a mistake in the journal, not a long holiday.
const LONGEST_CLOSURE = 1000;

/** The day written as "YYYY-MM-DD". Throws a RangeError for what is not a day of the calendar. */
export function dayOf(text: string): Day {
  const ms = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  const day = ms / DAY_MS;
  if (!Number.isInteger(day) || textOf(day) !== text) throw new RangeError(`not a day: ${JSON.stringify(text)}`);
  return day;
}

/** A day as "YYYY-MM-DD". */
export function textOf(day: Day): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** The instant written in ISO 8601 with an offset. Throws a RangeError for anything else, a local time included. */
export function instantOf(text: string): Instant {
  const ms = /T.*(?:Z|[+-]\d{2}:\d{2})$/.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(ms)) throw new RangeError(`not an instant: ${JSON.stringify(text)}`);
  return ms;
}

/** Minutes since midnight of "HH:MM". Throws a RangeError for anything else. */
export function minutesOf(text: string): number {
  const match = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(text);
  if (!match) throw new RangeError(`not an hour of the day: ${JSON.stringify(text)}`);
  return Number(match[1]) * 60 + Number(match[2]);
}

/** ISO weekday, Monday = 1. */
function weekdayOf(day: Day): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

/** The same date so many months later (or, negative, earlier); the month's last day where it has no such date. */
function plusMonths(day: Day, months: number): Day {
  const date = new Date(day * DAY_MS);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + months];
  const lastOfMonth = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return Date.UTC(year, month, Math.min(date.getUTCDate(), lastOfMonth)) / DAY_MS;
}

/** The wall clock of one zone. */
export interface Zone {
  /** The instant of a local time: a day and minutes since its midnight. */
  readonly instantAt: (day: Day, minutes: number) => Instant;
  readonly dayAt: (instant: Instant) => Day;
  /** Local date and time for people: "2026-03-16 08:00:00". */
  readonly text: (instant: Instant) => string;
}

/** A zone by its IANA name, right over both clock changes. Throws a RangeError for an unknown zone. */
export function createZone(name: string): Zone {
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone: name,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  /** What the zone's clock shows, as if it were UTC, to the second. */
  const shown = (instant: Instant): number => {
    const parts = new Map(clock.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
    const part = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
    return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
  };
  const offsetAt = (instant: Instant): number => shown(instant) - Math.floor(instant / 1000) * 1000;
  const instants = new Map<number, Instant>();
  const instantAt = (day: Day, minutes: number): Instant => {
    const key = day * MINUTES_OF_DAY + minutes;
    let instant = instants.get(key);
    if (instant === undefined) {
      const wall = key * MINUTE_MS;
      // The second look is for the days of the clock changes, when the offset at the wall's hour, read as UTC, is another.
      instant = wall - offsetAt(wall - offsetAt(wall));
      instants.set(key, instant);
    }
    return instant;
  };
  const dayAt = (instant: Instant): Day => {
    let day = Math.floor(instant / DAY_MS);
    while (instantAt(day, 0) > instant) day -= 1;
    while (instantAt(day + 1, 0) <= instant) day += 1;
    return day;
  };
  const text = (instant: Instant): string => new Date(shown(instant)).toISOString().slice(0, 19).replace('T', ' ');
  return { instantAt, dayAt, text };
}

const danish = new Holidays('DK');
const holidays = new Map<string, ReadonlySet<string>>();

/** Denmark's public holidays of a year ("2026"), as "YYYY-MM-DD". */
function holidaysOf(year: string): ReadonlySet<string> {
  let days = holidays.get(year);
  if (!days) {
    const all = danish.getHolidays(Number(year)).filter((holiday) => holiday.type === 'public');
    days = new Set(all.map((holiday) => holiday.date.slice(0, 10)));
    holidays.set(year, days);
  }
  return days;
}

/** A house's hours and its working days: no weekends, no Danish public holidays, no free days of its own. */
export interface House {
  readonly zone: Zone;
  readonly opens: number;
  readonly closes: number;
  readonly works: (day: Day) => boolean;
}

/** A house by its zone, its hours in minutes since midnight, and its free days as "MM-DD". */
export function createHouse(o: { zone: string; opens: number; closes: number; freeDays: readonly string[] }): House {
  const free = new Set(o.freeDays);
  const known = new Map<Day, boolean>();
  const works = (day: Day): boolean => {
    let open = known.get(day);
    if (open === undefined) {
      const text = textOf(day);
      open = weekdayOf(day) < SATURDAY && !free.has(text.slice(5)) && !holidaysOf(text.slice(0, 4)).has(text);
      known.set(day, open);
    }
    return open;
  };
  return { zone: createZone(o.zone), opens: o.opens, closes: o.closes, works };
}

/** The working days and hours of somebody: the house's, less their department's closures and their own days off. */
export interface WorkCalendar {
  readonly works: (day: Day) => boolean;
  readonly onOrBefore: (day: Day) => Day;
  readonly onOrAfter: (day: Day) => Day;
  /** The first working day after a day. */
  readonly after: (day: Day) => Day;
  /** A span later; working days are counted from the day itself, whether it is one or not. Not landed. */
  readonly plus: (day: Day, span: Span) => Day;
  /** How many working days lie after `from`, up to and with `to`. */
  readonly between: (from: Day, to: Day) => number;
  /** Whether work is done at an instant; `slack` milliseconds after closing still count. */
  readonly isOpen: (instant: Instant, slack: number) => boolean;
  /** The first instant from here on with work being done and `margin` milliseconds left before closing. */
  readonly nextOpen: (instant: Instant, margin: number) => Instant;
}

/** A calendar over a house. `worksOn`: ISO weekdays, empty for all. Throws a RangeError where work never comes. */
export function createWorkCalendar(o: {
  house: House;
  closures: readonly { readonly from: Day; readonly to: Day }[];
  worksOn: readonly number[];
}): WorkCalendar {
  const { house, closures } = o;
  const { zone } = house;
  const weekdays = new Set(o.worksOn);
  const known = new Map<Day, boolean>();
  const works = (day: Day): boolean => {
    let open = known.get(day);
    if (open === undefined) {
      open =
        house.works(day) &&
        (weekdays.size === 0 || weekdays.has(weekdayOf(day))) &&
        !closures.some((closure) => closure.from <= day && day <= closure.to);
      known.set(day, open);
    }
    return open;
  };
  const seek = (day: Day, step: 1 | -1): Day => {
    for (let gone = 0; gone < LONGEST_CLOSURE; gone += 1) {
      const candidate = day + gone * step;
      if (works(candidate)) return candidate;
    }
    throw new RangeError(`no working day within ${LONGEST_CLOSURE} days of ${textOf(day)}`);
  };
  const after = (day: Day): Day => seek(day + 1, 1);
  const plus = (day: Day, span: Span): Day => {
    switch (span.unit) {
      case 'd':
        return day + span.count;
      case 'w':
        return day + span.count * 7;
      case 'm':
        return plusMonths(day, span.count);
      case 'wd': {
        const step = span.count < 0 ? -1 : 1;
        let counted = day;
        for (let left = Math.abs(span.count); left > 0; left -= 1) counted = seek(counted + step, step);
        return counted;
      }
      default:
        return span.unit satisfies never;
    }
  };
  const between = (from: Day, to: Day): number => {
    let days = 0;
    for (let day = from + 1; day <= to; day += 1) if (works(day)) days += 1;
    return days;
  };
  const isOpen = (instant: Instant, slack: number): boolean => {
    const day = zone.dayAt(instant);
    return (
      works(day) && instant >= zone.instantAt(day, house.opens) && instant <= zone.instantAt(day, house.closes) + slack
    );
  };
  const nextOpen = (instant: Instant, margin: number): Instant => {
    const day = zone.dayAt(instant);
    if (works(day)) {
      const opening = zone.instantAt(day, house.opens);
      if (instant < opening) return opening;
      if (instant + margin < zone.instantAt(day, house.closes)) return instant;
    }
    return zone.instantAt(after(day), house.opens);
  };
  return {
    works,
    onOrBefore: (day) => seek(day, -1),
    onOrAfter: (day) => seek(day, 1),
    after,
    plus,
    between,
    isOpen,
    nextOpen,
  };
}
