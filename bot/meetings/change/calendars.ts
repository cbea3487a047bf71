import type { Meeting } from '../../../prisma/generated/client';
import type { Unit } from '../../db/unit';

/**
 * The invitation is also a meeting in everybody's calendar: one mail a person for each time it is called, moved or
 * cancelled. The lead's too.
 */
export async function tellCalendars(unit: Unit, meeting: Meeting, what: 'request' | 'cancel'): Promise<void> {
  if (unit.policy.calendar !== 'mail') return;
  const { tx, tenantId } = unit;
  const invitations = await tx.invitation.findMany({ where: { tenantId, meetingId: meeting.id } });
  const standIns = await tx.standIn.findMany({
    where: { tenantId, invitationId: { in: invitations.map((one) => one.id) }, status: 'accepted' },
  });
  const people = [...new Set([...invitations, ...standIns].map((one) => one.personId))];
  for (const personId of people) {
    unit.message({
      naturalKey: `calendar:${meeting.id}:${what === 'cancel' ? 'cancel' : meeting.sequence}:${personId}`,
      personId,
      channel: 'mail',
      class: 'notice',
      kind: `calendar.${what}`,
      matterKind: 'meeting',
      matterId: meeting.id,
      pathwayId: meeting.pathwayId,
    });
  }
}
