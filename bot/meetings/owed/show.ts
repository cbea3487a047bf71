import type { CitizenTalkView, NextMeetingView, PreparationView } from '../../../cards/meetings/work-views';
import { agreementLines, agreementsOf } from '../../agreements/store';
import type { Unit } from '../../db/unit';
import type { RenderInput } from '../../obligations/kind';
import { aliasOf, type PathwayWithTeam } from '../../pathways/standing';
import { organisation } from '../../people/organisation';
import { may } from '../../people/rights';
import { dayFromDate } from '../../time/day';
import { dayOf, type Moment } from '../../time/moment';
import { addWorkingDays } from '../../time/working-calendar';
import { markOf, meetingFacts } from '../card-facts';
import { isClosed, isOver } from '../rules';
import { standingsAt } from '../standing';
import { loadMeetings, type MeetingCase } from '../store';
import { titleOf } from '../work/gathered';

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
    state: preparationState(row.doneAt !== null, found, unit),
  };
}

function preparationState(done: boolean, { meeting }: MeetingCase, unit: Unit): PreparationView['state'] {
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

/** The next date as the last meeting agreed it, while nobody has called it. */
export async function nextOf(
  unit: Unit,
  pathwayId: string,
): Promise<{ at: string; ref: string; kind: string } | undefined> {
  const { tx, tenantId } = unit;
  const last = await tx.meeting.findFirst({
    where: { tenantId, pathwayId, status: 'held', nextLocal: { not: null } },
    orderBy: { number: 'desc' },
    include: { pathway: { select: { ref: true } } },
  });
  if (!last?.nextLocal) return undefined;
  return { at: last.nextLocal, ref: last.pathway.ref, kind: last.nextKind ?? last.kindKey };
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
