import { addDays, addMonths, type Day } from '../time/day';
import { isTime } from '../time/moment';
import { addWorkingDays, nextWorkingDay, type WorkingCalendar } from '../time/working-calendar';

export const KINDS = ['class', 'dialogue-meeting', 'supervision', 'learning-day'] as const;
export type IntakeKind = (typeof KINDS)[number];
export const MOST_DAYS = 3;
/** As many names as one card has room for, so that whoever was there can be ticked. */
export const MOST_SEATS = 80;

const SEATS: Readonly<Record<IntakeKind, number>> = {
  class: 20,
  'dialogue-meeting': MOST_SEATS,
  supervision: 20,
  'learning-day': 60,
};

/** How many seats a form proposes. A class normally has 20 (Hjørring); the other numbers are ours. */
export const usualSeats = (kind: IntakeKind): number => SEATS[kind];

/** A class takes at most half of its learners from one department; what the others take is not capped. */
export const capOf = (kind: IntakeKind, seats: number): number | null =>
  kind === 'class' ? Math.max(1, Math.floor(seats / 2)) : null;

/** `called`: has not answered. `offered`: a seat is kept for them until they answer. The last five are over. */
export type SeatStatus = 'called' | 'booked' | 'waiting' | 'offered' | 'declined' | 'cancelled' | 'lapsed' | 'dropped';

export type Seats = { readonly seats: number; readonly cap: number | null };
export type SeatNow = {
  readonly id: string;
  readonly departmentId: string;
  readonly status: SeatStatus;
  readonly queueNo: number | null;
};

/** Who has a seat: a kept one is nobody else's. */
export const holds = ({ status }: Pick<SeatNow, 'status'>): boolean => status === 'booked' || status === 'offered';

/** Whether somebody from this department could have a seat now. */
export function hasRoom({ seats, cap }: Seats, now: readonly SeatNow[], departmentId: string): boolean {
  const held = now.filter(holds);
  const theirs = held.filter((one) => one.departmentId === departmentId).length;
  return held.length < seats && (cap === null || theirs < cap);
}

/** What a yes gives: a seat, or the last place among those who wait. Whoever waits already would have had the seat. */
export function answerYes(
  seats: Seats,
  now: readonly SeatNow[],
  asker: Pick<SeatNow, 'departmentId'>,
): { readonly status: 'booked'; readonly queueNo: null } | { readonly status: 'waiting'; readonly queueNo: number } {
  if (hasRoom(seats, now, asker.departmentId)) return { status: 'booked', queueNo: null };
  return { status: 'waiting', queueNo: Math.max(0, ...now.map((one) => one.queueNo ?? 0)) + 1 };
}

const queue = (now: readonly SeatNow[]): SeatNow[] =>
  now.filter((one) => one.status === 'waiting').sort((one, other) => (one.queueNo ?? 0) - (other.queueNo ?? 0));

/** Whoever gets the seat that was freed: the first in the queue whose department is below the cap; nobody where all are at it. */
export function nextInQueue(seats: Seats, now: readonly SeatNow[]): SeatNow | undefined {
  return queue(now).find((one) => hasRoom(seats, now, one.departmentId));
}

/** Somebody's place among those who wait, from 1; undefined for whoever does not. */
export function placeOf(now: readonly SeatNow[], id: string): number | undefined {
  const at = queue(now).findIndex((one) => one.id === id);
  return at === -1 ? undefined : at + 1;
}

export type Ripe = { readonly personId: string; readonly departmentId: string; readonly since: Day };

/**
 * Who is called: whoever has waited longest first, as many as there are seats that nobody has or is asked about, and no more
 * from one department than the cap lets in.
 */
export function suggest({ seats, cap }: Seats, now: readonly SeatNow[], ripe: readonly Ripe[]): Ripe[] {
  const taken = now.filter((one) => holds(one) || one.status === 'called' || one.status === 'waiting');
  const counts = new Map<string, number>();
  for (const { departmentId } of taken) counts.set(departmentId, (counts.get(departmentId) ?? 0) + 1);
  const called: Ripe[] = [];
  const longest = [...ripe].sort(
    (one, other) => one.since.localeCompare(other.since) || one.personId.localeCompare(other.personId),
  );
  for (const one of longest) {
    const theirs = counts.get(one.departmentId) ?? 0;
    if (taken.length + called.length >= seats) break;
    if (cap !== null && theirs >= cap) continue;
    counts.set(one.departmentId, theirs + 1);
    called.push(one);
  }
  return called;
}

/** How long people have to answer, in working days: the numbers are ours. */
const ANSWER_DAYS = 5;
const OFFER_DAYS = 2;

/** The last day to answer: before the first day of the class, but never before today. */
function lastDay(calendar: WorkingCalendar, today: Day, firstOn: Day, days: number): Day {
  const before = addWorkingDays(calendar, firstOn, -1);
  const wanted = addWorkingDays(calendar, today, days);
  const earliest = wanted < before ? wanted : before;
  return earliest < today ? today : earliest;
}

export const answerBy = (calendar: WorkingCalendar, today: Day, firstOn: Day): Day =>
  lastDay(calendar, today, firstOn, ANSWER_DAYS);
export const offerBy = (calendar: WorkingCalendar, today: Day, firstOn: Day): Day =>
  lastDay(calendar, today, firstOn, OFFER_DAYS);
/** When a kept seat goes on: the whole last day is theirs. */
export const offerEnds = (calendar: WorkingCalendar, by: Day): Day => nextWorkingDay(calendar, by);

/** When supervision is proposed after a class, and the year's follow-up: the first day it is asked for, and the last. */
export type AfterClass = 'supervision' | 'year-supervision' | 'learning-day';
export const AFTER_CLASS: readonly AfterClass[] = ['supervision', 'year-supervision', 'learning-day'];
/** Two to four weeks after a class, and again after a year (Hjørring). */
export function afterClass(what: AfterClass, lastOn: Day): { readonly opens: Day; readonly due: Day } {
  if (what === 'supervision') return { opens: lastOn, due: addDays(lastOn, 28) };
  return { opens: addMonths(lastOn, 11), due: addMonths(lastOn, 13) };
}
/** The days on which the meeting itself may lie. */
export function windowAfter(what: AfterClass, lastOn: Day): { readonly from: Day; readonly to: Day } {
  if (what === 'supervision') return { from: addDays(lastOn, 14), to: addDays(lastOn, 28) };
  return { from: addMonths(lastOn, 12), to: addMonths(lastOn, 14) };
}

/** The number of a day's quarter, counted through the years. */
export const quarterOf = (day: Day): number =>
  Number(day.slice(0, 4)) * 4 + Math.floor((Number(day.slice(5, 7)) - 1) / 3);

export type TypedDay = { readonly date: string; readonly span: string; readonly place: string };
export type PlannedDay = { readonly on: Day; readonly time: string; readonly duration: number; readonly place: string };

const SPAN = /^(?:kl\.?\s*)?(\d{1,2})(?:[.:](\d{2}))?\s*(?:-|–|til|to)\s*(\d{1,2})(?:[.:](\d{2}))?$/i;

/** From when to when, as people write it: `9-15`, `9.00-15.30`, `kl. 9 til 15`. The duration in minutes. */
export function readSpan(text: string): { readonly time: string; readonly duration: number } | undefined {
  const found = SPAN.exec(text.trim());
  if (!found) return undefined;
  const [, fromHour = '', fromMinute = '00', toHour = '', toMinute = '00'] = found;
  const [from, to] = [`${fromHour.padStart(2, '0')}:${fromMinute}`, `${toHour.padStart(2, '0')}:${toMinute}`];
  if (!isTime(from) || !isTime(to) || from >= to) return undefined;
  return { time: from, duration: minutesOf(to) - minutesOf(from) };
}

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** Whether somebody was there on every day that was held. */
export const thereAllDays = (dayIds: readonly string[], there: ReadonlySet<string>): boolean =>
  dayIds.length > 0 && dayIds.every((id) => there.has(id));
