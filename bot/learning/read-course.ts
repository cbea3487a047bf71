import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { readBank } from './bank-file';
import { type Bank, type Course, type CourseStep, courseKey, courseSchema, type Lesson } from './course';
import { type CourseFile, readCourseFile } from './course-file';
import { at, type Fault } from './faults';
import { bankOf } from './languages';
import { type ReadLesson, readLesson } from './lesson-file';
import type { Lix } from './lix';
import { readText, type TextFile } from './text-file';

const LANGUAGES = ['da', 'en'] as const;
type Language = (typeof LANGUAGES)[number];
const NAMES = { da: 'Danish', en: 'English' } as const;

/** How a lesson reads in one language. */
export type LessonFigures = Lix & { readonly course: string; readonly lesson: string; readonly language: Language };

type Step = CourseFile['steps'][number];

/** A course of a folder: undefined where it has a fault. */
export function readCourse(
  folder: string,
  key: string,
): {
  readonly course: Course | undefined;
  readonly faults: readonly Fault[];
  readonly lessons: readonly LessonFigures[];
} {
  const faults: Fault[] = [];
  const lessons: LessonFigures[] = [];
  const file = path.join(folder, 'course.yaml');
  if (!courseKey.safeParse(key).success)
    faults.push(
      start(folder, 'the name of a course’s folder is small letters, digits and hyphens, beginning with a letter'),
    );
  if (!existsSync(file)) {
    faults.push(start(file, 'there is no course.yaml: write it, or move the folder away'));
    return { course: undefined, faults, lessons };
  }
  const about = readCourseFile(file, faults);
  if (!about) return { course: undefined, faults, lessons };
  const seen = new Map<string, string>();
  const steps = about.steps.flatMap((step): CourseStep[] => {
    if (step.is === 'lesson') {
      const { da, en } = inLanguages(folder, step, faults, (text, language) => {
        const lesson = readLesson(text, language, faults);
        if (lesson) lessons.push({ course: key, lesson: step.key, language, ...lesson.lix });
        return lesson;
      });
      return da && en ? [lessonOf(step.key, da, en)] : [];
    }
    const { da, en } = inLanguages(folder, step, faults, (text) => readBank(text, faults));
    for (const question of da ?? []) {
      const other = seen.get(question.key);
      if (other !== undefined && other !== step.key)
        faults.push(
          at(question, `the bank "${other}" of this course has a question "${question.key}" too: give it another key`),
        );
      seen.set(question.key, step.key);
    }
    if (da && step.draw !== undefined && step.draw > da.length)
      faults.push(at(step, `draws ${step.draw} questions of a bank that has ${da.length}: draw fewer, or write more`));
    const questions = da && en && bankOf(da, en, faults);
    if (!questions) return [];
    const bank: Bank = { is: 'questions', key: step.key, questions };
    return [step.draw === undefined ? bank : { ...bank, draw: step.draw }];
  });
  const scored = steps.some((step) => step.is === 'questions' && step.questions.some(({ kind }) => isScored(kind)));
  if (about.pass && faults.length === 0 && !scored)
    faults.push(
      at(about.pass.place, 'pass: no question of the course can be right or wrong, so nobody can pass: leave pass out'),
    );
  findUnused(folder, about.steps, faults);
  if (faults.length > 0) return { course: undefined, faults, lessons };
  const { title, about: says, place, takes, for: whom } = about;
  const pass = about.pass && { pass: about.pass.value };
  return {
    course: { key, ...courseSchema.parse({ title, about: says, place, takes, for: whom, ...pass, steps }) },
    faults,
    lessons,
  };
}

const isScored = (kind: string): boolean => kind !== 'reflection' && kind !== 'dilemma';
const start = (file: string, message: string): Fault => ({ file, line: 1, column: 1, message });
const fileOf = (step: Step): string => `${step.key}${step.is === 'lesson' ? '' : '.questions'}.md`;

/** The file of a step in each language, read; one that is missing is a fault. */
function inLanguages<Read>(
  folder: string,
  step: Step,
  faults: Fault[],
  read: (text: TextFile, language: Language) => Read | undefined,
): { readonly da: Read | undefined; readonly en: Read | undefined } {
  const [da, en] = LANGUAGES.map((language) => {
    const file = path.join(folder, language, fileOf(step));
    if (!existsSync(file)) {
      faults.push(at(step, `${file} is missing: the ${NAMES[language]} of this step is to be written`));
      return undefined;
    }
    const text = readText(file, faults);
    return text && read(text, language);
  });
  return { da, en };
}

function lessonOf(key: string, da: ReadLesson, en: ReadLesson): Lesson {
  return {
    is: 'lesson',
    key,
    title: { da: da.title, en: en.title },
    body: { da: da.body, en: en.body },
    source: { da: da.source, en: en.source },
  };
}

/** What no step plays is misspelt, or was forgotten. */
function findUnused(folder: string, steps: readonly Step[], faults: Fault[]): void {
  const used = new Set(steps.map(fileOf));
  for (const language of LANGUAGES) {
    const inside = path.join(folder, language);
    if (!existsSync(inside)) continue;
    for (const name of readdirSync(inside).sort())
      if (!name.startsWith('.') && !used.has(name))
        faults.push(
          start(path.join(inside, name), 'no step of course.yaml plays this file: add it to the steps, or delete it'),
        );
  }
}
