import { type Activity, personalConversationId, teamsMember } from './activities';
import type { AnswerFate, ChatMessage, FileCard } from './chat';
import type { BotRequest } from './faults';
import type { FileShelf } from './files';
import { isObject } from './json';
import type { Ledger } from './ledger';

/** Teams refuses a message over 28 KB, counted in UTF-16. */
const largestActivityBytes = 28 * 1024;
const cardType = 'application/vnd.microsoft.card.adaptive';
const consentType = 'application/vnd.microsoft.teams.card.file.consent';
const fileType = 'application/vnd.microsoft.teams.card.file.info';

export type Reply = { readonly status: number; readonly body: unknown };
/** What comes of a request: a refusal, or an acceptance that is carried out once it is known how it is answered. */
export type Verdict =
  | { readonly accepted: false; readonly status: number; readonly code: string; readonly message: string }
  | { readonly accepted: true; readonly reply: Reply; readonly carryOut: (fate: AnswerFate, lateMs: number) => void };

const refuse = (status: number, code: string, message: string): Verdict => ({ accepted: false, status, code, message });

const activityPath = /^\/v3\/conversations\/([^/]+)\/activities(?:\/([^/]+))?\/?$/;
const memberPath = /^\/v3\/conversations\/([^/]+)\/(members|pagedmembers)(?:\/([^/]+))?\/?$/;

const uploadPath = /^\/files\/([^/]+)$/;

/** What the bot asks for, read off method and path; undefined for what Teams does not offer it. */
export function readRequest(
  method: string,
  path: string,
  { ledger, files }: { readonly ledger: Ledger; readonly files: FileShelf },
): BotRequest | undefined {
  const [, fileId] = method === 'PUT' ? (uploadPath.exec(path) ?? []) : [];
  if (fileId !== undefined) {
    const owner = files.ownerOf(fileId);
    return { method, path, wish: 'upload', fileId, ...(owner === undefined ? {} : { entraId: owner }) };
  }
  const conversation = (raw: string | undefined) => {
    const conversationId = decodeURIComponent(raw ?? '');
    const entraId = ledger.personOf(conversationId)?.entraId;
    return { conversationId, ...(entraId === undefined ? {} : { entraId }) };
  };
  if (method === 'POST' && /^\/v3\/conversations\/?$/.test(path)) return { method, path, wish: 'create' };
  const activity = activityPath.exec(path);
  if (activity) {
    const [, raw, activityId] = activity;
    const wish = method === 'POST' ? 'post' : method === 'PUT' ? 'update' : method === 'DELETE' ? 'delete' : undefined;
    if (!wish || (wish !== 'post' && activityId === undefined)) return undefined;
    const id = activityId === undefined ? {} : { activityId: decodeURIComponent(activityId) };
    return { method, path, wish, ...conversation(raw), ...id };
  }
  const member = method === 'GET' ? memberPath.exec(path) : null;
  return member ? { method, path, wish: 'read', ...conversation(member[1]) } : undefined;
}

type Content = { text?: string; card?: Record<string, unknown>; file?: FileCard; summary?: string };

/** One of Teams' file cards; undefined where it lacks what Teams asks of it. */
function fileCardOf(attachment: Activity | undefined): FileCard | undefined {
  const content = isObject(attachment?.content) ? attachment.content : {};
  const name = attachment?.name;
  if (typeof name !== 'string' || name === '') return undefined;
  if (attachment?.contentType === consentType && typeof content.sizeInBytes === 'number') {
    const { description, sizeInBytes: bytes, acceptContext, declineContext } = content;
    return { kind: 'offered', name, description: String(description ?? ''), bytes, acceptContext, declineContext };
  }
  const { contentUrl } = attachment ?? {};
  if (attachment?.contentType !== fileType || typeof contentUrl !== 'string') return undefined;
  if (typeof content.uniqueId !== 'string' || typeof content.fileType !== 'string') return undefined;
  return { kind: 'kept', name, url: contentUrl, fileType: content.fileType };
}

/** What an activity would show, for the log too. */
export function contentOf(activity: Activity | undefined): Content {
  const attachments = Array.isArray(activity?.attachments) ? activity.attachments.filter(isObject) : [];
  const card = attachments.find((attachment) => attachment.contentType === cardType)?.content;
  const file = fileCardOf(attachments[0]);
  return {
    ...(typeof activity?.text === 'string' && activity.text !== '' ? { text: activity.text } : {}),
    ...(isObject(card) ? { card } : {}),
    ...(file ? { file } : {}),
    ...(typeof activity?.summary === 'string' ? { summary: activity.summary } : {}),
  };
}

/** Why Teams would not show it, or its content. */
function readContent(activity: Activity | undefined): Content | Verdict {
  if (!activity) return refuse(400, 'BadSyntax', 'The body is not an activity.');
  if (activity.type !== 'message') return refuse(400, 'BadSyntax', `Unknown activity type ${String(activity.type)}.`);
  const attachments = Array.isArray(activity.attachments) ? activity.attachments : [];
  if (attachments.length > 1) return refuse(400, 'BadSyntax', 'The stage shows one attachment a message.');
  const content = contentOf(activity);
  if (attachments.length === 1 && content.card?.type !== 'AdaptiveCard' && !content.file) {
    return refuse(400, 'BadSyntax', `The stage shows attachments of type ${cardType}, and Teams' file cards.`);
  }
  if (!content.text && !content.card && !content.file)
    return refuse(400, 'BadSyntax', 'Activity must include text or an attachment.');
  return content;
}

export type JudgeOptions = {
  readonly ledger: Ledger;
  readonly tenantId: string;
  readonly now: () => Date;
  readonly later: (ms: number, task: () => void) => void;
};

/** Judges a request as Teams would, faults and windows apart. Nothing changes before `carryOut`. */
export function judge(request: BotRequest, length: number, o: JudgeOptions): Verdict {
  const { ledger } = o;
  if (request.wish === 'create') return judgeCreation(request, o);
  const conversationId = request.conversationId ?? '';
  if (!ledger.exists(conversationId)) return refuse(404, 'ConversationNotFound', 'Conversation not found.');
  const person = ledger.personOf(conversationId);
  if (person) {
    const refusal = refusalFor(person.entraId, ledger);
    if (refusal) return refusal;
  }
  const about = { conversationId, ...(person ? { entraId: person.entraId } : {}) };

  if (request.wish === 'read') return judgeReading(request, o);
  const old = request.activityId === undefined ? undefined : ledger.message(conversationId, request.activityId);

  if (request.wish === 'delete') {
    if (old?.from !== 'bot') return refuse(404, 'ActivityNotFoundInConversation', 'No such activity of the bot.');
    const { id } = old;
    return {
      accepted: true,
      reply: { status: 200, body: {} },
      carryOut() {
        ledger.drop(conversationId, id);
        ledger.note({ kind: 'deleted', ...about, activityId: id });
      },
    };
  }

  if (length * 2 > largestActivityBytes) return refuse(413, 'MessageSizeTooBig', 'Message size too large.');
  if (request.wish === 'post' && request.activity?.type === 'typing') {
    return {
      accepted: true,
      reply: { status: 201, body: { id: ledger.nextId() } },
      carryOut: () => ledger.note({ kind: 'typing', ...about }),
    };
  }
  const content = readContent(request.activity);
  if ('accepted' in content) return content;

  if (request.wish === 'update') {
    if (old?.from !== 'bot') return refuse(404, 'ActivityNotFoundInConversation', 'No such activity of the bot.');
    return {
      accepted: true,
      reply: { status: 200, body: { id: old.id } },
      carryOut(answer, lateMs) {
        const change = () => {
          const standing = ledger.message(conversationId, old.id);
          if (standing) ledger.put(conversationId, changed(standing, content, o.now()));
        };
        ledger.note({ kind: 'updated', ...about, activityId: old.id, ...content, answer });
        if (lateMs > 0) o.later(lateMs, change);
        else change();
      },
    };
  }

  // Teams makes two messages of text and card in one activity, and answers without an id.
  const { text, card, ...rest } = content;
  const parts: Content[] = text !== undefined && card !== undefined ? [{ text }, { card, ...rest }] : [content];
  const messages = parts.map(
    (part): ChatMessage => ({ id: ledger.nextId(), at: o.now().toISOString(), from: 'bot', ...part, versions: 1 }),
  );
  const [first] = messages;
  return {
    accepted: true,
    reply: messages.length === 1 && first ? { status: 201, body: { id: first.id } } : { status: 202, body: {} },
    carryOut(answer, lateMs) {
      for (const message of messages) {
        const { id, at, from, versions, ...shown } = message;
        ledger.note({ kind: 'accepted', ...about, activityId: id, ...shown, answer });
        if (lateMs > 0) o.later(lateMs, () => ledger.put(conversationId, message));
        else ledger.put(conversationId, message);
      }
    },
  };
}

/** A message in its next state. */
export function changed(message: ChatMessage, content: Content, at: Date): ChatMessage {
  const { text, card, file, summary, ...kept } = message;
  return { ...kept, ...content, updatedAt: at.toISOString(), versions: message.versions + 1 };
}

function refusalFor(entraId: string, ledger: Ledger): Verdict | undefined {
  if (ledger.isBlocked(entraId)) {
    return refuse(403, 'ConversationBlockedByUser', 'User blocked the conversation with the bot.');
  }
  if (ledger.presence(entraId) !== 'met') {
    return refuse(403, 'BotNotInConversationRoster', 'The bot is not part of the conversation roster.');
  }
  return undefined;
}

function judgeCreation(request: BotRequest, o: JudgeOptions): Verdict {
  const body = request.activity;
  const members = Array.isArray(body?.members) ? body.members.filter(isObject) : [];
  const [member] = members;
  if (!body || !member || members.length !== 1 || body.isGroup === true) {
    return refuse(400, 'BadSyntax', 'Incorrect conversation creation parameters');
  }
  const channelData = isObject(body.channelData) ? body.channelData : {};
  const tenant = isObject(channelData.tenant) ? channelData.tenant.id : body.tenantId;
  if (tenant !== o.tenantId) return refuse(403, 'ForbiddenOperation', 'The tenant is not the one of the bot.');
  const wanted = String(member.id ?? '');
  const person = o.ledger.people.find((one) => wanted === one.entraId || wanted === `29:${one.entraId}`);
  if (!person) return refuse(400, 'BadArgument', 'Invalid user identity in provided tenant');
  const refusal = refusalFor(person.entraId, o.ledger);
  if (refusal) return refusal;

  const conversationId = personalConversationId(person.entraId);
  const { entraId } = person;
  const opening = isObject(body.activity) ? body.activity : undefined;
  const posted = opening
    ? judge({ ...request, wish: 'post', conversationId, entraId, activity: opening }, JSON.stringify(opening).length, o)
    : undefined;
  if (posted && !posted.accepted) return posted;
  const activityId = isObject(posted?.reply.body) ? posted.reply.body.id : undefined;
  return {
    accepted: true,
    reply: { status: 201, body: { id: conversationId, ...(activityId === undefined ? {} : { activityId }) } },
    carryOut(fate, lateMs) {
      o.ledger.note({ kind: 'created', conversationId, entraId });
      posted?.carryOut(fate, lateMs);
    },
  };
}

function judgeReading(request: BotRequest, o: JudgeOptions): Verdict {
  const person = o.ledger.personOf(request.conversationId ?? '');
  const members = (person ? [person] : o.ledger.people).map((one) => teamsMember(one, o.tenantId));
  const [, , list, raw] = memberPath.exec(request.path) ?? [];
  const wanted = raw === undefined ? undefined : decodeURIComponent(raw);
  const found = members.find((member) => member.id === wanted || member.aadObjectId === wanted);
  if (wanted !== undefined && !found) {
    return refuse(404, 'MemberNotFoundInConversation', 'Member not found in conversation.');
  }
  const body = found ?? (list === 'pagedmembers' ? { members } : members);
  return { accepted: true, reply: { status: 200, body }, carryOut: () => undefined };
}
