import { z } from 'zod/v4';
import { faultsOf, readYamlText } from '../people/read-yaml';
import { LONGEST, MOST_WORDS } from './course';
import { type Fault, saidPlainly } from './faults';
import { type Lix, lixOf, wordsOf } from './lix';
import { blocksOf } from './markdown-blocks';
import { passageOf } from './passage';
import type { TextFile } from './text-file';

/** A lesson as one language has it. */
export type ReadLesson = {
  readonly title: string;
  readonly source: string;
  /** Markdown of paragraphs, bold, italic and plain lists. */
  readonly body: string;
  readonly lix: Lix;
};

const line = (longest: number) =>
  z
    .string('must be one line of text')
    .trim()
    .min(1, 'must not be empty')
    .max(longest, `must be at most ${longest} characters`);
const frontMatter = z.strictObject({ title: line(LONGEST.title), source: line(LONGEST.about) });

/** A lesson, or undefined where it has a fault; every fault is added to `faults`. */
export function readLesson({ file, lines }: TextFile, language: 'da' | 'en', faults: Fault[]): ReadLesson | undefined {
  const before = faults.length;
  const ends = lines[0]?.trimEnd() === '---' ? lines.findIndex((one, n) => n > 0 && one.trimEnd() === '---') : -1;
  if (ends < 0) {
    faults.push({
      file,
      line: 1,
      column: 1,
      message: 'the file begins with a line ---, then title: and source:, then a line ---, then the lesson',
    });
    return undefined;
  }
  const head = readYamlText(lines.slice(1, ends).join('\n'), { below: 1, plain: true }, (content) => {
    const parsed = frontMatter.safeParse(content ?? {}, { reportInput: true });
    return parsed.success ? { value: parsed.data } : { faults: faultsOf(parsed.error.issues.map(saidPlainly)) };
  });
  if ('faults' in head) faults.push(...head.faults.map((fault) => ({ ...fault, file })));
  const below = ends + 1;
  const passage = passageOf(blocksOf(lines.slice(below).join('\n'), { file, below }), lines, faults);
  const begins = lines.findIndex((one, n) => n >= below && one.trim() !== '');
  findLong({ file, line: begins < 0 ? below : begins + 1, column: 1 }, passage, faults);
  if ('faults' in head || faults.length > before) return undefined;
  return { ...head.value, body: passage.text, lix: lixOf(passage.plain, language) };
}

/** A passage is neither empty nor longer than a card holds. */
export function findLong(
  place: Omit<Fault, 'message'>,
  { text, plain }: { readonly text: string; readonly plain: readonly string[] },
  faults: Fault[],
  mend = 'shorten it, or make two lessons of it',
): void {
  const words = plain.flatMap(wordsOf).length;
  if (words === 0) faults.push({ ...place, message: `there is no text: write it, at most ${MOST_WORDS} words` });
  if (words > MOST_WORDS)
    faults.push({
      ...place,
      message: `the text is ${words} words, and a card holds at most ${MOST_WORDS}: ${mend}`,
    });
  else if (text.length > LONGEST.lesson)
    faults.push({
      ...place,
      message: `the text is ${text.length} characters, and a card holds at most ${LONGEST.lesson}: ${mend}`,
    });
}
