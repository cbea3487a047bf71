// The process's own zone must not matter: run these also as `TZ=Pacific/Auckland npx jest test/rules/time`.
import { addDays, asDay, type Day } from '../../../bot/time/day';
import { danishHolidays, isMonthDay } from '../../../bot/time/holidays';

const AGREED = ['06-05', '12-24', '12-31'];

function holidaysOf(year: number, extra: readonly string[]): readonly Day[] {
  const isHoliday = danishHolidays(extra);
  const all: Day[] = [];
  for (let day = asDay(`${year}-01-01`); day <= `${year}-12-31`; day = addDays(day, 1)) {
    if (isHoliday(day)) {
      all.push(day);
    }
  }
  return all;
}

describe('the free days of a Danish municipality', () => {
  test.each([
    {
      year: 2023,
      what: 'the last Store Bededag',
      days: '01-01 04-06 04-07 04-09 04-10 05-05 05-18 05-28 05-29 06-05 12-24 12-25 12-26 12-31',
    },
    {
      year: 2024,
      what: 'no Store Bededag on 26 April',
      days: '01-01 03-28 03-29 03-31 04-01 05-09 05-19 05-20 06-05 12-24 12-25 12-26 12-31',
    },
    {
      year: 2025,
      what: 'the Whit holidays around 5 June',
      days: '01-01 04-17 04-18 04-20 04-21 05-29 06-05 06-08 06-09 12-24 12-25 12-26 12-31',
    },
    {
      year: 2026,
      what: 'an early Easter',
      days: '01-01 04-02 04-03 04-05 04-06 05-14 05-24 05-25 06-05 12-24 12-25 12-26 12-31',
    },
    {
      year: 2027,
      what: 'Easter Sunday on the night the clocks change',
      days: '01-01 03-25 03-26 03-28 03-29 05-06 05-16 05-17 06-05 12-24 12-25 12-26 12-31',
    },
    {
      year: 2028,
      what: 'Whit Monday on Constitution Day, in a leap year',
      days: '01-01 04-13 04-14 04-16 04-17 05-25 06-04 06-05 12-24 12-25 12-26 12-31',
    },
  ])('$year: $what', ({ year, days }) => {
    expect(holidaysOf(year, AGREED)).toEqual(days.split(' ').map((day) => `${year}-${day}`));
  });

  test('what is free by agreement is free only where the policy says so', () => {
    expect(holidaysOf(2026, [])).toEqual(
      holidaysOf(2026, AGREED).filter((day) => !AGREED.some((date) => day.endsWith(date))),
    );
    expect(danishHolidays(['05-01'])(asDay('2026-05-01'))).toBe(true);
    expect(danishHolidays(AGREED)(asDay('2026-05-01'))).toBe(false);
  });

  test.each(['6-5', '02-30', '13-01', '00-10', '2026-06-05', ''])('%p is no date of the year', (date) => {
    expect(isMonthDay(date)).toBe(false);
    expect(() => danishHolidays([date])).toThrow(`not a date of the year (MM-DD): ${JSON.stringify(date)}`);
  });

  test('29 February is a date of the year, and free in leap years', () => {
    const isHoliday = danishHolidays(['02-29']);
    expect([isHoliday(asDay('2028-02-29')), isHoliday(asDay('2027-02-28'))]).toEqual([true, false]);
  });
});
