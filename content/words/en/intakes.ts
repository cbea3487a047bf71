import { spokenDay, spokenMoment } from '../dates';
import { capitalised, spokenNumber, startingNumber } from '../numbers';

const day = (on: string, today?: string): string => spokenDay(on, 'en', today);
const moment = (at: string, today?: string): string => spokenMoment(at, 'en', today);
const count = (n: number): string => spokenNumber(n, 'en');
const starting = (n: number): string => startingNumber(n, 'en');

const the = {
  class: 'the class',
  'dialogue-meeting': 'the dialogue meeting',
  supervision: 'the supervision',
  'learning-day': 'the learning day',
} as const;
type Kind = keyof typeof the;
const The = (kind: Kind): string => capitalised(the[kind]);
const each = (say: (kind: Kind) => string): Readonly<Record<Kind, string>> => ({
  class: say('class'),
  'dialogue-meeting': say('dialogue-meeting'),
  supervision: say('supervision'),
  'learning-day': say('learning-day'),
});

/** English words of classes, dialogue meetings, supervision and the common learning day. */
export const intakes = {
  intakes: {
    quiet: 'Classes and dialogue meetings',
    kinds: {
      class: 'Class',
      'dialogue-meeting': 'Dialogue meeting',
      supervision: 'Supervision',
      'learning-day': 'Common learning day',
    },
    summary: 'Classes and dialogue meetings.',
    quietOf: (kind: string, number: number) => `${kind} · no. ${number}`,
    at: (from: string, span: string, place: string) => `${day(from)}, ${span}, ${place}`,
    days: 'The days',
    list: {
      title: 'What do you want to learn with others?',
      titleLead: 'Classes, dialogue meetings and supervision',
      none: 'No class is coming up just now. I will write to you when you are invited to one.',
      noneLead: 'None is coming up. Set up the next one below.',
      own: 'Your own',
      open: 'Classes you can ask to join',
      ahead: 'Coming up',
      waits: 'Still to be set up',
      begins: (at: string) => `begins ${moment(at)}`,
      seats: (booked: number, seats: number) => `${booked} of ${seats} seats`,
      pick: 'What do you want to open?',
      pickMissing: 'Pick a line.',
      openIt: 'Open',
      what: 'What do you want to set up?',
      create: 'Set up a new one',
    },
    after: {
      supervision: (title: string) => `Supervision after “${title}”`,
      'year-supervision': (title: string) => `Supervision a year after “${title}”`,
      'learning-day': (title: string) => `Common learning day a year after “${title}”`,
      quarter: 'The dialogue meeting of the quarter',
    },
    form: {
      title: {
        class: 'Set up a new class',
        'dialogue-meeting': 'Set up a dialogue meeting',
        supervision: 'Set up supervision',
        'learning-day': 'Set up a common learning day',
      },
      text: {
        class:
          'A class normally has 20 seats, at most half of them from one department, and three days that go together. Afterwards you choose who to invite.',
        'dialogue-meeting':
          'You can invite everybody who is new since the last dialogue meeting. Afterwards you choose who.',
        supervision: 'Supervision takes place two to four weeks after the class. Afterwards you choose who to invite.',
        'learning-day':
          'The common learning day brings the class together again after a year. Afterwards you choose who to invite.',
      },
      window: (from: string, to: string) => `Hold it between ${day(from)} and ${day(to)}.`,
      name: 'What is it called?',
      nameExample: 'E.g. Empowerment and conversation, spring',
      seats: 'Seats',
      date: (n: number) => `Day ${n}`,
      optionalDate: (n: number) => `Day ${n} (may stay empty)`,
      span: 'From and to',
      spanExample: 'E.g. 9-15',
      place: 'Place',
      placeExample: 'E.g. the course room, Town Hall',
      samePlace: 'Empty: the same place as the day before',
      save: 'Set it up',
      outside: 'Pick a day after today.',
    },
    lead: {
      states: { open: 'Open', full: 'Full', begun: 'Under way', held: 'Held', cancelled: 'Called off' },
      seats: 'Seats',
      taken: (n: number, of: number) => `${n} of ${of}`,
      cap: 'At most from one department',
      capText: (n: number) => (n === 1 ? '1 seat' : `${n} seats`),
      waiting: 'On the waiting list',
      silent: 'Have not answered',
      no: 'Not coming',
      booked: 'In the class',
      offered: 'asked about a free seat',
      nobody: 'Nobody yet.',
      call: 'Invite people',
      move: 'Move a day',
      which: 'Which day?',
      cancel: 'Call it off',
      cancelText: 'Everybody who has a seat, waits or has been asked is told once. You cannot undo it.',
      cancelSend: 'Call it off now',
      attendance: 'Attendance',
      attendanceDay: 'Which day do you want to note attendance for?',
      noted: 'noted',
      missed: (n: number) => `missed day ${n}`,
      missedPick: 'Who has made up a day with another class?',
      madeUp: 'Note that it was made up',
      follow: 'Follow-up on the class',
      followOpen: 'Set it up',
      followSkip: 'Not needed',
      followPick: 'Which follow-up?',
      list: 'All classes',
      summary: (title: string) => `${title}.`,
    },
    call: {
      title: 'Who do you want to invite?',
      text: (n: number) =>
        n === 0
          ? 'Nobody is waiting for this just now. You can invite somebody by name.'
          : `${starting(n)} ${n === 1 ? 'fits' : 'fit'} now. Whoever has waited longest comes first. Untick those who should not come.`,
      counts: 'From the departments',
      more: (n: number) =>
        `${starting(n)} more ${n === 1 ? 'waits' : 'wait'}. You can invite them later, when there is room, also for more from their department.`,
      people: 'Invite them',
      since: (on: string) => `waiting since ${day(on)}`,
      send: 'Invite them',
      who: 'Or invite one person by name',
      whoExample: 'E.g. Bo Lindgren',
      person: 'Which of them?',
      sendOne: 'Invite one',
      back: 'Back',
    },
    move: {
      title: (n: number) => `When should day ${n} be?`,
      text: 'Everybody who has a seat is told the new time once, in their calendar too. They need not answer, but can say if they cannot come.',
      date: 'Day',
      send: 'Move the day',
    },
    day: {
      title: 'Who was there?',
      quiet: (kind: string, n: number, of: number) => `${kind} · day ${n} of ${of}`,
      states: { open: 'Waiting for you', ahead: 'Coming up', noted: 'Noted', cancelled: 'Called off' },
      text: (title: string) => `“${title}”. Tick those who were there.`,
      there: 'Were there',
      none: 'Nobody has a seat.',
      save: 'Save the attendance',
      correct: 'Correct the attendance',
      count: (n: number, of: number) => `${n} of ${of} ${n === 1 ? 'was' : 'were'} there.`,
      see: 'See the class',
      summary: 'Who was there?',
    },
    seat: {
      titles: {
        ask: each((kind) => `Do you want to join ${the[kind]}?`),
        called: each((kind) => `Do you want to join ${the[kind]}?`),
        booked: each((kind) => (kind === 'class' ? 'You have a seat in the class.' : `You will be at ${the[kind]}.`)),
        waiting: each(() => 'You are on the waiting list.'),
        offered: each(() => 'There is a seat for you. Do you want it?'),
        declined: each(() => 'You have said no.'),
        cancelled: each(() => 'Your seat has been passed on.'),
        lapsed: each(() => 'I did not get your answer in time.'),
        dropped: each((kind) => `${The(kind)} has begun, and no seat came free.`),
        off: each((kind) => `${The(kind)} is called off.`),
        held: each((kind) => `${The(kind)} has been held.`),
      },
      states: {
        ask: 'Open',
        called: 'Waiting for you',
        booked: 'You are in',
        waiting: 'Waiting list',
        offered: 'Waiting for you',
        declined: 'No',
        cancelled: 'Passed on',
        lapsed: 'Not answered',
        dropped: 'Over',
        off: 'Called off',
        held: 'Held',
      },
      together: (n: number) => `The ${count(n)} days belong together. With a yes you have a seat on all of them.`,
      reminder: 'I still need your answer.',
      why: 'The onboarding lead has invited you.',
      full: 'All seats are taken, or your department has had its half. You can join the waiting list.',
      place: (n: number) =>
        n === 1
          ? 'You are first in the queue. If a seat comes free, I will ask you.'
          : `You are number ${count(n)} in the queue. If a seat comes free, I will ask the first who can have it.`,
      kept: 'The seat is yours if you say yes in time. Otherwise it goes to the next in the queue.',
      moved: (n: number) =>
        `Day ${n} has been moved. These are the days now. You only need to answer if you cannot come.`,
      off: 'You need not do anything. I will write when there is a new one.',
      next: 'You will be invited again next time.',
      with: 'You will meet',
      alone: 'You are the first. You can see the others here once they have said yes.',
      thereAll: 'You were there every day.',
      missed: (n: number) => `You still need day ${n}. The onboarding lead will find a day when you can make it up.`,
      yes: 'Yes, I will come',
      yesAnyway: 'I want to after all',
      wait: 'Put me on the waiting list',
      take: 'Yes please, I will take it',
      no: 'No thanks',
      leaveQueue: 'Take me off the waiting list',
      cannot: 'I cannot after all',
      cannotText: 'Then your seat goes to the first who waits. If somebody is waiting, you cannot undo it.',
      cannotSend: 'Pass the seat on',
      ask: 'Ask for a seat',
      answerBy: (on: string, today: string) => `Answer by ${day(on, today)}.`,
      summary: { asks: 'A class is waiting for your answer.', tells: 'News about your class.' },
    },
    mail: {
      subject: {
        request: (n: number, of: number, title: string) =>
          of === 1 ? `For your calendar: ${title}` : `For your calendar: ${title}, day ${n}`,
        cancel: (n: number, of: number, title: string) =>
          of === 1 ? `Out of your calendar: ${title}` : `Out of your calendar: ${title}, day ${n}`,
      },
      opening: {
        request: (title: string, when: string, place: string) =>
          `Here is “${title}” for your calendar: ${when}, ${place}.`,
        off: (title: string, when: string) =>
          `“${title}” on ${when} is called off. You can remove the day from your calendar.`,
        gone: (title: string, when: string) =>
          `You are no longer expected at “${title}” on ${when}. You can remove the day from your calendar.`,
      },
      entry: (title: string, n: number, of: number) => (of === 1 ? title : `${title}, day ${n} of ${of}`),
      answerInTeams: 'If you cannot come after all, say so in Teams, in the chat with Rød Tråd.',
    },
  },
  lines: {
    intakeAnswer: (title: string, by: string, today: string) =>
      `Say whether you want to join “${title}” by ${day(by, today)}.`,
    intakeSilent: (name: string, title: string, by: string, today: string) =>
      `${name} has not answered “${title}” yet. The date was ${day(by, today)}.`,
    intakeManager: (name: string, title: string, at: string, today: string) =>
      `${name} is invited to “${title}”, which begins ${day(at, today)}, and has not answered. Can you help to set the days aside?`,
    intakeOffer: (title: string, by: string, today: string) =>
      `There is a seat for you in “${title}”. Say yes by ${day(by, today)}.`,
    intakeSoon: (title: string, at: string, place: string, today: string) =>
      `“${title}” begins ${moment(at, today)}, ${place}.`,
    intakeAttendance: (title: string, on: string, today: string) => `Note who was at “${title}” on ${day(on, today)}.`,
    intakeSupervision: (title: string, from: string, to: string, today: string) =>
      `Set up supervision after “${title}”, between ${day(from, today)} and ${day(to, today)}.`,
    intakeLearningDay: (title: string, from: string, today: string) =>
      `Set up a common learning day for “${title}”, from ${day(from, today)}.`,
    intakeQuarter: (n: number) =>
      `${starting(n)} ${n === 1 ? 'colleague is' : 'colleagues are'} new since the last dialogue meeting. Set up the next one.`,
    intakeDays: (name: string, title: string, days: string) => `${name} has a seat in “${title}” on ${days}.`,
  },
  owed: {
    'intake-answer': 'An answer to a class',
    'intake-offer': 'A free seat in a class',
    'intake-seat': 'A seat in a class',
    'intake-attendance': 'Who was at a class',
    'intake-supervision': 'Supervision after a class',
    'intake-learning-day': 'A common learning day',
    'intake-quarter': 'The dialogue meeting of the quarter',
  },
};
