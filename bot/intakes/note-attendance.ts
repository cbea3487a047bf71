import type { Refused } from '../capability';
import type { Unit } from '../db/unit';
import { touchCards } from '../messages/touch';
import { settle } from '../obligations/settle';
import { organisation } from '../people/organisation';
import { dayOf } from '../time/moment';
import type { ProgramSeam } from './parts';
import { openProposals } from './propose';
import { thereAllDays } from './rules';
import { mayLead } from './standing';
import { daysThere, type IntakeCase, intakeIdOfDay, isNoted, loadIntake, locked, momentOf } from './store';

/** Those whom a day asks about: whoever had a seat when it began. */
export const learners = (found: IntakeCase): IntakeCase['seats'] =>
  found.seats.filter((one) => one.status === 'booked');

/**
 * Notes who was there on a day, or puts right what was noted. Whoever was there on all days now has it settled in their programme.
 * Once every day is noted the intake is held.
 */
export async function noteAttendance(
  unit: Unit,
  seam: ProgramSeam,
  asked: { readonly dayId: string; readonly seatIds: readonly string[] },
  byId: string,
): Promise<Refused | undefined> {
  const intakeId = await intakeIdOfDay(unit, asked.dayId);
  const found = intakeId === undefined ? undefined : await locked(unit, intakeId);
  const day = found?.days.find((one) => one.id === asked.dayId);
  if (!found || !day || !mayLead(await organisation(unit), byId)) return { code: 'not-yours' };
  if (found.intake.status === 'cancelled') return { code: 'closed' };
  if (dayOf(momentOf(day)) > unit.today) return { code: 'intake-day-ahead' };
  const seats = learners(found);
  // The card was another's, or was not drawn by us.
  if (asked.seatIds.some((id) => !seats.some((one) => one.id === id))) return { code: 'changed-meanwhile' };
  const noted = seats.map((seat) => ({ seatId: seat.id, there: asked.seatIds.includes(seat.id) }));
  const changed = noted.filter(({ seatId, there }) => wasThere(found, seatId, day.id) !== there);
  if (changed.length === 0 && (seats.length > 0 || found.intake.status === 'held')) return undefined;
  for (const one of changed) await put(unit, { ...one, dayId: day.id }, byId);
  unit.audit({
    act: 'intake.attendance',
    actorId: byId,
    matterKind: 'intake-day',
    matterId: day.id,
    codes: [String(asked.seatIds.length), String(seats.length)],
  });
  await settle(unit, { matterKind: 'intake-day', matterIds: [day.id] }, { status: 'met', byId, because: 'noted' });
  await after(unit, seam, found, byId);
  return undefined;
}

/** Notes that somebody made up a day they missed, on another intake's. */
export async function noteMadeUp(
  unit: Unit,
  seam: ProgramSeam,
  asked: { readonly intakeId: string; readonly seatId: string; readonly dayId: string },
  byId: string,
): Promise<Refused | undefined> {
  const found = await locked(unit, asked.intakeId);
  if (!found || !mayLead(await organisation(unit), byId)) return { code: 'not-yours' };
  const seat = learners(found).find((one) => one.id === asked.seatId);
  const day = found.days.find((one) => one.id === asked.dayId);
  const was = seat && day ? wasThere(found, seat.id, day.id) : undefined;
  if (was === true) return undefined;
  if (!seat || !day || was === undefined) return { code: 'form', faults: { missed: 'intake-pick-missed' } };
  await put(unit, { seatId: seat.id, dayId: day.id, there: true }, byId);
  unit.audit({
    act: 'intake.made-up',
    actorId: byId,
    matterKind: 'seat',
    matterId: seat.id,
    codes: [String(day.n)],
  });
  await after(unit, seam, found, byId);
  return undefined;
}

/** Undefined while nobody has noted it. */
const wasThere = (found: IntakeCase, seatId: string, dayId: string): boolean | undefined =>
  found.there.find((one) => one.seatId === seatId && one.dayId === dayId)?.there;

async function put(
  { tx, tenantId, house, now }: Unit,
  one: { readonly seatId: string; readonly dayId: string; readonly there: boolean },
  byId: string,
): Promise<void> {
  const { seatId, dayId, there } = one;
  await tx.seatDay.upsert({
    where: { tenantId_seatId_dayId: { tenantId, seatId, dayId } },
    create: { tenantId, id: house.newId(), seatId, dayId, there, byId, at: now },
    update: { there, byId, at: now, version: { increment: 1 } },
  });
}

async function after(unit: Unit, seam: ProgramSeam, before: IntakeCase, byId: string): Promise<void> {
  const { tx, tenantId } = unit;
  const { id } = before.intake;
  const found = await loadIntake(unit, id);
  if (!found) return;
  await tellProgrammes(unit, seam, before, found);
  const held = found.days.every(
    (day) => isNoted(found, day.id) || (learners(found).length === 0 && momentOf(day) <= unit.moment),
  );
  if (held && found.intake.status === 'open') {
    await tx.intake.update({
      where: { tenantId_id: { tenantId, id } },
      data: { status: 'held', endedAt: unit.now, version: { increment: 1 } },
    });
    unit.audit({ act: 'intake.held', actorId: byId, matterKind: 'intake', matterId: id });
    if (found.kind === 'class') await openProposals(unit, found);
  }
  await touchCards(unit, 'intake', [id]);
  await touchCards(
    unit,
    'intake-day',
    found.days.map((day) => day.id),
  );
  await touchCards(
    unit,
    'seat',
    learners(found).map((seat) => seat.id),
  );
}

/** Whoever has been there on all days since this was noted. What a programme has settled it does not take back. */
async function tellProgrammes(unit: Unit, seam: ProgramSeam, before: IntakeCase, found: IntakeCase): Promise<void> {
  const days = found.days.map((day) => day.id);
  const all = (one: IntakeCase, seatId: string) => thereAllDays(days, daysThere(one, seatId));
  const fresh = learners(found).filter((seat) => all(found, seat.id) && !all(before, seat.id));
  if (fresh.length === 0) return;
  const ripe = await seam.ripeFor(unit, found.kind);
  for (const { id, personId } of fresh) {
    const stepKey = ripe.find((one) => one.personId === personId)?.stepKey ?? found.intake.stepKey;
    if (stepKey !== null) await seam.attended(unit, personId, stepKey, id);
  }
}
