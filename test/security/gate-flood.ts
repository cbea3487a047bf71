import crypto from 'node:crypto';
import v8 from 'node:v8';
import vm from 'node:vm';
import { activity, house, openSite, tenantId } from '../contracts/msteams-door';
import { botId, claims, startKeys, token } from '../contracts/msteams-keys';
import { bearer } from './gate-probes';
import { throwAt } from './gate-throw';

/** Nobody is there: nothing is answered. */
const SERVICE_URL = 'http://127.0.0.1:1';

/** Of a thousand calls or more at one end of the flood. */
export type Stretch = {
  readonly heapMb: number;
  /** Of a whole call over HTTP, by whoever calls; half of them took no longer. */
  readonly ms: number;
  /** Of the door alone. */
  readonly doorMs: number;
};

/**
 * Throws so many forged tokens, no two alike, at a running server, and measures the first and the last of them.
 * @param stretch how many at each end
 * @throws when one of them is let in, or a good one is not let in after them
 */
export async function flood(
  calls: number,
  stretch: number,
): Promise<{ readonly first: Stretch; readonly last: Stretch }> {
  v8.setFlagsFromString('--expose-gc');
  const collect: () => void = vm.runInNewContext('gc');
  const keys = await startKeys();
  const site = await openSite({
    municipalities: [{ tenantId, botId, botSecret: 'the-secret' }],
    development: false,
    handler: house(),
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    serviceUrlHosts: [SERVICE_URL],
    openIdMetadataUrl: keys.url,
    credentials: async () => 'own-token',
  });
  const body = activity(SERVICE_URL);
  let thrown = 0;

  async function some(count: number): Promise<Stretch> {
    const took: number[] = [];
    const tookDoor: number[] = [];
    for (let n = 0; n < count; n += 1) {
      const authorization = bearer(forgery(thrown));
      const began = performance.now();
      const { status } = await throwAt(site.port, { authorization, body }, SERVICE_URL);
      const answered = performance.now();
      const alone = await site.door.admit({ headers: { authorization: bearer(forgery(thrown)) } });
      took.push(answered - began);
      tookDoor.push(performance.now() - answered);
      if (status !== 401 || alone?.status !== 401) throw new Error(`Forgery ${thrown} was answered with ${status}`);
      thrown += 1;
    }
    // Sockets that were closed are let go of a moment later.
    await new Promise((resolve) => setTimeout(resolve, 1_200));
    collect();
    return { heapMb: process.memoryUsage().heapUsed / 1024 / 1024, ms: middle(took), doorMs: middle(tookDoor) };
  }

  try {
    // What is made once is not what grows: code is compiled, keys are fetched.
    await some(Math.ceil(stretch / 4));
    const first = await some(stretch);
    if (calls > 2 * stretch) await some(calls - 2 * stretch);
    const last = await some(stretch);
    const good = await throwAt(
      site.port,
      { authorization: bearer(token(SERVICE_URL)), body: { ...body, type: 'typing' } },
      SERVICE_URL,
    );
    if (good.status !== 200) throw new Error(`After the flood Teams was answered with ${good.status}`);
    return { first, last };
  } finally {
    await site.close();
    await keys.close();
  }
}

const encode = (part: unknown) => Buffer.from(JSON.stringify(part)).toString('base64url');

/** Four kinds by turns: a tenant made up, a signature made up, a key made up, and as much as a header may hold. */
function forgery(n: number): string {
  const signature = crypto.randomBytes(256).toString('base64url');
  const made = [
    { kid: 'teams', said: { tid: `tenant-${n}` } },
    { kid: 'teams', said: { jti: `id-${n}` } },
    { kid: `key-${n}`, said: {} },
    { kid: 'teams', said: { filling: `${n}`.padEnd(4_500, 'x') } },
  ][n % 4];
  return `${encode({ alg: 'RS256', kid: made?.kid })}.${encode(claims(SERVICE_URL, made?.said))}.${signature}`;
}

function middle(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
