import type { Refused } from '../../capability';
import type { AuditEntry, Unit } from '../../db/unit';
import { touchCards } from '../../messages/touch';
import type { MeetingKind } from '../../pathways/models';
import { dateFromDay, isDay } from '../../time/day';
import { dayOf } from '../../time/moment';
import { spanFrom } from '../../time/span';
import { isClosed, readWhen } from '../rules';
import { loadMeetings, lockMeeting, type MeetingCase } from '../store';
import { isTooLong, notesOf, saveNote } from './notes';
import { toggled } from './rules';

/** How a press of a form ended: refused, or saved, with what others wrote in the same place meanwhile. */
export type Written = { readonly refused?: Refused; readonly merged?: boolean };

const CLOSED: Written = { refused: { code: 'closed' } };
const fault = (faults: Readonly<Record<string, string>>): Written => ({ refused: { code: 'form', faults } });

/**
 * Locks a meeting that goes on and writes on its card; whoever waits for it sees what the other wrote. Until it is closed
 * it may be written on, also when its time has passed; the citizen's view beforehand also before it begins.
 */
async function writing(
  unit: Unit,
  meetingId: string,
  byId: string,
  act: AuditEntry['act'],
  write: (found: MeetingCase) => Promise<Written>,
): Promise<Written> {
  await lockMeeting(unit, meetingId);
  const found = (await loadMeetings(unit, [meetingId])).get(meetingId);
  if (!found || isClosed(found.meeting)) return CLOSED;
  const written = await write(found);
  if (written.refused) return written;
  unit.audit({
    act,
    actorId: byId,
    matterKind: 'meeting',
    matterId: meetingId,
    pathwayId: found.meeting.pathwayId,
  });
  await touchCards(unit, 'meeting', [meetingId]);
  return written;
}

export type CitizenPart = {
  /** `''`: nothing chosen on this form. */
  readonly there: '' | 'there' | 'asked-us';
  readonly askedOn: string;
  readonly how: string;
  readonly howVersion: number;
  readonly words: string;
  readonly wordsVersion: number;
};

/** The citizen first: there, or how and when they asked us to go on; and what they say, in their own words. */
export function writeCitizen(unit: Unit, meetingId: string, part: CitizenPart, byId: string): Promise<Written> {
  return writing(unit, meetingId, byId, 'meeting.citizen', async () => {
    const faults: Record<string, string> = {};
    if (part.askedOn !== '' && !isDay(part.askedOn)) faults.askedOn = 'bad-date';
    else if (part.askedOn > unit.today) faults.askedOn = 'future-date';
    const notes = await notesOf(unit, meetingId);
    if (isTooLong(part.how, notes.at('citizen-how'))) faults.how = 'too-long';
    if (isTooLong(part.words, notes.at('citizen-words'))) faults.words = 'too-long';
    if (Object.keys(faults).length > 0) return fault(faults);
    await unit.tx.meeting.update({
      where: { tenantId_id: { tenantId: unit.tenantId, id: meetingId } },
      data: {
        ...(part.there === '' ? {} : { citizenThere: part.there }),
        ...(isDay(part.askedOn) ? { citizenAskedOn: dateFromDay(part.askedOn) } : {}),
      },
    });
    const own = { meetingId, byId };
    const how = await saveNote(unit, { ...own, place: 'citizen-how', version: part.howVersion, text: part.how });
    const words = await saveNote(unit, {
      ...own,
      place: 'citizen-words',
      version: part.wordsVersion,
      text: part.words,
    });
    return { merged: how.merged || words.merged };
  });
}

/** Somebody who may be there: staff by id, an external by id. */
export type MayBeHere = { readonly id: string; readonly external: boolean; readonly departmentId: string | null };

/** Who is there: only what this person changed of what they saw, so that two who note at once do not undo each other. */
export function writeHere(
  unit: Unit,
  meetingId: string,
  noted: {
    readonly shown: ReadonlySet<string>;
    readonly marked: ReadonlySet<string>;
    readonly people: readonly MayBeHere[];
  },
  byId: string,
): Promise<Written> {
  return writing(unit, meetingId, byId, 'meeting.here', async ({ meeting }) => {
    if (meeting.status === 'called') return { refused: { code: 'not-open' } };
    const { tx, tenantId } = unit;
    const { add, remove } = toggled(noted.shown, noted.marked);
    const known = new Map(noted.people.map((one) => [one.id, one]));
    await tx.presence.createMany({
      data: add.flatMap((id) => {
        const one = known.get(id);
        if (!one) return [];
        const who = one.external ? { externalId: id } : { personId: id, departmentId: one.departmentId };
        return [{ tenantId, id: unit.house.newId(), meetingId, at: unit.now, ...who }];
      }),
      skipDuplicates: true,
    });
    await tx.presence.deleteMany({
      where: { tenantId, meetingId, OR: [{ personId: { in: [...remove] } }, { externalId: { in: [...remove] } }] },
    });
    return {};
  });
}

export type AgendaPart = {
  readonly n: number;
  readonly note: string;
  readonly noteVersion: number;
  readonly done: boolean;
};

/** One point of the agenda: what was said, and whether it is done. */
export function writeAgenda(unit: Unit, meetingId: string, part: AgendaPart, byId: string): Promise<Written> {
  return writing(unit, meetingId, byId, 'meeting.agenda', async () => {
    if (isTooLong(part.note, (await notesOf(unit, meetingId)).at(`agenda:${part.n}`)))
      return fault({ note: 'too-long' });
    const { tx, tenantId } = unit;
    const item = { tenantId, meetingId, n: part.n };
    const changed = await tx.agendaItem.updateMany({
      where: { ...item, doneAt: part.done ? null : { not: null } },
      data: { doneAt: part.done ? unit.now : null },
    });
    if (changed.count === 0 && (await tx.agendaItem.count({ where: item })) === 0) return CLOSED;
    return saveNote(unit, {
      meetingId,
      byId,
      place: `agenda:${part.n}`,
      version: part.noteVersion,
      text: part.note,
    });
  });
}

/** The three columns, each by itself. */
export function writeColumns(
  unit: Unit,
  meetingId: string,
  columns: readonly { readonly key: string; readonly text: string; readonly version: number }[],
  byId: string,
): Promise<Written> {
  return writing(unit, meetingId, byId, 'meeting.columns', async () => {
    const notes = await notesOf(unit, meetingId);
    const long = columns.filter((one) => isTooLong(one.text, notes.at(`column:${one.key}`)));
    if (long.length > 0) return fault(Object.fromEntries(long.map((one) => [`column-${one.key}`, 'too-long'])));
    let merged = false;
    for (const { key, text, version } of columns) {
      const saved = await saveNote(unit, { meetingId, byId, place: `column:${key}`, version, text });
      merged = merged || saved.merged;
    }
    return { merged };
  });
}

export type NextPart = {
  readonly kind: string;
  readonly date: string;
  readonly time: string;
  readonly none: boolean;
  readonly because: string;
  /** What stood as the next date when the form was drawn; '' for none. */
  readonly was: string;
};

const LONGEST_BECAUSE = 400;

/** The next date, agreed with the citizen in the meeting; or why there is none. */
export function writeNext(
  unit: Unit,
  meetingId: string,
  part: NextPart,
  kinds: readonly MeetingKind[],
  house: Parameters<typeof readWhen>[2],
  byId: string,
): Promise<Written> {
  return writing(unit, meetingId, byId, 'meeting.next', async ({ meeting }) => {
    const empty = part.date === '' && part.time === '';
    if (!part.none && empty && part.because.trim() === '') return {};
    if ((meeting.nextLocal ?? '') !== part.was)
      return { refused: { code: 'form', faults: { date: 'changed-meanwhile' } } };
    const because = part.because.trim().slice(0, LONGEST_BECAUSE);
    if (part.none && because === '') return fault({ because: 'reason-missing' });
    const when = part.none ? undefined : readWhen(part, unit.moment, house);
    if (when && 'fault' in when) return fault({ [when.input]: when.fault });
    const kind = kinds.find((one) => one.kind === part.kind);
    if (!part.none && !kind) return fault({ kind: 'closed' });
    if (when && 'at' in when && kind?.notice !== undefined && dayOf(when.at) < spanFrom(unit.today, kind.notice, house))
      return fault({ date: 'notice-too-short' });
    await unit.tx.meeting.update({
      where: { tenantId_id: { tenantId: unit.tenantId, id: meetingId } },
      data: {
        nextLocal: when && 'at' in when ? when.at : null,
        nextKind: part.none ? null : part.kind,
        noNextBecauseSealed: part.none ? unit.seal('meeting', 'no_next_because_sealed', meetingId, because) : null,
      },
    });
    return {};
  });
}
