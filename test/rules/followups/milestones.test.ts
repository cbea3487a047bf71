import path from 'node:path';
import { datesOf, milestonesOf, settlesTransition } from '../../../bot/followups/milestone-rules';
import { readModels } from '../../../bot/pathways/models';
import { readMilestones } from '../../../bot/people/milestones';
import { addDays, asDay, type Day } from '../../../bot/time/day';

const POLICY = readMilestones(path.resolve('content/policy'));
const policyOf = (key: string) => {
  const found = POLICY.find((one) => one.key === key);
  if (!found) throw new Error(`No milestone ${key}`);
  return found;
};
const at = (key: string, bornOn: string) => datesOf(policyOf(key), asDay(bornOn));

/** The same dates by other means: year, month and day apart, and a table of the months' lengths. */
function independently(bornOn: string, months: number): string {
  const [year = 0, month = 0, day = 0] = bornOn.split('-').map(Number);
  const count = year * 12 + month - 1 + months;
  const [y, m] = [Math.floor(count / 12), (count % 12) + 1];
  const leap = (y % 4 === 0 && y % 100 !== 0) || y % 400 === 0;
  const longest = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][m - 1] ?? 0;
  return `${y}-${String(m).padStart(2, '0')}-${String(Math.min(day, longest)).padStart(2, '0')}`;
}

describe('the days of the two transition meetings', () => {
  test('for every birth date from 2005 to 2045', () => {
    const wrong: string[] = [];
    let count = 0;
    for (let born = asDay('2005-01-01'); born < '2046-01-01'; born = addDays(born, 1)) {
      count += 1;
      const sixteen = at('year-16', born);
      const half = at('year-17-half', born);
      const right =
        sixteen.dueOn === independently(born, 192) &&
        sixteen.opensOn === independently(sixteen.dueOn, -3) &&
        half.dueOn === independently(born, 210) &&
        half.opensOn === independently(half.dueOn, -6);
      if (!right) wrong.push(born);
    }
    expect(count).toBe(14_975);
    expect(wrong).toEqual([]);
  });

  test.each([
    ['2008-08-31', 'year-17-half', '2026-02-28', '2025-08-28', 'the last of February'],
    ['2010-08-31', 'year-17-half', '2028-02-29', '2027-08-29', 'the last of February of a leap year'],
    ['2012-02-29', 'year-16', '2028-02-29', '2027-11-29', 'the 29th of February, where there is one'],
    ['2011-10-26', 'year-16', '2027-10-26', '2027-07-26', 'a day near the clock’s change'],
    ['2009-12-31', 'year-17-half', '2027-06-30', '2026-12-30', 'the 31st, where the month has thirty days'],
    ['2008-02-29', 'consent-18', '2026-02-28', '2025-12-28', 'the 28th in common years'],
  ])('born %s, %s: due %s, opens %s (%s)', (born, key, dueOn, opensOn) => {
    expect(at(key, born)).toEqual({ dueOn, opensOn });
  });
});

describe('which milestones a pathway has', () => {
  const keys = (bornOn: string, since: string, parentsConsented = false) =>
    milestonesOf(POLICY, { bornOn: asDay(bornOn), since: asDay(since), parentsConsented }).map((one) => one.policy.key);

  test.each([
    ['2011-05-01', '2026-03-12', ['year-16', 'year-17-half', 'adult-side', 'after-18'], 'at 14 all of them'],
    ['2010-03-12', '2026-03-12', ['year-16', 'year-17-half', 'adult-side', 'after-18'], 'on the 16th birthday'],
    [
      '2009-11-01',
      '2026-03-12',
      ['year-16', 'year-17-half', 'adult-side', 'after-18'],
      'at 16 years 4 months overdue at once',
    ],
    [
      '2009-03-12',
      '2026-03-12',
      ['year-17-half', 'adult-side', 'after-18'],
      'at 17 the next has opened: one meeting is enough',
    ],
    ['2008-06-01', '2026-03-12', ['year-17-half', 'adult-side', 'after-18'], 'at 17 years 9 months overdue at once'],
    ['2008-03-12', '2026-03-12', [], 'grown up on the day it began'],
    ['1990-05-05', '2026-03-12', [], 'grown up'],
  ])('born %s, known since %s: %j (%s)', (bornOn, since, expected) => {
    expect(keys(bornOn, since)).toEqual(expected);
  });

  test('the young person is asked about consent where parents gave one', () => {
    expect(keys('2009-03-12', '2026-03-12', true)).toContain('consent-18');
    expect(keys('2009-03-12', '2026-03-12', false)).not.toContain('consent-18');
  });

  test('for every age at the beginning at most one meeting is overdue, and none before its time', () => {
    const since = asDay('2026-03-12');
    for (let born = asDay('2006-01-01'); born < '2013-01-01'; born = addDays(born, 1)) {
      const young = { bornOn: born, since, parentsConsented: true };
      const overdue = milestonesOf(POLICY, young).filter((one) => one.policy.is === 'meeting' && one.dueOn < since);
      if (overdue.length > 1) throw new Error(`${born}: ${overdue.map((one) => one.policy.key)}`);
    }
  });
});

describe('what settles a transition', () => {
  const models = readModels(path.resolve('content/models'));
  const settles = (model: string, is: string, kind: string, on: string, opensOn = '2026-03-01') => {
    const found = models.get(model);
    return found && settlesTransition(found, { is, opensOn: asDay(opensOn) }, { kind, on: on as Day });
  };

  test.each([
    ['ballerup', 'meeting', 'transition-meeting', '2026-03-01', true, 'a transition meeting on the day it opens'],
    ['ballerup', 'meeting', 'transition-meeting', '2026-02-28', false, 'the day before it opens'],
    ['ballerup', 'meeting', 'transition-meeting', '2027-03-01', true, 'late, too'],
    ['ballerup', 'meeting', 'team-meeting', '2026-03-02', false, 'a team meeting is none'],
    ['ballerup', 'by-hand', 'team-meeting', '2026-03-02', true, 'but settles a change by hand'],
    ['halsnaes', 'meeting', 'mini-kick', '2026-03-02', true, 'where the model has no transition meeting any kind does'],
    ['ballerup', 'consent', 'transition-meeting', '2026-03-02', false, 'what is no meeting is settled otherwise'],
  ])('%s, %s: %s on %s: %s (%s)', (model, is, kind, on, expected) => {
    expect(settles(model, is, kind, on)).toBe(expected);
  });
});
