import type { Seat } from '../../prisma/generated/client';
import type { Refused } from '../capability';
import type { Unit } from '../db/unit';
import { touchCards } from '../messages/touch';
import { organisation } from '../people/organisation';
import { may } from '../people/rights';
import { freeSeat, openOfSeat, putSeat, settleSeats, tellCalendars } from './free-seat';
import { answerYes } from './rules';
import { mayAnswer, standingsOf } from './standing';
import { hasBegun, type IntakeCase, locked, lockedBySeat, nowOf, seatNow, seatsOf } from './store';

/** One's own seat in an intake that can still be answered, the intake locked; else why not. */
async function own(
  unit: Unit,
  seatId: string,
  byId: string,
): Promise<{ readonly found: IntakeCase; readonly seat: Seat } | Refused> {
  const found = await lockedBySeat(unit, seatId);
  const seat = found?.seats.find((one) => one.id === seatId);
  if (!found || !seat || !mayAnswer(seat, byId)) return { code: 'not-yours' };
  return closedTo(unit, found) ?? { found, seat };
}

/** Nobody answers what is over or called off, nor once the first day has begun. */
function closedTo(unit: Unit, found: IntakeCase): Refused | undefined {
  if (found.intake.status !== 'open') return { code: 'closed' };
  return hasBegun(unit, found) ? { code: 'intake-begun' } : undefined;
}

const audited = (unit: Unit, seat: Seat, byId: string, code: string): void =>
  unit.audit({ act: 'intake.answer', actorId: byId, matterKind: 'seat', matterId: seat.id, codes: [code] });

/**
 * Somebody says yes: they have a seat, or where all are taken, or half of them by their department, the last place among those who
 * wait. A second yes changes nothing.
 */
export async function sayYes(unit: Unit, seatId: string, byId: string): Promise<Refused | undefined> {
  const given = await own(unit, seatId, byId);
  if ('code' in given) return given;
  const { found, seat } = given;
  if (seat.status === 'booked' || seat.status === 'waiting') return undefined;
  if (seat.status === 'dropped') return { code: 'closed' };
  if (seat.status === 'offered') await book(unit, found, seat, byId);
  else await bookOrWait(unit, found, seat, byId);
  return undefined;
}

async function bookOrWait(unit: Unit, found: IntakeCase, seat: Seat, byId: string): Promise<void> {
  const others = nowOf(found).filter((one) => one.id !== seat.id);
  const given = answerYes(seatsOf(found), others, seatNow(seat));
  if (given.status === 'booked') return book(unit, found, seat, byId);
  await putSeat(unit, seat.id, { ...given, answeredAt: unit.now, endedAt: null });
  await settleSeats(unit, [seat.id], { status: 'met', because: 'waiting', byId });
  audited(unit, seat, byId, 'waiting');
  await touchCards(unit, 'seat', [seat.id]);
  await touchCards(unit, 'intake', [found.intake.id]);
}

async function book(unit: Unit, found: IntakeCase, seat: Seat, byId: string): Promise<void> {
  const booked = await putSeat(unit, seat.id, { status: 'booked', answeredAt: unit.now, endedAt: null });
  await settleSeats(unit, [seat.id], { status: 'met', because: 'booked', byId });
  await openOfSeat(unit, found, seat, { kind: 'intake-seat', card: false });
  tellCalendars(unit, found, found.days, booked, 'request');
  await tellManager(unit, seat);
  audited(unit, seat, byId, 'booked');
  await touchCards(unit, 'seat', [seat.id]);
  await touchCards(unit, 'intake', [found.intake.id]);
}

/** The nearest leader hears in a line of the morning on which days their colleague is away to learn, and nothing else. */
async function tellManager(unit: Unit, seat: Seat): Promise<void> {
  const managerId = (await organisation(unit)).managerOf(seat.personId);
  if (managerId === undefined) return;
  await unit.tx.digestLine.createMany({
    data: [
      {
        tenantId: unit.tenantId,
        id: unit.house.newId(),
        personId: managerId,
        matterKind: 'seat',
        matterId: seat.id,
        noticeId: 'intake-days',
        at: unit.now,
      },
    ],
    skipDuplicates: true,
  });
}

/** Somebody says no to being called or to a seat that was kept for them, or waits no more. */
export async function sayNo(unit: Unit, seatId: string, byId: string): Promise<Refused | undefined> {
  const given = await own(unit, seatId, byId);
  if ('code' in given) return given;
  const { found, seat } = given;
  if (seat.status === 'declined') return undefined;
  if (!['called', 'offered', 'waiting'].includes(seat.status)) return { code: 'changed-meanwhile' };
  await freeSeat(unit, found, seat, { status: 'declined', because: 'declined', byId, ends: 'met' });
  audited(unit, seat, byId, 'declined');
  return undefined;
}

/** Somebody gives their seat back; it goes to the first who waits and could have it. */
export async function giveBack(unit: Unit, seatId: string, byId: string): Promise<Refused | undefined> {
  const given = await own(unit, seatId, byId);
  if ('code' in given) return given;
  const { found, seat } = given;
  if (seat.status === 'cancelled') return undefined;
  if (seat.status !== 'booked') return { code: 'changed-meanwhile' };
  await freeSeat(unit, found, seat, { status: 'cancelled', because: 'cancelled', byId, ends: 'waived' });
  audited(unit, seat, byId, 'cancelled');
  return undefined;
}

/** Somebody asks for a seat in a class without having been called. Whoever has one already is shown it. */
export async function askForSeat(unit: Unit, intakeId: string, byId: string): Promise<Refused | undefined> {
  const found = await locked(unit, intakeId);
  const org = await organisation(unit);
  const person = org.people.get(byId);
  if (!found || !person || !may('intake.ask', standingsOf(org, byId))) return { code: 'not-yours' };
  if (found.kind !== 'class') return { code: 'not-yours' };
  if (found.seats.some((one) => one.personId === byId)) return undefined;
  const closed = closedTo(unit, found);
  if (closed) return closed;
  const seat = await newSeat(unit, found, { personId: byId, departmentId: person.departmentId });
  await bookOrWait(unit, found, seat, byId);
  return undefined;
}

/** A seat of somebody who is asked; the intake is locked. */
export async function newSeat(
  unit: Unit,
  { intake }: IntakeCase,
  who: { readonly personId: string; readonly departmentId: string },
): Promise<Seat> {
  const { tx, tenantId, house, now } = unit;
  return tx.seat.create({
    data: { tenantId, id: house.newId(), intakeId: intake.id, ...who, status: 'called', calledAt: now },
  });
}
