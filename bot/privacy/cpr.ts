/**
 * Finds Danish personal numbers (CPR) in what people write, so that they are refused and never kept.
 *
 * A number is judged by its form alone: six digits that are a possible date (DDMMYY; a replacement number has 60 added to
 * the day), then four more. The check digit is no test: numbers without it have been given out since October 2007
 * (cpr.dk, "Personnumre uden kontrolciffer").
 */

const DASH = String.raw`[\p{Pd}\u2212]`;
/** What people put between the parts of a number, also a line break and the indent after it. */
const BETWEEN = String.raw`(?:,|(?:[\s./\\_:;|*~+·•'"\u2018-\u201f\u00b4\u0060()\[\]<>\ufffd\u2212]|\p{Pd}){1,8})`;
const IN_DATE = String.raw`(?:[\s./\\_]|\p{Pd}){1,3}`;
/** The last four as two pairs, when no further pair follows: otherwise it is a row of numbers. */
const PAIRS = String.raw`\d\d \d\d(?! ?\d)`;
/** The second half of a period does not begin a number: 09.11.18 - 12.09.1955. */
const NOT_AFTER_DATE = String.raw`(?<!\d\d[./]\d\d[./])`;

/** 0101701234, 010170-1234, 010170 12 34. */
const COMPACT = new RegExp(String.raw`(?<!\d)(\d\d)(\d\d)(\d\d)(${BETWEEN})?(?:\d{4}|${PAIRS})(?!\d)`, 'gu');
/** 01 01 70 1234, 01.01.70-1234, 01-01-701234. */
const SPELLED = new RegExp(
  String.raw`(?<!\d)${NOT_AFTER_DATE}(\d\d)${IN_DATE}(\d\d)${IN_DATE}(\d\d)(${BETWEEN})?\d{4}(?!\d)`,
  'gu',
);
/**
 * 01 01 70 12 34, 010 170 1234, 0 1 0 1 7 0 - 1 2 3 4: ten digits and no more, with something after the sixth, since eight
 * digits in pairs are a telephone number.
 */
const SPACED = new RegExp(
  String.raw`(?<!\d)(?<!\d )(\d ?\d) ?(\d ?\d) ?(\d ?\d)(${BETWEEN})\d ?\d ?\d ?\d(?! ?\d)`,
  'gu',
);
/** 01.01.1970-1234, 01011970-1234: the century written out; by a dash only, since a date and a time of day look the same otherwise. */
const WITH_CENTURY = new RegExp(
  String.raw`(?<!\d)(\d\d)(?:${IN_DATE})?(\d\d)(?:${IN_DATE})?(?:18|19|20)(\d\d)(${DASH})\d{4}(?!\d)`,
  'gu',
);
/** 01.01.1970 1234: no meeting was held in the last century. */
const OF_LAST_CENTURY = new RegExp(
  String.raw`(?<!\d)(\d\d)${IN_DATE}(\d\d)${IN_DATE}19(\d\d)(${BETWEEN})\d{4}(?!\d)`,
  'gu',
);

/**
 * 0101(line break)701234: a line may break anywhere. Only the compact form is sought so, since two telephone numbers, one
 * above the other, would read as the spelled one.
 */
const BREAK = String.raw`(?:[^\S\r\n]{0,40}[\r\n]\s{0,40})?`;
const BROKEN_PAIR = String.raw`(\d${BREAK}\d)${BREAK}`;
const BROKEN = new RegExp(
  String.raw`(?<!\d)${BROKEN_PAIR.repeat(3)}(${BETWEEN})?\d${BREAK}\d${BREAK}\d${BREAK}\d(?!\d)`,
  'gu',
);

const FORMS = [COMPACT, SPELLED, SPACED, WITH_CENTURY, OF_LAST_CENTURY, BROKEN];

const ACCOUNT = 'konto|kto|bankkonto|kontonr|kontonummer|account|iban|giro|girokonto';
const UNIT = String.raw`p\.? ?-?(?:nr|nummer|enhed|enhedsnummer)|produktions(?:nr|nummer|enhed|enhedsnummer)`;
const REGISTRATION = String.raw`reg\.? ?(?:nr|nummer)?\.?:? ?\d{4}`;
/** Ten digits under one of these names are an account, a business unit or a payment, whatever they begin with. */
const OTHER_NUMBER = new RegExp(
  String.raw`(?<![\p{L}\d])(?:${ACCOUNT}|${UNIT}|faktura|fakturanr|${REGISTRATION})(?: ?(?:nr|nummer|no|number))?[.:,]{0,2} ?[-/]? ?(?:\d{4} ?\p{Pd}? ?)?$`,
  'iu',
);
/** An id made by a machine: its hexadecimal digits can look like anything. */
const MACHINE_ID = /(?<![\da-f])[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}(?![\da-f])/giu;
/** A Danish account as abroad, in groups or not. */
const IBAN = /(?<![\p{L}\d])DK\d\d ?(?:\d{4} ?){3}\d\d(?! ?\d)/giu;
/** Control and format characters, marks on a letter, halves of a character: nobody sees that they stand between digits. */
const UNSEEN = /(?![\t-\r])[\p{C}\p{Mn}\p{Me}\p{Default_Ignorable_Code_Point}]/gu;

const DAYS_IN_MONTH = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const REPLACEMENT_DAY = 60;
const SERIAL_DIGITS = 10;
/** More lines than that are a list of numbers. */
const MOST_BREAKS = 3;
const DEEPEST = 32;

/**
 * Whether a text holds a CPR number: ten digits that start with a possible date, however they are spaced, also in
 * the digits of another script or broken over two lines, and not part of a longer run of digits.
 * Not taken for one: ten digits named as an account or a business unit, a telephone number with its `+`, a Danish IBAN,
 * a machine's id.
 */
export function holdsCpr(text: string): boolean {
  const plain = inPlainDigits(text).replace(MACHINE_ID, 'x').replace(IBAN, 'x');
  if ((plain.match(/\d/g)?.length ?? 0) < SERIAL_DIGITS) return false;
  return FORMS.some((form) => someIn(plain, form));
}

/**
 * The first line, from 1, of a file's text that holds a CPR number; a number broken over lines is told by the first of them.
 * @returns undefined where there is none
 */
export function lineWithCpr(text: string): number | undefined {
  if (!holdsCpr(text)) return undefined;
  const lines = text.split(/\r\n?|\n/);
  const alone = lines.findIndex((line) => holdsCpr(line));
  if (alone >= 0) return alone + 1;
  const last = lines.findIndex((_, at) => holdsCpr(lines.slice(0, at + 1).join('\n')));
  return Math.max(...lines.map((_, at) => at).filter((at) => at <= last && holdsCpr(lines.slice(at).join('\n')))) + 1;
}

/**
 * Finds the first text that holds a CPR number in anything that came in as JSON.
 * @returns its path (`$.answers[2].why`), never the number itself; undefined when there is none. What is nested deeper
 * than 32 levels cannot be judged and counts as holding one.
 */
export function findCpr(value: unknown): string | undefined {
  const found = search(value, '$', 0);
  return found !== undefined && holdsCpr(found) ? '$' : found;
}

/**
 * A text without its CPR numbers, for a form that stands again: in a line that holds one every figure is hidden, and all
 * else is as it was typed. Empty where that does not help, or where nothing but the number was written.
 */
export function withoutCprIn(text: string): string {
  const hidden = (line: string): string => line.replace(/\p{N}/gu, '•');
  const byLine = text
    .split('\n')
    .map((line) => (holdsCpr(line) ? hidden(line) : line))
    .join('\n');
  const all = holdsCpr(byLine) ? hidden(text) : byLine;
  return holdsCpr(all) || !/\p{L}/u.test(all) ? '' : all;
}

function search(value: unknown, path: string, depth: number): string | undefined {
  if (typeof value === 'string') return holdsCpr(value) ? path : undefined;
  // A form that asks for a number sends one, and loses the zero in front.
  if (Number.isSafeInteger(value) || typeof value === 'bigint') {
    return holdsCpr(String(value).padStart(SERIAL_DIGITS, '0')) ? path : undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  if (depth >= DEEPEST) return path;
  if (Array.isArray(value)) return firstOf(value.entries(), ([at, item]) => search(item, `${path}[${at}]`, depth + 1));
  return firstOf(Object.entries(value), ([key, item]) => {
    const step = `${path}.${/^\w{1,40}$/.test(key) && !holdsCpr(key) ? key : '*'}`;
    return holdsCpr(key) ? step : search(item, step, depth + 1);
  });
}

function firstOf<T>(items: Iterable<T>, find: (item: T) => string | undefined): string | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A text as it looks, with 0 to 9 for the digits of every script. */
function inPlainDigits(text: string): string {
  // NFKC makes plain digits of full-width, raised and encircled ones. Next line and the blank of Braille are no \s.
  return text
    .normalize('NFKC')
    .replace(/\u0085/g, '\n')
    .replace(/\u2800/g, ' ')
    .replace(UNSEEN, '')
    .replace(/(?!\d)\p{Nd}/gu, (digit) => String(worthOf(digit)));
}

/** Unicode keeps the ten digits of a script side by side, the zero first. */
function worthOf(digit: string): number {
  const at = digit.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(at - value - 1))) value += 1;
  return value;
}

function someIn(text: string, form: RegExp): boolean {
  for (const found of text.matchAll(form)) {
    const [day = 0, month = 0, year = 0] = found.slice(1, 4).map((part) => Number(part.replace(/\s/g, '')));
    if (!isPossibleDate(day, month, year)) continue;
    if ((found[0].match(/[\r\n]\s*/g)?.length ?? 0) > MOST_BREAKS) continue;
    const between = found[4];
    const before = text.slice(Math.max(0, found.index - 40), found.index);
    const dashed = between !== undefined && /\p{Pd}|\u2212/u.test(between);
    if (!dashed && before.endsWith('+')) continue;
    if (/^\d{10}$/.test(found[0]) && OTHER_NUMBER.test(before)) continue;
    return true;
  }
  return false;
}

function isPossibleDate(day: number, month: number, year: number): boolean {
  const ofMonth = day > REPLACEMENT_DAY ? day - REPLACEMENT_DAY : day;
  const last = month === 2 && year % 4 !== 0 ? 28 : (DAYS_IN_MONTH[month - 1] ?? 0);
  return ofMonth >= 1 && ofMonth <= last;
}
