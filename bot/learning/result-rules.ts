import { isScored } from './answer-rules';
import type { Course, CourseQuestion } from './course';
import type { Page } from './plan-rules';

/** An answer as it is kept. Of the answers to one question in an attempt the last one counts. */
export type Given = {
  readonly questionKey: string;
  readonly n: number;
  readonly right: boolean | null;
  readonly sure: number | null;
};
export type Score = { readonly right: number; readonly outOf: number };
/** An attempt that has ended. */
export type Ended = Score & { readonly n: number };
type Pass = NonNullable<Course['pass']>;

/** The last answer to each question. */
export function lastOf<One extends Given>(given: readonly One[]): ReadonlyMap<string, One> {
  return new Map([...given].sort((one, other) => one.n - other.n).map((one) => [one.questionKey, one]));
}

/** How many of the scored questions are right, by the last answer to each. */
export function scoreOf(pages: readonly Page[], given: readonly Given[]): Score {
  const last = lastOf(given);
  const scored = pages.flatMap((page) =>
    page.is === 'question' && isScored(page.question) ? [page.question.key] : [],
  );
  return { right: scored.filter((key) => last.get(key)?.right === true).length, outOf: scored.length };
}

/** In whole percent, downwards: nobody passes by rounding. All of nothing is everything. */
export function percentOf({ right, outOf }: Score): number {
  return outOf === 0 ? 100 : Math.floor((right * 100) / outOf);
}

/** Whether a score is enough; without a mark to reach, having come through is. */
export function passes(pass: Pass | undefined, score: Score): boolean {
  return pass === undefined || score.right * 100 >= pass.percent * score.outOf;
}

/** Which attempt counts, and how many are left; undefined left: as many as one likes. */
export function standingOf(
  pass: Pass,
  ended: readonly Ended[],
): { readonly counts: Ended | undefined; readonly passed: boolean; readonly left: number | undefined } {
  const inOrder = [...ended].sort((one, other) => one.n - other.n);
  const share = (one: Ended): number => (one.outOf === 0 ? 1 : one.right / one.outOf);
  const best = inOrder.reduce<Ended | undefined>(
    (top, one) => (top && share(top) >= share(one) ? top : one),
    undefined,
  );
  const counts = pass.counts === 'best' ? best : inOrder.at(-1);
  return {
    counts,
    passed: counts !== undefined && passes(pass, counts),
    left: pass.attempts === undefined ? undefined : Math.max(0, pass.attempts - ended.length),
  };
}

/** Questions that were answered wrong at least once, in the order in which they were asked. */
export function wrongOf(given: readonly Given[]): readonly string[] {
  return [...new Set(given.filter(({ right }) => right === false).map(({ questionKey }) => questionKey))];
}

/** Questions that somebody was quite sure of, and wrong: worth a talk. */
export function sureAndWrong(given: readonly Given[]): readonly string[] {
  return wrongOf(given.filter(({ sure }) => sure === 3));
}

/** The lessons to read again: those that wrong answers are about, in the order of the course. */
export function toReadAgain(pages: readonly Page[], given: readonly Given[]): readonly string[] {
  const wrong = new Set(wrongOf(given));
  const about = new Set(
    pages.flatMap((page) => (page.is === 'question' && wrong.has(page.question.key) ? page.about : [])),
  );
  return pages.flatMap((page) => (page.is === 'lesson' && about.has(page.lesson.key) ? [page.lesson.key] : []));
}

/**
 * Whether a question may be answered (again): once in a course with a mark to pass; in one without until it is right. What
 * nobody scores may be changed as long as the attempt runs.
 */
export function mayAnswer(course: Course, question: CourseQuestion, last: Given | undefined): boolean {
  if (last === undefined || !isScored(question)) return true;
  return course.pass === undefined && last.right === false;
}
