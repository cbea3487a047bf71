import type { CitizenTalkView, NextMeetingView, PreparationView, RecordView } from '../../../cards/meetings/work-views';
import { agreementLines, agreementsOf } from '../../agreements/store';
import type { Unit } from '../../db/unit';
import { type RecordContent, recordContent } from '../../documents/record-content';
import { journalOf } from '../../journal/journal-of';
import type { RenderInput } from '../../obligations/kind';
import { aliasOf, type PathwayWithTeam } from '../../pathways/standing';
import { organisation } from '../../people/organisation';
import { may } from '../../people/rights';
import { dayFromDate } from '../../time/day';
import { dayOf, type Moment } from '../../time/moment';
import { addWorkingDays } from '../../time/working-calendar';
import { isClosed, isOver } from '../rules';
import { markOf, meetingFacts } from '../show';
import { standingsAt } from '../standing';
import { loadMeetings, type MeetingCase } from '../store';
import { titleOf } from './gathered';

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

/** What somebody has ready before a meeting; undefined for everybody else. */
export async function preparationView(
  unit: Unit,
  preparationId: string,
  personId: string,
  sending?: RenderInput['sending'],
): Promise<PreparationView | undefined> {
  const row = await unit.tx.preparation.findUnique({
    where: { tenantId_id: { tenantId: unit.tenantId, id: preparationId } },
  });
  const found = row && (await loadMeetings(unit, [row.meetingId])).get(row.meetingId);
  if (!row || !found || row.personId !== personId) return undefined;
  const org = await organisation(unit);
  if (!may('meeting.see', standingsAt(found, personId, org))) return undefined;
  return {
    id: row.id,
    version: row.version,
    mark: markOf('preparation', sending, row.id, 1),
    meeting: meetingFacts(unit, found, org, 'matter'),
    title: titleOf(row.title),
    due: row.dueLocal,
    state: stateOf(row.doneAt !== null, found, unit),
  };
}

function stateOf(done: boolean, { meeting }: MeetingCase, unit: Unit): PreparationView['state'] {
  if (done) return 'done';
  if (meeting.status === 'cancelled') return 'cancelled';
  return isClosed(meeting) || isOver(meeting, unit.now) ? 'past' : 'open';
}

export type TalkTyped = CitizenTalkView['values'];

/** The talk with the citizen after a meeting that was held without them. */
export async function citizenTalkView(
  unit: Unit,
  found: MeetingCase,
  asked: {
    readonly sending?: RenderInput['sending'];
    readonly typed?: TalkTyped;
    readonly faults?: Readonly<Record<string, string>>;
  },
): Promise<CitizenTalkView> {
  const { tx, tenantId } = unit;
  const { meeting, known } = found;
  const org = await organisation(unit);
  const talk = await tx.citizenTalk.findUnique({
    where: { tenantId_meetingId: { tenantId, meetingId: meeting.id } },
  });
  const obligation = await tx.obligation.findFirst({
    where: { tenantId, kind: 'citizen-talk', matterKind: 'meeting', matterId: meeting.id },
  });
  return {
    meetingId: meeting.id,
    mark: markOf('citizen-talk', asked.sending, meeting.id, 1),
    meeting: meetingFacts(unit, found, org, 'matter'),
    dueOn: obligation?.dueOn ? dayFromDate(obligation.dueOn) : unit.today,
    latest: unit.today,
    agreements: agreementLines(unit, await agreementsOf(unit, meeting.id), known, org),
    done: talk
      ? {
          on: dayFromDate(talk.heldOn),
          said: unit.open('citizen_talk', 'said_sealed', talk.id, talk.saidSealed),
          by: org.people.get(talk.byId)?.name ?? '',
        }
      : null,
    values: asked.typed ?? { on: unit.today, said: '' },
    faults: asked.faults ?? {},
  };
}

/** The next date was agreed, and is to be called. */
export async function nextMeetingView(
  unit: Unit,
  { pathway }: PathwayWithTeam,
  next: { readonly at: Moment; readonly kind: string },
  sending: RenderInput['sending'],
): Promise<NextMeetingView> {
  const org = await organisation(unit);
  const open = await unit.tx.obligation.findFirst({
    where: {
      tenantId: unit.tenantId,
      kind: 'next-meeting',
      matterKind: 'pathway',
      matterId: pathway.id,
      closedAt: null,
    },
  });
  const ahead = addWorkingDays(org.house, dayOf(next.at), -1);
  return {
    pathwayId: pathway.id,
    mark: markOf('next-meeting', sending, pathway.id, sending?.obligation?.round ?? 0),
    ref: pathway.ref,
    alias: aliasOf(unit, pathway),
    kind: next.kind,
    at: next.at,
    callBy: open?.dueOn ? dayFromDate(open.dueOn) : ahead,
    called: open === null,
  };
}
