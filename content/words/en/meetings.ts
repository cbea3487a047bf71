import type { meetings as danish } from '../da/meetings';
import { spokenMoment, spokenSpan } from '../dates';
import { spokenNumber, startingNumber } from '../numbers';

const moment = (at: string) => spokenMoment(at, 'en');
const count = (n: number) => spokenNumber(n, 'en');
const startingCount = (n: number) => startingNumber(n, 'en');

/** English words of the meetings. `when` is a spoken moment, `the` a meeting's kind in the definite form. */
export const meetings: typeof danish = {
  duration: (n) => {
    if (n === 60) return '1 hour';
    if (n === 90) return '1½ hours';
    if (n < 60) return `${n} minutes`;
    const hours = n < 120 ? '1 hour' : `${Math.floor(n / 60)} hours`;
    return n % 60 === 0 ? hours : `${hours} and ${n % 60} minutes`;
  },
  anyKind: 'meeting',
  anyDefiniteKind: 'the meeting',
  theLead: 'The case lead',
  lines: {
    whyDefault: (departmentKind, alias) => {
      const whose = /s$/i.test(alias) ? `${alias}’` : `${alias}’s`;
      switch (departmentKind) {
        case 'employment':
          return `you know ${whose} way to a job`;
        case 'social':
          return `you know ${whose} everyday life and the support that is running`;
        case 'family':
          return `you know ${whose} family`;
        case 'school':
          return `you know ${whose} schooling`;
        case 'health':
          return `you know what ${whose} health needs`;
        case 'leadership':
          return `you can decide across departments in ${whose} pathway`;
        default:
          return `you are part of ${whose} team`;
      }
    },
    invitationAnswer: (line) =>
      `${line.leadName} still needs your answer for the meeting on ${moment(line.at)} (${line.ref}). It takes ten seconds.`,
    standInAnswer: (line) => `Can you come to a meeting on ${moment(line.at)} for ${line.forName} (${line.ref})?`,
    hinderedReply: (line) =>
      `${line.name} is hindered on ${moment(line.at)} (${line.ref}). Can you manage, or do you need somebody else?`,
    representation: (line) =>
      `Who from your department can come to the meeting on ${moment(line.at)} (${line.ref})? ${line.name} is invited.`,
    unowned: (line) => `${line.what} (${line.ref})`,
  },
  owed: {
    'invitation-answer': 'Answer to an invitation',
    'stand-in-answer': 'Answer on whether a colleague can come',
    'hindered-reply': 'Reply to somebody who is hindered',
    representation: 'Who comes from the department',
  },
  facts: {
    duration: 'Duration',
    place: 'Place',
    citizen: 'Citizen',
    lead: 'Case lead',
    meeting: 'Meeting',
    invited: 'Invited',
    online: 'Online',
    home: 'At the citizen’s home',
  },
  repeated: "Sent again, because I don't know whether the first one reached you.",
  callForm: {
    quiet: (ref) => `New meeting · ${ref}`,
    title: 'When will you meet, and who should come?',
    about: 'Citizen',
    kind: 'What kind of meeting?',
    date: 'Day',
    time: 'Time',
    duration: 'Duration',
    where: 'Where?',
    atPlace: 'In person',
    home: 'At the citizen’s',
    online: 'Online',
    place: 'Place (if in person)',
    placeExample: 'E.g. meeting room 3. Never a citizen’s address',
    agreed: 'The time is agreed with the citizen',
    members: 'Who should come, and why?',
    membersText: 'Write straight to each of them, so that everybody knows their role beforehand.',
    member: (name, department) => `${name}, ${department}`,
    away: 'away that day',
    taken: (from, to) => `busy ${spokenSpan(from, to, 'en')}`,
    resting: 'resting',
    why: (firstName) => `${firstName}, you are invited because …`,
    needsGround: 'You can invite them once the citizen has said yes to sharing at this meeting. Tick below.',
    noGround: "I can't send an invitation until there is ground for sharing with the department.",
    agreedWhere: 'The time is agreed with the citizen (where the citizen comes)',
    citizenView: 'What does the citizen want?',
    citizenViewWhere: 'What does the citizen want? (where the citizen does not come)',
    citizenViewExample: 'In the citizen’s own words, since the citizen is not there',
    span: (span) => {
      const n = Number(span.slice(0, -1));
      const unit = { d: ['day', 'days'], w: ['week', 'weeks'], m: ['month', 'months'] }[span.slice(-1)] ?? ['', ''];
      return `${count(n)} ${n === 1 ? unit[0] : unit[1]}`;
    },
    notice: (span, day) => `The citizen needs ${span} to prepare, so the meeting can be on ${day} at the earliest.`,
    meetingGround: 'The citizen has said yes to those invited sharing at this meeting',
    givenBy: 'Who has said yes?',
    givers: {
      citizen: 'The citizen',
      'custody-holder': 'The holder of custody',
      'young-person': 'The young person',
    },
    more: 'Roles, guests and externals',
    nobody: 'Nobody',
    roleOfModel: (role) => `${role} (part of the model)`,
    guests: 'Who is the citizen bringing?',
    guestsExample: 'E.g. their mother and a companion',
    externals: 'Externals',
    externalsText: 'They advise. They have no duty to attend, and take no part in deciding.',
    callAnyway: 'Call it anyway',
    call: 'Send invitations',
    summary: (ref) => `New meeting, ${ref}.`,
  },
  moveForm: {
    quiet: (ref) => `Move a meeting · ${ref}`,
    title: (the) => `When should ${the} be?`,
    now: (when) => `Now it is on ${when}.`,
    agreed: 'The new time is agreed with the citizen',
    text: 'Everybody invited gets the new time and answers again.',
    clash: 'Some are busy at that time. Choose another, or move it anyway.',
    move: 'Move the meeting',
    moveAnyway: 'Move it anyway',
    summary: (ref) => `Move a meeting, ${ref}.`,
  },
  cancel: {
    quiet: (ref) => `Cancel a meeting · ${ref}`,
    title: (the, when) => `Cancel ${the} on ${when}?`,
    text: "Everybody invited is told, and you can't take it back. Remember to tell the citizen yourself.",
    cancel: 'Yes, cancel it',
    keep: 'No, keep it',
    summary: (ref) => `Cancel a meeting, ${ref}?`,
  },
  invitation: {
    quiet: (ref) => `Invitation · ${ref}`,
    quietReminder: (ref) => `Reminder · ${ref}`,
    states: {
      asked: 'Waiting for your answer',
      coming: 'You are coming',
      'stand-in-asked': 'Waiting for your colleague',
      'stand-in': 'A colleague comes for you',
      hindered: 'You are hindered',
      cancelled: 'Cancelled',
      running: 'Begun',
      past: 'Over',
    },
    title: {
      asked: (the, when) => `Will you be at ${the} on ${when}?`,
      still: (the, when) => `Does ${the} still suit you on ${when}?`,
      coming: (the, when) => `See you at ${the} on ${when}.`,
      'stand-in-asked': (the, when) => `You have asked a colleague to take ${the} on ${when}.`,
      'stand-in-named': (the, when) => `Your manager has asked a colleague to take ${the} on ${when}.`,
      'stand-in': (the, when) => `A colleague comes for you to ${the} on ${when}.`,
      hindered: (the, when) => `You can't make ${the} on ${when}.`,
      cancelled: (the, when) => `${the} on ${when} is cancelled.`,
      running: (the, when) => `${the} on ${when} has begun.`,
      past: (the, when) => `${the} on ${when} is over.`,
    },
    moved: (when) => `The meeting has moved. It was on ${when}.`,
    earlier: {
      coming: 'Last time you said that you would come.',
      hindered: 'Last time you said that you were hindered.',
      'stand-in': 'Last time you said that a colleague would come for you.',
    },
    reminder: {
      first: (leadName) => `${leadName} still needs your answer. It takes ten seconds.`,
      second: (leadName) => `${leadName} is still waiting to hear from you.`,
      manager: (when, name) =>
        `If I don't hear from you by ${when}, I'll ask ${name} who can come from your department.`,
    },
    why: 'Why you are invited:',
    whyClause: 'You are invited because',
    duty: "Attendance is a duty. If you can't come, send a colleague who can decide.",
    noDuty: "If you can't come yourself, a colleague is welcome.",
    role: (role) => `You are the ${role} at the meeting.`,
    mandate: 'What you can decide:',
    noMandate: 'Your department has not written a mandate yet. Your manager can write one.',
    declined: (name) => `${name} can't come for you. You are still invited.`,
    standInAsked: (name) => `${name} hasn't answered yet. Until then we count on you.`,
    standInNamed: (manager, name) =>
      `${manager} has asked ${name}, who hasn't answered yet. There is nothing you need to do.`,
    standIn: (name) => `${name} comes for you.`,
    standInByManager: (manager, name) => `${manager} has asked ${name} to come for you.`,
    hindered: {
      open: (leadName) => `Thank you for telling us. ${leadName} will see whether somebody else should come.`,
      manage: (leadName) => `${leadName} has replied: We'll manage this time.`,
      somebody: (leadName) => `${leadName} needs somebody else from your department. I have asked your manager.`,
    },
    cancelled: (leadName) => `${leadName} has cancelled it. There is nothing you need to do.`,
    during: {
      coming: 'You have said that you are coming.',
      'stand-in': 'A colleague comes for you.',
      hindered: 'You are hindered.',
      none: "I didn't get your answer in time. You are still welcome.",
    },
    past: {
      coming: 'You said you would come.',
      'stand-in': 'A colleague was to come for you.',
      hindered: 'You were hindered.',
      none: "I didn't get your answer in time.",
    },
    come: "I'll be there",
    stillCome: "I'll still be there",
    standInAction: 'A colleague comes for me',
    hinderedAction: 'I am hindered',
    colleague: 'Who can come for you?',
    colleagueText: 'Your colleague answers for themselves. Until then we count on you.',
    askColleague: 'Ask the colleague',
    reason: 'What hinders you?',
    reasonText: 'You need say no more. Nobody judges the reason.',
    reasons: {
      absent: 'I am away that day',
      'citizen-matter': 'A citizen needs me urgently',
      'other-meeting': 'I have another meeting with a citizen',
    },
    sendReason: 'Send the answer',
    placeholder: 'Choose',
    onlyFirst: (n) => `The first ${n} by name are on the list.`,
    change: 'Change my answer',
    latest: (when) => `Please answer by ${when}.`,
    summary: {
      asked: (the, when, ref) => `Will you be at ${the} on ${when}? ${ref}`,
      reminder: (the, when, ref) => `I still need your answer for ${the} on ${when}. ${ref}`,
      moved: (the, when, ref) => `${the} has moved to ${when}. Will you be there? ${ref}`,
      answered: (the, when, ref) => `Your answer for ${the} on ${when}. ${ref}`,
      cancelled: (the, when, ref) => `${the} on ${when} is cancelled. ${ref}`,
      running: (the, when, ref) => `${the} on ${when} has begun. ${ref}`,
      past: (the, when, ref) => `${the} on ${when} is over. ${ref}`,
    },
  },
  standIn: {
    quiet: (ref) => `Come for a colleague · ${ref}`,
    states: {
      asked: 'Waiting for your answer',
      accepted: 'You are coming',
      declined: 'You said no',
      withdrawn: 'No longer needed',
      cancelled: 'Cancelled',
      running: 'Begun',
      past: 'Over',
    },
    title: {
      asked: (the, when) => `Can you come to ${the} on ${when}?`,
      accepted: (the, when) => `See you at ${the} on ${when}.`,
      declined: (the, when) => `You are not coming to ${the} on ${when}.`,
      withdrawn: (the, when) => `You need not come to ${the} on ${when}.`,
      cancelled: (the, when) => `${the} on ${when} is cancelled.`,
      running: (the, when) => `${the} on ${when} has begun.`,
      past: (the, when) => `${the} on ${when} is over.`,
    },
    asked: (forName) => `${forName} is invited and asks whether you can come instead.`,
    askedByManager: (manager, forName) => `${manager} asks whether you can come in place of ${forName}.`,
    mandate: (forName) =>
      `You come with your department's voice. ${forName} stays responsible until you have said yes.`,
    accepted: (forName) => `Thank you. You are coming in place of ${forName}.`,
    declined: (forName) => `That is quite all right. ${forName} has been told.`,
    withdrawn: (forName) => `You no longer need to come in place of ${forName}.`,
    cancelled: (leadName) => `${leadName} has cancelled it. There is nothing you need to do.`,
    why: (forName) => `Why ${forName} is invited:`,
    accept: "Yes, I'll come",
    decline: "No, I can't",
    withdraw: "I can't come after all",
    summary: {
      asked: (the, when, ref) => `Can you come to ${the} on ${when}? ${ref}`,
      answered: (the, when, ref) => `Your answer for ${the} on ${when}. ${ref}`,
      closed: (the, when, ref) => `${the} on ${when}. ${ref}`,
    },
  },
  meeting: {
    quiet: (number, ref) => `Meeting ${number} · ${ref}`,
    title: (kind, when) => `${kind} on ${when}`,
    states: { past: 'Over', cancelled: 'Cancelled' },
    allAnswered: 'Everybody has answered',
    noneAnswered: (asked) => (asked === 1 ? 'Nobody has answered yet' : `None of the ${count(asked)} has answered yet`),
    someAnswered: (answered, asked) => `${startingCount(answered)} of ${count(asked)} have answered`,
    nobodyAsked: 'Nobody is invited',
    agreed: 'has said yes to the time',
    notAgreed: 'has not said yes to the time yet',
    citizen: 'citizen',
    who: 'Who is coming?',
    answers: 'The answers',
    invited: {
      asked: 'has not answered yet',
      coming: 'is coming',
      'stand-in-asked': (name) => `is waiting for an answer from ${name}`,
      'stand-in': (name) => `${name} comes instead`,
      hindered: 'is hindered',
      'hindered-managed': "is hindered, you'll manage",
      'hindered-somebody': 'is hindered, the manager finds somebody',
      'no-ground': 'lacks ground for sharing, so I do not ask',
      lead: 'is case lead',
    },
    colleague: 'a colleague',
    hindered: {
      absent: 'away that day',
      'citizen-matter': 'a citizen needs help urgently',
      'other-meeting': 'another meeting with a citizen',
    },
    unreachedMail: "I can't reach them in Teams and have sent an e-mail.",
    unreached: "I can't reach them. Please call.",
    away: 'Away that day.',
    work: 'Open the meeting card',
    move: 'Move the meeting',
    cancel: 'Cancel the meeting',
    summary: (number, when, ref) => `Meeting ${number} on ${when}. ${ref}`,
  },
  meetings: {
    quiet: 'My meetings',
    count: (n) => (n === 1 ? 'You have one meeting ahead.' : `You have ${count(n)} meetings ahead.`),
    none: 'You have no meetings ahead.',
    noneText: "I'll tell you when you are invited.",
    pick: 'Which meeting would you like to see?',
    missing: 'Choose a meeting.',
    roles: { lead: 'you are case lead', invited: 'you are invited', 'stand-in': 'for a colleague' },
    states: {
      asked: 'your answer is missing',
      coming: 'you are coming',
      'stand-in-asked': 'waiting for your colleague',
      'stand-in': 'a colleague comes',
      hindered: 'you are hindered',
      'hindered-managed': 'you are hindered',
      'hindered-somebody': 'you are hindered',
      accepted: 'you are coming',
      declined: 'you said no',
      withdrawn: 'no longer needed',
    },
    rest: (n) =>
      `${startingCount(n)} more ${n === 1 ? 'lies' : 'lie'} further ahead and ${n === 1 ? 'is' : 'are'} not on the list.`,
    summary: 'Your meetings.',
  },
  hindered: {
    quiet: (ref) => `Hindered · ${ref}`,
    quietReminder: (ref) => `Reminder · ${ref}`,
    states: {
      open: 'Waiting for your answer',
      manage: "You'll manage",
      somebody: 'The manager finds somebody',
      'stand-in': 'A colleague comes',
      changed: 'The answer has changed',
      cancelled: 'Cancelled',
      running: 'Begun',
      past: 'Over',
    },
    title: {
      open: 'Can you manage, or do you need somebody else?',
      manage: "You'll manage this time.",
      somebody: 'Somebody else should come.',
      'stand-in': 'It has sorted itself out.',
      changed: 'It has sorted itself out.',
      cancelled: 'The meeting is cancelled.',
      running: 'The meeting has begun.',
      past: 'The meeting is over.',
    },
    text: {
      absent: (name, department) => `${name} from ${department} is away that day.`,
      'citizen-matter': (name, department) =>
        `${name} from ${department} is hindered, because a citizen needs help urgently.`,
      'other-meeting': (name, department) =>
        `${name} from ${department} has another meeting with a citizen at that time.`,
    },
    answeredBy: (name) => `${name} has answered.`,
    manage: (name) => `${name} knows.`,
    somebody: (department) => `I have asked the manager of ${department} who can come.`,
    standIn: (name, forName) => `${name} comes for ${forName}.`,
    changed: (name) => `${name} has answered again, so there is nothing you need to do.`,
    closed: 'There is nothing you need to do.',
    manageAction: "We'll manage",
    somebodyAction: 'We need somebody else',
    summary: {
      open: (when, ref) => `Somebody is hindered for the meeting on ${when}. Can you manage? ${ref}`,
      closed: (when, ref) => `The meeting on ${when}. ${ref}`,
    },
  },
  representation: {
    quiet: (ref) => `Cross-department meeting · ${ref}`,
    quietReminder: (ref) => `Reminder · ${ref}`,
    states: {
      open: 'Waiting for your answer',
      named: 'Waiting for their answer',
      accepted: 'You are represented',
      answered: 'Settled',
      cancelled: 'Cancelled',
      running: 'Begun',
      past: 'Over',
    },
    title: {
      open: (when) => `Who from your department can come on ${when}?`,
      named: (when) => `You have asked somebody to come on ${when}.`,
      accepted: (when) => `Somebody from your department comes on ${when}.`,
      answered: (when) => `The meeting on ${when} is settled.`,
      cancelled: (when) => `The meeting on ${when} is cancelled.`,
      running: (when) => `The meeting on ${when} has begun.`,
      past: (when) => `The meeting on ${when} is over.`,
    },
    because: {
      'no-answer': (name) =>
        `I haven't heard from ${name} yet. There may be many good reasons, and the meeting needs your department.`,
      needed: (name) => `${name} is hindered, and the case lead needs somebody else from your department.`,
      declined: (name) => `The colleague who was to come for ${name} can't.`,
      left: (name) => `${name} is no longer with you, and the meeting needs your department.`,
    },
    person: 'Choose somebody who can decide for your department',
    named: (name) => `${name} has been asked and hasn't answered yet.`,
    accepted: (name) => `${name} has said yes.`,
    answered: (name) => `${name} has given an answer. There is nothing you need to do.`,
    closed: 'There is nothing you need to do.',
    noColleagues: 'I know of nobody else in the department. Please talk with the case lead about who can come.',
    nameAction: 'Ask this person',
    mandate: 'Your mandate:',
    summary: {
      open: (when, ref) => `Who from your department can come to the meeting on ${when}? ${ref}`,
      closed: (when, ref) => `The meeting on ${when}. ${ref}`,
    },
  },
  notice: {
    quiet: (ref) => `Notice · ${ref}`,
    title: {
      cancelled: (the, when) => `${the} on ${when} is cancelled.`,
      'stand-in-declined': (the, when) => `We still count on you for ${the} on ${when}.`,
      'stand-in-withdrawn': (the, when) => `You are not needed at ${the} on ${when}.`,
      'named-for-you': (the, when) => `Your manager has asked somebody else about ${the} on ${when}.`,
    },
    text: {
      cancelled: (name) => `${name} has cancelled it. There is nothing you need to do.`,
      'stand-in-declined': (name) => `${name} can't come for you. Find somebody else, or come yourself.`,
      'stand-in-withdrawn': (name) => `${name} no longer needs you to come.`,
      'named-for-you': (name) => `${name} has asked one of your colleagues. There is nothing you need to do.`,
    },
    colleague: 'Your colleague',
    manager: 'Your manager',
    summary: {
      cancelled: (the, when, ref) => `${the} on ${when} is cancelled. ${ref}`,
      'stand-in-declined': (the, when, ref) => `We still count on you for ${the} on ${when}. ${ref}`,
      'stand-in-withdrawn': (the, when, ref) => `You are not needed at ${the} on ${when}. ${ref}`,
      'named-for-you': (the, when, ref) => `Your manager has asked somebody else about ${the} on ${when}. ${ref}`,
    },
  },
};
