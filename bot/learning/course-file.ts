import { z } from 'zod/v4';
import { faultsOf, readYamlText } from '../people/read-yaml';
import { courseKey, courseSchema, drawSchema, TOO_FEW_STEPS, TOO_MANY_STEPS } from './course';
import { type Fault, type Place, saidPlainly } from './faults';
import { readText } from './text-file';

/** What course.yaml says, with the places of what can still turn out wrong. */
export type CourseFile = z.output<typeof said> & {
  readonly steps: readonly Step[];
  readonly pass:
    | { readonly value: NonNullable<z.output<typeof courseSchema>['pass']>; readonly place: Place }
    | undefined;
};
type Step = Place &
  (
    | { readonly is: 'lesson'; readonly key: string }
    | { readonly is: 'questions'; readonly key: string; readonly draw: number | undefined }
  );

const { title, about, place, takes, for: whom, pass } = courseSchema.shape;
const said = z.strictObject({ title, about, place, takes, for: whom });
const step = z
  .strictObject({ lesson: courseKey.optional(), questions: courseKey.optional(), draw: drawSchema })
  .superRefine((one, context) => {
    if ((one.lesson === undefined) === (one.questions === undefined))
      context.addIssue({
        code: 'custom',
        message: 'is one thing: lesson: and its name, or questions: and the name of the bank',
      });
    else if (one.lesson !== undefined && one.draw !== undefined)
      context.addIssue({ code: 'custom', path: ['draw'], message: 'goes with questions: only' });
  });
const content = z.strictObject({
  ...said.shape,
  pass,
  steps: z.array(step, 'must be a list of lessons and questions').min(2, TOO_FEW_STEPS).max(40, TOO_MANY_STEPS),
});

/** Reads course.yaml; undefined where it has a fault, and every fault is added to `faults`. */
export function readCourseFile(file: string, faults: Fault[]): CourseFile | undefined {
  const text = readText(file, faults);
  if (!text) return undefined;
  const read = readYamlText(text.text, {}, (given) => {
    const parsed = content.safeParse(given, { reportInput: true });
    if (!parsed.success) return { faults: faultsOf(parsed.error.issues.map(saidPlainly)) };
    const twins = twinsIn(parsed.data.steps);
    return twins.length > 0 ? { faults: twins } : { value: parsed.data };
  });
  if ('faults' in read) {
    faults.push(...read.faults.map((fault) => ({ ...fault, file })));
    return undefined;
  }
  const { steps, pass: passed, ...rest } = read.value;
  return {
    ...rest,
    pass: passed && { value: passed, place: { file, ...read.placeOf(['pass']) } },
    steps: steps.map(({ lesson, questions, draw }, n): Step => {
      const place = { file, ...read.placeOf(['steps', n]) };
      return lesson === undefined
        ? { ...place, is: 'questions', key: questions ?? '', draw }
        : { ...place, is: 'lesson', key: lesson };
    }),
  };
}

function twinsIn(steps: readonly z.output<typeof step>[]): { path: PropertyKey[]; message: string }[] {
  return steps.flatMap((one, n) => {
    const field = one.lesson === undefined ? 'questions' : 'lesson';
    const twin = steps.findIndex((other) => other[field] === one[field]);
    return twin < n ? [{ path: ['steps', n, field], message: `"${one[field]}" is step ${twin + 1} already` }] : [];
  });
}
