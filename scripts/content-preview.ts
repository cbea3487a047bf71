import path from 'node:path';
import { parseArgs } from 'node:util';
import { readCourses } from '../bot/learning/read-courses';
import { drawGallery } from './preview/gallery';
import { pagesOf } from './preview/pages-of-course';

/*
 * Draws every lesson and question of the courses as their cards are: a page to search in, and pictures, wide and narrow, both
 * languages. A question stands as it is asked, answered right and answered wrong. Pictures need Chromium.
 *   npm run content:preview -- [course] [--folder <courses>] [--out <folder>] [--language da|en] [--dark] [--page]
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    folder: { type: 'string', default: path.resolve(__dirname, '..', 'content', 'courses') },
    out: { type: 'string', default: path.resolve(__dirname, '..', '.gallery') },
    language: { type: 'string' },
    /** Pictures in Teams' dark look. */
    dark: { type: 'boolean', default: false },
    /** The page alone, without pictures. */
    page: { type: 'boolean', default: false },
  },
});

async function draw(): Promise<void> {
  const [only] = positionals;
  const courses = readCourses(values.folder);
  const chosen = only === undefined ? [...courses.values()] : [courses.get(only)].flatMap((one) => one ?? []);
  if (chosen.length === 0) throw new Error(`There is no course ${only ?? ''} in ${values.folder}`);
  for (const course of chosen) {
    const shown = (['da', 'en'] as const)
      .filter((one) => values.language === undefined || one === values.language)
      .flatMap((locale) => pagesOf(course, locale));
    const { dark, page } = values;
    await drawGallery(shown, {
      folder: path.join(values.out, course.key),
      title: course.title.en,
      dark,
      pictures: !page,
    });
  }
}

draw().catch((fault: unknown) => {
  console.error(fault instanceof Error ? fault.message : fault);
  process.exitCode = 1;
});
