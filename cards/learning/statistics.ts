import { type Locale, type Words, words } from '../../content/words/words';
import { line, sentence } from '../anatomy';
import { choiceField, type Matter, type MatterSection, matterCard, press, section } from '../matter';
import type { Drawn } from '../render';
import { clipped } from '../text';

/** Part of a group: a share in percent, or in words where a number could give somebody away. */
export type StatisticsPart =
  | { readonly is: 'share'; readonly percent: number }
  | { readonly is: 'few' | 'nearly-all' | 'hidden' };

/** The figures of a course: of groups of five and more, and of nobody. */
export type StatisticsView = {
  readonly course: string;
  readonly title: string;
  /** Who have begun, in whole fives; 0: fewer than five. */
  readonly people: number;
  readonly done: StatisticsPart;
  /** Which of the questions stands first here, from 0. */
  readonly first: number;
  /** How many questions the course has. */
  readonly of: number;
  readonly questions: readonly {
    readonly prompt: string;
    readonly people: number;
    readonly right: StatisticsPart | null;
    readonly sureAndWrong: StatisticsPart | null;
    /** The wrong option that most chose; '' where none is told. */
    readonly mostWrong: string;
  }[];
};

export type StatisticsListView = { readonly courses: readonly { readonly key: string; readonly title: string }[] };

/** So many questions stand on one card. */
export const QUESTIONS_A_CARD = 6;

/** To the onboarding lead: which course to see figures of. */
export function statisticsListCard({ courses }: StatisticsListView, locale: Locale): Drawn {
  const { statistics: card } = words(locale);
  const [first] = courses;
  return matterCard(
    (): Matter => ({
      summary: card.summary,
      quiet: card.quiet,
      title: card.which,
      opening: [sentence(first ? card.without : card.none)],
      ...(first
        ? {
            fields: [
              choiceField({
                id: 'course',
                label: card.pick,
                placeholder: card.pick,
                value: first.key,
                choices: courses.map(({ key, title }) => ({ title, value: key })),
                faults: {},
              }),
            ],
            rows: [press([{ title: card.show, verb: 'course.statistics', first: true, sends: true }])],
          }
        : {}),
    }),
    locale,
  );
}

/** To the onboarding lead: how a course goes, and which of its questions are hard. */
export function statisticsCard(view: StatisticsView, locale: Locale): Drawn {
  const w = words(locale);
  return matterCard((most) => drawn(view, most, w), locale);
}

function drawn(view: StatisticsView, most: number, w: Words): Matter {
  const { statistics: card } = w;
  return {
    summary: card.summary,
    quiet: card.quiet,
    title: view.title,
    opening: [
      sentence(
        view.people === 0 ? card.fewBegun : `${card.begun(view.people)} ${inWords(view.done, card.done)}`.trim(),
      ),
      ...(view.questions.length === 0 ? [sentence(card.noQuestions)] : []),
    ],
    later: view.questions.map((one, at) => questionSection(one, view.first + at + 1, { most, w, of: view.of })),
    rows: [press(turning(view, w), { spacing: 'Medium' })],
    foot: [card.rule],
  };
}

function questionSection(
  one: StatisticsView['questions'][number],
  number: number,
  { most, w, of }: { readonly most: number; readonly w: Words; readonly of: number },
): MatterSection {
  const { statistics: card } = w;
  const told = [
    one.people === 0 ? card.fewAnswered : card.answered(one.people),
    ...(one.people === 0 || one.right === null ? [] : [inWords(one.right, card.right)]),
    ...(one.people === 0 || one.sureAndWrong === null ? [] : [inWords(one.sureAndWrong, card.sureAndWrong)]),
    ...(one.mostWrong === '' ? [] : [card.mostWrong(clipped(one.mostWrong, Math.min(most, 160)))]),
  ];
  return section(card.question(number, of), [
    line({ text: clipped(one.prompt.replace(/\s+/g, ' '), Math.min(most, 200)) }),
    ...told.filter((text) => text !== '').map((text) => line({ text, spacing: 'None' })),
  ]);
}

type InWords = {
  readonly share: (percent: number) => string;
  readonly few: string;
  readonly 'nearly-all': string;
  readonly hidden: string;
};

function inWords(part: StatisticsPart, said: InWords): string {
  return part.is === 'share' ? said.share(part.percent) : said[part.is];
}

function turning(view: StatisticsView, w: Words): Parameters<typeof press>[0] {
  const { statistics: card } = w;
  const next = view.first + view.questions.length;
  const turn = (title: string, from: number) => ({
    title,
    verb: 'course.statistics',
    data: { course: view.course, from },
  });
  const other = { title: card.others, verb: 'course.statistics' };
  if (view.of <= QUESTIONS_A_CARD) return [other];
  return [turn(next < view.of ? card.more : card.again, next < view.of ? next : 0), other];
}
