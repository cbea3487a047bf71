import type { Titled } from '../views';

/** How a step stands: `ahead` opens later, `fallen` was open when the programme ended. */
export type StepMood = 'done' | 'waived' | 'fallen' | 'overdue' | 'open' | 'ahead';

export type StepView = {
  readonly id: string;
  readonly title: Titled;
  readonly what: Titled;
  readonly mood: StepMood;
  readonly opensOn: string;
  readonly dueOn: string;
  /** The day it was done or waived. */
  readonly endedOn: string | null;
};

/** What somebody typed, and what is wrong with it. */
export type Again = {
  readonly typed: Readonly<Record<string, string>>;
  readonly faults: Readonly<Record<string, string>>;
};

/** A new colleague's whole programme: to themselves, and to those who help them through it. Days as text. */
export type ProgramView = Again & {
  readonly id: string;
  readonly mark: string;
  readonly reminder: boolean;
  readonly repeated: boolean;
  readonly today: string;
  /** Whether the reader is the new colleague. */
  readonly own: boolean;
  readonly name: string;
  readonly program: Titled;
  readonly state: 'open' | 'done' | 'ended';
  readonly startsOn: string;
  readonly manager: string;
  /** Who has said yes; '' while there is none. */
  readonly mentor: string;
  /** Who is asked, for those who look for one; '' for everybody else. */
  readonly askedMentor: string;
  readonly parts: readonly { readonly title: Titled; readonly steps: readonly StepView[] }[];
  /** The course that comes next, for the new colleague. */
  readonly course: {
    readonly stepId: string;
    readonly key: string;
    readonly title: Titled;
    readonly begun: boolean;
  } | null;
  /** Steps that the reader may say are done. */
  readonly mine: readonly StepView[];
  /** Steps that the reader may let fall. */
  readonly waivable: readonly StepView[];
  readonly mayFindMentor: boolean;
  /** Whether the new colleague is to meet partner units now. */
  readonly meetsPartners: boolean;
};

/** To the manager: who could be the new colleague's mentor? */
export type MentorFindView = Again & {
  readonly id: string;
  /** The next asking's id. */
  readonly form: string;
  readonly mark: string;
  readonly reminder: boolean;
  readonly repeated: boolean;
  readonly name: string;
  readonly state: 'open' | 'asked' | 'found' | 'closed';
  readonly asked: string;
  readonly mentor: string;
  /** The last who said no, and why. */
  readonly declined: { readonly name: string; readonly reason: string } | null;
  readonly colleagues: readonly { readonly id: string; readonly name: string }[];
  /** Those who fit what was typed, where several do. */
  readonly several: readonly { readonly id: string; readonly name: string; readonly department: string }[];
  readonly dueOn: string | null;
};

/** To whoever is asked: will you be the new colleague's mentor? */
export type MentorAnswerView = Again & {
  readonly id: string;
  readonly runId: string;
  readonly mark: string;
  readonly reminder: boolean;
  readonly repeated: boolean;
  readonly name: string;
  readonly title: string;
  readonly startsOn: string;
  readonly today: string;
  readonly askedBy: string;
  readonly state: 'asked' | 'accepted' | 'declined' | 'withdrawn' | 'ended';
  readonly dueOn: string | null;
};

/** To the new colleague: who their mentor is. */
export type MentorToldView = { readonly runId: string; readonly mentor: string; readonly title: string };

export type NewcomerLine = {
  readonly runId: string;
  readonly name: string;
  readonly done: number;
  readonly of: number;
  readonly late: readonly Titled[];
  /** Open steps that wait for the reader. */
  readonly waits: readonly Titled[];
};
export type Cohort = {
  /** `YYYY-MM`. */
  readonly month: string;
  readonly people: number;
  readonly onTime: number;
  readonly late: readonly string[];
};

/** Who is new among those the reader manages or is a mentor of; and for the onboarding lead all of them by month. */
export type OnboardingView = {
  readonly today: string;
  readonly managed: readonly NewcomerLine[];
  readonly mentored: readonly NewcomerLine[];
  /** Null: not the onboarding lead. */
  readonly cohorts: readonly Cohort[] | null;
  /** Those who have waited longest for something they are to be called to. */
  readonly waiting: readonly { readonly name: string; readonly step: Titled; readonly since: string }[];
  /** Whom the reader can open, each once. */
  readonly open: readonly { readonly runId: string; readonly name: string }[];
};

/** To the new colleague: three units to meet. */
export type PartnersView = {
  readonly runId: string;
  readonly today: string;
  readonly dueOn: string;
  readonly units: readonly {
    readonly department: string;
    readonly person: string;
    readonly title: string;
    readonly email: string;
    /** A moment at which both are free; null where none is found. */
    readonly at: string | null;
  }[];
};

/** The longest reason, for a no or for letting a step fall. */
export const LONGEST = 500;
