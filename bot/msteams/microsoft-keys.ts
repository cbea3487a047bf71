import { createPublicKey, type KeyObject } from 'node:crypto';
import { z } from 'zod/v4';

/** `unknown`: Microsoft has no such key for Teams. `out-of-reach`: there is nothing to go by. */
export type FoundKey = KeyObject | 'unknown' | 'out-of-reach';

export type MicrosoftKeys = {
  /** The key in force by this id: the same object as long as it is the same key. Never rejects. */
  keyFor(keyId: string): Promise<FoundKey>;
};

export type KeyTimes = {
  /** Keys this old are asked for again, while the known ones go on. */
  readonly confirmMs: number;
  /** Keys this old are no longer believed. Microsoft asks for no more than a day. */
  readonly goodForMs: number;
  /** How often an unknown key id may cause a look: anybody can make one up. */
  readonly unknownMs: number;
  /** How soon after a look that failed the next one may come. */
  readonly againMs: number;
  /** Both pages together. */
  readonly fetchMs: number;
};

export const usualKeyTimes: KeyTimes = {
  confirmMs: 60 * 60_000,
  goodForMs: 24 * 60 * 60_000,
  unknownMs: 60_000,
  againMs: 5_000,
  fetchMs: 10_000,
};

/** Microsoft's are some tens of kilobytes. */
const longestPage = 1024 * 1024;
const mostKeys = 200;
const weakestBits = 2048;

const metadataPage = z.object({ jwks_uri: z.string() });
const keysPage = z.object({ keys: z.array(z.unknown()).max(mostKeys) });
const teamsKey = z.object({
  kty: z.literal('RSA'),
  kid: z.string().min(1),
  use: z.literal('sig').optional(),
  n: z.string(),
  e: z.string(),
  // Microsoft's word that this key signs for Teams. A key without it signs for nobody here.
  endorsements: z.array(z.string()).refine((channels) => channels.includes('msteams')),
});

/**
 * The keys with which Microsoft signs calls from Teams, fetched when they are first needed, once for all who wait.
 * @param o.failed told of every look that came to nothing, with whether known keys go on
 */
export function createMicrosoftKeys(o: {
  readonly url: string;
  readonly wall: () => Date;
  readonly times: KeyTimes;
  readonly failed: (knownGoOn: boolean) => void;
}): MicrosoftKeys {
  const { times } = o;
  let known: ReadonlyMap<string, KeyObject> = new Map();
  let confirmedAt: number | undefined;
  let triedAt: number | undefined;
  let looking: Promise<void> | undefined;

  /** A clock that was set back counts as long ago too, or keys would be believed for ever. */
  const since = (at: number | undefined, ms: number) => at === undefined || Math.abs(o.wall().getTime() - at) >= ms;
  const believed = () => !since(confirmedAt, times.goodForMs);

  async function look(): Promise<void> {
    triedAt = o.wall().getTime();
    try {
      known = kept(await fetchKeys(o.url, AbortSignal.timeout(times.fetchMs)), known);
      confirmedAt = o.wall().getTime();
    } catch {
      // Which of the ways in which a page can be wrong it was helps nobody; that nobody is let in does.
      o.failed(believed());
    }
  }

  function lookUnlessTried(withinMs: number): Promise<void> {
    if (!looking && since(triedAt, withinMs)) {
      looking = look().finally(() => {
        looking = undefined;
      });
    }
    return looking ?? Promise.resolve();
  }

  return {
    async keyFor(keyId) {
      if (!believed()) await lookUnlessTried(times.againMs);
      if (!believed()) return 'out-of-reach';
      const key = known.get(keyId);
      if (key) {
        if (since(confirmedAt, times.confirmMs)) void lookUnlessTried(times.againMs);
        return key;
      }
      await lookUnlessTried(times.unknownMs);
      return known.get(keyId) ?? 'unknown';
    },
  };
}

/** The new keys, each as the object it already was where it is the same key. */
function kept(
  fetched: ReadonlyMap<string, KeyObject>,
  before: ReadonlyMap<string, KeyObject>,
): ReadonlyMap<string, KeyObject> {
  return new Map(
    [...fetched].map(([keyId, key]) => {
      const same = before.get(keyId);
      return [keyId, same?.equals(key) ? same : key];
    }),
  );
}

/** @throws when a page can't be had or read, or holds no key for Teams */
async function fetchKeys(url: string, signal: AbortSignal): Promise<ReadonlyMap<string, KeyObject>> {
  const { jwks_uri: address } = metadataPage.parse(await page(url, signal));
  // Keys that came unencrypted could be anybody's; tests have both pages on loopback.
  if (!address.startsWith('https://') && new URL(address).origin !== new URL(url).origin)
    throw new Error('The address of the keys is not https');
  const { keys } = keysPage.parse(await page(address, signal));
  const found = new Map<string, KeyObject>();
  for (const one of keys) {
    const jwk = teamsKey.safeParse(one).data;
    if (!jwk || found.has(jwk.kid)) continue;
    const key = createPublicKey({ key: { kty: jwk.kty, n: jwk.n, e: jwk.e }, format: 'jwk' });
    if ((key.asymmetricKeyDetails?.modulusLength ?? 0) >= weakestBits) found.set(jwk.kid, key);
  }
  if (found.size === 0) throw new Error('No key for Teams among them');
  return found;
}

async function page(url: string, signal: AbortSignal): Promise<unknown> {
  // A connection kept since the last look may be closing just as this one begins, and nothing tries again here.
  const headers = { accept: 'application/json', connection: 'close' };
  const response = await fetch(url, { signal, redirect: 'error', headers });
  if (!response.ok || !response.body) throw new Error(`The page answered ${response.status}`);
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of response.body as AsyncIterable<Uint8Array>) {
    length += part.length;
    if (length > longestPage) throw new Error('The page is too long');
    parts.push(part);
  }
  return JSON.parse(Buffer.concat(parts).toString('utf8'));
}
