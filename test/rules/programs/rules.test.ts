import { isNewHire } from '../../../bot/people/new-hire';
import { countsFrom, fitOf, movedBy, stateOfStep, stepDays, tie } from '../../../bot/programs/rules';
import { asDay, type Day } from '../../../bot/time/day';

const day = asDay;

describe('whose programme it is', () => {
  const anna = { departmentKind: 'social', profession: 'Socialrådgiver', leads: false };
  test.each([
    ['for everybody', undefined, anna, 0],
    ['their kind of department', { departments: ['social', 'family'] }, anna, 1],
    ['another kind of department', { departments: ['family'] }, anna, undefined],
    ['their profession, however it is written', { professions: ['socialrådgiver'] }, anna, 2],
    ['another profession', { professions: ['lærer'] }, anna, undefined],
    ['both', { departments: ['social'], professions: ['socialrådgiver'] }, anna, 3],
    ['both, and one does not fit', { departments: ['school'], professions: ['socialrådgiver'] }, anna, undefined],
    ['leaders, and they lead nobody', { leaders: true }, anna, undefined],
    ['leaders, and they lead', { leaders: true }, { ...anna, leads: true }, 4],
    ['a profession, and they have none', { professions: ['lærer'] }, { ...anna, profession: null }, undefined],
  ])('%s', (_, fits, traits, fit) => {
    expect(fitOf(fits, traits)).toBe(fit);
  });

  test.each([
    ['two for everybody', undefined, undefined, true],
    ['a narrow and a wide one', undefined, { leaders: true }, false],
    ['two that share a department', { departments: ['social', 'school'] }, { departments: ['school'] }, true],
    ['two that share none', { departments: ['social'] }, { departments: ['school'] }, false],
    ['a department and a profession', { departments: ['social'] }, { professions: ['lærer'] }, false],
    ['the same profession', { professions: ['Lærer'] }, { professions: ['lærer'] }, true],
  ])('nobody can say which of %s', (_, one, other, same) => {
    expect(tie(one, other)).toBe(same);
    expect(tie(other, one)).toBe(same);
  });
});

describe('who is new', () => {
  test.each([
    ['2026-12-01', '2026-12-01', true],
    ['2027-02-01', '2026-12-01', true],
    ['2026-10-02', '2026-12-01', true],
    ['2026-10-01', '2026-12-01', false],
  ])('hired on %s, first seen on %s: %s', (hired, seen, expected) => {
    expect(isNewHire(day(hired), day(seen))).toBe(expected);
  });

  test.each([
    ['the day itself', '2026-03-02', '2026-03-02', '2026-03-02'],
    ['a week later, still from the start', '2026-03-02', '2026-03-09', '2026-03-02'],
    ['later than that, from the day the house met them', '2026-03-02', '2026-03-10', '2026-03-10'],
    ['a first day that was moved ahead', '2026-03-16', '2026-03-02', '2026-03-16'],
  ])('%s', (_, hired, met, from) => {
    expect(countsFrom(day(hired), day(met))).toBe(from);
  });
});

describe('leave moves a day', () => {
  const due = day('2026-03-16');
  const since = day('2026-03-02');
  const away = (...spans: [string, string][]) => spans.map(([a, b]) => ({ fromOn: day(a), toOn: day(b) }));
  test.each<[string, [string, string][], string]>([
    ['none', [], '2026-03-16'],
    ['over the day, by all of its days', [['2026-03-10', '2026-03-27']], '2026-04-03'],
    ['that begins on the day', [['2026-03-16', '2026-03-17']], '2026-03-18'],
    ['that begins after it', [['2026-03-17', '2026-03-20']], '2026-03-16'],
    ['before the start', [['2026-02-02', '2026-02-20']], '2026-03-16'],
    ['that began before the start counts from there', [['2026-02-20', '2026-03-04']], '2026-03-19'],
    [
      'twice over the same days, once',
      [
        ['2026-03-04', '2026-03-06'],
        ['2026-03-05', '2026-03-08'],
      ],
      '2026-03-21',
    ],
    [
      'one within the other',
      [
        ['2026-03-04', '2026-03-10'],
        ['2026-03-05', '2026-03-06'],
      ],
      '2026-03-23',
    ],
    [
      'that only the first brings before the day',
      [
        ['2026-03-10', '2026-03-14'],
        ['2026-03-18', '2026-03-19'],
      ],
      '2026-03-23',
    ],
    [
      'in whatever order they are told',
      [
        ['2026-03-18', '2026-03-19'],
        ['2026-03-10', '2026-03-14'],
      ],
      '2026-03-23',
    ],
  ])('%s', (_, spans, expected) => {
    expect(movedBy(due, since, away(...spans))).toBe(expected);
  });
});

describe('the days of the steps', () => {
  const steps = [
    { key: 'intro', opens: '0d', due: '14d' },
    { key: 'class', opens: '2m', due: '5m' },
    { key: 'supervision', opens: '2w', due: '4w', after: 'class' },
  ];
  const on = (doneOn: Readonly<Record<string, string>> = {}, away: { fromOn: Day; toOn: Day }[] = []) => {
    const done = new Map(Object.entries(doneOn).map(([key, at]) => [key, day(at)]));
    const days = stepDays(steps, { startsOn: day('2026-03-02'), away, doneOn: done });
    return [...days].map(([key, { opensOn, dueOn }]) => `${key} ${opensOn} ${dueOn}`);
  };

  test('count from the start, and from the day the step before is due', () => {
    expect(on()).toEqual([
      'intro 2026-03-02 2026-03-16',
      'class 2026-05-02 2026-08-02',
      'supervision 2026-08-16 2026-08-30',
    ]);
  });

  test('count from the day the step before was done, once it is', () => {
    expect(on({ class: '2026-06-10' })[2]).toBe('supervision 2026-06-24 2026-07-08');
  });

  test('leave is counted once in a chain of steps', () => {
    const away = [{ fromOn: day('2026-07-01'), toOn: day('2026-07-10') }];
    expect(on({}, away)).toEqual([
      'intro 2026-03-02 2026-03-16',
      'class 2026-05-02 2026-08-12',
      'supervision 2026-08-26 2026-09-09',
    ]);
    expect(on({}, [])).toEqual(on());
  });
});

test.each([
  ['done', '2026-03-01', '2026-03-05', 'done'],
  ['waived', '2026-03-01', '2026-03-05', 'waived'],
  ['fallen', '2026-03-01', '2026-03-05', 'fallen'],
  ['open', '2026-03-11', '2026-03-12', 'ahead'],
  ['open', '2026-03-10', '2026-03-10', 'open'],
  ['open', '2026-03-01', '2026-03-09', 'overdue'],
])('a step that is %s, from %s to %s, is %s on 10 March', (status, opensOn, dueOn, state) => {
  const step = { status, opensOn: day(opensOn), dueOn: day(dueOn) };
  expect(stateOfStep(step, day('2026-03-10'))).toBe(state);
});
