import type { Agreement } from '../../prisma/generated/client';
import { type PathwayWithTeam, standingsIn } from '../pathways/standing';
import type { Organisation } from '../people/organisation';
import type { Standing } from '../people/rights';

/**
 * What somebody is to an agreement now: their standing in the pathway, and `owner` of this one. Whoever came to a meeting in
 * a colleague's place may own one without seeing the pathway; without ground for their department nobody does.
 */
export function standingsOf(
  row: Agreement,
  known: PathwayWithTeam,
  personId: string,
  org: Organisation,
): Set<Standing> {
  const standings = standingsIn(known, personId, org);
  const department = org.people.get(personId)?.departmentId ?? '';
  // A ground for one meeting also carries what was agreed there, until it is withdrawn.
  const there = row.meetingId === null ? undefined : known.meetingGrounds.get(row.meetingId);
  const shared = known.grounds.has(department) || (there?.has(department) ?? false);
  if (row.ownerId === personId && org.isHere(personId) && shared) standings.add('owner');
  return standings;
}
