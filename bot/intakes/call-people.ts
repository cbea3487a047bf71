import type { Refused } from '../capability';
import type { Unit } from '../db/unit';
import { touchCards } from '../messages/touch';
import { type Organisation, organisation } from '../people/organisation';
import { addMonths, type Day } from '../time/day';
import { asMoment, dayOf } from '../time/moment';
import { newSeat } from './answer-seat';
import { openOfSeat, putSeat } from './free-seat';
import type { ProgramSeam, RipePerson } from './parts';
import { answerBy, type IntakeKind, type Ripe, suggest, thereAllDays } from './rules';
import { mayLead } from './standing';
import {
  daysThere,
  firstOn,
  hasBegun,
  hiredOn,
  type IntakeCase,
  lastOn,
  loadIntake,
  loadIntakes,
  locked,
  nowOf,
  seatsOf,
} from './store';

export type Candidate = Ripe & {
  /** Of their programme; null for whoever comes without one. */
  readonly stepKey: string | null;
};

/** So many months back the first dialogue meeting of a house looks for who is new. */
const FIRST_LOOK_BACK = 3;
/** A seat of the same kind that leaves nothing to call anybody for. */
const LIVE = ['called', 'booked', 'waiting', 'offered'];

/**
 * Who could be called to an intake: whose programme has come to it, who was at the class that it follows, and to a dialogue meeting
 * whoever is new. Nobody who has a seat in it, or is asked about one of the same kind elsewhere.
 */
export async function candidatesFor(unit: Unit, found: IntakeCase, seam: ProgramSeam): Promise<Candidate[]> {
  const org = await organisation(unit);
  const ripe = await seam.ripeFor(unit, found.kind);
  const others = [...(await attendeesOf(unit, found)), ...(await newOnes(unit, found.kind, org))];
  const taken = await takenBy(unit, found);
  const known = new Map<string, RipePerson | Omit<RipePerson, 'stepKey'>>();
  for (const one of [...ripe, ...others]) if (!known.has(one.personId)) known.set(one.personId, one);
  return [...known.values()].flatMap((one): Candidate[] => {
    const person = org.people.get(one.personId);
    if (!person || !org.isHere(person.id) || taken.has(person.id)) return [];
    const stepKey = 'stepKey' in one ? one.stepKey : null;
    return [{ personId: person.id, departmentId: person.departmentId, since: one.opensOn, stepKey }];
  });
}

/** Those who were at the class that is followed, on all of its days. */
async function attendeesOf(unit: Unit, { intake }: IntakeCase): Promise<Omit<RipePerson, 'stepKey'>[]> {
  const followed = intake.afterId === null ? undefined : await loadIntake(unit, intake.afterId);
  if (!followed) return [];
  return attendees(followed).map((personId) => ({ personId, opensOn: lastOn(followed) }));
}

/** Who was there on all days. */
export function attendees(found: IntakeCase): string[] {
  const days = found.days.map((day) => day.id);
  return found.seats.flatMap((seat) => (thereAllDays(days, daysThere(found, seat.id)) ? [seat.personId] : []));
}

/** Whoever was employed since the last dialogue meeting; none for another kind. */
async function newOnes(unit: Unit, kind: IntakeKind, org: Organisation): Promise<Omit<RipePerson, 'stepKey'>[]> {
  return kind === 'dialogue-meeting' ? newSince(org, await lastDialogueOn(unit), unit.today) : [];
}

/** People employed after a day, up to today, who are here; the longest here first. */
export function newSince(org: Organisation, since: Day, today: Day): Omit<RipePerson, 'stepKey'>[] {
  return [...org.people.values()]
    .flatMap((person) => {
      const on = hiredOn(person);
      return on !== null && on > since && on <= today && org.isHere(person.id)
        ? [{ personId: person.id, opensOn: on }]
        : [];
    })
    .sort((one, other) => one.opensOn.localeCompare(other.opensOn));
}

/** The day of the last dialogue meeting that was held; before the first one, a quarter ago. */
export async function lastDialogueOn(unit: Unit): Promise<Day> {
  const { tx, tenantId, today } = unit;
  const last = await tx.intakeDay.findFirst({
    where: {
      tenantId,
      intake: { kind: 'dialogue-meeting', status: { not: 'cancelled' } },
      startsAt: { lte: unit.now },
    },
    orderBy: { startsAt: 'desc' },
    select: { localStart: true },
  });
  return last ? dayOf(asMoment(last.localStart)) : addMonths(today, -FIRST_LOOK_BACK);
}

async function takenBy(unit: Unit, { intake }: IntakeCase): Promise<ReadonlySet<string>> {
  const { tx, tenantId } = unit;
  const rows = await tx.seat.findMany({
    where: {
      tenantId,
      OR: [
        { intakeId: intake.id },
        { status: { in: LIVE }, intake: { kind: intake.kind, status: 'open', afterId: intake.afterId } },
      ],
    },
    select: { personId: true },
  });
  return new Set(rows.map((row) => row.personId));
}

/**
 * Calls people to an intake: each gets a card with all its days. Together with those who have a seat or are asked they must fit the
 * seats and the cap.
 */
export async function callPeople(
  unit: Unit,
  seam: ProgramSeam,
  asked: { readonly intakeId: string; readonly people: readonly string[] },
  byId: string,
): Promise<Refused | undefined> {
  const found = await callable(unit, asked.intakeId, byId);
  if ('code' in found) return found;
  const candidates = await candidatesFor(unit, found, seam);
  const chosen = candidates.filter((one) => asked.people.includes(one.personId));
  const already = asked.people.filter((id) => found.seats.some((one) => one.personId === id));
  // The same press again: all of them are called already.
  if (chosen.length === 0 && already.length > 0) return undefined;
  if (chosen.length === 0) return { code: 'form', faults: { people: 'intake-nobody' } };
  if (suggest(seatsOf(found), nowOf(found), chosen).length < chosen.length)
    return { code: 'form', faults: { people: 'intake-too-many' } };
  await call(unit, found, chosen, byId);
  return undefined;
}

/** Calls one person by name, also beyond the cap: with a yes they wait, as anybody would. */
export async function callOne(
  unit: Unit,
  asked: { readonly intakeId: string; readonly personId: string },
  byId: string,
): Promise<Refused | undefined> {
  const { tx, tenantId } = unit;
  const found = await callable(unit, asked.intakeId, byId);
  if ('code' in found) return found;
  const org = await organisation(unit);
  const person = org.people.get(asked.personId);
  if (!person || !org.isHere(person.id)) return { code: 'form', faults: { who: 'not-a-colleague' } };
  const seat = found.seats.find((one) => one.personId === person.id);
  if (seat && LIVE.includes(seat.status)) return undefined;
  if (seat) {
    // They said no, or were silent: asked anew.
    const again = await putSeat(unit, seat.id, { status: 'called', answeredAt: null, endedAt: null });
    await tx.intake.update({
      where: { tenantId_id: { tenantId, id: found.intake.id } },
      data: { version: { increment: 1 } },
    });
    await ask(unit, found, again);
  } else
    await call(
      unit,
      found,
      [{ personId: person.id, departmentId: person.departmentId, since: unit.today, stepKey: null }],
      byId,
    );
  await touchCards(unit, 'intake', [found.intake.id]);
  return undefined;
}

async function callable(unit: Unit, intakeId: string, byId: string): Promise<IntakeCase | Refused> {
  const found = await locked(unit, intakeId);
  if (!found || !mayLead(await organisation(unit), byId)) return { code: 'not-yours' };
  if (found.intake.status !== 'open') return { code: 'closed' };
  return hasBegun(unit, found) ? { code: 'intake-begun' } : found;
}

async function call(unit: Unit, found: IntakeCase, who: readonly Candidate[], byId: string): Promise<void> {
  const { tx, tenantId } = unit;
  const stepKey = found.intake.stepKey ?? who.find((one) => one.stepKey !== null)?.stepKey ?? null;
  await tx.intake.update({
    where: { tenantId_id: { tenantId, id: found.intake.id } },
    data: { stepKey, version: { increment: 1 } },
  });
  for (const { personId, departmentId } of who)
    await ask(unit, found, await newSeat(unit, found, { personId, departmentId }));
  unit.audit({
    act: 'intake.call',
    actorId: byId,
    matterKind: 'intake',
    matterId: found.intake.id,
    codes: who.map((one) => one.personId),
  });
  await touchCards(unit, 'intake', [found.intake.id]);
}

async function ask(
  unit: Unit,
  found: IntakeCase,
  seat: { readonly id: string; readonly personId: string },
): Promise<void> {
  const org = await organisation(unit);
  const due = answerBy(org.calendarOf(seat.personId), unit.today, firstOn(found));
  await openOfSeat(unit, found, seat, { kind: 'intake-answer', due, card: true });
  await touchCards(unit, 'seat', [seat.id]);
}

/** Intakes that people hold seats in, by seat; for the list of what is one's own. */
export async function intakesOf(unit: Unit, personId: string): Promise<IntakeCase[]> {
  const { tx, tenantId } = unit;
  const rows = await tx.seat.findMany({
    where: { tenantId, personId, status: { notIn: ['dropped'] }, intake: { status: { in: ['open', 'held'] } } },
    select: { intakeId: true },
    orderBy: { id: 'desc' },
    take: 12,
  });
  return [
    ...(
      await loadIntakes(
        unit,
        rows.map((row) => row.intakeId),
      )
    ).values(),
  ];
}
