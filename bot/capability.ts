import type { z } from 'zod/v4';
import type { RefusalCode, Words } from '../content/words/words';
import type { Message, Person } from '../prisma/generated/client';
import type { Unit } from './db/unit';
import type { Letter } from './messages/letter';
import type { Kind, NoticeLine, Renderer } from './obligations/kind';
import type { Organisation } from './people/organisation';
import type { Answer, ChatPlace, Locale, TakenFile } from './turn';

/** Who writes or presses, within the transaction that their turn is. */
export type Caller = {
  readonly unit: Unit;
  readonly person: Person;
  readonly organisation: Organisation;
  readonly locale: Locale;
  readonly words: Words;
  readonly place: ChatPlace;
  readonly development: boolean;
};

/** An answer, or work that must wait until the turn's own transaction is through, and what is then said. */
export type Spoken = Answer & { readonly after?: () => Promise<string> };

/** Something a person can write. */
export type Command = {
  /** Key of the command's own words. */
  readonly key: string;
  /** Whole texts (lower case, single spaces), Danish and English; `rest` is what the pattern captures. */
  readonly pattern: RegExp;
  /** Words a person might have meant, for the nearest things one can do. */
  readonly names: readonly string[];
  /** Only in development mode. */
  readonly developmentOnly?: boolean;
  run(caller: Caller, rest: string): Promise<Spoken>;
};

/** Something a person can press. What comes back from the client is parsed by `input`; unknown fields are refused. */
export type Verb<Input = unknown> = {
  readonly input: z.ZodType<Input>;
  /**
   * Changes the state, and says what could not be done. Runs once for one press, however often Teams delivers it.
   * Absent for verbs that only show.
   */
  act?(caller: Caller, input: Input): Promise<Refused | undefined>;
  /** A form with text: `show` takes the refusal `form` and draws it anew, with what was typed. A word would empty it in Teams. */
  readonly keepsTyped?: true;
  /** What the person sees afterwards; also on a second delivery, as things stand then. */
  show(caller: Caller, input: Input, refused: Refused | undefined): Promise<Answer>;
};

/** A file that can be taken from the chat, by the verb its offer names. */
export type FileVerb<Input = unknown> = {
  readonly input: z.ZodType<Input>;
  /** The file as it is now; undefined when this person may not have it (any more). */
  make(caller: Caller, input: Input): Promise<TakenFile | undefined>;
};

/** An expected refusal: a code with words in both languages, and the inputs it concerns. */
export type Refused = { readonly code: string; readonly faults?: Readonly<Record<string, string>> };

/** What does not exist for this person: the same words as for an unknown reference, so that nobody learns that it exists. */
export const notFound = (caller: Caller): Answer => ({ say: caller.words.turn.notFound });

/** A refusal as a sentence. */
export const refusalIn = (caller: Caller, code: string): string =>
  caller.words.refusals[code as RefusalCode] ?? caller.words.turn.nothingChanged;

/** What is wrong with each input of a form, as sentences. */
export const faultsIn = (caller: Caller, refused: Refused | undefined): Record<string, string> =>
  Object.fromEntries(Object.entries(refused?.faults ?? {}).map(([input, code]) => [input, refusalIn(caller, code)]));

/** What is said of a refusal beside the card; a form says it itself. */
export const saidOf = (caller: Caller, refused: Refused | undefined): { readonly say?: string } =>
  refused === undefined || refused.code === 'form' ? {} : { say: refusalIn(caller, refused.code) };

export type Capability = {
  readonly name: string;
  readonly commands?: readonly Command[];
  readonly verbs?: Readonly<Record<string, Verb>>;
  readonly kinds?: readonly Kind[];
  readonly notices?: Readonly<Record<string, NoticeLine>>;
  readonly files?: Readonly<Record<string, FileVerb>>;
  /** E-mails of their own, by the kind of their messages: for externals, and with a calendar. */
  readonly letters?: Readonly<Record<string, Letter>>;
  /** By the name that messages and cards bear. */
  readonly renderers?: Readonly<Record<string, Renderer>>;
  /** By matter: somebody could not be reached in Teams, or now could. */
  readonly unreached?: Readonly<Record<string, (unit: Unit, message: Message) => Promise<void>>>;
};

/** Ties a file's schema to its function. */
export function fileVerb<Input>(made: FileVerb<Input>): FileVerb {
  return made as unknown as FileVerb;
}

/** Ties a verb's schema to its functions; the registry holds verbs of every input. */
export function verb<Input>(made: Verb<Input>): Verb {
  return made as unknown as Verb;
}
