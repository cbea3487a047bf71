// The process's own zone must not matter: run these also as `TZ=Pacific/Auckland npx jest test/rules/time`.
import fc from 'fast-check';
import { addDays, addMonths, asDay, type Day, daysBetween, weekday } from '../../../bot/time/day';
import { danishHolidays } from '../../../bot/time/holidays';
import { addMinutes, asMoment, dayOf, type Moment, momentAt, timeOf } from '../../../bot/time/moment';
import {
  addWorkingDays,
  houseCalendar,
  isWorkingMoment,
  nextWorkingDay,
  onOrAfter,
  onOrBefore,
  personCalendar,
  type WorkingCalendar,
  workingDaysBetween,
  workingMoment,
} from '../../../bot/time/working-calendar';

type Closure = { readonly fromOn: Day; readonly toOn: Day };

const holidays = danishHolidays(['06-05', '12-24', '12-31']);
const closure = (from: string, to: string): Closure => ({ fromOn: asDay(from), toOn: asDay(to) });
const houseClosedOn = (...closures: readonly Closure[]): WorkingCalendar =>
  houseCalendar({ opens: '08:00', closes: '16:00', holidays, closures });
const house = houseClosedOn();
const summer = closure('2026-07-20', '2026-07-31');

describe('where a day lands', () => {
  test.each([
    { what: 'a working day', day: '2026-03-04', before: '2026-03-04', after: '2026-03-04', next: '2026-03-05' },
    { what: 'a Friday', day: '2026-03-06', before: '2026-03-06', after: '2026-03-06', next: '2026-03-09' },
    { what: 'a Saturday', day: '2026-03-07', before: '2026-03-06', after: '2026-03-09', next: '2026-03-09' },
    { what: 'a Sunday', day: '2026-03-08', before: '2026-03-06', after: '2026-03-09', next: '2026-03-09' },
    { what: 'the day before Easter', day: '2026-04-01', before: '2026-04-01', after: '2026-04-01', next: '2026-04-07' },
    { what: 'Maundy Thursday', day: '2026-04-02', before: '2026-04-01', after: '2026-04-07', next: '2026-04-07' },
    { what: 'Easter Saturday', day: '2026-04-04', before: '2026-04-01', after: '2026-04-07', next: '2026-04-07' },
    { what: 'Easter Monday', day: '2026-04-06', before: '2026-04-01', after: '2026-04-07', next: '2026-04-07' },
    {
      what: 'Store Bededag, abolished',
      day: '2026-05-01',
      before: '2026-05-01',
      after: '2026-05-01',
      next: '2026-05-04',
    },
    { what: 'Ascension Day', day: '2026-05-14', before: '2026-05-13', after: '2026-05-15', next: '2026-05-15' },
    { what: 'Whit Monday', day: '2026-05-25', before: '2026-05-22', after: '2026-05-26', next: '2026-05-26' },
    {
      what: 'Constitution Day, a Friday',
      day: '2026-06-05',
      before: '2026-06-04',
      after: '2026-06-08',
      next: '2026-06-08',
    },
    { what: 'Christmas Eve', day: '2026-12-24', before: '2026-12-23', after: '2026-12-28', next: '2026-12-28' },
    { what: 'New Year', day: '2027-01-01', before: '2026-12-30', after: '2027-01-04', next: '2027-01-04' },
    {
      what: "a month's end on a Saturday",
      day: '2026-02-28',
      before: '2026-02-27',
      after: '2026-03-02',
      next: '2026-03-02',
    },
    {
      what: "a month's end on a Sunday",
      day: '2026-05-31',
      before: '2026-05-29',
      after: '2026-06-01',
      next: '2026-06-01',
    },
    { what: '29 February', day: '2028-02-29', before: '2028-02-29', after: '2028-02-29', next: '2028-03-01' },
    {
      what: 'the day of the short night',
      day: '2026-03-29',
      before: '2026-03-27',
      after: '2026-03-30',
      next: '2026-03-30',
    },
    {
      what: 'the day of the long night',
      day: '2026-10-25',
      before: '2026-10-23',
      after: '2026-10-26',
      next: '2026-10-26',
    },
    {
      what: 'the first of the closed days',
      day: '2026-07-20',
      before: '2026-07-17',
      after: '2026-08-03',
      next: '2026-08-03',
    },
    {
      what: 'the last of the closed days',
      day: '2026-07-31',
      before: '2026-07-17',
      after: '2026-08-03',
      next: '2026-08-03',
    },
  ])('$what, $day', ({ day, before, after, next }) => {
    const calendar = houseClosedOn(summer);
    expect({
      before: onOrBefore(calendar, asDay(day)),
      after: onOrAfter(calendar, asDay(day)),
      next: nextWorkingDay(calendar, asDay(day)),
    }).toEqual({ before, after, next });
  });
});

describe('working days are counted', () => {
  test.each([
    { what: 'none, from a working day', from: '2026-03-04', n: 0, to: '2026-03-04' },
    { what: 'none, from a free day', from: '2026-03-07', n: 0, to: '2026-03-07' },
    { what: 'one on, from a free day', from: '2026-03-07', n: 1, to: '2026-03-09' },
    { what: 'one back, from a free day', from: '2026-03-07', n: -1, to: '2026-03-06' },
    { what: 'two on, from a free day', from: '2026-03-08', n: 2, to: '2026-03-10' },
    { what: 'called on Thursday 12 March, two on', from: '2026-03-12', n: 2, to: '2026-03-16' },
    { what: 'three before the meeting of 26 March', from: '2026-03-26', n: -3, to: '2026-03-23' },
    { what: 'two before the meeting of 26 March', from: '2026-03-26', n: -2, to: '2026-03-24' },
    { what: 'three before the meeting moved to 16 April', from: '2026-04-16', n: -3, to: '2026-04-13' },
    { what: 'two before the meeting moved to 16 April', from: '2026-04-16', n: -2, to: '2026-04-14' },
    { what: 'two before the Tuesday after Easter', from: '2026-04-07', n: -2, to: '2026-03-31' },
    { what: 'one before Easter, one on', from: '2026-04-01', n: 1, to: '2026-04-07' },
    { what: 'over Christmas and New Year', from: '2026-12-23', n: 4, to: '2027-01-04' },
    { what: 'onto 29 February', from: '2028-02-28', n: 1, to: '2028-02-29' },
    { what: 'over 29 February', from: '2028-02-28', n: 2, to: '2028-03-01' },
    { what: 'over the short night', from: '2026-03-27', n: 1, to: '2026-03-30' },
    { what: 'over the long night', from: '2026-10-26', n: -1, to: '2026-10-23' },
    { what: 'over the closed days', from: '2026-07-17', n: 1, to: '2026-08-03' },
    { what: 'a year of them', from: '2026-01-05', n: 250, to: '2027-01-18' },
  ])('$what', ({ from, n, to }) => {
    expect(addWorkingDays(houseClosedOn(summer), asDay(from), n)).toBe(to);
  });

  test.each([
    { what: 'a question asked 4 March and answered 10 March', from: '2026-03-04', to: '2026-03-10', count: 4 },
    { what: 'the same day', from: '2026-03-04', to: '2026-03-04', count: 0 },
    { what: 'backward', from: '2026-03-10', to: '2026-03-04', count: 0 },
    { what: 'Friday to Monday', from: '2026-03-06', to: '2026-03-09', count: 1 },
    { what: 'a weekend', from: '2026-03-07', to: '2026-03-09', count: 0 },
    { what: 'Easter week', from: '2026-03-30', to: '2026-04-07', count: 3 },
    { what: 'Christmas to New Year', from: '2026-12-21', to: '2027-01-04', count: 6 },
    { what: 'a leap February', from: '2028-02-01', to: '2028-03-01', count: 21 },
  ])('between $from and $to, $what: $count', ({ from, to, count }) => {
    expect(workingDaysBetween(house, asDay(from), asDay(to))).toBe(count);
  });

  test('a clock that stood still from 4 to 10 March moves a date of 9 March to 13 March', () => {
    const stood = workingDaysBetween(house, asDay('2026-03-04'), asDay('2026-03-10'));
    const due = addWorkingDays(house, asDay('2026-03-09'), stood);
    expect([due, nextWorkingDay(house, due)]).toEqual(['2026-03-13', '2026-03-16']);
  });

  test('a date in calendar months lands on working days around it', () => {
    const due = addMonths(asDay('2009-08-31'), 210);
    expect([due, onOrBefore(house, due), onOrAfter(house, addDays(due, 1))]).toEqual([
      '2027-02-28',
      '2027-02-26',
      '2027-03-01',
    ]);
  });

  test.each([0.5, Number.NaN, Number.POSITIVE_INFINITY])('%p working days are refused', (n) => {
    expect(() => addWorkingDays(house, asDay('2026-03-04'), n)).toThrow(RangeError);
  });
});

describe('working hours', () => {
  test.each([
    { what: 'opening', at: '2026-03-04T08:00', lands: '2026-03-04T08:00' },
    { what: 'the last minute', at: '2026-03-04T15:59', lands: '2026-03-04T15:59' },
    { what: 'closing', at: '2026-03-04T16:00', lands: '2026-03-05T08:00' },
    { what: 'before opening', at: '2026-03-04T07:59', lands: '2026-03-04T08:00' },
    { what: 'the middle of the night', at: '2026-03-04T00:00', lands: '2026-03-04T08:00' },
    { what: 'Friday evening', at: '2026-03-06T17:30', lands: '2026-03-09T08:00' },
    { what: 'Saturday noon', at: '2026-03-07T12:00', lands: '2026-03-09T08:00' },
    { what: 'Sunday before opening', at: '2026-03-08T06:00', lands: '2026-03-09T08:00' },
    { what: 'the evening before Easter', at: '2026-04-01T16:00', lands: '2026-04-07T08:00' },
    { what: 'Christmas Eve', at: '2026-12-24T09:00', lands: '2026-12-28T08:00' },
    { what: 'the last evening of the working year', at: '2026-12-30T16:00', lands: '2027-01-04T08:00' },
    { what: 'in the gap of the short night', at: '2026-03-29T02:30', lands: '2026-03-30T08:00' },
    { what: 'in the hour that repeats', at: '2026-10-25T02:30', lands: '2026-10-26T08:00' },
    { what: 'the evening before 29 February', at: '2028-02-28T20:00', lands: '2028-02-29T08:00' },
  ])('$what: $at becomes $lands', ({ at, lands }) => {
    expect(workingMoment(house, asMoment(at))).toBe(lands);
    expect(isWorkingMoment(house, asMoment(at))).toBe(at === lands);
  });

  test.each([
    { opens: '16:00', closes: '08:00' },
    { opens: '08:00', closes: '08:00' },
    { opens: '8:00', closes: '16:00' },
    { opens: '08:00', closes: '24:00' },
  ])('$opens to $closes are none', ({ opens, closes }) => {
    expect(() => houseCalendar({ opens, closes, holidays, closures: [] })).toThrow(
      new RangeError(`not opening hours (HH:MM to a later HH:MM): ${opens} to ${closes}`),
    );
  });
});

describe('a person works less than the house', () => {
  test.each([
    { what: 'no days named: as the house', worksOn: [], day: '2026-03-04', next: '2026-03-05' },
    { what: 'Monday, Tuesday and Thursday', worksOn: [1, 2, 4], day: '2026-03-05', next: '2026-03-09' },
    { what: 'only Thursdays, at Easter', worksOn: [4], day: '2026-03-26', next: '2026-04-09' },
    { what: 'Sundays are still free', worksOn: [5, 7], day: '2026-03-06', next: '2026-03-13' },
    { what: 'only Mondays, over two free ones', worksOn: [1], day: '2026-03-30', next: '2026-04-13' },
  ])('$what', ({ worksOn, day, next }) => {
    expect(nextWorkingDay(personCalendar(house, { worksOn, closures: [] }), asDay(day))).toBe(next);
  });

  test('closing days and days off add to those of the house, and leave the house as it was', () => {
    const closed = houseClosedOn(summer);
    const person = personCalendar(closed, { worksOn: [], closures: [closure('2026-08-03', '2026-08-07')] });
    expect(nextWorkingDay(person, asDay('2026-07-17'))).toBe('2026-08-10');
    expect(nextWorkingDay(closed, asDay('2026-07-17'))).toBe('2026-08-03');
    expect([person.opens, person.closes]).toEqual(['08:00', '16:00']);
  });

  test('a closure that ends before it begins is refused', () => {
    expect(() => houseClosedOn(closure('2026-07-31', '2026-07-20'))).toThrow('ends before it begins');
  });
});

describe('nothing loops for ever', () => {
  const never = personCalendar(house, { worksOn: [6, 7], closures: [] });
  const day = asDay('2026-03-04');
  test.each([
    {
      what: 'on or before',
      seek: () => onOrBefore(never, day),
      message: 'no working day within 400 days before 2026-03-04',
    },
    {
      what: 'on or after',
      seek: () => onOrAfter(never, day),
      message: 'no working day within 400 days after 2026-03-04',
    },
    {
      what: 'the next',
      seek: () => nextWorkingDay(never, day),
      message: 'no working day within 400 days after 2026-03-04',
    },
    {
      what: 'some on',
      seek: () => addWorkingDays(never, day, 3),
      message: 'no working day within 400 days after 2026-03-04',
    },
    {
      what: 'some back',
      seek: () => addWorkingDays(never, day, -3),
      message: 'no working day within 400 days before 2026-03-04',
    },
    {
      what: 'the next opening',
      seek: () => workingMoment(never, momentAt(day, '09:00')),
      message: 'no working day within 400 days after 2026-03-04',
    },
  ])('$what, for one who never works', ({ seek, message }) => {
    expect(seek).toThrow(new RangeError(message));
  });

  test('a closure of 399 days is gone through, one of 400 is not', () => {
    const closedFor = (days: number) =>
      houseClosedOn({ fromOn: asDay('2026-03-05'), toOn: addDays(asDay('2026-03-05'), days - 1) });
    // The 400th day after 4 March 2026 is a Thursday, 8 April 2027.
    expect(nextWorkingDay(closedFor(399), day)).toBe('2027-04-08');
    expect(() => nextWorkingDay(closedFor(400), day)).toThrow(RangeError);
  });

  test('no search asks more than 402 times, whatever the calendar', () => {
    fc.assert(
      fc.property(anyCalendar, anyDay, anyTime, (calendar, from, time) => {
        let asked = 0;
        const counting: WorkingCalendar = {
          ...calendar,
          isWorkingDay: (at) => {
            asked += 1;
            return calendar.isWorkingDay(at);
          },
        };
        for (const seek of [
          () => onOrBefore(counting, from),
          () => onOrAfter(counting, from),
          () => nextWorkingDay(counting, from),
          () => addWorkingDays(counting, from, 1),
          () => addWorkingDays(counting, from, -1),
          () => workingMoment(counting, momentAt(from, time)),
        ]) {
          asked = 0;
          expect(['found', 'no working day']).toContain(outcome(seek));
          expect(asked).toBeLessThanOrEqual(402);
        }
      }),
    );
  });
});

/** `found`, or how it was refused; any other fault is thrown on. */
function outcome(seek: () => string): string {
  try {
    seek();
    return 'found';
  } catch (error) {
    if (error instanceof RangeError && error.message.startsWith('no working day within 400 days ')) {
      return 'no working day';
    }
    throw error;
  }
}

const anyDay = fc.integer({ min: 0, max: 3000 }).map((n) => addDays(asDay('2024-01-01'), n));
const anyTime = fc.integer({ min: 0, max: 1439 }).map((n) => timeOf(addMinutes(asMoment('2026-01-01T00:00'), n)));
/** Short closures mostly, now and then one that nobody set an end to. */
const anyClosure = fc
  .tuple(
    anyDay,
    fc.oneof({ weight: 9, arbitrary: fc.integer({ min: 0, max: 30 }) }, { weight: 1, arbitrary: fc.constant(null) }),
  )
  .map(([fromOn, days]): Closure => ({ fromOn, toOn: days === null ? asDay('9999-12-31') : addDays(fromOn, days) }));
const anyWorksOn = fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 7 });
const anyCalendar = fc
  .tuple(fc.array(anyClosure, { maxLength: 4 }), fc.array(anyClosure, { maxLength: 4 }), anyWorksOn)
  .map(([closed, off, worksOn]) => personCalendar(houseClosedOn(...closed), { worksOn, closures: off }));
/** Always a working day within reach: the house's own weekdays, and four closures of at most a month. */
const livingCalendar = fc
  .tuple(
    fc.array(fc.tuple(anyDay, fc.integer({ min: 0, max: 30 })), { maxLength: 4 }),
    fc.uniqueArray(fc.integer({ min: 1, max: 5 }), { maxLength: 5 }),
  )
  .map(([closed, worksOn]) =>
    personCalendar(house, {
      worksOn,
      closures: closed.map(([fromOn, days]) => ({ fromOn, toOn: addDays(fromOn, days) })),
    }),
  );

describe('whatever the calendar', () => {
  test('working days added to a working day are counted, and taken away again', () => {
    fc.assert(
      fc.property(livingCalendar, anyDay, fc.integer({ min: -60, max: 60 }), (calendar, day, n) => {
        const from = onOrAfter(calendar, day);
        const to = addWorkingDays(calendar, from, n);
        expect(calendar.isWorkingDay(to)).toBe(true);
        expect(addWorkingDays(calendar, to, -n)).toBe(from);
        const [earlier, later] = n < 0 ? [to, from] : [from, to];
        expect(workingDaysBetween(calendar, earlier, later)).toBe(Math.abs(n));
      }),
    );
  });

  test('steps add up', () => {
    fc.assert(
      fc.property(livingCalendar, anyDay, fc.nat({ max: 20 }), fc.nat({ max: 20 }), (calendar, day, a, b) => {
        expect(addWorkingDays(calendar, addWorkingDays(calendar, day, a), b)).toBe(
          addWorkingDays(calendar, day, a + b),
        );
      }),
    );
  });

  test('landing is the nearest working day on its side, and nothing lies between', () => {
    fc.assert(
      fc.property(livingCalendar, anyDay, (calendar, day) => {
        const before = onOrBefore(calendar, day);
        const after = onOrAfter(calendar, day);
        expect(before <= day && day <= after).toBe(true);
        expect(calendar.isWorkingDay(before) && calendar.isWorkingDay(after)).toBe(true);
        const between = Array.from({ length: Math.max(0, daysBetween(before, after) - 1) }, (_, n) =>
          addDays(before, n + 1),
        );
        expect(between.filter((free) => calendar.isWorkingDay(free))).toEqual([]);
        expect(nextWorkingDay(calendar, day)).toBe(onOrAfter(calendar, addDays(day, 1)));
      }),
    );
  });

  test('a working moment is one, is not earlier, and stays where it is', () => {
    fc.assert(
      fc.property(livingCalendar, anyDay, anyTime, (calendar, day, time) => {
        const at = momentAt(day, time);
        const works: Moment = workingMoment(calendar, at);
        expect(works >= at).toBe(true);
        expect(isWorkingMoment(calendar, works)).toBe(true);
        expect(workingMoment(calendar, works)).toBe(works);
        expect(works === at || timeOf(works) === '08:00').toBe(true);
        const skipped = workingDaysBetween(calendar, addDays(day, 1), dayOf(works));
        expect(skipped).toBe(0);
      }),
    );
  });

  test('a calendar asked again, in any order, answers as one asked for the first time', () => {
    fc.assert(
      fc.property(
        fc.array(anyClosure, { maxLength: 4 }),
        anyWorksOn,
        fc.array(anyDay, { minLength: 1 }),
        (off, worksOn, days) => {
          const asked = personCalendar(houseClosedOn(...off), { worksOn, closures: [] });
          for (const day of [...days, ...days]) {
            const open =
              weekday(day) <= 5 && !holidays(day) && off.every(({ fromOn, toOn }) => day < fromOn || day > toOn);
            expect(asked.isWorkingDay(day)).toBe(open && (worksOn.length === 0 || worksOn.includes(weekday(day))));
          }
        },
      ),
    );
  });
});
