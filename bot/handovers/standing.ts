import { type PathwayWithTeam, standingsIn } from '../pathways/standing';
import type { Organisation } from '../people/organisation';
import type { Standing } from '../people/rights';
import { settlersOf } from './rules';
import { currentAsking, type HandoverCase, lastAskingOf } from './store';

/** Whether somebody is this manager, or answers for them while they are away. */
export const answersFor = (managerId: string | undefined, personId: string, org: Organisation): boolean =>
  managerId !== undefined && org.isHere(personId) && (managerId === personId || org.atWorkFor(managerId) === personId);

/** Whether somebody leads another, on any level, or answers for who does. */
export const isAbove = (personId: string, ownerId: string, org: Organisation): boolean =>
  org.leadersOf(ownerId).some((leader) => answersFor(leader, personId, org));

/** Whether nobody who is employed leads the pathway. */
export const isMissing = ({ pathway }: PathwayWithTeam, org: Organisation): boolean =>
  pathway.leadId === null || !org.isHere(pathway.leadId);

/** The manager who finds a lead where there is none: of the department that the pathway is anchored in. */
export const managerOfPathway = ({ pathway }: PathwayWithTeam, org: Organisation): string | undefined =>
  org.managerOfDepartment(pathway.departmentId);

/** What somebody is to the baton of a pathway: of those who lead it, or where nobody does, its manager. */
export function standingsOnBaton(known: PathwayWithTeam, personId: string, org: Organisation): Set<Standing> {
  const standings = standingsIn(known, personId, org);
  if (isMissing(known, org) && answersFor(managerOfPathway(known, org), personId, org)) standings.add('manager');
  return standings;
}

/** What somebody is to a pathway that has, or had, no lead: its manager. */
export const standingsOnMissing = (known: PathwayWithTeam, personId: string, org: Organisation): Set<Standing> =>
  new Set(answersFor(managerOfPathway(known, org), personId, org) ? ['manager'] : []);

/** The managers who settle a handover, each once; none before two have said no. */
export const settlersIn = ({ row }: HandoverCase): readonly string[] =>
  settlersOf(row.leavingManagerId, row.askedManagerId);

/** The managers' places that somebody answers for. */
export const placesOf = (found: HandoverCase, personId: string, org: Organisation): readonly string[] =>
  settlersIn(found).filter((id) => answersFor(id, personId, org));

/** What somebody is to the settling: one of the managers, or who answers for them. */
export const standingsOnSettling = (found: HandoverCase, personId: string, org: Organisation): Set<Standing> =>
  new Set(placesOf(found, personId, org).length > 0 ? ['manager'] : []);

/**
 * What somebody is to the asking: asked, while a ground reaches their department. Whoever was asked before still learns how
 * it ended, without anything of the citizen.
 */
export function standingsOnAsking(found: HandoverCase, personId: string, org: Organisation): Set<Standing> {
  const mine = lastAskingOf(found, personId);
  if (!mine || !org.isHere(personId)) return new Set();
  const open = currentAsking(found)?.id === mine.id;
  const reached = found.known.grounds.has(org.people.get(personId)?.departmentId ?? '');
  return new Set(!open || reached ? ['asked'] : []);
}

/** Whether somebody may follow where the baton goes: those who lead, the manager, and whoever asked or led when it began. */
export function mayFollow(found: HandoverCase, personId: string, org: Organisation): boolean {
  if (!org.isHere(personId)) return false;
  const { row, known, askings } = found;
  const standings = standingsOnBaton(known, personId, org);
  const leads = standings.has('lead') || standings.has('co-lead') || standings.has('manager');
  return leads || row.fromId === personId || askings.some((one) => one.askedById === personId);
}
