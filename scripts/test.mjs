// Runs the tests and closes with their number and the time they took of their budget.
//   npm test                 all but the long ones and the browser's, within 3 minutes
//   npm run test:long        kills, races and long lives, within 8 minutes
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const long = process.argv.includes('--long');
const budgetSeconds = long ? 480 : 180;
const rest = process.argv.slice(2).filter((one) => one !== '--long');
const outcome = path.join(tmpdir(), `rod-traad-tests-${process.pid}.json`);
const began = Date.now();
const run = spawnSync(
  process.execPath,
  ['node_modules/jest/bin/jest.js', '--json', `--outputFile=${outcome}`, ...rest],
  {
    stdio: 'inherit',
    env: { ...process.env, ...(long ? { LONG: '1' } : {}) },
  },
);
const seconds = (Date.now() - began) / 1000;
let counts = { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0 };
try {
  counts = JSON.parse(readFileSync(outcome, 'utf8'));
  rmSync(outcome);
} catch {
  // jest did not get as far as writing it; its exit code says so below.
}
const over = seconds > budgetSeconds;
console.log(
  `${long ? 'Long tests' : 'Tests'}: ${seconds.toFixed(0)} s of a budget of ${budgetSeconds} s${over ? ': OVER BUDGET' : ''}`,
);
console.log(
  `${counts.numPassedTests} passed, ${counts.numFailedTests} failed${counts.numPendingTests > 0 ? `, ${counts.numPendingTests} skipped` : ''}`,
);
// A suite that could not even load has no failed test, but fails the run.
process.exit(run.status ?? 1);
