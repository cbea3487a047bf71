import {
  counts,
  type Held,
  lackingToClose,
  readyBy,
  representationOf,
  toggled,
} from '../../../bot/meetings/work/rules';
import { asDay } from '../../../bot/time/day';
import { danishHolidays } from '../../../bot/time/holidays';
import { asMoment } from '../../../bot/time/moment';
import { spanFrom } from '../../../bot/time/span';
import { houseCalendar } from '../../../bot/time/working-calendar';

const calendar = houseCalendar({ opens: '08:00', closes: '16:00', holidays: danishHolidays([]), closures: [] });
const held: Held = {
  citizenTakesPart: true,
  citizenThere: 'there',
  citizenHow: '',
  citizenAskedOn: null,
  citizenWords: 'Jeg vil gerne i lære som tømrer',
  here: 3,
  next: asMoment('2026-06-17T13:00'),
  noNextBecause: '',
};

describe('what a meeting cannot be closed without', () => {
  test.each([
    { when: 'nothing is lacking', change: {}, lacking: [] },
    { when: 'nobody noted whether the citizen is there', change: { citizenThere: null }, lacking: ['citizen-missing'] },
    {
      when: 'the citizen asked us to go on, and how and when is not said',
      change: { citizenThere: 'asked-us' },
      lacking: ['how-missing'],
    },
    {
      when: 'the citizen asked us to go on, and how is not said',
      change: { citizenThere: 'asked-us', citizenAskedOn: asDay('2026-03-16') },
      lacking: ['how-missing'],
    },
    {
      when: 'the citizen asked us to go on, how and when',
      change: { citizenThere: 'asked-us', citizenAskedOn: asDay('2026-03-16'), citizenHow: 'på telefon' },
      lacking: [],
    },
    { when: 'the citizen’s own words are not there', change: { citizenWords: ' ' }, lacking: ['words-missing'] },
    { when: 'nobody is marked as there', change: { here: 0 }, lacking: ['nobody-here'] },
    { when: 'there is neither a next date nor a reason', change: { next: null }, lacking: ['next-missing'] },
    {
      when: 'a reason stands for the next date',
      change: { next: null, noNextBecause: 'A.K. har fået job' },
      lacking: [],
    },
    {
      when: 'the model meets without the citizen',
      change: { citizenTakesPart: false, citizenThere: null },
      lacking: [],
    },
  ] as const)('$when', ({ change, lacking }) => {
    expect(lackingToClose({ ...held, ...change })).toEqual(lacking);
  });

  test.each([
    { citizenTakesPart: true, citizenThere: 'there', is: true },
    { citizenTakesPart: true, citizenThere: 'asked-us', is: true },
    { citizenTakesPart: true, citizenThere: null, is: false },
    { citizenTakesPart: false, citizenThere: null, is: true },
  ] as const)('it counts ($citizenTakesPart, $citizenThere): $is', ({ is, ...one }) => {
    expect(counts(one)).toBe(is);
  });
});

describe('spans', () => {
  test.each([
    { from: '2026-03-16', span: '14d', to: '2026-03-30' },
    { from: '2026-03-16', span: '2w', to: '2026-03-30' },
    { from: '2026-08-31', span: '6m', to: '2027-02-28' },
    { from: '2026-01-31', span: '1m', to: '2026-02-28' },
    { from: '2026-03-31', span: '3wd', to: '2026-04-08', because: 'Easter lies between' },
  ])('$span after $from is $to', ({ from, span, to }) => {
    expect(spanFrom(asDay(from), span, calendar)).toBe(to);
  });

  test.each([
    { start: '2026-03-19T13:00', before: '1wd', at: '12:00', by: '2026-03-18T12:00' },
    { start: '2026-03-16T09:00', before: '1wd', at: '12:00', by: '2026-03-13T12:00' },
    { start: '2026-04-12T09:00', before: '1w', at: '15:00', by: '2026-04-01T15:00' },
    { start: '2026-05-20T09:00', before: '1m', at: '12:00', by: '2026-04-20T12:00' },
  ])('$before before $start at $at is $by', ({ start, before, at, by }) => {
    expect(readyBy(asMoment(start), before, at, calendar)).toBe(by);
  });
});

describe('two who note who is there', () => {
  test('a press changes only what this person changed of what they saw', () => {
    expect(toggled(new Set(['bo', 'mette']), new Set(['bo', 'jonas']))).toEqual({ add: ['jonas'], remove: ['mette'] });
    expect(toggled(new Set(), new Set())).toEqual({ add: [], remove: [] });
  });
});

describe('how each department stands after a meeting', () => {
  const bo = { personId: 'bo', departmentId: 'job', status: 'coming', leadReply: null };
  const ida = { personId: 'ida', departmentId: 'job', status: 'asked', leadReply: null };
  const mette = { personId: 'mette', departmentId: 'family', status: 'hindered', leadReply: 'manage' };
  test.each([
    { when: 'somebody from there was there', invited: [bo, ida], here: ['job'], is: [['represented', []]] },
    { when: 'a colleague came instead', invited: [ida], here: ['job'], is: [['represented', []]] },
    { when: 'nobody came, and nobody had said so', invited: [bo], here: [], is: [['open', ['bo']]] },
    { when: 'hindered, and the lead manages', invited: [mette], here: [], is: [['managed', []]] },
    {
      when: 'hindered, and the lead needed somebody: nobody is asked why',
      invited: [{ ...mette, leadReply: 'somebody' }],
      here: [],
      is: [['not-represented', []]],
    },
    {
      when: 'one hindered, one silent',
      invited: [bo, { ...ida, status: 'hindered' }],
      here: [],
      is: [['open', ['bo']]],
    },
    {
      when: 'two departments',
      invited: [bo, mette],
      here: ['family'],
      is: [
        ['open', ['bo']],
        ['represented', []],
      ],
    },
  ])('$when', ({ invited, here, is }) => {
    expect(representationOf(invited, new Set(here)).map(({ state, ask }) => [state, ask])).toEqual(is);
  });
});
