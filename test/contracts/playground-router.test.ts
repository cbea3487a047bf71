import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parse } from 'yaml';
import { type Router, startRouter } from '../../playground/router';
import { seatFile } from '../../playground/seat-file';
import type { StagePerson } from '../../stage/chat';

const carla = 'a0000000-0000-4000-8000-000000000001';
const daniel = 'a0000000-0000-4000-8000-000000000026';
const away = 'a0000000-0000-4000-8000-000000000099';

type Call = { method: string; path: string; body: unknown };
type Place = { url: string; calls: Call[]; close(): Promise<void> };

/** Somebody who takes calls and says who took them. */
async function open(name: string, status = 200): Promise<Place> {
  const calls: Call[] = [];
  const server: Server = createServer(async (incoming: IncomingMessage, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk);
    const text = Buffer.concat(chunks).toString('utf8');
    calls.push({
      method: incoming.method ?? '',
      path: incoming.url ?? '',
      body: text === '' ? undefined : JSON.parse(text),
    });
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify({ id: name }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = () => {
    server.closeAllConnections();
    return new Promise<void>((resolve) => server.close(() => resolve()));
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, calls, close };
}

let bot: Place;
let carlas: Place;
let daniels: Place;
let router: Router;

beforeEach(async () => {
  [bot, carlas, daniels] = await Promise.all([open('bot', 202), open('carlas', 201), open('daniels', 201)]);
  const seats = [
    { entraId: carla, locale: 'da', url: carlas.url },
    { entraId: daniel, locale: 'en', url: daniels.url },
    { entraId: away, url: 'http://127.0.0.1:9' },
  ];
  router = await startRouter({ port: 0, botUrl: bot.url, seats: () => seats });
});
afterEach(() => Promise.all([router.stop(), bot.close(), carlas.close(), daniels.close()]));

async function call(method: string, path: string, body?: unknown) {
  const answer = await fetch(`${router.url}${path}`, {
    method,
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  return { status: answer.status, body: (await answer.json()) as { id?: string; error?: { code: string } } };
}
const chatOf = (entraId: string) => `/v3/conversations/${encodeURIComponent(`a:${entraId}`)}/activities`;

describe('what the bot sends', () => {
  test('goes to the Playground of the person whose chat it is, and to no other', async () => {
    const sent = { type: 'message', text: 'Hej Daniel. Æblegrød.' };
    expect(await call('POST', chatOf(daniel), sent)).toEqual({ status: 201, body: { id: 'daniels' } });
    expect(daniels.calls).toEqual([{ method: 'POST', path: `/_connector${chatOf(daniel)}`, body: sent }]);
    expect(carlas.calls).toEqual([]);
  });

  test('also where it changes a card, reads who is there, or takes a message away', async () => {
    await call('PUT', `${chatOf(carla)}/17`, { type: 'message' });
    await call('GET', `/v3/conversations/19%3Agroup-${carla}/members/29:${daniel}`);
    await call('DELETE', `${chatOf(carla)}/17`);
    expect(carlas.calls.map(({ method, path }) => `${method} ${path}`)).toEqual([
      `PUT /_connector${chatOf(carla)}/17`,
      `GET /_connector/v3/conversations/19%3Agroup-${carla}/members/29:${daniel}`,
      `DELETE /_connector${chatOf(carla)}/17`,
    ]);
    expect(daniels.calls).toEqual([]);
  });

  test('opens a chat at the Playground of whom it is with', async () => {
    const wanted = { isGroup: false, members: [{ id: `29:${carla}` }] };
    expect(await call('POST', '/v3/conversations', wanted)).toEqual({ status: 201, body: { id: 'carlas' } });
    expect(carlas.calls).toEqual([{ method: 'POST', path: '/_connector/v3/conversations', body: wanted }]);
  });

  test.each([
    ['to somebody without a Playground', 'POST', chatOf('a0000000-0000-4000-8000-000000000002'), {}, 404],
    ['to a chat whose name cannot be read', 'POST', '/v3/conversations/%E0%A4%A/activities', {}, 404],
    [
      'to open a chat with somebody without a Playground',
      'POST',
      '/v3/conversations',
      { members: [{ id: '29:x' }] },
      400,
    ],
    ['to open a chat with nobody', 'POST', '/v3/conversations', { members: [] }, 400],
    ['to open a chat with a body that is no JSON', 'POST', '/v3/conversations', '{', 400],
    ['for anything else', 'GET', '/v3/attachments/1', undefined, 404],
    ['to a Playground that is not running', 'POST', chatOf(away), {}, 502],
    ['with far too much at once', 'POST', chatOf(carla), `"${'x'.repeat(1024 * 1024)}"`, 413],
  ])('is told so when it calls %s', async (_what, method, path, body, status) => {
    const answer = await call(method, path, body);
    expect(answer.status).toBe(status);
    expect(answer.body.error?.code).toEqual(expect.any(String));
    expect([...carlas.calls, ...daniels.calls]).toEqual([]);
  });
});

describe('what a person does', () => {
  const said = (entraId: string) => ({
    type: 'message',
    text: 'hjælp',
    locale: 'en-US',
    from: { id: `29:${entraId}`, aadObjectId: entraId },
  });

  test('goes to the bot in the language of their Teams', async () => {
    expect(await call('POST', '/api/messages', said(carla))).toEqual({ status: 202, body: { id: 'bot' } });
    await call('POST', '/api/messages', said(daniel));
    expect(bot.calls).toEqual([
      { method: 'POST', path: '/api/messages', body: { ...said(carla), locale: 'da-DK' } },
      { method: 'POST', path: '/api/messages', body: { ...said(daniel), locale: 'en-US' } },
    ]);
  });

  test.each([
    ['is no JSON', '{', 400],
    ['names nobody', { type: 'message' }, 400],
    ['comes from somebody without a Playground', said('b0000000'), 403],
  ])('does not reach the bot when it %s', async (_what, body, status) => {
    expect((await call('POST', '/api/messages', body)).status).toBe(status);
    expect(bot.calls).toEqual([]);
  });
});

describe('the settings of a Playground', () => {
  const person = (n: number): StagePerson => ({
    entraId: `a0000000-0000-4000-8000-00000000000${n}`,
    name: `Person ${n}`,
    title: '',
    department: '',
    email: `person${n}@example.dk`,
  });
  const all = [1, 2, 3, 4, 5, 6, 7].map(person);

  test('every conversation carries its person, and five others are there', () => {
    const [me] = all as [StagePerson];
    const file = parse(seatFile({ person: me, colleagues: all, tenantId: 'tenant' }));
    expect(file.currentUser).toMatchObject({ name: 'Person 1', aadObjectId: me.entraId, givenName: 'Person' });
    expect(file.users.map((one: { name: string }) => one.name)).toEqual([2, 3, 4, 5, 6].map((n) => `Person ${n}`));
    const ids = [file.personalChat.id, file.groupChat.id, file.team.id, file.team.channels[0].id];
    expect(ids.filter((id) => !id.includes(me.entraId))).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('cannot be made where there are not five', () => {
    const [me] = all as [StagePerson];
    expect(() => seatFile({ person: me, colleagues: all.slice(0, 5), tenantId: 'tenant' })).toThrow('5');
  });
});
