import { z } from 'zod/v4';
import type { Enrolment } from '../../prisma/generated/client';
import { type Caller, type Capability, faultsIn, notFound, type Refused, saidOf, type Verb, verb } from '../capability';
import type { Answer } from '../turn';
import { answerQuestion } from './answer-question';
import { beginAttempt } from './begin-attempt';
import { type Courses, courseKey } from './course';
import { openCourse } from './enrol';
import { type Done, finishCourse } from './finish-course';
import { courseList } from './list-courses';
import { pageOf } from './plan-rules';
import { lastOf, mayAnswer } from './result-rules';
import { courseCard, goingCard, type Instead } from './show';
import { attemptFor, enrolmentFor, type Going, presentIn } from './store';
import { turnPage } from './turn-page';
import { typedFields, typedIn } from './typed-input';

export type CoursesParts = {
  readonly courses: Courses;
  /** Called within the transaction in which somebody's enrolment ends as done. */
  readonly done: Done;
};

const count = z.coerce.number().pipe(z.int32());
const ofAttempt = z.looseObject({ attempt: z.uuid() });
const ofPage = z.looseObject({ attempt: z.uuid(), from: count, version: count });
const ofQuestion = z.looseObject({ attempt: z.uuid(), question: courseKey });
const ofAnswer = z.looseObject({ attempt: z.uuid(), question: courseKey, n: count, ...typedFields });
type AnswerInput = z.output<typeof ofAnswer>;

/** Courses: the list of them, and the one card that plays one. Anybody employed may take any; only they see how it goes. */
export function coursesCapability({ courses, done }: CoursesParts): Capability {
  const list = async ({ unit, person, locale }: Caller): Promise<Answer> => ({
    post: [await courseList(unit, courses, person.id, locale)],
  });
  return {
    name: 'courses',
    commands: [
      {
        key: 'courses',
        pattern: /^(?:kurs(?:us|er|erne)|courses?)$/,
        names: ['kursus', 'kurser', 'course'],
        run: list,
      },
    ],
    verbs: {
      'course.list': verb({ input: z.looseObject({}), show: list }),
      'course.open': verb({
        input: z.looseObject({ course: z.string().max(200).optional() }),
        show: (caller, { course = '' }) => open(caller, courses, course),
      }),
      ...viewVerbs(),
      ...moveVerbs(courses, done),
      'course.answer': verb<AnswerInput>({
        input: ofAnswer,
        keepsTyped: true,
        act: ({ unit, person, locale }, input) =>
          answerQuestion(
            unit,
            { attemptId: input.attempt, questionKey: input.question, n: input.n, typed: typedIn(input), locale },
            person.id,
          ),
        show: showAnswered,
      }),
    },
    renderers: {
      course: async (unit, { matterId, personId, locale }) => {
        const enrolment = await enrolmentFor(unit, matterId, personId);
        return enrolment ? ((await courseCard(unit, enrolment, locale)) ?? 'gone') : 'gone';
      },
    },
  };
}

/** The card of a course as a new message. It begins where somebody has not: that is the same however often it is pressed. */
async function open(caller: Caller, courses: Courses, key: string): Promise<Answer> {
  const { unit, person, locale } = caller;
  if (key === '') return { say: caller.words.refusals['course-pick'] };
  const enrolment = await openCourse(unit, courses, person.id, key);
  const card = enrolment && (await courseCard(unit, enrolment, locale));
  return card ? { post: [card] } : notFound(caller);
}

/** Whoever pressed an old card sees how things stand now: what is open in that course, else what the card was of. */
async function present(caller: Caller, enrolment: Enrolment | undefined, refused?: Refused): Promise<Answer> {
  const { unit, person, locale } = caller;
  if (!enrolment) return notFound(caller);
  const now = (await presentIn(unit, person.id, enrolment.courseKey)) ?? enrolment;
  const card = await courseCard(unit, now, locale);
  return card ? { replace: card, ...saidOf(caller, refused) } : notFound(caller);
}

/**
 * The page where one is after a press. Where that is not where the press led to, one has gone on since, and is told so: also
 * when the same was pressed on another card before, and nothing was left to do.
 */
async function presentOf(
  caller: Caller,
  attempt: string,
  refused?: Refused,
  led?: (going: Going) => number,
): Promise<Answer> {
  const going = await attemptFor(caller.unit, attempt, caller.person.id);
  const elsewhere = going && led !== undefined && going.attempt.position !== led(going);
  return present(caller, going?.enrolment, refused ?? (elsewhere ? { code: 'course-moved-on' } : undefined));
}

/** Something in place of the page where one is; what cannot be shown is the page itself. */
async function instead(caller: Caller, attempt: string, of: (going: Going) => Instead | undefined): Promise<Answer> {
  const going = await attemptFor(caller.unit, attempt, caller.person.id);
  if (!going) return notFound(caller);
  const wanted = of(going);
  const card = wanted && (await goingCard(caller.unit, going, caller.locale, wanted));
  return card ? { replace: card } : present(caller, going.enrolment, { code: 'course-moved-on' });
}

/** Whether a question of a running attempt may be answered (again) now. */
function isAnswerable({ attempt, course, pages, given }: Going, key: string): boolean {
  const page = pages.find((one) => one.is === 'question' && one.question.key === key);
  return (
    page?.is === 'question' && attempt.status === 'open' && mayAnswer(course, page.question, lastOf(given).get(key))
  );
}

/** What changes nothing: the page where one is stays. */
function viewVerbs(): Readonly<Record<string, Verb>> {
  return {
    'course.resume': verb({
      input: z.looseObject({ enrolment: z.uuid() }),
      show: async (caller, { enrolment }) =>
        present(caller, await enrolmentFor(caller.unit, enrolment, caller.person.id)),
    }),
    'course.pause': verb({
      input: ofAttempt,
      show: (caller, { attempt }) =>
        instead(caller, attempt, (going) => (going.attempt.status === 'open' ? { is: 'paused' } : undefined)),
    }),
    'course.read': verb({
      input: z.looseObject({ attempt: z.uuid(), lesson: z.string().max(200).optional() }),
      show: async (caller, { attempt, lesson = '' }) =>
        lesson === ''
          ? presentOf(caller, attempt, { code: 'course-lesson' })
          : instead(caller, attempt, () => ({ is: 'reading', lesson })),
    }),
    'course.again': verb({
      input: ofQuestion,
      show: (caller, { attempt, question }) =>
        instead(caller, attempt, (going) => {
          const last = lastOf(going.given).get(question);
          if (!last || !isAnswerable(going, question)) return undefined;
          // What was written stands there to be changed; what was chosen is chosen anew.
          const written =
            last.textSealed === null || last.right !== null
              ? {}
              : { text: caller.unit.open('response', 'text_sealed', last.id, last.textSealed) };
          return { is: 'asking', question, typed: written };
        }),
    }),
  };
}

function moveVerbs(courses: Courses, done: Done): Readonly<Record<string, Verb>> {
  const turned = (to: 'next' | 'back'): Verb =>
    verb<z.output<typeof ofPage>>({
      input: ofPage,
      act: ({ unit, person }, { attempt, from }) => turnPage(unit, { attemptId: attempt, from, to }, person.id),
      show: (caller, { attempt, from }, refused) =>
        presentOf(caller, attempt, refused, () => (to === 'next' ? from : from - 2)),
    });
  return {
    'course.next': turned('next'),
    'course.back': turned('back'),
    'course.finish': verb<{ attempt: string; version: number }>({
      input: z.looseObject({ attempt: z.uuid(), version: count }),
      act: ({ unit, person }, { attempt }) => finishCourse(unit, { attemptId: attempt, done }, person.id),
      show: (caller, { attempt }, refused) => presentOf(caller, attempt, refused),
    }),
    'course.begin': verb<{ enrolment: string; n: number }>({
      input: z.looseObject({ enrolment: z.uuid(), n: count }),
      act: ({ unit, person }, { enrolment, n }) =>
        beginAttempt(unit, courses, { enrolmentId: enrolment, n }, person.id),
      show: async (caller, { enrolment }, refused) =>
        present(caller, await enrolmentFor(caller.unit, enrolment, caller.person.id), refused),
    }),
  };
}

/** The answer with what is said of it; a form with a fault stands again with everything that was typed. */
async function showAnswered(caller: Caller, input: AnswerInput, refused: Refused | undefined): Promise<Answer> {
  const { attempt, question } = input;
  if (refused?.code !== 'form') return presentOf(caller, attempt, refused, ({ pages }) => pageOf(pages, question));
  return instead(caller, attempt, (going) =>
    isAnswerable(going, question)
      ? { is: 'asking', question, typed: typedIn(input), faults: faultsIn(caller, refused) }
      : undefined,
  );
}
