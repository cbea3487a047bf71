import { meetingCard } from '../../cards/meetings/meeting';
import type { Message } from '../../prisma/generated/client';
import type { Unit } from '../db/unit';
import { touchCards } from '../messages/touch';
import type { Facts, Kind, Renderer } from '../obligations/kind';
import { organisation } from '../people/organisation';
import { may } from '../people/rights';
import { meetingPast } from './change/end-meeting';
import { notice } from './notice';
import type { MeetingSection } from './section';
import { meetingView } from './show';
import { standingsAt } from './standing';
import { loadInvitation, loadMeetings, lockMeeting } from './store';

/** A meeting's own timer. */
export function meetingKinds(sections: readonly MeetingSection[]): Kind[] {
  return [
    {
      kind: 'meeting-start',
      cardKind: () => 'meeting',
      facts: async (unit, rows) => {
        const found = await loadMeetings(
          unit,
          rows.map((row) => row.matterId),
        );
        return new Map(
          rows.map((row): [string, Facts] => [
            row.id,
            // Also of one that was opened before its time: what was answered ends with it.
            {
              owed: ['called', 'running'].includes(found.get(row.matterId)?.meeting.status ?? ''),
              roles: {},
              maySee: () => false,
            },
          ]),
        );
      },
      line: async () => undefined,
      lock: async (unit, id) => {
        await lockMeeting(unit, id);
      },
      deadlines: { past: (unit, obligation) => meetingPast(unit, obligation.matterId, sections) },
    },
  ];
}

/** How a meeting's own cards are drawn for one person, as things stand now. */
export function meetingRenderers(): Record<string, Renderer> {
  return {
    meeting: async (unit, { matterId, personId, locale }) => {
      const found = (await loadMeetings(unit, [matterId])).get(matterId);
      if (!found) return undefined;
      if (!may('meeting.see', standingsAt(found, personId, await organisation(unit)))) return 'gone';
      return {
        ...meetingCard(await meetingView(unit, found, personId), locale),
        keep: { kind: 'meeting', matterKind: 'meeting', matterId },
      };
    },
    'notice.cancelled': async (unit, { matterId, locale, sending }) => {
      const found = (await loadMeetings(unit, [matterId])).get(matterId);
      if (found?.meeting.status !== 'cancelled') return undefined;
      return notice(
        unit,
        found,
        'cancelled',
        null,
        `notice/cancelled/${matterId}/1`,
        sending?.repeated ?? false,
        locale,
      );
    },
  };
}

/** Somebody could not be told of an invitation in Teams, or now could: the lead's card shows it. */
export async function invitationUnreached(unit: Unit, message: Message): Promise<void> {
  const found = await loadInvitation(unit, message.matterId);
  if (found) await touchCards(unit, 'meeting', [found.case.meeting.id]);
}
