import { z } from 'zod/v4';
import type { Typed } from './answer-rules';

/** More than an answer may be: what is too long is refused beside the input, with what was typed. */
const typed = z.string().max(4_000).optional();

/** The inputs of a question's card, by their ids, as they come back from the client. */
export const typedFields = {
  ...{ choice: typed, choices: typed, number: typed, text: typed },
  ...{ place0: typed, place1: typed, place2: typed, place3: typed, place4: typed, sure: typed },
};

const INPUTS = Object.keys(typedFields);

/** What was typed and picked, without what else the press carried. */
export function typedIn(input: Readonly<Record<string, unknown>>): Typed {
  return Object.fromEntries(
    INPUTS.flatMap((key): [string, string][] => {
      const value = input[key];
      return typeof value === 'string' ? [[key, value]] : [];
    }),
  );
}
