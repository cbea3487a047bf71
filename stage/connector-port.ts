import type { Activity, Where } from './activities';
import type { CardAction } from './card-actions';
import type { BotAnswer, ChatMessage, ConnectorEntry, KeptFile, Presence, PressOutcome, StagePerson } from './chat';
import type { Faults } from './faults';
import type { StageNews } from './ledger';

export type ConnectorOptions = {
  readonly people: readonly StagePerson[];
  readonly tenantId: string;
  /** Where the bot is, e.g. `http://127.0.0.1:3978`; asked at every delivery. */
  readonly botUrl: () => string;
  /** Business time, for chats and journal. */
  readonly now: () => Date;
  /** A free one without. */
  readonly port?: number;
  /** JSON lines; without it nothing outlives the connector. */
  readonly historyFile?: string;
  readonly journal?: (entry: ConnectorEntry) => void;
  /** Entra ids of whom the bot has been installed for before now; the bot is told nothing. */
  readonly met?: readonly string[];
  /** Awaited before anything of the bot is accepted, so that `now` can be asked for first. */
  readonly beforeAccepting?: () => Promise<void>;
  /** Milliseconds that Teams' windows count by; the wall clock without. */
  readonly windowClock?: () => number;
};

export type SayOptions = { readonly where?: Where; readonly locale?: string; readonly activityId?: string };

export type PressOptions = {
  /** The action's verb, or its title; the first that fits is pressed. */
  readonly verb?: string;
  readonly title?: string;
  /** The newest message that offers the action without. */
  readonly messageId?: string;
  /** By the inputs' ids; what is not named goes with the value the card gave it. */
  readonly inputs?: Readonly<Record<string, string>>;
  /** Laid over what would be sent, key by key (undefined takes a key away): for tampering. */
  readonly data?: Readonly<Record<string, unknown>>;
  readonly activityId?: string;
  /** Deliver so many times: the second with the same id, further ones with new ids. */
  readonly copies?: number;
  /** All copies at once rather than one after the other. */
  readonly together?: boolean;
  /** Somebody else presses it, in this person's chat. */
  readonly as?: string;
  /** Send it although Teams would not: an action the message does not offer, required inputs empty, values out of bounds. */
  readonly force?: boolean;
};

export type FileOptions = Pick<PressOptions, 'messageId' | 'activityId' | 'copies' | 'together' | 'as'> & {
  /** Laid over the upload info that would be sent, key by key: for tampering. */
  readonly uploadInfo?: Readonly<Record<string, unknown>>;
  /** Sent in place of the context that the card gave. */
  readonly context?: unknown;
};

/** How an answer to an offered file ended. */
export type FileOutcome = {
  /** The HTTP status; 0 where there was no answer. */
  readonly status: number;
  readonly all: readonly BotAnswer[];
  /** What the bot added or changed in the person's chat meanwhile. */
  readonly messages: readonly ChatMessage[];
};

/** Something pressed on a card whose data are merged already, as the page's renderer does it. */
export type RawPress = {
  readonly messageId?: string;
  readonly verb?: string;
  readonly title?: string;
  readonly id?: string;
  readonly data: Readonly<Record<string, unknown>>;
};

/** Teams for any number of people, on loopback. */
export type Connector = {
  /** The service url, `http://127.0.0.1:<port>`. */
  readonly url: string;
  readonly people: readonly StagePerson[];
  presence(entraId: string): Presence;
  isBlocked(entraId: string): boolean;
  /** The id of a person's 1:1 chat. */
  conversationId(entraId: string): string;
  /** Installs the bot for a person: `installationUpdate` and `conversationUpdate` in parallel, as Teams does; each time again. */
  meet(entraId: string): Promise<void>;
  /** Removes the bot; sends are refused from then on with 403 BotNotInConversationRoster. */
  remove(entraId: string): Promise<void>;
  /** Sends are refused with 403 ConversationBlockedByUser; Teams tells the bot nothing. */
  block(entraId: string, on?: boolean): void;
  /**
   * Resolves when the bot answered the call, with the messages the bot added or changed meanwhile in the person's chat (and where it was said).
   * Throws if the bot did not answer or refused, and for somebody who removed the bot.
   */
  say(entraId: string, text: string, o?: SayOptions): Promise<ChatMessage[]>;
  /** Presses an `Action.Execute`. Throws if no message offers it or Teams would not let it go; a failing bot is an outcome. */
  press(entraId: string, o: PressOptions): Promise<PressOutcome>;
  /** Presses an `Action.Submit`: a message with a value. Like `say`, and `copies` as in `press`. */
  submit(entraId: string, o: PressOptions): Promise<ChatMessage[]>;
  /** An `Action.Execute` with its data merged already. */
  execute(entraId: string, press: RawPress): Promise<PressOutcome>;
  /** An `Action.Submit` with its data merged already. */
  submitData(entraId: string, press: RawPress): Promise<ChatMessage[]>;
  /** Takes the newest file that is offered in the person's chat: it comes to stand among their own. Throws if none is offered. */
  acceptFile(entraId: string, o?: FileOptions): Promise<FileOutcome>;
  declineFile(entraId: string, o?: FileOptions): Promise<FileOutcome>;
  /** What stands among the person's own files, oldest first. */
  filesOf(entraId: string): KeptFile[];
  /** Posts an activity as it is. Status 0 where the bot did not answer. */
  raw(activity: unknown): Promise<BotAnswer>;
  /** An activity from a person as Teams would send it, to send with `raw` after changing it. */
  activity(entraId: string, fields: Activity): Activity;
  /** The 1:1 chat as it stands now. */
  chat(entraId: string): ChatMessage[];
  /** What can be pressed on a message, also what a toggle or an inner card opens. */
  actionsOf(message: ChatMessage): CardAction[];
  readonly faults: Faults;
  log(): ConnectorEntry[];
  watch(watcher: (news: StageNews) => void): () => void;
  /** Forgets chats, log and faults; who met or blocked the bot stays. */
  clear(): void;
  stop(): Promise<void>;
};
