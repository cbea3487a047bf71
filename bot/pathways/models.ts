import { readdirSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod/v4';
import { DEPARTMENT_KINDS } from '../people/import/organisation-file';
import { faultsOf, readYaml } from '../people/read-yaml';
import { clashesIn } from './model-clashes';

/**
 * How a municipality's model of cooperation meets and decides: content (`content/models/*.yaml`), not code. What a source
 * says is named in the comments of each file. Limits of length and number are those of the cards that show it.
 */
const text = (longest: number) =>
  z.string().trim().min(1, 'must not be empty').max(longest, `must be at most ${longest} characters`);
const both = (longest: number) => z.strictObject({ da: text(longest), en: text(longest) });
const title = both(80);
const key = z.string().regex(/^[a-z][a-z-]*$/, 'must be small letters and hyphens');
/** So many days, weeks or months: `14d`, `2w`, `6m`. */
const span = z.string().regex(/^[1-9]\d?[dwm]$/, 'must be a span such as 14d, 2w or 6m');
const minutes = (least: number) =>
  z
    .number('must be a number of minutes')
    .int('must be whole minutes')
    .min(least, `must be at least ${least} minutes`)
    .max(480, 'must be at most 480 minutes');
const departmentKind = z.enum(DEPARTMENT_KINDS, `must be one of ${DEPARTMENT_KINDS.join(', ')}`);
const oneOf = <const Code extends string>(...codes: readonly Code[]) =>
  z.enum(codes, `must be ${codes.length > 1 ? `${codes.slice(0, -1).join(', ')} or ` : ''}${codes.at(-1)}`);
const flag = z.boolean('must be true or false');

const preparation = z.strictObject({
  key,
  title,
  /** Who has it ready: the lead, or each professional who is invited. */
  by: oneOf('lead', 'invited'),
  /** How long before the meeting: `1wd` is the working day before. */
  before: z.string().regex(/^[1-9]\d?(?:wd|d|w|m)$/, 'must be a span such as 1wd, 1w or 1m'),
  /** The local hour, `HH:MM`. */
  at: z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'must be a time of day, "HH:MM"'),
  /** What the model sets aside for it, in minutes, for each who has it ready. */
  takes: minutes(5).optional(),
});

/** What follows a meeting of a kind, counted from its day. */
const follow = z.discriminatedUnion(
  'what',
  [
    z.strictObject({ what: z.literal('meeting'), kind: key, after: span }),
    z.strictObject({ what: z.literal('citizen-talk'), within: span }),
  ],
  'must say what: meeting or citizen-talk',
);

const meeting = z.strictObject({
  kind: key,
  /** In minutes. */
  duration: minutes(15),
  agenda: z
    .array(z.strictObject({ key, title, duration: minutes(5) }))
    .min(1, 'must have a point')
    .max(8, 'must be at most 8 points'),
  /** How often the house holds it, whoever's pathway is on, where the model says so: a fixed meeting with a place in it. */
  heldEvery: span.optional(),
  /** Whether the citizen takes part in this kind, where it differs from the model. */
  citizen: oneOf('always', 'not').optional(),
  /** Time that the model gives the citizen before the meeting; an earlier date is refused. */
  notice: span.optional(),
  prepare: z.array(preparation).max(4, 'must be at most 4').default([]),
  /** Roles that the model names; the lead leads where nobody else does. */
  roles: z.array(oneOf('leader', 'facilitator', 'note-taker')).default([]),
  /** Who must be there, by kind of department; shown as missing where nobody of them is invited. */
  mustBeThere: z.array(departmentKind).default([]),
  /** Consent is gone through at the end: the ground for sharing is then for this meeting only. */
  consentAtEnd: flag.default(false),
  /** The three columns, where the model has them. */
  columns: z.array(z.strictObject({ key, title })).max(3, 'must be at most 3 columns').default([]),
  /** What was agreed is written as a document that the citizen signs at the meeting. */
  signed: flag.default(false),
  /** What a meeting of this kind settles when it was held with the citizen. */
  countsAs: oneOf('follow-up', 'transition').optional(),
  follows: z.array(follow).max(6, 'must be at most 6').default([]),
});

const model = z.strictObject({
  name: title,
  attendance: oneOf('duty', 'invited'),
  citizen: oneOf('always', 'part', 'not'),
  /** Whether the citizen may say no to the meetings: the letter says so. */
  voluntary: flag,
  decides: oneOf(
    'unanimous-then-managers',
    'agreed-with-citizen',
    'professional-decides',
    'leaders-set-direction',
    'advice-process',
  ),
  /** Who decides where no agreement is reached, of those at the meeting; with `professional-decides` only. */
  professional: z
    .strictObject({
      department: departmentKind,
      /** As the import writes professions; without it anybody of that kind of department. */
      profession: text(80).optional(),
    })
    .optional(),
  /** How often meetings that count as a follow-up are held, where the model says so beside what follows each meeting. */
  rhythm: z
    .strictObject({
      /** So many at least in each year of the pathway. */
      aYear: z
        .number('must be a number')
        .int('must be a whole number')
        .min(1, 'must be at least 1')
        .max(12, 'must be at most 12'),
      /** The next is due so long after the last that was held, or after the beginning. */
      due: span,
      /** So long before that it is asked for. */
      opens: span,
      /** Held closer to the last than this, it counts as the same. */
      apart: span,
    })
    .optional(),
  /** How long the cooperation lasts, where the model says so. */
  lasts: span.optional(),
  /** Whether leaders take part in the meetings, where the model says so. */
  leaders: oneOf('take-part', 'stay-away').optional(),
  /** The model has a second person beside the lead from the beginning. */
  coLead: flag.default(false),
  /** What the citizen's plan is called. */
  plan: title.default({ da: 'Borgerens Plan', en: 'The citizen’s plan' }),
  /** How the letter to the citizen begins, in plain words: what this kind of cooperation is for. */
  letter: both(600),
  /** Most common first. */
  meetings: z.array(meeting).min(1, 'must have a meeting').max(6, 'must be at most 6 kinds of meeting'),
});

export type Model = Readonly<z.output<typeof model>> & { readonly key: string };
export type MeetingKind = Model['meetings'][number];
export type Models = ReadonlyMap<string, Model>;

/** A model as it was frozen, read back. @throws when it no longer fits: a fault of ours */
export function frozenModel(modelKey: string, content: unknown): Model {
  return { key: modelKey, ...model.parse(content) };
}

/** What is frozen of a model: all but its key. */
export function contentOf({ key: _key, ...content }: Model): z.input<typeof model> {
  return content;
}

/** Whether the citizen takes part in a meeting of this kind. */
export function citizenTakesPart(of: Model, kind: MeetingKind | undefined): boolean {
  return (kind?.citizen ?? of.citizen) === 'always';
}

/** A field that is not there is missing, whatever it should have been. */
function saidPlainly(issue: z.core.$ZodIssue): z.core.$ZodIssue {
  return 'input' in issue && issue.input === undefined ? { ...issue, message: 'is missing' } : issue;
}

/**
 * Reads the models of a folder, one file each, named by the file.
 * @throws one error that lists every fault of every file: `<file>:<line>:<column> <field>: <what is wrong>`
 */
export function readModels(folder: string): Models {
  const faults: string[] = [];
  const models = new Map<string, Model>();
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()) {
    const modelKey = path.basename(file, '.yaml');
    const read = readYaml(path.join(folder, file), (content) => {
      const parsed = model.safeParse(content, { reportInput: true });
      const found = [...(parsed.success ? [] : faultsOf(parsed.error.issues.map(saidPlainly))), ...clashesIn(content)];
      return parsed.success && found.length === 0 ? { value: { key: modelKey, ...parsed.data } } : { faults: found };
    });
    if ('faults' in read) faults.push(...read.faults);
    else models.set(modelKey, read.value);
  }
  if (faults.length > 0)
    throw new Error(`The models cannot be used:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
  return models;
}
