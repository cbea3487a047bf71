import type { Invitation } from '../../prisma/generated/client';
import { standingsIn } from '../pathways/standing';
import type { Organisation } from '../people/organisation';
import type { Standing } from '../people/rights';
import { isClosed } from './rules';
import { activeStandIn, type MeetingCase } from './store';

/**
 * What somebody is to a meeting now: their standing in the pathway, and `invited` or `stand-in` on this one meeting.
 * A stand-in sees it from the asking to the end of the meeting. No ground, no sharing: also for somebody who was invited,
 * or asked to come, while there was one.
 */
export function standingsAt(found: MeetingCase, personId: string, org: Organisation): Set<Standing> {
  const standings = standingsIn(found.known, personId, org);
  if (!org.isHere(personId)) return standings;
  const mine = found.invitations.find((one) => one.personId === personId && one.status !== 'lead');
  if (!mayShareWith(found, org.people.get(personId)?.departmentId ?? '')) return standings;
  if (mine) standings.add('invited');
  const over = isClosed(found.meeting);
  if (!over && found.invitations.some((one) => activeStandIn(found, one.id)?.personId === personId))
    standings.add('stand-in');
  if (found.roles.some((one) => one.personId === personId)) standings.add('role');
  return standings;
}

/**
 * What somebody is to the hindrance of one who was invited: their standing at the meeting, and `asked` while they are asked
 * in the lead's place, who is away, with no co-lead at work.
 */
export function standingsOnHindrance(found: MeetingCase, personId: string, org: Organisation): Set<Standing> {
  const standings = standingsAt(found, personId, org);
  const { leadId, coLeadId } = found.known.pathway;
  const led = coLeadId !== null && org.awayUntil(coLeadId) === undefined;
  if (leadId !== null && leadId !== personId && !led && org.atWorkFor(leadId) === personId) standings.add('asked');
  return standings;
}

/** Whether a ground reaches a department at this meeting: a lasting one, or one for this meeting, until it is closed. */
export function mayShareWith({ known, meeting }: MeetingCase, departmentId: string): boolean {
  if (known.grounds.has(departmentId)) return true;
  return !isClosed(meeting) && (known.meetingGrounds.get(meeting.id)?.has(departmentId) ?? false);
}

/**
 * Whether somebody who was asked to come instead may still be shown how that ended: as long as their department has ground.
 */
export function mayKnowOfStandIn(found: MeetingCase, personId: string, org: Organisation): boolean {
  return org.isHere(personId) && mayShareWith(found, org.people.get(personId)?.departmentId ?? '');
}

/** Whether somebody leads the invited one: the nearest leader, who answers for them while away, or further up the chain. */
export function isManagerOf(invitation: Invitation, personId: string, org: Organisation): boolean {
  if (!org.isHere(personId)) return false;
  const leaders = org.leadersOf(invitation.personId);
  return leaders.includes(personId) || leaders.some((leader) => org.atWorkFor(leader) === personId);
}

/** Colleagues of the invited one's department who may come instead: employed, not the one invited, not in the meeting already. */
export function possibleStandIns(
  found: MeetingCase,
  invitation: Invitation,
  org: Organisation,
): { id: string; name: string }[] {
  if (!mayShareWith(found, invitation.departmentId)) return [];
  const taken = new Set([
    ...found.invitations.map((one) => one.personId),
    ...found.invitations.flatMap((one) => {
      const colleague = activeStandIn(found, one.id);
      return colleague && one.id !== invitation.id ? [colleague.personId] : [];
    }),
  ]);
  return org
    .colleaguesIn(invitation.departmentId)
    .filter((one) => !taken.has(one.id))
    .map((one) => ({ id: one.id, name: one.name }));
}
