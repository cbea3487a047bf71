import fc from 'fast-check';
import { afterDecline, agreedOn, citizenAsked, settlersOf, teamAfter } from '../../bot/handovers/rules';

describe('what a form says of the citizen', () => {
  test.each([
    { words: 'Jeg vil beholde Dorte', why: '', is: { asked: true, text: 'Jeg vil beholde Dorte' } },
    { words: '', why: ' Vi nåede det ikke ', is: { asked: false, text: 'Vi nåede det ikke' } },
    { words: 'Ja', why: 'Nej', is: { asked: true, text: 'Ja' } },
    { words: ' ', why: '\n', is: 'citizen-or-why' },
  ])('"$words" and "$why"', ({ words, why, is }) => {
    expect(citizenAsked(words, why)).toEqual(is);
  });
});

describe('after a no', () => {
  test.each([
    { declines: 1, settlers: ['a', 'b'], is: 'ask-again' },
    { declines: 2, settlers: ['a', 'b'], is: 'settle' },
    { declines: 3, settlers: ['a'], is: 'settle' },
    // With no manager at all somebody else is asked.
    { declines: 2, settlers: [], is: 'ask-again' },
  ])('$declines with the managers $settlers: $is', ({ declines, settlers, is }) => {
    expect(afterDecline(declines, settlers)).toBe(is);
  });

  test.each([
    { leaving: 'a', asked: 'b', are: ['a', 'b'] },
    { leaving: 'a', asked: 'a', are: ['a'] },
    { leaving: undefined, asked: 'b', are: ['b'] },
    { leaving: 'a', asked: null, are: ['a'] },
    { leaving: null, asked: undefined, are: [] },
  ])('the managers $leaving and $asked are $are', ({ leaving, asked, are }) => {
    expect(settlersOf(leaving, asked)).toEqual(are);
  });
});

describe('the managers', () => {
  const names = (...all: readonly [string, string][]) => all.map(([managerId, personId]) => ({ managerId, personId }));
  test.each([
    { name: 'nobody has named anybody', namings: names(), is: { waitsFor: ['a', 'b'] } },
    { name: 'one has', namings: names(['a', 'x']), is: { waitsFor: ['b'] } },
    { name: 'both mean the same', namings: names(['a', 'x'], ['b', 'x']), is: { settled: 'x' } },
    {
      name: 'they differ: whoever named first is asked',
      namings: names(['a', 'x'], ['b', 'y']),
      is: { waitsFor: ['a'] },
    },
    { name: 'the first gives in', namings: names(['a', 'x'], ['b', 'y'], ['a', 'y']), is: { settled: 'y' } },
    { name: 'one changes their mind', namings: names(['a', 'x'], ['a', 'z']), is: { waitsFor: ['b'] } },
    { name: 'one who left had named', namings: names(['c', 'x']), is: { waitsFor: ['a', 'b'] } },
    { name: 'agreeing with one who left', namings: names(['c', 'x'], ['b', 'x']), is: { waitsFor: ['a'] } },
  ])('$name', ({ namings, is }) => {
    expect(agreedOn(['a', 'b'], namings)).toEqual(is);
  });

  test('one alone settles it at once', () => {
    expect(agreedOn(['a'], names())).toEqual({ waitsFor: ['a'] });
    expect(agreedOn(['a'], names(['a', 'x']))).toEqual({ settled: 'x' });
  });

  test('always agree, or somebody’s turn it is, and never only that of whoever named last', () => {
    const naming = fc.record({ managerId: fc.constantFrom('a', 'b'), personId: fc.constantFrom('x', 'y', 'z') });
    fc.assert(
      fc.property(fc.array(naming, { maxLength: 8 }), (namings) => {
        const outcome = agreedOn(['a', 'b'], namings);
        if ('settled' in outcome) {
          const of = (id: string) => namings.filter((one) => one.managerId === id).at(-1)?.personId;
          expect([of('a'), of('b')]).toEqual([outcome.settled, outcome.settled]);
        } else {
          expect(outcome.waitsFor.length).toBeGreaterThan(0);
          expect(outcome.waitsFor).not.toContain(namings.at(-1)?.managerId);
        }
      }),
    );
  });
});

describe('the team after a handover', () => {
  const before = { formerId: 'carla', stays: true, coLeadId: 'nanna', seats: ['bo', 'mette'] };
  test.each([
    { name: 'a member takes it', given: before, newId: 'bo', is: { seat: 'carla', unseat: 'bo', coLeadId: 'nanna' } },
    {
      name: 'the co-lead takes it',
      given: before,
      newId: 'nanna',
      is: { seat: 'carla', unseat: null, coLeadId: null },
    },
    {
      name: 'a colleague outside the team',
      given: before,
      newId: 'ida',
      is: { seat: 'carla', unseat: null, coLeadId: 'nanna' },
    },
    {
      name: 'the lead leaves',
      given: { ...before, stays: false },
      newId: 'bo',
      is: { seat: null, unseat: 'bo', coLeadId: 'nanna' },
    },
    {
      name: 'nobody led',
      given: { ...before, formerId: null, stays: false },
      newId: 'bo',
      is: { seat: null, unseat: 'bo', coLeadId: 'nanna' },
    },
    {
      name: 'the former lead has a place',
      given: { ...before, seats: ['carla'] },
      newId: 'bo',
      is: { seat: null, unseat: null, coLeadId: 'nanna' },
    },
  ])('$name', ({ given, newId, is }) => {
    expect(teamAfter(given, newId)).toEqual(is);
  });
});
