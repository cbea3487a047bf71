import { courseKey } from './course';
import { at, type Fault, type Place } from './faults';
import { type Block, blocksOf, type Said, saidIn } from './markdown-blocks';
import { notShown, paragraphsOf } from './passage';
import { type Fields, fieldSaid, fieldsOf } from './question-fields';
import { optionsOf, pairsOf, pointsOf, type Sayings, sayingsOf } from './question-lists';
import { faultsOfPart, type Part, type ReadQuestion } from './question-parts';
import type { TextFile } from './text-file';

const GAP = /(?<!_)_{4}(?!_)/g;
const LISTS: ReadonlySet<string> = new Set(['bullet_list', 'ordered_list']);

/** The questions of a bank in one language, in its order. Every fault is added to `faults`. */
export function readBank({ file, text, lines }: TextFile, faults: Fault[]): ReadQuestion[] {
  const questions: ReadQuestion[] = [];
  for (const [heading, blocks] of sections(blocksOf(text, { file, below: 0 }), faults)) {
    const key = saidIn(heading, lines, faults).text;
    const place = { file, line: heading.line, column: heading.column };
    if (!courseKey.safeParse(key).success)
      faults.push(
        at(heading, `"${key}" must be small letters, digits and hyphens, beginning with a letter: ## whose-duty`),
      );
    const twin = questions.find((one) => one.key === key);
    if (twin)
      faults.push(at(heading, `the question "${key}" stands on line ${twin.line} already: give it another key`));
    const before = faults.length;
    const fields = fieldsAbove(heading, blocks, lines, faults);
    const part = fields && partOf(place, fields, blocks.slice(1), lines, faults);
    if (part && faults.length === before) faults.push(...faultsOfPart('key', part));
    questions.push({ ...place, key, kind: fields?.kind, part: faults.length === before ? part : undefined });
  }
  if (questions.length === 0)
    faults.push({ file, line: 1, column: 1, message: 'there is no question: begin one with ## and its key' });
  return questions;
}

/** Each `##` with what stands below it. */
function sections(blocks: readonly Block[], faults: Fault[]): [Block, Block[]][] {
  const found: [Block, Block[]][] = [];
  for (const block of blocks) {
    const last = found.at(-1);
    if (block.type === 'heading' && block.tag === 'h2') found.push([block, []]);
    else if (block.type === 'heading')
      faults.push(at(block, 'there is a heading: a bank has none but ## and the key of a question'));
    else if (last) last[1].push(block);
    else faults.push(at(block, 'this stands above the first question: begin a question with ## and its key'));
  }
  return found;
}

function fieldsAbove(
  heading: Block,
  [first]: readonly Block[],
  lines: readonly string[],
  faults: Fault[],
): Fields | undefined {
  if (first?.type === 'paragraph') return fieldsOf(first, lines, faults);
  faults.push(at(heading, 'the question has no fields: write kind: one, or another kind, on the line below'));
  return undefined;
}

function partOf(
  place: Place,
  fields: Fields,
  blocks: readonly Block[],
  lines: readonly string[],
  faults: Fault[],
): Part | undefined {
  const ends = blocks.findIndex(({ type }) => LISTS.has(type) || type === 'blockquote');
  const prompt = paragraphsOf(ends < 0 ? blocks : blocks.slice(0, ends), lines, faults);
  if (!prompt) faults.push(at(place, 'the question asks nothing: write it below the fields, after an empty line'));
  const rest = ends < 0 ? [] : blocks.slice(ends);
  const lists = rest.filter(({ type }) => LISTS.has(type));
  for (const block of rest)
    if (!LISTS.has(block.type) && block.type !== 'blockquote')
      faults.push(
        at(
          block,
          block.type === 'paragraph'
            ? 'this stands below the answers: move it above them, or put > in front where it is said afterwards'
            : notShown(block.type),
        ),
      );
  const list = onlyList(place, fields.kind, lists, faults);
  const sayings = sayingsOf(
    rest.filter(({ type }) => type === 'blockquote'),
    lines,
    faults,
  );
  if (!prompt) return undefined;
  const question = { ...place, prompt, sure: fields.sure };
  switch (fields.kind) {
    case 'one':
    case 'several':
    case 'dilemma':
      return chosen(question, fields.kind, list, sayings, lines, faults);
    case 'reflection': {
      const after = afterOf(place, sayings, faults);
      return after && { ...question, kind: 'reflection', after };
    }
    case 'true-false': {
      const verdict = verdictOf(place, sayings, faults);
      return verdict && { ...question, kind: 'true-false', answer: fields.answer === 'true', ...verdict };
    }
    case 'pairs': {
      const pairs = list && pairsOf(list, lines, faults);
      const verdict = verdictOf(place, sayings, faults);
      return pairs && verdict && { ...question, kind: 'pairs', pairs, ...verdict };
    }
    case 'order': {
      const items = list && pointsOf(list, lines, faults);
      const verdict = verdictOf(place, sayings, faults);
      return items && verdict && { ...question, kind: 'order', items, ...verdict };
    }
    case 'number': {
      const verdict = verdictOf(place, sayings, faults);
      const unit = fields.unit === undefined ? undefined : fieldSaid(fields, 'unit', fields.unit);
      const answer = Number(fields.answer);
      const tolerance = Number(fields.tolerance ?? 0);
      return verdict && { ...question, kind: 'number', answer, tolerance, unit, ...verdict };
    }
    case 'blank': {
      const gaps = prompt.text.match(GAP)?.length ?? 0;
      if (gaps !== 1) faults.push(at(prompt, `there must be one gap, ____ (four underscores), and there are ${gaps}`));
      const answers = (fields.answer ?? '').split('|').map((one) => fieldSaid(fields, 'answer', one.trim()));
      const verdict = verdictOf(place, sayings, faults);
      return verdict && { ...question, kind: 'blank', answers, ...verdict };
    }
    default:
      return fields.kind satisfies never;
  }
}

function chosen(
  question: Place & { readonly prompt: Said; readonly sure: boolean },
  kind: 'one' | 'several' | 'dilemma',
  list: Block | undefined,
  sayings: Sayings,
  lines: readonly string[],
  faults: Fault[],
): Part | undefined {
  const options = list && optionsOf(list, kind !== 'dilemma', lines, faults);
  if (kind === 'dilemma') {
    const after = afterOf(question, sayings, faults);
    return options && after && { ...question, kind, options: options.map(({ right: _, ...one }) => one), after };
  }
  for (const said of [sayings.right, sayings.wrong, sayings.after])
    if (said) faults.push(at(said, 'feedback stands below the option it is about: indent it by two spaces'));
  if (!options) return undefined;
  const right = options.filter((one) => one.right).length;
  if (kind === 'one' && right !== 1)
    faults.push(
      at(question, `one option is right, marked [x], and there are ${right}: with more, write kind: several`),
    );
  if (kind === 'several' && right === 0) faults.push(at(question, 'no option is right: mark those that are with [x]'));
  return { ...question, kind, options };
}

const LIST_OF: Readonly<Partial<Record<Fields['kind'], readonly [type: string, how: string]>>> = {
  one: ['bullet_list', '- [x] for the right option, - [ ] for the others'],
  several: ['bullet_list', '- [x] for the right options, - [ ] for the others'],
  dilemma: ['bullet_list', '- and the choice, one a line'],
  pairs: ['bullet_list', '- left = right, one pair a line'],
  order: ['ordered_list', '1. first, 2. second, in the right order'],
};

/** The one list that a kind has, or none. */
function onlyList(place: Place, kind: Fields['kind'], lists: readonly Block[], faults: Fault[]): Block | undefined {
  const asked = LIST_OF[kind];
  const [list, ...more] = lists;
  if (!asked) {
    if (list) faults.push(at(list, `kind: ${kind} has no list: write it as paragraphs, or choose another kind`));
    return undefined;
  }
  const [type, how] = asked;
  if (!list) faults.push(at(place, `there is no list of answers: write ${how}`));
  else if (list.type !== type) faults.push(at(list, `this is the other sort of list: write ${how}`));
  for (const one of more)
    faults.push(at(one, 'there is a second list: a question has one, with the same mark on each line'));
  return list?.type === type ? list : undefined;
}

function verdictOf(place: Place, { right, wrong, after }: Sayings, faults: Fault[]) {
  if (after) faults.push(at(after, 'begin with [x] for what is said when it is right, [ ] when it is not'));
  if (!right)
    faults.push(at(place, 'nothing is said when it is right: write > [x] and what it is, last in the question'));
  if (!wrong)
    faults.push(at(place, 'nothing is said when it is wrong: write > [ ] and what it is, last in the question'));
  return right && wrong ? { right, wrong } : undefined;
}

function afterOf(place: Place, { right, wrong, after }: Sayings, faults: Fault[]): Said | undefined {
  for (const said of [right, wrong])
    if (said) faults.push(at(said, 'nothing is right or wrong here: take the [x] or [ ] away'));
  if (!after && !right && !wrong)
    faults.push(at(place, 'nothing is said afterwards: write > and what it is, last in the question'));
  return after;
}
