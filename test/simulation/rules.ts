import { type Day, type Instant, minutesOf, type Span, type WorkCalendar } from './calendar';
import type { Anchor, Facts } from './facts';
import { type ActEvent, type AnchorName, ROLES } from './journal';
import type { Audience, Rung, TellRung } from './ladders';
import type { Entry, World } from './world';

/** A rung that was carried out, or passed over, for the unshifted day of its anchor. */
export interface Walk {
  readonly rung: string;
  readonly base: Day;
  readonly at: Instant;
  readonly how: 'told' | 'did' | 'skipped';
  readonly entry: Entry<ActEvent> | null;
}

/** What one obligation's people have been told so far, as the journal shows it. */
export interface History {
  readonly walks: Walk[];
  readonly lastTold: Map<Audience, Instant>;
  /** The owner's first telling, their own card included. */
  toldAt: Instant | null;
}

/** What can hold a rung back. */
export type Hold = 'time' | 'every' | 'grace' | 'breath' | 'quiet' | 'snooze';

/** One reason why a rung is not owed before an instant; where the rules leave a choice, from the first to the last of it. */
interface Part {
  readonly hold: Hold;
  readonly from: Instant;
  readonly by: Instant;
}

/** A rung that is still to be walked for the present day of its anchor. */
export interface LiveRung<R extends Rung = Rung> {
  readonly is: 'live';
  readonly rung: R;
  readonly base: Day;
  /** Names this walk among all of the obligation. */
  readonly id: string;
  /** The instant of its day, whatever else holds it back. */
  readonly landsAt: Instant;
  /** Not earlier than this, working hours aside; Infinity while its grace has not begun. */
  readonly from: Instant;
  /** Owed from here on at the latest, working hours aside. */
  readonly by: Instant;
  /** What holds it back longest. */
  readonly hold: Hold;
  /** False where the rules may be read either way: it may be told, and may be left. */
  readonly needed: boolean;
}

export type Standing =
  | LiveRung
  | { readonly is: 'walked' | 'superseded'; readonly base: Day; readonly walk: Walk }
  | { readonly is: 'without-anchor' };

/**
 * Who is to be told. `tell`: one of `allowed`; `wait`: nobody before `backOn`; `skip`: the rung is passed over;
 * `nobody`: the rules name no one. `allowed` may be told in any case.
 */
export interface Receiver {
  readonly duty: 'tell' | 'wait' | 'skip' | 'nobody';
  readonly holder: string | null;
  readonly allowed: readonly string[];
  readonly backOn: Day | null;
}

/** By when an owed rung has to be told and whom; or why, and from when, it need not. */
export type Deadline =
  | { readonly due: true; readonly by: Instant; readonly to: readonly string[] }
  | { readonly due: false; readonly why: 'skip' | 'nobody'; readonly at: Instant };

/** The stretch in which an anchor comes: from its first to its last possible instant, one and the same if it has an hour. */
export interface Coming {
  readonly from: Instant;
  readonly to: Instant;
}

/** The rules of the obligations page, each asked about one rung of one obligation. */
export interface Rules {
  readonly look: (rung: Rung, facts: Facts, history: History, now: Instant) => Standing;
  readonly receiverOn: (audience: Audience, facts: Facts, day: Day) => Receiver;
  readonly tellBy: (rung: TellRung, facts: Facts, since: Instant, outages: boolean) => Deadline;
  /** When the bot, being up, walks what is owed in working hours: at the earliest, and with a tick left of the day. */
  readonly walkOf: (facts: Facts, since: Instant) => { from: Instant; by: Instant };
  readonly untilOf: (rung: Rung, facts: Facts) => Coming | null;
  /** Whether a line for somebody whose digest of the day has gone may be a card at `at`. */
  readonly mayBeCard: (rung: TellRung, facts: Facts, to: string, at: Instant) => boolean;
}

/** The hour at which the day's digest is put together. */
const DIGEST_HOUR = minutesOf('08:00');

// Each turn of the search for a working hour moves at least to the next opening; more turns than this is a mistake.
const MOST_MOVES = 500;

/** The rules over a world. `tolerance`: how many milliseconds after its instant a telling is still in time. */
export function createRules(o: { world: World; tolerance: number }): Rules {
  const { world, tolerance } = o;
  const { zone } = world.house;

  /** The day of an anchor as the clock that stood still has moved it. */
  const effectiveDay = (name: AnchorName, anchor: Anchor, facts: Facts): Day =>
    name === 'opened' || name === 'due'
      ? facts.calendar.plus(anchor.day, { count: facts.shift, unit: 'wd' })
      : anchor.day;

  const coming = (name: AnchorName, facts: Facts): Coming | null => {
    const anchor = facts.anchors.get(name);
    if (!anchor) return null;
    const day = effectiveDay(name, anchor, facts);
    if (anchor.minute === null) return { from: zone.instantAt(day, 0), to: zone.instantAt(day + 1, 0) };
    const at = zone.instantAt(day, anchor.minute);
    return { from: at, to: at };
  };

  const untilOf = (rung: Rung, facts: Facts): Coming | null => (rung.until === null ? null : coming(rung.until, facts));

  const landing = (rung: Rung, anchor: Anchor, facts: Facts): Day => {
    const { calendar } = facts;
    const day = calendar.plus(effectiveDay(rung.anchor, anchor, facts), rung.offset);
    if (rung.act === 'do') return calendar.after(day);
    return rung.offset.count > 0 ? calendar.onOrAfter(day) : calendar.onOrBefore(day);
  };

  const repeated = (every: Span, last: Walk, rung: Rung, facts: Facts): Instant => {
    const day = facts.calendar.onOrAfter(facts.calendar.plus(zone.dayAt(last.at), every));
    return zone.instantAt(day, rung.hour);
  };

  const latest = (instants: readonly Instant[]): Instant => Math.max(...instants);

  const workingDaysLater = (instant: Instant, count: number, rung: Rung, calendar: WorkCalendar): Instant =>
    zone.instantAt(calendar.plus(zone.dayAt(instant), { count, unit: 'wd' }), rung.hour);

  /** Grace, or null where nobody waits for it: an orphan, an owner out of reach, or one who is away from a matter that runs on. */
  const graceOf = (rung: TellRung, facts: Facts, history: History, ready: Instant): Part | null => {
    if (rung.grace === null || facts.ownerId === null) return null;
    // Whoever has blocked the bot cannot be told: the manager is asked all the same, or the matter would be forgotten.
    if (history.toldAt === null && world.outageEnd(ready, ready + 1, facts.ownerId) !== null) return null;
    const over =
      history.toldAt === null
        ? Number.POSITIVE_INFINITY
        : workingDaysLater(history.toldAt, rung.grace, rung, facts.calendar);
    const part = { hold: 'grace', from: over, by: over } as const;
    if (facts.ladder.absence !== 'runs') return part;
    const readyOn = zone.dayAt(facts.calendar.nextOpen(ready, 0));
    const awayFrom = world.absentFrom(facts.ownerId, readyOn, facts.seq);
    if (awayFrom === readyOn) return null;
    if (awayFrom === null || zone.instantAt(awayFrom, 0) >= over) return part;
    const away = zone.instantAt(awayFrom, 0);
    return { hold: 'grace', from: away, by: Number.isFinite(over) ? over : zone.instantAt(awayFrom, rung.hour) };
  };

  const snoozeOf = (rung: TellRung, facts: Facts): Part | null => {
    const longest = facts.ladder.snooze;
    if (longest === null || rung.audience !== 'owner' || rung.by !== 'line' || facts.ownerId === null) return null;
    const snooze = facts.snoozes.get(facts.ownerId);
    if (!snooze) return null;
    const until = Math.min(snooze.untilOn, snooze.firstOn + longest);
    const { calendar } = facts;
    return {
      hold: 'snooze',
      from: zone.instantAt(calendar.onOrAfter(until), rung.hour),
      by: zone.instantAt(calendar.after(until), rung.hour),
    };
  };

  const partsOf = (rung: Rung, start: Part, facts: Facts, history: History, now: Instant): readonly Part[] => {
    const parts: Part[] = [start];
    if (rung.quietWhenPlanned && facts.plannedOn !== null) {
      const after = facts.calendar.after(facts.plannedOn);
      parts.push({ hold: 'quiet', from: zone.instantAt(after, 0), by: zone.instantAt(after, rung.hour) });
    }
    if (rung.act === 'do') return parts;
    const last = history.lastTold.get(rung.audience);
    if (last !== undefined) {
      const breath = workingDaysLater(last, 1, rung, facts.calendar);
      parts.push({ hold: 'breath', from: breath, by: breath });
    }
    const snooze = snoozeOf(rung, facts);
    if (snooze) parts.push(snooze);
    const grace = graceOf(rung, facts, history, latest([now, ...parts.map((part) => part.by)]));
    if (grace) parts.push(grace);
    return parts;
  };

  const walksOf = (rung: Rung, base: Day, history: History): readonly Walk[] =>
    history.walks.filter((walk) => walk.rung === rung.key && walk.base === base);

  /** A later rung of the ladder for the same audience that is walked: for the day its anchor has now, or had before. */
  const supersededBy = (rung: TellRung, facts: Facts, history: History): { now: Walk | null; before: boolean } => {
    const { rungs } = facts.ladder;
    let before = false;
    for (const later of rungs.slice(rungs.indexOf(rung) + 1)) {
      if (later.act !== 'tell' || later.audience !== rung.audience) continue;
      const base = facts.anchors.get(later.anchor)?.day;
      const walks = history.walks.filter((walk) => walk.rung === later.key);
      const now = walks.find((walk) => walk.base === base);
      if (now) return { now, before };
      if (walks.length > 0 && later.anchor !== rung.anchor) before = true;
    }
    return { now: null, before };
  };

  const look = (rung: Rung, facts: Facts, history: History, now: Instant): Standing => {
    const anchor = facts.anchors.get(rung.anchor);
    if (!anchor) return { is: 'without-anchor' };
    const base = anchor.day;
    const walks = walksOf(rung, base, history);
    const last = walks.at(-1);
    const every = rung.act === 'tell' ? rung.every : null;
    if (last && !every) return { is: 'walked', base, walk: last };
    let needed = true;
    if (rung.act === 'tell') {
      const superseded = supersededBy(rung, facts, history);
      if (superseded.now) return { is: 'superseded', base, walk: superseded.now };
      needed = !superseded.before;
    }
    const day = last && every ? repeated(every, last, rung, facts) : null;
    const first = day ?? Math.max(zone.instantAt(landing(rung, anchor, facts), rung.hour), facts.openedAt);
    const start: Part = { hold: day === null ? 'time' : 'every', from: first, by: first };
    const parts = partsOf(rung, start, facts, history, now);
    let longest = start;
    for (const part of parts) if (part.from > longest.from) longest = part;
    return {
      is: 'live',
      rung,
      base,
      id: `${rung.key} ${base} ${walks.length}`,
      landsAt: first,
      from: longest.from,
      by: latest(parts.map((part) => part.by)),
      hold: longest.hold,
      needed,
    };
  };

  const holderOf = (audience: Audience, facts: Facts): string | null => {
    const of = (role: string): string | null => {
      if (role === 'owner') return facts.ownerId;
      const known = ROLES.find((candidate) => candidate === role);
      return (known && facts.roles[known]) ?? null;
    };
    if (!audience.endsWith('.manager')) return of(audience);
    const role = audience.slice(0, -'.manager'.length);
    const below = of(role) ?? (role === 'owner' ? facts.formerOwnerId : null);
    return below === null ? null : (world.personAt(below, facts.seq)?.managerId ?? null);
  };

  const standInsFor = (holder: string, audience: Audience, facts: Facts, day: Day): readonly string[] => {
    const leads = audience === 'lead' || (audience === 'owner' && facts.ownerRole === 'lead');
    const named = leads ? [facts.roles['co-lead'], ...world.coLeadsOf(holder, facts.seq)] : [];
    const ids = new Set([...named, world.personAt(holder, facts.seq)?.deputyId]);
    return [...ids].filter(
      (id): id is string =>
        typeof id === 'string' &&
        id !== holder &&
        !world.hasLeft(id, day, facts.seq) &&
        !world.isAbsent(id, day, facts.seq),
    );
  };

  const receiverOn = (audience: Audience, facts: Facts, day: Day): Receiver => {
    const holder = holderOf(audience, facts);
    if (holder === null || world.hasLeft(holder, day, facts.seq)) {
      return { duty: 'nobody', holder, allowed: [], backOn: null };
    }
    const orphan = audience === 'owner.manager' && facts.ownerId === null;
    if (!world.isAbsent(holder, day, facts.seq)) {
      return { duty: orphan ? 'nobody' : 'tell', holder, allowed: [holder], backOn: null };
    }
    const standIns = standInsFor(holder, audience, facts, day);
    const backOn = world.backOn(holder, day, facts.seq);
    switch (facts.ladder.absence) {
      case 'runs':
        return audience === 'owner'
          ? { duty: 'skip', holder, allowed: [], backOn: null }
          : { duty: 'nobody', holder, allowed: standIns, backOn: null };
      case 'stops':
        return { duty: 'wait', holder, allowed: audience === 'owner' ? [] : standIns, backOn };
      case 'deputy':
        if (orphan) return { duty: 'nobody', holder, allowed: standIns, backOn: null };
        return standIns.length > 0
          ? { duty: 'tell', holder, allowed: standIns, backOn: null }
          : { duty: 'wait', holder, allowed: [holder], backOn };
      default:
        return facts.ladder.absence satisfies never;
    }
  };

  /** The first instant from `at` on when the bot is up, somebody's work is done, and a `margin` is left of the day. */
  const upAndOpen = (at: Instant, calendar: WorkCalendar, personId: string | null, margin: number): Instant => {
    let found = calendar.nextOpen(at, margin);
    for (let moves = 0; moves < MOST_MOVES; moves += 1) {
      const end = world.outageEnd(found, found + Math.max(margin, 1), personId);
      if (end === null) return found;
      found = calendar.nextOpen(end, margin);
    }
    throw new Error('the bot is never up in working hours');
  };

  /** By when something that is due at `at` can be asked for. */
  const reachable = (at: Instant, calendar: WorkCalendar, personId: string | null, outages: boolean): Instant =>
    outages ? upAndOpen(at, calendar, personId, tolerance) : calendar.nextOpen(at, tolerance);

  /** Whether somebody's digest of the day had gone when a line became owed in the middle of that day. */
  const digestGone = (to: string, day: Day, owedAt: Instant): boolean =>
    owedAt > zone.instantAt(day, DIGEST_HOUR) &&
    world.digestsOf(to).some((digest) => digest.on === day && digest.entry.at <= owedAt + tolerance);

  /** Whether due, meeting or until comes between two instants: surely, and as far as a day without an hour can tell. */
  const comesFirst = (rung: TellRung, facts: Facts, at: Instant, next: Instant): { may: boolean; must: boolean } => {
    const names = new Set<AnchorName>(['due', 'meeting']);
    if (rung.until !== null) names.add(rung.until);
    let may = false;
    let must = false;
    for (const name of names) {
      const comes = coming(name, facts);
      if (!comes || comes.to <= at) continue;
      if (zone.dayAt(comes.from) <= zone.dayAt(next)) may = true;
      if (comes.to < next) must = true;
    }
    return { may, must };
  };

  const nextDigest = (to: string, facts: Facts, at: Instant, outages: boolean): Instant =>
    reachable(zone.instantAt(zone.dayAt(at) + 1, DIGEST_HOUR), world.calendarOf(to, facts.seq), to, outages);

  const mayBeCard = (rung: TellRung, facts: Facts, to: string, at: Instant): boolean => {
    const today = zone.dayAt(at);
    const gone = world.digestsOf(to).some((digest) => digest.on === today && digest.entry.at <= at);
    return gone && comesFirst(rung, facts, at, nextDigest(to, facts, at, false)).may;
  };

  /** When a line goes that could go at `at`: with the day's digest, or with the next, or as a card. */
  const lineAt = (
    rung: TellRung,
    facts: Facts,
    to: string,
    o: { owedAt: Instant; at: Instant; outages: boolean },
  ): Instant => {
    if (!digestGone(to, zone.dayAt(o.at), o.owedAt)) return o.at;
    const planned = nextDigest(to, facts, o.at, false);
    return comesFirst(rung, facts, o.at, planned).must ? o.at : nextDigest(to, facts, o.at, o.outages);
  };

  const tellBy = (rung: TellRung, facts: Facts, since: Instant, outages: boolean): Deadline => {
    let owedAt = since;
    let at = since;
    for (let moves = 0; moves < MOST_MOVES; moves += 1) {
      const walked = reachable(at, facts.calendar, null, outages);
      const day = zone.dayAt(walked);
      const receiver = receiverOn(rung.audience, facts, day);
      if (receiver.duty === 'skip' || receiver.duty === 'nobody') return { due: false, why: receiver.duty, at: walked };
      if (receiver.duty === 'wait') {
        at = zone.instantAt(receiver.backOn ?? day + 1, rung.hour);
        owedAt = at;
        continue;
      }
      const sent = latest(
        receiver.allowed.map((id) => {
          const hour = reachable(walked, world.calendarOf(id, facts.seq), id, outages);
          return rung.by === 'card' ? hour : lineAt(rung, facts, id, { owedAt, at: hour, outages });
        }),
      );
      const then = receiverOn(rung.audience, facts, zone.dayAt(sent));
      if (then.duty === 'tell' && then.allowed.join() === receiver.allowed.join()) {
        return { due: true, by: sent, to: receiver.allowed };
      }
      at = sent;
    }
    throw new Error(`${facts.ladder.kind}.${rung.key}: no hour at which it could be told`);
  };

  const walkOf = (facts: Facts, since: Instant): { from: Instant; by: Instant } => ({
    from: upAndOpen(since, facts.calendar, null, 0),
    by: upAndOpen(since, facts.calendar, null, tolerance),
  });

  return { look, receiverOn, tellBy, walkOf, untilOf, mayBeCard };
}
