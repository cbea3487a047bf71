// Runs the tests and closes with their number and the time they took of their budget.
//   npm test                 all but the long ones and the browser's, within 9 minutes on two cores
//   npm run test:long        kills, races and long lives, within 12 minutes; with paths after --, those of them
//   npm run e2e              the browser's, within 8 minutes; -- stage or -- playground plays a part
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const KINDS = {
  '--long': { name: 'Long tests', budgetSeconds: 720, order: [] },
  '--e2e': { name: 'End to end', budgetSeconds: 480, order: ['--config=test/e2e/jest.config.js'] },
};
const given = process.argv.slice(2);
const flag = given.find((one) => Object.hasOwn(KINDS, one));
const { name, budgetSeconds, order } = KINDS[flag] ?? { name: 'Tests', budgetSeconds: 780, order: [] };
// Which tests: a part of the end-to-end tests is a folder of theirs, and not every path that has the word in it.
const rest = given
  .filter((one) => one !== flag)
  .map((one) => (flag === '--e2e' && !one.startsWith('-') ? `test/e2e/${one}` : one));
const outcome = path.join(tmpdir(), `rod-traad-tests-${process.pid}.json`);
const began = Date.now();
const run = spawnSync(
  process.execPath,
  ['node_modules/jest/bin/jest.js', '--json', `--outputFile=${outcome}`, ...order, ...rest],
  {
    stdio: 'inherit',
    env: { ...process.env, ...(flag === '--long' ? { LONG: '1' } : {}) },
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
console.log(`${name}: ${seconds.toFixed(0)} s of a budget of ${budgetSeconds} s${over ? ': OVER BUDGET' : ''}`);
console.log(
  `${counts.numPassedTests} passed, ${counts.numFailedTests} failed${counts.numPendingTests > 0 ? `, ${counts.numPendingTests} skipped` : ''}`,
);
// A suite that could not even load has no failed test, but fails the run.
process.exit(run.status ?? 1);
