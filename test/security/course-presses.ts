import { openCourse } from '../../bot/learning/enrol';
import { pageOf, planOf } from '../../bot/learning/plan-rules';
import { COURSES } from '../support/sample-courses';
import type { Town } from '../support/town';
import { type CourseIds, type Press, STAFF } from './cast';

const OWN = 'whoever takes the course';
const own = (at: keyof CourseIds, name: string, more: Readonly<Record<string, unknown>> = {}): Press => ({
  who: OWN,
  may: ['Jonas'],
  input: (ids) => ({ [name]: ids[at], ...more }),
});

/** Courses: anybody may take any; nobody sees anybody else's. */
export const COURSE_PRESSES: Readonly<Record<string, Press>> = {
  'course.list': { who: 'anybody employed: the courses, and where one stands', may: STAFF, input: () => ({}) },
  'course.open': { who: 'anybody employed: any course', may: STAFF, input: () => ({ course: 'intro' }) },
  'course.answer': own('attempt', 'attempt', { question: 'reflection', n: 2, text: 'Jeg vil lytte først.' }),
  'course.next': own('attempt', 'attempt', { from: 11, version: 1 }),
  'course.back': own('attempt', 'attempt', { from: 11, version: 1 }),
  'course.again': own('attempt', 'attempt', { question: 'reflection' }),
  'course.read': own('attempt', 'attempt', { lesson: 'together' }),
  'course.pause': own('attempt', 'attempt'),
  'course.resume': own('enrolment', 'enrolment'),
  'course.finish': own('through', 'attempt', { version: 1 }),
  'course.begin': own('failed', 'enrolment', { n: 2 }),
};

export const COURSE_MATTERS = [
  'attempt',
  'enrolment',
  'through',
  'failed',
] as const satisfies readonly (keyof CourseIds)[];

/** Brings somebody to what the rows press: amid one course, at the last page of another, and failed in a third. */
export async function playCourses(town: Town, personId: string): Promise<CourseIds> {
  return town.inside(async (unit) => {
    const { tx, tenantId, house, now } = unit;
    const opened = async (key: string) => {
      const enrolment = await openCourse(unit, COURSES, personId, key);
      if (!enrolment) throw new Error(`There is no course ${key}`);
      const attempt = await tx.attempt.findFirstOrThrow({ where: { tenantId, enrolmentId: enrolment.id } });
      const course = COURSES.get(key);
      if (!course) throw new Error(`There is no course ${key}`);
      return { enrolment, attempt, pages: planOf(course, attempt.seed) };
    };
    const set = (id: string, data: object) => tx.attempt.update({ where: { tenantId_id: { tenantId, id } }, data });
    const answered = (attemptId: string, questionKey: string) => {
      const id = house.newId();
      return tx.response.create({
        data: {
          ...{ tenantId, id, attemptId, questionKey, n: 1, at: now },
          textSealed: unit.seal('response', 'text_sealed', id, 'Tænkt'),
        },
      });
    };
    const amid = await opened('intro');
    for (const page of amid.pages)
      if (page.is === 'question' && page.question.key !== 'dilemma') await answered(amid.attempt.id, page.question.key);
    await set(amid.attempt.id, { position: pageOf(amid.pages, 'reflection') });
    const through = await opened('leaders');
    await answered(through.attempt.id, 'reflection');
    await set(through.attempt.id, { position: through.pages.length - 1 });
    const failed = await opened('exam');
    await set(failed.attempt.id, { status: 'failed', endedAt: now, right: 0, outOf: 2 });
    return {
      attempt: amid.attempt.id,
      enrolment: amid.enrolment.id,
      through: through.attempt.id,
      failed: failed.enrolment.id,
    };
  });
}
