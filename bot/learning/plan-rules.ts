import { createHash } from 'node:crypto';
import type { Bank, Course, CourseQuestion, Lesson } from './course';

/** A question as it is drawn for one attempt. */
export type Drawn = {
  readonly is: 'question';
  readonly question: CourseQuestion;
  /** Which of the author's options (right sides, items) stands at each place of the card. Empty where there are none. */
  readonly order: readonly number[];
  /** The lessons it asks about: those since the questions before it. */
  readonly about: readonly string[];
};
/** One page of the player. The last one says how the municipality does it. */
export type Page = { readonly is: 'lesson'; readonly lesson: Lesson } | Drawn | { readonly is: 'here' };

/** A whole number that is the same for the whole attempt, from the random end of its id (a UUID). Fits a 32-bit integer. */
export function seedOf(attemptId: string): number {
  return Number.parseInt(attemptId.slice(-8), 16) | 0;
}

/**
 * The pages of an attempt, the same however often it is asked: lessons and questions as the author wrote them, of a bank
 * with a draw so many questions in an order of the attempt's own, and options shuffled where their order means nothing.
 */
export function planOf(course: Course, seed: number): readonly Page[] {
  const pages: Page[] = [];
  let about: string[] = [];
  let asked = false;
  for (const step of course.steps) {
    if (step.is === 'lesson') {
      if (asked) about = [];
      asked = false;
      about.push(step.key);
      pages.push({ is: 'lesson', lesson: step });
      continue;
    }
    asked = true;
    for (const question of drawnOf(step, seed))
      pages.push({ is: 'question', question, order: orderOf(question, seed), about });
  }
  return [...pages, { is: 'here' }];
}

function drawnOf(bank: Bank, seed: number): readonly CourseQuestion[] {
  const { questions, draw = questions.length } = bank;
  if (draw >= questions.length) return questions;
  return shuffled(questions.length, `${seed}/${bank.key}`)
    .slice(0, draw)
    .flatMap((at) => questions[at] ?? []);
}

/** Which of the author's options stands at each place, by a seed. */
export function orderOf(question: CourseQuestion, seed: number): readonly number[] {
  const places = (count: number) => shuffled(count, `${seed}/${question.key}`);
  switch (question.kind) {
    case 'one':
    case 'several':
    case 'dilemma':
      return places(question.options.length);
    case 'pairs':
      return places(question.pairs.length);
    case 'order': {
      const drawn = places(question.items.length);
      // The right order would give itself away: everybody moves up one, and the first goes last.
      return drawn.every((item, place) => item === place) ? [...drawn.slice(1), ...drawn.slice(0, 1)] : drawn;
    }
    case 'true-false':
      return [0, 1];
    case 'number':
    case 'blank':
    case 'reflection':
      return [];
    default:
      return question satisfies never;
  }
}

/** The numbers from 0 in an order that a text decides, each order as likely as any other. */
function shuffled(count: number, by: string): number[] {
  const lot = (at: number): string => createHash('sha256').update(`${by}/${at}`).digest('hex');
  return Array.from({ length: count }, (_, at) => ({ at, lot: lot(at) }))
    .sort((one, other) => (one.lot < other.lot ? -1 : 1))
    .map(({ at }) => at);
}

/** The page of a question; -1 where the attempt has none of that key. */
export function pageOf(pages: readonly Page[], questionKey: string): number {
  return pages.findIndex((page) => page.is === 'question' && page.question.key === questionKey);
}

/** The first page whose question is not answered yet; the number of pages where all are. Nobody gets past it. */
export function firstUnanswered(pages: readonly Page[], answered: ReadonlySet<string>): number {
  const at = pages.findIndex((page) => page.is === 'question' && !answered.has(page.question.key));
  return at === -1 ? pages.length : at;
}
