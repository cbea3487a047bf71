import type { Part, ReadQuestion } from '../../bot/learning/question-parts';
import type { Note } from './draft';

/**
 * The questions of a bank as GIFT, in Markdown. What GIFT cannot carry is said with the question's line.
 * @param category the name of the bank in Moodle
 */
export function toGift(
  category: string,
  questions: readonly ReadQuestion[],
): { readonly text: string; readonly notes: readonly Note[] } {
  const notes: Note[] = [];
  const blocks = questions.flatMap(({ key, line, part }) => {
    if (!part) return [];
    const says = (message: string, lost?: boolean) =>
      notes.push({ line, message: `"${key}": ${message}`, ...(lost ? { lost } : {}) });
    if (part.sure) says('“How sure are you?” is left out: GIFT does not ask it');
    const answers = answersOf(part, says);
    return answers ? [`::${key}::[markdown]${escaped(part.prompt.text)} {\n${answers.join('\n')}\n}`] : [];
  });
  return { text: `${[`$CATEGORY: ${category}`, ...blocks].join('\n\n')}\n`, notes };
}

type Says = (message: string, lost?: boolean) => void;

function answersOf(part: Part, says: Says): readonly string[] | undefined {
  switch (part.kind) {
    case 'one':
      return part.options.map(({ text, right, feedback }) => answer(right ? '=' : '~', text.text, feedback.text));
    case 'several': {
      const right = part.options.filter((one) => one.right).length;
      // Moodle knows a third as 33.33333.
      const share = Number((100 / right).toFixed(5));
      says('all or nothing is left out: in GIFT each right one gives its share of the points');
      return part.options.map((one) => answer(`~%${one.right ? share : -100}%`, one.text.text, one.feedback.text));
    }
    case 'true-false':
      return [`${part.answer ? 'TRUE' : 'FALSE'}#${begun(part.wrong.text)}#${begun(part.right.text)}`];
    case 'pairs': {
      if (part.pairs.some(({ left, right }) => `${left.text}${right.text}`.includes('->'))) {
        says('a text holds ->, which GIFT takes for the middle of a pair: the question is left out', true);
        return undefined;
      }
      const same = part.right.text === part.wrong.text;
      if (!same) says('what is said when right and when wrong is left out: GIFT has one text for both in pairs');
      return [
        ...part.pairs.map(({ left, right }) => `=${begun(left.text)} -> ${escaped(right.text)}`),
        ...(same ? [`####${begun(part.right.text)}`] : []),
      ];
    }
    case 'number':
      if (part.unit) says(`the unit "${part.unit.text}" is left out: write it in the question`);
      return [
        `#`,
        answer('=', `${part.answer}:${part.tolerance}`, part.right.text, String),
        `~#${begun(part.wrong.text)}`,
      ];
    case 'blank':
      return [
        ...part.answers.map(({ text }) => answer('=', text, part.right.text)),
        answer('=%0%', '*', part.wrong.text),
      ];
    case 'reflection':
      return [`####${begun(part.after.text)}`];
    case 'order':
      says('GIFT has no questions of order: it is left out', true);
      return undefined;
    case 'dilemma':
      says('GIFT has no dilemmas: it is left out', true);
      return undefined;
    default:
      return part satisfies never;
  }
}

const answer = (mark: string, text: string, feedback: string, write: (text: string) => string = begun): string =>
  `${mark}${write(text)}#${begun(feedback)}`;
const escaped = (text: string): string => text.replace(/[\\~=#{}:]/g, '\\$&').replaceAll('\n', '\\n');
/** A text that begins like a format or a share says its format first. */
const begun = (text: string): string => `${/^[[%]/.test(text) ? '[markdown]' : ''}${escaped(text)}`;
