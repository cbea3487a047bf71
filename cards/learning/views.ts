/** What the cards of courses show. Texts are in the reader's language, days as text. */

/** Where somebody stands with a course. */
export type CourseState =
  | { readonly is: 'new' | 'failed' }
  | { readonly is: 'running'; readonly at: number; readonly of: number }
  | { readonly is: 'done' | 'passed'; readonly on: string };

export type CourseListView = {
  readonly today: string;
  readonly courses: readonly {
    readonly key: string;
    readonly title: string;
    readonly about: string;
    /** Minutes. */
    readonly takes: number;
    readonly leaders: boolean;
    readonly state: CourseState;
  }[];
};

/** What every page of the player has. */
export type PlayerView = {
  readonly mark: string;
  /** Of the enrolment, and of the attempt. */
  readonly enrolment: string;
  readonly attempt: string;
  readonly version: number;
  readonly course: { readonly title: string; readonly takes: number };
  /** From 1. */
  readonly at: number;
  readonly of: number;
  /** The height that the longest lesson needs in a wide chat, in pixels. */
  readonly height: number;
  readonly page: PageView;
};

export type PageView =
  | ({ readonly is: 'lesson' } & LessonView)
  /** A lesson that is read again, beside where one is. */
  | ({
      readonly is: 'reading';
      readonly earlier: string | null;
      readonly later: string | null;
    } & LessonView)
  | AskingView
  | AnsweredView
  | HereView
  | { readonly is: 'paused' };

type LessonView = { readonly title: string; readonly body: string; readonly source: string };

export type QuestionKind =
  | 'one'
  | 'several'
  | 'true-false'
  | 'pairs'
  | 'order'
  | 'number'
  | 'blank'
  | 'reflection'
  | 'dilemma';

/**
 * A question before it is answered: nothing here says what is right. Inputs: choice, choices, number, text, place0 to place4,
 * sure; their values are places on the card.
 */
export type AskingView = {
  readonly is: 'asking';
  readonly kind: QuestionKind;
  readonly key: string;
  /** Which answer to it this would be, from 1. */
  readonly n: number;
  readonly prompt: string;
  /** As they stand on the card: options, items, or right sides. */
  readonly options: readonly string[];
  /** Left sides. */
  readonly lefts: readonly string[];
  readonly unit: string;
  readonly longest: number;
  readonly sure: boolean;
  /** By input. */
  readonly typed: Readonly<Record<string, string>>;
  readonly faults: Readonly<Record<string, string>>;
};

/** What is said of a part of an answer. */
export type SaidOf = {
  readonly is:
    | 'chosen-right'
    | 'chosen-wrong'
    | 'missed'
    | 'right'
    | 'chosen'
    | 'other'
    | 'yours'
    | 'paired'
    | 'unpaired'
    | 'placed'
    | 'misplaced';
  /** Of an order: its number. */
  readonly n?: number;
  readonly text: string;
  /** What was chosen instead: a text, or a number. */
  readonly instead?: string | number;
  /** The author's feedback to it. */
  readonly why: string;
  /** What a person wrote. */
  readonly written?: true;
};

export type AnsweredView = {
  readonly is: 'answered';
  readonly kind: QuestionKind;
  readonly key: string;
  readonly prompt: string;
  readonly verdict: 'right' | 'wrong' | 'said';
  /** The author's feedback to all of it. */
  readonly why: string;
  readonly said: readonly SaidOf[];
  readonly sure: 1 | 2 | 3 | null;
  /** It may be answered again. */
  readonly again: boolean;
  /** The lesson to read again, where the answer was wrong. */
  readonly read: string | null;
  /** Of a reflection: the mentor with whom it can be shared, or is. */
  readonly mentor?: { readonly name: string; readonly shared: boolean };
};

export type HereView = {
  readonly is: 'here';
  /** The municipality's own; '' where it has written none. */
  readonly text: string;
  readonly manager: string;
  readonly lead: string;
};

export type ResultView = {
  readonly mark: string;
  readonly enrolment: string;
  readonly attempt: string;
  readonly course: { readonly title: string };
  readonly outcome: 'done' | 'passed' | 'failed';
  readonly on: string;
  readonly today: string;
  readonly right: number;
  readonly outOf: number;
  readonly percent: number;
  /** Scored questions that were right at the first answer. */
  readonly firstRight: number;
  readonly pass: {
    readonly percent: number;
    readonly counts: 'best' | 'last';
    readonly counted: number;
    readonly attempts: number;
    /** Null: as many as one likes. */
    readonly left: number | null;
  } | null;
  /** Whom to talk with when no attempt is left. */
  readonly askNames: readonly string[];
  readonly lessons: readonly { readonly key: string; readonly title: string; readonly again: boolean }[];
  /** Prompts of questions that one was quite sure of, and wrong. */
  readonly sureAndWrong: readonly string[];
  /** Which attempt the next one would be; null where there is none left. */
  readonly next: { readonly is: 'retry' | 'once'; readonly n: number } | null;
};
