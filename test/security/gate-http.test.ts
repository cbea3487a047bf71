import type { Log } from '../../bot/msteams/door';
import { type Connector, startConnector } from '../contracts/msteams-connector';
import { activity, house, keptLog, openSite, outCard, type Site, tenantId } from '../contracts/msteams-door';
import { botId, type Keys, startKeys, token } from '../contracts/msteams-keys';
import { bearer, otherBot, otherTenant, probes } from './gate-probes';
import { throwAt } from './gate-throw';

let connector: Connector;
let foreign: Connector;
let keys: Keys;
let site: Site;
let log: Log & { lines: readonly unknown[] };
const people = house(() => ({ post: [outCard('hej')] }));

beforeAll(async () => {
  [connector, foreign, keys] = await Promise.all([startConnector(), startConnector(), startKeys()]);
  log = keptLog();
  site = await openSite({
    municipalities: [
      { tenantId, botId, botSecret: 'the-secret' },
      { tenantId: otherTenant, botId: otherBot, botSecret: 'the-secret' },
    ],
    development: false,
    handler: people,
    log,
    serviceUrlHosts: [connector.url],
    openIdMetadataUrl: keys.url,
    credentials: async ({ botId: of }) => `own-token-of-${of}`,
  });
});
afterAll(async () => {
  await site.close();
  await Promise.all([connector.close(), foreign.close(), keys.close()]);
});
beforeEach(() => {
  people.turns.length = 0;
  connector.arrivals.length = 0;
});
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
  test.each(probes)('$status: $name', async ({ status, thrown }) => {
    const answer = await throwAt(
      site.port,
      thrown({ serviceUrl: connector.url, foreignUrl: foreign.url }),
      connector.url,
    );
    const error = { 400: 'bad-request', 401: 'unauthorized', 403: 'forbidden', 413: 'too-large' }[status];
    expect(answer).toEqual({ status, text: JSON.stringify({ error }) });
    expect(people.turns).toEqual([]);
    expect(connector.arrivals).toEqual([]);
    expect(foreign.arrivals).toEqual([]);
  });
});

test('after all of it a call from Teams is still worked, and the log holds neither token nor secret', async () => {
  expect((await site.call(activity(connector.url), bearer(token(connector.url)))).status).toBe(200);
  const written = JSON.stringify(log.lines);
  expect(written).not.toMatch(/eyJ|the-secret|own-token/);
  expect(written).toContain('service-url');
});

test('nobody but the gate asked for the keys, and once, however many key ids are made up', () => {
  expect(keys.asked).toEqual(['/.well-known/openidconfiguration', '/keys']);
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
