import {
  afterClass,
  answerBy,
  capOf,
  offerBy,
  offerEnds,
  quarterOf,
  readSpan,
  thereAllDays,
  windowAfter,
} from '../../../bot/intakes/rules';
import { asDay } from '../../../bot/time/day';
import { danishHolidays } from '../../../bot/time/holidays';
import { houseCalendar } from '../../../bot/time/working-calendar';

const house = houseCalendar({ opens: '08:00', closes: '16:00', holidays: danishHolidays([]), closures: [] });

test.each([
  ['9-15', '09:00', 360],
  ['9.00-15.30', '09:00', 390],
  ['kl. 9 til 15', '09:00', 360],
  ['08:30 – 12', '08:30', 210],
])('%s is from %s for %d minutes', (text, time, duration) => {
  expect(readSpan(text)).toEqual({ time, duration });
});

test.each(['', 'hele dagen', '15-9', '9-9', '9', '25-26', '9.75-15'])('»%s« is no time from and to', (text) => {
  expect(readSpan(text)).toBeUndefined();
});

test.each([
  // Five working days, over a weekend.
  ['2026-03-12', '2026-05-06', '2026-03-19', '2026-03-16'],
  // The class begins on Monday: the day before it that is worked.
  ['2026-03-12', '2026-03-16', '2026-03-13', '2026-03-13'],
  // The day before it, and the day itself.
  ['2026-03-12', '2026-03-13', '2026-03-12', '2026-03-12'],
  ['2026-03-12', '2026-03-12', '2026-03-12', '2026-03-12'],
])('called on %s for %s: answer by %s, say yes to a kept seat by %s', (today, first, answer, offer) => {
  expect(answerBy(house, asDay(today), asDay(first))).toBe(answer);
  expect(offerBy(house, asDay(today), asDay(first))).toBe(offer);
});

test('a kept seat goes on when its last day is over', () => {
  expect(offerEnds(house, asDay('2026-03-13'))).toBe('2026-03-16');
});

test.each([
  [20, 10],
  [21, 10],
  [3, 1],
  [1, 1],
])('of %d seats one department has %d at most', (seats, cap) => {
  expect(capOf('class', seats)).toBe(cap);
  expect(capOf('dialogue-meeting', seats)).toBeNull();
});

test('supervision lies two to four weeks after a class, and the follow-up a year after', () => {
  const last = asDay('2026-03-31');
  expect(windowAfter('supervision', last)).toEqual({ from: '2026-04-14', to: '2026-04-28' });
  expect(windowAfter('learning-day', last)).toEqual({ from: '2027-03-31', to: '2027-05-31' });
  expect(afterClass('year-supervision', last)).toEqual({ opens: '2027-02-28', due: '2027-04-30' });
  expect(afterClass('supervision', last).opens).toBe('2026-03-31');
});

test('quarters are counted through the years', () => {
  const [last, first] = [quarterOf(asDay('2026-12-31')), quarterOf(asDay('2027-01-01'))];
  expect(first - last).toBe(1);
  expect(quarterOf(asDay('2026-03-31'))).toBe(quarterOf(asDay('2026-01-01')));
});

test('there on all days means on every one of them', () => {
  expect(thereAllDays(['a', 'b'], new Set(['a', 'b']))).toBe(true);
  expect(thereAllDays(['a', 'b'], new Set(['a']))).toBe(false);
  expect(thereAllDays([], new Set())).toBe(false);
});
