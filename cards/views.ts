/**
 * What each card shows, as plain values without words: a capability fills a view, `cards/` draws it in the reader's
 * language. Days are `YYYY-MM-DD`, moments `YYYY-MM-DDTHH:MM` in the municipality's zone; durations in minutes.
 * `input` is what an action carries back; it is untrusted when it returns.
 */
export type ActionInput = Readonly<Record<string, string | number>>;

/** A text in both languages; people's own text is the same in both. */
export type Titled = { readonly da: string; readonly en: string };

/**
 * What a further capability adds to a card of a meeting or of a pathway: a heading, a few lines, and one button at most,
 * which is one of the card's six. Cut to the room there is; the capability's own cards show all of it.
 */
export type SectionView = {
  readonly title: Titled;
  readonly lines: readonly {
    /** The colour of the mark before it; '' for none. The words must say it too. */
    readonly mark: 'Accent' | 'Good' | 'Warning' | 'Attention' | '';
    /** In bold before the text. */
    readonly lead: Titled;
    readonly text: Titled;
    /** Subtle, behind the text. */
    readonly quiet: Titled;
  }[];
  readonly button: {
    readonly title: Titled;
    readonly verb: string;
    readonly data: Readonly<Record<string, string>>;
  } | null;
};

/** Sections with a button that a card of a meeting or a pathway has room for. */
export const MOST_SECTIONS = 2;

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

/** Whoever has one may work the meeting card. */
export type MeetingRole = 'leader' | 'facilitator' | 'note-taker';
export const MEETING_ROLES: readonly MeetingRole[] = ['leader', 'facilitator', 'note-taker'];

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
  /** In a manager's digest: how much is past its date in the department. */
  readonly overdue: number;
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
  /** Every press that changes the pathway carries it back. */
  readonly version: number;
  readonly ref: string;
  readonly alias: string;
  readonly department: string;
  readonly lead: string | null;
  readonly coLead: string | null;
  readonly model: string;
  readonly startedOn: string;
  /** Set when it has ended: the last day, why by code, and what was added. */
  readonly ended: { readonly on: string | null; readonly because: string | null; readonly note: string } | null;
  /** Colleagues, without those who lead it. */
  readonly team: readonly {
    readonly name: string;
    readonly department: string;
    readonly ground: boolean;
    readonly resting: boolean;
  }[];
  /** Outside the municipality: they advise. */
  readonly externals: readonly { readonly name: string; readonly role: string; readonly ground: boolean }[];
  readonly numbers: readonly { readonly system: string; readonly value: string }[];
  /** References of the family's linked pathways. */
  readonly links: readonly string[];
  /** Newest first. */
  readonly meetings: readonly {
    readonly id: string;
    readonly number: number;
    readonly at: string;
    readonly status: 'called' | 'running' | 'past' | 'held' | 'not-held' | 'cancelled';
  }[];
  /** What further capabilities say of it. */
  readonly sections: readonly SectionView[];
  readonly mayCall: boolean;
  /** Team, co-lead, numbers, links and the end. */
  readonly mayChange: boolean;
  /** Register or withdraw a ground for sharing. */
  readonly mayGround: boolean;
  /** The reader's own place in the team. */
  readonly own: 'active' | 'resting' | null;
};

/**
 * The form for calling a meeting. Inputs: kind, date, time, duration, where ('place'|'online'), place, per member
 * `come-<id>` ('true'|'false') and `why-<id>`, per external `ext-<id>` and `extwhy-<id>`, guests, and per role
 * `role-<role>` (a person's id, or `nobody`). Where a kind has the citizen there: agreed ('true'|'false'); where one has not:
 * citizenView. Where a ground for this meeting only is offered: meetingGround ('true'|'false') and givenBy.
 * Verb `meeting.call`, data `{pathway, form, seen}`.
 */
export type CallFormView = {
  readonly pathwayId: string;
  /** Becomes the meeting's id: a second press of the same form calls the same meeting. */
  readonly form: string;
  readonly ref: string;
  readonly alias: string;
  readonly kinds: readonly {
    readonly kind: string;
    /** In minutes. */
    readonly duration: number;
    readonly citizenTakesPart: boolean;
    /** Time that the model gives the citizen before the meeting, as `14d`, `2w` or `1m`, and the first day after it. */
    readonly notice: { readonly span: string; readonly from: string } | null;
  }[];
  readonly earliest: string;
  readonly members: readonly {
    readonly id: string;
    readonly name: string;
    readonly department: string;
    /** Without ground nobody from the department can be invited, but for a ground for this meeting only. */
    readonly ground: boolean;
    readonly come: boolean;
    readonly why: string;
    /** Away on the chosen day, when one is chosen. */
    readonly awayThen: boolean;
    /** In the team, but it is not their turn just now. */
    readonly resting: boolean;
    /** Taken by another meeting at the chosen time, in words (`callForm.taken`), such as "optaget kl. 13-14"; never by what. */
    readonly clash: string | null;
  }[];
  /** Advise, and have neither duty nor vote. */
  readonly externals: readonly {
    readonly id: string;
    readonly name: string;
    /** What they are to the citizen: the doctor, the housing association. */
    readonly role: string;
    readonly ground: boolean;
    readonly come: boolean;
    readonly why: string;
  }[];
  /** Who can have a role: the team and the lead. */
  readonly people: readonly NamedPerson[];
  /** Roles that the model names for the chosen kind. */
  readonly namedRoles: readonly MeetingRole[];
  /** Somebody lacks ground, or the model goes through consent at the end of the meeting. */
  readonly offersMeetingGround: boolean;
  /** The lead is away or taken at that time, in words as for the members. */
  readonly leadClash: { readonly name: string; readonly clash: string } | null;
  /** Names the clashes that stand on this form, so that they are asked about once; '' where there are none. */
  readonly clashesSeen: string;
  readonly values: {
    readonly kind: string;
    readonly date: string;
    readonly time: string;
    readonly duration: string;
    readonly where: string;
    readonly place: string;
    readonly agreed: boolean;
    readonly citizenView: string;
    readonly guests: string;
    readonly meetingGround: boolean;
    /** `citizen`, `custody-holder`, `young-person`, or '' while nobody is chosen. */
    readonly givenBy: string;
    /** A person's id, or '' for nobody. */
    readonly roles: Readonly<Record<MeetingRole, string>>;
  };
  /** Input id to a sentence in the reader's language, shown beside the input. */
  readonly faults: Readonly<Record<string, string>>;
};
/** Inputs: date, time, agreed where the citizen takes part. */
export type MoveFormView = {
  readonly meetingId: string;
  readonly version: number;
  readonly meeting: MeetingFacts;
  readonly citizenTakesPart: boolean;
  readonly earliest: string;
  /** Who cannot at the time that was typed, and why in words as on the form for calling. */
  readonly clashes: readonly { readonly name: string; readonly clash: string }[];
  /** Names them, so that they are asked about once; '' where there are none. */
  readonly clashesSeen: string;
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
  /** What they have taken on at the meeting. */
  readonly role: MeetingRole | null;
  /** What the department's manager wrote that a colleague may decide; '' where nothing is written. */
  readonly mandate: string;
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
    /** Begun, or past: nobody answers any more. */
    | {
        readonly is: 'running' | 'past';
        readonly answer: 'coming' | 'stand-in' | 'hindered' | 'none' | 'not-kept';
      };
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
  /** As on the invitation. */
  readonly mandate: string;
  /** Set when a manager named them. */
  readonly byManager: string | null;
  /** Set when the meeting was moved since the colleague was asked. */
  readonly movedFrom: string | null;
  readonly repeated: boolean;
  readonly state: 'asked' | 'accepted' | 'declined' | 'withdrawn' | 'cancelled' | 'running' | 'past';
};

export type InvitedState =
  | 'asked'
  | 'coming'
  | 'stand-in-asked'
  | 'stand-in'
  | 'hindered'
  | 'hindered-managed'
  | 'hindered-somebody'
  /** Invited, and since then without ground for sharing: asked nothing any more. */
  | 'no-ground'
  | 'lead';
/** The lead's card of a meeting. */
export type MeetingView = {
  readonly id: string;
  readonly version: number;
  readonly meeting: MeetingFacts;
  readonly status: 'called' | 'running' | 'past' | 'cancelled';
  readonly agreedWithCitizen: boolean;
  readonly invited: readonly {
    readonly name: string;
    readonly department: string;
    readonly role: MeetingRole | null;
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
  /** Lead, co-lead and whoever has a role: the meeting card, `meeting.work`. */
  readonly mayWork: boolean;
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
  /** Who answered for the lead, by name; '' unless the state is `manage` or `somebody`. */
  readonly answeredBy: string;
  readonly state: 'open' | 'manage' | 'somebody' | 'stand-in' | 'changed' | 'cancelled' | 'running' | 'past';
};

/** To the manager, who names somebody. A notice: the meeting without alias, place and why. */
export type RepresentationView = {
  readonly invitationId: string;
  readonly version: number;
  readonly mark: string;
  readonly meeting: MeetingFacts;
  readonly name: string;
  readonly department: string;
  /** What the manager wrote for the department; '' where nothing is written. */
  readonly mandate: string;
  readonly because: 'no-answer' | 'needed' | 'declined' | 'left';
  readonly reminder: boolean;
  readonly repeated: boolean;
  readonly colleagues: readonly NamedPerson[];
  readonly state:
    | { readonly is: 'open' }
    | { readonly is: 'named'; readonly name: string; readonly accepted: boolean }
    | { readonly is: 'answered' }
    | { readonly is: 'cancelled' | 'running' | 'past' };
  readonly fault: string | null;
};

export type NoticeView = {
  readonly mark: string;
  readonly meeting: MeetingFacts;
  readonly code: 'cancelled' | 'stand-in-declined' | 'stand-in-withdrawn' | 'named-for-you';
  /** Whoever the notice speaks of: the colleague, the manager, or who cancelled. Null: the lead. */
  readonly name: string | null;
  readonly repeated: boolean;
};

export type StatusView = {
  readonly lines: readonly { readonly key: string; readonly ok: boolean; readonly detail: string }[];
};
