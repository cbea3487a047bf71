import type { Titled } from '../views';

/** What a milestone asks for; it decides what its card offers. */
export type MilestoneSort = 'follow-up' | 'meeting' | 'by-hand' | 'consent' | 'handover' | 'record';
export const WHATS = ['education', 'illness', 'internship', 'community', 'other'] as const;
export type What = (typeof WHATS)[number];
/** Why a transition is waived. */
export const WAIVED = ['held-before', 'not-relevant', 'other-way'] as const;
/** What was put in place after 18. */
export const RECORDS = ['education', 'job', 'housing', 'support', 'treatment', 'contact', 'nothing'] as const;
export type MilestoneState = 'ahead' | 'open' | 'overdue' | 'planned' | 'held' | 'waived' | 'done' | 'cancelled';

/** Longest texts, in characters. */
export const LONGEST = { reason: 600, note: 300, own: 200, record: 1_000 } as const;

/** What a pathway comes to by a date. Days are `YYYY-MM-DD`. */
export type MilestoneView = {
  readonly id: string;
  readonly version: number;
  readonly mark: string;
  readonly reminder: boolean;
  readonly repeated: boolean;
  readonly pathwayId: string;
  readonly ref: string;
  readonly alias: string;
  readonly sort: MilestoneSort;
  /** As the policy names it; null for a follow-up and one by hand. */
  readonly title: Titled | null;
  readonly what: What | null;
  readonly note: string;
  readonly ground: Titled | null;
  readonly ready: readonly Titled[];
  readonly opensOn: string;
  readonly dueOn: string;
  readonly plannedOn: string | null;
  /** The year that goes without saying. */
  readonly today: string;
  readonly state: MilestoneState;
  /** It was due before the house knew the pathway: nobody here knows whether it was held. */
  readonly unknownBefore: string | null;
  /** How it ended; null while it is open. */
  readonly closed: {
    readonly on: string;
    readonly by: string;
    readonly because: string;
    readonly heldOn: string | null;
    readonly codes: readonly string[];
    readonly text: string;
  } | null;
  /** The kind of meeting that would settle it, for the form that calls it; '' for the usual one. */
  readonly meetingKind: string;
  readonly values: {
    readonly why: string;
    readonly reason: string;
    readonly text: string;
    readonly codes: readonly string[];
  };
  readonly faults: Readonly<Record<string, string>>;
};

/** A line of the list: a milestone or a professional's own follow-up, opened by `pick`. */
export type FollowUpLine = {
  readonly pick: string;
  readonly sort: MilestoneSort | 'own';
  readonly title: Titled | null;
  readonly what: What | null;
  /** Of an own follow-up: whose, and what. */
  readonly who: string;
  readonly text: string;
  readonly state: MilestoneState;
  readonly opensOn: string;
  readonly dueOn: string;
  readonly plannedOn: string | null;
};

/** A pathway's follow-ups and transitions. */
export type FollowUpsView = {
  readonly pathwayId: string;
  readonly ref: string;
  readonly alias: string;
  readonly ended: boolean;
  /** The year that goes without saying. */
  readonly today: string;
  readonly next: readonly FollowUpLine[];
  readonly year: {
    readonly from: string;
    readonly to: string;
    readonly held: number;
    readonly of: number;
    readonly nextBy: string | null;
    readonly possible: boolean;
  } | null;
  /** The day the house came to know it, where that is later than its start and nothing has been held since. */
  readonly countedSince: string | null;
  readonly rhythm: { readonly every: string; readonly reason: string } | null;
  readonly transitions: readonly FollowUpLine[];
  readonly own: readonly FollowUpLine[];
  readonly mayLead: boolean;
  readonly mayAddOwn: boolean;
  readonly mayCall: boolean;
  /** Whether a rhythm may be chosen: the model leaves room for one. */
  readonly mayRhythm: boolean;
};

/** Another rhythm for a pathway's follow-ups. Inputs: `every` (a span, or `model`), `reason`. */
export type RhythmFormView = {
  readonly pathwayId: string;
  readonly version: number;
  readonly ref: string;
  readonly rhythms: readonly string[];
  readonly values: { readonly every: string; readonly reason: string };
  readonly faults: Readonly<Record<string, string>>;
};

/** A transition by hand. Inputs: `what`, `note`. */
export type TransitionFormView = {
  readonly pathwayId: string;
  /** Becomes the milestone's id: the same form pressed again is the same one. */
  readonly form: string;
  readonly ref: string;
  readonly values: { readonly what: string; readonly note: string };
  readonly faults: Readonly<Record<string, string>>;
};

/** A professional's own follow-up. Inputs: `text`, `due`. */
export type OwnFormView = {
  readonly pathwayId: string;
  readonly form: string;
  readonly ref: string;
  readonly earliest: string;
  readonly values: { readonly text: string; readonly due: string };
  readonly faults: Readonly<Record<string, string>>;
};

/** A professional's own follow-up, to the professional. */
export type OwnFollowUpView = {
  readonly id: string;
  readonly version: number;
  readonly mark: string;
  readonly reminder: boolean;
  readonly pathwayId: string;
  readonly ref: string;
  readonly alias: string;
  readonly text: string;
  readonly dueOn: string;
  readonly meetingOn: string | null;
  readonly state: 'open' | 'done' | 'dropped';
  readonly earliest: string;
  readonly values: { readonly later: string };
  readonly faults: Readonly<Record<string, string>>;
};
