import type { z } from 'zod/v4';

/** Where something stands: line and column are counted from 1. */
export type Place = { readonly file: string; readonly line: number; readonly column: number };

/** What is wrong in a file that an author writes, and how to mend it. */
export type Fault = Place & { readonly message: string };

export const at = ({ file, line, column }: Place, message: string): Fault => ({ file, line, column, message });

/** As people are told it, the faults of a file in its order. */
export const told = (faults: readonly Fault[]): string[] =>
  [...faults]
    .sort((one, other) => one.file.localeCompare(other.file) || one.line - other.line || one.column - other.column)
    .map(({ file, line, column, message }) => `${file}:${line}:${column} ${message}`);

/** A field that is not there is missing, whatever it should have been. */
export const saidPlainly = (issue: z.core.$ZodIssue): z.core.$ZodIssue =>
  'input' in issue && issue.input === undefined ? { ...issue, message: 'is missing' } : issue;
