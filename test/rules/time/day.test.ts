// The process's own zone must not matter: run these also as `TZ=Pacific/Auckland npx jest test/rules/time`.
import fc from 'fast-check';
import {
  addDays,
  addMonths,
  asDay,
  type Day,
  dateFromDay,
  dayFromDate,
  daysBetween,
  isDay,
  weekday,
} from '../../../bot/time/day';

const anyDay = fc
  .integer({ min: Date.UTC(1900, 0, 1) / 86_400_000, max: Date.UTC(2199, 11, 31) / 86_400_000 })
  .map((n) => new Date(n * 86_400_000).toISOString().slice(0, 10) as Day);

describe('a text is a day only if the day exists', () => {
  test.each([
    { text: '2026-02-28', is: true },
    { text: '2026-02-29', is: false },
    { text: '2028-02-29', is: true },
    { text: '1900-02-29', is: false },
    { text: '2000-02-29', is: true },
    { text: '2026-04-31', is: false },
    { text: '2026-12-31', is: true },
    { text: '2026-00-10', is: false },
    { text: '2026-13-01', is: false },
    { text: '2026-01-00', is: false },
    { text: '2026-01-32', is: false },
    { text: '1000-01-01', is: true },
    { text: '9999-12-31', is: true },
    { text: '0999-12-31', is: false },
    { text: '2026-1-1', is: false },
    { text: '01-02-2026', is: false },
    { text: '2026-01-01 ', is: false },
    { text: '2026-01-01\n', is: false },
    { text: '2026-01-01T00:00', is: false },
    { text: '２０２６-01-01', is: false },
    { text: '', is: false },
  ])('$text: $is', ({ text, is }) => {
    expect(isDay(text)).toBe(is);
    if (is) {
      expect(asDay(text)).toBe(text);
    } else {
      expect(() => asDay(text)).toThrow(new RangeError(`not a calendar day (YYYY-MM-DD): ${JSON.stringify(text)}`));
    }
  });

  test('exactly the days that the platform knows, through 400 years', () => {
    let known = 0;
    for (let year = 1800; year < 2200; year += 1) {
      for (let month = 0; month <= 13; month += 1) {
        for (let day = 0; day <= 32; day += 1) {
          const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
          const date = new Date(Date.UTC(year, month - 1, day));
          const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
          known += exists ? 1 : 0;
          if (isDay(text) !== exists) {
            throw new Error(`${text} is ${exists ? '' : 'not '}a day`);
          }
        }
      }
    }
    expect(known).toBe(146_097);
  });
});

describe('months are counted in the calendar and end with the month', () => {
  test.each([
    { what: 'the middle of a month', from: '2026-03-15', n: 1, to: '2026-04-15' },
    { what: 'the 31st into a month of 30 days', from: '2026-03-31', n: 1, to: '2026-04-30' },
    { what: 'the 31st into February', from: '2026-01-31', n: 1, to: '2026-02-28' },
    { what: 'the 31st into a leap February', from: '2028-01-31', n: 1, to: '2028-02-29' },
    { what: 'a month back', from: '2026-03-31', n: -1, to: '2026-02-28' },
    {
      what: 'a month before the last of February is not the last of January',
      from: '2026-02-28',
      n: -1,
      to: '2026-01-28',
    },
    { what: 'over New Year', from: '2026-12-31', n: 2, to: '2027-02-28' },
    { what: 'back over New Year', from: '2026-01-15', n: -1, to: '2025-12-15' },
    { what: 'back by years', from: '2026-01-15', n: -25, to: '2023-12-15' },
    { what: 'no months', from: '2026-08-31', n: 0, to: '2026-08-31' },
    { what: 'born on the 31st of August: 17 and a half', from: '2009-08-31', n: 210, to: '2027-02-28' },
    { what: 'born on the 31st of August: 17 and a half in a leap year', from: '2010-08-31', n: 210, to: '2028-02-29' },
    { what: 'born on the 29th of February: the 16th birthday', from: '2012-02-29', n: 192, to: '2028-02-29' },
    { what: 'born on the 29th of February: the 17th birthday', from: '2012-02-29', n: 204, to: '2029-02-28' },
    { what: 'a century without its leap day', from: '2096-02-29', n: 48, to: '2100-02-28' },
  ])('$what: $from and $n months is $to', ({ from, n, to }) => {
    expect(addMonths(asDay(from), n)).toBe(to);
  });

  test('months added stay in the month they name, and on the day of the month or the last', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -600, max: 600 }), (day, n) => {
        const to = addMonths(day, n);
        const months = (text: Day) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7));
        expect(months(to) - months(day)).toBe(n);
        expect(to.slice(8) === day.slice(8) || (to.slice(8) < day.slice(8) && addDays(to, 1).endsWith('-01'))).toBe(
          true,
        );
      }),
    );
  });
});

describe('days are counted in the calendar', () => {
  test.each([
    { what: 'over the end of February', from: '2026-02-28', n: 1, to: '2026-03-01' },
    { what: 'onto the leap day', from: '2028-02-28', n: 1, to: '2028-02-29' },
    { what: 'over New Year', from: '2026-12-31', n: 1, to: '2027-01-01' },
    { what: 'back over New Year', from: '2027-01-01', n: -1, to: '2026-12-31' },
    { what: 'over the short night in spring', from: '2026-03-28', n: 1, to: '2026-03-29' },
    { what: 'the day of the short night', from: '2026-03-29', n: 1, to: '2026-03-30' },
    { what: 'the day of the long night', from: '2026-10-25', n: 1, to: '2026-10-26' },
    { what: 'a leap year', from: '2028-01-01', n: 366, to: '2029-01-01' },
  ])('$what: $from and $n days is $to', ({ from, n, to }) => {
    expect(addDays(asDay(from), n)).toBe(to);
    expect(daysBetween(asDay(from), asDay(to))).toBe(n);
  });

  test('days added can be taken away and counted again, and later days compare as later', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -40_000, max: 40_000 }), (day, n) => {
        const to = addDays(day, n);
        expect(isDay(to)).toBe(true);
        expect(addDays(to, -n)).toBe(day);
        expect(daysBetween(day, to)).toBe(n);
        expect(Math.sign(n)).toBe(to > day ? 1 : to < day ? -1 : 0);
      }),
    );
  });

  test.each([
    { day: '2026-03-02', number: 1 },
    { day: '2026-03-04', number: 3 },
    { day: '2026-03-07', number: 6 },
    { day: '2026-03-08', number: 7 },
    { day: '1969-12-31', number: 3 },
    { day: '2028-02-29', number: 2 },
  ])('the weekday of $day is $number', ({ day, number }) => {
    expect(weekday(asDay(day))).toBe(number);
  });

  test('weekdays follow one another from 1 to 7', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        expect(weekday(addDays(day, 1))).toBe((weekday(day) % 7) + 1);
      }),
    );
  });
});

describe('a step that is no step, or leaves the years there are, is refused', () => {
  test.each([
    { what: 'half a day', step: () => addDays(asDay('2026-01-01'), 0.5) },
    { what: 'no number of days', step: () => addDays(asDay('2026-01-01'), Number.NaN) },
    { what: 'endless days', step: () => addDays(asDay('2026-01-01'), Number.POSITIVE_INFINITY) },
    { what: 'too many days', step: () => addDays(asDay('2026-01-01'), Number.MAX_SAFE_INTEGER) },
    { what: 'the day after the last', step: () => addDays(asDay('9999-12-31'), 1) },
    { what: 'the day before the first', step: () => addDays(asDay('1000-01-01'), -1) },
    { what: 'half a month', step: () => addMonths(asDay('2026-01-01'), 0.5) },
    { what: 'the month after the last', step: () => addMonths(asDay('9999-12-31'), 1) },
    // Date.UTC takes the years 0 to 99 for the twentieth century.
    { what: 'months back to the year 50', step: () => addMonths(asDay('1000-01-01'), -950 * 12) },
  ])('$what', ({ step }) => {
    expect(step).toThrow(RangeError);
  });
});

describe('a day goes to the database and back as a UTC midnight', () => {
  test('and back it is the same day', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        expect(dateFromDay(day).toISOString()).toBe(`${day}T00:00:00.000Z`);
        expect(dayFromDate(dateFromDay(day))).toBe(day);
      }),
    );
  });

  test.each([
    { what: 'an instant within a day', date: new Date('2026-03-02T23:00:00Z') },
    { what: 'an invalid date', date: new Date(Number.NaN) },
    { what: 'a year of five digits', date: new Date(Date.UTC(10_000, 0, 1)) },
    { what: 'a year of three digits', date: new Date('0999-12-31T00:00:00Z') },
  ])('$what is refused', ({ date }) => {
    expect(() => dayFromDate(date)).toThrow(RangeError);
  });
});
