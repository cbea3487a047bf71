import type { home as danish } from '../da/home';
import { spokenNumber, startingNumber } from '../numbers';

const count = (n: number) => spokenNumber(n, 'en');
const startingCount = (n: number) => startingNumber(n, 'en');

/** English words of the chat itself. */
export const home: typeof danish = {
  turn: {
    onlyOneToOne: "Write to me in a chat of our own, and I'll help you there.",
    unknownPerson: (contact) => `I can't find you in the organisation, so I can't help you yet. ${contact}`,
    notFound: "I can't find that. Check the reference, or write “pathways” to see your own.",
    notAllowed: "I can't find that. Check the reference, or write “pathways” to see your own.",
    cpr: "There is a CPR number in the text, so I did not keep it. Write initials or the pathway's reference instead, e.g. A.K. or BF-2026-0142.",
    cprInside: (whom: string) =>
      `There is a CPR number here, so I do not show it. Ask ${whom} to have it removed, and write initials or the pathway's reference instead.`,
    fault: (code, whom) =>
      `That did not go through, and nothing has changed. Try again shortly. If it happens again, give ${whom} the code ${code}.`,
    seeBelow: 'I need a little more. See what it says beside the fields.',
    tampered: "I couldn't read that, and nothing has changed. Open the card again and have another go.",
    nothingChanged: 'Nothing has changed.',
    below: 'See below.',
    administrator: 'the administrator',
    timeMoved: (spokenMoment, sent) =>
      `It is now ${spokenMoment}. ${sent === 0 ? 'There was nothing to send on the way.' : sent === 1 ? 'I sent one message on the way.' : `I sent ${count(sent)} messages on the way.`}`,
    timeNotUnderstood: 'Write the day and the time like this: time 2026-03-02 08:00',
    timeBackwards: 'The clock only goes forward. Choose a later time.',
  },
  actions: {
    answer: 'Answer',
    see: 'See',
    name: 'Pick somebody',
    open: 'Open',
    back: 'Back',
    undo: 'Never mind',
    refresh: 'Refresh',
    waiting: 'Waiting for me',
    pathways: 'My pathways',
    meetings: 'My meetings',
    mandate: 'Mandate',
    help: 'Help',
    status: 'Status',
    snoozeForm: 'Postpone a reminder',
    snooze: 'Postpone',
  },
  orphan: {
    open: 'Find somebody for it',
    findLead: 'Find a new case lead',
    quiet: (ref: string) => `Without an owner · ${ref}`,
    title: {
      open: 'Who can do it instead?',
      given: (name: string) => `${name} does it.`,
      closed: 'It is settled.',
    },
    states: { open: 'Waiting for you', given: 'Passed on', closed: 'Settled' },
    what: 'It is about:',
    left: (name: string) => `${name} is no longer here. The date stays the same.`,
    given: 'Your colleague has a card about it.',
    person: 'Who in the department?',
    give: 'Pass it on',
    drop: 'Drop it',
    reason: 'Why is it no longer needed?',
    reasonExample: 'For example: the citizen has managed it alone',
    sendDrop: 'Drop it now',
    summary: (ref: string) => `Something in ${ref} is without an owner.`,
  },
  commands: {
    help: { label: 'help', line: 'What I can help with.' },
    waiting: { label: 'waiting', line: 'What is waiting for you.' },
    pathways: { label: 'pathways', line: 'Your pathways. Add a reference to see one of them.' },
    'new-pathway': { label: 'new pathway', line: 'Begin a new pathway.' },
    overview: { label: 'overview', line: 'Your pathways with what is next, and for managers what is overdue.' },
    meetings: { label: 'meetings', line: 'Your meetings.' },
    decisions: { label: 'decisions', line: 'Proposals and decisions that wait for you.' },
    mandate: { label: 'mandate', line: 'What your department can decide at a meeting.' },
    courses: { label: 'courses', line: 'Courses you can take, and how far you are.' },
    'course-statistics': { label: 'course figures', line: 'How the courses are going, without names.' },
    intakes: { label: 'classes', line: 'Classes and dialogue meetings: your seat, and those you can join.' },
    onboarding: { label: 'onboarding', line: 'The onboarding programme: your own, and the new colleagues you follow.' },
    status: { label: 'status', line: 'Whether everything runs as it should.' },
    time: { label: 'time', line: 'Move the clock forward: time 2026-03-02 08:00' },
  },
  status: {
    mode: 'Mode',
    database: 'Database',
    queue: 'Queue',
    beat: 'Last round',
    teams: 'Teams',
    mail: 'E-mail',
    messages: 'Messages',
    unreached: 'Not reached',
    journal: 'Journal to the specialist system',
    records: 'Course records to other systems',
    stumbles: 'Stuck',
    node: 'Node.js',
    orphans: 'Without an owner',
    samples: 'Samples of the log',
    import: 'Last import',
  },
  greeting: {
    quiet: 'Rød Tråd',
    title: (name) => `Hi ${name}.`,
    who: 'I hold on to the red thread: meetings and follow-up across departments.',
    lines: [
      "I'll tell you when something is waiting for you.",
      'You answer invitations right here.',
      'You call a meeting in a few taps.',
    ],
    waiting: (n) =>
      n === 0
        ? 'Nothing is waiting for you right now.'
        : n === 1
          ? 'One thing is waiting for you.'
          : `${startingCount(n)} things are waiting for you.`,
    summary: 'Hello. I am Rød Tråd.',
  },
  help: {
    quiet: 'Help',
    title: 'What would you like to do?',
    text: 'Press a button, or write me one of these words.',
    summary: 'What I can help with.',
  },
  nearest: {
    quiet: 'Help',
    title: "I didn't quite get that.",
    text: 'Did you mean one of these words?',
    summary: "I didn't quite get that.",
  },
  waiting: {
    quiet: 'Waiting for you',
    morning: (name) => `Good morning, ${name}.`,
    count: (n) => (n === 1 ? 'One thing is waiting for you.' : `${startingCount(n)} things are waiting for you.`),
    countToday: (n) =>
      n === 1 ? 'One thing is waiting for you today.' : `${startingCount(n)} things are waiting for you today.`,
    none: 'Nothing is waiting for you.',
    noneText: "I'll tell you when something is.",
    more: (n) =>
      n === 1
        ? 'And one more. Write “waiting” when you have dealt with these.'
        : `And ${count(n)} more. Write “waiting” when you have dealt with these.`,
    also: (n) =>
      n === 1
        ? 'One other thing is waiting too. Write “waiting” to see it.'
        : `${startingCount(n)} other things are waiting too. Write “waiting” to see them.`,
    unowned: 'Without an owner',
    moreUnowned: (n) =>
      n === 1 ? 'One more thing is without an owner.' : `${startingCount(n)} more things are without an owner.`,
    unownedCount: (n) =>
      n === 1 ? 'One thing is without an owner.' : `${startingCount(n)} things are without an owner.`,
    pick: 'What would you like to take first?',
    pickMissing: 'Choose a line.',
    summaryDigest: (n) =>
      n === 1
        ? 'Good morning. One thing is waiting for you.'
        : `Good morning. ${startingCount(n)} things are waiting for you.`,
  },
  snooze: {
    quiet: 'Postpone a reminder',
    title: 'Which reminder should wait?',
    text: 'The date stays as it is. I only keep quiet until then, and the case lead can see why.',
    obligation: 'Reminder',
    obligationMissing: 'Choose a reminder.',
    until: 'Remind me again',
    reason: 'Why?',
    reasonExample: 'E.g. I am waiting to hear from the school',
    latest: (day) => `${day} at the latest.`,
    summary: 'Postpone a reminder.',
  },
  statusDetail: {
    noJournal: 'not set up',
    journal: (n, codes) => (n === 0 ? 'everything is received or on its way' : `${n} waiting: ${codes.join(', ')}`),
    development: 'Development: no access control, on this machine only',
    real: 'In operation',
    embedded: 'The embedded PostgreSQL answers',
    server: 'Answers',
    alive: 'At work',
    silent: 'Silent. Restart the bot, and look in the log.',
    never: 'Never',
    met: (met: number, staff: number) => `${met} of ${staff} staff have met me`,
    mailOn: 'On',
    mailOff: 'Not set up. Set SMTP_URL, and those I cannot reach in Teams are told by e-mail.',
    messages: (delivered: number, queued: number, withdrawn: number) =>
      `${delivered} delivered, ${queued} on the way, ${withdrawn} withdrawn`,
    unreached: (n: number) => (n === 0 ? 'Everybody was reached' : `${n} messages did not arrive in Teams`),
    stumbles: (n: number) => (n === 0 ? 'None' : `${n} dates are stuck. Look in the log.`),
    orphans: (n: number) => (n === 0 ? 'None' : `${n} things have no owner. The managers see them under “waiting”.`),
    oldNode: (version: string) => `${version} gets no more security fixes. Move to Node 24.`,
  },
  statusCard: {
    quiet: 'Status',
    allWell: 'Everything runs as it should.',
    some: (n) => (n === 1 ? 'One thing needs you.' : `${startingCount(n)} things need you.`),
    ok: 'Fine',
    look: 'Look here',
    summary: 'How Rød Tråd is running.',
  },
  quoted: (text) => `“${text}”`,
  andMore: (n) => `And ${count(n)} more.`,
};
