import type { Unit } from '../db/unit';
import { touchCards } from '../messages/touch';
import { moveAnchor } from '../obligations/settle';
import { organisation } from '../people/organisation';
import { dateFromDay, dayFromDate } from '../time/day';
import { dayOf, toMoment } from '../time/moment';
import { introductionDue } from './begin-program';
import { countsFrom, stepDays } from './rules';
import { absencesOf, daysOf, doneDays, type Onboarding, onboardingOf } from './store';

/** Moves the open steps to the days that the start, what is done, and leave give them now. */
export async function moveSteps(unit: Unit, found: Onboarding): Promise<void> {
  const { tx, tenantId } = unit;
  const { run } = found;
  const org = await organisation(unit);
  const hiredOn = org.people.get(run.personId)?.hiredOn;
  const metOn = dayOf(toMoment(run.openedAt, unit.policy.zone));
  // Whoever has no date of employment any more in the file keeps the days they have.
  const startsOn = hiredOn ? countsFrom(dayFromDate(hiredOn), metOn) : dayFromDate(run.startsOn);
  if (startsOn !== dayFromDate(run.startsOn))
    await tx.programRun.update({
      where: { tenantId_id: { tenantId, id: run.id } },
      data: { startsOn: dateFromDay(startsOn), version: { increment: 1 } },
    });
  const away = (await absencesOf(unit, [run.personId])).get(run.personId) ?? [];
  const steps = found.steps.map((one) => one.step);
  const days = stepDays(steps, { startsOn, away, doneOn: doneDays(unit, found) });
  let moved = false;
  for (const { row, introduction } of found.steps) {
    const wanted = days.get(row.key);
    const { opensOn, dueOn } = daysOf(row);
    if (!wanted || row.status !== 'open' || (wanted.opensOn === opensOn && wanted.dueOn === dueOn)) continue;
    moved = true;
    await tx.programStep.update({
      where: { tenantId_id: { tenantId, id: row.id } },
      data: {
        opensOn: dateFromDay(wanted.opensOn),
        dueOn: dateFromDay(wanted.dueOn),
        version: { increment: 1 },
      },
    });
    if (introduction) continue;
    const which = { matterKind: 'program-step', matterIds: [row.id] };
    if (wanted.opensOn !== opensOn) await moveAnchor(unit, which, 'opens', wanted.opensOn);
    if (wanted.dueOn !== dueOn) await moveAnchor(unit, which, 'due', wanted.dueOn);
  }
  if (!moved) return;
  const before = introductionDue(found.steps);
  const now = await onboardingOf(unit, run.id);
  const due = now && introductionDue(now.steps);
  if (due !== undefined && due !== before)
    await moveAnchor(unit, { matterKind: 'program-run', matterIds: [run.id], kind: 'introduction' }, 'due', due);
  unit.audit({ act: 'program.moved', actorId: null, matterKind: 'program-run', matterId: run.id });
  await touchCards(unit, 'program-run', [run.id]);
}
