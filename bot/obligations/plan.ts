import { addDays, addMonths, type Day } from '../time/day';
import { dayOf, type Moment, momentAt } from '../time/moment';
import {
  addWorkingDays,
  isWorkingMoment,
  nextWorkingDay,
  onOrAfter,
  onOrBefore,
  type WorkingCalendar,
  workingMoment,
} from '../time/working-calendar';
import type { Anchor, Audience, Ladder, Rung, Span, TellRung } from './ladder';

/** What is known of an obligation, in local time. */
export type PlanState = {
  readonly open: boolean;
  readonly paused: boolean;
  readonly openedAt: Moment;
  /** When the owner first heard of it; the matter's own card counts. */
  readonly toldAt?: Moment;
  /** A planned day that would settle it. */
  readonly plannedOn?: Day;
  /** Unshifted; a moment where the hour matters (a meeting), else a day. */
  readonly anchors: Readonly<Partial<Record<Anchor, Day | Moment>>>;
  /** Working days that the clock stood still. */
  readonly shift: number;
  /** False for an orphan, whom grace does not protect. */
  readonly owned: boolean;
};

export type Walk = {
  readonly rung: string;
  /** The unshifted anchor day that the rung was walked for. */
  readonly base: Day;
  readonly n: number;
  readonly how: 'told' | 'listed' | 'did' | 'skipped' | 'void';
  readonly audience?: Audience;
  readonly at: Moment;
};

export type Step =
  | {
      readonly kind: 'tell';
      readonly rung: string;
      readonly base: Day;
      readonly n: number;
      readonly audience: Audience;
      readonly by: 'line' | 'card';
    }
  | {
      readonly kind: 'skip';
      readonly rung: string;
      readonly base: Day;
      readonly n: number;
      readonly audience: Audience;
    }
  | { readonly kind: 'do'; readonly rung: string; readonly base: Day; readonly n: number; readonly verb: string };

export type PlanInput = {
  readonly ladder: Ladder;
  readonly state: PlanState;
  readonly walks: readonly Walk[];
  /** The house's working days less the owner's department's closing days and the owner's own days off. */
  readonly calendar: WorkingCalendar;
  /** When the matter's own card reached whoever is asked as owner now, or this very moment where it is leaving. */
  readonly ownCardAt?: Moment;
  /** Set while the owner is away: the first day back. */
  readonly awayUntil?: Day;
  /** The owner's own lines are quiet before this day. */
  readonly snoozedUntil?: Day;
  /** When whoever is this audience works; without it, as the calendar above. A rung is not walked on a day off of its reader. */
  readonly calendarOf?: (audience: Audience) => WorkingCalendar;
  /** Whether today's digest of whoever is this audience has gone. */
  readonly digestGone: (audience: Audience) => boolean;
  readonly now: Moment;
};

export type Plan = {
  readonly steps: readonly Step[];
  /** When to look again; undefined: never by itself. */
  readonly nextAt?: Moment;
  /** Whether the next look will act by itself (`do`) or tell somebody. */
  readonly nextIs: 'tell' | 'do';
};

/** Two working weeks hold at most so many starts; who shares none of them never will. */
const MOST_MEETINGS = 30;

type Candidate = {
  readonly rung: Rung;
  readonly index: number;
  readonly base: Day;
  readonly n: number;
  readonly at: Moment;
};

/**
 * What an obligation's ladder owes now, and when to look again. Pure: the same facts give the same plan after a restart.
 * After a late start, an outage or a short notice it yields one telling per audience, never a flood.
 */
export function plan(input: PlanInput): Plan {
  if (!input.state.open || input.state.paused) return { steps: [], nextIs: 'tell' };
  const candidates = input.ladder.rungs.flatMap((rung, index) => candidateOf(input, rung, index));
  if (!isWorkingMoment(input.calendar, input.now)) return { steps: [], ...next(input, candidates) };
  const owed = candidates.filter((one) => one.at <= input.now);
  const act = owed.find((one) => one.rung.act === 'do');
  if (act && act.rung.act === 'do') {
    const step: Step = { kind: 'do', rung: act.rung.key, base: act.base, n: act.n, verb: act.rung.verb };
    return { steps: [step], nextAt: input.now, nextIs: 'do' };
  }
  if (owed.length === 0) return { steps: [], ...next(input, candidates) };
  const steps = tellings(input, owed);
  const walked = [...input.walks, ...steps.flatMap((step) => asWalk(step, input.now))];
  const toldNow = steps.some((step) => step.kind === 'tell' && step.audience === 'owner');
  const state = toldNow && input.state.toldAt === undefined ? { ...input.state, toldAt: input.now } : input.state;
  const left = { ...input, state, walks: walked };
  return {
    steps,
    ...next(
      left,
      input.ladder.rungs.flatMap((rung, index) => candidateOf(left, rung, index)),
    ),
  };
}

/** The day an obligation is due, with the working days that its clock stood still; undefined where nothing is due. */
export function dueDay(state: Pick<PlanState, 'anchors' | 'shift'>, calendar: WorkingCalendar): Day | undefined {
  const due = state.anchors.due;
  return due === undefined ? undefined : shifted(asDayOf(due), 'due', state.shift, calendar);
}

/**
 * When a rung will be walked if nothing changes; undefined when it will not. For texts that say what comes next.
 */
export function instantOf(input: PlanInput, rungKey: string): Moment | undefined {
  const index = input.ladder.rungs.findIndex((rung) => rung.key === rungKey);
  const rung = input.ladder.rungs[index];
  return rung ? candidateOf(input, rung, index)[0]?.at : undefined;
}

/** Last owed per audience is told, earlier ones are skipped; what is past its `until` is skipped. */
function tellings(input: PlanInput, owed: readonly Candidate[]): Step[] {
  const silent = (one: Candidate) =>
    isPast(input, one.rung) || (isOwners(one.rung) && input.awayUntil !== undefined && input.ladder.absence === 'runs');
  const last = new Map<Audience, Candidate>();
  for (const one of owed) if (one.rung.act === 'tell' && !silent(one)) last.set(one.rung.audience, one);
  return owed.flatMap((one): Step[] => {
    if (one.rung.act !== 'tell') return [];
    const { audience } = one.rung;
    const common = { rung: one.rung.key, base: one.base, n: one.n, audience };
    if (last.get(audience) !== one) return [{ kind: 'skip', ...common }];
    return [{ kind: 'tell', ...common, by: isBeforeNextDigest(input, one.rung) ? 'card' : one.rung.by }];
  });
}

function candidateOf(input: PlanInput, rung: Rung, index: number): Candidate[] {
  const anchor = input.state.anchors[rung.anchor];
  if (anchor === undefined) return [];
  const base = asDayOf(anchor);
  const here = input.walks.filter((walk) => walk.rung === rung.key && walk.base === base);
  const done = here.filter((walk) => walk.how !== 'void');
  const every = rung.act === 'tell' ? rung.every : undefined;
  if (done.length > 0 && every === undefined) return [];
  if (isSuperseded(input, rung, index)) return [];
  const at = instant(input, rung, base, done);
  return at === undefined ? [] : [{ rung, index, base, n: here.length, at }];
}

/**
 * A later rung for the same audience has spoken already. A rung of the same anchor counts for the anchor's present day
 * only, so that a moved date awakens the whole ladder; a rung of another anchor counts for good, since a meeting that
 * moves must not awaken a reminder that hangs from the day of the asking.
 */
function isSuperseded(input: PlanInput, rung: Rung, index: number): boolean {
  if (rung.act !== 'tell') return false;
  return input.ladder.rungs.slice(index + 1).some((later) => {
    if (later.act !== 'tell' || later.audience !== rung.audience) return false;
    const anchor = input.state.anchors[later.anchor];
    const base = anchor === undefined ? undefined : asDayOf(anchor);
    return input.walks.some(
      (walk) => walk.rung === later.key && walk.how !== 'void' && (later.anchor !== rung.anchor || walk.base === base),
    );
  });
}

function instant(input: PlanInput, rung: Rung, base: Day, done: readonly Walk[]): Moment | undefined {
  const { state, calendar } = input;
  const repeated = rung.act === 'tell' && rung.every !== undefined ? latest(done) : undefined;
  let day: Day;
  if (repeated && rung.act === 'tell' && rung.every) {
    day = onOrAfter(calendar, moved(dayOf(repeated.at), rung.every, calendar));
  } else {
    const target = moved(shifted(base, rung.anchor, state.shift, calendar), rung.offset, calendar);
    if (rung.act === 'do') day = nextWorkingDay(calendar, target);
    else day = rung.offset.n <= 0 ? onOrBefore(calendar, target) : onOrAfter(calendar, target);
  }
  let at = later(momentAt(day, rung.at), state.openedAt);
  if (rung.quietWhilePlanned && state.plannedOn !== undefined) {
    at = later(at, momentAt(nextWorkingDay(calendar, state.plannedOn), rung.at));
  }
  if (rung.act === 'tell') {
    const held = heldBack(input, rung);
    if (held === 'until told') return undefined;
    at = later(at, held);
  }
  if (rung.act !== 'tell') return workingMoment(calendar, at);
  return waitsForDigest(input, rung, bothAtWork(calendar, input.calendarOf?.(rung.audience), at));
}

/** The first moment from `at` on that is working time by both calendars. Bounded: two people who never meet are told by the first. */
function bothAtWork(calendar: WorkingCalendar, reader: WorkingCalendar | undefined, at: Moment): Moment {
  const first = workingMoment(calendar, at);
  if (reader === undefined) return first;
  for (let found = first, step = 0; step < MOST_MEETINGS; step += 1) {
    const read = workingMoment(reader, found);
    if (read === found) return found;
    found = workingMoment(calendar, read);
  }
  return first;
}

/** Grace, breath, the owner's return and the owner's own postponing; `until told` while grace cannot begin. */
function heldBack(input: PlanInput, rung: TellRung): Moment | 'until told' {
  const { state, calendar, ladder } = input;
  let at = state.openedAt;
  const waived = input.awayUntil !== undefined && ladder.absence === 'runs';
  if (rung.grace > 0 && state.owned && !waived) {
    if (state.toldAt === undefined) return 'until told';
    at = later(at, momentAt(addWorkingDays(calendar, dayOf(state.toldAt), rung.grace), rung.at));
  }
  const spoken = input.walks.filter(
    (walk) => walk.audience === rung.audience && (walk.how === 'told' || walk.how === 'listed'),
  );
  const before = spoken.map((walk) => walk.at);
  if (rung.audience === 'owner') {
    if (state.toldAt !== undefined) before.push(state.toldAt);
    if (input.ownCardAt !== undefined) before.push(input.ownCardAt);
  }
  for (const told of before) at = later(at, momentAt(nextWorkingDay(calendar, dayOf(told)), rung.at));
  if (rung.audience === 'owner') {
    if (input.awayUntil !== undefined && ladder.absence === 'stops') {
      at = later(at, momentAt(onOrAfter(calendar, input.awayUntil), rung.at));
    }
    if (input.snoozedUntil !== undefined && rung.by === 'line') {
      at = later(at, momentAt(onOrAfter(calendar, input.snoozedUntil), rung.at));
    }
  }
  return at;
}

/** A line owed when the day's digest has gone waits for the next, unless a date comes first: then it is a card now. */
function waitsForDigest(input: PlanInput, rung: TellRung, at: Moment): Moment {
  if (rung.by !== 'line' || at > input.now || !input.digestGone(rung.audience)) return at;
  return isBeforeNextDigest(input, rung) ? at : nextDigest(input);
}

function isBeforeNextDigest(input: PlanInput, rung: TellRung): boolean {
  if (rung.by !== 'line' || !input.digestGone(rung.audience)) return false;
  const digest = nextDigest(input);
  const until = rung.until === undefined ? undefined : input.state.anchors[rung.until];
  const due = dueDay(input.state, input.calendar);
  return [due, input.state.anchors.meeting, until].some((limit) => {
    if (limit === undefined) return false;
    const end = asEnd(limit);
    return end >= input.now && asStart(limit) < digest;
  });
}

const nextDigest = (input: PlanInput): Moment =>
  momentAt(nextWorkingDay(input.calendar, dayOf(input.now)), input.calendar.opens);

function isPast(input: PlanInput, rung: Rung): boolean {
  const until = rung.until === undefined ? undefined : input.state.anchors[rung.until];
  return until !== undefined && asEnd(until) <= input.now;
}

function next(input: PlanInput, candidates: readonly Candidate[]): Pick<Plan, 'nextAt' | 'nextIs'> {
  const [first] = [...candidates].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  if (!first) return { nextIs: 'tell' };
  const at = beforeReturn(input, workingMoment(input.calendar, later(first.at, input.now)));
  return { nextAt: at, nextIs: candidates.some((one) => one.rung.act === 'do' && one.at <= at) ? 'do' : 'tell' };
}

/**
 * While whoever stands in for an absent owner is the reader, their days off count; on the owner's return they do not, so the
 * house looks again then.
 */
function beforeReturn({ ladder, awayUntil, calendar, now }: PlanInput, at: Moment): Moment {
  if (ladder.absence !== 'deputy' || awayUntil === undefined) return at;
  const back = momentAt(onOrAfter(calendar, awayUntil), calendar.opens);
  return back > now && back < at ? back : at;
}

function asWalk(step: Step, at: Moment): Walk[] {
  if (step.kind === 'do') return [];
  const how = step.kind === 'skip' ? 'skipped' : step.by === 'line' ? 'listed' : 'told';
  return [{ rung: step.rung, base: step.base, n: step.n, how, audience: step.audience, at }];
}

function shifted(base: Day, anchor: Anchor, shift: number, calendar: WorkingCalendar): Day {
  return shift > 0 && (anchor === 'opened' || anchor === 'due') ? addWorkingDays(calendar, base, shift) : base;
}

function moved(day: Day, span: Span, calendar: WorkingCalendar): Day {
  switch (span.unit) {
    case 'wd':
      return addWorkingDays(calendar, day, span.n);
    case 'd':
      return addDays(day, span.n);
    case 'w':
      return addDays(day, 7 * span.n);
    case 'm':
      return addMonths(day, span.n);
    default:
      return span.unit satisfies never;
  }
}

const isOwners = (rung: Rung): boolean => rung.act === 'tell' && rung.audience === 'owner';
const later = <T extends string>(a: T, b: T): T => (a >= b ? a : b);
const latest = (walks: readonly Walk[]): Walk | undefined => [...walks].sort((a, b) => (a.at < b.at ? 1 : -1))[0];

const isDayOnly = (anchor: Day | Moment): anchor is Day => anchor.length === 10;
const asDayOf = (anchor: Day | Moment): Day => (isDayOnly(anchor) ? anchor : dayOf(anchor));
const asStart = (anchor: Day | Moment): Moment => (isDayOnly(anchor) ? momentAt(anchor, '00:00') : anchor);
const asEnd = (anchor: Day | Moment): Moment => (isDayOnly(anchor) ? momentAt(anchor, '23:59') : anchor);
