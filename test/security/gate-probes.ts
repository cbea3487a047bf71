import { activity, tenantId } from '../contracts/msteams-door';
import { botId, claims, forgedToken, signedToken, token } from '../contracts/msteams-keys';

export const otherBot = 'aaaaaaaa-2222-4333-8444-555555555555';
export const otherTenant = '99999999-0000-4000-8000-000000000002';

/** Where the bot under probe is: an address that its answers may go to, and one that is somebody else's. */
export type Place = { readonly serviceUrl: string; readonly foreignUrl: string };

/** What is sent; an `authorization` of two is the header twice. The rest is as Teams sends it. */
export type Thrown = { readonly authorization?: string | readonly string[]; readonly body?: unknown };

export type Probe = {
  readonly name: string;
  readonly status: 400 | 401 | 403 | 413;
  readonly thrown: (at: Place) => Thrown;
};

export const bearer = (made: string) => `Bearer ${made}`;

const withHeader = (name: string, made: (at: Place) => string): Probe => ({
  name,
  status: 401,
  thrown: (at) => ({ authorization: made(at) }),
});
const withClaims = (name: string, changes: Record<string, unknown>): Probe =>
  withHeader(name, (at) => bearer(token(at.serviceUrl, changes)));
const withBody = (name: string, status: Probe['status'], body: (at: Place) => unknown): Probe => ({
  name,
  status,
  thrown: (at) => ({ authorization: bearer(token(at.serviceUrl)), body: body(at) }),
});

const seconds = Math.floor(Date.now() / 1000);
const entra = (tid: string, more: Record<string, unknown> = {}) => ({
  iss: `https://login.microsoftonline.com/${tid}/v2.0`,
  tid,
  ver: '2.0',
  azp: botId,
  ...more,
});
const head = { alg: 'RS256', typ: 'JWT', kid: 'teams' };
/** The JSON of the claims with one more at its end, or its start: also one that is there already. */
const said = (at: Place, first: string, last = '') =>
  JSON.stringify(claims(at.serviceUrl)).replace('{', `{${first}`).replace(/\}$/, `${last}}`);

const headers: readonly Probe[] = [
  { name: 'no header', status: 401, thrown: () => ({}) },
  withHeader('an empty header', () => ''),
  withHeader('garbage', () => 'Bearer abc'),
  withHeader('the scheme in lower case', (at) => `bearer ${token(at.serviceUrl)}`),
  withHeader('another scheme', (at) => `Basic ${token(at.serviceUrl)}`),
  withHeader('two tokens in one header', (at) => `${bearer(token(at.serviceUrl))}, ${bearer(token(at.serviceUrl))}`),
  {
    name: 'the header twice, the good one first',
    status: 401,
    thrown: (at) => ({ authorization: [bearer(token(at.serviceUrl)), 'Bearer abc'] }),
  },
  {
    name: 'the header twice, the good one last',
    status: 401,
    thrown: (at) => ({ authorization: ['Bearer abc', bearer(token(at.serviceUrl))] }),
  },
  {
    name: 'the same good header twice',
    status: 401,
    thrown: (at) => ({ authorization: [bearer(token(at.serviceUrl)), bearer(token(at.serviceUrl))] }),
  },
  withHeader('a header of 9 KB', (at) => bearer(token(at.serviceUrl, { filling: 'x'.repeat(7000) }))),
  { name: 'an empty body without a token', status: 401, thrown: () => ({ body: {} }) },
];

const signatures: readonly Probe[] = [
  withHeader('alg none', (at) => bearer(forgedToken(at.serviceUrl, { alg: 'none' }))),
  withHeader('alg none with a signature', (at) => bearer(signedToken({ ...head, alg: 'none' }, claims(at.serviceUrl)))),
  withHeader('HS256 with the public key for a secret', (at) => bearer(forgedToken(at.serviceUrl, { alg: 'HS256' }))),
  withHeader('RS256 said, HMAC done', (at) => bearer(forgedToken(at.serviceUrl, { alg: 'RS256' }))),
  withHeader('PS256', (at) => bearer(signedToken({ ...head, alg: 'PS256' }, claims(at.serviceUrl)))),
  withHeader('the algorithm twice', (at) =>
    bearer(signedToken('{"alg":"none","kid":"teams","alg":"RS256"}', claims(at.serviceUrl))),
  ),
  withHeader('an address of keys in the header', (at) =>
    bearer(forgedToken(at.serviceUrl, { alg: 'RS256', jku: at.foreignUrl, x5u: at.foreignUrl, kid: 'x' })),
  ),
  withHeader('something in the header that must be understood', (at) =>
    bearer(signedToken({ ...head, crit: ['exp'] }, claims(at.serviceUrl))),
  ),
  withHeader('a payload that is not encoded', (at) =>
    bearer(signedToken({ ...head, b64: false, crit: ['b64'] }, claims(at.serviceUrl))),
  ),
  withHeader('no key id', (at) => bearer(signedToken({ alg: 'RS256' }, claims(at.serviceUrl)))),
  withHeader('a key id out of a prototype', (at) => bearer(token(at.serviceUrl, {}, 'teams', '__proto__'))),
  withHeader('signed by a stranger under Microsoft’s key id', (at) =>
    bearer(token(at.serviceUrl, {}, 'stranger', 'teams')),
  ),
  withHeader('an unknown key', (at) => bearer(token(at.serviceUrl, {}, 'stranger'))),
  withHeader('a key for another channel', (at) => bearer(token(at.serviceUrl, {}, 'webchat'))),
  withHeader('a key without endorsements', (at) => bearer(token(at.serviceUrl, {}, 'silent'))),
  withHeader('a key of 1024 bits', (at) => bearer(token(at.serviceUrl, {}, 'short'))),
  withHeader('a good token with another’s signature', (at) => {
    const [first, second] = [token(at.serviceUrl), token(at.serviceUrl, { nbf: seconds - 61 })];
    return bearer(`${first.slice(0, first.lastIndexOf('.'))}${second.slice(second.lastIndexOf('.'))}`);
  }),
];

const whatIsSaid: readonly Probe[] = [
  withClaims('a bot we do not serve', { aud: 'bbbbbbbb-0000-0000-0000-000000000000' }),
  withClaims('no bot', { aud: undefined }),
  withClaims('a list of bots, of one', { aud: [botId] }),
  withClaims('a list of bots, with ours', { aud: ['bbbbbbbb-0000-0000-0000-000000000000', botId] }),
  withClaims('another issuer', { iss: 'https://evil.example' }),
  withClaims('the issuer with a slash', { iss: 'https://api.botframework.com/' }),
  withClaims('no issuer', { iss: undefined }),
  withClaims('expired ten minutes ago', { nbf: seconds - 4000, exp: seconds - 600 }),
  withClaims('no end', { exp: undefined }),
  withClaims('an end that is a word', { exp: '9999999999' }),
  withClaims('not valid yet', { nbf: seconds + 900, exp: seconds + 4000 }),
  withClaims('no beginning', { nbf: undefined }),
  withClaims('Entra’s token of the own tenant', entra(tenantId)),
  withClaims('Entra’s token of the own tenant, version 1', {
    ...entra(tenantId),
    iss: `https://sts.windows.net/${tenantId}/`,
    ver: '1.0',
    azp: undefined,
    appid: botId,
  }),
  withClaims('Entra’s token of a foreign tenant', entra(otherTenant)),
  withClaims('a token of the right issuer that names a foreign tenant', { tid: otherTenant }),
  withClaims('another bot’s token', { ver: '1.0', appid: 'x' }),
  withClaims('another bot’s token, version 2', { ver: '2.0', azp: otherBot }),
  withClaims('the appid of an anonymous skill', { appid: 'AnonymousSkill' }),
  withHeader('two audiences, ours last', (at) => bearer(signedToken(head, said(at, '"aud":"another",')))),
  withHeader('two audiences, ours first', (at) => bearer(signedToken(head, said(at, '', ',"aud":"another"')))),
  withHeader('the audience twice, in two spellings', (at) =>
    bearer(signedToken(head, said(at, `"\\u0061ud":"${botId}",`))),
  ),
  withHeader('two ends', (at) => bearer(signedToken(head, said(at, '"exp":1,')))),
  withHeader('something twice, deep down', (at) => bearer(signedToken(head, said(at, '"a":[{"b":{"c":1,"c":2}}],')))),
];

const addresses: readonly Probe[] = [
  withHeader('for another service address', () => bearer(token('https://smba.trafficmanager.net/elsewhere/'))),
  withHeader('for a foreign service address', (at) => bearer(token(at.foreignUrl))),
  withClaims('for no service address', { serviceurl: undefined }),
  withClaims('for an empty service address', { serviceurl: '' }),
  withClaims('for a list of service addresses', { serviceurl: ['https://smba.trafficmanager.net/'] }),
  withHeader('two service addresses', (at) => bearer(signedToken(head, said(at, `"serviceurl":"${at.foreignUrl}",`)))),
  {
    name: 'a foreign service address, in token and body',
    status: 403,
    thrown: (at) => ({ authorization: bearer(token(at.foreignUrl)), body: activity(at.foreignUrl) }),
  },
  withBody('a foreign service address, in the body', 403, (at) => activity(at.foreignUrl)),
  withBody('an empty service address', 403, () => activity('')),
  {
    name: 'an empty service address, in token and body',
    status: 403,
    thrown: () => ({ authorization: bearer(token('')), body: activity('') }),
  },
  withBody('no service address', 403, (at) => ({ ...activity(at.serviceUrl), serviceUrl: undefined })),
  withBody('a list of service addresses', 403, (at) => ({ ...activity(''), serviceUrl: [at.serviceUrl] })),
];

const bodies: readonly Probe[] = [
  withBody('another channel', 403, (at) => activity(at.serviceUrl, { channelId: 'directline' })),
  withBody('the channel that the SDK checks by other rules', 403, (at) =>
    activity(at.serviceUrl, { channelId: 'AseChannel' }),
  ),
  withBody('another tenant we serve', 403, (at) =>
    activity(at.serviceUrl, { channelData: { tenant: { id: otherTenant } } }),
  ),
  {
    name: 'another municipality’s bot',
    status: 403,
    thrown: (at) => ({
      authorization: bearer(token(at.serviceUrl, { aud: otherBot })),
      body: activity(at.serviceUrl),
    }),
  },
  withBody('no tenant', 403, (at) => activity(at.serviceUrl, { channelData: {}, conversation: { id: 'a:1' } })),
  withBody('an empty body', 400, () => ({})),
  withBody('null', 400, () => null),
  withBody('a list', 400, () => []),
  withBody('no JSON', 400, () => 'no json'),
  withBody('a body of 300 KB', 413, (at) => activity(at.serviceUrl, { text: 'x'.repeat(300_000) })),
  withBody('JSON of 100,000 levels', 413, (at) =>
    JSON.stringify(activity(at.serviceUrl, { value: '@' })).replace('"@"', '['.repeat(1e5) + ']'.repeat(1e5)),
  ),
  withBody('JSON of 40,000 levels', 413, (at) =>
    JSON.stringify(activity(at.serviceUrl, { value: '@' })).replace('"@"', `${'{"a":'.repeat(4e4)}1${'}'.repeat(4e4)}`),
  ),
  withBody('JSON that is nothing but depth', 400, () => '['.repeat(2e5)),
];

/** All that is not the one right form, and what it is answered with. */
export const probes: readonly Probe[] = [...headers, ...signatures, ...whatIsSaid, ...addresses, ...bodies];
