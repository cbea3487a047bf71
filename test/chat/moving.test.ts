import { capitalised } from '../../content/words/numbers';
import { words } from '../../content/words/words';
import {
  besideInput,
  callMeeting,
  cardWith,
  closeInOrder,
  endings,
  heard,
  heardOfAll,
  inputsOf,
  newestMeeting,
  onLeadsCard,
  personIds,
  REF,
  wholeDatabase,
} from '../support/meeting-steps';
import { openTown, type Town, textOf } from '../support/town';
import { works } from '../support/work-steps';

const da = words('da');

describe('moving a meeting', () => {
  let town: Town;
  let idOf: (name: string) => string;
  beforeAll(async () => {
    town = await openTown({ at: '2026-03-12T09:00' });
    idOf = await personIds(town);
  });
  afterAll(() => closeInOrder(town));

  const moveTo = async (date: string, inputs: Record<string, string> = {}) => {
    await town.presses('Carla', 'meeting.move-form');
    return town.presses('Carla', 'meeting.move', { date, agreed: 'true', ...inputs });
  };

  describe('by the form', () => {
    beforeAll(() => callMeeting(town, { date: '2026-04-15', invite: ['Bo'] }));

    test('shows the time it has now, and whether the citizen agreed to the new one', async () => {
      await town.presses('Carla', 'meeting.move-form');

      expect(inputsOf(cardWith(town, 'Carla', da.moveForm.text).card)).toEqual({
        date: '2026-04-15',
        time: '13:00',
        agreed: 'false',
      });
    });

    test.each([
      {
        what: 'the time it has already',
        inputs: { date: '2026-04-15', time: '13:00', agreed: 'true' },
        at: 'date',
        says: 'same-time',
      },
      {
        what: 'a day that is past',
        inputs: { date: '2026-03-02', time: '10:30', agreed: 'true' },
        at: 'date',
        says: 'past-time',
      },
      {
        what: 'a Sunday',
        inputs: { date: '2026-04-19', time: '10:30', agreed: 'true' },
        at: 'date',
        says: 'not-working-time',
      },
      {
        what: 'a time that is none',
        inputs: { date: '2026-04-22', time: 'ti', agreed: 'true' },
        at: 'time',
        says: 'bad-time',
      },
      {
        what: 'a time not agreed with the citizen',
        inputs: { date: '2026-04-22', time: '10:30', agreed: 'false' },
        at: 'agreed',
        says: 'citizen-not-asked',
      },
    ] as const)('$what is said beside its field, with everything typed still there', async ({ inputs, at, says }) => {
      const before = await newestMeeting(town);
      const outcome = await town.presses('Carla', 'meeting.move', inputs, { force: true });

      expect(besideInput(outcome.card, at)).toContain(da.refusals[says]);
      expect(inputsOf(outcome.card)).toEqual(inputs);
      expect(await newestMeeting(town)).toEqual(before);
    });

    test('can be left, and the meeting stands as it was', async () => {
      const before = await newestMeeting(town);
      await town.presses('Carla', 'meeting.back');

      expect(textOf(cardWith(town, 'Carla', '15. april'))).toContain(da.meeting.move);
      expect(await newestMeeting(town)).toEqual(before);
    });

    test('a CPR number in it is refused beside its field; nothing moves, and it is nowhere in the database', async () => {
      const before = await newestMeeting(town);
      await town.presses('Carla', 'meeting.move-form');
      const typed = { date: '2026-04-22', time: '120370-4321', agreed: 'true' };
      const outcome = await town.presses('Carla', 'meeting.move', typed, { force: true });

      expect(besideInput(outcome.card, 'time')).toContain(da.turn.cpr);
      expect(inputsOf(outcome.card)).toEqual({ ...typed, time: '' });
      expect(await newestMeeting(town)).toEqual(before);
      expect(await wholeDatabase(town)).not.toMatch(/120370-?4321/);
    });

    test('moves once, however often the press is delivered', async () => {
      const before = heard(town).length;
      await town.presses(
        'Carla',
        'meeting.move',
        { date: '2026-04-22', time: '10:30', agreed: 'true' },
        { copies: 4, together: true },
      );

      const { meeting } = await newestMeeting(town);
      expect(meeting).toMatchObject({ localStart: '2026-04-22T10:30', sequence: 1 });
      expect(heard(town).slice(before)).toEqual(['2026-03-12T09:00 Bo invitation-answer/own']);
      expect(town.lastCard('Bo')).toContain(da.invitation.moved('onsdag den 15. april kl.\u00a013'));
      const audit = await town.inside(({ tx }) =>
        tx.auditRow.count({ where: { act: 'meeting.move', matterId: meeting.id } }),
      );
      expect(audit).toBe(1);
    });

    test('from a form that is older than the meeting shows how it stands now', async () => {
      const { meeting } = await newestMeeting(town);
      const late = await town.teams.execute(town.person('Nanna').entraId, {
        verb: 'meeting.move',
        data: { meeting: meeting.id, version: 1, date: '2026-04-29', time: '10:00', agreed: 'true' },
      });

      expect(JSON.stringify(late.card)).toContain('22. april');
      expect(await newestMeeting(town)).toMatchObject({ meeting: { localStart: '2026-04-22T10:30' } });
    });

    test('two leads at the same moment move it once', async () => {
      const { meeting } = await newestMeeting(town);
      const move = (name: string, date: string) =>
        town.teams.execute(town.person(name).entraId, {
          verb: 'meeting.move',
          data: { meeting: meeting.id, version: meeting.version, date, time: '10:00', agreed: 'true' },
        });
      await Promise.all([move('Carla', '2026-04-28'), move('Nanna', '2026-04-29')]);
      await town.settle();

      const after = await newestMeeting(town);
      expect(after.meeting.sequence).toBe(meeting.sequence + 1);
      expect(town.lastCard('Bo')).toContain(`den ${Number(after.meeting.localStart.slice(8, 10))}. april`);
    });
  });

  test('lets a colleague go who was to come in somebody’s place, and asks the invited one with the answer they gave', async () => {
    await callMeeting(town, { date: '2026-05-04', invite: ['Bo'] });
    await town.presses('Bo', 'invitation.stand-in', { colleague: idOf('Henrik') });
    await town.presses('Henrik', 'stand-in.accept');
    const before = heard(town).length;

    await moveTo('2026-05-06');

    expect(heard(town).slice(before).sort()).toEqual([
      '2026-03-12T09:00 Bo invitation-answer/own',
      '2026-03-12T09:00 Henrik notice/stand-in-withdrawn',
    ]);
    expect(town.lastCard('Bo')).toContain(da.invitation.earlier['stand-in']);
    expect(textOf(cardWith(town, 'Henrik', da.standIn.states.withdrawn))).not.toContain('A.K.');
    expect(onLeadsCard(town, 'Carla', 'Bo')).toContain(da.meeting.invited.asked);
  });

  test('asks a colleague who has not answered yet about the new date', async () => {
    await callMeeting(town, { date: '2026-05-11', invite: ['Bo'] });
    await town.presses('Bo', 'invitation.stand-in', { colleague: idOf('Malene') });
    const before = heard(town).length;

    await moveTo('2026-05-13');

    expect(heard(town).slice(before).sort()).toEqual([
      '2026-03-12T09:00 Bo invitation-answer/own',
      '2026-03-12T09:00 Malene stand-in-answer/own',
    ]);
    expect(town.lastCard('Malene')).toContain('13. maj');
    await town.presses('Malene', 'stand-in.accept');
    expect(onLeadsCard(town, 'Carla', 'Bo')).toContain('Malene Overby');
  });

  test('takes from the lead and the manager what they were asked about somebody hindered then', async () => {
    await callMeeting(town, { date: '2026-05-18', invite: ['Bo', 'Mette'] });
    await town.presses('Bo', 'invitation.hindered', { code: 'absent' });
    await town.presses('Carla', 'hindered.somebody');
    await town.presses('Mette', 'invitation.hindered', { code: 'absent' });

    await moveTo('2026-05-20');

    expect(town.lastCard('Bo')).toContain(da.invitation.earlier.hindered);
    expect(textOf(cardWith(town, 'Carla', da.hindered.states.changed))).not.toContain(da.hindered.somebodyAction);
    const { meeting } = await newestMeeting(town);
    const open = await town.inside(({ tx }) =>
      tx.obligation.findMany({
        where: {
          closedAt: null,
          pathwayId: meeting.pathwayId,
          openedAt: { gte: meeting.calledAt },
          anchors: { path: ['meeting'], equals: meeting.localStart },
        },
      }),
    );
    // Asked anew; and the meeting's own: that it is noticed when it is past, and its record.
    expect(open.map((one) => one.kind).sort()).toEqual([
      'invitation-answer',
      'invitation-answer',
      'meeting-record',
      'meeting-start',
    ]);
    expect((await town.says('Sørine', 'venter')).map(textOf)).toEqual([expect.stringContaining(da.waiting.none)]);
  });

  test('in the evening is told the next morning', async () => {
    await town.until('2026-03-12T17:00');
    await callMeeting(town, { date: '2026-05-26', invite: ['Jonas'] });
    await moveTo('2026-05-27');
    expect(heard(town, '2026-03-12T09:01')).toEqual([]);

    await town.until('2026-03-13T08:00');

    // The asking and the moving are one card: there is nothing about the first date to answer to any more.
    expect(heard(town, '2026-03-12T09:01')).toEqual(['2026-03-13T08:00 Jonas invitation-answer/own']);
    expect(town.lastCard('Jonas')).toContain('27. maj');
  });
  describe('onto a time when somebody cannot', () => {
    const form = () => cardWith(town, 'Carla', da.moveForm.text);
    const startNow = async () => (await newestMeeting(town)).meeting.localStart;
    const taken = da.callForm.taken('2026-06-17T10:00', '2026-06-17T11:00');
    beforeAll(async () => {
      await callMeeting(town, { date: '2026-06-17', time: '10:00', invite: ['Bo'] });
      await callMeeting(town, { date: '2026-06-24', invite: ['Bo', 'Mette'] });
    });

    test('shows who is taken and when, the lead too, before anything moves', async () => {
      await moveTo('2026-06-17', { time: '10:30' });

      expect(textOf(form())).toContain(da.moveForm.clash);
      for (const name of ['Bo Lindgren', 'Carla Holm'])
        expect(textOf(form())).toContain(`${name}:  | ${capitalised(taken)}.`);
      expect(textOf(form())).not.toContain('Mette Rosen:');
      expect(inputsOf(form().card)).toEqual({ date: '2026-06-17', time: '10:30', agreed: 'true' });
      expect(await startNow()).toBe('2026-06-24T13:00');
    });

    test('asks again at another time, and moves when it is pressed once more', async () => {
      const messageId = form().id;
      await town.presses('Carla', 'meeting.move', { time: '10:45' }, { messageId });
      expect(await startNow()).toBe('2026-06-24T13:00');
      expect(textOf(form())).toContain(da.moveForm.moveAnyway);

      await town.presses('Carla', 'meeting.move', {}, { messageId });
      expect(await startNow()).toBe('2026-06-17T10:45');
    });
  });
});

describe('moving a meeting whose day has come', () => {
  let town: Town;
  let idOf: (name: string) => string;
  beforeAll(async () => {
    town = await openTown({ at: '2026-03-12T09:00' });
    idOf = await personIds(town);
    await callMeeting(town, { date: '2026-03-26', inputs: { 'role-note-taker': idOf('Bo') } });
    await town.presses('Bo', 'invitation.come');
    await town.presses('Mette', 'invitation.hindered', { code: 'absent' });
    await town.presses('Carla', 'hindered.manage');
    await town.until('2026-03-26T13:05');
  });
  afterAll(() => closeInOrder(town));

  const opensCard = async (name: string) => {
    const { meeting } = await newestMeeting(town);
    await town.teams.execute(town.person(name).entraId, { verb: 'meeting.work', data: { meeting: meeting.id } });
    await town.settle();
  };
  /** What the meeting makes its lead and the house owe. */
  const own = () =>
    town.inside(async ({ tx }) => {
      const rows = await tx.obligation.findMany({
        where: { closedAt: null, matterKind: 'meeting' },
        orderBy: { kind: 'asc' },
      });
      return rows.map((row) => [row.kind, row.anchors]);
    });
  const recordsHeard = () => heardOfAll(town).filter((line) => line.includes('meeting-record'));

  test('opened and written on by the note-taker, and the citizen does not come: all are asked anew, and what was written stays', async () => {
    await opensCard('Bo');
    await works(town, 'Bo', 'meeting.start');
    await works(town, 'Bo', 'meeting.here-form');
    await works(town, 'Bo', 'meeting.here', { go: 'next' });
    await works(town, 'Bo', 'meeting.agenda', { go: 'next', note: 'A.K. er ikke kommet endnu.' });
    expect(await town.inside(({ tx }) => tx.presence.count())).toBe(2);
    const before = heard(town).length;

    await works(town, 'Carla', 'meeting.citizen-form');
    await works(town, 'Carla', 'meeting.citizen', { go: 'move', words: 'Jeg kunne ikke overskue det i dag.' });
    const form = await works(town, 'Carla', 'meeting.move', { date: '2026-04-09', time: '10:00', agreed: 'false' });
    expect(besideInput(form.card, 'agreed')).toContain(da.refusals['citizen-not-asked']);
    await works(town, 'Carla', 'meeting.move', { date: '2026-04-09', time: '10:00', agreed: 'true' });

    const { meeting, invitations } = await newestMeeting(town);
    expect(meeting).toMatchObject({ status: 'called', localStart: '2026-04-09T10:00', openedAt: null });
    expect(heard(town).slice(before).sort()).toEqual(
      ['Bo', 'Jonas', 'Mette'].map((name) => `2026-03-26T13:05 ${name} invitation-answer/own`),
    );
    expect(
      ['Bo', 'Mette', 'Jonas'].map((name) => [invitations[name]?.status, invitations[name]?.earlierStatus]),
    ).toEqual([
      ['asked', 'coming'],
      ['asked', 'hindered'],
      ['asked', null],
    ]);
    for (const name of ['Bo', 'Mette', 'Jonas'])
      expect(town.lastCard(name)).toContain(da.invitation.moved('torsdag den 26. marts kl.\u00a013'));
    expect(await town.inside(({ tx }) => tx.presence.count())).toBe(0);
    const places = await town.inside(({ tx }) => tx.meetingNote.findMany({ orderBy: { place: 'asc' } }));
    expect(places.map((one) => one.place)).toEqual(['agenda:1', 'citizen-words']);
  });

  test('leaves nobody a card of the meeting that could be worked before the new day', async () => {
    for (const name of ['Carla', 'Bo']) {
      const offered = town.teams
        .chat(town.person(name).entraId)
        .flatMap((one) => town.teams.actionsOf(one).map(({ verb }) => verb ?? ''));
      expect({
        name,
        left: offered.filter((verb) => /^meeting\.(?:start|citizen|here|agenda|close|next|agree)/.test(verb)),
      }).toEqual({ name, left: [] });
    }
    const { meeting } = await newestMeeting(town);
    const forged = await town.teams.execute(town.person('Carla').entraId, {
      verb: 'meeting.start',
      data: { meeting: meeting.id, version: meeting.version },
    });
    expect(forged).toMatchObject({ status: 200, kind: 'card' });
    expect((await newestMeeting(town)).meeting).toEqual(meeting);
  });

  test('makes the record owed of the new day only', async () => {
    expect(await own()).toEqual([
      ['meeting-record', { opened: '2026-03-12', meeting: '2026-04-09T10:00', due: '2026-04-10' }],
      ['meeting-start', { opened: expect.any(String), meeting: '2026-04-09T10:00' }],
    ]);
    await town.until('2026-04-08T15:00');
    expect(recordsHeard()).toEqual([
      '2026-03-26T08:00 Carla meeting-record/day',
      // Bo opened it: the lead has it too.
      '2026-03-26T13:05 Carla meeting-record/own',
    ]);
  });

  test('is possible when it is past and nobody opened it: also whose answer is not kept is asked anew', async () => {
    await town.presses('Bo', 'invitation.come');
    await town.until('2026-04-13T09:00');
    expect((await newestMeeting(town)).meeting.status).toBe('past');
    const before = heard(town).length;

    await opensCard('Nanna');
    await works(town, 'Nanna', 'meeting.citizen-form');
    await works(town, 'Nanna', 'meeting.citizen', { go: 'move', words: '' });
    await works(town, 'Nanna', 'meeting.move', { date: '2026-04-22', time: '13:00', agreed: 'true' });

    expect((await newestMeeting(town)).meeting).toMatchObject({ status: 'called', localStart: '2026-04-22T13:00' });
    expect(heard(town).slice(before).sort()).toEqual(
      ['Bo', 'Jonas', 'Mette'].map((name) => `2026-04-13T09:00 ${name} invitation-answer/own`),
    );
    expect(town.lastCard('Bo')).toContain(da.invitation.earlier.coming);
    for (const name of ['Mette', 'Jonas']) {
      expect(town.lastCard(name)).toContain(da.invitation.moved('torsdag den 9. april kl.\u00a010'));
      for (const earlier of Object.values(da.invitation.earlier)) expect(town.lastCard(name)).not.toContain(earlier);
    }
    expect((await own()).map(([kind]) => kind)).toEqual(['meeting-record', 'meeting-start']);
  });

  test('gives the lead the card on the new day, and reminds of the record only after it', async () => {
    for (const name of ['Bo', 'Mette', 'Jonas']) await town.presses(name, 'invitation.come');
    await town.until('2026-04-24T15:00');

    expect(recordsHeard()).toEqual([
      '2026-03-26T08:00 Carla meeting-record/day',
      '2026-03-26T13:05 Carla meeting-record/own',
      '2026-04-09T08:00 Carla meeting-record/day',
      '2026-04-13T08:00 Carla meeting-record/late',
      '2026-04-22T08:00 Carla meeting-record/day',
      '2026-04-24T08:00 Carla meeting-record/late',
    ]);
    expect((await newestMeeting(town)).meeting.status).toBe('past');
    // One asking at a time: the one of the day that was left is done with.
    expect((await own()).map(([kind]) => kind)).toEqual(['meeting-record']);
  });
});

describe('cancelling a meeting', () => {
  let town: Town;
  let idOf: (name: string) => string;
  beforeAll(async () => {
    town = await openTown({ at: '2026-03-12T09:00' });
    idOf = await personIds(town);
  });
  afterAll(() => closeInOrder(town));

  test('asks first, and keeps it when that was not meant', async () => {
    await callMeeting(town, { date: '2026-03-26' });
    const before = await newestMeeting(town);

    await town.presses('Carla', 'meeting.cancel-ask');
    expect(textOf(cardWith(town, 'Carla', da.cancel.text))).toContain('26. marts');
    await town.presses('Carla', 'meeting.back');

    expect(textOf(cardWith(town, 'Carla', da.meeting.who))).toContain(da.meeting.move);
    expect(await newestMeeting(town)).toEqual(before);
  });

  test('tells everybody who had heard of it once, and nobody else', async () => {
    await town.presses('Bo', 'invitation.stand-in', { colleague: idOf('Henrik') });
    await town.presses('Mette', 'invitation.hindered', { code: 'absent' });
    await town.presses('Carla', 'hindered.somebody');
    const before = heard(town).length;

    await town.presses('Carla', 'meeting.cancel-ask');
    await town.presses('Carla', 'meeting.cancel', {}, { copies: 4, together: true });

    expect(heard(town).slice(before).sort()).toEqual(
      ['Bo', 'Henrik', 'Jonas', 'Mette', 'Thomas'].map((name) => `2026-03-12T09:00 ${name} notice/cancelled`),
    );
  });

  test('shows it on every card, with nothing left to press', () => {
    const cards = [
      { name: 'Bo', text: da.invitation.states.cancelled },
      { name: 'Mette', text: da.invitation.states.cancelled },
      { name: 'Jonas', text: da.invitation.states.cancelled },
      { name: 'Henrik', text: da.standIn.states.cancelled },
      { name: 'Thomas', text: da.representation.states.cancelled },
      { name: 'Carla', text: da.meeting.states.cancelled },
    ];
    for (const { name } of cards) {
      const about = town.teams
        .chat(town.person(name).entraId)
        .filter((one) => one.card && textOf(one).includes('26. marts') && !textOf(one).includes(da.pathway.team));
      expect(about.length).toBeGreaterThan(0);
      for (const one of about) {
        const acts = town.teams.actionsOf(one).filter(({ verb }) => !/^(home\.|meeting\.back)/.test(verb ?? ''));
        expect({ name, acts }).toEqual({ name, acts: [] });
      }
    }
    expect(textOf(cardWith(town, 'Thomas', 'BF-2025-0142'))).not.toContain('A.K.');
  });

  test.each([
    { name: 'Bo', verb: 'invitation.come', of: 'Bo', extra: {} },
    { name: 'Carla', verb: 'hindered.manage', of: 'Mette', extra: {} },
    { name: 'Thomas', verb: 'representation.name', of: 'Mette', extra: { person: 'Nikolaj' } },
  ] as const)('is final: $name’s late $verb shows it and changes nothing', async ({ name, verb, of, extra }) => {
    const before = await newestMeeting(town);
    const invitation = before.invitations[of];
    const more = 'person' in extra ? { person: idOf(extra.person) } : {};
    const late = await town.teams.execute(town.person(name).entraId, {
      verb,
      data: { invitation: invitation?.id, version: invitation?.version, ...more },
    });
    await town.settle();

    expect(late.kind).toBe('card');
    expect(JSON.stringify(late.card)).toMatch(/[Aa]flyst/);
    expect(await newestMeeting(town)).toEqual(before);
  });

  test('cannot be moved any more', async () => {
    const { meeting } = await newestMeeting(town);
    const late = await town.teams.execute(town.person('Carla').entraId, {
      verb: 'meeting.move-form',
      data: { meeting: meeting.id },
    });

    expect(JSON.stringify(late.card)).toContain(da.meeting.states.cancelled);
  });

  test('ends all that it made anybody owe: nobody is reminded, and nothing waits', async () => {
    const since = heard(town).length;
    await town.until('2026-03-30T15:00');

    expect(heard(town).slice(since)).toEqual([]);
    expect(
      await town.inside(({ tx }) =>
        tx.obligation.count({ where: { closedAt: null, matterKind: { not: 'milestone' } } }),
      ),
    ).toBe(0);
    for (const name of ['Bo', 'Carla', 'Thomas', 'Henrik']) {
      expect((await town.says(name, 'venter')).map(textOf)).toEqual([expect.stringContaining(da.waiting.none)]);
    }
  });

  test('in the evening is told the next morning; before anybody has heard of it, nobody is told at all', async () => {
    await town.until('2026-04-07T10:00');
    await callMeeting(town, { date: '2026-04-28', invite: ['Bo'] });
    const before = await endings(town);
    await town.until('2026-04-07T16:30');
    await town.presses('Carla', 'meeting.cancel-ask');
    await town.presses('Carla', 'meeting.cancel');
    await callMeeting(town, { date: '2026-04-29', invite: ['Jonas'] });
    await town.presses('Carla', 'meeting.cancel-ask');
    await town.presses('Carla', 'meeting.cancel');

    await town.until('2026-04-30T15:00');

    expect(heard(town, '2026-04-07T10:01')).toEqual(['2026-04-08T08:00 Bo notice/cancelled']);
    expect(await endings(town)).toEqual({
      ...before,
      'teams delivered': (before['teams delivered'] ?? 0) + 1,
      'teams withdrawn': (before['teams withdrawn'] ?? 0) + 1,
    });
  });
});

describe('a meeting that the model wants prepared, moved further ahead', () => {
  let town: Town;
  beforeAll(async () => {
    town = await openTown({ at: '2026-03-12T09:00' });
    await town.inside(({ tx }) => tx.pathway.updateMany({ where: { ref: REF }, data: { model: 'tfa' } }));
    await callMeeting(town, {
      date: '2026-03-13',
      invite: ['Bo'],
      inputs: { kind: 'conference', citizenView: 'Jeg vil gerne have et job' },
    });
  });
  afterAll(() => closeInOrder(town));

  const asked = () =>
    town.inside(async ({ tx }) => {
      const rows = await tx.preparation.findMany({ orderBy: [{ personId: 'asc' }, { dueLocal: 'asc' }] });
      return rows.map(({ key, dueLocal }) => `${key} ${dueLocal}`);
    });

  test('is at first prepared by what there is time for', async () => {
    expect(await asked()).toEqual(['papers 2026-03-12T12:00', 'reading 2026-03-12T15:00']);
  });

  test('is then prepared by all of it, each reminded of by the new date', async () => {
    await town.until('2026-03-12T10:00');
    await town.presses('Carla', 'meeting.move-form');
    await town.presses('Carla', 'meeting.move', { date: '2026-03-26' });
    expect(await asked()).toEqual(['talk 2026-03-24T15:00', 'papers 2026-03-25T12:00', 'reading 2026-03-25T15:00']);

    await town.until('2026-03-26T12:00');
    expect(heard(town, '2026-03-13').filter((line) => line.includes('preparation/day'))).toEqual([
      '2026-03-24T08:00 Bo preparation/day',
      '2026-03-25T08:00 Bo preparation/day',
      '2026-03-25T08:00 Bo preparation/day',
    ]);
  });
});
