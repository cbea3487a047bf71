import { addDays, addMonths, type Day, daysBetween } from '../time/day';
import { plainSpanFrom } from '../time/span';

/** A meeting that was held, as far as follow-ups care. */
export type HeldMeeting = {
  readonly id: string;
  readonly kind: string;
  readonly on: Day;
  /** Held with the citizen, or at their wish without them. */
  readonly counts: boolean;
};

/** A follow-up that is to come: `slot` says what it is counted from, and stays the same while that stands. */
export type WantedFollowUp = {
  readonly slot: string;
  /** The kind of meeting that the model lets follow; null: any that counts as a follow-up. */
  readonly kind: string | null;
  readonly opensOn: Day;
  readonly dueOn: Day;
};

export type FollowUps = {
  readonly open: readonly WantedFollowUp[];
  /** What was to come and was held, by slot. */
  readonly met: ReadonlyMap<string, string>;
};

/** What follow-ups need to know of a model: its rhythm, and its kinds of meeting with what follows each. */
export type FollowUpModel = {
  readonly rhythm?:
    | { readonly aYear: number; readonly due: string; readonly opens: string; readonly apart: string }
    | undefined;
  readonly meetings: readonly {
    readonly kind: string;
    readonly countsAs?: 'follow-up' | 'transition' | undefined;
    readonly follows: readonly (
      | { readonly what: 'meeting'; readonly kind: string; readonly after: string }
      | { readonly what: 'citizen-talk' }
    )[];
  }[];
};
export type Followed = {
  readonly model: FollowUpModel;
  /** The pathway's start, or the day the house came to know it, whichever is later. */
  readonly since: Day;
  /** In the order of their days. */
  readonly held: readonly HeldMeeting[];
  /** Another rhythm than the model's, as a span; null: the model's. */
  readonly every: string | null;
};

/** So long before its day a follow-up is asked for where the model does not say it; ours. */
const OPENS = '3w';
/** A model whose meetings follow each other says nothing of the first: ours. */
const FIRST_DUE = '3m';
/** Days between two follow-ups that count as two, where the model does not say it; ours. */
const APART = '30d';

/**
 * The follow-ups that a pathway has to come, and those that were held. With a rhythm there is one, counted from the last
 * held that counts (Ballerup 6); where meetings follow each other (Halsnæs: after 3, 6 and 9 months), each is settled by one
 * later meeting of its kind.
 */
export function followUpsOf(given: Followed): FollowUps {
  const { model, since, held } = given;
  const every = given.every ?? model.rhythm?.due ?? null;
  if (every !== null) return byRhythm(given, every);
  const met = new Map<string, string>();
  const open: WantedFollowUp[] = [];
  const first = held.find((one) => one.counts);
  if (first === undefined) open.push(wanted('start', null, plainSpanFrom(since, FIRST_DUE), OPENS));
  else met.set('start', first.id);
  for (const meeting of held) {
    // What the last meeting of this kind let follow, a new one lets follow anew.
    const before = held.filter((one) => one.kind === meeting.kind && one.on <= meeting.on && one.id !== meeting.id);
    if (following(model, meeting).length > 0) for (const one of before) removeSteps(open, one.id);
    const due = open.findIndex((one) => meeting.counts && one.kind === meeting.kind);
    const [settled] = due < 0 ? [] : open.splice(due, 1);
    if (settled) met.set(settled.slot, meeting.id);
    open.push(...following(model, meeting));
    open.sort((one, other) => (one.dueOn < other.dueOn ? -1 : one.dueOn > other.dueOn ? 1 : 0));
  }
  return { open, met };
}

function byRhythm({ model, since, held }: Followed, every: string): FollowUps {
  const counted = countedFollowUps(model, held);
  const met = new Map<string, string>();
  let slot = `${model.rhythm === undefined ? 'every:' : ''}start`;
  for (const meeting of counted) {
    met.set(slot, meeting.id);
    slot = `${model.rhythm === undefined ? 'every:' : 'after:'}${meeting.id}`;
  }
  // Where meetings follow each other, the first of them is held already when somebody chooses a rhythm.
  const from = counted.at(-1)?.on ?? (model.rhythm === undefined ? held.findLast((one) => one.counts)?.on : undefined);
  const due = plainSpanFrom(from ?? since, every);
  return { open: [wanted(slot, null, due, model.rhythm?.opens ?? OPENS)], met };
}

function removeSteps(open: WantedFollowUp[], meetingId: string): void {
  for (let at = open.length - 1; at >= 0; at -= 1)
    if (open[at]?.slot.startsWith(`step:${meetingId}:`)) open.splice(at, 1);
}

function following(model: FollowUpModel, meeting: HeldMeeting): WantedFollowUp[] {
  const kind = model.meetings.find((one) => one.kind === meeting.kind);
  return (kind?.follows ?? []).flatMap((one, index) =>
    one.what === 'meeting'
      ? [wanted(`step:${meeting.id}:${index + 1}`, one.kind, plainSpanFrom(meeting.on, one.after), OPENS)]
      : [],
  );
}

const wanted = (slot: string, kind: string | null, dueOn: Day, opens: string): WantedFollowUp => ({
  slot,
  kind,
  dueOn,
  opensOn: opensOn(dueOn, opens),
});

/** When a follow-up is asked for: so long before its day. July is foreseen in June: what is due or asked for in July is asked for so long before its first day. */
export function opensOn(dueOn: Day, opens: string): Day {
  const usual = plainSpanFrom(dueOn, opens, true);
  const isJuly = (day: Day) => day.slice(5, 7) === '07';
  if (!isJuly(dueOn) && !isJuly(usual)) return usual;
  const foreseen = plainSpanFrom(`${dueOn.slice(0, 4)}-07-01` as Day, opens, true);
  return foreseen < usual ? foreseen : usual;
}

/** Of the held meetings those that count as a follow-up each: closer to the last one than the model allows is the same one. */
export function countedFollowUps(model: FollowUpModel, held: readonly HeldMeeting[]): HeldMeeting[] {
  const apart = apartOf(model);
  const counted: HeldMeeting[] = [];
  for (const meeting of held) {
    if (!meeting.counts || kindOf(model, meeting.kind)?.countsAs !== 'follow-up') continue;
    const last = counted.at(-1);
    if (last === undefined || daysBetween(last.on, meeting.on) >= apart) counted.push(meeting);
  }
  return counted;
}

/** How a pathway's year stands: how many of how many, and the day after which all of them can no longer be held in it. */
export type YearOfFollowUps = {
  readonly from: Day;
  /** The last day of it. */
  readonly to: Day;
  readonly held: number;
  readonly of: number;
  /** By when the next is held at the latest; null: all are held, or they can no longer be. */
  readonly nextBy: Day | null;
  readonly possible: boolean;
};

/** The pathway's year, counted from its start, that a day falls into; undefined where the model names no number. */
export function yearOfFollowUps(
  given: Pick<Followed, 'model' | 'held'> & { readonly startedOn: Day; readonly today: Day },
): YearOfFollowUps | undefined {
  const { model, startedOn, today } = given;
  if (model.rhythm === undefined) return undefined;
  const of = model.rhythm.aYear;
  let years = 0;
  while (addMonths(startedOn, 12 * (years + 1)) <= today) years += 1;
  const from = addMonths(startedOn, 12 * years);
  const to = addDays(addMonths(startedOn, 12 * (years + 1)), -1);
  const counted = countedFollowUps(model, given.held);
  const held = counted.filter((one) => one.on >= from && one.on <= to).length;
  if (held >= of) return { from, to, held, of, nextBy: null, possible: true };
  const apart = apartOf(model);
  const last = counted.at(-1)?.on;
  const nextBy = addDays(to, -apart * (of - held - 1));
  const soonest = last === undefined || addDays(last, apart) < today ? today : addDays(last, apart);
  return soonest > nextBy
    ? { from, to, held, of, nextBy: null, possible: false }
    : { from, to, held, of, nextBy, possible: true };
}

/** Other rhythms than the model's that may be chosen: never rarer than the model has it (Ballerup 6: at least four a year). */
export function rhythmsOf(model: FollowUpModel): readonly string[] {
  const [all, from] = [['6w', '2m', '3m', '6m'], '2000-01-01' as Day];
  const steps = model.meetings.flatMap((one) => one.follows.flatMap((each) => ('after' in each ? [each.after] : [])));
  const floor = [...(model.rhythm === undefined ? steps : [model.rhythm.due])]
    .map((span) => plainSpanFrom(from, span))
    .sort()[0];
  return all.filter((span) => floor === undefined || plainSpanFrom(from, span) < floor);
}

const apartOf = (model: FollowUpModel): number =>
  daysBetween('2000-01-01' as Day, plainSpanFrom('2000-01-01' as Day, model.rhythm?.apart ?? APART));

/** A kind of meeting of a model. */
export const kindOf = (model: FollowUpModel, kind: string) => model.meetings.find((one) => one.kind === kind);
