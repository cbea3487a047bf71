import type { Breach, BreachName, BreachRule } from './breach';
import type { Day, Instant } from './calendar';
import { type Facts, factsOf } from './facts';
import type { ActEvent, DidEvent, FactEvent, JournalEvent, OpenedEvent, ToldEvent } from './journal';
import type { DoRung, Rung, TellRung } from './ladders';
import type { Deadline, History, LiveRung, Rules, Standing, Walk } from './standing';
import type { Entry, World } from './world';

/** Everything the journal says of one obligation, in order. */
export interface ObligationLog {
  readonly key: string;
  readonly said: readonly Entry<FactEvent>[];
  readonly acts: readonly Entry<ActEvent>[];
}

/** What is asked of a breach before it is written down with its story. */
interface Fault {
  readonly name: BreachName;
  readonly rule: BreachRule;
  readonly because: string;
  /** Earlier acts that belong to the story. */
  readonly acts: readonly (Entry<ActEvent> | null)[];
}

interface Verdict {
  readonly fault: Fault | null;
  readonly facts: Facts;
  readonly rung: Rung | null;
  readonly standing: Standing | null;
}

/** A deadline that passed; it becomes `late` when the telling is seen after all. */
interface Overdue {
  readonly live: LiveRung;
  readonly by: Instant;
  readonly personId: string | null;
  readonly facts: Facts;
  readonly seq: number;
}

interface Owed {
  readonly since: Instant;
  readonly deadline: Deadline;
}

const STORY_TYPES: readonly FactEvent['type'][] = [
  'anchor',
  'paused',
  'resumed',
  'planned',
  'owner',
  'roles',
  'snoozed',
  'closed',
];

/**
 * Reads the history of one obligation against the rules: whether each telling was allowed when it came and to whom it
 * went, and whether every rung and audience had one inside its window, or a rule that excuses it.
 *
 * The facts are constant between two events; in each such stretch every rung that is still to be walked has one instant
 * from which it is owed. Nothing is planned ahead: what was told is taken as the journal shows it, right or wrong, so that
 * one wrong telling is one breach.
 */
export function inspect(
  log: ObligationLog,
  o: { world: World; rules: Rules; tolerance: number; until: Instant },
): readonly Breach[] {
  const { world, rules, tolerance, until } = o;
  const { zone } = world.house;
  const first = log.said[0];
  if (!first) return log.acts.map((act) => unknownTo(act, log.key));
  const opened = first.event as OpenedEvent;
  const versions = factsOf(log.said, world);
  const start = versions[0];
  if (!start) return [];

  const breaches: Breach[] = [];
  const history: History = { walks: [], lastTold: new Map(), toldAt: null };
  const owed = new Map<string, Owed>();
  const overdue = new Map<string, Overdue>();
  const excused = new Set<string>();
  const repeatsOfUnsure = new Set<Entry<ActEvent>>();

  if (opened.ownCard && opened.ownerId !== null) {
    history.lastTold.set('owner', first.at);
    history.toldAt = first.at;
  }

  const local = (at: Instant): string => zone.text(at);

  const storyOf = (at: Instant, acts: readonly (Entry<ActEvent> | null)[], people: readonly string[], day: Day) => {
    const entries = new Set<Entry>([first]);
    for (const type of STORY_TYPES) {
      const last = log.said.findLast((entry) => entry.event.type === type && entry.at <= at);
      if (last) entries.add(last);
    }
    for (const act of acts) if (act) entries.add(act);
    for (const change of world.changesFor(new Set(people))) {
      const { event } = change;
      if (event.type === 'absence' && change.at <= at && event.fromOn <= textFor(day) && textFor(day) <= event.toOn) {
        entries.add(change);
      }
    }
    return [...entries].sort((a, b) => a.seq - b.seq).map((entry) => entry.event as JournalEvent);
  };
  const textFor = (day: Day): string => zone.text(zone.instantAt(day, 0)).slice(0, 10);

  const record = (fault: Fault, act: Entry<ActEvent>): void => {
    const { event } = act;
    const personId = event.type === 'told' ? event.to : null;
    const people = [opened.ownerId, personId].filter((id) => id !== null);
    breaches.push({
      name: fault.name,
      rule: fault.rule,
      key: log.key,
      kind: opened.kind,
      rung: event.rung,
      personId,
      at: event.at,
      because: fault.because,
      story: storyOf(act.at, [...fault.acts, act], people, zone.dayAt(act.at)),
    });
  };

  const recordOverdue = (missed: Overdue, act: Entry<ActEvent> | null): void => {
    const { live, by, personId } = missed;
    const before = history.walks.filter((walk) => walk.rung === live.rung.key).at(-1)?.entry ?? null;
    const people = [opened.ownerId, personId].filter((id) => id !== null);
    breaches.push({
      name: act ? 'late' : 'missed',
      rule: live.hold,
      key: log.key,
      kind: opened.kind,
      rung: live.rung.key,
      personId,
      at: new Date(by).toISOString(),
      because: `it was owed by ${local(by)} and ${act ? `came at ${local(act.at)}` : 'never came'}`,
      story: storyOf(act?.at ?? by, [before, act], people, zone.dayAt(by)),
    });
  };

  const lastTelling = (rungs: readonly string[]): Entry<ActEvent> | null =>
    history.walks.findLast((walk) => walk.entry !== null && rungs.includes(walk.rung))?.entry ?? null;

  const tellingsTo = (rung: TellRung, facts: Facts): readonly string[] =>
    facts.ladder.rungs.filter((other) => other.act === 'tell' && other.audience === rung.audience).map((r) => r.key);

  // ---- Was this telling allowed?

  const notOpen = (facts: Facts): Fault | null => {
    if (facts.state === 'closed') {
      return { name: 'needless', rule: 'settled', because: `it was closed at ${local(facts.at)}`, acts: [] };
    }
    if (facts.state === 'paused') {
      return { name: 'needless', rule: 'paused', because: 'its clock stands still', acts: [] };
    }
    return null;
  };

  const wrongReceiver = (rung: TellRung, facts: Facts, told: Entry<ToldEvent>): Fault | null => {
    const { to } = told.event;
    const day = zone.dayAt(told.at);
    const receiver = rules.receiverOn(rung.audience, facts, day);
    if (receiver.allowed.includes(to)) return null;
    const acts: (Entry<ActEvent> | null)[] = [];
    if (world.hasLeft(to, day, facts.seq)) {
      return { name: 'misdirected', rule: 'left', because: `${to} has left`, acts };
    }
    if (to === receiver.holder && world.isAbsent(to, day, facts.seq)) {
      const name = { stops: 'early', runs: 'needless', deputy: 'misdirected' } as const;
      return { name: name[facts.ladder.absence], rule: 'absence', because: `${to} is away`, acts };
    }
    const right = receiver.allowed.join(' or ') || 'nobody';
    return { name: 'misdirected', rule: 'receiver', because: `${rung.audience} was ${right}`, acts };
  };

  const past = (rung: Rung, facts: Facts, at: Instant): Fault | null => {
    const end = rules.untilOf(rung, facts);
    if (!end || at <= end.to + tolerance) return null;
    return { name: 'needless', rule: 'until', because: `${rung.until} was over at ${local(end.to)}`, acts: [] };
  };

  const tooSoon = (live: LiveRung, facts: Facts, at: Instant): Fault | null => {
    if (at >= live.from) {
      const open = facts.calendar.nextOpen(live.from, 0);
      if (at >= open) return null;
      const because = `nobody works on it before ${local(open)}`;
      return { name: 'early', rule: 'calendar', because, acts: [] };
    }
    const when = Number.isFinite(live.from) ? `not before ${local(live.from)}` : 'not before its owner has been told';
    const sameDay = Number.isFinite(live.from) && zone.dayAt(at) === zone.dayAt(live.from);
    const fault = { rule: live.hold, because: when } as const;
    const own = lastTelling([live.rung.key]);
    switch (live.hold) {
      case 'breath':
        return { ...fault, name: 'doubled', acts: [lastActOf(live.rung, facts)] };
      case 'every':
        return { ...fault, name: sameDay ? 'early' : 'doubled', acts: [own] };
      case 'quiet':
      case 'snooze':
        return { ...fault, name: 'needless', acts: [own] };
      case 'grace':
        return { ...fault, name: 'early', acts: [ownersFirst(facts)] };
      case 'time':
        return { ...fault, name: 'early', acts: [own] };
      default:
        return live.hold satisfies never;
    }
  };
  const lastActOf = (rung: Rung, facts: Facts): Entry<ActEvent> | null =>
    rung.act === 'tell' ? lastTelling(tellingsTo(rung, facts)) : null;
  const ownersFirst = (facts: Facts): Entry<ActEvent> | null => {
    const keys = facts.ladder.rungs
      .filter((rung) => rung.act === 'tell' && rung.audience === 'owner')
      .map((r) => r.key);
    return history.walks.find((walk) => walk.entry !== null && keys.includes(walk.rung))?.entry ?? null;
  };

  /** A later rung for the same audience had been owed as well: that one should have been told. */
  const notTheLast = (live: LiveRung<TellRung>, facts: Facts, at: Instant): Fault | null => {
    const { rungs } = facts.ladder;
    for (const later of rungs.slice(rungs.indexOf(live.rung) + 1)) {
      if (later.act !== 'tell' || later.audience !== live.rung.audience) continue;
      const other = rules.look(later, facts, history, at);
      if (other.is !== 'live' || !other.needed || excused.has(other.id) || other.by + tolerance >= at) continue;
      const end = rules.untilOf(later, facts);
      if (end && end.from <= at) continue;
      // Walked before the other was owed, and held since by the hours of the person: which rung is not asked again.
      const owedFrom = facts.calendar.nextOpen(live.by, 0);
      const held = rules.tellBy(live.rung, facts, owed.get(live.id)?.since ?? owedFrom, false);
      if (owedFrom < other.by && held.due && at <= held.by + tolerance) continue;
      const because = `${later.key} was owed as well since ${local(other.by)}`;
      return { name: 'needless', rule: 'last-owed', because, acts: [] };
    }
    return null;
  };

  const wrongForm = (rung: TellRung, facts: Facts, told: Entry<ToldEvent>): Fault | null => {
    const { by, to } = told.event;
    if (by === rung.by || (rung.by === 'line' && rules.cardForLine(rung, facts, to, told.at).may)) return null;
    return { name: 'misdirected', rule: 'form', because: `it is told by ${rung.by}, not by ${by}`, acts: [] };
  };

  const outsideHours = (facts: Facts, told: Entry<ToldEvent>): Fault | null => {
    const { to, by } = told.event;
    // A line comes with its digest, whose hour is judged once.
    if (by === 'line' && digestOf(told) !== null) return null;
    if (world.calendarOf(to, facts.seq).isOpen(told.at, tolerance)) return null;
    return { name: 'outside-hours', rule: 'hours', because: `${to} is not at work at ${local(told.at)}`, acts: [] };
  };

  const digestOf = (told: Entry<ToldEvent>): Entry | null =>
    world.digestsOf(told.event.to).find((digest) => Math.abs(digest.entry.at - told.at) <= tolerance)?.entry ?? null;

  const again = (standing: Standing): Fault | null => {
    if (standing.is !== 'walked' && standing.is !== 'superseded') return null;
    const { walk } = standing;
    const how = walk.how === 'skipped' ? 'was passed over' : `was walked at ${local(walk.at)}`;
    if (standing.is === 'superseded') {
      return { name: 'needless', rule: 'superseded', because: `${walk.rung} ${how}`, acts: [walk.entry] };
    }
    const name = walk.how === 'skipped' ? 'needless' : 'doubled';
    const because = `it ${how} for ${textFor(standing.base)}`;
    return { name, rule: 'walked', because, acts: [walk.entry] };
  };

  const noSuch = (because: string): Fault => ({ name: 'unseen', rule: 'unknown', because, acts: [] });

  const judgeTold = (facts: Facts, told: Entry<ToldEvent>): Verdict => {
    const rung = facts.ladder.rungs.find((candidate) => candidate.key === told.event.rung) ?? null;
    if (rung?.act !== 'tell') {
      return { fault: notOpen(facts) ?? noSuch('no such rung tells anybody'), facts, rung: null, standing: null };
    }
    const standing = rules.look(rung, facts, history, told.at);
    if (standing.is === 'without-anchor') {
      return { fault: noSuch(`it has no ${rung.anchor}`), facts, rung, standing };
    }
    const live = standing.is === 'live' ? { ...standing, rung } : null;
    const fault =
      notOpen(facts) ??
      wrongReceiver(rung, facts, told) ??
      again(standing) ??
      past(rung, facts, told.at) ??
      outsideHours(facts, told) ??
      (live && (tooSoon(live, facts, told.at) ?? notTheLast(live, facts, told.at))) ??
      wrongForm(rung, facts, told);
    return { fault, facts, rung, standing };
  };

  const judgeDid = (facts: Facts, did: Entry<DidEvent>): Verdict => {
    const rung = facts.ladder.rungs.find((candidate) => candidate.key === did.event.rung) ?? null;
    if (rung?.act !== 'do') {
      return { fault: notOpen(facts) ?? noSuch('no such rung does anything'), facts, rung: null, standing: null };
    }
    const standing = rules.look(rung, facts, history, did.at);
    if (standing.is === 'without-anchor') {
      return { fault: noSuch(`it has no ${rung.anchor}`), facts, rung, standing };
    }
    const fault =
      notOpen(facts) ??
      again(standing) ??
      past(rung, facts, did.at) ??
      (standing.is === 'live' ? tooSoon(standing, facts, did.at) : null);
    return { fault, facts, rung, standing };
  };

  /**
   * An act is judged by the facts of its instant; where they had changed less than a tick before, it may have been under
   * way, and the facts before count as well.
   */
  const judge = (act: Entry<ActEvent>, index: number): Verdict => {
    let newest: Verdict | null = null;
    for (let at = index; at >= 0; at -= 1) {
      const facts = versions[at];
      if (!facts) break;
      const next = versions[at + 1];
      if (at < index && next && next.at + tolerance < act.at) break;
      const { event } = act;
      const verdict = event.type === 'told' ? judgeTold(facts, { ...act, event }) : judgeDid(facts, { ...act, event });
      if (!verdict.fault) return verdict;
      newest ??= verdict;
    }
    if (!newest) throw new Error(`${log.key}: an act without facts`);
    return newest;
  };

  /** A telling that may go twice: the bot never learnt that the first was accepted. Once only. */
  const isRepeatOfUnsure = (act: Entry<ActEvent>, fault: Fault): boolean => {
    if (fault.name !== 'doubled' || act.event.type !== 'told') return false;
    const before = lastTelling([act.event.rung]);
    if (before?.event.type !== 'told' || repeatsOfUnsure.has(before)) return false;
    if (!before.event.unsure && !act.event.unsure) return false;
    repeatsOfUnsure.add(act);
    return true;
  };

  // ---- Was everything told that was owed?

  const walk = (rung: Rung, base: Day, at: Instant, how: Walk['how'], entry: Entry<ActEvent> | null): void => {
    history.walks.push({ rung: rung.key, base, at, how, entry });
    if (rung.act !== 'tell' || how !== 'told') return;
    history.lastTold.set(rung.audience, at);
    if (rung.audience === 'owner') history.toldAt ??= at;
  };

  const sameDeadline = (a: Deadline, b: Deadline): boolean => JSON.stringify(a) === JSON.stringify(b);

  /** Since when a rung has been owed: from before this stretch if it was, and nothing that matters to it has changed. */
  const owedFrom = (live: LiveRung<TellRung>, facts: Facts, from: Instant): Owed => {
    const before = owed.get(live.id);
    if (before && live.by <= from && before.since <= from) {
      const deadline = rules.tellBy(live.rung, facts, before.since, true);
      if (sameDeadline(deadline, before.deadline)) return before;
    }
    const since = Math.max(live.by, from);
    return { since, deadline: rules.tellBy(live.rung, facts, since, true) };
  };

  const isTell = (live: LiveRung): live is LiveRung<TellRung> => live.rung.act === 'tell';
  const isDo = (live: LiveRung): live is LiveRung<DoRung> => live.rung.act === 'do';

  const liveRungs = (facts: Facts, now: Instant): readonly LiveRung[] =>
    facts.ladder.rungs
      .map((rung) => rules.look(rung, facts, history, now))
      .filter((standing): standing is LiveRung => standing.is === 'live' && Number.isFinite(standing.by));

  const isOver = (rung: Rung, facts: Facts, at: Instant): boolean => {
    const end = rules.untilOf(rung, facts);
    return end !== null && end.from <= at;
  };

  /** A line that a digest only counts ("n more") is taken as told with it. */
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

  /** Judges what should have happened from one event to the next, `facts` being true all along. */
  const settle = (facts: Facts, from: Instant, to: Instant): void => {
    if (facts.state !== 'open') {
      owed.clear();
      return;
    }
    const hasPassed = (by: Instant): boolean => by <= until && (to === Number.POSITIVE_INFINITY || by + tolerance < to);
    // Each turn walks or excuses one rung at least; with `every` there is one more turn a repetition.
    for (let again = true; again; ) {
      again = false;
      const lives = liveRungs(facts, from);
      const dos = lives.filter(isDo).map((live) => ({ live, by: rules.doBy(facts, Math.max(live.by, from)) }));
      for (const { live, by } of dos) {
        if (!hasPassed(by) || overdue.has(live.id) || isOver(live.rung, facts, by)) continue;
        overdue.set(live.id, { live, by, personId: null, facts, seq: facts.seq });
      }
      const open = dos.filter(({ live, by }) => !isOver(live.rung, facts, by));
      const doFrom = Math.min(Number.POSITIVE_INFINITY, ...open.map(({ by }) => by));

      const tells = lives.filter(isTell).map((live) => ({ live, ...owedFrom(live, facts, from) }));
      owed.clear();
      for (const { live, since, deadline } of tells) if (since < to) owed.set(live.id, { since, deadline });
      for (const { live, deadline } of tells) {
        if (again) break;
        if (deadline.due || excused.has(live.id) || deadline.at >= to || deadline.at > until) continue;
        if (deadline.why === 'skip') {
          walk(live.rung, live.base, deadline.at, 'skipped', null);
          again = true;
        } else excused.add(live.id);
      }
      for (const [index, { live, since, deadline }] of tells.entries()) {
        if (again || !deadline.due || !live.needed || excused.has(live.id) || overdue.has(live.id)) continue;
        // A line before it that waits for its digest holds it up: the two may not come on one day.
        const waiting = tells
          .slice(0, index)
          .filter((earlier) => earlier.live.rung.audience === live.rung.audience && earlier.since < since)
          .map((earlier) => (earlier.deadline.due ? earlier.deadline.by : 0));
        const by = Math.max(deadline.by, ...waiting);
        if (isOver(live.rung, facts, by)) {
          // Past its `until` it is passed over; should that day move on afterwards, it may come or not.
          if (by < to) excused.add(live.id);
          continue;
        }
        if (!hasPassed(by) || by >= doFrom) continue;
        const replaced = tells
          .slice(index + 1)
          .some(
            (later) =>
              later.live.rung.audience === live.rung.audience &&
              later.live.needed &&
              later.deadline.due &&
              !isOver(later.live.rung, facts, later.deadline.by) &&
              facts.calendar.nextOpen(later.since, 0) <= by,
          );
        if (replaced) continue;
        const shownAt = live.rung.by === 'line' ? takeUnshown(deadline.to, since, by) : null;
        if (shownAt === null) {
          overdue.set(live.id, { live, by, personId: deadline.to[0] ?? null, facts, seq: facts.seq });
        } else {
          walk(live.rung, live.base, shownAt, 'told', null);
          again = true;
        }
      }
    }
  };

  /** A new ladder: what it newly places in the past is passed over, not sent. */
  const passOver = (facts: Facts): void => {
    if (facts.state !== 'open') return;
    for (const live of liveRungs(facts, facts.at).filter(isTell)) {
      if (live.by <= facts.at && !owed.has(live.id)) walk(live.rung, live.base, facts.at, 'skipped', null);
    }
  };

  const carryOut = (act: Entry<ActEvent>, verdict: Verdict): void => {
    const { facts, rung, standing } = verdict;
    if (!rung || !standing || standing.is === 'without-anchor') return;
    if (standing.is === 'live') {
      const missed = overdue.get(standing.id);
      if (missed) {
        recordOverdue(missed, act);
        overdue.delete(standing.id);
      }
      if (rung.act === 'tell') {
        for (const earlier of liveRungs(facts, act.at).filter(isTell)) {
          const before = facts.ladder.rungs.indexOf(earlier.rung) < facts.ladder.rungs.indexOf(rung);
          if (before && earlier.rung.audience === rung.audience && earlier.by <= act.at) {
            walk(earlier.rung, earlier.base, act.at, 'skipped', null);
          }
        }
      }
    }
    walk(rung, standing.base, act.at, rung.act === 'tell' ? 'told' : 'did', act);
  };

  // ---- Through the journal, event by event

  const before = log.acts.filter((act) => act.seq < start.seq);
  for (const act of before) breaches.push(unknownTo(act, log.key));
  const acts = log.acts.filter((act) => act.seq > start.seq);
  let index = 0;
  let facts = start;
  let from = start.at;
  let nextAct = 0;
  for (;;) {
    const act = acts[nextAct];
    const version = versions[index + 1];
    if (!act && !version) break;
    if (act && (!version || act.seq < version.seq)) {
      settle(facts, from, act.at);
      const verdict = judge(act, index);
      const { fault } = verdict;
      if (fault && !isRepeatOfUnsure(act, fault)) record(fault, act);
      const told = act.event.type === 'told' && act.event.by === 'line' ? { ...act, event: act.event } : null;
      if (!fault && told && digestOf(told) === null) {
        record({ name: 'unseen', rule: 'digest', because: 'no digest came with this line', acts: [] }, act);
      }
      if (verdict.facts.state !== 'closed') carryOut(act, verdict);
      from = act.at;
      nextAct += 1;
    } else if (version) {
      settle(facts, from, version.at);
      if (version.ladder !== facts.ladder) passOver(version);
      facts = version;
      from = version.at;
      index += 1;
    }
  }
  settle(facts, from, Number.POSITIVE_INFINITY);
  for (const missed of overdue.values()) recordOverdue(missed, null);
  return breaches;
}

function unknownTo(act: Entry<ActEvent>, key: string): Breach {
  return {
    name: 'unseen',
    rule: 'unknown',
    key,
    kind: null,
    rung: act.event.rung,
    personId: act.event.type === 'told' ? act.event.to : null,
    at: act.event.at,
    because: 'the journal has not seen this obligation open',
    story: [act.event],
  };
}
