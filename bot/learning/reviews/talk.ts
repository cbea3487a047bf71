import type { Response } from '../../../prisma/generated/client';
import type { Refused } from '../../capability';
import type { Unit } from '../../db/unit';
import type { Course, CourseQuestion } from '../course';
import { courseOf } from '../freeze-course';
import { holdReviews, type Item, itemFor, itemsOf, questionIn } from './store';

/** A question that somebody was quite sure of, and wrong, with the answer they gave last so. */
export type ToTalkOf = {
  readonly item: Item;
  readonly response: Response;
  readonly course: Course;
  readonly question: CourseQuestion;
};

/** Quite sure. */
const SURE = 3;

/**
 * The learner's own list for the talk with the mentor: what they were quite sure of, and wrong, in any attempt, the newest
 * first. What was taken off stays off until they are sure and wrong of it again.
 */
export async function toTalkOf(unit: Unit, personId: string): Promise<readonly ToTalkOf[]> {
  const { tx, tenantId } = unit;
  const responses = await tx.response.findMany({
    where: { tenantId, right: false, sure: SURE, attempt: { enrolment: { personId } } },
    include: { attempt: { include: { enrolment: true } } },
    orderBy: { id: 'desc' },
  });
  const items = new Map((await itemsOf(unit, personId)).map((one) => [`${one.courseKey}/${one.questionKey}`, one]));
  const found = new Map<string, ToTalkOf>();
  for (const response of responses) {
    const key = `${response.attempt.enrolment.courseKey}/${response.questionKey}`;
    const item = items.get(key);
    if (found.has(key) || !item || (item.struckAt !== null && item.struckAt >= response.at)) continue;
    const course = await unit.once(`release/${response.attempt.releaseId}`, () =>
      courseOf(unit, response.attempt.releaseId),
    );
    const question = questionIn(course, response.questionKey);
    if (question) found.set(key, { item, response, course, question });
  }
  return [...found.values()];
}

/** Takes a question off the own list for the talk; whether it comes back is another matter. @returns what is in the way */
export async function strike(unit: Unit, itemId: string, byId: string): Promise<Refused | undefined> {
  const { tx, tenantId, now } = unit;
  if (!(await itemFor(unit, itemId, byId))) return { code: 'not-yours' };
  await holdReviews(unit, byId);
  await tx.reviewItem.update({ where: { tenantId_id: { tenantId, id: itemId } }, data: { struckAt: now } });
  unit.audit({ act: 'review.strike', actorId: byId, matterKind: 'review-item', matterId: itemId });
  return undefined;
}
