import path from 'node:path';
import { parseArgs } from 'node:util';
import { told } from '../bot/learning/faults';
import { LIX_AIM } from '../bot/learning/lix';
import { type Survey, surveyCourses } from '../bot/learning/read-courses';
import { readHere } from '../bot/learning/read-here';

/*
 * Looks through the courses as an author needs it: every fault with file and line, how long each lesson is and how hard it is
 * to read (LIX), and what the municipality has written of its own. Ends with 1 where there is a fault.
 *   npm run content:check -- [folder of courses] [--policy <folder>] [--quiet]
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    policy: { type: 'string', default: path.resolve(__dirname, '..', 'content', 'policy') },
    /** Faults and warnings alone, without the table. */
    quiet: { type: 'boolean', default: false },
  },
});
const [folder = path.resolve(__dirname, '..', 'content', 'courses')] = positionals;

type Lesson = Survey['lessons'][number];

function check(): number {
  const { courses, faults, lessons } = surveyCourses(folder);
  const danish = lessons.filter(({ language }) => language === 'da');
  if (!values.quiet) {
    if (danish.length > 0) console.log(`${table(lessons)}\n`);
    console.log(`${counted(courses.size, 'course')} can be played, with ${counted(danish.length, 'lesson')} in Danish`);
  }
  for (const { course, lesson, lix } of danish)
    if (lix >= LIX_AIM)
      console.log(
        `${path.join(folder, course, 'da', lesson)}.md:1:1 warning: LIX is ${lix}, aim below ${LIX_AIM}: shorter sentences, shorter words`,
      );
  const all = [...told(faults), ...faultsOfHere(new Set(courses.keys()), faults.length > 0)];
  for (const fault of all) console.error(fault);
  if (all.length > 0) console.error(`\n${counted(all.length, 'fault')}`);
  return all.length > 0 ? 1 : 0;
}

const counted = (n: number, what: string): string => `${n} ${what}${n === 1 ? '' : 's'}`;

/** What the municipality has written of its own; a course with a fault may still be written to. */
function faultsOfHere(courses: ReadonlySet<string>, some: boolean): string[] {
  try {
    readHere(values.policy, some ? undefined : courses);
    return [];
  } catch (fault) {
    if (!(fault instanceof Error)) throw fault;
    const [, ...lines] = fault.message.split('\n');
    if (lines.length === 0) throw fault;
    return lines.map((line) => line.trim());
  }
}

function table(lessons: readonly Lesson[]): string {
  const rows = [...new Set(lessons.map(({ course, lesson }) => `${course}/${lesson}`))].map((name) => {
    const cells = (['da', 'en'] as const).flatMap((language) => {
      const found = lessons.find((one) => `${one.course}/${one.lesson}` === name && one.language === language);
      return found ? [String(found.words), String(found.lix)] : ['-', '-'];
    });
    return [name, ...cells];
  });
  const head = ['lesson', 'words da', 'LIX da', 'words en', 'LIX en'];
  const widths = head.map((cell, n) => Math.max(cell.length, ...rows.map((row) => row[n]?.length ?? 0)));
  return [head, ...rows]
    .map((row) =>
      row.map((cell, n) => (n === 0 ? cell.padEnd(widths[n] ?? 0) : cell.padStart(widths[n] ?? 0))).join('  '),
    )
    .join('\n');
}

process.exitCode = check();
