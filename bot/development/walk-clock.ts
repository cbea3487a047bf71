import type { App } from '../app';
import { type House, inTenant } from '../db/unit';
import { organisation } from '../people/organisation';
import { dayOf, momentAt, toInstant, toMoment } from '../time/moment';
import { nextWorkingDay } from '../time/working-calendar';

/** The calendar clock of development mode, which can be moved forward. */
export type MovableClock = { now(): Date; moveTo(at: Date): Promise<void> };

const MOST_STOPS = 20_000;
const MOST_BEATS = 200;
/** Retries run on the wall clock; a walk waits this long for them at each stop. */
const RETRIES_MS = 5_000;
/** What another process has in hand, or one that was killed left in hand, is free again after this. */
const OTHERS_MS = 40_000;
const SHORTEST_PAUSE_MS = 25;
const LONGEST_PAUSE_MS = 250;

export type Walked = { readonly now: Date; readonly sent: number };

/**
 * Moves the calendar clock to a time, stopping at everything due on the way as the days would have brought it, and
 * answers when it has been sent.
 */
export async function walkClock(parts: {
  app: App;
  house: House;
  clock: MovableClock;
  tenantId: string;
  to: Date;
}): Promise<Walked> {
  const { app, house, clock, tenantId, to } = parts;
  const before = await countSent(house, tenantId);
  await drain(app, house, tenantId);
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    const next = await nextDue(house, tenantId);
    if (next === undefined || next.getTime() > to.getTime()) break;
    if (next.getTime() > clock.now().getTime()) await clock.moveTo(next);
    await drain(app, house, tenantId);
  }
  if (to.getTime() > clock.now().getTime()) await clock.moveTo(to);
  await drain(app, house, tenantId);
  return { now: clock.now(), sent: (await countSent(house, tenantId)) - before };
}

/** What is put off for longer than this is nobody's to wait for. */
const SOON_MS = 30 * 60_000;

/** Beats and pumps until nothing is left that may happen now. */
export async function drain(app: App, house: House, tenantId: string): Promise<void> {
  let waited = 0;
  for (let beats = 0; beats < MOST_BEATS; ) {
    const done = await app.beat();
    const left = await leftNow(house, tenantId);
    if (done.walked + done.did + done.digests > 0) {
      beats += 1;
      continue;
    }
    if (left === 'nothing') return;
    if (waited >= (left === 'retries' ? RETRIES_MS : OTHERS_MS)) return;
    const pause = Math.min(SHORTEST_PAUSE_MS + waited / 10, LONGEST_PAUSE_MS);
    waited += pause;
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}

/**
 * What is left for now after a beat: what waits for a retry, what somebody else has in hand (or sending has brought about: a
 * message that turned out to be for somebody else has its obligation planned anew), or nothing.
 */
async function leftNow(house: House, tenantId: string): Promise<'retries' | 'more' | 'nothing'> {
  return inTenant(house, tenantId, async (unit) => {
    const soon = new Date(unit.wallNow.getTime() + SOON_MS);
    const rows = await unit.tx.$queryRaw<{ retry: boolean }[]>`
      select status = 'queued' and coalesce(retry_at > ${unit.wallNow}, false) as retry from message
      where tenant_id = ${tenantId}::uuid and status in ('queued', 'sending') and (not_before is null or not_before <= ${unit.now})
        and (retry_at is null or retry_at <= ${soon})
      union all
      select coalesce(retry_at > ${unit.wallNow}, false) from sent_card where tenant_id = ${tenantId}::uuid and dirty_at is not null
        and (retry_at is null or retry_at <= ${soon})
      union all
      select false from obligation where tenant_id = ${tenantId}::uuid and next_at is not null and next_at <= ${unit.now}`;
    if (rows.length === 0) return 'nothing';
    return rows.every((row) => row.retry) ? 'retries' : 'more';
  });
}

/** When something happens next by itself, later than now. */
export async function nextDue(house: House, tenantId: string): Promise<Date | undefined> {
  return inTenant(house, tenantId, async (unit) => {
    const [row] = await unit.tx.$queryRaw<{ at: Date | null }[]>`
      select min(at) as at from (
        select next_at as at from obligation where tenant_id = ${tenantId}::uuid and next_at is not null
        union all
        select not_before from message where tenant_id = ${tenantId}::uuid and status = 'queued' and not_before is not null) due
      where at > ${unit.now}`;
    const found = row?.at ?? undefined;
    const lines = await unit.tx.digestLine.count({ where: { tenantId, digestId: null, withdrawnAt: null } });
    if (lines === 0) return found;
    // A line waits for the next morning that its reader is at work; looking every morning finds it.
    const { house: calendar } = await organisation(unit);
    const morning = toInstant(
      momentAt(nextWorkingDay(calendar, dayOf(toMoment(unit.now, unit.policy.zone))), calendar.opens),
      unit.policy.zone,
    );
    return found === undefined || morning < found ? morning : found;
  });
}

async function countSent(house: House, tenantId: string): Promise<number> {
  return inTenant(house, tenantId, (unit) =>
    unit.tx.message.count({ where: { tenantId, status: { in: ['delivered', 'unsure'] }, class: { not: 'answer' } } }),
  );
}
