import { setTimeout as pause } from 'node:timers/promises';
import type { Answer } from '../../bot/turn';
import { type Connector, messages, startConnector } from './msteams-connector';
import {
  activity,
  annaId,
  card,
  house,
  keptLog,
  openDevelopment,
  outCard,
  press,
  type Site,
  tenantId,
} from './msteams-door';

let connector: Connector;
const open: Site[] = [];
const site = async (...given: Parameters<typeof openDevelopment>): Promise<Site> => {
  const made = await openDevelopment(...given);
  open.push(made);
  return made;
};

beforeEach(async () => {
  connector = await startConnector();
});
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
  await connector.close();
});

const cardsSent = () =>
  messages(connector).map(({ body }) => (body.attachments as { content: unknown }[] | undefined)?.[0]?.content);

describe('a text', () => {
  test('reaches the house as a turn of the municipality', async () => {
    const anna = house();
    const { call } = await site(anna);

    expect(await call(activity(connector.url))).toMatchObject({ status: 200, text: '' });
    expect(anna.turns).toEqual([
      {
        tenantId,
        activityId: 'incoming-1',
        where: 'personal',
        entraId: annaId,
        locale: 'da',
        place: { conversationId: 'a:anna', serviceUrl: connector.url, teamsUserId: '29:anna', botId: '28:bot' },
        input: { kind: 'text', text: 'hjælp' },
      },
    ]);
  });

  test('is answered with each card by itself, and the house is told their ids', async () => {
    const anna = house(() => ({ post: [outCard('en'), outCard('to')] }));
    const { call } = await site(anna);
    await call(activity(connector.url));

    expect(messages(connector)).toMatchObject([
      {
        method: 'POST',
        path: '/v3/conversations/a:anna/activities',
        body: { summary: 'en (kort)', recipient: { id: '29:anna' } },
      },
      {
        method: 'POST',
        path: '/v3/conversations/a:anna/activities',
        body: { summary: 'to (kort)', from: { id: '28:bot' } },
      },
    ]);
    expect(cardsSent()).toEqual([card('en'), card('to')]);
    for (const { body } of messages(connector)) expect(body).not.toHaveProperty('text');
    expect(anna.told).toMatchObject([{ posted: ['activity-1', 'activity-2'], turn: { activityId: 'incoming-1' } }]);
  });

  test('is answered with words that Teams must not read as Markdown', async () => {
    const { call } = await site(house(() => ({ say: 'Det *kender* jeg ikke' })));
    await call(activity(connector.url));
    expect(messages(connector)).toMatchObject([{ body: { text: 'Det *kender* jeg ikke', textFormat: 'plain' } }]);
    expect(messages(connector)[0]?.body).not.toHaveProperty('attachments');
  });

  test('a card that Teams did not take is told as null, and the next one is sent', async () => {
    connector.manner = ({ body }) => (body.summary === 'en (kort)' ? { status: 413 } : undefined);
    const anna = house(() => ({ post: [outCard('en'), outCard('to')] }));
    const { call } = await site(anna);
    expect((await call(activity(connector.url))).status).toBe(200);
    expect(anna.told).toMatchObject([{ posted: [null, 'activity-1'] }]);
    expect(messages(connector)).toHaveLength(2);
  });

  test('a card that Teams has no room for just now is offered again, and told with its id', async () => {
    let refused = 0;
    connector.manner = () => {
      refused += 1;
      return refused <= 2 ? { status: 429 } : undefined;
    };
    const anna = house(() => ({ post: [outCard('en')] }));
    const { call } = await site(anna);
    expect((await call(activity(connector.url))).status).toBe(200);
    expect(anna.told).toMatchObject([{ posted: [expect.stringMatching(/^activity-/)] }]);
    expect(messages(connector)).toHaveLength(3);
  });

  test('with which the house fails is answered with an apology that tells nothing', async () => {
    const log = keptLog();
    const secret = 'no pathway for 010165-1234 in Faaborg';
    const { call } = await site(
      house(() => Promise.reject(Object.assign(new Error(secret), { code: 'P2002' }))),
      { log },
    );

    expect(await call(activity(connector.url))).toMatchObject({ status: 200, text: '' });
    expect(messages(connector)).toMatchObject([{ body: { text: 'Det gik ikke. Prøv igen om lidt.' } }]);
    expect(log.lines).toMatchObject([{ level: 'error', fields: { code: 'P2002', activityId: 'incoming-1' } }]);
    expect(JSON.stringify([log.lines, connector.arrivals])).not.toContain('010165');
  });

  test('that comes twice reaches the house twice: knowing it again is the house’s', async () => {
    const anna = house();
    const { call } = await site(anna);
    await Promise.all([call(activity(connector.url)), call(activity(connector.url))]);
    expect(anna.turns).toHaveLength(2);
  });

  test('that takes long is told by one typing sign, a quick one by none', async () => {
    const anna = house(async ({ input }) => {
      if (input.kind === 'text' && input.text === 'langsom') await pause(250);
      return { say: 'færdig' };
    });
    const { call } = await site(anna, { times: { typingAfter: 50 } });
    await call(activity(connector.url, { text: 'hurtig' }));
    await call(activity(connector.url, { text: 'langsom' }));
    expect(connector.arrivals.map(({ body }) => body.type)).toEqual(['message', 'typing', 'message']);
  });

  test('is not told by the SDK’s own typing, which begins after a second whatever it is told', async () => {
    const anna = house(async () => {
      await pause(1300);
      return { say: 'færdig' };
    });
    const { call } = await site(anna, { times: { typingAfter: 5000 } });
    await call(activity(connector.url));
    expect(connector.arrivals.map(({ body }) => body.type)).toEqual(['message']);
  });

  test('that takes longer than Teams waits is accepted, and answered when it is done', async () => {
    const anna = house(async () => {
      await pause(200);
      return { post: [outCard('sent')] };
    });
    const { call, door } = await site(anna, { times: { message: 50 } });
    expect((await call(activity(connector.url))).status).toBe(200);
    expect(messages(connector)).toHaveLength(0);
    await door.close();
    expect(cardsSent()).toEqual([card('sent')]);
    expect(anna.told).toMatchObject([{ posted: ['activity-1'] }]);
  });
});

describe('a press', () => {
  const adaptive = 'application/vnd.microsoft.card.adaptive';
  const message = 'application/vnd.microsoft.activity.message';

  test.each<{ name: string; answer: Answer; reply: unknown; sent: unknown[] }>([
    {
      name: 'is answered with the card that takes the pressed one’s place',
      answer: { replace: outCard('ny') },
      reply: { statusCode: 200, type: adaptive, value: card('ny') },
      sent: [],
    },
    {
      name: 'is answered with a short word',
      answer: { say: 'Noteret' },
      reply: { statusCode: 200, type: message, value: 'Noteret' },
      sent: [],
    },
    {
      name: 'is answered with nothing to show',
      answer: {},
      reply: { statusCode: 200, type: message, value: '' },
      sent: [],
    },
    {
      name: 'is answered with a card in its place and another one posted',
      answer: { replace: outCard('ny'), post: [outCard('mere')], say: 'Noteret' },
      reply: { statusCode: 200, type: adaptive, value: card('ny') },
      sent: [card('mere')],
    },
  ])('$name', async ({ answer, reply, sent }) => {
    const anna = house(() => answer);
    const { call } = await site(anna);

    expect(await call(press(connector.url, 'meeting.accept', { id: 'm1' }))).toMatchObject({
      status: 200,
      body: reply,
    });
    expect(anna.turns).toMatchObject([
      { input: { kind: 'press', verb: 'meeting.accept', data: { id: 'm1' }, cardActivityId: 'card-1' } },
    ]);
    expect(cardsSent()).toEqual(sent);
    expect(anna.told).toMatchObject([{ answer, posted: sent.map((_, index) => `activity-${index + 1}`) }]);
  });

  test('a card with refresh is never sent to everybody as an update', async () => {
    const refresh = { action: { type: 'Action.Execute', verb: 'meeting.show' }, userIds: ['29:anna'] };
    const { call } = await site(house(() => ({ replace: { ...outCard('ny'), card: { ...card('ny'), refresh } } })));
    await call(press(connector.url, 'meeting.accept'));
    await call(press(connector.url, 'meeting.accept'));
    expect(connector.arrivals).toEqual([]);
  });

  test('with which the house fails gets a valid error that tells nothing', async () => {
    const { call } = await site(house(() => Promise.reject(new Error('no pathway for 010165-1234'))));
    const { status, body, text } = await call(press(connector.url, 'meeting.accept'));
    expect(status).toBe(200);
    expect(body).toEqual({
      statusCode: 500,
      type: 'application/vnd.microsoft.error',
      value: { code: 'failed', message: 'Det gik ikke. Prøv igen om lidt.' },
    });
    expect(text).not.toContain('010165');
  });

  test('a verb that is none of ours is worked, but not written to the log', async () => {
    const log = keptLog();
    const { call } = await site(
      house(() => Promise.reject(new Error('no'))),
      { log },
    );
    await call(press(connector.url, '010165-1234'));
    expect(JSON.stringify(log.lines)).not.toContain('010165');
  });

  test('that takes too long gets a word in time, and its card when it is done', async () => {
    const anna = house(async () => {
      await pause(200);
      return { replace: outCard('ny'), post: [outCard('mere')] };
    });
    const { call, door } = await site(anna, { times: { press: 50 } });
    const { body } = await call(press(connector.url, 'meeting.accept'));
    expect(body).toMatchObject({ statusCode: 200, type: message, value: 'Modtaget. Svaret kommer om et øjeblik.' });
    await door.close();
    expect(connector.arrivals).toMatchObject([
      { method: 'PUT', path: '/v3/conversations/a:anna/activities/card-1' },
      { method: 'POST' },
    ]);
    expect(cardsSent()).toEqual([card('ny'), card('mere')]);
    expect(anna.told).toHaveLength(1);
  });

  test('is answered in time though Teams hangs on what is posted beside', async () => {
    connector.manner = () => 'hang';
    const anna = house(() => ({ replace: outCard('ny'), post: [outCard('mere')] }));
    const { call, door } = await site(anna, { times: { press: 50, send: 200 } });
    expect((await call(press(connector.url, 'meeting.accept'))).body).toMatchObject({ value: card('ny') });
    expect(anna.told).toHaveLength(0);
    await door.close();
    expect(anna.told).toMatchObject([{ posted: [null] }]);
  });

  test('without an Entra user is answered with nothing, and reaches nobody', async () => {
    const anna = house();
    const { call } = await site(anna);
    const guest = { ...press(connector.url, 'meeting.accept'), from: { id: '29:guest' } };
    expect((await call(guest)).body).toEqual({ statusCode: 200, type: message, value: '' });
    expect(anna.turns).toEqual([]);
  });

  test('that says nothing is a bad request within a good answer', async () => {
    const { call } = await site(house());
    const { status, body } = await call({
      ...press(connector.url, 'x'),
      value: { action: { type: 'Action.Execute' } },
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      statusCode: 400,
      type: 'application/vnd.microsoft.error',
      value: { code: 'malformed' },
    });
  });
});

describe('a press by Action.Submit, which has no answer of its own', () => {
  const submit = () =>
    activity(connector.url, { text: undefined, value: { verb: 'meeting.accept', id: 'm1' }, replyToId: 'card-1' });

  test('changes the pressed card, and posts the others', async () => {
    const anna = house(() => ({ replace: outCard('ny'), post: [outCard('mere')] }));
    const { call } = await site(anna);
    expect(await call(submit())).toMatchObject({ status: 200, text: '' });
    expect(connector.arrivals).toMatchObject([
      {
        method: 'PUT',
        path: '/v3/conversations/a:anna/activities/card-1',
        body: { id: 'card-1', summary: 'ny (kort)' },
      },
      { method: 'POST', path: '/v3/conversations/a:anna/activities' },
    ]);
    expect(anna.turns).toMatchObject([{ input: { kind: 'press', verb: 'meeting.accept', data: { id: 'm1' } } }]);
    expect(anna.told).toMatchObject([{ posted: ['activity-2'] }]);
  });

  test('posts the card when the pressed one cannot be changed', async () => {
    connector.manner = ({ method }) =>
      method === 'PUT' ? { status: 404, body: { error: { code: 'ActivityNotFoundInConversation' } } } : undefined;
    const { call } = await site(house(() => ({ replace: outCard('ny') })));
    await call(submit());
    expect(connector.arrivals.map(({ method }) => method)).toEqual(['PUT', 'POST']);
    expect(cardsSent()).toEqual([card('ny'), card('ny')]);
  });

  test('without a card in its place says its word', async () => {
    const { call } = await site(house(() => ({ say: 'Noteret' })));
    await call(submit());
    expect(messages(connector)).toMatchObject([{ body: { text: 'Noteret' } }]);
  });
});

describe('meeting the bot', () => {
  const met = () =>
    activity(connector.url, {
      type: 'conversationUpdate',
      text: undefined,
      membersAdded: [{ id: '29:anna' }, { id: '28:bot' }],
    });

  test('is greeted as the house says, however it comes', async () => {
    const anna = house(() => ({ post: [outCard('velkommen')] }));
    const { call } = await site(anna);
    await call(met());
    await call(activity(connector.url, { type: 'installationUpdate', action: 'add', text: undefined }));
    expect(anna.turns.map(({ input }) => input.kind)).toEqual(['met', 'met']);
    expect(cardsSent()).toEqual([card('velkommen'), card('velkommen')]);
    expect(anna.told).toHaveLength(2);
  });

  test('the removal of the bot reaches the house', async () => {
    const anna = house();
    const { call } = await site(anna);
    await call(activity(connector.url, { type: 'installationUpdate', action: 'remove', text: undefined }));
    expect(anna.turns.map(({ input }) => input.kind)).toEqual(['removed']);
  });

  test('a house that fails says so by the status alone', async () => {
    const { call } = await site(house(() => Promise.reject(new Error('secret'))));
    expect(await call(met())).toMatchObject({ status: 500, body: { error: 'failed' } });
    expect(connector.arrivals).toEqual([]);
  });
});

test('what is nothing for us is accepted in silence', async () => {
  const anna = house();
  const { call } = await site(anna);
  const silent = [
    activity(connector.url, { type: 'messageReaction', reactionsAdded: [{ type: 'like' }] }),
    activity(connector.url, { type: 'typing' }),
    activity(connector.url, { type: 'invoke', name: 'composeExtension/query', value: {} }),
    activity(connector.url, { from: undefined }),
    activity(connector.url, { recipient: null, conversation: 'x' }),
  ];
  for (const one of silent) expect(await call(one)).toMatchObject({ status: 200, text: '' });
  expect(anna.turns).toEqual([]);
  expect(connector.arrivals).toEqual([]);
});

test('a house that cannot note an answered turn spoils nothing', async () => {
  const log = keptLog();
  const anna = { ...house(() => ({ say: 'Noteret' })), answered: () => Promise.reject(new TypeError('secret')) };
  const { call } = await site(anna, { log });
  expect((await call(press(connector.url, 'meeting.accept'))).body).toMatchObject({ value: 'Noteret' });
  expect(log.lines).toMatchObject([{ level: 'error', fields: { code: 'TypeError', verb: 'meeting.accept' } }]);
});
