import { execFileSync } from 'node:child_process';
import path from 'node:path';

export default function teardown(): void {
  const script = path.resolve(__dirname, 'test-server.ts');
  execFileSync(process.execPath, [path.resolve('node_modules/tsx/dist/cli.mjs'), script, 'stop'], { env: process.env });
}
