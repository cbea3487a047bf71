import { createRequire } from 'node:module';
import { createTeamsDoor, type TeamsDoorOptions } from '../../bot/msteams/door';
import { createMicrosoftKeys, usualKeyTimes } from '../../bot/msteams/microsoft-keys';
import { createTokenCheck } from '../../bot/msteams/verify-token';
import { activity, keptLog, tenantId } from '../contracts/msteams-door';
import { botId, startKeys, token } from '../contracts/msteams-keys';
import { type Quantiles, quantiles } from './quantiles';

const CALLS = 600;
const WARM_UP = 100;
/** No call leaves: the house of this measurement says nothing. */
const SERVICE_URL = 'http://127.0.0.1:1';
const wall = () => new Date();
let signed = 0;
/** No two are the same: those signed within a second would be. */
const fresh = () => token(SERVICE_URL, { jti: `${++signed}` });

/** Milliseconds a call. */
export type GateCost = {
  /** The whole door, with a token signed anew for each call, with one token for all, and in development mode without any. */
  readonly guarded: Quantiles;
  readonly remembered: Quantiles;
  readonly open: Quantiles;
  /**
   * Processor time of the check of a new token alone: ours, and the one that the SDK would make in its place. Not how long it
   * took: ours is done beside the thread that answers people, and waits for its turn there.
   */
  readonly check: { readonly ours: number; readonly sdk: number };
};

/**
 * What checking the token costs a call, with Microsoft's keys on loopback: the door for the same text and a house that
 * does nothing, and the check by itself.
 * @throws when a call is turned away
 */
export async function gateCost(): Promise<GateCost> {
  const keys = await startKeys();
  const guarded = {
    municipalities: [{ tenantId, botId, botSecret: 'secret' }],
    development: false,
    serviceUrlHosts: [SERVICE_URL],
    credentials: async () => 'token',
    openIdMetadataUrl: keys.url,
  };
  const open = { municipalities: [{ tenantId, botId: '', botSecret: '' }], development: true };
  const one = token(SERVICE_URL);
  try {
    return {
      guarded: await throughDoor(guarded, fresh),
      remembered: await throughDoor(guarded, () => one),
      open: await throughDoor(open),
      check: { ours: await processorMs(ownCheck(keys.url)), sdk: await processorMs(sdkCheck(keys.url)) },
    };
  } finally {
    await keys.close();
  }
}

async function throughDoor(
  o: Omit<TeamsDoorOptions, 'handler' | 'log' | 'wall'>,
  tokenOf?: () => string,
): Promise<Quantiles> {
  const handler = { handle: async () => ({}), answered: async () => undefined };
  const door = createTeamsDoor({ ...o, handler, log: keptLog(), wall });
  let count = 0;
  const took = await measured(async () => {
    const body = activity(SERVICE_URL, { id: `incoming-${++count}` });
    const headers = tokenOf ? { authorization: `Bearer ${tokenOf()}` } : {};
    const bodyLength = JSON.stringify(body).length;
    return async () => {
      const { status } = (await door.admit({ headers })) ?? (await door.receive({ headers, body, bodyLength }));
      return status === 200;
    };
  });
  await door.close();
  return took;
}

/** Prepares a call outside the time that counts; the call says whether it was let in. */
type Call = (raw: string) => Promise<() => Promise<boolean>>;

async function measured(call: Call): Promise<Quantiles> {
  const took: number[] = [];
  for (let n = 0; n < WARM_UP + CALLS; n += 1) {
    const prepared = await call(fresh());
    const began = performance.now();
    const isIn = await prepared();
    if (n >= WARM_UP) took.push(performance.now() - began);
    if (!isIn) throw new Error('A good call was turned away');
  }
  return quantiles(took);
}

async function processorMs(call: Call): Promise<number> {
  const prepare = async (count: number) => {
    const calls: (() => Promise<boolean>)[] = [];
    for (let n = 0; n < count; n += 1) calls.push(await call(fresh()));
    return calls;
  };
  for (const one of await prepare(WARM_UP)) await one();
  const calls = await prepare(CALLS);
  const before = process.cpuUsage();
  for (const one of calls) if (!(await one())) throw new Error('A good token was turned away');
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000 / CALLS;
}

function ownCheck(url: string): Call {
  const keys = createMicrosoftKeys({ url, wall, times: usualKeyTimes, failed: () => undefined });
  const check = createTokenCheck({ keys, wall });
  return async (raw) => async () => (await check.verify({ raw, keyId: 'teams', botId })).ok;
}

/** The SDK is known to one folder only; what is measured here is what it would do there. */
function sdkCheck(url: string): Call {
  const { ConfigurationBotFrameworkAuthentication } = createRequire(require.resolve('../../bot/msteams/adapter'))(
    'botbuilder',
  );
  const sdk = new ConfigurationBotFrameworkAuthentication({
    MicrosoftAppId: botId,
    MicrosoftAppPassword: 'secret',
    MicrosoftAppTenantId: tenantId,
    MicrosoftAppType: 'SingleTenant',
    CallerId: 'urn:botframework:azure',
    OAuthUrl: 'https://api.botframework.com',
    ToBotFromChannelTokenIssuer: 'https://api.botframework.com',
    ToChannelFromBotOAuthScope: 'https://api.botframework.com',
    ToChannelFromBotLoginUrl: `https://login.microsoftonline.com/${tenantId}`,
    ValidateAuthority: true,
    ToBotFromChannelOpenIdMetadataUrl: url,
    ToBotFromEmulatorOpenIdMetadataUrl: url,
  });
  return async (raw) => async () => {
    const { claimsIdentity } = await sdk.authenticateRequest(activity(SERVICE_URL), `Bearer ${raw}`);
    return claimsIdentity.isAuthenticated;
  };
}
