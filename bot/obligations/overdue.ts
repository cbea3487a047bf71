import type { Obligation } from '../../prisma/generated/client';
import type { Unit } from '../db/unit';
import { organisation } from '../people/organisation';
import { dateFromDay } from '../time/day';

/** The people whose nearest manager somebody is. */
async function peopleUnder(unit: Unit, personId: string): Promise<string[]> {
  const org = await organisation(unit);
  return [...org.people.keys()].filter((id) => org.isHere(id) && org.managerOf(id) === personId);
}

const overdue = (unit: Unit, ownerIds: readonly string[]) => ({
  tenantId: unit.tenantId,
  ownerId: { in: [...ownerIds] },
  closedAt: null,
  nature: 'duty',
  dueOn: { lt: dateFromDay(unit.today) },
});

/** What is past its date among those whom somebody leads, the oldest first. What stands without an owner is another list. */
export async function overdueUnder(unit: Unit, personId: string): Promise<Obligation[]> {
  const under = await peopleUnder(unit, personId);
  if (under.length === 0) return [];
  return unit.tx.obligation.findMany({ where: overdue(unit, under), orderBy: [{ dueOn: 'asc' }, { id: 'asc' }] });
}

/** How much that is; null for somebody who leads nobody. */
export async function countOverdueUnder(unit: Unit, personId: string): Promise<number | null> {
  const under = await peopleUnder(unit, personId);
  return under.length === 0 ? null : unit.tx.obligation.count({ where: overdue(unit, under) });
}
