import type { Course, CourseQuestion } from '../../bot/learning/course';
import { feedbackOf } from '../../bot/learning/feedback';
import { planOf } from '../../bot/learning/plan-rules';
import { askingView, heightOf } from '../../bot/learning/show';
import { playerCard } from '../../cards/learning/player';
import type { PageView } from '../../cards/learning/views';
import type { Locale } from '../../content/words/words';
import type { Shown } from './gallery';

const NOBODY = '00000000-0000-4000-8000-000000000000';
const SEED = 1;

/** Every page of a course as a learner meets it, whatever is drawn: lessons as they are read, questions asked, right and wrong. */
export function pagesOf(course: Course, locale: Locale): Shown[] {
  const { steps } = course;
  const whole = {
    ...course,
    steps: steps.map((step) => {
      if (step.is === 'lesson') return step;
      const { draw: _, ...bank } = step;
      return bank;
    }),
  };
  const pages = planOf(whole, SEED);
  return pages.flatMap((page, n): Shown[] => {
    const drawn = (card: string, state: string, look: string, view: PageView): Shown => {
      const { card: content, summary } = playerCard(
        {
          mark: 'preview',
          enrolment: NOBODY,
          attempt: NOBODY,
          version: 1,
          course: { title: course.title[locale], takes: course.takes },
          at: n + 1,
          of: pages.length,
          height: heightOf(course, locale),
          page: view,
        },
        locale,
      );
      return { card: `${String(n + 1).padStart(2, '0')}-${card}`, state, look, language: locale, summary, content };
    };
    switch (page.is) {
      case 'lesson': {
        const { key, title, body, source } = page.lesson;
        const view: PageView = { is: 'lesson', title: title[locale], body: body[locale], source: source[locale] };
        return [drawn(key, 'lesson', 'told', view)];
      }
      case 'question': {
        const { question } = page;
        const asked = drawn(question.key, `${question.kind}, asked`, 'pending', askingView([], page, locale));
        const answers = answersTo(question, locale).map((given): Shown => {
          const said = feedbackOf(question, given, locale);
          const state = given.right === null ? 'answered' : given.right ? 'right' : 'wrong';
          return drawn(question.key, `${question.kind}, ${state}`, 'answered', {
            is: 'answered',
            kind: question.kind,
            key: question.key,
            prompt: question.prompt[locale],
            ...said,
            sure: question.sure ? 2 : null,
            again: true,
            read: given.right === false ? (page.about[0] ?? null) : null,
          });
        });
        return [asked, ...answers];
      }
      case 'here':
        return [];
      default:
        return page satisfies never;
    }
  });
}

type Answer = Parameters<typeof feedbackOf>[1];

/** Answers that bring every feedback of the author to sight. */
function answersTo(question: CourseQuestion, locale: Locale): Answer[] {
  const chosen = (answer: Answer['answer'], right: boolean | null): Answer => ({ answer, text: '', right });
  switch (question.kind) {
    case 'one':
      return question.options.map((option, n) => chosen([n], option.right));
    case 'several': {
      const at = (right: boolean) => question.options.flatMap((one, n) => (one.right === right ? [n] : []));
      return [chosen(at(true), true), chosen(at(false), false)];
    }
    case 'true-false':
      return [chosen([question.answer], true), chosen([!question.answer], false)];
    case 'pairs': {
      const own = question.pairs.map((_, n) => n);
      return [chosen(own, true), chosen([...own.slice(1), 0], false)];
    }
    case 'order': {
      const own = question.items.map((_, n) => n);
      return [chosen(own, true), chosen([...own.slice(1), 0], false)];
    }
    case 'number':
      return [chosen([question.answer], true), chosen([question.answer + question.tolerance + 1], false)];
    case 'blank': {
      const [known = ''] = question.answers[locale];
      return [
        { answer: [], text: known, right: true },
        { answer: [], text: '…', right: false },
      ];
    }
    case 'reflection':
      return [{ answer: [], text: '…', right: null }];
    case 'dilemma':
      return [chosen([0], null)];
    default:
      return question satisfies never;
  }
}
