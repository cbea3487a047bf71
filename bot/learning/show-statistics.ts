import { QUESTIONS_A_CARD, type StatisticsView } from '../../cards/learning/statistics';
import type { Locale } from '../turn';
import type { Course } from './course';
import type { CourseFigures, QuestionFigures } from './read-statistics';

/** The figures of a course in one language, with as many questions as a card has room for. */
export function statisticsView(
  course: Course,
  { people, done, questions }: CourseFigures,
  { from, locale }: { readonly from: number; readonly locale: Locale },
): StatisticsView {
  // A course that has become shorter since the card was drawn begins again.
  const first = from < questions.length ? from : 0;
  return {
    course: course.key,
    title: course.title[locale],
    people,
    done,
    first,
    of: questions.length,
    questions: questions
      .slice(first, first + QUESTIONS_A_CARD)
      .map(({ question, figures: { mostWrong, ...figures } }) => ({
        prompt: question.prompt[locale],
        ...figures,
        mostWrong: mostWrong === null ? '' : optionOf(question, mostWrong, locale),
      })),
  };
}

function optionOf(question: QuestionFigures['question'], place: number, locale: Locale): string {
  if (question.kind !== 'one' && question.kind !== 'several') return '';
  return question.options[place]?.text[locale] ?? '';
}
