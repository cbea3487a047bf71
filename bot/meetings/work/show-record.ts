import type { RecordView } from '../../../cards/meetings/work-views';
import type { Unit } from '../../db/unit';
import { type RecordContent, recordContent } from '../../documents/record-content';
import { journalOf } from '../../journal/journal-of';
import { organisation } from '../../people/organisation';
import { meetingFacts } from '../card-facts';
import type { MeetingCase } from '../store';

/** The record of a meeting as it was kept; undefined while there is none. */
export async function recordKept(
  unit: Unit,
  meetingId: string,
): Promise<{ id: string; version: number; content: RecordContent } | undefined> {
  const row = await unit.tx.record.findFirst({
    where: { tenantId: unit.tenantId, meetingId },
    orderBy: { version: 'desc' },
  });
  if (!row) return undefined;
  const content: unknown = JSON.parse(unit.open('record', 'content_sealed', row.id, row.contentSealed));
  return { id: row.id, version: row.version, content: recordContent.parse(content) };
}

export async function recordView(unit: Unit, found: MeetingCase, repeated: boolean): Promise<RecordView | undefined> {
  const kept = await recordKept(unit, found.meeting.id);
  if (!kept) return undefined;
  const org = await organisation(unit);
  const { content } = kept;
  return {
    id: found.meeting.id,
    mark: `record/own/${found.meeting.id}/${kept.version}`,
    meeting: meetingFacts(unit, found, org, 'matter'),
    version: kept.version,
    repeated,
    citizen: { takesPart: content.citizen.takesPart, there: content.citizen.there, words: content.citizen.words },
    present: [
      ...content.present.map(({ name, department }) => ({ name, department })),
      ...content.externals.map(({ name, role }) => ({ name, department: role })),
    ],
    agenda: content.agenda.map(({ title, note }) => ({ title, note })),
    columns: content.columns,
    agreements: content.agreements.map((one, index) => ({ id: String(index), version: kept.version, ...one })),
    sections: content.sections,
    next: content.next,
    journal: await journalOf(unit, found.meeting.id),
  };
}
