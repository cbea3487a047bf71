import type { SendResult } from '../../bot/messages/port';
import type { TeamsDoorOptions } from '../../bot/msteams/door';
import type { ChatPlace } from '../../bot/turn';
import { type Connector, type Manner, startConnector } from './msteams-connector';
import { card, house, keptLog, openDevelopment, openSite, type Site, tenantId } from './msteams-door';
import { botId } from './msteams-keys';

let connector: Connector;
const open: Site[] = [];
const site = async (made: Promise<Site>): Promise<Site> => {
  open.push(await made);
  return made;
};
/** A door that checks tokens, and whose own token for Teams is `local`. */
const guarded = (more: Partial<TeamsDoorOptions> = {}) =>
  site(
    openSite({
      municipalities: [{ tenantId, botId, botSecret: 'secret' }],
      development: false,
      handler: house(),
      log: keptLog(),
      serviceUrlHosts: [connector.url],
      credentials: async () => 'local',
      times: { send: 300 },
      ...more,
    }),
  );

beforeEach(async () => {
  connector = await startConnector();
});
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
  await connector.close();
});

const place = (serviceUrl = connector.url): ChatPlace => ({
  conversationId: 'a:anna',
  serviceUrl,
  teamsUserId: '29:anna',
  botId: '28:bot',
});
const message = (serviceUrl?: string) => ({ tenantId, place: place(serviceUrl), card: card('hej'), summary: 'Hej' });

test('a post is one request with the card alone, its notification and the bot’s own token', async () => {
  const { door } = await guarded();
  expect(await door.port.post(message())).toEqual({ kind: 'sent', activityId: 'activity-1' });
  expect(connector.arrivals).toEqual([
    {
      method: 'POST',
      path: '/v3/conversations/a:anna/activities',
      authorization: 'Bearer local',
      body: {
        type: 'message',
        channelId: 'msteams',
        serviceUrl: connector.url,
        from: { id: '28:bot', name: '' },
        recipient: { id: '29:anna', name: '' },
        conversation: { id: 'a:anna', tenantId },
        summary: 'Hej',
        attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card('hej') }],
      },
    },
  ]);
});

test('an update is one request to the activity', async () => {
  const { door } = await guarded();
  connector.manner = () => ({ status: 200 });
  expect(await door.port.update({ ...message(), activityId: '1:x/y' })).toEqual({ kind: 'sent', activityId: '1:x/y' });
  expect(connector.arrivals).toMatchObject([{ method: 'PUT', path: '/v3/conversations/a:anna/activities/1:x/y' }]);
});

test('in development nothing is signed', async () => {
  const { door } = await site(openDevelopment(house()));
  expect(await door.port.post(message())).toMatchObject({ kind: 'sent' });
  expect(connector.arrivals[0]?.authorization).toBeUndefined();
});

describe('one call is one request, and its end says what is known', () => {
  const error = (status: number, code?: string, headers?: Record<string, string>): Manner => ({
    status,
    ...(code === undefined ? {} : { body: { error: { code, message: 'to 010165-1234' } } }),
    ...(headers ? { headers } : {}),
  });
  const cases: { name: string; manner: Manner; result: SendResult; updated?: SendResult }[] = [
    {
      name: 'accepted without an id',
      manner: { status: 202 },
      result: { kind: 'sent', activityId: '' },
      updated: { kind: 'sent', activityId: 'card-1' },
    },
    {
      name: 'accepted with a body that is no answer',
      manner: { status: 200, body: 'ok' },
      result: { kind: 'sent', activityId: '' },
      updated: { kind: 'sent', activityId: 'card-1' },
    },
    {
      name: 'accepted without a body',
      manner: { status: 204 },
      result: { kind: 'sent', activityId: '' },
      updated: { kind: 'sent', activityId: 'card-1' },
    },
    {
      name: 'accepted, and the id lost on the way',
      manner: 'half-an-answer',
      result: { kind: 'sent', activityId: '' },
      updated: { kind: 'sent', activityId: 'card-1' },
    },
    {
      name: 'blocked',
      manner: error(403, 'ConversationBlockedByUser'),
      result: { kind: 'refused', why: 'blocked', code: 'ConversationBlockedByUser' },
    },
    {
      name: 'writes blocked',
      manner: error(403, 'MessageWritesBlocked'),
      result: { kind: 'refused', why: 'blocked', code: 'MessageWritesBlocked' },
    },
    {
      name: 'forbidden without a reason',
      manner: error(403),
      result: { kind: 'refused', why: 'blocked', code: 'http-403' },
    },
    {
      name: 'not installed',
      manner: error(403, 'BotNotInConversationRoster'),
      result: { kind: 'refused', why: 'not-installed', code: 'BotNotInConversationRoster' },
    },
    {
      name: 'switched off',
      manner: error(403, 'BotDisabledByAdmin'),
      result: { kind: 'refused', why: 'not-installed', code: 'BotDisabledByAdmin' },
    },
    {
      name: 'no such conversation',
      manner: error(404, 'ConversationNotFound'),
      result: { kind: 'refused', why: 'not-installed', code: 'ConversationNotFound' },
    },
    {
      name: 'no such user',
      manner: error(404, 'UserNotFound'),
      result: { kind: 'refused', why: 'left', code: 'UserNotFound' },
    },
    {
      name: 'not found',
      manner: error(404),
      result: { kind: 'refused', why: 'not-installed', code: 'http-404' },
      updated: { kind: 'broken', code: 'http-404' },
    },
    {
      name: 'a deleted message',
      manner: error(404, 'ActivityNotFoundInConversation'),
      result: { kind: 'refused', why: 'not-installed', code: 'ActivityNotFoundInConversation' },
      updated: { kind: 'broken', code: 'ActivityNotFoundInConversation' },
    },
    { name: 'not let in', manner: error(401, 'BotNotRegistered'), result: { kind: 'retry', code: 'BotNotRegistered' } },
    { name: 'a failed precondition', manner: error(412), result: { kind: 'retry', code: 'http-412' } },
    {
      name: 'throttled',
      manner: error(429, undefined, { 'retry-after': '7' }),
      result: { kind: 'retry', code: 'http-429', afterMs: 7000 },
    },
    {
      name: 'throttled until a date',
      manner: error(429, undefined, {
        date: 'Sun, 22 Nov 2026 10:00:00 GMT',
        'retry-after': 'Sun, 22 Nov 2026 10:02:00 GMT',
      }),
      result: { kind: 'retry', code: 'http-429', afterMs: 120_000 },
    },
    {
      name: 'throttled until a date that has passed',
      manner: error(429, undefined, {
        date: 'Sun, 22 Nov 2026 10:00:00 GMT',
        'retry-after': 'Sun, 22 Nov 2026 09:00:00 GMT',
      }),
      result: { kind: 'retry', code: 'http-429', afterMs: 0 },
    },
    {
      name: 'throttled until nonsense',
      manner: error(429, undefined, { 'retry-after': 'soon' }),
      result: { kind: 'retry', code: 'http-429' },
    },
    { name: 'an error of Teams', manner: error(500), result: { kind: 'retry', code: 'http-500' } },
    { name: 'a bad gateway', manner: error(502), result: { kind: 'retry', code: 'http-502' } },
    {
      name: 'not available',
      manner: error(503, undefined, { 'retry-after': '1' }),
      result: { kind: 'retry', code: 'http-503', afterMs: 1000 },
    },
    { name: 'a gateway that waited too long', manner: error(504), result: { kind: 'retry', code: 'http-504' } },
    {
      name: 'too large',
      manner: error(413, 'MessageSizeTooBig'),
      result: { kind: 'broken', code: 'MessageSizeTooBig' },
    },
    { name: 'malformed', manner: error(400, 'BadSyntax'), result: { kind: 'broken', code: 'BadSyntax' } },
    {
      name: 'sent elsewhere',
      manner: error(307, undefined, { location: 'http://127.0.0.1:1/' }),
      result: { kind: 'broken', code: 'http-307' },
    },
    {
      name: 'a code that is a sentence',
      manner: error(403, 'to 010165-1234'),
      result: { kind: 'refused', why: 'blocked', code: 'http-403' },
    },
    { name: 'no answer', manner: 'hang', result: { kind: 'unsure', code: 'timeout' } },
    { name: 'a reset after the request', manner: 'reset', result: { kind: 'unsure', code: 'ECONNRESET' } },
  ];

  test.each(cases)('$name', async ({ manner, result, updated }) => {
    const { door } = await guarded();
    connector.manner = () => manner;
    expect(await door.port.post(message())).toEqual(result);
    expect(connector.arrivals).toHaveLength(1);
    expect(await door.port.update({ ...message(), activityId: 'card-1' })).toEqual(updated ?? result);
    expect(connector.arrivals).toHaveLength(2);
  });

  test('a reset before anything was read is never taken for sent', async () => {
    const { door } = await guarded();
    connector.deaf = true;
    // Which of the two is a matter of microseconds: whether the connection stood before it was reset.
    expect(['retry', 'unsure']).toContain((await door.port.post(message())).kind);
    expect(connector.arrivals).toEqual([]);
  });

  test('a handshake that fails: nothing was sent', async () => {
    const encrypted = connector.url.replace('http:', 'https:');
    const { door } = await guarded({ serviceUrlHosts: [encrypted] });
    expect(await door.port.post(message(encrypted))).toEqual({ kind: 'retry', code: 'EPROTO' });
    connector.deaf = true;
    expect(await door.port.post(message(encrypted))).toMatchObject({ kind: 'retry' });
    expect(connector.arrivals).toEqual([]);
  });

  test('nobody listens: nothing was sent', async () => {
    const { door } = await guarded();
    await connector.close();
    expect(await door.port.post(message())).toEqual({ kind: 'retry', code: 'ECONNREFUSED' });
  });

  test('a host without an address: nothing was sent', async () => {
    const nowhere = 'https://nobody.invalid';
    const { door } = await guarded({ serviceUrlHosts: [nowhere], times: { send: 5000 } });
    expect(await door.port.post(message(nowhere))).toMatchObject({
      kind: 'retry',
      code: expect.stringMatching(/^(ENOTFOUND|EAI_AGAIN)$/),
    });
  });

  test('a connection that was kept and is gone meanwhile is not used for a second try', async () => {
    const { door } = await guarded();
    await door.port.post(message());
    connector.manner = () => 'reset';
    expect(await door.port.post(message())).toEqual({ kind: 'unsure', code: 'ECONNRESET' });
    connector.manner = () => undefined;
    expect(await door.port.post(message())).toMatchObject({ kind: 'sent' });
    expect(connector.arrivals).toHaveLength(3);
  });
});

describe('without a token nothing is sent', () => {
  test.each([
    { name: 'Entra refuses', credentials: () => Promise.reject(new Error('secret')), code: 'token' },
    { name: 'Entra hangs', credentials: () => new Promise<string>(() => undefined), code: 'token-timeout' },
  ])('$name', async ({ credentials, code }) => {
    const { door } = await guarded({ credentials });
    expect(await door.port.post(message())).toEqual({ kind: 'retry', code });
    expect(connector.arrivals).toEqual([]);
  });

  test('a token that comes after the limit signs nothing', async () => {
    const late = withResolvers();
    const { door } = await guarded({ credentials: () => late.promise, times: { send: 50 } });
    expect(await door.port.post(message())).toEqual({ kind: 'retry', code: 'token-timeout' });
    late.resolve('local');
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(connector.arrivals).toEqual([]);
  });
});

describe('what can’t be sent is not tried', () => {
  test.each([
    { name: 'a foreign host', url: 'https://attacker.example/' },
    { name: 'a neighbour under the same domain', url: 'https://attacker.trafficmanager.net/' },
    { name: 'Teams’ host without encryption', url: 'http://smba.trafficmanager.net/' },
    { name: 'no address', url: '' },
  ])('$name', async ({ url }) => {
    const credentials = jest.fn(async () => 'local');
    const { door } = await guarded({ credentials });
    expect(await door.port.post(message(url))).toEqual({ kind: 'broken', code: 'service-url' });
    expect(credentials).not.toHaveBeenCalled();
  });

  test('an unknown municipality', async () => {
    const { door } = await guarded();
    expect(await door.port.post({ ...message(), tenantId: 'another' })).toEqual({
      kind: 'broken',
      code: 'unknown-tenant',
    });
  });

  test('a change of a message that Teams never named', async () => {
    const { door } = await guarded();
    expect(await door.port.update({ ...message(), activityId: '' })).toEqual({
      kind: 'broken',
      code: 'unnamed-activity',
    });
    expect(connector.arrivals).toEqual([]);
  });
});

test('many sends at once keep to their own outcome', async () => {
  const { door } = await guarded({ times: { send: 5000 } });
  connector.manner = ({ body }) => (body.summary === 'nej' ? { status: 403 } : undefined);
  const results = await Promise.all(
    Array.from({ length: 60 }, (_, n) => door.port.post({ ...message(), summary: n % 3 === 0 ? 'nej' : 'ja' })),
  );
  expect(connector.arrivals).toHaveLength(60);
  expect(results.map(({ kind }) => kind)).toEqual(
    Array.from({ length: 60 }, (_, n) => (n % 3 === 0 ? 'refused' : 'sent')),
  );
  const ids = results.flatMap((result) => (result.kind === 'sent' ? [result.activityId] : []));
  expect(new Set(ids).size).toBe(40);
});

function withResolvers(): { promise: Promise<string>; resolve: (value: string) => void } {
  let resolve: (value: string) => void = () => undefined;
  const promise = new Promise<string>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
