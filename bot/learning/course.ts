import { z } from 'zod/v4';

/**
 * A course as data: lessons and banks of questions in the order in which they are played. It is read from files that
 * people write (docs/authoring.md) and frozen as JSON when an attempt begins. Limits of length and number are those of
 * the cards that show it: the longest course in both languages fits a message of Teams.
 */
export const MOST_WORDS = 150;
export const LONGEST = {
  title: 80,
  about: 300,
  lesson: 1_600,
  prompt: 600,
  option: 160,
  feedback: 400,
  unit: 20,
} as const;

const text = (longest: number) =>
  z.string().trim().min(1, 'must not be empty').max(longest, `must be at most ${longest} characters`);
const both = (longest: number) => z.strictObject({ da: text(longest), en: text(longest) });
/** Small letters, digits and hyphens: names a course, a lesson, a bank or a question. */
export const courseKey = z.string().regex(/^[a-z][a-z0-9-]{0,59}$/, 'must be small letters, digits and hyphens');

const question = {
  key: courseKey,
  /** Markdown of a few sentences. */
  prompt: both(LONGEST.prompt),
  /** Whether "How sure are you?" is asked with it. */
  sure: z.boolean().default(false),
};
const feedback = both(LONGEST.feedback);
/** What is said of a whole answer: when it is right, and when it is not. */
const verdict = { right: feedback, wrong: feedback };

export const questionSchema = z.discriminatedUnion('kind', [
  /** One right among several: each has feedback of its own. */
  z.strictObject({
    ...question,
    kind: z.literal('one'),
    options: z
      .array(z.strictObject({ text: both(LONGEST.option), right: z.boolean(), feedback }))
      .min(2, 'must be at least 2 options')
      .max(6, 'must be at most 6 options'),
  }),
  /** Several right: right is all of them and none of the others. */
  z.strictObject({
    ...question,
    kind: z.literal('several'),
    options: z
      .array(z.strictObject({ text: both(LONGEST.option), right: z.boolean(), feedback }))
      .min(3, 'must be at least 3 options')
      .max(6, 'must be at most 6 options'),
  }),
  z.strictObject({ ...question, kind: z.literal('true-false'), answer: z.boolean(), ...verdict }),
  /** Each on the left has its own on the right. */
  z.strictObject({
    ...question,
    kind: z.literal('pairs'),
    pairs: z
      .array(z.strictObject({ left: both(LONGEST.option), right: both(LONGEST.option) }))
      .min(2, 'must be at least 2 pairs')
      .max(5, 'must be at most 5 pairs'),
    ...verdict,
  }),
  /** In the right order as they stand here. */
  z.strictObject({
    ...question,
    kind: z.literal('order'),
    items: z.array(both(LONGEST.option)).min(3, 'must be at least 3 lines').max(5, 'must be at most 5 lines'),
    ...verdict,
  }),
  z.strictObject({
    ...question,
    kind: z.literal('number'),
    answer: z.number(),
    /** How far off is still right. */
    tolerance: z.number().min(0, 'must be 0 or more').default(0),
    unit: both(LONGEST.unit).optional(),
    ...verdict,
  }),
  /** The prompt holds one gap, `____`; any of these fills it, whatever the case of letters. */
  z.strictObject({
    ...question,
    kind: z.literal('blank'),
    answers: z.strictObject({
      da: z.array(text(LONGEST.option)).min(1, 'must be at least 1 answer').max(10, 'must be at most 10 answers'),
      en: z.array(text(LONGEST.option)).min(1, 'must be at least 1 answer').max(10, 'must be at most 10 answers'),
    }),
    ...verdict,
  }),
  /** Free text that is never scored; what is said afterwards is said to everybody. */
  z.strictObject({ ...question, kind: z.literal('reflection'), after: feedback }),
  /** A case without one right answer: what speaks for and against each choice. Played alone, or by a team at its meeting. */
  z.strictObject({
    ...question,
    kind: z.literal('dilemma'),
    options: z
      .array(z.strictObject({ text: both(LONGEST.option), feedback }))
      .min(2, 'must be at least 2 choices')
      .max(5, 'must be at most 5 choices'),
    after: feedback,
  }),
]);

export const drawSchema = z
  .number('must be a number')
  .int('must be a whole number')
  .min(1, 'must be at least 1')
  .max(30, 'must be at most 30')
  .optional();
export const [TOO_FEW_STEPS, TOO_MANY_STEPS] = ['must be at least 2 steps', 'must be at most 40 steps'] as const;

const step = z.discriminatedUnion('is', [
  z.strictObject({
    is: z.literal('lesson'),
    key: courseKey,
    title: both(LONGEST.title),
    /** Markdown that a card can show: paragraphs, bold, italic, plain lists. */
    body: both(LONGEST.lesson),
    /** Where it is taken from: publication, municipality, place. */
    source: both(LONGEST.about),
  }),
  z.strictObject({
    is: z.literal('questions'),
    key: courseKey,
    /** So many are drawn for each attempt; all of them where it is not said. */
    draw: drawSchema,
    questions: z.array(questionSchema).min(1, 'must hold a question').max(30, 'must be at most 30 questions'),
  }),
]);

export const courseSchema = z.strictObject({
  title: both(LONGEST.title),
  about: both(LONGEST.about),
  /** Its place in the list that `kursus` shows; those without one come last, by name. */
  place: z
    .number('must be a number')
    .int('must be a whole number')
    .min(1, 'must be at least 1')
    .max(99, 'must be at most 99')
    .optional(),
  /** About how long it takes, in minutes. */
  takes: z
    .number()
    .int('must be whole minutes')
    .min(5, 'must be at least 5 minutes')
    .max(180, 'must be at most 180 minutes'),
  /** Whom `kursus` offers it to first; anybody may take any course. */
  for: z.enum(['everybody', 'leaders'], 'must be everybody or leaders').default('everybody'),
  /** Absent: no exam; done is all read and answered. */
  pass: z
    .strictObject({
      percent: z.number().int('must be a whole number').min(1, 'must be at least 1').max(100, 'must be at most 100'),
      /** How many attempts there are; without it as many as one likes. */
      attempts: z
        .number()
        .int('must be a whole number')
        .min(1, 'must be at least 1')
        .max(10, 'must be at most 10')
        .optional(),
      counts: z.enum(['best', 'last'], 'must be best or last').default('best'),
    })
    .optional(),
  /** Lessons and banks, as they are played. */
  steps: z.array(step).min(2, TOO_FEW_STEPS).max(40, TOO_MANY_STEPS),
});

export type Course = Readonly<z.output<typeof courseSchema>> & { readonly key: string };
export type CourseStep = Course['steps'][number];
export type Lesson = Extract<CourseStep, { readonly is: 'lesson' }>;
export type Bank = Extract<CourseStep, { readonly is: 'questions' }>;
export type CourseQuestion = z.output<typeof questionSchema>;
/** By key, in the order in which `kursus` offers them. */
export type Courses = ReadonlyMap<string, Course>;

/** A course as it was frozen, read back. @throws when it no longer fits: a fault of ours */
export function frozenCourse(key: string, content: unknown): Course {
  return { key, ...courseSchema.parse(content) };
}
