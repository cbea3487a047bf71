import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { LADDER_VERBS } from '../../bot/app';
import { readModels } from '../../bot/pathways/models';
import { readMunicipality } from '../../bot/policy-files';
import { lineWithCpr } from '../../bot/privacy/cpr';

describe('A CPR number in a file of a municipality', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'rod-traad-cpr-files-'));
    cpSync('content/policy', folder, { recursive: true });
    cpSync('content/models', path.join(folder, 'models'), { recursive: true });
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const read = () => {
    readMunicipality(folder, LADDER_VERBS);
    readModels(path.join(folder, 'models'));
  };

  it('is in none of ours', () => {
    expect(read).not.toThrow();
  });

  it.each(['house.yaml', 'ladders.yaml', 'milestones.yaml', 'models/ballerup.yaml'])(
    'stops the reading of %s, and is told by its line alone',
    (name) => {
      const file = path.join(folder, name);
      const lines = readFileSync(file, 'utf8').split('\n');
      writeFileSync(file, [...lines.slice(0, 2), '# fx 010170-1234', ...lines.slice(2)].join('\n'));
      expect(read).toThrow(`${file}:3:1 there is a CPR number: delete it, and write initials or a reference instead`);
      expect(read).not.toThrow('1234');
    },
  );

  it.each([
    { text: 'a\nb 010170-1234\nc', line: 2 },
    { text: 'a\nb\n010170-\n1234\nc', line: 3 },
    { text: 'a\nb\nc', line: undefined },
  ])('stands on line $line', ({ text, line }) => {
    expect(lineWithCpr(text)).toBe(line);
  });
});
