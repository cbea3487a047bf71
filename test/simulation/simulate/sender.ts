import type { SendResult } from '../../../bot/messages/port';
import { sendResultOf } from '../../../bot/msteams/send-result';
import type { Sender } from '../../../bot/msteams/sender';
import { contentOf, judge } from '../../../stage/bot-requests';
import type { AnswerFate } from '../../../stage/chat';
import type { BotRequest, Fault, FaultDesk } from '../../../stage/faults';
import type { Ledger } from '../../../stage/ledger';

/** What of a fault the bot gets to know; the others end as usual. */
const FATES: Partial<Record<Fault['kind'], AnswerFate>> = {
  'reset-after': 'reset',
  delay: 'delayed',
  'lose-answer': 'lost',
  'no-id': 'without-id',
};

/**
 * Teams' side of a request of the bot's, without HTTP: the stage judges it as it does over the wire, faults included, and what
 * the bot would have seen there comes back. Nothing waits: a request that hangs is one that was given up.
 */
export function sendInProcess(o: {
  readonly ledger: Ledger;
  readonly desk: FaultDesk;
  readonly tenantId: string;
  readonly now: () => Date;
}): Sender {
  const { ledger, desk } = o;
  const refused = (request: BotRequest, status: number, code: string): void => {
    const { wish, conversationId, entraId, activityId } = request;
    ledger.note({
      kind: 'refused',
      wish,
      ...(conversationId === undefined ? {} : { conversationId }),
      ...(entraId === undefined ? {} : { entraId }),
      ...(activityId === undefined ? {} : { activityId }),
      status,
      code,
      ...contentOf(request.activity),
    });
  };
  return async ({ place, content, activityId }): Promise<SendResult> => {
    if (activityId === '') return { kind: 'broken', code: 'unnamed-activity' };
    const wish = content === 'gone' ? 'delete' : activityId === undefined ? 'post' : 'update';
    const person = ledger.personOf(place.conversationId);
    const request: BotRequest = {
      method: '',
      path: '',
      wish,
      conversationId: place.conversationId,
      ...(person ? { entraId: person.entraId } : {}),
      ...(activityId === undefined ? {} : { activityId }),
      ...(content === 'gone' ? {} : { activity: { ...content } }),
    };
    const told = wish === 'post' ? 'post' : 'update';
    const fault = desk.read(request);
    if (fault?.kind === 'hang' || fault?.kind === 'reset-before') {
      refused(request, 0, fault.kind);
      return sendResultOf({ kind: 'lost', written: true, code: fault.kind }, told);
    }
    if (fault?.kind === 'refuse') {
      const code = fault.code ?? `Status${fault.status}`;
      refused(request, fault.status, code);
      const wait = typeof fault.retryAfter === 'number' ? { retryAfterMs: fault.retryAfter * 1000 } : {};
      return sendResultOf({ kind: 'answered', status: fault.status, code, ...wait }, told);
    }
    const length = content === 'gone' ? 0 : JSON.stringify(content).length;
    const verdict = judge(request, length, { ...o, later: (_ms, task) => task() });
    if (!verdict.accepted) {
      refused(request, verdict.status, verdict.code);
      return sendResultOf({ kind: 'answered', status: verdict.status, code: verdict.code }, told);
    }
    verdict.carryOut((fault && FATES[fault.kind]) ?? 'sent', 0);
    if (fault?.kind === 'reset-after' || fault?.kind === 'lose-answer')
      return sendResultOf({ kind: 'lost', written: true, code: fault.kind }, told);
    const { body } = verdict.reply;
    const id = fault?.kind !== 'no-id' && typeof body === 'object' && body !== null && 'id' in body ? body.id : '';
    return { kind: 'sent', activityId: String(id) || (activityId ?? '') };
  };
}
