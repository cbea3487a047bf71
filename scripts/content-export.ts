import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { readBank } from '../bot/learning/bank-file';
import { readCourseFile } from '../bot/learning/course-file';
import { type Fault, told } from '../bot/learning/faults';
import { readText } from '../bot/learning/text-file';
import { toGift } from './gift/to-gift';

/*
 * Writes the questions of a course as GIFT, Moodle's text format, to standard output; what GIFT cannot carry is said on
 * standard error, with file and line.
 *   npm run --silent content:export -- --course <course> --language da > bank.gift
 */
const { values } = parseArgs({
  options: {
    course: { type: 'string' },
    language: { type: 'string', default: 'da' },
    folder: { type: 'string', default: path.resolve(__dirname, '..', 'content', 'courses') },
  },
});

function exportCourse(): number {
  const { course, language, folder } = values;
  if (course === undefined || !['da', 'en'].includes(language)) {
    console.error('Say which course and which language: npm run content:export -- --course <course> --language da');
    return 2;
  }
  const file = path.join(folder, course, 'course.yaml');
  if (!existsSync(file)) {
    console.error(`There is no course "${course}" in ${folder}`);
    return 2;
  }
  const faults: Fault[] = [];
  const steps = readCourseFile(file, faults)?.steps ?? [];
  const written: string[] = [];
  const said: string[] = [];
  for (const step of steps) {
    if (step.is === 'lesson') {
      said.push(
        `${file}:${step.line}:${step.column} the lesson "${step.key}" is left out: GIFT carries questions alone`,
      );
      continue;
    }
    const bank = path.join(folder, course, language, `${step.key}.questions.md`);
    if (!existsSync(bank)) {
      faults.push({ ...step, message: `${bank} is missing` });
      continue;
    }
    const text = readText(bank, faults);
    const { text: gift, notes } = toGift(`${course}/${step.key}`, text ? readBank(text, faults) : []);
    written.push(gift);
    if (step.draw !== undefined)
      said.push(
        `${file}:${step.line}:${step.column} the draw of ${step.draw} is left out: Moodle draws in the quiz itself`,
      );
    said.push(...notes.map(({ line, message }) => `${bank}:${line}:1 ${message}`));
  }
  if (faults.length > 0) {
    for (const fault of told(faults)) console.error(fault);
    console.error('\nMend these first: npm run content:check');
    return 1;
  }
  process.stdout.write(written.join('\n'));
  for (const line of said) console.error(line);
  return 0;
}

process.exitCode = exportCourse();
