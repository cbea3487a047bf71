import type { StagePerson } from './chat';

export type Where = 'personal' | 'group' | 'channel';
export type Activity = Readonly<Record<string, unknown>>;

export const bot = { id: '28:rod-traad', name: 'Rød Tråd' } as const;
const groupId = '19:stage-group@thread.v2';
const channelId = '19:stage-channel@thread.tacv2';

export const teamsUserId = (entraId: string) => `29:${entraId}`;
export const personalConversationId = (entraId: string) => `a:${entraId}`;

/** The conversation for a place; in a channel every activity opens a thread of its own. */
export function conversationIdOf(where: Where, entraId: string, activityId: string): string {
  switch (where) {
    case 'personal':
      return personalConversationId(entraId);
    case 'group':
      return groupId;
    case 'channel':
      return `${channelId};messageid=${activityId}`;
  }
}

/** Whether it is the group chat or a thread of the channel. */
export function isShared(conversationId: string): boolean {
  return conversationId === groupId || conversationId.startsWith(`${channelId};`);
}

/** `da` as Teams writes it (`da-DK`). */
export function teamsLocale(locale: string): string {
  return { da: 'da-DK', en: 'en-US' }[locale] ?? locale;
}

export type ActivityOptions = {
  readonly person: StagePerson;
  readonly tenantId: string;
  readonly serviceUrl: string;
  readonly id: string;
  /** Wall time. */
  readonly at: Date;
  readonly where?: Where;
  /** Another conversation than the person's own. */
  readonly conversationId?: string;
  readonly locale?: string;
};

/** What every activity from Teams carries; `fields` make it a message, an invoke or an update. */
export function teamsActivity(o: ActivityOptions, fields: Activity): Activity {
  const where = o.where ?? 'personal';
  const locale = teamsLocale(o.locale ?? o.person.locale ?? 'da');
  return {
    id: o.id,
    timestamp: o.at.toISOString(),
    localTimestamp: o.at.toISOString(),
    localTimezone: 'Europe/Copenhagen',
    channelId: 'msteams',
    serviceUrl: o.serviceUrl,
    from: { id: teamsUserId(o.person.entraId), name: o.person.name, aadObjectId: o.person.entraId },
    conversation: {
      id: o.conversationId ?? conversationIdOf(where, o.person.entraId, o.id),
      conversationType: { personal: 'personal', group: 'groupChat', channel: 'channel' }[where],
      tenantId: o.tenantId,
      ...(where === 'personal' ? {} : { isGroup: true }),
    },
    recipient: bot,
    entities: [{ type: 'clientInfo', locale, country: 'DK', platform: 'Windows', timezone: 'Europe/Copenhagen' }],
    channelData: {
      tenant: { id: o.tenantId },
      ...(where === 'channel' ? { team: { id: channelId }, channel: { id: channelId } } : {}),
    },
    locale,
    ...fields,
  };
}

/** A written message; outside the 1:1 chat Teams only passes on what mentions the bot. */
export function messageFields(text: string, where: Where): Activity {
  if (where === 'personal') return { type: 'message', text, textFormat: 'plain' };
  const mention = `<at>${bot.name}</at>`;
  return {
    type: 'message',
    text: `${mention} ${text}`,
    textFormat: 'plain',
    entities: [{ type: 'mention', mentioned: bot, text: mention }],
  };
}

/** A member as Teams' roster tells it. */
export function teamsMember(person: StagePerson, tenantId: string): Activity {
  const [givenName, ...rest] = person.name.split(' ');
  return {
    id: teamsUserId(person.entraId),
    aadObjectId: person.entraId,
    objectId: person.entraId,
    name: person.name,
    givenName,
    surname: rest.join(' '),
    email: person.email,
    userPrincipalName: person.email,
    tenantId,
    userRole: 'user',
  };
}
