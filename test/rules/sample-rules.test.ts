import fc from 'fast-check';
import { LADDER_VERBS } from '../../bot/app';
import { periodDue, reviewedBy, signOffFaults } from '../../bot/audit/sample-rules';
import { addDays, asDay } from '../../bot/time/day';
import { plainSpanFrom } from '../../bot/time/span';
import { actInWords, isAct } from '../../content/words/acts';
import { acts as danish } from '../../content/words/da/acts';
import { acts as english } from '../../content/words/en/acts';

describe('the period that a sample is due for', () => {
  test.each([
    { what: 'none while the first month runs', from: '2026-03-12', every: '1m', today: '2026-04-11', is: undefined },
    {
      what: 'the month on the day after it',
      from: '2026-03-12',
      every: '1m',
      today: '2026-04-12',
      is: ['2026-03-12', '2026-04-11'],
    },
    {
      what: 'the same month when it is drawn late',
      from: '2026-03-12',
      every: '1m',
      today: '2026-05-11',
      is: ['2026-03-12', '2026-04-11'],
    },
    {
      what: 'two months after two',
      from: '2026-03-12',
      every: '1m',
      today: '2026-05-12',
      is: ['2026-03-12', '2026-05-11'],
    },
    {
      what: 'a month that begins on its 31st',
      from: '2026-01-31',
      every: '1m',
      today: '2026-02-28',
      is: ['2026-01-31', '2026-02-27'],
    },
    { what: 'two weeks', from: '2026-03-12', every: '2w', today: '2026-03-26', is: ['2026-03-12', '2026-03-25'] },
    {
      what: 'four weeks after thirty days',
      from: '2026-03-12',
      every: '2w',
      today: '2026-04-11',
      is: ['2026-03-12', '2026-04-08'],
    },
    {
      what: 'a year in months',
      from: '2026-03-12',
      every: '12m',
      today: '2027-03-12',
      is: ['2026-03-12', '2027-03-11'],
    },
  ])('$what', ({ from, every, today, is }) => {
    const found = periodDue(asDay(from), every, asDay(today));
    expect(found && [found.fromOn, found.toOn]).toEqual(is);
  });

  test('never reaches today, and no whole interval is left over, whatever the day', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 4_000 }),
        fc.integer({ min: 0, max: 900 }),
        fc.integer({ min: 1, max: 12 }),
        fc.constantFrom('w', 'm'),
        (start, passed, n, unit) => {
          const from = addDays(asDay('2020-01-01'), start);
          const today = addDays(from, passed);
          const found = periodDue(from, `${n}${unit}`, today);
          if (!found) return plainSpanFrom(from, `${n}${unit}`) > today;
          const intervals = [...Array(200).keys()].filter((k) => plainSpanFrom(from, `${(k + 1) * n}${unit}`) <= today);
          return found.toOn < today && addDays(found.toOn, 1) === plainSpanFrom(from, `${intervals.length * n}${unit}`);
        },
      ),
    );
  });
});

describe('who looks through what', () => {
  const rows = [
    { n: 1, actorId: 'bo' },
    { n: 2, actorId: 'helle' },
    { n: 3, actorId: 'bo' },
  ];
  test('nobody reviews themselves', () => {
    expect(reviewedBy(rows, 'helle')).toEqual({ theirs: [rows[0], rows[2]], own: [2] });
    expect(reviewedBy(rows, 'bo')).toEqual({ theirs: [rows[1]], own: [1, 3] });
    expect(reviewedBy(rows, 'dora')).toEqual({ theirs: rows, own: [] });
  });

  test.each([
    { closer: [], note: '', is: {} },
    { closer: [], note: 'I orden', is: {} },
    { closer: [2], note: 'Spørg', is: {} },
    { closer: [2], note: '', is: { note: 'sample-note' } },
    { closer: [], note: 'x'.repeat(11), is: { note: 'too-long' } },
    { closer: [1], note: 'x'.repeat(10), is: {} },
  ])('$closer with the note "$note"', ({ closer, note, is }) => {
    expect(signOffFaults({ closer, note }, 10)).toEqual(is);
  });
});

describe('acts in words', () => {
  test('every act has words in both languages, and no two acts the same', () => {
    expect(Object.keys(english).sort()).toEqual(Object.keys(danish).sort());
    for (const table of [danish, english]) {
      const said = Object.values(table);
      expect(said.filter((text) => !/^\p{Ll}[^.]*\p{L}$/u.test(text))).toEqual([]);
      expect(said).toHaveLength(new Set(said).size);
    }
  });

  test('whatever a ladder may do has words: the compiler sees the rest', () => {
    expect([...LADDER_VERBS].filter((verb) => !isAct(verb))).toEqual([]);
    expect(isAct('pathway.peek')).toBe(false);
    expect(isAct('toString')).toBe(false);
  });

  test('a new act without words does not compile', () => {
    // @ts-expect-error no such act
    expect(actInWords('pathway.peek', 'da')).toBeUndefined();
  });
});
