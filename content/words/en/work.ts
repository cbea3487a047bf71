import { clipped } from '../clipped';
import type { work as danish } from '../da/work';
import { spokenDay, spokenMoment } from '../dates';
import { listed } from '../listed';
import { spokenNumber, startingNumber } from '../numbers';

const moment = (at: string) => spokenMoment(at, 'en');
const day = (on: string) => spokenDay(on, 'en');
const count = (n: number) => spokenNumber(n, 'en');
const startingCount = (n: number) => startingNumber(n, 'en');
/** Whose: `A.K.’s`, `James’`. */
const whose = (name: string) => (/s$/i.test(name) ? `${name}’` : `${name}’s`);

/** English words of a meeting as it goes on, and of what follows it. */
export const work: typeof danish = {
  lines: {
    meetingRecord: (line) =>
      line.rung === 'manager'
        ? `The team is waiting for the record of the meeting on ${moment(line.at)} (${line.ref}). Ask the case lead whether you can help.`
        : `How did the meeting on ${moment(line.at)} go (${line.ref})? Close it, and everybody gets the record.`,
    preparation: (line) =>
      `${line.title}: ready by ${moment(line.due)}, for the meeting on ${moment(line.at)} (${line.ref}).`,
    agreement: (line) => `Agreed for ${day(line.dueOn)}: “${clipped(line.text, 80)}” (${line.ref}).`,
    agreementUpward: (line) =>
      `${line.name} has an agreement that was due on ${day(line.dueOn)} (${line.ref}). Perhaps you can help.`,
    citizenTalk: (line) =>
      `Talk with the citizen about what came out of the meeting, by ${day(line.dueOn)} (${line.ref}).`,
    citizenTalkUpward: (line) =>
      `The citizen should have heard about the meeting by ${day(line.dueOn)} (${line.ref}). Ask the case lead whether you can help.`,
    nextMeeting: (line) =>
      `The next meeting is agreed for ${moment(line.at)} (${line.ref}). Call it, so that everybody can answer.`,
    absenceWord: (line) =>
      `We missed you at the meeting on ${moment(line.at)} (${line.ref}). Was there something we didn't know?`,
    meetingHeld: (line) =>
      `A meeting was held on ${moment(line.at)} (${line.ref}). You are resting in this pathway, so there is nothing you need to do.`,
  },
  owed: {
    'meeting-record': 'The record of a meeting',
    preparation: 'Preparation for a meeting',
    agreement: 'An agreement from a meeting',
    'agreement-of-lead': 'An agreement that the case lead follows up',
    'citizen-talk': 'A talk with the citizen after a meeting',
    'next-meeting': 'The call to the next meeting',
    'absence-word': 'A word on whether there was something we did not know',
    'link-answer': 'Answer on whether two pathways may be linked',
  },
  citizenAnon: 'The citizen',
  part: {
    quiet: (number, ref) => `Meeting ${number} · ${ref}`,
    next: 'Save and go on',
    back: 'Save and go back',
    merged: 'Somebody else wrote here at the same time. Both texts stand there now.',
    summary: (number, ref) => `Meeting ${number}. ${ref}`,
  },
  work: {
    quiet: (number, ref, model) => `Meeting ${number} · ${ref} · ${model}`,
    title: {
      ahead: (kind, when) => `${kind} on ${when}`,
      ask: (the, when) => `How did ${the} on ${when} go?`,
      held: (the, when) => `${the} on ${when} has been held.`,
      'not-held': (the, when) => `${the} on ${when} was not held.`,
      cancelled: (the, when) => `${the} on ${when} is cancelled.`,
    },
    states: {
      ready: 'Ready to open',
      called: 'Called',
      running: 'Under way',
      past: 'Not closed yet',
      held: 'Held',
      'not-held': 'Not held',
      cancelled: 'Cancelled',
    },
    citizen: {
      unknown: (alias) => `Is ${alias} here?`,
      wasUnknown: (alias) => `Was ${alias} there?`,
      there: (alias) => `${alias} is here`,
      wasThere: (alias) => `${alias} was there`,
      askedUs: (alias) => `${alias} is not here, but has asked you to go on`,
      hadAskedUs: (alias) => `${alias} was not there, but asked you to go on`,
      asked: (on) => `The citizen said so on ${on}:`,
      notPart: (alias) => `${alias} does not take part. This is what ${alias} wants:`,
      notPartSilent: (alias) => `${alias} does not take part.`,
      guests: (alias) => `${alias} has invited:`,
    },
    agenda: (whole) => `Agenda (${whole})`,
    minutes: (n) => `${n} min`,
    done: 'done',
    here: 'Who is here?',
    wasHere: 'Who was there?',
    nobodyHere: 'Nobody is noted yet.',
    represented: 'Is everybody represented?',
    wereThere: 'Departments that were represented',
    invited: 'Departments invited',
    yes: 'is represented',
    no: 'is not represented',
    mandate: 'Mandate:',
    noMandate: (departments) =>
      `${listed(departments, 'en')} ${departments.length === 1 ? 'has' : 'have'} not written a mandate yet.`,
    missing: (kinds) => `The model also counts on ${listed(kinds, 'en')}, but nobody from there is invited.`,
    agreements: 'Agreements',
    dueOn: (on) => `by ${on}`,
    next: 'Next meeting:',
    nextAt: (kind, when) => `${kind} on ${when}.`,
    noNext: 'No next meeting is agreed:',
    lackingLead: 'Still missing:',
    lackingOf: (things) => `${listed(things, 'en')}.`,
    lacking: {
      'citizen-missing': 'whether the citizen is there',
      'how-missing': 'when and how the citizen asked you to go on',
      'words-missing': 'the citizen’s own words',
      'nobody-here': 'who is here',
      'next-missing': 'the next meeting',
    },
    past: 'The meeting is over. Close it once the main things are written. If it was not held, say so under “Close the meeting”.',
    closedBy: (name, when) => `${name} closed the meeting on ${when}.`,
    journal: {
      queued: 'The record is on its way to the specialist system.',
      sent: 'The record has been sent to the specialist system, which has not acknowledged it yet.',
      acknowledged: (receipt) => `The specialist system has received the record (receipt ${receipt}).`,
      received: 'The specialist system has received the record.',
      failed: 'The record has not reached the specialist system. The administrator can see why.',
    },
    open: 'Open the meeting',
    move: 'Move the meeting',
    cancel: 'Cancel the meeting',
    letter: 'Get the letter to the citizen',
    parts: {
      citizen: 'The citizen',
      here: 'Who is here',
      agenda: 'Agenda',
      agreements: 'Agreements',
      next: 'Next meeting',
      close: 'Close the meeting',
    },
    /** Two parts that share a button. */
    pairs: { citizen: 'The citizen and who is here', agreements: 'Agreements and next meeting' },
    record: 'Get the record',
    summary: (number, when, ref) => `Meeting ${number} on ${when}. ${ref}`,
  },
  citizenForm: {
    title: (alias) => `${alias} first`,
    titleWithout: (alias) => `What does ${alias} want?`,
    there: (alias) => `Is ${alias} here?`,
    isHere: (alias) => `Yes, ${alias} is here`,
    askedUs: (alias) => `No, but ${alias} has asked us to go on`,
    words: (alias) => `What does ${alias} say?`,
    wordsBefore: (alias) => `${whose(alias)} own view, as you heard it before the meeting`,
    wordsExample: 'In the citizen’s own words',
    without: (alias) => `${alias} is not here`,
    withoutText: (alias) =>
      `The meeting is about ${whose(alias)} life. Go on only if ${alias} has asked you to. Otherwise it is better to move it.`,
    askedOn: (alias) => `When did ${alias} ask you to go on?`,
    how: (alias) => `How did ${alias} tell you?`,
    howExample: 'E.g. rang this morning',
    move: 'Save, and move the meeting',
  },
  hereForm: {
    title: 'Who is here?',
    text: 'Tick those who are here. If somebody comes later, you can change it until the meeting is closed.',
    standsIn: (forName) => `in place of ${forName}`,
    external: 'external',
  },
  agendaForm: {
    progress: (n, of, duration) => `Point ${n} of ${of} · ${duration}`,
    note: 'What came out of it?',
    noteExample: 'Write what you can stand by if the citizen reads it',
    done: 'This point is done',
    columns: 'Save, and open the columns',
  },
  columnsForm: {
    title: 'What do you see together?',
    text: 'Use the citizen’s own words where you can.',
  },
  agreementsForm: {
    title: 'What have you agreed?',
    text: 'Each agreement has one person who does it, and a day.',
    owner: 'Who does it?',
    lead: 'The case lead',
    what: 'What is agreed?',
    whatExample: 'E.g. rings the mentor',
    due: 'By',
    more: 'Save, and add another',
    there: (n) => (n === 1 ? 'One agreement so far' : `${startingCount(n)} agreements so far`),
    remove: 'Take an agreement off the list',
    removeAction: 'Remove it',
  },
  nextForm: {
    title: 'When will you meet again?',
    foreseen: (kind, on) => `The model suggests a ${kind} around ${on}.`,
    text: 'Agree the day while you are together.',
    kind: 'What kind of meeting?',
    date: 'Day',
    time: 'Time',
    none: 'We will not set a next meeting now',
    because: 'Why not?',
    becauseExample: 'E.g. the pathway ends here',
  },
  closeAsk: {
    quiet: (number, ref) => `Close meeting ${number} · ${ref}`,
    title: 'Close the meeting?',
    titleLacking: 'A little is missing before you can close the meeting.',
    effect: (recipients) =>
      recipients === 0
        ? 'I send the record to the specialist system. You can’t open the meeting again.'
        : `The record goes to ${count(recipients)} in the team and to the specialist system. You can’t open the meeting again.`,
    agreements: (n) =>
      n === 0
        ? 'There are no agreements to remember.'
        : n === 1
          ? 'I’ll send a reminder of the one agreement when its day draws near.'
          : `I’ll send reminders of the ${count(n)} agreements when their days draw near.`,
    resting: (n) =>
      n === 1
        ? 'One person is resting in the pathway and gets one line about the meeting.'
        : `${startingCount(n)} people are resting in the pathway and get one line each about the meeting.`,
    writing: (names) =>
      `${listed(names, 'en')} still ${names.length === 1 ? 'has' : 'have'} a part of the meeting card open. Wait until they have saved, so that nothing is lost.`,
    unrepresented: (departments) =>
      `${listed(departments, 'en')} ${departments.length === 1 ? 'is' : 'are'} not represented. The record names only those who are there.`,
    close: 'Yes, close it',
    back: 'Back to the meeting',
    to: { citizen: 'Go to the citizen', here: 'Note who is here', next: 'Agree the next meeting' },
    notHeld: 'The meeting was not held',
    notHeldText: 'Then there is no record, and the meeting does not count. You can’t take that back.',
    notHeldSure: 'Yes, it was not held',
    summary: (number, ref) => `Close meeting ${number}? ${ref}`,
  },
  record: {
    quiet: (number, ref) => `Record · Meeting ${number} · ${ref}`,
    quietAgain: (number, ref, version) => `Record, version ${version} · Meeting ${number} · ${ref}`,
    title: (the, when) => `What came out of ${the} on ${when}.`,
    words: (alias) => `${alias} said:`,
    view: (alias) => `${alias} wants:`,
    present: 'Present:',
    agenda: 'What you talked about',
    agreements: 'What is agreed',
    noAgreements: 'You made no agreements.',
    shortened: 'Some of it is shortened here. The whole text is in the file.',
    pdf: 'Get it as a file',
    summary: (the, when, ref) => `The record of ${the} on ${when}. ${ref}`,
  },
  agreement: {
    quiet: (ref) => `Agreement · ${ref}`,
    states: { open: 'Under way', late: 'The day has passed', done: 'Done', dropped: 'Dropped' },
    title: {
      own: (on) => `Agreed for ${on}`,
      citizen: (alias, on) => `${whose(alias)} agreement for ${on}`,
    },
    about: 'Citizen',
    owner: 'Owner',
    askCitizen: (alias) => `Ask ${alias} how it is going, and note it here.`,
    closedOn: {
      done: (on, by) => (by === '' ? `Done on ${on}.` : `Done on ${on}, noted by ${by}.`),
      dropped: (on, by) => (by === '' ? `Dropped on ${on}.` : `Dropped on ${on}, noted by ${by}.`),
    },
    moved: 'A new day, because:',
    because: 'Because:',
    done: 'It is done',
    notYet: 'We won’t make it',
    notYetOwn: 'I won’t make it',
    notYetText: 'That is quite all right. Say when and why, so that everybody knows.',
    due: 'New day',
    why: 'Why?',
    whyExample: 'E.g. the mentor is back on Monday',
    later: 'Set the new day',
    drop: 'Drop it',
    summary: (on, ref) => `An agreement for ${on}. ${ref}`,
  },
  preparation: {
    quiet: (ref) => `Before the meeting · ${ref}`,
    states: {
      open: 'Waiting for you',
      done: 'Ready',
      past: 'The meeting is over',
      cancelled: 'The meeting is cancelled',
    },
    text: (the, when) => `It is for ${the} on ${when}.`,
    was: (the, when) => `It was for ${the} on ${when}. There is nothing you need to do.`,
    due: (when) => `Ready by ${when}`,
    thanks: 'Thank you. Now you can spend the meeting on what matters.',
    done: 'It is ready',
    summary: (when, ref) => `Something should be ready for the meeting on ${when}. ${ref}`,
  },
  citizenTalk: {
    quiet: (ref) => `After the meeting · ${ref}`,
    states: { open: 'Waiting for you', done: 'You have talked' },
    title: {
      open: (alias) => `Tell ${alias} what came out of the meeting.`,
      done: (alias) => `${alias} has heard about the meeting.`,
    },
    text: (alias, the, on) =>
      `${alias} was not at ${the}. Talk together by ${on}, and hear what ${alias} says about it.`,
    agreements: 'What was agreed',
    on: 'When did you talk?',
    said: 'What did the citizen say?',
    saidExample: 'In the citizen’s own words',
    note: 'Save the talk',
    doneBy: (name, on) => `${name} talked with the citizen on ${on}.`,
    summary: (ref) => `The citizen has yet to hear about the meeting. ${ref}`,
    summaryDone: (ref) => `The citizen has heard about the meeting. ${ref}`,
  },
  nextMeeting: {
    quiet: (ref) => `Next meeting · ${ref}`,
    states: { open: 'To be called', called: 'Called' },
    title: (the, when) => `${the} is agreed for ${when}.`,
    text: (on) => `You agreed the day at the last meeting. Call it by ${on}, so that everybody has time to answer.`,
    called: 'Everybody invited has been told.',
    call: 'Call the meeting',
    summary: (when, ref) => `The next meeting is agreed for ${when}. ${ref}`,
  },
  absenceWord: {
    quiet: (ref) => `After the meeting · ${ref}`,
    states: { open: 'Only if you wish', said: 'Noted', past: 'Closed' },
    title: {
      open: 'Was there something we didn’t know?',
      said: 'Thank you for telling us.',
      past: 'This is closed.',
    },
    text: (the, when, department) =>
      `We missed your department at ${the} on ${when}, and ${department} was not represented.`,
    until: (on) => `Tell me by ${on} and I’ll put it right.`,
    what: 'What should I put right?',
    options: {
      'was-there': 'I was at the meeting',
      'colleague-came': 'A colleague came for me',
      'told-somebody': 'I had told somebody that I was not coming',
    },
    quietText: 'Nobody asks for the reason.',
    say: 'Put it right',
    said: 'I have put it right. There is nothing more you need to do.',
    past: 'There is nothing you need to do.',
    summary: {
      open: (when, ref) =>
        `We missed your department at the meeting on ${when}. Was there something we didn’t know? ${ref}`,
      closed: (when, ref) => `About the meeting on ${when}. ${ref}`,
    },
  },
  notRepresented: {
    quiet: (ref) => `After the meeting · ${ref}`,
    states: { open: 'For your information', corrected: 'Put right' },
    title: {
      open: (department) => `${department} was not represented.`,
      corrected: (department) => `${department} was represented after all.`,
    },
    text: (the, when) => `It was at ${the} on ${when}. The team missed what you know and what you can decide.`,
    help: 'Talk together about how you can be there next time. It is about the department, not about one person.',
    corrected: (the, when) => `We didn’t know everything when I wrote about ${the} on ${when}. Now it is put right.`,
    summary: {
      open: (when, ref) => `Your department was not represented at the meeting on ${when}. ${ref}`,
      corrected: (when, ref) => `What I wrote about the meeting on ${when} has been put right. ${ref}`,
    },
  },
};
