import type { Obligation } from '../../../prisma/generated/client';
import type { Unit } from '../../db/unit';
import { openObligation } from '../../obligations/open';
import { moveAnchor, settle } from '../../obligations/settle';
import { anchorsOf } from '../../obligations/store';
import { organisation } from '../../people/organisation';
import { onOrAfter } from '../../time/working-calendar';
import { nextDay } from '../review-rules';
import { choiceOf, itemsOf, REVIEW } from './store';

/**
 * Keeps the one thing that may wait for somebody about questions that come back in step with them: opened for the first
 * day of work on which any is asked, moved with that day, and ended when those of a day are answered, so that the next day
 * is an asking of its own. The person's questions are held by the caller.
 */
export async function planReview(unit: Unit, personId: string): Promise<void> {
  const next = (await choiceOf(unit, personId)).on ? nextDay(await itemsOf(unit, personId)) : undefined;
  const open = await openOf(unit, personId);
  if (next === undefined) {
    if (open) await settleReview(unit, personId, { status: 'met', because: 'nothing-left' });
    return;
  }
  const org = await organisation(unit);
  const opens = onOrAfter(org.calendarOf(personId), next);
  const begun = open !== null && opensOf(open) <= unit.today;
  // Some of today's are left: it goes on waiting, and is not told of again.
  if (begun && next <= unit.today) return;
  if (open && !begun) {
    if (opensOf(open) !== opens) await moveAnchor(unit, { matterKind: REVIEW, matterIds: [personId] }, 'opens', opens);
    return;
  }
  if (open) await settleReview(unit, personId, { status: 'met', because: 'answered' });
  await openObligation(unit, {
    kind: 'review',
    matterKind: REVIEW,
    matterId: personId,
    round: (await roundsOf(unit, personId)) + 1,
    ownerRole: 'person',
    ownerId: personId,
    anchors: { opens },
  });
}

/** Ends what waits for somebody about questions that come back; the questions are kept. */
export async function settleReview(
  unit: Unit,
  personId: string,
  how: { readonly status: 'met' | 'cancelled'; readonly because: string },
): Promise<void> {
  await settle(unit, { matterKind: REVIEW, matterIds: [personId] }, { ...how, byId: personId });
}

const opensOf = (row: Obligation): string => anchorsOf(row).opens ?? '';

function openOf(unit: Unit, personId: string): Promise<Obligation | null> {
  return unit.tx.obligation.findFirst({
    where: { tenantId: unit.tenantId, kind: 'review', matterId: personId, closedAt: null },
  });
}

async function roundsOf(unit: Unit, personId: string): Promise<number> {
  const { _max } = await unit.tx.obligation.aggregate({
    where: { tenantId: unit.tenantId, kind: 'review', matterId: personId },
    _max: { round: true },
  });
  return _max.round ?? 0;
}
