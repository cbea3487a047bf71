import { words } from '../../content/words/words';
import type { StagePerson } from '../../stage/connector';
import { callMeeting, closeInOrder, newestMeeting, wholeDatabase } from '../support/meeting-steps';
import { openTown, type Town, textOf } from '../support/town';

const da = words('da');
const en = words('en');
const guest: StagePerson = {
  entraId: 'c0000000-0000-4000-8000-000000000001',
  name: 'Gustav Gæst',
  title: '',
  department: '',
  email: 'gustav@guest.example',
};

describe('somebody new to the bot', () => {
  let town: Town;
  beforeAll(async () => {
    town = await openTown({
      at: '2026-03-12T09:00',
      met: ['Carla', 'Helle', 'Daniel', 'Jonas', 'Henrik'],
      strangers: [guest],
    });
  });
  afterAll(() => closeInOrder(town));

  const entraId = (name: string) => town.person(name).entraId;
  const answerTo = async (name: string, text: string) => (await town.says(name, text)).map(textOf);

  describe('the greeting', () => {
    test('comes once, though Teams tells of the installation twice at the same time', async () => {
      await town.teams.meet(entraId('Bo'));

      expect(town.reads('Bo')).toEqual([expect.stringContaining(da.greeting.title('Bo'))]);
      expect(town.lastCard('Bo')).toContain(da.greeting.waiting(0));
    });

    test('does not come again, however often the installation is told of', async () => {
      town.teams.faults.inbound({ entraId: entraId('Bo'), times: 2, repeat: { sameId: 1, newId: 1 } });
      await town.teams.meet(entraId('Bo'));

      expect(town.reads('Bo')).toHaveLength(1);
    });

    test('comes once to each of many who meet the bot in the same moment', async () => {
      const many = ['Mette', 'Nikolaj', 'Kasper', 'Thomas', 'Birgitte', 'Gitte'];
      await Promise.all(many.flatMap((name) => [town.teams.meet(entraId(name)), town.teams.meet(entraId(name))]));

      expect(many.map((name) => town.reads(name).length)).toEqual(many.map(() => 1));
    });

    test.each([
      { verb: 'home.waiting', shows: da.waiting.none },
      { verb: 'home.pathways', shows: da.pathways.quiet },
      { verb: 'home.meetings', shows: da.meetings.none },
      { verb: 'home.help', shows: da.help.title },
    ])('has a button that answers $verb', async ({ verb, shows }) => {
      await town.presses('Bo', verb);

      expect(town.lastCard('Bo')).toContain(shows);
    });

    test('is in English for those whose file says so', async () => {
      await town.teams.remove(entraId('Daniel'));
      await town.inside(({ tx }) =>
        tx.person.updateMany({ where: { entraId: entraId('Daniel') }, data: { greetedAt: null } }),
      );
      await town.teams.meet(entraId('Daniel'));

      expect(town.lastCard('Daniel')).toContain(en.greeting.title('Daniel'));
    });

    test('waits for nobody: whoever writes before any installation was told of is answered', async () => {
      expect(await answerTo('Vibeke', 'hej')).toEqual([expect.stringContaining(da.help.title)]);
    });
  });

  describe('what one can write', () => {
    test.each([
      { text: 'hjælp', shows: da.help.title },
      { text: 'HJÆLP!', shows: da.help.title },
      { text: '  hej. ', shows: da.help.title },
      { text: 'venter', shows: da.waiting.none },
      { text: 'mit', shows: da.waiting.none },
      { text: 'Hvad  venter?', shows: da.waiting.none },
      { text: 'forløb', shows: da.pathways.quiet },
      { text: 'møde', shows: da.meetings.none },
      { text: 'mine møder', shows: da.meetings.none },
    ])('in Danish: "$text"', async ({ text, shows }) => {
      expect(await answerTo('Mette', text)).toEqual([expect.stringContaining(shows)]);
    });

    test.each([
      { text: 'help', shows: en.help.title },
      { text: 'Hello', shows: en.help.title },
      { text: 'waiting', shows: en.waiting.none },
      { text: 'mine', shows: en.waiting.none },
      { text: 'pathways', shows: en.pathways.quiet },
      { text: 'meetings', shows: en.meetings.none },
    ])('in English: "$text"', async ({ text, shows }) => {
      expect(await answerTo('Daniel', text)).toEqual([expect.stringContaining(shows)]);
    });

    test('a delivery that Teams repeats is answered once', async () => {
      const before = town.reads('Jonas').length;
      town.teams.faults.inbound({ entraId: entraId('Jonas'), times: 1, repeat: { sameId: 3 } });
      await town.says('Jonas', 'hjælp');

      expect(town.reads('Jonas').slice(before)).toEqual(['hjælp', expect.stringContaining(da.help.title)]);
    });

    test('how the house is, for the administrator', async () => {
      const [status] = await answerTo('Helle', 'status');

      expect(status).toContain(da.statusCard.quiet);
      for (const key of ['database', 'queue', 'mail', 'messages', 'unreached', 'orphans', 'import']) {
        expect(status).toContain(da.status[key as keyof typeof da.status]);
      }
      expect(status).toContain(da.statusDetail.mailOff);
      expect(await answerTo('Helle', 'hjælp')).toEqual([expect.stringContaining(da.commands.status.line)]);
    });

    test('for everybody else the word status does what asking for help does, also pressed', async () => {
      const help = await answerTo('Mette', 'hjælp');

      expect(await answerTo('Mette', 'status')).toEqual(help);
      await town.presses('Mette', 'home.status', {}, { force: true });
      expect([town.lastCard('Mette')]).toEqual(help);
      expect(help[0]).not.toContain(da.commands.status.line);
    });

    test('what is not understood gets the nearest things one can do, as buttons', async () => {
      const [nearest] = await answerTo('Mette', 'vnter');

      expect(nearest).toContain(da.nearest.title);
      expect(nearest).toContain(da.commands.waiting.line);
      await town.presses('Mette', 'home.waiting', {}, {});
      expect(town.lastCard('Mette')).toContain(da.waiting.none);
      expect(await answerTo('Daniel', 'I would like a pony, please')).toEqual([
        expect.stringContaining(en.nearest.title),
      ]);
    });

    test('a text with a CPR number is refused with a friendly word, and the number is nowhere', async () => {
      expect(await answerTo('Mette', 'forløb 120370-4321')).toEqual([da.turn.cpr]);
      expect(await answerTo('Daniel', 'my citizen is 1203704321')).toEqual([en.turn.cpr]);

      const everything = await wholeDatabase(town);
      expect(everything).not.toContain('120370-4321');
      expect(everything).not.toContain('1203704321');
    });
  });

  describe('the language', () => {
    test('is the one that Teams spoke last, also for what the bot sends by itself', async () => {
      const [english] = await town.teams.say(entraId('Jonas'), 'hjælp', { locale: 'en' });
      expect(textOf(english)).toContain(en.help.title);
      await callMeeting(town, { date: '2026-04-15', invite: ['Jonas'] });
      expect(town.lastCard('Jonas')).toContain(en.invitation.come);

      const [danish] = await town.teams.say(entraId('Jonas'), 'hjælp', { locale: 'da' });
      expect(textOf(danish)).toContain(da.help.title);
      await callMeeting(town, { date: '2026-04-16', invite: ['Jonas'] });
      expect(town.lastCard('Jonas')).toContain(da.invitation.come);
    });
  });

  test('the language that Teams spoke is not forgotten when the file is imported again', async () => {
    await town.teams.say(entraId('Jonas'), 'hjælp', { locale: 'en' });
    await town.imports('test/support/municipality');
    await callMeeting(town, { date: '2026-04-20', invite: ['Jonas'] });

    expect(town.lastCard('Jonas')).toContain(en.invitation.come);
    await town.says('Jonas', 'hjælp');
  });

  describe('groups and channels', () => {
    test.each([
      { where: 'group', name: 'Carla', text: 'forløb BF-2025-0142', says: da.turn.onlyOneToOne },
      { where: 'channel', name: 'Carla', text: 'forløb BF-2025-0142', says: da.turn.onlyOneToOne },
      { where: 'group', name: 'Daniel', text: 'waiting', says: en.turn.onlyOneToOne },
      { where: 'channel', name: 'Helle', text: 'status', says: da.turn.onlyOneToOne },
    ] as const)('a $where hears only where to write, whatever $name writes', async ({ where, name, text, says }) => {
      const before = town.reads(name).length;

      const answers = await town.teams.say(entraId(name), text, { where, locale: town.person(name).locale ?? 'da' });

      expect(answers.map(textOf)).toEqual([says]);
      expect(town.reads(name)).toHaveLength(before);
    });
  });

  describe('somebody who is not in the organisation', () => {
    const answer = da.turn.unknownPerson(
      'Skriv til Digital Service på roedtraad@traaby.example, så hjælper de dig videre.',
    );

    test('is told whom to ask, whatever they write, and is not greeted', async () => {
      await town.teams.meet(guest.entraId);
      expect(town.reads(guest.name)).toEqual([]);

      for (const text of [
        'hej',
        'forløb BF-2025-0142',
        'forløb BF-1999-0001',
        'venter',
        'status',
        'tid 2026-04-01 08:00',
      ]) {
        expect((await town.teams.say(guest.entraId, text)).map(textOf)).toEqual([answer]);
      }
    });

    test('is told the same when they press with ids that are real, and nothing changes', async () => {
      await callMeeting(town, { date: '2026-04-17', invite: ['Jonas'] });
      const { meeting, invitations } = await newestMeeting(town);
      const invitation = invitations.Jonas?.id;
      const presses = [
        { verb: 'pathway.open', data: { pathway: meeting.pathwayId } },
        { verb: 'meeting.open', data: { meeting: meeting.id } },
        { verb: 'invitation.come', data: { invitation, version: 1 } },
        { verb: 'meeting.cancel', data: { meeting: meeting.id, version: 1 } },
        { verb: 'no.such', data: {} },
      ];
      for (const press of presses) {
        expect(await town.teams.execute(guest.entraId, press)).toMatchObject({
          status: 200,
          kind: 'message',
          text: answer,
        });
      }

      expect(await newestMeeting(town)).toEqual({ meeting, invitations });
      expect(await wholeDatabase(town)).not.toContain(guest.entraId);
    });

    test('is told so in English where Teams speaks English', async () => {
      const [answered] = await town.teams.say(guest.entraId, 'hello', { locale: 'en' });

      expect(textOf(answered)).toContain('Write to Digital Service');
    });
  });
});
