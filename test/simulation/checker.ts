import { BREACH_NAMES, type Breach, type BreachName } from './breach';
import type { Instant } from './calendar';
import { inspectEnds } from './ends';
import { inspect } from './inspect';
import { inspectIntroductions } from './introductions';
import type { JournalEvent, ToldEvent } from './journal';
import { createRules } from './rules';
import { inspectSight } from './sight';
import type { ObligationLog } from './story';
import { createWorld, type Entry, inOrder, type World } from './world';

export { type Breach, type BreachName, describe } from './breach';

export interface Report {
  readonly counts: Readonly<Record<BreachName, number>>;
  /** In the order of their instants. */
  readonly breaches: readonly Breach[];
  /** How many tellings the journal holds, right or wrong. */
  readonly tellings: number;
}

const TOLERANCE_SECONDS = 120;

type Writable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer E)[] ? E[] : T[K] };

/** The journal by obligation. Throws an Error where one is opened twice, or spoken of before it was opened. */
function logsOf(entries: readonly Entry[]): readonly ObligationLog[] {
  const logs = new Map<string, Writable<ObligationLog>>();
  for (const { event, at, seq } of entries) {
    if (!('key' in event)) continue;
    const log = logs.get(event.key) ?? { key: event.key, opened: null, said: [], acts: [] };
    logs.set(event.key, log);
    if (event.type === 'opened') {
      if (log.opened) throw new Error(`${event.key} is opened twice`);
      log.opened = { event, at, seq };
    } else if (event.type === 'told' || event.type === 'did' || event.type === 'own-card') {
      log.acts.push({ event, at, seq });
    } else if (log.opened) log.said.push({ event, at, seq });
    else throw new Error(`${event.key}: ${event.type} before it was opened`);
  }
  return [...logs.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
}

/** Digests by themselves: one a day, in hours, with at least one line, and not fewer than the lines told with them. */
function inspectDigests(o: { entries: readonly Entry[]; world: World; tolerance: number }): readonly Breach[] {
  const { entries, world, tolerance } = o;
  const breaches: Breach[] = [];
  const lines = new Map<string, Entry<ToldEvent>[]>();
  const receivers = new Set<string>();
  for (const { event, at, seq } of entries) {
    if (event.type === 'digest') receivers.add(event.to);
    if (event.type !== 'told' || event.by !== 'line') continue;
    const list = lines.get(event.to) ?? [];
    list.push({ event, at, seq });
    lines.set(event.to, list);
  }
  for (const personId of receivers) {
    const told = lines.get(personId) ?? [];
    const digests = world.digestsOf(personId);
    let next = 0;
    for (const [index, { entry, on }] of digests.entries()) {
      const breach = (
        name: BreachName,
        rule: Breach['rule'],
        because: string,
        story: readonly JournalEvent[],
      ): void => {
        const { at } = entry.event;
        breaches.push({ name, rule, key: null, kind: null, rung: null, personId, at, because, story });
      };
      const before = digests[index - 1];
      if (before?.on === on && !before.entry.event.unsure && !entry.event.unsure) {
        breach('doubled', 'digest', 'one digest a day', [before.entry.event, entry.event]);
      }
      if (!world.calendarOf(personId, entry.seq).isOpen(entry.at, tolerance)) {
        const at = world.house.zone.text(entry.at);
        breach('outside-hours', 'hours', `${personId} is not at work at ${at}`, [entry.event]);
      }
      if (entry.event.lines === 0) breach('needless', 'digest', 'it holds no line', [entry.event]);
      const own: JournalEvent[] = [];
      while (next < told.length) {
        const line = told[next];
        if (!line || line.at > entry.at + tolerance) break;
        if (line.at >= entry.at - tolerance) own.push(line.event);
        next += 1;
      }
      if (own.length > entry.event.lines) {
        breach('unseen', 'digest', `${own.length} lines were told with it`, [entry.event, ...own]);
      }
    }
  }
  return breaches;
}

/**
 * Reads a journal and finds every telling that should not have been, or should have been and was not, by the rules of
 * obligations alone. What is missing or late is judged up to the journal's last `moment`; a telling is in time up to
 * `toleranceSeconds` (120) after its instant, and allowed as long after a settle that crossed it.
 *
 * Throws an Error (RangeError for days, hours and instants) where the journal or its ladders cannot be read.
 */
export function check(journal: readonly JournalEvent[], o: { toleranceSeconds?: number } = {}): Report {
  const tolerance = (o.toleranceSeconds ?? TOLERANCE_SECONDS) * 1000;
  const entries = inOrder(journal);
  const world = createWorld(entries);
  const rules = createRules({ world, tolerance });
  let until: Instant = Number.NEGATIVE_INFINITY;
  let tellings = 0;
  for (const { event, at } of entries) {
    if (event.type === 'moment') until = at;
    if (event.type === 'told') tellings += 1;
  }
  const breaches = [
    ...logsOf(entries).flatMap((log) => inspect(log, { world, rules, tolerance, until })),
    ...inspectDigests({ entries, world, tolerance }),
    ...inspectSight({ entries, world, tolerance }),
    ...inspectIntroductions({ entries, world, tolerance, until }),
    ...inspectEnds(entries),
  ];
  const order = ({ at, key, rung, name, personId }: Breach): string =>
    [new Date(at).toISOString(), key ?? '', rung ?? '', name, personId ?? ''].join(' ');
  breaches.sort((a, b) => (order(a) < order(b) ? -1 : order(a) > order(b) ? 1 : 0));
  const counts = Object.fromEntries(
    BREACH_NAMES.map((name) => [name, breaches.filter((breach) => breach.name === name).length]),
  ) as Record<BreachName, number>;
  return { counts, breaches, tellings };
}
