import type { Unit } from '../db/unit';
import { touchCards } from '../messages/touch';
import { openObligation } from '../obligations/open';
import { handOverRole, settle } from '../obligations/settle';
import { noticeOf } from '../pathways/notices';
import type { PathwayWithTeam } from '../pathways/standing';
import { touchSightOf } from '../pathways/touch-sight';
import { organisation } from '../people/organisation';
import { dateFromDay } from '../time/day';
import { addWorkingDays } from '../time/working-calendar';
import { TELL_DAYS, teamAfter } from './rules';
import { changeHandover, type HandoverCase } from './store';
import { tellAskers } from './tell-askers';

/** What other capabilities do in the same transaction when a pathway has a new lead; the pathway is locked. */
export type LeadHooks = {
  /** What was owed until somebody new leads may be settled by it. */
  changed(unit: Unit, pathwayId: string, byId: string): Promise<void>;
};

/**
 * The baton changes hands: the pathway's lead, the period of leading, the team and what the lead owes follow in one
 * transaction; the team is told, and the new lead tells the citizen. The pathway is locked.
 * @param how they said yes themselves, or the managers agreed on them
 */
export async function takeBaton(
  unit: Unit,
  hooks: LeadHooks,
  found: HandoverCase,
  took: { readonly newId: string; readonly byId: string; readonly how: 'accepted' | 'settled' },
): Promise<void> {
  const { known, row } = found;
  const { pathway } = known;
  const { newId, byId, how } = took;
  const org = await organisation(unit);
  await changeHandover(unit, row.id, { status: how, toId: newId }, true);
  if (pathway.leadId !== newId) {
    await changeLead(unit, known, newId);
    await hooks.changed(unit, pathway.id, byId);
  }
  await endEarlier(unit, pathway.id, byId);
  await openObligation(unit, {
    kind: 'tell-citizen-lead',
    matterKind: 'handover',
    matterId: row.id,
    round: 1,
    ownerRole: 'lead',
    ownerId: newId,
    pathwayId: pathway.id,
    anchors: { due: addWorkingDays(org.house, unit.today, TELL_DAYS) },
    card: { kind: 'lead-told', class: 'summons' },
  });
  await touchSightOf(unit, pathway.id);
  await touchCards(unit, 'handover', [row.id]);
  await touchCards(unit, 'pathway-lead', [pathway.id]);
  unit.audit({
    act: `handover.${how}`,
    actorId: byId,
    matterKind: 'pathway',
    matterId: pathway.id,
    pathwayId: pathway.id,
    codes: [newId, pathway.leadId].flatMap((id) => id ?? []),
  });
  const askers = tellAskers(unit, found, how, newId, org);
  const reached = (id: string) => known.grounds.has(org.people.get(id)?.departmentId ?? '');
  const told = new Set([...known.seats.filter(reached), pathway.leadId, pathway.coLeadId].flatMap((id) => id ?? []));
  // Those who asked have it on their own card.
  for (const personId of told)
    if (personId !== newId && !askers.has(personId) && org.isHere(personId))
      noticeOf(unit, { code: 'new-lead', personId, pathwayId: pathway.id, once: row.id });
}

async function changeLead(unit: Unit, { pathway, seats }: PathwayWithTeam, newId: string): Promise<void> {
  const { tx, tenantId } = unit;
  const org = await organisation(unit);
  const today = dateFromDay(unit.today);
  const former = pathway.leadId;
  const stays = former !== null && org.isHere(former) && org.people.get(former)?.leftOn === null;
  const after = teamAfter({ formerId: former, stays, coLeadId: pathway.coLeadId, seats }, newId);
  await tx.pathway.update({
    where: { tenantId_id: { tenantId, id: pathway.id } },
    data: { leadId: newId, coLeadId: after.coLeadId, version: { increment: 1 } },
  });
  const open = { tenantId, pathwayId: pathway.id, untilOn: null };
  await tx.leadPeriod.updateMany({ where: open, data: { untilOn: today } });
  await tx.leadPeriod.create({
    data: { tenantId, id: unit.house.newId(), pathwayId: pathway.id, personId: newId, fromOn: today },
  });
  if (after.unseat !== null)
    await tx.teamSeat.updateMany({
      where: { ...open, personId: after.unseat },
      data: { untilOn: today, resting: false },
    });
  if (after.seat !== null)
    await tx.teamSeat.create({
      data: { tenantId, id: unit.house.newId(), pathwayId: pathway.id, personId: after.seat, fromOn: today },
    });
  // Whoever comes back to lead need no longer say whether the baton comes with them.
  await settle(
    unit,
    { matterKind: 'pathway-lead', matterIds: [pathway.id] },
    { status: 'met', byId: newId, because: 'new-lead' },
  );
  await handOverRole(unit, pathway.id, 'lead', newId);
  // What a co-lead owes is the lead's while there is none.
  if (after.coLeadId === null) await handOverRole(unit, pathway.id, 'co-lead', newId);
}

/** What the citizen was to be told of an earlier lead is over: they are told of the new one. */
async function endEarlier(unit: Unit, pathwayId: string, byId: string): Promise<void> {
  const earlier = await unit.tx.handover.findMany({
    where: { tenantId: unit.tenantId, pathwayId },
    select: { id: true },
  });
  const matterIds = earlier.map((one) => one.id);
  await settle(
    unit,
    { matterKind: 'handover', matterIds, kind: 'tell-citizen-lead' },
    { status: 'cancelled', byId, because: 'new-lead' },
  );
}
