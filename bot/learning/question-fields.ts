import { z } from 'zod/v4';
import { faultsOf, readYamlText } from '../people/read-yaml';
import type { CourseQuestion } from './course';
import { type Fault, type Place, saidPlainly } from './faults';
import type { Block, Said } from './markdown-blocks';

/** The lines right below a question's key: what kind it is, and what is right where no list says so. */
export type Fields = {
  readonly kind: CourseQuestion['kind'];
  readonly sure: boolean;
  readonly answer: string | undefined;
  readonly tolerance: string | undefined;
  readonly unit: string | undefined;
  /** Where a field stands; the question's own place where it does not. */
  placeOf(field: string): Place;
};

const value = z.string('must be one line of text').trim().min(1, 'is empty');
const sure = { sure: z.literal('ask', 'must be ask, or left out').optional() };
const NUMBER = /^-?\d+(?:\.\d+)?$/;
const number = value.regex(NUMBER, 'must be a number with a point, such as 16 or 2.5');
const kinds = z.discriminatedUnion(
  'kind',
  [
    z.strictObject({ kind: z.literal(['one', 'several', 'pairs', 'order']), ...sure }),
    z.strictObject({
      kind: z.literal('true-false'),
      ...sure,
      answer: z.literal(['true', 'false'], 'must be true or false'),
    }),
    z.strictObject({
      kind: z.literal('number'),
      ...sure,
      answer: number,
      tolerance: number.optional(),
      unit: value.optional(),
    }),
    z.strictObject({ kind: z.literal('blank'), ...sure, answer: value }),
    z.strictObject({ kind: z.literal(['reflection', 'dilemma']) }),
  ],
  'must be one, several, true-false, pairs, order, number, blank, reflection or dilemma',
);

/** The fields of a question, or undefined where one of them has a fault. */
export function fieldsOf(block: Block, source: readonly string[], faults: Fault[]): Fields | undefined {
  const { file, lines } = block;
  const [first, after] = lines;
  const raw = source.slice(first - 1, after - 1);
  const prose = raw.findIndex((line) => !/^\s*[a-z][\w-]*:(?:\s|$)/i.test(line));
  if (prose >= 0) {
    const message =
      prose === 0
        ? 'the lines right below a question’s key are fields: begin with kind: one, or another kind'
        : 'this is not a field: leave an empty line between the fields and the question';
    faults.push({ file, line: first + prose, column: 1, message });
    return undefined;
  }
  const read = readYamlText(raw.join('\n'), { below: first - 1, plain: true }, (content) => {
    const parsed = kinds.safeParse(content, { reportInput: true });
    return parsed.success ? { value: parsed.data } : { faults: faultsOf(parsed.error.issues.map(saidPlainly)) };
  });
  if ('faults' in read) {
    faults.push(...read.faults.map((fault) => ({ ...fault, file })));
    return undefined;
  }
  const fields = read.value;
  const line = (field: string) => raw.findIndex((one) => one.trimStart().startsWith(`${field}:`));
  return {
    kind: fields.kind,
    sure: 'sure' in fields && fields.sure === 'ask',
    answer: 'answer' in fields ? fields.answer : undefined,
    tolerance: 'tolerance' in fields ? fields.tolerance : undefined,
    unit: 'unit' in fields ? fields.unit : undefined,
    placeOf: (field) => (line(field) < 0 ? block : { file, line: first + line(field), column: 1 }),
  };
}

export const fieldSaid = (fields: Fields, field: 'answer' | 'unit', text: string): Said => {
  const { file, line, column } = fields.placeOf(field);
  return { file, line, column, text, plain: text };
};
