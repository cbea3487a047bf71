import type { Meeting, Milestone, Pathway } from '../../prisma/generated/client';
import type { Unit } from '../db/unit';
import type { Model, Models } from '../pathways/models';
import { bornOnOf, pathwaysWithTeam, startOf } from '../pathways/standing';
import { type Day, dayFromDate } from '../time/day';
import { asMoment, dayOf, isMoment, type Moment } from '../time/moment';
import { settlesTransition } from './milestone-rules';
import { type HeldMeeting, kindOf } from './rules';

/** A meeting that is still to be held, or of which nobody has said yet whether it was. */
export type PlannedMeeting = { readonly id: string; readonly kind: string; readonly on: Day };

/** All that follow-ups and milestones of a pathway are worked out from. */
export type Ground = {
  readonly pathway: Pathway;
  readonly model: Model | undefined;
  readonly startedOn: Day;
  /** From when the house counts: the start, or the day it came to know the pathway. */
  readonly since: Day;
  readonly bornOn: Day | null;
  readonly parentsConsented: boolean;
  /** The newest day on which the citizen themselves said yes to sharing, or the young person did. */
  readonly ownConsentOn: Day | null;
  /** Since when whoever leads has led, where somebody else did before. */
  readonly ledSince: Day | null;
  /** By day. */
  readonly held: readonly (HeldMeeting & { readonly closedAt: Date | null })[];
  readonly planned: readonly PlannedMeeting[];
  /** The next date that the last meeting agreed, while it is ahead and nobody has called it. */
  readonly agreed: { readonly kind: string; readonly on: Day } | undefined;
  /** Another rhythm than the model's. */
  readonly every: string | null;
};

/** What a pathway's follow-ups are worked out from; undefined for one that does not exist. */
export async function groundOf(unit: Unit, models: Models, pathwayId: string): Promise<Ground | undefined> {
  const { tx, tenantId } = unit;
  const known = (await pathwaysWithTeam(unit, [pathwayId])).get(pathwayId);
  if (!known) return undefined;
  const { pathway } = known;
  const meetings = await tx.meeting.findMany({
    where: { tenantId, pathwayId, status: { in: ['called', 'running', 'past', 'held'] } },
    orderBy: [{ localStart: 'asc' }, { number: 'asc' }],
  });
  const held = meetings.filter((one) => one.status === 'held');
  const planned = meetings.filter((one) => one.status !== 'held');
  const model = models.get(pathway.model);
  const rhythm = await tx.rhythm.findFirst({ where: { tenantId, pathwayId }, orderBy: { n: 'desc' } });
  const consents = await tx.ground.findMany({
    where: { tenantId, pathwayId, withdrawnAt: null, meetingId: null, givenBy: { not: null } },
    select: { givenBy: true, notedOn: true },
    orderBy: { notedOn: 'asc' },
  });
  const own = consents.filter((one) => one.givenBy !== 'custody-holder').at(-1);
  const periods = await tx.leadPeriod.findMany({ where: { tenantId, pathwayId }, orderBy: { fromOn: 'asc' } });
  const led = periods.length > 1 ? periods.at(-1) : undefined;
  const startedOn = startOf(pathway);
  const knownOn = dayFromDate(pathway.knownOn);
  return {
    pathway,
    model,
    startedOn,
    since: knownOn > startedOn ? knownOn : startedOn,
    bornOn: bornOnOf(unit, pathway),
    parentsConsented: consents.some((one) => one.givenBy === 'custody-holder'),
    ownConsentOn: own ? dayFromDate(own.notedOn) : null,
    ledSince: led ? dayFromDate(led.fromOn) : null,
    held: held.map((one) => ({ ...asPlanned(one), counts: one.counts ?? false, closedAt: one.closedAt })),
    planned: planned.map(asPlanned),
    agreed: agreedOf(unit, held.at(-1), planned),
    every: rhythm?.every ?? null,
  };
}

const asPlanned = (one: Pick<Meeting, 'id' | 'kindKey' | 'localStart'>): PlannedMeeting => ({
  id: one.id,
  kind: one.kindKey,
  on: dayOf(asMoment(one.localStart)),
});

function agreedOf(unit: Unit, last: Meeting | undefined, planned: readonly Meeting[]): Ground['agreed'] {
  const at: Moment | undefined = last?.nextLocal && isMoment(last.nextLocal) ? last.nextLocal : undefined;
  if (!last || at === undefined || at <= unit.moment || planned.length > 0) return undefined;
  return { kind: last.nextKind ?? last.kindKey, on: dayOf(at) };
}

/** The milestones of a pathway, as they were opened and settled. */
export function milestonesOfPathway(unit: Unit, pathwayId: string): Promise<Milestone[]> {
  return unit.tx.milestone.findMany({
    where: { tenantId: unit.tenantId, pathwayId },
    orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
  });
}

/** The first planned meeting that would settle a follow-up of this kind (null: any that counts). */
export function plannedFollowUp(ground: Ground, kind: string | null, dueOn: Day, today: Day): Day | null {
  const { model } = ground;
  if (model === undefined) return null;
  const would = (one: { readonly kind: string }) =>
    kind === null ? kindOf(model, one.kind)?.countsAs === 'follow-up' : one.kind === kind;
  return firstPlanned(ground, would, { dueOn, today });
}

/** The first planned meeting that would settle a transition. */
export function plannedTransition(
  ground: Ground,
  milestone: { readonly is: string; readonly opensOn: Day; readonly dueOn: Day },
  today: Day,
): Day | null {
  const { model } = ground;
  if (model === undefined) return null;
  return firstPlanned(ground, (one) => settlesTransition(model, milestone, one), { dueOn: milestone.dueOn, today });
}

/** One that is ahead before one that is over and not closed; and an agreed date that nobody has called, as long as it is in time. */
function firstPlanned(
  { planned, agreed }: Ground,
  would: (one: { readonly kind: string; readonly on: Day }) => boolean,
  { dueOn, today }: { readonly dueOn: Day; readonly today: Day },
): Day | null {
  const all = planned.filter(would);
  const called = all.find((one) => one.on >= today) ?? all.at(-1);
  if (called) return called.on;
  return agreed && would(agreed) && agreed.on <= dueOn ? agreed.on : null;
}

/** Days of a milestone's row. */
export const daysOf = (row: Milestone): { readonly opensOn: Day; readonly dueOn: Day } => ({
  opensOn: dayFromDate(row.opensOn),
  dueOn: dayFromDate(row.dueOn),
});
