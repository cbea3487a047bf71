import { spokenDay } from '../dates';
import { spokenNumber, startingNumber } from '../numbers';

const day = (text: string) => spokenDay(text, 'en');
const count = (n: number) => spokenNumber(n, 'en');
const starting = (n: number) => startingNumber(n, 'en');
const of = (name: string) => `${name}’s`;

/** English words of the onboarding programme and of mentors. */
export const programs = {
  programs: {
    quiet: 'Onboarding',
    summary: 'Your onboarding programme.',
    summaryOf: 'An onboarding programme.',
    title: {
      open: (name: string) => `Welcome, ${name.split(' ')[0]}. Here is your programme.`,
      done: () => 'You have finished your programme.',
      ended: () => 'The programme has ended.',
    },
    titleOf: {
      open: (name: string) => `How ${of(name)} programme is going`,
      done: (name: string) => `${name} has finished the programme.`,
      ended: (name: string) => `${of(name)} programme has ended.`,
    },
    progress: (done: number, all: number) => `${done} of ${all} steps are done`,
    states: { done: 'Done', ended: 'Ended' },
    why: 'Here you learn how we work together across departments. Take one step at a time; I’ll tell you when there is something new.',
    whyOf: 'You see steps and dates. Answers and reflections belong to the new colleague alone.',
    reminder: 'You still have a little of the introduction left. You can stop and go on whenever you like.',
    facts: { start: 'Counted from', manager: 'Manager', mentor: 'Mentor' },
    noManager: 'Nobody just now',
    noMentor: 'We will find one in the first days',
    mentorAsked: (name: string) => `${name} has been asked`,
    moods: {
      done: 'Done',
      waived: 'Left out',
      fallen: 'Was not done in time',
      overdue: 'Overdue',
      open: 'Now',
      ahead: 'Later',
    },
    when: {
      done: (on: string) => `on ${on}`,
      due: (on: string) => `by ${on}`,
      overdue: (on: string) => `should have been done by ${on}`,
      ahead: (from: string, to: string) => `from ${from} to ${to}`,
    },
    begin: 'Begin',
    goOn: 'Go on',
    sayDone: 'Something is done',
    waive: 'A step does not fit',
    meetPartners: 'Find three units to meet',
    findMentor: 'Find a mentor',
    changeMentor: 'Change the mentor',
    whichDone: 'What is done?',
    whichWaived: 'Which step is left out?',
    pickStep: 'Choose a step',
    sendDone: 'It is done',
    waiveText: 'The step is left out for this colleague, and I stop reminding anybody of it.',
    reason: 'Why?',
    reasonExample: 'E.g. had the same course in the previous job',
    sendWaive: 'Leave it out',
    foot: 'If the first day changes, or there is leave, the dates move too.',
    none: 'You have no onboarding programme just now. Write “courses” to see the courses.',
  },
  mentors: {
    quiet: 'Mentor',
    reminder: 'Your answer is still missing.',
    find: {
      summary: 'A new colleague needs a mentor.',
      title: {
        open: (name: string) => `Who can be ${of(name)} mentor?`,
        asked: (name: string) => `I have asked somebody to be ${of(name)} mentor.`,
        found: (name: string) => `${name} has a mentor.`,
        closed: (name: string) => `${of(name)} programme has ended.`,
      },
      states: { open: 'Waiting for you', asked: 'Asked', found: 'Found', closed: 'Ended' },
      reminder: 'I still need a name from you.',
      text: (name: string) =>
        `Choose a colleague who can show how you do things, and whom ${name} can ask anything. I’ll ask the colleague. ${name} hears of it only when there is a yes.`,
      asked: (name: string) => `${name} has not answered yet. I’ll tell you when there is an answer.`,
      found: (name: string) => `${name} has said yes.`,
      closed: 'No mentor is needed here any more.',
      declined: (name: string) => `${name} cannot just now.`,
      because: 'The reason:',
      pick: 'Choose a colleague of the department',
      pickOne: 'Choose a colleague',
      other: 'Somebody else, written below',
      who: 'Somebody else: name or e-mail',
      whoOnly: 'Name or e-mail',
      whoExample: 'E.g. Anna Lund',
      several: 'Several fit. Who do you mean?',
      ask: 'Ask the colleague',
      another: 'Ask somebody else',
      by: (on: string) => `Please ask by ${on}.`,
    },
    answer: {
      summary: 'You are asked to be a mentor.',
      summaryClosed: 'Mentor: there is news.',
      title: {
        asked: (name: string) => `Will you be ${of(name)} mentor?`,
        accepted: (name: string) => `You are ${of(name)} mentor.`,
        declined: (name: string) => `You are not ${of(name)} mentor.`,
        withdrawn: (name: string) => `You are not ${of(name)} mentor.`,
        ended: (name: string) => `You are no longer ${of(name)} mentor.`,
      },
      states: { asked: 'Waiting for you', accepted: 'Yes', declined: 'No', withdrawn: 'Withdrawn', ended: 'Ended' },
      text: {
        accepted: (name: string) => `Thank you. ${name} knows now that it is you.`,
        declined: (name: string) =>
          `Thanks for answering. The manager finds somebody else, and ${name} does not hear of it.`,
        withdrawn: () => 'There is nothing more to do: your answer is not needed any longer.',
        ended: (name: string) => `Thank you for your help. ${name} has another mentor now, or the programme has ended.`,
      },
      asks: (by: string) => (by === '' ? 'The manager is asking you.' : `${by} is asking you.`),
      means:
        'As a mentor you show how you do things, and have a talk in the first weeks. You see the programme’s steps and dates, and answers or reflections only if the new colleague shares them with you.',
      facts: { who: 'The new colleague', start: 'Begins' },
      accept: 'Yes, I will',
      decline: 'I cannot',
      declineText: 'Only the manager reads the reason.',
      reason: 'Why not?',
      reasonExample: 'E.g. I am somebody else’s mentor just now',
      sendDecline: 'Send my no',
      see: 'See the programme',
      by: (on: string) => `Please answer by ${on}.`,
    },
    told: {
      summary: 'You have a mentor.',
      title: (name: string) => `${name} is your mentor.`,
      text: (name: string, title: string) =>
        `Ask ${name}${title === '' ? '' : ` (${title})`} about things big and small, and agree on a talk in the first weeks.`,
      see: 'See my programme',
    },
  },
  partners: {
    summary: 'Three units that you can meet.',
    title: 'Three units that yours works with',
    text: 'Write to a colleague in each of them, and suggest half an hour. Ask: what do you do, and what do you need from us?',
    nobody: 'I found nobody to suggest just now.',
    askManager: 'Ask your manager whom you work with most.',
    writeTo: 'Write to:',
    time: 'You are both free:',
    at: (moment: string) => `${moment}, as far as I know. I do not know your own calendars.`,
    noTime: 'I found no time in the next four weeks. Ask when it suits.',
    done: 'I have met them',
    by: (on: string) => `Meet them by ${on}.`,
  },
  onboarding: {
    title: 'The new colleagues and their programmes',
    summary: 'The new colleagues and their programmes.',
    none: 'There are no new colleagues to follow just now.',
    managed: 'My new colleagues',
    mentored: 'I am a mentor for',
    cohorts: 'New colleagues by the month they began',
    noCohorts: 'Nobody is under way just now.',
    waiting: 'Waiting longest',
    onTime: 'is on time.',
    late: (steps: string) => `has not yet done ${steps}.`,
    progress: (done: number, all: number) => `${done} of ${all} steps are done.`,
    waits: (steps: string) => `Waiting for you: ${steps}.`,
    cohort: (people: number, onTime: number) =>
      `${people === 1 ? 'one new colleague' : `${count(people)} new colleagues`}, ${onTime === people ? 'all on time' : `${onTime === 0 ? 'none' : count(onTime)} on time`}.`,
    behind: (names: string, more: number) =>
      `Could use a hand: ${names}${more === 0 ? '' : ` and ${count(more)} more`}.`,
    waitsFor: (step: string, since: string) => `${step}, ready since ${since}.`,
    pick: 'Who would you like to see?',
    open: 'Open the programme',
    foot: 'You see what is done and on time. Answers and reflections belong to the new colleague alone.',
  },
  lines: {
    introduction: ({ done, of: all, dueOn, late }: { done: number; of: number; dueOn: string; late: boolean }) =>
      late
        ? `The introduction should have been done by ${day(dueOn)}. ${done === 0 ? 'Begin when you have a quarter of an hour.' : `${starting(done)} of ${count(all)} courses are done.`}`
        : `The introduction: ${done === 0 ? `${count(all)} short courses` : `${count(done)} of ${count(all)} courses are done`}. Finish by ${day(dueOn)}.`,
    introductionSetTime: ({ name, dueOn }: { name: string; dueOn: string }) =>
      `Set an hour aside for ${of(name)} introduction. It is due by ${day(dueOn)}.`,
    introductionLate: ({ name, dueOn }: { name: string; dueOn: string }) =>
      `${of(name)} introduction should have been done by ${day(dueOn)}. Find an hour together.`,
    programStep: ({ step, dueOn, late }: { step: string; dueOn: string; late: boolean }) =>
      late ? `${step} should have been done by ${day(dueOn)}.` : `${step}. By ${day(dueOn)}.`,
    programStepOf: ({ step, name, dueOn, late }: { step: string; name: string; dueOn: string; late: boolean }) =>
      late ? `${name}: ${step} should have been done by ${day(dueOn)}.` : `${name}: ${step}. By ${day(dueOn)}.`,
    mentorFind: ({ name }: { name: string }) => `${name} needs a mentor. Who should I ask?`,
    mentorAsked: ({ name, asked }: { name: string; asked: string }) =>
      `${name} needs a mentor. ${asked} has been asked and has not answered yet.`,
    mentorAnswer: ({ name, dueOn }: { name: string; dueOn: string }) =>
      `Will you be ${of(name)} mentor? Please answer by ${day(dueOn)}.`,
  },
  owed: {
    introduction: 'The introduction',
    'program-step-learner': 'A step in their own onboarding programme',
    'program-step-manager': 'A step of a new colleague’s programme',
    'program-step-mentor': 'A talk as mentor',
    'program-step-lead': 'An invitation in the onboarding programme',
    'mentor-find': 'A mentor for a new colleague',
    'mentor-answer': 'An answer about being a mentor',
  },
};
