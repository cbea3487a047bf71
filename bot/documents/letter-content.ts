import { z } from 'zod/v4';
import { isDay } from '../time/day';
import { isMoment } from '../time/moment';

const text = z.string();
const name = z.string().trim().min(1);
const both = z.strictObject({ da: text, en: text });

/**
 * All that a letter to the citizen about a meeting says. It is handed to the lead, who prints it and writes the name by
 * hand: it never holds a name, a CPR number or an address of the citizen.
 */
export const letterContent = z.strictObject({
  /** The municipality's name, as its policy writes it. */
  municipality: name,
  ref: name,
  /** The day on the letter. */
  writtenOn: z.string().refine((text) => isDay(text), 'must be a day, YYYY-MM-DD'),
  /** Only where the lead wants the alias after "Dear"; else a line to write a name on. */
  salutation: name.nullable(),
  /** What this kind of cooperation is for: the model's own opening. */
  opening: both,
  /** Whether the citizen takes part in this kind of meeting. */
  takesPart: z.boolean(),
  /** Where the model is voluntary: the letter says that one may say no. */
  voluntary: z.boolean(),
  /** Key of the kind of meeting. */
  kind: name,
  at: z.string().refine((text) => isMoment(text), 'must be a moment, YYYY-MM-DDTHH:MM'),
  /** Minutes. */
  duration: z.number().int().positive(),
  /** `home` is the citizen's own, and never carries the address. */
  where: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('place'), place: name }),
    z.strictObject({ kind: z.literal('online') }),
    z.strictObject({ kind: z.literal('home') }),
    z.strictObject({ kind: z.literal('not-said') }),
  ]),
  /** Who comes from the municipality, the lead first. */
  comes: z.array(
    z.strictObject({
      name,
      department: text,
      /** Kind of the department, a code: says why they come where `why` does not. */
      departmentKind: text,
      isLead: z.boolean(),
      /** Written to the citizen; never the sentence of the invitation, which speaks to the colleague. Empty: by the kind of department. */
      why: text,
    }),
  ),
  /** Who comes from elsewhere, by what they are to the citizen. */
  externals: z.array(z.strictObject({ name, role: text })),
  /** Whom the citizen has said they bring; empty where nobody is named. */
  guests: text,
  lead: z.strictObject({ name, department: text, email: name }),
  /** The policy's sentence that says whom else to ask. */
  contact: both,
});

export type LetterContent = Readonly<z.output<typeof letterContent>>;
