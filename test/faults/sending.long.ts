import { appendFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Mail, SendResult } from '../../bot/messages/port';
import { asDay, dateFromDay } from '../../bot/time/day';
import { words } from '../../content/words/words';
import type { Fault } from '../../stage/connector';
import { callMeeting, changedMunicipality, heard, newestMeeting, personIds } from '../support/meeting-steps';
import { openTown, type Town, type TownOptions } from '../support/town';
import { changeLetter, type Letters, makeLetters, writeLetter } from './support/letters';

const da = words('da');
const MOST_ATTEMPTS = 3;

type Post = { readonly to: readonly Mail[]; answer: (mail: Mail) => SendResult };

async function openPostalTown(
  more: Partial<TownOptions> = {},
): Promise<{ town: Town; letters: Letters; mail: Post; idOf: (name: string) => string }> {
  const letters = makeLetters();
  const to: Mail[] = [];
  const mail: Post = { to, answer: () => ({ kind: 'sent', activityId: '' }) };
  const town = await openTown({
    at: '2026-03-12T09:00',
    more: [letters.capability],
    timing: { mostAttempts: MOST_ATTEMPTS },
    mayLogFaults: true,
    ...more,
    mail: {
      send: async (one) => {
        to.push(one);
        return mail.answer(one);
      },
    },
  });
  return { town, letters, mail, idOf: await personIds(town) };
}

/** How everything that was sent about a letter ended, oldest first: `teams unsure`, `teams delivered`, `mail delivered`. */
async function endsOf(town: Town, matterId: string): Promise<string[]> {
  const rows = await town.inside(({ tx, tenantId }) =>
    tx.message.findMany({ where: { tenantId, matterId }, orderBy: { id: 'asc' } }),
  );
  return rows.map((row) => `${row.channel} ${row.status}`);
}

const attemptsFor = (town: Town, matterId: string): Promise<number> =>
  town.inside(({ tx, tenantId }) => tx.sendAttempt.count({ where: { tenantId, message: { matterId } } }));

describe('one letter to somebody', () => {
  let town: Town;
  let letters: Letters;
  let mail: Post;
  let idOf: (name: string) => string;
  beforeAll(async () => {
    // The windows of one chat would run full in a minute of mishaps.
    ({ town, letters, mail, idOf } = await openPostalTown());
  });
  afterAll(() => town.close());
  afterEach(async () => {
    town.teams.clear();
    mail.answer = () => ({ kind: 'sent', activityId: '' });
    await town.inside(({ tx, tenantId }) =>
      tx.conversation.updateMany({ where: { tenantId }, data: { state: 'met' } }),
    );
  });

  const writeTo = async (
    name: string,
    kind: 'summons' | 'reminder' | 'notice',
    fault?: { fault: Fault; times?: number },
  ): Promise<string> => {
    if (fault) town.teams.faults.add({ entraId: town.person(name).entraId, wish: 'post', ...fault });
    return town.inside(async (unit) => writeLetter(unit, { personId: idOf(name), class: kind }));
  };
  const send = async (
    name: string,
    kind: 'summons' | 'reminder' | 'notice',
    fault?: { fault: Fault; times?: number },
  ) => {
    const mailsBefore = mail.to.length;
    const id = await writeTo(name, kind, fault);
    await town.settle();
    return { id, ends: await endsOf(town, id), reads: town.reads(name), mails: mail.to.length - mailsBefore };
  };

  test.each<{ what: string; fault: Fault }>([
    { what: '429 without Retry-After', fault: { kind: 'refuse', status: 429 } },
    { what: '412', fault: { kind: 'refuse', status: 412 } },
    { what: '500', fault: { kind: 'refuse', status: 500 } },
    { what: '502', fault: { kind: 'refuse', status: 502 } },
    { what: '503', fault: { kind: 'refuse', status: 503 } },
    { what: '504', fault: { kind: 'refuse', status: 504 } },
    {
      what: '502 with a page instead of an error',
      fault: { kind: 'refuse', status: 502, body: '<html>Bad gateway</html>' },
    },
  ])('$what did certainly not arrive: tried again, and delivered once', async ({ fault }) => {
    const { id, ends, reads } = await send('Bo', 'reminder', { fault, times: 2 });
    expect(ends).toEqual(['teams delivered']);
    expect(reads).toEqual(['Udgave 1']);
    expect(await attemptsFor(town, id)).toBe(3);
  });

  test('the answer comes late, but it comes: delivered once', async () => {
    const { ends, reads } = await send('Bo', 'summons', { fault: { kind: 'delay', ms: 300 }, times: 1 });
    expect({ ends, reads }).toEqual({ ends: ['teams delivered'], reads: ['Udgave 1'] });
  });

  test('Teams takes it without naming it: delivered once, and it cannot be drawn anew', async () => {
    const { id, ends, reads } = await send('Bo', 'summons', { fault: { kind: 'no-id' }, times: 1 });
    expect({ ends, reads }).toEqual({ ends: ['teams delivered'], reads: ['Udgave 1'] });
    await town.inside((unit) => changeLetter(unit, id));
    await town.settle();
    expect(town.reads('Bo')).toEqual(['Udgave 1']);
  });

  /** Nobody can know whether these arrived. `there` is how many of the first stand in the chat in truth. */
  const unknowable: readonly { what: string; fault: Fault; there: number }[] = [
    { what: 'the connection is reset before it was taken', fault: { kind: 'reset-before' }, there: 0 },
    { what: 'the connection is reset after it was taken', fault: { kind: 'reset-after' }, there: 1 },
    { what: 'Teams says nothing', fault: { kind: 'hang' }, there: 0 },
    { what: 'the answer is lost', fault: { kind: 'lose-answer' }, there: 1 },
    { what: 'the answer comes after our patience', fault: { kind: 'delay', ms: 1_500 }, there: 1 },
  ];
  test.each(unknowable)('$what: a summons goes once more, and says so', async ({ fault, there }) => {
    const { id, ends, reads } = await send('Bo', 'summons', { fault, times: 1 });
    expect(ends).toEqual(['teams unsure', 'teams delivered']);
    expect(reads).toEqual([...Array(there).fill('Udgave 1'), 'Udgave 1, sendt igen']);
    expect(await attemptsFor(town, id)).toBe(2);
  });
  test.each(unknowable)('$what: a reminder does not go again', async ({ fault, there }) => {
    const { ends, reads, mails } = await send('Bo', 'reminder', { fault, times: 1 });
    expect({ ends, reads, mails }).toEqual({ ends: ['teams unsure'], reads: Array(there).fill('Udgave 1'), mails: 0 });
  });

  test('whoever answers never surely: a summons goes again so many times, each marked, and no more', async () => {
    const { ends, reads } = await send('Bo', 'summons', { fault: { kind: 'reset-after' } });
    expect(ends).toEqual(Array(MOST_ATTEMPTS + 1).fill('teams unsure'));
    expect(reads).toEqual(['Udgave 1', ...Array(MOST_ATTEMPTS).fill('Udgave 1, sendt igen')]);
  });

  test('nobody listens where the chat should be: certainly not arrived, and given up in the end', async () => {
    const { serviceUrl } = await town.inside(({ tx, tenantId }) =>
      tx.conversation.findUniqueOrThrow({ where: { tenantId_personId: { tenantId, personId: idOf('Bo') } } }),
    );
    const move = (url: string) =>
      town.inside(({ tx, tenantId }) =>
        tx.conversation.updateMany({ where: { tenantId, personId: idOf('Bo') }, data: { serviceUrl: url } }),
      );
    await move('http://127.0.0.1:9');
    const { ends, mails } = await send('Bo', 'summons');
    await move(serviceUrl);
    expect({ ends, mails }).toEqual({ ends: ['teams given-up', 'mail delivered'], mails: 1 });
  });

  test.each<{ what: string; fault: Fault; end: string }>([
    {
      what: '403, blocked by the person',
      fault: { kind: 'refuse', status: 403, code: 'ConversationBlockedByUser' },
      end: 'blocked',
    },
    {
      what: '403, writing blocked',
      fault: { kind: 'refuse', status: 403, code: 'MessageWritesBlocked' },
      end: 'blocked',
    },
    { what: '403 for no known reason', fault: { kind: 'refuse', status: 403, code: 'SomethingNew' }, end: 'blocked' },
    {
      what: '403, not installed',
      fault: { kind: 'refuse', status: 403, code: 'BotNotInConversationRoster' },
      end: 'not-installed',
    },
    {
      what: '403, switched off by the administrator',
      fault: { kind: 'refuse', status: 403, code: 'BotDisabledByAdmin' },
      end: 'not-installed',
    },
    {
      what: '404, no such chat',
      fault: { kind: 'refuse', status: 404, code: 'ConversationNotFound' },
      end: 'not-installed',
    },
    { what: '404, no such person', fault: { kind: 'refuse', status: 404, code: 'UserNotFound' }, end: 'left' },
    { what: '413, too large', fault: { kind: 'refuse', status: 413, code: 'MessageSizeTooBig' }, end: 'given-up' },
    { what: '400, malformed', fault: { kind: 'refuse', status: 400, code: 'BadSyntax' }, end: 'given-up' },
    { what: '502 for ever', fault: { kind: 'refuse', status: 502 }, end: 'given-up' },
    { what: '429 for ever', fault: { kind: 'refuse', status: 429 }, end: 'given-up' },
  ])('$what: $end, and an e-mail in its place', async ({ fault, end }) => {
    const { id, ends, reads, mails } = await send('Bo', 'summons', { fault });
    expect({ ends, reads, mails }).toEqual({ ends: [`teams ${end}`, 'mail delivered'], reads: [], mails: 1 });
    expect(mail.to.at(-1)).toMatchObject({ to: 'bo@by.example', text: expect.stringContaining('Et brev') });
    const forEver = fault.kind === 'refuse' && (fault.status === 502 || fault.status === 429);
    expect(await attemptsFor(town, id)).toBe((forEver ? MOST_ATTEMPTS : 1) + 1);
  });

  test('a reminder goes by e-mail too where Teams cannot; a notice does not', async () => {
    const fault: Fault = { kind: 'refuse', status: 403, code: 'ConversationBlockedByUser' };
    expect(await send('Bo', 'reminder', { fault })).toMatchObject({
      ends: ['teams blocked', 'mail delivered'],
      mails: 1,
    });
    expect(await send('Bo', 'notice', { fault })).toMatchObject({ ends: ['teams blocked'], mails: 0 });
  });

  test.each<{ what: string; answer: SendResult; again: SendResult; ends: string[] }>([
    {
      what: 'is refused for good',
      answer: { kind: 'broken', code: 'smtp-550' },
      again: { kind: 'broken', code: 'smtp-550' },
      ends: ['mail given-up'],
    },
    {
      what: 'is put off',
      answer: { kind: 'retry', code: 'smtp-451' },
      again: { kind: 'sent', activityId: '' },
      ends: ['mail delivered'],
    },
    {
      what: 'is lost from sight',
      answer: { kind: 'unsure', code: 'smtp-timeout' },
      again: { kind: 'sent', activityId: '' },
      ends: ['mail unsure', 'mail delivered'],
    },
  ])('the e-mail in its place $what', async ({ answer, again, ends }) => {
    let asked = 0;
    mail.answer = () => {
      asked += 1;
      return asked === 1 ? answer : again;
    };
    const sent = await send('Bo', 'summons', {
      fault: { kind: 'refuse', status: 403, code: 'ConversationBlockedByUser' },
    });
    expect(sent.ends).toEqual(['teams blocked', ...ends]);
  });

  test('one that cannot be drawn is tried again and given up, and stands in nobody’s way', async () => {
    const bad = await writeTo('Bo', 'summons');
    letters.failsFrom.set(bad, 0);
    const good = await Promise.all(['Bo', 'Mette', 'Jonas'].map((name) => writeTo(name, 'summons')));
    await town.settle();
    expect(await endsOf(town, bad)).toEqual(['teams given-up']);
    for (const id of good) expect(await endsOf(town, id)).toEqual(['teams delivered']);
    expect(
      town.faults.filter((fault) => fault.includes(bad) || fault.includes('could not be drawn')).length,
    ).toBeGreaterThanOrEqual(MOST_ATTEMPTS);
  });

  test('one that cannot be drawn any more once it was sent is delivered all the same, once', async () => {
    const id = await writeTo('Bo', 'summons');
    letters.failsFrom.set(id, 1);
    await town.settle();
    expect(await endsOf(town, id)).toEqual(['teams delivered']);
    expect(town.reads('Bo')).toEqual(['Udgave 1']);
  });
});

describe('a card that stands in a chat', () => {
  let town: Town;
  let idOf: (name: string) => string;
  beforeAll(async () => {
    ({ town, idOf } = await openPostalTown({ windows: true }));
  });
  afterAll(() => town.close());
  afterEach(() => town.teams.clear());

  const sent = async (): Promise<string> => {
    const id = await town.inside(async (unit) => writeLetter(unit, { personId: idOf('Bo'), class: 'summons' }));
    await town.settle();
    expect(town.reads('Bo')).toEqual(['Udgave 1']);
    return id;
  };
  const dirty = (): Promise<number> =>
    town.inside(({ tx, tenantId }) => tx.sentCard.count({ where: { tenantId, dirtyAt: { not: null } } }));

  test.each<{ what: string; fault: Fault; times: number }>([
    { what: '502', fault: { kind: 'refuse', status: 502 }, times: 2 },
    { what: '412', fault: { kind: 'refuse', status: 412 }, times: 2 },
    { what: '429 with Retry-After', fault: { kind: 'refuse', status: 429, retryAfter: 1 }, times: 1 },
    { what: 'a reset before it was taken', fault: { kind: 'reset-before' }, times: 2 },
    { what: 'a reset after it was taken', fault: { kind: 'reset-after' }, times: 2 },
    { what: 'a lost answer', fault: { kind: 'lose-answer' }, times: 1 },
    { what: 'an outage of many tries', fault: { kind: 'refuse', status: 503 }, times: 7 },
  ])('is drawn anew until Teams has taken it: $what', async ({ fault, times }) => {
    const id = await sent();
    town.teams.faults.add({ wish: 'update', times, fault });
    await town.inside((unit) => changeLetter(unit, id));
    await town.settle();
    expect(town.reads('Bo')).toEqual(['Udgave 2']);
    expect(await dirty()).toBe(0);
    const refused = town.teams.log().filter((entry) => entry.kind === 'refused').length;
    const taken = town.teams.log().filter((entry) => entry.kind === 'updated').length;
    expect(refused + taken).toBe(times + 1);
  });

  test.each<{ what: string; status: number; code: string }>([
    { what: 'deleted by the person', status: 404, code: 'ActivityNotFoundInConversation' },
    { what: 'in a chat that is blocked', status: 403, code: 'ConversationBlockedByUser' },
  ])('is left alone when it is $what', async ({ status, code }) => {
    const id = await sent();
    town.teams.faults.add({ wish: 'update', fault: { kind: 'refuse', status, code } });
    await town.inside((unit) => changeLetter(unit, id));
    await town.settle();
    expect(await dirty()).toBe(0);
    expect(town.teams.log().filter((entry) => entry.kind === 'refused')).toHaveLength(1);
  });

  test('shows what changed while it was on its way', async () => {
    let changing: Promise<void> | undefined;
    const id = await town.inside(async (unit) => writeLetter(unit, { personId: idOf('Bo'), class: 'summons' }));
    town.teams.faults.add({
      wish: 'post',
      times: 1,
      fault: () => {
        changing = town.inside((unit) => changeLetter(unit, id));
        return { kind: 'delay', ms: 200 };
      },
    });
    await town.settle();
    await changing;
    await town.settle();
    expect(town.reads('Bo')).toEqual(['Udgave 2']);
  });

  test('shows what a transaction changed that began before it was written down and ended after', async () => {
    const id = await town.inside(async (unit) => writeLetter(unit, { personId: idOf('Bo'), class: 'summons' }));
    let changing: Promise<void> | undefined;
    town.teams.faults.add({
      wish: 'post',
      times: 1,
      fault: () => {
        // The card is touched before it is known, and the change is seen by nobody until long after the card is written down.
        changing = town.inside(async (unit) => {
          await changeLetter(unit, id);
          await pause(500);
        });
        return { kind: 'delay', ms: 200 };
      },
    });
    await town.settle();
    await changing;
    await town.settle();
    expect(town.reads('Bo')).toEqual(['Udgave 2']);
  });
});

describe('the windows of Teams', () => {
  let town: Town;
  let folder: ReturnType<typeof changedMunicipality>;
  const MANY = 30;
  const TO_ONE = 20;
  beforeAll(async () => {
    folder = changedMunicipality({});
    const people = Array.from({ length: MANY }, (_, n) => {
      const number = String(n + 1).padStart(2, '0');
      return `c0000000-0000-4000-8000-0000000000${number};Person${number} Prøve;p${number}@by.example;SKO;Vejleder;;;2020-01-01;;;da;;`;
    });
    appendFileSync(path.join(folder.folder, 'people.csv'), `\n${people.join('\n')}\n`);
    town = await openTown({
      windows: true,
      at: '2026-03-12T09:00',
      folder: folder.folder,
      more: [makeLetters().capability],
    });
  });
  afterAll(async () => {
    folder.remove();
    await town.close();
  });

  test('before the time that Teams named in Retry-After nothing leaves, to nobody; then everything does', async () => {
    const idOf = await personIds(town);
    const writeTo = (name: string) =>
      town.inside(async (unit) => writeLetter(unit, { personId: idOf(name), class: 'reminder' }));
    const fault: Fault = { kind: 'refuse', status: 429, code: 'TooManyRequests', retryAfter: 1 };
    town.teams.faults.add({ entraId: town.person('Mette').entraId, wish: 'post', times: 1, fault });
    const first = await writeTo('Mette');
    const sending = town.settle();
    await until(() => town.teams.log().some((entry) => entry.kind === 'refused'));
    const others = await Promise.all(['Carla', 'Jonas'].map(writeTo));
    await sending;
    await town.settle();
    for (const id of [first, ...others]) expect(await endsOf(town, id)).toEqual(['teams delivered']);
    const [refused, ...accepted] = town.teams
      .log()
      .filter((entry) => entry.kind === 'refused' || entry.kind === 'accepted');
    expect(refused?.kind).toBe('refused');
    expect(accepted).toHaveLength(3);
    const soonest = Math.min(...accepted.map((entry) => Date.parse(entry.wall)));
    expect(soonest - Date.parse(refused?.wall ?? '')).toBeGreaterThanOrEqual(950);
    town.teams.clear();
  });

  test(`are never overrun: ${MANY} people are told at once, and one gets ${TO_ONE} messages`, async () => {
    const idOf = await personIds(town);
    const names = Array.from({ length: MANY }, (_, n) => `Person${String(n + 1).padStart(2, '0')}`);
    await town.inside(async (unit) => {
      for (const name of names) writeLetter(unit, { personId: idOf(name), class: 'summons' });
      for (let n = 0; n < TO_ONE; n += 1) writeLetter(unit, { personId: idOf('Bo'), class: 'notice' });
    });
    const began = Date.now();
    await town.settle();
    const seconds = (Date.now() - began) / 1_000;

    const log = town.teams.log();
    expect(log.filter((entry) => entry.kind === 'refused')).toEqual([]);
    expect(log.filter((entry) => entry.kind === 'accepted')).toHaveLength(MANY + TO_ONE);
    expect(town.reads('Bo')).toHaveLength(TO_ONE);
    for (const name of names) expect(town.reads(name)).toEqual(['Udgave 1']);
    // Twenty into one chat cannot take less than four seconds by the windows, and nobody else waits for them.
    expect(seconds).toBeGreaterThanOrEqual(4);
    const lastOfMany = Math.max(
      ...log
        .filter((entry) => entry.kind === 'accepted' && entry.entraId !== town.person('Bo').entraId)
        .map((entry) => Date.parse(entry.wall)),
    );
    expect(lastOfMany - began).toBeLessThan(seconds * 1_000);
  });
});

describe('the real invitation', () => {
  let town: Town;
  afterEach(() => town.close());

  test('whose answer was lost comes again with a word about it; its reminder does not', async () => {
    town = await openTown({ windows: true, at: '2026-03-12T09:00' });
    const bo = town.person('Bo').entraId;
    town.teams.faults.add({ entraId: bo, wish: 'post', times: 1, fault: { kind: 'reset-after' } });
    await callMeeting(town, { date: '2026-03-26' });
    const [first, second] = town.reads('Bo');
    expect(town.reads('Bo')).toHaveLength(2);
    expect(first).not.toContain(da.repeated);
    expect(second).toContain(da.repeated);

    await town.until('2026-03-22T12:00');
    town.teams.faults.add({ entraId: bo, wish: 'post', times: 1, fault: { kind: 'reset-after' } });
    await town.until('2026-03-23T12:00');
    expect(heard(town, '2026-03-23').filter((line) => line.includes(' Bo '))).toEqual([
      '2026-03-23T09:00 Bo invitation-answer/second',
    ]);
  });

  test('that is called off while it is on its way says so where it stands', async () => {
    town = await openTown({ windows: true, at: '2026-03-12T09:00' });
    const bo = town.person('Bo').entraId;
    const carla = town.person('Carla').entraId;
    let cancelled: Promise<unknown> = Promise.resolve();
    town.teams.faults.add({
      entraId: bo,
      wish: 'post',
      times: 1,
      fault: () => {
        cancelled = (async () => {
          await town.teams.press(carla, { verb: 'meeting.cancel-ask' });
          await town.teams.press(carla, { verb: 'meeting.cancel' });
        })();
        return { kind: 'delay', ms: 500 };
      },
    });
    await callMeeting(town, { date: '2026-03-26' });
    await cancelled;
    await town.settle();
    const [invitation] = town.teams.chat(bo);
    expect(invitation && town.teams.actionsOf(invitation)).toEqual([]);
    const { meeting } = await newestMeeting(town);
    expect(meeting.status).toBe('cancelled');
  });

  test('that waited for its reader’s return counts from when it was sent: the manager is asked a working day later', async () => {
    town = await openTown({ windows: true, at: '2026-03-12T09:00' });
    const idOf = await personIds(town);
    await town.inside(({ tx, tenantId, house }) =>
      tx.absence.create({
        data: {
          tenantId,
          id: house.newId(),
          personId: idOf('Bo'),
          fromOn: dateFromDay(asDay('2026-03-10')),
          toOn: dateFromDay(asDay('2026-03-23')),
          source: 'test',
        },
      }),
    );
    await callMeeting(town, { date: '2026-03-26', invite: ['Bo'] });
    await town.until('2026-03-26T15:00');
    expect(heard(town, '2026-03-12T09:01')).toEqual([
      '2026-03-24T08:00 Bo invitation-answer/own',
      '2026-03-25T12:00 Sørine invitation-answer/manager',
    ]);
  });
});

async function until(holds: () => boolean): Promise<void> {
  for (let waited = 0; !holds(); waited += 10) {
    if (waited > 5_000) throw new Error('It did not come about');
    await pause(10);
  }
}
