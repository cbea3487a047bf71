// npm run check: format and lint, types, unused code, arrows, drift, app package, dependencies, courses, cards. All of them run, and every fault is shown.
import { spawnSync } from 'node:child_process';

/** What gets no more fixes is named each time, not only when something is wrong. */
const DEPENDENCIES = 'dependencies';
/** A lesson that is hard to read is named too. */
const CONTENT = 'content';
const checks = [
  ['format and lint', ['node_modules/@biomejs/biome/bin/biome', 'check', '.']],
  ['types', ['node_modules/typescript/bin/tsc']],
  ['types of the stage page', ['node_modules/typescript/bin/tsc', '-p', 'stage/page']],
  ['unused code', ['node_modules/knip/bin/knip.js']],
  ['schema and migrations', ['node_modules/tsx/dist/cli.mjs', 'scripts/migration.ts', '--check']],
  ['app package', ['node_modules/tsx/dist/cli.mjs', 'scripts/package.ts', '--check']],
  [DEPENDENCIES, ['node_modules/tsx/dist/cli.mjs', 'scripts/dependencies.ts']],
  [CONTENT, ['node_modules/tsx/dist/cli.mjs', 'scripts/content-check.ts', '--quiet']],
  [
    'arrows and cards',
    [
      'node_modules/jest/bin/jest.js',
      '--globalSetup=',
      '--globalTeardown=',
      'test/rules/arrows.test.ts',
      'test/rules/cards',
    ],
  ],
];
const failed = [];
for (const [name, command] of checks) {
  const began = Date.now();
  const run = spawnSync(process.execPath, command, { encoding: 'utf8' });
  const seconds = ((Date.now() - began) / 1000).toFixed(1);
  console.log(`${run.status === 0 ? 'ok  ' : 'FAIL'} ${name} (${seconds} s)`);
  if (run.status !== 0) {
    failed.push(name);
    console.log(run.stdout, run.stderr);
  } else if ((name === DEPENDENCIES || name === CONTENT) && run.stdout.trim() !== '') console.log(run.stdout.trimEnd());
}
if (failed.length > 0) {
  console.log(`Failed: ${failed.join(', ')}`);
  process.exit(1);
}
