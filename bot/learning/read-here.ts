import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { type Fault, told } from './faults';
import { findLong } from './lesson-file';
import { blocksOf } from './markdown-blocks';
import { passageOf } from './passage';
import { readText } from './text-file';

/** *How we do it here*, by course: Markdown as in a lesson. A course without one is not in it. */
export type Here = ReadonlyMap<string, { readonly da: string; readonly en: string }>;

const NAME = /^(.+)\.(da|en)\.md$/;
const OTHER = { da: 'en', en: 'da' } as const;
const NAMES = { da: 'Danish', en: 'English' } as const;

/**
 * Reads what a municipality has written of its own to courses: `<policy>/here/<course>.da.md` and `.en.md`. Files that are
 * not there or empty are as if nobody had written them yet.
 * @param courses the courses that there are; without it any name of a course will do
 * @throws one error that lists every fault: `<file>:<line>:<column> <what is wrong, and how to mend it>`
 */
export function readHere(policyFolder: string, courses?: ReadonlySet<string>): Here {
  const folder = path.join(policyFolder, 'here');
  const faults: Fault[] = [];
  const written = new Map<string, { da?: string; en?: string }>();
  for (const name of existsSync(folder) ? readdirSync(folder).sort() : []) {
    const file = path.join(folder, name);
    if (name.startsWith('.') || name === 'README.md') continue;
    const [, course, language] = name.match(NAME) ?? [];
    if (course === undefined || (language !== 'da' && language !== 'en')) {
      faults.push(whole(file, 'the name of the file is not understood: write <course>.da.md and <course>.en.md'));
      continue;
    }
    if (courses && !courses.has(course)) {
      faults.push(whole(file, `there is no course "${course}": there are ${[...courses].join(', ') || 'none'}`));
      continue;
    }
    const text = readText(file, faults);
    // What cannot be read has its fault: it is not as if the language were missing.
    if (!text) written.set(course, { ...written.get(course), [language]: '' });
    if (!text || text.text.trim() === '') continue;
    const passage = passageOf(blocksOf(text.text, { file, below: 0 }), text.lines, faults);
    findLong(
      { file, line: text.lines.findIndex((line) => line.trim() !== '') + 1, column: 1 },
      passage,
      faults,
      'shorten it',
    );
    written.set(course, { ...written.get(course), [language]: passage.text });
  }
  const here = new Map<string, { readonly da: string; readonly en: string }>();
  for (const [course, { da, en }] of written) {
    if (da !== undefined && en !== undefined) {
      here.set(course, { da, en });
      continue;
    }
    const language = da === undefined ? 'en' : 'da';
    const other = path.join(folder, `${course}.${OTHER[language]}.md`);
    const message = `this is written in ${NAMES[language]} alone: write ${other} too, or empty both`;
    faults.push(whole(path.join(folder, `${course}.${language}.md`), message));
  }
  if (faults.length > 0)
    throw new Error(
      `What is written on how we do it here cannot be used:\n${told(faults)
        .map((fault) => `  ${fault}`)
        .join('\n')}`,
    );
  return here;
}

const whole = (file: string, message: string): Fault => ({ file, line: 1, column: 1, message });
