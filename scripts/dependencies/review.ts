import { z } from 'zod/v4';

const day = z.iso.date();
const reason = z.string().trim().min(20);
const reviewedSchema = z.strictObject({
  packages: z.array(
    z.strictObject({
      name: z.string().min(1),
      /** The versions that were looked at; another one is another thing. */
      versions: z.array(z.string().min(1)).min(1),
      /** `deprecated`: its publisher marked it so in the registry; `end-of-life`: its maker gives no more fixes. */
      is: z.enum(['deprecated', 'end-of-life']),
      /** Why it can do no harm here. */
      because: reason,
      lookAgainOn: day,
    }),
  ),
  advisories: z.array(
    z.strictObject({ id: z.string().min(1), package: z.string().min(1), because: reason, lookAgainOn: day }),
  ),
});
const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      deprecated: z.string().optional(),
      dev: z.boolean().optional(),
    }),
  ),
});
const auditSchema = z.object({
  vulnerabilities: z.record(
    z.string(),
    z.object({
      via: z.array(
        z.union([
          z.string(),
          z.object({ name: z.string(), url: z.string(), title: z.string().default(''), severity: z.string() }),
        ]),
      ),
    }),
  ),
});

export type Reviewed = z.infer<typeof reviewedSchema>;
type Installed = {
  readonly name: string;
  readonly version: string;
  readonly deprecated: string | undefined;
  readonly dev: boolean;
};
/** A known weakness of a package, by its id in the advisory database. */
export type Advisory = {
  readonly id: string;
  readonly package: string;
  readonly severity: string;
  readonly title: string;
};

const LIST = 'scripts/dependencies/reviewed.json';

/** The list of what was looked at. @throws ZodError with every place that is wrong */
export const readReviewed = (json: unknown): Reviewed => reviewedSchema.parse(json);

/** What a lock file has installed, the same version once. @throws ZodError when it is no lock file of npm 7 or newer */
export function readLock(json: unknown): Installed[] {
  const found = new Map<string, Installed>();
  for (const [place, one] of Object.entries(lockSchema.parse(json).packages)) {
    const name = place.split('node_modules/').at(-1) ?? '';
    if (name === '' || one.version === undefined) continue;
    const key = `${name}@${one.version}`;
    const dev = one.dev === true && (found.get(key)?.dev ?? true);
    found.set(key, { name, version: one.version, deprecated: one.deprecated ?? found.get(key)?.deprecated, dev });
  }
  return [...found.values()];
}

/**
 * The weaknesses that `npm audit --json` names.
 * @returns undefined when that is no such answer: the registry was not there, or keeps no advisories
 */
export function readAudit(json: unknown): Advisory[] | undefined {
  const read = auditSchema.safeParse(json);
  if (!read.success) return undefined;
  const found = new Map<string, Advisory>();
  for (const { via } of Object.values(read.data.vulnerabilities)) {
    for (const one of via) {
      if (typeof one === 'string') continue;
      const id = one.url.split('/').at(-1) ?? one.url;
      found.set(`${id} ${one.name}`, { id, package: one.name, severity: one.severity, title: one.title });
    }
  }
  return [...found.values()];
}

/** Where what is installed and what was looked at differ, each with what to do; `today` is YYYY-MM-DD. */
export function packageFaults(installed: readonly Installed[], reviewed: Reviewed, today: string): string[] {
  const faults: string[] = [];
  for (const { name, version, deprecated } of installed) {
    const listed = reviewed.packages.find((one) => one.name === name);
    if (listed?.versions.includes(version) || (!listed && deprecated === undefined)) continue;
    // A newer version of a listed package may be the way out of it: only the one that is marked is a fault.
    if (deprecated !== undefined)
      faults.push(
        `${name} ${version} is deprecated ("${deprecated}") and nobody has looked at it. Replace it; or write into ${LIST} why it can do no harm here, and when to look again.`,
      );
    else if (listed?.is === 'end-of-life')
      faults.push(
        `${name} ${version} is another version than the ${listed.versions.join(', ')} that was looked at. Look again, and change its row in ${LIST}, or take it out.`,
      );
  }
  for (const { name, versions, lookAgainOn } of reviewed.packages) {
    const gone = versions.filter((version) => !installed.some((one) => one.name === name && one.version === version));
    if (gone.length > 0)
      faults.push(`${name} ${gone.join(', ')} is no longer installed. Well done: take it out of ${LIST}.`);
    if (lookAgainOn <= today) faults.push(overdue(name, lookAgainOn));
  }
  return faults;
}

/** The weaknesses that nobody has looked at, and rows that are about none; each with what to do. */
export function advisoryFaults(known: readonly Advisory[], reviewed: Reviewed, today: string): string[] {
  const same = (one: { id: string; package: string }, other: { id: string; package: string }) =>
    one.id === other.id && one.package === other.package;
  return [
    ...known
      .filter((one) => !reviewed.advisories.some((row) => same(row, one)))
      .map(
        (one) =>
          `${one.package}: ${one.severity}: ${one.title} (https://github.com/advisories/${one.id}). Update it; or write into ${LIST} why it can do no harm here, and when to look again.`,
      ),
    ...reviewed.advisories
      .filter((row) => !known.some((one) => same(row, one)))
      .map((row) => `${row.id} (${row.package}) is no longer reported. Take it out of ${LIST}.`),
    ...reviewed.advisories
      .filter((row) => row.lookAgainOn <= today)
      .map((row) => overdue(`${row.id} (${row.package})`, row.lookAgainOn)),
  ];
}

const overdue = (what: string, on: string): string =>
  `${what} was to be looked at again on ${on}. Is there a way out of it now, and does the reason still hold? Then set a new date in ${LIST}, at most a year ahead.`;
