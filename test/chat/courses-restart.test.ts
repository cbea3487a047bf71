import { v7 } from 'uuid';
import { createApp } from '../../bot/app';
import { openDatabase } from '../../bot/db/open';
import { readModels } from '../../bot/pathways/models';
import { words } from '../../content/words/words';
import { turnOf } from '../security/turn-of';
import { attemptOf, inputsFor, newestCard, playOn } from '../support/course-steps';
import { COURSES } from '../support/sample-courses';
import { openTown, type Town, textOf } from '../support/town';

// Every page is a press of its own.
jest.setTimeout(120_000);
const w = words('da').courses;

/** A press that a process of its own works on the same database, and dies before Teams has heard of it. */
async function pressAndDie(town: Town, name: string, verb: string, data: Record<string, unknown>): Promise<void> {
  const prisma = await openDatabase(town.database.appUrl, { connections: 2 });
  const app = createApp({
    house: { ...town.house, prisma, newId: () => v7() },
    models: readModels('content/models'),
    courses: COURSES,
    development: true,
    courier: town.app.courier,
    surroundings: {
      ...{ smtp: false, node: 'v24.0.0', embedded: true, development: true },
      queueAlive: () => true,
      lastBeatAt: () => undefined,
    },
  });
  await app.handler.handle(turnOf(town, name, { kind: 'press', verb, data }));
  await prisma.$disconnect();
}

test('an answer counts, though the process died before the card showed it, and the course goes on from there', async () => {
  const town = await openTown({ at: '2026-03-12T09:00', courses: COURSES });
  await town.says('Bo', 'kursus');
  await town.presses('Bo', 'course.open', { course: 'intro' });
  await playOn(town, 'Bo', { until: 'one' });
  const { attempt, pages } = await attemptOf(town, 'Bo');
  const inputs = inputsFor(pages[attempt.position]);
  const data = { attempt: attempt.id, question: 'one', n: 1, ...inputs };
  await pressAndDie(town, 'Bo', 'course.answer', data);
  // The card stands as it stood; whoever presses it again is shown the answer that is there.
  expect(textOf(newestCard(town, 'Bo'))).toContain(w.actions.answer);
  await town.presses('Bo', 'course.answer', inputs);
  expect(textOf(newestCard(town, 'Bo'))).toContain(w.verdicts.right);
  expect((await attemptOf(town, 'Bo')).responses.map(({ n, right }) => [n, right])).toEqual([[1, true]]);
  await playOn(town, 'Bo');
  expect((await attemptOf(town, 'Bo')).attempt).toMatchObject({ status: 'done', right: 7, outOf: 7 });
  await town.close();
});
