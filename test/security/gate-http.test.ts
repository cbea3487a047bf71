import { createRequire } from 'node:module';
import type { Log } from '../../bot/msteams/door';
import { type Connector, startConnector } from '../contracts/msteams-connector';
import { activity, house, keptLog, openSite, outCard, type Site, tenantId } from '../contracts/msteams-door';
import { botId, forgedToken, startKeys, token } from '../contracts/msteams-keys';

const otherBot = 'aaaaaaaa-2222-3333-4444-555555555555';
const otherTenant = '99999999-0000-0000-0000-000000000002';

let connector: Connector;
let foreign: Connector;
let keys: Awaited<ReturnType<typeof startKeys>>;
let site: Site;
let log: Log & { lines: readonly unknown[] };
const people = house(() => ({ post: [outCard('hej')] }));

const openGuarded = (openIdMetadataUrl: string, kept: Log) =>
  openSite({
    municipalities: [
      { tenantId, botId, botSecret: 'the-secret' },
      { tenantId: otherTenant, botId: otherBot, botSecret: 'the-secret' },
    ],
    development: false,
    handler: people,
    log: kept,
    serviceUrlHosts: [connector.url],
    openIdMetadataUrl,
    credentials: async ({ botId: of }) => `own-token-of-${of}`,
    times: { authenticate: 500 },
  });

beforeAll(async () => {
  [connector, foreign, keys] = await Promise.all([startConnector(), startConnector(), startKeys()]);
  log = keptLog();
  site = await openGuarded(keys.url, log);
});
afterAll(async () => {
  await site.close();
  await Promise.all([connector.close(), foreign.close(), keys.close()]);
});
beforeEach(() => {
  people.turns.length = 0;
  connector.arrivals.length = 0;
  // botbuilder writes what it thinks of a bad token to the console.
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterEach(() => jest.restoreAllMocks());

const bearer = (made: string) => `Bearer ${made}`;

test('a call from Teams is worked, and answered with the bot’s own token', async () => {
  expect(await site.call(activity(connector.url), bearer(token(connector.url)))).toMatchObject({
    status: 200,
    text: '',
  });
  expect(people.turns).toMatchObject([{ tenantId }]);
  expect(connector.arrivals).toMatchObject([{ authorization: `Bearer own-token-of-${botId}` }]);
});

test('each municipality is answered by its own bot', async () => {
  const made = token(connector.url, { aud: otherBot });
  const here = { conversation: { id: 'a:1', conversationType: 'personal', tenantId: otherTenant }, channelData: {} };
  expect((await site.call(activity(connector.url, here), bearer(made))).status).toBe(200);
  expect(people.turns).toMatchObject([{ tenantId: otherTenant }]);
  expect(connector.arrivals).toMatchObject([{ authorization: `Bearer own-token-of-${otherBot}` }]);
});

test('a clock that runs five minutes ahead of Microsoft’s is no reason to refuse', async () => {
  const now = Math.floor(Date.now() / 1000);
  const made = token(connector.url, { nbf: now - 4000, exp: now - 120 });
  expect((await site.call(activity(connector.url), bearer(made))).status).toBe(200);
});

describe('everything else is turned away, and no token of ours goes anywhere', () => {
  const now = Math.floor(Date.now() / 1000);
  const entra = (tid: string) => ({
    iss: `https://login.microsoftonline.com/${tid}/v2.0`,
    tid,
    ver: '2.0',
    azp: botId,
    serviceurl: undefined,
  });
  type Attempt = { name: string; status: number; header?: () => string; body?: () => unknown };
  const good = () => bearer(token(connector.url));
  test.each<Attempt>([
    { name: 'no header', status: 401 },
    { name: 'garbage', status: 401, header: () => 'Bearer abc' },
    { name: 'the scheme in lower case', status: 401, header: () => `bearer ${token(connector.url)}` },
    { name: 'alg none', status: 401, header: () => bearer(forgedToken(connector.url, { alg: 'none' })) },
    {
      name: 'HS256 with the public key for a secret',
      status: 401,
      header: () => bearer(forgedToken(connector.url, { alg: 'HS256' })),
    },
    { name: 'RS256 said, HMAC done', status: 401, header: () => bearer(forgedToken(connector.url, { alg: 'RS256' })) },
    {
      name: 'a key in the header',
      status: 401,
      header: () => bearer(forgedToken(connector.url, { alg: 'RS256', jku: foreign.url, kid: 'x' })),
    },
    {
      name: 'signed by a stranger under Microsoft’s key id',
      status: 401,
      header: () => bearer(token(connector.url, {}, 'stranger', 'teams')),
    },
    { name: 'an unknown key', status: 401, header: () => bearer(token(connector.url, {}, 'stranger')) },
    { name: 'a key for another channel', status: 401, header: () => bearer(token(connector.url, {}, 'webchat')) },
    {
      name: 'another bot',
      status: 401,
      header: () => bearer(token(connector.url, { aud: 'bbbbbbbb-0000-0000-0000-000000000000' })),
    },
    { name: 'a list of bots', status: 401, header: () => bearer(token(connector.url, { aud: [botId] })) },
    {
      name: 'another issuer',
      status: 401,
      header: () => bearer(token(connector.url, { iss: 'https://evil.example' })),
    },
    {
      name: 'expired ten minutes ago',
      status: 401,
      header: () => bearer(token(connector.url, { nbf: now - 4000, exp: now - 600 })),
    },
    {
      name: 'not valid yet',
      status: 401,
      header: () => bearer(token(connector.url, { nbf: now + 900, exp: now + 4000 })),
    },
    {
      name: 'for another service address',
      status: 401,
      header: () => bearer(token('https://smba.trafficmanager.net/')),
    },
    {
      name: 'for no service address',
      status: 401,
      header: () => bearer(token(connector.url, { serviceurl: undefined })),
    },
    {
      name: 'Entra’s token of the own tenant',
      status: 401,
      header: () => bearer(token(connector.url, entra(tenantId))),
    },
    {
      name: 'Entra’s token of a foreign tenant',
      status: 401,
      header: () => bearer(token(connector.url, entra(otherTenant))),
    },
    {
      name: 'another bot’s token',
      status: 401,
      header: () => bearer(token(connector.url, { ver: '1.0', appid: 'x' })),
    },
    {
      name: 'the appid of an anonymous skill',
      status: 401,
      header: () => bearer(token(connector.url, { appid: 'AnonymousSkill' })),
    },
    {
      name: 'a header of 9 KB',
      status: 401,
      header: () => bearer(token(connector.url, { filling: 'x'.repeat(7000) })),
    },
    {
      name: 'a foreign service address, in token and body',
      status: 403,
      header: () => bearer(token(foreign.url)),
      body: () => activity(foreign.url),
    },
    { name: 'an empty service address', status: 403, header: good, body: () => activity('') },
    {
      name: 'no service address',
      status: 403,
      header: good,
      body: () => ({ ...activity(connector.url), serviceUrl: undefined }),
    },
    {
      name: 'another channel',
      status: 403,
      header: good,
      body: () => activity(connector.url, { channelId: 'directline' }),
    },
    {
      name: 'another tenant we serve',
      status: 403,
      header: good,
      body: () => activity(connector.url, { channelData: { tenant: { id: otherTenant } } }),
    },
    {
      name: 'no tenant',
      status: 403,
      header: good,
      body: () => activity(connector.url, { channelData: {}, conversation: { id: 'a:1' } }),
    },
    { name: 'an empty body', status: 400, header: good, body: () => ({}) },
    { name: 'null', status: 400, header: good, body: () => null },
    { name: 'a list', status: 400, header: good, body: () => [] },
    { name: 'no JSON', status: 400, header: good, body: () => 'no json' },
    { name: 'an empty body without a token', status: 401, body: () => ({}) },
    {
      name: 'a body of 300 KB',
      status: 413,
      header: good,
      body: () => activity(connector.url, { text: 'x'.repeat(300_000) }),
    },
  ])('$status: $name', async ({ status, header, body }) => {
    const answer = await site.call(body ? body() : activity(connector.url), header?.());
    const error = { 400: 'bad-request', 401: 'unauthorized', 403: 'forbidden', 413: 'too-large' }[status];
    expect(answer).toMatchObject({ status, body: { error }, text: JSON.stringify({ error }) });
    expect(people.turns).toEqual([]);
    expect(connector.arrivals).toEqual([]);
    expect(foreign.arrivals).toEqual([]);
  });
});

test('a thousand forged tokens, each with a tenant of its own, leave nothing behind in the SDK', async () => {
  // The SDK's list of issuers belongs to the whole process.
  const ofTheSdk = createRequire(require.resolve('../../bot/msteams/adapter'));
  const { ToBotFromBotOrEmulatorTokenValidationParameters: parameters } = ofTheSdk(
    'botframework-connector/lib/auth/tokenValidationParameters',
  );
  const before = parameters.issuer.length;
  for (let n = 0; n < 1000; n += 1) {
    const headers = { authorization: bearer(token(connector.url, { tid: `tenant-${n}` }, 'stranger', 'teams')) };
    const { status } = await site.door.receive({ headers, body: activity(connector.url), bodyLength: 700 });
    expect(status).toBe(401);
  }
  expect(parameters.issuer).toHaveLength(before);
});

test('after all of it a call from Teams is still worked, and the log holds neither token nor secret', async () => {
  expect((await site.call(activity(connector.url), bearer(token(connector.url)))).status).toBe(200);
  const written = JSON.stringify(log.lines);
  expect(written).not.toMatch(/eyJ|the-secret|own-token/);
  expect(written).toContain('service-url');
});

describe('when Microsoft’s keys can’t be had, nobody is let in and the log says why', () => {
  test.each([
    { name: 'nobody listens', url: async () => 'http://127.0.0.1:1/' },
    { name: 'an error instead of keys', url: async () => misbehaving({ status: 503 }) },
    { name: 'no answer', url: async () => misbehaving('hang') },
    { name: 'no JSON', url: async () => misbehaving({ status: 200, body: 'x' }) },
  ])('$name', async ({ url }) => {
    const kept = keptLog();
    const down = await openGuarded(await url(), kept);
    try {
      const answer = await down.call(activity(connector.url), bearer(token(connector.url)));
      expect(answer).toMatchObject({ status: 401, text: '{"error":"unauthorized"}' });
      expect(kept.lines).toMatchObject([{ level: 'error', fields: { why: 'keys' } }]);
      expect(people.turns).toEqual([]);
    } finally {
      await down.close();
    }
  });

  const spoiled: Connector[] = [];
  afterAll(() => Promise.all(spoiled.map((one) => one.close())));
  async function misbehaving(manner: ReturnType<Connector['manner']>): Promise<string> {
    const made = await startConnector();
    spoiled.push(made);
    made.manner = () => manner;
    return `${made.url}/`;
  }
});

describe('a door that would stand open is not built', () => {
  const bot = { tenantId, botId, botSecret: 's' };
  const open = { ...bot, botId: '', botSecret: '' };
  test.each([
    { name: 'no municipality', municipalities: [], development: false },
    { name: 'no bot id', municipalities: [open], development: false },
    { name: 'no secret', municipalities: [{ ...bot, botSecret: '' }], development: false },
    { name: 'two of one tenant', municipalities: [bot, { ...bot, botId: otherBot }], development: false },
    { name: 'two of one bot', municipalities: [bot, { ...bot, tenantId: otherTenant }], development: false },
    { name: 'development without a municipality', municipalities: [], development: true },
    { name: 'development with two', municipalities: [open, { ...open, tenantId: otherTenant }], development: true },
    { name: 'development with a real bot', municipalities: [bot], development: true },
  ])('$name', async ({ municipalities, development }) => {
    await expect(openSite({ municipalities, development, handler: people, log })).rejects.toThrow(/unicipalit/);
  });
});
