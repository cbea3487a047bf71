import crypto from 'node:crypto';
import http from 'node:http';
import jwt from 'jsonwebtoken';
import { close, listen, urlOf } from './msteams-connector';

export const botId = '11111111-2222-3333-4444-555555555555';

const microsoft = crypto.generateKeyPairSync('rsa', { modulusLength: 2048 });
const stranger = crypto.generateKeyPairSync('rsa', { modulusLength: 2048 });

/** Whose key signs: Microsoft's own for Teams, its key for another channel, or nobody's we know. */
export type Signer = 'teams' | 'webchat' | 'stranger';
const keys = { teams: microsoft, webchat: crypto.generateKeyPairSync('rsa', { modulusLength: 2048 }), stranger };

export type Claims = Record<string, unknown>;

/** A token as Microsoft's service signs it for a call to our bot, with changes. */
export function token(
  serviceUrl: string,
  changes: Claims = {},
  signer: Signer = 'teams',
  keyId: string = signer,
): string {
  return jwt.sign(claims(serviceUrl, changes), keys[signer].privateKey, { algorithm: 'RS256', keyid: keyId });
}

/** A token with any header, signed by nobody, or with the public key as if it were a secret. */
export function forgedToken(serviceUrl: string, head: Record<string, unknown>): string {
  const encode = (part: unknown) => Buffer.from(JSON.stringify(part)).toString('base64url');
  const signed = `${encode({ typ: 'JWT', kid: 'teams', ...head })}.${encode(claims(serviceUrl))}`;
  if (head.alg === 'none') return `${signed}.`;
  const secret = microsoft.publicKey.export({ type: 'spki', format: 'pem' });
  return `${signed}.${crypto.createHmac('sha256', secret).update(signed).digest('base64url')}`;
}

function claims(serviceUrl: string, changes: Claims = {}): Claims {
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

/** Microsoft's page of keys on loopback. The SDK remembers keys by address: one server for each test that needs its own. */
export async function startKeys(): Promise<{ readonly url: string; close(): Promise<void> }> {
  const publicKey = (signer: Signer, endorsements: string[]) => ({
    ...keys[signer].publicKey.export({ format: 'jwk' }),
    kid: signer,
    use: 'sig',
    alg: 'RS256',
    endorsements,
  });
  const server = http.createServer((request, response) => {
    const page =
      request.url === '/keys'
        ? { keys: [publicKey('teams', ['msteams']), publicKey('webchat', ['webchat'])] }
        : { issuer: 'https://api.botframework.com', jwks_uri: `${urlOf(server)}/keys` };
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(page));
  });
  await listen(server);
  return { url: `${urlOf(server)}/.well-known/openidconfiguration`, close: () => close(server) };
}
