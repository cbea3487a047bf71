import type { AnsweredView, SaidOf } from '../../cards/learning/views';
import { localNumber } from '../../content/words/numbers';
import { type Locale, words } from '../../content/words/words';
import type { CourseQuestion } from './course';

/** What was answered: the author's places, or what was written. */
type Answer = {
  readonly answer: readonly (number | boolean)[];
  readonly text: string;
  readonly right: boolean | null;
};

/** What is said of an answer: of what was chosen, and of what was missed. */
export function feedbackOf(
  question: CourseQuestion,
  given: Answer,
  locale: Locale,
): Pick<AnsweredView, 'verdict' | 'why' | 'said'> {
  const { answer, text, right } = given;
  const verdict = right === null ? 'said' : right ? 'right' : 'wrong';
  const [first] = answer;
  const w = words(locale).courses;
  switch (question.kind) {
    case 'one':
    case 'several':
      return { verdict, why: '', said: saidOfOptions(question, answer, locale) };
    case 'dilemma': {
      const said = question.options.map((option, at): SaidOf => {
        return { is: at === first ? 'chosen' : 'other', text: option.text[locale], why: option.feedback[locale] };
      });
      return { verdict, why: question.after[locale], said: said.sort((one) => (one.is === 'chosen' ? -1 : 1)) };
    }
    case 'reflection':
      return { verdict, why: question.after[locale], said: [{ is: 'yours', text, why: '', written: true }] };
    case 'true-false': {
      const truth = (value: boolean) => w.truth[value ? 'true' : 'false'];
      return {
        verdict,
        why: whyOf(question, right, locale),
        said: both(truth(first === true), truth(question.answer), right),
      };
    }
    case 'number': {
      const unit = question.unit?.[locale] ?? '';
      const known = w.about(question.answer, question.tolerance, unit);
      const exact = right === true && question.tolerance === 0;
      const said = both(`${localNumber(Number(first), locale)} ${unit}`.trim(), known, exact);
      return { verdict, why: whyOf(question, right, locale), said };
    }
    case 'blank': {
      const [known = ''] = question.answers[locale];
      const said = both(text, known, right).map(
        (one): SaidOf => (one.is === 'yours' ? { ...one, written: true } : one),
      );
      return { verdict, why: whyOf(question, right, locale), said };
    }
    case 'pairs': {
      const said = question.pairs.map(({ left, right: own }, at): SaidOf => {
        const chosen = question.pairs[Number(answer[at])]?.right[locale] ?? '';
        const pair = `${left[locale]} → ${own[locale]}`;
        return answer[at] === at
          ? { is: 'paired', text: pair, why: '' }
          : { is: 'unpaired', text: pair, instead: chosen, why: '' };
      });
      return { verdict, why: whyOf(question, right, locale), said };
    }
    case 'order': {
      const said = question.items.map((item, at): SaidOf => {
        const line = { text: item[locale], n: at + 1, why: '' };
        return answer[at] === at
          ? { is: 'placed', ...line }
          : { is: 'misplaced', ...line, instead: answer.indexOf(at) + 1 };
      });
      return { verdict, why: whyOf(question, right, locale), said };
    }
    default:
      return question satisfies never;
  }
}

const whyOf = (
  question: Extract<CourseQuestion, { readonly right: unknown }>,
  right: boolean | null,
  locale: Locale,
): string => question[right === true ? 'right' : 'wrong'][locale];

/** What one answered, and what would have been right where it was not. */
function both(yours: string, known: string, right: boolean | null): SaidOf[] {
  return [
    { is: 'yours', text: yours, why: '' },
    ...(right === true ? [] : [{ is: 'right' as const, text: known, why: '' }]),
  ];
}

function saidOfOptions(
  question: Extract<CourseQuestion, { readonly kind: 'one' | 'several' }>,
  answer: readonly (number | boolean)[],
  locale: Locale,
): SaidOf[] {
  const chosen = question.options.flatMap((option, at): SaidOf[] =>
    answer.includes(at)
      ? [
          {
            is: option.right ? 'chosen-right' : 'chosen-wrong',
            text: option.text[locale],
            why: option.feedback[locale],
          },
        ]
      : [],
  );
  // Several may be right of one: whoever found one of them has answered it.
  const missing = question.kind === 'several' || chosen.every((one) => one.is === 'chosen-wrong');
  const missed = question.options.flatMap((option, at): SaidOf[] =>
    missing && option.right && !answer.includes(at)
      ? [{ is: question.kind === 'one' ? 'right' : 'missed', text: option.text[locale], why: option.feedback[locale] }]
      : [],
  );
  return [...chosen, ...missed];
}
