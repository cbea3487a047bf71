import { z } from 'zod/v4';
import { statisticsCard, statisticsListCard } from '../../cards/learning/statistics';
import { type Caller, type Capability, notFound, verb } from '../capability';
import { may } from '../people/rights';
import type { Answer } from '../turn';
import type { Courses } from './course';
import { courseFigures } from './read-statistics';
import { statisticsView } from './show-statistics';

const input = z.strictObject({
  course: z.string().max(200).optional(),
  /** Which question of the course stands first on the card. */
  from: z.coerce.number().int().min(0).max(10_000).optional(),
});

/** Figures of courses for the onboarding lead, without persons; for everybody else there are none. */
export function statisticsCapability(parts: { readonly courses: Courses }): Capability {
  const { courses } = parts;
  const list = (caller: Caller, how: 'post' | 'replace'): Answer => {
    if (!sees(caller)) return notFound(caller);
    const offered = [...courses.values()].map(({ key, title }) => ({ key, title: title[caller.locale] }));
    const card = statisticsListCard({ courses: offered }, caller.locale);
    return how === 'post' ? { post: [card] } : { replace: card };
  };
  return {
    name: 'course-statistics',
    commands: [
      {
        key: 'course-statistics',
        pattern: /^(?:kursustal|course (?:figures|statistics))$/,
        names: ['kursustal', 'course figures'],
        run: async (caller) => list(caller, 'post'),
      },
    ],
    verbs: {
      'course.statistics': verb({
        input,
        show: async (caller, { course: key = '', from = 0 }) => {
          if (key === '') return list(caller, 'replace');
          const course = courses.get(key);
          if (!course || !sees(caller)) return notFound(caller);
          const figures = await courseFigures(caller.unit, course);
          return {
            replace: statisticsCard(statisticsView(course, figures, { from, locale: caller.locale }), caller.locale),
          };
        },
      }),
    },
  };
}

const sees = ({ person, organisation }: Caller): boolean =>
  may('course.statistics', new Set(organisation.hasRole(person.id, 'onboarding_lead') ? ['onboarding-lead'] : []));
