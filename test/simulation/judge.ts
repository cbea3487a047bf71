import type { Instant } from './calendar';
import type { Facts } from './facts';
import type { ActEvent, DidEvent, ToldEvent } from './journal';
import type { Rung, TellRung } from './ladders';
import type { Window } from './owed';
import type { History, LiveRung, Rules, Standing } from './rules';
import type { Fault, ObligationLog } from './story';
import type { Entry, World } from './world';

/** What an act was, by the facts that speak best for it. */
export interface Verdict {
  readonly fault: Fault | null;
  readonly facts: Facts;
  /** Null: no ladder has it. */
  readonly rung: Rung | null;
  readonly standing: Standing | null;
}

const ABSENT = { stops: 'early', runs: 'needless', deputy: 'misdirected' } as const;

/**
 * Judges what the bot was seen to do about one obligation: whether it was allowed then, and to that person. `versions`
 * are the facts of the obligation; `windowOf` says since and until when a rung is owed, `isExcused` whether it need not come.
 */
export function createJudge(o: {
  log: ObligationLog;
  versions: readonly Facts[];
  history: History;
  world: World;
  rules: Rules;
  tolerance: number;
  windowOf: (id: string) => Window | null;
  isExcused: (id: string) => boolean;
}): (act: Entry<ActEvent>, index: number) => Verdict {
  const { versions, history, world, rules, tolerance } = o;
  const { zone } = world.house;

  const lastTelling = (rungs: readonly string[]): Entry<ActEvent> | null =>
    history.walks.findLast((walk) => walk.entry !== null && rungs.includes(walk.rung))?.entry ?? null;
  const firstTelling = (rungs: readonly string[]): Entry<ActEvent> | null =>
    history.walks.find((walk) => walk.entry !== null && rungs.includes(walk.rung))?.entry ?? null;
  const rungsTo = (audience: TellRung['audience'], facts: Facts): readonly string[] =>
    facts.ladder.rungs.filter((rung) => rung.act === 'tell' && rung.audience === audience).map((rung) => rung.key);

  const unknown = (because: string): Fault => ({ name: 'unseen', rule: 'unknown', because, acts: [] });

  const notOpen = (facts: Facts): Fault | null => {
    switch (facts.state) {
      case 'open':
        return null;
      case 'closed':
        return { name: 'needless', rule: 'settled', because: `it was closed at ${zone.text(facts.at)}`, acts: [] };
      case 'paused':
        return { name: 'needless', rule: 'paused', because: 'its clock stands still', acts: [] };
      default:
        return facts.state satisfies never;
    }
  };

  const wrongReceiver = (rung: TellRung, facts: Facts, told: Entry<ToldEvent>): Fault | null => {
    const { to } = told.event;
    const day = zone.dayAt(told.at);
    const receiver = rules.receiverOn(rung.audience, facts, day);
    if (receiver.allowed.includes(to)) return null;
    if (world.hasLeft(to, day, facts.seq)) {
      return { name: 'misdirected', rule: 'left', because: `${to} has left`, acts: [] };
    }
    if (to === receiver.holder && world.isAbsent(to, day, facts.seq)) {
      return { name: ABSENT[facts.ladder.absence], rule: 'absence', because: `${to} is away`, acts: [] };
    }
    const right = receiver.allowed.join(' or ') || 'nobody';
    return { name: 'misdirected', rule: 'receiver', because: `${rung.audience} was ${right}`, acts: [] };
  };

  const again = (standing: Standing): Fault | null => {
    if (standing.is !== 'walked' && standing.is !== 'superseded') return null;
    const { walk } = standing;
    const how = walk.how === 'skipped' ? 'was passed over' : `was walked at ${zone.text(walk.at)}`;
    if (standing.is === 'superseded') {
      return { name: 'needless', rule: 'superseded', because: `${walk.rung} ${how}`, acts: [walk.entry] };
    }
    const because = `it ${how} for its day, ${zone.text(zone.instantAt(standing.base, 0)).slice(0, 10)}`;
    return { name: walk.how === 'skipped' ? 'needless' : 'doubled', rule: 'walked', because, acts: [walk.entry] };
  };

  const past = (rung: Rung, facts: Facts, at: Instant): Fault | null => {
    const end = rules.untilOf(rung, facts);
    if (!end || at <= end.to + tolerance) return null;
    return { name: 'needless', rule: 'until', because: `${rung.until} was over at ${zone.text(end.to)}`, acts: [] };
  };

  const digestOf = (told: Entry<ToldEvent>): Entry | null =>
    world.digestsOf(told.event.to).find((digest) => Math.abs(digest.entry.at - told.at) <= tolerance)?.entry ?? null;

  const outsideHours = (facts: Facts, told: Entry<ToldEvent>): Fault | null => {
    const { to, by } = told.event;
    // A line comes with its digest, whose hour is judged once.
    if (by === 'line' && digestOf(told) !== null) return null;
    if (world.calendarOf(to, facts.seq).isOpen(told.at, tolerance)) return null;
    return { name: 'outside-hours', rule: 'hours', because: `${to} is not at work at ${zone.text(told.at)}`, acts: [] };
  };

  const tooSoon = (live: LiveRung, facts: Facts, at: Instant): Fault | null => {
    const open = Number.isFinite(live.from) ? facts.calendar.nextOpen(live.from, 0) : live.from;
    if (at >= open) return null;
    if (at >= live.from) {
      return { name: 'early', rule: 'calendar', because: `it is no working day before ${zone.text(open)}`, acts: [] };
    }
    const because = Number.isFinite(open) ? `not before ${zone.text(open)}` : 'not before its owner has been told';
    const { hold, rung } = live;
    const audience = rung.act === 'tell' ? rung.audience : 'owner';
    switch (hold) {
      case 'time':
        return { name: 'early', rule: hold, because, acts: [] };
      case 'quiet':
      case 'snooze':
        return { name: 'needless', rule: hold, because, acts: [] };
      case 'grace':
        return { name: 'early', rule: hold, because, acts: [firstTelling(rungsTo('owner', facts))] };
      case 'breath':
        return { name: 'doubled', rule: hold, because, acts: [lastTelling(rungsTo(audience, facts))] };
      case 'every': {
        const name = zone.dayAt(at) === zone.dayAt(live.from) ? 'early' : 'doubled';
        return { name, rule: hold, because, acts: [lastTelling([rung.key])] };
      }
      default:
        return hold satisfies never;
    }
  };

  /** The instants before a telling, last first, since when whoever is told has not been at work: a walk may be held so long. */
  const heldSince = (told: Entry<ToldEvent>, facts: Facts, index: number): readonly Instant[] => {
    const calendar = world.calendarOf(told.event.to, facts.seq);
    const instants: Instant[] = [];
    const openedOn = zone.dayAt(facts.openedAt);
    for (let day = zone.dayAt(told.at) - 1; day >= openedOn && !calendar.works(day); day -= 1) {
      instants.push(zone.instantAt(day, world.house.closes) - 1);
    }
    for (const version of versions.slice(1, index + 1)) instants.push(version.at - 1);
    return instants
      .filter((at) => at < told.at && calendar.nextOpen(at, 0) + tolerance >= told.at)
      .sort((a, b) => b - a);
  };

  /**
   * Whether a telling was walked by what was true before, and has been held since by the hours of whoever is told: when it
   * is sent the bot asks whether it still holds and who is told, not which rung.
   */
  const walkedBefore = (rung: TellRung, facts: Facts, told: Entry<ToldEvent>, index: number): boolean =>
    heldSince(told, facts, index).some((at) => {
      const before = versions.slice(0, index + 1).findLast((version) => version.at <= at);
      if (!before || !sameMatter(before, facts)) return false;
      const standing = rules.look(rung, before, history, at);
      if (standing.is !== 'live' || tooSoon(standing, before, at)) return false;
      return rules.receiverOn(rung.audience, before, zone.dayAt(at)).allowed.includes(told.event.to);
    });

  /** A later rung for the same audience was owed as well when this one was walked: that one should have been told. */
  const notTheLast = (live: LiveRung, rung: TellRung, facts: Facts, at: Instant): Fault | null => {
    const { rungs } = facts.ladder;
    const window = o.windowOf(live.id) ?? { since: live.by, by: live.by };
    const walkedAt = rules.walkOf(facts, window.since).from;
    for (const later of rungs.slice(rungs.indexOf(rung) + 1)) {
      if (later.act !== 'tell' || later.audience !== rung.audience) continue;
      const other = rules.look(later, facts, history, at);
      if (other.is !== 'live' || !other.needed || o.isExcused(other.id) || other.by > at) continue;
      const end = rules.untilOf(later, facts);
      if (end && end.from <= at) continue;
      // Walked before the other was owed, then sent in time, or held until now: which rung is not asked again.
      if (walkedAt < other.by && at <= Math.max(other.by, window.by) + tolerance) continue;
      const because = `${later.key} was owed as well since ${zone.text(other.by)}`;
      return { name: 'needless', rule: 'last-owed', because, acts: [] };
    }
    return null;
  };

  const wrongForm = (rung: TellRung, facts: Facts, told: Entry<ToldEvent>): Fault | null => {
    const { by, to } = told.event;
    if (by === rung.by || (rung.by === 'line' && rules.mayBeCard(rung, facts, to, told.at))) return null;
    const digest = world.digestsOf(to).find(({ on }) => on === zone.dayAt(told.at));
    const because = digest ? 'it waits for the next digest' : `it is told by ${rung.by}, not by ${by}`;
    return { name: 'misdirected', rule: 'form', because, acts: [] };
  };

  const withoutDigest = (told: Entry<ToldEvent>): Fault | null =>
    told.event.by === 'line' && digestOf(told) === null
      ? { name: 'unseen', rule: 'digest', because: 'no digest came with this line', acts: [] }
      : null;

  const judgeTold = (facts: Facts, told: Entry<ToldEvent>, index: number): Verdict => {
    const rung = facts.ladder.rungs.find((candidate) => candidate.key === told.event.rung) ?? null;
    if (rung?.act !== 'tell')
      return { fault: unknown('no such rung tells anybody'), facts, rung: null, standing: null };
    const standing = rules.look(rung, facts, history, told.at);
    if (standing.is === 'without-anchor') return { fault: unknown(`it has no ${rung.anchor}`), facts, rung, standing };
    const window = (live: LiveRung): Fault | null => {
      const soon = tooSoon(live, facts, told.at);
      if (soon) return walkedBefore(rung, facts, told, index) ? null : soon;
      return notTheLast(live, rung, facts, told.at);
    };
    const fault =
      notOpen(facts) ??
      wrongReceiver(rung, facts, told) ??
      again(standing) ??
      past(rung, facts, told.at) ??
      outsideHours(facts, told) ??
      (standing.is === 'live' ? window(standing) : null) ??
      wrongForm(rung, facts, told) ??
      withoutDigest(told);
    return { fault, facts, rung, standing };
  };

  const judgeDid = (facts: Facts, did: Entry<DidEvent>): Verdict => {
    const rung = facts.ladder.rungs.find((candidate) => candidate.key === did.event.rung) ?? null;
    if (rung?.act !== 'do') return { fault: unknown('no such rung does anything'), facts, rung: null, standing: null };
    const standing = rules.look(rung, facts, history, did.at);
    if (standing.is === 'without-anchor') return { fault: unknown(`it has no ${rung.anchor}`), facts, rung, standing };
    const fault =
      notOpen(facts) ??
      again(standing) ??
      past(rung, facts, did.at) ??
      (standing.is === 'live' ? tooSoon(standing, facts, did.at) : null);
    return { fault, facts, rung, standing };
  };

  // Facts that changed less than a tick before may have crossed the act; those before them count as well.
  return (act, index) => {
    let newest: Verdict | null = null;
    for (let at = index; at >= 0; at -= 1) {
      const [facts, next] = [versions[at], versions[at + 1]];
      if (!facts || (at < index && next && next.at + tolerance < act.at)) break;
      const { event } = act;
      const verdict =
        event.type === 'told' ? judgeTold(facts, { ...act, event }, at) : judgeDid(facts, { ...act, event });
      if (!verdict.fault) return verdict;
      newest ??= verdict;
    }
    if (!newest) throw new Error(`${o.log.key}: an act without facts`);
    return newest;
  };
}

/** Whether nothing was said of the matter itself from one version of its facts to another. */
function sameMatter(a: Facts, b: Facts): boolean {
  return (
    a.state === b.state &&
    a.anchors === b.anchors &&
    a.shift === b.shift &&
    a.plannedOn === b.plannedOn &&
    a.snoozes === b.snoozes &&
    a.ladder === b.ladder
  );
}
