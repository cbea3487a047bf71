import { z } from 'zod/v4';
import { isDay } from '../time/day';
import { isMoment } from '../time/moment';

const text = z.string();
const name = z.string().trim().min(1);
const both = z.strictObject({ da: text, en: text });
const day = z.string().refine((text) => isDay(text), 'must be a day, YYYY-MM-DD');
const moment = z.string().refine((text) => isMoment(text), 'must be a moment, YYYY-MM-DDTHH:MM');
const minutes = z.number().int().positive();

/**
 * All that the record of a meeting says, as plain data: it is kept sealed, drawn as a PDF, and sent to the specialist
 * system as JSON. It names who was there and whom nobody missed; who was not there has no place in it, nor whose place a
 * colleague took. Days and moments are local to the municipality; an empty text is a part that is left out.
 */
export const recordContent = z.strictObject({
  /** The municipality's name, as its policy writes it. */
  municipality: name,
  ref: name,
  alias: name,
  /** The how-manieth meeting of the pathway. */
  number: z.number().int().positive(),
  /** Key of the kind of meeting. */
  kind: name,
  /** The model's name. */
  model: both,
  at: moment,
  /** Minutes. */
  duration: minutes,
  online: z.boolean(),
  place: text.nullable(),
  lead: z.strictObject({ name, department: text }).nullable(),
  citizen: z.strictObject({
    /** Whether the citizen takes part in this kind of meeting. */
    takesPart: z.boolean(),
    /** `asked-us`: the citizen asked us to go on without them. */
    there: z.enum(['there', 'asked-us']).nullable(),
    askedOn: day.nullable(),
    how: text,
    /** In their own words; for a meeting without them, their view beforehand. */
    words: text,
    /** Whom they had said they would bring. */
    guests: text,
  }),
  present: z.array(
    z.strictObject({
      name,
      department: text,
      role: z.enum(['leader', 'facilitator', 'note-taker']).nullable(),
    }),
  ),
  externals: z.array(z.strictObject({ name, role: text })),
  /** Names of the departments that were represented. */
  departments: z.array(name),
  agenda: z.array(z.strictObject({ title: both, duration: minutes, note: text })),
  columns: z.array(z.strictObject({ title: both, text })),
  agreements: z.array(
    z.strictObject({
      /** The alias for the citizen, else a name. */
      owner: name,
      ownerKind: z.enum(['citizen', 'lead', 'professional']),
      text: name,
      dueOn: day,
    }),
  ),
  /** What further capabilities have it say, such as decisions; records from before there were any have none. */
  sections: z
    .array(z.strictObject({ title: both, items: z.array(z.strictObject({ lead: both, text: both })) }))
    .default([]),
  next: z.strictObject({ kind: name, at: moment }).nullable(),
  noNextBecause: text,
  closed: z.strictObject({ by: name, at: moment }),
  version: z.number().int().positive(),
  /** The version that this one corrects. */
  replaces: z.number().int().positive().nullable(),
});

export type RecordContent = Readonly<z.output<typeof recordContent>>;
