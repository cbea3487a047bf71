import type { Breach } from './breach';
import type { Instant } from './calendar';
import { factsOf } from './facts';
import type { ActEvent, OwnCardEvent } from './journal';
import { createJudge, type Verdict } from './judge';
import type { Audience } from './ladders';
import { createOwed, type Overdue } from './owed';
import type { History, Rules } from './rules';
import { breachOf, type Fault, type ObligationLog } from './story';
import type { Entry, World } from './world';

/**
 * Reads the history of one obligation against the rules: whether each telling was allowed when it came and to whom it
 * went, and whether every rung and audience had one inside its window, or a rule that excuses it.
 *
 * Nothing is planned ahead: what was told is taken as the journal shows it, right or wrong, so that one wrong telling is
 * one breach. What is missing is judged up to `until`.
 */
export function inspect(
  log: ObligationLog,
  o: { world: World; rules: Rules; tolerance: number; until: Instant },
): readonly Breach[] {
  const { world, rules, tolerance, until } = o;
  const { zone } = world.house;
  const breaches: Breach[] = [];

  const record = (fault: Fault, act: Entry<ActEvent>): void => {
    const { event, at } = act;
    const personId = event.type === 'told' ? event.to : null;
    breaches.push(breachOf({ log, world, fault, rung: event.rung, personId, at, act }));
  };
  const { opened } = log;
  for (const act of log.acts) {
    if (act.event.type === 'own-card' || (opened && act.seq > opened.seq)) continue;
    const because = 'the journal has not seen it open';
    record({ name: 'unseen', rule: 'unknown', because, acts: [] }, { ...act, event: act.event });
  }
  if (!opened) return breaches;
  const versions = factsOf({ ...log, opened }, world);
  const history: History = { walks: [], lastTold: new Map(), toldAt: null };
  const owed = createOwed({ history, world, rules, tolerance, until });
  const { windowOf, isExcused } = owed;
  const judge = createJudge({ log, versions, history, world, rules, tolerance, windowOf, isExcused });

  const recordOverdue = ({ live, by, personId }: Overdue, act: Entry<ActEvent> | null): void => {
    // What holds it back besides its own day is what was told before.
    const held = live.hold === 'breath' || live.hold === 'grace';
    const before = history.walks.findLast((walk) => walk.at <= by && (held || walk.rung === live.rung.key));
    const because = `it was owed by ${zone.text(by)} and ${act ? `came at ${zone.text(act.at)}` : 'did not come'}`;
    const fault: Fault = { name: act ? 'late' : 'missed', rule: live.hold, because, acts: [before?.entry ?? null] };
    breaches.push(breachOf({ log, world, fault, rung: live.rung.key, personId, at: by, act }));
  };

  /** A telling that may go twice, since the bot never learnt that the first was accepted. Once only. */
  const repeated = new Set<Entry<ActEvent>>();
  const isRepeatOfUnsure = (act: Entry<ActEvent>, fault: Fault): boolean => {
    if (fault.name !== 'doubled' || act.event.type !== 'told') return false;
    const before = history.walks.findLast((walk) => walk.entry !== null && walk.rung === act.event.rung)?.entry;
    if (before?.event.type !== 'told' || repeated.has(before)) return false;
    if (!before.event.unsure && !act.event.unsure) return false;
    repeated.add(act);
    return true;
  };

  const carryOut = (act: Entry<ActEvent>, { facts, rung, standing }: Verdict): void => {
    if (facts.state === 'closed' || !rung || !standing || standing.is === 'without-anchor') return;
    if (facts.state === 'paused') {
      if (standing.is === 'live') owed.excuse(standing.id);
      return;
    }
    if (standing.is === 'live') {
      const late = owed.arrived(standing.id);
      if (late) recordOverdue(late, act);
      if (rung.act === 'tell') owed.passOverBefore(rung, facts, act.at);
    }
    const how = rung.act === 'tell' ? 'told' : 'did';
    history.walks.push({ rung: rung.key, base: standing.base, at: act.at, how, entry: act });
    if (rung.act === 'tell') hasTold(rung.audience, act.at);
  };

  const hasTold = (audience: Audience, at: Instant): void => {
    history.lastTold.set(audience, at);
    if (audience === 'owner') history.toldAt ??= at;
  };

  const read = (act: Entry<ActEvent | OwnCardEvent>, index: number): void => {
    const { event } = act;
    if (event.type === 'own-card') {
      hasTold('owner', act.at);
      return;
    }
    const seen = { ...act, event };
    const verdict = judge(seen, index);
    if (verdict.fault && !isRepeatOfUnsure(seen, verdict.fault)) record(verdict.fault, seen);
    carryOut(seen, verdict);
  };

  if (opened.event.ownCard && opened.event.ownerId !== null) hasTold('owner', opened.at);
  const acts = log.acts.filter((act) => act.seq > opened.seq);
  let [index, done] = [0, 0];
  for (let facts = versions[0]; facts; facts = versions[++index]) {
    const next = versions[index + 1];
    let from = facts.at;
    for (let act = acts[done]; act && (!next || act.seq < next.seq); act = acts[++done]) {
      owed.settle(facts, from, act.at);
      read(act, index);
      from = act.at;
    }
    owed.settle(facts, from, next?.at ?? Number.POSITIVE_INFINITY);
    if (next && next.ladder !== facts.ladder) owed.passOver(facts, next);
  }
  for (const overdue of owed.rest()) recordOverdue(overdue, null);
  return breaches;
}
