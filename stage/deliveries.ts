import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Activity } from './activities';
import type { BotAnswer, PressOutcome } from './chat';
import type { FaultDesk } from './faults';
import { isObject, parseJson } from './json';
import type { Ledger } from './ledger';

/** Deliver so many times; all at once, or one after the other. */
export type Copies = { readonly count: number; readonly together: boolean };
export type Answers = [first: BotAnswer, ...copies: BotAnswer[]];

export type Deliveries = {
  /** Posts anything to the bot, once. Never rejects: status 0 where no answer came. */
  post(activity: unknown): Promise<BotAnswer>;
  /** Delivers an activity and its copies, as the rules for deliveries say; the first answer is the one that counts. */
  deliver(activity: Activity, entraId: string, copies?: Copies): Promise<Answers>;
  /** Gives up what is under way. */
  stop(): void;
};

const answerTimeoutMs = 60_000;
const onlyOne: Copies = { count: 1, together: false };

/** An id as Teams gives invokes. */
export const invokeId = () => `f:${randomUUID()}`;

/** The innermost message of what a failed request was rejected with. */
function reasonOf(error: unknown): string {
  const inner = isObject(error) && isObject(error.cause) ? error.cause : error;
  return isObject(inner) && typeof inner.message === 'string' ? inner.message : String(inner);
}

/** What an `adaptiveCard/action` invoke was answered with. */
export function readInvokeAnswer(answer: BotAnswer): Omit<PressOutcome, 'all'> {
  const body = isObject(answer.body) ? answer.body : undefined;
  const status = typeof body?.statusCode === 'number' ? body.statusCode : answer.status;
  const value = body?.value;
  const message =
    typeof value === 'string'
      ? value
      : isObject(value) && typeof value.message === 'string'
        ? value.message
        : undefined;
  if (body?.type === 'application/vnd.microsoft.error' || status === 0 || status >= 400) {
    return { status, kind: 'error', ...(message === undefined ? {} : { text: message }) };
  }
  if (body?.type === 'application/vnd.microsoft.card.adaptive' && isObject(value))
    return { status, kind: 'card', card: value };
  if (body?.type === 'application/vnd.microsoft.activity.message' && message !== undefined) {
    return { status, kind: 'message', text: message };
  }
  return { status, kind: 'none' };
}

/** Delivers what people do to the bot. `botUrl` is asked each time. */
export function createDeliveries(o: {
  readonly ledger: Ledger;
  readonly desk: FaultDesk;
  readonly botUrl: () => string;
}): Deliveries {
  const { ledger, desk } = o;
  const stopping = new AbortController();

  async function post(activity: unknown): Promise<BotAnswer> {
    try {
      const response = await fetch(`${o.botUrl()}/api/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json; charset=utf-8' },
        body: JSON.stringify(activity),
        signal: AbortSignal.any([stopping.signal, AbortSignal.timeout(answerTimeoutMs)]),
      });
      const body = await response.text();
      return { status: response.status, body: body === '' ? undefined : (parseJson(body) ?? body) };
    } catch (error) {
      return { status: 0, body: reasonOf(error) };
    }
  }

  let held: (() => Promise<void>)[] = [];
  let holdTimer: NodeJS.Timeout | undefined;
  /** Keeps a delivery back until enough are there or the time is up; then the last goes first, one by one. */
  function hold<Result>(task: () => Promise<Result>, count: number, waitMs: number): Promise<Result> {
    const release = async () => {
      clearTimeout(holdTimer);
      const waiting = held.reverse();
      held = [];
      for (const one of waiting) await one();
    };
    return new Promise((resolve, reject) => {
      held.push(() => task().then(resolve, reject));
      clearTimeout(holdTimer);
      if (held.length >= count) void release();
      else holdTimer = setTimeout(() => void release(), waitMs);
    });
  }

  function deliver(activity: Activity, entraId: string, copies = onlyOne): Promise<Answers> {
    const { repeat, reorder } = desk.inbound(entraId) ?? {};
    const activityId = String(activity.id);
    const freshId = () => (activityId.startsWith('f:') ? invokeId() : ledger.nextId());
    const one = async (id: string, copy: boolean) => {
      const sent = id === activityId ? activity : { ...activity, id, timestamp: new Date().toISOString() };
      const answer = await post(sent);
      const invoke = activity.type === 'invoke' ? readInvokeAnswer(answer) : undefined;
      const { kind: outcome, ...content } = invoke ?? { status: answer.status };
      ledger.note({
        kind: 'answered',
        entraId,
        activityId: id,
        ...(copy ? { copy: true as const } : {}),
        ...(outcome === undefined ? {} : { outcome }),
        ...content,
      });
      return answer;
    };
    const copyIds = [
      ...Array.from({ length: copies.count - 1 }, (_, copy) => (copy === 0 ? activityId : freshId())),
      ...Array.from({ length: repeat?.sameId ?? 0 }, () => activityId),
      ...Array.from({ length: repeat?.newId ?? 0 }, freshId),
    ];
    const send = async (): Promise<Answers> => {
      if (copies.together || repeat) {
        const gapMs = repeat?.afterMs ?? 0;
        const rest = copyIds.map(async (id, index) => {
          if (gapMs > 0) await pause(gapMs * (index + 1));
          return one(id, true);
        });
        const [first, ...others] = await Promise.all([one(activityId, false), ...rest]);
        return [first, ...others];
      }
      const answers: Answers = [await one(activityId, false)];
      for (const id of copyIds) answers.push(await one(id, true));
      return answers;
    };
    return reorder ? hold(send, reorder.count, reorder.waitMs ?? 500) : send();
  }

  return {
    post,
    deliver,
    stop() {
      stopping.abort();
      clearTimeout(holdTimer);
    },
  };
}
