/** What the page and the stage's server tell each other. Types only: both sides import them. */
import type { ChatMessage, ConnectorEntry, Presence, PressOutcome, StagePerson } from './chat';

/** The bot's business clock, and what it will do next. */
export type BotClock = {
  readonly now: string;
  readonly nextDue: { readonly at: string; readonly for: readonly string[] } | null;
};

/** A message of the bot's outbox, and how it ended. */
export type OutboxMessage = {
  readonly n: number;
  readonly at: string;
  /** Null for an external, who is no one on the stage. */
  readonly entraId: string | null;
  readonly kind: string;
  readonly channel: string;
  readonly status: string;
  readonly reason: string | null;
};

/** What the stage knows of the bot. What the bot does not tell (no development mode) is null or empty. */
export type BotState = {
  /** Whether it answers at all. */
  readonly awake: boolean;
  readonly clock: BotClock | null;
  /** The clock is being moved now. */
  readonly moving: boolean;
  /** How many things wait for each person. */
  readonly waiting: Readonly<Record<string, number>>;
  /** Oldest first. */
  readonly outbox: readonly OutboxMessage[];
};

export type StagePersonState = StagePerson & { readonly presence: Presence; readonly blocked: boolean };

export type ChatNews = ChatMessage | { readonly id: string; readonly gone: true };

/** What the server sends as events. */
export type StageEvent =
  | {
      readonly type: 'stage';
      readonly people: readonly StagePersonState[];
      readonly bot: BotState;
      readonly entries: readonly ConnectorEntry[];
    }
  | { readonly type: 'people'; readonly people: readonly StagePersonState[] }
  | { readonly type: 'bot'; readonly bot: BotState }
  | { readonly type: 'chat'; readonly entraId: string; readonly news: ChatNews }
  | { readonly type: 'entry'; readonly entry: ConnectorEntry };

/** What the page asks for: `POST /api/<name>` with these bodies. */
export type StageRequests = {
  /** The person opens the chat with the bot; the first time that installs it. */
  readonly open: { readonly entraId: string };
  readonly say: { readonly entraId: string; readonly text: string };
  readonly press: {
    readonly entraId: string;
    readonly messageId: string;
    readonly type: 'Action.Execute' | 'Action.Submit';
    readonly verb?: string;
    readonly title?: string;
    readonly id?: string;
    readonly data: Readonly<Record<string, unknown>>;
  };
  /** A file that the bot offered: taken, or not wanted. */
  readonly file: { readonly entraId: string; readonly messageId: string; readonly accepted: boolean };
  readonly presence: { readonly entraId: string; readonly to: 'met' | 'removed' | 'blocked' | 'unblocked' };
  /** `day` and `time` as they are in Denmark, `YYYY-MM-DD` and `HH:MM`. */
  readonly clock: { readonly to: 'due' | 'working-day' } | { readonly day: string; readonly time: string };
};

export type StageAnswers = {
  readonly open: { readonly messages: readonly ChatMessage[] };
  readonly say: { readonly ok: true };
  readonly press: Omit<PressOutcome, 'all'>;
  readonly file: { readonly ok: true };
  readonly presence: { readonly ok: true };
  /** How many messages were sent on the way. */
  readonly clock: { readonly now: string; readonly sent: number };
};

/** Why a request was refused; the page has words for each. */
export type ProblemCode =
  | 'not-on-stage'
  | 'asleep'
  | 'removed-say'
  | 'removed-press'
  | 'not-said'
  | 'not-answered'
  | 'clock-only-forward'
  | 'clock-moving'
  | 'clock-stuck'
  | 'too-much'
  | 'unreadable'
  | 'not-understood'
  | 'elsewhere'
  | 'not-found'
  | 'broken';

export type StageProblem = { readonly problem: ProblemCode };
