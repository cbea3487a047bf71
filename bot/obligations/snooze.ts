import type { Refused } from '../capability';
import type { Unit } from '../db/unit';
import { touchCards } from '../messages/touch';
import { addDays, type Day, dateFromDay, dayFromDate, isDay } from '../time/day';

const MOST_DAYS = 14;
const LONGEST_REASON = 500;

/**
 * Postpones somebody's own reminder lines of one obligation. No date moves and nobody else is quieted; all postponing of
 * one obligation together lasts 14 days at most, counted from the first day, and the lead sees the reason.
 */
export async function snooze(
  unit: Unit,
  asked: { readonly obligationId: string; readonly until: string; readonly reason: string },
  personId: string,
): Promise<Refused | undefined> {
  const { tx, tenantId, today } = unit;
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select id from obligation where tenant_id = ${tenantId}::uuid and id = ${asked.obligationId}::uuid
      and owner_id = ${personId}::uuid for update`;
  if (rows.length === 0) return { code: 'not-yours' };
  const obligation = await tx.obligation.findUniqueOrThrow({
    where: { tenantId_id: { tenantId, id: asked.obligationId } },
  });
  if (obligation.closedAt !== null) return { code: 'closed' };
  const days = Math.min(unit.ladders.get(obligation.ladder)?.snoozeDays ?? 0, MOST_DAYS);
  if (days === 0) return { code: 'snooze-never' };
  if (!isDay(asked.until) || asked.until <= today) return { code: 'form', faults: { until: 'bad-date' } };
  if (asked.reason.trim() === '') return { code: 'form', faults: { reason: 'reason-missing' } };
  const key = { tenantId, obligationId: obligation.id, personId };
  const before = await tx.snooze.findUnique({ where: { tenantId_obligationId_personId: key } });
  const first = before === null ? today : dayFromDate(before.firstOn);
  const until: Day = asked.until;
  if (until > addDays(first, days)) return { code: 'form', faults: { until: 'snooze-too-long' } };
  const id = before?.id ?? unit.house.newId();
  const reasonSealed = unit.seal('snooze', 'reason_sealed', id, asked.reason.trim().slice(0, LONGEST_REASON));
  await tx.snooze.upsert({
    where: { tenantId_obligationId_personId: key },
    create: { ...key, id, firstOn: dateFromDay(first), untilOn: dateFromDay(until), reasonSealed },
    update: { untilOn: dateFromDay(until), reasonSealed },
  });
  await quietLines(unit, obligation.id, personId);
  await tx.obligation.updateMany({
    where: { tenantId, id: obligation.id, pausedOn: null },
    data: { nextAt: unit.now, nextIs: 'tell', version: { increment: 1 } },
  });
  unit.audit({
    act: 'waiting.snooze',
    actorId: personId,
    matterKind: obligation.matterKind,
    matterId: obligation.matterId,
    pathwayId: obligation.pathwayId,
    codes: [obligation.kind, until],
  });
  // Whoever leads the pathway reads the reason on its card.
  if (obligation.pathwayId !== null) await touchCards(unit, 'pathway', [obligation.pathwayId]);
  unit.wake();
  return undefined;
}

/** Lines not sent yet did not happen: their rungs come again when the postponing ends. */
async function quietLines(unit: Unit, obligationId: string, personId: string): Promise<void> {
  const { tx, tenantId } = unit;
  const lines = await tx.$queryRaw<{ walk_id: string }[]>`
    update digest_line line set withdrawn_at = ${unit.now} from rung_walk walk
    where line.tenant_id = ${tenantId}::uuid and line.person_id = ${personId}::uuid and line.withdrawn_at is null
      and walk.tenant_id = line.tenant_id and walk.id = line.walk_id and walk.obligation_id = ${obligationId}::uuid
      and (line.digest_id is null or exists (select 1 from message m where m.tenant_id = line.tenant_id
        and m.digest_id = line.digest_id and m.status = 'queued'))
    returning line.walk_id`;
  if (lines.length > 0) {
    await tx.rungWalk.updateMany({
      where: { tenantId, id: { in: lines.map((row) => row.walk_id) } },
      data: { how: 'void' },
    });
  }
}
