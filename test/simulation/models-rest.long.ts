import { words } from '../../content/words/words';
import { meetingsOf } from './model-ending';
import {
  accepts,
  calls,
  closes,
  comes,
  hearsOf,
  isHindered,
  isReady,
  isRecorded,
  isRefused,
  manages,
  names,
  notesTalk,
  opens,
  plays,
  rests,
  sends,
  settles,
  tellsCourse,
} from './model-play';

const { refusals } = words('da');

describe('the first course of meetings by each model, played on the moved clock with the checker reading', () => {
  test('Furesø: leaders set a direction without the citizen, the talk within a week, and the team with the citizen', async () => {
    const leaders = ['Dora', 'Sørine', 'Thomas', 'Birgitte'];
    const options = {
      model: 'borgerkonference',
      team: [...leaders, 'Bo', 'Mette'],
      consent: 'LED|JOB|FAM|SKO',
      at: '2026-08-10T09:00',
    };
    await tellsCourse(options, async (story) => {
      await plays(story, [
        [
          '2026-08-10T09:00',
          isRefused({ invite: leaders, date: '2026-08-10', time: '08:30' }, refusals['past-time']),
          calls(
            {
              invite: leaders,
              roles: { 'note-taker': 'Thomas' },
              date: '2026-08-26',
              time: '13:00',
              inputs: { citizenView: 'Jeg vil gerne have én at tale med.' },
            },
            { kind: 'conference', duration: '45' },
          ),
          comes('Dora', 'Thomas'),
        ],
        ['2026-08-11T10:00', isHindered('Birgitte')],
        ['2026-08-12T10:00', manages],
        ['2026-08-24T13:00', names('Dora', 'Malene', 'Sørine')],
        ['2026-08-24T14:00', accepts('Malene', 'Sørine')],
        ['2026-08-26T12:55', opens('Thomas')],
        [
          '2026-08-26T13:50',
          closes({
            by: 'Thomas',
            words: null,
            here: ['Carla', 'Dora', 'Thomas', 'Malene'],
            agreements: [{ owner: 'Malene', text: 'Malene samler planerne', due: '2026-09-07' }],
            next: { kind: 'team-meeting', date: '2026-09-16', time: '13:00' },
          }),
        ],
        [
          '2026-08-27T10:00',
          isRecorded(1, {
            present: ['Carla', 'Dora', 'Thomas', 'Malene'],
            nobody: ['Sørine', 'Birgitte', 'Bo', 'Mette'],
            sentTo: ['Birgitte', 'Bo', 'Carla', 'Dora', 'Mette', 'Nanna', 'Sørine'],
          }),
        ],
        ['2026-08-31T10:00', notesTalk('2026-08-31', 'Det lyder godt.')],
        [
          '2026-09-02T10:00',
          calls(
            { invite: ['Bo', 'Mette'], roles: { facilitator: 'Mette' } },
            { kind: 'team-meeting', date: '2026-09-16', time: '13:00', duration: '60' },
          ),
          comes('Bo', 'Mette'),
        ],
        ['2026-09-08T09:00', settles('Malene', 'Malene samler planerne')],
        ['2026-09-16T13:00', opens('Mette')],
        ['2026-09-16T14:00', closes({ there: 'there', by: 'Mette' })],
        ['2026-09-23T10:00'],
      ]);
      expect(await meetingsOf(story)).toEqual([
        [1, 'conference', '2026-08-26T13:00', 'held', true],
        [2, 'team-meeting', '2026-09-16T13:00', 'held', true],
      ]);
    });
  });

  test('Syddjurs: the referral agreed beforehand, the case meeting, and a follow-up a month later', async () => {
    const invite = ['Bo', 'Mette', 'Jonas'];
    await tellsCourse(
      { model: 'styrket-helhed', team: [...invite, 'Nikolaj'], at: '2026-08-10T09:00' },
      async (story) => {
        await plays(story, [
          [
            '2026-08-10T09:00',
            rests('Nikolaj'),
            isRefused({ invite, date: '2026-08-10', time: '08:00' }, refusals['past-time']),
            calls({ invite, date: '2026-08-26', time: '13:00' }, { kind: 'case-meeting', duration: '60' }),
            comes('Bo'),
          ],
          ['2026-08-11T10:00', isHindered('Mette')],
          ['2026-08-12T10:00', manages],
          ['2026-08-18T10:00', isReady('Bo', 'referral')],
          ['2026-08-20T10:00', isReady('Mette', 'referral')],
          ['2026-08-21T10:00', sends('Jonas', 'Kasper')],
          ['2026-08-24T10:00', accepts('Kasper', 'Jonas')],
          ['2026-08-25T10:00', isReady('Carla', 'reading')],
          ['2026-08-26T13:00', opens()],
          [
            '2026-08-26T14:00',
            closes({
              there: 'there',
              here: ['Carla', 'Bo', 'Kasper'],
              agreements: [{ owner: 'Bo', text: 'Bo undersøger økonomien', due: '2026-09-09' }],
              next: { kind: 'follow-up', date: '2026-09-28', time: '13:00' },
            }),
          ],
          [
            '2026-08-27T10:00',
            isRecorded(1, {
              present: ['Carla', 'Bo', 'Kasper'],
              nobody: ['Mette', 'Jonas', 'Nikolaj'],
              sentTo: ['Bo', 'Jonas', 'Mette', 'Nanna'],
            }),
            hearsOf('Nikolaj', 1),
          ],
          // Told of it before, on and after the day, and the lead in the end.
          ['2026-09-16T10:00', settles('Bo', 'Bo undersøger økonomien')],
          [
            '2026-09-16T11:00',
            calls({ invite }, { kind: 'follow-up', date: '2026-09-28', time: '13:00', duration: '60' }),
            comes('Bo', 'Mette', 'Jonas'),
          ],
          ['2026-09-28T13:00', opens()],
          ['2026-09-28T14:00', closes({ there: 'there' })],
          ['2026-10-05T10:00'],
        ]);
        expect(await meetingsOf(story)).toEqual([
          [1, 'case-meeting', '2026-08-26T13:00', 'held', true],
          [2, 'follow-up', '2026-09-28T13:00', 'held', true],
        ]);
      },
    );
  });

  test('Viborg: every profession of the team, and a follow-up after three months', async () => {
    const invite = ['Bo', 'Mette', 'Sanne'];
    const options = { model: 'myndighedsteam', team: invite, consent: 'JOB|FAM|SUN', at: '2026-08-10T09:00' };
    await tellsCourse(options, async (story) => {
      await plays(story, [
        [
          '2026-08-10T09:00',
          isRefused({ invite, date: '2026-08-16', time: '10:00' }, refusals['not-working-time']),
          calls({ invite, date: '2026-08-26', time: '13:00' }, { kind: 'team-meeting', duration: '60' }),
          comes('Bo'),
        ],
        ['2026-08-11T10:00', isHindered('Mette')],
        ['2026-08-12T10:00', manages],
        ['2026-08-24T13:00', names('Hanne', 'Ulla', 'Sanne')],
        ['2026-08-25T10:00', accepts('Ulla', 'Sanne')],
        ['2026-08-26T13:00', opens()],
        [
          '2026-08-26T14:00',
          closes({
            there: 'asked-us',
            askedOn: '2026-08-25',
            how: 'Sagde det til Bo ved døren',
            here: ['Carla', 'Bo', 'Ulla'],
            agreements: [{ owner: 'lead', text: 'Carla fortæller familien det', due: '2026-08-31' }],
            next: { kind: 'follow-up', date: '2026-11-26', time: '10:00' },
          }),
        ],
        [
          '2026-08-27T10:00',
          isRecorded(1, {
            present: ['Carla', 'Bo', 'Ulla'],
            nobody: ['Mette', 'Sanne'],
            sentTo: ['Bo', 'Mette', 'Nanna', 'Sanne'],
          }),
        ],
        ['2026-09-01T10:00', settles('Carla', 'Carla fortæller familien det')],
        [
          '2026-11-12T10:00',
          calls({ invite }, { kind: 'follow-up', date: '2026-11-26', time: '10:00', duration: '60' }),
          comes('Bo', 'Mette', 'Sanne'),
        ],
        ['2026-11-26T10:00', opens()],
        ['2026-11-26T11:00', closes({ there: 'there' })],
        ['2026-12-03T10:00'],
      ]);
      expect(await meetingsOf(story)).toEqual([
        [1, 'team-meeting', '2026-08-26T13:00', 'held', true],
        [2, 'follow-up', '2026-11-26T10:00', 'held', true],
      ]);
    });
  });

  test('Assens: the joint investigation ready a week before, the family meeting, and a follow-up', async () => {
    const invite = ['Bo', 'Mette', 'Jonas'];
    await tellsCourse({ model: 'familieplan', team: [...invite, 'Nikolaj'], at: '2026-08-10T09:00' }, async (story) => {
      await plays(story, [
        [
          '2026-08-10T09:00',
          rests('Nikolaj'),
          isRefused({ invite, date: '2026-08-10', time: '09:00' }, refusals['past-time']),
          calls({ invite, date: '2026-08-26', time: '14:00' }, { kind: 'family-meeting', duration: '90' }),
          comes('Mette'),
        ],
        ['2026-08-11T10:00', isHindered('Jonas')],
        ['2026-08-12T10:00', manages],
        ['2026-08-19T10:00', isReady('Carla', 'investigation')],
        ['2026-08-21T10:00', comes('Bo')],
        ['2026-08-26T14:00', opens()],
        // After hours: the record comes in the morning.
        [
          '2026-08-26T16:20',
          closes({
            there: 'there',
            here: ['Carla', 'Mette', 'Bo'],
            agreements: [{ owner: 'Mette', text: 'Mette besøger familien', due: '2026-09-04' }],
            next: { kind: 'follow-up', date: '2026-11-26', time: '10:00' },
          }),
        ],
        [
          '2026-08-27T10:00',
          isRecorded(1, {
            present: ['Carla', 'Mette', 'Bo'],
            nobody: ['Jonas', 'Nikolaj'],
            sentTo: ['Bo', 'Jonas', 'Mette', 'Nanna'],
          }),
          hearsOf('Nikolaj', 1),
        ],
        ['2026-09-04T10:00', settles('Mette', 'Mette besøger familien')],
        [
          '2026-11-12T10:00',
          calls({ invite }, { kind: 'follow-up', date: '2026-11-26', time: '10:00', duration: '60' }),
          comes('Bo', 'Mette', 'Jonas'),
        ],
        ['2026-11-26T10:00', opens()],
        ['2026-11-26T11:00', closes({ there: 'there' })],
        ['2026-12-03T10:00'],
      ]);
      expect(await meetingsOf(story)).toEqual([
        [1, story.meetings[0]?.kind.kind, '2026-08-26T14:00', 'held', true],
        [2, 'follow-up', '2026-11-26T10:00', 'held', true],
      ]);
    });
  });
});
