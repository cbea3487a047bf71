/**
 * A turn as data: what came in from the chat, and what goes back. The SDK edge (`msteams/`) makes the one and sends
 * the other; nothing inside the house knows Teams.
 */

export type Locale = 'da' | 'en';

/** An Adaptive Card 1.5 as JSON. */
export type CardJson = { readonly type: 'AdaptiveCard' } & Readonly<Record<string, unknown>>;

/** Where a person's 1:1 chat with the bot is; refreshed by every turn. */
export type ChatPlace = {
  readonly conversationId: string;
  readonly serviceUrl: string;
  /** The person's id within Teams (`29:...`). */
  readonly teamsUserId: string;
  /** The bot's id within Teams (`28:...`). */
  readonly botId: string;
};

export type Input =
  | { readonly kind: 'text'; readonly text: string }
  /** A pressed action. `data` came back from a client and may be anything; `cardActivityId` is the card's message. */
  | {
      readonly kind: 'press';
      readonly verb: string;
      readonly data: Readonly<Record<string, unknown>>;
      readonly cardActivityId?: string;
    }
  /** A file that was offered: taken or declined. `data` came back from a client and may be anything. */
  | {
      readonly kind: 'file';
      readonly verb: string;
      readonly data: Readonly<Record<string, unknown>>;
      readonly accepted: boolean;
      /** The message that offered it. */
      readonly cardActivityId?: string;
    }
  /** The person met the bot: it was installed for them, or they opened the chat. Comes often, also in parallel. */
  | { readonly kind: 'met' }
  /** The bot was removed for this person. */
  | { readonly kind: 'removed' };

export type Turn = {
  /** The municipality: its Entra tenant id, proved by the door. */
  readonly tenantId: string;
  readonly activityId: string;
  readonly where: 'personal' | 'group' | 'channel';
  /** Who pressed or wrote: the Entra object id that Teams vouches for. Never a name from the body. */
  readonly entraId: string;
  readonly locale: Locale;
  readonly place: ChatPlace;
  readonly input: Input;
};

/** A card on its way out. `keep` says what it shows, so that it can be refreshed when that changes. */
export type OutCard = {
  readonly card: CardJson;
  /** The notification; nothing about the citizen but the reference. */
  readonly summary: string;
  readonly keep?: { readonly kind: string; readonly matterKind: string; readonly matterId: string };
};

/** A file offered in the chat. Whoever takes it gets it into their own files; it is made anew then, and asked for again. */
export type FileOffer = {
  readonly name: string;
  /** What it is, in the reader's language, with nothing about the citizen but the reference. */
  readonly description: string;
  readonly bytes: number;
  readonly verb: string;
  readonly data: Readonly<Record<string, string>>;
  /** Said along with it. */
  readonly word?: string;
};

/** A file for the place that Teams gave. */
export type TakenFile = { readonly name: string; readonly content: Uint8Array };

/**
 * What goes back within the turn. On a press, `replace` takes the pressed card's place; without it `say` stands as a short
 * word. Beside a `replace` no word reaches Teams: the turn's door writes it on the card.
 */
export type Answer = {
  readonly replace?: OutCard;
  readonly post?: readonly OutCard[];
  readonly say?: string;
  readonly offer?: FileOffer;
  /** Only on taking an offered file; the edge puts it where Teams said. */
  readonly file?: TakenFile;
  /** The turn failed and nothing has changed; `say` apologises. For whoever counts. */
  readonly failed?: true;
};

/** What the edge tells after posting `answer.post`: the activity id of each card, in order; null where sending failed. */
export type Posted = readonly (string | null)[];

/** The house, as the edge sees it. Never rejects for anything a person did. */
export type TurnHandler = {
  /** Works the turn and says what to answer. */
  handle(turn: Turn): Promise<Answer>;
  /** Told after the answer was sent, so that posted cards are known and the turn counts as answered. */
  answered(turn: Turn, answer: Answer, posted: Posted): Promise<void>;
};
