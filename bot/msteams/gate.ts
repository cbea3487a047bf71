import { type ReadToken, readToken } from './read-token';
import type { ServiceUrls } from './service-urls';

/** A municipality and its own app registration. `botId` and `botSecret` are empty in development. */
export type Municipality = { readonly tenantId: string; readonly botId: string; readonly botSecret: string };

/** What stands at the door: the Authorization header and the parsed body; `bodyLength` in bytes, as it came. */
export type DoorCall = {
  readonly authorization?: string | undefined;
  readonly body: unknown;
  readonly bodyLength: number;
};

export type DoorMode = { readonly development: boolean; readonly serviceUrls: ServiceUrls };

/** A token of the right shape, for one of our bots; its signature and its time are still to be proved. */
export type ProvableToken = { readonly raw: string; readonly keyId: string; readonly botId: string };

/** Who is called, and the token that is to prove by whom; none in development. */
export type Caller = { readonly municipality: Municipality; readonly token: ProvableToken | undefined };

/** An activity whose frame is as Teams sends it; everything else in it may be anything. */
export type FramedActivity = Readonly<Record<string, unknown>> & {
  readonly type: string;
  readonly channelId: 'msteams';
  readonly serviceUrl: string;
};

type Refusal = { readonly ok: false; readonly status: 400 | 401 | 403 | 413; readonly why: string };

/** `why` is for the log, never for the caller. */
export type DoorVerdict = ({ readonly ok: true; readonly activity: FramedActivity } & Caller) | Refusal;

export const issuer = 'https://api.botframework.com';
const largestBody = 256 * 1024;
/** Cards and their answers are a dozen levels deep; what walks a body from here on may do so by recursion. */
const deepestBody = 64;

/**
 * The gate before the SDK: lets in only what has the shape of a call from Teams to one of our bots, for the municipality
 * that owns the bot. It proves nothing about the token's signature (`createTokenCheck` does); it turns away what the
 * SDK itself accepts and must not (botbuilder 4.23.3): tokens of Entra (its "emulator" path, where the body names the
 * sender and the address the bot's token goes to), and an empty service address.
 *
 * In development no token is asked and every activity belongs to the one municipality; addresses are loopback only.
 */
export function checkDoor(call: DoorCall, municipalities: readonly Municipality[], mode: DoorMode): DoorVerdict {
  if (call.bodyLength > largestBody) return refuse(413, 'body-size');

  const caller = callerOf(call.authorization, municipalities, mode);
  if (!caller) return refuse(401, 'token');

  const activity = call.body;
  if (!isRecord(activity)) return refuse(400, 'body');
  if (isDeeperThan(deepestBody, activity)) return refuse(413, 'body-depth');
  if (typeof activity.type !== 'string' || activity.type === '') return refuse(400, 'type');
  if (activity.channelId !== 'msteams') return refuse(403, 'channel');
  if (typeof activity.serviceUrl !== 'string' || !mode.serviceUrls.allows(activity.serviceUrl)) {
    return refuse(403, 'service-url');
  }
  if (!mode.development && !belongsTo(caller.municipality, activity)) return refuse(403, 'tenant');
  return { ok: true, ...caller, activity: activity as FramedActivity };
}

/** Who is called, by the header alone; undefined when it is no token from Teams to one of our bots. */
export function callerOf(
  authorization: string | undefined,
  municipalities: readonly Municipality[],
  mode: DoorMode,
): Caller | undefined {
  if (mode.development) return municipalities[0] && { municipality: municipalities[0], token: undefined };
  const token = readToken(authorization);
  return token && calledBy(token, municipalities);
}

function calledBy({ raw, head, claims }: ReadToken, municipalities: readonly Municipality[]): Caller | undefined {
  if (head.alg !== 'RS256' || typeof head.kid !== 'string' || claims.iss !== issuer) return undefined;
  const municipality = municipalities.find((one) => one.botId !== '' && one.botId === claims.aud);
  if (!municipality) return undefined;
  // Teams names no tenant and no app. A token that does is another's: a bot's to a bot, or one of Entra's making.
  if (claims.tid !== undefined && claims.tid !== municipality.tenantId) return undefined;
  if ([claims.appid, claims.azp].some((app) => app !== undefined && app !== municipality.botId)) return undefined;
  return { municipality, token: { raw, keyId: head.kid, botId: municipality.botId } };
}

/** The token names no tenant: the activity must, and every place where it does must name the bot's own. */
function belongsTo(municipality: Municipality, activity: Readonly<Record<string, unknown>>): boolean {
  const tenant = isRecord(activity.channelData) ? activity.channelData.tenant : undefined;
  const named = [
    isRecord(activity.conversation) ? activity.conversation.tenantId : undefined,
    isRecord(tenant) ? tenant.id : undefined,
  ].filter((id) => id !== undefined && id !== null);
  const own = municipality.tenantId.toLowerCase();
  return named.length > 0 && named.every((id) => typeof id === 'string' && id.toLowerCase() === own);
}

/** Level by level, since what is to be found out is whether recursion is safe. */
function isDeeperThan(levels: number, value: unknown): boolean {
  let level = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > levels) return true;
    level = level.flatMap((one) => (typeof one === 'object' && one !== null ? Object.values(one) : []));
  }
  return false;
}

function refuse(status: Refusal['status'], why: string): Refusal {
  return { ok: false, status, why };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
