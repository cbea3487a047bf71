import type { Meeting } from '../../../prisma/generated/client';
import type { Unit } from '../../db/unit';
import { openObligation } from '../../obligations/open';
import { moveAnchor, settle } from '../../obligations/settle';
import type { MeetingKind } from '../../pathways/models';
import { organisation } from '../../people/organisation';
import { asMoment, type Moment } from '../../time/moment';
import { readyBy } from '../work/rules';

/** Who may owe something before a meeting. */
export type Preparing = { readonly leadId: string | null; readonly invited: readonly string[] };

/**
 * What the model asks to have ready before a meeting: owed by the lead, or by each professional who is invited. What could
 * only have been ready in the past is not asked for, and what somebody has been asked for already is not asked for again.
 */
export async function openPreparations(unit: Unit, meeting: Meeting, kind: MeetingKind, who: Preparing): Promise<void> {
  const org = await organisation(unit);
  const start = asMoment(meeting.localStart);
  for (const asked of kind.prepare) {
    const due = readyBy(start, asked.before, asked.at, org.house);
    if (due <= unit.moment) continue;
    const owners = asked.by === 'lead' ? (who.leadId === null ? [] : [who.leadId]) : who.invited;
    const had = await unit.tx.preparation.findMany({
      where: { tenantId: unit.tenantId, meetingId: meeting.id, key: asked.key },
      select: { personId: true },
    });
    for (const personId of owners) {
      if (had.some((one) => one.personId === personId)) continue;
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
      await askToPrepare(unit, meeting, { id, personId }, due, 1);
    }
  }
}

/**
 * The meeting moved: what is still to be made ready is due before the new date, and is owed anew where the meeting had begun.
 * What there was no time for before the old date is asked for now. What is ready stays ready.
 */
export async function movePreparations(
  unit: Unit,
  meeting: Meeting,
  kind: MeetingKind | undefined,
  lapsed: boolean,
  who: Preparing,
): Promise<void> {
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
    if (lapsed && due > unit.moment) await askToPrepare(unit, meeting, row, due, row.version + 1);
  }
  if (kind) await openPreparations(unit, meeting, kind, who);
}

/**
 * Somebody else comes in a person's place, or the person comes after all: what is still to be made ready follows whoever
 * comes. `fromId` owes nothing more; without `toId` nobody does.
 */
export async function handPreparations(
  unit: Unit,
  meeting: Meeting,
  fromId: string,
  toId: string | undefined,
): Promise<void> {
  const { tx, tenantId } = unit;
  const own = { tenantId, meetingId: meeting.id };
  const rows = await tx.preparation.findMany({ where: { ...own, personId: fromId }, orderBy: { id: 'asc' } });
  if (fromId !== toId)
    await settle(
      unit,
      { matterKind: 'preparation', matterIds: rows.map((row) => row.id) },
      { status: 'cancelled', because: 'handed-on' },
    );
  if (toId === undefined) return;
  for (const row of rows) {
    const due = asMoment(row.dueLocal);
    const there = await tx.preparation.findUnique({
      where: { tenantId_meetingId_key_personId: { ...own, key: row.key, personId: toId } },
    });
    if (row.doneAt !== null || there?.doneAt || due <= unit.moment) continue;
    if (there) {
      await tx.preparation.update({
        where: { tenantId_id: { tenantId, id: there.id } },
        data: { version: { increment: 1 } },
      });
      await askToPrepare(unit, meeting, there, due, there.version + 1);
      continue;
    }
    const made = await tx.preparation.create({
      data: {
        ...own,
        id: unit.house.newId(),
        key: row.key,
        title: row.title ?? {},
        personId: toId,
        dueLocal: due,
      },
    });
    await askToPrepare(unit, meeting, made, due, 1);
  }
}

/** Owed by whoever has it to make ready; a second asking while the first is open is none. */
async function askToPrepare(
  unit: Unit,
  meeting: Meeting,
  row: { readonly id: string; readonly personId: string },
  due: Moment,
  round: number,
): Promise<void> {
  const which = { matterKind: 'preparation', matterId: row.id };
  const open = await unit.tx.obligation.count({ where: { tenantId: unit.tenantId, ...which, closedAt: null } });
  if (open > 0) return;
  await openObligation(unit, {
    ...which,
    kind: 'preparation',
    round,
    ownerRole: 'person',
    ownerId: row.personId,
    pathwayId: meeting.pathwayId,
    anchors: { due, meeting: asMoment(meeting.localStart) },
  });
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
