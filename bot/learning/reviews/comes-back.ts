import type { Unit } from '../../db/unit';
import { dateFromDay } from '../../time/day';
import { begun } from '../review-rules';
import { planReview } from './plan-review';
import { holdReviews } from './store';

/**
 * A question has been answered wrong, in any attempt: it comes back from the beginning, with the course as it was asked by.
 * Of one question of a course there is one, however often the course is taken.
 */
export async function comesBack(
  unit: Unit,
  given: {
    readonly personId: string;
    readonly courseKey: string;
    readonly questionKey: string;
    readonly releaseId: string;
  },
): Promise<void> {
  const { tx, tenantId, house, today } = unit;
  const { personId, courseKey, questionKey, releaseId } = given;
  await holdReviews(unit, personId);
  const { box, dueOn } = begun(today);
  const fresh = { releaseId, box, dueOn: dueOn && dateFromDay(dueOn) };
  const made = await tx.reviewItem.createMany({
    data: [{ tenantId, id: house.newId(), personId, courseKey, questionKey, ...fresh }],
    skipDuplicates: true,
  });
  if (made.count === 0)
    await tx.reviewItem.updateMany({
      where: { tenantId, personId, courseKey, questionKey },
      data: { ...fresh, version: { increment: 1 } },
    });
  await planReview(unit, personId);
}
