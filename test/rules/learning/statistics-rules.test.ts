import fc from 'fast-check';
import {
  FEWEST,
  type FirstAnswer,
  figuresOf,
  inFives,
  partOf,
  progressOf,
} from '../../../bot/learning/statistics-rules';

const QUESTION = { scored: true, sure: true, rightOptions: [0] };
const answer = (n: number, more: Partial<FirstAnswer> = {}): FirstAnswer => ({
  personId: `person ${n}`,
  right: true,
  sure: 2,
  chosen: [0],
  ...more,
});
const RIGHT = {};
const WRONG = { right: false, chosen: [1] };
const SURE_AND_WRONG = { ...WRONG, sure: 3 };
const group = (...parts: readonly (readonly [number, Partial<FirstAnswer>])[]): FirstAnswer[] =>
  parts.flatMap(([count, more]) => Array.from({ length: count }, () => more)).map((more, n) => answer(n, more));

describe('the figures of a question', () => {
  test.each([
    { of: 0, people: 0 },
    { of: 4, people: 0 },
    { of: 5, people: 5 },
    { of: 9, people: 5 },
    { of: 10, people: 10 },
    { of: 14, people: 10 },
  ])('$of who answered are told as $people', ({ of, people }) => {
    expect(inFives(of)).toBe(people);
    expect(figuresOf(QUESTION, group([of, RIGHT])).people).toBe(people);
  });

  test.each([
    { what: 'fewer than ten are not split', answers: group([3, RIGHT], [6, WRONG]), right: { is: 'hidden' } },
    { what: 'none right', answers: group([10, WRONG]), right: { is: 'few' } },
    { what: 'four right', answers: group([4, RIGHT], [6, WRONG]), right: { is: 'few' } },
    { what: 'five right', answers: group([5, RIGHT], [5, WRONG]), right: { is: 'share', percent: 50 } },
    { what: 'four wrong', answers: group([6, RIGHT], [4, WRONG]), right: { is: 'nearly-all' } },
    { what: 'none wrong', answers: group([10, RIGHT]), right: { is: 'nearly-all' } },
    { what: 'a third', answers: group([5, RIGHT], [10, WRONG]), right: { is: 'share', percent: 33 } },
  ])('$what', ({ answers, right }) => {
    expect(figuresOf(QUESTION, answers).right).toEqual(right);
  });

  test.each([
    { what: 'nobody was wrong', answers: group([20, RIGHT]), part: { is: 'few' } },
    { what: 'nine were wrong: not split', answers: group([11, RIGHT], [9, SURE_AND_WRONG]), part: { is: 'hidden' } },
    {
      what: 'of ten who were wrong four were sure',
      answers: group([10, RIGHT], [6, WRONG], [4, SURE_AND_WRONG]),
      part: { is: 'few' },
    },
    {
      what: 'five and five',
      answers: group([10, RIGHT], [5, WRONG], [5, SURE_AND_WRONG]),
      part: { is: 'share', percent: 25 },
    },
    // A number would tell that one of those who were wrong was not sure.
    { what: 'all but one', answers: group([10, RIGHT], [1, WRONG], [9, SURE_AND_WRONG]), part: { is: 'nearly-all' } },
  ])('sure and wrong: $what', ({ answers, part }) => {
    expect(figuresOf(QUESTION, answers).sureAndWrong).toEqual(part);
  });

  test('the wrong option that most chose is told of ten who were wrong and five who chose it', () => {
    const two = { ...WRONG, chosen: [2] };
    expect(figuresOf(QUESTION, group([10, RIGHT], [6, two], [4, WRONG])).mostWrong).toBe(2);
    expect(figuresOf(QUESTION, group([11, RIGHT], [9, two])).mostWrong).toBeNull();
    const scattered = [1, 2, 3].map((place): [number, Partial<FirstAnswer>] => [4, { ...WRONG, chosen: [place] }]);
    expect(figuresOf(QUESTION, group([8, RIGHT], ...scattered)).mostWrong).toBeNull();
  });

  test('of several options a right one is never the wrong one that most chose, and one counts once a person', () => {
    const both = { right: false, chosen: [0, 1, 1] };
    const answers = group([10, both], [10, { right: false, chosen: [0, 2] }]);
    expect(figuresOf({ ...QUESTION, rightOptions: [0, 3] }, answers).mostWrong).toBe(1);
  });

  test('what nobody scores has people and nothing else', () => {
    const answers = group([12, { right: null, chosen: [] }]);
    expect(figuresOf({ scored: false, sure: false, rightOptions: null }, answers)).toEqual({
      people: 10,
      right: null,
      sureAndWrong: null,
      mostWrong: null,
    });
  });
});

test('who is through is told of those who began, in fives', () => {
  const begun = (done: number, of: number) => Array.from({ length: of }, (_, n) => ({ done: n < done }));
  expect(progressOf(begun(3, 4))).toEqual({ people: 0, done: { is: 'hidden' } });
  expect(progressOf(begun(12, 23))).toEqual({ people: 20, done: { is: 'share', percent: 60 } });
});

describe('nobody is given away', () => {
  const someone = fc.record({
    right: fc.boolean(),
    sure: fc.integer({ min: 1, max: 3 }),
    place: fc.integer({ min: 1, max: 3 }),
  });
  const town = fc
    .array(someone, { maxLength: 60 })
    .map((all) => all.map(({ right, sure, place }, n) => answer(n, { right, sure, chosen: [right ? 0 : place] })));

  test('one person more changes nothing, or the figures are of five more', () => {
    fc.assert(
      fc.property(town, (answers) => {
        const before = figuresOf(QUESTION, answers.slice(0, -1));
        const after = figuresOf(QUESTION, answers);
        if (after.people === before.people) expect(after).toEqual(before);
        else expect(after.people - before.people).toBe(FEWEST);
      }),
    );
  });

  /** What can have happened: how many were right, wrong and sure, wrong and not sure. */
  type Cells = readonly [right: number, sure: number, unsure: number];
  const shown = ([right, sure, unsure]: Cells): string =>
    JSON.stringify(figuresOf(QUESTION, group([right, RIGHT], [sure, SURE_AND_WRONG], [unsure, WRONG])));
  function* worlds(people: number): Generator<Cells> {
    for (let right = 0; right <= people; right += 1)
      for (let sure = 0; sure <= people - right; sure += 1) yield [right, sure, people - right - sure];
  }

  test.each([5, 10, 15, 20, 25])(
    'of %d people, whatever was answered, no small part can be worked out from the figures together',
    (people) => {
      // All worlds that would have shown the same: what is known of a part is the range it has in them.
      const alike = new Map<string, Cells[]>();
      for (const cells of worlds(people)) alike.set(shown(cells), [...(alike.get(shown(cells)) ?? []), cells]);
      const known = [...alike.values()].flatMap((same) =>
        [0, 1, 2].map((part) => same.map((cells) => cells[part] ?? 0)),
      );
      for (const range of known) {
        const [least = 0, most = 0] = [Math.min(...range), Math.max(...range)];
        // A part of one to four is never known for sure, nor that there is nobody in it, nor that everybody is.
        if (least < FEWEST) expect([least, most - least >= 4]).toEqual([least, true]);
        if (least === people) throw new Error('Everybody’s answer would be known');
      }
    },
  );

  test('the test can fail: plain shares give somebody away', () => {
    const plain = (right: number, of: number) => `${of}: ${Math.round((right * 100) / of)} %`;
    expect(plain(9, 10)).not.toBe(plain(10, 10));
    expect(partOf(9, 10)).toEqual(partOf(10, 10));
  });
});
