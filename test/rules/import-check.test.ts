import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { type Checked, checkOrganisation } from '../../bot/people/import/check';
import { COLUMNS, type FileName, type RawFiles } from '../../bot/people/import/columns';
import { describeFaults } from '../../bot/people/import/describe';
import type { Fault } from '../../bot/people/import/fault';
import { readFolder } from '../../bot/people/import/import-folder';
import { holdsCpr } from '../../bot/privacy/cpr';
import { asDay } from '../../bot/time/day';

const today = asDay('2026-11-22');
const DEMO = path.resolve(__dirname, '../../content/demo');

type Values = Record<string, string>;
type Tables = Record<FileName, Values[]>;

/** A small municipality without a fault. */
function sound(): Tables {
  const person = (n: number, name: string, more: Values): Values => ({
    entra_id: `a0000000-0000-4000-8000-00000000000${n}`,
    name,
    email: `${name.toLowerCase().replace(' ', '.')}@by.example`,
    title: 'Rådgiver',
    locale: 'da',
    ...more,
  });
  return {
    'departments.csv': [
      { code: 'LED', name: 'Ledelsen', manager_email: 'ida.top@by.example', kind: 'leadership' },
      { code: 'SOC', name: 'Social', parent_code: 'LED', manager_email: 'lis.leder@by.example', kind: 'social' },
      { code: 'JOB', name: 'Jobcenter', parent_code: 'LED', kind: 'employment' },
    ],
    'people.csv': [
      person(1, 'Ida Top', { department: 'LED', roles: 'director|manager' }),
      person(2, 'Lis Leder', { department: 'SOC', deputy_email: 'ann.berg@by.example', hired_on: '01-02-2020' }),
      person(3, 'Ann Berg', {
        department: 'SOC',
        manager_email: 'lis.leder@by.example',
        works_on: 'thu|mon',
        locale: '',
      }),
      person(4, 'Bo Vang', { department: 'JOB', hired_on: '2026-11-16', locale: 'en', profession: 'jobkonsulent' }),
    ],
    'pathways.csv': [
      {
        ref: 'BF-1',
        alias: 'A.K.',
        birth_date: '14-03-2008',
        department: 'SOC',
        lead_email: 'Ann.Berg@by.example',
        model: 'ballerup',
        started_on: '2026-09-07',
        team_emails: 'bo.vang@by.example|ann.berg@by.example',
        consent_departments: 'SOC|JOB',
        consent_kind: 'written',
        consent_on: '2026-09-07',
        case_numbers: 'DUBU:26-4471|Fasit: F-20418',
        given_by: 'citizen',
      },
    ],
    'absences.csv': [{ email: 'bo.vang@by.example', from_on: '2026-12-01', to_on: '2026-12-04' }],
    'closures.csv': [{ department: '', from_on: '2026-12-28', to_on: '2026-12-30' }],
  };
}

function bytesOf(name: FileName, rows: readonly Values[], columns: readonly string[] = allColumns(name)): Uint8Array {
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const lines = [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))];
  return new TextEncoder().encode(lines.map((line) => line.map(quoted).join(';')).join('\r\n'));
}

const allColumns = (name: FileName): string[] => [...COLUMNS[name].required, ...COLUMNS[name].optional];
const names = Object.keys(COLUMNS) as FileName[];

function filesOf(tables: Tables): RawFiles {
  return Object.fromEntries(names.map((name) => [name, bytesOf(name, tables[name])]));
}

function faultsOf(checked: Checked): readonly Fault[] {
  return checked.ok ? [] : checked.faults;
}

const place = (fault: Fault) => `${fault.file} ${fault.line} ${fault.column}`;

describe('A sound folder becomes an organisation', () => {
  it('with every value in its own form', () => {
    const checked = checkOrganisation(filesOf(sound()), today);
    if (!checked.ok) throw new Error(describeFaults(checked.faults, 'en'));
    const { departments, people, pathways, absences, closures } = checked.organisation;
    expect(departments[2]).toEqual({
      code: 'JOB',
      name: 'Jobcenter',
      kind: 'employment',
      parentCode: 'LED',
      managerEmail: null,
    });
    expect(people.map((one) => one.roles)).toEqual([['director'], [], [], []]);
    expect(people[1]).toMatchObject({ hiredOn: '2020-02-01', deputyEmail: 'ann.berg@by.example', profession: null });
    expect(people[2]).toMatchObject({ worksOn: [1, 4], locale: 'da', leftOn: null });
    expect(pathways[0]).toEqual({
      ref: 'BF-1',
      alias: 'A.K.',
      bornOn: '2008-03-14',
      departmentCode: 'SOC',
      leadEmail: 'ann.berg@by.example',
      coLeadEmail: null,
      model: 'ballerup',
      startedOn: '2026-09-07',
      endedOn: null,
      teamEmails: ['bo.vang@by.example'],
      ground: { kind: 'written', departmentCodes: ['SOC', 'JOB'], notedOn: '2026-09-07', givenBy: 'citizen' },
      caseNumbers: [
        { system: 'DUBU', value: '26-4471' },
        { system: 'Fasit', value: 'F-20418' },
      ],
    });
    expect(absences).toEqual([{ email: 'bo.vang@by.example', fromOn: '2026-12-01', toOn: '2026-12-04' }]);
    expect(closures).toEqual([{ departmentCode: null, fromOn: '2026-12-28', toOn: '2026-12-30' }]);
  });

  it('also without the optional files and columns, which is not the same as empty ones', () => {
    const tables = sound();
    const required = (name: FileName) => bytesOf(name, tables[name], COLUMNS[name].required);
    const checked = checkOrganisation(
      {
        'departments.csv': required('departments.csv'),
        'people.csv': required('people.csv'),
        'pathways.csv': required('pathways.csv'),
      },
      today,
    );
    expect(checked).toMatchObject({ ok: true, organisation: { absences: null, closures: null } });
    expect(checked).toMatchObject({ organisation: { departments: [{ kind: 'other' }, {}, {}] } });
  });

  it('and so does the demo municipality', async () => {
    const checked = checkOrganisation(await readFolder(DEMO), today);
    if (!checked.ok) throw new Error(describeFaults(checked.faults, 'en'));
    const { departments, people, pathways } = checked.organisation;
    expect({ departments: departments.length, people: people.length, pathways: pathways.length }).toEqual({
      departments: 10,
      people: 48,
      pathways: 12,
    });
    expect(pathways.filter((one) => one.model === 'ballerup').length).toBeGreaterThanOrEqual(5);
    const lacksGround = pathways.filter((pathway) =>
      pathway.teamEmails.some((email) => {
        const home = people.find((one) => one.email === email)?.departmentCode ?? '';
        return !pathway.ground?.departmentCodes.includes(home);
      }),
    );
    expect(lacksGround.map((one) => one.ref)).toEqual(['BF-2026-0098']);
  });

  it('and the demo is written as Danish Excel writes: byte order mark, semicolons, CRLF', () => {
    for (const name of names) {
      const text = readFileSync(path.join(DEMO, name), 'utf8');
      expect({ name, ok: /^\ufeff\w+(;\w+)+\r\n/.test(text) && !/[^\r]\n/.test(text) }).toEqual({ name, ok: true });
    }
  });
});

describe('Every fault is named with its place and what to write instead', () => {
  type Case = {
    readonly fault: string;
    readonly break: (tables: Tables) => void;
    readonly at: string;
    readonly says?: string;
    readonly instead?: string;
  };
  const set = (name: FileName, row: number, values: Values) => (tables: Tables) => {
    Object.assign(tables[name][row] ?? {}, values);
  };
  const add = (name: FileName, values: Values) => (tables: Tables) => {
    tables[name].push({ ...tables[name][0], ...values });
  };
  const both =
    (...steps: ((tables: Tables) => void)[]) =>
    (tables: Tables) => {
      for (const step of steps) step(tables);
    };

  const cases: Case[] = [
    {
      fault: 'an unknown department',
      break: set('people.csv', 2, { department: 'SOCI' }),
      at: 'people.csv 4 department',
      says: '"SOCI"',
      instead: 'Write "SOC"',
    },
    {
      fault: 'an unknown parent department',
      break: set('departments.csv', 2, { parent_code: 'LEDD' }),
      at: 'departments.csv 4 parent_code',
      instead: '"LED"',
    },
    {
      fault: 'an unknown department of a pathway',
      break: set('pathways.csv', 0, { department: 'x' }),
      at: 'pathways.csv 2 department',
      says: '"x"',
    },
    {
      fault: 'an unknown department in a consent',
      break: set('pathways.csv', 0, { consent_departments: 'SOC|JOBB' }),
      at: 'pathways.csv 2 consent_departments',
      instead: '"JOB"',
    },
    {
      fault: 'an unknown department in a closure',
      break: set('closures.csv', 0, { department: 'JO' }),
      at: 'closures.csv 2 department',
      instead: '"JOB"',
    },
    {
      fault: 'a doubled department',
      break: add('departments.csv', { code: 'soc', manager_email: '' }),
      at: 'departments.csv 5 code',
      says: 'line 3',
    },
    {
      fault: 'an unknown kind of department',
      break: set('departments.csv', 1, { kind: 'sosial' }),
      at: 'departments.csv 3 kind',
      instead: 'Write social.',
    },
    {
      fault: 'a code with spaces',
      break: set('departments.csv', 2, { code: 'JOB 1' }),
      at: 'departments.csv 4 code',
      instead: 'no spaces',
    },
    {
      fault: 'an empty name',
      break: set('departments.csv', 2, { name: ' ' }),
      at: 'departments.csv 4 name',
      says: 'empty',
    },
    {
      fault: 'a manager of a department who is not in people.csv',
      break: set('departments.csv', 2, { manager_email: 'ann.bergg@by.example' }),
      at: 'departments.csv 4 manager_email',
      instead: '"ann.berg@by.example"',
    },
    {
      fault: 'a doubled e-mail',
      break: add('people.csv', { entra_id: 'b0000000-0000-4000-8000-000000000001', email: 'Ida.Top@by.example' }),
      at: 'people.csv 6 email',
      says: 'line 2',
    },
    {
      fault: 'a doubled Entra id',
      break: add('people.csv', { email: 'x@by.example' }),
      at: 'people.csv 6 entra_id',
      says: 'line 2',
    },
    {
      fault: 'an Entra id that is none',
      break: set('people.csv', 3, { entra_id: 'bo' }),
      at: 'people.csv 5 entra_id',
      instead: '32 characters',
    },
    {
      fault: 'an e-mail that is none',
      break: set('people.csv', 3, { email: 'bo.vang' }),
      at: 'people.csv 5 email',
      says: 'not an e-mail',
    },
    {
      fault: 'a manager who is not in people.csv',
      break: set('people.csv', 3, { manager_email: 'ida.topp@by.example' }),
      at: 'people.csv 5 manager_email',
      instead: '"ida.top@by.example"',
    },
    {
      fault: 'a deputy who is not in people.csv',
      break: set('people.csv', 3, { deputy_email: 'nn@by.example' }),
      at: 'people.csv 5 deputy_email',
      says: 'Nobody',
    },
    {
      fault: 'somebody who is their own manager',
      break: set('people.csv', 3, { manager_email: 'BO.vang@by.example' }),
      at: 'people.csv 5 manager_email',
      says: 'themself',
    },
    {
      fault: 'somebody who is their own deputy',
      break: set('people.csv', 3, { deputy_email: 'bo.vang@by.example' }),
      at: 'people.csv 5 deputy_email',
      says: 'themself',
    },
    {
      fault: 'a date that does not exist',
      break: set('people.csv', 3, { hired_on: '31-11-2026' }),
      at: 'people.csv 5 hired_on',
      instead: '2026-03-31 or 31-03-2026',
    },
    {
      fault: 'a date written otherwise',
      break: set('people.csv', 3, { hired_on: '1/11/2026' }),
      at: 'people.csv 5 hired_on',
    },
    {
      fault: 'a year that was mistyped',
      break: set('people.csv', 3, { hired_on: '0226-11-01' }),
      at: 'people.csv 5 hired_on',
    },
    {
      fault: 'a leaving before the hiring',
      break: set('people.csv', 3, { left_on: '2026-11-15' }),
      at: 'people.csv 5 left_on',
      says: 'before hired_on',
    },
    {
      fault: 'an unknown role',
      break: set('people.csv', 3, { roles: 'manager|adminstrator' }),
      at: 'people.csv 5 roles',
      instead: 'Write administrator.',
    },
    {
      fault: 'an unknown language',
      break: set('people.csv', 3, { locale: 'de' }),
      at: 'people.csv 5 locale',
      instead: 'da, en',
    },
    {
      fault: 'an unknown weekday',
      break: set('people.csv', 3, { works_on: 'mon|tirs' }),
      at: 'people.csv 5 works_on',
      says: '"tirs"',
    },
    {
      fault: 'working at weekends only',
      break: set('people.csv', 3, { works_on: 'sat|sun' }),
      at: 'people.csv 5 works_on',
      says: 'no day from Monday',
    },
    {
      fault: 'a text that is too long',
      break: set('people.csv', 3, { title: 'x'.repeat(201) }),
      at: 'people.csv 5 title',
      instead: '200',
    },
    {
      fault: 'characters that cannot be shown',
      break: set('people.csv', 3, { name: 'Bo\u001b[31m Vang' }),
      at: 'people.csv 5 name',
      says: 'cannot be shown',
    },
    {
      fault: 'a circle of managers',
      break: both(set('people.csv', 1, { manager_email: 'ann.berg@by.example' })),
      at: 'people.csv 3 manager_email',
      says: '"Lis Leder" → "Ann Berg" → "Lis Leder"',
    },
    {
      fault: 'a circle of managers by way of a department',
      break: set('people.csv', 0, { manager_email: 'bo.vang@by.example' }),
      at: 'people.csv 2 manager_email',
      says: '"Ida Top" → "Bo Vang" → "Ida Top"',
    },
    {
      fault: 'a circle of managers in a row that has another fault',
      break: both(
        set('people.csv', 1, { manager_email: 'ann.berg@by.example', locale: 'da' }),
        set('people.csv', 2, { hired_on: 'x' }),
      ),
      at: 'people.csv 3 manager_email',
      says: '→',
    },
    {
      fault: 'a circle of departments',
      break: set('departments.csv', 0, { parent_code: 'SOC' }),
      at: 'departments.csv 2 parent_code',
      says: '"LED" → "SOC" → "LED"',
    },
    {
      fault: 'a department that is its own parent',
      break: set('departments.csv', 2, { parent_code: 'JOB' }),
      at: 'departments.csv 4 parent_code',
      says: '"JOB" → "JOB"',
    },
    {
      fault: 'a doubled reference',
      break: add('pathways.csv', { ref: 'bf-1' }),
      at: 'pathways.csv 3 ref',
      says: 'line 2',
    },
    {
      fault: 'an empty alias',
      break: set('pathways.csv', 0, { alias: '' }),
      at: 'pathways.csv 2 alias',
      says: 'empty',
    },
    {
      fault: 'an alias that looks like a name',
      break: set('pathways.csv', 0, { alias: 'Anna Krogh' }),
      at: 'pathways.csv 2 alias',
      instead: 'never a name',
    },
    {
      fault: 'an alias with a long number',
      break: set('pathways.csv', 0, { alias: 'A010170' }),
      at: 'pathways.csv 2 alias',
    },
    {
      fault: 'an alias that is a member of staff',
      break: set('pathways.csv', 0, { alias: 'bo-vang' }),
      at: 'pathways.csv 2 alias',
      says: 'member of staff',
    },
    {
      fault: 'a birth date in the future',
      break: set('pathways.csv', 0, { birth_date: '2026-11-23' }),
      at: 'pathways.csv 2 birth_date',
      says: 'future',
    },
    {
      fault: 'a birth date that does not exist',
      break: set('pathways.csv', 0, { birth_date: '2007-02-29' }),
      at: 'pathways.csv 2 birth_date',
    },
    {
      fault: 'a lead who is not in people.csv',
      break: set('pathways.csv', 0, { lead_email: 'an.berg@by.example' }),
      at: 'pathways.csv 2 lead_email',
      instead: '"ann.berg@by.example"',
    },
    {
      fault: 'a co-lead who is not in people.csv',
      break: set('pathways.csv', 0, { co_lead_email: 'an.berg@by.example' }),
      at: 'pathways.csv 2 co_lead_email',
    },
    {
      fault: 'a co-lead who is the lead',
      break: set('pathways.csv', 0, { co_lead_email: 'ann.berg@by.example' }),
      at: 'pathways.csv 2 co_lead_email',
      says: 'same person',
    },
    {
      fault: 'a team member who is not in people.csv',
      break: set('pathways.csv', 0, { team_emails: 'bo.vang@by.example|b.vang@by.example' }),
      at: 'pathways.csv 2 team_emails',
      says: '"b.vang@by.example"',
    },
    {
      fault: 'a team member named twice',
      break: set('pathways.csv', 0, { team_emails: 'bo.vang@by.example|Bo.Vang@by.example' }),
      at: 'pathways.csv 2 team_emails',
      says: 'twice',
    },
    {
      fault: 'an unknown model',
      break: set('pathways.csv', 0, { model: 'balerup' }),
      at: 'pathways.csv 2 model',
      instead: 'Write ballerup.',
    },
    { fault: 'no model', break: set('pathways.csv', 0, { model: '' }), at: 'pathways.csv 2 model', says: 'empty' },
    {
      fault: 'no start',
      break: set('pathways.csv', 0, { started_on: '' }),
      at: 'pathways.csv 2 started_on',
      says: 'empty',
    },
    {
      fault: 'an end before the start',
      break: set('pathways.csv', 0, { ended_on: '2026-09-01' }),
      at: 'pathways.csv 2 ended_on',
      says: 'before started_on',
    },
    {
      fault: 'an end in the future',
      break: set('pathways.csv', 0, { ended_on: '2027-01-01' }),
      at: 'pathways.csv 2 ended_on',
      says: 'future',
    },
    {
      fault: 'a kind of consent without departments',
      break: set('pathways.csv', 0, { consent_departments: '' }),
      at: 'pathways.csv 2 consent_departments',
      says: 'in full',
    },
    {
      fault: 'departments without a kind of consent',
      break: set('pathways.csv', 0, { consent_kind: '' }),
      at: 'pathways.csv 2 consent_kind',
      says: 'in full',
    },
    {
      fault: 'a consent without its date',
      break: set('pathways.csv', 0, { consent_on: '' }),
      at: 'pathways.csv 2 consent_on',
      says: 'in full',
    },
    {
      fault: 'a consent in the future',
      break: set('pathways.csv', 0, { consent_on: '2026-12-01' }),
      at: 'pathways.csv 2 consent_on',
      says: 'future',
    },
    {
      fault: 'an unknown kind of consent',
      break: set('pathways.csv', 0, { consent_kind: 'writen' }),
      at: 'pathways.csv 2 consent_kind',
      instead: 'Write written.',
    },
    {
      fault: 'an unknown giver of consent',
      break: set('pathways.csv', 0, { given_by: 'mother' }),
      at: 'pathways.csv 2 given_by',
      instead: 'custody-holder',
    },
    {
      fault: 'a consent by parents after the 18th birthday',
      break: set('pathways.csv', 0, { given_by: 'custody-holder' }),
      at: 'pathways.csv 2 given_by',
      says: '18th birthday',
    },
    {
      fault: 'a case number without its system',
      break: set('pathways.csv', 0, { case_numbers: '26-4471' }),
      at: 'pathways.csv 2 case_numbers',
      instead: 'system:number',
    },
    {
      fault: 'two case numbers of one system',
      break: set('pathways.csv', 0, { case_numbers: 'DUBU:1|dubu:2' }),
      at: 'pathways.csv 2 case_numbers',
      says: 'twice',
    },
    {
      fault: 'an absence of nobody known',
      break: set('absences.csv', 0, { email: 'bo.wang@by.example' }),
      at: 'absences.csv 2 email',
      instead: '"bo.vang@by.example"',
    },
    {
      fault: 'an absence that ends before it begins',
      break: set('absences.csv', 0, { to_on: '2026-11-30' }),
      at: 'absences.csv 2 to_on',
      says: 'before from_on',
    },
    {
      fault: 'an absence without an end',
      break: set('absences.csv', 0, { to_on: '' }),
      at: 'absences.csv 2 to_on',
      says: 'empty',
    },
    {
      fault: 'an absence of many years',
      break: set('absences.csv', 0, { to_on: '2032-01-01' }),
      at: 'absences.csv 2 to_on',
      says: '730 days',
    },
    {
      fault: 'a closure that ends before it begins',
      break: set('closures.csv', 0, { to_on: '2026-12-01' }),
      at: 'closures.csv 2 to_on',
      says: 'before from_on',
    },
    {
      fault: 'a closure of half a year',
      break: set('closures.csv', 0, { to_on: '2027-06-30' }),
      at: 'closures.csv 2 to_on',
      says: '120 days',
    },
    {
      fault: 'closures that add up to half a year',
      break: both(
        set('closures.csv', 0, { to_on: '2027-03-26' }),
        add('closures.csv', { department: 'SOC', from_on: '2027-03-29', to_on: '2027-05-31' }),
      ),
      at: 'closures.csv 3 to_on',
      says: '120 days',
    },
    {
      fault: 'a CPR number in an alias',
      break: set('pathways.csv', 0, { alias: '140308-1234' }),
      at: 'pathways.csv 2 alias',
      says: 'CPR number',
    },
    {
      fault: 'a CPR number among case numbers',
      break: set('pathways.csv', 0, { case_numbers: 'DUBU:1403081234' }),
      at: 'pathways.csv 2 case_numbers',
      says: 'CPR number',
    },
    {
      fault: 'a CPR number as a department',
      break: set('people.csv', 3, { department: '140308 1234' }),
      at: 'people.csv 5 department',
      says: 'CPR number',
    },
  ];

  it.each(cases)('$fault', ({ break: breakIt, at, says, instead }) => {
    const tables = sound();
    breakIt(tables);
    const faults = faultsOf(checkOrganisation(filesOf(tables), today));
    const found = faults.find((fault) => place(fault) === at);
    expect(faults.map(place)).toContain(at);
    expect(found?.what.en).toContain(says ?? '');
    expect(found?.instead.en).toContain(instead ?? '');
    expect(found?.what.da).not.toBe(found?.what.en);
    expect(found?.instead.da).not.toBe(found?.instead.en);
    expect(describeFaults(faults, 'da')).not.toContain('1234');
  });

  it('and nothing but the fault is named: one mistake gives one fault', () => {
    const alone = cases.filter(({ fault }) => !/has another fault|own parent|circle of departments/.test(fault));
    for (const { fault, break: breakIt } of alone) {
      const tables = sound();
      breakIt(tables);
      const faults = faultsOf(checkOrganisation(filesOf(tables), today));
      // Changing a key also breaks what refers to it.
      const expected = /a code with spaces|an e-mail that is none/.test(fault) ? faults.length : 1;
      expect({ fault, faults: faults.length }).toEqual({ fault, faults: expected });
    }
  });

  it('and many at once are named in the order of files and lines', () => {
    const tables = sound();
    for (const { break: breakIt } of cases.slice(11, 20)) breakIt(tables);
    set('departments.csv', 1, { kind: 'x' })(tables);
    set('pathways.csv', 0, { model: 'x' })(tables);
    const faults = faultsOf(checkOrganisation(filesOf(tables), today));
    expect(faults.length).toBeGreaterThan(5);
    const order = faults.map(
      (fault) => `${names.indexOf(fault.file as FileName)}${String(fault.line).padStart(3, '0')}`,
    );
    expect(order).toEqual([...order].sort());
  });
});

describe('A file as a whole may be at fault', () => {
  const soundFiles = () => filesOf(sound());
  const withFile = (name: FileName, text: string): RawFiles => ({
    ...soundFiles(),
    [name]: new TextEncoder().encode(text),
  });
  const without = (name: FileName): RawFiles => {
    const { [name]: _left, ...rest } = soundFiles();
    return rest;
  };
  const people = COLUMNS['people.csv'].required.join(';');

  it.each([
    { fault: 'a required file is missing', files: without('people.csv'), places: ['people.csv 0 '] },
    { fault: 'it is empty', files: withFile('people.csv', ''), places: ['people.csv 0 '] },
    {
      fault: 'it has headings only, as if everybody had left',
      files: withFile('people.csv', people),
      places: ['people.csv 0 '],
    },
    { fault: 'its quotes are broken', files: withFile('people.csv', `${people}\n"x`), places: ['people.csv 2 '] },
    {
      fault: 'a column is missing',
      files: withFile('people.csv', people.replace(';email', '')),
      places: ['people.csv 1 email'],
    },
    {
      fault: 'a column is there twice',
      files: withFile('absences.csv', 'email;from_on;to_on;to_on\n'),
      places: ['absences.csv 1 to_on'],
    },
    {
      fault: 'a column is not known',
      files: withFile('absences.csv', 'email;from_on;to_on;reason\n'),
      places: ['absences.csv 1 reason'],
    },
    {
      fault: 'an optional column is misspelt',
      files: withFile(
        'departments.csv',
        'code;name;parent_code;manager_email;kinds\nLED;x;;;social\nSOC;x;;;\nJOB;x;;;',
      ),
      places: ['departments.csv 1 kinds'],
    },
    {
      fault: 'a line has more fields than headings',
      files: withFile('absences.csv', 'email;from_on;to_on\nbo.vang@by.example;2026-12-01;2026-12-02;syg\n'),
      places: ['absences.csv 2 #4'],
    },
    {
      fault: 'a CPR number stands in a heading',
      files: withFile('absences.csv', 'email;from_on;to_on;010170-1234\n'),
      places: ['absences.csv 1 #4'],
    },
    {
      fault: 'a CPR number stands in a column that is not known',
      files: withFile('absences.csv', 'email;from_on;to_on;cpr\nbo.vang@by.example;2026-12-01;2026-12-02;0101701234\n'),
      places: ['absences.csv 1 cpr', 'absences.csv 2 cpr'],
    },
    {
      fault: 'a CPR number stands where the headings should be',
      files: withFile('absences.csv', 'Bo;0101701234\n'),
      places: [
        'absences.csv 1 bo',
        'absences.csv 1 #2',
        'absences.csv 1 email',
        'absences.csv 1 from_on',
        'absences.csv 1 to_on',
      ],
    },
  ])('$fault', ({ files, places }) => {
    const faults = faultsOf(checkOrganisation(files, today));
    expect(faults.map(place).sort()).toEqual([...places].sort());
    expect(JSON.stringify(faults)).not.toContain('1234');
  });

  it('though not for empty columns at the end, as Excel leaves them', () => {
    const files = withFile('absences.csv', 'email;from_on;to_on;;\nbo.vang@by.example;2026-12-01;2026-12-02;;\n');
    expect(checkOrganisation(files, today)).toMatchObject({ ok: true });
  });
});

describe('Who has left leads nobody', () => {
  it('and makes no circle', () => {
    const tables = sound();
    Object.assign(tables['people.csv'][1] ?? {}, { manager_email: 'ann.berg@by.example', left_on: '2026-11-22' });
    expect(checkOrganisation(filesOf(tables), today)).toMatchObject({ ok: true });
  });
});

describe('Whatever stands in the cells', () => {
  const cell = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      '',
      'SOC',
      'ann.berg@by.example',
      '2026-02-30',
      '31-12-2099',
      '|',
      'mon|tue',
      ';"\n',
      'Ida Top',
      'da',
    ),
  );
  const change = fc.record({ file: fc.constantFrom(...names), row: fc.nat(4), column: fc.nat(14), text: cell });

  it('checking never fails: it gives an organisation or faults with places', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 12 }), (changes) => {
        const tables = sound();
        for (const { file, row, column, text } of changes) {
          const name = allColumns(file)[column % allColumns(file).length] ?? '';
          tables[file][row] = { ...tables[file][row], [name]: text };
        }
        const filled = Object.fromEntries(names.map((name) => [name, tables[name].filter(Boolean)])) as Tables;
        const checked = checkOrganisation(filesOf(filled), today);
        expect(checked.ok || checked.faults.length > 0).toBe(true);
        for (const fault of faultsOf(checked)) expect(place(fault)).toMatch(/^\w+\.csv \d+ (#\d+|\w*)$/);
      }),
      { numRuns: 300 },
    );
  });

  it('a CPR number in any of them is refused, and stands in no fault', () => {
    const cpr = fc.constantFrom(
      '0101701234',
      '010170-1234',
      'x 01.01.70 1234 y',
      '０１０１７０－１２３４',
      '610170\n1234',
    );
    fc.assert(
      fc.property(change, cpr, ({ file, row, column }, number) => {
        const tables = sound();
        const columns = allColumns(file);
        const at = row % tables[file].length;
        tables[file][at] = { ...tables[file][at], [columns[column % columns.length] ?? '']: number };
        const faults = faultsOf(checkOrganisation(filesOf(tables), today));
        expect(faults.map(place)).toContain(`${file} ${at + 2} ${columns[column % columns.length]}`);
        expect(faults.some((fault) => fault.what.en.includes('CPR'))).toBe(true);
        for (const locale of ['da', 'en'] as const) {
          expect(holdsCpr(describeFaults(faults, locale))).toBe(false);
          expect(describeFaults(faults, locale)).not.toContain('1234');
        }
      }),
      { numRuns: 200 },
    );
  });
});
