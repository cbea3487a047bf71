import type { Breach } from './breach';
import type { OpenedEvent, OwnCardEvent } from './journal';
import type { Entry, World } from './world';

const KIND = 'introduction';

/**
 * Finds new colleagues whom the house did not meet when it should: the programme's card comes on the first working day, in
 * the hour in which the house opens, or when they are at work after it. Whoever has blocked the bot need not be met.
 */
export function inspectIntroductions(o: {
  entries: readonly Entry[];
  world: World;
  tolerance: number;
  until: number;
}): readonly Breach[] {
  const { entries, world, tolerance, until } = o;
  const { zone } = world.house;
  const breaches: Breach[] = [];
  const opened = new Map<string, Entry<OpenedEvent>>();
  const met = new Map<string, Entry<OwnCardEvent>>();
  const closed = new Map<string, number>();
  for (const { event, at, seq } of entries) {
    if (!('key' in event) || !event.key.startsWith(`${KIND}/`)) continue;
    if (event.type === 'opened') opened.set(event.key, { event, at, seq });
    if (event.type === 'own-card' && !met.has(event.key)) met.set(event.key, { event, at, seq });
    if (event.type === 'closed') closed.set(event.key, at);
  }
  const breach = (of: Pick<Breach, 'name' | 'rule' | 'key' | 'personId' | 'at' | 'because' | 'story'>): void =>
    void breaches.push({ ...of, kind: KIND, rung: null });

  for (const [key, { event }] of met)
    if (!opened.has(key))
      breach({
        ...{ name: 'unseen', rule: 'unknown', key, personId: null, at: event.at, story: [event] },
        because: 'somebody was met whose first day it was not',
      });
  for (const [key, { event, at, seq }] of opened) {
    const personId = event.ownerId;
    if (personId === null || event.ownCard) continue;
    const calendar = world.calendarOf(personId, seq);
    let from = calendar.nextOpen(at, 0);
    while (world.isAbsent(personId, zone.dayAt(from), seq))
      from = zone.instantAt(world.backOn(personId, zone.dayAt(from), seq), world.house.opens);
    const card = met.get(key);
    const of = { rule: 'time', key, personId, story: card ? [event, card.event] : [event] } as const;
    if (card && card.at < at - tolerance)
      breach({ ...of, name: 'early', at: card.event.at, because: `it was to begin at ${zone.text(at)}` });
    const isBlocked = world.outageEnd(from, from + 1, personId) !== null;
    const isOver = (closed.get(key) ?? Number.POSITIVE_INFINITY) <= from + tolerance || from + tolerance > until;
    const isLate = card === undefined || card.at > from + tolerance;
    if (!isBlocked && !isOver && isLate)
      breach({
        ...of,
        name: card ? 'late' : 'missed',
        at: new Date(from).toISOString(),
        because: `they were to be met at ${zone.text(from)}`,
      });
  }
  return breaches;
}
