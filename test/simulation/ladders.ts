import { parse } from 'yaml';
import { minutesOf, type Span } from './calendar';
import { ANCHOR_NAMES, type AnchorName, ROLES, type Role } from './journal';

/** Whom a rung tells: the owner, a role of the matter, or the manager of one of them. */
export type Audience = 'owner' | Role | `${'owner' | Role}.manager`;

interface RungBase {
  readonly key: string;
  readonly anchor: AnchorName;
  readonly offset: Span;
  /** Local hour, in minutes since midnight. */
  readonly hour: number;
  readonly quietWhenPlanned: boolean;
  readonly until: AnchorName | null;
}

/** A rung that tells somebody. `grace` is counted in working days; null: none asked for. */
export interface TellRung extends RungBase {
  readonly act: 'tell';
  readonly audience: Audience;
  readonly by: 'card' | 'line';
  readonly every: Span | null;
  readonly grace: number | null;
}

/** A rung that does something, once. */
export interface DoRung extends RungBase {
  readonly act: 'do';
  readonly verb: string;
}

export type Rung = TellRung | DoRung;

export interface Ladder {
  readonly kind: string;
  readonly absence: 'stops' | 'deputy' | 'runs';
  /** The longest snooze in days; null: never. */
  readonly snooze: number | null;
  readonly rungs: readonly Rung[];
}

const AUDIENCES: ReadonlySet<string> = new Set(['owner', ...ROLES].flatMap((role) => [role, `${role}.manager`]));
const ABSENCES: readonly Ladder['absence'][] = ['stops', 'deputy', 'runs'];
const WAYS = ['line', 'card'] as const;
const UNITS: readonly Span['unit'][] = ['wd', 'd', 'w', 'm'];
const ON_THE_DAY: Span = { count: 0, unit: 'd' };
const HOURS = { line: minutesOf('08:00'), card: minutesOf('09:00'), do: minutesOf('08:00') };

type Fields = Record<string, unknown>;

function fields(value: unknown, where: string): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Error(`${where}: not a map`);
  return value as Fields;
}

function oneOf<T extends string>(value: unknown, known: readonly T[], where: string): T {
  const found = known.find((candidate) => candidate === value);
  if (found === undefined) throw new Error(`${where}: ${String(value)} is not one of ${known.join(', ')}`);
  return found;
}

function audienceOf(value: unknown, where: string): Audience {
  if (typeof value !== 'string' || !AUDIENCES.has(value))
    throw new Error(`${where}: unknown audience ${String(value)}`);
  return value as Audience;
}

function spanOf(value: unknown, where: string): Span {
  const match = /^(\d+)(wd|d|w|m)$/.exec(String(value));
  if (!match) throw new Error(`${where}: ${String(value)} is not a span`);
  return { count: Number(match[1]), unit: oneOf(match[2], UNITS, where) };
}

function whenOf(value: unknown, where: string): { anchor: AnchorName; offset: Span } {
  const match = /^([a-z]+)(?:\s*([+-])\s*(\w+))?$/.exec(String(value));
  if (!match) throw new Error(`${where}: ${String(value)} is not "<anchor> [+|- <n>(wd|d|w|m)]"`);
  const anchor = oneOf(match[1], ANCHOR_NAMES, where);
  if (match[3] === undefined) return { anchor, offset: ON_THE_DAY };
  const span = spanOf(match[3], where);
  return { anchor, offset: { unit: span.unit, count: match[2] === '-' ? -span.count : span.count } };
}

function rungOf(value: unknown, kind: string): Rung {
  const rung = fields(value, kind);
  if (typeof rung.key !== 'string') throw new Error(`${kind}: a rung without a key`);
  const where = `${kind}.${rung.key}`;
  if ((rung.do === undefined) === (rung.tell === undefined)) throw new Error(`${where}: tells or does, one of them`);
  if (rung.quiet !== undefined && rung.quiet !== 'planned') throw new Error(`${where}: unknown quiet`);
  const base = {
    key: rung.key,
    ...whenOf(rung.when, where),
    quietWhenPlanned: rung.quiet === 'planned',
    until: rung.until === undefined ? null : oneOf(rung.until, ANCHOR_NAMES, where),
  };
  const hour = rung.at === undefined ? null : minutesOf(String(rung.at));
  if (rung.do !== undefined) return { ...base, act: 'do', verb: String(rung.do), hour: hour ?? HOURS.do };
  const by = oneOf(rung.by, WAYS, where);
  return {
    ...base,
    act: 'tell',
    audience: audienceOf(rung.tell, where),
    by,
    hour: hour ?? HOURS[by],
    every: rung.every === undefined ? null : spanOf(rung.every, where),
    grace: graceOf(rung.grace, where),
  };
}

function graceOf(value: unknown, where: string): number | null {
  if (value === undefined) return null;
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0) throw new Error(`${where}: no such grace`);
  return value;
}

function snoozeOf(value: unknown, kind: string): number | null {
  if (value === undefined || value === 'never') return null;
  const span = spanOf(value, kind);
  if (span.unit !== 'd') throw new Error(`${kind}: a snooze is counted in days`);
  return span.count;
}

/** Ladders by kind, read from the policy's YAML. Throws an Error that names the rung where the text is not a ladder. */
export function readLadders(text: string): ReadonlyMap<string, Ladder> {
  const all = fields(parse(text), 'ladders');
  return new Map(
    Object.entries(all).map(([kind, value]) => {
      const ladder = fields(value, kind);
      if (!Array.isArray(ladder.rungs)) throw new Error(`${kind}: no rungs`);
      return [
        kind,
        {
          kind,
          absence: ladder.absence === undefined ? 'runs' : oneOf(ladder.absence, ABSENCES, kind),
          snooze: snoozeOf(ladder.snooze, kind),
          rungs: ladder.rungs.map((rung) => rungOf(rung, kind)),
        },
      ];
    }),
  );
}
