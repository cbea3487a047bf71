import { type Day, isDay } from '../../time/day';
import type { Field } from './check-table';
import type { Fault, Saying } from './fault';
import { nearestOf } from './nearest';
import { sayings } from './sayings';

/** A value that was read; undefined when it was faulty, and the fault is reported already. */
export type Read<T> = T | undefined;

/** What a reference may name; undefined when that file cannot be read, and nothing can be said about it. */
export type Known = ReadonlySet<string> | undefined;

const LONGEST_TEXT = 200;

export function report(faults: Fault[], { file, line, column }: Field, saying: Saying): undefined {
  faults.push({ file, line, column, ...saying });
  return undefined;
}

export function optionalText(faults: Fault[], field: Field): Read<string | null> {
  if (field.withheld) return undefined;
  if (field.text.length > LONGEST_TEXT) return report(faults, field, sayings.tooLong(LONGEST_TEXT));
  return field.text === '' ? null : field.text;
}

export function requiredText(faults: Fault[], field: Field): Read<string> {
  const text = optionalText(faults, field);
  return text === null ? report(faults, field, sayings.empty()) : text;
}

/** A short name without spaces that other rows refer to. */
export function requiredCode(faults: Fault[], field: Field): Read<string> {
  const text = requiredText(faults, field);
  if (text === undefined || /^[\p{L}\d][\p{L}\d./_-]{0,39}$/u.test(text)) return text;
  return report(faults, field, sayings.code(text));
}

/** `YYYY-MM-DD` or `DD-MM-YYYY`, as the files may have it. */
export function optionalDay(faults: Fault[], field: Field): Read<Day | null> {
  if (field.withheld) return undefined;
  if (field.text === '') return null;
  const day = field.text.replace(/^(\d{2})-(\d{2})-(\d{4})$/, '$3-$2-$1');
  return isDay(day) && EARLIEST <= day && day <= LATEST ? day : report(faults, field, sayings.day());
}

/** What lies outside these years was mistyped. */
const EARLIEST = '1900-01-01';
const LATEST = '2100-12-31';

export function requiredDay(faults: Fault[], field: Field): Read<Day> {
  const day = optionalDay(faults, field);
  return day === null ? report(faults, field, sayings.empty()) : day;
}

export function optionalChoice<T extends string>(faults: Fault[], field: Field, choices: readonly T[]): Read<T | null> {
  if (field.withheld) return undefined;
  return field.text === '' ? null : choiceOf(faults, field, field.text, choices);
}

export function requiredChoice<T extends string>(faults: Fault[], field: Field, choices: readonly T[]): Read<T> {
  const choice = optionalChoice(faults, field, choices);
  return choice === null ? report(faults, field, sayings.empty()) : choice;
}

/** The parts of a field of several values, split by `|`. */
export function parts(field: Field): Read<string[]> {
  if (field.withheld) return undefined;
  return field.text
    .split('|')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function differentParts(faults: Fault[], field: Field): Read<string[]> {
  const found = parts(field);
  const doubled = found?.find((part, at) => found.findIndex((other) => sameText(other, part)) < at);
  return doubled === undefined ? found : report(faults, field, sayings.listedTwice(doubled));
}

export function choiceParts<T extends string>(faults: Fault[], field: Field, choices: readonly T[]): Read<T[]> {
  const found = differentParts(faults, field)?.map((part) => choiceOf(faults, field, part, choices));
  return found && allRead(found);
}

function optionalEmail(faults: Fault[], field: Field): Read<string | null> {
  const text = optionalText(faults, field);
  return text === null || text === undefined ? text : emailOf(faults, field, text);
}

export function requiredEmail(faults: Fault[], field: Field): Read<string> {
  const email = optionalEmail(faults, field);
  return email === null ? report(faults, field, sayings.empty()) : email;
}

/** The e-mail, in small letters, of somebody in people.csv. */
export function optionalPerson(faults: Fault[], field: Field, people: Known): Read<string | null> {
  const email = optionalEmail(faults, field);
  return email === null || email === undefined ? email : personOf(faults, field, email, people);
}

export function requiredPerson(faults: Fault[], field: Field, people: Known): Read<string> {
  const email = requiredEmail(faults, field);
  return email === undefined ? undefined : personOf(faults, field, email, people);
}

export function personParts(faults: Fault[], field: Field, people: Known): Read<string[]> {
  const found = differentParts(faults, field)?.map((part) => {
    const email = emailOf(faults, field, part);
    return email === undefined ? undefined : personOf(faults, field, email, people);
  });
  return found && allRead(found);
}

export function optionalDepartment(faults: Fault[], field: Field, departments: Known): Read<string | null> {
  const code = optionalText(faults, field);
  return code === null || code === undefined ? code : departmentOf(faults, field, code, departments);
}

export function requiredDepartment(faults: Fault[], field: Field, departments: Known): Read<string> {
  const code = optionalDepartment(faults, field, departments);
  return code === null ? report(faults, field, sayings.empty()) : code;
}

export function departmentParts(faults: Fault[], field: Field, departments: Known): Read<string[]> {
  const found = differentParts(faults, field)?.map((part) => departmentOf(faults, field, part, departments));
  return found && allRead(found);
}

/** The row, when every value of it was read. */
export function complete<T extends object>(row: { readonly [K in keyof T]: Read<T[K]> }): Read<T> {
  return Object.values(row).includes(undefined) ? undefined : (row as T);
}

/** Reports every row whose key an earlier row has; capitals do not count. */
export function refuseDoubles(faults: Fault[], keys: readonly Field[]): void {
  const lines = new Map<string, number>();
  for (const field of keys) {
    if (field.text === '') continue;
    const key = field.text.toLowerCase();
    const line = lines.get(key);
    if (line === undefined) lines.set(key, field.line);
    else report(faults, field, sayings.doubled(field.text, line));
  }
}

function choiceOf<T extends string>(faults: Fault[], field: Field, text: string, choices: readonly T[]): Read<T> {
  const found = choices.find((choice) => sameText(choice, text));
  return found ?? report(faults, field, sayings.unknownChoice(text, choices, nearestOf(text, choices, 'likely')));
}

function emailOf(faults: Fault[], field: Field, text: string): Read<string> {
  if (/^[^\s@|<>"]+@[^\s@|<>"]+\.[^\s@|<>".]+$/.test(text)) return text.toLowerCase();
  return report(faults, field, sayings.email(text));
}

function personOf(faults: Fault[], field: Field, email: string, people: Known): Read<string> {
  if (people === undefined || people.has(email)) return email;
  return report(faults, field, sayings.unknownPerson(email, nearestOf(email, people)));
}

function departmentOf(faults: Fault[], field: Field, code: string, departments: Known): Read<string> {
  if (departments === undefined || departments.has(code)) return code;
  return report(faults, field, sayings.unknownDepartment(code, nearestOf(code, departments)));
}

function allRead<T>(values: readonly Read<T>[]): Read<T[]> {
  const read = values.filter((value): value is T => value !== undefined);
  return read.length === values.length ? read : undefined;
}

const sameText = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();
