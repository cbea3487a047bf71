import { z } from 'zod/v4';
import type { App } from '../app';
import { type House, inTenant } from '../db/unit';
import type { Route } from '../http/server';
import { countWaiting } from '../obligations/waiting';
import { organisation } from '../people/organisation';
import { dayOf, momentAt, toInstant, toMoment } from '../time/moment';
import { nextWorkingDay } from '../time/working-calendar';
import { type MovableClock, nextDue, walkClock } from './walk-clock';

const clockInput = z.union([
  z.strictObject({ to: z.iso.datetime({ offset: true }) }),
  z.strictObject({ next: z.enum(['due', 'working-day']) }),
]);

/** What the stage asks of the bot in development mode; none of it exists outside. */
export function developmentRoutes(parts: {
  app: App;
  house: House;
  clock: MovableClock;
  tenantId: string;
}): Map<string, Route> {
  const { app, house, clock, tenantId } = parts;
  const target = async (input: z.infer<typeof clockInput>): Promise<Date | undefined> => {
    if ('to' in input) return new Date(input.to);
    if (input.next === 'due') return nextDue(house, tenantId);
    return inTenant(house, tenantId, async (unit) => {
      const { house: calendar } = await organisation(unit);
      const day = nextWorkingDay(calendar, dayOf(toMoment(unit.now, unit.policy.zone)));
      return toInstant(momentAt(day, calendar.opens), unit.policy.zone);
    });
  };
  return new Map<string, Route>([
    [
      'GET /dev/clock',
      async () => {
        const at = await nextDue(house, tenantId);
        const whom = at === undefined ? [] : await whoIsDue(house, tenantId, at);
        return {
          status: 200,
          body: {
            now: clock.now().toISOString(),
            nextDue: at === undefined ? null : { at: at.toISOString(), for: whom },
          },
        };
      },
    ],
    [
      'POST /dev/clock',
      async ({ body }) => {
        const input = clockInput.safeParse(body);
        if (!input.success)
          return {
            status: 400,
            body: { error: 'give {"to": "<ISO time with zone>"} or {"next": "due" | "working-day"}' },
          };
        const to = await target(input.data);
        if (to === undefined) return { status: 200, body: { now: clock.now().toISOString(), sent: 0 } };
        if (to.getTime() < clock.now().getTime())
          return { status: 409, body: { error: 'the clock moves forward only', now: clock.now().toISOString() } };
        const walked = await walkClock({ app, house, clock, tenantId, to });
        return { status: 200, body: { now: walked.now.toISOString(), sent: walked.sent } };
      },
    ],
    [
      'GET /dev/waiting',
      async () => {
        const people = await inTenant(house, tenantId, async (unit) => {
          const org = await organisation(unit);
          const owners = await unit.tx.obligation.findMany({
            where: { tenantId, closedAt: null, nature: { not: 'timer' } },
            select: { ownerId: true, rungWalkObligation: { select: { personId: true } } },
          });
          const ids = new Set(
            owners.flatMap((one) => [one.ownerId, ...one.rungWalkObligation.map((walk) => walk.personId)]),
          );
          const known = [...ids].flatMap((id) => (id !== null && org.people.has(id) ? [id] : []));
          const counts = await countWaiting(unit, app.registry, known);
          return known.map((id) => ({ entraId: org.people.get(id)?.entraId ?? '', waiting: counts.get(id) ?? 0 }));
        });
        return { status: 200, body: { people: people.filter((one) => one.waiting > 0) } };
      },
    ],
    [
      'GET /dev/messages',
      async ({ query }) => {
        const after = Math.max(0, Number(query.get('after') ?? 0) || 0);
        const messages = await inTenant(house, tenantId, async (unit) => {
          const rows = await unit.tx.message.findMany({
            where: { tenantId },
            orderBy: [{ queuedAt: 'asc' }, { id: 'asc' }],
            skip: after,
            take: 500,
            include: { person: { select: { entraId: true } }, walk: { select: { rung: true } } },
          });
          return rows.map((row, at) => ({
            n: after + at + 1,
            at: (row.endedAt ?? row.queuedAt).toISOString(),
            entraId: row.person?.entraId ?? null,
            kind: row.walk ? `${row.kind}/${row.walk.rung}` : row.kind,
            channel: row.channel,
            status: row.status,
            reason: row.reason,
          }));
        });
        return { status: 200, body: { messages } };
      },
    ],
  ]);
}

async function whoIsDue(house: House, tenantId: string, at: Date): Promise<string[]> {
  return inTenant(house, tenantId, async (unit) => {
    const rows = await unit.tx.obligation.findMany({
      where: { tenantId, nextAt: { lte: at } },
      select: { owner: { select: { entraId: true } } },
      take: 20,
    });
    return [...new Set(rows.flatMap((row) => (row.owner ? [row.owner.entraId] : [])))];
  });
}
