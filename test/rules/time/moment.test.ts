// The process's own zone must not matter: run these also as `TZ=Pacific/Auckland npx jest test/rules/time`.
import fc from 'fast-check';
import { asDay } from '../../../bot/time/day';
import {
  addMinutes,
  asMoment,
  dayOf,
  isMoment,
  isTime,
  type Moment,
  momentAt,
  timeOf,
  toInstant,
  toMoment,
  ZONE,
} from '../../../bot/time/moment';

const MINUTE = 60_000;
const anyInstant = fc.integer({ min: Date.UTC(1980, 0, 1), max: Date.UTC(2060, 11, 31) }).map((ms) => new Date(ms));
const anyZone = fc.constantFrom(
  ZONE,
  'UTC',
  'Pacific/Auckland',
  'Australia/Lord_Howe',
  'America/Nuuk',
  'Asia/Kathmandu',
);

/** Every minute from the one moment to the other, both included. */
function minutes(from: string, to: string): readonly Moment[] {
  const all: Moment[] = [];
  for (let moment = asMoment(from); moment <= to; moment = addMinutes(moment, 1)) {
    all.push(moment);
  }
  return all;
}

const iso = (at: Date): string => at.toISOString().slice(0, 16);

describe('a text is a moment only if the day and the time exist', () => {
  test.each([
    { text: '2026-03-02T08:00', is: true },
    { text: '2026-03-02T00:00', is: true },
    { text: '2026-03-02T23:59', is: true },
    { text: '2026-03-02T24:00', is: false },
    { text: '2026-03-02T08:60', is: false },
    { text: '2026-02-29T08:00', is: false },
    { text: '2026-03-02 08:00', is: false },
    { text: '2026-03-02T8:00', is: false },
    { text: '2026-03-02T08:00:00', is: false },
    { text: '2026-03-02T08:00Z', is: false },
    { text: '2026-03-02T08:00\n', is: false },
    { text: '2026-03-02', is: false },
    { text: '', is: false },
  ])('$text: $is', ({ text, is }) => {
    expect(isMoment(text)).toBe(is);
    if (!is) {
      expect(() => asMoment(text)).toThrow(`not a day and time (YYYY-MM-DDTHH:MM): ${JSON.stringify(text)}`);
    }
  });

  test('a moment is put together from day and time, and taken apart again', () => {
    const moment = momentAt(asDay('2026-03-02'), '08:05');
    expect(moment).toBe('2026-03-02T08:05');
    expect([dayOf(moment), timeOf(moment)]).toEqual(['2026-03-02', '08:05']);
    expect(() => momentAt(asDay('2026-03-02'), '8:05')).toThrow('not a time of day (HH:MM): "8:05"');
    expect(isTime('24:00')).toBe(false);
  });
});

describe('minutes are counted on the wall', () => {
  test.each([
    { from: '2026-03-02T08:00', n: 90, to: '2026-03-02T09:30' },
    { from: '2026-03-02T23:59', n: 1, to: '2026-03-03T00:00' },
    { from: '2026-01-01T00:00', n: -1, to: '2025-12-31T23:59' },
    { from: '2028-02-28T12:00', n: 1440, to: '2028-02-29T12:00' },
    { from: '2026-03-29T01:59', n: 1, to: '2026-03-29T02:00' },
    { from: '2026-10-25T00:00', n: 1440, to: '2026-10-26T00:00' },
    { from: '1969-12-31T23:30', n: 45, to: '1970-01-01T00:15' },
  ])('$from and $n minutes is $to', ({ from, n, to }) => {
    expect(addMinutes(asMoment(from), n)).toBe(to);
    expect(addMinutes(asMoment(to), -n)).toBe(from);
  });

  test.each([0.5, Number.NaN, Number.POSITIVE_INFINITY])('%p minutes are refused', (n) => {
    expect(() => addMinutes(asMoment('2026-03-02T08:00'), n)).toThrow(RangeError);
  });
});

describe('wall time becomes an instant', () => {
  test.each([
    { what: 'winter', moment: '2026-01-15T08:00', at: '2026-01-15T07:00' },
    { what: 'summer', moment: '2026-07-15T08:00', at: '2026-07-15T06:00' },
    { what: 'eight in the morning before the short night', moment: '2026-03-28T08:00', at: '2026-03-28T07:00' },
    { what: 'the last minute before the gap', moment: '2026-03-29T01:59', at: '2026-03-29T00:59' },
    { what: 'the first minute of the gap', moment: '2026-03-29T02:00', at: '2026-03-29T01:00' },
    { what: 'the middle of the gap: the first instant after it', moment: '2026-03-29T02:30', at: '2026-03-29T01:00' },
    { what: 'the last minute of the gap', moment: '2026-03-29T02:59', at: '2026-03-29T01:00' },
    { what: 'the first minute after the gap', moment: '2026-03-29T03:00', at: '2026-03-29T01:00' },
    { what: 'eight in the morning after the short night', moment: '2026-03-29T08:00', at: '2026-03-29T06:00' },
    { what: 'the last minute that comes once', moment: '2026-10-25T01:59', at: '2026-10-24T23:59' },
    { what: 'a time that comes twice: the first', moment: '2026-10-25T02:30', at: '2026-10-25T00:30' },
    { what: 'the first minute that comes once again', moment: '2026-10-25T03:00', at: '2026-10-25T02:00' },
    { what: 'eight in the morning after the long night', moment: '2026-10-25T08:00', at: '2026-10-25T07:00' },
    { what: 'New Year', moment: '2027-01-01T00:00', at: '2026-12-31T23:00' },
    { what: 'the leap day', moment: '2028-02-29T16:00', at: '2028-02-29T15:00' },
  ])('$what: $moment is $at UTC', ({ moment, at }) => {
    expect(iso(toInstant(asMoment(moment), ZONE))).toBe(at);
  });

  test('seconds are dropped on the way back, also before 1970', () => {
    expect(toMoment(new Date('2026-03-02T07:00:59.999Z'), ZONE)).toBe('2026-03-02T08:00');
    expect(toMoment(new Date('1969-06-01T06:59:59.999Z'), ZONE)).toBe('1969-06-01T07:59');
  });

  test('an unknown zone and an invalid date are refused', () => {
    expect(() => toInstant(asMoment('2026-03-02T08:00'), 'Europe/Traaby')).toThrow(/Europe\/Traaby/);
    expect(() => toMoment(new Date('2026-03-02T08:00Z'), 'Europe/Traaby')).toThrow(/Europe\/Traaby/);
    expect(() => toMoment(new Date(Number.NaN), ZONE)).toThrow('not an instant: an invalid date');
  });
});

/** What is wrong with a reading of wall time on the two nights, minute by minute; nothing when all is well. */
function faultsOnBothNights(read: (moment: Moment) => Date): readonly string[] {
  const faults: string[] = [];
  for (const night of [
    minutes('2026-03-28T20:00', '2026-03-29T09:00'),
    minutes('2026-10-24T20:00', '2026-10-25T09:00'),
  ]) {
    let last = Number.NEGATIVE_INFINITY;
    for (const moment of night) {
      const at = read(moment);
      const skipped = moment >= '2026-03-29T02:00' && moment < '2026-03-29T03:00';
      if (toMoment(at, ZONE) !== (skipped ? '2026-03-29T03:00' : moment)) {
        faults.push(`${moment} became ${toMoment(at, ZONE)}`);
      }
      if (at.getTime() < last) {
        faults.push(`${moment} came before the minute before it`);
      }
      last = at.getTime();
    }
  }
  return faults;
}

describe('both nights on which the clocks change, minute by minute', () => {
  test('every wall time comes back as itself, skipped ones as the first after the gap, none out of order', () => {
    expect(faultsOnBothNights((moment) => toInstant(moment, ZONE))).toEqual([]);
  });

  test('twin: reading with the offset of the day before is found out', () => {
    const before = (moment: Moment): number => (moment < '2026-06' ? 60 : 120);
    const blocks = (moment: Moment): Date => new Date(Date.parse(`${moment}:00Z`) - before(moment) * MINUTE);
    expect(faultsOnBothNights(blocks).length).toBeGreaterThan(0);
  });

  test('twin: reading a skipped time an hour further on is found out', () => {
    const shifted = (moment: Moment): Date =>
      moment >= '2026-03-29T02:00' && moment < '2026-03-29T03:00'
        ? toInstant(addMinutes(moment, 60), ZONE)
        : toInstant(moment, ZONE);
    expect(faultsOnBothNights(shifted).length).toBeGreaterThan(0);
  });

  test.each([
    { night: 'short', from: '2026-03-28T20:00Z', hours: 12, repeats: 0 },
    { night: 'long', from: '2026-10-24T20:00Z', hours: 12, repeats: 60 },
  ])(
    'every instant of the $night night comes back as itself, but for the hour that repeats',
    ({ from, hours, repeats }) => {
      let repeated = 0;
      for (let n = 0; n < hours * 60; n += 1) {
        const at = Date.parse(from) + n * MINUTE;
        const back = toInstant(toMoment(new Date(at), ZONE), ZONE).getTime();
        if (back !== at) {
          expect(at - back).toBe(60 * MINUTE);
          repeated += 1;
        }
      }
      expect(repeated).toBe(repeats);
    },
  );
});

describe('any zone, any time', () => {
  test('the wall shows what Intl formats', () => {
    const formats = new Map<string, Intl.DateTimeFormat>();
    fc.assert(
      fc.property(anyInstant, anyZone, (at, zone) => {
        const format =
          formats.get(zone) ??
          new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
        formats.set(zone, format);
        expect(toMoment(at, zone)).toBe(format.format(at).replace(' ', 'T'));
      }),
      { numRuns: 1000 },
    );
  });

  test('an instant read from the wall is the first one that shows this time', () => {
    fc.assert(
      fc.property(anyInstant, anyZone, (at, zone) => {
        const moment = toMoment(at, zone);
        const first = toInstant(moment, zone);
        expect(toMoment(first, zone)).toBe(moment);
        expect(first.getTime()).toBeLessThanOrEqual(at.getTime());
        expect(toMoment(new Date(first.getTime() - 1), zone)).not.toBe(moment);
      }),
      { numRuns: 1000 },
    );
  });

  test('later wall times are never earlier instants', () => {
    fc.assert(
      fc.property(anyInstant, anyZone, fc.integer({ min: 1, max: 3000 }), (at, zone, n) => {
        const moment = toMoment(at, zone);
        const later = toInstant(addMinutes(moment, n), zone);
        expect(later.getTime()).toBeGreaterThanOrEqual(toInstant(moment, zone).getTime());
      }),
      { numRuns: 1000 },
    );
  });
});
