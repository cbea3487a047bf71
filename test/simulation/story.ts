import type { Breach, BreachName, BreachRule } from './breach';
import type { Instant } from './calendar';
import type { ActEvent, ChangeEvent, JournalEvent, OpenedEvent, OwnCardEvent } from './journal';
import type { Entry, World } from './world';

/** Everything the journal says of one obligation, in order. Without `opened`: the journal has not seen it open. */
export interface ObligationLog {
  readonly key: string;
  readonly opened: Entry<OpenedEvent> | null;
  readonly said: readonly Entry<ChangeEvent>[];
  readonly acts: readonly Entry<ActEvent | OwnCardEvent>[];
}

/** A breach before it is written down: what was broken, and the earlier acts that tell why. */
export interface Fault {
  readonly name: BreachName;
  readonly rule: BreachRule;
  readonly because: string;
  readonly acts: readonly (Entry<ActEvent> | null)[];
}

const MOVED: readonly ChangeEvent['type'][] = ['anchor', 'paused', 'resumed'];
const ABSENCES: readonly JournalEvent['type'][] = ['absence', 'absence-cancelled'];
const HELD_BY: readonly ChangeEvent['type'][] = ['owner', 'roles'];

/** The facts that matter to a rule, besides the opening: of each the last before the breach. */
const MATTERS: Readonly<Record<BreachRule, readonly ChangeEvent['type'][]>> = {
  absence: HELD_BY,
  breath: [],
  calendar: ['owner'],
  digest: [],
  'end-state': [],
  every: [],
  form: ['anchor'],
  grace: ['owner'],
  hours: [],
  'last-owed': MOVED,
  left: HELD_BY,
  orphan: HELD_BY,
  paused: ['paused'],
  quiet: ['planned'],
  receiver: HELD_BY,
  settled: ['closed'],
  sight: [],
  snooze: ['snoozed'],
  superseded: MOVED,
  time: MOVED,
  unknown: [],
  until: ['anchor'],
  walked: MOVED,
};

/** Writes down a breach of one obligation with the shortest story that tells it: the few events that matter, in order. */
export function breachOf(o: {
  log: ObligationLog;
  world: World;
  fault: Fault;
  rung: string;
  personId: string | null;
  /** When it was told, or by when it should have been. */
  at: Instant;
  act: Entry<ActEvent> | null;
}): Breach {
  const { log, world, fault, personId, act } = o;
  const { opened } = log;
  const end = Math.max(o.at, act?.at ?? 0);
  const entries = new Set<Entry>(opened ? [opened] : []);
  for (const type of MATTERS[fault.rule]) {
    const last = log.said.findLast((entry) => entry.event.type === type && entry.at <= end);
    if (last) entries.add(last);
  }
  for (const entry of [...fault.acts, act]) if (entry) entries.add(entry);
  const people = new Set([opened?.event.ownerId, personId].filter((id) => typeof id === 'string'));
  for (const entry of aroundOf(fault.rule, people, world, end)) entries.add(entry);
  const story = [...entries].sort((a, b) => a.seq - b.seq).map((entry): JournalEvent => entry.event);
  return {
    name: fault.name,
    rule: fault.rule,
    key: log.key,
    kind: opened?.event.kind ?? null,
    rung: o.rung,
    personId,
    at: new Date(o.at).toISOString(),
    because: fault.because,
    story,
  };
}

/** What is said of the people concerned, where the rule is about who and whether they are there. */
function aroundOf(rule: BreachRule, people: ReadonlySet<string>, world: World, end: Instant): readonly Entry[] {
  const types: readonly JournalEvent['type'][] =
    rule === 'receiver' || rule === 'left' ? ['person'] : rule === 'absence' || rule === 'grace' ? ABSENCES : [];
  if (types.length === 0) return [];
  return world.changesFor(people).filter(({ event, at }) => types.includes(event.type) && at <= end);
}
