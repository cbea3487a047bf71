import type { Organisation } from '../people/organisation';
import { type Day, isDay } from '../time/day';
import { MOST_DAYS, type PlannedDay, readSpan, type TypedDay } from './rules';

/** As long as a place or a title may be. */
export const LONGEST_PLACE = 120;
export const LONGEST_TITLE = 80;

type Faults = Record<string, string>;

/** The inputs of the n-th day, from 1. */
export const inputsOfDay = (n: number): { readonly date: string; readonly span: string; readonly place: string } => ({
  date: `date${n}`,
  span: `span${n}`,
  place: `place${n}`,
});

/** One day as it was typed, after `after`; what is wrong stands under the names of its inputs. */
export function readDay(
  typed: TypedDay,
  inputs: { readonly date: string; readonly span: string; readonly place: string },
  { org, after }: { readonly org: Organisation; readonly after: Day },
): { readonly day: PlannedDay } | { readonly faults: Faults } {
  const faults: Faults = {};
  const on = typed.date.trim();
  if (!isDay(on)) faults[inputs.date] = 'bad-date';
  else if (on <= after) faults[inputs.date] = 'intake-days-order';
  else if (!org.house.isWorkingDay(on)) faults[inputs.date] = 'intake-not-working-day';
  const span = readSpan(typed.span);
  if (!span) faults[inputs.span] = 'intake-span';
  const place = typed.place.trim();
  if (place === '') faults[inputs.place] = 'place-missing';
  else if (place.length > LONGEST_PLACE) faults[inputs.place] = 'too-long';
  if (Object.keys(faults).length > 0 || !isDay(on) || !span) return { faults };
  return { day: { on, ...span, place } };
}

/**
 * The days of an intake as they were typed: up to three, each a working day after the one before, the first after today. A day
 * without anything is left out; where only the place is missing it is the one of the day before.
 */
export function readDays(
  typed: readonly TypedDay[],
  { org, today }: { readonly org: Organisation; readonly today: Day },
): { readonly days: readonly PlannedDay[] } | { readonly faults: Faults } {
  const days: PlannedDay[] = [];
  const faults: Faults = {};
  let after = today;
  for (const [at, one] of typed.slice(0, MOST_DAYS).entries()) {
    const nothing = [one.date, one.span, one.place].every((text) => text.trim() === '');
    if (nothing && at > 0) continue;
    const place = one.place.trim() === '' ? (days.at(-1)?.place ?? '') : one.place;
    const read = readDay({ ...one, place }, inputsOfDay(at + 1), { org, after });
    if ('faults' in read) Object.assign(faults, read.faults);
    else {
      days.push(read.day);
      after = read.day.on;
    }
  }
  return Object.keys(faults).length > 0 ? { faults } : { days };
}
