import type { Meeting } from '../../prisma/generated/client';
import type { Unit } from '../db/unit';
import { openObligation } from '../obligations/open';
import { moveAnchor, settle } from '../obligations/settle';
import type { MeetingKind } from '../pathways/models';
import { organisation } from '../people/organisation';
import { asMoment, type Moment } from '../time/moment';
import { readyBy } from './work/rules';

/**
 * What the model asks to have ready before a meeting: owed by the lead, or by each professional who is invited. What could
 * only have been ready in the past is not asked for.
 */
export async function openPreparations(
  unit: Unit,
  meeting: Meeting,
  kind: MeetingKind,
  who: { readonly leadId: string | null; readonly invited: readonly string[] },
): Promise<void> {
  const org = await organisation(unit);
  const start = asMoment(meeting.localStart);
  for (const asked of kind.prepare) {
    const due = readyBy(start, asked.before, asked.at, org.house);
    if (due <= unit.moment) continue;
    const owners = asked.by === 'lead' ? (who.leadId === null ? [] : [who.leadId]) : who.invited;
    for (const personId of owners) {
      const id = unit.house.newId();
      await unit.tx.preparation.create({
        data: {
          tenantId: unit.tenantId,
          id,
          meetingId: meeting.id,
          key: asked.key,
          title: asked.title,
          personId,
          dueLocal: due,
        },
      });
      await openObligation(unit, {
        kind: 'preparation',
        matterKind: 'preparation',
        matterId: id,
        round: 1,
        ownerRole: 'person',
        ownerId: personId,
        pathwayId: meeting.pathwayId,
        anchors: { due, meeting: start },
      });
    }
  }
}

/** The meeting moved: what is still to be made ready is due before the new date. What is ready stays ready. */
export async function movePreparations(unit: Unit, meeting: Meeting, kind: MeetingKind | undefined): Promise<void> {
  const { tx, tenantId } = unit;
  const org = await organisation(unit);
  const start = asMoment(meeting.localStart);
  const rows = await tx.preparation.findMany({
    where: { tenantId, meetingId: meeting.id, doneAt: null },
    orderBy: { id: 'asc' },
  });
  for (const row of rows) {
    const asked = kind?.prepare.find((one) => one.key === row.key);
    if (!asked) continue;
    const due: Moment = readyBy(start, asked.before, asked.at, org.house);
    await tx.preparation.update({
      where: { tenantId_id: { tenantId, id: row.id } },
      data: { dueLocal: due, version: { increment: 1 } },
    });
    const which = { matterKind: 'preparation', matterIds: [row.id] };
    await moveAnchor(unit, which, 'meeting', start);
    await moveAnchor(unit, which, 'due', due);
  }
}

/** The meeting is over or cancelled: nobody makes anything ready for it any more. */
export async function endPreparations(unit: Unit, meetingId: string, because: string): Promise<void> {
  const rows = await unit.tx.preparation.findMany({
    where: { tenantId: unit.tenantId, meetingId },
    select: { id: true },
    orderBy: { id: 'asc' },
  });
  await settle(
    unit,
    { matterKind: 'preparation', matterIds: rows.map((row) => row.id) },
    { status: because === 'cancelled' ? 'cancelled' : 'lapsed', because },
  );
}
