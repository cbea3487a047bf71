import path from 'node:path';
import fc from 'fast-check';
import {
  countedFollowUps,
  type FollowUpModel,
  followUpsOf,
  type HeldMeeting,
  opensOn,
  rhythmsOf,
  yearOfFollowUps,
} from '../../../bot/followups/rules';
import { readModels } from '../../../bot/pathways/models';
import { addDays, addMonths, asDay, type Day, daysBetween } from '../../../bot/time/day';

const MODELS = readModels(path.resolve('content/models'));
const model = (key: string): FollowUpModel => {
  const found = MODELS.get(key);
  if (!found) throw new Error(`No model ${key}`);
  return found;
};
const held = (on: string, kind: string, counts = true): HeldMeeting => ({
  id: `${kind}-${on}`,
  kind,
  on: asDay(on),
  counts,
});
const since = asDay('2026-03-12');
const next = (key: string, meetings: readonly HeldMeeting[], every: string | null = null) =>
  followUpsOf({ model: model(key), since, held: meetings, every }).open.map(({ slot, kind, opensOn: opens, dueOn }) => [
    slot,
    kind,
    opens,
    dueOn,
  ]);

describe('the next follow-up', () => {
  test('by rhythm: three months after the start, asked for three weeks before', () => {
    expect(next('ballerup', [])).toEqual([['start', null, '2026-05-22', '2026-06-12']]);
  });

  test('by rhythm: three months after the last that was held with the citizen; one without them does not count', () => {
    const meetings = [held('2026-04-01', 'team-meeting'), held('2026-05-20', 'team-meeting', false)];
    expect(next('ballerup', meetings)).toEqual([['after:team-meeting-2026-04-01', null, '2026-06-10', '2026-07-01']]);
  });

  test('a transition meeting is not one of the four', () => {
    expect(next('ballerup', [held('2026-05-01', 'transition-meeting')])).toEqual([
      ['start', null, '2026-05-22', '2026-06-12'],
    ]);
  });

  test('held less than 30 days after the last counts as the same; the next one that is not is a follow-up of its own', () => {
    const days = ['2026-04-01', '2026-04-30', '2026-05-01'];
    const meetings = days.map((on) => held(on, 'team-meeting'));
    expect(countedFollowUps(model('ballerup'), meetings).map((one) => one.on)).toEqual(['2026-04-01', '2026-05-01']);
    expect(followUpsOf({ model: model('ballerup'), since, held: meetings, every: null }).met).toEqual(
      new Map([
        ['start', 'team-meeting-2026-04-01'],
        ['after:team-meeting-2026-04-01', 'team-meeting-2026-05-01'],
      ]),
    );
  });

  test('Halsnæs: a kick-off is followed by three mini-kicks, each settled by one', () => {
    const kick = held('2026-04-01', 'kick-off');
    const slots = (meetings: readonly HeldMeeting[]) =>
      next('halsnaes', meetings).map(([slot, , , due]) => [slot, due]);
    expect(slots([kick])).toEqual([
      [`step:${kick.id}:1`, '2026-07-01'],
      [`step:${kick.id}:2`, '2026-10-01'],
      [`step:${kick.id}:3`, '2027-01-01'],
    ]);
    expect(slots([kick, held('2026-06-20', 'mini-kick')])).toEqual([
      [`step:${kick.id}:2`, '2026-10-01'],
      [`step:${kick.id}:3`, '2027-01-01'],
    ]);
    expect(slots([kick, held('2026-06-20', 'mini-kick', false)])).toHaveLength(3);
  });

  test('Step-Up: again after six months; nobody forgets the first meeting either', () => {
    expect(next('step-up', [])).toEqual([['start', null, '2026-05-22', '2026-06-12']]);
    expect(next('step-up', [held('2026-04-01', 'step-up-meeting')])).toEqual([
      ['step:step-up-meeting-2026-04-01:1', 'follow-up', '2026-09-10', '2026-10-01'],
    ]);
  });

  test('a first meeting without the citizen, where the model has them there, does not settle the beginning', () => {
    const alone = held('2026-04-01', 'kick-off', false);
    expect(followUpsOf({ model: model('halsnaes'), since, held: [alone], every: null }).met.has('start')).toBe(false);
  });

  test('a meeting of the same kind again lets follow anew: no second chain beside the first', () => {
    const weekly = ['2026-04-01', '2026-04-08', '2026-04-15'].map((on) => held(on, 'case-meeting'));
    expect(next('styrket-helhed', weekly).map(([, kind, , due]) => [kind, due])).toEqual([['follow-up', '2026-05-15']]);
  });

  test('a closer rhythm chosen after the first meeting of a chain asks for the next, counted from it', () => {
    const kick = held('2026-04-01', 'kick-off');
    expect(next('halsnaes', [kick], '2m')).toEqual([['every:start', null, '2026-05-11', '2026-06-01']]);
    const mini = held('2026-05-20', 'mini-kick');
    expect(next('halsnaes', [kick, mini], '2m')[0]?.slice(0, 1)).toEqual([`every:${mini.id}`]);
  });

  test('TFA: after the conference the talk with the citizen is owed, and no follow-up', () => {
    expect(next('tfa', [held('2026-04-01', 'conference')])).toEqual([]);
  });

  test('another rhythm is counted from the last as well; only what is not rarer than the model can be chosen', () => {
    expect(next('ballerup', [held('2026-04-01', 'team-meeting')], '6w')[0]?.[3]).toBe('2026-05-13');
    expect(rhythmsOf(model('ballerup'))).toEqual(['6w', '2m']);
    expect(rhythmsOf(model('step-up'))).toEqual(['6w', '2m', '3m']);
    expect(rhythmsOf(model('tfa'))).toEqual(['6w', '2m', '3m', '6m']);
  });

  test.each([
    ['2026-06-30', '2026-06-09', 'before July as always'],
    ['2026-07-01', '2026-06-10', 'on its first day three weeks before'],
    ['2026-07-31', '2026-06-10', 'at its end in June all the same'],
    ['2026-08-05', '2026-06-10', 'asked for in July, and foreseen in June'],
    ['2026-08-22', '2026-08-01', 'asked for in August as always'],
  ])('due %s it is asked for on %s: %s', (due, opens) => {
    expect(opensOn(asDay(due), '3w')).toBe(opens);
  });

  // Twin: without July's rule the table above fails.
  test('without looking ahead to July it would be asked for when everybody is away', () => {
    expect(addDays(asDay('2026-07-31'), -21)).toBe('2026-07-10');
  });
});

describe('the pathway’s year', () => {
  const year = (today: string, meetings: readonly HeldMeeting[] = [], startedOn = '2026-03-12') =>
    yearOfFollowUps({ model: model('ballerup'), held: meetings, startedOn: asDay(startedOn), today: asDay(today) });

  test('counts from the start, and says by when the next is held at the latest so that four fit', () => {
    expect(year('2026-03-12')).toEqual({
      from: '2026-03-12',
      to: '2027-03-11',
      held: 0,
      of: 4,
      nextBy: '2026-12-11',
      possible: true,
    });
    expect(year('2026-12-12')).toMatchObject({ nextBy: null, possible: false });
  });

  test('the last day is the last on which all that is lacking fits, thirty days apart', () => {
    const three = ['2026-04-01', '2026-06-01', '2027-02-20'].map((on) => held(on, 'team-meeting'));
    // The fourth cannot be held thirty days after the third and still be in the year.
    expect(year('2027-02-21', three)).toMatchObject({ held: 3, nextBy: null, possible: false });
    expect(year('2027-02-21', three.slice(0, 2))).toMatchObject({ held: 2, nextBy: null, possible: false });
    expect(year('2027-02-01', three.slice(0, 2))).toMatchObject({ held: 2, nextBy: '2027-02-09', possible: true });
  });

  test('four are four, and the next year begins anew', () => {
    const four = ['2026-04-01', '2026-06-01', '2026-09-01', '2026-12-01'].map((on) => held(on, 'team-meeting'));
    expect(year('2026-12-02', four)).toMatchObject({ held: 4, nextBy: null, possible: true });
    expect(year('2027-03-12', four)).toMatchObject({ from: '2027-03-12', to: '2028-03-11', held: 0, possible: true });
  });

  test('one that began on the 29th of February has its year from the 28th', () => {
    expect(year('2025-02-28', [], '2024-02-29')).toMatchObject({ from: '2025-02-28', to: '2026-02-27' });
    expect(year('2028-02-29', [], '2024-02-29')).toMatchObject({ from: '2028-02-29', to: '2029-02-27' });
  });

  test('models without a number have none', () => {
    const given = { held: [], startedOn: since, today: since };
    expect(yearOfFollowUps({ model: model('halsnaes'), ...given })).toBeUndefined();
  });
});

/** Every start day of four years, one of them a leap year: what must hold of every next date. */
describe('over every start day of four years', () => {
  const days: Day[] = [];
  for (let day = asDay('2025-01-01'); day < '2029-01-01'; day = addDays(day, 1)) days.push(day);

  test('the next is due on the same day three months on or at that month’s end, and asked for at least three weeks before', () => {
    const wrong = days.filter((start) => {
      const [one] = followUpsOf({ model: model('ballerup'), since: start, held: [], every: null }).open;
      if (!one) return true;
      const isSameDay = one.dueOn.slice(8) === start.slice(8);
      const isMonthsEnd = addDays(one.dueOn, 1).slice(8) === '01' && one.dueOn.slice(8) < start.slice(8);
      const months = (Number(one.dueOn.slice(5, 7)) - Number(start.slice(5, 7)) + 12) % 12;
      const early = daysBetween(one.opensOn, one.dueOn);
      const inJuly = one.opensOn.slice(5, 7) === '07';
      return !((isSameDay || isMonthsEnd) && months === 3 && early >= 21 && early <= 72 && !inJuly);
    });
    expect(days).toHaveLength(1461);
    expect(wrong).toEqual([]);
  });

  test('whoever holds each on its last day holds four in every year but where months are cut short, and never loses one', () => {
    const wrong = days.filter((start) => {
      const meetings: HeldMeeting[] = [];
      for (let n = 0; n < 4; n += 1) {
        const [one] = followUpsOf({ model: model('ballerup'), since: start, held: meetings, every: null }).open;
        if (one) meetings.push({ id: String(n), kind: 'team-meeting', on: one.dueOn, counts: true });
      }
      const given = { model: model('ballerup'), held: meetings, startedOn: start };
      const met = followUpsOf({ ...given, since: start, every: null }).met.size;
      const last = addDays(addMonths(start, 12), -1);
      // Three within the year, and the fourth on its anniversary or within the year where a month was cut short.
      const held = yearOfFollowUps({ ...given, today: last })?.held ?? 0;
      return met !== 4 || held < 3;
    });
    expect(wrong).toEqual([]);
  });
});

test('held meetings in any order of days give one open follow-up, later than the last that counts', () => {
  const day = fc.integer({ min: 0, max: 1400 }).map((n) => addDays(since, n));
  const meeting = fc.record({
    on: day,
    kind: fc.constantFrom('team-meeting', 'transition-meeting'),
    counts: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(meeting, { maxLength: 12 }), fc.constantFrom(null, '6w', '2m'), (all, every) => {
      const meetings = all
        .map((one, at): HeldMeeting => ({ ...one, id: String(at) }))
        .sort((one, other) => (one.on < other.on ? -1 : 1));
      const given = { model: model('ballerup'), since, held: meetings, every };
      const { open, met } = followUpsOf(given);
      const counted = countedFollowUps(given.model, meetings);
      expect(open).toHaveLength(1);
      expect(open[0]?.dueOn.localeCompare(counted.at(-1)?.on ?? since)).toBe(1);
      expect([...met.values()]).toEqual(counted.map((one) => one.id));
    }),
    { seed: 7, numRuns: 300 },
  );
});
