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
import { consents } from './story-town';

const { refusals } = words('da');

describe('the first course of meetings by each model, played on the moved clock with the checker reading', () => {
  test('Ballerup: a team meeting, and the follow-up three months later', async () => {
    const invite = ['Bo', 'Mette', 'Jonas'];
    const team = [...invite, 'Nikolaj'];
    await tellsCourse({ model: 'ballerup', team, at: '2026-08-10T09:00' }, async (story) => {
      await plays(story, [
        [
          '2026-08-10T09:00',
          rests('Nikolaj'),
          isRefused({ invite, date: '2026-08-10', time: '08:30' }, refusals['past-time']),
          calls({ invite, date: '2026-08-26', time: '13:00' }, { kind: 'team-meeting', duration: '60' }),
          comes('Mette'),
        ],
        ['2026-08-11T10:00', isHindered('Jonas')],
        ['2026-08-12T10:00', manages],
        ['2026-08-24T13:00', names('Sørine', 'Henrik', 'Bo')],
        ['2026-08-25T10:00', accepts('Henrik', 'Bo')],
        ['2026-08-26T12:55', opens()],
        [
          '2026-08-26T14:05',
          closes({
            there: 'there',
            here: ['Carla', 'Mette', 'Henrik'],
            agreements: [
              { owner: 'citizen', text: 'A.K. besøger Tømrer Jensen', due: '2026-09-09' },
              { owner: 'lead', text: 'Carla sender planen', due: '2026-09-04' },
              { owner: 'Mette', text: 'Mette taler med familien', due: '2026-09-07' },
            ],
            next: { date: '2026-11-25', time: '13:00' },
          }),
        ],
        [
          '2026-08-31T10:00',
          isRecorded(1, {
            present: ['Carla', 'Mette', 'Henrik'],
            nobody: ['Jonas', 'Bo', 'Nikolaj'],
            sentTo: ['Bo', 'Jonas', 'Mette', 'Nanna'],
          }),
          hearsOf('Nikolaj', 1),
        ],
        ['2026-09-04T09:00', settles('Carla', 'Carla sender planen')],
        ['2026-09-09T09:30', settles('Carla', 'A.K. besøger Tømrer Jensen')],
        [
          '2026-09-14T10:00',
          settles('Mette', 'Mette taler med familien', { how: 'later', due: '2026-09-21', because: 'Ferie.' }),
        ],
        ['2026-09-21T10:00', settles('Mette', 'Mette taler med familien')],
        [
          '2026-11-11T10:00',
          calls({ invite }, { kind: 'team-meeting', date: '2026-11-25', time: '13:00', duration: '60' }),
          comes('Bo'),
          sends('Mette', 'Nikolaj'),
        ],
        ['2026-11-13T09:00', accepts('Nikolaj', 'Mette')],
        ['2026-11-20T11:00', comes('Jonas')],
        ['2026-11-25T13:00', opens()],
        [
          '2026-11-25T14:00',
          closes({
            there: 'asked-us',
            askedOn: '2026-11-24',
            how: 'Ringede til Carla',
            here: ['Carla', 'Bo', 'Jonas', 'Nikolaj'],
          }),
        ],
        ['2026-12-02T10:00'],
      ]);
      expect(await meetingsOf(story)).toEqual([
        [1, 'team-meeting', '2026-08-26T13:00', 'held', true],
        [2, 'team-meeting', '2026-11-25T13:00', 'held', true],
      ]);
    });
  });

  test('Halsnæs: a kick-off with a ground of its own, and mini-kicks after 3, 6 and 9 months', async () => {
    const invite = ['Bo', 'Mette', 'Jonas', 'Nanna'];
    const roles = { facilitator: 'Nanna' };
    const columns = { works: 'Han møder til tiden.', worries: 'Huslejen.', dreams: 'En læreplads.' };
    const options = { model: 'halsnaes', team: ['Bo', 'Mette', 'Jonas'], consent: 'JOB', at: '2026-03-09T09:00' };
    const forMeeting = { meetingGround: 'true', givenBy: 'citizen' };
    await tellsCourse(options, async (story) => {
      await plays(story, [
        [
          '2026-03-09T09:00',
          isRefused({ invite: ['Bo'], date: '2026-04-02', time: '13:00' }, refusals['not-working-time']),
          calls(
            { invite, roles, date: '2026-03-25', time: '13:00', inputs: { ...forMeeting, guests: 'Min søster Lea' } },
            { kind: 'kick-off', duration: '90' },
          ),
          comes('Mette', 'Nanna'),
        ],
        ['2026-03-10T10:00', isHindered('Bo', 'citizen-matter')],
        ['2026-03-10T13:00', manages],
        ['2026-03-20T10:00', comes('Jonas')],
        ['2026-03-25T12:50', opens('Nanna')],
        // Consent is gone through at the end: the family department from now on, the school no more.
        ['2026-03-25T14:25', ({ town }) => consents(town, 'Carla', 'FAM')],
        [
          '2026-03-25T14:30',
          closes({
            by: 'Nanna',
            there: 'there',
            here: ['Carla', 'Nanna', 'Mette', 'Jonas'],
            columns,
            agreements: [
              { owner: 'Nanna', text: 'Nanna ringer til banken', due: '2026-04-08' },
              { owner: 'citizen', text: 'A.K. skriver sin ansøgning', due: '2026-04-15' },
            ],
            next: { kind: 'mini-kick', date: '2026-06-24', time: '13:00' },
          }),
        ],
        [
          '2026-03-26T10:00',
          isRecorded(1, {
            present: ['Carla', 'Nanna', 'Mette', 'Jonas'],
            nobody: ['Bo'],
            sentTo: ['Bo', 'Carla', 'Mette'],
          }),
        ],
        ['2026-04-09T10:00', settles('Nanna', 'Nanna ringer til banken')],
        ['2026-04-15T10:00', settles('Carla', 'A.K. skriver sin ansøgning')],
      ]);
      const minis = [
        { call: '2026-06-09T10:00', on: '2026-06-24', due: '2026-07-01', next: '2026-09-23' },
        { call: '2026-09-09T10:00', on: '2026-09-23', due: '2026-10-01', next: '2026-12-16' },
        { call: '2026-12-02T10:00', on: '2026-12-16', due: '2026-12-22', next: undefined },
      ];
      for (const { call, on, due, next } of minis)
        await plays(story, [
          [
            call,
            calls(
              { invite: ['Bo', 'Mette', 'Nanna'], roles },
              { kind: 'mini-kick', date: on, time: '13:00', duration: '60' },
            ),
            comes('Bo', 'Mette', 'Nanna'),
          ],
          [`${on}T13:00`, opens()],
          [
            `${on}T14:00`,
            closes({
              there: 'there',
              columns,
              agreements: [{ owner: 'lead', text: `Carla følger op ${on}`, due }],
              ...(next ? { next: { kind: 'mini-kick', date: next, time: '13:00' } } : {}),
            }),
          ],
          [`${due}T09:00`, settles('Carla', `Carla følger op ${on}`)],
        ]);
      await story.until('2027-01-06T10:00');
      expect(await meetingsOf(story)).toEqual([
        [1, 'kick-off', '2026-03-25T13:00', 'held', true],
        [2, 'mini-kick', '2026-06-24T13:00', 'held', true],
        [3, 'mini-kick', '2026-09-23T13:00', 'held', true],
        [4, 'mini-kick', '2026-12-16T13:00', 'held', true],
      ]);
    });
  });

  test('Hjørring: talks and papers, the conference without the citizen, and the talk within 14 days', async () => {
    const invite = ['Bo', 'Mette', 'Jonas'];
    await tellsCourse({ model: 'tfa', team: [...invite, 'Nikolaj'], at: '2026-08-10T09:00' }, async (story) => {
      await plays(story, [
        [
          '2026-08-10T09:00',
          rests('Nikolaj'),
          isRefused({ invite, date: '2026-08-15', time: '13:00' }, refusals['not-working-time']),
          calls(
            {
              invite,
              roles: { 'note-taker': 'Mette' },
              date: '2026-08-26',
              time: '13:00',
              inputs: { citizenView: 'Jeg vil arbejde med heste.' },
            },
            { kind: 'conference', duration: '60' },
          ),
          comes('Mette'),
        ],
        ['2026-08-11T10:00', isHindered('Jonas', 'citizen-matter')],
        ['2026-08-12T10:00', manages],
        ['2026-08-19T10:00', isReady('Mette', 'talk')],
        ['2026-08-21T10:00', comes('Bo')],
        ['2026-08-24T14:00', isReady('Bo', 'talk'), isReady('Mette', 'papers')],
        ['2026-08-25T11:00', isReady('Bo', 'papers')],
        ['2026-08-25T14:00', isReady('Mette', 'reading')],
        ['2026-08-26T12:55', opens('Mette')],
        [
          '2026-08-26T14:00',
          closes({
            by: 'Mette',
            words: null,
            here: ['Carla', 'Mette', 'Bo'],
            agreements: [
              { owner: 'Bo', text: 'Bo finder et praktiksted', due: '2026-09-10' },
              { owner: 'lead', text: 'Carla skriver til egen læge', due: '2026-09-03' },
            ],
            noNextBecause: 'Forløbet ender med samtalen.',
          }),
        ],
        [
          '2026-08-27T10:00',
          isRecorded(1, {
            present: ['Carla', 'Mette', 'Bo'],
            nobody: ['Jonas', 'Nikolaj'],
            sentTo: ['Bo', 'Carla', 'Jonas', 'Nanna'],
          }),
          hearsOf('Nikolaj', 1),
        ],
        ['2026-09-03T09:00', settles('Carla', 'Carla skriver til egen læge')],
        ['2026-09-09T10:00', notesTalk('2026-09-09', 'Det er jeg glad for.')],
        ['2026-09-10T10:00', settles('Bo', 'Bo finder et praktiksted')],
        ['2026-09-24T10:00'],
      ]);
      expect(await meetingsOf(story)).toEqual([[1, 'conference', '2026-08-26T13:00', 'held', true]]);
    });
  });

  test('Esbjerg: a month of notice, the material a week before, and again after six months', async () => {
    const invite = ['Bo', 'Mette', 'Jonas'];
    const roles = { leader: 'Bo' };
    await tellsCourse({ model: 'step-up', team: [...invite, 'Nikolaj'], at: '2026-08-10T09:00' }, async (story) => {
      await plays(story, [
        [
          '2026-08-10T09:00',
          rests('Nikolaj'),
          isRefused({ invite, roles, date: '2026-09-09', time: '13:00' }, refusals['notice-too-short']),
          calls({ invite, roles, date: '2026-09-16', time: '13:00' }, { kind: 'step-up-meeting', duration: '60' }),
          comes('Bo'),
        ],
        ['2026-08-11T10:00', sends('Mette', 'Thomas'), isHindered('Jonas')],
        ['2026-08-12T10:00', manages, accepts('Thomas', 'Mette')],
        ['2026-09-07T10:00', isReady('Carla', 'with-citizen')],
        ['2026-09-09T11:00', isReady('Carla', 'material')],
        ['2026-09-16T12:50', opens('Bo')],
        [
          '2026-09-16T14:00',
          closes({
            there: 'there',
            here: ['Carla', 'Bo', 'Thomas'],
            agreements: [
              { owner: 'Bo', text: 'Bo aftaler et besøg på tømrerværkstedet', due: '2026-09-30' },
              { owner: 'citizen', text: 'A.K. møder op kl. 8', due: '2026-10-07' },
            ],
            next: { kind: 'follow-up', date: '2027-03-17', time: '10:00' },
          }),
        ],
        [
          '2026-09-17T10:00',
          isRecorded(1, {
            present: ['Carla', 'Bo', 'Thomas'],
            nobody: ['Mette', 'Jonas', 'Nikolaj'],
            sentTo: ['Bo', 'Jonas', 'Mette', 'Nanna'],
          }),
          hearsOf('Nikolaj', 1),
        ],
        ['2026-09-28T09:00', settles('Bo', 'Bo aftaler et besøg på tømrerværkstedet')],
        ['2026-10-08T09:00', settles('Carla', 'A.K. møder op kl. 8', { how: 'drop', because: 'Værkstedet lukkede.' })],
        [
          '2027-02-10T10:00',
          calls({ invite, roles }, { kind: 'follow-up', date: '2027-03-17', time: '10:00', duration: '60' }),
          comes('Bo', 'Mette'),
        ],
        ['2027-03-12T10:00', comes('Jonas')],
        ['2027-03-17T10:00', opens()],
        ['2027-03-17T11:00', closes({ there: 'there' })],
        ['2027-03-24T10:00'],
      ]);
      expect(await meetingsOf(story)).toEqual([
        [1, 'step-up-meeting', '2026-09-16T13:00', 'held', true],
        [2, 'follow-up', '2027-03-17T10:00', 'held', true],
      ]);
    });
  });
});
