import { words } from '../../content/words/words';
import { calendarLetter, externalLetter, type MailedMeeting } from '../calendar/meeting-mail';
import type { Unit } from '../db/unit';
import type { Letter } from '../messages/letter';
import { organisation } from '../people/organisation';
import type { Locale } from '../turn';
import { isClosed } from './rules';
import { loadMeetings, type MeetingCase, startOf } from './store';

/** What goes by e-mail of a meeting: to externals, who are not in Teams, and into everybody's calendar. */
export function meetingLetters(): Record<string, Letter> {
  return {
    'external-invitation': external('invitation'),
    'external-moved': external('moved'),
    'external-cancelled': external('cancelled'),
    'calendar.request': calendar('REQUEST'),
    'calendar.cancel': calendar('CANCEL'),
  };
}

const external =
  (what: 'invitation' | 'moved' | 'cancelled'): Letter =>
  async (unit, input) => {
    const row = await unit.tx.externalInvitation.findUnique({
      where: { tenantId_id: { tenantId: unit.tenantId, id: input.matterId } },
    });
    const found = row && (await loadMeetings(unit, [row.meetingId])).get(row.meetingId);
    if (!row || !found || !stillSo(found, what === 'cancelled')) return undefined;
    // No ground, no sharing: also for an external who was invited while there was one.
    if (what !== 'cancelled' && !mayReach(found, row.externalId)) return undefined;
    const meeting = await mailed(unit, found, input.locale);
    const why = unit.open('external_invitation', 'why_sealed', row.id, row.whySealed);
    return meeting && externalLetter(what, meeting, why, input, unit);
  };

const calendar =
  (method: 'REQUEST' | 'CANCEL'): Letter =>
  async (unit, input) => {
    const found = (await loadMeetings(unit, [input.matterId])).get(input.matterId);
    if (!found) return undefined;
    if (method === 'REQUEST' && !stillSo(found, false)) return undefined;
    const meeting = await mailed(unit, found, input.locale);
    return meeting && calendarLetter(method, meeting, input, unit);
  };

/** Nobody is invited to what is over, and nothing is cancelled that was not. */
const stillSo = ({ meeting }: MeetingCase, cancelled: boolean): boolean =>
  cancelled ? meeting.status === 'cancelled' : !isClosed(meeting);

/** Whether a ground reaches an external at this meeting. */
export const mayReach = ({ known, meeting }: MeetingCase, externalId: string): boolean =>
  known.externalGrounds.has(externalId) || (known.meetingGrounds.get(meeting.id)?.has(externalId) ?? false);

async function mailed(unit: Unit, found: MeetingCase, locale: Locale): Promise<MailedMeeting | undefined> {
  const { meeting, known } = found;
  const org = await organisation(unit);
  const lead = org.people.get(known.pathway.leadId ?? meeting.calledById);
  if (!lead) return undefined;
  const all = words(locale);
  const place =
    meeting.placeSealed === null ? null : unit.open('meeting', 'place_sealed', meeting.id, meeting.placeSealed);
  return {
    tenantId: unit.tenantId,
    meetingId: meeting.id,
    sequence: meeting.sequence,
    startsAt: meeting.startsAt,
    localStart: startOf(meeting),
    duration: meeting.duration,
    kind: all.kindNames[meeting.kindKey] ?? all.anyKind,
    the: all.definiteKindNames[meeting.kindKey] ?? all.anyDefiniteKind,
    reference: known.pathway.ref,
    municipality: unit.policy.municipality,
    where: meeting.online ? { kind: 'online' } : place === null ? { kind: 'home' } : { kind: 'place', place },
    lead: { name: lead.name, email: lead.email },
  };
}
