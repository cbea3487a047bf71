import type { Intake, IntakeDay, Seat, SeatDay } from '../../prisma/generated/client';
import type { Unit } from '../db/unit';
import { type Day, dayFromDate } from '../time/day';
import { asMoment, dayOf, type Moment } from '../time/moment';
import { type IntakeKind, KINDS, type SeatNow, type SeatStatus, type Seats } from './rules';

/** An intake with its days in order, its seats as they came, and who was there. */
export type IntakeCase = {
  readonly intake: Intake;
  readonly kind: IntakeKind;
  readonly days: readonly IntakeDay[];
  readonly seats: readonly Seat[];
  readonly there: readonly SeatDay[];
};

const whole = {
  intakeDayIntake: { orderBy: { n: 'asc' as const } },
  seatIntake: { orderBy: { id: 'asc' as const }, include: { seatDaySeat: true } },
};

/** Intakes by their ids; without those that nobody has. */
export async function loadIntakes(
  { tx, tenantId }: Unit,
  ids: readonly string[],
): Promise<ReadonlyMap<string, IntakeCase>> {
  const rows = await tx.intake.findMany({ where: { tenantId, id: { in: [...new Set(ids)] } }, include: whole });
  return new Map(
    rows.map(({ intakeDayIntake: days, seatIntake, ...intake }): [string, IntakeCase] => [
      intake.id,
      {
        intake,
        kind: kindOf(intake.kind),
        days,
        seats: seatIntake.map(({ seatDaySeat: _, ...seat }) => seat),
        there: seatIntake.flatMap((seat) => seat.seatDaySeat),
      },
    ]),
  );
}

/** @returns undefined for an id that nobody has */
export async function loadIntake(unit: Unit, id: string): Promise<IntakeCase | undefined> {
  return (await loadIntakes(unit, [id])).get(id);
}

/** @returns undefined for a seat that nobody has */
export async function intakeOfSeat(unit: Unit, seatId: string): Promise<IntakeCase | undefined> {
  const id = await intakeIdOf(unit, seatId);
  return id === undefined ? undefined : loadIntake(unit, id);
}

/**
 * Whoever changes an intake or one of its seats comes one after the other, until the end of the transaction: two who say yes to the
 * last seat at once are two who come one after the other.
 */
export async function lockIntake(unit: Unit, id: string): Promise<void> {
  await unit.tx
    .$queryRaw`select id from intake where tenant_id = ${unit.tenantId}::uuid and id = ${id}::uuid for update`;
}

/** The intake of a seat as it is now that it is locked; undefined for a seat that nobody has. */
export async function lockedBySeat(unit: Unit, seatId: string): Promise<IntakeCase | undefined> {
  const id = await intakeIdOf(unit, seatId);
  return id === undefined ? undefined : locked(unit, id);
}

/** An intake as it is now that it is locked; undefined for an id that nobody has. */
export async function locked(unit: Unit, id: string): Promise<IntakeCase | undefined> {
  await lockIntake(unit, id);
  return loadIntake(unit, id);
}

/** @returns undefined for a day that nobody has */
export async function intakeIdOfDay({ tx, tenantId }: Unit, dayId: string): Promise<string | undefined> {
  const row = await tx.intakeDay.findUnique({ where: { tenantId_id: { tenantId, id: dayId } } });
  return row?.intakeId;
}

async function intakeIdOf({ tx, tenantId }: Unit, seatId: string): Promise<string | undefined> {
  const row = await tx.seat.findUnique({ where: { tenantId_id: { tenantId, id: seatId } } });
  return row?.intakeId;
}

/** Intakes that are not over, the first to come first. */
export async function openIntakes(unit: Unit): Promise<IntakeCase[]> {
  const { tx, tenantId } = unit;
  const rows = await tx.intake.findMany({ where: { tenantId, status: 'open' }, select: { id: true } });
  const found = await loadIntakes(
    unit,
    rows.map((row) => row.id),
  );
  return [...found.values()].sort(
    (one, other) => startOf(one).localeCompare(startOf(other)) || one.intake.number - other.intake.number,
  );
}

function kindOf(text: string): IntakeKind {
  const kind = KINDS.find((one) => one === text);
  if (!kind) throw new Error(`No kind of intake: ${text}`);
  return kind;
}

const STATUSES: readonly SeatStatus[] = [
  'called',
  'booked',
  'waiting',
  'offered',
  'declined',
  'cancelled',
  'lapsed',
  'dropped',
];

/** A seat as the rules see it. */
export function seatNow(seat: Seat): SeatNow {
  const status = STATUSES.find((one) => one === seat.status);
  if (!status) throw new Error(`No status of a seat: ${seat.status}`);
  return { id: seat.id, departmentId: seat.departmentId, status, queueNo: seat.queueNo };
}

export const seatsOf = ({ intake }: IntakeCase): Seats => ({ seats: intake.seats, cap: intake.capPerDepartment });
export const nowOf = ({ seats }: IntakeCase): SeatNow[] => seats.map(seatNow);
export const momentOf = (day: IntakeDay): Moment => asMoment(day.localStart);

/** When the first day begins. */
export function startOf({ intake, days }: IntakeCase): Moment {
  const [first] = days;
  if (!first) throw new Error(`Intake ${intake.id} has no day`);
  return momentOf(first);
}
export const firstOn = (found: IntakeCase): Day => dayOf(startOf(found));
export function lastOn({ intake, days }: IntakeCase): Day {
  const last = days.at(-1);
  if (!last) throw new Error(`Intake ${intake.id} has no day`);
  return dayOf(momentOf(last));
}

/** From here on nobody books any more. */
export const hasBegun = (unit: Unit, found: IntakeCase): boolean => startOf(found) <= unit.moment;

/** The days on which somebody's seat was seen to be there. */
export const daysThere = (found: IntakeCase, seatId: string): ReadonlySet<string> =>
  new Set(found.there.flatMap((one) => (one.seatId === seatId && one.there ? [one.dayId] : [])));

/** Whether anybody has noted who was there on a day. */
export const isNoted = (found: IntakeCase, dayId: string): boolean => found.there.some((one) => one.dayId === dayId);

/** The day on which somebody was employed; null where the import does not know. */
export const hiredOn = (person: { readonly hiredOn: Date | null }): Day | null =>
  person.hiredOn === null ? null : dayFromDate(person.hiredOn);
