import { danishInstant } from '../../stage/danish-instant';
import { timesIn } from '../../stage/page/times';

const { counted, fullDay, listed, short, spoken } = timesIn('da');

test.each([
  { name: 'in winter', day: '2026-12-02', time: '08:30', instant: '2026-12-02T07:30:00.000Z' },
  { name: 'in summer', day: '2026-07-01', time: '00:10', instant: '2026-06-30T22:10:00.000Z' },
  {
    name: 'the later one where the clock is turned back',
    day: '2026-10-25',
    time: '02:30',
    instant: '2026-10-25T01:30:00.000Z',
  },
  {
    name: 'an hour on where the clock is turned forward',
    day: '2027-03-28',
    time: '02:30',
    instant: '2027-03-28T01:30:00.000Z',
  },
])('a Danish day and time is an instant, $name', ({ day, time, instant }) => {
  expect(danishInstant(day, time)).toBe(instant);
});

describe('times are said as people say them', () => {
  const now = new Date('2026-12-02T11:00:00Z');
  test.each([
    { at: '2026-12-02T07:05:00Z', says: 'i dag kl. 8.05' },
    { at: '2026-12-01T23:30:00Z', says: 'i dag kl. 0.30' },
    { at: '2026-12-01T12:00:00Z', says: 'i går kl. 13' },
    { at: '2026-12-03T07:00:00Z', says: 'i morgen kl. 8' },
    { at: '2026-12-09T12:00:00Z', says: 'onsdag den 9. december kl. 13' },
    { at: '2027-01-06T12:00:00Z', says: 'onsdag den 6. januar 2027 kl. 13' },
  ])('$at is $says', ({ at, says }) => {
    expect(spoken(new Date(at), now)).toBe(says);
  });

  test('the full day and the short time of the log', () => {
    expect(fullDay(now)).toBe('onsdag den 2. december 2026');
    expect(short(now, now)).toBe('12.00');
    expect(short(new Date('2026-11-30T07:15:00Z'), now)).toMatch(/^man\.? (den )?30\. nov\. 08\.15$/);
  });
});

test('numbers below ten are letters, and lists end in “og”', () => {
  expect([
    counted(1, 'besked', 'beskeder'),
    counted(3, 'besked', 'beskeder'),
    counted(12, 'besked', 'beskeder'),
  ]).toEqual(['en besked', 'tre beskeder', '12 beskeder']);
  expect([listed(['Bo']), listed(['Bo', 'Kim', 'Lis']), listed(['Bo', 'Kim', 'Lis', 'Åse'])]).toEqual([
    'Bo',
    'Bo, Kim og Lis',
    'Bo, Kim og to andre',
  ]);
});
