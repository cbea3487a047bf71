import { recordCard } from '../../../cards/meetings/record';
import { workCard } from '../../../cards/meetings/work';
import { words } from '../../../content/words/words';
import type { Kind, NoticeLine, Renderer } from '../../obligations/kind';
import { organisation } from '../../people/organisation';
import { may } from '../../people/rights';
import { markOf } from '../card-facts';
import { lineOfMeeting, lockOne, ofMeetings } from '../kind-of-meeting';
import { isClosed, isOver } from '../rules';
import { standingsAt } from '../standing';
import { loadMeetings, startOf } from '../store';
import { gather, type MeetingParts } from './gathered';
import { workView } from './show-card';
import { recordView } from './show-record';

/** What a meeting itself makes people owe: its record. */
export function workKinds(): Kind[] {
  return [
    {
      kind: 'meeting-record',
      cardKind: () => 'work',
      facts: (unit, rows) =>
        ofMeetings(unit, rows, (found, _row, org) => ({
          owed: !isClosed(found.meeting),
          maySee: (id) => may('meeting.work', standingsAt(found, id, org)),
        })),
      line: lineOfMeeting((all, { found, input, upward, now }) => {
        // Owed from the calling on, but nobody can say how a meeting went that is still ahead.
        if (!isOver(found.meeting, now)) return undefined;
        const { ref } = found.known.pathway;
        const rung = upward ? 'manager' : (input.rung ?? '');
        const text = all.lines.meetingRecord({ at: startOf(found.meeting), ref, rung });
        if (upward) return { text, group: ref };
        const action = { title: all.actions.open, verb: 'meeting.work', input: { meeting: found.meeting.id } };
        return { text, group: ref, action };
      }),
      lock: lockOne,
      deadlines: {},
    },
  ];
}

/** To whoever rests in a pathway: that there was a meeting. They owe nothing, and keep their interest. */
export function workNotices(): Record<string, NoticeLine> {
  return {
    'meeting-held': async (unit, { personId, locale, matterId }) => {
      const found = (await loadMeetings(unit, [matterId])).get(matterId);
      if (!found || !may('meeting.see', standingsAt(found, personId, await organisation(unit)))) return undefined;
      const all = words(locale);
      const { ref } = found.known.pathway;
      return {
        text: all.lines.meetingHeld({ at: startOf(found.meeting), ref }),
        group: ref,
        action: { title: all.actions.open, verb: 'meeting.work', input: { meeting: matterId } },
      };
    },
  };
}

/** How the meeting card and the record are drawn for one person, as things stand now. */
export function workRenderers(parts: MeetingParts): Record<string, Renderer> {
  return {
    work: async (unit, { matterId, personId, locale, sending }) => {
      const found = (await loadMeetings(unit, [matterId])).get(matterId);
      if (!found) return undefined;
      const standings = standingsAt(found, personId, await organisation(unit));
      if (!may('meeting.see', standings)) return 'gone';
      if (sending && !may('meeting.work', standings)) return undefined;
      if (sending && isClosed(found.meeting)) return undefined;
      const mark = markOf('meeting-record', sending, matterId, sending?.obligation?.round ?? 1);
      const view = await workView(unit, found, await gather(unit, found, parts), parts.sections, personId, mark);
      return { ...workCard(view, locale), keep: { kind: 'work', matterKind: 'meeting', matterId } };
    },
    'work-form': async (unit, input) => {
      const found = (await loadMeetings(unit, [input.matterId])).get(input.matterId);
      if (!found) return undefined;
      const standings = standingsAt(found, input.personId, await organisation(unit));
      if (!may('meeting.see', standings)) return 'gone';
      // Only once nothing can be saved by it any more: whoever types into it would lose that.
      if (!isClosed(found.meeting) && found.meeting.status !== 'called') return undefined;
      const view = await workView(unit, found, await gather(unit, found, parts), parts.sections, input.personId);
      return {
        ...workCard(view, input.locale),
        keep: { kind: 'work', matterKind: 'meeting', matterId: input.matterId },
      };
    },
    record: async (unit, { matterId, personId, locale, sending }) => {
      const found = (await loadMeetings(unit, [matterId])).get(matterId);
      if (!found) return undefined;
      if (!may('meeting.see', standingsAt(found, personId, await organisation(unit)))) return 'gone';
      const view = await recordView(unit, found, sending?.repeated ?? false);
      return view && { ...recordCard(view, locale), keep: { kind: 'record', matterKind: 'meeting', matterId } };
    },
  };
}
