import type { InBothLanguages } from '../policy';

/** What is wrong, and what to write instead. */
export type Saying = { readonly what: InBothLanguages; readonly instead: InBothLanguages };

/** Where in the files a value stands. */
export type Place = {
  readonly file: string;
  /** From 1; 0 where the file as a whole is meant. */
  readonly line: number;
  /** The column's heading, `#3` where it has none that may be shown, empty where the whole line or file is meant. */
  readonly column: string;
};

/** One thing that keeps an import from being done. Never quotes a CPR number, an alias or a birth date. */
export type Fault = Place & Saying;
