import type { statistics as danish } from '../da/statistics';

/** English words of the figures of courses, and of what other systems are told about courses. */
export const statistics: typeof danish = {
  statistics: {
    quiet: 'Course figures',
    summary: 'Figures for a course.',
    which: 'Which course would you like figures for?',
    without: 'You see which questions are hard. You never see what any one person answered.',
    none: 'There are no courses yet.',
    pick: 'Choose a course',
    show: 'Show the figures',
    others: 'Other courses',
    more: 'More questions',
    again: 'The first questions',
    fewBegun: 'Fewer than five have begun the course, so there are no figures to show yet.',
    begun: (n) => `${n} have begun the course.`,
    done: {
      share: (percent) => `${percent}% of them are done.`,
      few: 'At most four of them are done.',
      'nearly-all': 'All but at most four are done.',
      hidden: 'How many are done is shown once ten have begun.',
    },
    noQuestions: 'The course has no questions.',
    question: (n, of) => `Question ${n} of ${of}`,
    fewAnswered: 'Fewer than five have answered.',
    answered: (n) => `${n} have answered.`,
    right: {
      share: (percent) => `Right the first time: ${percent}%.`,
      few: 'Right the first time: at most four.',
      'nearly-all': 'Right the first time: all but at most four.',
      hidden: 'How many were right is shown once ten have answered.',
    },
    sureAndWrong: {
      share: (percent) => `Quite sure, and wrong: ${percent}%.`,
      few: 'Quite sure, and wrong: at most four.',
      'nearly-all': 'Nearly everybody who was wrong was quite sure.',
      hidden: 'How many were quite sure and wrong is not shown: there are too few.',
    },
    mostWrong: (option) => `The wrong answer that most people chose: “${option}”`,
    rule: 'The figures grow by five people at a time, and a group of fewer than five never gets a number. So nobody can work out what any one person answered.',
  },
  recordStatus: {
    none: (n) =>
      n === 0
        ? 'not set up'
        : `${n} wait, but the policy (learningRecords in house.yaml) no longer says where they are to go`,
    waiting: (n) =>
      n === 0
        ? 'all received or on the way'
        : `${n} wait because they were not received. Look in the log; I will try again myself.`,
  },
};
