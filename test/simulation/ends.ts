import type { Breach } from './breach';
import type { JournalEvent, OpenedEvent, OwnerEvent } from './journal';
import type { Entry } from './world';

/** Messages that never ended, and obligations that nobody has and that stood on nobody's list when the lists were looked at. */
export function inspectEnds(entries: readonly Entry[]): readonly Breach[] {
  const breaches: Breach[] = [];
  const breach = (
    rule: Breach['rule'],
    key: string | null,
    because: string,
    { at, story }: { readonly at: string; readonly story: readonly JournalEvent[] },
  ): void => {
    const kind = key?.split('/')[0] ?? null;
    breaches.push({ name: 'unseen', rule, key, kind, rung: null, personId: null, at, because, story });
  };
  const orphans = new Map<string, readonly (OpenedEvent | OwnerEvent)[]>();
  const opened = new Map<string, OpenedEvent>();
  for (const { event } of entries) {
    switch (event.type) {
      case 'opened':
        opened.set(event.key, event);
        if (event.ownerId === null && event.ownerRole !== 'house') orphans.set(event.key, [event]);
        break;
      case 'owner': {
        const first = opened.get(event.key);
        if (event.ownerId === null) orphans.set(event.key, first ? [first, event] : [event]);
        else orphans.delete(event.key);
        break;
      }
      case 'closed':
        orphans.delete(event.key);
        break;
      case 'unended':
        breach('end-state', null, `nobody knows how ${event.kind} ended`, { at: event.at, story: [event] });
        break;
      case 'listed':
        for (const [key, story] of orphans)
          if (!event.keys.includes(key))
            breach('orphan', key, 'nobody has it, and it is on no list', { at: event.at, story });
        break;
      default:
        break;
    }
  }
  return breaches;
}
