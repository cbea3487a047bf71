import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { citizenTakesPart, contentOf, frozenModel, type Model, readModels } from '../../bot/pathways/models';
import { DEPARTMENT_KINDS, MODELS } from '../../bot/people/import/organisation-file';
import { words } from '../../content/words/words';

const CONTENT = path.resolve('content/models');
const models = readModels(CONTENT);
const all = [...models.values()];

function modelOf(key: string): Model {
  const found = models.get(key);
  if (!found) throw new Error(`There is no model ${key}`);
  return found;
}

function kindOf(key: string, kind: string) {
  const found = modelOf(key).meetings.find((one) => one.kind === kind);
  if (!found) throw new Error(`${key} has no ${kind}`);
  return found;
}

describe('the eight models', () => {
  test('are those that pathways can be imported with', () => {
    expect([...models.keys()].sort()).toEqual([...MODELS].sort());
  });

  test.each([
    {
      key: 'ballerup',
      attendance: 'duty',
      citizen: 'always',
      decides: 'unanimous-then-managers',
      voluntary: true,
      rhythm: { aYear: 4, due: '3m', opens: '3w', apart: '30d' },
      plan: { da: 'Borgerens Plan' },
    },
    {
      key: 'halsnaes',
      attendance: 'invited',
      citizen: 'always',
      decides: 'agreed-with-citizen',
      lasts: '12m',
      coLead: true,
      plan: { da: 'Én plan' },
    },
    {
      key: 'tfa',
      attendance: 'invited',
      citizen: 'part',
      decides: 'professional-decides',
      professional: { department: 'employment' },
    },
    { key: 'step-up', attendance: 'invited', citizen: 'always', decides: 'agreed-with-citizen', voluntary: false },
    {
      key: 'borgerkonference',
      attendance: 'invited',
      citizen: 'not',
      decides: 'leaders-set-direction',
      leaders: 'take-part',
    },
    {
      key: 'styrket-helhed',
      attendance: 'invited',
      citizen: 'always',
      decides: 'agreed-with-citizen',
      voluntary: true,
      coLead: true,
      plan: { da: 'Én plan' },
    },
    {
      key: 'myndighedsteam',
      attendance: 'invited',
      citizen: 'always',
      decides: 'advice-process',
      leaders: 'stay-away',
    },
    {
      key: 'familieplan',
      attendance: 'invited',
      citizen: 'always',
      decides: 'agreed-with-citizen',
      plan: { da: 'Familieplanen' },
    },
  ])('$key decides and meets as its source says', ({ key, ...facts }) => {
    expect(modelOf(key)).toMatchObject(facts);
  });

  test.each([
    { key: 'ballerup', kind: 'team-meeting', facts: { countsAs: 'follow-up' }, citizenThere: true },
    { key: 'ballerup', kind: 'transition-meeting', facts: { countsAs: 'transition' }, citizenThere: true },
    {
      key: 'halsnaes',
      kind: 'kick-off',
      facts: {
        duration: 90,
        roles: ['facilitator'],
        consentAtEnd: true,
        follows: ['3m', '6m', '9m'].map((after) => ({ what: 'meeting', kind: 'mini-kick', after })),
      },
      citizenThere: true,
    },
    {
      key: 'halsnaes',
      kind: 'mini-kick',
      facts: { roles: ['facilitator'], countsAs: 'follow-up', consentAtEnd: false },
      citizenThere: true,
    },
    {
      key: 'tfa',
      kind: 'conference',
      facts: {
        duration: 60,
        roles: ['note-taker'],
        mustBeThere: ['employment'],
        follows: [{ what: 'citizen-talk', within: '14d' }],
      },
      citizenThere: false,
    },
    { key: 'tfa', kind: 'follow-up', facts: { countsAs: 'follow-up' }, citizenThere: true },
    {
      key: 'step-up',
      kind: 'step-up-meeting',
      facts: {
        notice: '1m',
        roles: ['leader'],
        mustBeThere: ['employment'],
        signed: true,
        follows: [{ what: 'meeting', kind: 'follow-up', after: '6m' }],
      },
      citizenThere: true,
    },
    {
      key: 'borgerkonference',
      kind: 'conference',
      facts: { roles: ['note-taker'], mustBeThere: ['leadership'], follows: [{ what: 'citizen-talk', within: '7d' }] },
      citizenThere: false,
    },
    {
      key: 'borgerkonference',
      kind: 'team-meeting',
      facts: { roles: ['facilitator'], countsAs: 'follow-up' },
      citizenThere: true,
    },
    { key: 'styrket-helhed', kind: 'case-meeting', facts: { heldEvery: '1w' }, citizenThere: true },
    {
      key: 'myndighedsteam',
      kind: 'team-meeting',
      facts: { mustBeThere: ['employment', 'social', 'family', 'health'] },
      citizenThere: true,
    },
    { key: 'familieplan', kind: 'family-meeting', facts: { mustBeThere: ['family'] }, citizenThere: true },
  ])('$key holds its $kind so', ({ key, kind, facts, citizenThere }) => {
    expect(kindOf(key, kind)).toMatchObject(facts);
    expect(citizenTakesPart(modelOf(key), kindOf(key, kind))).toBe(citizenThere);
  });

  test.each([
    {
      key: 'tfa',
      kind: 'conference',
      prepare: [
        { key: 'talk', by: 'invited', before: '2wd', at: '15:00', takes: 30 },
        { key: 'papers', by: 'invited', before: '1wd', at: '12:00', takes: 30 },
        { key: 'reading', by: 'invited', before: '1wd', at: '15:00' },
      ],
    },
    {
      key: 'step-up',
      kind: 'step-up-meeting',
      prepare: [
        { key: 'with-citizen', by: 'lead', before: '1w', at: '10:00' },
        { key: 'material', by: 'lead', before: '1w', at: '12:00' },
      ],
    },
    {
      key: 'styrket-helhed',
      kind: 'case-meeting',
      prepare: [
        { key: 'referral', by: 'invited', before: '2wd' },
        { key: 'reading', by: 'lead', before: '1wd' },
      ],
    },
    { key: 'ballerup', kind: 'team-meeting', prepare: [] },
  ])('what the $kind of $key needs beforehand', ({ key, kind, prepare }) => {
    expect(kindOf(key, kind).prepare).toMatchObject(prepare);
    expect(kindOf(key, kind).prepare).toHaveLength(prepare.length);
  });

  test('Hjørring’s hour is 5, 15, 15, 15 and 10 minutes', () => {
    expect(kindOf('tfa', 'conference').agenda.map(({ key, duration }) => [key, duration])).toEqual([
      ['goal', 5],
      ['competences', 15],
      ['hindrances', 15],
      ['reflection', 15],
      ['agreements', 10],
    ]);
  });

  test('Halsnæs writes what is said into three columns, and goes through the consent last', () => {
    const kickOff = kindOf('halsnaes', 'kick-off');
    expect(kickOff.columns.map(({ key }) => key)).toEqual(['works', 'worries', 'dreams']);
    expect(kickOff.agenda.map(({ key }) => key).at(0)).toBe('brief');
    expect(kickOff.agenda.map(({ key }) => key).slice(-3)).toEqual(['next', 'goodbye', 'consent']);
    expect(all.filter((one) => one.meetings.some(({ columns }) => columns.length > 0)).map((one) => one.key)).toEqual([
      'halsnaes',
    ]);
  });

  test('only Ballerup’s has a duty to attend', () => {
    expect(all.filter((one) => one.attendance === 'duty').map((one) => one.key)).toEqual(['ballerup']);
  });

  test('every agenda fills its meeting', () => {
    const left = all.flatMap((one) =>
      one.meetings.map(({ kind, duration, agenda }) => ({
        of: `${one.key} ${kind}`,
        minutes: duration - agenda.reduce((sum, point) => sum + point.duration, 0),
      })),
    );
    expect(left.filter(({ minutes }) => minutes !== 0)).toEqual([]);
  });

  test('every kind of meeting, every model, role and kind of department has its name in both languages', () => {
    for (const locale of ['da', 'en'] as const) {
      const w = words(locale);
      const kinds = all.flatMap((one) => one.meetings.map(({ kind }) => kind));
      expect(Object.keys(w.kindNames)).toEqual(expect.arrayContaining(kinds));
      expect(Object.keys(w.definiteKindNames)).toEqual(Object.keys(w.kindNames));
      expect(Object.keys(w.models).sort()).toEqual([...models.keys()].sort());
      expect(Object.keys(w.departmentKindNames)).toEqual([...DEPARTMENT_KINDS]);
      expect(Object.keys(w.roleNames)).toEqual(['leader', 'facilitator', 'note-taker']);
    }
  });

  test('every kind that has a name is a kind of some model', () => {
    const kinds = new Set(all.flatMap((one) => one.meetings.map(({ kind }) => kind)));
    expect(Object.keys(words('da').kindNames).filter((kind) => !kinds.has(kind))).toEqual([]);
  });

  test('every file says which points are its source’s and which are ours', () => {
    for (const key of models.keys()) {
      const file = readFileSync(path.join(CONTENT, `${key}.yaml`), 'utf8');
      expect(file).toMatch(/Source: KL,\s(?:# )?Helhedsorienterede indsatser/);
      expect(file).toMatch(/# Ours/);
    }
  });

  test('none of their Danish texts has a word that we do not say', () => {
    const never =
      /\b(?:sag|sagen|sager|sagens|stedfortræder\w*|afgørelse\w*|udeblivelse\w*|eskaler\w*|forpligtelse\w*)\b/i;
    const danish = (value: unknown): string[] =>
      typeof value === 'object' && value !== null
        ? Object.entries(value).flatMap(([key, inner]) => (key === 'da' ? [String(inner)] : danish(inner)))
        : [];
    expect(all.flatMap(danish).filter((text) => never.test(text))).toEqual([]);
  });

  test.each(all.map((one) => ({ key: one.key, one })))('$key comes back from the ice as it was frozen', ({ one }) => {
    expect(frozenModel(one.key, JSON.parse(JSON.stringify(contentOf(one))))).toEqual(one);
  });
});

const VALID = `name: { da: Vores model, en: Our model }
attendance: invited
citizen: always
voluntary: true
decides: agreed-with-citizen
letter: { da: Kom og vær med., en: Come and join us. }
meetings:
  - kind: team-meeting
    duration: 60
    agenda:
      - { key: talk, title: { da: Samtale, en: Talk }, duration: 40 }
      - { key: next, title: { da: Næste gang, en: Next time }, duration: 20 }
    follows:
      - { what: meeting, kind: follow-up, after: 3m }
  - kind: follow-up
    duration: 30
    agenda:
      - { key: talk, title: { da: Samtale, en: Talk }, duration: 30 }
    countsAs: follow-up
`;

describe('a model that a municipality writes', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'models-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  /** What reading the folder complains of, each fault without the folder. */
  function complaints(files: Readonly<Record<string, string>>): string[] {
    for (const [name, yaml] of Object.entries(files)) writeFileSync(path.join(folder, name), yaml);
    try {
      readModels(folder);
      return [];
    } catch (error) {
      const [first, ...faults] = (error as Error).message.split('\n');
      expect(first).toBe('The models cannot be used:');
      return faults.map((fault) => fault.trim().replace(`${folder}/`, ''));
    }
  }

  test('can be used as it stands, with what it leaves out filled in', () => {
    expect(complaints({ 'own.yaml': VALID })).toEqual([]);
    expect(readModels(folder).get('own')).toMatchObject({
      key: 'own',
      coLead: false,
      plan: { da: 'Borgerens Plan', en: 'The citizen’s plan' },
      meetings: [{ prepare: [], roles: [], mustBeThere: [], columns: [], consentAtEnd: false, signed: false }, {}],
    });
  });

  const TALK = '      - { key: talk, title: { da: Samtale, en: Talk }, duration: 40 }';
  const FOLLOWS = '      - { what: meeting, kind: follow-up, after: 3m }';
  const ROW = '\n      - { key: KEY, title: { da: Et, en: One }, duration: 5 }';
  const rows = (n: number) =>
    'abcdefghi'
      .slice(0, n)
      .split('')
      .map((key) => ROW.replace('KEY', key))
      .join('');

  test.each([
    {
      what: 'an unknown field',
      from: 'attendance:',
      to: 'colour: red\nattendance:',
      says: '2:1 colour: is not a known field',
    },
    {
      what: 'a misspelt field of a meeting',
      from: '    countsAs: follow-up',
      to: '    countAs: follow-up',
      says: '19:5 meetings.1.countAs: is not a known field',
    },
    { what: 'a field too few', from: 'voluntary: true\n', to: '', says: '1:1 voluntary: is missing' },
    { what: 'one language only', from: ', en: Our model', to: '', says: '1:1 name.en: is missing' },
    { what: 'an empty text', from: 'da: Vores model', to: 'da: " "', says: '1:9 name.da: must not be empty' },
    {
      what: 'a code that is none',
      from: 'attendance: invited',
      to: 'attendance: must',
      says: '2:1 attendance: must be duty or invited',
    },
    {
      what: 'a rule that is none',
      from: 'agreed-with-citizen',
      to: 'by-lot',
      says: '5:1 decides: must be unanimous-then-managers, agreed-with-citizen, professional-decides,',
    },
    {
      what: 'a word for a flag',
      from: 'voluntary: true',
      to: 'voluntary: often',
      says: '4:1 voluntary: must be true or false',
    },
    {
      what: 'a title longer than a card has room for',
      from: 'da: Vores model',
      to: `da: ${'V'.repeat(81)}`,
      says: '1:9 name.da: must be at most 80 characters',
    },
    {
      what: 'a letter longer than a page begins',
      from: 'da: Kom og vær med.',
      to: `da: ${'K'.repeat(601)}`,
      says: '6:11 letter.da: must be at most 600 characters',
    },
    {
      what: 'a key that is none',
      from: '{ key: talk, title: { da: Samtale, en: Talk }, duration: 40 }',
      to: '{ key: Talk it, title: { da: Samtale, en: Talk }, duration: 40 }',
      says: '11:11 meetings.0.agenda.0.key: must be small letters and hyphens',
    },
    {
      what: 'a meeting without length',
      from: 'duration: 60',
      to: 'duration: 0',
      says: '9:5 meetings.0.duration: must be at least 15 minutes',
    },
    {
      what: 'a meeting of a whole night',
      from: 'duration: 60',
      to: 'duration: 600',
      says: '9:5 meetings.0.duration: must be at most 480 minutes',
    },
    {
      what: 'half a minute',
      from: 'duration: 20 }',
      to: 'duration: 19.5 }',
      says: '12:64 meetings.0.agenda.1.duration: must be whole minutes',
    },
    {
      what: 'an agenda longer than the meeting',
      from: 'duration: 20 }',
      to: 'duration: 25 }',
      says: '10:5 meetings.0.agenda: takes 65 minutes, and the meeting 60',
    },
    {
      what: 'an agenda without a point',
      from: '    agenda:\n      - { key: talk, title: { da: Samtale, en: Talk }, duration: 30 }',
      to: '    agenda: []',
      says: '17:5 meetings.1.agenda: must have a point',
    },
    {
      what: 'nine points',
      from: TALK,
      to: `      - { key: x, title: { da: Et, en: One }, duration: 5 }${rows(8)}`,
      says: '10:5 meetings.0.agenda: must be at most 8 points',
    },
    {
      what: 'a point twice',
      from: '{ key: next,',
      to: '{ key: talk,',
      says: '12:11 meetings.0.agenda.1.key: stands twice',
    },
    {
      what: 'a kind of meeting twice',
      from: '  - kind: follow-up',
      to: '  - kind: team-meeting',
      says: '15:5 meetings.1.kind: stands twice',
    },
    {
      what: 'a kind of meeting without a name',
      from: '  - kind: team-meeting',
      to: '  - kind: team-meting',
      says: '8:5 meetings.0.kind: has no name: give it one in content/words/da/models.ts',
    },
    {
      what: 'seven kinds of meeting',
      from: '    countsAs: follow-up\n',
      to: `    countsAs: follow-up\n${['transition-meeting', 'kick-off', 'mini-kick', 'conference', 'case-meeting']
        .map(
          (kind) =>
            `  - { kind: ${kind}, duration: 30, agenda: [{ key: a, title: { da: Et, en: One }, duration: 5 }] }\n`,
        )
        .join('')}`,
      says: '7:1 meetings: must be at most 6 kinds of meeting',
    },
    {
      what: 'no meeting',
      from: VALID.slice(VALID.indexOf('meetings:')),
      to: 'meetings: []\n',
      says: '7:1 meetings: must have a meeting',
    },
    {
      what: 'a follow-up of a kind that the model does not have',
      from: 'kind: follow-up, after',
      to: 'kind: mini-kick, after',
      says: '14:26 meetings.0.follows.0.kind: is not a kind of meeting of this model',
    },
    {
      what: 'a span that is none',
      from: 'after: 3m',
      to: 'after: 3 months',
      says: '14:43 meetings.0.follows.0.after: must be a span such as 14d, 2w or 6m',
    },
    {
      what: 'something else that follows',
      from: '{ what: meeting,',
      to: '{ what: party,',
      says: '14:11 meetings.0.follows.0.what: must say what: meeting or citizen-talk',
    },
    {
      what: 'a talk with a citizen who was there',
      from: FOLLOWS,
      to: '      - { what: citizen-talk, within: 14d }',
      says: '14:11 meetings.0.follows.0.what: is for a meeting without the citizen',
    },
    {
      what: 'four columns',
      from: '    countsAs:',
      to: `    columns: [${'abcd'
        .split('')
        .map((key) => `{ key: ${key}, title: { da: Et, en: One } }`)
        .join(', ')}]\n    countsAs:`,
      says: '19:5 meetings.1.columns: must be at most 3 columns',
    },
    {
      what: 'a column twice',
      from: '    countsAs:',
      to: '    columns:\n      - { key: a, title: { da: Et, en: One } }\n      - { key: a, title: { da: To, en: Two } }\n    countsAs:',
      says: '21:11 meetings.1.columns.1.key: stands twice',
    },
    {
      what: 'a role twice',
      from: '    countsAs:',
      to: '    roles: [leader, leader]\n    countsAs:',
      says: '19:21 meetings.1.roles.1: stands twice',
    },
    {
      what: 'a role that is none',
      from: '    countsAs:',
      to: '    roles: [boss]\n    countsAs:',
      says: '19:13 meetings.1.roles.0: must be leader, facilitator or note-taker',
    },
    {
      what: 'a kind of department that is none',
      from: '    countsAs:',
      to: '    mustBeThere: [police]\n    countsAs:',
      says: '19:19 meetings.1.mustBeThere.0: must be one of employment, social,',
    },
    {
      what: 'papers at an hour that is none',
      from: '    countsAs:',
      to: '    prepare:\n      - { key: papers, title: { da: Papirer, en: Papers }, by: lead, before: 1wd, at: "24:00" }\n    countsAs:',
      says: '20:83 meetings.1.prepare.0.at: must be a time of day, "HH:MM"',
    },
    {
      what: 'papers without a day',
      from: '    countsAs:',
      to: '    prepare:\n      - { key: papers, title: { da: Papirer, en: Papers }, by: lead, before: soon, at: "12:00" }\n    countsAs:',
      says: '20:70 meetings.1.prepare.0.before: must be a span such as 1wd, 1w or 1m',
    },
    {
      what: 'a professional who decides, and is not named',
      from: 'decides: agreed-with-citizen',
      to: 'decides: professional-decides',
      says: '1:1 professional: is missing: professional-decides needs to know who decides',
    },
    {
      what: 'a professional named where nobody decides alone',
      from: 'voluntary: true',
      to: 'voluntary: true\nprofessional: { department: employment }',
      says: '5:1 professional: only goes with decides: professional-decides',
    },
    {
      what: 'a rhythm that no meeting keeps',
      from: '    countsAs: follow-up\n',
      to: 'rhythm: { aYear: 4, due: 3m, opens: 3w, apart: 30d }\n',
      says: '19:1 rhythm: needs a kind of meeting with countsAs: follow-up',
    },
    {
      what: 'a rhythm that is asked for before the last was held',
      from: 'voluntary: true',
      to: 'voluntary: true\nrhythm: { aYear: 4, due: 3m, opens: 13w, apart: 30d }',
      says: '5:30 rhythm.opens: must be shorter than due',
    },
    {
      what: 'a citizen who takes part in some, and which is not said',
      from: 'citizen: always',
      to: 'citizen: part',
      says: '8:5 meetings.0.citizen: is missing: the model says part, so each meeting says always or not',
    },
    {
      what: 'no talk with a citizen who was not there',
      from: 'citizen: always',
      to: 'citizen: not',
      says: '13:5 meetings.0.follows: must have a citizen-talk, since the citizen is not at the meeting',
    },
    {
      what: 'a follow-up without the citizen',
      from: 'citizen: always',
      to: 'citizen: not',
      says: '19:5 meetings.1.countsAs: needs the citizen at the meeting',
    },
    {
      what: 'a signature of a citizen who is not there',
      from: '    countsAs: follow-up',
      to: '    citizen: not\n    signed: true',
      says: '20:5 meetings.1.signed: needs the citizen at the meeting',
    },
    { what: 'a key of the file twice', from: 'voluntary: true', to: 'voluntary: true\nvoluntary: true', says: '5:1 ' },
    { what: 'no YAML', from: 'name: {', to: 'name: [', says: '1:' },
    { what: 'an alias that is nowhere', from: '{ da: Vores model, en: Our model }', to: '*name', says: '1:1 ' },
  ])('$what is refused, with its place', ({ from, to, says }) => {
    expect(VALID.split(from)).not.toHaveLength(1);
    const found = complaints({ 'own.yaml': VALID.replace(from, to) });
    expect(found.map((fault) => fault.replace(/^own\.yaml:/, ''))).toContainEqual(
      expect.stringMatching(startingWith(says)),
    );
  });

  test('every fault of every file is named at once, in the order of the files', () => {
    const faults = complaints({
      'a.yaml': VALID.replace('attendance: invited', 'attendance: must')
        .replace('after: 3m', 'after: soon')
        .replace('duration: 20 }', 'duration: 25 }'),
      'b.yaml': 'name: x\n',
      'c.yaml': '',
      'd.yaml': VALID,
    });
    expect(faults.map((fault) => fault.replace(/: .*$/, ''))).toEqual([
      'a.yaml:2:1 attendance',
      'a.yaml:10:5 meetings.0.agenda',
      'a.yaml:14:43 meetings.0.follows.0.after',
      'b.yaml:1:1 name',
      ...['attendance', 'citizen', 'voluntary', 'decides', 'letter', 'meetings'].map((field) => `b.yaml:1:1 ${field}`),
      'c.yaml:1:1 the file',
    ]);
  });
});

const startingWith = (text: string): RegExp => new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`);
