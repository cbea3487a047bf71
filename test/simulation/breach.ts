import type { JournalEvent } from './journal';

/**
 * What went wrong. `missed`: owed, and not told by the last moment, or not before it was no longer owed. `needless`: told
 * although nobody owed it, or it was in hand, past, or passed over. `doubled`: told again, or without the breath between.
 * `late`, `early`: outside its window. `misdirected`: to somebody else, or in the other form (a line as a card).
 * `outside-hours`: when the house or the person does not work. `unseen`: the journal cannot account for it (an obligation
 * that was never opened, a rung no ladder has, a line without its digest), or the bot cannot (a message that never ended,
 * an obligation that nobody has and that is on nobody's list). `leaked`: shown to somebody who may not see it, or not that much.
 */
export const BREACH_NAMES = [
  'missed',
  'needless',
  'doubled',
  'late',
  'early',
  'misdirected',
  'outside-hours',
  'unseen',
  'leaked',
] as const;
export type BreachName = (typeof BREACH_NAMES)[number];

/** Which rule was broken. */
export type BreachRule =
  | 'absence'
  | 'breath'
  | 'calendar'
  | 'digest'
  | 'end-state'
  | 'every'
  | 'form'
  | 'grace'
  | 'hours'
  | 'last-owed'
  | 'left'
  | 'paused'
  | 'orphan'
  | 'quiet'
  | 'receiver'
  | 'settled'
  | 'sight'
  | 'snooze'
  | 'superseded'
  | 'time'
  | 'unknown'
  | 'until'
  | 'walked';

/** One breach, with the few events that tell how it came about, in order. */
export interface Breach {
  readonly name: BreachName;
  readonly rule: BreachRule;
  /** The obligation; null: a digest. */
  readonly key: string | null;
  readonly kind: string | null;
  readonly rung: string | null;
  /** Who was told, or should have been. */
  readonly personId: string | null;
  /** When it was told, or by when it should have been: ISO 8601. */
  readonly at: string;
  /** What the rules say of it, in words. */
  readonly because: string;
  readonly story: readonly JournalEvent[];
}

function fieldsOf(event: JournalEvent): string {
  return Object.entries(event)
    .filter(([name]) => !['type', 'at', 'key', 'activityId', 'ladders'].includes(name))
    .filter(([name]) => !(event.type === 'outage' && name === 'from'))
    .map(([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join(', ');
}

/** A breach in words for a person: one line for what went wrong, then its story, an event a line. */
export function describe(breach: Breach): string {
  const about = [breach.kind, breach.key, breach.rung].filter((part) => part !== null).join(' ') || 'digest';
  const to = breach.personId === null ? '' : ` to ${breach.personId}`;
  const story = breach.story.map((event) =>
    `  ${event.type === 'outage' ? event.from : event.at}  ${event.type}  ${fieldsOf(event)}`.trimEnd(),
  );
  return [`${breach.name} (${breach.rule}): ${about}${to} at ${breach.at}: ${breach.because}`, ...story].join('\n');
}
