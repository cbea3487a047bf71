import { readCourses } from '../../../bot/learning/read-courses';
import { pagesOf } from '../../../scripts/preview/pages-of-course';

const course = readCourses('test/support/courses').get('all-kinds');
if (!course) throw new Error('There is no such course');

test.each(['da', 'en'] as const)(
  'the preview shows in %s every lesson, every question and all that is said of an answer',
  (locale) => {
    const shown = pagesOf(course, locale);
    const all = JSON.stringify(shown);
    const said = course.steps.flatMap((step) => {
      if (step.is === 'lesson') return [step.title, step.source];
      return step.questions.flatMap((question) => [
        question.prompt,
        ...('options' in question ? question.options.map(({ feedback }) => feedback) : []),
        ...('wrong' in question ? [question.right, question.wrong] : []),
        ...('after' in question ? [question.after] : []),
      ]);
    });
    // What bears marks is drawn in pieces, and a gap in signs of its own.
    const plain = said.map((text) => text[locale]).filter((text) => !/[*_]/.test(text));
    expect(plain.length).toBeGreaterThan(25);
    for (const text of plain) expect(all).toContain(JSON.stringify(text).slice(1, -1));
    expect(new Set(shown.map(({ card }) => card)).size).toBe(11);
  },
);
