import type { Refused } from '../../capability';
import type { Unit } from '../../db/unit';
import { touchCards } from '../../messages/touch';
import { planReview, settleReview } from './plan-review';
import { choiceOf, holdReviews, REVIEW } from './store';

/**
 * Whether questions that were answered wrong come back to somebody. Off: nothing more is told, and all is kept as it is; on
 * again, what has come meanwhile is asked, three a day at most.
 * @param given.version of the choice, by the card it was pressed on
 * @returns what is in the way
 */
export async function chooseReviews(
  unit: Unit,
  given: { readonly on: boolean; readonly version: number },
  byId: string,
): Promise<Refused | undefined> {
  const { tx, tenantId, house } = unit;
  await holdReviews(unit, byId);
  const { on, version } = await choiceOf(unit, byId);
  if (on === given.on) return undefined;
  if (version !== given.version) return { code: 'review-chosen' };
  await tx.learnerChoice.upsert({
    where: { tenantId_personId: { tenantId, personId: byId } },
    create: { tenantId, id: house.newId(), personId: byId, reviews: given.on },
    update: { reviews: given.on, version: { increment: 1 } },
  });
  unit.audit({
    ...{ act: 'review.choose' as const, actorId: byId, matterKind: REVIEW, matterId: byId },
    codes: [given.on ? 'on' : 'off'],
  });
  if (given.on) await planReview(unit, byId);
  else await settleReview(unit, byId, { status: 'cancelled', because: 'turned-off' });
  await touchCards(unit, REVIEW, [byId]);
  return undefined;
}
