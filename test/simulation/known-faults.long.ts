import { personIds } from '../support/meeting-steps';
import { works, worksMeeting } from '../support/work-steps';
import { meetingsOf, tellingsOf } from './model-ending';
import {
  accepts,
  calls,
  closes,
  comes,
  moves,
  movesFromOpenCard,
  opens,
  plays,
  sends,
} from './model-play';
import { type ModelStory, openModelStory, type StoryOptions } from './model-story';

const invite = ['Bo', 'Mette', 'Jonas'];
const at = '2026-08-10T09:00';
const first = { date: '2026-08-26', time: '13:00' };
const ballerup = { model: 'ballerup', team: invite, at };
const conference = { model: 'tfa', team: invite, at };

async function inStory(options: StoryOptions, play: (story: ModelStory) => Promise<void>): Promise<void> {
  const story = await openModelStory(options);
  try {
    await play(story);
  } finally {
    try { await story.town.close(); } catch (e) { console.log('CLOSE', String(e)); }
  }
}
const openOf = ({ town }: ModelStory, kind: string) =>
  town.inside(({ tx }) => tx.obligation.count({ where: { kind, closedAt: null } }));

describe('known faults', () => {
  test('P1 whoever opened a meeting that was moved can open it again on its new day', () =>
    inStory(ballerup, async (story) => {
      await plays(story, [
        [at, calls({ invite, ...first }, {})],
        ['2026-08-26T12:55', opens()],
        ['2026-08-26T13:20', movesFromOpenCard('2026-09-09', '13:00')],
      ]);
      const timers = await openOf(story, 'meeting-start');
      await plays(story, [['2026-09-09T13:00', opens()]]);
      expect([timers, await meetingsOf(story)]).toEqual([1, [[1, 'team-meeting', '2026-09-09T13:00', 'running', null]]]);
    }));

  test('P2 Esbjerg: on the day that the lead is asked to call the agreed date, it can still be called', () =>
    inStory({ ...ballerup, model: 'step-up' }, async (story) => {
      await plays(story, [
        [at, calls({ invite, date: '2026-09-16', time: '13:00' }, {})],
        ['2026-09-16T13:00', opens()],
        ['2026-09-16T14:00', closes({ there: 'there', here: ['Carla', 'Bo'], next: { date: '2027-03-17', time: '10:00' } })],
        ['2027-03-03T09:30'],
      ]);
      expect(tellingsOf(story).at(-1)).toBe('2027-03-03 09:00 Carla next-meeting/due');
      expect((await story.calls({ invite })).refused).toBe(false);
    }));

  test('P3 Halsnæs: the first mini-kick foresees the one six months after the kick-off', () =>
    inStory({ ...ballerup, model: 'halsnaes', at: '2026-03-09T09:00' }, async (story) => {
      const columns = { works: 'a', worries: 'b', dreams: 'c' };
      await plays(story, [
        ['2026-03-09T09:00', calls({ invite, date: '2026-03-25', time: '13:00' }, {})],
        ['2026-03-25T13:00', opens()],
        ['2026-03-25T14:00', closes({ there: 'there', columns, here: ['Carla', 'Bo'], next: { date: '2026-06-24', time: '13:00' } })],
        ['2026-06-09T10:00', calls({ invite }, { kind: 'mini-kick' })],
        ['2026-06-24T13:00', opens()],
      ]);
      await works(story.town, 'Carla', 'meeting.next-form');
      expect(story.town.lastCard('Carla')).toContain('25. september');
    }));

  test('P4 a next date that is called already is not asked for once more', () =>
    inStory(ballerup, async (story) => {
      await plays(story, [[at, calls({ invite, ...first }, {})]]);
      await story.town.presses('Carla', 'meeting.form');
      const idOf = await personIds(story.town);
      await story.town.presses('Carla', 'meeting.call', {
        ...Object.fromEntries(invite.map((name) => [`come-${idOf(name)}`, 'true'])),
        date: '2026-11-25',
        time: '13:00',
        place: 'x',
        agreed: 'true',
      });
      const [one, two] = await story.town.inside(({ tx }) => tx.meeting.findMany({ orderBy: { number: 'asc' } }));
      expect([one?.localStart, two?.localStart]).toEqual(['2026-08-26T13:00', '2026-11-25T13:00']);
      await story.town.until('2026-08-26T13:00');
      await story.town.teams.execute(story.entra('Carla'), { verb: 'meeting.work', data: { meeting: one?.id ?? '' } });
      await works(story.town, 'Carla', 'meeting.start');
      await works(story.town, 'Carla', 'meeting.citizen-form');
      await works(story.town, 'Carla', 'meeting.citizen', { go: 'next', there: 'there', words: 'Ja.' });
      await works(story.town, 'Carla', 'meeting.here', { go: 'back' });
      await works(story.town, 'Carla', 'meeting.next-form');
      await works(story.town, 'Carla', 'meeting.next', { go: 'next', date: '2026-11-25', time: '13:00' });
      await works(story.town, 'Carla', 'meeting.close');
      expect((await meetingsOf(story)).map((row) => row[3])).toEqual(['held', 'called']);
      expect(await openOf(story, 'next-meeting')).toBe(0);
    }));

  test('P5 whoever has a colleague in their place is not reminded of getting ready any more', () =>
    inStory({ ...conference, team: [...invite, 'Nikolaj'] }, async (story) => {
      await plays(story, [
        [at, calls({ invite, ...first, inputs: { citizenView: 'x' } }, {}), comes('Bo', 'Jonas'), sends('Mette', 'Nikolaj')],
        ['2026-08-11T10:00', accepts('Nikolaj', 'Mette')],
        ['2026-08-26T12:00'],
      ]);
      expect(tellingsOf(story).filter((one) => one.includes('Mette preparation'))).toEqual([]);
    }));

  test('P6 a meeting that stays open overnight leaves nothing forgotten behind', () =>
    inStory({ ...conference, team: [...invite, 'Vibeke'], consent: 'JOB|FAM|SKO|YDE', at: '2026-08-28T10:00' }, async (story) => {
      await plays(story, [
        [
          '2026-08-28T10:00',
          calls({ invite: [...invite, 'Vibeke'], date: '2026-08-31', time: '13:00', inputs: { citizenView: 'x' } }, {}),
        ],
        ['2026-08-31T13:00', opens()],
        ['2026-09-02T10:00'],
      ]);
      expect(story.town.faults).toEqual([]);
    }));

  test('P7 a meeting that nobody opened and that is moved reminds anew of what is not ready', () =>
    inStory(conference, async (story) => {
      await plays(story, [
        [at, calls({ invite, ...first, inputs: { citizenView: 'x' } }, {}), comes(...invite)],
        ['2026-08-27T10:00', moves('2026-09-09', '13:00'), comes(...invite)],
        ['2026-09-09T12:00'],
      ]);
      console.log(tellingsOf(story).join('\n'));
      expect(tellingsOf(story)).toContain('2026-09-08 08:00 Bo preparation/day');
    }));

  test('P9 what was agreed with somebody whose ground ends with the meeting is not left to nobody', () =>
    inStory({ ...ballerup, model: 'halsnaes', consent: 'JOB' }, async (story) => {
      const columns = { works: 'a', worries: 'b', dreams: 'c' };
      await plays(story, [
        [at, calls({ invite, ...first, inputs: { meetingGround: 'true', givenBy: 'citizen' } }, {}), comes(...invite)],
        ['2026-08-26T13:00', opens()],
        [
          '2026-08-26T14:00',
          closes({ there: 'there', columns, agreements: [{ owner: 'Jonas', text: 'Jonas finder en plads', due: '2026-09-09' }] }),
        ],
        ['2026-10-09T10:00'],
      ]);
      console.log(tellingsOf(story).join('\n'), story.town.reads('Jonas').slice(-2), story.town.reads('Carla').slice(-2));
      expect(tellingsOf(story)).toContain('2026-09-07 08:00 Jonas agreement/soon');
    }));

  test('P10 what is ticked, unticked and ticked again on the meeting card stands as it was left', () =>
    inStory(ballerup, async (story) => {
      const { town } = story;
      await plays(story, [[at, calls({ invite, ...first }, {})], ['2026-08-26T13:00', opens()]]);
      const found: boolean[] = [];
      for (const done of ['true', 'false', 'true', 'false']) {
        await works(town, 'Carla', 'meeting.agenda-form');
        await works(town, 'Carla', 'meeting.agenda', { go: 'back', note: '', done });
        found.push((await town.inside(({ tx }) => tx.agendaItem.findFirstOrThrow({ where: { n: 1 } }))).doneAt !== null);
      }
      const there: (string | null)[] = [];
      for (const one of ['there', 'asked-us', 'there', 'asked-us']) {
        await works(town, 'Carla', 'meeting.citizen-form');
        await works(town, 'Carla', 'meeting.citizen', { go: 'back', there: one, words: 'Ja.' });
        there.push((await town.inside(({ tx }) => tx.meeting.findFirstOrThrow())).citizenThere);
      }
      const next: (string | null)[] = [];
      for (const one of [{ date: '2026-11-25', time: '13:00', none: 'false', because: '' }, { none: 'true', because: 'Senere' }, { date: '2026-11-25', time: '13:00', none: 'false', because: '' }]) {
        await works(town, 'Carla', 'meeting.next-form');
        await works(town, 'Carla', 'meeting.next', { go: 'back', ...one } as Record<string, string>);
        next.push((await town.inside(({ tx }) => tx.meeting.findFirstOrThrow())).nextLocal);
      }
      expect([found, there, next]).toEqual([
        [true, false, true, false],
        ['there', 'asked-us', 'there', 'asked-us'],
        ['2026-11-25T13:00', null, '2026-11-25T13:00'],
      ]);
    }));

  test('P18 Esbjerg: a meeting is not moved to a day within the month that the citizen has', () =>
    inStory({ ...ballerup, model: 'step-up' }, async (story) => {
      await plays(story, [[at, calls({ invite, date: '2026-09-16', time: '13:00' }, {})], ['2026-08-11T10:00']]);
      await story.moves('2026-08-20', '13:00');
      expect(await meetingsOf(story)).toEqual([[1, 'step-up-meeting', '2026-09-16T13:00', 'called', null]]);
    }));

  test('P24 an agreed follow-up that was called and cancelled is asked for again', () =>
    inStory(ballerup, async (story) => {
      await plays(story, [
        [at, calls({ invite, ...first }, {}), comes(...invite)],
        ['2026-08-26T13:00', opens()],
        ['2026-08-26T14:00', closes({ there: 'there', next: { date: '2026-11-25', time: '13:00' } })],
        ['2026-08-27T10:00', calls({ invite }, {})],
      ]);
      await story.town.teams.execute(story.entra('Carla'), { verb: 'meeting.open', data: { meeting: story.meetings[1]?.id ?? '' } });
      await story.town.settle();
      await story.town.presses('Carla', 'meeting.cancel-ask');
      await story.town.presses('Carla', 'meeting.cancel');
      expect((await meetingsOf(story)).map((row) => row[3])).toEqual(['held', 'cancelled']);
      expect(await openOf(story, 'next-meeting')).toBe(1);
    }));
});
void worksMeeting;
