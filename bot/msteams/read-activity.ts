import { z } from 'zod/v4';
import type { Input, Turn } from '../turn';
import type { FilePlace } from './file-cards';
import type { FramedActivity } from './gate';

export type Reading =
  /** `file` is where a file that was taken may be put. */
  | { readonly kind: 'turn'; readonly turn: Turn; readonly file?: FilePlace }
  /** Nothing for us: another kind of activity, or nobody of Entra behind it. */
  | { readonly kind: 'nothing' }
  /** A pressed action without an Entra user, or one that does not say what was pressed; an invoke wants an answer. */
  | { readonly kind: 'stranger' }
  | { readonly kind: 'malformed'; readonly what: 'press' | 'file' };

const word = z.string().min(1);
const lenient = word.optional().catch(undefined);

const common = z.object({
  type: word,
  id: word,
  serviceUrl: word,
  locale: lenient,
  replyToId: lenient,
  from: z.object({ id: word, aadObjectId: z.guid() }),
  recipient: z.object({ id: word }),
  conversation: z.object({ id: word, conversationType: lenient }),
});
type Common = z.infer<typeof common>;

const mentions = z
  .array(
    z
      .object({ type: z.literal('mention'), text: z.string(), mentioned: z.object({ id: word }) })
      .nullable()
      .catch(null),
  )
  .catch([]);

const record = z.record(z.string(), z.unknown());
const execute = z.object({
  action: z.object({ type: z.literal('Action.Execute'), verb: word, data: record.catch({}) }),
});
const context = z.object({ verb: word, data: record.catch({}) });
const place = z.object({
  uploadUrl: word,
  contentUrl: word,
  name: word,
  uniqueId: word,
  fileType: z.string().catch(''),
});
const consent = z.discriminatedUnion('action', [
  z.object({ action: z.literal('accept'), context, uploadInfo: place }),
  z.object({ action: z.literal('decline'), context }),
]);
const submit = z.object({ verb: word }).and(record);
const members = z.array(z.object({ id: z.string() })).catch([]);

/** The invokes that are turns, by name: what each must carry. */
const invokes: ReadonlyMap<unknown, { readonly what: 'press' | 'file'; readonly value: z.ZodType }> = new Map([
  ['adaptiveCard/action', { what: 'press' as const, value: execute }],
  ['fileConsent/invoke', { what: 'file' as const, value: consent }],
]);

/**
 * Reads an activity that came through the door as a turn of the municipality `tenantId`. Who it is comes from
 * `from.aadObjectId` alone, which Teams fills in; a chat that does not call itself personal is taken for a shared one.
 */
export function readActivity(activity: FramedActivity, tenantId: string): Reading {
  const invoke = activity.type === 'invoke' ? invokes.get(activity.name) : undefined;
  if (invoke && !invoke.value.safeParse(activity.value).success) return { kind: 'malformed', what: invoke.what };
  const read = common.safeParse(activity);
  if (!read.success) return { kind: invoke ? 'stranger' : 'nothing' };
  const input = inputOf(activity, read.data);
  if (!input) return { kind: 'nothing' };
  const { from, recipient, conversation, id, locale, serviceUrl } = read.data;
  const turn: Turn = {
    tenantId,
    activityId: id,
    where: whereOf(conversation.conversationType),
    entraId: from.aadObjectId.toLowerCase(),
    locale: locale?.toLowerCase().startsWith('en') ? 'en' : 'da',
    place: { conversationId: conversation.id, serviceUrl, teamsUserId: from.id, botId: recipient.id },
    input,
  };
  const taken = input.kind === 'file' ? consent.parse(activity.value) : undefined;
  return { kind: 'turn', turn, ...(taken?.action === 'accept' ? { file: taken.uploadInfo } : {}) };
}

function inputOf(activity: FramedActivity, { recipient, replyToId, type }: Common): Input | undefined {
  const card = replyToId === undefined ? {} : { cardActivityId: replyToId };
  switch (type) {
    case 'invoke': {
      if (activity.name === 'fileConsent/invoke') {
        const { action, context } = consent.parse(activity.value);
        return { kind: 'file', ...context, accepted: action === 'accept', ...card };
      }
      if (activity.name !== 'adaptiveCard/action') return undefined;
      const { verb, data } = execute.parse(activity.value).action;
      return { kind: 'press', verb, data, ...card };
    }
    case 'message': {
      const pressed = submit.safeParse(activity.value);
      if (pressed.success) {
        const { verb, msteams: _routing, ...data } = pressed.data;
        return { kind: 'press', verb, data, ...card };
      }
      const text = typeof activity.text === 'string' ? activity.text : '';
      return { kind: 'text', text: spoken(text, mentions.parse(activity.entities), recipient.id) };
    }
    case 'conversationUpdate':
      return members.parse(activity.membersAdded).some(({ id }) => id === recipient.id) ? { kind: 'met' } : undefined;
    case 'installationUpdate':
      if (activity.action === 'add' || activity.action === 'add-upgrade') return { kind: 'met' };
      return activity.action === 'remove' ? { kind: 'removed' } : undefined;
    default:
      return undefined;
  }
}

function whereOf(conversationType: string | undefined): Turn['where'] {
  if (conversationType === 'personal') return 'personal';
  return conversationType === 'channel' ? 'channel' : 'group';
}

const mentionTag = /<at(?:\s[^<>]*)?>([^<>]*)<\/at>/gi;
const entity = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,6}));/gi;
const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  aelig: 'æ',
  oslash: 'ø',
  aring: 'å',
  AElig: 'Æ',
  Oslash: 'Ø',
  Aring: 'Å',
};

/** What the person said: without the mention of the bot, other people by their names, HTML's entities as letters. */
function spoken(text: string, mentioned: z.infer<typeof mentions>, botId: string): string {
  const others = new Set(mentioned.filter((one) => one && one.mentioned.id !== botId).map((one) => one?.text));
  return text
    .replace(mentionTag, (tag, name: string) => (others.has(tag) ? name : ' '))
    .replace(entity, letter)
    .replace(/[\u00a0\u200b]/g, ' ')
    .trim();
}

function letter(whole: string, decimal?: string, hex?: string, name?: string): string {
  if (name !== undefined) return named[name] ?? whole;
  const code = Number.parseInt(decimal ?? hex ?? '', decimal === undefined ? 16 : 10);
  return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : whole;
}
