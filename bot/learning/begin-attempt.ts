import type { Refused } from '../capability';
import type { Unit } from '../db/unit';
import { touchCards } from '../messages/touch';
import type { Courses } from './course';
import { enrol, openCourse, startAttempt } from './enrol';
import { standingOf } from './result-rules';
import { enrolmentFor, newestOf } from './store';

/**
 * Another attempt at a course that has been tried: while attempts are left, or from the beginning for whoever is through.
 * @param given.n which attempt it would be; a card that was drawn before the last one began is too late
 * @returns what is in the way
 */
export async function beginAttempt(
  unit: Unit,
  courses: Courses,
  given: { readonly enrolmentId: string; readonly n: number },
  byId: string,
): Promise<Refused | undefined> {
  const { tx, tenantId } = unit;
  await tx.$queryRaw`select id from enrolment where tenant_id = ${tenantId}::uuid and id = ${given.enrolmentId}::uuid for update`;
  const enrolment = await enrolmentFor(unit, given.enrolmentId, byId);
  if (!enrolment) return { code: 'not-yours' };
  const { courseKey } = enrolment;
  const course = courses.get(courseKey);
  if (!course) return { code: 'course-gone' };
  if (enrolment.status !== 'open') {
    await enrol(unit, { personId: byId, courseKey, because: 'own' });
    await openCourse(unit, courses, byId, courseKey);
    return undefined;
  }
  const newest = await newestOf(unit, enrolment);
  const attempts = newest?.attempt.n ?? 0;
  if (newest?.attempt.status === 'open' || given.n !== attempts + 1) return { code: 'course-moved-on' };
  const ended = await endedOf(unit, enrolment.id);
  // How many there are is what the last attempt was promised.
  const pass = newest?.course.pass;
  if (pass && standingOf(pass, ended).left === 0) return { code: 'course-no-attempts' };
  await startAttempt(unit, enrolment, course, given.n);
  await touchCards(unit, 'course', [enrolment.id]);
  return undefined;
}

/** The attempts of an enrolment that have ended, with what was right. */
export async function endedOf(unit: Unit, enrolmentId: string) {
  const { tx, tenantId } = unit;
  const rows = await tx.attempt.findMany({
    where: { tenantId, enrolmentId, status: { not: 'open' } },
    orderBy: { n: 'asc' },
  });
  return rows.map(({ n, right, outOf }) => ({ n, right: right ?? 0, outOf: outOf ?? 0 }));
}
