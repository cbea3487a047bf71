/** So many characters each text of a handover may have. */
export const LONGEST = 600;

type Faults = Readonly<Record<string, string>>;
type Sent = { readonly mark: string; readonly reminder: boolean; readonly repeated: boolean };

/** Somebody found by what was typed. */
export type Found = { readonly id: string; readonly name: string; readonly department: string };

/** Where somebody types whom they mean; those who fit, where several do. */
export type Searched = {
  readonly several: readonly Found[];
  readonly values: { readonly who: string; readonly picked: string };
};

/** What the citizen says about it, or why they could not be asked. */
export type CitizenWords = { readonly asked: boolean; readonly text: string };

/** Whom do you ask? Inputs: who, picked, citizen, notAsked, needs. */
export type HandoverFormView = {
  readonly pathwayId: string;
  readonly form: string;
  readonly ref: string;
  /** Null for a manager, who asks for a pathway without a lead and is no part of it. */
  readonly alias: string | null;
  readonly missing: boolean;
  /** The last who said no, with the reason; only for whoever asked. */
  readonly declined: { readonly name: string; readonly reason: string } | null;
  /** Whether to offer to note a ground: the one who is meant is out of reach. */
  readonly ground: boolean;
  readonly several: readonly Found[];
  readonly values: {
    readonly who: string;
    readonly picked: string;
    readonly citizen: string;
    readonly notAsked: string;
    readonly needs: string;
  };
  readonly faults: Faults;
};

export type HandoverState = 'asked' | 'declined' | 'left' | 'settling' | 'accepted' | 'settled' | 'withdrawn' | 'ended';

/** How a handover stands, for whoever passes the baton on. */
export type HandoverView = Sent & {
  readonly id: string;
  readonly version: number;
  readonly pathwayId: string;
  readonly ref: string;
  readonly state: HandoverState;
  /** The asked one, or the new lead. */
  readonly name: string;
  readonly missing: boolean;
  /** Why the last one said no; '' for whoever did not ask. */
  readonly reason: string;
  readonly dueOn: string | null;
  /** Whether a way back to the pathway's card is offered. */
  readonly back: boolean;
};

/** Will you take the baton? Input: reason. */
export type AnswerView = Sent & {
  readonly id: string;
  readonly version: number;
  readonly ref: string;
  readonly alias: string;
  readonly state: 'asked' | 'accepted' | 'declined' | 'withdrawn' | 'settled' | 'ended';
  readonly askedBy: string;
  /** Who leads; null where nobody does. The asker themselves: `own`. */
  readonly lead: string | null;
  readonly own: boolean;
  readonly citizen: CitizenWords;
  readonly needs: string;
  readonly owed: number;
  /** The local start of the next meeting. */
  readonly next: string | null;
  readonly dueOn: string | null;
  readonly typed: string;
  readonly faults: Faults;
};

/** Who takes the baton? For a manager. Inputs: who, picked. */
export type SettleView = Sent &
  Searched & {
    readonly id: string;
    readonly version: number;
    readonly ref: string;
    readonly alias: string;
    readonly state: 'open' | 'named' | 'settled' | 'ended';
    readonly lead: string | null;
    readonly declined: readonly string[];
    readonly citizen: CitizenWords;
    /** The other manager, and whom they name; null where one manager settles it. */
    readonly other: { readonly name: string; readonly names: string | null } | null;
    /** Whom this manager names, or who leads now. */
    readonly mine: string | null;
    readonly dueOn: string | null;
    readonly faults: Faults;
  };

/** The citizen is told who leads. Inputs: how, toldOn, said. */
export type ToldView = Sent & {
  readonly id: string;
  readonly ref: string;
  readonly alias: string;
  readonly state: 'open' | 'told' | 'past';
  readonly from: string | null;
  readonly dueOn: string | null;
  readonly told: { readonly by: string; readonly on: string; readonly how: string; readonly said: string } | null;
  readonly values: { readonly how: string; readonly toldOn: string; readonly said: string };
  readonly faults: Faults;
};

/** A pathway without a lead, for its department's manager: nothing of the citizen but the reference. */
export type LeadMissingView = Sent & {
  readonly pathwayId: string;
  readonly ref: string;
  readonly state: 'open' | 'asked' | 'closed';
  /** Who led it. */
  readonly left: string | null;
  readonly asked: string | null;
  readonly settling: boolean;
  readonly lead: string | null;
};

/** A lead who changed department. Input: reason. */
export type LeadMovedView = Sent & {
  readonly pathwayId: string;
  readonly round: number;
  readonly ref: string;
  readonly alias: string;
  readonly state: 'open' | 'asked' | 'kept' | 'closed' | 'ended';
  readonly department: string;
  readonly asked: string | null;
  /** Why this lead kept it; '' where they did not. */
  readonly because: string;
  readonly dueOn: string | null;
  readonly typed: string;
  readonly faults: Faults;
};
