import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createZone, dayOf, minutesOf } from './calendar';
import { check } from './checker';
import type { JournalEvent } from './journal';

const zone = createZone('Europe/Copenhagen');
const local = (text: string): string =>
  new Date(zone.instantAt(dayOf(text.slice(0, 10)), minutesOf(text.slice(11)))).toISOString();
const KEY = 'introduction/0198c2d4-0000-7000-8000-000000000001/1';
const AT = local('2026-02-27 07:00');

const person = (personId: string, managerId: string | null, worksOn: readonly number[] = []): JournalEvent => ({
  ...{ type: 'person', at: AT, personId, managerId, worksOn },
  ...{ departmentId: 'job', deputyId: null, leftOn: null },
});
/** Nadja begins on Monday 2 March: due on the 16th, her manager Sørine hears on Monday the 9th. */
const HOUSE: readonly JournalEvent[] = [
  { type: 'ladders', at: AT, ladders: readFileSync(path.resolve('content/policy/ladders.yaml'), 'utf8') },
  { type: 'house', at: AT, zone: 'Europe/Copenhagen', opens: '08:00', closes: '16:00', freeDays: [] },
  person('Sørine', null),
  person('Nadja', 'Sørine'),
];
const opened: JournalEvent = {
  ...{ type: 'opened', at: local('2026-03-02 08:00'), key: KEY, kind: 'introduction', round: 1, ownerId: 'Nadja' },
  ...{ ownerRole: 'person', roles: {}, anchors: { due: '2026-03-16' }, ownCard: false },
};
const met = (on: string): JournalEvent => ({ type: 'own-card', at: local(on), key: KEY });
const closed = (on: string): JournalEvent => ({ type: 'closed', at: local(on), key: KEY, how: 'met' });
const moment = (on: string): JournalEvent => ({ type: 'moment', at: local(on) });
const line = (rung: string, to: string, on: string): readonly JournalEvent[] => [
  { type: 'digest', at: local(on), to, lines: 1 },
  { type: 'told', at: local(on), key: KEY, rung, to, by: 'line', activityId: `${rung} ${on}` },
];
const found = (...events: readonly JournalEvent[]): readonly string[] =>
  check([...HOUSE, ...events]).breaches.map(({ name, rule, rung, personId }) =>
    [name, rule, rung, personId].filter((part) => part !== null).join(' '),
  );

describe('the checker on a new colleague', () => {
  test('met in the first hour and through in the first week: nobody is told, and nothing is wrong', () => {
    expect(found(opened, met('2026-03-02 08:00'), closed('2026-03-05 10:00'), moment('2026-03-31 10:00'))).toEqual([]);
  });

  test('the manager is told on day 7, and when it is late', () => {
    const told = [
      ...line('set-time', 'Sørine', '2026-03-09 08:00'),
      ...line('halfway', 'Nadja', '2026-03-10 08:00'),
      ...line('late', 'Sørine', '2026-03-17 08:00'),
    ];
    const last: JournalEvent = {
      ...{ type: 'told', at: local('2026-03-13 09:00'), key: KEY, rung: 'last', to: 'Nadja', by: 'card' },
      activityId: 'last',
    };
    const all = [opened, met('2026-03-02 08:00'), ...told, last, moment('2026-03-31 10:00')];
    expect(found(...all)).toEqual([]);
    expect(found(...all.filter((event) => !told.slice(0, 2).includes(event)))).toEqual(['missed time set-time Sørine']);
  });

  test('a manager who is told though it is done is found', () => {
    const late = line('late', 'Sørine', '2026-03-17 08:00');
    const all = [opened, met('2026-03-02 08:00'), closed('2026-03-05 10:00'), ...late, moment('2026-03-31 10:00')];
    expect(found(...all)).toEqual(['needless settled late Sørine']);
  });

  test.each([
    ['not at all', [], ['missed time Nadja']],
    ['a day late', [met('2026-03-03 08:00')], ['late time Nadja']],
    ['a day early', [met('2026-03-01 08:00')], ['early time Nadja']],
  ])('met %s is found', (_how, cards, breaches) => {
    expect(found(opened, ...cards, closed('2026-03-05 10:00'), moment('2026-03-31 10:00'))).toEqual(breaches);
  });

  test('who is away on the first day is met on the first that they are there', () => {
    const away: JournalEvent = {
      ...{ type: 'absence', at: AT, personId: 'Nadja', fromOn: '2026-03-02', toOn: '2026-03-03' },
    };
    const rest = [closed('2026-03-05 10:00'), moment('2026-03-31 10:00')];
    expect(found(away, opened, met('2026-03-04 08:00'), ...rest)).toEqual([]);
    expect(found(away, opened, met('2026-03-05 08:00'), ...rest)).toEqual(['late time Nadja']);
  });

  test('whoever is met though nobody began is found', () => {
    expect(found(met('2026-03-02 08:00'), moment('2026-03-31 10:00'))).toEqual(['unseen unknown']);
  });

  test('what somebody answered in a course is shown to nobody else', () => {
    const shown = (to: string): JournalEvent => ({
      ...{ type: 'answer-shown', at: local('2026-03-04 10:00'), learnerId: 'Nadja', to, near: 'Drage 20001' },
    });
    expect(found(shown('Nadja'))).toEqual([]);
    expect(found(shown('Sørine'))).toEqual(['leaked sight Sørine']);
  });
});
