import { spokenDay } from '../dates';
import { spokenNumber, startingNumber } from '../numbers';

const questions = (n: number) => (n === 1 ? 'one more question' : `${spokenNumber(n, 'en')} more questions`);

/** English words of what comes back after a course: questions, the list for the talk, what is shared with the mentor. */
export const review = {
  review: {
    quiet: 'Questions that come back',
    quietOf: (course: string) => `Back again · ${course}`,
    summary: 'Questions from your courses have come back.',
    left: (n: number) =>
      n === 1 ? 'This is the last one today.' : `There are ${spokenNumber(n, 'en')} left today, this one included.`,
    actions: {
      begin: (n: number) => (n === 1 ? 'Answer it' : 'Answer them'),
      answer: 'Answer',
      next: 'Next question',
      own: 'My questions',
      off: 'Stop sending me questions',
      on: 'Send me questions again',
      see: 'See the right answer',
      strike: 'Take it off the list',
      back: 'Back to the list',
    },
    comes: {
      learnt: 'You know it now. This question does not come back.',
      on: (day: string, today: string) => `It comes back on ${spokenDay(day, 'en', today)}.`,
      over: 'That was the last one today.',
      wait: (n: number) => `${n === 1 ? 'There is' : 'There are'} ${questions(n)} today.`,
    },
    none: {
      title: 'No questions are waiting today.',
      next: (day: string, today: string) => `The next one comes on ${spokenDay(day, 'en', today)}.`,
      nothing: 'Nothing is due to come back.',
    },
    own: {
      title: 'What you are practising',
      states: { on: 'On', off: 'Off' },
      how: 'When you answer wrong in a course, the question comes back after 2, 7 and 30 days, three a day at most. Only you see it.',
      off: 'I am sending you no questions. Those you have are kept.',
      coming: (n: number) => (n === 1 ? 'One question comes back.' : `${startingNumber(n, 'en')} questions come back.`),
      learnt: (n: number) => `You have learnt ${spokenNumber(n, 'en')}.`,
      nothing: 'You have no questions that come back.',
    },
    talk: {
      title: 'For the talk with your mentor',
      why: 'You were quite sure here, and wrong. The list is yours alone.',
      none: 'The list is empty. What you were quite sure of, and wrong, stands here.',
      pick: 'Choose a question',
      state: 'You were quite sure',
    },
  },
  lines: {
    review: (n: number) =>
      n === 1
        ? 'One question has come back. It takes half a minute.'
        : `${startingNumber(n, 'en')} questions have come back. It takes a couple of minutes.`,
  },
  owed: { review: 'Answer questions that have come back' },
};
