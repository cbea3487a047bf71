import { isClosed } from '../meetings/rules';
import { type PathwayWithTeam, standingsIn } from '../pathways/standing';
import type { Organisation } from '../people/organisation';
import type { Standing } from '../people/rights';
import type { RulingSeat } from './hearing-rules';
import { isLive, type Seat } from './state-rules';
import type { ProposalCase } from './store';

/**
 * What somebody is to a proposal now: their standing in the pathway, a voice in it, asked for advice, a leader whom it was put
 * before, the manager of a silent department, the one responsible. Without ground for their department no professional is.
 */
export function standingsOn(found: ProposalCase, personId: string, org: Organisation): Set<Standing> {
  const standings = standingsIn(found.known, personId, org);
  if (!org.isHere(personId)) return standings;
  const { state } = found;
  if (state.seats.some((seat) => seat.personId === personId && hasVoice(found, seat, org))) standings.add('voter');
  else if (hadVoice(found, personId)) standings.add('once-voter');
  if (found.row.adviserProposal.some((one) => one.personId === personId)) standings.add('adviser');
  if (seatsOf(found).some((seat) => actsFor(found, seat.personId, personId, org))) standings.add('ruler');
  if (state.voices.some((one) => one.managerId !== null && answersFor(one.managerId, personId, org)))
    standings.add('manager');
  const { meeting } = found.row;
  const working =
    meeting !== null && !isClosed(meeting) && meeting.meetingRoleMeeting.some((one) => one.personId === personId);
  if (working && mayShare(found, org.people.get(personId)?.departmentId ?? '')) standings.add('role');
  if (state.responsibleId === personId && mayShare(found, org.people.get(personId)?.departmentId ?? ''))
    standings.add('owner');
  return standings;
}

/** Whether a ground reaches a department: a lasting one, or one for the meeting that the proposal was made at. */
export function mayShare({ known, row }: ProposalCase, departmentId: string): boolean {
  if (known.grounds.has(departmentId)) return true;
  return row.meetingId !== null && (known.meetingGrounds.get(row.meetingId)?.has(departmentId) ?? false);
}

/**
 * Whether a seat's holder still has their voice: of the pathway's team, in a colleague's place, or named by their manager, and
 * their department has ground.
 */
export function hasVoice(found: ProposalCase, seat: Seat, org: Organisation): boolean {
  if (!isLive(seat) || !org.isHere(seat.personId)) return false;
  const { pathway, seats } = found.known;
  const inTeam =
    seats.includes(seat.personId) || pathway.leadId === seat.personId || pathway.coLeadId === seat.personId;
  const named = found.state.voices.some((one) => one.state === 'named' && one.departmentId === seat.departmentId);
  return (inTeam || seat.standsForId !== null || named) && mayShare(found, seat.departmentId);
}

/** Whether somebody had a voice in a version of what has ended, and their department still has ground: they hear how it ended. */
const hadVoice = (found: ProposalCase, personId: string): boolean =>
  found.state.stage.is === 'closed' &&
  found.row.voterSeatProposal.some(
    (seat) => seat.personId === personId && seat.state !== 'left-out' && mayShare(found, seat.departmentId),
  );

/** Leaders whom this version was put before, on any level. */
export const seatsOf = ({ state }: ProposalCase): RulingSeat[] => state.hearings.flatMap((one) => [...one.seats]);

/** Whether somebody is this leader, or answers for them while they are away; nobody who has a voice in the team does. */
export function actsFor({ state }: ProposalCase, leaderId: string, personId: string, org: Organisation): boolean {
  if (leaderId === personId) return true;
  const member = state.seats.some((seat) => seat.personId === personId && seat.state !== 'gone');
  return !member && org.atWorkFor(leaderId) === personId;
}

/** Whether somebody is this manager, or answers for them while they are away. */
export const answersFor = (managerId: string, personId: string, org: Organisation): boolean =>
  managerId === personId || org.atWorkFor(managerId) === personId;

/** What somebody is to a question: asked, where it was put to them (or to whom they answer for), or to the team that they lead. */
export function standingsOnQuestion(
  known: PathwayWithTeam,
  seat: { readonly personId: string | null },
  personId: string,
  org: Organisation,
): Set<Standing> {
  const standings = standingsIn(known, personId, org);
  const asked =
    seat.personId === null
      ? standings.has('lead') || standings.has('co-lead')
      : org.isHere(personId) && answersFor(seat.personId, personId, org);
  if (asked) standings.add('asked');
  return standings;
}
