import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { callMeeting, newestMeeting, personIds } from '../support/meeting-steps';
import { readPdf } from '../support/read-pdf';
import { openTown, type Town } from '../support/town';
import { holdsMeeting, meetingCardOf, works } from '../support/work-steps';

/** Who comes to a meeting, beside the team: a department for this meeting only, roles, guests; clashes; the papers. */
describe('a meeting and its people', () => {
  let town: Town;
  let idOf: (name: string) => string;
  beforeAll(async () => {
    town = await openTown({ at: '2026-03-12T09:00' });
    idOf = await personIds(town);
  });
  afterAll(() => town?.close());

  test('who has no ground is not invited, and nobody learns of it', async () => {
    await callMeeting(town, {
      date: '2026-03-26',
      inputs: { [`come-${idOf('Vibeke')}`]: 'true', [`why-${idOf('Vibeke')}`]: 'du kender ydelsen' },
    });
    expect(await town.inside(({ tx }) => tx.meeting.count())).toBe(0);
    expect(town.reads('Vibeke')).toEqual([]);
  });

  test('with the citizen’s yes to this meeting she is, and that ends with it', async () => {
    await callMeeting(town, {
      date: '2026-03-26',
      inputs: {
        [`come-${idOf('Vibeke')}`]: 'true',
        [`why-${idOf('Vibeke')}`]: 'du kender ydelsen',
        meetingGround: 'true',
        givenBy: 'citizen',
        'role-facilitator': idOf('Mette'),
        guests: 'Min søster Lea',
      },
    });
    const { invitations } = await newestMeeting(town);
    expect(Object.keys(invitations).sort()).toEqual(['Bo', 'Carla', 'Jonas', 'Mette', 'Vibeke']);
    expect(town.reads('Vibeke').at(-1)).toContain('du kender ydelsen');
    await town.says('Vibeke', 'forløb BF-2025-0142');
    expect(town.reads('Vibeke').at(-1)).not.toContain('Carla');
    for (const name of ['Bo', 'Mette', 'Jonas', 'Vibeke']) await town.presses(name, 'invitation.come');
  });

  test('the letter to the citizen names who comes, and goes to the lead alone, as a file', async () => {
    await town.presses('Carla', 'meeting.work');
    await works(town, 'Carla', 'letter.offer');
    await town.teams.acceptFile(town.person('Carla').entraId);
    const [file] = town.teams.filesOf(town.person('Carla').entraId);
    expect(file?.name).toContain('BF-2025-0142');
    const text = lettersOf(file?.content);
    for (const part of ['Carla Holm', 'Bo Lindgren', 'Vibeke Abild', 'bisidder', 'Min søster Lea', 'carla@by.example'])
      expect([part, text.includes(part)]).toEqual([part, true]);
    const { meeting } = await newestMeeting(town);
    const other = await town.presses('Bo', 'letter.offer', {}, { force: true, data: { meeting: meeting.id } });
    expect(JSON.stringify(other)).not.toContain('pdf');
    expect(town.teams.filesOf(town.person('Bo').entraId)).toEqual([]);
  });

  test('somebody who is in another meeting then is shown before it is called, never by what, and may be called in spite of it', async () => {
    await town.says('Bo', 'forløb BF-2025-0200');
    await town.presses('Bo', 'meeting.form');
    const mine = {
      date: '2026-03-26',
      time: '13:30',
      place: 'Jobcentret',
      agreed: 'true',
      [`come-${idOf('Gitte')}`]: 'true',
      [`come-${idOf('Daniel')}`]: 'true',
    };
    const shown = await town.presses('Bo', 'meeting.call', mine);
    expect(JSON.stringify(shown)).toMatch(/kl\.\u00a013-14/i);
    expect(JSON.stringify(shown)).not.toContain('BF-2025-0142');
    expect(await town.inside(({ tx }) => tx.meeting.count())).toBe(1);
    await town.presses('Bo', 'meeting.call', mine);
    expect(await town.inside(({ tx }) => tx.meeting.count())).toBe(2);
  });

  test('the citizen does not come: what was written stays, and the meeting is moved from the open card', async () => {
    await town.until('2026-03-26T13:05');
    const { meeting } = await first(town);
    await town.presses('Mette', 'meeting.work', {}, { force: true, data: { meeting: meeting.id } });
    await works(town, 'Mette', 'meeting.start');
    expect(meetingCardOf(town, 'Mette')).toContain('Luk mødet');
    await town.presses('Carla', 'meeting.work', {}, { force: true, data: { meeting: meeting.id } });
    await works(town, 'Carla', 'meeting.citizen-form');
    await works(town, 'Carla', 'meeting.citizen', { go: 'move', words: 'Jeg tør ikke i dag.' });
    await works(town, 'Carla', 'meeting.move', { date: '2026-04-09', time: '10:00', agreed: 'true' });
    const moved = (await first(town)).meeting;
    expect([moved.status, moved.localStart, moved.openedAt]).toEqual(['called', '2026-04-09T10:00', null]);
    expect(town.reads('Bo').at(-1)).toMatch(/flyttet/);
    const open = await town.inside(({ tx }) =>
      tx.obligation.findMany({
        where: { closedAt: null, kind: { in: ['invitation-answer', 'meeting-start', 'meeting-record'] } },
      }),
    );
    expect(open.filter((row) => row.kind === 'invitation-answer' && row.pathwayId === moved.pathwayId)).toHaveLength(4);
    expect(
      open
        .filter((row) => row.matterId === moved.id)
        .map((row) => row.kind)
        .sort(),
    ).toEqual(['meeting-record', 'meeting-start']);
  });

  test('held, the record reaches the team, and whoever rests hears one line the next morning', async () => {
    await town.inside(({ tx }) =>
      tx.teamSeat.updateMany({ where: { personId: idOf('Jonas') }, data: { resting: true } }),
    );
    for (const name of ['Bo', 'Mette', 'Vibeke'])
      await town.presses(name, 'invitation.come', {}, { messageId: newestWith(town, name, 'invitation.come') });
    await town.until('2026-04-09T10:05');
    const { meeting } = await first(town);
    await holdsMeeting(town, {
      meetingId: meeting.id,
      there: 'asked-us',
      askedOn: '2026-04-08',
      how: 'Hun ringede til Carla',
      words: 'Gå bare i gang uden mig.',
      here: ['Carla', 'Bo', 'Mette', 'Vibeke'],
    });
    expect((await first(town)).meeting).toMatchObject({ status: 'held', counts: true, citizenThere: 'asked-us' });
    expect(town.reads('Bo').some((text) => text.includes('Gå bare i gang uden mig.'))).toBe(true);
    // Her ground was for this meeting only: she was there, and sees no more of it from now on.
    expect(town.reads('Vibeke').some((text) => text.includes('Gå bare i gang uden mig.'))).toBe(false);
    expect(town.reads('Jonas').some((text) => text.includes('Gå bare i gang uden mig.'))).toBe(false);
    await town.until('2026-04-10T09:00');
    expect(town.lastCard('Jonas')).toContain('Der er holdt møde');
  });

  test('the specialist system finds record and JSON with the same checksum, by ids and reference only', async () => {
    await town.settle();
    const files = readdirSync(town.journalFolder, { recursive: true, encoding: 'utf8' }).filter((one) =>
      /\.(pdf|json)$/.test(one),
    );
    expect(files).toHaveLength(2);
    const body = JSON.parse(
      readFileSync(path.join(town.journalFolder, files.find((one) => one.endsWith('.json')) ?? ''), 'utf8'),
    );
    expect(JSON.stringify(body)).toContain('25-1');
    const text = lettersOf(
      readFileSync(path.join(town.journalFolder, files.find((one) => one.endsWith('.pdf')) ?? '')),
    );
    expect(text).toContain('Gå bare i gang uden mig.');
    expect(text).not.toContain('Jonas Fjord');
  });

  const first = (of: Town) =>
    of.inside(async ({ tx }) => ({
      meeting: await tx.meeting.findFirstOrThrow({ where: { pathway: { ref: 'BF-2025-0142' } } }),
    }));
});

function newestWith(town: Town, name: string, verb: string): string {
  const found = town.teams
    .chat(town.person(name).entraId)
    .filter((one) => town.teams.actionsOf(one).some((action) => action.verb === verb))
    .at(-1);
  return found?.id ?? '';
}

function lettersOf(content: Uint8Array | undefined): string {
  if (!content) return '';
  return readPdf(content).text;
}
