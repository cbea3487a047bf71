import { mentorAnswerCard, mentorFindCard, mentorToldCard } from '../programs/mentor';
import { onboardingCard } from '../programs/onboarding';
import { partnersCard } from '../programs/partners';
import { programCard } from '../programs/program';
import type {
  MentorAnswerView,
  MentorFindView,
  MentorToldView,
  OnboardingView,
  PartnersView,
  ProgramView,
  StepMood,
  StepView,
} from '../programs/views';
import type { Titled } from '../views';
import {
  colleagues,
  id,
  LONG_DEPARTMENT,
  LONG_NAME,
  LONG_TEXT,
  manyColleagues,
  type Sample,
  samplesOf,
} from './sample';

const titled = (da: string, en: string): Titled => ({ da, en });
const both = (text: string): Titled => ({ da: text, en: text });
const NOTHING = { typed: {}, faults: {} };

function step(n: number, title: Titled, mood: StepMood, opensOn: string, dueOn: string): StepView {
  const what = titled('Hvad det handler om, i én sætning.', 'What it is about, in one sentence.');
  return { id: id(n), title, what, mood, opensOn, dueOn, endedOn: mood === 'done' ? '2026-03-04' : null };
}

const thread = step(
  1,
  titled('Kursus: Hele mennesket, én rød tråd', 'Course: The whole person, one thread'),
  'open',
  '2026-03-02',
  '2026-03-16',
);
const citizen = step(
  2,
  titled('Kursus: Mødet med borgeren', 'Course: Meeting the citizen'),
  'open',
  '2026-03-02',
  '2026-03-16',
);
const mandate = step(
  3,
  titled('Kursus: Tovholder, mødepligt og mandat', 'Course: The lead, the duty to attend and the mandate'),
  'open',
  '2026-03-02',
  '2026-03-16',
);
const plan = step(4, titled('Plan for oplæringen', 'A plan for learning the work'), 'open', '2026-03-02', '2026-03-16');
const talk = step(5, titled('Samtale med mentoren', 'A talk with the mentor'), 'ahead', '2026-03-23', '2026-04-13');
const lesson = step(
  6,
  titled('Hold: tre undervisningsdage', 'Class: three days of teaching'),
  'ahead',
  '2026-05-02',
  '2026-08-02',
);
const meeting = step(
  7,
  titled('Dialogmøde for nye', 'Dialogue meeting for the new ones'),
  'open',
  '2026-03-02',
  '2026-07-02',
);
const year = step(8, titled('Fælles læringsdag', 'A common learning day'), 'ahead', '2027-03-02', '2027-05-02');

const parts = (...intro: StepView[]): ProgramView['parts'] => [
  { title: titled('Introduktion', 'Introduction'), steps: intro },
  { title: titled('I egen enhed', 'In your own unit'), steps: [plan, talk] },
  { title: titled('Samtaleteknik på hold', 'Conversation techniques in a class'), steps: [lesson] },
  { title: titled('Dialogmøde', 'Dialogue meeting'), steps: [meeting] },
  { title: titled('Efter et år', 'After a year'), steps: [year] },
];
const ended = (mood: StepMood) =>
  parts(thread, citizen, mandate).map((one) => ({ ...one, steps: one.steps.map((each) => ({ ...each, mood })) }));

const own: ProgramView = {
  id: id(100),
  mark: '',
  reminder: false,
  repeated: false,
  today: '2026-03-02',
  own: true,
  name: 'Signe Lyngholm',
  program: titled('Onboarding i helhedsorienterede indsatser', 'Onboarding in working across departments'),
  state: 'open',
  startsOn: '2026-03-02',
  manager: 'Sørine Dahl',
  mentor: '',
  askedMentor: '',
  parts: parts(thread, citizen, mandate),
  course: { stepId: thread.id, key: 'one-thread', title: thread.title, begun: false },
  mine: [],
  waivable: [],
  mayFindMentor: false,
  meetsPartners: false,
  ...NOTHING,
};
const under: ProgramView = {
  ...own,
  today: '2026-03-18',
  mentor: 'Bo Lindgren',
  parts: parts(
    { ...thread, mood: 'done' as const, endedOn: '2026-03-04' },
    { ...citizen, mood: 'overdue' as const },
    mandate,
  ),
};
const managers: ProgramView = {
  ...under,
  own: false,
  mentor: '',
  askedMentor: 'Bo Lindgren',
  course: null,
  mine: [plan],
  waivable: [citizen, mandate, plan, talk, lesson, meeting, year],
  mayFindMentor: true,
};
const long = (n: number): StepView => ({
  ...step(
    n,
    both('Kursus: »Overgange«, og "det", der ligger imellem os '.repeat(2).slice(0, 80)),
    'overdue',
    '2026-11-30',
    '2026-12-31',
  ),
  what: both(LONG_TEXT.replaceAll('\n', ' ').slice(0, 200)),
});
const longest: ProgramView = {
  ...managers,
  repeated: true,
  name: LONG_NAME,
  manager: LONG_NAME,
  mentor: LONG_NAME,
  program: both(LONG_DEPARTMENT),
  parts: Array.from({ length: 5 }, (_, n) => ({
    title: both('Relationel koordinering og samarbejde på tværs af afdelinger'.slice(0, 60)),
    steps: [1, 2, 3, 4].map((k) => long(n * 4 + k)),
  })),
  mine: [1, 2, 3, 4].map(long),
  waivable: Array.from({ length: 20 }, (_, n) => long(n + 1)),
  typed: { waived: id(1), reason: LONG_TEXT.slice(0, 500) },
  faults: { reason: 'Skriv kort hvorfor.' },
};

const find: MentorFindView = {
  id: id(100),
  form: id(101),
  mark: '',
  reminder: false,
  repeated: false,
  name: 'Signe Lyngholm',
  state: 'open',
  asked: '',
  mentor: '',
  declined: null,
  colleagues,
  several: [],
  dueOn: '2026-03-09',
  ...NOTHING,
};
const answer: MentorAnswerView = {
  id: id(102),
  runId: id(100),
  mark: '',
  reminder: false,
  repeated: false,
  name: 'Signe Lyngholm',
  title: 'Socialrådgiver',
  startsOn: '2026-03-02',
  today: '2026-03-02',
  askedBy: 'Sørine Dahl',
  state: 'asked',
  dueOn: '2026-03-05',
  ...NOTHING,
};
const partners: PartnersView = {
  runId: id(100),
  today: '2026-04-02',
  dueOn: '2026-07-02',
  units: [
    {
      department: 'Familieafdelingen',
      person: 'Mette Rosendal',
      title: 'Familierådgiver',
      email: 'mette.rosendal@traaby.example',
      at: '2026-04-07T10:00',
    },
    {
      department: 'Skole og ungdom',
      person: 'Jonas Fjordside',
      title: 'Vejleder',
      email: 'jonas.fjordside@traaby.example',
      at: '2026-04-08T13:00',
    },
    {
      department: 'Sundhed',
      person: 'Erik Sandvad',
      title: 'Sygeplejerske',
      email: 'erik.sandvad@traaby.example',
      at: '2026-04-09T09:00',
    },
  ],
};
const newcomer: OnboardingView['managed'][number] = {
  runId: id(100),
  name: 'Signe Lyngholm',
  done: 4,
  of: 16,
  late: [],
  waits: [plan.title],
};
const late: OnboardingView['managed'][number] = {
  ...newcomer,
  runId: id(101),
  name: 'Emil Tranborg',
  done: 1,
  late: [citizen.title, mandate.title],
  waits: [],
};
const people = [newcomer, late].map(({ runId, name }) => ({ runId, name }));
const manager: OnboardingView = {
  today: '2026-03-18',
  managed: [newcomer, late],
  mentored: [],
  cohorts: null,
  waiting: [],
  open: people,
};
const cohort = { month: '2026-03', people: 2, onTime: 1, late: ['Emil Tranborg'] };

export const programSamples: readonly Sample[] = [
  ...samplesOf<ProgramView>('program', programCard, () => ({
    'the first day': own,
    'reminded, one late, with a mentor': {
      ...under,
      reminder: true,
      course: { stepId: citizen.id, key: 'meeting-the-citizen', title: citizen.title, begun: true },
    },
    'partner units to meet': { ...under, meetsPartners: true, mine: [{ ...talk, mood: 'open' as const }] },
    'nothing to do just now': { ...under, course: null },
    'to the manager': managers,
    'to the manager, a step without a reason': {
      ...managers,
      typed: { waived: id(3) },
      faults: { reason: 'Skriv kort hvorfor.' },
    },
    'to the mentor': {
      ...managers,
      askedMentor: '',
      mine: [talk],
      waivable: [],
      mayFindMentor: false,
      mentor: 'Bo Lindgren',
    },
    done: { ...under, state: 'done', parts: ended('done'), course: null },
    ended: { ...managers, state: 'ended', parts: ended('fallen'), mine: [], waivable: [] },
    'with the longest texts': longest,
  })),
  ...samplesOf<MentorFindView>('mentor-find', mentorFindCard, (w) => ({
    'whom to ask': find,
    reminded: { ...find, reminder: true },
    'nobody near': { ...find, colleagues: [] },
    'one has said no': { ...find, declined: { name: 'Bo Lindgren', reason: 'Jeg er mentor for en anden lige nu.' } },
    'several fit': {
      ...find,
      typed: { mentor: 'other', who: 'Anna' },
      several: [
        { id: id(1), name: 'Anna Lund', department: 'Jobcenter' },
        { id: id(2), name: 'Anna Skov', department: 'Familie' },
      ],
      faults: { who: w.refusals['several-found'] },
    },
    asked: { ...find, state: 'asked', asked: 'Bo Lindgren' },
    found: { ...find, state: 'found', mentor: 'Bo Lindgren' },
    'closed: the programme has ended': { ...find, state: 'closed' },
    'with the longest texts': {
      ...find,
      repeated: true,
      reminder: true,
      name: LONG_NAME,
      declined: { name: LONG_NAME, reason: LONG_TEXT.slice(0, 500) },
      colleagues: manyColleagues,
    },
  })),
  ...samplesOf<MentorAnswerView>('mentor-answer', mentorAnswerCard, (w) => ({
    asked: answer,
    reminded: { ...answer, reminder: true },
    'a no without a reason': { ...answer, faults: { reason: w.refusals['decline-why'] } },
    accepted: { ...answer, state: 'accepted' },
    declined: { ...answer, state: 'declined' },
    withdrawn: { ...answer, state: 'withdrawn' },
    ended: { ...answer, state: 'ended' },
    'with the longest texts': {
      ...answer,
      repeated: true,
      name: LONG_NAME,
      title: LONG_DEPARTMENT,
      askedBy: LONG_NAME,
      typed: { reason: LONG_TEXT.slice(0, 500) },
      faults: { reason: w.refusals['too-long'] },
    },
  })),
  ...samplesOf<PartnersView>('partners', partnersCard, () => ({
    'three to meet': partners,
    'one without a time': {
      ...partners,
      units: partners.units.map((one, n) => ({ ...one, at: n === 1 ? null : one.at })),
    },
    'nobody to meet': { ...partners, units: [] },
    'with the longest texts': {
      ...partners,
      units: partners.units.map((one) => ({
        ...one,
        department: LONG_DEPARTMENT,
        person: LONG_NAME,
        title: LONG_DEPARTMENT,
        email: `${'lang.adresse'.repeat(6)}@traaby.example`,
      })),
    },
  })),
  ...samplesOf<MentorToldView>('mentor-told', mentorToldCard, () => ({
    'who it is': { runId: id(100), mentor: 'Bo Lindgren', title: 'Beskæftigelsesrådgiver' },
    'with the longest texts': { runId: id(100), mentor: LONG_NAME, title: LONG_DEPARTMENT },
  })),
  ...samplesOf<OnboardingView>('onboarding', onboardingCard, () => ({
    'of a manager': manager,
    'of a mentor': { ...manager, managed: [], mentored: [newcomer], open: people.slice(0, 1) },
    'of the onboarding lead': {
      ...manager,
      managed: [],
      cohorts: [cohort, { month: '2026-02', people: 1, onTime: 1, late: [] }],
      waiting: [{ name: 'Emil Tranborg', step: meeting.title, since: '2026-03-02' }],
    },
    'of the onboarding lead, nobody under way': { ...manager, managed: [], cohorts: [], open: [] },
    'nobody to follow': { ...manager, managed: [], open: [] },
    'with the longest texts': {
      ...manager,
      managed: Array.from({ length: 30 }, (_, n) => ({
        ...late,
        runId: id(n),
        name: LONG_NAME,
        late: [long(1).title, long(2).title, long(3).title],
        waits: [long(1).title, long(2).title],
      })),
      cohorts: Array.from({ length: 14 }, (_, n) => ({
        month: `2026-${String((n % 12) + 1).padStart(2, '0')}`,
        people: 20,
        onTime: 5,
        late: Array.from({ length: 15 }, () => LONG_NAME),
      })),
      waiting: Array.from({ length: 30 }, () => ({ name: LONG_NAME, step: long(1).title, since: '2026-03-02' })),
      open: Array.from({ length: 60 }, (_, n) => ({ runId: id(n), name: LONG_NAME })),
    },
  })),
];
