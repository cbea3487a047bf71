import { courseListCard } from '../learning/course-list';
import { playerCard } from '../learning/player';
import { resultCard } from '../learning/result';
import type {
  AnsweredView,
  AskingView,
  CourseListView,
  PageView,
  PlayerView,
  QuestionKind,
  ResultView,
  SaidOf,
} from '../learning/views';
import { id, LONG_NAME, type Sample, samplesOf } from './sample';

type W = Parameters<Parameters<typeof samplesOf>[2]>[0];
const isDanish = (w: W): boolean => w.courses.list.quiet === 'Kurser';

/** As long as an author may write, with signs that JSON writes as two. */
const long = (mark: string, most: number): string =>
  `${mark} »På tværs« “sammen” og "hver for sig" i én sætning om æ, ø og å. `.repeat(40).slice(0, most);
const TITLE = long('Titel', 80);
const BODY = [long('Først', 400), long('Så', 400), long('Derefter', 400), long('Til sidst', 390)].join('\n\n');
const OPTIONS = [1, 2, 3, 4, 5, 6].map((n) => long(`Nr. ${n}`, 160));
const WHY = long('Derfor', 400);
const PROMPT = long('Spørgsmål', 600);

const LESSON = {
  da: {
    title: 'Fire siloer og ét menneske',
    body: 'En borger kan møde jobcentret, socialafdelingen, familieafdelingen og skolen i samme uge. Hver for sig gør de det rigtige. **Sammen kan de trække i hver sin retning.**\n\nBorgeren har kun ét liv. Derfor begynder vi med:\n\n- hvad borgeren selv ønsker\n- hvad der allerede er i gang\n- hvem der gør hvad nu',
    source: 'Ballerup Kommune, borgerforløb',
  },
  en: {
    title: 'Four silos and one person',
    body: 'A citizen can meet the job centre, the social department, the family department and the school in the same week. Each of them does the right thing. **Together they can pull in different directions.**\n\nThe citizen has one life only. So we begin with:\n\n- what the citizen wants\n- what is already under way\n- who does what now',
    source: 'Ballerup municipality, citizen pathways',
  },
};

const asked: Omit<AskingView, 'kind' | 'prompt'> = {
  is: 'asking',
  key: 'q',
  n: 1,
  options: [],
  lefts: [],
  unit: '',
  longest: 0,
  sure: false,
  typed: {},
  faults: {},
};
const answered: Omit<AnsweredView, 'kind' | 'prompt' | 'verdict'> = {
  is: 'answered',
  key: 'q',
  why: '',
  said: [],
  sure: null,
  again: false,
  read: null,
};

function player(w: W, page: PageView, more: Partial<PlayerView> = {}): PlayerView {
  return {
    mark: 'course/card/x/1',
    enrolment: id(1),
    attempt: id(2),
    version: 3,
    course: { title: isDanish(w) ? 'Hele mennesket, én tråd' : 'The whole person, one thread', takes: 20 },
    at: 3,
    of: 14,
    height: 240,
    page,
    ...more,
  };
}

function pages(w: W): Record<string, PlayerView> {
  const da = isDanish(w);
  const say = (danish: string, english: string) => (da ? danish : english);
  const asks = (kind: QuestionKind, prompt: string, more: Partial<AskingView> = {}) =>
    player(w, { ...asked, kind, prompt, ...more });
  const says = (kind: QuestionKind, verdict: AnsweredView['verdict'], prompt: string, more: Partial<AnsweredView>) =>
    player(w, { ...answered, kind, verdict, prompt, ...more });
  const who = say('Hvem har mødepligt til teammødet?', 'Who has a duty to attend the team meeting?');
  const whos = [
    say('Kun tovholderen', 'The case lead only'),
    say('Afdelingen', 'The department'),
    say('Borgeren', 'The citizen'),
  ];
  const roles = [
    [say('Mandat', 'Mandate'), say('det, du må beslutte', 'what you may decide')],
    [say('Mødepligt', 'Duty to attend'), say('afdelingen kommer', 'the department comes')],
    [say('Tovholder', 'Case lead'), say('den, der holder i tråden', 'whoever holds the thread')],
  ] as const;
  const steps = [
    say('Svarer på invitationen', 'Answer the invitation'),
    say('Ringer til en kollega', 'Ring a colleague'),
    say('Fortæller, hvad borgeren ønsker', 'Say what the citizen wants'),
  ];
  const because = say(
    'Pligten gælder hver afdeling, der er inviteret.',
    'Every department that is invited has the duty.',
  );
  const pair = (left: string, right: string) => `${left} → ${right}`;
  const matched: SaidOf[] = roles.map(([left, right], at) =>
    at === 0
      ? { is: 'paired', text: pair(left, right), why: '' }
      : { is: 'unpaired', text: pair(left, right), instead: roles[at === 1 ? 2 : 1]?.[1] ?? '', why: '' },
  );
  return {
    'first lesson': player(w, { is: 'lesson', ...(da ? LESSON.da : LESSON.en) }, { at: 1 }),
    lesson: player(w, { is: 'lesson', ...(da ? LESSON.da : LESSON.en) }),
    'lesson read again': player(w, { is: 'reading', ...(da ? LESSON.da : LESSON.en), earlier: 'a', later: 'b' }),
    'lesson, longest texts': player(w, { is: 'lesson', title: TITLE, body: BODY, source: long('Kilde', 300) }, LONGEST),
    'one asked': asks('one', who, { options: whos, sure: true }),
    'one wrong': says('one', 'wrong', who, {
      said: [
        { is: 'chosen-wrong', text: whos[0] ?? '', why: say('Tovholderen kalder sammen.', 'The lead calls it.') },
        { is: 'right', text: whos[1] ?? '', why: because },
      ],
      ...{ sure: 3, again: true, read: 'a' },
    }),
    'one right': says('one', 'right', who, { said: [{ is: 'chosen-right', text: whos[1] ?? '', why: because }] }),
    'several asked, nothing chosen': asks('several', who, {
      options: whos,
      faults: { choices: w.refusals['course-choose-some'] },
    }),
    'several wrong': says('several', 'wrong', who, {
      said: [
        { is: 'chosen-right', text: whos[1] ?? '', why: because },
        { is: 'chosen-wrong', text: whos[2] ?? '', why: because },
        { is: 'missed', text: whos[0] ?? '', why: because },
      ],
      ...{ again: true, read: 'a' },
    }),
    'true-false asked': asks('true-false', say('Der er mødepligt.', 'Attendance is a duty.'), { sure: true }),
    'true-false right': says('true-false', 'right', say('Der er mødepligt.', 'Attendance is a duty.'), {
      said: [{ is: 'yours', text: w.courses.truth.true, why: '' }],
      why: because,
    }),
    'pairs asked': asks('pairs', say('Hvad hører sammen?', 'What belongs together?'), {
      lefts: roles.map(([left]) => left),
      options: [roles[2][1], roles[0][1], roles[1][1]],
    }),
    'pairs wrong': says('pairs', 'wrong', say('Hvad hører sammen?', 'What belongs together?'), {
      said: matched,
      ...{ why: because, again: true, read: 'a' },
    }),
    'order asked, a number twice': asks(
      'order',
      say('Du bliver syg. Hvad gør du først?', 'You fall ill. What comes first?'),
      {
        options: steps,
        typed: { place0: '1', place1: '1', place2: '3' },
        faults: { place1: w.refusals['course-place-twice'] },
      },
    ),
    'order wrong': says('order', 'wrong', say('Du bliver syg. Hvad gør du først?', 'You fall ill. What comes first?'), {
      said: [
        { is: 'misplaced', n: 1, text: steps[1] ?? '', instead: 2, why: '' },
        { is: 'misplaced', n: 2, text: steps[2] ?? '', instead: 1, why: '' },
        { is: 'placed', n: 3, text: steps[0] ?? '', why: '' },
      ],
      ...{ why: because, again: true, read: 'a' },
    }),
    'number asked, no number': asks('number', say('Hvor mange gange minder jeg dig?', 'How often do I remind you?'), {
      ...{ unit: say('gange', 'times'), longest: 40, typed: { number: say('mange', 'many') } },
      faults: { number: w.refusals['course-number'] },
    }),
    'number wrong': says('number', 'wrong', say('Hvor mange gange minder jeg dig?', 'How often do I remind you?'), {
      said: [
        { is: 'yours', text: say('3,5 gange', '3.5 times'), why: '' },
        { is: 'right', text: w.courses.about(2, 0.5, say('gange', 'times')), why: '' },
      ],
      ...{ why: because, again: true, read: 'a' },
    }),
    'blank asked': asks('blank', say('Det, du må beslutte, er dit ____.', 'What you may decide is your ____.'), {
      longest: 160,
    }),
    'blank wrong': says(
      'blank',
      'wrong',
      say('Det, du må beslutte, er dit ____.', 'What you may decide is your ____.'),
      {
        said: [
          { is: 'yours', text: say('referat', 'record'), why: '', written: true },
          { is: 'right', text: say('mandat', 'mandate'), why: '' },
        ],
        ...{ why: because, again: true, read: 'a' },
      },
    ),
    'reflection asked': asks('reflection', say('Hvad gør du i morgen?', 'What will you do tomorrow?'), {
      longest: 2_000,
    }),
    'reflection answered': says('reflection', 'said', say('Hvad gør du i morgen?', 'What will you do tomorrow?'), {
      said: [
        {
          is: 'yours',
          text: say('Jeg ringer til skolen.\nOg lytter.', 'I ring the school.\nAnd listen.'),
          why: '',
          written: true,
        },
      ],
      ...{ why: say('Skriv det i kalenderen.', 'Put it in the calendar.'), again: true },
    }),
    'reflection answered, with a mentor': says(
      'reflection',
      'said',
      say('Hvad gør du i morgen?', 'What will you do tomorrow?'),
      {
        said: [{ is: 'yours', text: say('Jeg ringer til skolen.', 'I ring the school.'), why: '', written: true }],
        ...{ again: true, mentor: { name: 'Mette Rosen', shared: false } },
      },
    ),
    'reflection answered and shared': says(
      'reflection',
      'said',
      say('Hvad gør du i morgen?', 'What will you do tomorrow?'),
      {
        said: [{ is: 'yours', text: say('Jeg ringer til skolen.', 'I ring the school.'), why: '', written: true }],
        ...{ again: true, mentor: { name: 'Mette Rosen', shared: true } },
      },
    ),
    'dilemma asked': asks(
      'dilemma',
      say('To møder på samme tid. Hvad gør du?', 'Two meetings at once. What do you do?'),
      {
        options: whos,
      },
    ),
    'dilemma answered': says(
      'dilemma',
      'said',
      say('To møder på samme tid. Hvad gør du?', 'Two meetings at once. What do you do?'),
      {
        said: [
          { is: 'chosen', text: whos[0] ?? '', why: because },
          { is: 'other', text: whos[1] ?? '', why: because },
        ],
        ...{ why: because, again: true },
      },
    ),
    'how we do it here': player(
      w,
      {
        ...{ is: 'here', manager: '', lead: '' },
        text: say('Vi mødes **hver mandag kl. 9** i kantinen.', 'We meet **every Monday at 9** in the canteen.'),
      },
      { at: 14 },
    ),
    'how we do it here, nothing written': player(
      w,
      { is: 'here', text: '', manager: 'Sørine Dahl', lead: 'Anders Møllevang' },
      { at: 14 },
    ),
    'how we do it here, nobody known': player(w, { is: 'here', text: '', manager: '', lead: '' }, { at: 14 }),
    paused: player(w, { is: 'paused' }),
  };
}

/** A course of many pages: the bar stays as long as a line. */
const LONGEST: Partial<PlayerView> = { course: { title: TITLE, takes: 180 }, at: 700, of: 1_240, height: 400 };

/** Each kind with all that its author and its learner may write. */
function longest(w: W): Record<string, PlayerView> {
  const asks = (kind: QuestionKind, more: Partial<AskingView>) =>
    player(w, { ...asked, kind, prompt: PROMPT, sure: true, ...more }, LONGEST);
  const says = (kind: QuestionKind, more: Partial<AnsweredView>) =>
    player(
      w,
      { ...answered, kind, verdict: 'wrong', prompt: PROMPT, sure: 3, again: true, read: long('k', 60), ...more },
      LONGEST,
    );
  const five = OPTIONS.slice(0, 5);
  const faults = Object.fromEntries(five.map((_, at) => [`place${at}`, w.refusals['course-place-twice']]));
  const written = long('Jeg', 2_000);
  return {
    'one asked, longest texts': asks('one', { options: OPTIONS, faults: { choice: w.refusals['course-choose'] } }),
    'several asked, longest texts': asks('several', { options: OPTIONS }),
    'several wrong, longest texts': says('several', {
      said: OPTIONS.map((text): SaidOf => ({ is: 'missed', text, why: WHY })),
    }),
    'pairs asked, longest texts': asks('pairs', { lefts: five, options: five, faults }),
    'pairs wrong, longest texts': says('pairs', {
      said: five.map((text): SaidOf => ({ is: 'unpaired', text: `${text} → ${text}`, instead: text, why: '' })),
      why: WHY,
    }),
    'order asked, longest texts': asks('order', { options: five, faults }),
    'order wrong, longest texts': says('order', {
      said: five.map((text, at): SaidOf => ({ is: 'misplaced', n: at + 1, text, instead: 5, why: '' })),
      why: WHY,
    }),
    'reflection asked, longest texts': asks('reflection', {
      ...{ typed: { text: written.repeat(2) }, longest: 2_000 },
      faults: { text: w.refusals.cpr },
    }),
    'reflection answered, longest texts': says('reflection', {
      said: [{ is: 'yours', text: written, why: '', written: true }],
      why: WHY,
    }),
    'dilemma answered, longest texts': says('dilemma', {
      said: five.map((text, at): SaidOf => ({ is: at === 0 ? 'chosen' : 'other', text, why: WHY })),
      why: WHY,
    }),
    'how we do it here, longest texts': player(w, { is: 'here', text: BODY, manager: '', lead: '' }, LONGEST),
    'how we do it here, longest names': player(
      w,
      { is: 'here', text: '', manager: LONG_NAME, lead: LONG_NAME },
      LONGEST,
    ),
  };
}

function results(w: W): Record<string, ResultView> {
  const da = isDanish(w);
  const done: ResultView = {
    mark: 'course/card/x/1',
    enrolment: id(1),
    attempt: id(2),
    course: { title: da ? 'Hele mennesket, én tråd' : 'The whole person, one thread' },
    outcome: 'done',
    on: '2026-12-01',
    today: '2026-12-01',
    ...{ right: 6, outOf: 7, percent: 85, firstRight: 5, pass: null, askNames: [] },
    lessons: [
      { key: 'a', title: da ? LESSON.da.title : LESSON.en.title, again: true },
      { key: 'b', title: da ? 'Hvad borgere siger' : 'What citizens say', again: false },
    ],
    sureAndWrong: [da ? 'Hvem har mødepligt til teammødet?' : 'Who has a duty to attend the team meeting?'],
    next: { is: 'once', n: 2 },
  };
  const pass = { percent: 60, counts: 'best' as const, counted: 85, attempts: 1, left: 2 };
  return {
    done,
    'done, all of it right': {
      ...done,
      ...{ firstRight: 7, right: 7, percent: 100, sureAndWrong: [] },
      lessons: done.lessons.map((lesson) => ({ ...lesson, again: false })),
    },
    'done, without questions that count': { ...done, ...{ outOf: 0, right: 0, firstRight: 0, sureAndWrong: [] } },
    'done, none of it right at first': { ...done, firstRight: 0 },
    passed: { ...done, outcome: 'passed', pass },
    failed: {
      ...{ ...done, outcome: 'failed', right: 3, percent: 42, next: { is: 'retry', n: 3 } },
      pass: { ...pass, counted: 57, attempts: 2, left: 1 },
    },
    'failed, as often as one likes': {
      ...{ ...done, outcome: 'failed', right: 3, percent: 42, next: { is: 'retry', n: 3 } },
      pass: { ...pass, counts: 'last', counted: 42, attempts: 2, left: null },
    },
    'failed, no attempt left': {
      ...{ ...done, outcome: 'failed', right: 3, percent: 42, next: null },
      pass: { ...pass, counted: 42, attempts: 3, left: 0 },
      askNames: ['Sørine Dahl', 'Anders Møllevang'],
    },
    'failed, longest texts': {
      ...{ ...done, outcome: 'failed', next: { is: 'retry', n: 10 }, course: { title: TITLE } },
      pass: { ...pass, counted: 42, attempts: 9, left: 1 },
      lessons: Array.from({ length: 39 }, (_, at) => ({ key: long('k', 60), title: `${at} ${TITLE}`, again: true })),
      sureAndWrong: Array.from({ length: 30 }, () => PROMPT),
    },
  };
}

function lists(w: W): Record<string, CourseListView> {
  const da = isDanish(w);
  const course = (at: number, danish: string, english: string, state: CourseListView['courses'][number]['state']) => ({
    key: `course-${at}`,
    title: da ? danish : english,
    about: da ? 'Hvorfor vi arbejder sammen, og hvad det giver.' : 'Why we work together, and what it gives.',
    takes: 20,
    leaders: at === 4,
    state,
  });
  return {
    'five courses': {
      today: '2026-12-01',
      courses: [
        course(0, 'Hele mennesket, én tråd', 'The whole person, one thread', { is: 'running', at: 3, of: 14 }),
        course(1, 'Mødet med borgeren', 'Meeting the citizen', { is: 'done', on: '2026-11-20' }),
        course(2, 'Mandat og mødepligt', 'Mandate and attendance', { is: 'passed', on: '2025-11-20' }),
        course(3, 'Beslutninger', 'Decisions', { is: 'failed' }),
        course(4, 'Ledelse på tværs', 'Leading across', { is: 'new' }),
      ],
    },
    none: { today: '2026-12-01', courses: [] },
    'longest texts': {
      today: '2026-12-01',
      courses: Array.from({ length: 40 }, (_, at) => ({
        ...{ key: `${at}${long('k', 58)}`, title: TITLE, about: long('Om', 300), takes: 180, leaders: true },
        state: { is: 'running' as const, at: 1_000, of: 1_240 },
      })),
    },
  };
}

/** Courses: the list, every page of the player, and the result. */
export const courseSamples: readonly Sample[] = [
  ...samplesOf('course-list', courseListCard, lists),
  ...samplesOf('course', playerCard, (w) => ({ ...pages(w), ...longest(w) })),
  ...samplesOf('course-result', resultCard, results),
];
