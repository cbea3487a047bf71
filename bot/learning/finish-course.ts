import type { Refused } from '../capability';
import type { Unit } from '../db/unit';
import { touchCards } from '../messages/touch';
import { firstUnanswered } from './plan-rules';
import { lastOf, passes, scoreOf } from './result-rules';
import { heldAttempt } from './store';
import { tellEnded } from './xapi/tell-attempt';

/** Told within the transaction in which an enrolment ends as done. */
export type Done = (unit: Unit, personId: string, courseKey: string, enrolmentId: string) => Promise<void>;

/**
 * Ends an attempt whose pages are all read and answered: done, or by the mark that the course asks for passed or failed. Done
 * or passed ends the enrolment; failed leaves it open for another attempt. What was passed once stays so.
 * @returns what is in the way
 */
export async function finishCourse(
  unit: Unit,
  given: { readonly attemptId: string; readonly done: Done },
  byId: string,
): Promise<Refused | undefined> {
  const { tx, tenantId, now } = unit;
  const going = await heldAttempt(unit, given.attemptId, byId);
  if (!going) return { code: 'not-yours' };
  const { attempt, enrolment, course, pages } = going;
  const answered = new Set(lastOf(going.given).keys());
  const through = attempt.position === pages.length - 1 && firstUnanswered(pages, answered) === pages.length;
  if (attempt.status !== 'open' || !through) return { code: 'course-moved-on' };
  const score = scoreOf(pages, going.given);
  const passed = passes(course.pass, score);
  const status = course.pass === undefined ? 'done' : passed ? 'passed' : 'failed';
  await tx.attempt.update({
    where: { tenantId_id: { tenantId, id: attempt.id } },
    data: { status, endedAt: now, ...score, version: { increment: 1 } },
  });
  unit.audit({ act: 'course.finish', actorId: byId, matterKind: 'attempt', matterId: attempt.id });
  const { releaseId, startedAt } = attempt;
  const told = { personId: byId, course, enrolmentId: enrolment.id, attemptId: attempt.id, releaseId, startedAt };
  await tellEnded(unit, told, { status, ...score, at: now });
  await touchCards(unit, 'course', [enrolment.id]);
  if (!passed || enrolment.status !== 'open') return undefined;
  await tx.enrolment.update({
    where: { tenantId_id: { tenantId, id: enrolment.id } },
    data: { status: 'done', endedAt: now, version: { increment: 1 } },
  });
  await given.done(unit, byId, enrolment.courseKey, enrolment.id);
  return undefined;
}
