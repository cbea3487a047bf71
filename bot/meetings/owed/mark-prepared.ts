import type { Refused } from '../../capability';
import type { Unit } from '../../db/unit';
import { touchCards } from '../../messages/touch';
import { settle } from '../../obligations/settle';
import { organisation } from '../../people/organisation';
import { may } from '../../people/rights';
import { isOver } from '../rules';
import { standingsAt } from '../standing';
import { loadMeetings, lockMeeting } from '../store';

/** Somebody has ready what the model asked of them. A second press changes nothing. */
export async function markPrepared(unit: Unit, preparationId: string, byId: string): Promise<Refused | undefined> {
  const { tx, tenantId } = unit;
  const key = { tenantId_id: { tenantId, id: preparationId } };
  const before = await tx.preparation.findUnique({ where: key });
  if (before?.personId !== byId) return { code: 'not-yours' };
  await lockMeeting(unit, before.meetingId);
  const row = await tx.preparation.findUniqueOrThrow({ where: key });
  const found = (await loadMeetings(unit, [row.meetingId])).get(row.meetingId);
  if (!found || !may('meeting.see', standingsAt(found, byId, await organisation(unit)))) return { code: 'not-yours' };
  if (row.doneAt !== null) return undefined;
  if (isOver(found.meeting, unit.now)) return { code: 'closed' };
  await tx.preparation.update({ where: key, data: { doneAt: unit.now, version: row.version + 1 } });
  await settle(
    unit,
    { matterKind: 'preparation', matterIds: [preparationId] },
    { status: 'met', byId, because: 'ready' },
  );
  unit.audit({
    act: 'preparation.done',
    actorId: byId,
    matterKind: 'preparation',
    matterId: preparationId,
    pathwayId: found.meeting.pathwayId,
  });
  await touchCards(unit, 'preparation', [preparationId]);
  return undefined;
}
