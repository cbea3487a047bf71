import type { IntakeDay, Seat } from '../../prisma/generated/client';
import type { Unit } from '../db/unit';
import { touchCards } from '../messages/touch';
import { openObligation } from '../obligations/open';
import { type Settled, settle } from '../obligations/settle';
import { organisation } from '../people/organisation';
import { momentAt, toInstant } from '../time/moment';
import { holds, nextInQueue, offerBy, offerEnds, type SeatStatus } from './rules';
import { firstOn, hasBegun, type IntakeCase, loadIntake, nowOf, seatNow, seatsOf, startOf } from './store';

export type SeatKind = 'intake-answer' | 'intake-offer' | 'intake-seat';

/** What somebody owes about a seat is asked anew each time: a round of its own. */
async function nextRound({ tx, tenantId }: Unit, kind: SeatKind, seatId: string): Promise<number> {
  return (await tx.obligation.count({ where: { tenantId, kind, matterKind: 'seat', matterId: seatId } })) + 1;
}

/** Opens what somebody owes about their seat, with the card where they have not seen it. */
export async function openOfSeat(
  unit: Unit,
  found: IntakeCase,
  seat: Pick<Seat, 'id' | 'personId'>,
  owed: { readonly kind: SeatKind; readonly due?: string; readonly card: boolean },
): Promise<void> {
  await openObligation(unit, {
    kind: owed.kind,
    matterKind: 'seat',
    matterId: seat.id,
    round: await nextRound(unit, owed.kind, seat.id),
    ownerRole: 'person',
    ownerId: seat.personId,
    anchors: { meeting: startOf(found), ...(owed.due === undefined ? {} : { due: owed.due as never }) },
    ...(owed.card ? { card: { kind: 'intake-seat', class: 'summons' as const } } : {}),
  });
}

/** Ends what is open about seats. */
export async function settleSeats(
  unit: Unit,
  seatIds: readonly string[],
  how: { readonly status: Settled; readonly because: string; readonly byId?: string | null; readonly kind?: SeatKind },
): Promise<void> {
  const { kind, ...closing } = how;
  await settle(unit, { matterKind: 'seat', matterIds: seatIds, ...(kind ? { kind } : {}) }, closing);
}

type Into = Partial<Pick<Seat, 'queueNo' | 'offeredUntil' | 'answeredAt' | 'endedAt'>> & {
  readonly status: SeatStatus;
};

/** A seat in its next state; the intake is locked. */
export async function putSeat({ tx, tenantId }: Unit, seatId: string, into: Into): Promise<Seat> {
  return tx.seat.update({
    where: { tenantId_id: { tenantId, id: seatId } },
    data: { queueNo: null, offeredUntil: null, ...into, version: { increment: 1 } },
  });
}

/** A day comes into somebody's calendar by mail, or goes out of it, as a meeting does. */
export function tellCalendars(
  unit: Unit,
  found: Pick<IntakeCase, 'intake'>,
  days: readonly IntakeDay[],
  seat: Seat,
  what: 'request' | 'cancel',
): void {
  if (unit.policy.calendar !== 'mail') return;
  for (const day of days)
    unit.message({
      naturalKey: `intake:${day.id}:${what}:${found.intake.sequence + seat.version}:${seat.personId}`,
      personId: seat.personId,
      channel: 'mail',
      class: 'notice',
      kind: `intake.${what}`,
      matterKind: 'intake-day',
      matterId: day.id,
    });
}

/**
 * Somebody is no longer among the learners, or among those who wait or are asked. A seat that was theirs goes to exactly one of
 * those who wait. The intake is locked.
 */
export async function freeSeat(
  unit: Unit,
  found: IntakeCase,
  seat: Seat,
  how: { readonly status: SeatStatus; readonly because: string; readonly byId: string | null; readonly ends: Settled },
): Promise<void> {
  const held = holds(seatNow(seat));
  const ended = await putSeat(unit, seat.id, {
    status: how.status,
    answeredAt: how.byId === null ? seat.answeredAt : unit.now,
    endedAt: unit.now,
  });
  await settleSeats(unit, [seat.id], { status: how.ends, because: how.because, byId: how.byId });
  if (seat.status === 'booked') tellCalendars(unit, found, found.days, ended, 'cancel');
  await touchCards(unit, 'seat', [seat.id]);
  if (held) await promote(unit, found.intake.id);
  else if (seat.status === 'waiting') await touchQueue(unit, found);
  await touchCards(unit, 'intake', [found.intake.id]);
}

/**
 * Keeps a freed seat for the first who waits and could have it, and asks them; whoever has left is passed over. Nobody once the
 * class has begun. The intake is locked.
 */
export async function promote(unit: Unit, intakeId: string): Promise<void> {
  const org = await organisation(unit);
  for (;;) {
    const found = await loadIntake(unit, intakeId);
    if (found?.intake.status !== 'open' || hasBegun(unit, found) || firstOn(found) <= unit.today) return;
    const next = nextInQueue(seatsOf(found), nowOf(found));
    const seat = found.seats.find((one) => one.id === next?.id);
    if (!seat) return;
    if (!org.isHere(seat.personId)) {
      await putSeat(unit, seat.id, { status: 'dropped', endedAt: unit.now });
      continue;
    }
    const calendar = org.calendarOf(seat.personId);
    const by = offerBy(calendar, unit.today, firstOn(found));
    const until = toInstant(momentAt(offerEnds(calendar, by), calendar.opens), unit.policy.zone);
    await putSeat(unit, seat.id, { status: 'offered', offeredUntil: until, answeredAt: seat.answeredAt });
    await openOfSeat(unit, found, seat, { kind: 'intake-offer', due: by, card: true });
    unit.audit({ act: 'intake.offer', actorId: null, matterKind: 'seat', matterId: seat.id, codes: [seat.personId] });
    await touchCards(unit, 'seat', [seat.id]);
    await touchQueue(unit, found);
    return;
  }
}

/** The places of those who wait stand on their cards; nobody is messaged anew. */
export async function touchQueue(unit: Unit, found: IntakeCase): Promise<void> {
  const waiting = found.seats.filter((one) => one.status === 'waiting').map((one) => one.id);
  await touchCards(unit, 'seat', waiting);
}
