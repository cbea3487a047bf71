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

/** An activity whose frame is as Teams sends it; everything else in it may be anything. */
export type FramedActivity = Readonly<Record<string, unknown>> & {
  readonly type: string;
  readonly channelId: 'msteams';
  readonly serviceUrl: string;
};

/** `why` is for the log, never for the caller. */
export type DoorVerdict =
  | { readonly ok: true; readonly municipality: Municipality; readonly activity: FramedActivity }
  | { readonly ok: false; readonly status: 400 | 401 | 403 | 413; readonly why: string };

const issuer = 'https://api.botframework.com';
const longestHeader = 8 * 1024;
const largestBody = 256 * 1024;
const bearer = /^Bearer ([A-Za-z0-9_-]+)\.([A-Za-z0-9_-]+)\.[A-Za-z0-9_-]+$/;

/**
 * The gate before the SDK: lets in only what has the shape of a call from Teams to one of our bots, for the municipality
 * that owns the bot. It proves nothing about the token's signature, which the SDK checks after it; it keeps from the SDK
 * what that accepts and must not (botbuilder 4.23.3): tokens of Entra itself (its "emulator" path, where the body names
 * the sender and the address the bot's token goes to), an empty service address, unsigned tokens that fill its memory.
 *
 * In development no token is asked and every activity belongs to the one municipality; addresses are loopback only.
 */
export function checkDoor(call: DoorCall, municipalities: readonly Municipality[], mode: DoorMode): DoorVerdict {
  if (call.bodyLength > largestBody) return refuse(413, 'body-size');

  const municipality = mode.development ? municipalities[0] : bearerOf(call.authorization, municipalities);
  if (!municipality) return refuse(401, 'token');

  const activity = call.body;
  if (!isRecord(activity)) return refuse(400, 'body');
  if (typeof activity.type !== 'string' || activity.type === '') return refuse(400, 'type');
  if (activity.channelId !== 'msteams') return refuse(403, 'channel');
  if (typeof activity.serviceUrl !== 'string' || !mode.serviceUrls.allows(activity.serviceUrl)) {
    return refuse(403, 'service-url');
  }
  if (!mode.development && !belongsTo(municipality, activity)) return refuse(403, 'tenant');
  return { ok: true, municipality, activity: activity as FramedActivity };
}

/** The municipality whose bot the token is for; undefined when it is no token from Teams to one of our bots. */
function bearerOf(header: string | undefined, municipalities: readonly Municipality[]): Municipality | undefined {
  if (header === undefined || header.length > longestHeader) return undefined;
  const parts = bearer.exec(header);
  const head = decode(parts?.[1]);
  const claims = decode(parts?.[2]);
  if (!head || !claims) return undefined;
  if (head.alg !== 'RS256' || typeof head.kid !== 'string' || claims.iss !== issuer) return undefined;
  const municipality = municipalities.find((one) => one.botId !== '' && one.botId === claims.aud);
  // The SDK remembers every unknown `tid` for ever, before it looks at the signature. Teams sends none.
  if (claims.tid !== undefined && claims.tid !== municipality?.tenantId) return undefined;
  return municipality;
}

function decode(part: string | undefined): Readonly<Record<string, unknown>> | undefined {
  if (part === undefined) return undefined;
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
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

function refuse(status: 400 | 401 | 403 | 413, why: string): DoorVerdict {
  return { ok: false, status, why };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
