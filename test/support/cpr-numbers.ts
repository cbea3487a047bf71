/** Numbers between 0 and 1, the same in every run (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export type Dice = {
  /** A whole number from 0 up to, and not including, `n`. */
  readonly below: (n: number) => number;
  readonly digits: (n: number) => string;
  readonly pick: <T>(items: readonly T[]) => T;
};

/** What a test draws by chance, the same in every run with the same seed. */
export function diceOf(seed: number): Dice {
  const random = seeded(seed);
  const below = (n: number): number => Math.floor(random() * n);
  return {
    below,
    digits: (n) => Array.from({ length: n }, () => below(10)).join(''),
    pick: (items) => {
      const at = below(items.length);
      if (items.length === 0) throw new Error('Nothing to pick from');
      return items[at] as (typeof items)[number];
    },
  };
}

export const two = (n: number): string => String(n).padStart(2, '0');

/** The check digit holds, as it did for every number until October 2007. */
export const checks = (ten: string): boolean =>
  [4, 3, 2, 7, 6, 5, 4, 3, 2, 1].reduce((sum, weight, at) => sum + weight * Number(ten[at]), 0) % 11 === 0;

/** Digits of another script in place of 0 to 9, from the code point of its zero on. */
const inDigitsFrom = (zero: number) => (text: string) =>
  text.replace(/\d/g, (one) => String.fromCodePoint(zero + Number(one)));
const inPairs = (text: string, between: string): string => text.match(/../g)?.join(between) ?? '';
const broken = (text: string, ...at: readonly number[]): string =>
  [...text].map((one, place) => (at.includes(place) ? `\n${one}` : one)).join('');

/** The ways in which people, keyboards and programs write a number; `date` is six digits, `serial` four. */
export const SPELLINGS: Readonly<Record<string, (date: string, serial: string) => string>> = {
  hyphen: (date, serial) => `${date}-${serial}`,
  'run together': (date, serial) => `${date}${serial}`,
  space: (date, serial) => `${date} ${serial}`,
  dot: (date, serial) => `${date}.${serial}`,
  slash: (date, serial) => `${date}/${serial}`,
  tab: (date, serial) => `${date}\t${serial}`,
  'hyphen between spaces': (date, serial) => `${date} - ${serial}`,
  'no-break space': (date, serial) => `${date}\u00a0${serial}`,
  'narrow no-break space': (date, serial) => `${date}\u202f${serial}`,
  'ideographic space': (date, serial) => `${date}\u3000${serial}`,
  'no-break hyphen': (date, serial) => `${date}\u2011${serial}`,
  'en dash': (date, serial) => `${date}\u2013${serial}`,
  'em dash': (date, serial) => `${date}\u2014${serial}`,
  'minus sign': (date, serial) => `${date}\u2212${serial}`,
  'horizontal bar': (date, serial) => `${date}\u2015${serial}`,
  'full-width hyphen': (date, serial) => `${date}\uff0d${serial}`,
  'soft hyphen': (date, serial) => `${date}\u00ad${serial}`,
  'zero-width space': (date, serial) => `${date.slice(0, 3)}\u200b${date.slice(3)}-${serial}`,
  'a sign of direction': (date, serial) => `${date}\u202e-\u2066${serial}`,
  'a sign without look': (date, serial) => `${date}\u115f\ufe0f-${serial}`,
  'a control sign': (date, serial) => `${date}\u0001${serial}`,
  'next line': (date, serial) => `${date}\u0085${serial}`,
  'spaces in the date': (date, serial) => `${inPairs(date, ' ')} ${serial}`,
  'dots in the date': (date, serial) => `${inPairs(date, '.')}-${serial}`,
  'dashes in the date': (date, serial) => `${inPairs(date, '\u2013')}\u2013${serial}`,
  'slashes in the date': (date, serial) => `${inPairs(date, '/')} ${serial}`,
  'in pairs': (date, serial) => inPairs(date + serial, ' '),
  'in threes': (date, serial) => `${date.slice(0, 3)} ${date.slice(3)} ${serial}`,
  'in fours and twos': (date, serial) => `${date.slice(0, 4)} ${date.slice(4)} ${serial}`,
  'digit by digit': (date, serial) => [...date, ...serial].join(' '),
  'the last four in brackets': (date, serial) => `${date}(${serial})`,
  'each part in quotes': (date, serial) => `"${date}"-"${serial}"`,
  'marked as code': (date, serial) => `\`${date}\`-\`${serial}\``,
  'in bold': (date, serial) => `**${date}**-${serial}`,
  semicolon: (date, serial) => `${date};${serial}`,
  'full-width digits': (date, serial) => inDigitsFrom(0xff10)(`${date}-${serial}`),
  'Arabic-Indic digits': (date, serial) => inDigitsFrom(0x660)(`${date}-${serial}`),
  'Persian digits': (date, serial) => inDigitsFrom(0x6f0)(`${date}${serial}`),
  'Devanagari digits': (date, serial) => inDigitsFrom(0x966)(`${date} ${serial}`),
  'mathematical digits': (date, serial) => inDigitsFrom(0x1d7ce)(`${date}-${serial}`),
  'half of it in other digits': (date, serial) => `${date}-${inDigitsFrom(0x660)(serial)}`,
  'key caps': (date, serial) => `${date}${serial}`.replace(/\d/g, '$&\ufe0f\u20e3'),
  'broken at the hyphen': (date, serial) => `${date}-\n${serial}`,
  'broken with an indent': (date, serial) => `${date}\r\n    ${serial}`,
  'broken inside the date': (date, serial) => broken(date + serial, 4),
  'broken inside the last four': (date, serial) => `${date}-${broken(serial, 2)}`,
  'broken twice': (date, serial) => broken(date + serial, 2, 6),
  'with the century': (date, serial) => `${date.slice(0, 2)}.${date.slice(2, 4)}.19${date.slice(4)} ${serial}`,
  'with the century, run together': (date, serial) => `${date.slice(0, 4)}20${date.slice(4)}-${serial}`,
  'pairs over two lines': (date, serial) => `${inPairs(date, ' ')}\n${inPairs(serial, ' ')}`,
};

export type CprNumber = { readonly date: string; readonly serial: string; readonly replacement: boolean };

/**
 * So many different numbers: half with a check digit that holds; every fifth a replacement number, with sixty added to
 * the day; all days that a month has, and the leap day.
 */
export function cprNumbers(count: number, seed: number): CprNumber[] {
  const { below, digits } = diceOf(seed);
  const taken = new Set<string>();
  return Array.from({ length: count }, (_, at) => {
    const replacement = at % 5 === 4;
    for (;;) {
      const month = below(12);
      const year = below(100);
      const days = month === 1 && year % 4 === 0 ? 29 : ([31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month] ?? 28);
      const date = `${two(1 + below(days) + (replacement ? 60 : 0))}${two(month + 1)}${two(year)}`;
      const serial = digits(4);
      if (checks(date + serial) !== (at % 2 === 0) || taken.has(date + serial)) continue;
      taken.add(date + serial);
      return { date, serial, replacement };
    }
  });
}

/** What a kept number could look like: as it was typed, and in the usual ways of writing it. */
export function tracesOf({ date, serial }: CprNumber, typed: string): string[] {
  return [...new Set([typed, `${date}${serial}`, `${date}-${serial}`, `${date} ${serial}`])];
}

/** A kind of text that is no CPR number, and how many of 10,000 may be refused by mistake. */
export type Harmless = { readonly what: string; readonly allowed: number; readonly write: () => string };

/** What caseworkers write that has digits and is no CPR number. */
export function harmless({ below, digits, pick }: Dice): readonly Harmless[] {
  const phone = (between: string): string =>
    [pick(['20', '31', '42', '53', '61', '71', '86', '97']), digits(2), digits(2), digits(2)].join(between);
  const day = (years: () => string) => [two(1 + below(28)), two(1 + below(12)), years()];
  const full = () => String(1950 + below(90));
  const short = () => two(below(40));
  const point = () => pick(['-', '.', '/']);
  const time = (between = pick([':', '.'])): string => `${two(below(24))}${between}${two(below(60))}`;
  const kle = () => `${digits(2)}.${digits(2)}.${digits(2)}`;
  const account = () => digits(10);
  return [
    { what: 'telephone, in pairs', allowed: 0, write: () => `Ring ${phone(' ')} efter kl. ${time()}` },
    { what: 'telephone, run together', allowed: 0, write: () => `Ring ${phone('')}` },
    {
      what: 'telephone, with +45 or 0045',
      allowed: 0,
      write: () => `${pick(['+45 ', '+45', '0045 '])}${phone(pick([' ', '']))}`,
    },
    {
      what: 'two telephones',
      allowed: 0,
      write: () => `${phone(' ')}${pick([' eller ', ' / ', ', ', '\n'])}${phone(' ')}`,
    },
    { what: 'telephone, foreign', allowed: 0, write: () => `+${pick(['46', '47', '49', '31'])} ${phone(' ')}` },
    {
      what: 'KLE case number',
      allowed: 0,
      write: () => `${kle()}-${pick(['P19', 'G01', 'A00', 'K08'])}-${1 + below(99)}-${20 + below(8)}`,
    },
    {
      what: 'KLE case number with a long running number',
      allowed: 0,
      write: () => `${kle()}-${pick(['P19', 'G01', 'K08'])}-${digits(4)}-${20 + below(8)}`,
    },
    {
      what: 'journal number by year',
      allowed: 0,
      write: () => `${20 + below(8)}/${digits(6)}, dok. ${digits(7)}-${below(9)}`,
    },
    {
      what: 'case number of a specialist system',
      allowed: 0,
      write: () => `${pick(['DUBU', 'Fasit', 'S'])}-20${two(below(40))}-${digits(6)}`,
    },
    { what: 'reference of a pathway', allowed: 0, write: () => `BF-${2020 + below(8)}-${digits(4)}` },
    { what: 'date', allowed: 0, write: () => `den ${day(pick([full, short])).join(point())}` },
    {
      what: 'date in letters',
      allowed: 0,
      write: () => `den ${1 + below(28)}. ${pick(['marts', 'maj', 'juni'])} ${full()}`,
    },
    {
      what: 'date and time',
      allowed: 0,
      write: () => `${day(full).join(point())}${pick([' kl. ', ' ', ', '])}${time()}`,
    },
    {
      what: 'short date and time',
      allowed: 0,
      write: () => `${day(short).join(point())}${pick([' kl. ', ' ', ', '])}${time()}`,
    },
    { what: 'date and a span of time', allowed: 0, write: () => `${day(full).join(point())} kl. ${time()}-${time()}` },
    {
      what: 'period',
      allowed: 0,
      write: () => `${day(pick([full, short])).join('.')} - ${day(pick([full, short])).join('.')}`,
    },
    {
      what: 'instant of a record',
      allowed: 0,
      write: () => `2026-${two(1 + below(12))}-${two(1 + below(28))}T${time(':')}:00Z`,
    },
    {
      what: 'bank account, named',
      allowed: 0,
      write: () =>
        `${pick(['Reg. ', 'Reg.nr. ', 'reg.nr.: ', 'Regnr '])}${digits(4)}${pick([' konto ', ', kontonr. ', ' kontonummer: '])}${account()}`,
    },
    {
      what: 'bank account, named once',
      allowed: 0,
      write: () =>
        `${pick(['Konto ', 'Kontonr. ', 'konto nr.: ', 'Bankkonto: '])}${digits(4)}${pick(['-', ' ', ' - '])}${account()}`,
    },
    {
      what: 'bank account, named by its reg.nr.',
      allowed: 0,
      write: () => `${pick(['Reg.nr. ', 'Reg. nr.: ', 'reg '])}${digits(4)}${pick([' ', '-', ', '])}${account()}`,
    },
    { what: 'bank account of seven or eight digits', allowed: 0, write: () => `${digits(4)} ${digits(7 + below(2))}` },
    {
      what: 'IBAN',
      allowed: 0,
      write: () => `DK${digits(2)}${pick([' ', ''])}${digits(4)} ${digits(4)} ${digits(4)} ${digits(2)}`,
    },
    {
      what: 'EAN',
      allowed: 0,
      write: () =>
        `EAN${pick([' ', ': ', '-nr. '])}${pick([`579800${digits(7)}`, `5798 00${digits(2)} ${digits(4)} ${digits(1)}`, `57 98 00 ${digits(2)} ${digits(2)} ${digits(2)} ${digits(1)}`])}`,
    },
    {
      what: 'CVR',
      allowed: 0,
      write: () =>
        `CVR${pick([' ', ': ', '-nr. '])}${pick([digits(8), `${digits(2)} ${digits(2)} ${digits(2)} ${digits(2)}`])}`,
    },
    {
      what: 'P-number, named',
      allowed: 0,
      write: () =>
        `${pick(['P-nr. ', 'P-nummer ', 'P-nummer: ', 'p.nr. ', 'Pnr ', 'P-enhed ', 'produktionsenhed ', 'Produktionsnummer: '])}10${digits(8)}`,
    },
    { what: 'sum of money', allowed: 0, write: () => `${1 + below(99)}.${digits(3)}.${digits(3)},${digits(2)} kr.` },
    {
      what: 'sums in a row',
      allowed: 0,
      write: () => `${1 + below(9)}.${digits(3)} kr., ${digits(3)} kr. og ${digits(4)} kr.`,
    },
    {
      what: 'ages, grades and points',
      allowed: 0,
      write: () => `${below(19)} år, ${below(10)}. klasse, ${digits(2)} ud af 100 point`,
    },
    {
      what: 'a machine’s id',
      allowed: 0,
      write: () => `${digits(8)}-${digits(4)}-4${digits(3)}-8${digits(3)}-${digits(12)}`,
    },
    // Nothing in these says what they are, and a CPR number is written so: they are refused where they begin with a possible date.
    {
      what: 'bank account, neither part named',
      allowed: 1_100,
      write: () => `${digits(4)}${pick([' ', '-'])}${account()}`,
    },
    { what: 'ten digits, unnamed', allowed: 1_100, write: () => `Se ${digits(10)}` },
    { what: 'P-number, unnamed', allowed: 1_500, write: () => `Se 10${digits(8)}` },
    {
      what: 'short date and a time without point',
      allowed: 10_000,
      write: () => `${day(short).join(point())} ${time('')}`,
    },
  ];
}
