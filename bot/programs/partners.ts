import type { PartnersView } from '../../cards/programs/views';
import type { Person } from '../../prisma/generated/client';
import type { Unit } from '../db/unit';
import { clashesAt } from '../meetings/call/clashes';
import { type Organisation, organisation } from '../people/organisation';
import { may } from '../people/rights';
import { addDays, type Day, weekday } from '../time/day';
import { addMinutes, type Moment, momentAt, timeOf } from '../time/moment';
import { sharedWith, unitsToMeet } from './partner-rules';
import { isPartnerStep, standingsOnStep } from './standing';
import { daysOf, type Onboarding } from './store';

/** Half an hour is enough to hear what they do, and what they need from us. */
const HALF_AN_HOUR = 30;
/** So many days ahead a time is looked for. */
const AHEAD = 28;
const HOURS = ['10:00', '13:00', '09:00', '14:30'] as const;

/** The open step of meeting partner units, when it has opened and the reader is whose it is. */
export function partnerStep(unit: Unit, found: Onboarding, personId: string, org: Organisation) {
  return found.steps.find(
    (one) =>
      isPartnerStep(one) &&
      one.row.status === 'open' &&
      found.run.status === 'open' &&
      daysOf(one.row).opensOn <= unit.today &&
      may('program.settle-step', standingsOnStep(found, one, personId, org)),
  );
}

/**
 * Three units that the new colleague's own works with, somebody to write to in each, and half an hour at which both are free
 * as far as the house knows; undefined for whoever is not asked to meet any. Of pathways only how many are shared is looked
 * at, and nothing of it is shown.
 */
export async function partnersView(unit: Unit, found: Onboarding, personId: string): Promise<PartnersView | undefined> {
  const org = await organisation(unit);
  const step = partnerStep(unit, found, personId, org);
  const learner = org.people.get(personId);
  if (!step || !learner) return undefined;
  const teams = await teamsOf(unit);
  const departmentsOf = [...teams.values()].map(
    (ids) => new Set([...ids].flatMap((id) => org.people.get(id)?.departmentId ?? [])),
  );
  const shared = sharedWith(learner.departmentId, departmentsOf);
  const near = [...teams.values()].filter((ids) =>
    [...ids].some((id) => org.people.get(id)?.departmentId === learner.departmentId),
  );
  const newcomers = await newHere(unit);
  const contacts = new Map(
    [...org.departments.keys()].flatMap((id): [string, Person][] => {
      const one = contactIn(org, id, near, newcomers);
      return one ? [[id, one]] : [];
    }),
  );
  const candidates = [...org.departments.values()]
    .filter((one) => one.id !== learner.departmentId && contacts.has(one.id))
    .map(({ id, name, kind }) => ({ id, name, kind, shared: shared.get(id) ?? 0 }));
  const ownKind = org.departments.get(learner.departmentId)?.kind ?? '';
  const units: PartnersView['units'][number][] = [];
  let from = addDays(unit.today, 1);
  for (const one of unitsToMeet(ownKind, candidates)) {
    const contact = contacts.get(one.id);
    if (!contact) continue;
    const at = await freeHalfHour(unit, org, [personId, contact.id], from);
    if (at !== undefined) from = addDays(at.slice(0, 10) as Day, 1);
    units.push({
      department: one.name,
      person: contact.name,
      title: contact.title,
      email: contact.email,
      at: at ?? null,
    });
  }
  return { runId: found.run.id, today: unit.today, dueOn: daysOf(step.row).dueOn, units };
}

/** Who is in which open pathway: its lead, and its team. */
async function teamsOf({ tx, tenantId }: Unit): Promise<Map<string, Set<string>>> {
  const rows = await tx.pathway.findMany({
    where: { tenantId, status: 'open' },
    select: { id: true, leadId: true, teamSeatPathway: { where: { untilOn: null }, select: { personId: true } } },
  });
  return new Map(
    rows.map((row) => [
      row.id,
      new Set([
        ...(row.leadId === null ? [] : [row.leadId]),
        ...row.teamSeatPathway.flatMap((seat) => seat.personId ?? []),
      ]),
    ]),
  );
}

async function newHere({ tx, tenantId }: Unit): Promise<ReadonlySet<string>> {
  const rows = await tx.programRun.findMany({ where: { tenantId, status: 'open' }, select: { personId: true } });
  return new Set(rows.map((row) => row.personId));
}

/** Whoever of a department works with the new colleague's most, not its manager, not new themselves, and at work today. */
function contactIn(
  org: Organisation,
  departmentId: string,
  near: readonly ReadonlySet<string>[],
  newcomers: ReadonlySet<string>,
): Person | undefined {
  const manager = org.managerOfDepartment(departmentId);
  const withUs = (id: string) => near.filter((ids) => ids.has(id)).length;
  return org
    .colleaguesIn(departmentId)
    .filter((one) => one.id !== manager && !newcomers.has(one.id) && org.awayUntil(one.id) === undefined)
    .sort((a, b) => withUs(b.id) - withUs(a.id))[0];
}

/** The first half hour from a day on at which both work and neither is in a known meeting; the fixed meeting time is kept free. */
async function freeHalfHour(
  unit: Unit,
  org: Organisation,
  personIds: readonly string[],
  from: Day,
): Promise<Moment | undefined> {
  const calendars = personIds.map((id) => org.calendarOf(id));
  for (let day = from, seen = 0; seen < AHEAD; day = addDays(day, 1), seen += 1) {
    if (!calendars.every((one) => one.isWorkingDay(day))) continue;
    for (const hour of HOURS) {
      const at = momentAt(day, hour);
      const end = timeOf(addMinutes(at, HALF_AN_HOUR));
      if (hour < org.house.opens || end > org.house.closes || isKept(unit, day, hour, end)) continue;
      if ((await clashesAt(unit, personIds, { at, duration: HALF_AN_HOUR })).length === 0) return at;
    }
  }
  return undefined;
}

/** Whether the house keeps this time for meetings across departments. */
function isKept({ policy: { meetingTime } }: Unit, day: Day, from: string, to: string): boolean {
  if (meetingTime === null || weekday(day) !== meetingTime.weekday) return false;
  const end = timeOf(addMinutes(momentAt(day, meetingTime.time), meetingTime.duration));
  return from < end && to > meetingTime.time;
}
