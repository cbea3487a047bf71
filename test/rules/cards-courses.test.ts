import { type Answered, LONGEST_ANSWER } from '../../bot/learning/answer-rules';
import type { Course, CourseQuestion } from '../../bot/learning/course';
import { feedbackOf } from '../../bot/learning/feedback';
import { planOf } from '../../bot/learning/plan-rules';
import { askingView } from '../../bot/learning/show';
import { playerCard } from '../../cards/learning/player';
import type { PlayerView } from '../../cards/learning/views';
import { MOST_BY_ITSELF } from '../../cards/render';
import { INTRODUCTION, longest } from '../support/sample-courses';

const LOCALES = ['da', 'en'] as const;
type Locale = (typeof LOCALES)[number];

const pageCard = (page: PlayerView['page'], locale: Locale): string =>
  JSON.stringify(
    playerCard(
      {
        mark: 'course/card/x/1',
        enrolment: '018f3c2a-7b1e-7c3d-9a4f-000000000001',
        attempt: '018f3c2a-7b1e-7c3d-9a4f-000000000002',
        version: 1_000,
        course: { title: 'x'.repeat(80), takes: 180 },
        at: 1_000,
        of: 1_200,
        height: 400,
        page,
      },
      locale,
    ).card,
  );

const drawnOf = (course: Course) => planOf(course, 7).flatMap((page) => (page.is === 'question' ? [page] : []));
const questionsOf = (questions: readonly CourseQuestion[]): Course => ({
  ...INTRODUCTION,
  steps: [{ is: 'questions', key: 'all', questions: [...questions] }],
});

/** The worst answer there can be: everything chosen or nothing right, and as much written as fits. */
function answerTo(question: CourseQuestion): Pick<Answered, 'right'> & { answer: (number | boolean)[]; text: string } {
  const wrong = { right: false, text: '' };
  switch (question.kind) {
    case 'one':
      return { ...wrong, answer: [0] };
    case 'several':
      return { ...wrong, answer: [5] };
    case 'true-false':
      return { ...wrong, answer: [!question.answer] };
    case 'pairs':
    case 'order':
      return { ...wrong, answer: [1, 2, 3, 4, 0] };
    case 'number':
      return { ...wrong, answer: [123_456_789.123] };
    case 'blank':
    case 'reflection':
      return { right: null, answer: [], text: '"\n\\ å'.repeat(600).slice(0, LONGEST_ANSWER[question.kind]) };
    case 'dilemma':
      return { right: null, answer: [0], text: '' };
    default:
      return question satisfies never;
  }
}

describe('a question of the longest texts', () => {
  const all = drawnOf(questionsOf(longest()));
  const kinds = all.map((page) => page.question.kind);

  test('is there of every kind', () => {
    expect([...kinds].sort()).toEqual(
      [...['blank', 'dilemma', 'number', 'one', 'order', 'pairs', 'reflection', 'several', 'true-false']].sort(),
    );
  });

  test.each(all.flatMap((page) => LOCALES.map((locale) => ({ page, locale, kind: page.question.kind }))))(
    '$kind in $locale fits a message of Teams before and after the answer, and nothing of it is cut off',
    ({ page, locale }) => {
      const { question } = page;
      const asked = pageCard(askingView([], page, locale), locale);
      const given = answerTo(question);
      const answered = pageCard(
        {
          ...{ is: 'answered', kind: question.kind, key: question.key, prompt: question.prompt[locale], sure: 3 },
          ...{ again: true, read: 'k'.repeat(60), ...feedbackOf(question, given, locale) },
        },
        locale,
      );
      for (const card of [asked, answered]) {
        expect(card.length).toBeLessThanOrEqual(MOST_BY_ITSELF);
        expect(card).toContain(JSON.stringify(question.prompt[locale].trim()).slice(1, -1));
      }
      for (const text of saidOf(question, locale)) expect(answered).toContain(JSON.stringify(text).slice(1, -1));
      // What one may choose from a list is cut; all of it stands above.
      if ('options' in question && question.kind !== 'dilemma')
        for (const { feedback } of question.options.filter((one) => one.right))
          expect(answered).toContain(JSON.stringify(feedback[locale]).slice(1, -1));
    },
  );
});

/** What an author wants said of a wrong answer. */
function saidOf(question: CourseQuestion, locale: Locale): string[] {
  if ('wrong' in question) return [question.kind === 'blank' ? question.wrong[locale] : question.wrong[locale]];
  return 'after' in question ? [question.after[locale]] : [];
}

describe('a question that is not answered', () => {
  const all = drawnOf(INTRODUCTION);

  test.each(all.flatMap((page) => LOCALES.map((locale) => ({ page, locale, kind: page.question.kind }))))(
    'of kind $kind says nothing in $locale of what is right',
    ({ page, locale }) => {
      const { question } = page;
      const card = pageCard(askingView([], page, locale), locale);
      // Every sentence of feedback begins so, and no other text of the course does.
      expect(card).not.toMatch(/Derfor|Because/);
      expect(card).not.toMatch(/"(?:right|answer|feedback|wrong|after|tolerance)"/);
      if (question.kind === 'blank')
        for (const known of [...question.answers.da, ...question.answers.en])
          expect(card).not.toMatch(new RegExp(`\\b${known}\\b`, 'i'));
      if (question.kind === 'number') expect(card).not.toMatch(/4[.,]5/);
    },
  );

  test('shows its gap by signs that every font has', () => {
    const blank = all.find((page) => page.question.kind === 'blank');
    if (!blank) throw new Error('The sample course has no gap');
    for (const locale of LOCALES) {
      const card = pageCard(askingView([], blank, locale), locale);
      expect(card).toContain('………');
      expect(card).not.toMatch(/[_＿]{3}/);
    }
  });

  test('of two courses that differ in nothing but what is right, the cards are the same', () => {
    const other = questionsOf(
      all.map(({ question }): CourseQuestion => {
        switch (question.kind) {
          case 'one':
          case 'several':
            return { ...question, options: question.options.map((one) => ({ ...one, right: !one.right })) };
          case 'true-false':
            return { ...question, answer: !question.answer };
          case 'number':
            return { ...question, answer: 12, tolerance: 3 };
          case 'blank':
            return { ...question, answers: { da: ['andet'], en: ['other'] } };
          default:
            return question;
        }
      }),
    );
    const cards = (course: Course) => drawnOf(course).map((page) => pageCard(askingView([], page, 'da'), 'da'));
    expect(cards(other)).toEqual(cards(questionsOf(all.map(({ question }) => question))));
  });

  test('names places and not options: an order and pairs show nothing of where things belong', () => {
    const order = all.find(({ question }) => question.kind === 'order');
    const pairs = all.find(({ question }) => question.kind === 'pairs');
    if (order?.question.kind !== 'order' || pairs?.question.kind !== 'pairs') throw new Error('not there');
    const shown = askingView([], order, 'da').options;
    expect(shown).not.toEqual(order.question.items.map(({ da }) => da));
    // The values are the same whatever is shuffled where.
    const values = (page: typeof order) =>
      [...pageCard(askingView([], page, 'da'), 'da').matchAll(/"value":"([^"]*)"/g)].map(([, value]) => value);
    expect(values({ ...order, order: [...order.order].reverse() })).toEqual(values(order));
    expect(values({ ...pairs, order: [...pairs.order].reverse() })).toEqual(values(pairs));
  });
});
