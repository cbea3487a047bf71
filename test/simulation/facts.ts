import { type Day, dayOf, type Instant, minutesOf, type WorkCalendar } from './calendar';
import { ANCHOR_NAMES, type AnchorName, type ChangeEvent, type Holders, type OpenedEvent, ROLES } from './journal';
import type { Ladder } from './ladders';
import type { Entry, World } from './world';

/** A day that rungs count from, and its minute of the day where the hour is known. Unshifted. */
export interface Anchor {
  readonly day: Day;
  readonly minute: number | null;
}

/** What was true about one obligation from one place in the journal to the next. */
export interface Facts {
  readonly seq: number;
  readonly at: Instant;
  readonly state: 'open' | 'paused' | 'closed';
  readonly ladder: Ladder;
  readonly openedAt: Instant;
  readonly ownerId: string | null;
  /** Who held it last, where nobody does now. */
  readonly formerOwnerId: string | null;
  readonly ownerRole: string;
  readonly roles: Holders;
  readonly anchors: ReadonlyMap<AnchorName, Anchor>;
  /** Working days the clock stood still. */
  readonly shift: number;
  readonly pausedOn: Day | null;
  readonly plannedOn: Day | null;
  readonly snoozes: ReadonlyMap<string, { readonly firstOn: Day; readonly untilOn: Day }>;
  /** The house's working days less the owner's department's closures and the owner's own days off. */
  readonly calendar: WorkCalendar;
}

function anchorOf(text: string): Anchor {
  const [day, hour] = text.split('T');
  return { day: dayOf(day ?? ''), minute: hour === undefined ? null : minutesOf(hour) };
}

function anchorsOf(opened: OpenedEvent, openedOn: Day): ReadonlyMap<AnchorName, Anchor> {
  const anchors = new Map<AnchorName, Anchor>([['opened', { day: openedOn, minute: null }]]);
  for (const name of ANCHOR_NAMES) {
    const text = opened.anchors[name];
    if (text !== undefined) anchors.set(name, anchorOf(text));
  }
  return anchors;
}

/** An obligation the journal has seen open, and what it says of it. */
interface Spoken {
  readonly opened: Entry<OpenedEvent>;
  readonly said: readonly Entry<ChangeEvent>[];
}

/** Everybody who may come to be told of an obligation, by what the journal says of it anywhere. */
function involved(log: Spoken, world: World): ReadonlySet<string> {
  const ids = new Set<string>();
  const add = (id: string | null | undefined): void => {
    if (id) ids.add(id);
  };
  for (const { event } of [log.opened, ...log.said]) {
    if (event.type === 'opened' || event.type === 'owner') add(event.ownerId);
    if (event.type === 'opened' || event.type === 'roles') for (const role of ROLES) add(event.roles[role]);
  }
  return world.reach(ids);
}

function rolesWith(roles: Holders, ownerRole: string, ownerId: string | null): Holders {
  const role = ROLES.find((candidate) => candidate === ownerRole);
  if (!role) return roles;
  const { [role]: _, ...others } = roles;
  return ownerId === null ? others : { ...others, [role]: ownerId };
}

function changed(facts: Facts, entry: Entry<ChangeEvent>, world: World): Facts {
  const { event } = entry;
  const today = world.house.zone.dayAt(entry.at);
  switch (event.type) {
    case 'closed':
      return { ...facts, state: 'closed' };
    case 'anchor':
      return { ...facts, anchors: new Map([...facts.anchors, [event.anchor, anchorOf(event.value)]]) };
    case 'paused':
      return facts.state === 'paused' ? facts : { ...facts, state: 'paused', pausedOn: today };
    case 'resumed':
      if (facts.pausedOn === null) return facts;
      return {
        ...facts,
        state: 'open',
        pausedOn: null,
        shift: facts.shift + facts.calendar.between(facts.pausedOn, today),
      };
    case 'planned':
      return { ...facts, plannedOn: event.on === null ? null : dayOf(event.on) };
    case 'owner':
      return {
        ...facts,
        ownerId: event.ownerId,
        formerOwnerId: facts.ownerId ?? facts.formerOwnerId,
        roles: rolesWith(facts.roles, facts.ownerRole, event.ownerId),
      };
    case 'roles':
      return { ...facts, roles: event.roles };
    case 'snoozed': {
      const running = facts.snoozes.get(event.personId);
      const firstOn = running && running.untilOn >= today ? running.firstOn : today;
      const snooze = { firstOn, untilOn: dayOf(event.untilOn) };
      return { ...facts, snoozes: new Map([...facts.snoozes, [event.personId, snooze]]) };
    }
    default:
      return event satisfies never;
  }
}

/**
 * The facts of one obligation from its opening to its end, in order, each version until the next: changed by what is said
 * of it and by what is said of the people and the house it depends on.
 */
export function factsOf(log: Spoken, world: World): readonly Facts[] {
  const first = log.opened;
  const opened = first.event;
  const versions: Facts[] = [];
  let facts: Facts = {
    seq: first.seq,
    at: first.at,
    state: 'open',
    ladder: world.ladderOf(opened.kind, first.seq),
    openedAt: first.at,
    ownerId: opened.ownerId,
    formerOwnerId: null,
    ownerRole: opened.ownerRole,
    roles: opened.roles,
    anchors: anchorsOf(opened, world.house.zone.dayAt(first.at)),
    shift: 0,
    pausedOn: null,
    plannedOn: null,
    snoozes: new Map(),
    calendar: world.calendarOf(opened.ownerId, first.seq),
  };
  versions.push(facts);
  const around = world.changesFor(involved(log, world)).filter((entry) => entry.seq > first.seq);
  const turns = [...log.said.map((entry) => ({ entry, own: entry })), ...around.map((entry) => ({ entry, own: null }))];
  turns.sort((a, b) => a.entry.seq - b.entry.seq);
  for (const turn of turns) {
    if (facts.state === 'closed') break;
    const next = turn.own ? changed(facts, turn.own, world) : facts;
    const { seq, at } = turn.entry;
    const ladder = world.ladderOf(opened.kind, seq);
    facts = { ...next, seq, at, ladder, calendar: world.calendarOf(next.ownerId, seq) };
    versions.push(facts);
  }
  return versions;
}
