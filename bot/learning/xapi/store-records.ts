import type { Handed, OnItsWay, RecordAdapter } from './port';
import type { RecordStoreLogin } from './store-logins';

const PATIENCE_MS = 10_000;
/** What says that a statement, and not the store, is the trouble; 413: it is more than the store takes at once. */
const OF_A_STATEMENT = new Set([400, 409, 413]);

/**
 * A learning record store that speaks xAPI 1.0.3: batches are posted to `<url>/statements`. By its rules a batch is kept whole or
 * not at all, the same statement again is taken as kept, and another one of the same id is a conflict.
 * @param options.login none: nothing is sent, since every store asks for one
 */
export function storeRecords(options: {
  readonly url: string;
  readonly login: RecordStoreLogin | undefined;
  readonly patienceMs?: number;
}): RecordAdapter {
  const { url, login, patienceMs = PATIENCE_MS } = options;
  return {
    hand: async ({ batch }) => {
      if (!login) return { kind: 'away', code: 'no-login' };
      const status = await post(`${url.replace(/\/+$/, '')}/statements`, { batch, login, patienceMs });
      if (typeof status === 'string') return { kind: 'away', code: status };
      return handedBy(status, batch.length);
    },
  };
}

function handedBy(status: number, count: number): Handed {
  if (status === 200 || status === 204) return { kind: 'kept' };
  // Ids are made of the attempt and the verb: what the store has under one is that statement, whatever it makes of the text.
  if (status === 409 && count === 1) return { kind: 'kept', conflict: true };
  const code = `store-${status}`;
  return OF_A_STATEMENT.has(status) ? { kind: 'refused', code } : { kind: 'away', code };
}

/** The status of the answer, or a code where there was none. */
async function post(
  to: string,
  given: { readonly batch: readonly OnItsWay[]; readonly login: RecordStoreLogin; readonly patienceMs: number },
): Promise<number | string> {
  const { user, password } = given.login;
  try {
    const answer = await fetch(to, {
      method: 'POST',
      // The login goes to the address that the policy names, and nowhere a store sends us on to.
      redirect: 'manual',
      signal: AbortSignal.timeout(given.patienceMs),
      headers: {
        'content-type': 'application/json',
        'x-experience-api-version': '1.0.3',
        authorization: `Basic ${Buffer.from(`${user}:${password}`, 'utf8').toString('base64')}`,
      },
      body: JSON.stringify(given.batch.map((one) => one.statement)),
    });
    await answer.body?.cancel();
    return answer.status;
  } catch (fault) {
    // A faulty address, a refused connection and a cut-off one are all the same here; none of them is ours.
    return nameOf(fault) === 'TimeoutError' ? 'store-silent' : 'store-unreachable';
  }
}

const nameOf = (fault: unknown): unknown =>
  typeof fault === 'object' && fault !== null && 'name' in fault ? fault.name : undefined;
