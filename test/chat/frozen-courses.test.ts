import { courseOf, freezeCourse } from '../../bot/learning/freeze-course';
import { readCourses } from '../../bot/learning/read-courses';
import { openTown, type Town } from '../support/town';

let town: Town;
beforeAll(async () => {
  town = await openTown({ at: '2026-03-02T09:00' });
});

test('an attempt keeps the course it began with: as it was read, once for the same content, anew when it is written anew', async () => {
  const course = readCourses('test/support/courses').get('all-kinds');
  if (!course) throw new Error('There is no such course');
  const changed = { ...course, title: { ...course.title, da: 'Mødepligt' } };
  const [first, again, other] = await town.inside(async (unit) => [
    await freezeCourse(unit, course),
    await freezeCourse(unit, structuredClone(course)),
    await freezeCourse(unit, changed),
  ]);
  expect(again).toBe(first);
  expect(other).not.toBe(first);
  const read = (id = '') => town.inside((unit) => courseOf(unit, id));
  expect(await read(first)).toEqual(course);
  expect(await read(other)).toEqual(changed);
  await expect(read('00000000-0000-4000-8000-000000000000')).rejects.toThrow();
});
