import type { Unit } from '../db/unit';
import { type Organisation, organisation } from '../people/organisation';
import { addWorkingDays } from '../time/working-calendar';
import type { Around, Leadership } from './hearing-rules';

/** What the rules of decisions take from outside, as it is at this moment. */
export async function aroundOf(unit: Unit): Promise<Around> {
  const org = await organisation(unit);
  return {
    today: unit.today,
    leadership: leadershipOf(org),
    after: (workingDays) => addWorkingDays(org.house, unit.today, workingDays),
    newId: unit.house.newId,
  };
}

/** Who leads whom. A department without a manager is answered for by the one above it. */
export function leadershipOf(org: Organisation): Leadership {
  return {
    isHere: org.isHere,
    ofDepartment: (departmentId) => {
      const first = org.managerOfDepartment(departmentId);
      return first === undefined ? [] : [first, ...org.leadersOf(first)];
    },
    above: org.leadersOf,
    deputyOf: (personId) => {
      const deputy = org.people.get(personId)?.deputyId ?? undefined;
      return deputy !== undefined && org.isHere(deputy) && org.awayUntil(deputy) === undefined ? deputy : undefined;
    },
    directors: [...org.people.keys()].filter((id) => org.hasRole(id, 'director') && org.isHere(id)).sort(),
  };
}
