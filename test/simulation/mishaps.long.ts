import { plan } from '../../bot/obligations/plan';
import { check } from './checker';
import { endInOrder, meetingsOf, recordKept, tellingsOf } from './model-ending';
import {
  calls,
  closes,
  comes,
  explains,
  isHindered,
  isRecorded,
  manages,
  movesFromOpenCard,
  opens,
  plays,
} from './model-play';
import { openModelStory } from './model-story';

const invite = ['Bo', 'Mette', 'Jonas'];
const ballerup = { model: 'ballerup', team: invite, at: '2026-08-10T09:00' };
const first = { date: '2026-08-26', time: '13:00' };
const proposed = { kind: 'team-meeting' };

describe('meetings that do not go as planned, with the checker reading', () => {
  test('nobody opens it: the lead is reminded, in the end their manager, and closes it late', async () => {
    const story = await openModelStory(ballerup);
    await plays(story, [
      ['2026-08-10T09:00', calls({ invite, ...first }, proposed), comes('Bo', 'Mette')],
      ['2026-08-11T10:00', isHindered('Jonas')],
      ['2026-08-12T10:00', manages],
      ['2026-09-09T10:00'],
    ]);
    expect(tellingsOf(story)).toEqual([
      '2026-08-12 08:00 Carla hindered-reply/first',
      '2026-08-26 08:00 Carla meeting-record/day',
      '2026-08-28 08:00 Carla meeting-record/late',
      '2026-09-01 08:00 Carla meeting-record/later',
      '2026-09-04 08:00 Lise meeting-record/manager',
      '2026-09-08 08:00 Carla meeting-record/later',
    ]);
    expect(story.did.map(({ at, kind }) => `${at} ${kind}`)).toEqual(['2026-08-27T06:00:00.000Z meeting-start']);
    expect(await meetingsOf(story)).toEqual([[1, 'team-meeting', '2026-08-26T13:00', 'past', null]]);
    await plays(story, [
      [
        '2026-09-11T10:00',
        closes({
          there: 'there',
          here: ['Carla', 'Bo', 'Mette'],
          agreements: [{ owner: 'Bo', text: 'Bo ringer', due: '2026-09-18' }],
          next: { date: '2026-11-25', time: '13:00' },
        }),
      ],
      [
        '2026-09-16T12:00',
        isRecorded(1, {
          present: ['Carla', 'Bo', 'Mette'],
          nobody: ['Jonas'],
          sentTo: ['Bo', 'Jonas', 'Mette', 'Nanna'],
        }),
      ],
    ]);
    expect(tellingsOf(story).slice(6)).toEqual([
      '2026-09-11 08:00 Lise meeting-record/manager',
      '2026-09-14 08:00 Carla next-meeting/first',
      '2026-09-16 08:00 Bo agreement/soon',
    ]);
    expect(await meetingsOf(story)).toEqual([[1, 'team-meeting', '2026-08-26T13:00', 'held', true]]);
    await endInOrder(story, ['agreement', 'next-meeting']);
  });

  test('the citizen does not come: moved from the open card, everybody asked anew, held on the new date', async () => {
    const story = await openModelStory(ballerup);
    await plays(story, [
      ['2026-08-10T09:00', calls({ invite, ...first }, proposed), comes('Bo', 'Mette', 'Jonas')],
      ['2026-08-26T12:55', opens()],
      ['2026-08-26T13:20', movesFromOpenCard('2026-09-09', '13:00')],
    ]);
    expect(await meetingsOf(story)).toEqual([[1, 'team-meeting', '2026-09-09T13:00', 'called', null]]);
    expect(story.book.openOnes({ kind: 'invitation-answer' }).map((one) => one.round)).toEqual([2, 2, 2]);
    await plays(story, [
      ['2026-08-26T15:00', comes('Mette')],
      ['2026-09-04T10:00', comes('Bo')],
      ['2026-09-07T13:00', comes('Jonas')],
      ['2026-09-09T13:00', opens('Nanna')],
      ['2026-09-09T14:00', closes({ there: 'there' })],
      ['2026-09-16T10:00'],
    ]);
    expect(tellingsOf(story)).toEqual([
      '2026-08-26 08:00 Carla meeting-record/day',
      '2026-08-28 08:00 Bo invitation-answer/first',
      '2026-08-28 08:00 Jonas invitation-answer/first',
      '2026-09-04 09:00 Bo invitation-answer/second',
      '2026-09-04 09:00 Jonas invitation-answer/second',
      '2026-09-07 12:00 Birgitte invitation-answer/manager',
      '2026-09-09 08:00 Carla meeting-record/day',
    ]);
    expect((await recordKept(story, 1)).at).toBe('2026-09-09T13:00');
    expect(await meetingsOf(story)).toEqual([[1, 'team-meeting', '2026-09-09T13:00', 'held', true]]);
    await endInOrder(story, []);
  });

  test('somebody was missed: asked what we did not know, and their department stands as not represented after that', async () => {
    const story = await openModelStory({ ...ballerup, informedOn: '2026-06-01' });
    await plays(story, [
      ['2026-08-10T09:00', calls({ invite, ...first }, proposed), comes('Bo', 'Mette', 'Jonas')],
      ['2026-08-26T13:00', opens()],
      ['2026-08-26T14:00', closes({ there: 'there', here: ['Carla', 'Bo'] })],
      ['2026-08-27T10:00', explains('Mette', 'told-somebody')],
      ['2026-09-02T10:00'],
    ]);
    expect(story.did.map(({ at, kind }) => `${at} ${kind}`)).toEqual(['2026-08-31T06:00:00.000Z absence-word']);
    const stands = await story.town.inside(({ tx }) =>
      tx.representation.findMany({ include: { department: true }, orderBy: { departmentId: 'asc' } }),
    );
    expect(Object.fromEntries(stands.map((one) => [one.department.code, one.state]))).toEqual({
      JOB: 'represented',
      FAM: 'managed',
      SKO: 'not-represented',
    });
    const heard = story.town.lastCard('Birgitte');
    expect(heard).toContain('Skole og ungdom');
    expect(heard).not.toContain('Jonas');
    await endInOrder(story, []);
  });

  test('twin: without the grace of whoever was told last, the checker finds the manager told too early', async () => {
    const graceless = ({ ladder, ...input }: Parameters<typeof plan>[0]) =>
      plan({
        ...input,
        ladder: {
          ...ladder,
          rungs: ladder.rungs.map((rung) => (rung.act === 'tell' ? { ...rung, grace: 0 } : rung)),
        },
      });
    const names: Record<string, string[]> = {};
    for (const [name, twin] of [
      ['true', undefined],
      ['graceless', graceless],
    ] as const) {
      const story = await openModelStory({ ...ballerup, at: '2026-08-12T10:00', ...(twin ? { plan: twin } : {}) });
      await plays(story, [
        ['2026-08-12T10:00', calls({ invite, date: '2026-08-14', time: '13:00' }, proposed), comes('Bo', 'Mette')],
        ['2026-08-14T13:00', opens()],
        ['2026-08-14T14:00', closes({ there: 'there' })],
        ['2026-08-18T10:00'],
      ]);
      names[name] = check(story.chronicle.events).breaches.map((one) => `${one.name} ${one.rule} ${one.rung}`);
      await story.town.close();
    }
    expect(names.true).toEqual([]);
    expect(names.graceless).toContain('early grace manager');
  });
});
