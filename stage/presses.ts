import { personalConversationId } from './activities';
import { changed } from './bot-requests';
import { type OfferedAction, offeredActions, pressedData } from './card-actions';
import type { ChatMessage, PressOutcome } from './chat';
import type { ConnectorOptions, FileOptions, FileOutcome, PressOptions, RawPress } from './connector-port';
import { type Deliveries, invokeId, readInvokeAnswer } from './deliveries';
import type { FileShelf } from './files';
import { isObject } from './json';
import type { Ledger } from './ledger';
import type { Sends } from './sends';

/** What people press on a card, and their answers to an offered file, as Teams sends them. `url` is the connector's own. */
export function createPresses({
  ledger,
  files,
  deliver,
  url,
  sends: { build, mustBePresent, mustBeAnswered, say },
  ...o
}: Pick<ConnectorOptions, 'tenantId' | 'now'> &
  Pick<Deliveries, 'deliver'> & {
    readonly ledger: Ledger;
    readonly files: FileShelf;
    readonly url: string;
    readonly sends: Sends;
  }) {
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

  return { prepare, execute, submitData, answerFile };
}
