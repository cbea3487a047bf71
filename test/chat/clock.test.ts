import path from 'node:path';
import { createApp } from '../../bot/app';
import { timeCapability } from '../../bot/development/chat';
import { readModels } from '../../bot/pathways/models';
import { ZONE } from '../../bot/time/moment';
import { words } from '../../content/words/words';
import { callMeeting, endings, heard, heardOfAll } from '../support/meeting-steps';
import { openTown, TENANT, type Town, textOf } from '../support/town';

const da = words('da');
const en = words('en');

describe('the calendar clock of development mode', () => {
  let town: Town;
  beforeAll(async () => {
    town = await openTown({
      at: '2026-03-12T09:00',
      met: ['Carla', 'Helle', 'Daniel', 'Bo', 'Sørine', 'Mette', 'Jonas'],
    });
    await callMeeting(town, { date: '2026-03-26', invite: ['Bo'] });
  });
  // What is sent while a word in the chat moves the clock comes within a turn: it cannot be told from an answer.
  afterAll(() => town.close());

  const answerTo = async (name: string, text: string) => (await town.says(name, text)).map(textOf);
  const ask = async (way: string, body?: unknown) => {
    const [method, at] = way.split(' ');
    const response = await fetch(`${town.botUrl}${at}`, {
      method: method ?? 'GET',
      ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    });
    return { status: response.status, body: (await response.json()) as unknown };
  };

  test.each(['tid', 'tid i morgen', 'tid 2026-02-30 08:00', 'tid 2026-03-16', 'tid 2026-03-16 25:00'])(
    'does not understand "%s", and says how to write it',
    async (text) => {
      expect(await answerTo('Helle', text)).toEqual([da.turn.timeNotUnderstood]);
      expect(town.now()).toBe('2026-03-12T09:00');
    },
  );

  test.each([
    { name: 'Helle', text: 'tid 2026-03-12 08:59', says: da.turn.timeBackwards },
    { name: 'Daniel', text: 'time 2025-03-12 08:00', says: en.turn.timeBackwards },
  ])('only goes forward: "$text"', async ({ name, text, says }) => {
    expect(await answerTo(name, text)).toEqual([says]);
    expect(town.now()).toBe('2026-03-12T09:00');
  });

  test('is moved by a word in the chat, through everything due on the way', async () => {
    expect(await answerTo('Helle', 'tid 2026-03-16 08:00')).toContain(
      da.turn.timeMoved('mandag den 16. marts kl.\u00a08', 1),
    );

    expect(town.now()).toBe('2026-03-16T08:00');
    expect(town.lastCard('Bo')).toContain(da.waiting.morning('Bo'));
  });

  test('is moved in English too, and says when there was nothing to send', async () => {
    expect(await answerTo('Daniel', 'time 2026-03-17 08:00')).toEqual([
      en.turn.timeMoved('Tuesday 17 March at\u00a008:00', 0),
    ]);
  });

  test('can be asked what is due next, and for whom', async () => {
    expect(await ask('GET /dev/clock')).toEqual({
      status: 200,
      body: {
        now: '2026-03-17T07:00:00.000Z',
        nextDue: { at: '2026-03-23T08:00:00.000Z', for: [town.person('Bo').entraId] },
      },
    });
  });

  test('is moved over HTTP: to what is due next, and answers when it has been sent', async () => {
    expect(await ask('POST /dev/clock', { next: 'due' })).toEqual({
      status: 200,
      body: { now: '2026-03-23T08:00:00.000Z', sent: 1 },
    });
    expect(heard(town, '2026-03-17')).toEqual(['2026-03-23T09:00 Bo invitation-answer/second']);
  });

  test('is moved over HTTP: to the next working day', async () => {
    expect(await ask('POST /dev/clock', { next: 'working-day' })).toEqual({
      status: 200,
      body: { now: '2026-03-24T07:00:00.000Z', sent: 0 },
    });
  });

  test('is moved over HTTP: to a time with its zone, over the change to summer time', async () => {
    expect(await ask('POST /dev/clock', { to: '2026-03-30T08:00:00+02:00' })).toEqual({
      status: 200,
      body: { now: '2026-03-30T06:00:00.000Z', sent: 3 },
    });
    expect(heardOfAll(town, '2026-03-24')).toEqual([
      '2026-03-24T12:00 Sørine invitation-answer/manager',
      '2026-03-26T08:00 Carla meeting-record/day',
      '2026-03-30T08:00 Carla meeting-record/late',
    ]);
  });

  test.each([
    { what: 'a time without its zone', body: { to: '2026-04-01T08:00:00' } },
    { what: 'no time', body: { to: 'tomorrow' } },
    { what: 'two wishes', body: { to: '2026-04-01T08:00:00Z', next: 'due' } },
    { what: 'an unknown wish', body: { next: 'year' } },
    { what: 'nothing', body: {} },
  ])('refuses $what over HTTP', async ({ body }) => {
    expect(await ask('POST /dev/clock', body)).toMatchObject({ status: 400, body: { error: expect.any(String) } });
  });

  test('refuses to go back over HTTP', async () => {
    expect(await ask('POST /dev/clock', { to: '2026-03-29T08:00:00Z' })).toMatchObject({
      status: 409,
      body: { now: '2026-03-30T06:00:00.000Z' },
    });
    expect(town.now()).toBe('2026-03-30T08:00');
  });

  test('tells the stage what waits for whom, and how every message ended', async () => {
    await callMeeting(town, { date: '2026-04-15', invite: ['Mette', 'Jonas'] });

    const waiting = await ask('GET /dev/waiting');
    expect(waiting).toMatchObject({ status: 200 });
    // For the lead: the record of the meeting that is past, not of the one ahead.
    const people = ['Carla', 'Mette', 'Jonas'];
    expect((waiting.body as { people: unknown[] }).people).toHaveLength(people.length);
    expect((waiting.body as { people: unknown[] }).people).toEqual(
      expect.arrayContaining(people.map((name) => ({ entraId: town.person(name).entraId, waiting: 1 }))),
    );
    const { body } = (await ask('GET /dev/messages?after=0')) as {
      body: { messages: { kind: string; status: string }[] };
    };
    expect(body.messages.filter((one) => one.kind.startsWith('invitation')).map((one) => one.status)).toEqual(
      Array.from({ length: 4 }, () => 'delivered'),
    );
    expect(await endings(town)).toEqual({ 'teams delivered': 8 });
    expect(await ask('GET /dev/messages?after=1000')).toEqual({ status: 200, body: { messages: [] } });
  });

  test.each(['GET /dev', 'PUT /dev/clock', 'GET /dev/clock/', 'DELETE /dev/messages'])(
    'has nothing at %s',
    async (way) => {
      expect(await ask(way)).toEqual({ status: 404, body: { error: 'not-found' } });
    },
  );

  test('does not exist outside development mode: the word is one that is not understood', async () => {
    const before = town.now();
    const never = () => Promise.reject(new Error('The clock was moved outside development mode'));
    const clock = { now: () => town.house.clocks.calendar(), moveTo: never };
    const app = createApp({
      house: town.house,
      models: readModels(path.resolve('content/models')),
      development: false,
      surroundings: {
        smtp: false,
        node: 'v24.0.0',
        embedded: true,
        queueAlive: () => true,
        lastBeatAt: () => undefined,
        development: false,
      },
      courier: town.app.courier,
      more: [timeCapability({ clock, zone: ZONE, walk: never })],
    });
    const { entraId } = town.person('Helle');
    const turn = (text: string) =>
      app.handler.handle({
        tenantId: TENANT,
        activityId: `outside-${text}`,
        where: 'personal',
        entraId,
        locale: 'da',
        place: {
          conversationId: town.teams.conversationId(entraId),
          serviceUrl: town.teams.url,
          teamsUserId: `29:${entraId}`,
          botId: '28:rod-traad',
        },
        input: { kind: 'text', text },
      });

    const [answer] = (await turn('tid 2026-04-01 08:00')).post ?? [];
    expect(answer?.summary).toBe(da.nearest.summary);
    for (const card of [answer?.card, (await turn('hjælp')).post?.[0]?.card]) {
      expect(JSON.stringify(card)).not.toContain(da.commands.time.line);
    }
    expect(town.now()).toBe(before);
    expect((await town.says('Helle', 'hjælp')).map(textOf).join()).toContain(da.commands.time.line);
  });
});
