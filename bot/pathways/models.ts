import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseDocument } from 'yaml';
import { z } from 'zod/v4';

/** How a municipality's model of cooperation meets: content, not code. */
export type Model = {
  readonly key: string;
  readonly name: { readonly da: string; readonly en: string };
  readonly attendance: 'duty' | 'invited';
  /** Whether the citizen takes part in the meetings. */
  readonly citizen: 'always' | 'part' | 'not';
  readonly decides: string;
  /** The kinds of meeting, most common first; duration in minutes. */
  readonly meetings: readonly { readonly kind: string; readonly duration: number }[];
};
export type Models = ReadonlyMap<string, Model>;

const schema = z.strictObject({
  name: z.strictObject({ da: z.string().min(1), en: z.string().min(1) }),
  attendance: z.enum(['duty', 'invited']),
  citizen: z.enum(['always', 'part', 'not']),
  decides: z.enum([
    'unanimous-then-managers',
    'agreed-with-citizen',
    'professional-decides',
    'leaders-set-direction',
    'advice-process',
  ]),
  meetings: z
    .array(z.strictObject({ kind: z.string().regex(/^[a-z][a-z-]*$/), duration: z.number().int().min(15).max(480) }))
    .min(1),
});

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
    const parsed = schema.safeParse(document.toJS());
    if (parsed.success) models.set(path.basename(file, '.yaml'), { key: path.basename(file, '.yaml'), ...parsed.data });
    else
      for (const issue of parsed.error.issues)
        faults.push(`${file}: ${issue.path.join('.') || 'the whole file'}: ${issue.message}`);
  }
  if (faults.length > 0)
    throw new Error(`The models cannot be used:\n${faults.map((fault) => `- ${fault}`).join('\n')}`);
  return models;
}
