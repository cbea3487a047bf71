import type { Refused } from '../capability';
import type { Unit } from '../db/unit';
import { touchCards } from '../messages/touch';
import { moveAnchor, settle } from '../obligations/settle';
import { organisation } from '../people/organisation';
import { dayOf, momentAt, toInstant } from '../time/moment';
import { putSeat, settleSeats, tellCalendars } from './free-seat';
import { readDay } from './read-days';
import type { TypedDay } from './rules';
import { mayLead } from './standing';
import { firstOn, type IntakeCase, loadIntake, locked, momentOf, startOf } from './store';

const MOVED = { date: 'date', span: 'span', place: 'place' } as const;

/**
 * Moves a day that is ahead, or changes its place: everybody who has a seat is told once, and asked nothing. The days keep their order.
 * @param version of the intake as the form was drawn: of two who move at once the second sees what the first did
 */
export async function moveDay(
  unit: Unit,
  asked: { readonly intakeId: string; readonly version: number; readonly n: number; readonly day: TypedDay },
  byId: string,
): Promise<Refused | undefined> {
  const { tx, tenantId } = unit;
  const found = await locked(unit, asked.intakeId);
  const org = await organisation(unit);
  const day = found?.days.find((one) => one.n === asked.n);
  if (!found || !day || !mayLead(org, byId)) return { code: 'not-yours' };
  if (found.intake.status !== 'open') return { code: 'closed' };
  if (momentOf(day) <= unit.moment) return { code: 'intake-begun' };
  const before = found.days.find((one) => one.n === asked.n - 1);
  const next = found.days.find((one) => one.n === asked.n + 1);
  const previous = before ? dayOf(momentOf(before)) : unit.today;
  const after = previous > unit.today ? previous : unit.today;
  const read = readDay(asked.day, MOVED, { org, after });
  if ('faults' in read) return { code: 'form', faults: read.faults };
  if (next && read.day.on >= dayOf(momentOf(next))) return { code: 'form', faults: { date: 'intake-days-order' } };
  const local = momentAt(read.day.on, read.day.time);
  const { duration, place } = read.day;
  // The same press again.
  if (local === day.localStart && duration === day.duration && place === day.place) return undefined;
  if (found.intake.version !== asked.version) return { code: 'changed-meanwhile' };
  await tx.intakeDay.update({
    where: { tenantId_id: { tenantId, id: day.id } },
    data: { localStart: local, startsAt: toInstant(local, unit.policy.zone), zone: unit.policy.zone, duration, place },
  });
  await tx.intake.update({
    where: { tenantId_id: { tenantId, id: found.intake.id } },
    data: { sequence: { increment: 1 }, version: { increment: 1 } },
  });
  const moved = await loadIntake(unit, found.intake.id);
  if (moved) await tellMoved(unit, found, moved, asked.n);
  unit.audit({
    act: 'intake.move',
    actorId: byId,
    matterKind: 'intake',
    matterId: found.intake.id,
    codes: [String(asked.n)],
  });
  return undefined;
}

async function tellMoved(unit: Unit, before: IntakeCase, moved: IntakeCase, n: number): Promise<void> {
  const day = moved.days.find((one) => one.n === n);
  if (!day) return;
  const ids = moved.seats.map((seat) => seat.id);
  const ofDay = { matterKind: 'intake-day', matterIds: [day.id] };
  await moveAnchor(unit, ofDay, 'meeting', momentOf(day));
  await moveAnchor(unit, ofDay, 'due', dayOf(momentOf(day)));
  if (startOf(before) !== startOf(moved)) {
    await moveAnchor(unit, { matterKind: 'seat', matterIds: ids }, 'meeting', startOf(moved));
    await moveAnchor(
      unit,
      { matterKind: 'intake', matterIds: [moved.intake.id], kind: 'intake-begins' },
      'meeting',
      startOf(moved),
    );
  }
  for (const seat of moved.seats) {
    if (seat.status !== 'booked') continue;
    tellCalendars(unit, moved, [day], seat, 'request');
    unit.message({
      naturalKey: `intake-moved:${day.id}:${moved.intake.sequence}:${seat.personId}`,
      personId: seat.personId,
      class: 'notice',
      kind: `intake-moved.${n}`,
      matterKind: 'seat',
      matterId: seat.id,
    });
  }
  await touchCards(unit, 'seat', ids);
  await touchCards(unit, 'intake', [moved.intake.id]);
  await touchCards(unit, 'intake-day', [day.id]);
}

/** Calls an intake off before it has begun: everybody who has a seat, waits or is asked gets one notice, and nothing is owed any more. */
export async function cancelIntake(unit: Unit, intakeId: string, byId: string): Promise<Refused | undefined> {
  const { tx, tenantId } = unit;
  const found = await locked(unit, intakeId);
  if (!found || !mayLead(await organisation(unit), byId)) return { code: 'not-yours' };
  if (found.intake.status === 'cancelled') return undefined;
  if (found.intake.status !== 'open' || firstOn(found) < unit.today) return { code: 'closed' };
  await tx.intake.update({
    where: { tenantId_id: { tenantId, id: intakeId } },
    data: { status: 'cancelled', endedAt: unit.now, sequence: { increment: 1 }, version: { increment: 1 } },
  });
  const cancelled = { ...found, intake: { ...found.intake, sequence: found.intake.sequence + 1 } };
  const live = found.seats.filter((seat) => ['called', 'booked', 'waiting', 'offered'].includes(seat.status));
  const how = { status: 'cancelled' as const, byId, because: 'intake-cancelled' };
  await settleSeats(
    unit,
    live.map((seat) => seat.id),
    how,
  );
  await settle(unit, { matterKind: 'intake', matterIds: [intakeId] }, how);
  await settle(unit, { matterKind: 'intake-day', matterIds: found.days.map((day) => day.id) }, how);
  for (const seat of live) {
    const ended = await putSeat(unit, seat.id, { status: 'dropped', endedAt: unit.now });
    if (seat.status === 'booked') tellCalendars(unit, cancelled, found.days, ended, 'cancel');
    unit.message({
      naturalKey: `intake-cancelled:${intakeId}:${seat.personId}`,
      personId: seat.personId,
      class: 'notice',
      kind: 'intake-cancelled',
      matterKind: 'seat',
      matterId: seat.id,
    });
  }
  unit.audit({ act: 'intake.cancel', actorId: byId, matterKind: 'intake', matterId: intakeId });
  await touchCards(
    unit,
    'seat',
    found.seats.map((seat) => seat.id),
  );
  await touchCards(unit, 'intake', [intakeId]);
  return undefined;
}

/** Booking has stopped: what was not answered lapses, and nobody waits any more. The intake is locked. */
export async function stopBooking(unit: Unit, intakeId: string): Promise<void> {
  const found = await loadIntake(unit, intakeId);
  if (found?.intake.status !== 'open') return;
  const silent = found.seats.filter((seat) => ['called', 'waiting', 'offered'].includes(seat.status));
  for (const seat of silent)
    await putSeat(unit, seat.id, {
      status: seat.status === 'waiting' ? 'dropped' : 'lapsed',
      answeredAt: seat.answeredAt,
      endedAt: unit.now,
    });
  const how = { status: 'lapsed' as const, because: 'begun' };
  await settleSeats(
    unit,
    silent.map((seat) => seat.id),
    how,
  );
  const booked = found.seats.filter((seat) => seat.status === 'booked').map((seat) => seat.id);
  await settleSeats(unit, booked, { status: 'met', because: 'begun' });
  await settle(
    unit,
    { matterKind: 'intake', matterIds: [intakeId], kind: 'intake-begins' },
    { status: 'met', because: 'begun' },
  );
  unit.audit({ act: 'intake.begun', actorId: null, matterKind: 'intake', matterId: intakeId });
  await touchCards(unit, 'intake', [intakeId]);
}
