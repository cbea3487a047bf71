/** A person on the stage, as Entra knows them. */
export type StagePerson = {
  readonly entraId: string;
  readonly name: string;
  readonly title: string;
  readonly department: string;
  readonly email: string;
  /** The language Teams is set to; Danish without. */
  readonly locale?: string;
};

/** Teams' own file cards: one that asks whether the person wants the file, and one that shows a file they have. */
export type FileCard =
  | {
      readonly kind: 'offered';
      readonly name: string;
      readonly description: string;
      readonly bytes: number;
      /** What comes back to the bot with either answer. */
      readonly acceptContext: unknown;
      readonly declineContext: unknown;
    }
  | { readonly kind: 'kept'; readonly name: string; readonly url: string; readonly fileType: string };

/** A file that stands among a person's own. */
export type KeptFile = { readonly name: string; readonly content: Uint8Array; readonly at: string };

/** A message as it stands in a chat now. Cards are replaced whole, never changed in place. */
export type ChatMessage = {
  readonly id: string;
  /** Business time, ISO. */
  readonly at: string;
  readonly from: 'bot' | 'person';
  readonly text?: string;
  readonly card?: Record<string, unknown>;
  readonly file?: FileCard;
  /** The notification. */
  readonly summary?: string;
  /** Business time of the last change. */
  readonly updatedAt?: string;
  /** How many states it has had; 1 as it came. */
  readonly versions: number;
  /** The title pressed last. */
  readonly pressed?: string;
};

/** Whether the bot is installed for a person. */
export type Presence = 'never' | 'met' | 'removed';

type Content = {
  readonly text?: string;
  readonly card?: Record<string, unknown>;
  readonly file?: FileCard;
  readonly summary?: string;
};

/** How an accepted request was answered; all but `sent` and `delayed` leave the bot unsure. */
export type AnswerFate = 'sent' | 'delayed' | 'reset' | 'lost' | 'without-id';

type Happening =
  | (Content & {
      readonly kind: 'accepted' | 'updated';
      readonly conversationId: string;
      readonly entraId?: string;
      readonly activityId: string;
      readonly answer: AnswerFate;
    })
  | { readonly kind: 'typing'; readonly conversationId: string; readonly entraId?: string }
  | {
      readonly kind: 'deleted';
      readonly conversationId: string;
      readonly entraId?: string;
      readonly activityId: string;
    }
  /** The bot put a file among a person's own. */
  | {
      readonly kind: 'uploaded';
      readonly entraId: string;
      readonly name: string;
      readonly bytes: number;
      readonly answer: AnswerFate;
    }
  | { readonly kind: 'created'; readonly conversationId: string; readonly entraId: string }
  | (Content & {
      readonly kind: 'refused';
      readonly wish: 'post' | 'update' | 'delete' | 'create' | 'read' | 'upload';
      readonly conversationId?: string;
      readonly entraId?: string;
      readonly activityId?: string;
      /** 0 where there was no answer at all. */
      readonly status: number;
      readonly code: string;
    })
  | { readonly kind: 'met' | 'removed' | 'blocked' | 'unblocked'; readonly entraId: string }
  | {
      readonly kind: 'said';
      readonly entraId: string;
      readonly conversationId: string;
      readonly activityId: string;
      readonly text: string;
    }
  | {
      readonly kind: 'pressed' | 'submitted';
      /** Who pressed. */
      readonly entraId: string;
      readonly conversationId: string;
      readonly activityId: string;
      readonly messageId?: string;
      readonly title?: string;
      readonly verb?: string;
      readonly data: Record<string, unknown>;
    }
  /** The bot's answer to something a person did; `copy` where it was delivered again. */
  | (Content & {
      readonly kind: 'answered';
      readonly entraId?: string;
      readonly activityId: string;
      readonly copy?: true;
      /** 0 where there was no answer at all. */
      readonly status: number;
      readonly outcome?: PressOutcome['kind'];
    });

/** What happened on the stage: everything the bot sent and how it went, everything a person did. JSON-able. */
export type ConnectorEntry = Happening & {
  readonly n: number;
  /** Business time, ISO. */
  readonly at: string;
  /** Wall time, ISO. */
  readonly wall: string;
};

/** An entry before it is numbered and dated. */
export type ConnectorHappening = Happening;

/** How a press ended for the person. */
export type PressOutcome = {
  /** The status in the answer's body, else the HTTP status; 0 where there was no answer. */
  readonly status: number;
  readonly kind: 'card' | 'message' | 'error' | 'none';
  readonly card?: Record<string, unknown>;
  readonly text?: string;
  /** The answers of all copies, the first delivery's first. */
  readonly all: readonly BotAnswer[];
};

/** The bot's HTTP answer; status 0 where none came, with the reason as body. */
export type BotAnswer = { readonly status: number; readonly body: unknown };
