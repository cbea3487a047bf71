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
import type { BotAnswer, ChatMessage } from './chat';
import type { ConnectorOptions, SayOptions } from './connector-port';
import type { Deliveries } from './deliveries';
import type { Ledger } from './ledger';

/** What reaches the bot without a card: being installed and removed, and what is written. `url` is the connector's own. */
export function createSends({
  ledger,
  deliver,
  url,
  ...o
}: Pick<ConnectorOptions, 'tenantId' | 'now'> &
  Pick<Deliveries, 'deliver'> & { readonly ledger: Ledger; readonly url: string }) {
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

  return { build, mustBePresent, mustBeAnswered, meet, remove, say };
}

export type Sends = ReturnType<typeof createSends>;
