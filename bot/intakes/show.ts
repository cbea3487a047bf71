import type {
  AttendanceView,
  CallView,
  DayView,
  IntakeListView,
  IntakeView,
  LearnerView,
  SeatState,
  SeatView,
} from '../../cards/intakes/views';
import type { IntakeDay, Seat } from '../../prisma/generated/client';
import type { Unit } from '../db/unit';
import type { RenderInput } from '../obligations/kind';
import { type Organisation, organisation } from '../people/organisation';
import { dayFromDate } from '../time/day';
import { addMinutes, dayOf } from '../time/moment';
import { type Candidate, candidatesFor, intakesOf } from './call-people';
import { learners } from './note-attendance';
import type { ProgramSeam } from './parts';
import { openAfter, proposalOf } from './propose';
import { answerYes, holds, placeOf, suggest } from './rules';
import { isOnboardingLead } from './standing';
import {
  daysThere,
  hasBegun,
  type IntakeCase,
  isNoted,
  loadIntakes,
  momentOf,
  nowOf,
  openIntakes,
  seatNow,
  seatsOf,
  startOf,
} from './store';

type Faults = Readonly<Record<string, string>>;
type Sending = { readonly sending?: RenderInput['sending']; readonly moved?: number };

/** More do not fit one card; whoever is called later stands there when these are. */
const MOST_CALLED = 40;

export const dayView = (day: IntakeDay): DayView => ({
  n: day.n,
  from: momentOf(day),
  to: addMinutes(momentOf(day), day.duration),
  place: day.place,
});

const versionsOf = (noted: IntakeCase['there']): number => noted.reduce((sum, one) => sum + one.version, 0);

const nameOf = (org: Organisation, id: string): string => org.people.get(id)?.name ?? '?';
const departmentOf = (org: Organisation, id: string): string => org.departments.get(id)?.name ?? '';

/** What a seat is to whoever has it, as things stand now. */
function stateOf({ intake }: IntakeCase, seat: Seat): SeatState {
  const { status } = seatNow(seat);
  if (intake.status === 'cancelled') return 'off';
  return intake.status === 'held' && status === 'booked' ? 'held' : status;
}

/** One's own place, in an intake or none yet. */
export async function seatView(
  unit: Unit,
  found: IntakeCase,
  who: { readonly personId: string; readonly seat: Seat | undefined },
  { sending, moved }: Sending = {},
): Promise<SeatView> {
  const org = await organisation(unit);
  const { intake, kind, days } = found;
  const { seat, personId } = who;
  const state = seat ? stateOf(found, seat) : 'ask';
  const departmentId = seat?.departmentId ?? org.people.get(personId)?.departmentId ?? '';
  const others = nowOf(found).filter((one) => one.id !== seat?.id);
  const open = await unit.tx.obligation.findFirst({
    where: { tenantId: unit.tenantId, matterKind: 'seat', matterId: seat?.id ?? intake.id, closedAt: null },
    select: { dueOn: true },
  });
  const there = seat ? daysThere(found, seat.id) : new Set<string>();
  return {
    id: seat?.id ?? intake.id,
    version: seat?.version ?? 0,
    mark: `intake-seat/${sending?.rung ?? (sending ? 'own' : 'card')}/${seat?.id ?? intake.id}/${seat?.version ?? 0}`,
    kind,
    title: intake.title,
    today: unit.today,
    state,
    begun: intake.status !== 'open' || hasBegun(unit, found),
    full: answerYes(seatsOf(found), others, { departmentId }).status === 'waiting',
    days: days.map(dayView),
    place: seat ? (placeOf(nowOf(found), seat.id) ?? null) : null,
    answerBy: open?.dueOn ? dayFromDate(open.dueOn) : null,
    others:
      state === 'booked'
        ? found.seats
            .filter((one) => one.status === 'booked' && one.id !== seat?.id)
            .map((one) => nameOf(org, one.personId))
            .sort((one, other) => one.localeCompare(other, 'da'))
        : [],
    missed: state === 'held' ? days.filter((day) => !there.has(day.id)).map((day) => day.n) : null,
    reminder: sending?.rung !== undefined,
    moved: moved ?? null,
    repeated: sending?.repeated ?? false,
  };
}

/** All of an intake, for the onboarding lead. */
export async function intakeView(unit: Unit, found: IntakeCase, faults: Faults = {}): Promise<IntakeView> {
  const org = await organisation(unit);
  const { intake, kind, days, seats } = found;
  const learner = (seat: Seat): LearnerView => {
    const there = daysThere(found, seat.id);
    return {
      id: seat.id,
      name: nameOf(org, seat.personId),
      department: departmentOf(org, seat.departmentId),
      offered: seat.status === 'offered',
      missed:
        seat.status === 'booked'
          ? days.filter((day) => isNoted(found, day.id) && !there.has(day.id)).map(({ n, id }) => ({ n, id }))
          : [],
    };
  };
  const byName = (all: readonly Seat[]) =>
    all.map(learner).sort((one, other) => one.name.localeCompare(other.name, 'da'));
  const now = nowOf(found);
  const booked = seats.filter((one) => holds(seatNow(one)));
  return {
    id: intake.id,
    mark: `intake/${intake.id}/${intake.version}`,
    version: intake.version,
    noted: versionsOf(found.there),
    number: intake.number,
    kind,
    title: intake.title,
    state:
      intake.status === 'cancelled' || intake.status === 'held'
        ? intake.status
        : hasBegun(unit, found)
          ? 'begun'
          : booked.length >= intake.seats
            ? 'full'
            : 'open',
    seats: intake.seats,
    cap: intake.capPerDepartment,
    days: days.map((day) => ({
      ...dayView(day),
      id: day.id,
      noted: isNoted(found, day.id),
      ahead: dayOf(momentOf(day)) > unit.today,
    })),
    booked: byName(booked),
    waiting: seats
      .filter((one) => one.status === 'waiting')
      .sort((one, other) => (placeOf(now, one.id) ?? 0) - (placeOf(now, other.id) ?? 0))
      .map(learner),
    silent: byName(seats.filter((one) => one.status === 'called')),
    no: byName(seats.filter((one) => ['declined', 'cancelled', 'lapsed'].includes(one.status))),
    after: await openAfter(unit, intake.id),
    faults,
  };
}

export type CallAgain = Partial<Pick<CallView, 'hits' | 'faults'>> & { readonly values?: Partial<CallView['values']> };

/** Who could be called now. */
export async function callView(
  unit: Unit,
  seam: ProgramSeam,
  found: IntakeCase,
  again: CallAgain = {},
): Promise<CallView> {
  const org = await organisation(unit);
  const candidates = await candidatesFor(unit, found, seam);
  const fits = suggest(seatsOf(found), nowOf(found), candidates).slice(0, MOST_CALLED);
  const counts = new Map<string, number>();
  for (const one of fits) counts.set(one.departmentId, (counts.get(one.departmentId) ?? 0) + 1);
  const person = (one: Pick<Candidate, 'personId' | 'departmentId' | 'since'>) => ({
    id: one.personId,
    name: nameOf(org, one.personId),
    department: departmentOf(org, one.departmentId),
    since: one.since,
  });
  return {
    id: found.intake.id,
    version: found.intake.version,
    number: found.intake.number,
    kind: found.kind,
    title: found.intake.title,
    people: fits.map(person),
    counts: [...counts]
      .map(([id, n]) => ({ department: departmentOf(org, id), n }))
      .sort((one, other) => other.n - one.n || one.department.localeCompare(other.department, 'da')),
    more: candidates.length - fits.length,
    hits: again.hits ?? [],
    values: {
      people: again.values?.people ?? fits.map((one) => one.personId),
      who: again.values?.who ?? '',
      person: again.values?.person ?? '',
    },
    faults: again.faults ?? {},
  };
}

/** A day with those who had a seat when it began. */
export async function attendanceView(
  unit: Unit,
  found: IntakeCase,
  day: IntakeDay,
  { sending, faults = {} }: Sending & { readonly faults?: Faults } = {},
): Promise<AttendanceView> {
  const org = await organisation(unit);
  const noted = isNoted(found, day.id);
  const all = learners(found)
    .map((seat) => ({
      id: seat.id,
      name: nameOf(org, seat.personId),
      department: departmentOf(org, seat.departmentId),
    }))
    .sort((one, other) => one.name.localeCompare(other.name, 'da'));
  return {
    id: day.id,
    intakeId: found.intake.id,
    version: versionsOf(found.there.filter((one) => one.dayId === day.id)),
    mark: `intake-day/${sending?.rung ?? 'card'}/${day.id}/${noted ? 2 : 1}`,
    kind: found.kind,
    title: found.intake.title,
    day: dayView(day),
    of: found.days.length,
    state:
      found.intake.status === 'cancelled'
        ? 'cancelled'
        : noted
          ? 'noted'
          : dayOf(momentOf(day)) > unit.today
            ? 'ahead'
            : 'open',
    learners: all,
    there: noted ? all.filter((one) => daysThere(found, one.id).has(day.id)).map((one) => one.id) : [],
    repeated: sending?.repeated ?? false,
    faults,
  };
}

/** What somebody can see and open; for the onboarding lead all that is coming up. */
export async function listView(unit: Unit, personId: string): Promise<IntakeListView> {
  const lead = isOnboardingLead(await organisation(unit), personId);
  const open = await openIntakes(unit);
  const own = await intakesOf(unit, personId);
  const mine = own.flatMap((found) => {
    const seat = found.seats.find((one) => one.personId === personId);
    return seat ? [{ found, seat }] : [];
  });
  const joinable = open.filter(
    (found) =>
      found.kind === 'class' && !hasBegun(unit, found) && !found.seats.some((one) => one.personId === personId),
  );
  const shown = ({ intake, kind }: IntakeCase, at: string) => ({ id: intake.id, title: intake.title, kind, at });
  return {
    lead,
    own: mine.map(({ found, seat }) => ({ ...shown(found, startOf(found)), id: seat.id, state: stateOf(found, seat) })),
    open: lead ? [] : joinable.map((found) => shown(found, startOf(found))),
    ahead: lead
      ? open.map((found) => ({
          ...shown(found, startOf(found)),
          booked: nowOf(found).filter(holds).length,
          seats: found.intake.seats,
        }))
      : [],
    waits: lead ? await waitsFor(unit) : [],
  };
}

/** What has been proposed and nobody has called yet, where its time has come. */
async function waitsFor(unit: Unit): Promise<IntakeListView['waits']> {
  const { tx, tenantId } = unit;
  const rows = await tx.obligation.findMany({
    where: {
      tenantId,
      kind: { in: ['intake-supervision', 'intake-learning-day', 'intake-quarter'] },
      closedAt: null,
    },
    orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
  });
  const classes = await loadIntakes(
    unit,
    rows.filter((row) => row.matterKind === 'intake').map((row) => row.matterId),
  );
  return rows.flatMap((row): IntakeListView['waits'][number][] => {
    if (row.matterKind !== 'intake') return [{ what: 'quarter' }];
    const [what, found] = [proposalOf(row.kind, row.round), classes.get(row.matterId)];
    const opens = (row.anchors as Readonly<Record<string, unknown>> | null)?.opens;
    if (!what || !found || (typeof opens === 'string' && opens > unit.today)) return [];
    return [{ what, intakeId: found.intake.id, title: found.intake.title }];
  });
}
