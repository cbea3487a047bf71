import type { Instant } from './calendar';
import type { Facts } from './facts';
import type { Rung, TellRung } from './ladders';
import type { Deadline, History, LiveRung, Rules } from './rules';
import type { World } from './world';

/** A deadline that passed without what was owed. */
export interface Overdue {
  readonly live: LiveRung;
  readonly by: Instant;
  /** Null: a deadline's `do`. */
  readonly personId: string | null;
}

/** The stretch in which an owed telling comes. */
export interface Window {
  readonly since: Instant;
  readonly by: Instant;
}

/** What is owed of one obligation, followed from event to event. */
export interface Owed {
  /** Judges what should have happened between two events, the facts being the same all along. `to` may be Infinity. */
  readonly settle: (facts: Facts, from: Instant, to: Instant) => void;
  /** What a new ladder newly places in the past is passed over, not sent. */
  readonly passOver: (before: Facts, facts: Facts) => void;
  /** Passes over the earlier rungs for the same audience that are owed when one is told. */
  readonly passOverBefore: (rung: TellRung, facts: Facts, at: Instant) => void;
  /** Since when a rung has been owed without a break, and by when it has to come; null: it is not owed. */
  readonly windowOf: (id: string) => Window | null;
  /** From now on a rung may come or not. */
  readonly excuse: (id: string) => void;
  readonly isExcused: (id: string) => boolean;
  /** Takes out the overdue rung that has come after all; null: it was not overdue. */
  readonly arrived: (id: string) => Overdue | null;
  /** What is overdue still. */
  readonly rest: () => readonly Overdue[];
}

type LiveTell = LiveRung<TellRung>;

interface OwedTell {
  readonly live: LiveTell;
  /** Owed without a break from here on, to whomever. */
  readonly first: Instant;
  /** Owed from here on, by all that matters to when and whom. */
  readonly since: Instant;
  readonly deadline: Deadline;
}

interface Stretch {
  readonly facts: Facts;
  readonly from: Instant;
  readonly to: Instant;
}

const isTell = (live: LiveRung): live is LiveTell => live.rung.act === 'tell';

/**
 * Follows what is owed. Between two events the facts are constant, and each rung that is still to be walked has one
 * instant from which it is owed and one by which it has to come. `until`: nothing is missed after this.
 */
export function createOwed(o: {
  history: History;
  world: World;
  rules: Rules;
  tolerance: number;
  until: Instant;
}): Owed {
  const { history, world, rules, tolerance } = o;
  let owed = new Map<string, OwedTell>();
  const overdue = new Map<string, Overdue>();
  const excused = new Set<string>();

  const liveRungs = (facts: Facts, now: Instant): readonly LiveRung[] =>
    facts.ladder.rungs
      .map((rung) => rules.look(rung, facts, history, now))
      .filter((standing): standing is LiveRung => standing.is === 'live' && Number.isFinite(standing.by));

  const skip = (live: LiveTell, at: Instant): void => {
    history.walks.push({ rung: live.rung.key, base: live.base, at, how: 'skipped', entry: null });
  };

  const hasPassed = (by: Instant, to: Instant): boolean =>
    by <= o.until && (to === Number.POSITIVE_INFINITY || by + tolerance < to);

  const isOver = (rung: Rung, facts: Facts, at: Instant): boolean => {
    const end = rules.untilOf(rung, facts);
    return end !== null && end.from <= at;
  };

  const sameDeadline = (a: Deadline, b: Deadline): boolean =>
    a.due && b.due ? a.by === b.by && a.to.join() === b.to.join() : a.due === b.due;

  /** Since when a rung has been owed: from before this stretch, if nothing that matters to it has changed. */
  const owedTell = (live: LiveTell, { facts, from }: Stretch): OwedTell => {
    const before = owed.get(live.id);
    const since = Math.max(live.by, from);
    const goesOn = before !== undefined && live.by <= from && before.since <= from;
    const first = goesOn ? before.first : since;
    if (goesOn) {
      const deadline = rules.tellBy(live.rung, facts, before.since, true);
      if (sameDeadline(deadline, before.deadline)) return { live, first, since: before.since, deadline };
    }
    return { live, first, since, deadline: rules.tellBy(live.rung, facts, since, true) };
  };

  /** Follows the deadlines; says from when on one of them is owed, and nothing else may be asked for. */
  const settleDos = (lives: readonly LiveRung[], { facts, from, to }: Stretch): Instant => {
    let first = Number.POSITIVE_INFINITY;
    for (const live of lives) {
      if (isTell(live)) continue;
      const { by } = rules.walkOf(facts, Math.max(live.by, from));
      if (isOver(live.rung, facts, by)) continue;
      first = Math.min(first, by);
      if (hasPassed(by, to) && !overdue.has(live.id)) overdue.set(live.id, { live, by, personId: null });
    }
    return first;
  };

  /** The first rung that is passed over in this stretch because its owner is away; excuses those that nobody is there for. */
  const firstSkip = (tells: readonly OwedTell[], { facts, to }: Stretch): { live: LiveTell; at: Instant } | null => {
    let first: { live: LiveTell; at: Instant } | null = null;
    for (const { live, deadline } of tells) {
      if (deadline.due || excused.has(live.id) || deadline.at >= to || deadline.at > o.until) continue;
      if (deadline.why === 'nobody' || isOver(live.rung, facts, deadline.at)) excused.add(live.id);
      else if (first === null || deadline.at < first.at) first = { live, at: deadline.at };
    }
    return first;
  };

  /** A line that waits for its digest holds up the rungs after it: two for one audience do not come on one day. */
  const byAfterWaiting = (tells: readonly OwedTell[], index: number, tell: OwedTell, by: Instant): Instant =>
    tells
      .slice(0, index)
      .filter(({ live, first }) => live.rung.audience === tell.live.rung.audience && first < tell.first)
      .reduce((latest, { deadline }) => (deadline.due ? Math.max(latest, deadline.by) : latest), by);

  /** When another rung for the same audience, further up the ladder, is walked instead; null: none is by then. */
  const replacedAt = (tells: readonly OwedTell[], index: number, tell: OwedTell, by: Instant, facts: Facts) => {
    const walks = tells
      .slice(index + 1)
      .filter(({ live, deadline }) => {
        const same = live.rung.audience === tell.live.rung.audience;
        return same && live.needed && !excused.has(live.id) && deadline.due && !isOver(live.rung, facts, deadline.by);
      })
      .map(({ first }) => facts.calendar.nextOpen(first, 0))
      .filter((at) => at <= by);
    return walks.length > 0 ? Math.min(...walks) : null;
  };

  /** A line that a digest counts without showing it ("n more") is taken as told with it. */
  const takeUnshown = (to: readonly string[], since: Instant, by: Instant): Instant | null => {
    for (const id of to) {
      const digest = world
        .digestsOf(id)
        .find(({ entry, unshown }) => unshown > 0 && entry.at >= since && entry.at <= by + tolerance);
      if (!digest) continue;
      digest.unshown -= 1;
      return digest.entry.at;
    }
    return null;
  };

  /** Finds the tellings whose time has passed; true where one is taken as told, and all has to be looked at anew. */
  const settleTells = (tells: readonly OwedTell[], { facts, to }: Stretch, doFrom: Instant): boolean => {
    for (const [index, tell] of tells.entries()) {
      const { live, since, deadline } = tell;
      if (!deadline.due || !live.needed || excused.has(live.id) || overdue.has(live.id)) continue;
      const by = byAfterWaiting(tells, index, tell, deadline.by);
      if (isOver(live.rung, facts, by)) {
        // Past its `until` it is passed over; should that day move on afterwards, it may come or not.
        if (by < to) excused.add(live.id);
        continue;
      }
      const replaced = replacedAt(tells, index, tell, by, facts);
      if (replaced !== null) {
        // Passed over with that walk, even if what was walked is held and never sent.
        if (replaced < to) excused.add(live.id);
        continue;
      }
      if (!hasPassed(by, to) || by >= doFrom) continue;
      const shownAt = live.rung.by === 'line' ? takeUnshown(deadline.to, since, by) : null;
      if (shownAt !== null) {
        tellUnseen(live, shownAt);
        return true;
      }
      overdue.set(live.id, { live, by, personId: deadline.to[0] ?? null });
    }
    return false;
  };

  const tellUnseen = (live: LiveTell, at: Instant): void => {
    history.walks.push({ rung: live.rung.key, base: live.base, at, how: 'told', entry: null });
    history.lastTold.set(live.rung.audience, at);
    if (live.rung.audience === 'owner') history.toldAt ??= at;
  };

  const settle = (facts: Facts, from: Instant, to: Instant): void => {
    const stretch = { facts, from, to };
    if (facts.state !== 'open') {
      owed = new Map();
      return;
    }
    // Every turn but the last walks one rung.
    for (;;) {
      const lives = liveRungs(facts, from);
      const doFrom = settleDos(lives, stretch);
      const tells = lives
        .filter(isTell)
        .filter((live) => live.by < to)
        .map((live) => owedTell(live, stretch));
      owed = new Map(tells.map((tell) => [tell.live.id, tell]));
      const away = firstSkip(tells, stretch);
      if (away) skip(away.live, away.at);
      else if (!settleTells(tells, stretch, doFrom)) return;
    }
  };

  const passOver = (before: Facts, facts: Facts): void => {
    if (facts.state !== 'open') return;
    const { at } = facts;
    const past = liveRungs(before, at).filter(({ landsAt }) => landsAt <= at);
    const known = new Set(past.map(({ rung }) => rung.key));
    for (const live of liveRungs(facts, at).filter(isTell)) {
      if (live.landsAt <= at && !known.has(live.rung.key)) skip(live, at);
    }
  };

  const passOverBefore = (rung: TellRung, facts: Facts, at: Instant): void => {
    const { rungs } = facts.ladder;
    for (const live of liveRungs(facts, at).filter(isTell)) {
      const isBefore = rungs.indexOf(live.rung) < rungs.indexOf(rung);
      if (isBefore && live.rung.audience === rung.audience && live.by <= at) skip(live, at);
    }
  };

  const arrived = (id: string): Overdue | null => {
    const late = overdue.get(id) ?? null;
    overdue.delete(id);
    return late;
  };

  const windowOf = (id: string): Window | null => {
    const tell = owed.get(id);
    return tell?.deadline.due ? { since: tell.first, by: tell.deadline.by } : null;
  };

  return {
    settle,
    passOver,
    passOverBefore,
    windowOf,
    excuse: (id) => excused.add(id),
    isExcused: (id) => excused.has(id),
    arrived,
    rest: () => [...overdue.values()],
  };
}
