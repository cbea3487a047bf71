import type { Titled } from '../../../cards/views';
import type { AgendaItem, Agreement, Presence } from '../../../prisma/generated/client';
import { agreementsOf } from '../../agreements/store';
import type { Unit } from '../../db/unit';
import { modelOf } from '../../pathways/freeze-model';
import { citizenTakesPart, type MeetingKind, type Model, type Models } from '../../pathways/models';
import { dayFromDate } from '../../time/day';
import { asMoment } from '../../time/moment';
import type { MeetingSection } from '../section';
import type { MeetingCase } from '../store';
import { type Notes, notesOf } from './notes';
import { type CitizenThere, type Held, type Lacking, lackingToClose } from './rules';

/** All that stands on a meeting card. */
export type Gathered = {
  readonly model: Model | undefined;
  readonly kind: MeetingKind | undefined;
  readonly takesPart: boolean;
  readonly notes: Notes;
  readonly agenda: readonly AgendaItem[];
  readonly here: readonly Presence[];
  readonly agreements: readonly Agreement[];
  readonly held: Held;
  readonly lacking: readonly Lacking[];
  /** What each section has open, by its name; only those that have something. */
  readonly open: ReadonlyMap<string, readonly Titled[]>;
};

/** What the meetings of this house are made of besides themselves: models of cooperation, and what other capabilities add. */
export type MeetingParts = { readonly models: Models; readonly sections: readonly MeetingSection[] };

/** Gathers what has been written at a meeting, and what is still lacking. */
export async function gather(unit: Unit, found: MeetingCase, { models, sections }: MeetingParts): Promise<Gathered> {
  const { tx, tenantId } = unit;
  const { meeting, known } = found;
  const own = { tenantId, meetingId: meeting.id };
  const model = await modelOf(unit, { releaseId: meeting.releaseId, model: known.pathway.model }, models);
  const kind = model?.meetings.find((one) => one.kind === meeting.kindKey);
  const takesPart = model === undefined || citizenTakesPart(model, kind);
  const notes = await notesOf(unit, meeting.id);
  const here = await tx.presence.findMany({ where: own, orderBy: { at: 'asc' } });
  const held: Held = {
    citizenTakesPart: takesPart,
    citizenThere: thereOf(meeting.citizenThere),
    citizenHow: notes.at('citizen-how').text,
    citizenAskedOn: meeting.citizenAskedOn === null ? null : dayFromDate(meeting.citizenAskedOn),
    citizenWords: notes.at('citizen-words').text,
    here: here.length,
    next: meeting.nextLocal === null ? null : asMoment(meeting.nextLocal),
    noNextBecause:
      meeting.noNextBecauseSealed === null
        ? ''
        : unit.open('meeting', 'no_next_because_sealed', meeting.id, meeting.noNextBecauseSealed),
  };
  return {
    model,
    kind,
    takesPart,
    notes,
    here,
    held,
    agenda: await tx.agendaItem.findMany({ where: own, orderBy: { n: 'asc' } }),
    agreements: await agreementsOf(unit, meeting.id),
    lacking: lackingToClose(held),
    open: await openIn(unit, found, sections),
  };
}

async function openIn(
  unit: Unit,
  found: MeetingCase,
  sections: readonly MeetingSection[],
): Promise<Map<string, readonly Titled[]>> {
  const open = new Map<string, readonly Titled[]>();
  for (const section of sections) {
    const sentences = await section.open(unit, found);
    if (sentences.length > 0) open.set(section.name, sentences);
  }
  return open;
}

export const thereOf = (text: string | null): CitizenThere => (text === 'there' || text === 'asked-us' ? text : null);

/** A text in both languages, as content keeps it. */
export function titleOf(json: unknown): { da: string; en: string } {
  const both = typeof json === 'object' && json !== null ? (json as Readonly<Record<string, unknown>>) : {};
  return { da: typeof both.da === 'string' ? both.da : '', en: typeof both.en === 'string' ? both.en : '' };
}
