import type { Unit } from '../db/unit';
import { organisation } from '../people/organisation';
import { endRun } from './end-run';
import { giveOn } from './give-on';
import { loseMentor } from './mentors';
import { moveSteps } from './move-steps';
import { holdRuns, type Onboarding, onboardingOf, onboardings } from './store';

/**
 * Brings every open onboarding into line with the organisation as it is now: days that a start date or leave has moved, steps
 * whose manager or mentor is another, a mentor who has left, and whoever has left themselves. Doing it again changes nothing.
 */
export async function keepPrograms(unit: Unit): Promise<void> {
  const { tx, tenantId } = unit;
  const where = { tenantId, status: 'open' };
  const open = await tx.programRun.findMany({ where, select: { id: true }, orderBy: { id: 'asc' } });
  const ids = open.map((one) => one.id);
  await holdRuns(unit, ids);
  for (const found of (await onboardings(unit, ids)).values()) await keepOne(unit, found);
}

async function keepOne(unit: Unit, found: Onboarding): Promise<void> {
  const org = await organisation(unit);
  const { run, mentorship } = found;
  // Somebody may have ended it while its lock was waited for.
  if (run.status !== 'open') return;
  if (!org.isHere(run.personId)) return endRun(unit, found, 'ended');
  if (mentorship && !org.isHere(mentorship.mentorId)) await loseMentor(unit, found, mentorship);
  const now = await onboardingOf(unit, run.id);
  if (!now) return;
  await moveSteps(unit, now);
  await giveOn(unit, now);
}
