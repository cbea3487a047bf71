import type { Refused } from '../../capability';
import type { Unit } from '../../db/unit';
import { dateFromDay } from '../../time/day';
import type { Locale } from '../../turn';
import { readAnswer, type Typed } from '../answer-rules';
import { afterAnswer, askedOn, putOff } from '../review-rules';
import { planReview } from './plan-review';
import { askedIn, choiceOf, holdReviews, itemFor, itemsOf } from './store';

export type ReviewAnswer = {
  readonly itemId: string;
  /** Which asking of the question it is, by the card it was given on. */
  readonly version: number;
  readonly typed: Typed;
  readonly locale: Locale;
};

/**
 * Takes the answer to a question that has come back: it goes on to its next span, is learnt, or begins again. What was
 * answered is not kept. What has no room today is put off first, so that nobody is asked more than three on one day.
 * @returns what is wrong
 */
export async function answerReview(unit: Unit, given: ReviewAnswer, byId: string): Promise<Refused | undefined> {
  const { tx, tenantId, today } = unit;
  if (!(await itemFor(unit, given.itemId, byId))) return { code: 'not-yours' };
  await holdReviews(unit, byId);
  if (!(await choiceOf(unit, byId)).on) return { code: 'review-off' };
  const items = await itemsOf(unit, byId);
  for (const { id, dueOn } of putOff(items, today))
    await tx.reviewItem.update({ where: { tenantId_id: { tenantId, id } }, data: { dueOn: dateFromDay(dueOn) } });
  const item = askedOn(items, today).find(({ id }) => id === given.itemId);
  if (item?.version !== given.version) return { code: 'course-answered' };
  const asked = await askedIn(unit, item, item.version);
  if (!asked) return { code: 'course-gone' };
  const reading = readAnswer(asked.question, asked.order, given.typed, given.locale);
  if ('faults' in reading) return { code: 'form', faults: reading.faults };
  const { box, dueOn } = afterAnswer(item.box, reading.answered.right === true, today);
  await tx.reviewItem.update({
    where: { tenantId_id: { tenantId, id: item.id } },
    data: { box, dueOn: dueOn && dateFromDay(dueOn), version: { increment: 1 } },
  });
  unit.audit({ act: 'review.answer', actorId: byId, matterKind: 'review-item', matterId: item.id });
  await planReview(unit, byId);
  return undefined;
}
