import type { Refused } from '../../capability';
import type { Unit } from '../../db/unit';
import { touchCards } from '../../messages/touch';
import { mentorOf, SHARED, writtenFor } from './store';

/**
 * Shares what somebody wrote with their mentor of this moment, who gets a card with it. Shared is shared: a second press
 * changes nothing, and what is written later is shared by a press of its own.
 * @param given.withId the mentor whom the card named
 * @returns what is in the way
 */
export async function shareReflection(
  unit: Unit,
  given: {
    readonly attemptId: string;
    readonly questionKey: string;
    readonly responseId: string;
    readonly withId: string;
  },
  byId: string,
): Promise<Refused | undefined> {
  const { tx, tenantId, house } = unit;
  const { attemptId, questionKey, responseId, withId } = given;
  // A mentor who is replaced at this moment gets nothing more.
  await tx.$queryRaw`
    select id from mentorship where tenant_id = ${tenantId}::uuid and person_id = ${byId}::uuid order by id for update`;
  const written = await writtenFor(unit, { attemptId, questionKey }, byId);
  const mentor = await mentorOf(unit, byId);
  if (!written || mentor === undefined) return { code: 'not-yours' };
  if (mentor.id !== withId) return { code: 'share-another-mentor' };
  if (written.response.id !== responseId) return { code: 'share-rewritten' };
  const id = house.newId();
  const made = await tx.sharedReflection.createMany({
    data: [{ tenantId, id, responseId, withId, at: unit.now }],
    skipDuplicates: true,
  });
  if (made.count === 0) return undefined;
  unit.message({
    ...{ naturalKey: `shared-reflection:${id}`, personId: withId, class: 'notice', kind: SHARED },
    ...{ matterKind: SHARED, matterId: id },
  });
  unit.audit({ act: 'reflection.share', actorId: byId, matterKind: SHARED, matterId: id, codes: [withId] });
  await touchCards(unit, 'course', [written.enrolmentId]);
  return undefined;
}
