import type { Refused } from '../capability';
import type { Unit } from '../db/unit';
import { organisation } from '../people/organisation';
import { dateFromDay } from '../time/day';
import { type Change, changePathway } from './change-pathway';
import { noticeOfSeat } from './notices';
import { standingsIn } from './standing';
import { touchSightOf } from './touch-sight';

/** Takes somebody out of the team, a colleague or an external. A colleague who could see the pathway is told. */
export async function takeOut(unit: Unit, asked: Change, seatId: string): Promise<Refused | undefined> {
  return changePathway(unit, asked, async (known) => {
    const { pathway } = known;
    const personId = await close(unit, pathway.id, { id: seatId });
    if (personId === undefined) return { code: 'form', faults: { seat: 'not-in-team' } };
    unit.audit({
      act: 'team.out',
      actorId: asked.byId,
      matterKind: 'pathway',
      matterId: pathway.id,
      pathwayId: pathway.id,
      codes: [personId ?? seatId],
    });
    if (personId !== null && standingsIn(known, personId, await organisation(unit)).has('team'))
      noticeOfSeat(unit, { code: 'team-out', personId, seatId, pathwayId: pathway.id, once: '1' });
    return undefined;
  });
}

/** Somebody leaves the team by themselves; those who lead it are told. */
export async function leaveTeam(unit: Unit, asked: Change): Promise<Refused | undefined> {
  return changePathway(unit, asked, async ({ pathway }) => {
    const own = await unit.tx.teamSeat.findFirst({
      where: { tenantId: unit.tenantId, pathwayId: pathway.id, personId: asked.byId, untilOn: null },
    });
    if (!own) return { code: 'not-yours' };
    await close(unit, pathway.id, { id: own.id });
    unit.audit({
      act: 'seat.leave',
      actorId: asked.byId,
      matterKind: 'pathway',
      matterId: pathway.id,
      pathwayId: pathway.id,
      codes: [asked.byId],
    });
    for (const personId of [pathway.leadId, pathway.coLeadId]) {
      if (personId !== null && personId !== asked.byId)
        noticeOfSeat(unit, { code: 'member-left', personId, seatId: own.id, pathwayId: pathway.id, once: '1' });
    }
    return undefined;
  });
}

/** @returns whose it was, null for an external's; undefined when the pathway has no such open seat */
async function close(unit: Unit, pathwayId: string, { id }: { id: string }): Promise<string | null | undefined> {
  const where = { tenantId: unit.tenantId, id, pathwayId, untilOn: null };
  const seat = await unit.tx.teamSeat.findFirst({ where });
  if (!seat) return undefined;
  // The day it ends is the first without it.
  await unit.tx.teamSeat.updateMany({ where, data: { untilOn: dateFromDay(unit.today), resting: false } });
  await touchSightOf(unit, pathwayId);
  return seat.personId;
}
