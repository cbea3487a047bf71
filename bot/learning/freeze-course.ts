import { freeze, frozen } from '../db/freeze';
import type { Unit } from '../db/unit';
import { type Course, frozenCourse } from './course';

/** Keeps a course as it stands now: an attempt goes on by what it began with. @returns the release's id */
export function freezeCourse(unit: Unit, course: Course): Promise<string> {
  const { key, ...content } = course;
  return freeze(unit, 'course', key, content);
}

/** The course of an attempt, as it was frozen. @throws when there is no such release */
export const courseOf = (unit: Unit, releaseId: string): Promise<Course> => frozen(unit, releaseId, frozenCourse);
