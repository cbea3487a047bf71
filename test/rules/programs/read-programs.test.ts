import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readCourses } from '../../../bot/learning/read-courses';
import { programFor } from '../../../bot/programs/begin-program';
import { contentOf, frozenProgram, readPrograms, stepsOf } from '../../../bot/programs/read-programs';

const HOUSE = path.resolve('content/programs');
const COURSES = new Set([
  'one-thread',
  'meeting-the-citizen',
  'lead-and-mandate',
  'deciding-together',
  'transitions',
  'shared-goal',
  'relational-coordination',
  'leading-across',
]);
const DEFAULT = readFileSync(path.join(HOUSE, 'hjoerring.yaml'), 'utf8');
const LEADERS = readFileSync(path.join(HOUSE, 'leaders.yaml'), 'utf8');

function reading(files: Readonly<Record<string, string>>, courses: ReadonlySet<string> | undefined = COURSES) {
  const folder = mkdtempSync(path.join(tmpdir(), 'rod-traad-programs-'));
  try {
    for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
    return readPrograms(folder, courses);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('the programmes of the house', () => {
  const programs = readPrograms(HOUSE, COURSES);

  test('call every course what it calls itself', () => {
    const courses = readCourses(path.resolve('content/courses'));
    const steps = [...programs.values()].flatMap(stepsOf).filter((one) => one.kind === 'course');
    expect(steps.length).toBeGreaterThan(0);
    for (const { settles, title } of steps) {
      if (typeof settles !== 'object') throw new Error('A course is settled by itself');
      const course = courses.get(settles.course)?.title;
      expect(title).toEqual({ da: `Kursus: ${course?.da}`, en: `Course: ${course?.en}` });
    }
  });

  test('are Hjørring’s five elements over four to six months, and the year after', () => {
    const found = programs.get('hjoerring');
    expect(found?.parts.map((one) => one.key)).toEqual([
      'introduction',
      'own-unit',
      'class',
      'dialogue',
      'relational',
      'year',
    ]);
    const spans = Object.fromEntries(
      stepsOf(found ?? { parts: [] }).map((one) => [one.key, `${one.opens} ${one.due}`]),
    );
    expect(spans).toMatchObject({
      'one-thread': '0d 14d',
      'meeting-the-citizen': '0d 14d',
      'lead-and-mandate': '0d 14d',
      class: '2m 5m',
      supervision: '2w 4w',
      'half-year-talk': '5m 6m',
      'year-supervision': '12m 13m',
    });
  });

  test.each([
    ['a caseworker', { departmentKind: 'social', profession: 'socialrådgiver', leads: false }, 'hjoerring'],
    ['a manager', { departmentKind: 'social', profession: null, leads: true }, 'leaders'],
  ])('%s', (_, traits, key) => {
    expect(programFor(programs, traits)?.key).toBe(key);
  });

  test('come back as they were frozen', () => {
    for (const program of programs.values())
      expect(frozenProgram(program.key, JSON.parse(JSON.stringify(contentOf(program))))).toEqual(program);
  });
});

describe('a fault in a programme is told with its place', () => {
  const change = (from: string, to: string) => {
    if (!DEFAULT.includes(from)) throw new Error(`The programme does not hold "${from}"`);
    return { 'own.yaml': DEFAULT.replace(from, to) };
  };
  test.each([
    [
      'a course that does not exist',
      change('course: one-thread', 'course: one-tread'),
      /own\.yaml:\d+:9 parts\.0\.steps\.0\.settles: there is no course "one-tread"; there are deciding-together/,
    ],
    [
      'a span that is none',
      change('due: 14d', 'due: 14 days'),
      /own\.yaml:\d+:9 parts\.0\.steps\.0\.due: must be a span such as 0d/,
    ],
    [
      'an unknown owner',
      change('owner: manager', 'owner: boss'),
      /parts\.1\.steps\.0\.owner: must be one of learner, manager/,
    ],
    [
      'due before it opens',
      change('opens: 3w\n        due: 6w', 'opens: 6w\n        due: 3w'),
      /own\.yaml:\d+:9 parts\.1\.steps\.1\.due: must not be before it opens/,
    ],
    [
      'two steps of one key',
      change('key: meeting-the-citizen\n', 'key: one-thread\n'),
      /parts\.0\.steps\.1\.key: is the key of another step/,
    ],
    [
      'a step after one that is not there',
      change('after: class', 'after: clas'),
      /after: must be the key of a step that stands before this one/,
    ],
    [
      'a course that is attended',
      change('settles: { course: one-thread }', 'settles: attended'),
      /settles: a course is settled by course:/,
    ],
    [
      'a class that somebody says is done',
      change('settles: attended', 'settles: said'),
      /settles: attended goes with class, dialogue-meeting/,
    ],
    [
      'no introduction',
      change('    introduction: true\n', ''),
      /parts: must have one part with introduction: true, and has none/,
    ],
    [
      'a field that is not known',
      change('name:', 'title: { da: A, en: A }\nname:'),
      /own\.yaml:\d+:1 title: is not a known field/,
    ],
    [
      'one language missing',
      change(
        'name: { da: Onboarding i helhedsorienterede indsatser, en: Onboarding in working across departments }',
        'name: { da: Onboarding }',
      ),
      /own\.yaml:\d+:1 name\.en: is missing|own\.yaml:\d+:\d+ name\.en: is missing/,
    ],
    [
      'two that are for everybody',
      { 'one.yaml': DEFAULT, 'two.yaml': DEFAULT },
      /two\.yaml:\d+:1 the file: the programme one is for everybody already/,
    ],
    [
      'two that fit equally closely',
      { 'a.yaml': DEFAULT, 'b.yaml': LEADERS, 'c.yaml': LEADERS },
      /c\.yaml:\d+:1 for: fits somebody as closely as the programme b does/,
    ],
    ['none for everybody', { 'b.yaml': LEADERS }, /no programme is for everybody: one file must leave out "for"/],
    ['a CPR number', { 'own.yaml': `# 010190-1234\n${DEFAULT}` }, /own\.yaml:1:1 there is a CPR number/],
  ])('%s', (_, files, says) => {
    expect(() => reading(files)).toThrow(says);
  });

  test('every one of them at once', () => {
    const two = DEFAULT.replace('course: one-thread', 'course: x-y').replace('after: class', 'after: clas');
    expect(() => reading({ 'own.yaml': two })).toThrow(/there is no course "x-y"[\s\S]*must be the key of a step/);
  });

  test('courses are not looked for where nobody says which there are', () => {
    const files = change('course: one-thread', 'course: one-tread');
    const folder = mkdtempSync(path.join(tmpdir(), 'rod-traad-programs-'));
    for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
    expect(readPrograms(folder).has('own')).toBe(true);
    rmSync(folder, { recursive: true });
  });
});
