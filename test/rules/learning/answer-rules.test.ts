import fc from 'fast-check';
import { readAnswer, type Typed } from '../../../bot/learning/answer-rules';
import type { CourseQuestion } from '../../../bot/learning/course';
import { numberIn } from '../../../bot/learning/number-rules';
import { INTRODUCTION, QUESTIONS } from '../../support/sample-courses';

const all = INTRODUCTION.steps.flatMap((step) => (step.is === 'questions' ? step.questions : []));
const of = (key: keyof typeof QUESTIONS): CourseQuestion => {
  const found = all.find((one) => one.key === key);
  if (!found) throw new Error(key);
  return found;
};
/** Shown backwards. */
const BACKWARDS: Readonly<Record<string, readonly number[]>> = {
  one: [2, 1, 0],
  several: [3, 2, 1, 0],
  'true-false': [0, 1],
  pairs: [2, 1, 0],
  order: [3, 2, 1, 0],
  dilemma: [1, 0],
};
const read = (key: keyof typeof QUESTIONS, typed: Typed, locale: 'da' | 'en' = 'da') =>
  readAnswer(of(key), BACKWARDS[key] ?? [], typed, locale);
const right = (key: keyof typeof QUESTIONS, typed: Typed) => {
  const reading = read(key, typed);
  return 'answered' in reading ? reading.answered.right : reading.faults;
};

describe('an answer', () => {
  test('of one: the place on the card says which', () => {
    expect(read('one', { choice: '2', sure: '3' })).toEqual({
      answered: { answer: [0], text: null, right: true, sure: 3 },
    });
    expect(right('one', { choice: '0', sure: '1' })).toBe(false);
  });

  test('of several: all of the right ones and none of the others', () => {
    const rights = Array.from({ length: 15 }, (_, mask) => {
      const choices = [0, 1, 2, 3].filter((place) => ((mask + 1) >> place) % 2 === 1).join(',');
      return { choices, right: right('several', { choices }) };
    });
    expect(rights.filter((one) => one.right === true).map((one) => one.choices)).toEqual(['2,3']);
    expect(read('several', { choices: '3,2,3' })).toMatchObject({ answered: { answer: [0, 1] } });
  });

  test('of true or false', () => {
    expect(read('true-false', { choice: '0', sure: '2' })).toMatchObject({ answered: { answer: [true], right: true } });
    expect(right('true-false', { choice: '1', sure: '2' })).toBe(false);
  });

  test('of pairs: each with its own', () => {
    expect(read('pairs', { place0: '2', place1: '1', place2: '0' })).toMatchObject({
      answered: { answer: [0, 1, 2], right: true },
    });
    expect(right('pairs', { place0: '1', place1: '2', place2: '0' })).toBe(false);
    expect(right('pairs', { place0: '1', place1: '1', place2: '' })).toEqual({
      place1: 'course-pair-twice',
      place2: 'course-choose',
    });
  });

  test('of an order: each item has its number, and each number its item', () => {
    expect(read('order', { place0: '4', place1: '3', place2: '2', place3: '1' })).toMatchObject({
      answered: { answer: [0, 1, 2, 3], right: true },
    });
    expect(read('order', { place0: '1', place1: '2', place2: '3', place3: '4' })).toMatchObject({
      answered: { answer: [3, 2, 1, 0], right: false },
    });
    expect(right('order', { place0: '4', place1: '4', place2: '5', place3: '1' })).toEqual({
      place1: 'course-place-twice',
      place2: 'course-choose',
    });
  });

  test.each([
    ['4', true],
    ['5', true],
    ['4,5', true],
    ['4.5 møder', true],
    ['3,99', false],
    ['5,01', false],
    ['-4', false],
  ])('of a number: %s', (number, expected) => {
    expect(right('number', { number })).toBe(expected);
  });

  test.each(['', 'fire', '4 eller 5', '4,5,6', '1e3', 'Infinity', '4'.repeat(60)])(
    'of a number: %s is none',
    (number) => {
      expect(right('number', { number })).toEqual({ number: 'course-number' });
    },
  );

  test.each([
    ['tovholder', true],
    ['  Tovholderen. ', true],
    ['»TOVHOLDER«', true],
    ['Case  lead', true],
    ['to-holder', false],
    ['leder', false],
  ])('of a blank: %s', (text, expected) => {
    expect(right('blank', { text })).toBe(expected);
  });

  test('of what nobody scores: neither right nor wrong', () => {
    expect(read('reflection', { text: ' Lytte først. ' })).toEqual({
      answered: { answer: null, text: 'Lytte først.', right: null, sure: null },
    });
    expect(read('dilemma', { choice: '0' })).toEqual({
      answered: { answer: [1], text: null, right: null, sure: null },
    });
  });

  test('how sure one is, is asked for where the author asks, and taken nowhere else', () => {
    expect(read('one', { choice: '2' })).toEqual({ faults: { sure: 'course-sure' } });
    expect(read('one', { choice: '2', sure: '4' })).toEqual({ faults: { sure: 'course-sure' } });
    expect(read('several', { choices: '3,2', sure: '3' })).toMatchObject({ answered: { sure: null } });
  });

  test.each([
    ['one', { sure: '1' }, { choice: 'course-choose' }],
    ['one', { choice: '3', sure: '1' }, { choice: 'course-choose' }],
    ['one', { choice: '-1', sure: '1' }, { choice: 'course-choose' }],
    ['one', { choice: 'Borgeren' }, { choice: 'course-choose', sure: 'course-sure' }],
    ['several', {}, { choices: 'course-choose-some' }],
    ['several', { choices: '1,9' }, { choices: 'course-choose-some' }],
    ['true-false', { choice: '2', sure: '1' }, { choice: 'course-choose' }],
    ['pairs', {}, { place0: 'course-choose', place1: 'course-choose', place2: 'course-choose' }],
    ['blank', { text: ' … ' }, { text: 'course-write' }],
    ['blank', { text: 'x'.repeat(161) }, { text: 'too-long' }],
    ['reflection', {}, { text: 'course-write' }],
    ['reflection', { text: 'x'.repeat(2_001) }, { text: 'too-long' }],
    ['dilemma', {}, { choice: 'course-choose' }],
  ] as const)('of %s is refused where it is none: %j', (key, typed, faults) => {
    expect(read(key, typed)).toEqual({ faults });
  });

  test('is read or refused, whatever a client sends', () => {
    const typed = fc.dictionary(
      fc.constantFrom('choice', 'choices', 'place0', 'place1', 'place2', 'place3', 'number', 'text', 'sure'),
      fc.oneof(fc.string(), fc.integer({ min: -2, max: 9 }).map(String), fc.constant('0,1')),
    );
    fc.assert(
      fc.property(fc.constantFrom(...(Object.keys(QUESTIONS) as (keyof typeof QUESTIONS)[])), typed, (key, given) => {
        const reading = read(key, given);
        if ('faults' in reading) expect(Object.keys(reading.faults)).not.toEqual([]);
        else expect(reading.answered.right === null).toBe(key === 'reflection' || key === 'dilemma');
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('a number that somebody wrote', () => {
  test.each([
    ['3,5', 'da', 3.5],
    ['3.5', 'da', 3.5],
    ['3,5', 'en', 3.5],
    ['1.500', 'da', 1500],
    ['1.500', 'en', 1.5],
    ['1,500', 'en', 1500],
    ['1,500', 'da', 1.5],
    ['0.125', 'da', 0.125],
    ['1.234.567,25', 'en', 1_234_567.25],
    ['1 500', 'da', 1500],
    ['−2', 'da', -2],
    ['14 dage', 'da', 14],
    ['14.', 'da', 14],
  ] as const)('%s in %s', (text, locale, value) => {
    expect(numberIn(text, locale)).toBe(value);
  });

  test('is read back as it is written in its own language', () => {
    fc.assert(
      fc.property(fc.integer({ min: -(10 ** 9), max: 10 ** 9 }), fc.constantFrom('da', 'en' as const), (n, locale) => {
        const value = n / 100;
        expect(numberIn(value.toLocaleString(locale === 'da' ? 'da-DK' : 'en-GB'), locale)).toBe(value);
      }),
    );
  });
});
