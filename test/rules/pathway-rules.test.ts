import fc from 'fast-check';
import {
  aliasFault,
  earliestStart,
  findPeople,
  linkPair,
  linkStep,
  proposedRef,
  readBirth,
  readEnd,
  readStart,
  refFault,
  systemName,
} from '../../bot/pathways/rules';
import { makeSealer } from '../../bot/privacy/seal';
import { asDay } from '../../bot/time/day';

describe('a proposed reference', () => {
  test.each([
    { has: ['BF-2026-0142', 'BF-2026-0098', 'BF-2025-0310'], is: 'BF-2026-0143', why: 'counts on within the year' },
    { has: ['BF-2025-0310', 'BF-2025-0142'], is: 'BF-2026-0001', why: 'begins anew with the year' },
    { has: ['SOC/2026/99', 'BF-2025-0310'], is: 'SOC/2026/100', why: 'takes the form of the newest' },
    { has: ['2026-7'], is: '2026-8', why: 'without letters' },
    { has: ['FORLØB 12', 'FORLØB 9'], is: 'FORLØB 13', why: 'counts where there is no year' },
    { has: ['Birk', 'A.K.'], is: 'BF-2026-0001', why: 'has a form of ours where the house has none' },
    { has: [], is: 'BF-2026-0001', why: 'for the first pathway of all' },
  ])('$why: $is', ({ has, is }) => {
    expect(proposedRef(has, '2026')).toBe(is);
  });

  test('is one that can be used, and none of those that exist in its form', () => {
    const refs = fc.array(fc.stringMatching(/^[A-Z]{1,3}-20[12]\d-\d{1,5}$/), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(refs, (has) => {
        const proposed = proposedRef(has, '2026');
        expect(has).not.toContain(proposed);
        expect(refFault(proposed)).toBeUndefined();
      }),
    );
  });
});

describe('a reference', () => {
  test.each(['BF-2026-0142', '2026/7', 'Å.1', 'x_9', '7'])('can be "%s"', (ref) => {
    expect(refFault(ref)).toBeUndefined();
  });

  test.each(['', ' ', 'BF', 'BF 2026', 'BF-2026.', '-1', '%1', 'BF-2026-0142!', `B${'1'.repeat(40)}`])(
    'cannot be "%s"',
    (ref) => {
      expect(refFault(ref)).toBe('bad-ref');
    },
  );
});

describe('an alias', () => {
  const staff = ['Carla Holm', 'Birk', 'Åse Øst'];

  test.each(['A.K.', 'AK', 'Lykke', 'Ung-3', 'Fyr 7', 'Måne', 'M.', 'a', 'Havørn'])('can be "%s"', (alias) => {
    expect(aliasFault(alias, staff)).toBeUndefined();
  });

  test.each([
    { alias: '', is: 'bad-alias' },
    { alias: 'Anna Lund', is: 'bad-alias' },
    { alias: 'Anna-Lund', is: 'bad-alias' },
    { alias: 'anna marie lund', is: 'bad-alias' },
    { alias: '010170', is: 'bad-alias' },
    { alias: 'A 0101', is: 'bad-alias' },
    { alias: 'Birk2009', is: 'bad-alias' },
    { alias: 'Birk 12-3', is: 'bad-alias' },
    { alias: 'x'.repeat(21), is: 'bad-alias' },
    { alias: 'birk', is: 'alias-of-staff' },
    { alias: 'BIRK', is: 'alias-of-staff' },
  ])('cannot be "$alias"', ({ alias, is }) => {
    expect(aliasFault(alias, staff)).toBe(is);
  });
});

describe('days', () => {
  const today = asDay('2026-02-28');

  test.each([
    { typed: '', is: null },
    { typed: '2008-08-31', is: '2008-08-31' },
    { typed: '2026-02-28', is: '2026-02-28' },
    { typed: '2026-03-01', is: 'bad-birth-date' },
    { typed: '1899-12-31', is: 'bad-birth-date' },
    { typed: '31-08-2008', is: 'bad-birth-date' },
  ])('of birth: "$typed"', ({ typed, is }) => {
    expect(readBirth(typed, today)).toBe(is);
  });

  test.each([
    { typed: '2026-02-28', is: '2026-02-28' },
    { typed: '2025-02-28', is: '2025-02-28' },
    { typed: '2025-02-27', is: 'bad-start' },
    { typed: '2026-03-01', is: 'bad-start' },
    { typed: '', is: 'bad-start' },
  ])('of beginning, a year back at most: "$typed"', ({ typed, is }) => {
    expect(readStart(typed, today)).toBe(is);
    expect(earliestStart(asDay('2028-02-29'))).toBe('2027-02-28');
  });

  test.each([
    { typed: '2026-02-28', is: '2026-02-28' },
    { typed: '2025-09-01', is: '2025-09-01' },
    { typed: '2025-08-31', is: 'bad-end-date' },
    { typed: '2026-03-01', is: 'bad-end-date' },
    { typed: 'i går', is: 'bad-end-date' },
  ])('of ending, not before it began: "$typed"', ({ typed, is }) => {
    expect(readEnd(typed, asDay('2025-09-01'), today)).toBe(is);
  });
});

describe('people are found', () => {
  const people = [
    { id: '1', name: 'Bo Lindgren', email: 'bo.lindgren@by.example' },
    { id: '2', name: 'Bolette Skov', email: 'bsk@by.example' },
    { id: '3', name: 'Sørine Dahl', email: 'soerine@by.example' },
    { id: '4', name: 'Åse Østergård', email: 'aase@by.example' },
    { id: '5', name: 'Anne-Marie Boe', email: 'amb@by.example' },
    { id: '6', name: 'René Bock', email: 'rb@other.example' },
  ];
  const idsOf = (query: string, most?: number) => {
    const found = findPeople(people, query, most);
    return found === 'too-short' ? found : found.hits.map((one) => one.id);
  };

  test.each([
    { query: 'bo', ids: ['1', '2', '5', '6'], why: 'by the beginning of any name, whose name begins with it first' },
    { query: 'lind', ids: ['1'], why: 'by a last name' },
    { query: 'BO  lind', ids: ['1'], why: 'by both, in capitals and with spaces' },
    { query: 'soerine', ids: ['3'], why: 'with oe for ø' },
    { query: 'sørine', ids: ['3'], why: 'with ø' },
    { query: 'aase oest', ids: ['4'], why: 'with aa for å' },
    { query: 'rene', ids: ['6'], why: 'without the accent' },
    { query: 'marie', ids: ['5'], why: 'by the second half of a double name' },
    { query: 'bsk', ids: ['2'], why: 'by what stands before the @' },
    { query: 'bo.lindgren@by', ids: ['1'], why: 'by the e-mail' },
    { query: 'example', ids: [], why: 'never by the domain alone' },
    { query: '@by.example', ids: [], why: 'nor by the domain with its @' },
    { query: 'xyz', ids: [], why: 'not at all' },
  ])('$why: "$query"', ({ query, ids }) => {
    expect(idsOf(query)).toEqual(ids);
  });

  test.each(['', ' ', 'b', ' b '])('from two letters on, not by "%s"', (query) => {
    expect(idsOf(query)).toBe('too-short');
  });

  test('six at most, and how many more there are is said', () => {
    const crowd = Array.from({ length: 9 }, (_, n) => ({ id: String(n), name: `Bo ${n}`, email: '' }));
    expect(findPeople(crowd, 'bo')).toMatchObject({ hits: crowd.slice(0, 6), more: 3 });
  });
});

test.each([
  { typed: ' dubu ', used: [], is: 'DUBU' },
  { typed: 'Nova  Sag', used: ['NOVA SAG'], is: 'NOVA SAG' },
  { typed: 'Mit system', used: [], is: 'Mit system' },
])('a system is written as the house writes it: "$typed"', ({ typed, used, is }) => {
  expect(systemName(typed, used)).toBe(is);
});

describe('a link', () => {
  test('keeps its two pathways in one order', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.uuid(), (a, b) => {
        const { oneId, otherId } = linkPair(a, b);
        expect([oneId <= otherId, linkPair(b, a)]).toEqual([true, { oneId, otherId }]);
      }),
    );
  });

  test.each([
    { status: undefined, theirs: false, sees: false, is: 'ask', why: 'their lead is asked' },
    { status: undefined, theirs: false, sees: true, is: 'connect', why: 'whoever sees both links at once' },
    { status: 'asked', theirs: false, sees: false, is: 'wait', why: 'asked already' },
    { status: 'asked', theirs: true, sees: false, is: 'connect', why: 'they asked first: both want it' },
    { status: 'linked', theirs: true, sees: true, is: 'already', why: 'linked already' },
    { status: 'declined', theirs: false, sees: false, is: 'ask', why: 'may be asked again' },
    { status: 'ended', theirs: true, sees: true, is: 'connect', why: 'may be linked again' },
  ] as const)('$why ($status)', ({ status, theirs, sees, is }) => {
    expect(linkStep(status && { status, askedByThem: theirs }, sees)).toBe(is);
  });
});

describe('a keyed hash', () => {
  const place = { tenantId: 'd0000000-0000-4000-8000-000000000001', table: 'external', column: 'email_hash' };
  const one = new Uint8Array(32).fill(1);
  const two = new Uint8Array(32).fill(2);
  const hash = (keys: ReadonlyMap<number, Uint8Array>, text: string, where = place) =>
    makeSealer(() => keys).hashes(where, text);

  test('is the same for the same text, and shows nothing of it', () => {
    const [first = ''] = hash(new Map([[1, one]]), 'lene@klinik.example');
    expect(hash(new Map([[1, one]]), 'lene@klinik.example')).toEqual([first]);
    expect(first).toMatch(/^1:[\w-]{43}$/);
    expect(first).not.toContain('lene');
  });

  test('is another for another text, key, column and municipality', () => {
    const keys = new Map([[1, one]]);
    const others = [
      ...hash(keys, 'a'),
      ...hash(keys, 'b'),
      ...hash(new Map([[1, two]]), 'a'),
      ...hash(keys, 'a', { ...place, column: 'other' }),
      ...hash(keys, 'a', { ...place, tenantId: 'd0000000-0000-4000-8000-000000000002' }),
    ];
    expect(new Set(others).size).toBe(5);
  });

  test('of an older key is still found when a newer one has come', () => {
    const [kept] = hash(new Map([[1, one]]), 'a');
    const sought = hash(
      new Map([
        [1, one],
        [2, two],
      ]),
      'a',
    );
    expect(sought).toHaveLength(2);
    expect(sought[0]).toMatch(/^2:/);
    expect(sought).toContain(kept);
  });
});
