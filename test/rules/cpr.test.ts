import fc from 'fast-check';
import { findCpr, holdsCpr, withoutCprIn } from '../../bot/privacy/cpr';
import { checks, cprNumbers, diceOf, harmless, SPELLINGS } from '../support/cpr-numbers';

const SEED = 20_260_312;

describe('A text holds a CPR number', () => {
  it.each([
    { how: 'run together', text: '0101701234' },
    { how: 'with a hyphen', text: 'Ring til 010170-1234 i morgen' },
    { how: 'with a space', text: '010170 1234' },
    { how: 'with a no-break space', text: '010170\u00a01234' },
    { how: 'with a dot', text: '010170.1234' },
    { how: 'with a slash', text: '010170/1234' },
    { how: 'with an en dash', text: '010170–1234' },
    { how: 'with a no-break hyphen', text: '010170\u20111234' },
    { how: 'with a minus sign', text: '010170\u22121234' },
    { how: 'with a hyphen between spaces', text: '010170 - 1234' },
    { how: 'with a zero-width space inside', text: '0101\u200b70-1234' },
    { how: 'with a soft hyphen', text: '010170\u00ad1234' },
    { how: 'spelled as a date with spaces', text: '01 01 70 1234' },
    { how: 'spelled as a date with dots', text: '01.01.70-1234' },
    { how: 'spelled as a date with hyphens', text: '01-01-70-1234' },
    { how: 'spelled as a date with slashes', text: '01/01/70 1234' },
    { how: 'in pairs', text: '01 01 70 12 34' },
    { how: 'with the last four in pairs', text: '010170 12 34' },
    { how: 'with the century written out', text: '01.01.1970-1234' },
    { how: 'in full-width digits', text: '０１０１７０－１２３４' },
    { how: 'broken at the hyphen', text: '010170-\n1234' },
    { how: 'broken over two lines with an indent', text: 'CPR 010170\r\n    1234' },
    { how: 'broken inside the date', text: '0101\n70-1234' },
    { how: 'broken inside the last four', text: '010170-12\r\n34' },
    { how: 'without a check digit that fits', text: '010165-0000' },
    { how: 'a replacement number with sixty added to the day', text: '610170-1234' },
    { how: 'the last replacement day of a month', text: '910170-1234' },
    { how: 'a leap day', text: '290204-1234' },
    { how: 'right after letters', text: 'cpr0101701234' },
    { how: 'before a number that follows', text: 'Barn 2: 010170-1234 12 år' },
    { how: 'after a number before it', text: 'Barn 2 01 01 70 1234' },
    { how: 'after a plus sign, but with its hyphen', text: '+010170-1234' },
    { how: 'in an account that is one by law', text: 'NemKonto 0101701234' },
    { how: 'with the century and a time that is none', text: 'født 01.01.1970 1234' },
    { how: 'beside an account', text: 'reg. 1234 konto 0101701234, cpr 010170-1234' },
    { how: 'after a date', text: 'den 12.03.2026: 01.01.70-1234' },
    { how: 'behind another label', text: 'konto: cpr 0101701234' },
  ])('$how', ({ text }) => {
    expect(holdsCpr(text)).toBe(true);
  });
});

describe('A text holds no CPR number', () => {
  it.each([
    { why: 'nothing is there', text: '' },
    { why: 'nine digits are too few', text: '010170-123' },
    { why: 'eleven digits are too many', text: '01017012345' },
    { why: 'it stands within a longer run of digits', text: '20101701234' },
    { why: 'the month does not exist', text: '011370-1234' },
    { why: 'the day does not exist', text: '320170-1234' },
    { why: 'the month is too short for the day', text: '310470-1234' },
    { why: 'the year has no leap day', text: '290203-1234' },
    { why: 'no replacement day is that high', text: '920170-1234' },
    { why: 'it is a telephone number with its country', text: '+45 20 12 34 56' },
    { why: 'it is a foreign telephone number', text: '+31 12 34 56 78' },
    { why: 'it is a foreign telephone number run together', text: '+3112345678' },
    { why: 'it is a Danish telephone number', text: 'Ring 20 12 34 56' },
    { why: 'two telephone numbers stand side by side', text: '20 12 34 56 11 12 13 14' },
    { why: 'two telephone numbers stand one above the other', text: '22 11 65 40\n22 11 65 41' },
    { why: 'it is named as an account', text: 'reg. 1234 konto 0101701234' },
    { why: 'it is named as an account with its number', text: 'Kontonr.: 0101701234' },
    { why: 'the registration number names it', text: 'reg.nr. 1234 0101701234' },
    { why: 'it is a Danish IBAN in groups', text: 'DK50 0040 0440 1162 43' },
    { why: 'it is a Danish IBAN run together', text: 'DK5000400440116243' },
    { why: 'it is an account named with its registration number', text: 'Kontonr. 9033 0101701234' },
    { why: 'the registration number and a comma name it', text: 'Reg.nr. 4590, 0101701234' },
    { why: 'it is the second day of a period', text: '09.11.18 - 12.09.1955' },
    { why: 'a Danish IBAN begins with a possible date', text: 'DK881211 2654 9063 35' },
    { why: 'it is named as a production unit', text: 'produktionsenhed 1010954003' },
    { why: 'it is named as a business unit', text: 'P-nr. 1003412345' },
    { why: 'it is a reference', text: 'BF-2026-0142' },
    { why: 'it is a machine id', text: 'ab010170-1234-4000-8000-000000000001' },
    { why: 'it is a date and a time of day', text: '01.12.2026 kl. 13.00, senest 01.12.26 13.00' },
    { why: 'it is a day and an instant of a record', text: '2026-11-22T10:39:13Z' },
    { why: 'it is an EAN number', text: '5798000123456' },
    { why: 'it is a sum', text: '12.345.678,50 kr.' },
  ])('when $why', ({ text }) => {
    expect(holdsCpr(text)).toBe(false);
  });
});

describe('Every CPR number is found', () => {
  const two = (n: number) => String(n).padStart(2, '0');
  const date = fc
    .date({ min: new Date('1900-01-01T00:00:00Z'), max: new Date('2057-12-31T00:00:00Z'), noInvalidDate: true })
    .map((at) => `${two(at.getUTCDate())}${two(at.getUTCMonth() + 1)}${two(at.getUTCFullYear() % 100)}`);
  const serial = fc.integer({ min: 0, max: 9999 }).map((n) => String(n).padStart(4, '0'));
  const words = fc.string().map((text) => text.normalize('NFKC').replace(/[\d\p{Cf}+]/gu, 'x'));

  it('whatever the date, the last four and the words around it', () => {
    fc.assert(
      fc.property(
        date,
        serial,
        fc.constantFrom('-', ' ', '', '.', '\n'),
        words,
        words,
        (day, last, between, left, right) => {
          // What is named as an account is taken for one.
          fc.pre(!/(?:konto|kto|nr|nummer|giro|account|iban|faktura)\W*$/iu.test(left));
          expect(holdsCpr(`${left} ${day}${between}${last} ${right}`)).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('and texts of any kind are judged without failing', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => typeof holdsCpr(text) === 'boolean'));
  });

  it('and a long text is judged in no time', () => {
    const long = `${'1\n'.repeat(60_000)}${' 01 01'.repeat(20_000)}${'-'.repeat(50_000)}`;
    const started = performance.now();
    expect(holdsCpr(long)).toBe(false);
    expect(performance.now() - started).toBeLessThan(1000);
  });
});

describe('Every way of writing a number', () => {
  const numbers = cprNumbers(500, SEED);
  const around = ['', 'Borgeren er ', 'CPR:', 'Barn 2\n'];

  it('is tried with numbers of every sort', () => {
    expect(new Set(numbers.map(({ date, serial }) => date + serial)).size).toBe(500);
    expect(numbers.filter(({ date, serial }) => checks(date + serial))).toHaveLength(250);
    expect(numbers.filter(({ replacement }) => replacement)).toHaveLength(100);
  });

  it.each(Object.entries(SPELLINGS))('is found: %s', (_, write) => {
    const missed = numbers.filter(
      ({ date, serial }, at) => !holdsCpr(`${around[at % around.length]}${write(date, serial)}, ring gerne`),
    );
    expect(missed).toEqual([]);
  });

  it.each(Object.entries(SPELLINGS))('is gone from what stands again: %s', (_, write) => {
    const left = numbers.filter(({ date, serial }) =>
      holdsCpr(withoutCprIn(`Født ${write(date, serial)}, ring gerne`)),
    );
    expect(left).toEqual([]);
  });
});

describe('What is no CPR number goes through', () => {
  it.each(harmless(diceOf(SEED)))('$what: of 10,000 at most $allowed are refused', ({ allowed, write }) => {
    const texts = Array.from({ length: 1_000 }, write);
    expect(new Set(texts).size).toBeGreaterThan(100);
    expect(texts.filter(holdsCpr).length * 10).toBeLessThanOrEqual(allowed);
  });
});

describe('The place of a CPR number is told, never the number', () => {
  const cpr = '010170-1234';
  const nested = (depth: number): unknown => (depth === 0 ? 'harmless' : { in: nested(depth - 1) });
  const loop: Record<string, unknown> = {};
  loop.self = loop;

  it.each([
    { what: 'a text', value: cpr, path: '$' },
    { what: 'a field', value: { why: cpr }, path: '$.why' },
    { what: 'an item of a list', value: { answers: ['a', 'b', { why: cpr }] }, path: '$.answers[2].why' },
    { what: 'a number that lost its zero', value: { n: 101701234 }, path: '$.n' },
    { what: 'the name of a field', value: { a: { [cpr]: 1 } }, path: '$.a.*' },
    { what: 'below a field with a name that is no word', value: { 'a.b': { c: cpr } }, path: '$.*.c' },
    { what: 'names that make a number together', value: { '010170': { '1234': cpr } }, path: '$' },
    { what: 'the first of several', value: { a: 'x', b: cpr, c: cpr }, path: '$.b' },
  ])('$what', ({ value, path }) => {
    expect(findCpr(value)).toBe(path);
  });

  it.each([
    { what: 'nothing', value: undefined },
    { what: 'null', value: null },
    { what: 'harmless answers', value: { a: ['x', 1, true, null], b: { c: 'BF-2026-0142' } } },
    { what: 'an instant in milliseconds', value: { at: 1_795_344_000_000 } },
    { what: 'a fraction', value: { share: 0.1234567891 } },
  ])('is not told of $what', ({ value }) => {
    expect(findCpr(value)).toBeUndefined();
  });

  it('and what is nested too deep to be judged counts as holding one', () => {
    expect(findCpr(nested(31))).toBeUndefined();
    expect(findCpr(nested(40))).toMatch(/^\$(\.in)+$/);
    expect(findCpr(loop)).toMatch(/^\$(\.self)+$/);
  });
});

describe('A form that held a CPR number stands again', () => {
  it.each([
    { how: 'without the figures of its line', text: 'Født 310808-1234, ring', is: 'Født ••••••-••••, ring' },
    { how: 'with the other lines as they were', text: 'Kl. 13\n0101701234 er hans', is: 'Kl. 13\n•••••••••• er hans' },
    { how: 'with nothing where nothing else was written', text: '010170-1234', is: '' },
    { how: 'as it was where there is none', text: 'Kl. 13 i lokale 4', is: 'Kl. 13 i lokale 4' },
  ])('$how', ({ text, is }) => {
    expect(withoutCprIn(text)).toBe(is);
  });

  it('and never holds one, whatever stands around it', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), fc.string({ maxLength: 60 }), (before, after) => {
        expect(holdsCpr(withoutCprIn(`${before}310808-1234${after}`))).toBe(false);
      }),
    );
  });
});
