import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { readBank } from '../bot/learning/bank-file';
import { courseKey } from '../bot/learning/course';
import { type Fault, told } from '../bot/learning/faults';
import { readText } from '../bot/learning/text-file';
import type { Draft, Note } from './gift/draft';
import { fromGift, keyOf } from './gift/from-gift';
import { readGift } from './gift/read-gift';
import { writeBank } from './gift/write-bank';

/*
 * Makes banks of a course from a file of GIFT, Moodle's text format: one for each category, or one under the name that is
 * given. What is left out is said line by line; what remains to be written, too. A bank that there is already is not touched.
 *   npm run content:import -- bank.gift --course <course> [--bank <name>] [--language da]
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    course: { type: 'string' },
    bank: { type: 'string' },
    language: { type: 'string', default: 'da' },
    folder: { type: 'string', default: path.resolve(__dirname, '..', 'content', 'courses') },
  },
});
const HOW = 'npm run content:import -- bank.gift --course <course> [--bank <name>] [--language da]';

function importBank(): number {
  const { course, bank, language, folder } = values;
  const [gift] = positionals;
  if (gift === undefined || course === undefined || (language !== 'da' && language !== 'en'))
    return refused(`Say which file and which course: ${HOW}`);
  if (!existsSync(gift)) return refused(`There is no file ${gift}`);
  for (const name of [course, ...(bank === undefined ? [] : [bank])])
    if (!courseKey.safeParse(name).success)
      return refused(`"${name}" must be small letters, digits and hyphens, beginning with a letter`);
  const faults: Fault[] = [];
  const source = readText(gift, faults);
  if (!source) return refused(told(faults).join('\n'));
  const { items, notes: read } = readGift(source.text);
  const notes: Note[] = [...read];
  const keys = new Set<string>();
  const banks = new Map<string, Draft[]>();
  for (const item of items) {
    if (item.question.type === 'Category' && bank !== undefined)
      notes.push({
        line: item.line,
        message: `the category "${item.question.title}" is left out: all goes into ${bank}`,
      });
    const draft = fromGift(item, { language, keys }, notes);
    if (!draft) continue;
    keys.add(draft.key);
    const name = bank ?? keyOf(item.within?.split('/').at(-1) ?? path.basename(gift, path.extname(gift)), new Set());
    banks.set(name, [...(banks.get(name) ?? []), draft]);
  }
  for (const line of new Set(told(notes.map((note) => ({ ...note, file: gift, column: 1 }))))) console.error(line);
  const fileOf = (name: string, of: string) => path.join(folder, course, of, `${name}.questions.md`);
  const there = [...banks.keys()].map((name) => fileOf(name, language)).find((file) => existsSync(file));
  if (there !== undefined)
    return refused(`${there} is there already and is left as it is: give another name with --bank`);
  if (banks.size === 0) return refused('No question could be taken over, and nothing is written');
  for (const [name, drafts] of banks) {
    const file = fileOf(name, language);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, writeBank(drafts));
    const text = readText(file, faults);
    if (text) readBank(text, faults);
    console.log(`${file}: ${drafts.length} ${drafts.length === 1 ? 'question' : 'questions'}`);
    console.log(`  in course.yaml, under steps: - questions: ${name}`);
    const other = fileOf(name, language === 'da' ? 'en' : 'da');
    console.log(`  to be translated${existsSync(other) ? ', and held together with what is there' : ''}: ${other}`);
  }
  for (const fault of told(faults)) console.log(`to be written: ${fault}`);
  return notes.some(({ lost }) => lost) ? 1 : 0;
}

function refused(why: string): number {
  console.error(why);
  return 2;
}

process.exitCode = importBank();
