import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { makeMail } from '../../bot/messages/mail';
import type { Mail, MailPort } from '../../bot/messages/port';
import { words } from '../../content/words/words';
import {
  callMeeting,
  cardWith,
  changedMunicipality,
  closeInOrder,
  endings,
  heard,
  onLeadsCard,
  personIds,
} from '../support/meeting-steps';
import { openTown, type Town, textOf } from '../support/town';

const da = words('da');

describe('somebody who has not met the bot', () => {
  let town: Town;
  const mails: Mail[] = [];
  const mail: MailPort = {
    send: async (one) => {
      if (!one.calendar) mails.push(one);
      return { kind: 'sent', activityId: '' };
    },
  };
  beforeAll(async () => {
    town = await openTown({ at: '2026-03-12T09:00', met: ['Carla', 'Jonas', 'Helle'], mail });
    await callMeeting(town, { date: '2026-03-26' });
  });
  afterAll(() => closeInOrder(town));

  test('is told by e-mail in its place, with nothing of the citizen but the reference', async () => {
    expect(mails.map((one) => one.to).sort()).toEqual(['bo@by.example', 'mette@by.example']);
    for (const { subject, text } of mails) {
      expect(subject).not.toContain('BF-2025-0142');
      expect(text).toContain('BF-2025-0142');
      expect(text).toContain('26. marts');
      for (const hidden of ['A.K.', 'Rådhuset', 'vej til job', 'familie']) expect(text).not.toContain(hidden);
    }
    expect(await endings(town)).toEqual({ 'teams delivered': 1, 'teams not-installed': 2, 'mail delivered': 2 });
  });

  test('is shown as such on the lead’s card', () => {
    expect(onLeadsCard(town, 'Carla', 'Bo')).toContain(da.meeting.unreachedMail);
    expect(onLeadsCard(town, 'Carla', 'Mette')).toContain(da.meeting.unreachedMail);
    expect(onLeadsCard(town, 'Carla', 'Jonas')).not.toContain(da.meeting.unreachedMail);
  });

  test('is reminded by e-mail too, where the date depends on it; so is a manager', async () => {
    await town.presses('Jonas', 'invitation.come');
    mails.length = 0;
    await town.until('2026-03-24T15:00');

    // The line of a morning is no e-mail.
    expect(mails.map((one) => one.to).sort()).toEqual([
      'bo@by.example',
      'mette@by.example',
      'soerine@by.example',
      'thomas@by.example',
    ]);
    expect(heard(town, '2026-03-12T09:01')).toEqual([]);
  });

  test('gets what still waits when they meet the bot: each matter once, and no more', async () => {
    await town.teams.meet(town.person('Mette').entraId);
    await town.settle();

    expect(town.reads('Mette')).toHaveLength(2);
    const [greeting, invitation] = town.reads('Mette');
    expect(greeting).toContain(da.greeting.waiting(1));
    expect(invitation).toContain(da.invitation.come);
    expect(onLeadsCard(town, 'Carla', 'Mette')).not.toContain(da.meeting.unreachedMail);
    await town.presses('Mette', 'invitation.come');
    expect(onLeadsCard(town, 'Carla', 'Mette')).toContain(da.meeting.invited.coming);
  });

  test('gets nothing that is over when they meet it', async () => {
    // Mette has answered by now: her manager has nothing to do.
    await town.teams.meet(town.person('Thomas').entraId);
    await town.settle();
    expect(town.reads('Thomas')).toEqual([expect.stringContaining(da.greeting.waiting(0))]);

    await town.until('2026-03-27T09:00');
    await town.teams.meet(town.person('Bo').entraId);
    await town.settle();
    expect(town.reads('Bo')).toEqual([expect.stringContaining(da.greeting.waiting(0))]);
  });

  test('is told of a cancelled meeting by e-mail, having heard of it by e-mail', async () => {
    await town.until('2026-03-30T09:00');
    await town.teams.remove(town.person('Bo').entraId);
    await callMeeting(town, { date: '2026-04-15', invite: ['Bo'] });
    mails.length = 0;
    await town.presses('Carla', 'meeting.cancel-ask');
    await town.presses('Carla', 'meeting.cancel');

    expect(mails).toMatchObject([{ to: 'bo@by.example', text: expect.stringContaining('aflyst') }]);
  });
});

describe('without an SMTP server', () => {
  let town: Town;
  beforeAll(async () => {
    town = await openTown({ at: '2026-03-12T09:00', met: ['Carla', 'Helle'] });
    await callMeeting(town, { date: '2026-03-26', invite: ['Bo'] });
  });
  afterAll(() => closeInOrder(town));

  test('the lead is told to call, and nothing pretends that an e-mail went', async () => {
    expect(onLeadsCard(town, 'Carla', 'Bo')).toContain(da.meeting.unreached);
    expect(await endings(town)).toEqual({ 'teams not-installed': 1 });
  });

  test('the administrator sees both in the status', async () => {
    const [status] = (await town.says('Helle', 'status')).map(textOf);

    expect(status).toContain(da.statusDetail.mailOff);
    expect(status).toContain(da.statusDetail.unreached(1));
  });
});

describe('somebody who cannot be reached any more', () => {
  let town: Town;
  const mails: string[] = [];
  beforeAll(async () => {
    const mail: MailPort = {
      send: async ({ to, calendar }) => {
        if (!calendar) mails.push(to);
        return { kind: 'sent', activityId: '' };
      },
    };
    town = await openTown({ at: '2026-03-12T09:00', met: ['Carla', 'Jonas', 'Mette'], mail });
  });
  afterAll(() => closeInOrder(town));

  test('having blocked the bot, gets an e-mail, and what waits when they write again', async () => {
    const jonas = town.person('Jonas').entraId;
    town.teams.block(jonas);
    await callMeeting(town, { date: '2026-03-26', invite: ['Jonas'] });

    expect(mails).toEqual(['jonas@by.example']);
    expect(await endings(town)).toEqual({ 'teams blocked': 1, 'mail delivered': 1 });
    expect(onLeadsCard(town, 'Carla', 'Jonas')).toContain(da.meeting.unreachedMail);

    town.teams.block(jonas, false);
    await town.says('Jonas', 'hej');
    expect(town.reads('Jonas').filter((text) => text.includes(da.invitation.come))).toHaveLength(1);
    expect(onLeadsCard(town, 'Carla', 'Jonas')).not.toContain(da.meeting.unreachedMail);
  });

  test('having removed the bot, gets an e-mail, and what waits when they meet it again, without a second greeting', async () => {
    mails.length = 0;
    const mette = town.person('Mette').entraId;
    await town.teams.remove(mette);
    await callMeeting(town, { date: '2026-03-27', invite: ['Mette'] });
    expect(mails).toEqual(['mette@by.example']);
    expect(onLeadsCard(town, 'Carla', 'Mette')).toContain(da.meeting.unreachedMail);

    await town.teams.meet(mette);
    await town.settle();
    expect(town.reads('Mette')).toEqual([expect.stringContaining(da.invitation.come)]);
  });

  test('coming and going twice is sent it once each time it waited', async () => {
    const mette = town.person('Mette').entraId;
    await town.teams.remove(mette);
    await town.teams.meet(mette);
    await town.settle();

    expect(town.reads('Mette')).toHaveLength(1);
  });
});

describe('somebody who has left', () => {
  let town: Town;
  const withoutBo = changedMunicipality({
    'people.csv': (line) => (line.includes('bo@by.example') ? null : line),
    'pathways.csv': (line) =>
      line
        .replace('bo@by.example|', '')
        .replaceAll('bo@by.example', 'daniel@by.example')
        .replace('|daniel@by.example', ''),
  });
  beforeAll(async () => {
    town = await openTown({
      at: '2026-03-12T17:00',
      met: ['Carla', 'Bo', 'Mette', 'Henrik', 'Sørine', 'Thomas', 'Helle'],
    });
    await callMeeting(town, { date: '2026-03-26', invite: ['Bo', 'Mette'] });
    const report = await town.imports(withoutBo.folder);
    expect(report).toMatchObject({ people: { left: 1 }, orphans: 1 });
  });
  afterAll(async () => {
    withoutBo.remove();
    await closeInOrder(town);
  });

  test('is sent nothing, not even what was on its way', async () => {
    await town.until('2026-03-13T09:00');

    expect(heard(town)).toEqual(['2026-03-13T08:00 Mette invitation-answer/own']);
    expect(await endings(town)).toEqual({ 'teams delivered': 1, 'teams left': 1 });
    expect((await town.says('Bo', 'venter')).map(textOf)).toEqual([
      da.turn.unknownPerson('Skriv til Digital Service på roedtraad@traaby.example, så hjælper de dig videre.'),
    ]);
  });

  test('leaves what they owed to the list of what is without an owner, which their manager sees', async () => {
    const [waiting = ''] = (await town.says('Sørine', 'venter')).map(textOf);

    expect(waiting).toContain(da.waiting.unowned);
    expect(waiting).toContain('BF-2025-0142');
    for (const hidden of ['A.K.', 'Rådhuset']) expect(waiting).not.toContain(hidden);
    expect((await town.says('Thomas', 'venter')).map(textOf)).toEqual([expect.stringContaining(da.waiting.none)]);
    const [status] = (await town.says('Helle', 'status')).map(textOf);
    expect(status).toContain(da.statusDetail.orphans(1));
  });

  test('is replaced by whom the manager names, and then nothing is without an owner', async () => {
    await town.says('Sørine', 'venter');
    await town.presses('Sørine', 'representation.open');
    expect(town.lastCard('Sørine')).toContain(da.representation.because.left('Bo Lindgren'));
    await town.presses('Sørine', 'representation.name', { person: (await personIds(town))('Henrik') });
    await town.presses('Henrik', 'stand-in.accept');

    expect(onLeadsCard(town, 'Carla', 'Bo')).toContain('Henrik Toft');
    expect((await town.says('Sørine', 'venter')).map(textOf)).toEqual([expect.stringContaining(da.waiting.none)]);
    expect(textOf(cardWith(town, 'Sørine', da.representation.states.accepted))).toContain('Henrik Toft');
    await town.until('2026-03-27T09:00');
    expect(heard(town).filter((line) => line.includes(' Bo '))).toEqual([]);
    const open = await town.inside(({ tx }) =>
      tx.obligation.findMany({ where: { closedAt: null, matterKind: { not: 'milestone' } }, include: { owner: true } }),
    );
    expect(open.map((one) => [one.kind, one.owner?.name])).toEqual([['meeting-record', 'Carla Holm']]);
  });
});

describe('the e-mail itself', () => {
  type Got = { readonly from: string; readonly to: string[]; readonly raw: string };
  const got: Got[] = [];
  /** What the next recipients are answered with; 250 when there is none. */
  const answers: number[] = [];
  let server: SMTPServer;
  let url: string;
  beforeAll(async () => {
    server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      onRcptTo: (_address, _session, done) => {
        const code = answers.shift();
        done(code === undefined ? null : Object.assign(new Error('no'), { responseCode: code }));
      },
      onData: (stream, session, done) => {
        const parts: Buffer[] = [];
        stream.on('data', (part: Buffer) => parts.push(part));
        stream.on('end', () => {
          const from = session.envelope.mailFrom === false ? '' : session.envelope.mailFrom.address;
          got.push({
            from,
            to: session.envelope.rcptTo.map((one) => one.address),
            raw: Buffer.concat(parts).toString('utf8'),
          });
          done();
        });
      },
    });
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    url = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
  });
  afterAll(() => new Promise<void>((resolve) => server.close(resolve)));

  const isCalendar = ({ raw }: Got) => /^content-type: text\/calendar/im.test(raw);
  const letters = () => got.filter((one) => !isCalendar(one));
  const calendars = () => got.filter(isCalendar).sort((a, b) => a.to.join().localeCompare(b.to.join()));

  test('goes by SMTP to who could not be reached, in their own language', async () => {
    const mail = makeMail({ url, from: 'roedtraad@traaby.example' });
    const town = await openTown({ at: '2026-03-12T09:00', met: ['Carla', 'Bo'], mail });
    try {
      await callMeeting(town, { date: '2026-03-26', invite: ['Bo', 'Mette'] });
      await town.presses('Bo', 'invitation.stand-in', { colleague: (await personIds(town))('Daniel') });

      expect(letters().map(({ from, to }) => [from, ...to])).toEqual([
        ['roedtraad@traaby.example', 'mette@by.example'],
        ['roedtraad@traaby.example', 'daniel@by.example'],
      ]);
      const [danish, english] = letters().map(({ raw }) => plainText(raw));
      expect(danish).toContain('teammødet torsdag den 26. marts kl.\u00a013? BF-2025-0142');
      expect(english).toContain('Thursday 26 March');
      expect(await endings(town)).toEqual({ 'teams delivered': 1, 'teams not-installed': 2, 'mail delivered': 2 });
      // Into the calendar it comes to everybody, whether Teams reaches them or not.
      expect(calendars().map(({ from, to }) => [from, ...to])).toEqual(
        ['bo', 'carla', 'mette'].map((name) => ['roedtraad@traaby.example', `${name}@by.example`]),
      );
    } finally {
      await closeInOrder(town);
    }
  });

  test('that the server wants later is sent again', async () => {
    got.length = 0;
    // Whichever come first: the letter, and the entries for two calendars.
    answers.push(451, 451, 451);
    const town = await openTown({
      at: '2026-03-12T09:00',
      met: ['Carla'],
      mail: makeMail({ url, from: 'roedtraad@traaby.example' }),
    });
    try {
      await callMeeting(town, { date: '2026-03-26', invite: ['Mette'] });

      expect(answers).toEqual([]);
      expect(letters().map(({ to }) => to)).toEqual([['mette@by.example']]);
      expect(calendars().map(({ to }) => to)).toEqual([['carla@by.example'], ['mette@by.example']]);
      expect(await endings(town)).toEqual({ 'teams not-installed': 1, 'mail delivered': 1 });
    } finally {
      await closeInOrder(town);
    }
  });

  test.each([
    { what: 'taken', code: undefined, result: { kind: 'sent', activityId: '' } },
    { what: 'wanted later', code: 450, result: { kind: 'retry', code: 'smtp-450' } },
    { what: 'refused for good', code: 550, result: { kind: 'broken', code: 'smtp-550' } },
  ])('when it is $what, says so', async ({ code, result }) => {
    if (code !== undefined) answers.push(code);

    expect(
      await makeMail({ url, from: 'a@by.example' }).send({ to: 'b@by.example', subject: 'Emne', text: 'Æ' }),
    ).toEqual(result);
  });

  test('to a server that is not there may be tried again', async () => {
    const nowhere = makeMail({ url: 'smtp://127.0.0.1:1', from: 'a@by.example' });

    expect(await nowhere.send({ to: 'b@by.example', subject: 'Emne', text: 'Æ' })).toEqual({
      kind: 'retry',
      code: 'smtp-unreachable',
    });
  });
});

/** The text of a plain e-mail, decoded. */
function plainText(raw: string): string {
  const [head = '', ...rest] = raw.split('\r\n\r\n');
  const body = rest.join('\r\n\r\n');
  if (/^content-transfer-encoding: base64/im.test(head)) return Buffer.from(body, 'base64').toString('utf8');
  if (!/^content-transfer-encoding: quoted-printable/im.test(head)) return body;
  const bytes = body
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
