import { words } from '../../content/words/words';
import type { PressOutcome } from '../../stage/connector';
import { callMeeting, newestMeeting, personIds, wholeDatabase } from '../support/meeting-steps';
import { openTown, type Town, textOf } from '../support/town';
import { holdsMeeting, meetingCardOf, works, worksMeeting } from '../support/work-steps';

const AGREED = [
  { owner: 'citizen', text: 'A.K. besøger Tømrer Jensen', due: '2026-04-08' },
  { owner: 'Bo', text: 'Bo ringer til erhvervsskolen', due: '2026-04-10' },
  { owner: 'lead', text: 'Carla sender planen', due: '2026-04-09' },
];

/** Everything that a card in an answer says. */
const wordsOn = (outcome: PressOutcome): string => JSON.stringify(outcome);

/** A meeting called, answered, held and closed, through the meeting card in the chat. */
describe('the meeting card', () => {
  let town: Town;
  let idOf: (name: string) => string;
  beforeAll(async () => {
    town = await openTown({ at: '2026-03-12T09:00' });
    town.teams.faults.windows(false);
    idOf = await personIds(town);
    await callMeeting(town, {
      date: '2026-03-26',
      inputs: { 'role-note-taker': idOf('Bo'), guests: 'Min søster Lea' },
    });
    for (const name of ['Bo', 'Mette', 'Jonas']) await town.presses(name, 'invitation.come');
  });
  afterAll(() => town?.close());

  const notes = async (place: string) =>
    town.inside(async (unit) => {
      const rows = await unit.tx.meetingNote.findMany({ where: { place }, orderBy: { n: 'asc' } });
      return rows.map((row) => unit.open('meeting_note', 'text_sealed', row.id, row.textSealed));
    });

  test('cannot be opened before its day', async () => {
    await town.presses('Carla', 'meeting.work');
    const { meeting } = await newestMeeting(town);
    const early = { force: true, data: { meeting: meeting.id } };
    const refused = await town.presses('Carla', 'meeting.start', {}, early);
    expect(refused).toMatchObject({ status: 200, kind: 'card' });
    expect((await newestMeeting(town)).meeting.status).toBe('called');
  });

  test('says on the card itself why a press did nothing, until it is drawn anew', async () => {
    const { meeting } = await newestMeeting(town);
    const opens = (name: string, data: Record<string, unknown>, verb: string) =>
      town.teams.execute(town.person(name).entraId, { verb, data });
    const early = await opens('Carla', { meeting: meeting.id }, 'meeting.start');
    expect(wordsOn(early)).toContain(words('da').refusals['too-early']);
    expect(wordsOn(early)).toContain('A.K.');
    expect(wordsOn(await opens('Carla', { meeting: meeting.id }, 'meeting.work-back'))).not.toContain(
      words('da').refusals['too-early'],
    );

    // The same of a card that is older than what happened meanwhile.
    const old = await opens('Carla', { meeting: meeting.id, version: 99 }, 'meeting.cancel');
    expect(wordsOn(old)).toContain(words('da').refusals['changed-meanwhile']);
    expect(wordsOn(old)).toContain('Bo Lindgren');
    expect((await newestMeeting(town)).meeting.status).toBe('called');
  });

  test('stands in the lead’s chat on the day, the citizen first', async () => {
    await town.until('2026-03-26T12:50');
    const card = meetingCardOf(town, 'Carla');
    expect(card).toContain('A.K.');
    expect(card).toContain('Min søster Lea');
    expect(card).toContain('Åbn mødet');
  });

  test('opened, it comes to whoever has a role, and nobody answers the invitation any more', async () => {
    await works(town, 'Carla', 'meeting.start');
    expect(meetingCardOf(town, 'Bo')).toContain('Luk mødet');
    const { meeting, invitations } = await newestMeeting(town);
    expect(meeting.status).toBe('running');
    const late = await town.presses(
      'Jonas',
      'invitation.change',
      {},
      {
        force: true,
        data: { invitation: invitations.Jonas?.id, version: invitations.Jonas?.version },
      },
    );
    expect(JSON.stringify(late)).not.toContain('invitation.hindered');
  });

  test('tells what is lacking before it is closed', async () => {
    await works(town, 'Carla', 'meeting.close-ask');
    const card = meetingCardOf(town, 'Carla');
    for (const lacking of ['om borgeren er med', 'hvad borgeren selv siger', 'Sæt hak ved dem', 'næste møde'])
      expect(card).toContain(lacking);
    const { meeting } = await newestMeeting(town);
    await town.presses(
      'Carla',
      'meeting.close',
      {},
      {
        force: true,
        data: { meeting: meeting.id, version: meeting.version },
      },
    );
    expect((await newestMeeting(town)).meeting.status).toBe('running');
  });

  test('two who write in the same place at the same moment lose nothing', async () => {
    for (const name of ['Carla', 'Bo']) {
      await town.presses(
        name,
        'meeting.work',
        {},
        {
          force: true,
          data: { meeting: (await newestMeeting(town)).meeting.id },
        },
      );
      await works(town, name, 'meeting.agenda-form');
    }
    await works(town, 'Carla', 'meeting.agenda', { go: 'back', note: 'Carla: A.K. vil i lære.' });
    const second = await works(town, 'Bo', 'meeting.agenda', { go: 'next', note: 'Bo: jobcentret kan betale kørsel.' });
    expect(JSON.stringify(second)).toContain('En anden skrev her samtidig');
    expect(await notes('agenda:1')).toEqual([
      'Carla: A.K. vil i lære.',
      'Carla: A.K. vil i lære.\nBo: jobcentret kan betale kørsel.',
    ]);
    await works(town, 'Bo', 'meeting.agenda', { go: 'back' });
    expect(meetingCardOf(town, 'Carla')).toContain('jobcentret kan betale kørsel');
  });

  test('two who note who is there do not undo each other', async () => {
    await works(town, 'Carla', 'meeting.here-form');
    await works(town, 'Bo', 'meeting.here-form');
    await works(town, 'Carla', 'meeting.here', { go: 'back', [`here-${idOf('Jonas')}`]: 'false' });
    await works(town, 'Bo', 'meeting.here', { go: 'back', [`here-${idOf('Mette')}`]: 'false' });
    const there = await town.inside(({ tx }) => tx.presence.findMany());
    const names = there.map((one) => ['Carla', 'Bo', 'Mette', 'Jonas'].find((name) => idOf(name) === one.personId));
    expect(names.sort()).toEqual(['Bo', 'Carla', 'Jonas', 'Mette']);
    await works(town, 'Carla', 'meeting.here-form');
    await works(town, 'Carla', 'meeting.here', { go: 'back', [`here-${idOf('Jonas')}`]: 'false' });
    expect(await town.inside(({ tx }) => tx.presence.count())).toBe(3);
  });

  test('a CPR number is kept nowhere, and the rest of the form stands as it was typed', async () => {
    await works(town, 'Carla', 'meeting.citizen-form');
    await works(town, 'Carla', 'meeting.citizen', {
      go: 'next',
      there: 'asked-us',
      how: 'Hun ringede',
      words: 'Mit nummer er 310808-1234',
    });
    const card = meetingCardOf(town, 'Carla');
    expect(card).toContain('Hun ringede');
    expect(await wholeDatabase(town)).not.toContain('310808');
    expect(await notes('citizen-words')).toEqual([]);
  });

  test('a date ahead for when the citizen asked is refused beside its input', async () => {
    await works(town, 'Carla', 'meeting.citizen-form');
    const refused = await town.presses(
      'Carla',
      'meeting.citizen',
      { there: 'asked-us', askedOn: '2026-03-30', words: 'Gå bare i gang' },
      {
        force: true,
        data: { go: 'next' },
      },
    );
    expect(JSON.stringify(refused)).toContain('Gå bare i gang');
    expect((await newestMeeting(town)).meeting.citizenThere).toBe(null);
  });

  test('an agreement pressed twice is one, and a draft can be taken back', async () => {
    await works(town, 'Carla', 'meeting.agreements-form');
    const press = { owner: idOf('Mette'), text: 'Mette taler med familien', due: '2026-04-01' };
    for (let n = 0; n < 2; n += 1)
      await town.presses('Carla', 'meeting.agreement-add', press, {
        copies: 2,
        data: { go: 'more' },
      });
    expect(await town.inside(({ tx }) => tx.agreement.count())).toBeLessThanOrEqual(2);
    for (const row of await town.inside(({ tx }) => tx.agreement.findMany())) {
      await works(town, 'Carla', 'meeting.agreement-remove', { remove: row.id });
    }
    expect(await town.inside(({ tx }) => tx.agreement.count())).toBe(0);
    expect(await town.inside(({ tx }) => tx.obligation.count({ where: { kind: 'agreement' } }))).toBe(0);
  });

  test('is worked part by part, also by whoever takes the notes, and closed', async () => {
    await holdsMeeting(town, {
      by: 'Bo',
      there: 'there',
      agreements: AGREED,
      next: { date: '2026-06-17', time: '13:00' },
    });
    const { meeting } = await newestMeeting(town);
    expect([meeting.status, meeting.counts]).toEqual(['held', true]);
    expect(meetingCardOf(town, 'Bo')).toContain('lukkede mødet');
  });

  test('closed twice it is closed once, and every card shows the outcome without actions that change it', async () => {
    const { meeting } = await newestMeeting(town);
    for (const name of ['Carla', 'Bo'])
      await town.presses(
        name,
        'meeting.close',
        {},
        { force: true, data: { meeting: meeting.id, version: meeting.version } },
      );
    expect(await town.inside(({ tx }) => tx.record.count())).toBe(1);
    const offered = town.teams
      .chat(town.person('Bo').entraId)
      .flatMap((one) => town.teams.actionsOf(one).map(({ verb }) => verb ?? ''));
    expect(offered.filter((verb) => /^meeting\.(?:start|citizen|here|agenda|close|next|agree)/.test(verb))).toEqual([]);
  });

  test('what somebody was typing when it was closed still stands, and they are told that it is not in the record', async () => {
    const late = await works(town, 'Carla', 'meeting.citizen', {
      go: 'next',
      askedOn: '',
      words: 'Lægen ringer tirsdag.',
    });
    expect(JSON.stringify(late)).toContain('Lægen ringer tirsdag.');
    expect(town.reads('Carla').join()).toContain('Mødet blev lukket, mens du skrev');
    expect(await notes('citizen-words')).not.toContain('Lægen ringer tirsdag.');
  });

  test('the record stands in the chats of the team, and names who was there and nobody who was not', () => {
    for (const name of ['Carla', 'Mette', 'Jonas', 'Nanna']) {
      const record = town.teams
        .chat(town.person(name).entraId)
        .map(textOf)
        .find((one) => one.includes('Bo ringer til erhvervsskolen') && one.includes('Referat'));
      expect([name, record?.includes('Jeg vil gerne i lære som tømrer.')]).toEqual([name, true]);
      expect(record).not.toContain('Jonas Fjord');
    }
  });

  test('it reaches the specialist system with its checksum, and the card shows the receipt', async () => {
    await town.settle();
    const [entry] = await town.inside(({ tx }) => tx.journalEntry.findMany());
    expect(entry?.status).toBe('acknowledged');
    expect(entry?.documentSealed).toBe(null);
    const record = await town.inside(({ tx }) => tx.record.findFirstOrThrow());
    expect(entry?.documentHash).toBe(record.documentHash);
    expect(meetingCardOf(town, 'Carla')).toMatch(/kvittering|modtaget/);
  });

  test('what was agreed is owed: by the professional, and by the lead for the citizen', async () => {
    const rows = await town.inside(({ tx }) =>
      tx.obligation.findMany({ where: { kind: { startsWith: 'agreement' } }, orderBy: { dueOn: 'asc' } }),
    );
    expect(rows.map((row) => [row.kind, row.ownerId, row.dueOn?.toISOString().slice(0, 10)])).toEqual([
      ['agreement-of-lead', idOf('Carla'), '2026-04-08'],
      ['agreement-of-lead', idOf('Carla'), '2026-04-09'],
      ['agreement', idOf('Bo'), '2026-04-10'],
    ]);
    await town.until('2026-04-08T09:00');
    expect(town.lastCard('Bo')).toContain('Bo ringer til erhvervsskolen');
    await town.says('Bo', 'venter');
    await town.presses('Bo', 'agreement.open');
    await town.presses('Bo', 'agreement.done');
    const bos = await town.inside(({ tx }) => tx.agreement.findFirstOrThrow({ where: { ownerId: idOf('Bo') } }));
    expect(bos.status).toBe('done');
    await town.until('2026-04-15T12:00');
    expect(town.reads('Bo').filter((text) => text.includes('erhvervsskolen')).length).toBeGreaterThan(0);
    expect(await town.inside(({ tx }) => tx.obligation.count({ where: { matterId: bos.id, closedAt: null } }))).toBe(0);
  });

  test('the next date waits for the lead, and is proposed in the form', async () => {
    await town.says('Carla', 'venter');
    expect(town.lastCard('Carla')).toContain('17. juni');
    await town.presses('Carla', 'meeting.form');
    const form = town.teams.chat(town.person('Carla').entraId).at(-1);
    expect(JSON.stringify(form?.card)).toContain('2026-06-17');
  });

  test('nothing of the meeting stands in clear text in the database', async () => {
    const all = await wholeDatabase(town);
    for (const secret of ['tømrer', 'erhvervsskolen', 'søster', 'kørsel'])
      expect([secret, all.includes(secret)]).toEqual([secret, false]);
  });
  void worksMeeting;
});
