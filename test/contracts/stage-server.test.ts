import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { StagePerson } from '../../stage/connector';
import type { StageEvent } from '../../stage/page-api';
import { type Stage, startStage } from '../../stage/server';

type Activity = { type: string; serviceUrl: string; conversation: { id: string }; text?: string };

const people: StagePerson[] = [
  { entraId: 'bo', name: 'Bo Holm', title: 'Jobkonsulent', department: 'Job', email: 'bo@example.dk' },
  { entraId: 'kim', name: 'Kim Lind', title: 'Leder', department: 'Familie', email: 'kim@example.dk' },
];
const card = {
  type: 'AdaptiveCard',
  version: '1.5',
  body: [],
  actions: [{ type: 'Action.Execute', title: 'Ja', verb: 'yes' }],
};

let folder: string;
let stage: Stage;
let botServer: Server;
let botPort: number;
let received: Activity[];
let botNow: string;
let moves: unknown[];
let outbox: unknown[];

async function bodyOf(incoming: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk);
  return chunks.length === 0 ? undefined : JSON.parse(Buffer.concat(chunks).toString('utf8'));
}
const say = (activity: Activity, message: Record<string, unknown>) =>
  fetch(`${activity.serviceUrl}/v3/conversations/${activity.conversation.id}/activities`, {
    method: 'POST',
    body: JSON.stringify({ type: 'message', ...message }),
  });

/** A bot in development mode, as small as can be. */
function wakeBot(): Promise<void> {
  botServer = createServer(async (incoming, response) => {
    const json = (body: unknown) => response.end(JSON.stringify(body));
    const body = (await bodyOf(incoming)) as Activity & { to?: string };
    const { pathname, searchParams } = new URL(incoming.url ?? '/', 'http://bot');
    if (pathname === '/dev/waiting') return json({ people: [{ entraId: 'bo', waiting: 2 }] });
    if (pathname === '/dev/messages') {
      return json({
        messages: outbox.filter((message) => (message as { n: number }).n > Number(searchParams.get('after'))),
      });
    }
    if (pathname === '/dev/clock' && incoming.method === 'POST') {
      moves.push(body);
      botNow = body.to ?? '2026-12-03T07:00:00.000Z';
      const [met] = received;
      if (met) await say(met, { text: 'på vejen' });
      return json({ now: botNow, sent: met ? 1 : 0 });
    }
    if (pathname === '/dev/clock') return json({ now: botNow, nextDue: { at: '2026-12-02T07:00:00Z', for: ['kim'] } });
    received.push(body);
    if (body.text === 'vent') await new Promise((resolve) => setTimeout(resolve, 50));
    if (body.text === 'kort') {
      await say(body, {
        summary: 'Kort',
        attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }],
      });
    }
    if (body.text === 'brev') {
      const content = { description: 'Et brev', sizeInBytes: 4, acceptContext: { verb: 'letter' }, declineContext: {} };
      const contentType = 'application/vnd.microsoft.teams.card.file.consent';
      await say(body, { attachments: [{ contentType, name: 'Brev.pdf', content }] });
    }
    if (body.type !== 'invoke') return response.end();
    json({ statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: 'Gemt' });
  });
  return new Promise((resolve) => botServer.listen(botPort, '127.0.0.1', resolve));
}

async function ask(name: string, body: unknown) {
  const response = await fetch(`${stage.url}/api/${name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

/** What the page is told, for as long as `until` does not hold. */
async function listen(until: (event: StageEvent) => boolean): Promise<StageEvent[]> {
  const closing = new AbortController();
  const response = await fetch(`${stage.url}/api/events`, { signal: closing.signal });
  const events: StageEvent[] = [];
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of response.body ?? []) {
    rest += decoder.decode(chunk as Uint8Array, { stream: true });
    const parts = rest.split('\n\n');
    rest = parts.pop() ?? '';
    for (const part of parts) {
      const line = part.split('\n').find((one) => one.startsWith('data: '));
      if (line) events.push(JSON.parse(line.slice(6)) as StageEvent);
    }
    if (events.some(until)) break;
  }
  closing.abort();
  return events;
}
const awake = (event: StageEvent) => (event.type === 'bot' || event.type === 'stage') && event.bot.awake;

beforeAll(async () => {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  botPort = (probe.address() as AddressInfo).port;
  await new Promise((resolve) => probe.close(resolve));
  folder = mkdtempSync(join(tmpdir(), 'stage-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const start = () =>
  startStage({
    port: 0,
    botUrl: `http://127.0.0.1:${botPort}`,
    people,
    tenantId: 't',
    historyFile: join(folder, 'history.jsonl'),
  });

beforeEach(async () => {
  received = [];
  moves = [];
  outbox = [];
  botNow = '2026-12-01T07:00:00.000Z';
  rmSync(join(folder, 'history.jsonl'), { force: true });
  await wakeBot();
  stage = await start();
});
afterEach(async () => {
  await stage.stop();
  botServer.closeAllConnections();
  await new Promise((resolve) => botServer.close(resolve));
});

test('the page is whole, from this machine alone, and may run nothing else', async () => {
  const page = await fetch(stage.url);
  const policy = page.headers.get('content-security-policy') ?? '';
  expect(policy).toContain("script-src 'self'");
  expect(policy).not.toContain('unsafe');
  const html = await page.text();
  expect(html).not.toMatch(/https?:\/\//);
  for (const [path, type] of [
    ['/main.js', 'text/javascript'],
    ['/main.css', 'text/css'],
  ] as const) {
    expect(html).toContain(path);
    const file = await fetch(`${stage.url}${path}`);
    expect([file.status, file.headers.get('content-type')]).toEqual([200, `${type}; charset=utf-8`]);
    const text = await file.text();
    expect(text.length).toBeGreaterThan(1_000);
    if (type === 'text/css') expect(text).not.toMatch(/url\(|@import/);
  }
  expect((await fetch(`${stage.url}/../package.json`)).status).toBe(404);
});

test.each([
  {
    name: 'another site’s page',
    headers: { origin: 'http://example.dk', 'content-type': 'application/json' },
    status: 403,
  },
  {
    name: 'another name for this machine',
    headers: { host: 'example.dk', 'content-type': 'application/json' },
    status: 403,
  },
  { name: 'a form', headers: { 'content-type': 'text/plain' }, status: 415 },
])('$name may ask for nothing', async ({ headers, status }) => {
  const answer = await new Promise<number | undefined>((resolve, reject) => {
    const asking = request(`${stage.url}/api/say`, { method: 'POST', headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    asking.once('error', reject);
    asking.end(JSON.stringify({ entraId: 'bo', text: 'hej' }));
  });
  expect(answer).toBe(status);
  expect(received).toEqual([]);
});

test('opening a chat meets the bot once, and hands over what stands there', async () => {
  await listen(awake);
  expect(await ask('open', { entraId: 'bo' })).toEqual({ status: 200, body: { messages: [] } });
  expect(received.map((activity) => activity.type).sort()).toEqual(['conversationUpdate', 'installationUpdate']);
  await ask('say', { entraId: 'bo', text: ' hej ' });
  expect((await ask('open', { entraId: 'bo' })).body).toMatchObject({ messages: [{ from: 'person', text: 'hej' }] });
  expect(received.at(-1)).toMatchObject({ type: 'message', text: 'hej' });
  expect(received).toHaveLength(3);
});

test('a file is taken, or not wanted, from the page', async () => {
  await ask('say', { entraId: 'bo', text: 'brev' });
  const messageId = stage.connector.chat('bo')[1]?.id;
  expect(await ask('file', { entraId: 'bo', messageId, accepted: true })).toEqual({ status: 200, body: { ok: true } });
  await ask('file', { entraId: 'bo', messageId, accepted: false });
  expect(received.slice(-2)).toMatchObject([
    { name: 'fileConsent/invoke', value: { action: 'accept', context: { verb: 'letter' } } },
    { name: 'fileConsent/invoke', value: { action: 'decline' } },
  ]);
  expect((await ask('file', { entraId: 'bo', messageId: 'none', accepted: true })).status).toBe(422);
});

test('an e-mail to somebody who is not on the stage stands in the log', async () => {
  const sent = { at: '2026-12-01T07:00:00Z', kind: 'external-invitation', channel: 'mail', status: 'delivered' };
  outbox = [{ n: 1, entraId: null, ...sent, reason: null }];
  const shows = (event: StageEvent) =>
    (event.type === 'bot' || event.type === 'stage') && event.bot.outbox.some((one) => one.entraId === null);
  expect((await listen(shows)).some(shows)).toBe(true);
});

test('a press goes to the bot with the data as the page merged them, and its answer comes back', async () => {
  await ask('say', { entraId: 'bo', text: 'kort' });
  const message = stage.connector.chat('bo')[1];
  const press = {
    entraId: 'bo',
    messageId: message?.id,
    type: 'Action.Execute',
    verb: 'yes',
    title: 'Ja',
    data: { a: '1' },
  };
  expect(await ask('press', press)).toEqual({ status: 200, body: { status: 200, kind: 'message', text: 'Gemt' } });
  expect(received.at(-1)).toMatchObject({
    replyToId: message?.id,
    value: { action: { verb: 'yes', data: { a: '1' } } },
  });
  await ask('press', { ...press, type: 'Action.Submit', verb: undefined });
  expect(received.at(-1)).toMatchObject({ type: 'message', value: { a: '1' } });
});

test('the page is told of everything as it happens', async () => {
  outbox = [{ n: 1, at: botNow, entraId: 'bo', kind: 'digest', channel: 'teams', status: 'queued', reason: null }];
  await listen(awake);
  const hearing = listen((event) => event.type === 'chat' && 'text' in event.news && event.news.text === 'hej');
  await new Promise((resolve) => setTimeout(resolve, 50));
  await ask('say', { entraId: 'kim', text: 'hej' });
  const [first, ...later] = await hearing;
  expect(first).toMatchObject({
    type: 'stage',
    people: [{ entraId: 'bo', presence: 'never', blocked: false }, { entraId: 'kim' }],
    bot: { awake: true, waiting: { bo: 2 }, outbox: [{ n: 1, status: 'queued' }] },
  });
  expect(later).toContainEqual(expect.objectContaining({ type: 'chat', entraId: 'kim' }));

  outbox = [{ ...(outbox[0] as object), status: 'delivered' }];
  await listen(
    (event) => (event.type === 'bot' || event.type === 'stage') && event.bot.outbox[0]?.status === 'delivered',
  );
});

test('the clock moves the bot’s, in Danish time, and what comes on the way stands at its own time', async () => {
  await listen(awake);
  await ask('open', { entraId: 'bo' });
  expect(await ask('clock', { day: '2026-12-02', time: '08:30' })).toMatchObject({ status: 200, body: { sent: 1 } });
  await ask('clock', { to: 'due' });
  await ask('clock', { to: 'working-day' });
  expect(moves).toEqual([{ to: '2026-12-02T07:30:00.000Z' }, { next: 'due' }, { next: 'working-day' }]);
  const [first, last] = [stage.connector.chat('bo')[0], stage.connector.chat('bo').at(-1)];
  expect(first?.at.slice(0, 16)).toBe('2026-12-02T07:30');
  expect(last?.at.slice(0, 16)).toBe('2026-12-03T07:00');
  expect(await ask('clock', { day: '2026-12-01', time: '08:30' })).toMatchObject({
    status: 422,
    body: { problem: 'clock-only-forward' },
  });
});

test('blocking and removing are the person’s to do', async () => {
  await listen(awake);
  await ask('open', { entraId: 'bo' });
  await ask('presence', { entraId: 'bo', to: 'blocked' });
  const refused = await fetch(`${stage.connector.url}/v3/conversations/a:bo/activities`, {
    method: 'POST',
    body: '{}',
  });
  expect(refused.status).toBe(403);
  await ask('presence', { entraId: 'bo', to: 'removed' });
  expect(await ask('say', { entraId: 'bo', text: 'hej' })).toMatchObject({ status: 422 });
  const [told] = await listen(() => true);
  expect(told).toMatchObject({ people: [{ entraId: 'bo', presence: 'removed', blocked: true }, {}] });
});

test('a bot that is away is a state the page comes back from by itself, and history stays over restarts', async () => {
  await listen(awake);
  await ask('open', { entraId: 'bo' });
  await ask('say', { entraId: 'bo', text: 'hej' });
  await stage.stop();
  botServer.closeAllConnections();
  await new Promise((resolve) => botServer.close(resolve));

  stage = await start();
  expect(await ask('open', { entraId: 'bo' })).toMatchObject({ status: 200, body: { messages: [{ text: 'hej' }] } });
  expect(await ask('open', { entraId: 'kim' })).toMatchObject({ status: 200, body: { messages: [] } });
  expect(await ask('say', { entraId: 'bo', text: 'er du der?' })).toMatchObject({ status: 422 });
  const waking = listen(awake);
  await wakeBot();
  const [asleep] = await waking;
  expect(asleep).toMatchObject({ type: 'stage', bot: { awake: false } });
  expect(await ask('say', { entraId: 'bo', text: 'nu?' })).toMatchObject({ status: 200 });
});

test.each([
  { name: 'say', body: { entraId: 'bo', text: '  ' }, problem: 'not-understood' },
  { name: 'say', body: { entraId: 'nobody', text: 'hej' }, problem: 'not-on-stage' },
  { name: 'clock', body: { day: '2026-13-01', time: '08:00' }, problem: 'not-understood' },
  { name: 'press', body: { entraId: 'bo' }, problem: 'not-understood' },
  { name: 'open', body: null, problem: 'not-understood' },
])('what makes no sense is refused, and the page has words for why: $name $body', async ({ name, body, problem }) => {
  expect(await ask(name, body)).toEqual({ status: 422, body: { problem } });
});
