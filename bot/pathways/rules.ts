import { addMonths, type Day, isDay } from '../time/day';

/** Why a pathway ended, by code; each has words in every language. */
export const END_REASONS = ['goal-reached', 'moved', 'citizen-wish', 'one-department', 'died', 'other'] as const;

/** Specialist systems that most houses have; a house adds its own by using them. */
export const KNOWN_SYSTEMS = ['DUBU', 'Fasit', 'Acadre', 'KP', 'Sensum', 'Nexus'] as const;

export const LONGEST_ALIAS = 20;
export const LONGEST_SYSTEM = 30;
export const LONGEST_NUMBER = 80;
export const LONGEST_EXTERNAL_NAME = 80;
export const LONGEST_EXTERNAL_ROLE = 60;
export const LONGEST_END_NOTE = 500;
/** So many people at most are offered by one search. */
export const MOST_HITS = 6;
const SHORTEST_QUERY = 2;
const EARLIEST_BIRTH = '1900-01-01';

/** Letters and digits, and between them what references are written with; it ends so that it can stand before a full stop. */
const REF = /^[\p{L}\d](?:[\p{L}\d./_-]{0,38}[\p{L}\d])?$/u;

/** What is wrong with a reference as it was typed; undefined when it can be used. Whether it is taken is another question. */
export function refFault(ref: string): 'bad-ref' | undefined {
  return REF.test(ref) && /\d/.test(ref) ? undefined : 'bad-ref';
}

/**
 * The next reference in the house's own form, from those that exist, newest first: the form of the newest that has a year
 * and a number, counted on within this year; else one that only counts; else `BF-<year>-0001`.
 */
export function proposedRef(refs: readonly string[], year: string): string {
  const [newest, ...older] = refs.flatMap((ref) => formOf(ref) ?? []);
  if (newest) {
    const same = [newest, ...older].filter((one) => one.before === newest.before && one.between === newest.between);
    const numbers = same.filter((one) => one.year === year).map((one) => one.number);
    return `${newest.before}${year}${newest.between}${counted(numbers, newest.width)}`;
  }
  const [last, ...others] = refs.flatMap((ref) => countOf(ref) ?? []);
  if (!last) return `BF-${year}-0001`;
  const numbers = [last, ...others].filter((one) => one.before === last.before).map((one) => one.number);
  return `${last.before}${counted(numbers, last.width)}`;
}

type RefForm = {
  readonly before: string;
  readonly year: string;
  readonly between: string;
  readonly number: number;
  readonly width: number;
};

/** `BF-2026-0142` as before, year, between and number; undefined for a reference without a year and a number. */
function formOf(ref: string): RefForm | undefined {
  const [, before, year, between, number] = /^(.*?)((?:19|20)\d\d)([^\d]+)(\d{1,9})$/u.exec(ref) ?? [];
  if (before === undefined || year === undefined || between === undefined || number === undefined) return undefined;
  return { before, year, between, number: Number(number), width: number.length };
}

function countOf(ref: string): Pick<RefForm, 'before' | 'number' | 'width'> | undefined {
  const [, before, number] = /^(.*?)(\d{1,9})$/u.exec(ref) ?? [];
  if (before === undefined || number === undefined) return undefined;
  return { before, number: Number(number), width: number.length };
}

const counted = (numbers: readonly number[], width: number): string =>
  String(Math.max(0, ...numbers) + 1).padStart(width, '0');

/** One word (`Birk`, `Ung-3`), or letters (`A.K.`). */
const ONE_WORD = /^\p{L}[\p{L}\p{M}-]*[ -]?\d{0,3}$/u;
const LETTERS = /^(?:\p{L}\.?[ -]?){1,5}\d{0,3}$/u;

/**
 * What is wrong with an alias: it is one word or letters, at most 20 characters; never two names side by side, never a
 * colleague's name, and never so many digits that they can be a date or a year.
 * @param staff the names of the municipality's people
 */
export function aliasFault(alias: string, staff: readonly string[]): 'bad-alias' | 'alias-of-staff' | undefined {
  if (alias.length > LONGEST_ALIAS) return 'bad-alias';
  const names = alias.split(/[\s-]+/u).filter((word) => /^\p{Lu}\p{Ll}+/u.test(word));
  if (names.length > 1 || !(ONE_WORD.test(alias) || LETTERS.test(alias))) return 'bad-alias';
  const typed = folded(alias);
  return staff.some((name) => folded(name) === typed) ? 'alias-of-staff' : undefined;
}

/** The birth date as it was typed; null when it was left empty. */
export function readBirth(typed: string, today: Day): Day | null | 'bad-birth-date' {
  if (typed === '') return null;
  return isDay(typed) && typed >= EARLIEST_BIRTH && typed <= today ? typed : 'bad-birth-date';
}

/** The first day that a pathway may have begun on when it is begun today: a year back. */
export const earliestStart = (today: Day): Day => addMonths(today, -12);

/** The day a pathway began, as it was typed. */
export function readStart(typed: string, today: Day): Day | 'bad-start' {
  return isDay(typed) && typed >= earliestStart(today) && typed <= today ? typed : 'bad-start';
}

/** The day a pathway ended, as it was typed: not before it began, not ahead. */
export function readEnd(typed: string, startedOn: Day, today: Day): Day | 'bad-end-date' {
  return isDay(typed) && typed >= startedOn && typed <= today ? typed : 'bad-end-date';
}

export type Findable = { readonly id: string; readonly name: string; readonly email: string };

/**
 * People by a part of their name or e-mail: every word that was typed begins a word of the name, or a part of the
 * e-mail before the `@`. Æ, ø and å may be typed as ae, oe and aa. Whose name begins with it stands first; then by name.
 * @returns at most so many as are asked for, and how many more there are; `too-short` below two letters
 */
export function findPeople<Person extends Findable>(
  people: readonly Person[],
  query: string,
  most = MOST_HITS,
): { readonly hits: readonly Person[]; readonly more: number } | 'too-short' {
  const sought = folded(query);
  if (sought.replace(/\s/g, '').length < SHORTEST_QUERY) return 'too-short';
  const [address = ''] = sought.split('@');
  const words = address.split(' ').filter((word) => word !== '');
  const found = people.flatMap((person) => {
    const name = folded(person.name);
    const [local = ''] = folded(person.email).split('@');
    const whole = sought.includes('@') ? folded(person.email).startsWith(sought) : false;
    const parts = [...name.split(/[\s-]+/), local, ...local.split(/[._-]+/)];
    const each = words.every((word) => parts.some((part) => part.startsWith(word)));
    if (sought.includes('@') ? !whole : !each) return [];
    return [{ person, rank: name.startsWith(words.join(' ')) ? 0 : 1 }];
  });
  found.sort((a, b) => a.rank - b.rank || a.person.name.localeCompare(b.person.name, 'da'));
  return { hits: found.slice(0, most).map((one) => one.person), more: Math.max(0, found.length - most) };
}

/** Small letters, single spaces, no marks; æ, ø and å as they are written abroad. */
function folded(text: string): string {
  return text
    .toLocaleLowerCase('da')
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'oe')
    .replaceAll('å', 'aa')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .trim()
    .replace(/\s+/g, ' ');
}

/** A system's name as the house writes it already, where it has been used before; else as it was typed. */
export function systemName(typed: string, used: readonly string[]): string {
  const name = typed.trim().replace(/\s+/g, ' ');
  return [...used, ...KNOWN_SYSTEMS].find((one) => one.toLowerCase() === name.toLowerCase()) ?? name;
}

/** Two pathways in the order that their link keeps them. */
export function linkPair(one: string, other: string): { readonly oneId: string; readonly otherId: string } {
  return one < other ? { oneId: one, otherId: other } : { oneId: other, otherId: one };
}

export type LinkStatus = 'asked' | 'linked' | 'declined' | 'ended';

/**
 * What typing another pathway's reference does.
 * @param link how the two stand to each other already, and which of them asked last
 * @param seesOther whether whoever types may see the other pathway
 * @returns `connect`: linked at once; `ask`: its lead is asked; `wait`: asked already; `already`: linked already
 */
export function linkStep(
  link: { readonly status: LinkStatus; readonly askedByThem: boolean } | undefined,
  seesOther: boolean,
): 'connect' | 'ask' | 'wait' | 'already' {
  if (link?.status === 'linked') return 'already';
  // They asked us, and now we name them: both want it.
  if (seesOther || (link?.status === 'asked' && link.askedByThem)) return 'connect';
  return link?.status === 'asked' ? 'wait' : 'ask';
}
