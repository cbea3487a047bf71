import type { Milestone } from '../../prisma/generated/client';
import type { Unit } from '../db/unit';
import { touchCards } from '../messages/touch';
import { openObligation } from '../obligations/open';
import { moveAnchor, setPlanned, settle } from '../obligations/settle';
import type { Models } from '../pathways/models';
import { organisation } from '../people/organisation';
import { type Day, dateFromDay, dayFromDate } from '../time/day';
import { milestonesOf, settlesTransition } from './milestone-rules';
import { followUpsOf } from './rules';
import { daysOf, type Ground, groundOf, milestonesOfPathway, plannedFollowUp, plannedTransition } from './store';

/** The kind of obligation that each sort of milestone is. */
export const OBLIGATION_OF = {
  'follow-up': 'follow-up',
  meeting: 'transition',
  'by-hand': 'hand-transition',
  consent: 'young-consent',
  handover: 'adult-side',
  record: 'after-eighteen',
} as const satisfies Readonly<Record<string, string>>;
export type MilestoneSort = keyof typeof OBLIGATION_OF;

/** A row's sort. @throws when it holds one that does not exist: a fault of ours */
export function sortOf(row: Milestone): MilestoneSort {
  if (row.is in OBLIGATION_OF) return row.is as MilestoneSort;
  throw new Error(`Milestone ${row.id} is of no sort that exists`);
}

type Wanted = {
  readonly key: string;
  readonly slot: string;
  readonly is: MilestoneSort;
  readonly kind: string | null;
  readonly opensOn: Day;
  readonly dueOn: Day;
};

/**
 * Brings what a pathway comes to by a date into line with what is known of it: opens what is wanted, moves what moved, settles
 * what a meeting has settled, and notes what is planned. The pathway must be locked. Doing it again changes nothing.
 * @param byId who did what led to it; null: the house
 */
export async function reckon(unit: Unit, models: Models, pathwayId: string, byId: string | null): Promise<void> {
  const ground = await groundOf(unit, models, pathwayId);
  if (ground?.pathway.status !== 'open') return;
  const rows = await milestonesOfPathway(unit, pathwayId);
  const changed = [
    await reckonFollowUps(unit, ground, rows, byId),
    await reckonByAge(unit, ground, rows),
    await settleOpen(unit, ground, byId),
  ].some((one) => one);
  await notePlanned(unit, ground);
  if (changed) await touchCards(unit, 'pathway', [pathwayId]);
  await touchCards(unit, 'pathway-follow-ups', [pathwayId]);
}

async function reckonFollowUps(unit: Unit, ground: Ground, rows: readonly Milestone[], byId: string | null) {
  if (ground.model === undefined) return false;
  const { open, met } = followUpsOf({ ...ground, model: ground.model });
  let changed = false;
  for (const row of rows) {
    if (row.key !== 'follow-up' || row.status !== 'open') continue;
    const meetingId = met.get(row.slot);
    if (meetingId === undefined && open.some((one) => one.slot === row.slot)) continue;
    await closeMilestone(unit, row, {
      status: meetingId === undefined ? 'cancelled' : 'met',
      because: meetingId === undefined ? 'overtaken' : 'held',
      byId,
      metById: meetingId ?? null,
    });
    changed = true;
  }
  for (const one of open) {
    const wanted: Wanted = { key: 'follow-up', is: 'follow-up', ...one };
    changed = (await bringAbout(unit, ground, rows, wanted)) || changed;
  }
  return changed;
}

async function reckonByAge(unit: Unit, ground: Ground, rows: readonly Milestone[]) {
  if (ground.bornOn === null) return false;
  let changed = false;
  const all = milestonesOf(unit.milestones, { ...ground, bornOn: ground.bornOn });
  for (const row of rows) {
    const policy = unit.milestones.find((one) => one.key === row.key);
    if (row.status !== 'open' || policy?.is !== 'consent' || all.some((one) => one.policy === policy)) continue;
    await closeMilestone(unit, row, { status: 'cancelled', because: 'withdrawn', byId: null });
    changed = true;
  }
  for (const { policy, opensOn, dueOn } of all) {
    const wanted: Wanted = { key: policy.key, slot: '1', is: policy.is, kind: null, opensOn, dueOn };
    changed = (await bringAbout(unit, ground, rows, wanted)) || changed;
  }
  return changed;
}

/** Opens a milestone that is not there yet, and moves one whose days are others than before. One that was settled stays so. */
async function bringAbout(unit: Unit, ground: Ground, rows: readonly Milestone[], wanted: Wanted): Promise<boolean> {
  const row = rows.find((one) => one.key === wanted.key && one.slot === wanted.slot);
  if (row === undefined) {
    await openMilestone(unit, ground, wanted);
    return true;
  }
  const { opensOn, dueOn } = daysOf(row);
  if (row.status === 'cancelled' && (row.closedBecause === 'overtaken' || row.closedBecause === 'withdrawn')) {
    await reopen(unit, ground, row, wanted);
    return true;
  }
  if (row.status !== 'open' || (opensOn === wanted.opensOn && dueOn === wanted.dueOn)) return false;
  await unit.tx.milestone.update({
    where: { tenantId_id: { tenantId: unit.tenantId, id: row.id } },
    data: {
      opensOn: dateFromDay(wanted.opensOn),
      dueOn: dateFromDay(wanted.dueOn),
      version: { increment: 1 },
    },
  });
  const which = { matterKind: 'milestone', matterIds: [row.id] };
  if (opensOn !== wanted.opensOn) await moveAnchor(unit, which, 'opens', wanted.opensOn);
  if (dueOn !== wanted.dueOn) await moveAnchor(unit, which, 'due', wanted.dueOn);
  await touchCards(unit, 'milestone', [row.id]);
  return true;
}

/** A milestone with its obligation on whoever leads the pathway. */
export async function openMilestone(
  unit: Unit,
  { pathway }: Pick<Ground, 'pathway'>,
  wanted: Wanted & { readonly id?: string; readonly what?: string; readonly note?: string },
): Promise<string> {
  const { tx, tenantId } = unit;
  const id = wanted.id ?? unit.house.newId();
  const note = wanted.note ?? '';
  await tx.milestone.create({
    data: {
      tenantId,
      id,
      pathwayId: pathway.id,
      key: wanted.key,
      slot: wanted.slot,
      is: wanted.is,
      meetingKind: wanted.kind,
      what: wanted.what ?? null,
      noteSealed: note === '' ? null : unit.seal('milestone', 'note_sealed', id, note),
      opensOn: dateFromDay(wanted.opensOn),
      dueOn: dateFromDay(wanted.dueOn),
      status: 'open',
      outcomeCodes: [],
      madeAt: unit.now,
    },
  });
  await owe(unit, pathway, id, wanted, 1);
  return id;
}

/** What was overtaken is wanted again: another asking of the same. */
async function reopen(unit: Unit, { pathway }: Ground, row: Milestone, wanted: Wanted): Promise<void> {
  await unit.tx.milestone.update({
    where: { tenantId_id: { tenantId: unit.tenantId, id: row.id } },
    data: {
      status: 'open',
      closedAt: null,
      closedById: null,
      closedBecause: null,
      opensOn: dateFromDay(wanted.opensOn),
      dueOn: dateFromDay(wanted.dueOn),
      version: { increment: 1 },
    },
  });
  const own = { tenantId: unit.tenantId, matterKind: 'milestone', matterId: row.id };
  await owe(unit, pathway, row.id, wanted, 1 + (await unit.tx.obligation.count({ where: own })));
}

async function owe(unit: Unit, pathway: Ground['pathway'], id: string, wanted: Wanted, round: number): Promise<void> {
  await openObligation(unit, {
    kind: OBLIGATION_OF[wanted.is],
    matterKind: 'milestone',
    matterId: id,
    round,
    ownerRole: 'lead',
    ownerId: await leadHere(unit, pathway),
    pathwayId: pathway.id,
    anchors: { opens: wanted.opensOn, due: wanted.dueOn },
  });
}

/** Whoever leads, as long as they are here: what nobody can do stands without an owner. */
async function leadHere(unit: Unit, { leadId }: Ground['pathway']): Promise<string | null> {
  const org = await organisation(unit);
  return leadId !== null && org.isHere(leadId) ? leadId : null;
}

/**
 * A held meeting that counts settles every open transition whose opening had come, also several at once; the young person's own
 * yes settles the asking, and a new lead the handover.
 */
async function settleOpen(unit: Unit, ground: Ground, byId: string | null): Promise<boolean> {
  const { model, held } = ground;
  if (model === undefined) return false;
  const open = (await milestonesOfPathway(unit, ground.pathway.id)).filter((one) => one.status === 'open');
  let changed = false;
  for (const row of open) {
    const { opensOn } = daysOf(row);
    const done =
      row.is === 'consent' && ground.ownConsentOn !== null && ground.ownConsentOn >= opensOn
        ? 'said-yes'
        : row.is === 'handover' && ground.ledSince !== null && ground.ledSince >= opensOn
          ? 'handed-over'
          : undefined;
    if (done) {
      await closeMilestone(unit, row, { status: 'met', because: done, byId });
      changed = true;
    }
    const awaiting = { is: row.is, opensOn };
    // A change that was noted after a meeting is not settled by it.
    const meeting = held.find(
      (one) =>
        one.counts &&
        settlesTransition(model, awaiting, one) &&
        (row.is !== 'by-hand' || (one.closedAt !== null && one.closedAt > row.madeAt)),
    );
    if (!meeting) continue;
    await closeMilestone(unit, row, { status: 'met', because: 'held', byId, metById: meeting.id });
    changed = true;
  }
  return changed;
}

/** Notes on each open one the day of the planned meeting that would settle it, or that there is none. */
async function notePlanned(unit: Unit, ground: Ground): Promise<void> {
  const { model } = ground;
  if (model === undefined) return;
  const open = (await milestonesOfPathway(unit, ground.pathway.id)).filter((one) => one.status === 'open');
  const obligations = await unit.tx.obligation.findMany({
    where: {
      tenantId: unit.tenantId,
      matterKind: 'milestone',
      matterId: { in: open.map((one) => one.id) },
      closedAt: null,
    },
    select: { matterId: true, plannedOn: true },
  });
  for (const row of open) {
    const { opensOn, dueOn } = daysOf(row);
    const planned =
      row.is === 'follow-up'
        ? plannedFollowUp(ground, row.meetingKind, dueOn, unit.today)
        : plannedTransition(ground, { is: row.is, opensOn, dueOn }, unit.today);
    const before = obligations.find((one) => one.matterId === row.id)?.plannedOn ?? null;
    if ((before === null ? null : dayFromDate(before)) === planned) continue;
    await setPlanned(unit, { matterKind: 'milestone', matterIds: [row.id] }, planned);
    await touchCards(unit, 'milestone', [row.id]);
  }
}

export type Closing = {
  readonly status: 'met' | 'waived' | 'cancelled';
  readonly because: string;
  readonly byId: string | null;
  readonly metById?: string | null;
  readonly codes?: readonly string[];
  /** Sealed. */
  readonly text?: string;
};

/** Ends a milestone and what is owed of it; there is no way back but for what was overtaken. */
export async function closeMilestone(unit: Unit, row: Milestone, closing: Closing): Promise<void> {
  const text = closing.text ?? '';
  await unit.tx.milestone.update({
    where: { tenantId_id: { tenantId: unit.tenantId, id: row.id } },
    data: {
      status: closing.status,
      metById: closing.metById ?? null,
      closedAt: unit.now,
      closedById: closing.byId,
      closedBecause: closing.because,
      outcomeCodes: [...(closing.codes ?? [])],
      outcomeSealed: text === '' ? null : unit.seal('milestone', 'outcome_sealed', row.id, text),
      version: { increment: 1 },
    },
  });
  await settle(
    unit,
    { matterKind: 'milestone', matterIds: [row.id] },
    { status: closing.status, byId: closing.byId, because: closing.because },
  );
  unit.audit({
    act: `milestone.${closing.status}`,
    actorId: closing.byId,
    matterKind: 'milestone',
    matterId: row.id,
    pathwayId: row.pathwayId,
    codes: [row.is, closing.because],
  });
}

/** A pathway has ended: nothing more comes of it. What is owed is settled with the pathway. */
export async function endMilestonesOf(unit: Unit, pathwayId: string, byId: string): Promise<void> {
  const open = (await milestonesOfPathway(unit, pathwayId)).filter((one) => one.status === 'open');
  for (const row of open) await closeMilestone(unit, row, { status: 'cancelled', because: 'pathway-ended', byId });
  const own = await unit.tx.ownFollowUp.findMany({ where: { tenantId: unit.tenantId, pathwayId, status: 'open' } });
  await unit.tx.ownFollowUp.updateMany({
    where: { tenantId: unit.tenantId, id: { in: own.map((one) => one.id) } },
    data: { status: 'dropped', closedAt: unit.now, version: { increment: 1 } },
  });
  await touchCards(
    unit,
    'own-follow-up',
    own.map((one) => one.id),
  );
}
