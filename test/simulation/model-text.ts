import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { createHouse, createWorkCalendar, dayOf, minutesOf, type Span, textOf } from './calendar';

/** A model as its file says it, read without the bot's own reader. */
export type ModelText = {
  readonly citizen: 'always' | 'part' | 'not';
  readonly meetings: readonly KindText[];
};
export type KindText = {
  readonly kind: string;
  readonly duration: number;
  readonly citizen?: 'always' | 'not';
  readonly notice?: string;
  readonly prepare?: readonly PrepareText[];
  readonly columns?: readonly { readonly key: string }[];
  readonly follows?: readonly FollowText[];
};
export type PrepareText = {
  readonly key: string;
  readonly by: 'lead' | 'invited';
  readonly before: string;
  readonly at: string;
};
type FollowText =
  | { readonly what: 'meeting'; readonly kind: string; readonly after: string }
  | { readonly what: 'citizen-talk'; readonly within: string };

export const modelText = (name: string): ModelText =>
  parse(readFileSync(path.resolve('content/models', `${name}.yaml`), 'utf8')) as ModelText;

export const FREE_DAYS = ['06-05', '12-24', '12-31'] as const;

const house = createHouse({
  zone: 'Europe/Copenhagen',
  opens: minutesOf('08:00'),
  closes: minutesOf('16:00'),
  freeDays: FREE_DAYS,
});
const work = createWorkCalendar({ house, closures: [], worksOn: [] });

function spanOf(text: string): Span {
  const found = /^(\d+)(wd|d|w|m)$/.exec(text);
  if (!found) throw new Error(`${text} is no span`);
  return { count: Number(found[1]), unit: found[2] as Span['unit'] };
}

/** The day so long after another ("2026-03-25", "14d"). */
export const after = (day: string, span: string): string => textOf(work.plus(dayOf(day), spanOf(span)));

/** The day so long before another. */
export const before = (day: string, span: string): string => {
  const { count, unit } = spanOf(span);
  return textOf(work.plus(dayOf(day), { count: -count, unit }));
};

/** The last working day that is not after this. */
export const workdayUntil = (day: string): string => textOf(work.onOrBefore(dayOf(day)));

/** By when something is ready for a meeting ("2026-03-25T13:00"): so long before, on a working day, at the model's hour. */
export const readyBy = (meeting: string, asked: PrepareText): string =>
  `${workdayUntil(before(meeting.slice(0, 10), asked.before))}T${asked.at}`;
