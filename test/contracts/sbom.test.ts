import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

describe('the bill of materials', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'rod-traad-sbom-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));
  const made = (name: string): string => {
    const out = path.join(folder, name);
    execFileSync(process.execPath, ['--import', 'tsx', 'scripts/sbom.ts', '--out', out]);
    return readFileSync(out, 'utf8');
  };

  test('is CycloneDX, of what an installation gets and nothing else, and the same each time', () => {
    const text = made('one.json');
    expect(made('two.json')).toBe(text);
    const bill = JSON.parse(text);
    expect([bill.bomFormat, Number(bill.specVersion) >= 1.5, bill.metadata.component.name]).toEqual([
      'CycloneDX',
      true,
      'rod-traad',
    ]);
    const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
    const names = new Set(bill.components.map(({ name }: { name: string }) => name));
    expect(Object.keys(dependencies).filter((name) => !names.has(name))).toEqual([]);
    const theirs = ['jest', 'knip', '@biomejs/biome', 'playwright-core', 'smtp-server'];
    expect(theirs.every((name) => name in devDependencies)).toBe(true);
    expect(theirs.filter((name) => names.has(name))).toEqual([]);
  }, 60_000);
});
