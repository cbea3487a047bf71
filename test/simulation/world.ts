import {
  createHouse,
  createWorkCalendar,
  type Day,
  dayOf,
  type House,
  type Instant,
  instantOf,
  minutesOf,
  type WorkCalendar,
} from './calendar';
import type { ClosureEvent, DigestEvent, JournalEvent, OutageEvent, PersonEvent } from './journal';
import { type Ladder, readLadders } from './ladders';

/** An event with its instant and its place in the order of all events. */
export interface Entry<E extends JournalEvent = JournalEvent> {
  readonly event: E;
  readonly at: Instant;
  readonly seq: number;
}

/** A digest that was accepted. `unshown`: lines that it only counts, and that no telling has been taken for yet. */
export interface Digest {
  readonly entry: Entry<DigestEvent>;
  readonly on: Day;
  unshown: number;
}

/**
 * House and people as they were known at any place (`seq`) of the journal. Absences, departures and closures count from
 * where the journal speaks of them, not before.
 */
export interface World {
  readonly house: House;
  /** The ladder of a kind. Throws an Error where the ladders have none. */
  readonly ladderOf: (kind: string, seq: number) => Ladder;
  readonly personAt: (id: string, seq: number) => PersonEvent | null;
  readonly hasLeft: (id: string, day: Day, seq: number) => boolean;
  /** The first day from `day` on that somebody is absent; null: none known. */
  readonly absentFrom: (id: string, day: Day, seq: number) => Day | null;
  readonly isAbsent: (id: string, day: Day, seq: number) => boolean;
  /** The first working day of theirs after `day` on which they are there. */
  readonly backOn: (id: string, day: Day, seq: number) => Day;
  readonly coLeadsOf: (leadId: string, seq: number) => readonly string[];
  /** The calendar of a person; of nobody, or somebody unknown: the house's. */
  readonly calendarOf: (id: string | null, seq: number) => WorkCalendar;
  /** The end of the outage that begins before `until` and is not over at `from`; null: none. */
  readonly outageEnd: (from: Instant, until: Instant, personId: string | null) => Instant | null;
  readonly digestsOf: (id: string) => readonly Digest[];
  /** Everything the journal says that changes the world for some people, in order. */
  readonly changesFor: (ids: ReadonlySet<string>) => readonly Entry[];
  /** Everybody whom an obligation of these people may lead to: themselves, managers, deputies, co-leads. */
  readonly reach: (ids: Iterable<string>) => ReadonlySet<string>;
}

interface KnownAbsence {
  readonly from: Day;
  readonly to: Day;
  readonly knownFrom: number;
  knownTo: number;
}

interface KnownClosure {
  readonly from: Day;
  readonly to: Day;
  readonly knownFrom: number;
}

interface Stretch {
  readonly from: Instant;
  readonly to: Instant;
}

const WORLD_TYPES: ReadonlySet<JournalEvent['type']> = new Set([
  'ladders',
  'house',
  'closure',
  'person',
  'absence',
  'absence-cancelled',
  'outage',
]);

/** The journal in its order: by instant, house and people first, else as written. */
export function inOrder(journal: readonly JournalEvent[]): readonly Entry[] {
  const dated = journal.map((event, index) => ({
    event,
    index,
    at: instantOf(event.type === 'outage' ? event.from : event.at),
    rank: WORLD_TYPES.has(event.type) ? 0 : 1,
  }));
  dated.sort((a, b) => a.at - b.at || a.rank - b.rank || a.index - b.index);
  return dated.map(({ event, at }, seq) => ({ event, at, seq }));
}

function listed<K, V>(lists: Map<K, V[]>, key: K): V[] {
  let list = lists.get(key);
  if (!list) {
    list = [];
    lists.set(key, list);
  }
  return list;
}

function samePerson(a: PersonEvent, b: PersonEvent): boolean {
  return JSON.stringify({ ...a, at: '' }) === JSON.stringify({ ...b, at: '' });
}

function merged(stretches: readonly Stretch[]): readonly Stretch[] {
  const result: Stretch[] = [];
  for (const next of [...stretches].sort((a, b) => a.from - b.from)) {
    const last = result.at(-1);
    if (last && next.from <= last.to) result[result.length - 1] = { from: last.from, to: Math.max(last.to, next.to) };
    else result.push(next);
  }
  return result;
}

/** The last of a list ordered by `place` whose place is not after `limit`. */
function lastUpTo<T>(list: readonly T[], limit: number, place: (item: T) => number): T | undefined {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = list[middle];
    if (item !== undefined && place(item) <= limit) low = middle + 1;
    else high = middle;
  }
  return list[low - 1];
}

/** The world a journal speaks of. Throws an Error where it has no house, or takes back an absence it never had. */
export function createWorld(entries: readonly Entry[]): World {
  let house: House | null = null;
  const ladders: { seq: number; byKind: ReadonlyMap<string, Ladder> }[] = [];
  const people = new Map<string, Entry<PersonEvent>[]>();
  const absences = new Map<string, KnownAbsence[]>();
  const closures = new Map<string | null, KnownClosure[]>();
  const coLeads = new Map<string, string[]>();
  const outages = new Map<string | null, Stretch[]>();
  const digests = new Map<string, Digest[]>();
  const policyChanges: Entry[] = [];
  const personChanges = new Map<string, Entry[]>();
  const closureChanges = new Map<string | null, Entry<ClosureEvent>[]>();

  const addOutage = (event: OutageEvent): void => {
    listed(outages, event.personId ?? null).push({ from: instantOf(event.from), to: instantOf(event.to) });
  };

  for (const entry of entries) {
    const { event, at, seq } = entry;
    switch (event.type) {
      case 'ladders':
        ladders.push({ seq, byKind: readLadders(event.ladders) });
        policyChanges.push(entry);
        break;
      case 'house':
        house = createHouse({
          zone: event.zone,
          opens: minutesOf(event.opens),
          closes: minutesOf(event.closes),
          freeDays: event.freeDays,
        });
        break;
      case 'closure':
        listed(closures, event.departmentId).push({ from: dayOf(event.fromOn), to: dayOf(event.toOn), knownFrom: seq });
        listed(closureChanges, event.departmentId).push({ event, at, seq });
        break;
      case 'person': {
        const versions = listed(people, event.personId);
        const last = versions.at(-1);
        if (last && samePerson(last.event, event)) break;
        versions.push({ event, at, seq });
        listed(personChanges, event.personId).push(entry);
        for (const lead of event.coLeadFor ?? []) {
          const known = listed(coLeads, lead);
          if (!known.includes(event.personId)) known.push(event.personId);
        }
        break;
      }
      case 'absence':
        listed(absences, event.personId).push({
          from: dayOf(event.fromOn),
          to: dayOf(event.toOn),
          knownFrom: seq,
          knownTo: Number.POSITIVE_INFINITY,
        });
        listed(personChanges, event.personId).push(entry);
        break;
      case 'absence-cancelled': {
        const [from, to] = [dayOf(event.fromOn), dayOf(event.toOn)];
        const known = listed(absences, event.personId).find(
          (absence) => absence.from === from && absence.to === to && absence.knownTo === Number.POSITIVE_INFINITY,
        );
        if (!known) throw new Error(`${event.personId} has no absence ${event.fromOn} to ${event.toOn} to take back`);
        known.knownTo = seq;
        listed(personChanges, event.personId).push(entry);
        break;
      }
      case 'outage':
        addOutage(event);
        break;
      default:
        break;
    }
  }
  if (!house) throw new Error('the journal speaks of no house');
  const place = house;
  for (const { event, at, seq } of entries) {
    if (event.type !== 'digest') continue;
    const digest = { entry: { event, at, seq }, on: place.zone.dayAt(at), unshown: event.more ?? 0 };
    listed(digests, event.to).push(digest);
  }
  const everywhere = merged(outages.get(null) ?? []);
  const toPerson = new Map([...outages].map(([id, stretches]) => [id, merged(stretches)]));

  const ladderOf = (kind: string, seq: number): Ladder => {
    const ladder = lastUpTo(ladders, seq, (version) => version.seq)?.byKind.get(kind);
    if (!ladder) throw new Error(`the ladders have none for ${kind}`);
    return ladder;
  };
  const personAt = (id: string, seq: number): PersonEvent | null =>
    lastUpTo(people.get(id) ?? [], seq, (version) => version.seq)?.event ?? null;
  const hasLeft = (id: string, day: Day, seq: number): boolean => {
    const leftOn = personAt(id, seq)?.leftOn ?? null;
    return leftOn !== null && dayOf(leftOn) <= day;
  };
  const absentFrom = (id: string, day: Day, seq: number): Day | null => {
    let first: Day | null = null;
    for (const absence of absences.get(id) ?? []) {
      if (absence.knownFrom > seq || absence.knownTo <= seq || absence.to < day) continue;
      const from = Math.max(absence.from, day);
      if (first === null || from < first) first = from;
    }
    return first;
  };
  const isAbsent = (id: string, day: Day, seq: number): boolean => absentFrom(id, day, seq) === day;

  const calendars = new Map<string, WorkCalendar>();
  const calendarAt = (id: string | null, seq: number): WorkCalendar => {
    const person = id === null ? null : personAt(id, seq);
    const departmentId = person?.departmentId ?? null;
    const worksOn = person?.worksOn ?? [];
    const own = departmentId === null ? [] : (closures.get(departmentId) ?? []);
    const closed = [...(closures.get(null) ?? []), ...own].filter((closure) => closure.knownFrom <= seq);
    const key = JSON.stringify([departmentId, worksOn, closed.length]);
    let calendar = calendars.get(key);
    if (!calendar) {
      calendar = createWorkCalendar({ house: place, closures: closed, worksOn });
      calendars.set(key, calendar);
    }
    return calendar;
  };
  // Somebody's calendar changes only where they do, or where a closure becomes known.
  const closureSeqs = [...closures.values()].flat().map((closure) => closure.knownFrom);
  const turnsOf = new Map<string | null, readonly { readonly seq: number; readonly calendar: WorkCalendar }[]>();
  const calendarOf = (id: string | null, seq: number): WorkCalendar => {
    let turns = turnsOf.get(id);
    if (!turns) {
      const versions = id === null ? [] : (people.get(id) ?? []).map((version) => version.seq);
      const seqs = [-1, ...versions, ...closureSeqs].sort((a, b) => a - b);
      turns = seqs.map((from) => ({ seq: from, calendar: calendarAt(id, from) }));
      turnsOf.set(id, turns);
    }
    return lastUpTo(turns, seq, (turn) => turn.seq)?.calendar ?? calendarAt(id, seq);
  };
  const backOn = (id: string, day: Day, seq: number): Day => {
    const calendar = calendarOf(id, seq);
    let back = calendar.after(day);
    while (isAbsent(id, back, seq)) back = calendar.after(back);
    return back;
  };
  const coLeadsOf = (leadId: string, seq: number): readonly string[] =>
    (coLeads.get(leadId) ?? []).filter((id) => personAt(id, seq)?.coLeadFor?.includes(leadId));

  const outageEnd = (from: Instant, until: Instant, personId: string | null): Instant | null => {
    let end: Instant | null = null;
    const lists = personId === null ? [everywhere] : [everywhere, toPerson.get(personId) ?? []];
    for (const list of lists) {
      const outage = lastUpTo(list, until - 1, (stretch) => stretch.from);
      if (outage && outage.to > from && (end === null || outage.to > end)) end = outage.to;
    }
    return end;
  };

  const reach = (ids: Iterable<string>): ReadonlySet<string> => {
    const found = new Set<string>();
    const add = (id: string | null): void => {
      if (id !== null) found.add(id);
    };
    for (const id of ids) {
      found.add(id);
      for (const { event } of people.get(id) ?? []) add(event.managerId);
      for (const coLead of coLeads.get(id) ?? []) add(coLead);
    }
    for (const id of [...found]) for (const { event } of people.get(id) ?? []) add(event.deputyId);
    return found;
  };
  const changesFor = (ids: ReadonlySet<string>): readonly Entry[] => {
    const found: Entry[] = [...policyChanges, ...(closureChanges.get(null) ?? [])];
    const departments = new Set<string>();
    for (const id of ids) {
      found.push(...(personChanges.get(id) ?? []));
      for (const { event } of people.get(id) ?? []) departments.add(event.departmentId);
    }
    for (const departmentId of departments) found.push(...(closureChanges.get(departmentId) ?? []));
    return found.sort((a, b) => a.seq - b.seq);
  };

  return {
    house: place,
    ladderOf,
    personAt,
    hasLeft,
    absentFrom,
    isAbsent,
    backOn,
    coLeadsOf,
    calendarOf,
    outageEnd,
    digestsOf: (id) => digests.get(id) ?? [],
    changesFor,
    reach,
  };
}
