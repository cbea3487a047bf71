import { words } from '../../content/words/words';
import type { Obligation } from '../../prisma/generated/client';
import type { Unit } from '../db/unit';
import type { Facts, Kind, Line, LineInput } from '../obligations/kind';
import { handOver } from '../obligations/settle';
import { type Organisation, organisation } from '../people/organisation';
import { dayFromDate } from '../time/day';
import { dayOf } from '../time/moment';
import { lastDialogueOn, newSince } from './call-people';
import { stopBooking } from './change-intake';
import { freeSeat, settleSeats } from './free-seat';
import { proposalOf } from './propose';
import { type SeatStatus, windowAfter } from './rules';
import { isOnboardingLead, onboardingLead } from './standing';
import {
  hasBegun,
  type IntakeCase,
  intakeIdOfDay,
  intakeOfSeat,
  lastOn,
  loadIntake,
  lockedBySeat,
  lockIntake,
  momentOf,
  startOf,
} from './store';

/** What people owe about their seats, and what the onboarding lead owes. */
export function intakeKinds(): Kind[] {
  return [
    seatKind('intake-answer', { answers: ['called'], line: answerLine }),
    {
      ...seatKind('intake-offer', { answers: ['offered'], line: offerLine }),
      deadlines: { 'offer-past-due': offerPastDue },
    },
    seatKind('intake-seat', { answers: ['booked'], line: soonLine }),
    begins,
    attendance,
    proposal('intake-supervision'),
    proposal('intake-learning-day'),
    quarter,
  ];
}

type Own = {
  /** The states of the seat in which it is owed. */
  readonly answers: readonly SeatStatus[];
  line(unit: Unit, input: LineInput, found: IntakeCase): Promise<Line | undefined>;
};

function seatKind(kind: 'intake-answer' | 'intake-offer' | 'intake-seat', own: Own): Kind {
  return {
    kind,
    cardKind: () => 'intake-seat',
    facts: async (unit, rows) => {
      const org = await organisation(unit);
      const seats = await unit.tx.seat.findMany({
        where: { tenantId: unit.tenantId, id: { in: rows.map((row) => row.matterId) } },
      });
      return new Map(
        rows.map((row): [string, Facts] => {
          const seat = seats.find((one) => one.id === row.matterId);
          return [
            row.id,
            {
              owed: own.answers.some((status) => status === seat?.status),
              roles: {},
              maySee: (id) => seat !== undefined && (seat.personId === id || isAbove(org, seat.personId, id)),
            },
          ];
        }),
      );
    },
    line: async (unit, input) => {
      const found = await intakeOfSeat(unit, input.obligation.matterId);
      return found && own.line(unit, input, found);
    },
    lock: async (unit, seatId) => {
      await lockedBySeat(unit, seatId);
    },
    deadlines: {},
    inherit: leave,
  };
}

/** The onboarding lead, and the leaders above somebody or whoever answers for them. */
const isAbove = (org: Organisation, personId: string, id: string): boolean =>
  isOnboardingLead(org, id) || org.leadersOf(personId).some((leader) => leader === id || org.atWorkFor(leader) === id);

/** Whoever had the seat has left: it is free, and goes to the first who waits. Once the class runs, it stays as it was. */
async function leave(unit: Unit, obligation: Obligation): Promise<void> {
  const found = await intakeOfSeat(unit, obligation.matterId);
  const seat = found?.seats.find((one) => one.id === obligation.matterId);
  if (!found || !seat) return;
  if (hasBegun(unit, found)) {
    await settleSeats(unit, [seat.id], { status: 'cancelled', because: 'left' });
    return;
  }
  await freeSeat(unit, found, seat, { status: 'dropped', because: 'left', byId: null, ends: 'cancelled' });
  unit.audit({ act: 'intake.leave', actorId: null, matterKind: 'seat', matterId: seat.id });
}

async function offerPastDue(unit: Unit, obligation: Obligation): Promise<void> {
  const found = await intakeOfSeat(unit, obligation.matterId);
  const seat = found?.seats.find((one) => one.id === obligation.matterId);
  if (!found || seat?.status !== 'offered') return;
  await freeSeat(unit, found, seat, { status: 'lapsed', because: 'not-taken', byId: null, ends: 'lapsed' });
  unit.audit({ act: 'intake.offer-past-due', actorId: null, matterKind: 'seat', matterId: seat.id });
}

const dueOf = (unit: Unit, { dueOn }: Obligation): string => (dueOn === null ? unit.today : dayFromDate(dueOn));

type Lines = { readonly title: string; readonly group: string };
const common = ({ intake, kind }: IntakeCase, { locale }: LineInput): Lines => ({
  title: intake.title,
  group: words(locale).intakes.kinds[kind],
});
const openSeat = ({ locale, obligation }: LineInput): NonNullable<Line['action']> => ({
  title: words(locale).actions.open,
  verb: 'intake.seat-open',
  input: { seat: obligation.matterId },
});

/** The onboarding lead sees who is silent; the manager is told what is needed to help, and nothing else. */
async function answerLine(unit: Unit, input: LineInput, found: IntakeCase): Promise<Line | undefined> {
  const { personId, locale, obligation } = input;
  const { lines } = words(locale);
  const { title, group } = common(found, input);
  const by = dueOf(unit, obligation);
  const seat = found.seats.find((one) => one.id === obligation.matterId);
  if (!seat) return undefined;
  if (seat.personId === personId)
    return { text: lines.intakeAnswer(title, by, unit.today), group, action: openSeat(input) };
  const org = await organisation(unit);
  const name = org.people.get(seat.personId)?.name;
  if (name === undefined) return undefined;
  if (!isOnboardingLead(org, personId))
    return { text: lines.intakeManager(name, title, dayOf(startOf(found)), unit.today), group };
  return {
    text: lines.intakeSilent(name, title, by, unit.today),
    group,
    action: { title: words(locale).actions.open, verb: 'intake.open', input: { intake: found.intake.id } },
  };
}

async function offerLine(unit: Unit, input: LineInput, found: IntakeCase): Promise<Line | undefined> {
  const { title, group } = common(found, input);
  if (input.obligation.ownerId !== input.personId) return undefined;
  const text = words(input.locale).lines.intakeOffer(title, dueOf(unit, input.obligation), unit.today);
  return { text, group, action: openSeat(input) };
}

async function soonLine(unit: Unit, input: LineInput, found: IntakeCase): Promise<Line | undefined> {
  const { title, group } = common(found, input);
  const [first] = found.days;
  if (!first || input.obligation.ownerId !== input.personId) return undefined;
  const text = words(input.locale).lines.intakeSoon(title, momentOf(first), first.place, unit.today);
  return { text, group, action: openSeat(input) };
}

/** What the house does alone when the first day has begun. */
const begins: Kind = {
  kind: 'intake-begins',
  cardKind: () => 'intake',
  facts: (_, rows) =>
    Promise.resolve(new Map(rows.map((row) => [row.id, { owed: true, roles: {}, maySee: () => false }]))),
  line: () => Promise.resolve(undefined),
  lock: lockIntake,
  deadlines: { begun: (unit, obligation) => stopBooking(unit, obligation.matterId) },
};

/** What an onboarding lead owes passes to another when they leave. */
async function toAnother(unit: Unit, { matterKind, matterId, kind, round }: Obligation): Promise<void> {
  const next = onboardingLead(await organisation(unit));
  if (next !== undefined) await handOver(unit, { matterKind, matterIds: [matterId], kind, round }, next);
}

const ofLead = async (unit: Unit, rows: readonly Obligation[], owed: (row: Obligation) => boolean) => {
  const org = await organisation(unit);
  return new Map(
    rows.map((row): [string, Facts] => [
      row.id,
      { owed: owed(row), roles: {}, maySee: (id) => isOnboardingLead(org, id) },
    ]),
  );
};

const attendance: Kind = {
  kind: 'intake-attendance',
  cardKind: () => 'intake-day',
  facts: (unit, rows) => ofLead(unit, rows, () => true),
  line: async (unit, input) => {
    const id = await intakeIdOfDay(unit, input.obligation.matterId);
    const found = id === undefined ? undefined : await loadIntake(unit, id);
    const day = found?.days.find((one) => one.id === input.obligation.matterId);
    if (!found || !day) return undefined;
    const { title, group } = common(found, input);
    return {
      text: words(input.locale).lines.intakeAttendance(title, dayOf(momentOf(day)), unit.today),
      group,
      action: { title: words(input.locale).actions.open, verb: 'intake.day-open', input: { day: day.id } },
    };
  },
  lock: async (unit, dayId) => {
    const id = await intakeIdOfDay(unit, dayId);
    if (id !== undefined) await lockIntake(unit, id);
  },
  deadlines: {},
  inherit: toAnother,
};

const proposal = (kind: 'intake-supervision' | 'intake-learning-day'): Kind => ({
  kind,
  cardKind: () => 'intake',
  facts: (unit, rows) => ofLead(unit, rows, () => true),
  line: async (unit, input) => {
    const { obligation, locale } = input;
    const found = await loadIntake(unit, obligation.matterId);
    const what = proposalOf(obligation.kind, obligation.round);
    if (!found || !what) return undefined;
    const { lines, actions } = words(locale);
    const { title, group } = common(found, input);
    const { from, to } = windowAfter(what, lastOn(found));
    return {
      text:
        what === 'learning-day'
          ? lines.intakeLearningDay(title, from, unit.today)
          : lines.intakeSupervision(title, from, to, unit.today),
      group,
      action: { title: actions.open, verb: 'intake.open', input: { intake: found.intake.id } },
    };
  },
  lock: lockIntake,
  deadlines: {},
  inherit: toAnother,
});

const quarter: Kind = {
  kind: 'intake-quarter',
  cardKind: () => 'intake-list',
  facts: (unit, rows) => ofLead(unit, rows, () => true),
  line: async (unit, { locale }) => {
    const { lines, actions, intakes } = words(locale);
    const fresh = newSince(await organisation(unit), await lastDialogueOn(unit), unit.today);
    if (fresh.length === 0) return undefined;
    return {
      text: lines.intakeQuarter(fresh.length),
      group: intakes.kinds['dialogue-meeting'],
      action: { title: actions.open, verb: 'intake.list', input: {} },
    };
  },
  lock: async ({ tx, tenantId }) => {
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`${tenantId}/intake-quarter`}, 0))`;
  },
  deadlines: {},
  inherit: toAnother,
};
