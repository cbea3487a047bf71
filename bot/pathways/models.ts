import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseDocument } from 'yaml';
import { z } from 'zod/v4';
import { DEPARTMENT_KINDS } from '../people/import/organisation-file';

/**
 * How a municipality's model of cooperation meets and decides: content (`content/models/*.yaml`), not code. What a source
 * says is named in the comments of each file.
 */
const text = z.string().trim().min(1);
const both = z.strictObject({ da: text, en: text });
const key = z.string().regex(/^[a-z][a-z-]*$/, 'must be small letters and hyphens');
/** So many days, weeks or months: `14d`, `2w`, `6m`. */
const span = z.string().regex(/^[1-9]\d?[dwm]$/, 'must be a span such as 14d, 2w or 6m');
const minutes = z.number().int().min(5).max(480);

const preparation = z.strictObject({
  key,
  title: both,
  /** Who has it ready: the lead, or each professional who is invited. */
  by: z.enum(['lead', 'invited']),
  /** How long before the meeting: `1wd` is the working day before. */
  before: z.string().regex(/^[1-9]\d?(?:wd|d|w|m)$/, 'must be a span such as 1wd, 1w or 1m'),
  /** The local hour, `HH:MM`. */
  at: z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'must be a time of day, "HH:MM"'),
});

/** What follows a meeting of a kind, counted from its day. */
const follow = z.discriminatedUnion('what', [
  z.strictObject({ what: z.literal('meeting'), kind: key, after: span }),
  z.strictObject({ what: z.literal('citizen-talk'), within: span }),
]);

const meeting = z.strictObject({
  kind: key,
  /** In minutes. */
  duration: z.number().int().min(15).max(480),
  agenda: z.array(z.strictObject({ key, title: both, duration: minutes })).min(1),
  /** Whether the citizen takes part in this kind, where it differs from the model. */
  citizen: z.enum(['always', 'not']).optional(),
  /** Time that the model gives the citizen before the meeting; an earlier date is refused. */
  notice: span.optional(),
  prepare: z.array(preparation).default([]),
  /** Roles that the model names; the lead leads where nobody else does. */
  roles: z.array(z.enum(['leader', 'facilitator', 'note-taker'])).default([]),
  /** Who must be there, by kind of department; shown as missing where nobody of them is invited. */
  mustBeThere: z.array(z.enum(DEPARTMENT_KINDS)).default([]),
  /** Consent is gone through at the end: the ground for sharing is then for this meeting only. */
  consentAtEnd: z.boolean().default(false),
  /** The three columns, where the model has them. */
  columns: z.array(z.strictObject({ key, title: both })).default([]),
  /** What is written live, beside the agenda: `agreement-document` is signed by the citizen at the meeting. */
  signed: z.boolean().default(false),
  countsAs: z.enum(['follow-up', 'transition']).optional(),
  follows: z.array(follow).default([]),
});

const model = z.strictObject({
  name: both,
  attendance: z.enum(['duty', 'invited']),
  citizen: z.enum(['always', 'part', 'not']),
  /** Whether the citizen may say no to the meetings: the letter says so. */
  voluntary: z.boolean(),
  decides: z.enum([
    'unanimous-then-managers',
    'agreed-with-citizen',
    'professional-decides',
    'leaders-set-direction',
    'advice-process',
  ]),
  /** What the citizen's plan is called. */
  plan: both.default({ da: 'Borgerens Plan', en: 'The citizen’s plan' }),
  /** How the letter to the citizen begins, in plain words: what this kind of cooperation is for. */
  letter: both,
  /** Most common first. */
  meetings: z.array(meeting).min(1),
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

/**
 * Reads the models of a folder, one file each.
 * @throws one error that lists every fault with file and place
 */
export function readModels(folder: string): Models {
  const faults: string[] = [];
  const models = new Map<string, Model>();
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()) {
    const document = parseDocument(readFileSync(path.join(folder, file), 'utf8'));
    faults.push(...document.errors.map((fault) => `${file}: ${fault.message}`));
    if (document.errors.length > 0) continue;
    const parsed = model.safeParse(document.toJS());
    if (parsed.success) models.set(path.basename(file, '.yaml'), { key: path.basename(file, '.yaml'), ...parsed.data });
    else
      for (const issue of parsed.error.issues)
        faults.push(`${file}: ${issue.path.join('.') || 'the whole file'}: ${issue.message}`);
  }
  if (faults.length > 0)
    throw new Error(`The models cannot be used:\n${faults.map((fault) => `- ${fault}`).join('\n')}`);
  return models;
}
