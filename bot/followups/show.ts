import type {
  FollowUpLine,
  FollowUpsView,
  MilestoneState,
  MilestoneView,
  OwnFollowUpView,
  What,
} from '../../cards/followups/views';
import { WHATS } from '../../cards/followups/views';
import type { Milestone, OwnFollowUp } from '../../prisma/generated/client';
import type { Unit } from '../db/unit';
import { markOf } from '../meetings/card-facts';
import type { RenderInput } from '../obligations/kind';
import type { Models } from '../pathways/models';
import { aliasOf, type PathwayWithTeam, standingsIn } from '../pathways/standing';
import { organisation } from '../people/organisation';
import { may } from '../people/rights';
import { addDays, type Day, dayFromDate } from '../time/day';
import { dayOf, toMoment } from '../time/moment';
import { OBLIGATION_OF, sortOf } from './reckon';
import { countedFollowUps, rhythmsOf, yearOfFollowUps } from './rules';
import { daysOf, type Ground, groundOf, milestonesOfPathway, plannedFollowUp, plannedTransition } from './store';

export type Typed = Readonly<Record<string, string>>;
export type Again = { readonly typed?: Typed; readonly faults?: Readonly<Record<string, string>> };
type Sending = RenderInput['sending'];

/** How a milestone stands: ahead until it opens, planned while a meeting would settle it. */
export function stateOf(row: Milestone, plannedOn: Day | null, today: Day): MilestoneState {
  switch (row.status) {
    case 'met':
      return row.metById === null ? 'done' : 'held';
    case 'waived':
      return 'waived';
    case 'cancelled':
      return 'cancelled';
    default: {
      const { opensOn, dueOn } = daysOf(row);
      if (plannedOn !== null && plannedOn >= today) return 'planned';
      return dueOn < today ? 'overdue' : opensOn > today ? 'ahead' : 'open';
    }
  }
}

/** The day of the planned meeting that would settle a milestone. */
export function plannedOnOf(ground: Ground, row: Milestone, today: Day): Day | null {
  const { opensOn, dueOn } = daysOf(row);
  if (row.status !== 'open') return null;
  return row.is === 'follow-up'
    ? plannedFollowUp(ground, row.meetingKind, dueOn, today)
    : plannedTransition(ground, { is: row.is, opensOn, dueOn }, today);
}

/** One milestone, for whoever leads the pathway. */
export async function milestoneView(
  unit: Unit,
  models: Models,
  row: Milestone,
  {
    known,
    sending,
    again = {},
  }: { readonly known: PathwayWithTeam; readonly sending?: Sending; readonly again?: Again },
): Promise<MilestoneView | undefined> {
  const ground = await groundOf(unit, models, row.pathwayId);
  if (!ground) return undefined;
  const org = await organisation(unit);
  const policy = unit.milestones.find((one) => one.key === row.key);
  const plannedOn = plannedOnOf(ground, row, unit.today);
  const { opensOn, dueOn } = daysOf(row);
  const sort = sortOf(row);
  const knownOn = dayFromDate(known.pathway.knownOn);
  const { typed, faults = {} } = again;
  return {
    id: row.id,
    version: row.version,
    mark: markOf(OBLIGATION_OF[sort], sending, row.id, sending?.obligation?.round ?? 1),
    reminder: sending?.rung !== undefined && sending.rung !== 'opens',
    repeated: sending?.repeated ?? false,
    pathwayId: row.pathwayId,
    ref: known.pathway.ref,
    alias: aliasOf(unit, known.pathway),
    sort,
    title: policy?.title ?? null,
    what: row.is === 'by-hand' ? whatOf(row) : null,
    note: textOf(unit, row, 'note_sealed', row.noteSealed),
    ground: policy?.ground ?? null,
    ready: policy?.ready ?? [],
    opensOn,
    dueOn,
    plannedOn,
    today: unit.today,
    state: stateOf(row, plannedOn, unit.today),
    unknownBefore: sort === 'meeting' && dueOn < knownOn && ground.startedOn <= dueOn ? knownOn : null,
    closed: row.closedAt === null ? null : await closedOf(unit, row, org.people.get(row.closedById ?? '')?.name ?? ''),
    meetingKind: row.meetingKind ?? kindFor(ground, sort),
    values: {
      why: typed?.why ?? '',
      reason: typed?.reason ?? '',
      text: typed?.text ?? '',
      codes: (typed?.codes ?? '').split(',').filter((code) => code !== ''),
    },
    faults,
  };
}

/** The kind of meeting to offer: a transition meeting where the model has one; '' for the form's usual one. */
function kindFor({ model }: Ground, sort: MilestoneView['sort']): string {
  const wanted = sort === 'meeting' ? 'transition' : sort === 'follow-up' ? 'follow-up' : undefined;
  const kinds = model?.meetings.filter((one) => one.countsAs === wanted) ?? [];
  return wanted === undefined || kinds.length !== 1 ? '' : (kinds[0]?.kind ?? '');
}

async function closedOf(unit: Unit, row: Milestone, by: string): Promise<MilestoneView['closed']> {
  if (row.closedAt === null) return null;
  const meeting =
    row.metById === null
      ? null
      : await unit.tx.meeting.findUnique({
          where: { tenantId_id: { tenantId: unit.tenantId, id: row.metById } },
          select: { localStart: true },
        });
  return {
    on: dayOf(toMoment(row.closedAt, unit.policy.zone)),
    by,
    because: row.closedBecause ?? '',
    heldOn: meeting ? meeting.localStart.slice(0, 10) : null,
    codes: row.outcomeCodes,
    text: textOf(unit, row, 'outcome_sealed', row.outcomeSealed),
  };
}

const whatOf = (row: Milestone): What => WHATS.find((one) => one === row.what) ?? 'other';

function textOf(unit: Unit, row: Milestone, column: string, sealed: Uint8Array | null): string {
  return sealed === null ? '' : unit.open('milestone', column, row.id, sealed);
}

/** A pathway's follow-ups and transitions, for somebody who may see the pathway. */
export async function followUpsView(
  unit: Unit,
  models: Models,
  known: PathwayWithTeam,
  personId: string,
): Promise<FollowUpsView | undefined> {
  const ground = await groundOf(unit, models, known.pathway.id);
  if (!ground) return undefined;
  const { model, startedOn, since } = ground;
  const org = await organisation(unit);
  const standings = standingsIn(known, personId, org);
  const open = known.pathway.status === 'open';
  const mayLead = open && may('follow-up.lead', standings);
  const rows = await milestonesOfPathway(unit, known.pathway.id);
  const lineOf = (row: Milestone): FollowUpLine => {
    const plannedOn = plannedOnOf(ground, row, unit.today);
    return {
      pick: mayLead ? `milestone|${row.id}` : '',
      sort: sortOf(row),
      title: unit.milestones.find((one) => one.key === row.key)?.title ?? null,
      what: row.is === 'by-hand' ? whatOf(row) : null,
      who: '',
      text: '',
      state: stateOf(row, plannedOn, unit.today),
      ...daysOf(row),
      plannedOn,
    };
  };
  const year = model && yearOfFollowUps({ model, held: ground.held, startedOn, today: unit.today });
  const counted = model === undefined ? [] : countedFollowUps(model, ground.held);
  const rhythm = await unit.tx.rhythm.findFirst({
    where: { tenantId: unit.tenantId, pathwayId: known.pathway.id },
    orderBy: { n: 'desc' },
  });
  const shown = rows.filter(
    (row) => row.status === 'open' || (row.key !== 'follow-up' && row.closedBecause !== 'overtaken'),
  );
  return {
    pathwayId: known.pathway.id,
    ref: known.pathway.ref,
    alias: aliasOf(unit, known.pathway),
    ended: !open,
    today: unit.today,
    next: shown.filter((row) => row.is === 'follow-up').map(lineOf),
    year: year && open ? { ...year } : null,
    countedSince: open && counted.length === 0 && since > startedOn ? since : null,
    rhythm:
      rhythm?.every === undefined || rhythm.every === null
        ? null
        : {
            every: rhythm.every,
            reason: mayLead ? unit.open('rhythm', 'reason_sealed', rhythm.id, rhythm.reasonSealed) : '',
          },
    transitions: shown.filter((row) => row.is !== 'follow-up').map(lineOf),
    own: await ownLines(unit, ground, personId),
    mayLead,
    mayAddOwn: open && may('own-follow-up.add', standings),
    mayCall: open && model !== undefined && may('meeting.call', standings),
    mayRhythm: model !== undefined && rhythmsOf(model).length > 0,
  };
}

async function ownLines(unit: Unit, ground: Ground, personId: string): Promise<FollowUpLine[]> {
  const org = await organisation(unit);
  const rows = await unit.tx.ownFollowUp.findMany({
    where: { tenantId: unit.tenantId, pathwayId: ground.pathway.id, status: 'open' },
    orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
  });
  return rows.map((row) => {
    const dueOn = dayFromDate(row.dueOn);
    const meetingOn = meetingFor(ground, dueOn, unit.today);
    return {
      pick: row.personId === personId ? `own|${row.id}` : '',
      sort: 'own',
      title: null,
      what: null,
      who: org.people.get(row.personId)?.name ?? '',
      text: ownText(unit, row),
      state: meetingOn !== null ? 'planned' : dueOn < unit.today ? 'overdue' : 'open',
      opensOn: dueOn,
      dueOn,
      plannedOn: meetingOn,
    };
  });
}

/** The next team meeting before an own follow-up is due: the last one that comes in time (Ballerup 8). */
export function meetingFor(ground: Ground, dueOn: Day, today: Day): Day | null {
  const inTime = [...ground.planned, ...(ground.agreed ? [ground.agreed] : [])].filter(
    (one) => one.on >= today && one.on <= dueOn,
  );
  return inTime[0]?.on ?? null;
}

export const ownText = (unit: Unit, row: OwnFollowUp): string =>
  unit.open('own_follow_up', 'text_sealed', row.id, row.textSealed);

/** A professional's own follow-up, to the professional. */
export async function ownFollowUpView(
  unit: Unit,
  models: Models,
  row: OwnFollowUp,
  {
    known,
    sending,
    again = {},
  }: { readonly known: PathwayWithTeam; readonly sending?: Sending; readonly again?: Again },
): Promise<OwnFollowUpView | undefined> {
  const ground = await groundOf(unit, models, row.pathwayId);
  if (!ground) return undefined;
  const dueOn = dayFromDate(row.dueOn);
  return {
    id: row.id,
    version: row.version,
    mark: markOf('own-follow-up', sending, row.id, sending?.obligation?.round ?? 1),
    reminder: sending?.obligation !== undefined,
    pathwayId: row.pathwayId,
    ref: known.pathway.ref,
    alias: aliasOf(unit, known.pathway),
    text: ownText(unit, row),
    dueOn,
    meetingOn: row.status === 'open' ? meetingFor(ground, dueOn, unit.today) : null,
    state: row.status === 'done' || row.status === 'dropped' ? row.status : 'open',
    earliest: addDays(unit.today, 1),
    values: { later: again.typed?.later ?? '' },
    faults: again.faults ?? {},
  };
}
