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
      begin: (n: number): string => (n === 1 ? 'Answer it' : 'Answer them'),
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
      nothing: 'No questions are coming back.',
    },
    own: {
      title: 'What you are practising',
      states: { on: 'On', off: 'Off' },
      how: 'When you answer wrong in a course, the question comes back after 2, 7 and 30 days, three a day at most. Only you see it.',
      off: 'I am sending you no questions until you turn this on again.',
      kept: (n: number) => (n === 1 ? 'One question is kept.' : `${startingNumber(n, 'en')} questions are kept.`),
      coming: (n: number) => (n === 1 ? 'One question comes back.' : `${startingNumber(n, 'en')} questions come back.`),
      learnt: (n: number) => `You have learnt ${spokenNumber(n, 'en')}.`,
      nothing: 'You have no questions that come back.',
    },
    talk: {
      title: 'For the talk with your mentor',
      why: 'You were quite sure here, and wrong. The list is yours alone.',
      none: 'The list is empty. What you were quite sure of but got wrong is shown here.',
      pick: 'Choose a question',
      state: 'You were quite sure',
    },
    sharing: {
      actions: {
        ask: (name: string) => `Share with my mentor (${name})`,
        share: 'Yes, share it',
        keep: 'No, keep it to myself',
      },
      ask: {
        title: (name: string) => `Do you want to share this with ${name}?`,
        who: (name: string) =>
          `${name} can read it for as long as ${name} is your mentor. If you get another mentor, neither of them can read this. All your other answers stay yours alone.`,
      },
      done: (name: string) => `Shared with ${name}, your mentor.`,
      shared: {
        wrote: (name: string) => `${name} wrote:`,
        quiet: (course: string) => `Shared with you as a mentor · ${course}`,
        title: (name: string) => `${name} has shared a thought with you`,
        who: (name: string) =>
          `Only you and ${name} can read it, and only while you are the mentor. Ask about it the next time you talk.`,
        summary: (name: string) => `${name} has shared something from a course with you.`,
      },
    },
  },
  dilemma: {
    quiet: (course: string) => `A dilemma for the team · ${course}`,
    summary: 'Your team is playing a dilemma.',
    start: 'Play it with your team',
    pick: {
      title: 'At which meeting do you want to play it?',
      text: 'Everybody who comes to the meeting gets the question in their own chat. You each answer, talk, and answer again. Nobody can see who chose what.',
      none: 'You have no meeting right now that you lead or have a role at. When you have one, you can play the dilemma there.',
      label: 'Choose the meeting',
      start: 'Begin now',
    },
    titles: { first: 'What would you do?', second: 'What would you do now?', over: 'You have played the dilemma.' },
    states: { asks: 'Your answer is missing', waits: 'You have answered', over: 'Over' },
    ask: { first: 'What would you do?', second: 'What do you choose, now that you have talked about it?' },
    mine: 'You chose:',
    actions: { answer: 'Answer', show: 'Show the numbers now', refresh: 'Refresh' },
    count: (answered: number, players: number) => `${answered} of ${Math.max(answered, players)} have answered.`,
    unseen:
      'Nobody sees what you choose. You see numbers only, once everybody has answered or whoever leads the meeting shows them.',
    headings: { first: 'How many chose each', both: 'How many chose each, before and after you talked' },
    chose: (n: number) => String(n),
    choseBoth: (before: number, after: number) => `${before} before, ${after} after`,
    talk: 'Talk about it: what speaks for each choice, and what against? Then answer again.',
    moved: (moved: number, both: number) =>
      both === 0
        ? 'Nobody answered both times.'
        : moved === 0
          ? `None of the ${spokenNumber(both, 'en')} who answered both times changed their choice.`
          : `${startingNumber(moved, 'en')} of ${spokenNumber(both, 'en')} changed their choice.`,
    nothingShown: 'The meeting ended before the numbers were shown. Nobody can see what was chosen.',
    endedEarly: 'The meeting ended before you had answered a second time.',
  },
  lines: {
    review: (n: number) =>
      n === 1
        ? 'One question has come back. It takes half a minute.'
        : `${startingNumber(n, 'en')} questions have come back. It takes a couple of minutes.`,
  },
  owed: { review: 'Answer questions that have come back' },
};
