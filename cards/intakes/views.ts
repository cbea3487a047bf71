/** Days are `YYYY-MM-DD`, moments `YYYY-MM-DDTHH:MM` in the municipality's zone. */
export type IntakeKind = 'class' | 'dialogue-meeting' | 'supervision' | 'learning-day';
export const INTAKE_KINDS: readonly IntakeKind[] = ['class', 'dialogue-meeting', 'supervision', 'learning-day'];
export type AfterClass = 'supervision' | 'year-supervision' | 'learning-day';

export type DayView = {
  readonly n: number;
  readonly from: string;
  readonly to: string;
  readonly place: string;
};
type Faults = Readonly<Record<string, string>>;
type Values = Readonly<Record<string, string>>;

/** A place of one's own: what it is now, and what one can do. `ask`: a class that is open to whoever asks. */
export type SeatState =
  | 'ask'
  | 'called'
  | 'booked'
  | 'waiting'
  | 'offered'
  | 'declined'
  | 'cancelled'
  | 'lapsed'
  | 'dropped'
  | 'off'
  | 'held';

export type SeatView = {
  /** The seat's; the intake's for `ask`. */
  readonly id: string;
  /** Of the seat: a press from a card that was drawn anew is another press. */
  readonly version: number;
  readonly mark: string;
  readonly kind: IntakeKind;
  readonly title: string;
  readonly today: string;
  readonly state: SeatState;
  /** Nothing can be answered any more. */
  readonly begun: boolean;
  /** A yes would wait. */
  readonly full: boolean;
  readonly days: readonly DayView[];
  /** Among those who wait, from 1. */
  readonly place: number | null;
  readonly answerBy: string | null;
  /** Names of those who have a seat too, for whoever has one. */
  readonly others: readonly string[];
  /** Days of a held intake that they were not at; null while it is not held. */
  readonly missed: readonly number[] | null;
  readonly reminder: boolean;
  /** The day that was moved, for the notice of it. */
  readonly moved: number | null;
  readonly repeated: boolean;
};

export type LearnerView = {
  readonly id: string;
  readonly name: string;
  readonly department: string;
  readonly offered: boolean;
  /** Days that were held without them. */
  readonly missed: readonly { readonly n: number; readonly id: string }[];
};

/** An intake as the onboarding lead sees it. Inputs: n, day, missed, after. */
export type IntakeView = {
  readonly id: string;
  readonly mark: string;
  readonly version: number;
  /** Rises with everything that is noted of who was there. */
  readonly noted: number;
  readonly number: number;
  readonly kind: IntakeKind;
  readonly title: string;
  readonly state: 'open' | 'full' | 'begun' | 'held' | 'cancelled';
  readonly seats: number;
  readonly cap: number | null;
  readonly days: readonly (DayView & { readonly id: string; readonly noted: boolean; readonly ahead: boolean })[];
  readonly booked: readonly LearnerView[];
  readonly waiting: readonly LearnerView[];
  readonly silent: readonly LearnerView[];
  readonly no: readonly LearnerView[];
  /** What is proposed after it and not opened. */
  readonly after: readonly AfterClass[];
  readonly faults: Faults;
};

/** Who could be called. Inputs: people, who, person. */
export type CallView = {
  readonly id: string;
  readonly version: number;
  readonly number: number;
  readonly kind: IntakeKind;
  readonly title: string;
  readonly people: readonly {
    readonly id: string;
    readonly name: string;
    readonly department: string;
    readonly since: string;
  }[];
  readonly counts: readonly { readonly department: string; readonly n: number }[];
  readonly more: number;
  readonly hits: readonly { readonly id: string; readonly name: string; readonly department: string }[];
  readonly values: { readonly people: readonly string[]; readonly who: string; readonly person: string };
  readonly faults: Faults;
};

/** A new intake. Inputs: title, seats, and of each day date, span, place. */
export type IntakeFormView = {
  readonly form: string;
  readonly kind: IntakeKind;
  /** The class that it follows. */
  readonly after: {
    readonly intakeId: string;
    readonly what: AfterClass;
    readonly from: string;
    readonly to: string;
  } | null;
  readonly earliest: string;
  readonly values: Values;
  readonly faults: Faults;
};

/** Another time or place for a day. Inputs: date, span, place. */
export type MoveView = {
  readonly id: string;
  readonly version: number;
  readonly number: number;
  readonly kind: IntakeKind;
  readonly n: number;
  readonly earliest: string;
  readonly latest: string;
  readonly values: Values;
  readonly faults: Faults;
};

/** Who was there on a day. Input: there. */
export type AttendanceView = {
  readonly id: string;
  readonly intakeId: string;
  /** Rises with everything that is noted. */
  readonly version: number;
  readonly mark: string;
  readonly kind: IntakeKind;
  readonly title: string;
  readonly day: DayView;
  readonly of: number;
  readonly state: 'open' | 'ahead' | 'noted' | 'cancelled';
  readonly learners: readonly { readonly id: string; readonly name: string; readonly department: string }[];
  readonly there: readonly string[];
  readonly repeated: boolean;
  readonly faults: Faults;
};

/** What one can see and open. Inputs: pick, kind. */
export type IntakeListView = {
  readonly lead: boolean;
  readonly own: readonly {
    readonly id: string;
    readonly title: string;
    readonly kind: IntakeKind;
    readonly state: SeatState;
    readonly at: string;
  }[];
  readonly open: readonly { readonly id: string; readonly title: string; readonly at: string }[];
  readonly ahead: readonly {
    readonly id: string;
    readonly title: string;
    readonly kind: IntakeKind;
    readonly at: string;
    readonly booked: number;
    readonly seats: number;
  }[];
  /** Proposed after a class, or of the quarter. */
  readonly waits: readonly (
    | { readonly what: 'quarter' }
    | { readonly what: AfterClass; readonly intakeId: string; readonly title: string }
  )[];
};
