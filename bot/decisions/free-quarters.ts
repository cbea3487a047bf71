import type { Unit } from '../db/unit';
import { clashesAt } from '../meetings/call/clashes';
import { organisation } from '../people/organisation';
import { addDays, type Day } from '../time/day';
import { addMinutes, dayOf, type Moment, momentAt, timeOf } from '../time/moment';

/** A quarter of an hour is enough: the card holds what they decide on. */
export const QUARTER = 15;
const MOST = 3;
/** Hours at which a quarter is proposed; one a day, so that the three differ. */
const HOURS = ['08:30', '13:00', '11:30', '15:00', '10:00', '14:00', '09:15', '12:15'] as const;

/**
 * Three quarters of an hour before the date at which all of these people are free, as far as the house knows: its working
 * hours, each one's working days and absences, the meetings it has called, and other quarters that were agreed. Their own
 * calendars it does not know.
 */
export async function freeQuarters(unit: Unit, personIds: readonly string[], dueOn: Day): Promise<Moment[]> {
  const org = await organisation(unit);
  const calendars = personIds.map((id) => org.calendarOf(id));
  const found: Moment[] = [];
  for (
    let day = unit.today, seen = 0;
    day <= dueOn && found.length < MOST && seen < 60;
    day = addDays(day, 1), seen += 1
  ) {
    if (!calendars.every((one) => one.isWorkingDay(day))) continue;
    const free = await firstFree(unit, personIds, day, found.length);
    if (free !== undefined) found.push(free);
  }
  return found;
}

async function firstFree(
  unit: Unit,
  personIds: readonly string[],
  day: Day,
  turn: number,
): Promise<Moment | undefined> {
  const org = await organisation(unit);
  // Another hour first on each day: three mornings help nobody who teaches in the morning.
  const hours = [...HOURS.slice(turn), ...HOURS.slice(0, turn)];
  for (const hour of hours) {
    const at = momentAt(day, hour);
    const end = addMinutes(at, QUARTER);
    if (at <= unit.moment || hour < org.house.opens || timeOf(end) > org.house.closes) continue;
    if ((await clashesAt(unit, personIds, { at, duration: QUARTER })).length > 0) continue;
    if (await isTaken(unit, personIds, at)) continue;
    return at;
  }
  return undefined;
}

/** Whether one of them takes another matter together then. */
async function isTaken(unit: Unit, personIds: readonly string[], at: Moment): Promise<boolean> {
  const near = await unit.tx.hearing.findMany({
    where: {
      tenantId: unit.tenantId,
      status: 'open',
      togetherAt: { startsWith: dayOf(at) },
      rulingSeatHearing: { some: { personId: { in: [...personIds] }, replaced: false } },
    },
    select: { togetherAt: true },
  });
  return near.some(({ togetherAt }) => {
    const from = togetherAt as Moment | null;
    return from !== null && from < addMinutes(at, QUARTER) && addMinutes(from, QUARTER) > at;
  });
}
