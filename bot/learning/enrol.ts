import type { Enrolment } from '../../prisma/generated/client';
import type { Unit } from '../db/unit';
import type { Course, Courses } from './course';
import { freezeCourse } from './freeze-course';
import { seedOf } from './plan-rules';
import { newestOf, presentIn } from './store';
import { tellStarted } from './xapi/tell-attempt';

/**
 * Somebody is to take a course. Whoever is taking it already goes on with what they have, however often it is asked and
 * whyever they began.
 * @param because `program` for a step of their onboarding, `own` for what they chose themselves
 * @returns the id of the open enrolment
 */
export async function enrol(
  unit: Unit,
  given: { readonly personId: string; readonly courseKey: string; readonly because: 'program' | 'own' },
): Promise<string> {
  return (await enrolled(unit, given)).id;
}

async function enrolled(
  unit: Unit,
  given: { readonly personId: string; readonly courseKey: string; readonly because: 'program' | 'own' },
): Promise<Enrolment> {
  const { tx, tenantId, house } = unit;
  // One open at a time is the database's own rule: of two who press at once the one finds what the other made.
  await tx.enrolment.createMany({
    data: [{ tenantId, id: house.newId(), ...given, status: 'open', openedAt: unit.now }],
    skipDuplicates: true,
  });
  const { personId, courseKey } = given;
  return tx.enrolment.findFirstOrThrow({ where: { tenantId, personId, courseKey, status: 'open' } });
}

/**
 * Brings somebody to a course: they go on where they were, see how it ended, or begin. Asked again it changes nothing.
 * @returns the enrolment to show; undefined where there is no such course
 */
export async function openCourse(
  unit: Unit,
  courses: Courses,
  personId: string,
  courseKey: string,
): Promise<Enrolment | undefined> {
  const present = await presentIn(unit, personId, courseKey);
  if (present && (present.status !== 'open' || (await newestOf(unit, present)) !== undefined)) return present;
  const course = courses.get(courseKey);
  if (!course) return undefined;
  const enrolment = present ?? (await enrolled(unit, { personId, courseKey, because: 'own' }));
  await startAttempt(unit, enrolment, course, 1);
  return enrolment;
}

/** Begins an attempt with the course as it stands now. Asked again it changes nothing. */
export async function startAttempt(unit: Unit, enrolment: Enrolment, course: Course, n: number): Promise<void> {
  const { tx, tenantId, house } = unit;
  const id = house.newId();
  const releaseId = await freezeCourse(unit, course);
  const made = await tx.attempt.createMany({
    data: [
      {
        ...{ tenantId, id, n, releaseId, enrolmentId: enrolment.id },
        ...{ seed: seedOf(id), status: 'open', startedAt: unit.now },
      },
    ],
    skipDuplicates: true,
  });
  if (made.count === 0) return;
  unit.audit({ act: 'course.begin', actorId: enrolment.personId, matterKind: 'attempt', matterId: id });
  const told = { personId: enrolment.personId, course, enrolmentId: enrolment.id, attemptId: id, releaseId };
  await tellStarted(unit, { ...told, startedAt: unit.now });
}
