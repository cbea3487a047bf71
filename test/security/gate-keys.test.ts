import { usualKeyTimes } from '../../bot/msteams/microsoft-keys';
import { type Connector, type Manner, startConnector } from '../contracts/msteams-connector';
import { activity, house, keptLog, openSite, type Site, tenantId } from '../contracts/msteams-door';
import { botId, type Keys, type Signer, startKeys, token } from '../contracts/msteams-keys';
import { bearer } from './gate-probes';

const people = house();
const minute = 60_000;
const hour = 60 * minute;

let connector: Connector;
beforeAll(async () => {
  connector = await startConnector();
});
afterAll(() => connector.close());

/** A door with a page of keys of its own, and a clock that can be set. */
async function opened(before: (keys: Keys) => void = () => undefined) {
  const keys = await startKeys();
  before(keys);
  const log = keptLog();
  let ahead = 0;
  const site: Site = await openSite({
    municipalities: [{ tenantId, botId, botSecret: 'the-secret' }],
    development: false,
    handler: people,
    log,
    wall: () => new Date(Date.now() + ahead),
    serviceUrlHosts: [connector.url],
    openIdMetadataUrl: keys.url,
    credentials: async () => 'own-token',
    keyTimes: { fetchMs: 400 },
  });
  return {
    keys,
    log,
    looks: () => keys.asked.filter((path) => path !== '/keys').length,
    passes: (ms: number) => {
      ahead += ms;
    },
    /** The status that a call is answered with, of which the token is good for days unless `changes` say otherwise. */
    call: async (signer: Signer = 'teams', changes: Record<string, unknown> = {}) => {
      const made = token(connector.url, { exp: Math.floor(Date.now() / 1000) + 30 * 24 * 3600, ...changes }, signer);
      return (await site.call(activity(connector.url), bearer(made))).status;
    },
    again: async (made: string) => (await site.call(activity(connector.url), bearer(made))).status,
    settled: () => new Promise((resolve) => setTimeout(resolve, 60)),
    [Symbol.asyncDispose]: async () => {
      await site.close();
      await keys.close();
    },
  };
}

describe('when Microsoft changes its keys', () => {
  test('a new one is found by the first call that is signed with it', async () => {
    await using door = await opened();
    expect(await door.call()).toBe(200);
    door.keys.published = ['teams', 'next'];
    door.passes(minute);
    expect(await door.call('next')).toBe(200);
    expect(door.looks()).toBe(2);
  });

  test('key ids that are made up cause one look a minute, and no more', async () => {
    await using door = await opened();
    for (let n = 0; n < 20; n += 1) expect(await door.call('stranger')).toBe(401);
    expect(door.looks()).toBe(1);
    door.passes(minute - 1_000);
    expect(await door.call('stranger')).toBe(401);
    expect(door.looks()).toBe(1);
    door.passes(1_000);
    expect(await Promise.all([door.call('stranger'), door.call('stranger'), door.call()])).toEqual([401, 401, 200]);
    expect(door.looks()).toBe(2);
  });

  test('an old one ends within the hour, also for a token that was let in before', async () => {
    await using door = await opened();
    const made = token(connector.url, { exp: Math.floor(Date.now() / 1000) + 9 * 3600 });
    expect(await door.again(made)).toBe(200);
    door.keys.published = ['next'];
    door.passes(59 * minute);
    expect(await door.again(made)).toBe(200);
    door.passes(2 * minute);
    // This one starts the look, and is not held up by it.
    expect(await door.again(made)).toBe(200);
    await door.settled();
    expect(await door.again(made)).toBe(401);
    expect(await door.call('next')).toBe(200);
  });

  test('another key under an id that is known takes its place', async () => {
    await using door = await opened();
    const made = token(connector.url, { exp: Math.floor(Date.now() / 1000) + 9 * 3600 });
    expect(await door.again(made)).toBe(200);
    door.keys.manner = (path) =>
      path === '/keys' ? { status: 200, body: door.keys.page(['next'], 'teams') } : undefined;
    door.passes(hour);
    expect(await door.again(made)).toBe(200);
    await door.settled();
    expect(await door.again(made)).toBe(401);
    expect(await door.again(token(connector.url, { exp: 9_999_999_999 }, 'next', 'teams'))).toBe(200);
  });
});

describe('a token that was let in', () => {
  test('is good for as long as it says, and five minutes more', async () => {
    await using door = await opened();
    const made = token(connector.url, { exp: Math.floor(Date.now() / 1000) + 600 });
    expect(await door.again(made)).toBe(200);
    door.passes(14 * minute);
    expect(await door.again(made)).toBe(200);
    door.passes(2 * minute);
    expect(await door.again(made)).toBe(401);
  });

  test('is not good before its time when the clock is set back', async () => {
    await using door = await opened();
    const made = token(connector.url);
    expect(await door.again(made)).toBe(200);
    door.passes(-7 * minute);
    expect(await door.again(made)).toBe(401);
  });
});

const broken: readonly { readonly name: string; readonly manner: Manner | ((path: string) => Manner | undefined) }[] = [
  { name: 'an error instead of the metadata', manner: { status: 503 } },
  { name: 'an error instead of the keys', manner: (path) => (path === '/keys' ? { status: 500 } : undefined) },
  { name: 'no answer', manner: 'hang' },
  { name: 'a connection that breaks', manner: 'reset' },
  { name: 'no JSON object', manner: { status: 200, body: 'x' } },
  { name: 'no keys', manner: (path) => (path === '/keys' ? { status: 200, body: { keys: [] } } : undefined) },
  {
    name: 'somewhere else to look',
    manner: { status: 302, headers: { location: 'http://127.0.0.1:1/' } },
  },
  {
    name: 'an address of keys that is not safe',
    manner: (path) => (path === '/keys' ? undefined : { status: 200, body: { jwks_uri: 'http://127.0.0.1:1/keys' } }),
  },
  {
    name: 'a page of 2 MB',
    manner: (path) => (path === '/keys' ? { status: 200, body: { keys: [], more: 'x'.repeat(2e6) } } : undefined),
  },
];
const mannerOf = (manner: (typeof broken)[number]['manner']) => (typeof manner === 'function' ? manner : () => manner);

describe('when the keys cannot be had from the start, nobody is let in and the log says why', () => {
  test.each(broken)('$name', async ({ manner }) => {
    await using door = await opened((keys) => {
      keys.manner = mannerOf(manner);
    });
    expect(await door.call()).toBe(401);
    expect(door.log.lines).toMatchObject([
      { level: 'error', fields: { why: 'keys' }, text: "Microsoft's keys could not be had: nobody can be let in" },
      { level: 'warn', fields: { status: 401, why: 'keys' } },
    ]);
    const asked = door.keys.asked.length;
    expect(await door.call()).toBe(401);
    expect(door.keys.asked).toHaveLength(asked);

    door.keys.manner = () => undefined;
    door.passes(usualKeyTimes.againMs);
    expect(await door.call()).toBe(200);
    expect(people.turns.length).toBe(1);
  });
  beforeEach(() => {
    people.turns.length = 0;
  });
});

describe('when the keys cannot be had later, those that are known go on for a day', () => {
  test.each(broken)('$name', async ({ manner }) => {
    await using door = await opened();
    expect(await door.call()).toBe(200);
    door.keys.manner = mannerOf(manner);
    door.passes(2 * hour);
    expect(await door.call()).toBe(200);
    expect(await door.call('stranger')).toBe(401);
    await door.settled();
    door.passes(21 * hour);
    expect(await door.call()).toBe(200);
    expect(door.log.lines.filter(({ level }) => level === 'error')).toEqual([]);
    door.passes(hour);
    expect(await door.call()).toBe(401);
    expect(door.log.lines.filter(({ level }) => level === 'error')).not.toEqual([]);

    door.keys.manner = () => undefined;
    door.passes(usualKeyTimes.againMs);
    expect(await door.call()).toBe(200);
  });

  test('and a clock that was set back a week makes them no younger', async () => {
    await using door = await opened();
    expect(await door.call('teams', { nbf: 1 })).toBe(200);
    door.keys.manner = () => 'reset';
    door.passes(-7 * 24 * hour);
    expect(await door.call('teams', { nbf: 1 })).toBe(401);
  });
});
