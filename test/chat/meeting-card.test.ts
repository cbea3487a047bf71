import { callMeeting, newestMeeting, personIds } from '../support/meeting-steps';
import { openTown, type Town, textOf } from '../support/town';
import { holdsMeeting, meetingCardOf, works } from '../support/work-steps';

/** A meeting called, answered, held and closed, through the meeting card in the chat. */
describe('the meeting card', () => {
  let town: Town;
  beforeAll(async () => {
    town = await openTown({ at: '2026-03-12T09:00' });
    town.teams.faults.windows(false);
    await callMeeting(town, { date: '2026-03-26' });
    for (const name of ['Bo', 'Mette', 'Jonas']) await town.presses(name, 'invitation.come');
    await town.until('2026-03-26T12:50');
  });
  afterAll(() => town?.close());

  test('the lead finds it in the chat on the day', () => {
    expect(meetingCardOf(town, 'Carla')).toContain('A.K.');
    expect(meetingCardOf(town, 'Carla')).toContain('Åbn mødet');
  });

  test('is worked part by part, and closed', async () => {
    await holdsMeeting(town, {
      there: 'there',
      words: 'Jeg vil gerne i lære som tømrer.',
      agreements: [
        { owner: 'citizen', text: 'A.K. besøger Tømrer Jensen', due: '2026-04-08' },
        { owner: 'Bo', text: 'Bo ringer til erhvervsskolen', due: '2026-04-10' },
        { owner: 'lead', text: 'Carla sender planen', due: '2026-04-09' },
      ],
      next: { date: '2026-06-17', time: '13:00' },
    });
    const { meeting } = await newestMeeting(town);
    expect([meeting.status, meeting.counts]).toEqual(['held', true]);
  });

  test('the record is in the chats of those who were there', () => {
    const bo = town.reads('Bo').at(-1);
    expect(bo).toContain('Jeg vil gerne i lære som tømrer.');
    expect(bo).toContain('Bo ringer til erhvervsskolen');
    expect(textOf(undefined)).toBe('');
    void works;
    void personIds;
  });
});
