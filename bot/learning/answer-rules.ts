import type { CourseQuestion } from './course';
import { numberIn } from './number-rules';

/** What a learner may type at most, in characters. */
export const LONGEST_ANSWER = { reflection: 2_000, blank: 160, number: 40 } as const;
/** How sure somebody can be: guessing, fairly sure, quite sure. */
export const SURE = [1, 2, 3] as const;

/** Inputs of a card, by their id, as they came back from the client: anything may stand there. */
export type Typed = Readonly<Record<string, string>>;
export type AnswerFault =
  | 'course-choose'
  | 'course-choose-some'
  | 'course-pair-twice'
  | 'course-place-twice'
  | 'course-number'
  | 'course-write'
  | 'course-sure'
  | 'too-long';

/** What was answered. */
export type Answered = {
  /** The author's places of what was chosen, in order; for true or false and for a number the value. Null where it was written. */
  readonly answer: readonly (number | boolean)[] | null;
  readonly text: string | null;
  /** Null where nothing is scored. */
  readonly right: boolean | null;
  readonly sure: number | null;
};
type Reading = { readonly answered: Answered } | { readonly faults: Readonly<Record<string, AnswerFault>> };
type Chosen =
  | { readonly answer: readonly (number | boolean)[] }
  | { readonly text: string }
  | { readonly faults: Readonly<Record<string, AnswerFault>> };

/** The input of a left side (pairs) or of an item (order), by its place on the card. */
export const placeInput = (at: number): string => `place${at}`;

/**
 * Reads what was typed and pressed on the card of a question, and scores it.
 * @param order which of the author's options stands at each place: inputs name places, never options
 * @returns what is wrong with each input, where anything is
 */
export function readAnswer(
  question: CourseQuestion,
  order: readonly number[],
  typed: Typed,
  locale: 'da' | 'en',
): Reading {
  const chosen = chosenIn(question, order, typed, locale);
  const sure = SURE.find((step) => String(step) === typed.sure) ?? null;
  const unsure: Readonly<Record<string, AnswerFault>> = question.sure && sure === null ? { sure: 'course-sure' } : {};
  const faults = { ...('faults' in chosen ? chosen.faults : {}), ...unsure };
  if ('faults' in chosen || Object.keys(faults).length > 0) return { faults };
  const given = { answer: null, text: null, ...chosen };
  return { answered: { ...given, right: isRight(question, given), sure: question.sure ? sure : null } };
}

function chosenIn(question: CourseQuestion, order: readonly number[], typed: Typed, locale: 'da' | 'en'): Chosen {
  switch (question.kind) {
    case 'one':
    case 'dilemma': {
      const option = order[placeIn(typed.choice)];
      return option === undefined ? { faults: { choice: 'course-choose' } } : { answer: [option] };
    }
    case 'true-false': {
      const place = placeIn(typed.choice);
      return place === 0 || place === 1 ? { answer: [place === 0] } : { faults: { choice: 'course-choose' } };
    }
    case 'several': {
      const places = (typed.choices ?? '').split(',').filter((place) => place !== '');
      const options = places.flatMap((place) => order[placeIn(place)] ?? []);
      if (options.length === 0 || options.length < places.length) return { faults: { choices: 'course-choose-some' } };
      return { answer: [...new Set(options)].sort((one, other) => one - other) };
    }
    case 'pairs': {
      const rights = question.pairs.map((_, at) => order[placeIn(typed[placeInput(at)])]);
      return eachOnce(rights, 'course-pair-twice') ?? { answer: rights.flatMap((right) => right ?? []) };
    }
    case 'order': {
      const numbers = order.map((_, at) => {
        const number = placeIn(typed[placeInput(at)]);
        return number >= 1 && number <= order.length ? number : undefined;
      });
      const faulty = eachOnce(numbers, 'course-place-twice');
      if (faulty) return faulty;
      return { answer: order.map((_, at) => order[numbers.indexOf(at + 1)] ?? -1) };
    }
    case 'number': {
      const text = (typed.number ?? '').trim();
      if (text.length > LONGEST_ANSWER.number) return { faults: { number: 'course-number' } };
      const value = numberIn(text, locale);
      return value === undefined ? { faults: { number: 'course-number' } } : { answer: [value] };
    }
    case 'blank':
    case 'reflection': {
      const text = (typed.text ?? '').trim();
      if (text.length > LONGEST_ANSWER[question.kind]) return { faults: { text: 'too-long' } };
      // Nothing but dots and dashes is nothing written.
      return /[\p{L}\p{N}]/u.test(text) ? { text } : { faults: { text: 'course-write' } };
    }
    default:
      return question satisfies never;
  }
}

/** A place of the card; -1 for anything that is none. */
const placeIn = (text: string | undefined): number => (/^\d{1,2}$/.test(text ?? '') ? Number(text) : -1);

/** What is wrong where each is to be chosen, and each once. */
function eachOnce(
  chosen: readonly (number | undefined)[],
  twice: AnswerFault,
): { readonly faults: Readonly<Record<string, AnswerFault>> } | undefined {
  const faults = chosen.flatMap((one, at): [string, AnswerFault][] => {
    if (one === undefined) return [[placeInput(at), 'course-choose']];
    return chosen.indexOf(one) < at ? [[placeInput(at), twice]] : [];
  });
  return faults.length === 0 ? undefined : { faults: Object.fromEntries(faults) };
}

/** Of decimals that were written out: 0.1 + 0.2 is 0.3. */
const NEARLY = 1e-9;

function isRight(
  question: CourseQuestion,
  { answer, text }: { readonly answer: readonly (number | boolean)[] | null; readonly text: string | null },
): boolean | null {
  const [first] = answer ?? [];
  switch (question.kind) {
    case 'one':
      return typeof first === 'number' && question.options[first]?.right === true;
    case 'several':
      return question.options.every((option, at) => option.right === (answer ?? []).includes(at));
    case 'true-false':
      return first === question.answer;
    case 'pairs':
    case 'order':
      return (answer ?? []).every((one, at) => one === at);
    case 'number':
      return (
        typeof first === 'number' &&
        Math.abs(first - question.answer) <= question.tolerance + NEARLY * Math.max(1, Math.abs(question.answer))
      );
    case 'blank': {
      // Somebody whose Teams is English may know the Danish word, and the other way round.
      const { da, en } = question.answers;
      return [...da, ...en].some((known) => bare(known) === bare(text ?? ''));
    }
    case 'reflection':
    case 'dilemma':
      return null;
    default:
      return question satisfies never;
  }
}

/** A word as it counts: the case of letters, the space and punctuation around it and the number of spaces say nothing. */
function bare(text: string): string {
  return text
    .normalize('NFC')
    .toLocaleLowerCase('da')
    .replace(/\s+/g, ' ')
    .replace(/^[\s\p{P}]+|[\s\p{P}]+$/gu, '');
}

/** Whether a question counts in the result. */
export const isScored = ({ kind }: CourseQuestion): boolean => kind !== 'reflection' && kind !== 'dilemma';
