/**
 * The journal of a simulated municipality: what its people did and what the fake Teams connector accepted.
 *
 * A test harness and a connector write it, never the bot and never from the bot's tables; `check` reads it. `at`, `from`
 * and `to` of an outage are instants of the business clock, ISO 8601 with an offset ("2026-03-16T07:00:00Z"); every
 * `...On` is a day, "YYYY-MM-DD", in the house's zone. Events of the same instant count in the order in which they stand,
 * those about house and people first.
 */

/** The roles of a matter that a ladder may name besides its owner. */
export const ROLES = ['lead', 'co-lead', 'mentor', 'director', 'common-leader', 'onboarding-lead'] as const;
export type Role = (typeof ROLES)[number];

/** Who holds which role of a matter; a role that is missing has nobody. */
export type Holders = { readonly [role in Role]?: string };

/** The named days that rungs count from: "YYYY-MM-DD", or "YYYY-MM-DDTHH:MM" where the hour is known (a meeting). */
export const ANCHOR_NAMES = ['opened', 'due', 'opens', 'meeting', 'start'] as const;
export type AnchorName = (typeof ANCHOR_NAMES)[number];
export type Anchors = { readonly [name in AnchorName]?: string };

/** The true ladders, as YAML text. Written again when the policy changes: counts from then on. */
export interface LaddersEvent {
  readonly type: 'ladders';
  readonly at: string;
  readonly ladders: string;
}

/** The municipality's zone, hours ("08:00"), and the days off ("MM-DD") that it has besides Denmark's public holidays. */
export interface HouseEvent {
  readonly type: 'house';
  readonly at: string;
  readonly zone: string;
  readonly opens: string;
  readonly closes: string;
  readonly freeDays: readonly string[];
}

/** A department (null: the whole house) is closed from one day to another, both included. */
export interface ClosureEvent {
  readonly type: 'closure';
  readonly at: string;
  readonly departmentId: string | null;
  readonly fromOn: string;
  readonly toOn: string;
}

/**
 * Somebody, as they are from `at` on. `managerId` is who leads them once departments are worked in. `worksOn` holds ISO
 * weekdays, Monday = 1; empty: no days of their own are known, every working day of the house counts. `coLeadFor` names
 * the leads whom this person steps in for where the matter itself names no co-lead. `leftOn` is the first day without them.
 */
export interface PersonEvent {
  readonly type: 'person';
  readonly at: string;
  readonly personId: string;
  readonly departmentId: string;
  readonly managerId: string | null;
  readonly deputyId: string | null;
  readonly coLeadFor?: readonly string[];
  readonly worksOn: readonly number[];
  readonly leftOn: string | null;
}

/** An absence, both days included; `at` is when the house came to know of it. What it moves is written as `anchor`. */
export interface AbsenceEvent {
  readonly type: 'absence';
  readonly at: string;
  readonly personId: string;
  readonly fromOn: string;
  readonly toOn: string;
}

/** An absence taken back: names the same person and days as the `absence` before it. */
export interface AbsenceCancelledEvent {
  readonly type: 'absence-cancelled';
  readonly at: string;
  readonly personId: string;
  readonly fromOn: string;
  readonly toOn: string;
}

/**
 * An obligation begins. `key` is its own for good (kind, matter, round, owner at opening); `kind` names its ladder.
 * `ownCard`: the matter's own card went to the owner in that moment, and counts as the first telling. Without an anchor
 * `opened` the day of `at` is taken.
 */
export interface OpenedEvent {
  readonly type: 'opened';
  readonly at: string;
  readonly key: string;
  readonly kind: string;
  readonly round: number;
  readonly ownerId: string | null;
  readonly ownerRole: string;
  readonly roles: Holders;
  readonly anchors: Anchors;
  readonly ownCard: boolean;
}

export interface ClosedEvent {
  readonly type: 'closed';
  readonly at: string;
  readonly key: string;
  readonly how: 'met' | 'lapsed' | 'waived' | 'cancelled';
}

/** An anchor has another day now (unshifted: what a pause adds is worked out by the reader). */
export interface AnchorEvent {
  readonly type: 'anchor';
  readonly at: string;
  readonly key: string;
  readonly anchor: AnchorName;
  readonly value: string;
}

export interface PausedEvent {
  readonly type: 'paused';
  readonly at: string;
  readonly key: string;
}

export interface ResumedEvent {
  readonly type: 'resumed';
  readonly at: string;
  readonly key: string;
}

/** A meeting that would settle it is planned for a day (null: no longer). */
export interface PlannedEvent {
  readonly type: 'planned';
  readonly at: string;
  readonly key: string;
  readonly on: string | null;
}

/** Somebody else holds it (null: nobody). Where the owner is a role of the matter, that role moves along. */
export interface OwnerEvent {
  readonly type: 'owner';
  readonly at: string;
  readonly key: string;
  readonly ownerId: string | null;
}

/** The roles of the matter, all of them, from now on. */
export interface RolesEvent {
  readonly type: 'roles';
  readonly at: string;
  readonly key: string;
  readonly roles: Holders;
}

export interface SnoozedEvent {
  readonly type: 'snoozed';
  readonly at: string;
  readonly key: string;
  readonly personId: string;
  readonly untilOn: string;
}

/**
 * The connector accepted a telling: a card, or one line of a digest (then a `digest` stands beside it at the same time).
 * `unsure`: the bot never learnt that it was accepted, so that it may have gone, or may go, once more.
 */
export interface ToldEvent {
  readonly type: 'told';
  readonly at: string;
  readonly key: string;
  readonly rung: string;
  readonly to: string;
  readonly by: 'card' | 'line';
  readonly activityId: string;
  readonly unsure?: boolean;
}

/**
 * The matter's own card went to the owner after the opening (it was opened outside hours, or has another owner now):
 * counts as a telling to the owner, and as the first if there was none.
 */
export interface OwnCardEvent {
  readonly type: 'own-card';
  readonly at: string;
  readonly key: string;
}

/** A digest was accepted: how many lines it shows, and how many "more" it speaks of without showing them. */
export interface DigestEvent {
  readonly type: 'digest';
  readonly at: string;
  readonly to: string;
  readonly lines: number;
  readonly more?: number;
  readonly unsure?: boolean;
}

/** A deadline's `do` was seen to happen. */
export interface DidEvent {
  readonly type: 'did';
  readonly at: string;
  readonly key: string;
  readonly rung: string;
}

/** The clock has reached this instant, and everything due has been walked and sent. */
export interface MomentEvent {
  readonly type: 'moment';
  readonly at: string;
}

/** The bot was down (or, with a person: nothing could reach that person). Written at any place in the journal. */
export interface OutageEvent {
  readonly type: 'outage';
  readonly from: string;
  readonly to: string;
  readonly personId?: string;
}

/** A pathway, as it is from `at` on: who leads it, and who is of its team, all of departments with a ground. */
export interface PathwayEvent {
  readonly type: 'pathway';
  readonly at: string;
  readonly ref: string;
  readonly departmentId: string;
  readonly leadId: string;
  readonly coLeadId: string | null;
  readonly team: readonly string[];
}

/** One matter of a pathway is open to somebody from now on (a colleague is asked to come), or not any more. */
export interface MatterEvent {
  readonly type: 'matter';
  readonly at: string;
  readonly ref: string;
  readonly personId: string;
  readonly isOpen: boolean;
}

/** Somebody can read of a pathway in their chat: that it is there (a notice), or what it is about. */
export interface ShownEvent {
  readonly type: 'shown';
  readonly at: string;
  readonly ref: string;
  readonly to: string;
  readonly what: 'notice' | 'content';
  /** Where on the card it stood, for whoever follows a breach. */
  readonly near?: string;
}

/** Somebody can read in their chat what somebody else answered in a course, or how they are doing in it. */
export interface AnswerShownEvent {
  readonly type: 'answer-shown';
  readonly at: string;
  readonly learnerId: string;
  readonly to: string;
  /** Where on the card it stood, for whoever follows a breach. */
  readonly near: string;
}

/** A message that was meant, and of which it is not known how it ended when the journal does. */
export interface UnendedEvent {
  readonly type: 'unended';
  readonly at: string;
  readonly messageId: string;
  readonly kind: string;
}

/** Everybody who leads others has looked at what waits: these obligations stood on somebody's list. */
export interface ListedEvent {
  readonly type: 'listed';
  readonly at: string;
  readonly keys: readonly string[];
}

/** What is said about one obligation once it is open, other than by the bot. */
export type ChangeEvent =
  | ClosedEvent
  | AnchorEvent
  | PausedEvent
  | ResumedEvent
  | PlannedEvent
  | OwnerEvent
  | RolesEvent
  | SnoozedEvent;

/** What the bot was seen to do about one obligation. */
export type ActEvent = ToldEvent | DidEvent;

/** What is said about the house and its people. */
export type WorldEvent = LaddersEvent | HouseEvent | ClosureEvent | PersonEvent | AbsenceEvent | AbsenceCancelledEvent;

/** What is said about who may see a pathway, and who was shown it. */
export type SightEvent = PathwayEvent | MatterEvent | ShownEvent | AnswerShownEvent;

export type JournalEvent =
  | OpenedEvent
  | OwnCardEvent
  | ChangeEvent
  | ActEvent
  | WorldEvent
  | SightEvent
  | UnendedEvent
  | ListedEvent
  | DigestEvent
  | MomentEvent
  | OutageEvent;
