import { type DilemmaView, dilemmaCard, type PickMeetingView, pickMeetingCard } from '../dilemmas/dilemma';
import { reviewCard } from '../learning/review';
import { ownReviewCard, talkCard } from '../learning/review-own';
import type { OwnReviewView, ReviewView, TalkView, ToldView } from '../learning/review-views';
import { type AskToShareView, askToShareCard, type SharedView, sharedCard } from '../learning/sharing';
import type { AskingView } from '../learning/views';
import { id, LONG_NAME, type Sample, samplesOf } from './sample';

type W = Parameters<Parameters<typeof samplesOf>[2]>[0];
const TODAY = '2026-12-01';
/** As long as an author may write, with signs that JSON writes as two. */
const long = (mark: string, most: number): string =>
  `${mark} »På tværs« “sammen” og "hver for sig" i én sætning om æ, ø og å. `.repeat(40).slice(0, most);
const TITLE = long('Titel', 80);
const PROMPT = long('Spørgsmål', 600);
const OPTIONS = [1, 2, 3, 4, 5, 6].map((n) => long(`Nr. ${n}`, 160));
const WHY = long('Derfor', 400);
const WRITTEN = long('Jeg »tænker«\n', 2_000);

const sayer = (w: W) => (danish: string, english: string) => (w.courses.list.quiet === 'Kurser' ? danish : english);

function question(w: W): AskingView {
  const say = sayer(w);
  return {
    ...{
      is: 'asking',
      kind: 'one',
      key: 'q',
      n: 1,
      lefts: [],
      unit: '',
      longest: 0,
      sure: false,
      typed: {},
      faults: {},
    },
    prompt: say('Hvem har mødepligt til teammødet?', 'Who has a duty to attend the team meeting?'),
    options: [
      say('Kun tovholderen', 'The case lead only'),
      say('Afdelingen', 'The department'),
      say('Borgeren', 'The citizen'),
    ],
  };
}

function told(w: W, verdict: ToldView['verdict']): ToldView {
  const say = sayer(w);
  const why = say('Pligten gælder hver afdeling, der er inviteret.', 'Every department that is invited has the duty.');
  const right = say('Afdelingen', 'The department');
  return {
    ...{ kind: 'one', key: 'q', prompt: question(w).prompt, verdict, why: '', sure: null },
    said:
      verdict === 'right'
        ? [{ is: 'chosen-right', text: right, why }]
        : [
            { is: 'chosen-wrong', text: say('Kun tovholderen', 'The case lead only'), why },
            { is: 'right', text: right, why },
          ],
  };
}

const courseOf = (w: W): string => sayer(w)('Hele mennesket, én tråd', 'The whole person, one thread');

function reviews(w: W): Record<string, ReviewView> {
  const base = { today: TODAY, choice: 1 };
  const asking = { is: 'asking' as const, course: courseOf(w), item: id(1), version: 2, question: question(w) };
  const answered = { is: 'answered' as const, course: courseOf(w) };
  return {
    'asked, three left': { ...base, page: { ...asking, left: 3 } },
    'asked, the last one, nothing chosen': {
      ...base,
      page: { ...asking, left: 1, question: { ...question(w), faults: { choice: w.refusals['course-choose'] } } },
    },
    'right, one more': {
      ...base,
      page: { ...answered, comesOn: '2026-12-08', left: 1, answer: told(w, 'right') },
    },
    'wrong, two more': {
      ...base,
      page: { ...answered, comesOn: '2026-12-03', left: 2, answer: told(w, 'wrong') },
    },
    'right, learnt and the last': { ...base, page: { ...answered, comesOn: null, left: 0, answer: told(w, 'right') } },
    'none today': { ...base, page: { is: 'none', nextOn: '2026-12-08' } },
    'none at all': { ...base, page: { is: 'none', nextOn: null } },
    'asked, longest texts': {
      ...base,
      page: {
        ...{ ...asking, course: TITLE, left: 3 },
        question: { ...question(w), kind: 'several', prompt: PROMPT, options: OPTIONS },
      },
    },
    'wrong, longest texts': {
      ...base,
      page: {
        ...{ ...answered, course: TITLE, comesOn: '2027-01-03', left: 2 },
        answer: {
          ...{ ...told(w, 'wrong'), kind: 'several', prompt: PROMPT },
          said: OPTIONS.map((text) => ({ is: 'missed' as const, text, why: WHY })),
        },
      },
    },
  };
}

function owns(w: W): Record<string, OwnReviewView> {
  const own = { today: TODAY, on: true, choice: 1, coming: 4, learnt: 2, due: 3, nextOn: TODAY };
  const talk = [
    { item: id(1), course: courseOf(w), prompt: question(w).prompt },
    {
      item: id(2),
      course: sayer(w)('Mandat og mødepligt', 'Mandate and attendance'),
      prompt: sayer(w)('Hvornår spørger jeg din leder?', 'When do I ask your manager?'),
    },
  ];
  return {
    'three today, two to talk of': { ...own, talk },
    'none today': { ...own, due: 0, learnt: 1, nextOn: '2026-12-08', talk: [] },
    'turned off': { ...own, on: false, choice: 2, talk },
    'nothing yet': { ...own, coming: 0, learnt: 0, due: 0, nextOn: null, talk: [] },
    'longest texts': {
      ...own,
      talk: Array.from({ length: 40 }, (_, at) => ({ item: id(at), course: TITLE, prompt: PROMPT })),
    },
  };
}

function talks(w: W): Record<string, TalkView> {
  const talk = { course: courseOf(w), item: id(1), response: id(2), answer: told(w, 'wrong') };
  return {
    'one question': talk,
    'longest texts': {
      ...{ ...talk, course: TITLE },
      answer: {
        ...{ ...talk.answer, kind: 'several', prompt: PROMPT },
        said: OPTIONS.map((text) => ({ is: 'missed' as const, text, why: WHY })),
      },
    },
  };
}

function asks(w: W): Record<string, AskToShareView> {
  const say = sayer(w);
  const ask = {
    ...{ attempt: id(1), question: 'q', response: id(2), enrolment: id(3), course: courseOf(w) },
    mentor: { id: id(4), name: 'Mette Rosen' },
    text: say('Jeg ringer til skolen.\nOg lytter.', 'I ring the school.\nAnd listen.'),
  };
  return {
    once: ask,
    'longest texts': { ...ask, course: TITLE, mentor: { id: id(4), name: LONG_NAME }, text: WRITTEN },
  };
}

function shared(w: W): Record<string, SharedView> {
  const say = sayer(w);
  const one = {
    learner: 'Bo Lindgren',
    course: courseOf(w),
    prompt: say('Hvad gør du i morgen?', 'What will you do tomorrow?'),
    text: say('Jeg ringer til skolen.\nOg lytter.', 'I ring the school.\nAnd listen.'),
  };
  return { one, 'longest texts': { learner: LONG_NAME, course: TITLE, prompt: PROMPT, text: WRITTEN } };
}

function picks(w: W): Record<string, PickMeetingView> {
  const say = sayer(w);
  const pick = {
    ...{ attempt: id(1), question: 'q', course: courseOf(w), today: TODAY, faults: {} },
    prompt: say('To møder på samme tid. Hvad gør du?', 'Two meetings at once. What do you do?'),
  };
  const meetings = [
    { id: id(2), ref: 'BF-2026-0142', at: '2026-12-01T13:00' },
    { id: id(3), ref: 'BF-2026-0077', at: '2026-12-03T09:00' },
  ];
  return {
    'two meetings': { ...pick, meetings },
    'none picked': { ...pick, meetings, faults: { meeting: w.refusals['dilemma-meeting'] } },
    'no meeting': { ...pick, meetings: [] },
    'longest texts': {
      ...{ ...pick, course: TITLE, prompt: PROMPT },
      meetings: Array.from({ length: 25 }, (_, at) => ({ id: id(at), ref: 'BF-2026-0142', at: '2026-12-01T13:00' })),
    },
  };
}

function dilemmas(w: W): Record<string, DilemmaView> {
  const say = sayer(w);
  const played = {
    ...{ mark: 'dilemma/card/x/1', dilemma: id(1), course: courseOf(w), round: 1, open: true, after: '' },
    prompt: say('To afdelinger vil hver sit. Hvad gør du?', 'Two departments want different things. What do you do?'),
    options: [
      { text: say('Jeg kalder dem sammen', 'I call them together'), why: '' },
      { text: say('Jeg vælger selv', 'I choose myself'), why: '' },
      { text: say('Jeg spørger borgeren først', 'I ask the citizen first'), why: '' },
    ],
    ...{ first: null, second: null, moved: null, mine: null, answered: 2, players: 5, leads: false, faults: {} },
  };
  const both = { ...played, round: 3, open: false, first: [2, 2, 1], second: [3, 0, 2], moved: { moved: 2, both: 5 } };
  const why = [
    say('Det tager tid, men alle hører det samme.', 'It takes time, but everybody hears the same.'),
    say(
      'Det går hurtigt, men den anden afdeling er ikke med.',
      'It is quick, but the other department is not with you.',
    ),
    say('Borgerens ønske kan pege på vejen.', 'What the citizen wants can show the way.'),
  ];
  const longest = { ...both, course: TITLE, prompt: PROMPT, after: WHY };
  return {
    asked: played,
    'asked, nothing chosen': { ...played, leads: true, faults: { choice: w.refusals['course-choose'] } },
    answered: { ...played, mine: 0 },
    'answered, and leads': { ...played, mine: 2, answered: 4, leads: true },
    'asked again': { ...played, round: 2, first: [2, 2, 1], answered: 0, leads: true },
    'answered again': { ...played, round: 2, first: [2, 2, 1], mine: 0, answered: 3 },
    'over, two moved': {
      ...both,
      options: played.options.map((one, at) => ({ ...one, why: why[at] ?? '' })),
      after: say('Der er ikke ét rigtigt svar.', 'There is no one right answer.'),
    },
    'over, nobody moved': { ...both, second: [2, 2, 1], moved: { moved: 0, both: 5 } },
    'over with the meeting': { ...played, open: false },
    'over with the meeting, once shown': { ...played, round: 2, open: false, first: [2, 2, 1] },
    'over, longest texts': {
      ...longest,
      options: OPTIONS.slice(0, 5).map((text) => ({ text, why: WHY })),
      ...{ first: [10, 9, 8, 7, 6], second: [6, 7, 8, 9, 10] },
    },
    'asked again, longest texts': {
      ...{ ...longest, round: 2, open: true, second: null, moved: null, leads: true, after: '' },
      options: OPTIONS.slice(0, 5).map((text) => ({ text, why: '' })),
    },
  };
}

/** What comes back after a course, what is shared with a mentor, and a dilemma that a team plays. */
export const reviewSamples: readonly Sample[] = [
  ...samplesOf('review', reviewCard, reviews),
  ...samplesOf('review-own', ownReviewCard, owns),
  ...samplesOf('review-talk', talkCard, talks),
  ...samplesOf('share-ask', askToShareCard, asks),
  ...samplesOf('shared-reflection', sharedCard, shared),
  ...samplesOf('dilemma-pick', pickMeetingCard, picks),
  ...samplesOf('team-dilemma', dilemmaCard, dilemmas),
];
