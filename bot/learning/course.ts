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
      .min(2)
      .max(6),
  }),
  /** Several right: right is all of them and none of the others. */
  z.strictObject({
    ...question,
    kind: z.literal('several'),
    options: z
      .array(z.strictObject({ text: both(LONGEST.option), right: z.boolean(), feedback }))
      .min(3)
      .max(6),
  }),
  z.strictObject({ ...question, kind: z.literal('true-false'), answer: z.boolean(), ...verdict }),
  /** Each on the left has its own on the right. */
  z.strictObject({
    ...question,
    kind: z.literal('pairs'),
    pairs: z
      .array(z.strictObject({ left: both(LONGEST.option), right: both(LONGEST.option) }))
      .min(2)
      .max(5),
    ...verdict,
  }),
  /** In the right order as they stand here. */
  z.strictObject({
    ...question,
    kind: z.literal('order'),
    items: z.array(both(LONGEST.option)).min(3).max(5),
    ...verdict,
  }),
  z.strictObject({
    ...question,
    kind: z.literal('number'),
    answer: z.number(),
    /** How far off is still right. */
    tolerance: z.number().min(0).default(0),
    unit: both(LONGEST.unit).optional(),
    ...verdict,
  }),
  /** The prompt holds one gap, `____`; any of these fills it, whatever the case of letters. */
  z.strictObject({
    ...question,
    kind: z.literal('blank'),
    answers: z.strictObject({
      da: z.array(text(LONGEST.option)).min(1).max(10),
      en: z.array(text(LONGEST.option)).min(1).max(10),
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
      .min(2)
      .max(5),
    after: feedback,
  }),
]);

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
    draw: z.number().int().min(1).max(30).optional(),
    questions: z.array(questionSchema).min(1).max(30),
  }),
]);

export const courseSchema = z.strictObject({
  title: both(LONGEST.title),
  about: both(LONGEST.about),
  /** About how long it takes, in minutes. */
  takes: z.number().int().min(5).max(180),
  /** Whom `kursus` offers it to first; anybody may take any course. */
  for: z.enum(['everybody', 'leaders']).default('everybody'),
  /** Absent: no exam; done is all read and answered. */
  pass: z
    .strictObject({
      percent: z.number().int().min(1).max(100),
      /** How many attempts there are; without it as many as one likes. */
      attempts: z.number().int().min(1).max(10).optional(),
      counts: z.enum(['best', 'last']).default('best'),
    })
    .optional(),
  /** Lessons and banks, as they are played. */
  steps: z.array(step).min(2).max(40),
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
