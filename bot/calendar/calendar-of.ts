import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalAttendeeType,
  ICalCalendarMethod,
  ICalEventBusyStatus,
  ICalEventStatus,
} from 'ical-generator';
import type { Invite, Mailbox } from '../messages/port';

const MINUTE_MS = 60_000;

/**
 * The invitation as iCalendar text. Times are instants in UTC, so that no reader has to know our zone. No reply is asked
 * for: whoever answers does so in the chat, or to the case lead.
 * Source: RFC 5546 (iTIP), 3.2.2 REQUEST (same UID, higher SEQUENCE when a meeting moves) and 3.2.5 CANCEL.
 */
export function calendarOf(invite: Invite, organizer: Mailbox): string {
  const { method, attendee } = invite;
  const calendar = ical({
    method: ICalCalendarMethod[method],
    prodId: { company: 'Roed Traad', product: 'Roed Traad', language: 'DA' },
  });
  calendar.createEvent({
    id: invite.uid,
    sequence: invite.sequence,
    stamp: invite.stamp,
    start: invite.start,
    end: new Date(invite.start.getTime() + invite.duration * MINUTE_MS),
    summary: invite.summary,
    location: invite.location,
    description: invite.description,
    status: method === 'CANCEL' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    busystatus: method === 'CANCEL' ? ICalEventBusyStatus.FREE : ICalEventBusyStatus.BUSY,
    organizer: { name: quotable(organizer.name), email: organizer.email },
    attendees: [
      {
        name: quotable(attendee.name),
        email: attendee.email,
        rsvp: false,
        status: ICalAttendeeStatus.NEEDSACTION,
        type: ICalAttendeeType.INDIVIDUAL,
        role: invite.optional ? ICalAttendeeRole.OPT : ICalAttendeeRole.REQ,
      },
    ],
  });
  return calendar.toString();
}

/** A name stands between quotes, and knows no way to write one (RFC 5545, 3.2). */
const quotable = (name: string): string => name.replace(/["\s]+/g, ' ').trim();
