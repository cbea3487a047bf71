import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { Course, Courses } from './course';
import { type Fault, told } from './faults';
import { type LessonFigures, readCourse } from './read-course';

/** Behind every place that a course may name. */
const LAST = 100;

/** Courses with what is wrong in them, and how hard their lessons are to read. */
export type Survey = {
  readonly courses: Courses;
  readonly faults: readonly Fault[];
  readonly lessons: readonly LessonFigures[];
};

/**
 * Reads the courses of a folder, a folder each, by their place in the list and then by name (docs/authoring.md).
 * @throws one error that lists every fault of every file: `<file>:<line>:<column> <what is wrong, and how to mend it>`
 */
export function readCourses(folder: string): Courses {
  const { courses, faults } = surveyCourses(folder);
  if (faults.length > 0)
    throw new Error(
      `The courses cannot be used:\n${told(faults)
        .map((fault) => `  ${fault}`)
        .join('\n')}`,
    );
  return courses;
}

/** The same, with the faults as values: the courses are those that can be used. */
export function surveyCourses(folder: string): Survey {
  const faults: Fault[] = [];
  const lessons: LessonFigures[] = [];
  const courses = new Map<string, Course>();
  const keys = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map(({ name }) => name)
    .sort();
  for (const key of keys) {
    const read = readCourse(path.join(folder, key), key);
    faults.push(...read.faults);
    lessons.push(...read.lessons);
    if (read.course) courses.set(key, read.course);
  }
  const placeOf = ({ place = LAST }: Course) => place;
  const inOrder = [...courses].sort(([, one], [, other]) => placeOf(one) - placeOf(other));
  return { courses: new Map(inOrder), faults, lessons };
}
