import { z } from 'zod/v4';
import { spokenMoment } from '../content/words/dates';
import type { Locale, Words } from '../content/words/words';
import type { MeetingFacts } from './views';

/** Words of ours beside a colour; `''` where a card has no state. */
export const state = z.strictObject({
  text: z.string(),
  color: z.enum(['Default', 'Accent', 'Good', 'Warning', 'Attention']),
});

/** One line of facts. The value may be a person's text: it is bound in a TextRun. */
export const facts = z.array(z.strictObject({ name: z.string(), value: z.string() })).max(5);

/** Sentences that may hold people's text: bound in TextRuns, the lead in bold before the text. */
export const said = z.array(z.strictObject({ lead: z.string(), text: z.string() }));

export const choices = z.array(z.strictObject({ title: z.string(), value: z.string() }));

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

/** The facts of a meeting that is still ahead, for those who see all of it. */
export function meetingFacts(meeting: MeetingFacts, w: Words): { name: string; value: string }[] {
  return [
    ...(meeting.alias === null ? [] : [{ name: w.facts.citizen, value: meeting.alias }]),
    { name: w.facts.duration, value: w.duration(meeting.duration) },
    { name: w.facts.place, value: meeting.online ? w.facts.online : (meeting.place ?? w.facts.noPlace) },
    ...(meeting.leadName === '' ? [] : [{ name: w.facts.lead, value: meeting.leadName }]),
  ];
}
