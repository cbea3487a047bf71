import type { NumericalFormat, TextChoice, TextFormat } from 'gift-pegjs';
import type { Draft, DraftOption, Note } from './draft';
import type { GiftItem } from './read-gift';
import { asMarkdown } from './text-formats';

const GAP = '____';
/** Stands for the gap while the rest of the text is turned into Markdown. */
const GAP_HERE = '\uE000';
const ANSWER = { da: 'Svar', en: 'Answer' } as const;
const full = (weight: number | null): boolean => weight === null || weight === 100;

type Says = (message: string, lost?: boolean) => void;

/** A question of GIFT as one of a bank; undefined, said with its line, where it cannot be one. */
export function fromGift(
  { line, question }: GiftItem,
  from: { readonly language: 'da' | 'en'; readonly keys: ReadonlySet<string> },
  notes: Note[],
): Draft | undefined {
  const says: Says = (message, lost) => notes.push({ line, message, ...(lost ? { lost } : {}) });
  if (question.type === 'Category') return undefined;
  if (question.type === 'Description') {
    says('a description is no question and is left out: make a lesson of it', true);
    return undefined;
  }
  const md = ({ text, format }: TextFormat): string => {
    const made = asMarkdown(text, format);
    for (const one of made.lost) says(`${one} is left out: a card of a course shows text alone`);
    return made.text;
  };
  const maybe = (text: TextFormat | null): string | undefined =>
    text === null || text.text.trim() === '' ? undefined : md(text);
  const title = question.title?.trim() || undefined;
  const key = keyOf(title ?? question.stem.text, from.keys);
  if (title !== key) says(`${title === undefined ? 'a question without a name' : `"${title}"`} gets the key ${key}`);
  for (const tag of [...(question.tags ?? []), ...(question.id ? [question.id] : [])]) says(`"${tag}" is left out`);
  const overall = maybe(question.globalFeedback);
  const base = { key, prompt: md(question.stem) };
  switch (question.type) {
    case 'MC': {
      if (overall !== undefined) says('feedback to the whole question is left out: it stands at each option');
      const { several, rightOf } = chosen(question.choices, says);
      const options = question.choices.map((choice): DraftOption => {
        return { text: line1(md(choice.text)), right: rightOf(choice), feedback: maybe(choice.feedback) };
      });
      return { ...base, kind: several ? 'several' : 'one', options };
    }
    case 'TF': {
      // The first is said when the answer is wrong, the second when it is right (Moodle Docs, "GIFT format").
      const wrong = maybe(question.trueFeedback) ?? overall;
      const right = maybe(question.falseFeedback) ?? overall;
      return { ...base, kind: 'true-false', answer: question.isTrue, right, wrong };
    }
    case 'Matching': {
      const pairs = question.matchPairs.map((pair) => ({
        left: line1(md(pair.subquestion)),
        right: line1(asMarkdown(unescaped(pair.subanswer), question.stem.format).text),
      }));
      if (pairs.some(({ left, right }) => left === '' || `${left}${right}`.includes(' = '))) {
        says('a pair has a side that is empty or holds =, and a bank cannot: the question is left out', true);
        return undefined;
      }
      return { ...base, kind: 'pairs', pairs, right: overall, wrong: overall };
    }
    case 'Numerical':
      return numerical(base, question.choices, { maybe, overall, says });
    case 'Short': {
      const [first, ...more] = question.choices.filter(({ weight }) => full(weight));
      const others = question.choices.filter(({ weight }) => !full(weight));
      const rest = others.find((choice) => choice.weight === 0 && choice.text.text === '*');
      for (const one of others)
        if (one !== rest) says(`"${one.text.text}" gives ${one.weight} %: it is left out, an answer is right or not`);
      const texts = [...(first ? [first] : []), ...more].map(({ text }) => text.text.trim());
      if (texts.length === 0 || texts.some((text) => text.includes('|'))) {
        says('an answer is missing or holds |, and a bank cannot: the question is left out', true);
        return undefined;
      }
      for (const one of more)
        if (one.feedback?.text !== first?.feedback?.text) says(`feedback to "${one.text.text}" alone is left out`);
      const right = maybe(first?.feedback ?? null) ?? overall;
      const wrong = maybe(rest?.feedback ?? null) ?? overall;
      const prompt = gapped(question.stem, md, ANSWER[from.language], says);
      return { key, prompt, kind: 'blank', answers: texts, right, wrong };
    }
    case 'Essay':
      return { ...base, kind: 'reflection', after: overall };
    default:
      return question satisfies never;
  }
}

/** Whether several are right, and which: a share of the points is no whole answer. */
function chosen(choices: readonly TextChoice[], says: Says) {
  const right = choices.filter((one) => one.isCorrect && full(one.weight));
  if (right.length > 0) {
    for (const { weight, text } of choices)
      if (weight !== null && weight !== 100 && weight !== 0)
        says(`"${text.text}" gives ${weight} %: it counts as wrong, an option is right or not`);
    if (right.length > 1)
      says('several answers are wholly right: it becomes a question where all of them are to be found');
    return { several: right.length > 1, rightOf: (one: TextChoice) => right.includes(one) };
  }
  const positive = choices.filter(({ weight }) => (weight ?? 0) > 0);
  const share = positive.length === 0 ? 0 : 100 / positive.length;
  for (const { weight, text } of choices)
    if (
      weight !== null && weight > 0
        ? Math.abs(weight - share) > 0.01
        : weight !== null && weight !== -100 && weight !== 0
    )
      says(`"${text.text}" gives ${weight} %: shares are left out, right is all that are right and none of the others`);
  return { several: true, rightOf: (one: TextChoice) => positive.includes(one) };
}

function numerical(
  base: { readonly key: string; readonly prompt: string },
  choices: Extract<GiftItem['question'], { type: 'Numerical' }>['choices'],
  {
    maybe,
    overall,
    says,
  }: { maybe(text: TextFormat | null): string | undefined; readonly overall: string | undefined; readonly says: Says },
): Draft | undefined {
  if (!Array.isArray(choices)) {
    return { ...base, kind: 'number', ...rangeOf(choices), right: overall, wrong: overall };
  }
  // What answers everything else is the text *, though the parser's types say that it is a number.
  const isRest = ({ text }: { readonly text: unknown }) =>
    typeof text === 'object' && text !== null && 'text' in text && text.text === '*';
  const rest = choices.find(isRest);
  const [first, ...more] = choices.filter((one) => !isRest(one) && full(one.weight));
  for (const one of choices)
    if (one !== first && one !== rest) {
      const { answer } = rangeOf(one.text);
      says(
        `${more.includes(one) ? 'the further answer' : 'the share for'} ${answer} is left out: there is one right number`,
      );
    }
  if (!first) {
    says('no number is wholly right: the question is left out', true);
    return undefined;
  }
  const right = maybe(first.feedback) ?? overall;
  const wrong = maybe(rest?.feedback ?? null) ?? overall;
  return { ...base, kind: 'number', ...rangeOf(first.text), right, wrong };
}

/** Written by digits: the middle of two numbers has no more of them than they. */
const PLACES = 12;
function rangeOf({ type, number = 0, range = 0, numberHigh = 0, numberLow = 0 }: NumericalFormat) {
  const tidy = (value: number) => Number(value.toPrecision(PLACES));
  if (type !== 'high-low') return { answer: number, tolerance: range };
  return { answer: tidy((numberLow + numberHigh) / 2), tolerance: tidy((numberHigh - numberLow) / 2) };
}

function gapped(stem: TextFormat, md: (text: TextFormat) => string, word: string, says: Says): string {
  const gaps = stem.text.match(/_{4,}/g)?.length ?? 0;
  if (gaps !== 1) {
    says(`the question has ${gaps === 0 ? 'no gap' : 'several gaps'}: "${word}: ${GAP}" is put below it`);
    const text = md({ ...stem, text: stem.text.replace(/_{4,}/g, '…') });
    return `${text}\n\n${word}: ${GAP}`;
  }
  const tidy = stem.text.replace(/_{4,}/, GAP_HERE).replace(new RegExp(`${GAP_HERE} (?=[.,;:!?)])`), GAP_HERE);
  return md({ ...stem, text: tidy }).replace(GAP_HERE, GAP);
}

/** The parser leaves its own marks for escaped characters in the right side of a pair: `&&061;` is `=`. */
const unescaped = (text: string): string =>
  text.replace(/&&(\d{3});?/g, (_, code: string) => String.fromCharCode(Number(code)));
const line1 = (text: string): string => text.replace(/\s*\n\s*/g, ' ');
const LETTERS: Readonly<Record<string, string>> = { æ: 'ae', ø: 'oe', å: 'aa' };
const KEY_LONGEST = 50;

/** A key of small letters, digits and hyphens, which nothing else has. */
export function keyOf(text: string, taken: ReadonlySet<string>): string {
  const plain = text
    .toLowerCase()
    .replace(/[æøå]/g, (letter) => LETTERS[letter] ?? '')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-');
  const cut = plain.replace(/^-+/, '').slice(0, KEY_LONGEST).replace(/-+$/, '');
  const key = /^[a-z]/.test(cut) ? cut : `q-${cut}`.replace(/-$/, '');
  if (!taken.has(key)) return key;
  for (let n = 2; ; n += 1) if (!taken.has(`${key}-${n}`)) return `${key}-${n}`;
}
