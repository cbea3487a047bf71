import type { SectionView, Titled } from '../../cards/views';
import type { Unit } from '../db/unit';
import type { RecordContent } from '../documents/record-content';
import type { Standing } from '../people/rights';
import type { Ended } from './change/end-meeting';
import type { MeetingCase } from './store';

/** For whom a section is drawn, and what they are to the meeting now. */
type SectionViewer = { readonly personId: string; readonly standings: ReadonlySet<Standing> };

/**
 * `called`: it stands, and nobody has answered yet. `past`: its time is over, and nobody has closed it yet. `moved`: it stands
 * at its new time, also from `past`.
 */
export type MeetingEvent = { readonly is: Ended | 'moved' | 'called'; readonly byId: string | null };

/**
 * What a capability above meetings adds to them, and meetings know nothing of: its part of the meeting card, what must be
 * settled before closing, what the record says of it, and what a meeting's end means to it. A capability exports one, and
 * `app.ts` registers it beside the capability:
 *
 *     const sections = { meetings: [decisionsSection()], pathways: [decisionsOfPathway()] };
 *
 * A section's own verbs, kinds and cards are registered as any capability's. Whoever changes what a section shows draws the
 * meeting card anew with `touchCards(unit, 'meeting', [id])`. Texts are in both languages; people's own text is the same in
 * both. The card has room for `MOST_SECTIONS` (cards/views.ts).
 */
export type MeetingSection = {
  /** Names it among the others. */
  readonly name: string;
  /**
   * Heading, lines and button of the meeting card, for somebody who may see the meeting; undefined when there is nothing to
   * say or to do. Five lines at most are drawn, and none of a meeting that was cancelled or not held.
   */
  shown(unit: Unit, found: MeetingCase, viewer: SectionViewer): Promise<SectionView | undefined>;
  /** What must be settled before the meeting may be closed, one sentence each; empty when nothing is in the way. */
  open(unit: Unit, found: MeetingCase): Promise<readonly Titled[]>;
  /** What the record says, as things stand when the meeting is closed: kept sealed, on the card, in the PDF, in the journal. */
  recorded(unit: Unit, found: MeetingCase): Promise<RecordContent['sections']>;
  /**
   * The meeting has just been called, ended or moved: in the same unit, the meeting locked, its row as it is now. Who is there can still
   * be read (`presence`); the record is composed already, so nothing is decided here that it ought to say.
   */
  follow(unit: Unit, found: MeetingCase, event: MeetingEvent): Promise<void>;
};

/** Tells every section what became of the meeting. */
export async function tellSections(
  sections: readonly MeetingSection[],
  unit: Unit,
  found: MeetingCase,
  event: MeetingEvent,
): Promise<void> {
  for (const section of sections) await section.follow(unit, found, event);
}
