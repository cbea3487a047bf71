import type { CourseQuestion } from '../../bot/learning/course';
import { type Page, planOf } from '../../bot/learning/plan-rules';
import type { ChatMessage } from '../../stage/connector';
import { personIds } from './meeting-steps';
import { COURSES } from './sample-courses';
import type { Town } from './town';

/** The newest card in somebody's chat. */
export function newestCard(town: Town, name: string): ChatMessage {
  const found = town.teams
    .chat(town.person(name).entraId)
    .filter((one) => one.card)
    .at(-1);
  if (!found) throw new Error(`${name} has no card`);
  return found;
}

/** Where somebody stands in the course that they opened last, as the database has it. */
export async function attemptOf(town: Town, name: string) {
  const personId = (await personIds(town))(name);
  return town.inside(async ({ tx, tenantId }) => {
    const attempt = await tx.attempt.findFirstOrThrow({
      where: { tenantId, enrolment: { personId } },
      orderBy: { id: 'desc' },
      include: { enrolment: true, responseAttempt: { orderBy: { id: 'asc' } } },
    });
    const course = COURSES.get(attempt.enrolment.courseKey);
    if (!course) throw new Error('No such course');
    const pages = planOf(course, attempt.seed);
    return { attempt, enrolment: attempt.enrolment, responses: attempt.responseAttempt, pages, course };
  });
}

/** The inputs of a right answer, or of a wrong one, at the places where this attempt shows the options. */
export function inputsFor(page: Page | undefined, right = true, sure = '2'): Record<string, string> {
  if (page?.is !== 'question') throw new Error('No question is asked here');
  const { question, order } = page;
  return { ...answerTo(question, order, right), ...(question.sure ? { sure } : {}) };
}

function answerTo(question: CourseQuestion, order: readonly number[], right: boolean): Record<string, string> {
  const places = order.map((_, place) => place);
  switch (question.kind) {
    case 'one':
      return { choice: String(places.find((place) => question.options[order[place] ?? -1]?.right === right)) };
    case 'several':
      return {
        choices: places.filter((place) => question.options[order[place] ?? -1]?.right === right).join(','),
      };
    case 'true-false':
      return { choice: question.answer === right ? '0' : '1' };
    case 'pairs': {
      const own = question.pairs.map((_, left) => String(order.indexOf(left)));
      return named(right ? own : [...own.slice(1), ...own.slice(0, 1)]);
    }
    case 'order': {
      const own = order.map((item) => String(item + 1));
      return named(right ? own : [...own.slice(1), ...own.slice(0, 1)]);
    }
    case 'number':
      return { number: right ? String(question.answer).replace('.', ',') : '99' };
    case 'blank':
      return { text: right ? `${question.answers.da[0] ?? ''} ` : 'noget helt andet' };
    case 'reflection':
      return { text: 'Jeg vil lytte, før jeg svarer.' };
    case 'dilemma':
      return { choice: '0' };
    default:
      return question satisfies never;
  }
}

const named = (values: readonly string[]): Record<string, string> =>
  Object.fromEntries(values.map((value, at) => [`place${at}`, value]));

/** Goes on from where somebody is, to the page before `until`, or to the end; each question is answered as told. */
export async function playOn(
  town: Town,
  name: string,
  given: { readonly until?: string; readonly wrong?: readonly string[]; readonly sure?: string } = {},
): Promise<void> {
  for (;;) {
    const { attempt, pages, responses } = await attemptOf(town, name);
    if (attempt.status !== 'open') return;
    const page = pages[attempt.position];
    if (page === undefined || nameOf(page) === given.until) return;
    if (page.is === 'here') {
      await town.presses(name, 'course.finish');
      continue;
    }
    if (page.is === 'question' && !responses.some((one) => one.questionKey === page.question.key))
      await town.presses(
        name,
        'course.answer',
        inputsFor(page, !(given.wrong ?? []).includes(page.question.key), given.sure),
      );
    await town.presses(name, 'course.next');
  }
}

const nameOf = (page: Page): string =>
  page.is === 'lesson' ? page.lesson.key : page.is === 'question' ? page.question.key : 'here';
