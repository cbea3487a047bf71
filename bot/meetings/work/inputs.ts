import { z } from 'zod/v4';

/** What comes back from the client with each press of the meeting card; it may be anything, and is parsed by these. */
const text = z.string().max(6_000);
/** Ids with commas between, or none. */
const idList = text.refine((list) => list === '' || list.split(',').every((id) => z.uuid().safeParse(id).success));
const toggle = z.enum(['true', 'false']).optional();
export const version = z.coerce.number().pipe(z.int32());
export const meetingInput = z.strictObject({ meeting: z.uuid() });
export const go = z.enum(['next', 'back', 'more', 'columns', 'move']);
export const citizenInput = z.strictObject({
  meeting: z.uuid(),
  drawn: z.uuid().optional(),
  go,
  wordsVersion: version,
  howVersion: version,
  there: z.enum(['there', 'asked-us', '']).optional(),
  askedOn: text.optional(),
  how: text.optional(),
  words: text.optional(),
});
export const hereInput = z
  .object({ meeting: z.uuid(), drawn: z.uuid().optional(), go, shown: idList, version: version })
  .catchall(toggle)
  .refine((input) =>
    Object.keys(input).every((key) => /^(?:meeting|drawn|go|shown|version|here-[0-9a-f-]{36})$/.test(key)),
  );
export const agendaInput = z.strictObject({
  meeting: z.uuid(),
  drawn: z.uuid().optional(),
  n: version,
  go,
  noteVersion: version,
  note: text.optional(),
  done: toggle,
});
export const columnsInput = z
  .object({ meeting: z.uuid(), drawn: z.uuid().optional(), go })
  .catchall(z.union([text, z.number()]))
  .refine((input) => Object.keys(input).every((key) => /^(?:meeting|drawn|go|(?:version|column)-[a-z-]+)$/.test(key)));
export const agreementInput = z.strictObject({
  meeting: z.uuid(),
  form: z.uuid(),
  go,
  owner: text.optional(),
  text: text.optional(),
  due: text.optional(),
  remove: text.optional(),
});
export const removeInput = z.strictObject({
  meeting: z.uuid(),
  form: z.uuid().optional(),
  remove: text.optional(),
  owner: text.optional(),
  text: text.optional(),
  due: text.optional(),
});
export const nextInput = z.strictObject({
  meeting: z.uuid(),
  drawn: z.uuid().optional(),
  was: text,
  go,
  kind: text.optional(),
  date: text.optional(),
  time: text.optional(),
  none: toggle,
  because: text.optional(),
});

export type HereInput = {
  readonly meeting: string;
  readonly go: z.output<typeof go>;
  readonly shown: string;
  readonly version: number;
} & Readonly<Record<string, unknown>>;
export type ColumnsInput = { readonly meeting: string; readonly go: z.output<typeof go> } & Readonly<
  Record<string, unknown>
>;

/** Whose toggles are on. */
export const markedIn = (input: HereInput): Set<string> =>
  new Set(
    Object.entries(input).flatMap(([key, value]) =>
      key.startsWith('here-') && value === 'true' ? [key.slice(5)] : [],
    ),
  );

/** The columns' texts, by key. */
export const columnsIn = (input: ColumnsInput): Record<string, string> =>
  Object.fromEntries(
    Object.entries(input).flatMap(([key, value]): [string, string][] =>
      key.startsWith('column-') ? [[key.slice(7), String(value)]] : [],
    ),
  );
