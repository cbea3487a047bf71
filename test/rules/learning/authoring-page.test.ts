import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { LONGEST, MOST_WORDS } from '../../../bot/learning/course';
import { LIX_AIM } from '../../../bot/learning/lix';
import { readCourses } from '../../../bot/learning/read-courses';
import { readHere } from '../../../bot/learning/read-here';

const PAGE = readFileSync('docs/authoring.md', 'utf8');
const examples = [...PAGE.matchAll(/```(markdown|yaml)\n([\s\S]*?)```/g)].map(([, kind, text]) => ({
  kind,
  text: text ?? '',
}));
const bank = examples.filter(({ text }) => text.startsWith('## ')).map(({ text }) => text);

/** The page's examples as a course; each language the same text, for the page shows the Danish. */
test('what the page for authors shows can be played as it stands', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'rod-traad-authoring-'));
  try {
    const course = path.join(folder, 'moedepligt');
    for (const language of ['da', 'en']) {
      mkdirSync(path.join(course, language), { recursive: true });
      const write = (name: string, text: string) => writeFileSync(path.join(course, language, name), text);
      const lesson = examples.find(({ text }) => text.startsWith('---'))?.text ?? '';
      write('alle-kommer.md', lesson);
      write('naar-du-er-forhindret.md', lesson);
      const [first = '', ...others] = bank;
      write('alle-kommer.questions.md', first);
      write('til-sidst.questions.md', others.join('\n'));
    }
    writeFileSync(path.join(course, 'course.yaml'), examples.find(({ kind }) => kind === 'yaml')?.text ?? '');
    const kinds = readCourses(folder)
      .get('moedepligt')
      ?.steps.flatMap((step) => (step.is === 'questions' ? step.questions.map(({ kind }) => kind) : []));
    expect(kinds).toEqual(['one', 'true-false', 'pairs', 'order', 'number', 'blank', 'reflection', 'dilemma']);
    const here = examples.at(-1)?.text ?? '';
    mkdirSync(path.join(folder, 'policy', 'here'), { recursive: true });
    for (const language of ['da', 'en'])
      writeFileSync(path.join(folder, 'policy', 'here', `moedepligt.${language}.md`), here);
    expect(readHere(path.join(folder, 'policy'), new Set(['moedepligt'])).get('moedepligt')?.da).toContain(
      'hver onsdag',
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('the page names the limits that hold', () => {
  const figures = [
    MOST_WORDS,
    LIX_AIM,
    LONGEST.title,
    LONGEST.about,
    LONGEST.prompt,
    LONGEST.option,
    LONGEST.feedback,
    LONGEST.unit,
  ];
  for (const figure of figures) expect(PAGE).toMatch(new RegExp(`(?<![\\d,])${figure}(?![\\d,])`));
  expect(PAGE).toContain(LONGEST.lesson.toLocaleString('en'));
});
