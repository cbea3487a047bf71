import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import {
  type Activity,
  bot,
  conversationIdOf,
  messageFields,
  personalConversationId,
  teamsActivity,
  teamsUserId,
  type Where,
} from './activities';
import { changed } from './bot-requests';
import { type CardAction, type OfferedAction, offeredActions, pressedData } from './card-actions';
import type { BotAnswer, ChatMessage, ConnectorEntry, KeptFile, Presence, PressOutcome, StagePerson } from './chat';
import { createDeliveries, invokeId, readInvokeAnswer } from './deliveries';
import { createFaults, type Faults } from './faults';
import { openFiles } from './files';
import { isObject } from './json';
import { openLedger, type StageNews } from './ledger';
import { serveBot } from './serve-bot';

export type { CardAction } from './card-actions';
export type { BotAnswer, ChatMessage, ConnectorEntry, KeptFile, PressOutcome, StagePerson } from './chat';
export type { Fault, Faults } from './faults';
export type { StageNews } from './ledger';

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

/** Starts the connector on loopback. Throws if the port is taken or the history cannot be read. */
export async function startConnector(o: ConnectorOptions): Promise<Connector> {
  const ledger = openLedger(o);
  for (const entraId of o.met ?? []) ledger.setPresence(entraId, 'met');
  const desk = createFaults();
  const windowClock = o.windowClock ?? (() => performance.timeOrigin + performance.now());
  const late = new Map<NodeJS.Timeout, () => void>();
  const later = (ms: number, task: () => void) => {
    const timer = setTimeout(() => {
      late.delete(timer);
      task();
    }, ms);
    late.set(timer, task);
  };
  const { post, deliver, stop: stopDeliveries } = createDeliveries({ ledger, desk, botUrl: o.botUrl });
  const folder = o.historyFile === undefined ? {} : { folder: path.join(path.dirname(o.historyFile), 'stage-files') };
  const files = openFiles({ ledger, now: o.now, ...folder });
  const server = createServer(serveBot({ ...o, ledger, desk, files, later, windowClock }));
  // An idle connection closed by us just as the bot uses it again would look like a lost answer.
  server.keepAliveTimeout = 10 * 60_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(o.port ?? 0, '127.0.0.1', resolve);
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const build = (
    entraId: string,
    fields: Activity,
    more: { id?: string; where?: Where; conversationId?: string; locale?: string } = {},
  ) =>
    teamsActivity(
      {
        person: ledger.person(entraId),
        tenantId: o.tenantId,
        serviceUrl: url,
        id: more.id ?? ledger.nextId(),
        at: new Date(),
        ...(more.where === undefined ? {} : { where: more.where }),
        ...(more.conversationId === undefined ? {} : { conversationId: more.conversationId }),
        ...(more.locale === undefined ? {} : { locale: more.locale }),
      },
      fields,
    );

  /** Who writes or presses has the bot: Teams installs it at the latest then, and sends its events when it likes. */
  const mustBePresent = (entraId: string) => {
    ledger.person(entraId);
    if (ledger.presence(entraId) === 'removed') {
      throw new Error(`${ledger.person(entraId).name} has removed the bot; they meet it again first`);
    }
    if (ledger.presence(entraId) === 'never') ledger.setPresence(entraId, 'met');
  };

  const mustBeAnswered = (what: string, answer: BotAnswer) => {
    if (answer.status === 0) throw new Error(`The bot did not answer ${what}: ${String(answer.body)}`);
    if (answer.status >= 400) {
      throw new Error(`The bot answered ${what} with ${answer.status}: ${JSON.stringify(answer.body)}`);
    }
  };

  async function meet(entraId: string): Promise<void> {
    ledger.person(entraId);
    ledger.setPresence(entraId, 'met');
    ledger.note({ kind: 'met', entraId });
    // Seen of Microsoft's own: the events carry no name.
    const from = { id: teamsUserId(entraId), aadObjectId: entraId };
    const [[installed], [updated]] = await Promise.all([
      deliver(build(entraId, { type: 'installationUpdate', action: 'add', from }), entraId),
      deliver(
        build(entraId, {
          type: 'conversationUpdate',
          membersAdded: [{ id: teamsUserId(entraId), aadObjectId: entraId }, bot],
          from,
        }),
        entraId,
      ),
    ]);
    mustBeAnswered('an installation', installed);
    mustBeAnswered('a new member', updated);
  }

  async function remove(entraId: string): Promise<void> {
    ledger.person(entraId);
    ledger.setPresence(entraId, 'removed');
    ledger.note({ kind: 'removed', entraId });
    const from = { id: teamsUserId(entraId), aadObjectId: entraId };
    const [answer] = await deliver(build(entraId, { type: 'installationUpdate', action: 'remove', from }), entraId);
    mustBeAnswered('a removal', answer);
  }

  async function say(entraId: string, text: string, options: SayOptions = {}): Promise<ChatMessage[]> {
    mustBePresent(entraId);
    const where = options.where ?? 'personal';
    const id = options.activityId ?? ledger.nextId();
    const conversationId = conversationIdOf(where, entraId, id);
    const revision = ledger.revision();
    if (!ledger.message(conversationId, id)) {
      ledger.put(conversationId, { id, at: o.now().toISOString(), from: 'person', text, versions: 1 });
    }
    ledger.note({ kind: 'said', entraId, conversationId, activityId: id, text });
    const { locale } = options;
    const activity = build(entraId, messageFields(text, where), {
      id,
      where,
      ...(locale === undefined ? {} : { locale }),
    });
    const [answer] = await deliver(activity, entraId);
    mustBeAnswered('a message', answer);
    return ledger.changedSince([personalConversationId(entraId), conversationId], revision);
  }

  /** The message and action a press means. */
  function find(
    entraId: string,
    p: PressOptions,
    type: string,
  ): { message: ChatMessage; action: OfferedAction } | undefined {
    const all = ledger.messages(personalConversationId(entraId)).filter((message) => message.card);
    const messages = p.messageId === undefined ? all.reverse() : all.filter((message) => message.id === p.messageId);
    for (const message of messages) {
      const action = offeredActions(message.card ?? {}).find(
        (one) =>
          one.type === type &&
          (p.verb === undefined || one.verb === p.verb) &&
          (p.title === undefined || one.title === p.title),
      );
      if (action) return { message, action };
    }
    if (p.force) return undefined;
    const offered = messages.flatMap((message) =>
      offeredActions(message.card ?? {}).map((one) => `${one.title}${one.verb === undefined ? '' : ` (${one.verb})`}`),
    );
    throw new Error(
      `${ledger.person(entraId).name} has no ${type} "${p.title ?? p.verb ?? ''}"${p.messageId === undefined ? '' : ` on message ${p.messageId}`}; there is: ${offered.join(', ') || 'nothing to press'}`,
    );
  }

  /** What a press sends: the action found, its data merged as Teams does, and laid over what is to be tampered with. */
  function prepare(entraId: string, p: PressOptions, type: string): RawPress {
    const found = find(entraId, p, type);
    const merged = found ? pressedData(found.action, p.inputs ?? {}, p.force) : { ...p.inputs };
    const verb = found?.action.verb ?? p.verb;
    const title = found?.action.title ?? p.title;
    const messageId = found?.message.id ?? p.messageId;
    return {
      ...(messageId === undefined ? {} : { messageId }),
      ...(verb === undefined ? {} : { verb }),
      ...(title === undefined ? {} : { title }),
      ...(found?.action.id === undefined ? {} : { id: found.action.id }),
      data: { ...merged, ...p.data },
    };
  }

  type Manner = Pick<PressOptions, 'activityId' | 'as' | 'copies' | 'together'>;
  const copiesOf = (p: Manner) => ({ count: p.copies ?? 1, together: p.together ?? false });
  const notePress = (
    kind: 'pressed' | 'submitted',
    entraId: string,
    activityId: string,
    press: RawPress,
    conversationId: string,
  ) => {
    const { id, data, ...rest } = press;
    ledger.note({ kind, entraId, conversationId, activityId, data: { ...data }, ...rest });
  };
  const markPressed = (conversationId: string, messageId: string | undefined, title: string | undefined) => {
    const message = messageId === undefined ? undefined : ledger.message(conversationId, messageId);
    if (message && title !== undefined) ledger.put(conversationId, { ...message, pressed: title });
  };

  async function execute(entraId: string, press: RawPress, manner: Manner = {}): Promise<PressOutcome> {
    const presser = manner.as ?? entraId;
    mustBePresent(presser);
    const conversationId = personalConversationId(entraId);
    const { messageId, verb, title, id, data } = press;
    const activityId = manner.activityId ?? invokeId();
    const activity = build(
      presser,
      {
        type: 'invoke',
        name: 'adaptiveCard/action',
        value: {
          action: { type: 'Action.Execute', ...(id === undefined ? {} : { id }), title, verb, data },
          trigger: 'manual',
        },
        ...(messageId === undefined ? {} : { replyToId: messageId }),
        channelData: {
          tenant: { id: o.tenantId },
          source: { name: 'message' },
          ...(messageId === undefined ? {} : { legacy: { replyToId: messageId } }),
        },
      },
      { id: activityId, conversationId },
    );
    notePress('pressed', presser, activityId, press, conversationId);
    markPressed(conversationId, messageId, title);
    const all = await deliver(activity, presser, copiesOf(manner));
    const outcome = readInvokeAnswer(all[0]);
    const standing = messageId === undefined ? undefined : ledger.message(conversationId, messageId);
    if (outcome.card && standing) {
      const { card } = outcome;
      const { summary } = standing;
      ledger.put(conversationId, changed(standing, { card, ...(summary === undefined ? {} : { summary }) }, o.now()));
    }
    return { ...outcome, all };
  }

  async function submitData(entraId: string, press: RawPress, manner: Manner = {}): Promise<ChatMessage[]> {
    const presser = manner.as ?? entraId;
    mustBePresent(presser);
    const conversationId = personalConversationId(entraId);
    const { messageId, title, data } = press;
    const teams = isObject(data.msteams) ? data.msteams : {};
    if (teams.type === 'imBack') return say(presser, String(teams.value ?? ''));
    const id = manner.activityId ?? ledger.nextId();
    const back = teams.type === 'messageBack' ? teams : undefined;
    const shown = back && typeof back.displayText === 'string' ? back.displayText : undefined;
    const activity = build(
      presser,
      {
        type: 'message',
        value: back ? (back.value ?? data) : data,
        ...(back && typeof back.text === 'string' ? { text: back.text } : {}),
        ...(messageId === undefined ? {} : { replyToId: messageId }),
        channelData: { tenant: { id: o.tenantId }, source: { name: 'message' } },
      },
      { id, conversationId },
    );
    const revision = ledger.revision();
    if (shown !== undefined) {
      ledger.put(conversationId, { id, at: o.now().toISOString(), from: 'person', text: shown, versions: 1 });
    }
    notePress('submitted', presser, id, press, conversationId);
    markPressed(conversationId, messageId, title);
    const [answer] = await deliver(activity, presser, copiesOf(manner));
    mustBeAnswered('a submit', answer);
    return ledger.changedSince([conversationId], revision);
  }

  function offeredTo(entraId: string, messageId: string | undefined) {
    for (const message of ledger.messages(personalConversationId(entraId)).reverse()) {
      const { id, file } = message;
      if (file?.kind === 'offered' && (messageId === undefined || id === messageId)) return { id, file };
    }
    throw new Error(`${ledger.person(entraId).name} is offered no file`);
  }

  async function answerFile(entraId: string, accepted: boolean, f: FileOptions = {}): Promise<FileOutcome> {
    const presser = f.as ?? entraId;
    mustBePresent(presser);
    const conversationId = personalConversationId(entraId);
    const { id: messageId, file } = offeredTo(entraId, f.messageId);
    const activityId = f.activityId ?? invokeId();
    const context = 'context' in f ? f.context : accepted ? file.acceptContext : file.declineContext;
    const uploadInfo = accepted ? { ...files.open(presser, file.name, url), ...f.uploadInfo } : undefined;
    const activity = build(
      presser,
      {
        type: 'invoke',
        name: 'fileConsent/invoke',
        value: {
          type: 'fileUpload',
          action: accepted ? 'accept' : 'decline',
          context,
          ...(uploadInfo ? { uploadInfo } : {}),
        },
        replyToId: messageId,
      },
      { id: activityId, conversationId },
    );
    const title = accepted ? 'Hent' : 'Nej tak';
    const press = { messageId, title, data: isObject(context) ? context : {} };
    const revision = ledger.revision();
    notePress('pressed', presser, activityId, press, conversationId);
    markPressed(conversationId, messageId, title);
    const all = await deliver(activity, presser, copiesOf(f));
    return { status: all[0].status, all, messages: ledger.changedSince([conversationId], revision) };
  }

  return {
    url,
    people: o.people,
    presence: (entraId) => ledger.presence(entraId),
    isBlocked: (entraId) => ledger.isBlocked(entraId),
    conversationId: personalConversationId,
    meet,
    remove,
    block(entraId, on = true) {
      ledger.person(entraId);
      ledger.setBlocked(entraId, on);
      ledger.note({ kind: on ? 'blocked' : 'unblocked', entraId });
    },
    say,
    press: async (entraId, p) => execute(entraId, prepare(entraId, p, 'Action.Execute'), p),
    submit: async (entraId, p) => submitData(entraId, prepare(entraId, p, 'Action.Submit'), p),
    execute: (entraId, press) => execute(entraId, press),
    submitData: (entraId, press) => submitData(entraId, press),
    acceptFile: (entraId, f) => answerFile(entraId, true, f),
    declineFile: (entraId, f) => answerFile(entraId, false, f),
    filesOf: (entraId) => files.of(ledger.person(entraId).entraId),
    raw: post,
    activity: (entraId, fields) => build(entraId, fields),
    chat: (entraId) => ledger.messages(personalConversationId(ledger.person(entraId).entraId)),
    actionsOf: (message) => offeredActions(message.card ?? {}).map(({ inputs, ...action }) => action),
    faults: desk.faults,
    log: () => ledger.entries(),
    watch: (watcher) => ledger.watch(watcher),
    clear() {
      ledger.clear();
      desk.faults.clear();
    },
    async stop() {
      stopDeliveries();
      for (const [timer, task] of late) {
        clearTimeout(timer);
        task();
      }
      late.clear();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
