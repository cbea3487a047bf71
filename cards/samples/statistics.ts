import {
  QUESTIONS_A_CARD,
  type StatisticsListView,
  type StatisticsView,
  statisticsCard,
  statisticsListCard,
} from '../learning/statistics';
import { samplesOf } from './sample';

const question: StatisticsView['questions'][number] = {
  prompt: 'Hvem har mødepligt til et teammøde?',
  people: 40,
  right: { is: 'share', percent: 60 },
  sureAndWrong: { is: 'share', percent: 15 },
  mostWrong: 'Kun dem, der har tid den dag',
};
const course: StatisticsView = {
  course: 'introduction',
  title: 'Velkommen til det tværfaglige',
  people: 45,
  done: { is: 'share', percent: 80 },
  first: 0,
  of: 4,
  questions: [
    question,
    {
      ...question,
      prompt: 'Må du dele, hvad borgeren har sagt?',
      right: { is: 'nearly-all' },
      sureAndWrong: { is: 'few' },
      mostWrong: '',
    },
    {
      ...question,
      prompt: 'Hvad er et mandat?',
      people: 5,
      right: { is: 'hidden' },
      sureAndWrong: null,
      mostWrong: '',
    },
    { ...question, prompt: 'Hvad tager du selv med?', people: 0, right: null, sureAndWrong: null, mostWrong: '' },
  ],
};
const long = 'Et langt spørgsmål med »citat« og "andre tegn" om det, der sker på tværs. '.repeat(9).slice(0, 600);

export const statisticsSamples = [
  ...samplesOf<StatisticsListView>('course-statistics-list', statisticsListCard, () => ({
    courses: { courses: [{ key: 'introduction', title: 'Velkommen til det tværfaglige' }] },
    'no courses': { courses: [] },
    'the most there is': {
      courses: Array.from({ length: 60 }, (_, n) => ({ key: `kursus-${n}`, title: long.slice(0, 80) })),
    },
  })),
  ...samplesOf<StatisticsView>('course-statistics', statisticsCard, () => ({
    'of a course': course,
    'few have begun': { ...course, people: 0, done: { is: 'hidden' }, of: 1, questions: course.questions.slice(3) },
    'few are done': { ...course, people: 10, done: { is: 'few' } },
    'all but a few are wrong, and sure': {
      ...course,
      done: { is: 'nearly-all' },
      of: 1,
      questions: [{ ...question, right: { is: 'few' }, sureAndWrong: { is: 'nearly-all' } }],
    },
    'a course without questions': { ...course, of: 0, questions: [] },
    'the last of many': { ...course, first: 2 * QUESTIONS_A_CARD, of: 2 * QUESTIONS_A_CARD + 4 },
    'the most there is': {
      ...course,
      title: long.slice(0, 80),
      people: 12_345,
      of: 30,
      questions: Array.from({ length: QUESTIONS_A_CARD }, () => ({
        ...question,
        prompt: long,
        people: 12_345,
        mostWrong: long.slice(0, 160),
      })),
    },
  })),
];
