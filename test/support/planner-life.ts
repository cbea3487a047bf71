import type { Anchor, Ladder } from '../../bot/obligations/ladder';
import type { Plan, PlanInput, PlanState, Step, Walk } from '../../bot/obligations/plan';
import { addDays, type Day } from '../../bot/time/day';
import { dayOf, type Moment, momentAt } from '../../bot/time/moment';
import { type WorkingCalendar, workingDaysBetween } from '../../bot/time/working-calendar';

/** What befalls an obligation beside its own ladder. Days are counted from the day it happens. */
export type Happening =
  | { readonly kind: 'moved'; readonly anchor: Exclude<Anchor, 'opened'>; readonly days: number }
  | { readonly kind: 'paused' | 'resumed' | 'unplanned' | 'orphaned' | 'adopted' | 'closed' }
  | { readonly kind: 'planned' | 'away' | 'snoozed'; readonly days: number }
  /** What was told last is withdrawn before it went: that walk did not happen. */
  | { readonly kind: 'withdrawn' }
  /** The house looks although nothing is due: a tick too many. */
  | { readonly kind: 'looked' };

export type Life = {
  readonly openedAt: Moment;
  /** The matter's own card went to the owner at the opening. */
  readonly ownCard: boolean;
  readonly anchors: PlanState['anchors'];
  readonly happenings: readonly { readonly at: Moment; readonly what: Happening }[];
  /** Nobody looks from the first until the second: the bot was down. */
  readonly outages: readonly { readonly from: Moment; readonly to: Moment }[];
  /** The morning digest of every reader has gone by 08:15 on days of the month that this divides; 0: never. */
  readonly digestEvery: number;
};

/** One look at the obligation: what was known, and what the planner made of it. */
export type Look = { readonly at: Moment; readonly input: PlanInput; readonly plan: Plan };

export type Lived = {
  readonly looks: readonly Look[];
  /** What the planner would be given after the last look. */
  readonly end: PlanInput;
  /** False when it went on for longer than anybody would look. */
  readonly ended: boolean;
};

export type Planner = (input: PlanInput) => Plan;

const MOST_LOOKS = 600;

/** Leads an obligation through its life with a planner, as the tick does: it looks when the plan says so, or something happened. */
export function live(
  planner: Planner,
  world: { readonly ladder: Ladder; readonly calendar: WorkingCalendar; readonly until: Moment },
  life: Life,
): Lived {
  let state: PlanState = {
    open: true,
    paused: false,
    openedAt: life.openedAt,
    anchors: { ...life.anchors, opened: dayOf(life.openedAt) },
    shift: 0,
    owned: true,
    ...(life.ownCard ? { toldAt: life.openedAt } : {}),
  };
  let walks: Walk[] = [];
  let away: { from: Day; until: Day } | undefined;
  let snoozedUntil: Day | undefined;
  let pausedOn: Day | undefined;
  let nextAt: Moment | undefined = life.openedAt;
  const left = [...life.happenings].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  const looks: Look[] = [];

  const inputAt = (now: Moment): PlanInput => {
    const today = dayOf(now);
    const isAway = away !== undefined && away.from <= today && today < away.until;
    return {
      ladder: world.ladder,
      state,
      walks,
      calendar: world.calendar,
      ...(isAway && away ? { awayUntil: away.until } : {}),
      ...(snoozedUntil === undefined ? {} : { snoozedUntil }),
      digestGone: () =>
        life.digestEvery > 0 && now.slice(11) >= '08:15' && Number(today.slice(8)) % life.digestEvery === 0,
      now,
    };
  };
  const happen = (what: Happening, now: Moment) => {
    const today = dayOf(now);
    switch (what.kind) {
      case 'moved': {
        const before = state.anchors[what.anchor];
        if (before === undefined) return;
        const day = addDays(before.length === 10 ? (before as Day) : dayOf(before as Moment), what.days);
        state = {
          ...state,
          anchors: { ...state.anchors, [what.anchor]: before.length === 10 ? day : momentAt(day, before.slice(11)) },
        };
        return;
      }
      case 'paused':
        if (!state.paused) pausedOn = today;
        state = { ...state, paused: true };
        return;
      case 'resumed':
        if (!state.paused || pausedOn === undefined) return;
        state = { ...state, paused: false, shift: state.shift + workingDaysBetween(world.calendar, pausedOn, today) };
        return;
      case 'planned':
        state = { ...state, plannedOn: addDays(today, what.days) };
        return;
      case 'unplanned': {
        const { plannedOn, ...rest } = state;
        state = rest;
        return;
      }
      case 'orphaned':
      case 'adopted':
        state = { ...state, owned: what.kind === 'adopted' };
        return;
      case 'closed':
        state = { ...state, open: false };
        return;
      case 'away':
        away = { from: today, until: addDays(today, what.days) };
        return;
      case 'snoozed':
        snoozedUntil = addDays(today, what.days);
        return;
      case 'withdrawn': {
        const told = walks.findLastIndex((walk) => walk.how === 'told' || walk.how === 'listed');
        walks = walks.map((walk, index) => (index === told ? { ...walk, how: 'void' } : walk));
        return;
      }
      case 'looked':
        return;
      default:
        what satisfies never;
    }
  };
  const lookFrom = (at: Moment): Moment => {
    const outage = life.outages.find((one) => one.from <= at && at < one.to);
    return outage ? lookFrom(outage.to) : at;
  };

  for (let n = 0; n < MOST_LOOKS; n += 1) {
    const due = nextAt === undefined ? undefined : lookFrom(nextAt);
    const happening = left[0];
    if (happening && (due === undefined || happening.at <= due)) {
      left.shift();
      happen(happening.what, happening.at);
      nextAt = state.paused || !state.open ? undefined : later(happening.at, life.openedAt);
      continue;
    }
    if (due === undefined || due > world.until)
      return { looks, end: inputAt(looks.at(-1)?.at ?? life.openedAt), ended: true };
    const input = inputAt(due);
    const plan = planner(input);
    looks.push({ at: due, input, plan });
    walks = [...walks, ...plan.steps.map((step) => walkOf(step, due))];
    const toldOwner = plan.steps.some((step) => step.kind === 'tell' && step.audience === 'owner');
    if (toldOwner && state.toldAt === undefined) state = { ...state, toldAt: due };
    nextAt = plan.nextAt;
  }
  return { looks, end: inputAt(looks.at(-1)?.at ?? life.openedAt), ended: false };
}

/** `2026-03-16T08:00 owner first line`: what a life told, did and left out, in order. */
export function story(looks: readonly Look[], options: { readonly skips?: boolean } = {}): string[] {
  return looks.flatMap(({ at, plan }) =>
    plan.steps.flatMap((step) => {
      if (step.kind === 'do') return [`${at} does ${step.verb}`];
      if (step.kind === 'tell') return [`${at} ${step.audience} ${step.rung} ${step.by}`];
      return options.skips ? [`${at} ${step.audience} ${step.rung} skipped`] : [];
    }),
  );
}

function walkOf(step: Step, at: Moment): Walk {
  const { rung, base, n } = step;
  if (step.kind === 'do') return { rung, base, n, how: 'did', at };
  const how = step.kind === 'skip' ? 'skipped' : step.by === 'line' ? 'listed' : 'told';
  return { rung, base, n, how, audience: step.audience, at };
}

const later = (a: Moment, b: Moment): Moment => (a >= b ? a : b);
