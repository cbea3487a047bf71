/**
 * What each card shows, as plain values without words: a capability fills a view, `cards/` draws it in the reader's
 * language. Days are `YYYY-MM-DD`, moments `YYYY-MM-DDTHH:MM` in the municipality's zone; durations in minutes.
 * `input` is what an action carries back; it is untrusted when it returns.
 */
export type ActionInput = Readonly<Record<string, string | number>>;

/** The meeting as everybody concerned may see it; `alias` is null for those who only get a notice. */
export type MeetingFacts = {
  readonly ref: string;
  readonly alias: string | null;
  readonly number: number;
  readonly kind: string;
  readonly at: string;
  readonly duration: number;
  readonly online: boolean;
  readonly place: string | null;
  readonly leadName: string;
};
export type NamedPerson = { readonly id: string; readonly name: string };

export type GreetingView = { readonly name: string; readonly waiting: number };
export type HelpView = { readonly administrator: boolean; readonly development: boolean };
/** Commands to offer when a text was not understood, nearest first. */
export type NearestView = { readonly commands: readonly string[] };

export type WaitingLine = {
  /** Names the reminder for those who test and check: `<kind>/<rung>/<matter id>/<round>`; not shown. */
  readonly mark: string;
  readonly text: string;
  readonly action?: { readonly title: string; readonly verb: string; readonly input: ActionInput };
};
export type WaitingView = {
  readonly name: string;
  /** `digest`: the morning's message; `asked`: the person wrote `venter`. */
  readonly as: 'digest' | 'asked';
  readonly groups: readonly { readonly title: string; readonly lines: readonly WaitingLine[] }[];
  /** Lines left out because the card holds twelve at most. */
  readonly more: number;
  /** Other open duties, counted in a digest, without reminding of them. */
  readonly also: number;
  /** Lines that may be postponed; empty: no such button. */
  readonly snoozable: readonly { readonly obligationId: string; readonly text: string }[];
  /** Without an owner: for the manager who settles them. */
  readonly unowned: readonly WaitingLine[];
};
export type SnoozeFormView = {
  readonly lines: readonly { readonly obligationId: string; readonly text: string }[];
  readonly earliest: string;
  readonly latest: string;
  readonly values: { readonly obligation: string; readonly until: string; readonly reason: string };
  readonly faults: Readonly<Record<string, string>>;
};

export type PathwaysView = {
  readonly items: readonly {
    readonly id: string;
    readonly ref: string;
    readonly alias: string;
    readonly role: 'lead' | 'co-lead' | 'team' | 'administrator';
    readonly next: string | null;
  }[];
};
export type PathwayView = {
  readonly id: string;
  readonly ref: string;
  readonly alias: string;
  readonly department: string;
  readonly lead: string | null;
  readonly coLead: string | null;
  readonly model: string;
  readonly startedOn: string;
  readonly ended: boolean;
  readonly team: readonly { readonly name: string; readonly department: string; readonly ground: boolean }[];
  readonly meetings: readonly {
    readonly id: string;
    readonly number: number;
    readonly at: string;
    readonly status: 'called' | 'past' | 'cancelled';
  }[];
  readonly mayCall: boolean;
};

/** The form for calling a meeting. Inputs: kind, date, time, duration, where ('place'|'online'), place, agreed ('true'|'false'), and per member `come-<id>` ('true'|'false') and `why-<id>`. */
export type CallFormView = {
  readonly pathwayId: string;
  /** Becomes the meeting's id: a second press of the same form calls the same meeting. */
  readonly form: string;
  readonly ref: string;
  readonly alias: string;
  readonly kinds: readonly string[];
  readonly earliest: string;
  readonly members: readonly {
    readonly id: string;
    readonly name: string;
    readonly department: string;
    /** Without ground nobody from the department can be invited. */
    readonly ground: boolean;
    readonly come: boolean;
    readonly why: string;
    /** Away on the chosen day, when one is chosen. */
    readonly awayThen: boolean;
  }[];
  readonly values: {
    readonly kind: string;
    readonly date: string;
    readonly time: string;
    readonly duration: string;
    readonly where: string;
    readonly place: string;
    readonly agreed: boolean;
  };
  /** Input id to a sentence in the reader's language, shown beside the input. */
  readonly faults: Readonly<Record<string, string>>;
};
/** Inputs: date, time, agreed. */
export type MoveFormView = {
  readonly meetingId: string;
  readonly version: number;
  readonly meeting: MeetingFacts;
  readonly earliest: string;
  readonly values: { readonly date: string; readonly time: string; readonly agreed: boolean };
  readonly faults: Readonly<Record<string, string>>;
};
export type CancelView = { readonly meetingId: string; readonly version: number; readonly meeting: MeetingFacts };

export type HinderedCode = 'absent' | 'citizen-matter' | 'other-meeting';

/** The invited one's own card. */
export type InvitationView = {
  readonly id: string;
  readonly version: number;
  readonly mark: string;
  readonly meeting: MeetingFacts;
  readonly why: string;
  /** Duty to attend, or invited only. */
  readonly duty: boolean;
  /** Why it is sent now; null for the first time and when it is only drawn anew. */
  readonly reminder: { readonly rung: 'first' | 'second' } | null;
  /** What comes next if nobody answers: the manager is asked then. Null when not known or past. */
  readonly managerNext: { readonly at: string; readonly name: string } | null;
  /** Set when the meeting was moved since the first asking. */
  readonly movedFrom: string | null;
  readonly repeated: boolean;
  readonly state:
    | {
        readonly is: 'asked';
        readonly earlier: 'coming' | 'hindered' | 'stand-in' | null;
        readonly declinedBy: string | null;
      }
    | { readonly is: 'coming' }
    | { readonly is: 'stand-in-asked'; readonly name: string; readonly byManager: string | null }
    | { readonly is: 'stand-in'; readonly name: string; readonly byManager: string | null }
    | { readonly is: 'hindered'; readonly code: HinderedCode; readonly reply: 'manage' | 'somebody' | null }
    | { readonly is: 'cancelled' }
    | { readonly is: 'past'; readonly answer: 'coming' | 'stand-in' | 'hindered' | 'none' | 'not-kept' };
  /** Colleagues of the same department who can be asked to come instead. */
  readonly colleagues: readonly NamedPerson[];
  readonly fault: string | null;
  /** The input that `fault` belongs to: it is opened, and the fault stands beside it. Without it the fault stands above the actions. */
  readonly faultAt?: 'colleague' | 'code';
};

/** The colleague's card. */
export type StandInView = {
  readonly id: string;
  readonly version: number;
  readonly mark: string;
  readonly meeting: MeetingFacts;
  readonly forName: string;
  readonly why: string;
  /** Set when a manager named them. */
  readonly byManager: string | null;
  readonly repeated: boolean;
  readonly state: 'asked' | 'accepted' | 'declined' | 'withdrawn' | 'cancelled' | 'past';
};

export type InvitedState =
  | 'asked'
  | 'coming'
  | 'stand-in-asked'
  | 'stand-in'
  | 'hindered'
  | 'hindered-managed'
  | 'hindered-somebody'
  | 'lead';
/** The lead's card of a meeting. */
export type MeetingView = {
  readonly id: string;
  readonly version: number;
  readonly meeting: MeetingFacts;
  readonly status: 'called' | 'past' | 'cancelled';
  readonly agreedWithCitizen: boolean;
  readonly invited: readonly {
    readonly name: string;
    readonly department: string;
    readonly state: InvitedState;
    readonly standIn: string | null;
    readonly hindered: HinderedCode | null;
    /** Could not be reached in Teams: told by e-mail, or not at all. */
    readonly unreached: 'mail' | 'no' | null;
    readonly awayThen: boolean;
  }[];
  readonly answered: number;
  readonly asked: number;
  readonly mayChange: boolean;
};
export type MeetingsView = {
  readonly items: readonly {
    readonly id: string;
    readonly ref: string;
    readonly number: number;
    readonly at: string;
    readonly role: 'lead' | 'invited' | 'stand-in';
    readonly state: string;
  }[];
};

/** To the lead, when somebody is hindered. */
export type HinderedView = {
  readonly invitationId: string;
  readonly version: number;
  readonly mark: string;
  readonly meeting: MeetingFacts;
  readonly name: string;
  readonly department: string;
  readonly code: HinderedCode;
  readonly reminder: boolean;
  readonly repeated: boolean;
  /** Who comes instead; '' unless the state is `stand-in`. */
  readonly standIn: string;
  readonly state: 'open' | 'manage' | 'somebody' | 'stand-in' | 'changed' | 'cancelled' | 'past';
};

/** To the manager, who names somebody. A notice: the meeting without alias, place and why. */
export type RepresentationView = {
  readonly invitationId: string;
  readonly version: number;
  readonly mark: string;
  readonly meeting: MeetingFacts;
  readonly name: string;
  readonly department: string;
  readonly because: 'no-answer' | 'needed' | 'declined' | 'left';
  readonly reminder: boolean;
  readonly repeated: boolean;
  readonly colleagues: readonly NamedPerson[];
  readonly state:
    | { readonly is: 'open' }
    | { readonly is: 'named'; readonly name: string; readonly accepted: boolean }
    | { readonly is: 'answered' }
    | { readonly is: 'cancelled' }
    | { readonly is: 'past' };
  readonly fault: string | null;
};

export type NoticeView = {
  readonly mark: string;
  readonly meeting: MeetingFacts;
  readonly code: 'cancelled' | 'stand-in-declined' | 'stand-in-withdrawn' | 'named-for-you';
  /** The colleague or manager the notice speaks of. */
  readonly name: string | null;
  readonly repeated: boolean;
};

export type StatusView = {
  readonly lines: readonly { readonly key: string; readonly ok: boolean; readonly detail: string }[];
};
