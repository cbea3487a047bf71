import crypto from 'node:crypto';
import http from 'node:http';
import { close, listen, type Manner, urlOf } from './msteams-connector';

export const botId = '11111111-2222-4333-8444-555555555555';

/**
 * Whose key signs: Microsoft's own for Teams, the one that follows it, its key for another channel, one without
 * endorsements, one too short, or nobody's we know.
 */
export type Signer = 'teams' | 'next' | 'webchat' | 'silent' | 'short' | 'stranger';

const made = new Map<Signer, crypto.KeyPairKeyObjectResult>();
function pair(signer: Signer): crypto.KeyPairKeyObjectResult {
  const known = made.get(signer);
  if (known) return known;
  const fresh = crypto.generateKeyPairSync('rsa', { modulusLength: signer === 'short' ? 1024 : 2048 });
  made.set(signer, fresh);
  return fresh;
}

const encode = (text: string) => Buffer.from(text).toString('base64url');
const encodeJson = (part: unknown) => encode(JSON.stringify(part));

type Claims = Record<string, unknown>;

/** A token as Microsoft's service signs it for a call to our bot, with changes. */
export function token(
  serviceUrl: string,
  changes: Claims = {},
  signer: Signer = 'teams',
  keyId: string = signer,
): string {
  return signedToken({ alg: 'RS256', typ: 'JWT', kid: keyId }, claims(serviceUrl, changes), signer);
}

/** A token of any head and claims, also as the text of their JSON, with a signature that is right. */
export function signedToken(head: Claims | string, said: Claims | string, signer: Signer = 'teams'): string {
  const text = (part: Claims | string) => (typeof part === 'string' ? part : JSON.stringify(part));
  const signed = `${encode(text(head))}.${encode(text(said))}`;
  return `${signed}.${crypto.sign('sha256', Buffer.from(signed), pair(signer).privateKey).toString('base64url')}`;
}

/** A token with any header, signed by nobody, or with the public key as if it were a secret. */
export function forgedToken(serviceUrl: string, head: Record<string, unknown>): string {
  const signed = `${encodeJson({ typ: 'JWT', kid: 'teams', ...head })}.${encodeJson(claims(serviceUrl))}`;
  if (head.alg === 'none') return `${signed}.`;
  const secret = pair('teams').publicKey.export({ type: 'spki', format: 'pem' });
  return `${signed}.${crypto.createHmac('sha256', secret).update(signed).digest('base64url')}`;
}

/** What Microsoft's token for a call to our bot says, with changes; `undefined` leaves a claim out. */
export function claims(serviceUrl: string, changes: Claims = {}): Claims {
  const now = Math.floor(Date.now() / 1000);
  const usual = {
    iss: 'https://api.botframework.com',
    aud: botId,
    serviceurl: serviceUrl,
    nbf: now - 60,
    exp: now + 600,
  };
  return Object.fromEntries(Object.entries({ ...usual, ...changes }).filter(([, value]) => value !== undefined));
}

export type Keys = {
  readonly url: string;
  /** The pages that were asked for. */
  readonly asked: string[];
  /** Whose keys stand on the page. */
  published: readonly Signer[];
  /** A page of these keys, under another id than their own where one is given. */
  readonly page: (signers: readonly Signer[], keyId?: string) => unknown;
  /** How a page is given; without a rule as Microsoft does. */
  manner: (path: string) => Manner | undefined;
  close(): Promise<void>;
};

const endorsements: Readonly<Record<Signer, readonly string[] | undefined>> = {
  teams: ['msteams', 'skype'],
  next: ['msteams'],
  webchat: ['webchat'],
  silent: undefined,
  short: ['msteams'],
  stranger: ['msteams'],
};

/** Microsoft's page of keys on loopback. */
export async function startKeys(): Promise<Keys> {
  // Made now: a page that is asked for has a time limit.
  for (const signer of Object.keys(endorsements)) pair(signer as Signer);
  const server = http.createServer((request, response) => {
    const path = request.url ?? '';
    keys.asked.push(path);
    const manner = keys.manner(path) ?? {
      status: 200,
      body: path === '/keys' ? keysPage(keys.published) : metadataPage(),
    };
    if (manner === 'hang') return;
    if (typeof manner === 'string') return void request.socket.resetAndDestroy();
    response.writeHead(manner.status, { 'content-type': 'application/json', ...manner.headers });
    response.end(JSON.stringify(manner.body ?? {}));
  });
  const metadataPage = () => ({ issuer: 'https://api.botframework.com', jwks_uri: `${urlOf(server)}/keys` });
  const keysPage: Keys['page'] = (signers, keyId) => ({
    keys: signers.map((signer) => ({
      ...pair(signer).publicKey.export({ format: 'jwk' }),
      kid: keyId ?? signer,
      use: 'sig',
      endorsements: endorsements[signer],
    })),
  });
  await listen(server);
  const keys: Keys = {
    url: `${urlOf(server)}/.well-known/openidconfiguration`,
    asked: [],
    page: keysPage,
    published: ['teams', 'webchat', 'silent', 'short'],
    manner: () => undefined,
    close: () => close(server),
  };
  return keys;
}
