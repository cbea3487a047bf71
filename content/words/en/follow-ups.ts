import { spokenDay, writtenDay } from '../dates';
import { spokenNumber } from '../numbers';

/** Of a day in another year than today the year is said. */
const day = (on: string, today?: string): string => spokenDay(on, 'en', today);
const months = (span: string): string => {
  const n = Number.parseInt(span, 10);
  const unit = span.endsWith('w') ? 'week' : 'month';
  return n === 1 ? `every ${unit}` : n === 2 ? `every other ${unit}` : `every ${spokenNumber(n, 'en')} ${unit}s`;
};

type Due = { readonly dueOn: string; readonly ref: string; readonly late: boolean; readonly today?: string };
type Upward = { readonly dueOn: string; readonly ref: string; readonly name: string; readonly today?: string };

/** English words of follow-ups and transitions. */
export const followUps = {
  lines: {
    followUp: ({ dueOn, ref, late, today }: Due) =>
      late
        ? `The follow-up meeting should have been held by ${day(dueOn, today)} (${ref}). Find a time together with the citizen.`
        : `Hold the next follow-up meeting by ${day(dueOn, today)} (${ref}).`,
    transition: ({ dueOn, ref, late, today }: Due) =>
      late
        ? `The transition meeting should have been held by ${day(dueOn, today)} (${ref}). The young person still needs it.`
        : `Hold the transition meeting by ${day(dueOn, today)} (${ref}).`,
    change: ({ dueOn, ref, late, today }: Due) =>
      late
        ? `You should have met about a change by ${day(dueOn, today)} (${ref}). Find a time together with the citizen.`
        : `Hold a meeting about a change by ${day(dueOn, today)} (${ref}).`,
    youngConsent: ({ dueOn, ref, late, today }: Due) =>
      `The young person ${late ? 'turned' : 'turns'} 18 on ${day(dueOn, today)} (${ref}). Ask whether you may go on sharing.`,
    adultSide: ({ dueOn, ref, late, today }: Due) =>
      late
        ? `The young person turned 18 on ${day(dueOn, today)} (${ref}). Who leads now?`
        : `The young person turns 18 on ${day(dueOn, today)} (${ref}). Who leads afterwards?`,
    afterEighteen: ({ dueOn, ref, today }: Due) =>
      `Write what was put in place after 18, by ${day(dueOn, today)} (${ref}).`,
    ownFollowUp: ({ text, dueOn, ref, today }: Due & { readonly text: string }) =>
      `Your own follow-up by ${day(dueOn, today)}: “${text}” (${ref}).`,
    ownFollowUpAt: ({
      text,
      dueOn,
      ref,
      meetingOn,
      today,
    }: Due & { readonly text: string; readonly meetingOn: string }) =>
      `Your own follow-up by ${day(dueOn, today)}: “${text}” (${ref}). It can be done at the team meeting on ${day(meetingOn, today)}.`,
    followUpUpward: ({ dueOn, ref, name, today }: Upward) =>
      `The follow-up meeting should have been held by ${day(dueOn, today)} (${ref}). Ask ${name} whether you can help.`,
    changeUpward: ({ dueOn, ref, name, today }: Upward) =>
      `A meeting about a change should have been held by ${day(dueOn, today)} (${ref}). Ask ${name} whether you can help.`,
    transitionUpward: ({ dueOn, ref, name, today }: Upward) =>
      `The transition meeting should have been held by ${day(dueOn, today)} (${ref}). Ask ${name} whether you can help.`,
    milestoneUpward: ({ dueOn, ref, name, today }: Upward) =>
      `Something about coming of age has been overdue since ${day(dueOn, today)} (${ref}). Ask ${name} whether you can help.`,
  },
  owed: {
    'follow-up': 'The next follow-up meeting',
    transition: 'A transition meeting',
    'hand-transition': 'A meeting about a change',
    'young-consent': 'The young person’s own consent',
    'adult-side': 'Who leads after 18',
    'after-eighteen': 'What was put in place after 18',
    'own-follow-up': 'A professional’s own follow-up',
  },
  followUps: {
    quiet: (ref: string) => `Follow-up · ${ref}`,
    title: 'Follow-ups and transitions',
    summary: (ref: string) => `Follow-up, ${ref}.`,
    section: {
      title: 'Follow-up',
      open: 'Follow-ups and transitions',
      year: (held: number, of: number) => `${held} of ${of} in the pathway’s year`,
      own: 'Can be done at the meeting',
    },
    next: 'Next follow-up',
    by: (on: string, today: string) => `by ${day(on, today)}`,
    opens: (on: string, today: string) => `I remind you on ${day(on, today)}`,
    plannedOn: (on: string, today: string) => `planned for ${day(on, today)}`,
    overdueSince: (on: string, today: string) => `should have been held by ${day(on, today)}`,
    none: 'The model does not say when you meet next. Agree on it at the meetings.',
    ended: 'The pathway has ended, so there is nothing to follow up.',
    year: 'The pathway’s year',
    yearSpan: (from: string, to: string) => `${writtenDay(from, 'en')} to ${writtenDay(to, 'en')}`,
    countLead: 'Held in the pathway’s year',
    count: (held: number, of: number) => `${held} of ${of}`,
    nextBy: (on: string, today: string) =>
      `To hold all of them in the pathway’s year, hold the next one by ${day(on, today)}.`,
    notPossible:
      'All of them can no longer be held in the pathway’s year. Hold the next one as soon as it suits the citizen.',
    since: (on: string) => `I have known the pathway since ${writtenDay(on, 'en')}, and count from that day.`,
    rhythmLead: 'Rhythm',
    rhythm: (span: string) => `Follow-up ${months(span)}`,
    rhythmOfModel: 'As the model says',
    because: 'Because:',
    milestones: 'Transitions',
    noMilestones: 'No transitions lie ahead.',
    own: 'The professionals’ own follow-ups',
    ownText:
      'Those that the law asks of each of you. Do them at the team meeting where you can: fewer meetings for the citizen.',
    noOwn: 'There are none yet.',
    call: 'Call a meeting',
    open: 'Open',
    pick: 'What would you like to open?',
    pickMissing: 'Pick a line.',
    changeRhythm: 'Change the rhythm',
    newTransition: 'A change in life',
    newOwn: 'My own follow-up',
    back: 'To the pathway',
  },
  milestone: {
    quiet: (ref: string) => `Transition · ${ref}`,
    quietFollowUp: (ref: string) => `Follow-up · ${ref}`,
    quietReminder: (ref: string) => `Reminder · ${ref}`,
    summary: (ref: string) => `A transition, ${ref}.`,
    summaryFollowUp: (ref: string) => `Follow-up, ${ref}.`,
    followUp: 'Time to follow up',
    whats: {
      education: 'Education interrupted',
      illness: 'Illness',
      internship: 'Internship',
      community: 'Leaving a community',
      other: 'A change in life',
    },
    states: {
      ahead: 'Ahead',
      open: 'Waiting for you',
      overdue: 'Overdue',
      planned: 'Planned',
      held: 'Held',
      waived: 'Waived',
      done: 'Done',
      cancelled: 'No longer relevant',
    },
    why: {
      'follow-up': (alias: string) => `Look at the plan together with ${alias}: what works, and what is missing?`,
      meeting: (alias: string) => `${alias} should help shape what comes next. That is why you meet in good time.`,
      'by-hand': (alias: string) => `Something is changing for ${alias}. Meet before it gets hard.`,
      consent: (alias: string) =>
        `What the parents said yes to ends when ${alias} turns 18. Ask in good time what ${alias} wants.`,
      handover: (alias: string) => `Should a lead on the adult side take over when ${alias} turns 18?`,
      record: (alias: string) =>
        `What does ${alias} have in place as an adult? Write it briefly, so that nobody loses it.`,
    },
    lateImported: (on: string) =>
      `I did not know the pathway before ${writtenDay(on, 'en')}. If the meeting was held before that, say so under “Waive”.`,
    due: 'By',
    opens: 'Opens',
    planned: 'Planned',
    ground: 'Why now:',
    ready: 'Have this ready',
    held: (on: string) => `The meeting was held on ${day(on)}.`,
    closedBy: (name: string, on: string) => `${name}, ${day(on)}`,
    closedByHouse: (on: string) => day(on),
    outcomes: {
      held: 'The meeting was held.',
      'held-before': 'Was held before the pathway came to me.',
      'not-relevant': 'Does not fit the citizen.',
      'other-way': 'Was done in another way.',
      'said-yes': 'The young person said yes. The consent is noted.',
      'said-no': 'The young person said no to sharing.',
      'lead-stays': 'The lead stays.',
      'handed-over': 'A new lead has taken over.',
      recorded: 'It is written down.',
      overtaken: 'A new date has taken its place.',
      'pathway-ended': 'The pathway has ended.',
      withdrawn: 'It was taken back.',
    },
    call: 'Call a meeting',
    see: 'See follow-ups',
    waive: 'Waive',
    waiveText: 'A transition cannot be postponed. It can be waived where it does not fit the citizen.',
    waivePick: 'Why?',
    waiveReason: 'Say it in your own words',
    waiveSend: 'Waive it',
    consentYes: 'Note the consent',
    consentNo: 'The young person says no',
    consentNoLabel: 'What did the young person say?',
    consentNoSend: 'Save the answer',
    consentNoText: 'Then you stop sharing on the 18th birthday where no other ground holds.',
    stays: 'I stay the lead',
    staysLabel: 'Why is that best for the young person?',
    staysSend: 'Save',
    handOver: 'Pass on the baton',
    recordPick: 'What was put in place?',
    recordText: 'Tell it briefly',
    recordExample: 'E.g. lives on their own with support twice a week',
    recordSend: 'Save',
    records: {
      education: 'Education',
      job: 'A job or an internship',
      housing: 'A home of their own',
      support: 'Support in daily life',
      treatment: 'Treatment',
      contact: 'One steady contact person',
      nothing: 'Nothing yet',
    },
  },
  rhythmForm: {
    title: 'How often should you meet?',
    text: 'The model says how often you meet at least. You can always meet more often when the citizen needs it.',
    every: 'Rhythm',
    model: 'As the model says',
    reason: 'Why?',
    reasonExample: 'E.g. A.K. is moving, and a lot is happening now',
    save: 'Save the rhythm',
  },
  transitionForm: {
    title: 'What is changing?',
    text: 'Then you hold a meeting with the citizen within 14 days. I will remind you.',
    what: 'The change',
    note: 'Would you like to write more? (can wait)',
    noteExample: 'E.g. left school on Monday',
    save: 'Save',
  },
  ownForm: {
    title: 'What do you have to follow up yourself?',
    text: 'Write the follow-up that the law asks of you. Where a team meeting comes in time, I suggest doing it there.',
    what: 'Follow-up',
    whatExample: 'E.g. follow-up on the action plan',
    due: 'By',
    save: 'Save',
  },
  ownFollowUp: {
    quiet: (ref: string) => `Your own follow-up · ${ref}`,
    summary: (ref: string) => `Your own follow-up, ${ref}.`,
    titles: {
      open: 'Is the follow-up done?',
      done: 'The follow-up is done.',
      dropped: 'The follow-up is off the list.',
    },
    states: { open: 'Waiting for you', done: 'Done', dropped: 'Dropped' },
    due: 'By',
    meeting: (on: string) => `It can be done at the team meeting on ${day(on)}: one meeting less for the citizen.`,
    done: 'It is done',
    drop: 'Take it off the list',
    later: 'Move the date',
    laterLabel: 'New date',
    laterSend: 'Save the date',
  },
};
