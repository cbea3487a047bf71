import { MEETING_ROLES, type MeetingFacts, type MeetingRole } from '../../cards/views';
import type { Unit } from '../db/unit';
import type { RenderInput } from '../obligations/kind';
import { aliasOf } from '../pathways/standing';
import type { Organisation } from '../people/organisation';
import { type MeetingCase, startOf } from './store';

/** What was asked with this sending: for the texts and for those who check. */
export type Asking = RenderInput['sending'];

export const nameOf = (org: Organisation, id: string | null | undefined): string =>
  id ? (org.people.get(id)?.name ?? '') : '';

export const departmentName = (org: Organisation, id: string): string => org.departments.get(id)?.name ?? '';

/** Names a reminder or a matter's own card for those who test and check; ids only. */
export const markOf = (kind: string, sending: Asking, matterId: string, round: number): string =>
  `${kind}/${sending?.rung ?? (sending ? 'own' : 'card')}/${matterId}/${round}`;

/** The meeting as those may see it who take part; without alias and place where only a notice is due. */
export function meetingFacts(
  unit: Unit,
  found: MeetingCase,
  org: Organisation,
  level: 'matter' | 'notice',
): MeetingFacts {
  const { meeting, known } = found;
  const place =
    meeting.placeSealed === null ? null : unit.open('meeting', 'place_sealed', meeting.id, meeting.placeSealed);
  return {
    ref: known.pathway.ref,
    alias: level === 'notice' ? null : aliasOf(unit, known.pathway),
    number: meeting.number,
    kind: meeting.kindKey,
    at: startOf(meeting),
    duration: meeting.duration,
    online: meeting.online,
    place: level === 'notice' ? null : place,
    leadName: nameOf(org, known.pathway.leadId),
  };
}

/** The role that somebody has at the meeting, if any. */
export const roleOf = ({ roles }: MeetingCase, personId: string): MeetingRole | null => {
  const role = roles.find((one) => one.personId === personId)?.role;
  return MEETING_ROLES.find((one) => one === role) ?? null;
};
