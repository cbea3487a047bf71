import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { calendarOfHouse, readPolicy } from '../../../bot/people/policy';
import { asDay } from '../../../bot/time/day';
import { nextWorkingDay } from '../../../bot/time/working-calendar';

const CONTENT = resolve(__dirname, '../../../content/policy');
const written = readFileSync(join(CONTENT, 'house.yaml'), 'utf8');
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'policy-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** What reading the file complains of, each problem without the folder. */
function complaints(yaml: string): readonly string[] {
  writeFileSync(join(folder, 'house.yaml'), yaml);
  try {
    readPolicy(folder);
    return [];
  } catch (error) {
    const [first, ...problems] = (error as Error).message.split('\n');
    expect(first).toBe('The policy cannot be used:');
    return problems.map((problem) => problem.trim().replace(`${folder}/`, ''));
  }
}

/** The municipality's file with one line replaced; and the number of that line. */
function changed(line: RegExp, to: string): { readonly yaml: string; readonly at: number } {
  const lines = written.split('\n');
  const index = lines.findIndex((text) => line.test(text));
  expect(index).toBeGreaterThanOrEqual(0);
  return { yaml: lines.with(index, to).join('\n'), at: index + 1 };
}

describe('the policy of the house', () => {
  test('the one that comes with the product can be used', () => {
    expect(readPolicy(CONTENT)).toMatchObject({
      municipality: 'Tråby Kommune',
      zone: 'Europe/Copenhagen',
      workingHours: { opens: '08:00', closes: '16:00' },
      freeDays: ['06-05', '12-24', '12-31'],
      keepAnswersMonths: 6,
      meetingTime: { weekday: 3, time: '13:00', duration: 90 },
      journal: { folder: 'journal', system: 'DUBU', receipt: 'written' },
      worksCouncilOn: null,
      staffInformedOn: null,
    });
  });

  test('gives the calendar of the house, with its own free days and closing days', () => {
    const policy = readPolicy(CONTENT);
    const calendar = calendarOfHouse(policy, [{ fromOn: asDay('2026-12-28'), toOn: asDay('2026-12-30') }]);
    expect(nextWorkingDay(calendar, asDay('2026-12-23'))).toBe('2027-01-04');
    expect(nextWorkingDay(calendarOfHouse({ ...policy, freeDays: [] }, []), asDay('2026-12-23'))).toBe('2026-12-24');
    expect([calendar.opens, calendar.closes]).toEqual(['08:00', '16:00']);
  });

  test('a municipality may have no fixed meeting time, and may have informed its staff', () => {
    const { yaml } = changed(/^meetingTime:/, 'meetingTime: null');
    writeFileSync(join(folder, 'house.yaml'), yaml.replace('staffInformedOn: null', 'staffInformedOn: 2026-02-27'));
    expect(readPolicy(folder)).toMatchObject({ meetingTime: null, staffInformedOn: '2026-02-27' });
  });

  test('a municipality may control its log otherwise than by sample', () => {
    writeFileSync(join(folder, 'house.yaml'), changed(/^auditSample:/, 'auditSample: null').yaml);
    expect(readPolicy(folder).auditSample).toBeNull();
    expect(readPolicy(CONTENT).auditSample).toMatchObject({ every: '1m', rows: 20 });
  });

  test('a municipality may have no journal, or one that asks for a receipt', () => {
    writeFileSync(join(folder, 'house.yaml'), changed(/^journal:/, 'journal: null').yaml);
    expect(readPolicy(folder).journal).toBeNull();
    const { yaml } = changed(/^journal:/, 'journal: { folder: /srv/acadre, system: Acadre, receipt: file }');
    writeFileSync(join(folder, 'house.yaml'), yaml);
    expect(readPolicy(folder).journal).toEqual({ folder: '/srv/acadre', system: 'Acadre', receipt: 'file' });
  });

  test.each([
    {
      what: 'an unknown field',
      line: /^department:/,
      to: 'departement: { da: afdeling, en: department }',
      says: ['departement: is not a known field'],
    },
    { what: 'an unknown field inside', line: /^ {2}da:/, to: '  dk: hej', says: ['contact.dk: is not a known field'] },
    { what: 'a zone that is none', line: /^zone:/, to: 'zone: Europe/Traaby', says: ['zone: must be a time zone'] },
    {
      what: 'a closing before the opening',
      line: /^workingHours:/,
      to: 'workingHours: { opens: "16:00", closes: "08:00" }',
      says: ['workingHours.closes: must be later than opens'],
    },
    {
      what: 'a time that is none',
      line: /^workingHours:/,
      to: 'workingHours: { opens: 8, closes: "25:00" }',
      says: ['workingHours.opens: ', 'workingHours.closes: must be a time of day'],
    },
    {
      what: 'a free day that is none',
      line: /^freeDays:/,
      to: 'freeDays: ["06-05", "02-30"]',
      says: ['freeDays.1: must be a date of the year'],
    },
    {
      what: 'an empty name',
      line: /^municipality:/,
      to: 'municipality: " "',
      says: ['municipality: must not be empty'],
    },
    { what: 'half a month', line: /^keepAnswersMonths:/, to: 'keepAnswersMonths: 0.5', says: ['keepAnswersMonths: '] },
    {
      what: 'a meeting at the weekend',
      line: /^meetingTime:/,
      to: 'meetingTime: { weekday: sat, time: "13:00", duration: 90 }',
      says: ['meetingTime.weekday: '],
    },
    {
      what: 'a meeting past closing',
      line: /^meetingTime:/,
      to: 'meetingTime: { weekday: wed, time: "15:00", duration: 90 }',
      says: ['meetingTime: must begin and end within the working hours'],
    },
    {
      what: 'a meeting past midnight',
      line: /^meetingTime:/,
      to: 'meetingTime: { weekday: wed, time: "16:30", duration: 480 }',
      says: ['meetingTime: must begin and end within the working hours'],
    },
    {
      what: 'a journal without a folder, and a receipt that is none',
      line: /^journal:/,
      to: 'journal: { folder: "", system: DUBU, receipt: letter }',
      says: ['journal.folder: must not be empty', 'journal.receipt: '],
    },
    {
      what: 'a sample of too few rows, every day, for somebody without an e-mail',
      line: /^auditSample:/,
      to: 'auditSample: { every: 1d, rows: 4, responsible: Helle }',
      says: [
        'auditSample.every: must be 1 to 12',
        'auditSample.rows: must be at least 5',
        'auditSample.responsible: must',
      ],
    },
    {
      what: 'a sample of too many rows, never',
      line: /^auditSample:/,
      to: 'auditSample: { every: 0w, rows: 31, responsible: helle@by.example, deputy: none }',
      says: [
        'auditSample.every: must',
        'auditSample.rows: must be at most 30',
        'auditSample.deputy: is not a known field',
      ],
    },
    {
      what: 'a day that does not exist',
      line: /^worksCouncilOn:/,
      to: 'worksCouncilOn: 2026-02-29',
      says: ['worksCouncilOn: must be a day, YYYY-MM-DD, or null'],
    },
  ])('$what is refused, with its line', ({ line, to, says }) => {
    const { yaml, at } = changed(line, to);
    const found = complaints(yaml);
    for (const text of says) {
      expect(found.some((problem) => problem.startsWith(`house.yaml:${at}:`) && problem.includes(` ${text}`))).toBe(
        true,
      );
    }
  });

  test('every problem is named at once, in the order of the file', () => {
    const yaml = written
      .replace('zone: Europe/Copenhagen', 'zone: Nowhere')
      .replace('keepAnswersMonths: 6', 'keepAnswersMonth: 6')
      .replace('time: "13:00"', 'time: "07:00"')
      .replace(/^staffInformedOn.*$/m, '');
    expect(complaints(yaml).map((problem) => problem.replace(/^house\.yaml:\d+:\d+ /, ''))).toEqual([
      'keepAnswersMonths: Required',
      'staffInformedOn: Required',
      'zone: must be a time zone, such as Europe/Copenhagen',
      'keepAnswersMonth: is not a known field',
      'meetingTime: must begin and end within the working hours',
    ]);
  });

  test.each([
    { what: 'an empty file', yaml: '', says: 'house.yaml:1:1 the file: ' },
    { what: 'a list', yaml: '- a\n', says: 'house.yaml:1:1 the file: ' },
    { what: 'a field twice', yaml: 'zone: UTC\nzone: UTC\n', says: 'house.yaml:2:1 ' },
    { what: 'no YAML', yaml: 'zone: [\n', says: 'house.yaml:2:1 ' },
  ])('$what is refused', ({ yaml, says }) => {
    expect(complaints(yaml)[0]).toContain(says);
  });

  test('a folder without the file is refused by name', () => {
    expect(() => readPolicy(folder)).toThrow(join(folder, 'house.yaml'));
  });
});
