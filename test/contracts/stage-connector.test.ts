import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Connector, type Fault, type StagePerson, startConnector } from '../../stage/connector';

type Activity = { id: string; type: string; conversation: { id: string } } & Record<string, unknown>;
type Answer = { status?: number; body?: unknown };

const tenantId = '7a1f0000-0000-4000-8000-000000000001';
const bo: StagePerson = {
  entraId: 'bo',
  name: 'Bo Holm',
  title: 'Sagsbehandler',
  department: 'Job',
  email: 'bo@example.dk',
};
const kim: StagePerson = {
  entraId: 'kim',
  name: 'Kim Lind',
  title: 'Leder',
  department: 'Familie',
  email: 'kim@example.dk',
  locale: 'en',
};
const noon = new Date('2026-12-02T11:00:00.000Z');

const cardActivity = (card: Record<string, unknown>, more: Record<string, unknown> = {}) => ({
  type: 'message',
  summary: 'Et kort',
  attachments: [
    {
      contentType: 'application/vnd.microsoft.card.adaptive',
      content: { type: 'AdaptiveCard', version: '1.5', ...card },
    },
  ],
  ...more,
});
const execute = (verb: string, more: Record<string, unknown> = {}) => ({
  type: 'Action.Execute',
  title: verb,
  verb,
  ...more,
});
const cardAnswer = (body: unknown[]) => ({
  statusCode: 200,
  type: 'application/vnd.microsoft.card.adaptive',
  value: { type: 'AdaptiveCard', version: '1.5', body },
});

let received: Activity[];
let onActivity: (activity: Activity) => Promise<Answer> | Answer;
let botServer: Server;
let connector: Connector;
let time: number;

const botUrl = () => `http://127.0.0.1:${(botServer.address() as AddressInfo).port}`;

/** One request of the bot, as its HTTP client sees it; `reset` and `timeout` instead of a status. */
async function ask(method: string, path: string, body?: unknown, timeoutMs = 2_000) {
  try {
    const response = await fetch(`${connector.url}${path}`, {
      method,
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      signal: AbortSignal.timeout(timeoutMs),
    });
    const answer = (await response.json()) as { id?: string; error?: { code: string } } & Record<string, unknown>;
    return { end: response.status as number | string, retryAfter: response.headers.get('retry-after'), body: answer };
  } catch (error) {
    const end = (error as { name?: string }).name === 'TimeoutError' ? 'timeout' : 'reset';
    return { end, retryAfter: null, body: {} as { id?: string; error?: { code: string } } & Record<string, unknown> };
  }
}
const post = (entraId: string, body: unknown = { type: 'message', text: 'hej' }, timeoutMs?: number) =>
  ask('POST', `/v3/conversations/a:${entraId}/activities`, body, timeoutMs);
const texts = (entraId: string) => connector.chat(entraId).map((message) => message.text);

beforeAll(async () => {
  botServer = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const activity = JSON.parse(Buffer.concat(chunks).toString('utf8')) as Activity;
    received.push(activity);
    const { status = 200, body } = await onActivity(activity);
    response.writeHead(status).end(body === undefined ? '' : JSON.stringify(body));
  });
  await new Promise<void>((resolve) => botServer.listen(0, '127.0.0.1', resolve));
});
afterAll(() => new Promise((resolve) => botServer.close(resolve)));

beforeEach(async () => {
  received = [];
  onActivity = () => ({});
  time = 1_000_000;
  connector = await startConnector({ people: [bo, kim], tenantId, botUrl, now: () => noon, windowClock: () => time });
  await connector.meet('bo');
  received = [];
});
afterEach(() => connector.stop());

describe('what people do reaches the bot as from Teams', () => {
  test('meeting the bot sends the installation and the new member side by side', async () => {
    let open = 0;
    let atOnce = 0;
    onActivity = async () => {
      open += 1;
      atOnce = Math.max(atOnce, open);
      await new Promise((resolve) => setTimeout(resolve, 20));
      open -= 1;
      return {};
    };
    await connector.meet('kim');
    expect(atOnce).toBe(2);
    expect(received.map((activity) => activity.type).sort()).toEqual(['conversationUpdate', 'installationUpdate']);
    expect(received.find((activity) => activity.type === 'installationUpdate')).toMatchObject({
      action: 'add',
      channelId: 'msteams',
      serviceUrl: connector.url,
      from: { id: '29:kim', aadObjectId: 'kim' },
      recipient: { id: '28:rod-traad' },
      conversation: { id: 'a:kim', conversationType: 'personal', tenantId },
      channelData: { tenant: { id: tenantId } },
      locale: 'en-US',
    });
  });

  test('saying something hands back what the bot posted and changed meanwhile', async () => {
    const before = await post('bo', { type: 'message', text: 'gammel' });
    onActivity = async (activity) => {
      await ask('POST', `/v3/conversations/${activity.conversation.id}/activities/${activity.id}`, {
        type: 'message',
        text: 'svar',
      });
      await ask('PUT', `/v3/conversations/a:bo/activities/${before.body.id}`, { type: 'message', text: 'ny' });
      return { status: 202 };
    };
    const answer = await connector.say('bo', 'hjælp');
    expect(answer.map((message) => message.text).sort()).toEqual(['ny', 'svar']);
    expect(texts('bo')).toEqual(['ny', 'hjælp', 'svar']);
    expect(connector.chat('bo')[0]).toMatchObject({ from: 'bot', versions: 2, updatedAt: noon.toISOString() });
    expect(received[0]).toMatchObject({
      type: 'message',
      text: 'hjælp',
      from: { id: '29:bo', name: 'Bo Holm' },
      locale: 'da-DK',
    });
  });

  test('in a group the bot is mentioned, and the 1:1 chat stays empty', async () => {
    await connector.say('bo', 'hjælp', { where: 'group', locale: 'en' });
    expect(received[0]).toMatchObject({
      text: '<at>Rød Tråd</at> hjælp',
      conversation: { conversationType: 'groupChat', isGroup: true },
      locale: 'en-US',
    });
    expect(connector.chat('bo')).toEqual([]);
  });

  test('who removed the bot cannot write to it, and a bot that fails is told so', async () => {
    onActivity = () => ({ status: 500 });
    await expect(connector.say('bo', 'hej')).rejects.toThrow('500');
    onActivity = () => ({});
    await connector.remove('bo');
    await expect(connector.say('bo', 'hej')).rejects.toThrow('removed');
    await expect(connector.say('nobody', 'hej')).rejects.toThrow('nobody');
  });

  test('a repeated delivery carries the same id, and with new ids other ones', async () => {
    connector.faults.inbound({ times: 1, repeat: { sameId: 1, newId: 2 } });
    await connector.say('bo', 'hej', { activityId: '17' });
    const ids = received.map((activity) => activity.id);
    expect(ids).toHaveLength(4);
    expect(ids.filter((id) => id === '17')).toHaveLength(2);
    expect(new Set(ids).size).toBe(3);
    await connector.say('bo', 'hej igen');
    expect(received).toHaveLength(5);
  });

  test('reordered deliveries arrive last first', async () => {
    connector.faults.inbound({ times: 3, reorder: { count: 3 } });
    await Promise.all([connector.say('bo', 'en'), connector.say('bo', 'to'), connector.say('bo', 'tre')]);
    expect(received.map((activity) => activity.text)).toEqual(['tre', 'to', 'en']);
    connector.faults.inbound({ times: 1, reorder: { count: 2, waitMs: 20 } });
    await connector.say('bo', 'alene');
    expect(received.at(-1)?.text).toBe('alene');
  });
});

describe('pressing', () => {
  const form = {
    body: [
      { type: 'TextBlock', text: 'Hvorfor?' },
      {
        type: 'Container',
        id: 'reasons',
        isVisible: false,
        items: [
          {
            type: 'ColumnSet',
            columns: [
              {
                type: 'Column',
                items: [
                  {
                    type: 'Input.ChoiceSet',
                    id: 'reason',
                    label: 'Grund',
                    isRequired: true,
                    value: 'ill',
                    choices: [
                      { title: 'Syg', value: 'ill' },
                      { title: 'Ferie', value: 'away' },
                    ],
                  },
                ],
              },
            ],
          },
          { type: 'Input.Text', id: 'note', label: 'Note', maxLength: 5 },
          { type: 'Input.Date', id: 'backOn', label: 'Tilbage', min: '2026-12-03', max: '2026-12-24' },
          { type: 'Input.Toggle', id: 'urgent', title: 'Haster' },
          {
            type: 'ActionSet',
            actions: [execute('meetings.hindered', { data: { meeting: 'm1', note: 'overwritten' } })],
          },
        ],
      },
      {
        type: 'Container',
        id: 'dead',
        isVisible: false,
        items: [{ type: 'ActionSet', actions: [execute('meetings.dead')] }],
      },
    ],
    actions: [
      execute('meetings.come', { data: { meeting: 'm1' }, associatedInputs: 'none' }),
      { type: 'Action.ToggleVisibility', title: 'Jeg er forhindret', targetElements: ['reasons'] },
      { type: 'Action.ShowCard', title: 'Mere', card: { type: 'AdaptiveCard', actions: [execute('meetings.more')] } },
      execute('meetings.off', { isEnabled: false }),
    ],
  };
  const sent = () => (received.at(-1)?.value as { action?: { data?: Record<string, unknown> } } | undefined)?.action;

  beforeEach(async () => {
    await post('bo', cardActivity(form));
  });

  test('offers what is shown or can be opened, and nothing else', () => {
    const [message] = connector.chat('bo');
    expect(message && connector.actionsOf(message).map((action) => action.verb ?? action.type)).toEqual([
      'meetings.hindered',
      'meetings.come',
      'Action.ToggleVisibility',
      'Action.ShowCard',
      'meetings.more',
    ]);
  });

  test.each([
    {
      name: 'the inputs with their defaults',
      inputs: {},
      data: { meeting: 'm1', note: 'overwritten', reason: 'ill', urgent: 'false' },
    },
    {
      name: 'what was typed over data and defaults',
      inputs: { note: 'Tand', reason: 'away', urgent: 'true', backOn: '2026-12-24' },
      data: { meeting: 'm1', note: 'Tand', reason: 'away', urgent: 'true', backOn: '2026-12-24' },
    },
  ])('sends $name', async ({ inputs, data }) => {
    await connector.press('bo', { verb: 'meetings.hindered', inputs });
    expect(sent()).toEqual({ type: 'Action.Execute', title: 'meetings.hindered', verb: 'meetings.hindered', data });
    expect(received.at(-1)).toMatchObject({
      type: 'invoke',
      name: 'adaptiveCard/action',
      replyToId: connector.chat('bo')[0]?.id,
      value: { trigger: 'manual' },
      from: { aadObjectId: 'bo' },
    });
    expect(connector.chat('bo')[0]?.pressed).toBe('meetings.hindered');
  });

  test.each([
    { name: 'a required input left empty', inputs: { reason: '' }, says: 'required' },
    { name: 'a choice that is not there', inputs: { reason: 'bored' }, says: 'no choice "bored"' },
    { name: 'text that is too long', inputs: { note: 'for langt' }, says: 'longer than 5' },
    { name: 'a date before the first', inputs: { backOn: '2026-12-02' }, says: 'before 2026-12-03' },
    { name: 'a date after the last', inputs: { backOn: '2026-12-25' }, says: 'after 2026-12-24' },
    { name: 'an input that is not there', inputs: { colour: 'red' }, says: 'no input "colour"' },
  ])('does not let $name go, unless forced', async ({ inputs, says }) => {
    await expect(connector.press('bo', { verb: 'meetings.hindered', inputs })).rejects.toThrow(says);
    expect(received).toEqual([]);
    await connector.press('bo', { verb: 'meetings.hindered', inputs, force: true });
    expect(received).toHaveLength(1);
  });

  test('leaves the inputs out where the action has none', async () => {
    await connector.press('bo', { verb: 'meetings.come' });
    expect(sent()?.data).toEqual({ meeting: 'm1' });
  });

  test('lays tampered data over everything, presses for somebody else, and sends what was never offered', async () => {
    await connector.press('bo', { verb: 'meetings.come', data: { meeting: 'm2' }, as: 'kim' });
    expect(sent()?.data).toEqual({ meeting: 'm2' });
    expect(received[0]).toMatchObject({ from: { aadObjectId: 'kim' }, conversation: { id: 'a:bo' } });
    await expect(connector.press('bo', { verb: 'meetings.dead' })).rejects.toThrow('meetings.come');
    await connector.press('bo', { verb: 'meetings.dead', force: true, data: { a: 1 } });
    expect(sent()).toMatchObject({ verb: 'meetings.dead', data: { a: 1 } });
  });

  test('takes the newest message that offers the action', async () => {
    const second = await post('bo', cardActivity({ actions: [execute('meetings.come')] }));
    await post('bo', cardActivity({ actions: [execute('other')] }));
    await connector.press('bo', { title: 'meetings.come' });
    expect(received.at(-1)?.replyToId).toBe(second.body.id);
  });

  test('a card in the answer takes the pressed one’s place', async () => {
    onActivity = () => ({ body: cardAnswer([{ type: 'TextBlock', text: 'Tak' }]) });
    const outcome = await connector.press('bo', { verb: 'meetings.come' });
    expect(outcome).toMatchObject({ status: 200, kind: 'card' });
    expect(connector.chat('bo')).toMatchObject([
      { card: { body: [{ text: 'Tak' }] }, summary: 'Et kort', versions: 2 },
    ]);
  });

  test.each([
    {
      name: 'a message',
      answer: { body: { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: 'Gemt' } },
      outcome: { status: 200, kind: 'message', text: 'Gemt' },
    },
    {
      name: 'an error',
      answer: {
        body: { statusCode: 400, type: 'application/vnd.microsoft.error', value: { code: 'x', message: 'Ikke nu' } },
      },
      outcome: { status: 400, kind: 'error', text: 'Ikke nu' },
    },
    { name: 'a broken bot', answer: { status: 501 }, outcome: { status: 501, kind: 'error' } },
    { name: 'nothing', answer: {}, outcome: { status: 200, kind: 'none' } },
  ])('$name in the answer leaves the card as it is', async ({ answer, outcome }) => {
    onActivity = () => answer;
    expect(await connector.press('bo', { verb: 'meetings.come' })).toMatchObject(outcome);
    expect(connector.chat('bo')).toMatchObject([{ versions: 1 }]);
  });

  test('the second copy carries the same id, further ones new ids, and all answers come back', async () => {
    onActivity = () => ({
      body: { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: String(received.length) },
    });
    const outcome = await connector.press('bo', { verb: 'meetings.come', copies: 4, activityId: 'f:1' });
    expect(received.map((activity) => activity.id === 'f:1')).toEqual([true, true, false, false]);
    expect(new Set(received.map((activity) => activity.id)).size).toBe(3);
    expect(outcome.all.map((answer) => (answer.body as { value: string }).value)).toEqual(['1', '2', '3', '4']);
    expect(outcome.text).toBe('1');
  });

  test('a submit is a message with a value', async () => {
    await post(
      'bo',
      cardActivity({
        body: [{ type: 'Input.Text', id: 'a', value: 'b' }],
        actions: [{ type: 'Action.Submit', title: 'Send', data: { verb: 'x' } }],
      }),
    );
    await connector.submit('bo', { title: 'Send' });
    expect(received).toMatchObject([
      { type: 'message', value: { verb: 'x', a: 'b' }, replyToId: connector.chat('bo')[1]?.id },
    ]);
    expect(received[0]).not.toHaveProperty('text');
  });
});

describe('the bot’s requests meet', () => {
  test.each<{ name: string; fault: Fault; end: number | string; kept: boolean; id?: boolean; timeoutMs?: number }>([
    { name: 'a refusal', fault: { kind: 'refuse', status: 412, code: 'PreconditionFailed' }, end: 412, kept: false },
    { name: 'silence until it gives up', fault: { kind: 'hang' }, end: 'timeout', kept: false, timeoutMs: 60 },
    { name: 'silence that outlasts it', fault: { kind: 'hang', ms: 400 }, end: 'timeout', kept: false, timeoutMs: 60 },
    { name: 'silence that ends in time', fault: { kind: 'hang', ms: 40 }, end: 201, kept: true, id: true },
    { name: 'a reset before', fault: { kind: 'reset-before' }, end: 'reset', kept: false },
    { name: 'a reset after', fault: { kind: 'reset-after' }, end: 'reset', kept: true },
    { name: 'a late answer', fault: { kind: 'delay', ms: 40 }, end: 201, kept: true, id: true },
    {
      name: 'an answer later than it waits',
      fault: { kind: 'delay', ms: 400 },
      end: 'timeout',
      kept: true,
      timeoutMs: 60,
    },
    { name: 'a lost answer', fault: { kind: 'lose-answer' }, end: 'timeout', kept: true, timeoutMs: 60 },
    { name: 'an answer without id', fault: { kind: 'no-id' }, end: 202, kept: true },
  ])('$name, each time it was set and no longer', async ({ fault, end, kept, id, timeoutMs }) => {
    connector.faults.add({ entraId: 'bo', times: 1, fault });
    const met = await post('bo', undefined, timeoutMs);
    expect(met.end).toBe(end);
    expect(met.body.id !== undefined).toBe(id ?? false);
    await new Promise((resolve) => setTimeout(resolve, fault.kind === 'hang' && fault.ms === 400 ? 500 : 60));
    expect(connector.chat('bo')).toHaveLength(kept ? 1 : 0);
    expect((await post('bo')).end).toBe(201);

    connector.clear();
    connector.faults.add({ times: 1, fault: (request) => (request.activity?.text === 'ramt' ? fault : undefined) });
    expect((await post('bo')).end).toBe(201);
    expect((await post('bo', { type: 'message', text: 'ramt' }, timeoutMs)).end).toBe(end);
    expect((await post('bo', { type: 'message', text: 'ramt' })).end).toBe(201);
  });

  test('a refusal with Retry-After and any body', async () => {
    connector.faults.add({ times: 1, fault: { kind: 'refuse', status: 503, retryAfter: 20, body: { odd: true } } });
    expect(await post('bo')).toEqual({ end: 503, retryAfter: '20', body: { odd: true } });
    expect(connector.log().at(-1)).toMatchObject({ kind: 'refused', status: 503, entraId: 'bo', text: 'hej' });
  });

  test('only the person, conversation and wish that was named, until the rule is taken away', async () => {
    await connector.meet('kim');
    const undo = connector.faults.add({ entraId: 'kim', wish: 'post', fault: { kind: 'refuse', status: 502 } });
    expect((await post('bo')).end).toBe(201);
    expect((await post('kim')).end).toBe(502);
    expect((await ask('GET', '/v3/conversations/a:kim/members')).end).toBe(200);
    undo();
    expect((await post('kim')).end).toBe(201);
  });

  test('a late message stands behind what came after it', async () => {
    connector.faults.add({ times: 1, fault: { kind: 'late', ms: 400 } });
    await post('bo', { type: 'message', text: 'første' });
    await post('bo', { type: 'message', text: 'anden' });
    expect(texts('bo')).toEqual(['anden']);
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(texts('bo')).toEqual(['anden', 'første']);
  });

  test('a person who blocked or removed the bot, or never met it', async () => {
    connector.block('bo');
    expect(await post('bo')).toMatchObject({ end: 403, body: { error: { code: 'ConversationBlockedByUser' } } });
    connector.block('bo', false);
    expect((await post('bo')).end).toBe(201);
    await connector.remove('bo');
    expect(received.at(-1)).toMatchObject({ type: 'installationUpdate', action: 'remove' });
    expect(await post('bo')).toMatchObject({ end: 403, body: { error: { code: 'BotNotInConversationRoster' } } });
    await connector.meet('bo');
    expect((await post('bo')).end).toBe(201);
    expect(await post('kim')).toMatchObject({ end: 403, body: { error: { code: 'BotNotInConversationRoster' } } });
    expect(await post('nobody')).toMatchObject({ end: 404, body: { error: { code: 'ConversationNotFound' } } });
  });

  test('28 KB in UTF-16 as the largest activity', async () => {
    const withText = (length: number) => {
      const bare = JSON.stringify({ type: 'message', text: '' }).length;
      return JSON.stringify({ type: 'message', text: 'ø'.repeat(length - bare) });
    };
    expect((await post('bo', withText(14_336))).end).toBe(201);
    expect((await post('bo', withText(14_337))).end).toBe(413);
    expect((await post('bo', withText(2_000_000))).end).toBe(413);
  });

  test.each([
    { name: 'no JSON', body: 'hej' },
    { name: 'nothing to show', body: { type: 'message' } },
    { name: 'another type', body: { type: 'event' } },
    {
      name: 'another attachment',
      body: { type: 'message', attachments: [{ contentType: 'image/png', contentUrl: 'x' }] },
    },
  ])('400 for $name', async ({ body }) => {
    expect((await post('bo', body)).end).toBe(400);
    expect(connector.chat('bo')).toEqual([]);
  });

  test('text and card in one activity as two messages without an id', async () => {
    expect(await post('bo', cardActivity({ body: [] }, { text: 'og tekst' }))).toMatchObject({ end: 202, body: {} });
    expect(connector.chat('bo')).toHaveLength(2);
  });

  test('updates and deletions of its own messages only', async () => {
    const { body } = await post('bo');
    await connector.say('bo', 'mit');
    const mine = connector.chat('bo')[1]?.id;
    expect(
      (await ask('PUT', `/v3/conversations/a:bo/activities/${body.id}`, { type: 'message', text: 'ny' })).end,
    ).toBe(200);
    expect((await ask('PUT', `/v3/conversations/a:bo/activities/${mine}`, { type: 'message', text: 'ny' })).end).toBe(
      404,
    );
    expect((await ask('PUT', '/v3/conversations/a:bo/activities/1', { type: 'message', text: 'ny' })).end).toBe(404);
    expect(texts('bo')).toEqual(['ny', 'mit']);
    expect((await ask('DELETE', `/v3/conversations/a:bo/activities/${body.id}`)).end).toBe(200);
    expect(texts('bo')).toEqual(['mit']);
  });

  test('the 1:1 chat of somebody who met it when it makes a conversation', async () => {
    const members = (id: string) => ({ members: [{ id }], tenantId, bot: { id: '28:rod-traad' } });
    expect(await ask('POST', '/v3/conversations', members('29:bo'))).toMatchObject({ end: 201, body: { id: 'a:bo' } });
    expect(await ask('POST', '/v3/conversations', members('29:kim'))).toMatchObject({ end: 403 });
    expect(await ask('POST', '/v3/conversations', members('29:nobody'))).toMatchObject({ end: 400 });
    expect(await ask('POST', '/v3/conversations', { ...members('29:bo'), tenantId: 'another' })).toMatchObject({
      end: 403,
    });
    const opened = await ask('POST', '/v3/conversations', {
      ...members('29:bo'),
      activity: { type: 'message', text: 'hej' },
    });
    expect(opened.body.activityId).toBe(connector.chat('bo')[0]?.id);
  });

  test('the members of a chat, whole, paged and by id', async () => {
    const member = {
      id: '29:bo',
      aadObjectId: 'bo',
      name: 'Bo Holm',
      givenName: 'Bo',
      surname: 'Holm',
      email: 'bo@example.dk',
    };
    expect((await ask('GET', '/v3/conversations/a:bo/members')).body).toMatchObject([member]);
    expect((await ask('GET', '/v3/conversations/a:bo/pagedmembers?pageSize=5')).body).toMatchObject({
      members: [member],
    });
    expect((await ask('GET', '/v3/conversations/a:bo/members/29%3Abo')).body).toMatchObject(member);
    expect((await ask('GET', '/v3/conversations/a:bo/members/29:kim')).end).toBe(404);
  });
});

describe('Teams’ windows', () => {
  test('429 with Retry-After at the eighth message within a second, and through again on the millisecond', async () => {
    for (let sent = 0; sent < 7; sent += 1) expect((await post('bo')).end).toBe(201);
    time += 999;
    expect(await post('bo')).toMatchObject({ end: 429, retryAfter: '1' });
    time += 1;
    expect((await post('bo')).end).toBe(201);
    expect(await post('bo')).toMatchObject({ end: 429, retryAfter: '1' });
    time += 1_000;
    expect((await post('bo')).end).toBe(201);
    expect(connector.chat('bo')).toHaveLength(9);
  });

  test('another conversation is free until the tenant’s fifty', async () => {
    for (let sent = 0; sent < 7; sent += 1) await post('bo');
    for (let asked = 0; asked < 43; asked += 1) {
      expect((await ask('GET', '/v3/conversations/a:bo/members')).end).toBe(200);
    }
    await connector.meet('kim');
    expect(await post('kim')).toMatchObject({ end: 429, retryAfter: '1' });
    time += 1_000;
    expect((await post('kim')).end).toBe(201);
  });

  test('off when the stage says so', async () => {
    connector.faults.windows(false);
    for (let sent = 0; sent < 100; sent += 1) expect((await post('bo')).end).toBe(201);
  });
});

describe('what is remembered', () => {
  test('the journal tells everything in order, JSON-able, in business and wall time', async () => {
    onActivity = () => ({
      body: { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: 'Gemt' },
    });
    await post('bo', cardActivity({ actions: [execute('meetings.come')] }));
    await connector.press('bo', { verb: 'meetings.come', copies: 2 });
    connector.block('bo');
    await post('bo');
    const log = connector.log();
    expect(log.map((entry) => entry.kind)).toEqual([
      'met',
      'answered',
      'answered',
      'accepted',
      'pressed',
      'answered',
      'answered',
      'blocked',
      'refused',
    ]);
    expect(log.map((entry) => entry.n)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(log[4]).toMatchObject({
      entraId: 'bo',
      verb: 'meetings.come',
      messageId: connector.chat('bo')[0]?.id,
      at: noon.toISOString(),
    });
    expect(log[6]).toMatchObject({ copy: true, outcome: 'message', text: 'Gemt' });
    expect(JSON.parse(JSON.stringify(log))).toEqual(log);
  });

  test('chats, who met the bot, and the log outlive the connector, also one that was killed while writing', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'stage-'));
    const historyFile = join(folder, 'deep', 'history.jsonl');
    const options = { people: [bo, kim], tenantId, botUrl, now: () => noon, historyFile };
    await connector.stop();
    connector = await startConnector(options);
    await connector.meet('bo');
    connector.block('kim');
    const { body } = await post('bo', cardActivity({ body: [], actions: [execute('meetings.come')] }));
    await connector.say('bo', 'hej');
    onActivity = () => ({ body: cardAnswer([{ type: 'TextBlock', text: 'Tak' }]) });
    await connector.press('bo', { verb: 'meetings.come' });
    const [chat, log] = [connector.chat('bo'), connector.log()];
    await connector.stop();
    appendFileSync(historyFile, '{"step":"message","conv');

    connector = await startConnector(options);
    expect(connector.chat('bo')).toEqual(chat);
    expect(connector.log().map((entry) => [entry.n, entry.kind])).toEqual(log.map((entry) => [entry.n, entry.kind]));
    expect(connector.presence('bo')).toBe('met');
    expect(await post('kim')).toMatchObject({ body: { error: { code: 'ConversationBlockedByUser' } } });
    const next = await post('bo');
    expect(Number(next.body.id)).toBeGreaterThan(Number(body.id));
    const lines = readFileSync(historyFile, 'utf8').split('\n').filter(Boolean);
    expect(lines.filter((line) => line.includes('"step":"message"') && line.includes(String(body.id)))).toHaveLength(1);
    rmSync(folder, { recursive: true });
  });
});
