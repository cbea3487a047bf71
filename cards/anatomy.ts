import { z } from 'zod/v4';
import { spokenMoment } from '../content/words/dates';
import type { Locale, Words } from '../content/words/words';
import { clipped } from './text';
import type { MeetingFacts } from './views';

/**
 * What the mark beside a word may be. The word itself stands in the default colour: the others are hardly readable in
 * Microsoft's client, and say nothing to whoever does not see them.
 */
export const color = z.enum(['Default', 'Accent', 'Good', 'Warning', 'Attention']);

/** Words of ours with a mark beside them; `''` where a card has no state. */
export const state = z.strictObject({ text: z.string(), color });

/** One line of facts. The value may be a person's text: it is bound in a TextRun. */
export const facts = z.array(z.strictObject({ name: z.string(), value: z.string() })).max(5);

/** Sentences that may hold people's text: bound in TextRuns, the lead in bold before the text. */
export const said = z.array(z.strictObject({ lead: z.string(), text: z.string() }));

/** What every card about a meeting that asks somebody for something binds before its own. */
export const asking = {
  id: z.string(),
  version: z.number(),
  mark: z.string(),
  quiet: z.string(),
  title: z.string(),
  state,
  repeated: z.string(),
  hasFacts: z.boolean(),
  facts,
  said,
};

export const choices = z.array(z.strictObject({ title: z.string(), value: z.string() }));

/** A heading with lines below it. A line may hold people's text: all of it is bound in TextRuns. */
export const sections = z.array(
  z.strictObject({
    title: z.string(),
    lines: z.array(
      z.strictObject({
        /** The colour of the mark before it; '' for none. */
        mark: color.or(z.literal('')),
        lead: z.string(),
        text: z.string(),
        quiet: z.string(),
        /** Closer to the line before: it goes on there. */
        spacing: z.enum(['Small', 'None']),
      }),
    ),
    rest: z.string(),
  }),
);
export type Section = z.input<typeof sections>[number];
export type Line = Section['lines'][number];

/** One line of a section. */
export function line(given: Partial<Line> & { readonly text: string }): Line {
  return { mark: '', lead: '', quiet: '', spacing: 'Small', ...given };
}

/** A longer text, as many lines as it has. A TextRun shows no line break. */
export function paragraphs(text: string, most: number): Line[] {
  return clipped(text.trim(), most)
    .split(/\s*\n\s*/)
    .filter((part) => part !== '')
    .map((part) => line({ text: part, spacing: 'None' }));
}

/** Buttons, two in a row so that they stand side by side on a phone. */
export const rows = z.array(
  z.strictObject({
    buttons: z
      .array(
        z.strictObject({
          title: z.string(),
          verb: z.string(),
          data: z.record(z.string(), z.union([z.string(), z.number()])),
          style: z.enum(['positive', '']),
        }),
      )
      .max(2),
  }),
);
export type Button = z.input<typeof rows>[number]['buttons'][number];

/** A sentence of a card, with an optional lead in bold. */
export function sentence(text: string, lead = ''): { lead: string; text: string } {
  return { lead: lead === '' ? '' : `${lead} `, text };
}

/** How a meeting is spoken of: the kind in its definite form, and when. */
export function spoken(
  meeting: MeetingFacts,
  w: Words,
  locale: Locale,
): { readonly the: string; readonly when: string } {
  return { the: w.definiteKindNames[meeting.kind] ?? w.anyDefiniteKind, when: spokenMoment(meeting.at, locale) };
}

/** Who leads, by name; in words where nobody does just now. */
export function leadOf(meeting: MeetingFacts, w: Words): string {
  return meeting.leadName === '' ? w.theLead : meeting.leadName;
}

/** Nothing of a pathway's own: whoever reads it may not know the alias. */
export function aliasOf(meeting: MeetingFacts, w: Words): string {
  return meeting.alias ?? w.citizenAnon;
}

/** The facts of a meeting that is still ahead, for those who see all of it. */
export function meetingFacts(meeting: MeetingFacts, w: Words): { name: string; value: string }[] {
  return [
    ...(meeting.alias === null ? [] : [{ name: w.facts.citizen, value: meeting.alias }]),
    { name: w.facts.duration, value: w.duration(meeting.duration) },
    { name: w.facts.place, value: meeting.online ? w.facts.online : (meeting.place ?? w.facts.home) },
    ...(meeting.leadName === '' ? [] : [{ name: w.facts.lead, value: meeting.leadName }]),
  ];
}
