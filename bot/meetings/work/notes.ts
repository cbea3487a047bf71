import type { Unit } from '../../db/unit';
import { LONGEST_NOTE, type Merged, mergeTexts } from './merge-texts';

/** Where a text of a meeting stands: the citizen's words, how they asked us to go on, a point of the agenda, a column. */
export type Place = 'citizen-words' | 'citizen-how' | `agenda:${number}` | `column:${string}`;

export type Note = { readonly text: string; readonly version: number };

const NONE: Note = { text: '', version: 0 };

/** Whether a text is longer than its place takes; what two people wrote at once may be, and may be put right as it stands. */
export const isTooLong = (text: string, stood: Note): boolean =>
  text.length > Math.max(LONGEST_NOTE, stood.text.length);

/** The texts of a meeting as they stand, by place. */
export type Notes = { at(place: Place): Note };

/** Loads what has been written at a meeting. */
export async function notesOf(unit: Unit, meetingId: string): Promise<Notes> {
  const rows = await unit.tx.meetingNote.findMany({
    where: { tenantId: unit.tenantId, meetingId },
    orderBy: { n: 'asc' },
  });
  const newest = new Map(rows.map((row) => [row.place, row]));
  return {
    at: (place) => {
      const row = newest.get(place);
      return row ? { text: openNote(unit, row), version: row.n } : NONE;
    },
  };
}

/**
 * Saves a text; each version is kept. Whoever wrote in the same place since `version` loses nothing: both are put together.
 * The meeting must be locked.
 */
export async function saveNote(
  unit: Unit,
  saved: { meetingId: string; place: Place; version: number; text: string; byId: string },
): Promise<Merged> {
  const { tx, tenantId } = unit;
  const { meetingId, place } = saved;
  const rows = await tx.meetingNote.findMany({ where: { tenantId, meetingId, place }, orderBy: { n: 'asc' } });
  const newest = rows.at(-1);
  const base = rows.find((row) => row.n === saved.version);
  const theirs = newest ? openNote(unit, newest) : '';
  const mine = saved.text.replace(/\r\n/g, '\n').trim();
  const result = mergeTexts(base ? openNote(unit, base) : '', theirs, mine);
  if (result.text === theirs) return result;
  const id = unit.house.newId();
  await tx.meetingNote.create({
    data: {
      tenantId,
      id,
      meetingId,
      place,
      n: (newest?.n ?? 0) + 1,
      textSealed: unit.seal('meeting_note', 'text_sealed', id, result.text),
      byId: saved.byId,
      at: unit.now,
    },
  });
  return result;
}

const openNote = (unit: Unit, row: { readonly id: string; readonly textSealed: Uint8Array }): string =>
  unit.open('meeting_note', 'text_sealed', row.id, row.textSealed);
