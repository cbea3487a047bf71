import type { Refused } from '../capability';
import type { Unit } from '../db/unit';
import { lastOf } from './result-rules';
import { heldAttempt } from './store';

/**
 * On to the next page, or back to the one before. Nobody gets past a question that they have not answered, or past the last
 * page, which is finished by its own press.
 * @param given.from the page that the card showed, from 1: a card of another page is too late
 * @returns what is in the way
 */
export async function turnPage(
  unit: Unit,
  given: { readonly attemptId: string; readonly from: number; readonly to: 'next' | 'back' },
  byId: string,
): Promise<Refused | undefined> {
  const { tx, tenantId } = unit;
  const going = await heldAttempt(unit, given.attemptId, byId);
  if (!going) return { code: 'not-yours' };
  const { attempt, pages } = going;
  const { position, status } = attempt;
  const page = pages[position];
  const to = position + (given.to === 'next' ? 1 : -1);
  const open = page?.is === 'question' && !lastOf(going.given).has(page.question.key);
  if (status !== 'open' || given.from !== position + 1 || pages[to] === undefined) return { code: 'course-moved-on' };
  if (given.to === 'next' && open) return { code: 'course-write' };
  await tx.attempt.update({
    where: { tenantId_id: { tenantId, id: attempt.id } },
    data: { position: to, version: { increment: 1 } },
  });
  unit.audit({ act: 'course.move', actorId: byId, matterKind: 'attempt', matterId: attempt.id });
  return undefined;
}
