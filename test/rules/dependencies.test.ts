import { readFileSync } from 'node:fs';
import {
  advisoryFaults,
  packageFaults,
  type Reviewed,
  readAudit,
  readLock,
  readReviewed,
} from '../../scripts/dependencies/review';

const json = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));
const TODAY = '2026-12-01';
const because = 'It never runs in an installation.';
type Row = Reviewed['packages'][number];
const row: Row = { name: 'old', versions: ['1.0.0'], is: 'deprecated', because, lookAgainOn: '2027-06-01' };
const advisory = { id: 'GHSA-1', package: 'old', because, lookAgainOn: '2027-06-01' };
const list = (packages: Reviewed['packages'], advisories: Reviewed['advisories'] = []): Reviewed => ({
  packages,
  advisories,
});
const lock = (packages: Readonly<Record<string, { version?: string; deprecated?: string; dev?: boolean }>>) =>
  readLock({ packages: { '': { version: '0.1.0' }, ...packages } });

describe('what gets no more fixes', () => {
  test('is all looked at, and the list says nothing that is not so', () => {
    const reviewed = readReviewed(json('scripts/dependencies/reviewed.json'));
    expect(packageFaults(readLock(json('package-lock.json')), reviewed, TODAY)).toEqual([]);
    const names = reviewed.packages.filter(({ is }) => is === 'end-of-life').map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['botbuilder', '@microsoft/teams-ai']));
  });

  test.each<{ what: string; installed: Parameters<typeof lock>[0]; reviewed: Reviewed; faults: RegExp[] }>([
    {
      what: 'a deprecated package that nobody has looked at',
      installed: { 'node_modules/a/node_modules/@of/old': { version: '1.0.0', deprecated: 'use new' } },
      reviewed: list([]),
      faults: [/^@of\/old 1\.0\.0 is deprecated \("use new"\).* Replace it; or write into/],
    },
    {
      what: 'one that was looked at in another version',
      installed: {
        'node_modules/old': { version: '1.0.0', deprecated: 'x' },
        'node_modules/a/node_modules/old': { version: '1.0.1', deprecated: 'x' },
      },
      reviewed: list([row]),
      faults: [/^old 1\.0\.1 is deprecated/],
    },
    {
      what: 'one at the end of its life in another version',
      installed: { 'node_modules/old': { version: '1.0.0' }, 'node_modules/a/node_modules/old': { version: '2.0.0' } },
      reviewed: list([{ ...row, is: 'end-of-life' }]),
      faults: [/^old 2\.0\.0 is another version than the 1\.0\.0 that was looked at/],
    },
    {
      what: 'a listed one that is gone',
      installed: { 'node_modules/old': { version: '2.0.0' } },
      reviewed: list([row]),
      faults: [/^old 1\.0\.0 is no longer installed.* take it out/],
    },
    {
      what: 'one whose day to be looked at again has come',
      installed: { 'node_modules/old': { version: '1.0.0', deprecated: 'x' } },
      reviewed: list([{ ...row, lookAgainOn: TODAY }]),
      faults: [/^old was to be looked at again on 2026-12-01/],
    },
    {
      what: 'and nothing where it was looked at',
      installed: {
        'node_modules/old': { version: '1.0.0', deprecated: 'x' },
        'node_modules/new': { version: '1.0.0' },
      },
      reviewed: list([row]),
      faults: [],
    },
  ])('is found: $what', ({ installed, reviewed, faults }) => {
    const found = packageFaults(lock(installed), reviewed, TODAY);
    expect(found).toEqual(faults.map((one) => expect.stringMatching(one)));
  });

  test('is listed with a reason and a day', () => {
    expect(() => readReviewed(list([{ ...row, because: ' ' }]))).toThrow(/because/);
    expect(() => readReviewed(list([{ ...row, lookAgainOn: 'some day' }]))).toThrow(/lookAgainOn/);
  });
});

describe('known weaknesses', () => {
  const answer = {
    auditReportVersion: 2,
    vulnerabilities: {
      above: { via: ['old'] },
      old: {
        via: [
          { source: 1, name: 'old', url: 'https://github.com/advisories/GHSA-1', title: 'Leaks', severity: 'high' },
        ],
      },
    },
  };

  test('are read from the answer of npm, and an answer that is none is told apart from none', () => {
    expect(readAudit(answer)).toEqual([{ id: 'GHSA-1', package: 'old', severity: 'high', title: 'Leaks' }]);
    expect(readAudit({ auditReportVersion: 2, vulnerabilities: {} })).toEqual([]);
    expect(readAudit({ message: '405 Method Not Allowed', statusCode: 405 })).toBeUndefined();
    expect(readAudit(undefined)).toBeUndefined();
  });

  test('that nobody has looked at are found, and so is a row about none and a day that has come', () => {
    const known = readAudit(answer) ?? [];
    expect(advisoryFaults(known, list([]), TODAY)).toEqual([
      expect.stringMatching(/^old: high: Leaks \(https:.*GHSA-1\)\. Update it; or write/),
    ]);
    expect(advisoryFaults(known, list([], [advisory]), TODAY)).toEqual([]);
    expect(advisoryFaults([], list([], [advisory]), TODAY)).toEqual([expect.stringMatching(/no longer reported/)]);
    expect(advisoryFaults(known, list([], [{ ...advisory, lookAgainOn: TODAY }]), TODAY)).toEqual([
      expect.stringMatching(/looked at again on 2026-12-01/),
    ]);
  });
});
