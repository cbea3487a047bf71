/** How a pathway stands, in a word: something is late, something is to be done, a meeting is planned, nothing waits. */
export type PathwayMood = 'overdue' | 'waiting' | 'planned' | 'calm';

/** What a lead has, and what a manager sees of the department. Days and moments as text. */
export type OverviewView = {
  /** The year that goes without saying. */
  readonly today: string;
  /** Of those whom the reader leads or co-leads, what waits first. */
  readonly pathways: readonly {
    readonly id: string;
    readonly ref: string;
    readonly alias: string;
    readonly mood: PathwayMood;
    /** What is late or to be done, by its kind of obligation; '' where nothing is. */
    readonly what: string;
    /** By when that is. */
    readonly dueOn: string | null;
    /** The next meeting that is called. */
    readonly meetingAt: string | null;
  }[];
  /** What is past its date among those whom the reader leads: a notice each, and nothing of a pathway. Null: leads nobody. */
  readonly overdue:
    | readonly { readonly ref: string; readonly kind: string; readonly dueOn: string; readonly name: string }[]
    | null;
};
