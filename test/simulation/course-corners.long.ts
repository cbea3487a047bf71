import { callMeeting, personIds } from '../support/meeting-steps';
import { works } from '../support/work-steps';
import { meetingsOf, tellingsOf } from './model-ending';
import { accepts, calls, closes, comes, moves, movesFromOpenCard, opens, plays, sends } from './model-play';
import { type ModelStory, openModelStory, type StoryOptions } from './model-story';

const invite = ['Bo', 'Mette', 'Jonas'];
const at = '2026-08-10T09:00';
const first = { date: '2026-08-26', time: '13:00' };
const ballerup = { model: 'ballerup', team: invite, at };
const conference = { model: 'tfa', team: invite, at };
const view = { citizenView: 'Jeg vil arbejde med heste.' };
const columns = { works: 'Han møder til tiden.', worries: 'Huslejen.', dreams: 'En læreplads.' };

const inStory = (options: StoryOptions, play: (story: ModelStory) => Promise<void>) => async (): Promise<void> => {
  const story = await openModelStory(options);
  try {
    await play(story);
  } finally {
    await story.town.close();
  }
};
const openOf = ({ town }: ModelStory, kind: string): Promise<number> =>
  town.inside(({ tx }) => tx.obligation.count({ where: { kind, closedAt: null } }));

/** Corners of a course of meetings that a straight story does not come to. */
describe('meetings in their corners', () => {
  test(
    'whoever opened a meeting that was moved can open it again on its new day',
    inStory(ballerup, async (story) => {
      await plays(story, [
        [at, calls({ invite, ...first }, {})],
        ['2026-08-26T12:55', opens()],
        ['2026-08-26T13:20', movesFromOpenCard('2026-09-09', '13:00')],
        ['2026-09-09T13:00', opens()],
      ]);
      expect(await meetingsOf(story)).toEqual([[1, 'team-meeting', '2026-09-09T13:00', 'running', null]]);
    }),
  );

  test(
    'what is changed, changed back and changed again on the meeting card stands as it was left',
    inStory(ballerup, async (story) => {
      const { town } = story;
      const bo = (await personIds(town))('Bo');
      await plays(story, [
        [at, calls({ invite, ...first }, {})],
        ['2026-08-26T13:00', opens()],
      ]);
      const meeting = () => town.inside(({ tx }) => tx.meeting.findFirstOrThrow());
      const done: boolean[] = [];
      const here: number[] = [];
      for (const tick of ['true', 'false', 'true', 'false']) {
        await town.presses('Carla', 'meeting.agenda-form', {}, { data: { n: 1 } });
        await works(town, 'Carla', 'meeting.agenda', { go: 'back', note: '', done: tick });
        done.push((await town.inside(({ tx }) => tx.agendaItem.findFirstOrThrow({ where: { n: 1 } }))).doneAt !== null);
        await works(town, 'Carla', 'meeting.here-form');
        await works(town, 'Carla', 'meeting.here', { go: 'back', [`here-${bo}`]: tick });
        here.push(await town.inside(({ tx }) => tx.presence.count({ where: { personId: bo } })));
      }
      const there: (string | null)[] = [];
      for (const one of ['there', 'asked-us', 'there', 'asked-us']) {
        await works(town, 'Carla', 'meeting.citizen-form');
        await works(town, 'Carla', 'meeting.citizen', { go: 'back', there: one, words: 'Ja.' });
        there.push((await meeting()).citizenThere);
      }
      const next: (string | null)[] = [];
      const day = { date: '2026-11-25', time: '13:00', none: 'false', because: '' };
      for (const one of [day, { none: 'true', because: 'Senere.' }, day]) {
        await works(town, 'Carla', 'meeting.next-form');
        await works(town, 'Carla', 'meeting.next', { go: 'back', ...one });
        next.push((await meeting()).nextLocal);
      }
      expect({ done, here, there, next }).toEqual({
        done: [true, false, true, false],
        here: [1, 0, 1, 0],
        there: ['there', 'asked-us', 'there', 'asked-us'],
        next: ['2026-11-25T13:00', null, '2026-11-25T13:00'],
      });
    }),
  );

  test(
    'Esbjerg: on the day that the lead is asked to call the agreed date, it can still be called',
    inStory({ ...ballerup, model: 'step-up' }, async (story) => {
      const next = { kind: 'follow-up', date: '2027-03-17', time: '10:00' };
      await plays(story, [
        [at, calls({ invite, date: '2026-09-16', time: '13:00' }, {})],
        ['2026-09-16T13:00', opens()],
        ['2026-09-16T14:00', closes({ there: 'there', here: ['Carla', 'Bo'], next })],
        ['2027-02-17T09:30'],
      ]);
      expect((await story.calls({ invite })).refused).toBe(false);
    }),
  );

  test(
    'Esbjerg: a meeting is not moved to a day within the month that the citizen has',
    inStory({ ...ballerup, model: 'step-up' }, async (story) => {
      await plays(story, [
        [at, calls({ invite, date: '2026-09-16', time: '13:00' }, {})],
        ['2026-08-11T10:00', moves('2026-08-20', '13:00')],
      ]);
      expect(await meetingsOf(story)).toEqual([[1, 'step-up-meeting', '2026-09-16T13:00', 'called', null]]);
    }),
  );

  test(
    'a meeting that stays open overnight leaves nothing forgotten behind',
    inStory(
      { ...conference, team: [...invite, 'Vibeke'], consent: 'JOB|FAM|SKO|YDE', at: '2026-08-28T10:00' },
      async (story) => {
        const calling = { invite: [...invite, 'Vibeke'], date: '2026-08-31', time: '13:00', inputs: view };
        await plays(story, [
          // A Friday, for the Monday; Vibeke is at work from Tuesday to Thursday.
          ['2026-08-28T10:00', calls(calling, {})],
          ['2026-08-31T13:00', opens()],
          ['2026-09-02T10:00'],
        ]);
        expect(story.town.faults).toEqual([]);
      },
    ),
  );

  test(
    'a meeting that nobody opened, and that is moved, reminds anew of what is not ready',
    inStory({ ...ballerup, model: 'styrket-helhed' }, async (story) => {
      await plays(story, [
        [at, calls({ invite, ...first }, {}), comes(...invite)],
        ['2026-08-27T10:00', movesFromOpenCard('2026-09-09', '13:00')],
        ['2026-09-09T12:00'],
      ]);
      expect(tellingsOf(story)).toContain('2026-09-07 08:00 Bo preparation/day');
    }),
  );

  test(
    'whoever has a colleague in their place is not reminded of getting ready any more',
    inStory({ ...conference, team: [...invite, 'Nikolaj'] }, async (story) => {
      await plays(story, [
        [at, calls({ invite, ...first, inputs: view }, {}), sends('Mette', 'Nikolaj')],
        ['2026-08-11T10:00', accepts('Nikolaj', 'Mette')],
        ['2026-08-26T12:00'],
      ]);
      expect(tellingsOf(story).filter((one) => one.includes('Mette preparation'))).toEqual([]);
    }),
  );

  test(
    'a next date that is called already is not asked for once more',
    inStory(ballerup, async (story) => {
      const { town } = story;
      await callMeeting(town, { date: '2026-08-26' });
      await callMeeting(town, { date: '2026-11-25' });
      const [one] = await town.inside(({ tx }) => tx.meeting.findMany({ orderBy: { number: 'asc' } }));
      await town.until('2026-08-26T13:00');
      await town.teams.execute(story.entra('Carla'), { verb: 'meeting.work', data: { meeting: one?.id ?? '' } });
      await works(town, 'Carla', 'meeting.start');
      await works(town, 'Carla', 'meeting.citizen-form');
      await works(town, 'Carla', 'meeting.citizen', { go: 'next', there: 'there', words: 'Ja.' });
      await works(town, 'Carla', 'meeting.here', { go: 'back' });
      await works(town, 'Carla', 'meeting.next-form');
      await works(town, 'Carla', 'meeting.next', { go: 'next', date: '2026-11-25', time: '13:00' });
      await works(town, 'Carla', 'meeting.close');
      expect([(await meetingsOf(story)).map((row) => row[3]), await openOf(story, 'next-meeting')]).toEqual([
        ['held', 'called'],
        0,
      ]);
    }),
  );

  test(
    'Halsnæs: the first mini-kick foresees the one six months after the kick-off',
    inStory({ ...ballerup, model: 'halsnaes', at: '2026-03-09T09:00' }, async (story) => {
      const next = { kind: 'mini-kick', date: '2026-06-24', time: '13:00' };
      await plays(story, [
        ['2026-03-09T09:00', calls({ invite, date: '2026-03-25', time: '13:00' }, {})],
        ['2026-03-25T13:00', opens()],
        ['2026-03-25T14:00', closes({ there: 'there', columns, here: ['Carla', 'Bo'], next })],
        ['2026-06-09T10:00', calls({ invite }, {})],
        ['2026-06-24T13:00', opens()],
      ]);
      await works(story.town, 'Carla', 'meeting.next-form');
      expect(story.town.lastCard('Carla')).toContain('25. september');
    }),
  );

  test(
    'Halsnæs: what was agreed with somebody whose ground ends with the meeting is not left until it is late',
    inStory({ ...ballerup, model: 'halsnaes', consent: 'JOB' }, async (story) => {
      const agreements = [{ owner: 'Jonas', text: 'Jonas finder en plads', due: '2026-09-09' }];
      await plays(story, [
        [at, calls({ invite, ...first, inputs: { meetingGround: 'true', givenBy: 'citizen' } }, {}), comes(...invite)],
        ['2026-08-26T13:00', opens()],
        ['2026-08-26T14:00', closes({ there: 'there', columns, agreements })],
        ['2026-09-09T16:00'],
      ]);
      expect(tellingsOf(story).filter((one) => one.includes('agreement/'))).not.toEqual([]);
    }),
  );

  test(
    'Furesø: where leaders of several centres come, the card does not say that leaders are missing',
    inStory({ model: 'borgerkonference', team: ['Sørine', 'Thomas'], consent: 'JOB|FAM', at }, async (story) => {
      await plays(story, [
        [at, calls({ invite: ['Sørine', 'Thomas'], ...first, inputs: view }, {})],
        ['2026-08-26T13:00', opens()],
      ]);
      expect(story.town.lastCard('Carla')).not.toContain('regner også med ledelse');
    }),
  );
});
