import type { Representation } from '../../../prisma/generated/client';
import type { Refused } from '../../capability';
import type { Unit } from '../../db/unit';
import { touchCards } from '../../messages/touch';
import { settle } from '../../obligations/settle';
import { organisation } from '../../people/organisation';
import { loadInvitation, lockMeeting } from '../store';
import { tellManager } from '../work/note-representation';

/** What we did not know. Nobody is asked why they were away. */
export const ABSENCE_WORDS = ['was-there', 'told-somebody', 'colleague-came'] as const;
export type AbsenceWord = (typeof ABSENCE_WORDS)[number];

/**
 * Somebody says what we did not know of a meeting they were missed at: it is put right at once, and shown as put right.
 * Until the two working days are over, and for the department's standing also after that.
 */
export async function sayAbsenceWord(
  unit: Unit,
  invitationId: string,
  word: AbsenceWord,
  byId: string,
): Promise<Refused | undefined> {
  const found = await loadInvitation(unit, invitationId, { lock: true });
  if (!found || found.invitation.personId !== byId) return { code: 'not-yours' };
  const standing = await representationFor(unit, found.case.meeting.id, found.invitation.departmentId);
  if (!standing || standing.state === 'represented' || standing.state === 'managed') return { code: 'closed' };
  await change(unit, standing, word === 'told-somebody' ? 'managed' : 'represented', word);
  await settleAll(unit, found.case.meeting.id, found.invitation.departmentId, byId, 'met');
  unit.audit({
    act: 'representation.correct',
    actorId: null,
    matterKind: 'representation',
    matterId: standing.id,
    pathwayId: found.case.meeting.pathwayId,
  });
  return undefined;
}

/** The two working days are over, and nobody said anything: the department was not represented, and its manager hears so. */
export async function absenceWordPast(unit: Unit, invitationId: string): Promise<void> {
  const found = await loadInvitation(unit, invitationId);
  if (!found) return;
  const { meeting } = found.case;
  const { departmentId } = found.invitation;
  await settle(
    unit,
    { matterKind: 'attendance', matterIds: [invitationId] },
    { status: 'lapsed', byId: null, because: 'past' },
  );
  const standing = await representationFor(unit, meeting.id, departmentId);
  if (standing?.state !== 'open') return;
  const still = await unit.tx.obligation.count({
    where: {
      tenantId: unit.tenantId,
      kind: 'absence-word',
      closedAt: null,
      matterId: { in: found.case.invitations.filter((one) => one.departmentId === departmentId).map((one) => one.id) },
    },
  });
  // Somebody of the same department may still say something.
  if (still > 0) return;
  await change(unit, standing, 'not-represented', 'past');
  tellManager(unit, await organisation(unit), standing, meeting.pathwayId);
}

/** Locks the meeting of an invitation, before its obligation. */
export async function lockAttendance(unit: Unit, invitationId: string): Promise<void> {
  const row = await unit.tx.invitation.findUnique({
    where: { tenantId_id: { tenantId: unit.tenantId, id: invitationId } },
    select: { meetingId: true },
  });
  if (row) await lockMeeting(unit, row.meetingId);
}

async function representationFor(unit: Unit, meetingId: string, departmentId: string): Promise<Representation | null> {
  return unit.tx.representation.findUnique({
    where: { tenantId_meetingId_departmentId: { tenantId: unit.tenantId, meetingId, departmentId } },
  });
}

async function change(unit: Unit, row: Representation, to: string, because: string): Promise<void> {
  const { tx, tenantId } = unit;
  await tx.representation.update({
    where: { tenantId_id: { tenantId, id: row.id } },
    data: { state: to, version: row.version + 1 },
  });
  await tx.representationChange.create({
    data: {
      tenantId,
      id: unit.house.newId(),
      representationId: row.id,
      n: row.version,
      fromState: row.state,
      toState: to,
      because,
      at: unit.now,
    },
  });
  await touchCards(unit, 'representation', [row.id]);
}

async function settleAll(
  unit: Unit,
  meetingId: string,
  departmentId: string,
  byId: string,
  status: 'met',
): Promise<void> {
  const rows = await unit.tx.invitation.findMany({
    where: { tenantId: unit.tenantId, meetingId, departmentId },
    select: { id: true },
    orderBy: { id: 'asc' },
  });
  await settle(
    unit,
    { matterKind: 'attendance', matterIds: rows.map((row) => row.id) },
    { status, byId, because: 'said' },
  );
}
