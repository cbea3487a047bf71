import { type Course, type CourseQuestion, type Courses, courseSchema, LONGEST } from '../../bot/learning/course';

const both = (da: string, en: string) => ({ da, en });
const said = (what: string) => both(`Derfor: ${what}.`, `Because: ${what}.`);

/** One question of every kind. What is right, and what is said of it, begins with a word that no other text has. */
export const QUESTIONS = {
  one: {
    key: 'one',
    kind: 'one',
    prompt: both('Hvem sidder altid med ved bordet?', 'Who always sits at the table?'),
    options: [
      { text: both('Borgeren', 'The citizen'), right: true, feedback: said('borgeren er med hver gang') },
      { text: both('Direktøren', 'The director'), right: false, feedback: said('direktøren er sjældent med') },
      { text: both('Pressen', 'The press'), right: false, feedback: said('pressen er aldrig med') },
    ],
    sure: true,
  },
  several: {
    key: 'several',
    kind: 'several',
    prompt: both('Hvem kan være i teamet?', 'Who can be in the team?'),
    options: [
      { text: both('En læge', 'A doctor'), right: true, feedback: said('en læge giver råd') },
      { text: both('En lærer', 'A teacher'), right: true, feedback: said('en lærer kender skolen') },
      { text: both('En nabo', 'A neighbour'), right: false, feedback: said('en nabo er ikke med af sig selv') },
      { text: both('En journalist', 'A journalist'), right: false, feedback: said('en journalist skal ikke med') },
    ],
  },
  'true-false': {
    key: 'true-false',
    kind: 'true-false',
    prompt: both('Der er mødepligt til teammødet.', 'Attendance at the team meeting is a duty.'),
    answer: true,
    right: said('sandt, der er mødepligt'),
    wrong: said('jo, der er mødepligt'),
    sure: true,
  },
  pairs: {
    key: 'pairs',
    kind: 'pairs',
    prompt: both('Hvem gør hvad?', 'Who does what?'),
    pairs: [
      { left: both('Tovholder', 'Lead'), right: both('indkalder', 'calls') },
      { left: both('Leder', 'Manager'), right: both('skriver mandat', 'writes the mandate') },
      { left: both('Referent', 'Note-taker'), right: both('skriver ned', 'writes down') },
    ],
    right: said('parrene passer'),
    wrong: said('parrene er anderledes'),
  },
  order: {
    key: 'order',
    kind: 'order',
    prompt: both('Sæt mødet i rækkefølge.', 'Put the meeting in order.'),
    items: [
      both('Borgeren fortæller', 'The citizen speaks'),
      both('Vi taler sammen', 'We talk'),
      both('Vi aftaler', 'We agree'),
      both('Vi finder næste dato', 'We find the next date'),
    ],
    right: said('rækkefølgen passer'),
    wrong: said('rækkefølgen er en anden'),
  },
  number: {
    key: 'number',
    kind: 'number',
    prompt: both('Hvor mange teammøder er der mindst om året?', 'How many team meetings are there a year at least?'),
    answer: 4.5,
    tolerance: 0.5,
    unit: both('møder', 'meetings'),
    right: said('tallet passer'),
    wrong: said('tallet er et andet'),
  },
  blank: {
    key: 'blank',
    kind: 'blank',
    prompt: both('Den, der indkalder, hedder ____.', 'Whoever calls the meeting is the ____.'),
    answers: { da: ['tovholder', 'tovholderen'], en: ['lead', 'case lead'] },
    right: said('ordet passer'),
    wrong: said('ordet er et andet'),
  },
  reflection: {
    key: 'reflection',
    kind: 'reflection',
    prompt: both('Hvad vil du gøre anderledes i morgen?', 'What will you do differently tomorrow?'),
    after: said('tanken er din'),
  },
  dilemma: {
    key: 'dilemma',
    kind: 'dilemma',
    prompt: both('To afdelinger vil hver sit. Hvad gør du?', 'Two departments want different things. What do you do?'),
    options: [
      { text: both('Jeg kalder dem sammen', 'I call them together'), feedback: said('sammen tager tid') },
      { text: both('Jeg vælger selv', 'I choose myself'), feedback: said('alene går hurtigt') },
    ],
    after: said('begge dele kan forsvares'),
  },
} as const;

const lesson = (key: string, da: string, en: string) => ({
  is: 'lesson' as const,
  key,
  title: both(da, en),
  body: both(
    `**${da}** er én tanke.\n\nDen har to afsnit:\n\n- et om nu\n- et om bagefter`,
    `**${en}** is one thought.\n\nIt has two paragraphs:\n\n- one about now\n- one about later`,
  ),
  source: both('Trådhuset, side 4', 'The thread house, page 4'),
});

const { one, several, pairs, order, number, blank, reflection, dilemma } = QUESTIONS;
const trueFalse = QUESTIONS['true-false'];

/** No exam: two lessons with three questions, one with the rest. */
export const INTRODUCTION = course('intro', {
  title: both('Hele mennesket', 'The whole person'),
  about: both('Hvorfor vi arbejder sammen.', 'Why we work together.'),
  takes: 20,
  steps: [
    lesson('together', 'Sammen', 'Together'),
    lesson('table', 'Ved bordet', 'At the table'),
    { is: 'questions', key: 'first', questions: [one, several, trueFalse] },
    lesson('after', 'Bagefter', 'Afterwards'),
    { is: 'questions', key: 'second', questions: [pairs, order, number, blank, reflection, dilemma] },
  ],
});

/** Passed with half of two drawn questions, in two attempts. */
export const EXAM = course('exam', {
  title: both('Mandat og mødepligt', 'Mandate and attendance'),
  about: both('Hvad du kan love på et møde.', 'What you can promise at a meeting.'),
  takes: 10,
  pass: { percent: 60, attempts: 2 },
  steps: [
    lesson('mandate', 'Mandat', 'Mandate'),
    { is: 'questions', key: 'bank', draw: 2, questions: [one, trueFalse, number] },
  ],
});

/** For leaders. */
export const FOR_LEADERS = course('leaders', {
  title: both('Ledelse på tværs', 'Leading across'),
  about: both('Syv budskaber.', 'Seven messages.'),
  takes: 30,
  for: 'leaders',
  steps: [lesson('across', 'På tværs', 'Across'), { is: 'questions', key: 'only', questions: [reflection] }],
});

export const COURSES: Courses = new Map([INTRODUCTION, EXAM, FOR_LEADERS].map((one) => [one.key, one]));

/** @throws when it is no course */
export function course(key: string, content: unknown): Course {
  return { key, ...courseSchema.parse(content) };
}

const long = (mark: string, most: number) => {
  const text = `${mark} »På tværs« med “ord” og "anførsel" \\ i én lang sætning om æ, ø og å, `.repeat(60);
  return both(`${text.slice(0, most - 1)}.`, `${text.slice(0, most - 1)}!`);
};

/** Each kind with as many options as it takes, every text as long as it may be. */
export function longest(): readonly CourseQuestion[] {
  const prompt = long('Q', LONGEST.prompt);
  const feedback = (n: number) => long(`F${n}`, LONGEST.feedback);
  const option = (n: number) => long(`O${n}`, LONGEST.option);
  const verdict = { right: feedback(8), wrong: feedback(9) };
  const six = [0, 1, 2, 3, 4, 5];
  const five = [0, 1, 2, 3, 4];
  const parsed = courseSchema.parse({
    title: long('T', LONGEST.title),
    about: long('A', LONGEST.about),
    takes: 180,
    steps: [
      lesson('x', 'X', 'X'),
      {
        is: 'questions',
        key: 'all',
        questions: [
          {
            key: 'one',
            kind: 'one',
            prompt,
            sure: true,
            options: six.map((n) => ({ text: option(n), right: n === 5, feedback: feedback(n) })),
          },
          {
            key: 'several',
            kind: 'several',
            prompt,
            sure: true,
            options: six.map((n) => ({ text: option(n), right: n < 5, feedback: feedback(n) })),
          },
          { key: 'true-false', kind: 'true-false', prompt, sure: true, answer: false, ...verdict },
          {
            key: 'pairs',
            kind: 'pairs',
            prompt,
            sure: true,
            pairs: five.map((n) => ({ left: option(n), right: long(`R${n}`, LONGEST.option) })),
            ...verdict,
          },
          { key: 'order', kind: 'order', prompt, sure: true, items: five.map(option), ...verdict },
          {
            key: 'number',
            kind: 'number',
            prompt,
            sure: true,
            answer: 1234.5,
            tolerance: 0.25,
            unit: long('U', LONGEST.unit),
            ...verdict,
          },
          {
            key: 'blank',
            kind: 'blank',
            prompt,
            sure: true,
            answers: { da: [option(0).da], en: [option(0).en] },
            ...verdict,
          },
          { key: 'reflection', kind: 'reflection', prompt, sure: true, after: feedback(7) },
          {
            key: 'dilemma',
            kind: 'dilemma',
            prompt,
            sure: true,
            options: five.map((n) => ({ text: option(n), feedback: feedback(n) })),
            after: feedback(7),
          },
        ],
      },
    ],
  });
  return parsed.steps.flatMap((step) => (step.is === 'questions' ? step.questions : []));
}
