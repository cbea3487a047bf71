import type { Refused } from '../capability';
import type { Unit } from '../db/unit';
import { organisation } from '../people/organisation';
import { type Change, changePathway } from './change-pathway';
import { noticeOfSeat } from './notices';
import { standingsIn } from './standing';

/**
 * A member rests, or is back: while resting they have no duty, are not proposed for a meeting, and get one line after each
 * (Ikast-Brande: keep the interest also when it is not your turn). Done by the lead, the member is told.
 * @param which the seat that the lead picked, or the member's own
 */
export async function restSeat(
  unit: Unit,
  asked: Change,
  which: { readonly seatId: string } | 'own',
  resting: boolean,
): Promise<Refused | undefined> {
  return changePathway(unit, asked, async (known) => {
    const { pathway } = known;
    const seat = await unit.tx.teamSeat.findFirst({
      where: {
        tenantId: unit.tenantId,
        pathwayId: pathway.id,
        untilOn: null,
        ...(which === 'own' ? { personId: asked.byId } : { id: which.seatId, personId: { not: null } }),
      },
    });
    if (!seat || seat.personId === null) return { code: 'form', faults: { seat: 'pick-a-member' } };
    if (seat.resting === resting) return { code: 'form', faults: { seat: resting ? 'rests-already' : 'back-already' } };
    await unit.tx.teamSeat.update({
      where: { tenantId_id: { tenantId: unit.tenantId, id: seat.id } },
      data: { resting },
    });
    unit.audit({
      act: resting ? 'team.rest' : 'team.return',
      actorId: asked.byId,
      matterKind: 'pathway',
      matterId: pathway.id,
      pathwayId: pathway.id,
      codes: [seat.personId],
    });
    const hears =
      seat.personId !== asked.byId && standingsIn(known, seat.personId, await organisation(unit)).has('team');
    if (hears)
      noticeOfSeat(unit, {
        code: resting ? 'team-rest' : 'team-back',
        personId: seat.personId,
        seatId: seat.id,
        pathwayId: pathway.id,
        once: String(pathway.version),
      });
    return undefined;
  });
}
