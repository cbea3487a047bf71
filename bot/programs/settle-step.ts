import type { Refused } from '../capability';
import type { Unit } from '../db/unit';
import { touchCards } from '../messages/touch';
import { settle } from '../obligations/settle';
import { organisation } from '../people/organisation';
import { may } from '../people/rights';
import { endRun } from './end-run';
import { moveSteps } from './move-steps';
import { isPartnerStep, standingsOn, standingsOnStep } from './standing';
import { holdRuns, type Onboarding, type OnboardingStep, onboardingOf, openOnboardingOf } from './store';

/** A step, and the onboarding on whose card it was pressed. */
type AskedStep = { readonly runId: string; readonly stepId: string };

/** The longest reason that a step is waived with. */
export const LONGEST_REASON = 500;

/** Locks somebody's open onboarding and reads it. */
async function heldOf(unit: Unit, personId: string): Promise<Onboarding | undefined> {
  const open = await openOnboardingOf(unit, personId);
  if (!open) return undefined;
  await holdRuns(unit, [open.run.id]);
  const found = await onboardingOf(unit, open.run.id);
  return found?.run.status === 'open' ? found : undefined;
}

/**
 * Somebody is through a course: the open step of their onboarding that asks for it is done. To be called in the transaction
 * in which the enrolment ends as done; for whoever has no such step it changes nothing.
 */
export async function courseDone(unit: Unit, personId: string, courseKey: string, enrolmentId: string): Promise<void> {
  const found = await heldOf(unit, personId);
  const asks = ({ step }: OnboardingStep) => typeof step.settles === 'object' && step.settles.course === courseKey;
  for (const one of found?.steps.filter(asks) ?? [])
    if (found) await doneStep(unit, found, one, { byId: personId, metBy: `enrolment/${enrolmentId}` });
}

/** Somebody was there: the step of this key is done. To be called in the transaction in which attendance is noted. */
export async function attended(unit: Unit, personId: string, stepKey: string, seatId: string): Promise<void> {
  const found = await heldOf(unit, personId);
  const one = found?.steps.find(({ step }) => step.key === stepKey && step.settles === 'attended');
  if (found && one) await doneStep(unit, found, one, { byId: null, metBy: `seat/${seatId}` });
}

/** Whoever sees to a step says that it is done. Pressed again it changes nothing more. */
export async function sayDone(unit: Unit, asked: AskedStep, byId: string): Promise<Refused | undefined> {
  const found = await withStep(unit, asked);
  const org = await organisation(unit);
  if (!found || !may('program.settle-step', standingsOnStep(found.onboarding, found.one, byId, org)))
    return { code: 'not-yours' };
  const { onboarding, one } = found;
  if (one.step.settles !== 'said') return { code: 'not-yours' };
  if (one.row.status === 'done') return undefined;
  if (one.row.status !== 'open' || onboarding.run.status !== 'open') return { code: 'closed' };
  await doneStep(unit, onboarding, one, { byId, metBy: 'said' });
  return undefined;
}

/** The new colleague has met the partner units. Pressed again it changes nothing more. */
export async function sayMet(unit: Unit, runId: string, byId: string): Promise<Refused | undefined> {
  await holdRuns(unit, [runId]);
  const found = await onboardingOf(unit, runId);
  const org = await organisation(unit);
  if (!found || !may('program.see', standingsOn(found, byId, org)) || found.run.personId !== byId)
    return { code: 'not-yours' };
  const step = found.steps.find(isPartnerStep);
  return step ? sayDone(unit, { runId, stepId: step.row.id }, byId) : { code: 'closed' };
}

/** A step that does not fit this colleague falls away, with a reason that stays with it. */
export async function waiveStep(
  unit: Unit,
  asked: AskedStep & { readonly reason: string },
  byId: string,
): Promise<Refused | undefined> {
  const found = await withStep(unit, asked);
  const org = await organisation(unit);
  if (!found || !may('program.waive', standingsOn(found.onboarding, byId, org))) return { code: 'not-yours' };
  const { onboarding, one } = found;
  if (one.row.status === 'waived') return undefined;
  if (one.row.status !== 'open' || onboarding.run.status !== 'open') return { code: 'closed' };
  const reason = asked.reason.trim();
  if (reason === '') return { code: 'form', faults: { reason: 'reason-missing' } };
  if (reason.length > LONGEST_REASON) return { code: 'form', faults: { reason: 'too-long' } };
  await unit.tx.programStep.update({
    where: { tenantId_id: { tenantId: unit.tenantId, id: one.row.id } },
    data: {
      status: 'waived',
      doneAt: unit.now,
      doneById: byId,
      reasonSealed: unit.seal('program_step', 'reason_sealed', one.row.id, reason),
      version: { increment: 1 },
    },
  });
  await afterStep(unit, onboarding, one, { byId, because: 'waived' });
  return undefined;
}

async function withStep(unit: Unit, { runId, stepId }: AskedStep) {
  await holdRuns(unit, [runId]);
  const onboarding = await onboardingOf(unit, runId);
  const one = onboarding?.steps.find((each) => each.row.id === stepId);
  return onboarding && one ? { onboarding, one } : undefined;
}

async function doneStep(
  unit: Unit,
  onboarding: Onboarding,
  one: OnboardingStep,
  how: { readonly byId: string | null; readonly metBy: string },
): Promise<void> {
  const { tx, tenantId } = unit;
  const changed = await tx.programStep.updateMany({
    where: { tenantId, id: one.row.id, status: 'open' },
    data: { status: 'done', doneAt: unit.now, doneById: how.byId, metBy: how.metBy, version: { increment: 1 } },
  });
  if (changed.count === 0) return;
  await afterStep(unit, onboarding, one, { byId: how.byId, because: 'done' });
}

async function afterStep(
  unit: Unit,
  { run }: Onboarding,
  { row }: OnboardingStep,
  how: { readonly byId: string | null; readonly because: 'done' | 'waived' },
): Promise<void> {
  const { byId, because } = how;
  const status = because === 'done' ? 'met' : 'waived';
  await settle(unit, { matterKind: 'program-step', matterIds: [row.id] }, { status, byId, because });
  const act = because === 'done' ? 'program.step-done' : 'program.step-waived';
  unit.audit({ act, actorId: byId, matterKind: 'program-step', matterId: row.id, codes: [row.key] });
  const now = await onboardingOf(unit, run.id);
  if (!now) return;
  const open = now.steps.filter((one) => one.row.status === 'open');
  if (!open.some((one) => one.introduction)) {
    const which = { matterKind: 'program-run', matterIds: [run.id], kind: 'introduction' };
    await settle(unit, which, { status: 'met', byId, because });
  }
  if (open.length > 0) await moveSteps(unit, now);
  else await endRun(unit, now, 'done');
  await touchCards(unit, 'program-run', [run.id]);
}
