import { askedIn, type Item, itemsOf } from '../../bot/learning/reviews/store';
import { inputsFor, newestCard, playOn } from './course-steps';
import { personIds } from './meeting-steps';
import type { Town } from './town';

/** Takes a course to its end, with these questions wrong at the first answer, and quite sure of them. */
export async function takeCourse(town: Town, name: string, wrong: readonly string[], sure = '3'): Promise<void> {
  await town.says(name, 'kursus');
  await town.presses(name, 'course.open', { course: 'intro' });
  await playOn(town, name, { wrong, sure });
}

/** The questions that come back to somebody, as the database has them. */
export async function reviewsOf(town: Town, name: string): Promise<readonly Item[]> {
  const personId = (await personIds(town))(name);
  return town.inside((unit) => itemsOf(unit, personId));
}

/** What the card asks: the item, its version, and the inputs of a right or a wrong answer at the places where it shows them. */
export async function askedNow(town: Town, name: string, right = true) {
  const data = JSON.stringify(newestCard(town, name).card);
  const item = (await reviewsOf(town, name)).find(({ id }) => data.includes(id));
  if (!item) throw new Error(`Nothing is asked of ${name}`);
  const asked = await town.inside((unit) => askedIn(unit, item, item.version));
  if (!asked) throw new Error('No such question');
  const { question, order } = asked;
  return { item, question, inputs: inputsFor({ is: 'question', question, order, about: [] }, right) };
}

/** Answers what the card asks. */
export async function answersIt(town: Town, name: string, right = true): Promise<void> {
  await town.presses(name, 'review.answer', (await askedNow(town, name, right)).inputs);
}

/** The open and ended askings of somebody. */
export async function askingsOf(town: Town, name: string) {
  const personId = (await personIds(town))(name);
  return town.inside(({ tx, tenantId }) =>
    tx.obligation.findMany({ where: { tenantId, kind: 'review', matterId: personId }, orderBy: { round: 'asc' } }),
  );
}
