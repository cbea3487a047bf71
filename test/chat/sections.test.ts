import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { callMeeting, newestMeeting, REF, wholeDatabase } from '../support/meeting-steps';
import { readPdf } from '../support/read-pdf';
import { openTown, type Town, textOf } from '../support/town';
import { trialSection } from '../support/trial-section';
import { holdsMeeting, meetingCardOf, works, worksMeeting } from '../support/work-steps';

const WISH = 'A.K. begynder i lære hos Tømrer Jensen';

/** What a capability above meetings adds: to the cards, to closing, to the record; and that it hears of every end. */
describe('a section of a further capability', () => {
  let town: Town;
  const trial = trialSection();
  beforeAll(async () => {
    town = await openTown({
      at: '2026-03-12T09:00',
      more: [trial.capability],
      sections: { meetings: [trial.meetings], pathways: [trial.pathways] },
    });
    town.teams.faults.windows(false);
    await callMeeting(town, { date: '2026-03-26' });
  });
  afterAll(() => town?.close());
  const put = async () => {
    const { meeting } = await newestMeeting(town);
    trial.proposals.set(meeting.id, { text: WISH, settled: false });
    return meeting;
  };
  const actionsOn = (name: string) => {
    const card = town.teams
      .chat(town.person(name).entraId)
      .filter((one) => one.card)
      .at(-1);
    return card ? town.teams.actionsOf(card).map(({ verb, title }) => ({ verb, title })) : [];
  };

  test('stands on the pathway’s card with its button, and on the meeting card of each viewer', async () => {
    const { id } = await put();
    await town.says('Carla', `forløb ${REF}`);
    expect(actionsOn('Carla')).toContainEqual({ verb: 'trial.open', title: 'Forslag (1)' });
    for (const name of ['Carla', 'Bo']) {
      await town.teams.execute(town.person(name).entraId, { verb: 'meeting.work', data: { meeting: id } });
      expect([name, meetingCardOf(town, name).includes(WISH)]).toEqual([name, true]);
    }
    expect(actionsOn('Carla')).toContainEqual({ verb: 'trial.open', title: 'Se forslag' });
    expect(actionsOn('Bo').map(({ verb }) => verb)).not.toContain('trial.open');
  });

  test('hears that the meeting was called, and that it was moved, at its new time', async () => {
    const { id } = await newestMeeting(town).then(({ meeting }) => meeting);
    await works(town, 'Carla', 'meeting.move-form');
    await town.presses('Carla', 'meeting.move', { date: '2026-03-27', time: '10:00', agreed: 'true' });
    expect(trial.heard.map((one) => [one.meetingId, one.status, one.event.is])).toEqual([
      [id, 'called', 'called'],
      [id, 'called', 'moved'],
    ]);
  });

  test('while it has something open the meeting is not closed, neither by a forged press', async () => {
    for (const name of ['Bo', 'Mette', 'Jonas']) await town.presses(name, 'invitation.come');
    await town.until('2026-03-27T09:55');
    await worksMeeting(town, { there: 'there' });
    expect(meetingCardOf(town, 'Carla')).toContain('Ét forslag er åbent.');
    const { meeting } = await newestMeeting(town);
    const forged = { force: true, data: { meeting: meeting.id, version: meeting.version } };
    await town.presses('Carla', 'meeting.close', {}, forged);
    expect((await newestMeeting(town)).meeting.status).toBe('running');
    expect(actionsOn('Carla').map(({ verb }) => verb)).toContain('trial.open');
  });

  test('settled, it is closed: the section hears of it while it can still be read who was there', async () => {
    await town.presses('Carla', 'trial.open');
    await holdsMeeting(town, { there: 'there' });
    const { meeting } = await newestMeeting(town);
    expect(meeting.status).toBe('held');
    const last = trial.heard.at(-1);
    expect([last?.event.is, last?.status]).toEqual(['held', 'held']);
    expect(last?.here).toBeGreaterThan(0);
  });

  test('the record says it in the chat, in the PDF and in the journal’s data, and in the database it is sealed', async () => {
    await town.settle();
    const record = town.teams
      .chat(town.person('Mette').entraId)
      .map(textOf)
      .find((text) => text.includes('Det besluttede vi'));
    expect(record).toContain(WISH);
    const folder = readdirSync(town.journalFolder, { recursive: true, encoding: 'utf8' });
    const file = (ending: string) =>
      readFileSync(path.join(town.journalFolder, folder.find((name) => name.endsWith(ending)) ?? ''));
    expect(JSON.stringify(await readPdf(file('.pdf')))).toContain('Det besluttede vi');
    expect(JSON.parse(file('.json').toString()).content.sections).toEqual([
      {
        title: { da: 'Det besluttede vi', en: 'What we decided' },
        items: [{ lead: { da: '1.', en: '1.' }, text: { da: WISH, en: WISH } }],
      },
    ]);
    expect(await wholeDatabase(town)).not.toContain('Tømrer Jensen');
  });

  test('hears of a meeting that was cancelled, that passed, and that was not held', async () => {
    await callMeeting(town, { date: '2026-04-08' });
    const cancelled = (await newestMeeting(town)).meeting.id;
    await works(town, 'Carla', 'meeting.cancel-ask');
    await town.presses('Carla', 'meeting.cancel');
    expect(trial.heard.at(-1)).toMatchObject({ meetingId: cancelled, event: { is: 'cancelled' }, status: 'cancelled' });
    await callMeeting(town, { date: '2026-04-09' });
    const { id } = (await newestMeeting(town)).meeting;
    await town.until('2026-04-10T09:00');
    await town.teams.execute(town.person('Carla').entraId, { verb: 'meeting.work', data: { meeting: id } });
    await works(town, 'Carla', 'meeting.close-ask');
    await town.presses('Carla', 'meeting.not-held');
    expect(trial.heard.filter((one) => one.meetingId === id).map((one) => one.event.is)).toEqual([
      'called',
      'past',
      'not-held',
    ]);
  });

  test('there is no room for a third', async () => {
    const third = [trialSection('one'), trialSection('two'), trialSection('three')].map(({ meetings }) => meetings);
    await expect(openTown({ at: '2026-03-12T09:00', sections: { meetings: third } })).rejects.toThrow('room for 2');
  });
});
