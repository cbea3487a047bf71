import { readdirSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod/v4';
import { DEPARTMENT_KINDS } from '../people/import/organisation-file';
import { type Fault, faultsOf, readYaml } from '../people/read-yaml';
import { asDay } from '../time/day';
import { plainSpanFrom } from '../time/span';
import { tie } from './rules';

/**
 * An onboarding programme is content (`content/programs/*.yaml`), not code. What a source says is named in the comments of
 * each file. Limits of length and number are those of the cards that show it.
 */
const MOST_STEPS = 20;
const text = (longest: number) =>
  z.string().trim().min(1, 'must not be empty').max(longest, `must be at most ${longest} characters`);
const both = (longest: number) => z.strictObject({ da: text(longest), en: text(longest) });
const key = z.string().regex(/^[a-z][a-z0-9-]{0,59}$/, 'must be small letters, digits and hyphens');
const span = z.string().regex(/^(?:0|[1-9]\d?)[dwm]$/, 'must be a span such as 0d, 14d, 2w or 6m');
const oneOf = <const Code extends string>(codes: readonly Code[]) =>
  z.enum(codes, `must be one of ${codes.join(', ')}`);

export const OWNERS = ['learner', 'manager', 'mentor', 'onboarding-lead'] as const;
export type StepOwner = (typeof OWNERS)[number];
/** Those that people are called to, a class at a time: being there settles them. */
export const CALLED_KINDS = ['class', 'dialogue-meeting', 'supervision', 'learning-day'] as const;
export type CalledKind = (typeof CALLED_KINDS)[number];
export const STEP_KINDS = ['course', 'talk', 'meeting', 'measurement', ...CALLED_KINDS] as const;

const step = z.strictObject({
  key,
  title: both(80),
  /** What it is, in one sentence. */
  what: both(200),
  kind: oneOf(STEP_KINDS),
  /** How long after the start it can be done, and by when it is to be done. */
  opens: span,
  due: span,
  /** The step that both count from instead of the start. */
  after: key.optional(),
  /** Who sees to it that it is done. */
  owner: oneOf(OWNERS),
  /** A course that is done; being there; or its owner, who says so. */
  settles: z.union(
    [z.literal('attended'), z.literal('said'), z.strictObject({ course: key })],
    'must be attended, said, or course: with the key of a course',
  ),
});

const part = z.strictObject({
  key,
  title: both(60),
  /** The introduction is one thing with one date: the learner does it, and the nearest manager sees to it that there is time. */
  introduction: z.boolean('must be true or false').default(false),
  steps: z.array(step).min(1, 'must have a step'),
});

const program = z.strictObject({
  name: both(80),
  /** Without it the programme is for everybody whom no other fits. */
  for: z
    .strictObject({
      departments: z.array(oneOf(DEPARTMENT_KINDS)).min(1, 'must have a kind of department').optional(),
      /** As the import writes professions. */
      professions: z.array(text(80)).min(1, 'must have a profession').optional(),
      leaders: z.literal(true, 'must be true, or left out').optional(),
    })
    .optional(),
  parts: z.array(part).min(1, 'must have a part').max(8, 'must be at most 8 parts'),
});

export type Program = Readonly<z.output<typeof program>> & { readonly key: string };
export type ProgramPart = Program['parts'][number];
export type Step = ProgramPart['steps'][number];
export type Programs = ReadonlyMap<string, Program>;

/** A programme as it was frozen, read back. @throws when it no longer fits: a fault of ours */
export function frozenProgram(programKey: string, content: unknown): Program {
  return { key: programKey, ...program.parse(content) };
}

/** What is frozen of a programme: all but its key. */
export function contentOf({ key: _key, ...content }: Program): z.input<typeof program> {
  return content;
}

export const stepsOf = (one: Pick<Program, 'parts'>): Step[] => one.parts.flatMap((each) => each.steps);

/**
 * Reads the programmes of a folder, one file each, named by the file.
 * @param courseKeys the courses that exist; without it a step's course is not looked for
 * @throws one error that lists every fault of every file: `<file>:<line>:<column> <field>: <what is wrong>`
 */
export function readPrograms(folder: string, courseKeys?: ReadonlySet<string>): Programs {
  const faults: string[] = [];
  const programs = new Map<string, Program>();
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort();
  for (const file of files) {
    const programKey = path.basename(file, '.yaml');
    const read = readYaml(path.join(folder, file), (content) => {
      const parsed = program.safeParse(content, { reportInput: true });
      if (!parsed.success) return { faults: faultsOf(parsed.error.issues.map(saidPlainly)) };
      const found = [...faultsIn(parsed.data, courseKeys), ...tieWith(parsed.data, programs)];
      return found.length === 0 ? { value: { key: programKey, ...parsed.data } } : { faults: found };
    });
    if ('faults' in read) faults.push(...read.faults);
    else programs.set(programKey, read.value);
  }
  if (faults.length === 0 && ![...programs.values()].some((one) => one.for === undefined))
    faults.push(`${folder}: no programme is for everybody: one file must leave out "for"`);
  if (faults.length > 0)
    throw new Error(`The programmes cannot be used:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
  return programs;
}

function tieWith(read: Pick<Program, 'for'>, programs: Programs): Fault[] {
  const other = [...programs.values()].find((one) => tie(read.for, one.for));
  if (!other) return [];
  const message =
    read.for === undefined
      ? `the programme ${other.key} is for everybody already: say whom this one is for`
      : `fits somebody as closely as the programme ${other.key} does: narrow one of them`;
  return [{ path: read.for === undefined ? [] : ['for'], message }];
}

/** Any day will do: spans are compared by where they land. */
const SOME_DAY = asDay('2026-01-01');

function faultsIn({ parts }: Pick<Program, 'parts'>, courseKeys: ReadonlySet<string> | undefined): Fault[] {
  const found: Fault[] = [];
  const tell = (at: readonly PropertyKey[], message: string) => found.push({ path: at, message });
  const introductions = parts.filter((one) => one.introduction).length;
  if (introductions !== 1)
    tell(['parts'], `must have one part with introduction: true, and has ${introductions === 0 ? 'none' : 'several'}`);
  if (parts.flatMap((one) => one.steps).length > MOST_STEPS) tell(['parts'], `must be at most ${MOST_STEPS} steps`);
  const partKeys = new Set<string>();
  const keys = new Set<string>();
  for (const [p, one] of parts.entries()) {
    if (partKeys.has(one.key)) tell(['parts', p, 'key'], 'is the key of another part');
    partKeys.add(one.key);
    for (const [s, each] of one.steps.entries()) {
      const at = (field: string) => ['parts', p, 'steps', s, field];
      if (keys.has(each.key)) tell(at('key'), 'is the key of another step');
      if (each.after !== undefined && !keys.has(each.after))
        tell(at('after'), 'must be the key of a step that stands before this one');
      keys.add(each.key);
      if (plainSpanFrom(SOME_DAY, each.due) < plainSpanFrom(SOME_DAY, each.opens))
        tell(at('due'), 'must not be before it opens');
      if (one.introduction && (each.owner !== 'learner' || each.kind !== 'course'))
        tell(at('owner'), 'must be a course that the learner does: the introduction is courses');
      const course = typeof each.settles === 'object' ? each.settles.course : undefined;
      if ((course !== undefined) !== (each.kind === 'course'))
        tell(at('settles'), 'a course is settled by course:, and nothing else is');
      if (course !== undefined && courseKeys && !courseKeys.has(course))
        tell(at('settles'), `there is no course "${course}"; there are ${[...courseKeys].sort().join(', ')}`);
      if ((each.settles === 'attended') !== CALLED_KINDS.some((kind) => kind === each.kind))
        tell(at('settles'), `attended goes with ${CALLED_KINDS.join(', ')}, and with nothing else`);
    }
  }
  return found;
}

/** A field that is not there is missing, whatever it should have been. */
function saidPlainly(issue: z.core.$ZodIssue): z.core.$ZodIssue {
  return 'input' in issue && issue.input === undefined ? { ...issue, message: 'is missing' } : issue;
}
