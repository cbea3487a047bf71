import type { TeamsPort } from '../../../bot/messages/port';
import { type Answering, createAnswering } from '../../../bot/msteams/answering';
import { cardContent } from '../../../bot/msteams/card-content';
import type { FramedActivity } from '../../../bot/msteams/gate';
import { readActivity } from '../../../bot/msteams/read-activity';
import type { Sender } from '../../../bot/msteams/sender';
import type { TurnHandler } from '../../../bot/turn';
import { type Activity, personalConversationId } from '../../../stage/activities';
import { type OfferedAction, offeredActions, pressedData } from '../../../stage/card-actions';
import type { BotAnswer, ChatMessage, ConnectorEntry, PressOutcome, StagePerson } from '../../../stage/chat';
import { readInvokeAnswer } from '../../../stage/deliveries';
import { createFaults, type Faults } from '../../../stage/faults';
import { openFiles } from '../../../stage/files';
import { openLedger } from '../../../stage/ledger';
import { createPresses } from '../../../stage/presses';
import { createSends } from '../../../stage/sends';
import { sendInProcess } from './sender';

const URL = 'http://127.0.0.1:9';

/** A button of a card that stands in somebody's chat. */
export type Button = { readonly message: ChatMessage; readonly action: OfferedAction };

/** Teams in this very process: the stage's chats, cards and faults, and the bot's own reading and answering, without HTTP. */
export type InProcessTeams = {
  readonly people: readonly StagePerson[];
  readonly faults: Faults;
  /** What the bot sends by without a turn. */
  readonly port: TeamsPort;
  /** Whom turns are handed to; another after each restart. */
  serve(handler: TurnHandler): void;
  meet(entraId: string): Promise<void>;
  block(entraId: string, on: boolean): void;
  isBlocked(entraId: string): boolean;
  say(entraId: string, text: string): Promise<readonly ChatMessage[]>;
  /** The newest button with this verb whose data hold these values; undefined where no card has it. */
  button(entraId: string, verb: string, data?: Readonly<Record<string, string>>): Button | undefined;
  press(
    entraId: string,
    button: Button,
    inputs?: Readonly<Record<string, string>>,
    copies?: number,
  ): Promise<PressOutcome>;
  chat(entraId: string): readonly ChatMessage[];
  /** What has happened since it was asked last. */
  news(): readonly ConnectorEntry[];
};

export function openTeams(o: {
  readonly people: readonly StagePerson[];
  readonly tenantId: string;
  readonly now: () => Date;
}): InProcessTeams {
  let unread: ConnectorEntry[] = [];
  const ledger = openLedger({ ...o, journal: (entry) => void unread.push(entry) });
  const desk = createFaults();
  desk.faults.windows(false);
  const send: Sender = sendInProcess({ ...o, ledger, desk });
  let answering: Answering | undefined;

  const deliverOne = async (activity: Activity): Promise<BotAnswer> => {
    const read = readActivity(activity as FramedActivity, o.tenantId);
    if (read.kind !== 'turn' || !answering) return { status: 500, body: undefined };
    const { turn } = read;
    if (activity.type === 'invoke') return { status: 200, body: await answering.press(turn) };
    return { status: await answering.work(turn, activity.type === 'message' ? 'message' : 'event'), body: undefined };
  };
  const deliver = async (
    activity: Activity,
    entraId: string,
    copies: { count: number; together: boolean } = { count: 1, together: false },
  ): Promise<[BotAnswer, ...BotAnswer[]]> => {
    const again = copies.count - 1 + (desk.inbound(entraId)?.repeat?.sameId ?? 0);
    const first = await deliverOne(activity);
    if (activity.type === 'invoke') {
      const { kind: outcome, ...answer } = readInvokeAnswer(first);
      ledger.note({ kind: 'answered', entraId, activityId: String(activity.id), outcome, ...answer });
    }
    const rest: BotAnswer[] = [];
    for (let n = 0; n < again; n += 1) rest.push(await deliverOne(activity));
    return [first, ...rest];
  };
  const sends = createSends({ ...o, ledger, deliver, url: URL });
  const files = openFiles({ ledger, now: o.now });
  const presses = createPresses({ ...o, ledger, files, deliver, url: URL, sends });
  const chat = (entraId: string) => ledger.messages(personalConversationId(entraId));
  const offered = new WeakMap<object, readonly OfferedAction[]>();
  const actionsOf = (message: ChatMessage): readonly OfferedAction[] => {
    const card = message.card;
    if (!card) return [];
    const known = offered.get(card) ?? offeredActions(card);
    offered.set(card, known);
    return known;
  };

  return {
    people: o.people,
    faults: desk.faults,
    port: {
      post: (message) => send({ ...message, content: cardContent(message) }),
      update: (message) => send({ ...message, content: cardContent(message) }),
    },
    serve(handler) {
      const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
      answering = createAnswering({
        handler,
        send,
        upload: async () => ({ kind: 'lost', code: 'no-files' }),
        log,
        typingAfterMs: 60_000,
        pressWithinMs: 60_000,
        messageWithinMs: 60_000,
      });
    },
    meet: (entraId) => sends.meet(entraId),
    block(entraId, on) {
      ledger.setBlocked(entraId, on);
      ledger.note({ kind: on ? 'blocked' : 'unblocked', entraId });
    },
    isBlocked: (entraId) => ledger.isBlocked(entraId),
    say: (entraId, text) => sends.say(entraId, text),
    button(entraId, verb, data = {}) {
      for (const message of chat(entraId).reverse()) {
        for (const action of actionsOf(message)) {
          if (action.type !== 'Action.Execute' || action.verb !== verb) continue;
          if (Object.entries(data).every(([key, value]) => String(action.data[key]) === value))
            return { message, action };
        }
      }
      return undefined;
    },
    press(entraId, { message, action }, inputs = {}, copies = 1) {
      const data = pressedData(action, inputs);
      return presses.execute(
        entraId,
        {
          messageId: message.id,
          title: action.title,
          data,
          ...(action.verb === undefined ? {} : { verb: action.verb }),
          ...(action.id === undefined ? {} : { id: action.id }),
        },
        { copies },
      );
    },
    chat,
    news() {
      const found = unread;
      unread = [];
      return found;
    },
  };
}
