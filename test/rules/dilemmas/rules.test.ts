import fc from 'fast-check';
import { type Answered, allAnswered, countsOf, FIRST, mayShow, movedOf, SECOND } from '../../../bot/dilemmas/rules';

const said = (round: number, ...choices: readonly (readonly [string, number])[]): Answered[] =>
  choices.map(([personId, choice]) => ({ personId, round, choice }));

describe('what a team chose', () => {
  const answers = [
    ...said(FIRST, ['a', 0], ['b', 0], ['c', 1], ['d', 2]),
    ...said(SECOND, ['a', 0], ['b', 1], ['c', 1], ['e', 2]),
  ];

  test('is counted by choice and round', () => {
    expect(countsOf(3, answers, FIRST)).toEqual([2, 1, 1]);
    expect(countsOf(3, answers, SECOND)).toEqual([1, 2, 1]);
    expect(countsOf(3, [], FIRST)).toEqual([0, 0, 0]);
  });

  test('moved for those who answered both times and chose otherwise', () => {
    expect(movedOf(answers)).toEqual({ both: 3, moved: 1 });
    expect(movedOf(said(FIRST, ['a', 0], ['b', 1]))).toEqual({ both: 0, moved: 0 });
  });

  test('is shown when all who play have answered, or when at least two have and somebody says so', () => {
    expect(allAnswered(['a', 'b', 'c', 'd'], answers, FIRST)).toBe(true);
    expect(allAnswered(['a', 'b', 'c', 'd'], answers, SECOND)).toBe(false);
    expect(mayShow(answers, SECOND)).toBe(true);
    expect(mayShow(said(FIRST, ['a', 0]), FIRST)).toBe(false);
    // Whoever is alone is never shown as a number.
    expect(allAnswered(['a'], said(FIRST, ['a', 0]), FIRST)).toBe(false);
  });

  test('adds up, whoever answers what', () => {
    const one = fc.record({
      personId: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
      round: fc.constantFrom(FIRST, SECOND),
      choice: fc.nat(4),
    });
    const all = fc.uniqueArray(one, { selector: ({ personId, round }) => `${personId}/${round}` });
    fc.assert(
      fc.property(all, (given) => {
        for (const round of [FIRST, SECOND])
          expect(countsOf(5, given, round).reduce((sum, n) => sum + n, 0)).toBe(
            given.filter((answer) => answer.round === round).length,
          );
        const { both, moved } = movedOf(given);
        expect(moved).toBeLessThanOrEqual(both);
        expect(both).toBeLessThanOrEqual(given.filter(({ round }) => round === FIRST).length);
      }),
    );
  });
});
