import { describeFaults, describeReport } from '../../bot/people/import/describe';
import type { Fault } from '../../bot/people/import/fault';
import type { ImportReport } from '../../bot/people/import/run';
import { sayings } from '../../bot/people/import/sayings';

const NOTHING_NEW: ImportReport = {
  departments: 3,
  departmentsGone: [],
  people: { created: 0, updated: 0, left: 0, returned: 0 },
  pathways: { created: 0, filled: 0, unchanged: 1 },
  absences: 2,
  closures: null,
  orphans: 0,
  withoutLead: [],
  differences: [],
};

describe('The command line shows', () => {
  const fault: Fault = {
    file: 'people.csv',
    line: 4,
    column: 'department',
    ...sayings.unknownDepartment('SOCI', 'SOC'),
  };
  const missing: Fault = { file: 'people.csv', line: 0, column: '', ...sayings.missingFile('people.csv') };

  it.each([
    {
      what: 'one fault in Danish',
      faults: [fault],
      locale: 'da',
      lines: ['Ret denne fejl', 'people.csv, linje 4, department: ', 'Skriv "SOC"'],
    },
    {
      what: 'one fault in English',
      faults: [fault],
      locale: 'en',
      lines: ['this fault', 'people.csv, line 4, department: ', 'Write "SOC"'],
    },
    {
      what: 'several faults',
      faults: [fault, missing],
      locale: 'en',
      lines: ['these 2 faults', 'people.csv: people.csv is missing'],
    },
  ] as const)('$what', ({ faults, locale, lines }) => {
    for (const line of lines) expect(describeFaults(faults, locale)).toContain(line);
  });

  it('an import that changed nothing in five lines', () => {
    expect(describeReport(NOTHING_NEW, 'da').split('\n')).toHaveLength(5);
    expect(describeReport(NOTHING_NEW, 'en')).toContain('Closures: no file, so they are as before');
  });

  it('what somebody has to look after, by reference', () => {
    const report: ImportReport = {
      ...NOTHING_NEW,
      departmentsGone: ['JOB'],
      orphans: 2,
      withoutLead: ['BF-1'],
      differences: [{ ref: 'BF-2', field: 'model' }],
    };
    expect(describeReport(report, 'da').split('\n').slice(5)).toEqual([
      'Afdelinger, der ikke længere står i filen: JOB',
      'Står nu uden ansvarlig: 2',
      'Forløb uden tovholder: BF-1',
      'BF-2: filen siger noget andet i model. Forløbet er ikke ændret.',
    ]);
    expect(describeReport(report, 'en').split('\n').slice(5)).toEqual([
      'Departments that are no longer in the file: JOB',
      'Now without an owner: 2',
      'Pathways without a case lead: BF-1',
      'BF-2: the file says otherwise in model. The pathway was left as it is.',
    ]);
  });
});

describe('The words of the faults', () => {
  it('show no value that could steer a terminal, and no long one in full', () => {
    const { what } = sayings.email(`a\u001b[31m\n${'x'.repeat(500)}`);
    expect(what.en).not.toMatch(/\p{Cc}/u);
    expect(what.en.length).toBeLessThan(120);
  });

  it('keep to the word list', () => {
    const said = [
      ...Object.entries(sayings).map(([, say]) => String(say)),
      describeReport({ ...NOTHING_NEW, orphans: 1, withoutLead: ['x'] }, 'da'),
    ].join();
    expect(said).not.toMatch(/\bsag|stedfortræder|afgørelse|udeblivelse|eskalering/i);
  });
});
