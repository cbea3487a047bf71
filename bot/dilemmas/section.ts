import type { MeetingSection } from '../meetings/section';
import { touchCards } from '../messages/touch';
import { DILEMMA } from './store';

/**
 * A section of meetings that also ends what its team plays when the meeting ends. It has no place of its own on the meeting
 * card: a dilemma is nothing of the meeting's matter.
 */
export function withDilemmas(section: MeetingSection): MeetingSection {
  return {
    ...section,
    follow: async (unit, found, event) => {
      await section.follow(unit, found, event);
      if (event.is === 'called' || event.is === 'moved' || event.is === 'past') return;
      const { tx, tenantId } = unit;
      const open = await tx.teamDilemma.findMany({
        where: { tenantId, meetingId: found.meeting.id, status: 'open' },
        select: { id: true },
        orderBy: { id: 'asc' },
      });
      const ids = open.map(({ id }) => id);
      if (ids.length === 0) return;
      await tx.teamDilemma.updateMany({
        where: { tenantId, id: { in: ids } },
        data: { status: 'closed', endedAt: unit.now, version: { increment: 1 } },
      });
      for (const id of ids) unit.audit({ act: 'dilemma.end', actorId: event.byId, matterKind: DILEMMA, matterId: id });
      await touchCards(unit, DILEMMA, ids);
    },
  };
}
