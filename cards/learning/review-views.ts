import type { AnsweredView, AskingView } from './views';

/** An answer as it is drawn here: it is not given again, and its lesson is not opened. */
export type ToldView = Omit<AnsweredView, 'is' | 'again' | 'read' | 'mentor'>;

/** Questions that have come back, one after the other on one card. Days as text, texts in the reader's language. */
export type ReviewView = {
  readonly today: string;
  /** Of the reader's choice, for the button that turns it off. */
  readonly choice: number;
  readonly page:
    | {
        readonly is: 'asking';
        readonly course: string;
        readonly item: string;
        readonly version: number;
        /** Left today, this one included. */
        readonly left: number;
        readonly question: AskingView;
      }
    | {
        readonly is: 'answered';
        readonly course: string;
        /** The day on which it comes again; null when it is learnt. */
        readonly comesOn: string | null;
        /** Left today. */
        readonly left: number;
        readonly answer: ToldView;
      }
    | { readonly is: 'none'; readonly nextOn: string | null };
};

/** What comes back to somebody, and their list for the talk with the mentor. */
export type OwnReviewView = {
  readonly today: string;
  readonly on: boolean;
  readonly choice: number;
  readonly coming: number;
  readonly learnt: number;
  /** Asked today. */
  readonly due: number;
  readonly nextOn: string | null;
  /** Newest first: by the id of the question's item. */
  readonly talk: readonly { readonly item: string; readonly course: string; readonly prompt: string }[];
};

/** One question of the list, with its right answer. */
export type TalkView = {
  readonly course: string;
  readonly item: string;
  /** Of the answer that put it on the list. */
  readonly response: string;
  readonly answer: ToldView;
};
