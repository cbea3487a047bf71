import { startingNumber } from '../numbers';

/** English words of the overview. */
export const overview = {
  overview: {
    quiet: 'Overview',
    title: 'How things stand',
    titleLate: (n: number) =>
      n === 1 ? 'One pathway has something overdue.' : `${startingNumber(n, 'en')} pathways have something overdue.`,
    summary: 'Your overview.',
    none: 'You lead no pathway just now.',
    mine: 'My pathways',
    moods: { overdue: 'Overdue', waiting: 'Waiting for you', planned: 'Planned', calm: 'Nothing waits' },
    by: (day: string) => `by ${day}`,
    meeting: (moment: string) => `next meeting ${moment}`,
    department: 'Overdue in my department',
    nothingLate: 'Nothing is overdue.',
    help: 'Ask whether you can help. You see only what is missing, and who has it.',
    since: (day: string) => `should have been done by ${day}`,
    pick: 'Which pathway would you like to open?',
    open: 'Open the pathway',
    inDigest: (n: number) =>
      n === 1
        ? 'One thing is overdue in your department. Write “overview” to see it.'
        : `${startingNumber(n, 'en')} things are overdue in your department. Write “overview” to see them.`,
  },
};
