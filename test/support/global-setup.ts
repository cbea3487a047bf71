import { execFileSync } from 'node:child_process';
import path from 'node:path';

/** One embedded server for the whole run, with a migrated database that every test file copies. */
export default function setup(): void {
  const script = path.resolve(__dirname, 'test-server.ts');
  const made = execFileSync(process.execPath, [path.resolve('node_modules/tsx/dist/cli.mjs'), script, 'start'], {
    encoding: 'utf8',
  });
  const line = made.split('\n').find((one) => one.startsWith('{'));
  if (!line) throw new Error(`The test server did not start: ${made}`);
  process.env.TEST_SERVER = line;
}
