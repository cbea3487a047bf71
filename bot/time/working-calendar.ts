import { addDays, type Day, daysBetween, weekday } from './day';
import { dayOf, isTime, type Moment, momentAt, timeOf } from './moment';

/** Which days are worked, and between which times of day, 'HH:MM'; the closing time is no longer working time. */
export type WorkingCalendar = {
  readonly opens: string;
  readonly closes: string;
  isWorkingDay(day: Day): boolean;
};

/** Days without work, both ends included. */
type Closure = { readonly fromOn: Day; readonly toOn: Day };

/** A year and a month: no real closure or absence is longer, and whatever is longer is a mistake that must be heard of. */
const FURTHEST_DAYS = 400;

/** The house's calendar: Monday to Friday, less holidays and closing days. Throws a RangeError for opening hours that are none. */
export function houseCalendar(o: {
  readonly opens: string;
  readonly closes: string;
  readonly holidays: (day: Day) => boolean;
  readonly closures: readonly Closure[];
}): WorkingCalendar {
  if (!isTime(o.opens) || !isTime(o.closes) || o.opens >= o.closes) {
    throw new RangeError(`not opening hours (HH:MM to a later HH:MM): ${o.opens} to ${o.closes}`);
  }
  const closed = closedOn(o.closures);
  return {
    opens: o.opens,
    closes: o.closes,
    isWorkingDay: remembered((day) => weekday(day) <= 5 && !closed(day) && !o.holidays(day)),
  };
}

/**
 * A person's calendar: the house's, less the weekdays (ISO, 1 to 7) the person does not work, and less the closures of the
 * department and the person's own days off. An empty `worksOn` means every weekday the house works.
 */
export function personCalendar(
  house: WorkingCalendar,
  o: { readonly worksOn: readonly number[]; readonly closures: readonly Closure[] },
): WorkingCalendar {
  const closed = closedOn(o.closures);
  return {
    opens: house.opens,
    closes: house.closes,
    isWorkingDay: remembered(
      (day) => house.isWorkingDay(day) && !closed(day) && (o.worksOn.length === 0 || o.worksOn.includes(weekday(day))),
    ),
  };
}

/** The day itself when it is worked, else the last working day before it. Throws when there is none within 400 days. */
export function onOrBefore(calendar: WorkingCalendar, day: Day): Day {
  return seek(calendar, day, 0, -1);
}

/** The day itself when it is worked, else the first working day after it. Throws when there is none within 400 days. */
export function onOrAfter(calendar: WorkingCalendar, day: Day): Day {
  return seek(calendar, day, 0, 1);
}

/** The first working day after the day, never the day itself. Throws when there is none within 400 days. */
export function nextWorkingDay(calendar: WorkingCalendar, day: Day): Day {
  return seek(calendar, day, 1, 1);
}

/**
 * The day `n` working days on (back when negative); 0 gives the day itself, also when it is free. From a free day, 1 is the
 * next working day and -1 the one before. Throws when two working days lie more than 400 days apart.
 */
export function addWorkingDays(calendar: WorkingCalendar, day: Day, n: number): Day {
  if (!Number.isSafeInteger(n)) {
    throw new RangeError(`not a whole number of working days: ${n}`);
  }
  const direction = n < 0 ? -1 : 1;
  let reached = day;
  for (let left = Math.abs(n); left > 0; left -= 1) {
    reached = seek(calendar, reached, 1, direction);
  }
  return reached;
}

/** How many working days lie from `from` up to, but not counting, `to`; 0 when `to` is not later. */
export function workingDaysBetween(calendar: WorkingCalendar, from: Day, to: Day): number {
  const days = daysBetween(from, to);
  let count = 0;
  let day = from;
  for (let n = 0; n < days; n += 1) {
    if (calendar.isWorkingDay(day)) {
      count += 1;
    }
    day = addDays(day, 1);
  }
  return count;
}

/** Whether the moment lies in the working hours of a working day: from opening, before closing. */
export function isWorkingMoment(calendar: WorkingCalendar, moment: Moment): boolean {
  const time = timeOf(moment);
  return time >= calendar.opens && time < calendar.closes && calendar.isWorkingDay(dayOf(moment));
}

/** The moment itself when it is working time, else the next opening. Throws when there is none within 400 days. */
export function workingMoment(calendar: WorkingCalendar, moment: Moment): Moment {
  if (isWorkingMoment(calendar, moment)) {
    return moment;
  }
  const day = dayOf(moment);
  const opensOn = timeOf(moment) < calendar.opens ? onOrAfter(calendar, day) : nextWorkingDay(calendar, day);
  return momentAt(opensOn, calendar.opens);
}

/** Bounded, so that a person who works on no day, or a closure without an end, cannot hang the house. */
function seek(calendar: WorkingCalendar, from: Day, first: 0 | 1, direction: 1 | -1): Day {
  for (let n = first; n <= FURTHEST_DAYS; n += 1) {
    const day = n === 0 ? from : addDays(from, n * direction);
    if (calendar.isWorkingDay(day)) {
      return day;
    }
  }
  throw new RangeError(`no working day within ${FURTHEST_DAYS} days ${direction === 1 ? 'after' : 'before'} ${from}`);
}

function closedOn(closures: readonly Closure[]): (day: Day) => boolean {
  for (const { fromOn, toOn } of closures) {
    if (fromOn > toOn) {
      throw new RangeError(`a closure ends before it begins: ${fromOn} to ${toOn}`);
    }
  }
  return (day) => closures.some((closure) => closure.fromOn <= day && day <= closure.toOn);
}

/** Planning asks about the same few days over and over; a calendar lives no longer than the closures it was made of. */
function remembered(isWorkingDay: (day: Day) => boolean): (day: Day) => boolean {
  const known = new Map<Day, boolean>();
  return (day) => {
    let works = known.get(day);
    if (works === undefined) {
      works = isWorkingDay(day);
      known.set(day, works);
    }
    return works;
  };
}
