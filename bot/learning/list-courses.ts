import { courseListCard } from '../../cards/learning/course-list';
import type { CourseListView, CourseState } from '../../cards/learning/views';
import type { Enrolment } from '../../prisma/generated/client';
import type { Unit } from '../db/unit';
import { organisation } from '../people/organisation';
import { dayOf, toMoment } from '../time/moment';
import type { Locale, OutCard } from '../turn';
import type { Course, Courses } from './course';
import { newestOf, presentIn } from './store';

/** The courses that there are, with where somebody stands in each: those for leaders first for whoever leads somebody. */
export async function courseList(unit: Unit, courses: Courses, personId: string, locale: Locale): Promise<OutCard> {
  const org = await organisation(unit);
  const leads = [...org.people.keys()].some((id) => org.isHere(id) && org.managerOf(id) === personId);
  const first = leads ? 'leaders' : 'everybody';
  const offered = [...courses.values()];
  const inOrder = [...offered.filter((one) => one.for === first), ...offered.filter((one) => one.for !== first)];
  const lines: CourseListView['courses'][number][] = [];
  for (const course of inOrder) lines.push(await lineOf(unit, course, personId, locale));
  return courseListCard({ today: unit.today, courses: lines }, locale);
}

async function lineOf(
  unit: Unit,
  course: Course,
  personId: string,
  locale: Locale,
): Promise<CourseListView['courses'][number]> {
  const enrolment = await presentIn(unit, personId, course.key);
  return {
    key: course.key,
    title: course.title[locale],
    about: course.about[locale],
    takes: course.takes,
    leaders: course.for === 'leaders',
    state: enrolment ? await stateOf(unit, enrolment) : { is: 'new' },
  };
}

async function stateOf(unit: Unit, enrolment: Enrolment): Promise<CourseState> {
  const going = await newestOf(unit, enrolment);
  if (!going) return { is: 'new' };
  const { attempt, pages } = going;
  switch (attempt.status) {
    case 'open':
      return { is: 'running', at: attempt.position + 1, of: pages.length };
    case 'failed':
      return { is: 'failed' };
    default: {
      const on = dayOf(toMoment(attempt.endedAt ?? unit.now, unit.policy.zone));
      return { is: attempt.status === 'passed' ? 'passed' : 'done', on };
    }
  }
}
