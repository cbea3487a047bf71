import { createHash, type KeyObject } from 'node:crypto';
import { errors, jwtVerify } from 'jose';
import { issuer, type ProvableToken } from './gate';
import type { MicrosoftKeys } from './microsoft-keys';

/** `token`: whoever called is not Teams. `keys`: nobody can be let in, since Microsoft's keys could not be had. */
export type Proof =
  /** `serviceUrl`: the address for which Microsoft signed the token. */
  { readonly ok: true; readonly serviceUrl: string } | { readonly ok: false; readonly why: 'token' | 'keys' };

export type TokenCheck = {
  /** Whether Microsoft signed this token for calls to this bot, and it is its time. */
  verify(token: ProvableToken): Promise<Proof>;
  /** How many tokens are remembered. */
  readonly remembered: () => number;
};

/** How far Microsoft's clock may be from ours, in seconds; its own measure. */
const toleranceSeconds = 5 * 60;
/** A token lasts an hour and serves many calls; there are a few at a time for each municipality. */
const mostRemembered = 1_000;

type Verified = {
  readonly key: KeyObject;
  readonly serviceUrl: string;
  readonly notBefore: number;
  readonly expires: number;
};

/**
 * Checks tokens, and remembers those that were Microsoft's for as long as they and their key last: by hash, so that none
 * can be read out of memory, and never one that failed, so that nobody can fill it.
 */
export function createTokenCheck(o: { readonly keys: MicrosoftKeys; readonly wall: () => Date }): TokenCheck {
  const remembered = new Map<string, Verified>();

  function remember(hash: string, verified: Verified, now: number): void {
    if (remembered.size >= mostRemembered) {
      for (const [one, { expires }] of remembered) if (expires + toleranceSeconds <= now) remembered.delete(one);
    }
    const [oldest] = remembered.keys();
    if (remembered.size >= mostRemembered && oldest !== undefined) remembered.delete(oldest);
    remembered.set(hash, verified);
  }

  return {
    remembered: () => remembered.size,
    async verify({ raw, keyId, botId }) {
      const key = await o.keys.keyFor(keyId);
      if (key === 'unknown') return { ok: false, why: 'token' };
      if (key === 'out-of-reach') return { ok: false, why: 'keys' };
      const now = o.wall();
      const seconds = Math.floor(now.getTime() / 1000);
      const hash = createHash('sha256').update(raw).digest('base64');
      const before = remembered.get(hash);
      if (before?.key === key && isItsTime(before, seconds)) return { ok: true, serviceUrl: before.serviceUrl };
      remembered.delete(hash);
      try {
        const { payload } = await jwtVerify(raw, key, {
          algorithms: ['RS256'],
          issuer,
          audience: botId,
          requiredClaims: ['exp', 'nbf', 'serviceurl'],
          clockTolerance: toleranceSeconds,
          currentDate: now,
        });
        const { serviceurl: serviceUrl, nbf, exp } = payload;
        if (typeof serviceUrl !== 'string' || nbf === undefined || exp === undefined)
          return { ok: false, why: 'token' };
        remember(hash, { key, serviceUrl, notBefore: nbf, expires: exp }, seconds);
        return { ok: true, serviceUrl };
      } catch (error) {
        if (error instanceof errors.JOSEError) return { ok: false, why: 'token' };
        throw error;
      }
    },
  };
}

function isItsTime({ notBefore, expires }: Verified, now: number): boolean {
  return notBefore <= now + toleranceSeconds && now < expires + toleranceSeconds;
}
