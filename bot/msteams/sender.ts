import type { Activity } from 'botbuilder';
import type { SendResult } from '../messages/port';
import type { ChatPlace } from '../turn';
import type { MunicipalAdapter } from './adapter';
import { Undelivered } from './one-request';
import { sendResultOf } from './send-result';
import type { ServiceUrls } from './service-urls';

/** What an activity of ours shows; where it goes is added on the way. */
export type Content = Pick<Partial<Activity>, 'attachments' | 'summary' | 'text' | 'textFormat'> & {
  readonly type: 'message' | 'typing';
};

type Sending = {
  readonly tenantId: string;
  readonly place: ChatPlace;
  /** What it shows; `gone` takes the activity out of the chat. */
  readonly content: Content | 'gone';
  /** The activity to change or take away; without it a new one is posted. */
  readonly activityId?: string;
  /** Ends the sending early. */
  readonly signal?: AbortSignal;
};

/** One request to Teams for each call. Never rejects. */
export type Sender = (sending: Sending) => Promise<SendResult>;

/**
 * Sends through the SDK's client, with the SDK's credentials. A message that Teams took without naming it is `sent` with
 * the activity id '': it stands, and can't be changed; to change '' is `broken`, without a request.
 */
export function createSender(o: {
  readonly adapterOf: (tenantId: string) => MunicipalAdapter | undefined;
  readonly serviceUrls: ServiceUrls;
  readonly timeoutMs: number;
}): Sender {
  return async ({ tenantId, place, content, activityId, signal }) => {
    const adapter = o.adapterOf(tenantId);
    if (!adapter) return { kind: 'broken', code: 'unknown-tenant' };
    if (!o.serviceUrls.allows(place.serviceUrl)) return { kind: 'broken', code: 'service-url' };
    if (activityId === '' || (content === 'gone' && activityId === undefined))
      return { kind: 'broken', code: 'unnamed-activity' };

    const limit = AbortSignal.timeout(o.timeoutMs);
    const options = { abortSignal: signal ? AbortSignal.any([limit, signal]) : limit };
    try {
      const { conversations } = await adapter.connector(place.serviceUrl);
      if (content === 'gone') {
        await conversations.deleteActivity(place.conversationId, activityId ?? '', options);
        return { kind: 'sent', activityId: activityId ?? '' };
      }
      const activity = addressed(content, tenantId, place);
      const { id } =
        activityId === undefined
          ? await conversations.sendToConversation(place.conversationId, activity, options)
          : await conversations.updateActivity(
              place.conversationId,
              activityId,
              { ...activity, id: activityId },
              options,
            );
      return { kind: 'sent', activityId: id || (activityId ?? '') };
    } catch (error) {
      // What the SDK itself throws, it throws before the request: an activity or an address that it cannot write.
      if (!(error instanceof Undelivered)) return { kind: 'broken', code: 'sdk' };
      return sendResultOf(error.fault, activityId === undefined ? 'post' : 'update');
    }
  };
}

function addressed(content: Content, tenantId: string, place: ChatPlace): Partial<Activity> {
  return {
    ...content,
    channelId: 'msteams',
    serviceUrl: place.serviceUrl,
    from: { id: place.botId, name: '' },
    recipient: { id: place.teamsUserId, name: '' },
    conversation: { id: place.conversationId, tenantId } as Activity['conversation'],
  };
}
