import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod/v4';
import { readLock } from './dependencies/review';

/*
 * npm run sbom [-- --out file]
 * Writes the bill of materials (CycloneDX, JSON) of what an installation gets: the production tree of package-lock.json, for all
 * platforms. The same lock file makes the same bytes, so that two of them can be compared.
 */

const ROOT = path.resolve(__dirname, '..');
const billSchema = z.looseObject({
  bomFormat: z.literal('CycloneDX'),
  metadata: z.looseObject({
    timestamp: z.string().optional(),
    component: z.looseObject({ name: z.string(), 'bom-ref': z.string() }),
  }),
  components: z.array(z.looseObject({ 'bom-ref': z.string() })).min(1),
  dependencies: z.array(z.looseObject({ ref: z.string(), dependsOn: z.array(z.string()) })),
});

function main(): void {
  const { values } = parseArgs({ options: { out: { type: 'string', default: 'rod-traad.cdx.json' } } });
  const lock = readFileSync(path.join(ROOT, 'package-lock.json'));
  const own = z.object({ name: z.string() }).parse(JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')));
  const installed = readLock(JSON.parse(lock.toString('utf8'))).filter(({ dev }) => !dev);
  const gets = new Set(installed.map(({ name, version }) => `${name}@${version}`));
  // With --omit=dev npm 11 leaves out what our tools need as well (nodemailer, yaml): the lock file says what is for tools only.
  const command = ['sbom', '--sbom-format=cyclonedx', '--sbom-type=application', '--package-lock-only'];
  const written = execFileSync('npm', command, { cwd: ROOT, encoding: 'utf8', maxBuffer: 64e6 });
  const { metadata, ...bill } = billSchema.parse(JSON.parse(written));
  // npm takes the name from the folder, and a new number and the time with each run.
  const { timestamp: _now, ...kept } = metadata;
  const made = {
    ...bill,
    serialNumber: `urn:uuid:${idOf(lock)}`,
    metadata: { ...kept, component: { ...metadata.component, name: own.name } },
    components: bill.components
      .filter((one) => gets.has(one['bom-ref']))
      .sort((one, other) => compare(one['bom-ref'], other['bom-ref'])),
    dependencies: bill.dependencies
      .filter(({ ref }) => gets.has(ref) || ref === metadata.component['bom-ref'])
      .map((one) => ({ ...one, dependsOn: one.dependsOn.filter((ref) => gets.has(ref)) }))
      .sort((one, other) => compare(one.ref, other.ref)),
  };
  const told = new Set(made.components.map((one) => one['bom-ref']));
  const missing = [...gets].filter((one) => !told.has(one));
  if (missing.length > 0) throw new Error(`npm left out of the bill what an installation gets: ${missing.join(', ')}`);
  writeFileSync(values.out, `${JSON.stringify(made, undefined, 2)}\n`);
  console.log(`${values.out}: ${made.components.length} packages`);
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** A uuid (version 8, RFC 9562) that is the same for the same bytes. */
function idOf(bytes: Uint8Array): string {
  const hex = createHash('sha256').update(bytes).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

main();
