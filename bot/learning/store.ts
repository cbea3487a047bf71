import type { Attempt, Enrolment, Response } from '../../prisma/generated/client';
import type { Unit } from '../db/unit';
import { may } from '../people/rights';
import type { Course } from './course';
import { courseOf } from './freeze-course';
import { type Page, planOf } from './plan-rules';
import type { Given } from './result-rules';

/** An attempt with the course it began with, its pages, and what has been answered, in the order of time. */
export type Going = {
  readonly enrolment: Enrolment;
  readonly attempt: Attempt;
  readonly course: Course;
  readonly pages: readonly Page[];
  readonly given: readonly (Response & Given)[];
};

/** Somebody's own enrolment; undefined for everybody else's, as if there were none. */
export async function enrolmentFor(unit: Unit, id: string, personId: string): Promise<Enrolment | undefined> {
  const found = await unit.tx.enrolment.findUnique({ where: { tenantId_id: { tenantId: unit.tenantId, id } } });
  const standings = new Set(found?.personId === personId ? (['owner'] as const) : []);
  return found !== null && may('course.play', standings) ? found : undefined;
}

/** Somebody's own attempt, as {@link enrolmentFor}. */
export async function attemptFor(unit: Unit, id: string, personId: string): Promise<Going | undefined> {
  const attempt = await unit.tx.attempt.findUnique({ where: { tenantId_id: { tenantId: unit.tenantId, id } } });
  const enrolment = attempt ? await enrolmentFor(unit, attempt.enrolmentId, personId) : undefined;
  return attempt && enrolment ? goingOf(unit, enrolment, attempt) : undefined;
}

/** The same, held until the end of the transaction: two presses on an attempt come one after the other. */
export async function heldAttempt(unit: Unit, id: string, personId: string): Promise<Going | undefined> {
  await unit.tx
    .$queryRaw`select id from attempt where tenant_id = ${unit.tenantId}::uuid and id = ${id}::uuid for update`;
  return attemptFor(unit, id, personId);
}

/** The newest attempt of an enrolment; undefined before the first. */
export async function newestOf(unit: Unit, enrolment: Enrolment): Promise<Going | undefined> {
  const { tx, tenantId } = unit;
  const attempt = await tx.attempt.findFirst({
    where: { tenantId, enrolmentId: enrolment.id },
    orderBy: { n: 'desc' },
  });
  return attempt ? goingOf(unit, enrolment, attempt) : undefined;
}

/** The enrolment that is open in a course, else the one that ended last; undefined for whoever never took it. */
export async function presentIn(unit: Unit, personId: string, courseKey: string): Promise<Enrolment | undefined> {
  const { tx, tenantId } = unit;
  const found = await tx.enrolment.findMany({ where: { tenantId, personId, courseKey }, orderBy: { id: 'desc' } });
  return found.find(({ status }) => status === 'open') ?? found.find(({ status }) => status === 'done');
}

async function goingOf(unit: Unit, enrolment: Enrolment, attempt: Attempt): Promise<Going> {
  const { tx, tenantId } = unit;
  const course = await courseOf(unit, attempt.releaseId);
  const given = await tx.response.findMany({ where: { tenantId, attemptId: attempt.id }, orderBy: { id: 'asc' } });
  return { enrolment, attempt, course, pages: planOf(course, attempt.seed), given };
}
