import type { ReviewItem } from '../../../prisma/generated/client';
import type { Unit } from '../../db/unit';
import { lockCards } from '../../messages/touch';
import { may } from '../../people/rights';
import { type Day, dayFromDate } from '../../time/day';
import type { Course, CourseQuestion } from '../course';
import { courseOf } from '../freeze-course';
import { type Drawn, orderOf, seedOf } from '../plan-rules';

/** What comes back to a person is one matter, named by the person. */
export const REVIEW = 'review';

/** A question that comes back to somebody, with the day as it is reckoned with. */
export type Item = Omit<ReviewItem, 'dueOn'> & { readonly dueOn: Day | null };

/** Whoever changes what comes back to a person comes one after the other, until the end of the transaction. */
export const holdReviews = (unit: Unit, personId: string): Promise<void> => lockCards(unit, REVIEW, [personId]);

/** All that has been answered wrong by somebody: what comes back, and what is learnt. */
export async function itemsOf(unit: Unit, personId: string): Promise<readonly Item[]> {
  const { tx, tenantId } = unit;
  const rows = await tx.reviewItem.findMany({ where: { tenantId, personId }, orderBy: { id: 'asc' } });
  return rows.map(asItem);
}

/** Somebody's own question; undefined for everybody else's, as if there were none. */
export async function itemFor(unit: Unit, id: string, personId: string): Promise<Item | undefined> {
  const found = await unit.tx.reviewItem.findUnique({ where: { tenantId_id: { tenantId: unit.tenantId, id } } });
  const standings = new Set(found?.personId === personId ? (['owner'] as const) : []);
  return found !== null && may('review.own', standings) ? asItem(found) : undefined;
}

const asItem = (row: ReviewItem): Item => ({ ...row, dueOn: row.dueOn === null ? null : dayFromDate(row.dueOn) });

/** What somebody has chosen; until they choose, questions come back. `version` is 0 until then. */
export async function choiceOf(
  unit: Unit,
  personId: string,
): Promise<{ readonly on: boolean; readonly version: number }> {
  const { tx, tenantId } = unit;
  const row = await tx.learnerChoice.findUnique({ where: { tenantId_personId: { tenantId, personId } } });
  return { on: row?.reviews ?? true, version: row?.version ?? 0 };
}

/** A question as it is asked this time: options in an order of their own, the same until it is answered. */
export type Asked = { readonly course: Course; readonly question: CourseQuestion; readonly order: Drawn['order'] };

/**
 * @param version which asking of the item; each has an order of its own
 * @returns undefined where the course as it was frozen has no such question
 */
export async function askedIn(
  unit: Unit,
  { id, releaseId, questionKey }: Pick<Item, 'id' | 'releaseId' | 'questionKey'>,
  version: number,
): Promise<Asked | undefined> {
  const course = await courseOf(unit, releaseId);
  const question = questionIn(course, questionKey);
  // How sure one is was asked for the talk with the mentor; here nobody keeps it.
  return (
    question && { course, question: { ...question, sure: false }, order: orderOf(question, (seedOf(id) + version) | 0) }
  );
}

/** The question of a course by its key. */
export function questionIn(course: Course, key: string): CourseQuestion | undefined {
  return course.steps
    .flatMap((step) => (step.is === 'questions' ? step.questions : []))
    .find((question) => question.key === key);
}
