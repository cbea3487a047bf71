import type { documents as danish } from '../da/documents';
import { spokenDay, spokenMoment, writtenDay } from '../dates';
import { capitalised } from '../numbers';

const day = (on: string, reference?: string) => spokenDay(on, 'en', reference);
const whose = (alias: string) => (/s$/i.test(alias) ? `${alias}’` : `${alias}’s`);

/** English words of what is printed: the record of a meeting, and the letter to the citizen. `at` is a moment, `on` a day. */
export const documents: typeof danish = {
  page: (page, of) => `Page ${page} of ${of}`,
  moment: (at) => spokenMoment(at, 'en', ''),
  day: (on, at) => day(on, at),
  writtenDay: (on) => writtenDay(on, 'en'),
  decision: {
    title: 'Decision',
    reference: (ref: string, number: number) => `${ref} · proposal ${number}`,
    facts: {
      citizen: 'Citizen',
      decided: 'Decided',
      by: 'By',
      responsible: 'Responsible',
      departments: 'Departments',
    },
    by: {
      team: 'the team',
      professional: 'the professional whom the model names',
      leaders: 'the leaders together',
      leader: 'the nearest common leader',
      citizen: 'the citizen and the one responsible',
      visitation: 'whoever grants it',
      lead: 'the case lead',
    },
    says: (alias: string) => `What ${alias} says`,
    proposed: 'The proposal',
    starts: (on: string, at: string) => `It starts ${day(on, at)}.`,
    outcome: {
      adopted: 'Decided as proposed',
      not: 'Not decided',
      other: 'Another decision',
      wish: 'The citizen’s wish, to be taken up again at the next meeting',
      'not-agreed': 'To be taken up again at the next meeting',
      direction: 'A direction set together',
      granted: 'Granted',
      partly: 'Granted in part',
      refused: 'Not granted',
      withdrawn: 'Withdrawn',
    },
    reason: 'Reason',
    meanwhile: 'Until then',
  },
  record: {
    subject: (ref, number, version) => `${ref}, meeting ${number}, version ${version}`,
    title: (the) => `Record of ${the}`,
    reference: (ref, number) => `${ref} · meeting ${number}`,
    corrects: (version, replaces) => `Corrected. Version ${version} corrects and replaces version ${replaces}.`,
    facts: {
      citizen: 'Citizen',
      time: 'Time',
      place: 'Place',
      online: 'Online',
      lead: 'Case lead',
      model: 'Model',
    },
    timeAndDuration: (at, duration) => `${spokenMoment(at, 'en', '')}, ${duration}`,
    citizen: {
      there: (alias) => `${alias} took part.`,
      askedUs: (alias, on, at) =>
        on === null
          ? `${alias} asked us to hold the meeting without them.`
          : `On ${day(on, at)}, ${alias} asked us to hold the meeting without them.`,
      without: (alias) => `In this model the professionals meet without ${alias}.`,
      guests: (alias, guests) => `${alias} had invited: ${guests}`,
      words: (alias) => `In ${whose(alias)} own words`,
      view: (alias) => `How ${alias} saw it before the meeting`,
    },
    present: 'Who was there',
    represented: (departments) => `Represented with a mandate: ${departments}.`,
    agenda: 'What we talked about',
    columns: 'What we wrote up',
    agreements: 'What we agreed',
    leadOwner: (name) => `${name} (case lead)`,
    due: (on, at) => `by ${day(on, at)}`,
    next: 'Next time',
    nextMeeting: (kind, at, from) => `${capitalised(kind)}, ${spokenMoment(at, 'en', from)}.`,
    noNext: 'We have not agreed on another meeting.',
    closed: (by, at, version) => `Closed by ${by} on ${spokenMoment(at, 'en', '')}. Version ${version}.`,
  },
  letter: {
    title: { invited: 'We would like to meet you', without: 'We are meeting about your way forward' },
    dear: 'Dear',
    invited: 'So we invite you to a meeting. It is your meeting, and we begin with what matters to you.',
    without: (first) =>
      `It is a meeting for those of us who work together to help you. You don’t take part yourself. ${first} would like to hear before the meeting what you want, so that it is heard there. Afterwards ${first} will tell you what we talked about, and why.`,
    when: { invited: 'When and where?', without: 'When?' },
    time: (at, duration) => `${spokenMoment(at, 'en', '')}. The meeting takes ${duration}.`,
    place: (place) => `We meet here: ${place}`,
    online: (first) => `The meeting is online. ${first} will tell you how to join.`,
    home: 'We meet at your home.',
    noPlace: (first) => `${first} will tell you where we meet.`,
    otherTime: (first) => `If that doesn’t suit you, tell ${first}, and we will find another time.`,
    who: { invited: 'Who is coming, and why?', without: 'Who takes part, and why?' },
    lead: (first) => `is your case lead. You can always turn to ${first}.`,
    why: (departmentKind) => {
      switch (departmentKind) {
        case 'employment':
          return 'can help you on your way to a job or an education.';
        case 'social':
          return 'can help with support in your everyday life.';
        case 'family':
          return 'can help with what concerns your family.';
        case 'school':
          return 'can help with what concerns school.';
        case 'health':
          return 'can help with what concerns your health.';
        case 'leadership':
          return 'can decide things across the municipality.';
        default:
          return 'is part of your team.';
      }
    },
    companion: 'You may bring somebody',
    companionText:
      'You have the right to bring a companion: somebody from your family, a friend or anybody you feel safe with. Who it is, is up to you.',
    companionToTalk: (first) =>
      `You have the right to have a companion with you when you talk with ${first}: somebody from your family, a friend or anybody you feel safe with.`,
    guests: (guests) => `You have told us whom you will bring: ${guests}`,
    voluntary: 'You may say no',
    voluntaryText: (first) =>
      `Taking part is voluntary. You can say no now or later, and you won’t lose the help you have a right to. Just tell ${first}.`,
    said: 'What you tell us',
    saidText:
      'We write down what we talk about and agree on. It is kept by the municipality and goes to those who are in your team. You can ask to read it.',
    saidWithoutText:
      'We write down what we talk about and agree on, and what you have told us. It is kept by the municipality and goes to those who are in your team. You can ask to read it.',
    consent:
      'If you have said yes to our sharing information about you, you can always take your yes back. Then we stop sharing it.',
    questions: 'Any questions?',
    ask: (name, email) => `Write to ${name}: ${email}`,
    askElse: (first, contact) => `Can’t reach ${first}? ${contact}`,
    greeting: 'Kind regards',
    signature: (department) => (department === '' ? 'Case lead' : `Case lead, ${department}`),
    reference: (ref) => `Our reference: ${ref}`,
  },
};
