import { spokenSpan } from '../../content/words/dates';
import type { Locale, Words } from '../../content/words/words';
import { type Line, line } from '../anatomy';
import { clipped } from '../text';
import type { DayView } from './views';

/** Each day on a line of its own: when and where. */
export function dayLines(days: readonly DayView[], w: Words, locale: Locale, most: number): Line[] {
  return days.map((day) => line({ text: dayLine(day, w, locale, most) }));
}

/** `onsdag den 2. december kl. 9-15, Rådhuset`. */
export function dayLine(day: DayView, w: Words, locale: Locale, most: number): string {
  return w.intakes.at(day.from, spokenSpan(day.from, day.to, locale), clipped(day.place, Math.min(most, 120)));
}
