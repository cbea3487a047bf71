import { parseDocument } from 'yaml';
import { z } from 'zod/v4';

/** The days that rungs count from. `opened` and `due` move with a stopped clock, the others do not. */
export const ANCHORS = ['opened', 'due', 'opens', 'meeting', 'start'] as const;
export type Anchor = (typeof ANCHORS)[number];

/** Who a rung tells: a role, worked out anew when the rung is walked and again when the message is sent. */
export const AUDIENCES = [
  'owner',
  'lead',
  'co-lead',
  'owner.manager',
  'lead.manager',
  'common-leader',
  'director',
  'mentor',
  'onboarding-lead',
] as const;
export type Audience = (typeof AUDIENCES)[number];

export type Span = { readonly n: number; readonly unit: 'wd' | 'd' | 'w' | 'm' };

type RungBase = {
  readonly key: string;
  readonly anchor: Anchor;
  /** Negative before the anchor, zero on it, positive after. */
  readonly offset: Span;
  /** Local hour, `HH:MM`. */
  readonly at: string;
  readonly quietWhilePlanned: boolean;
  readonly until?: Anchor;
};
export type TellRung = RungBase & {
  readonly act: 'tell';
  readonly audience: Audience;
  readonly by: 'line' | 'card';
  /** Whole working days between the owner's first telling and this one. */
  readonly grace: number;
  readonly every?: Span;
};
export type DoRung = RungBase & { readonly act: 'do'; readonly verb: string };
export type Rung = TellRung | DoRung;

export type Nature = 'duty' | 'right' | 'timer';

export type Ladder = {
  readonly kind: string;
  readonly nature: Nature;
  /** How many days a line may be postponed; 0 is never. */
  readonly snoozeDays: number;
  /** `stops`: the owner's rungs wait for the return; `deputy`: a deputy is told; `runs`: the date is the matter's. */
  readonly absence: 'stops' | 'deputy' | 'runs';
  readonly endsWithMatter: boolean;
  readonly rungs: readonly Rung[];
};
export type Ladders = ReadonlyMap<string, Ladder>;

const MOST_SNOOZE_DAYS = 14;
const WHEN = /^(?<anchor>[a-z]+)(?:\s*(?<sign>[+-])\s*(?<n>\d{1,3})(?<unit>wd|d|w|m))?$/;
const EVERY = /^(?<n>\d{1,2})(?<unit>wd|d|w|m)$/;

const rungSchema = z.strictObject({
  key: z.string().regex(/^[a-z][a-z-]*$/),
  when: z.string(),
  tell: z.enum(AUDIENCES).optional(),
  by: z.enum(['line', 'card']).optional(),
  do: z.string().optional(),
  every: z.string().optional(),
  at: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .optional(),
  grace: z.number().int().min(0).max(30).optional(),
  quiet: z.literal('planned').optional(),
  until: z.enum(ANCHORS).optional(),
});
const ladderSchema = z.strictObject({
  nature: z.enum(['duty', 'right', 'timer']),
  snooze: z.union([z.literal('never'), z.string().regex(/^\d{1,2}d$/)]),
  absence: z.enum(['stops', 'deputy', 'runs']),
  ends: z.literal('matter').optional(),
  rungs: z.array(rungSchema).min(1),
});

/**
 * Reads the ladders of a policy.
 * @param verbs the deadlines that capabilities have registered, as `<capability>.<verb>`
 * @throws one error that lists every fault with its ladder and rung
 */
export function readLadders(yaml: string, options: { file: string; verbs: ReadonlySet<string> }): Ladders {
  const faults: string[] = [];
  const found = new Map<string, Ladder>();
  const document = parseDocument(yaml);
  if (document.errors.length > 0) {
    throw new Error(
      `${options.file} cannot be used:\n${document.errors.map((fault) => `- ${fault.message}`).join('\n')}`,
    );
  }
  const file = z.record(z.string(), z.unknown()).safeParse(document.toJS());
  if (!file.success) throw new Error(`${options.file}: expected one ladder a kind, as in "invitation-answer: { ... }"`);
  for (const [kind, raw] of Object.entries(file.data)) {
    const parsed = ladderSchema.safeParse(raw);
    if (!parsed.success) {
      for (const issue of parsed.error.issues) faults.push(`${kind}: ${issue.path.join('.')}: ${issue.message}`);
      continue;
    }
    const tell = (place: string, what: string) => faults.push(`${kind}${place}: ${what}`);
    const ladder = parsed.data;
    const snoozeDays = ladder.snooze === 'never' ? 0 : Number.parseInt(ladder.snooze, 10);
    if (snoozeDays > MOST_SNOOZE_DAYS) tell('', `snooze is ${MOST_SNOOZE_DAYS}d at most`);
    const rungs = ladder.rungs.flatMap((rung) =>
      readRung(rung, options.verbs, (what) => tell(`, rung ${rung.key}`, what)),
    );
    if (new Set(rungs.map((rung) => rung.key)).size < rungs.length) tell('', 'two rungs have the same key');
    const ends = ladder.ends === 'matter' || rungs.some((rung) => rung.act === 'do' || rung.every !== undefined);
    if (!ends) tell('', 'the ladder never ends: give it a rung with do, one with every, or ends: matter');
    if (ladder.nature === 'timer' && rungs.some((rung) => rung.act === 'tell')) tell('', 'a timer tells nobody');
    if (ladder.nature === 'right' && rungs.some((rung) => rung.act === 'tell' && rung.audience !== 'owner')) {
      tell('', 'a right is never told upward');
    }
    const { nature, absence } = ladder;
    found.set(kind, { kind, nature, snoozeDays, absence, endsWithMatter: ladder.ends === 'matter', rungs });
  }
  if (faults.length > 0)
    throw new Error(`${options.file} cannot be used:\n${faults.map((fault) => `- ${fault}`).join('\n')}`);
  return found;
}

function readRung(raw: z.infer<typeof rungSchema>, verbs: ReadonlySet<string>, fault: (what: string) => void): Rung[] {
  const when = WHEN.exec(raw.when)?.groups;
  const anchor = ANCHORS.find((one) => one === when?.anchor);
  if (!when || !anchor) {
    fault(
      `"when: ${raw.when}" is not understood; write for example "meeting - 3wd", with one of ${ANCHORS.join(', ')}`,
    );
    return [];
  }
  const offset: Span = when.n
    ? { n: Number(when.n) * (when.sign === '-' ? -1 : 1), unit: asUnit(when.unit) }
    : { n: 0, unit: 'd' };
  const base = {
    key: raw.key,
    anchor,
    offset,
    quietWhilePlanned: raw.quiet === 'planned',
    ...(raw.until ? { until: raw.until } : {}),
  };
  if ((raw.tell === undefined) === (raw.do === undefined)) {
    fault('a rung either tells or does: give it tell, or do, and not both');
    return [];
  }
  if (raw.do !== undefined) {
    if (raw.every !== undefined) fault('every goes with tell only');
    if (raw.by !== undefined || raw.grace !== undefined) fault('by and grace go with tell only');
    if (!verbs.has(raw.do)) fault(`nothing in the house does "${raw.do}"`);
    return [{ ...base, act: 'do', verb: raw.do, at: raw.at ?? '08:00' }];
  }
  if (raw.tell === undefined) return [];
  if (raw.by === undefined) fault('say by: line or by: card');
  if (raw.grace !== undefined && raw.tell === 'owner') fault('grace is for tellings upward: the owner needs none');
  const every = raw.every === undefined ? undefined : EVERY.exec(raw.every)?.groups;
  if (raw.every !== undefined && (!every || Number(every.n) < 1))
    fault(`"every: ${raw.every}" is not understood; write for example 1w`);
  const by = raw.by ?? 'line';
  return [
    {
      ...base,
      act: 'tell',
      audience: raw.tell,
      by,
      at: raw.at ?? (by === 'line' ? '08:00' : '09:00'),
      grace: raw.grace ?? 0,
      ...(every ? { every: { n: Number(every.n), unit: asUnit(every.unit) } } : {}),
    },
  ];
}

function asUnit(text: string | undefined): Span['unit'] {
  return text === 'wd' || text === 'w' || text === 'm' ? text : 'd';
}
