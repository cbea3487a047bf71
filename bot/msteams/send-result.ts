import type { SendResult } from '../messages/port';
import type { Fault } from './one-request';

/** What a call wanted: a new message, or a change of one that stands. */
export type Wish = 'post' | 'update';

type Refusal = Extract<SendResult, { kind: 'refused' }>['why'];

/** Teams' codes that say why a person cannot be reached. */
const whyByCode: Readonly<Record<string, Refusal>> = {
  ConversationBlockedByUser: 'blocked',
  MessageWritesBlocked: 'blocked',
  BotNotInConversationRoster: 'not-installed',
  BotDisabledByAdmin: 'not-installed',
  BotDisabledByUser: 'not-installed',
  ConversationNotFound: 'not-installed',
  UserNotFound: 'left',
  MemberNotFound: 'left',
  MemberNotFoundInConversation: 'left',
};

/** Not carried out, and worth another try. 412, 429, 502 and 504 are Microsoft's list; 401 is a token that ran out. */
const passing: ReadonlySet<number> = new Set([401, 408, 412, 425, 429]);

/**
 * What a failed call means for the message. Source: Microsoft's status codes of the bot conversation APIs, and its
 * advice to repeat after 412, 429, 502 and 504 (msteams-docs, rate-limit).
 */
export function sendResultOf(fault: Fault, wish: Wish): SendResult {
  switch (fault.kind) {
    case 'foreign':
      return { kind: 'broken', code: 'service-url' };
    case 'lost':
      return { kind: fault.written ? 'unsure' : 'retry', code: fault.code };
    case 'answered':
      return answered(fault, wish);
  }
}

function answered(fault: Extract<Fault, { kind: 'answered' }>, wish: Wish): SendResult {
  const { status, retryAfterMs } = fault;
  const code = fault.code ?? `http-${status}`;
  if (status >= 500 || passing.has(status)) {
    return { kind: 'retry', code, ...(retryAfterMs === undefined ? {} : { afterMs: retryAfterMs }) };
  }
  if (status === 403 || status === 404 || status === 410) {
    const why = whyByCode[code];
    if (why) return { kind: 'refused', why, code };
    if (status === 403) return { kind: 'refused', why: 'blocked', code };
    // A message that the person deleted is gone; the person is not.
    return wish === 'update' ? { kind: 'broken', code } : { kind: 'refused', why: 'not-installed', code };
  }
  return { kind: 'broken', code };
}
