import { endOf, type GivenBy, type GroundReach, holdsOn, reachOn, without } from '../../bot/pathways/ground-rules';
import { eighteenthBirthday } from '../../bot/time/coming-of-age';
import { asDay, type Day } from '../../bot/time/day';

const ground = (id: string, given: Partial<GroundReach> = {}): GroundReach => ({
  id,
  meetingId: null,
  withdrawn: false,
  untilOn: null,
  departmentIds: ['job'],
  externalIds: [],
  ...given,
});
const today = asDay('2026-03-12');

describe('the 18th birthday', () => {
  test.each([
    { born: '2008-08-31', is: '2026-08-31' },
    { born: '2008-02-29', is: '2026-02-28' },
    { born: '2010-02-28', is: '2028-02-28' },
    { born: '2010-12-31', is: '2028-12-31' },
  ])('of one born on $born is $is', ({ born, is }) => {
    expect(eighteenthBirthday(asDay(born))).toBe(is);
  });
});

describe('a ground holds', () => {
  test.each([
    { what: 'without an end', given: {}, day: '2050-01-01', holds: true },
    { what: 'on its last day', given: { untilOn: asDay('2026-08-31') }, day: '2026-08-30', holds: true },
    { what: 'no more on the day it ends', given: { untilOn: asDay('2026-08-31') }, day: '2026-08-31', holds: false },
    { what: 'not once it is withdrawn', given: { withdrawn: true }, day: '2026-03-12', holds: false },
    {
      what: 'not withdrawn, whatever its end',
      given: { withdrawn: true, untilOn: asDay('2027-01-01') },
      day: '2026-03-12',
      holds: false,
    },
  ])('$what: $holds', ({ given, day, holds }) => {
    expect(holdsOn(ground('a', given), asDay(day))).toBe(holds);
  });
});

describe('whom grounds reach', () => {
  const all = [
    ground('a', { departmentIds: ['job', 'fam'], untilOn: asDay('2026-06-01') }),
    ground('b', { departmentIds: ['fam'], externalIds: ['doctor'] }),
    ground('c', { departmentIds: ['sko'], externalIds: ['housing'], meetingId: 'm1', untilOn: asDay('2026-05-01') }),
    ground('d', { departmentIds: ['sun'], meetingId: 'm1' }),
    ground('e', { departmentIds: ['yde'], withdrawn: true }),
  ];

  test.each([
    { day: '2026-04-30', departments: ['fam', 'job'], meeting: ['housing', 'sko', 'sun'] },
    { day: '2026-05-01', departments: ['fam', 'job'], meeting: ['sun'] },
    { day: '2026-05-31', departments: ['fam', 'job'], meeting: ['sun'] },
    { day: '2026-06-01', departments: ['fam'], meeting: ['sun'] },
  ])('on $day: $departments, and at the one meeting $meeting', ({ day, departments, meeting }) => {
    const reach = reachOn(all, asDay(day));
    expect([...reach.departments].sort()).toEqual(departments);
    expect([...reach.externals]).toEqual(['doctor']);
    expect([...reach.byMeeting.keys()]).toEqual(['m1']);
    expect([...(reach.byMeeting.get('m1') ?? [])].sort()).toEqual(meeting);
  });

  test('a ground for one meeting reaches nobody outside it', () => {
    const reach = reachOn([ground('a', { meetingId: 'm1', externalIds: ['doctor'] })], today);
    expect([...reach.departments, ...reach.externals]).toEqual([]);
  });
});

describe('when a ground goes', () => {
  const lostOf = (gone: GroundReach, others: readonly GroundReach[], day: Day = today) =>
    without(gone, [gone, ...others], 'soc', day);

  test.each([
    {
      what: 'nothing else reaches the department',
      gone: ground('a'),
      others: [],
      lost: { departments: ['job'], externals: [] },
    },
    {
      what: 'another one still reaches it',
      gone: ground('a', { departmentIds: ['job', 'fam'] }),
      others: [ground('b')],
      lost: { departments: ['fam'], externals: [] },
    },
    {
      what: 'the other one has ended',
      gone: ground('a'),
      others: [ground('b', { untilOn: today })],
      lost: { departments: ['job'], externals: [] },
    },
    {
      what: 'the other one is withdrawn',
      gone: ground('a'),
      others: [ground('b', { withdrawn: true })],
      lost: { departments: ['job'], externals: [] },
    },
    {
      what: 'the other one is for one meeting only',
      gone: ground('a'),
      others: [ground('b', { meetingId: 'm1' })],
      lost: { departments: ['job'], externals: [] },
    },
    {
      what: 'it was for one meeting, and a lasting one is there',
      gone: ground('a', { meetingId: 'm1' }),
      others: [ground('b')],
      lost: { departments: [], externals: [] },
    },
    {
      what: 'it was for one meeting, and another is for another',
      gone: ground('a', { meetingId: 'm1' }),
      others: [ground('b', { meetingId: 'm2' })],
      lost: { departments: ['job'], externals: [] },
    },
    {
      what: 'the pathway’s own department was on it: that needs none',
      gone: ground('a', { departmentIds: ['soc', 'job'], externalIds: ['doctor'] }),
      others: [],
      lost: { departments: ['job'], externals: ['doctor'] },
    },
  ])('$what: lost are $lost.departments $lost.externals', ({ gone, others, lost }) => {
    expect(lostOf(gone, others).lost).toEqual(lost);
  });

  test('what is lost and what is kept are together what it reached', () => {
    const gone = ground('a', { departmentIds: ['soc', 'job', 'fam'], externalIds: ['doctor', 'housing'] });
    const { lost, kept } = lostOf(gone, [ground('b', { departmentIds: ['fam'], externalIds: ['housing'] })]);
    expect({ lost, kept }).toEqual({
      lost: { departments: ['job'], externals: ['doctor'] },
      kept: { departments: ['fam'], externals: ['housing'] },
    });
  });
});

describe('a new ground ends', () => {
  const given = (givenBy: GivenBy | null, lastOn: string | null, bornOn: string | null, on = '2026-03-12') =>
    endOf({
      givenBy,
      lastOn: lastOn === null ? null : asDay(lastOn),
      bornOn: bornOn === null ? null : asDay(bornOn),
      today: asDay(on),
    });

  test.each([
    { by: 'citizen' as const, last: null, born: null, ends: { untilOn: null } },
    { by: 'citizen' as const, last: '2026-12-31', born: '2008-08-31', ends: { untilOn: '2027-01-01' } },
    { by: 'citizen' as const, last: '2026-03-12', born: null, ends: { untilOn: '2026-03-13' } },
    { by: 'citizen' as const, last: '2026-03-11', born: null, ends: { input: 'until', fault: 'ground-until' } },
    { by: 'young-person' as const, last: null, born: '2008-08-31', ends: { untilOn: null } },
    { by: null, last: null, born: '2008-08-31', ends: { untilOn: null } },
    { by: 'custody-holder' as const, last: null, born: '2008-08-31', ends: { untilOn: '2026-08-31' } },
    { by: 'custody-holder' as const, last: '2026-08-29', born: '2008-08-31', ends: { untilOn: '2026-08-30' } },
    { by: 'custody-holder' as const, last: '2026-08-30', born: '2008-08-31', ends: { untilOn: '2026-08-31' } },
    { by: 'custody-holder' as const, last: '2027-01-01', born: '2008-08-31', ends: { untilOn: '2026-08-31' } },
    { by: 'custody-holder' as const, last: null, born: null, ends: { input: 'born', fault: 'born-missing' } },
    { by: 'custody-holder' as const, last: null, born: '2008-03-12', ends: { input: 'given', fault: 'of-age' } },
    { by: 'custody-holder' as const, last: null, born: '2008-03-13', ends: { untilOn: '2026-03-13' } },
    { by: 'custody-holder' as const, last: null, born: '1990-01-01', ends: { input: 'given', fault: 'of-age' } },
  ])('given by $by, asked to $last, born on $born: $ends', ({ by, last, born, ends }) => {
    expect(given(by, last, born)).toEqual(ends);
  });

  test('one born on a leap day: the 27th of February is the last day', () => {
    expect(given('custody-holder', null, '2008-02-29', '2026-02-27')).toEqual({ untilOn: '2026-02-28' });
    expect(given('custody-holder', null, '2008-02-29', '2026-02-28')).toEqual({ input: 'given', fault: 'of-age' });
  });
});
