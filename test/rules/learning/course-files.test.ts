import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readCourses } from '../../../bot/learning/read-courses';

const COURSES = path.resolve('test/support/courses');
const BANK = 'da/the-duty.questions.md';
const LAST = 'da/last.questions.md';
const LESSON = 'da/everybody-comes.md';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'rod-traad-courses-'));
  cpSync(COURSES, folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));

type Edit = readonly [file: string, from: string, to: string];

function edit([file, from, to]: Edit): void {
  const whole = path.join(folder, 'all-kinds', file);
  const text = readFileSync(whole, 'utf8');
  expect(text).toContain(from);
  writeFileSync(
    whole,
    text.replace(from, () => to),
  );
}

/** What reading the folder complains of, each fault without the folder. */
function complaints(): string[] {
  try {
    readCourses(folder);
    return [];
  } catch (error) {
    const [first, ...faults] = (error as Error).message.split('\n');
    expect(first).toBe('The courses cannot be used:');
    return faults.map((fault) => fault.trim().replaceAll(`${folder}/all-kinds/`, '').replaceAll(`${folder}/`, ''));
  }
}

/** The same change in both languages, so that only the change itself is wrong. */
const inBoth = (file: string, from: string, to: string): Edit[] =>
  ['da', 'en'].map((language): Edit => [file.replace(/^da/, language), from, to]);

describe('the course with every kind of question', () => {
  const course = readCourses(COURSES).get('all-kinds');
  const questions = course?.steps.flatMap((step) => (step.is === 'questions' ? step.questions : []));

  test('has each kind once, in the order of the files', () => {
    expect(questions?.map(({ key, kind }) => `${key}: ${kind}`)).toEqual([
      'whose-duty: one',
      'what-a-colleague-needs: several',
      'may-stay-away: true-false',
      'word-and-meaning: pairs',
      'what-first: order',
      'how-many-reminders: number',
      'the-word: blank',
      'my-own-way: reflection',
      'two-meetings: dilemma',
    ]);
  });

  test('joins the languages, each feedback with its option', () => {
    expect(questions?.[0]).toEqual({
      key: 'whose-duty',
      kind: 'one',
      sure: true,
      prompt: { da: 'Hvem har mødepligt til teammødet?', en: 'Who has a duty to attend the team meeting?' },
      options: [
        {
          text: { da: 'Afdelingen', en: 'The department' },
          right: true,
          feedback: {
            da: 'Ja. Afdelingen kommer, og helst dig, der kender borgeren.',
            en: 'Yes. The department comes, and best of all you who know the citizen.',
          },
        },
        {
          text: { da: 'Kun tovholderen', en: 'The case lead alone' },
          right: false,
          feedback: {
            da: 'Tovholderen kalder sammen. Pligten gælder hver afdeling, der er inviteret.',
            en: 'The case lead calls the meeting. The duty is that of each department invited.',
          },
        },
        {
          text: { da: 'Borgeren', en: 'The citizen' },
          right: false,
          feedback: {
            da: 'Borgeren er med, fordi det handler om dem. De har ingen pligt.',
            en: 'The citizen is there because it is about them. They have no duty.',
          },
        },
      ],
    });
    expect(questions?.[3]).toMatchObject({
      pairs: [
        { left: { da: 'mandat', en: 'mandate' }, right: { da: 'det, du må beslutte', en: 'what you may decide' } },
        { left: { da: 'mødepligt', en: 'duty to attend' } },
        { left: { da: 'tovholder', en: 'case lead' } },
      ],
      right: {
        da: 'Ja. De tre ord går igen på alle invitationer.',
        en: 'Yes. You meet these three on every invitation.',
      },
    });
    expect(questions?.[5]).toMatchObject({ answer: 2, tolerance: 0, unit: { da: 'gange', en: 'times' } });
    expect(questions?.[6]).toMatchObject({ answers: { da: ['mandat', 'et mandat'], en: ['mandate', 'a mandate'] } });
  });

  test('keeps the lesson as Markdown, each paragraph on one line', () => {
    edit([LESSON, 'fordi du ved noget, som', 'fordi du ved noget,\nsom']);
    expect(readCourses(folder).get('all-kinds')?.steps[0]).toMatchObject({
      is: 'lesson',
      key: 'everybody-comes',
      title: { da: 'Alle kommer' },
      source: { en: 'An exercise of the house on the duty to attend' },
      body: {
        da: [
          'Du er inviteret, fordi du ved noget, som ingen andre ved. Derfor er der **mødepligt**.',
          'Kommer en afdeling ikke, sker der tre ting:',
          '- Borgeren må fortælle det hele igen.\n- Teamet kan ikke beslutte noget.\n- Der går uger, før alle kan mødes igen.',
          'Pligten er *afdelingens*. Du er den, der kender borgeren, så helst dig.',
        ].join('\n\n'),
      },
    });
  });

  test('may be written with the line ends of Windows and a mark of byte order', () => {
    for (const file of [BANK, LESSON, 'course.yaml']) {
      const whole = path.join(folder, 'all-kinds', file);
      writeFileSync(whole, `\uFEFF${readFileSync(whole, 'utf8').replaceAll('\n', '\r\n')}`);
    }
    expect(complaints()).toEqual([]);
    expect(readCourses(folder)).toEqual(readCourses(COURSES));
  });
});

const HOLE = [
  '## one-more\nkind: reflection\n\nHvad nu?\n\n> Godt.\n',
  '## one-more\nkind: reflection\n\nWhat now?\n\n> Good.\n',
] as const;

test.each<{ what: string; edits: readonly Edit[]; faults: readonly string[] }>([
  // course.yaml
  {
    what: 'an unknown field',
    edits: [['course.yaml', 'takes: 15', 'takes: 15\nlevel: 2']],
    faults: ['course.yaml:6:1 level: is not a known field'],
  },
  {
    what: 'a title in one language',
    edits: [['course.yaml', ', en: The duty to attend }', ' }']],
    faults: ['course.yaml:1:1 title.en: is missing'],
  },
  {
    what: 'a step that is two things',
    edits: [['course.yaml', '- lesson: when-hindered', '- { lesson: when-hindered, questions: last }']],
    faults: ['course.yaml:8:5 steps.1: is one thing: lesson: and its name, or questions: and the name of the bank'],
  },
  {
    what: 'a lesson that stands twice',
    edits: [['course.yaml', 'lesson: when-hindered', 'lesson: everybody-comes']],
    faults: ['course.yaml:8:5 steps.1.lesson: "everybody-comes" is step 1 already'],
  },
  {
    what: 'more drawn than there is',
    edits: [['course.yaml', 'draw: 3', 'draw: 9']],
    faults: ['course.yaml:10:5 draws 9 questions of a bank that has 4: draw fewer, or write more'],
  },
  {
    what: 'a draw of a lesson',
    edits: [['course.yaml', '- lesson: when-hindered', '- { lesson: when-hindered, draw: 2 }']],
    faults: ['course.yaml:8:30 steps.1.draw: goes with questions: only'],
  },
  {
    what: 'a step without files, and files without a step',
    edits: [['course.yaml', 'lesson: when-hindered', 'lesson: when-hindred']],
    faults: [
      'course.yaml:8:5 da/when-hindred.md is missing: the Danish of this step is to be written',
      'course.yaml:8:5 en/when-hindred.md is missing: the English of this step is to be written',
      'da/when-hindered.md:1:1 no step of course.yaml plays this file: add it to the steps, or delete it',
      'en/when-hindered.md:1:1 no step of course.yaml plays this file: add it to the steps, or delete it',
    ],
  },
  // Lessons
  {
    what: 'a lesson without front matter',
    edits: [[LESSON, '---\ntitle: Alle kommer\nsource: Husets egen øvelse om mødepligt\n---\n', '']],
    faults: [
      `${LESSON}:1:1 the file begins with a line ---, then title: and source:, then a line ---, then the lesson`,
    ],
  },
  {
    what: 'a lesson without a source, and with a field of its own',
    edits: [[LESSON, 'source: Husets', 'kilde: Husets']],
    faults: [`${LESSON}:2:1 source: is missing`, `${LESSON}:3:1 kilde: is not a known field`],
  },
  {
    what: 'a heading, a link, an image, HTML, code, a forced line and a table of figures in code',
    edits: [
      [
        LESSON,
        'Du er inviteret',
        '# Hvorfor\n\nSe [siden](https://x.example) og ![billedet](x.png).\nDu er <b>inviteret</b>',
      ],
      [LESSON, 'Kommer en', 'Kald `x` ikke.  \nKommer en'],
      [LESSON, 'Pligten er', '```\nkode\n```\n\n> citat\n\n---\n\n<div>x</div>\n\nPligten er'],
    ],
    faults: [
      `${LESSON}:6:1 there is a heading: a lesson has none but its title, so begin a new lesson or write it in bold`,
      `${LESSON}:8:4 there is a link: write the name of the page or the publication instead`,
      `${LESSON}:8:34 there is an image: a card of a course shows text alone, so describe it in words`,
      `${LESSON}:9:7 there is HTML: use **bold**, *italic* and lists instead`,
      `${LESSON}:9:19 there is HTML: use **bold**, *italic* and lists instead`,
      `${LESSON}:11:6 there is code between backticks: use *italic* instead`,
      `${LESSON}:11:15 a line is broken by force: leave an empty line to begin a paragraph, or write on one line`,
      `${LESSON}:18:1 there is code: write it as plain text`,
      `${LESSON}:22:1 there is a quotation: write it as a paragraph, in “quotation marks”`,
      `${LESSON}:24:1 there is a ruler: leave it out`,
      `${LESSON}:26:1 there is HTML: use **bold**, *italic* and lists instead`,
    ],
  },
  {
    what: 'a list within a list, and a point of two paragraphs',
    edits: [
      [LESSON, '- Teamet kan ikke', '  - Og igen.\n- Teamet kan ikke'],
      [LESSON, 'beslutte noget.', 'beslutte noget.\n\n  Slet intet.\n'],
    ],
    faults: [
      `${LESSON}:11:3 there is a list within a list: make it one list`,
      `${LESSON}:14:3 a point of a list is one paragraph: write the rest below the list, without indent`,
    ],
  },
  {
    what: 'a lesson of 151 words',
    edits: [[LESSON, 'Pligten er', `${'ord '.repeat(97)}Pligten er`]],
    faults: [
      `${LESSON}:6:1 the text is 151 words, and a card holds at most 150: shorten it, or make two lessons of it`,
    ],
  },
  {
    what: 'a CPR number, told by its line alone',
    edits: [[LESSON, 'Pligten er', '010170-1234 Pligten er']],
    faults: [`${LESSON}:14:1 there is a CPR number: delete it, and write initials or a reference instead`],
  },
  // Banks: fields
  {
    what: 'a kind that there is not',
    edits: [[BANK, 'kind: one', 'kind: multi']],
    faults: [`${BANK}:2:1 kind: must be one, several, true-false, pairs, order, number, blank, reflection or dilemma`],
  },
  {
    what: 'a field of another kind',
    edits: [[BANK, 'sure: ask', 'sure: ask\nanswer: 2']],
    faults: [`${BANK}:4:1 answer: is not a known field`],
  },
  {
    what: 'no empty line below the fields',
    edits: [[BANK, 'sure: ask\n\n', 'sure: ask\n']],
    faults: [`${BANK}:4:1 this is not a field: leave an empty line between the fields and the question`],
  },
  {
    what: 'a question without fields, and one with nothing',
    edits: [
      [BANK, 'kind: several\n\n', ''],
      [BANK, '## whose-duty\nkind: one\nsure: ask', '## empty\n\n## whose-duty\nkind: one\nsure: ask'],
    ],
    faults: [
      `${BANK}:1:1 the question has no fields: write kind: one, or another kind, on the line below`,
      `${BANK}:1:1 the question "empty" is not there in English: write it in en/the-duty.questions.md too`,
      `${BANK}:17:1 the lines right below a question’s key are fields: begin with kind: one, or another kind`,
    ],
  },
  {
    what: 'a number that is none, with a tolerance below nothing',
    edits: [
      [LAST, 'answer: 2\n', 'answer: 2,5\n'],
      [LAST, 'tolerance: 0', 'tolerance: -1'],
    ],
    faults: [`${LAST}:3:1 answer: must be a number with a point, such as 16 or 2.5`],
  },
  {
    what: 'a tolerance below nothing',
    edits: [[LAST, 'tolerance: 0', 'tolerance: -1']],
    faults: [`${LAST}:1:1 tolerance must be 0 or more`],
  },
  {
    what: 'true-false in Danish words',
    edits: [[BANK, 'answer: false', 'answer: nej']],
    faults: [`${BANK}:28:1 answer: must be true or false`],
  },
  {
    what: 'how sure one is of a reflection',
    edits: [[LAST, 'kind: reflection', 'kind: reflection\nsure: ask']],
    faults: [`${LAST}:23:1 sure: is not a known field`],
  },
  // Banks: what is asked and answered
  {
    what: 'a key with capitals, and one that stands twice',
    edits: [
      [BANK, '## whose-duty', '## Whose duty'],
      [LAST, '## the-word', '## how-many-reminders'],
    ],
    faults: [
      `${LAST}:12:1 the question "how-many-reminders" stands on line 1 already: give it another key`,
      `${BANK}:1:1 "Whose duty" must be small letters, digits and hyphens, beginning with a letter: ## whose-duty`,
      `${BANK}:1:1 the question "Whose duty" is not there in English: write it in en/the-duty.questions.md too`,
      'en/last.questions.md:12:1 the question "the-word" is not there in Danish: write it in da/last.questions.md too',
      'en/the-duty.questions.md:1:1 the question "whose-duty" is not there in Danish: write it in da/the-duty.questions.md too',
    ],
  },
  {
    what: 'a question that asks nothing',
    edits: [[BANK, 'Hvem har mødepligt til teammødet?\n\n', '']],
    faults: [`${BANK}:1:1 the question asks nothing: write it below the fields, after an empty line`],
  },
  {
    what: 'an option without feedback, one without a mark, and two that read the same',
    edits: [
      [BANK, '  > Ja. Afdelingen kommer, og helst dig, der kender borgeren.\n', ''],
      [BANK, '- [ ] Kun tovholderen', '- Kun tovholderen'],
      [BANK, '- [x] Hvad de må beslutte', '- [x] hvad borgeren ønsker'],
    ],
    faults: [
      `${BANK}:7:1 there is no feedback: write it on the next line, indented by two spaces, with > in front`,
      `${BANK}:8:1 an option begins with [x] where it is right, [ ] where it is not, and then its text`,
      `${BANK}:20:1 "hvad borgeren ønsker" stands on line 18 already: each must be another`,
    ],
  },
  {
    what: 'two right ones of one',
    edits: inBoth(BANK, '- [ ] ', '- [x] '),
    faults: [
      `${BANK}:1:1 one option is right, marked [x], and there are 2: with more, write kind: several`,
      'en/the-duty.questions.md:1:1 one option is right, marked [x], and there are 2: with more, write kind: several',
    ],
  },
  {
    what: 'feedback that is not indented',
    edits: [[BANK, '  > Borgeren er med', '\n> Borgeren er med']],
    faults: [
      `${BANK}:11:1 there is no feedback: write it on the next line, indented by two spaces, with > in front`,
      `${BANK}:13:1 feedback stands below the option it is about: indent it by two spaces`,
    ],
  },
  {
    what: 'nothing said when it is wrong, and something said without a mark',
    edits: [
      [BANK, '> [ ] Et referat kan ikke', '> Et referat kan ikke'],
      [BANK, '> [x] Ja. De tre', '\n> Ja. De tre'],
    ],
    faults: [
      `${BANK}:26:1 nothing is said when it is wrong: write > [ ] and what it is, last in the question`,
      `${BANK}:35:1 nothing is said when it is right: write > [x] and what it is, last in the question`,
      `${BANK}:45:1 begin with [x] for what is said when it is right, [ ] when it is not`,
    ],
  },
  {
    what: 'a pair without =, and one with two',
    edits: [
      [BANK, 'mandat = det', 'mandat: det'],
      [BANK, 'mødepligt = afdelingen', 'mødepligt = pligt = afdelingen'],
    ],
    faults: [
      `${BANK}:40:1 a pair is two texts with one = between them: - left = right`,
      `${BANK}:41:1 a pair is two texts with one = between them: - left = right`,
    ],
  },
  {
    what: 'an order without numbers, and a list where there is none',
    edits: [
      [BANK, '1. Ringer til en kollega\n2. Fortæller, hvad borgeren ønsker\n3. Svarer', '- Ringer\n- Svarer'],
      [LAST, 'Hvem kan komme i dit sted, og', 'Tænk over:\n\n- Hvem?\n\nHvem kan komme i dit sted, og'],
    ],
    faults: [
      `${LAST}:26:1 kind: reflection has no list: write it as paragraphs, or choose another kind`,
      `${LAST}:28:1 this stands below the answers: move it above them, or put > in front where it is said afterwards`,
      `${BANK}:52:1 this is the other sort of list: write 1. first, 2. second, in the right order`,
    ],
  },
  {
    what: 'a blank with no gap, and with two',
    edits: [
      [LAST, 'kalder vi dit ____.', 'kalder vi dit.'],
      ['en/last.questions.md', 'called your ____.', 'called your ____ or ____.'],
    ],
    faults: [
      `${LAST}:16:1 there must be one gap, ____ (four underscores), and there are 0`,
      'en/last.questions.md:16:1 there must be one gap, ____ (four underscores), and there are 2',
    ],
  },
  {
    what: 'a dilemma with a right choice, and nothing said afterwards',
    edits: [
      [LAST, '- Jeg tager det ene', '- [x] Jeg tager det ene'],
      [LAST, '> Tal med teamet om, hvem der kan dække for hvem, før det sker næste gang.\n', ''],
    ],
    faults: [
      `${LAST}:28:1 nothing is said afterwards: write > and what it is, last in the question`,
      `${LAST}:33:1 no choice of a dilemma is right or wrong: take the [x] or [ ] away`,
    ],
  },
  {
    what: 'texts longer than a card holds',
    edits: [
      [BANK, '- [x] Afdelingen', `- [x] ${'a'.repeat(161)}`],
      [BANK, '> [x] Nej, for', `> [x] ${'b'.repeat(401)}, for`],
      [BANK, '1. Ringer til en kollega', `1. ${'c'.repeat(161)}`],
    ],
    faults: [
      `${BANK}:7:1 text must be at most 160 characters`,
      `${BANK}:32:1 right must be at most 400 characters`,
      `${BANK}:52:1 items must be at most 160 characters`,
    ],
  },
  {
    what: 'one option alone',
    edits: [BANK, 'en/the-duty.questions.md'].map((file): Edit => {
      const text = readFileSync(path.join(COURSES, 'all-kinds', file), 'utf8');
      const from = text.slice(text.indexOf('- [ ] '), text.indexOf('\n## what-a'));
      return [file, from, ''];
    }),
    faults: [
      `${BANK}:1:1 options must be at least 2 options`,
      'en/the-duty.questions.md:1:1 options must be at least 2 options',
    ],
  },
  {
    what: 'text above the first question, and a heading of another size',
    edits: [
      [BANK, '## whose-duty', 'Her kommer de.\n\n## whose-duty'],
      [BANK, '## may-stay-away', '### Del 2\n\n## may-stay-away'],
    ],
    faults: [
      `${BANK}:1:1 this stands above the first question: begin a question with ## and its key`,
      `${BANK}:28:1 there is a heading: a bank has none but ## and the key of a question`,
    ],
  },
  {
    what: 'a link in feedback, and a table of two lists',
    edits: [
      [BANK, 'Nej. Kun det', 'Nej, se [her](x). Kun det'],
      [BANK, '- mødepligt =', '* mødepligt ='],
    ],
    faults: [
      `${BANK}:24:13 there is a link: write the name of the page or the publication instead`,
      `${BANK}:41:1 there is a second list: a question has one, with the same mark on each line`,
      `${BANK}:42:1 there is a second list: a question has one, with the same mark on each line`,
    ],
  },
  // Agreement of the languages
  {
    what: 'a question in Danish alone',
    edits: [[LAST, '## my-own-way', `${HOLE[0]}\n## my-own-way`]],
    faults: [`${LAST}:21:1 the question "one-more" is not there in English: write it in en/last.questions.md too`],
  },
  {
    what: 'questions in another order',
    edits: [
      [LAST, '## my-own-way', `${HOLE[0]}\n## my-own-way`],
      ['en/last.questions.md', '## two-meetings', `${HOLE[1]}\n## two-meetings`],
    ],
    faults: [
      `en/last.questions.md:21:1 here stands "my-own-way", where Danish has "one-more" (${LAST}:21): put them in one order`,
    ],
  },
  {
    what: 'another kind, another right option, another number of options, another answer',
    edits: [
      ['en/the-duty.questions.md', 'kind: several', 'kind: one'],
      ['en/the-duty.questions.md', '- [x] What they may', '- [ ] What they may'],
      ['en/the-duty.questions.md', '- [x] The department', '- [ ] The department'],
      ['en/the-duty.questions.md', '- [ ] The citizen\n', '- [x] The citizen\n'],
      ['en/the-duty.questions.md', 'answer: false', 'answer: true'],
      ['en/the-duty.questions.md', '- case lead = whoever holds the thread\n', ''],
      ['en/last.questions.md', 'answer: 2', 'answer: 3'],
    ],
    faults: [
      `en/last.questions.md:1:1 the answer to "how-many-reminders" is 3 here and 2 in Danish (${LAST}:1): make them agree`,
      `en/the-duty.questions.md:7:1 option 1 of "whose-duty" is wrong here and right in Danish (${BANK}:7): make them agree`,
      `en/the-duty.questions.md:14:1 "what-a-colleague-needs" is one here and several in Danish (${BANK}:14): make them agree`,
      `en/the-duty.questions.md:26:1 the answer to "may-stay-away" is true here and false in Danish (${BANK}:26): make them agree`,
      `en/the-duty.questions.md:35:1 "word-and-meaning" has 2 pairs here and 3 in Danish (${BANK}:35): make them agree`,
    ],
  },
  {
    what: 'sure in one language, a unit in one language',
    edits: [
      ['en/the-duty.questions.md', 'sure: ask\n', ''],
      ['en/last.questions.md', 'unit: times\n', ''],
    ],
    faults: [
      `en/last.questions.md:1:1 "how-many-reminders" has a unit in Danish alone (${LAST}:1): make them agree`,
      `en/the-duty.questions.md:1:1 "whose-duty" asks how sure one is in Danish alone (${BANK}:1): make them agree`,
    ],
  },
  {
    what: 'the same key in two banks of the course',
    edits: inBoth(LAST, '## the-word', '## whose-duty'),
    faults: [`${LAST}:12:1 the bank "the-duty" of this course has a question "whose-duty" too: give it another key`],
  },
])('a course with $what is refused, each fault at its place', ({ edits, faults }) => {
  for (const one of edits) edit(one);
  expect(complaints()).toEqual(faults);
});

test('an exam in which nothing can be wrong is refused at its place', () => {
  edit(['course.yaml', '  - questions: the-duty\n', '']);
  for (const language of ['da', 'en']) {
    const file = path.join(folder, 'all-kinds', language, 'last.questions.md');
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.slice(text.indexOf('## my-own-way')));
    rmSync(path.join(folder, 'all-kinds', language, 'the-duty.questions.md'));
  }
  edit(['course.yaml', 'draw: 3', 'draw: 1']);
  expect(complaints()).toEqual([
    'course.yaml:10:1 pass: no question of the course can be right or wrong, so nobody can pass: leave pass out',
  ]);
});

test('a folder without course.yaml, a name with capitals, and a file that is not UTF-8', () => {
  const other = path.join(folder, 'Uden Fil');
  cpSync(path.join(folder, 'all-kinds', 'da'), path.join(other, 'da'), { recursive: true });
  writeFileSync(path.join(folder, 'all-kinds', LESSON), Buffer.from('---\ntitle: P\xe5\n---\n', 'latin1'));
  expect(complaints()).toEqual([
    `${LESSON}:1:1 the file is not UTF-8: save it as UTF-8, so that æ, ø and å can be read`,
    'Uden Fil:1:1 the name of a course’s folder is small letters, digits and hyphens, beginning with a letter',
    'Uden Fil/course.yaml:1:1 there is no course.yaml: write it, or move the folder away',
  ]);
});

test('the house’s own courses stand in the order in which a new colleague meets them', () => {
  expect([...readCourses('content/courses').keys()]).toEqual([
    'one-thread',
    'meeting-the-citizen',
    'lead-and-mandate',
    'deciding-together',
    'transitions',
    'shared-goal',
    'relational-coordination',
    'leading-across',
  ]);
});
