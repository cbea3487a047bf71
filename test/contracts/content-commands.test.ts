import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const run = (script: string, ...given: readonly string[]) =>
  spawnSync(process.execPath, ['--import', 'tsx', `scripts/${script}.ts`, ...given], { encoding: 'utf8' });

describe('the commands of authors', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'rod-traad-content-'));
    cpSync('test/support/courses', folder, { recursive: true });
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test('content:check shows words and LIX, warns of what is hard to read, and ends with 1 at a fault', () => {
    const clean = run('content-check', folder);
    expect(clean.stdout).toContain('all-kinds/everybody-comes        54      23        62      21');
    expect(clean.stderr).toBe('');
    expect(clean.status).toBe(0);

    const lesson = path.join(folder, 'all-kinds', 'da', 'everybody-comes.md');
    const head = readFileSync(lesson, 'utf8').split('\n').slice(0, 5).join('\n');
    writeFileSync(lesson, `${head}\nForvaltningens tværfaglige koordineringsudvalg igangsætter udredningsforløb.\n`);
    const hard = run('content-check', folder, '--quiet');
    expect(hard.stdout.trim()).toBe(
      `${lesson}:1:1 warning: LIX is 105, aim below 45: shorter sentences, shorter words`,
    );
    expect(hard.status).toBe(0);

    writeFileSync(lesson, `${head}\n# Overskrift\n`);
    const broken = run('content-check', folder, '--quiet');
    expect(broken.stderr).toContain(`${lesson}:6:1 there is a heading`);
    expect(broken.status).toBe(1);
  });

  test('content:export and content:import hand questions over, and a bank that is there is left as it is', () => {
    const out = run('content-export', '--course', 'all-kinds', '--language', 'da', '--folder', folder);
    expect(out.status).toBe(0);
    expect(out.stderr).toContain('da/last.questions.md:28:1 "two-meetings": GIFT has no dilemmas: it is left out');
    const gift = path.join(folder, 'bank.gift');
    writeFileSync(gift, out.stdout);
    const back = run('content-import', gift, '--course', 'again', '--folder', folder);
    expect(back.status).toBe(0);
    expect(back.stdout).toContain(`to be translated: ${folder}/again/en/last.questions.md`);
    expect(back.stdout).toContain('to be written:');
    expect(readFileSync(path.join(folder, 'again', 'da', 'last.questions.md'), 'utf8')).toContain(
      'kalder vi dit ____.',
    );

    const again = run('content-import', gift, '--course', 'all-kinds', '--folder', folder);
    expect(again.status).toBe(2);
    expect(again.stderr).toContain('is there already and is left as it is');
    expect(run('content-import', gift).stderr).toContain('Say which file and which course');
    expect(run('content-export', '--course', 'none', '--folder', folder).stderr).toContain('There is no course "none"');
  });
});
