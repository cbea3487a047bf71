import { words } from '../../content/words/words';
import type { PressOutcome } from '../../stage/connector';
import {
  callMeeting,
  cardWith,
  changedMunicipality,
  closeInOrder,
  heard,
  heardOfAll,
  newestMeeting,
  onLeadsCard,
  personIds,
} from '../support/meeting-steps';
import { openTown, type Town, textOf } from '../support/town';

const da = words('da');

/** What is owed, by whom; the house's own timers too. */
const open = async (town: Town): Promise<string[]> => {
  const rows = await town.inside(({ tx }) =>
    tx.obligation.findMany({
      // The next follow-up is owed all along.
      where: { closedAt: null, matterKind: { not: 'milestone' } },
      include: { owner: true },
      orderBy: { id: 'asc' },
    }),
  );
  return rows.map((row) => `${row.kind} ${row.owner?.name ?? 'nobody'}`);
};

/** Who presses what is offered on a card. */
const offers = (town: Town, name: string) =>
  town.teams.chat(town.person(name).entraId).flatMap((one) => town.teams.actionsOf(one).map(({ verb }) => verb));

describe('an invitation for 26 March, called on 12 March, then moved to 16 April', () => {
  let town: Town;
  // In a group of its pathway's own the line does not name it once more.
  const recordOwed = da.lines
    .meetingRecord({ at: '2026-04-16T13:00', ref: 'BF-2025-0142', rung: '' })
    .replace(' (BF-2025-0142)', '');
  beforeAll(async () => {
    town = await openTown({ at: '2026-03-12T09:00' });
  });
  afterAll(() => closeInOrder(town));

  test('is sent at once', async () => {
    await callMeeting(town, { date: '2026-03-26' });

    expect(heard(town).sort()).toEqual([
      '2026-03-12T09:00 Bo invitation-answer/own',
      '2026-03-12T09:00 Jonas invitation-answer/own',
      '2026-03-12T09:00 Mette invitation-answer/own',
    ]);
    expect(town.lastCard('Bo')).toContain(da.invitation.latest('tirsdag den 24. marts kl.\u00a012'));
  });

  test('comes again as a line of the morning two working days later, to those who have not answered', async () => {
    await town.until('2026-03-13T10:00');
    await town.presses('Mette', 'invitation.come');
    await town.until('2026-03-20T15:00');

    expect(heard(town, '2026-03-12T09:01').sort()).toEqual([
      '2026-03-16T08:00 Bo invitation-answer/first',
      '2026-03-16T08:00 Jonas invitation-answer/first',
    ]);
    expect(town.lastCard('Bo')).toContain(da.waiting.morning('Bo'));
    expect(town.lastCard('Bo')).toContain('torsdag den 26. marts kl.\u00a013');
  });

  test('can be opened from that line and answered there; the line then says it is done', async () => {
    await town.presses('Jonas', 'invitation.open');
    await town.presses('Jonas', 'invitation.come');

    const [, digest] = town.teams.chat(town.person('Jonas').entraId);
    expect(textOf(digest)).toContain(da.waiting.none);
    expect(town.teams.actionsOf(digest ?? cardWith(town, 'Jonas', ''))).toEqual([]);
    expect(onLeadsCard(town, 'Carla', 'Jonas')).toContain(da.meeting.invited.coming);
  });

  test('comes a second time three working days before, and says when the bot asks whom', async () => {
    await town.until('2026-03-23T15:00');

    expect(heard(town, '2026-03-17')).toEqual(['2026-03-23T09:00 Bo invitation-answer/second']);
    expect(town.lastCard('Bo')).toContain(da.invitation.reminder.second('Carla Holm'));
    expect(town.lastCard('Bo')).toContain(
      da.invitation.reminder.manager('tirsdag den 24. marts kl.\u00a012', 'Sørine Dahl'),
    );
  });

  test('goes to the manager two working days before, at noon as was said, without telling the citizen’s things', async () => {
    await town.until('2026-03-24T11:59');
    expect(heard(town, '2026-03-24')).toEqual([]);
    await town.until('2026-03-24T14:00');

    expect(heard(town, '2026-03-24')).toEqual(['2026-03-24T12:00 Sørine invitation-answer/manager']);
    const asked = town.lastCard('Sørine');
    for (const shown of ['Bo Lindgren', 'BF-2025-0142', 'torsdag den 26. marts kl.\u00a013'])
      expect(asked).toContain(shown);
    expect(asked).toContain(da.representation.because['no-answer']('Bo Lindgren'));
    for (const hidden of ['A.K.', 'Rådhuset']) expect(asked).not.toContain(hidden);
    const [waiting] = await town.says('Sørine', 'venter');
    expect(textOf(waiting)).toContain('Bo Lindgren');
  });

  test('moved that afternoon, it asks all again for the new date, with the answer that was given', async () => {
    await town.presses('Carla', 'meeting.move-form');
    await town.presses('Carla', 'meeting.move', { date: '2026-04-16', agreed: 'true' });

    expect(heard(town, '2026-03-24T12:01').sort()).toEqual([
      '2026-03-24T14:00 Bo invitation-answer/own',
      '2026-03-24T14:00 Jonas invitation-answer/own',
      '2026-03-24T14:00 Mette invitation-answer/own',
    ]);
    for (const name of ['Bo', 'Jonas', 'Mette']) {
      expect(town.lastCard(name)).toContain(da.invitation.moved('torsdag den 26. marts kl.\u00a013'));
      expect(town.lastCard(name)).toContain('torsdag den 16. april kl.\u00a013');
    }
    expect(town.lastCard('Mette')).toContain(da.invitation.earlier.coming);
    expect(town.lastCard('Mette')).toContain(da.invitation.stillCome);
    expect(town.lastCard('Bo')).not.toContain(da.invitation.earlier.coming);
    expect(onLeadsCard(town, 'Carla', 'Mette')).toContain(da.meeting.invited.asked);
    await town.presses('Mette', 'invitation.come');
    expect(onLeadsCard(town, 'Carla', 'Mette')).toContain(da.meeting.invited.coming);
  });

  test('reminds for the new date: the second time and the manager again, the first time only of what was asked anew', async () => {
    await town.until('2026-04-15T09:00');

    expect(heard(town, '2026-03-24T14:01').sort()).toEqual([
      '2026-03-26T08:00 Jonas invitation-answer/first',
      '2026-04-13T09:00 Bo invitation-answer/second',
      '2026-04-13T09:00 Jonas invitation-answer/second',
      '2026-04-14T12:00 Birgitte invitation-answer/manager',
      '2026-04-14T12:00 Sørine invitation-answer/manager',
    ]);
    expect(town.lastCard('Bo')).toContain(
      da.invitation.reminder.manager('tirsdag den 14. april kl.\u00a012', 'Sørine Dahl'),
    );
  });

  test('the manager names somebody from that card in one press, and nobody is reminded any more', async () => {
    await town.presses('Sørine', 'representation.name', { person: (await personIds(town))('Henrik') });
    await town.presses('Henrik', 'stand-in.accept');
    expect(onLeadsCard(town, 'Carla', 'Bo')).toContain('Henrik Toft');

    await town.until('2026-04-16T12:59');

    expect(heard(town, '2026-04-15T09:01')).toEqual([]);
  });

  test('is answered no more once the meeting has begun', async () => {
    await town.until('2026-04-16T13:00');
    const before = await newestMeeting(town);
    await town.presses('Jonas', 'invitation.come', {}, { messageId: cardWith(town, 'Jonas', '16. april').id });

    expect(await newestMeeting(town)).toEqual(before);
    expect(town.lastCard('Jonas')).toContain(da.invitation.states.running);
    expect((await town.says('Bo', 'venter')).map(textOf)).toEqual([expect.stringContaining(da.waiting.none)]);
  });

  test('is over on the next working day: every card shows how it ended and offers nothing, and only the record waits', async () => {
    await town.until('2026-04-17T09:00');

    expect(heard(town, '2026-04-15T09:01')).toEqual([]);
    const over = [
      /^invitation\.(?!open)/,
      /^stand-in\.(?!open)/,
      /^representation\.(?!open)/,
      /^meeting\.(move|cancel)/,
    ];
    for (const name of ['Carla', 'Bo', 'Mette', 'Jonas', 'Henrik', 'Sørine', 'Birgitte']) {
      const left = offers(town, name).filter((verb) => over.some((one) => one.test(verb ?? '')));
      expect({ name, left }).toEqual({ name, left: [] });
      const waits = name === 'Carla' ? recordOwed : da.waiting.none;
      expect((await town.says(name, 'venter')).map(textOf)).toEqual([expect.stringContaining(waits)]);
    }
    for (const name of ['Bo', 'Mette', 'Jonas']) expect(town.lastCard(name)).not.toContain(da.invitation.states.asked);
    expect(textOf(cardWith(town, 'Jonas', da.invitation.states.past))).toContain('16. april');
    expect(textOf(cardWith(town, 'Sørine', da.representation.states.past))).toContain('16. april');
    expect(await open(town)).toEqual(['meeting-record Carla Holm']);
    const lapsed = await town.inside(({ tx }) =>
      tx.obligation.findMany({ where: { status: 'lapsed' }, include: { owner: true } }),
    );
    expect(lapsed.map((one) => one.owner?.name)).toEqual(['Jonas Fjord']);
  });

  test('gave the lead its card on the morning of the day, and asks for the record: the lead, then the lead’s manager', async () => {
    await town.until('2026-04-28T15:00');

    // Of the day that it was moved from nobody heard anything.
    expect(heardOfAll(town).filter((line) => line.includes('meeting-record'))).toEqual([
      '2026-04-16T08:00 Carla meeting-record/day',
      '2026-04-20T08:00 Carla meeting-record/late',
      '2026-04-22T08:00 Carla meeting-record/later',
      '2026-04-27T08:00 Lise meeting-record/manager',
    ]);
    expect(heard(town, '2026-04-15T09:01')).toEqual([]);
    expect(town.lastCard('Carla')).toContain(recordOwed);
    const asked = town.lastCard('Lise');
    expect(asked).toContain('Teamet venter på referatet af mødet torsdag den 16. april kl.\u00a013');
    expect(asked).toContain('BF-2025-0142');
    for (const hidden of ['A.K.', 'Rådhuset']) expect(asked).not.toContain(hidden);
  });

  test('is done with when the lead says that it was not held: nothing is owed, and nobody hears anything more', async () => {
    const { meeting } = await newestMeeting(town);
    const before = heardOfAll(town).length;
    await town.teams.execute(town.person('Carla').entraId, { verb: 'meeting.work', data: { meeting: meeting.id } });
    await town.settle();
    await town.presses('Carla', 'meeting.close-ask');
    await town.presses('Carla', 'meeting.not-held');

    expect((await newestMeeting(town)).meeting).toMatchObject({ status: 'not-held', counts: false });
    expect(await open(town)).toEqual([]);
    for (const name of ['Carla', 'Lise'])
      expect((await town.says(name, 'venter')).map(textOf)).toEqual([expect.stringContaining(da.waiting.none)]);
    expect(offers(town, 'Carla').filter((verb) => /^meeting\.(?!open|work$|form$)/.test(verb ?? ''))).toEqual([]);
    await town.until('2026-05-12T15:00');
    expect(heardOfAll(town).slice(before)).toEqual([]);
  });
});

describe('how late it is called decides how close the reminders come, and the evening waits for the morning', () => {
  let town: Town;
  beforeAll(async () => {
    town = await openTown({ at: '2026-03-16T08:00' });
  });
  afterAll(() => closeInOrder(town));

  test.each([
    {
      what: 'on a Tuesday for Friday',
      called: '2026-03-17T10:00',
      meeting: '2026-03-20',
      heardOf: ['2026-03-17T10:00 Bo own', '2026-03-18T09:00 Bo second', '2026-03-18T12:00 Sørine manager'],
    },
    {
      what: 'the day before',
      called: '2026-03-23T10:00',
      meeting: '2026-03-24',
      heardOf: ['2026-03-23T10:00 Bo own', '2026-03-24T09:00 Bo second', '2026-03-24T12:00 Sørine manager'],
    },
    {
      what: 'the same morning',
      called: '2026-03-25T09:30',
      meeting: '2026-03-25',
      heardOf: ['2026-03-25T09:30 Bo own'],
    },
    {
      what: 'in the last minute of a day',
      called: '2026-03-26T15:59',
      meeting: '2026-03-27',
      heardOf: ['2026-03-26T15:59 Bo own', '2026-03-27T09:00 Bo second', '2026-03-27T12:00 Sørine manager'],
    },
    {
      what: 'after hours before Easter',
      called: '2026-04-01T16:00',
      meeting: '2026-04-09',
      // Both reminders would fall on the 8th: there is a working day's breath between them.
      heardOf: [
        '2026-04-07T08:00 Bo own',
        '2026-04-08T08:00 Bo first',
        '2026-04-08T12:00 Sørine manager',
        '2026-04-09T09:00 Bo second',
      ],
    },
    {
      what: 'on a Friday evening',
      called: '2026-04-10T18:30',
      meeting: '2026-04-23',
      heardOf: [
        '2026-04-13T08:00 Bo own',
        '2026-04-14T08:00 Bo first',
        '2026-04-20T09:00 Bo second',
        '2026-04-21T12:00 Sørine manager',
      ],
    },
    {
      what: 'on a Sunday',
      called: '2026-04-26T11:00',
      meeting: '2026-05-08',
      heardOf: [
        '2026-04-27T08:00 Bo own',
        '2026-04-28T08:00 Bo first',
        '2026-05-05T09:00 Bo second',
        '2026-05-06T12:00 Sørine manager',
      ],
    },
    {
      what: 'before hours, over a Thursday that is a holiday',
      called: '2026-05-12T06:00',
      meeting: '2026-05-20',
      heardOf: [
        '2026-05-12T08:00 Bo own',
        '2026-05-15T08:00 Bo first',
        '2026-05-18T09:00 Bo second',
        '2026-05-18T12:00 Sørine manager',
      ],
    },
  ])('$what', async ({ called, meeting, heardOf }) => {
    await town.until(called);
    await callMeeting(town, { date: meeting, invite: ['Bo'] });
    await town.until(`${meeting}T18:00`);

    expect(heard(town, called)).toEqual(heardOf.map((line) => line.replace(/(\S+)$/, 'invitation-answer/$1')));
  });

  test('once everybody has answered, in whatever way, nobody hears anything more', async () => {
    await town.until('2026-05-21T09:00');
    await callMeeting(town, { date: '2026-06-08' });
    await town.presses('Jonas', 'invitation.come');
    await town.presses('Bo', 'invitation.stand-in', { colleague: (await personIds(town))('Henrik') });
    await town.presses('Henrik', 'stand-in.accept');
    await town.presses('Mette', 'invitation.hindered', { code: 'absent' });
    await town.presses('Carla', 'hindered.manage');
    const before = heard(town).length;

    await town.until('2026-06-10T15:00');

    expect(
      heard(town)
        .slice(before)
        .filter((line) => !line.includes(' follow-up/')),
    ).toEqual([]);
    // Nobody has closed these meetings: of each the lead still owes the record, and nothing else is owed.
    const meetings = await town.inside(({ tx }) => tx.meeting.count());
    expect(await open(town)).toEqual(Array(meetings).fill('meeting-record Carla Holm'));
  });
});

describe('while somebody is away', () => {
  let town: Town;
  let asked: PressOutcome;
  const municipality = changedMunicipality({
    'absences.csv': [
      'email;from_on;to_on',
      // Bo from the day before the first line on, and back when the meeting is over.
      'bo@by.example;2026-03-13;2026-03-27',
      // Mette's manager on the day of the asking only; he has no deputy.
      'thomas@by.example;2026-03-24;2026-03-24',
      // The lead.
      'carla@by.example;2026-03-17;2026-04-02',
    ].join('\n'),
  });
  beforeAll(async () => {
    town = await openTown({ at: '2026-03-12T09:00', folder: municipality.folder });
    asked = await callMeeting(town, { date: '2026-03-26' });
  });
  afterAll(async () => {
    municipality.remove();
    await closeInOrder(town);
  });

  test('the lead is asked whether to call all the same, with who is away that day; and calls', async () => {
    expect(await town.inside(({ tx }) => tx.meeting.count())).toBe(0);
    const form = textOf(cardWith(town, 'Carla', da.refusals.clash));
    expect(asked.kind).toBe('card');
    expect(form).toContain(`Bo Lindgren, Jobcenter (${da.callForm.away})`);
    expect(form).toContain('Carla Holm:  | Væk den dag.');
    expect(form).not.toContain(`Jonas Fjord, Skole og ungdom (${da.callForm.away})`);

    await town.presses('Carla', 'meeting.call');

    expect(await town.inside(({ tx }) => tx.meeting.count())).toBe(1);
  });

  test('the lead’s card says who is away on the day of the meeting', () => {
    expect(onLeadsCard(town, 'Carla', 'Bo')).toContain(da.meeting.away);
    expect(onLeadsCard(town, 'Carla', 'Jonas')).not.toContain(da.meeting.away);
  });

  test('they are not reminded; their manager is asked at the time for it; a manager who is away hears it when back', async () => {
    await town.until('2026-03-16T15:00');
    await town.presses('Jonas', 'invitation.come');
    await town.until('2026-03-27T15:00');

    expect(heard(town, '2026-03-12T09:01').sort()).toEqual([
      '2026-03-16T08:00 Jonas invitation-answer/first',
      '2026-03-16T08:00 Mette invitation-answer/first',
      '2026-03-23T09:00 Mette invitation-answer/second',
      '2026-03-24T12:00 Sørine invitation-answer/manager',
      '2026-03-25T08:00 Thomas invitation-answer/manager',
    ]);
    // The lead is away too: the co-lead gets the card of the day.
    expect(heardOfAll(town).filter((line) => line.includes('meeting-record'))).toEqual([
      '2026-03-26T08:00 Nanna meeting-record/day',
    ]);
  });

  test('what the lead owes, the co-lead hears of meanwhile', async () => {
    await town.until('2026-03-30T09:00');
    await callMeeting(town, { date: '2026-04-15', invite: ['Mette'], by: 'Nanna' });
    await town.presses('Mette', 'invitation.hindered', { code: 'other-meeting' });
    await town.until('2026-03-31T15:00');

    expect(heard(town, '2026-03-30T09:00')).toEqual([
      '2026-03-30T09:00 Mette invitation-answer/own',
      '2026-03-31T08:00 Nanna hindered-reply/first',
    ]);
    await town.presses('Nanna', 'hindered.open');
    await town.presses('Nanna', 'hindered.manage');
    await town.until('2026-04-16T15:00');
    expect(heard(town, '2026-03-31T08:01')).toEqual([]);
  });
});

describe('back on the day of the first reminder', () => {
  let town: Town;
  const municipality = changedMunicipality({
    'absences.csv': ['email;from_on;to_on', 'bo@by.example;2026-03-11;2026-03-15'].join('\n'),
  });
  beforeAll(async () => {
    town = await openTown({ at: '2026-03-12T09:00', folder: municipality.folder });
    await callMeeting(town, { date: '2026-04-15', invite: ['Bo'] });
  });
  afterAll(async () => {
    municipality.remove();
    await closeInOrder(town);
  });

  test('the invitation comes that morning, and the reminder a breath later', async () => {
    await town.until('2026-03-18T16:00');
    expect(heard(town, '2026-03-13T00:00')).toEqual([
      '2026-03-16T08:00 Bo invitation-answer/own',
      '2026-03-17T08:00 Bo invitation-answer/first',
    ]);
  });
});

describe('while whoever leads is away over the day of the meeting', () => {
  let town: Town;
  const municipality = changedMunicipality({
    'absences.csv': [
      'email;from_on;to_on',
      'carla@by.example;2026-03-25;2026-03-27',
      'nanna@by.example;2026-03-25;2026-03-27',
    ].join('\n'),
  });
  beforeAll(async () => {
    town = await openTown({ at: '2026-03-12T09:00', folder: municipality.folder });
    await callMeeting(town, { date: '2026-03-26', invite: ['Bo'] });
    await town.presses('Carla', 'meeting.call');
  });
  afterAll(async () => {
    municipality.remove();
    await closeInOrder(town);
  });

  test('the day’s card is not kept for their return: they hear once, of the record that is late', async () => {
    await town.until('2026-03-30T16:00');
    const ofCarla = heardOfAll(town, '2026-03-25T00:00').filter((line) => line.includes('Carla meeting-record'));
    expect(ofCarla).toEqual(['2026-03-30T08:00 Carla meeting-record/late']);
  });
});

describe('while the lead is away, and the co-lead too', () => {
  let town: Town;
  const municipality = changedMunicipality({
    'absences.csv': [
      'email;from_on;to_on',
      'carla@by.example;2026-03-17;2026-04-02',
      'nanna@by.example;2026-03-17;2026-04-02',
    ].join('\n'),
    'people.csv': (line) => line.replace(/(carla@by\.example;.*;lise@by\.example;);/, '$1lise@by.example;'),
  });
  beforeAll(async () => {
    town = await openTown({ at: '2026-03-12T09:00', folder: municipality.folder });
    await callMeeting(town, { date: '2026-04-15' });
    await town.until('2026-03-18T10:00');
    await town.presses('Bo', 'invitation.hindered', { code: 'other-meeting' });
    await town.until('2026-03-19T09:00');
  });
  afterAll(async () => {
    municipality.remove();
    await closeInOrder(town);
  });

  const replyToBo = async () => (await newestMeeting(town)).invitations.Bo?.leadReply ?? null;
  const invitationOfBo = async () => {
    const bo = (await newestMeeting(town)).invitations.Bo;
    return { invitation: bo?.id ?? '', version: bo?.version ?? 0 };
  };

  test('whoever stands in for the lead is told of somebody hindered, and no more of the pathway than a notice', async () => {
    expect(heard(town, '2026-03-18T10:00')).toEqual(['2026-03-19T08:00 Lise hindered-reply/first']);
    await town.presses('Lise', 'hindered.open');
    const card = textOf(cardWith(town, 'Lise', da.hindered.title.open));
    expect(card).toContain('Bo Lindgren');
    expect(card).not.toContain(da.facts.citizen);
  });

  test('nobody else may answer', async () => {
    for (const name of ['Jonas', 'Birgitte']) {
      const data = await invitationOfBo();
      const outcome = await town.teams.execute(town.person(name).entraId, { verb: 'hindered.manage', data });
      expect(outcome).toMatchObject({ kind: 'message', text: da.turn.notFound });
    }
    expect(await replyToBo()).toBeNull();
  });

  test('and answers it on that card, once', async () => {
    const outcome = await town.presses('Lise', 'hindered.manage', {}, { copies: 2, together: true });
    expect(JSON.stringify(outcome.card)).toContain(da.hindered.title.manage);
    expect(JSON.stringify(outcome.card)).toContain(da.hindered.answeredBy('Lise Leder'));
    expect(await replyToBo()).toBe('manage');
    expect((await open(town)).filter((line) => line.startsWith('hindered-reply'))).toEqual([]);
  });
});

describe('what else an invitation makes people owe', () => {
  let town: Town;
  let idOf: (name: string) => string;
  beforeAll(async () => {
    town = await openTown({ at: '2026-03-12T09:00' });
    idOf = await personIds(town);
    await callMeeting(town, { date: '2026-03-26' });
    await town.presses('Bo', 'invitation.stand-in', { colleague: idOf('Henrik') });
    await town.presses('Mette', 'invitation.hindered', { code: 'absent' });
    await town.presses('Jonas', 'invitation.hindered', { code: 'absent' });
    await town.presses('Carla', 'hindered.somebody');
  });
  afterAll(() => closeInOrder(town));

  test('is reminded of by its own ladder', async () => {
    await town.until('2026-03-27T15:00');

    expect(heard(town, '2026-03-12T09:01').sort()).toEqual([
      '2026-03-13T08:00 Birgitte representation/first',
      '2026-03-13T08:00 Carla hindered-reply/first',
      '2026-03-13T08:00 Henrik stand-in-answer/first',
      '2026-03-16T08:00 Bo invitation-answer/first',
      '2026-03-23T09:00 Bo invitation-answer/second',
      '2026-03-24T09:00 Carla hindered-reply/last',
      '2026-03-24T12:00 Sørine invitation-answer/manager',
      '2026-03-25T09:00 Birgitte representation/last',
    ]);
    expect(await open(town)).toEqual(['meeting-record Carla Holm']);
  });
});

describe('a manager who is away when asked for somebody', () => {
  let town: Town;
  const municipality = changedMunicipality({
    // Malene is her deputy.
    'absences.csv': ['email;from_on;to_on', 'soerine@by.example;2026-03-12;2026-03-16'].join('\n'),
  });
  beforeAll(async () => {
    town = await openTown({ at: '2026-03-12T09:00', folder: municipality.folder });
    await callMeeting(town, { date: '2026-03-26', invite: ['Bo'] });
    await town.presses('Bo', 'invitation.hindered', { code: 'absent' });
    await town.presses('Carla', 'hindered.somebody');
  });
  afterAll(async () => {
    municipality.remove();
    await closeInOrder(town);
  });

  test('is stood in for by the deputy meanwhile, and reminded once back', async () => {
    await town.until('2026-03-25T15:00');
    expect(heard(town, '2026-03-12T09:00').filter((line) => line.includes('representation'))).toEqual([
      '2026-03-12T09:00 Malene representation/own',
      '2026-03-13T08:00 Malene representation/first',
      '2026-03-25T09:00 Sørine representation/last',
    ]);
  });
});
