import type { Refused } from '../capability';
import type { Unit } from '../db/unit';
import { organisation } from '../people/organisation';
import { dateFromDay } from '../time/day';
import { type Change, changePathway } from './change-pathway';
import { noticeOfSeat } from './notices';

/**
 * Gives a colleague a place in the team. Whoever's department has no ground is in the team from now on, and hears nothing of
 * it before there is one.
 */
export async function addMember(unit: Unit, asked: Change, personId: string): Promise<Refused | undefined> {
  return changePathway(unit, asked, async ({ pathway, seats, grounds }) => {
    const org = await organisation(unit);
    const person = org.people.get(personId);
    if (!person || !org.isHere(personId)) return { code: 'form', faults: { person: 'left' } };
    if (seats.includes(personId) || pathway.leadId === personId || pathway.coLeadId === personId)
      return { code: 'form', faults: { person: 'already-in' } };
    const seatId = unit.house.newId();
    await unit.tx.teamSeat.create({
      data: {
        tenantId: unit.tenantId,
        id: seatId,
        pathwayId: pathway.id,
        personId,
        fromOn: dateFromDay(unit.today),
      },
    });
    unit.audit({
      act: 'team.add',
      actorId: asked.byId,
      matterKind: 'pathway',
      matterId: pathway.id,
      pathwayId: pathway.id,
      codes: [personId],
    });
    if (grounds.has(person.departmentId))
      noticeOfSeat(unit, { code: 'team-joined', personId, seatId, pathwayId: pathway.id, once: '1' });
    return undefined;
  });
}
