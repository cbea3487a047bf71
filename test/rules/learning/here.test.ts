import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { LADDER_VERBS } from '../../../bot/app';
import { readHere } from '../../../bot/learning/read-here';
import { readMunicipality } from '../../../bot/policy-files';

let policy: string;
beforeEach(() => {
  policy = mkdtempSync(path.join(tmpdir(), 'rod-traad-here-'));
  mkdirSync(path.join(policy, 'here'));
});
afterEach(() => rmSync(policy, { recursive: true }));

const write = (files: Readonly<Record<string, string>>) => {
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(policy, 'here', name), text);
};

function complaints(courses?: readonly string[]): string[] {
  try {
    readHere(policy, courses && new Set(courses));
    return [];
  } catch (error) {
    const [first, ...faults] = (error as Error).message.split('\n');
    expect(first).toBe('What is written on how we do it here cannot be used:');
    return faults.map((fault) => fault.trim().replaceAll(`${policy}/`, ''));
  }
}

describe('how we do it here', () => {
  test('is by course, in both languages, as Markdown that a card shows', () => {
    write({
      'the-duty.da.md': 'Vi mødes **onsdag**\nkl. 13.\n\n- På rådhuset\n',
      'the-duty.en.md': 'We meet on **Wednesdays** at 1 pm.\n\n- At the town hall\n',
    });
    expect([...readHere(policy, new Set(['the-duty', 'other']))]).toEqual([
      [
        'the-duty',
        {
          da: 'Vi mødes **onsdag** kl. 13.\n\n- På rådhuset',
          en: 'We meet on **Wednesdays** at 1 pm.\n\n- At the town hall',
        },
      ],
    ]);
  });

  test('is not there where nobody has written it: no folder, no file, an empty file', () => {
    expect(complaints(['the-duty'])).toEqual([]);
    write({ 'the-duty.da.md': '', 'the-duty.en.md': ' \n' });
    expect(readHere(policy, new Set(['the-duty'])).size).toBe(0);
    rmSync(path.join(policy, 'here'), { recursive: true });
    expect(readHere(policy, new Set(['the-duty'])).size).toBe(0);
  });

  test.each<{ what: string; files: Readonly<Record<string, string>>; faults: readonly string[] }>([
    {
      what: 'of a course that there is not',
      files: { 'the-dutty.da.md': 'Her.', 'the-dutty.en.md': 'Here.' },
      faults: [
        'here/the-dutty.da.md:1:1 there is no course "the-dutty": there are the-duty, other',
        'here/the-dutty.en.md:1:1 there is no course "the-dutty": there are the-duty, other',
      ],
    },
    {
      what: 'in one language alone',
      files: { 'the-duty.da.md': 'Her.', 'the-duty.en.md': '' },
      faults: ['here/the-duty.da.md:1:1 this is written in Danish alone: write here/the-duty.en.md too, or empty both'],
    },
    {
      what: 'under another name',
      files: { 'the-duty.md': 'Her.' },
      faults: ['here/the-duty.md:1:1 the name of the file is not understood: write <course>.da.md and <course>.en.md'],
    },
    {
      what: 'of 151 words, with a link',
      files: { 'the-duty.da.md': `\n${'ord '.repeat(149)}[to ord](x)`, 'the-duty.en.md': 'Here.' },
      faults: [
        'here/the-duty.da.md:2:1 the text is 151 words, and a card holds at most 150: shorten it',
        'here/the-duty.da.md:2:597 there is a link: write the name of the page or the publication instead',
      ],
    },
    {
      what: 'with a CPR number',
      files: { 'the-duty.da.md': 'Ring.\n010170-1234', 'the-duty.en.md': 'Ring.' },
      faults: ['here/the-duty.da.md:2:1 there is a CPR number: delete it, and write initials or a reference instead'],
    },
  ])('is refused $what', ({ files, faults }) => {
    write(files);
    expect(complaints(['the-duty', 'other'])).toEqual(faults);
  });

  test('of any course is taken where the courses are not known', () => {
    write({ 'own.da.md': 'Her.', 'own.en.md': 'Here.' });
    expect(complaints()).toEqual([]);
  });

  test('is part of what a municipality writes, and told with its other faults', () => {
    cpSync('content/policy', policy, { recursive: true });
    write({ 'own.da.md': 'Her.', 'own.en.md': 'Here.' });
    expect(readMunicipality(policy, LADDER_VERBS, new Set(['own'])).here.get('own')).toEqual({
      da: 'Her.',
      en: 'Here.',
    });
    expect(() => readMunicipality(policy, LADDER_VERBS, new Set(['other']))).toThrow(
      `${policy}/here/own.da.md:1:1 there is no course "own": there are other`,
    );
  });
});
