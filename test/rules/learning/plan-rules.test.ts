import fc from 'fast-check';
import type { Course } from '../../../bot/learning/course';
import { firstUnanswered, pageOf, planOf, seedOf } from '../../../bot/learning/plan-rules';
import { course, EXAM, INTRODUCTION, QUESTIONS } from '../../support/sample-courses';

const seeds = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 });
const names = (of: Course, seed: number) =>
  planOf(of, seed).map((page) =>
    page.is === 'lesson' ? page.lesson.key : page.is === 'question' ? `?${page.question.key}` : 'here',
  );
const orderIn = (of: Course, seed: number, key: string): readonly number[] => {
  const page = planOf(of, seed)[pageOf(planOf(of, seed), key)];
  return page?.is === 'question' ? page.order : [];
};
const inOrder = (count: number) => Array.from({ length: count }, (_, at) => at);

describe('the plan of an attempt', () => {
  test('goes as the author wrote it, and ends with how we do it here', () => {
    expect(names(INTRODUCTION, 7)).toEqual([
      ...['together', 'table', '?one', '?several', '?true-false', 'after'],
      ...['?pairs', '?order', '?number', '?blank', '?reflection', '?dilemma', 'here'],
    ]);
  });

  test('is the same however often it is asked', () => {
    fc.assert(fc.property(seeds, (seed) => expect(planOf(EXAM, seed)).toEqual(planOf(EXAM, seed))));
  });

  test('draws so many different questions of a bank as it says, and in time all of them', () => {
    const drawn = new Set<string>();
    fc.assert(
      fc.property(seeds, (seed) => {
        const asked = names(EXAM, seed).filter((name) => name.startsWith('?'));
        for (const name of asked) drawn.add(name);
        expect(new Set(asked).size).toBe(2);
      }),
    );
    expect([...drawn].sort()).toEqual(['?number', '?one', '?true-false']);
  });

  test('shows every option once, in any order', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(seeds, (seed) => {
        for (const key of ['one', 'several', 'pairs', 'order', 'dilemma'] as const) {
          const order = orderIn(INTRODUCTION, seed, key);
          expect([...order].sort()).toEqual(inOrder(order.length));
          if (key === 'one') seen.add(order.join());
        }
      }),
      { numRuns: 300 },
    );
    expect(seen.size).toBe(6);
  });

  test('never shuffles true and false, and never shows things to put in order in the right order', () => {
    const three = course('three', {
      ...{ title: INTRODUCTION.title, about: INTRODUCTION.about, takes: 5 },
      steps: [
        INTRODUCTION.steps[0],
        { is: 'questions', key: 'q', questions: [{ ...QUESTIONS.order, items: QUESTIONS.order.items.slice(0, 3) }] },
      ],
    });
    fc.assert(
      fc.property(seeds, (seed) => {
        expect(orderIn(INTRODUCTION, seed, 'true-false')).toEqual([0, 1]);
        expect(orderIn(INTRODUCTION, seed, 'order')).not.toEqual(inOrder(4));
        expect(orderIn(three, seed, 'order')).not.toEqual(inOrder(3));
      }),
      { numRuns: 300 },
    );
  });

  test('knows which lessons a question is about: those since the questions before it', () => {
    const about = planOf(INTRODUCTION, 1).flatMap((page) => (page.is === 'question' ? [page.about] : []));
    expect(about.slice(0, 3)).toEqual([
      ['together', 'table'],
      ['together', 'table'],
      ['together', 'table'],
    ]);
    expect(about.slice(3)).toEqual(about.slice(3).map(() => ['after']));
  });

  test('knows the first question that is not answered', () => {
    const pages = planOf(INTRODUCTION, 1);
    expect(firstUnanswered(pages, new Set())).toBe(2);
    expect(firstUnanswered(pages, new Set(['one', 'true-false']))).toBe(3);
    expect(firstUnanswered(pages, new Set(Object.keys(QUESTIONS)))).toBe(pages.length);
    expect(pageOf(pages, 'no-such')).toBe(-1);
  });
});

test('the seed of an attempt is a 32-bit whole number from the end of its id', () => {
  expect(seedOf('0192f3c2-7b1e-7c3d-9a4f-0000ffffffff')).toBe(-1);
  expect(seedOf('0192f3c2-7b1e-7c3d-9a4f-00000000002a')).toBe(42);
});
