import { isUtf8 } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { HOLDS_CPR } from '../people/read-yaml';
import { lineWithCpr } from '../privacy/cpr';
import type { Fault } from './faults';

/** A file of Markdown that an author writes. */
export type TextFile = { readonly file: string; readonly text: string; readonly lines: readonly string[] };

const NOT_UTF8 = 'the file is not UTF-8: save it as UTF-8, so that æ, ø and å can be read';

/** The file as text; undefined, with that one fault, where it cannot be read or holds a CPR number: other faults could quote it. */
export function readText(file: string, faults: Fault[]): TextFile | undefined {
  const bytes = readFileSync(file);
  if (!isUtf8(bytes)) {
    faults.push({ file, line: 1, column: 1, message: NOT_UTF8 });
    return undefined;
  }
  const text = bytes.toString('utf8').replace(/^\uFEFF/, '');
  const line = lineWithCpr(text);
  if (line !== undefined) {
    faults.push({ file, line, column: 1, message: HOLDS_CPR });
    return undefined;
  }
  return { file, text, lines: text.split(/\r\n?|\n/) };
}
