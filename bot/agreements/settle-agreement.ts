import type { Agreement } from '../../prisma/generated/client';
import type { Refused } from '../capability';
import type { Unit } from '../db/unit';
import { touchCards } from '../messages/touch';
import { moveAnchor, settle } from '../obligations/settle';
import { dateFromDay, dayFromDate, isDay } from '../time/day';
import { lockAgreement } from './store';

export type AgreementStep =
  | { readonly kind: 'done' }
  /** Not yet: another date, and why. */
  | { readonly kind: 'later'; readonly due: string; readonly because: string }
  /** It falls away, and why; the lead's to say. */
  | { readonly kind: 'drop'; readonly because: string };

const LONGEST_REASON = 400;

/**
 * Takes an agreement on: kept, later, or fallen away. The caller must have been found to have the right. An agreement that
 * is settled stays so.
 */
export async function settleAgreement(
  unit: Unit,
  id: string,
  version: number,
  step: AgreementStep,
  byId: string,
): Promise<Refused | undefined> {
  const row = await lockAgreement(unit, id);
  if (row?.status !== 'open') return { code: 'closed' };
  if (row.version !== version) return { code: 'changed-meanwhile' };
  const faults = faultsOf(unit, row, step);
  if (Object.keys(faults).length > 0) return { code: 'form', faults };
  const reason = step.kind === 'done' ? '' : step.because.trim().slice(0, LONGEST_REASON);
  const which = { matterKind: 'agreement', matterIds: [id] };
  await unit.tx.agreement.update({
    where: { tenantId_id: { tenantId: unit.tenantId, id } },
    data: {
      version: version + 1,
      ...(reason === '' ? {} : { outcomeSealed: unit.seal('agreement', 'outcome_sealed', id, reason) }),
      ...(step.kind === 'later' && isDay(step.due)
        ? { dueOn: dateFromDay(step.due) }
        : { status: step.kind === 'done' ? 'done' : 'dropped', closedAt: unit.now }),
    },
  });
  if (step.kind === 'later' && isDay(step.due)) await moveAnchor(unit, which, 'due', step.due);
  else
    await settle(unit, which, {
      status: step.kind === 'done' ? 'met' : 'waived',
      byId,
      because: step.kind,
    });
  unit.audit({
    act: `agreement.${step.kind}`,
    actorId: byId,
    matterKind: 'agreement',
    matterId: id,
    pathwayId: row.pathwayId,
    codes: step.kind === 'later' ? [step.due] : [],
  });
  await touchCards(unit, 'agreement', [id]);
  return undefined;
}

function faultsOf(unit: Unit, row: Agreement, step: AgreementStep): Record<string, string> {
  if (step.kind === 'done') return {};
  const faults: Record<string, string> = {};
  if (step.because.trim() === '') faults.because = 'reason-missing';
  if (step.kind === 'drop') return faults;
  if (!isDay(step.due)) faults.due = 'bad-date';
  else if (step.due < unit.today) faults.due = 'past-date';
  else if (step.due === dayFromDate(row.dueOn)) faults.due = 'same-time';
  return faults;
}
