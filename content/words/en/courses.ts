import type { courses as danish } from '../da/courses';
import { spokenDay } from '../dates';
import { localNumber, spokenNumber } from '../numbers';

const number = (value: number) => localNumber(value, 'en');
const attempts = (n: number) => (n === 1 ? 'one attempt' : `${spokenNumber(n, 'en')} attempts`);

/** English words of courses: the list, the player and the result. */
export const courses: typeof danish = {
  courses: {
    list: {
      quiet: 'Courses',
      title: 'Which course would you like to take?',
      text: 'Take what you need, at your own pace. You can pause at any time.',
      none: 'There are no courses yet.',
      pick: 'Choose a course',
      open: 'Open the course',
      leaders: 'for leaders',
      takes: (n) => `about ${n} minutes`,
      states: {
        new: 'not begun',
        running: (at, of) => `under way: ${at} of ${of}`,
        done: (on, today) => `finished ${spokenDay(on, 'en', today)}`,
        passed: (on, today) => `passed ${spokenDay(on, 'en', today)}`,
        failed: 'not passed yet',
      },
      summary: 'Your courses.',
    },
    quiet: (title) => `Course · ${title}`,
    progress: (at, of) => `${at} of ${of}`,
    summary: (title) => `The course “${title}”.`,
    first: (n) =>
      `It takes about ${n} minutes. Pause whenever you like; I remember where you are, on another device too.`,
    source: 'Source:',
    reading: 'Lesson',
    question: 'Question',
    actions: {
      next: 'Next',
      back: 'Back',
      pause: 'Pause',
      answer: 'Answer',
      again: 'Try again',
      rewrite: 'Change what you wrote',
      choose: 'Choose again',
      read: 'Read the lesson again',
      readPicked: 'Read it',
      earlier: 'Previous lesson',
      later: 'Next lesson',
      resume: 'Back to where you were',
      goOn: 'Go on with the course',
      finish: 'Finish the course',
      retry: 'Have another try',
      once: 'Take the course again',
      all: 'All courses',
    },
    ask: {
      one: 'Choose one answer',
      several: 'Choose all the right answers',
      'true-false': 'True or false?',
      dilemma: 'What would you do?',
      number: (unit) => (unit === '' ? 'Write the number' : `Write the number (${unit})`),
      blank: 'Write what is missing',
      reflection: 'Write what you think',
      pairs: 'Find the letter that belongs to each',
      order: 'Give each line its number. 1 comes first.',
      pick: 'Choose',
      sure: 'How sure are you?',
    },
    sureness: { 1: 'I am guessing', 2: 'Fairly sure', 3: 'Quite sure' },
    help: {
      reflection: 'Only you can see it, and nobody marks it. Never write anything about a particular citizen.',
      dilemma: 'There is no one right answer here.',
      number: 'You can use a comma or a point.',
    },
    truth: { true: 'True', false: 'False' },
    verdicts: { right: 'Right', wrong: 'Not quite', said: 'Thank you for your answer' },
    said: {
      'chosen-right': 'Right, and you chose it:',
      'chosen-wrong': 'You chose it, but it does not fit:',
      missed: 'Right, but you did not choose it:',
      right: 'The right answer:',
      chosen: 'You chose:',
      other: 'Another choice:',
      yours: 'Your answer:',
      paired: 'Right:',
      unpaired: 'These belong together:',
      placed: (n) => `${n}. Right:`,
      misplaced: (n) => `${n}. This belongs here:`,
      'you-chose': (text) => `you chose “${text}”`,
      'you-placed': (n) => `you made it number ${n}`,
    },
    about: (value, tolerance, unit) =>
      [
        number(value),
        ...(unit === '' ? [] : [unit]),
        ...(tolerance === 0 ? [] : [`(from ${number(value - tolerance)} to ${number(value + tolerance)} is right)`]),
      ].join(' '),
    here: {
      title: 'How we do it here',
      empty: 'The municipality has not yet written how you do it where you work. Ask somebody who knows:',
      manager: (name) => `${name}, your nearest manager`,
      lead: (name) => `${name}, onboarding lead`,
      nobody: 'your nearest manager',
    },
    paused: {
      title: 'You are taking a break.',
      text: (at, of) => `You are at ${at} of ${of}. Everything you have answered is kept.`,
    },
    result: {
      title: {
        done: 'You have finished the course.',
        passed: 'You have passed.',
        failed: 'You have not passed yet.',
      },
      states: { done: 'Finished', passed: 'Passed', failed: 'Not passed' },
      score: (right, of, percent) => `${right} of ${of} questions are right (${percent}%).`,
      needed: (percent) => `You pass with ${percent}%.`,
      counted: {
        best: (percent) => `The best attempt counts: ${percent}%.`,
        last: (percent) => `The last attempt counts: ${percent}%.`,
      },
      left: (n) => (n === 0 ? 'You have no attempts left.' : `You have ${attempts(n)} left.`),
      unlimited: 'You can try as many times as you like.',
      ask: (names) => `Talk with ${names} about what to do now.`,
      well: 'What went well',
      allRight: 'You got everything right the first time.',
      firstRight: (n, of) =>
        n === 0
          ? 'You kept at it until you were through.'
          : `You got ${spokenNumber(n, 'en')} of ${spokenNumber(of, 'en')} questions right the first time.`,
      answered: 'You have read and answered all of it.',
      again: 'Worth reading again',
      pick: 'Read a lesson again',
      sure: 'You were quite sure, and it was wrong',
      sureWhy: 'The list is yours alone. Bring it along the next time you talk with your mentor or a colleague.',
      on: (day, today) => `Finished ${spokenDay(day, 'en', today)}.`,
    },
  },
};
