import { join } from 'node:path';
import { z } from 'zod/v4';
import type { InBothLanguages } from './policy';
import { faultsOf, readYaml } from './read-yaml';

/** What a milestone asks for: a transition meeting, the young person's own consent, the adult side taking over, a record. */
export type MilestoneIs = 'meeting' | 'consent' | 'handover' | 'record';

/** A milestone of a young person's pathway, as `milestones.yaml` says it. */
export type PolicyMilestone = {
  readonly key: string;
  readonly is: MilestoneIs;
  /** In months after the birth. */
  readonly age: number;
  /** How long before its day it opens, in months. */
  readonly opens: number;
  readonly title: InBothLanguages;
  /** What it rests on, as the municipality reads it. */
  readonly ground: InBothLanguages;
  readonly ready: readonly InBothLanguages[];
};

const text = (longest: number) =>
  z.string().trim().min(1, 'must not be empty').max(longest, `must be at most ${longest} characters`);
const both = (longest: number) => z.strictObject({ da: text(longest), en: text(longest) });
const AGE = /^(?<years>\d{1,2})y(?:(?<months>\d{1,2})m)?$/;
const OPENS = /^(?<months>\d{1,2})m$/;

const milestone = z.strictObject({
  is: z.enum(['meeting', 'consent', 'handover', 'record'], 'must be meeting, consent, handover or record'),
  age: z
    .string()
    .regex(AGE, 'must be an age such as 16y or 17y6m')
    .transform((age) => {
      const found = AGE.exec(age)?.groups;
      return Number(found?.years) * 12 + Number(found?.months ?? 0);
    }),
  opens: z
    .string()
    .regex(OPENS, 'must be a number of months such as 3m')
    .transform((opens) => Number(OPENS.exec(opens)?.groups?.months)),
  title: both(80),
  ground: both(200),
  ready: z.array(both(120)).max(4, 'must be at most 4').default([]),
});
/** `follow-up` and `by-hand` are the house's own. */
const file = z.record(
  z.string().regex(/^(?!follow-up$|by-hand$)[a-z][a-z0-9-]*$/, 'must be small letters, digits and hyphens'),
  milestone,
);

/**
 * Reads `milestones.yaml` in the folder of the policy; the earliest age first. A municipality without young people's pathways
 * leaves the file empty (`{}`).
 * @throws one error that lists every fault, each with file, line, column and field
 */
export function readMilestones(folder: string): readonly PolicyMilestone[] {
  const read = readYaml(join(folder, 'milestones.yaml'), (content) => {
    const found = file.safeParse(content);
    return found.success ? { value: found.data } : { faults: faultsOf(found.error.issues) };
  });
  if ('faults' in read)
    throw new Error(`The milestones cannot be used:\n${read.faults.map((fault) => `  ${fault}`).join('\n')}`);
  return Object.entries(read.value)
    .map(([key, one]) => ({ key, ...one }))
    .sort((one, other) => one.age - other.age);
}
