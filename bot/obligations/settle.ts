import { Prisma } from '../../prisma/generated/client';
import type { Unit } from '../db/unit';
import { touchCards, touchDigests } from '../messages/touch';
import { organisation } from '../people/organisation';
import type { Day } from '../time/day';
import { dateFromDay, dayFromDate } from '../time/day';
import type { Moment } from '../time/moment';
import { workingDaysBetween } from '../time/working-calendar';
import type { Anchor } from './ladder';
import { dueDay } from './plan';
import { anchorsOf } from './store';

export type Settled = 'met' | 'lapsed' | 'waived' | 'cancelled';

/** Which open obligations: those of a matter, narrowed by what is given. */
export type Which = {
  readonly matterKind: string;
  readonly matterIds: readonly string[];
  readonly kind?: string;
  readonly round?: number;
  readonly ownerId?: string;
  /** The person at opening, or the role: also where nobody owns it any more. */
  readonly ownerKey?: string;
};

/** How obligations end: by whom (nobody: the house), and because of what, by code. */
type Closing = { readonly status: Settled; readonly byId?: string | null; readonly because: string };

/**
 * Closes obligations: nothing more is told, what is queued or waits for a digest is withdrawn, and the cards that stand
 * in chats are marked for refresh. There is no way back; asking anew is a new round.
 * @returns the ids that were open until now
 */
export async function settle(unit: Unit, which: Which, how: Closing): Promise<string[]> {
  const ids = await lockOpen(unit, which);
  await close(unit, ids, how);
  await touchCards(unit, which.matterKind, which.matterIds);
  return ids;
}

/**
 * Closes everything that is open in a pathway, the house's own timers too: it has ended.
 * @returns the ids that were open until now
 */
export async function settlePathway(unit: Unit, pathwayId: string, how: Closing): Promise<string[]> {
  const rows = await unit.tx.$queryRaw<{ id: string; matterKind: string; matterId: string }[]>`
    select id, matter_kind as "matterKind", matter_id as "matterId" from obligation
    where tenant_id = ${unit.tenantId}::uuid and pathway_id = ${pathwayId}::uuid and closed_at is null
    order by id for update`;
  const ids = rows.map((row) => row.id);
  await close(unit, ids, how);
  for (const matterKind of [...new Set(rows.map((row) => row.matterKind))].sort()) {
    const matters = rows.filter((row) => row.matterKind === matterKind).map((row) => row.matterId);
    await touchCards(unit, matterKind, [...new Set(matters)]);
  }
  return ids;
}

async function close(unit: Unit, ids: readonly string[], how: Closing): Promise<void> {
  if (ids.length === 0) return;
  await unit.tx.obligation.updateMany({
    where: { tenantId: unit.tenantId, id: { in: [...ids] } },
    data: {
      status: how.status,
      closedAt: unit.now,
      closedById: how.byId ?? null,
      closedBecause: how.because,
      nextAt: null,
      nextIs: null,
      pausedOn: null,
      version: { increment: 1 },
    },
  });
  await withdraw(unit, ids, 'settled');
  await touchDigests(unit, ids);
}

/** The date of a matter moved while it is open: rungs that hang from it count again, early reminders are withdrawn. */
export async function moveAnchor(
  unit: Unit,
  which: Which,
  anchor: Exclude<Anchor, 'opened'>,
  value: Day | Moment,
): Promise<void> {
  const ids = await lockOpen(unit, which);
  const org = await organisation(unit);
  for (const row of await unit.tx.obligation.findMany({ where: { tenantId: unit.tenantId, id: { in: ids } } })) {
    const anchors = { ...anchorsOf(row), [anchor]: value };
    const due = dueDay({ anchors, shift: row.shift }, org.calendarOf(row.ownerId));
    await unit.tx.obligation.update({
      where: { tenantId_id: { tenantId: unit.tenantId, id: row.id } },
      data: { anchors, dueOn: due === undefined ? null : dateFromDay(due), ...replan(unit, row.pausedOn !== null) },
    });
  }
  await withdraw(unit, ids, 'moved');
  unit.wake();
}

/** A meeting is planned that would settle it (or no longer is, with null): rungs that are quiet while planned wait. */
export async function setPlanned(unit: Unit, which: Which, plannedOn: Day | null): Promise<void> {
  const ids = await lockOpen(unit, which);
  await unit.tx.obligation.updateMany({
    where: { tenantId: unit.tenantId, id: { in: ids }, pausedOn: null },
    data: { plannedOn: plannedOn === null ? null : dateFromDay(plannedOn), ...replan(unit, false) },
  });
  await unit.tx.obligation.updateMany({
    where: { tenantId: unit.tenantId, id: { in: ids }, pausedOn: { not: null } },
    data: { plannedOn: plannedOn === null ? null : dateFromDay(plannedOn) },
  });
  unit.wake();
}

/** The clock stops: nothing is told until it is resumed. Pausing what is paused changes nothing. */
export async function pause(unit: Unit, which: Which): Promise<void> {
  const ids = await lockOpen(unit, which);
  await unit.tx.obligation.updateMany({
    where: { tenantId: unit.tenantId, id: { in: ids }, pausedOn: null },
    data: { pausedOn: dateFromDay(unit.today), nextAt: null, version: { increment: 1 } },
  });
  await withdraw(unit, ids, 'paused');
}

/**
 * The clock runs again: dates move by the working days it stood still; what was told stays told. Those who share a date share it
 * afterwards too, though one had a day off meanwhile: the latest is everybody's.
 */
export async function resume(unit: Unit, which: Which): Promise<void> {
  const ids = await lockOpen(unit, which);
  const org = await organisation(unit);
  const paused = await unit.tx.obligation.findMany({
    where: { tenantId: unit.tenantId, id: { in: ids }, pausedOn: { not: null } },
  });
  const moved = paused.map((row) => {
    const calendar = org.calendarOf(row.ownerId);
    const stood = row.pausedOn === null ? 0 : workingDaysBetween(calendar, dayFromDate(row.pausedOn), unit.today);
    const [anchors, shift] = [anchorsOf(row), row.shift + stood];
    return { row, calendar, anchors, shift, due: dueDay({ anchors, shift }, calendar) };
  });
  const latest = (dueOn: Date | null) =>
    moved
      .flatMap((one) => (one.row.dueOn?.getTime() === dueOn?.getTime() ? (one.due ?? []) : []))
      .sort()
      .at(-1);
  for (const { row, calendar, anchors, due: own, ...one } of moved) {
    const last = latest(row.dueOn);
    const shift = one.shift + (own !== undefined && last !== undefined ? workingDaysBetween(calendar, own, last) : 0);
    const due = dueDay({ anchors, shift }, calendar);
    await unit.tx.obligation.update({
      where: { tenantId_id: { tenantId: unit.tenantId, id: row.id } },
      data: { pausedOn: null, shift, dueOn: due === undefined ? null : dateFromDay(due), ...replan(unit, false) },
    });
  }
  unit.wake();
}

/** Hands open obligations to somebody else, or (null) to the list of those without an owner. */
export async function handOver(unit: Unit, which: Which, ownerId: string | null): Promise<void> {
  await giveTo(unit, await lockOpen(unit, which), ownerId);
}

/** Hands what the holder of a pathway's role owes to whoever holds the role now: an obligation follows its role. */
export async function handOverRole(
  unit: Unit,
  pathwayId: string,
  role: 'lead' | 'co-lead',
  ownerId: string | null,
): Promise<void> {
  const rows = await unit.tx.$queryRaw<{ id: string }[]>`
    select id from obligation
    where tenant_id = ${unit.tenantId}::uuid and pathway_id = ${pathwayId}::uuid and owner_role = ${role}
      and closed_at is null and owner_id is distinct from ${ownerId}::uuid
    order by id for update`;
  if (rows.length > 0)
    await giveTo(
      unit,
      rows.map((row) => row.id),
      ownerId,
    );
}

async function giveTo(unit: Unit, ids: string[], ownerId: string | null): Promise<void> {
  await unit.tx.obligation.updateMany({
    where: { tenantId: unit.tenantId, id: { in: ids } },
    data: { ownerId, version: { increment: 1 } },
  });
  await unit.tx.obligation.updateMany({
    where: { tenantId: unit.tenantId, id: { in: ids }, pausedOn: null },
    data: { nextAt: unit.now, nextIs: 'tell' },
  });
  await withdraw(unit, ids, 'handed-over');
  unit.wake();
}

/** Looked at again by the next beat; what is paused stays asleep. */
function replan(unit: Unit, paused: boolean) {
  return { ...(paused ? {} : { nextAt: unit.now, nextIs: 'tell' }), version: { increment: 1 } };
}

/** Locks the open ones by id, the order that every part of the house keeps. */
async function lockOpen(unit: Unit, which: Which): Promise<string[]> {
  if (which.matterIds.length === 0) return [];
  const rows = await unit.tx.$queryRaw<{ id: string }[]>`
    select id from obligation
    where tenant_id = ${unit.tenantId}::uuid and matter_kind = ${which.matterKind}
      and matter_id = any(${[...which.matterIds]}::uuid[]) and closed_at is null
      ${which.kind === undefined ? Prisma.empty : Prisma.sql`and kind = ${which.kind}`}
      ${which.round === undefined ? Prisma.empty : Prisma.sql`and round = ${which.round}`}
      ${which.ownerId === undefined ? Prisma.empty : Prisma.sql`and owner_id = ${which.ownerId}::uuid`}
      ${which.ownerKey === undefined ? Prisma.empty : Prisma.sql`and owner_key = ${which.ownerKey}`}
    order by id for update`;
  return rows.map((row) => row.id);
}

/**
 * Withdraws what would no longer be true when it is sent: queued reminders, a queued card of the matter's own (only when
 * settled), and lines that wait for a digest. A walk whose telling is withdrawn for another reason than settling did not
 * happen: it is void, and the rung may be walked again.
 */
async function withdraw(unit: Unit, obligationIds: readonly string[], reason: string): Promise<void> {
  if (obligationIds.length === 0) return;
  const ids = [...obligationIds];
  const ownKeys = reason === 'settled' ? ids.map((id) => `own:${id}`) : [];
  const messages = await unit.tx.$queryRaw<{ walk_id: string | null }[]>`
    update message set status = 'withdrawn', reason = ${reason}, ended_at = ${unit.now}
    where tenant_id = ${unit.tenantId}::uuid and status = 'queued'
      and (natural_key = any(${ownKeys}::text[])
        or walk_id in (select id from rung_walk where tenant_id = ${unit.tenantId}::uuid and obligation_id = any(${ids}::uuid[])))
    returning walk_id`;
  const lines = await unit.tx.$queryRaw<{ walk_id: string | null }[]>`
    update digest_line set withdrawn_at = ${unit.now}
    where tenant_id = ${unit.tenantId}::uuid and digest_id is null and withdrawn_at is null
      and walk_id in (select id from rung_walk where tenant_id = ${unit.tenantId}::uuid and obligation_id = any(${ids}::uuid[]))
    returning walk_id`;
  if (reason === 'settled') return;
  const walks = [...messages, ...lines].flatMap((row) => (row.walk_id === null ? [] : [row.walk_id]));
  if (walks.length > 0) {
    await unit.tx.rungWalk.updateMany({ where: { tenantId: unit.tenantId, id: { in: walks } }, data: { how: 'void' } });
  }
}
