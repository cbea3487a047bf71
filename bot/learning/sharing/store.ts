import type { Response, SharedReflection } from '../../../prisma/generated/client';
import type { Unit } from '../../db/unit';
import { touchCards } from '../../messages/touch';
import { organisation } from '../../people/organisation';
import { may } from '../../people/rights';
import type { Course, CourseQuestion } from '../course';
import { courseOf } from '../freeze-course';
import { questionIn } from '../reviews/store';

/** A reflection that has been shared is a matter of its own, the mentor's to read. */
export const SHARED = 'shared-reflection';

type Reflection = Extract<CourseQuestion, { readonly kind: 'reflection' }>;
/** What somebody wrote to a question that nobody scores. */
export type Written = {
  readonly response: Response;
  readonly personId: string;
  readonly enrolmentId: string;
  readonly attemptId: string;
  readonly course: Course;
  readonly question: Reflection;
};
export type Mentor = { readonly id: string; readonly name: string };

/** The mentor who has said yes, and is employed; undefined where there is none. */
export async function mentorOf(unit: Unit, personId: string): Promise<Mentor | undefined> {
  const { tx, tenantId } = unit;
  const org = await organisation(unit);
  const found = await tx.mentorship.findFirst({ where: { tenantId, personId, status: 'accepted' } });
  const mentor = found && org.isHere(found.mentorId) ? org.people.get(found.mentorId) : undefined;
  return mentor && { id: mentor.id, name: mentor.name };
}

/** The newest thing that somebody wrote to a reflection of an attempt of theirs; undefined for everybody else. */
export async function writtenFor(
  unit: Unit,
  given: { readonly attemptId: string; readonly questionKey: string },
  personId: string,
): Promise<Written | undefined> {
  const { tx, tenantId } = unit;
  const response = await tx.response.findFirst({
    where: { tenantId, ...given, attempt: { enrolment: { personId } } },
    orderBy: { n: 'desc' },
  });
  const written = response && (await writtenIn(unit, response.id));
  return written && may('reflection.share', new Set(['owner'])) ? written : undefined;
}

/** A reflection by its answer. */
export async function writtenIn(unit: Unit, responseId: string): Promise<Written | undefined> {
  const { tx, tenantId } = unit;
  const found = await tx.response.findUnique({
    where: { tenantId_id: { tenantId, id: responseId } },
    include: { attempt: { include: { enrolment: true } } },
  });
  if (!found) return undefined;
  const { attempt, ...response } = found;
  const course = await courseOf(unit, attempt.releaseId);
  const question = questionIn(course, response.questionKey);
  if (question?.kind !== 'reflection') return undefined;
  const { id: enrolmentId, personId } = attempt.enrolment;
  return { response, personId, enrolmentId, attemptId: attempt.id, course, question };
}

/** What was written, opened. */
export const textOf = (unit: Unit, { id, textSealed }: Response): string =>
  textSealed === null ? '' : unit.open('response', 'text_sealed', id, textSealed);

/** Whether an answer has been shared with somebody. */
export async function isSharedWith(unit: Unit, responseId: string, withId: string): Promise<boolean> {
  const { tx, tenantId } = unit;
  return (await tx.sharedReflection.count({ where: { tenantId, responseId, withId } })) > 0;
}

/** A shared reflection for the mentor it was shared with, while they are the mentor; undefined for everybody else. */
export async function sharedFor(
  unit: Unit,
  id: string,
  readerId: string,
): Promise<{ readonly shared: SharedReflection; readonly written: Written } | undefined> {
  const { tx, tenantId } = unit;
  const shared = await tx.sharedReflection.findUnique({ where: { tenantId_id: { tenantId, id } } });
  const written = shared && (await writtenIn(unit, shared.responseId));
  if (!shared || !written) return undefined;
  const mentor = await mentorOf(unit, written.personId);
  const isMentor = shared.withId === readerId && mentor?.id === readerId;
  return may('reflection.read', new Set(isMentor ? (['mentor'] as const) : [])) ? { shared, written } : undefined;
}

/**
 * Somebody's mentor is another, or none, from now on: what was shared with the one before is closed in their chat. Called in
 * the transaction in which that happens.
 */
export async function mentorChanged(unit: Unit, personId: string): Promise<void> {
  const { tx, tenantId } = unit;
  const shared = await tx.sharedReflection.findMany({
    where: { tenantId, response: { attempt: { enrolment: { personId } } } },
    select: { id: true },
  });
  await touchCards(
    unit,
    SHARED,
    shared.map(({ id }) => id),
  );
}
