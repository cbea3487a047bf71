import fc from 'fast-check';
import { planOf } from '../../../bot/learning/plan-rules';
import {
  type Given,
  mayAnswer,
  passes,
  percentOf,
  scoreOf,
  standingOf,
  sureAndWrong,
  toReadAgain,
  wrongOf,
} from '../../../bot/learning/result-rules';
import { EXAM, INTRODUCTION } from '../../support/sample-courses';

const pages = planOf(INTRODUCTION, 3);
const questionOf = (key: string) => {
  const page = pages.find((one) => one.is === 'question' && one.question.key === key);
  if (page?.is !== 'question') throw new Error(key);
  return page.question;
};
const given = (questionKey: string, right: boolean | null, more: Partial<Given> = {}): Given => ({
  ...{ questionKey, right, n: 1, sure: null },
  ...more,
});

describe('the score of an attempt', () => {
  test('is what is right of the scored questions, by the last answer to each', () => {
    const answers = [
      given('one', true, { n: 2 }),
      given('one', false),
      given('several', false),
      given('reflection', null),
      given('elsewhere', true),
    ];
    expect(scoreOf(pages, answers)).toEqual({ right: 1, outOf: 7 });
  });

  test('in percent goes downwards, and nobody passes by rounding', () => {
    expect(percentOf({ right: 2, outOf: 3 })).toBe(66);
    expect(percentOf({ right: 0, outOf: 0 })).toBe(100);
    expect(passes({ percent: 67, counts: 'best' }, { right: 2, outOf: 3 })).toBe(false);
    expect(passes({ percent: 66, counts: 'best' }, { right: 2, outOf: 3 })).toBe(true);
    expect(passes(undefined, { right: 0, outOf: 3 })).toBe(true);
    fc.assert(
      fc.property(
        fc.nat(30),
        fc.integer({ min: 1, max: 30 }),
        fc.integer({ min: 1, max: 100 }),
        (r, outOf, percent) => {
          const score = { right: Math.min(r, outOf), outOf };
          expect(passes({ percent, counts: 'last' }, score)).toBe(percentOf(score) >= percent);
        },
      ),
    );
  });
});

describe('how somebody stands with a course that has a mark to pass', () => {
  const ended = [
    { n: 1, right: 1, outOf: 4 },
    { n: 2, right: 3, outOf: 4 },
    { n: 3, right: 2, outOf: 4 },
  ];

  test('by the best attempt, or the last', () => {
    expect(standingOf({ percent: 70, counts: 'best', attempts: 5 }, ended)).toEqual({
      ...{ counts: ended[1], passed: true, left: 2 },
    });
    expect(standingOf({ percent: 70, counts: 'last', attempts: 3 }, ended)).toEqual({
      ...{ counts: ended[2], passed: false, left: 0 },
    });
  });

  test('as many attempts as one likes where it is not said, and none before the first', () => {
    expect(standingOf({ percent: 70, counts: 'best' }, [])).toEqual({
      counts: undefined,
      passed: false,
      left: undefined,
    });
  });
});

describe('what comes of wrong answers', () => {
  const answers = [
    given('true-false', false, { sure: 3 }),
    given('one', false, { sure: 2 }),
    given('one', true, { n: 2, sure: 3 }),
    given('several', true),
  ];

  test('a question once wrong stays so, though it was put right', () => {
    expect(wrongOf(answers)).toEqual(['true-false', 'one']);
  });

  test('quite sure and wrong is a list of its own', () => {
    expect(sureAndWrong(answers)).toEqual(['true-false']);
  });

  test('the lessons they are about are read again, in the order of the course', () => {
    expect(toReadAgain(pages, answers)).toEqual(['together', 'table']);
    expect(toReadAgain(pages, [given('blank', false)])).toEqual(['after']);
    expect(toReadAgain(pages, [given('blank', true)])).toEqual([]);
  });

  test('one tries again at once where there is no exam, and once only where there is', () => {
    const question = questionOf('one');
    expect(mayAnswer(INTRODUCTION, question, given('one', false))).toBe(true);
    expect(mayAnswer(INTRODUCTION, question, given('one', true))).toBe(false);
    expect(mayAnswer(EXAM, question, given('one', false))).toBe(false);
    expect(mayAnswer(EXAM, question, undefined)).toBe(true);
    expect(mayAnswer(EXAM, questionOf('reflection'), given('reflection', null))).toBe(true);
  });
});
