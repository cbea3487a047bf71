import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { advisoryFaults, packageFaults, readAudit, readLock, readReviewed } from './dependencies/review';

/*
 * Part of npm run check: names the packages that get no more fixes and why they do no harm here, and fails on one that nobody has
 * looked at. From package-lock.json, so it works offline; npm's advisories are asked for beside it, and count when they come.
 */

const ROOT = path.resolve(__dirname, '..');
const WITHIN_MS = 8_000;

/** The answer of `npm audit` on what an installation gets; undefined when there is none in time. */
function askForAdvisories(): Promise<unknown> {
  const command = ['audit', '--json', '--omit=dev', '--fetch-retries=0', `--fetch-timeout=${WITHIN_MS - 3_000}`];
  return new Promise((resolve) => {
    // Found weaknesses are its exit status 1, and stand in the answer all the same.
    execFile('npm', command, { cwd: ROOT, timeout: WITHIN_MS, maxBuffer: 64e6 }, (_fault, out) => {
      try {
        resolve(JSON.parse(out));
      } catch {
        resolve(undefined);
      }
    });
  });
}

async function main(): Promise<void> {
  const json = (file: string): unknown => JSON.parse(readFileSync(path.join(ROOT, file), 'utf8'));
  const reviewed = readReviewed(json('scripts/dependencies/reviewed.json'));
  const installed = readLock(json('package-lock.json'));
  const today = new Date().toISOString().slice(0, 10);
  const known = readAudit(await askForAdvisories());
  const faults = [
    ...packageFaults(installed, reviewed, today),
    ...(known === undefined ? [] : advisoryFaults(known, reviewed, today)),
  ];
  for (const { name, versions, is, because, lookAgainOn } of reviewed.packages)
    console.log(`     ${name} ${versions.join(', ')}: ${is}, contained until ${lookAgainOn}. ${because}`);
  console.log(
    known === undefined
      ? '     Known weaknesses could not be asked for: the registry gave no answer (offline, or it keeps no advisories).'
      : `     Known weaknesses of what an installation gets: ${known.length}, all looked at unless told below.`,
  );
  for (const fault of faults) console.error(`- ${fault}`);
  process.exitCode = faults.length > 0 ? 1 : 0;
}

main().catch((fault: unknown) => {
  console.error(fault instanceof Error ? fault.message : fault);
  process.exit(1);
});
