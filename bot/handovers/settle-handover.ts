import type { Refused } from '../capability';
import type { Unit } from '../db/unit';
import { touchCards } from '../messages/touch';
import { settle } from '../obligations/settle';
import { organisation } from '../people/organisation';
import { may } from '../people/rights';
import { reachedColleague } from './ask-handover';
import { askManager } from './begin-settling';
import { agreedOn } from './rules';
import { placesOf, settlersIn, standingsOnSettling } from './standing';
import { changeHandover, type HandoverCase, lockHandover } from './store';
import { type LeadHooks, takeBaton } from './take-baton';

export type NamedBy = { readonly handoverId: string; readonly version: number; readonly byId: string };
/** Whom a manager means: somebody typed or picked, or whom the other manager named. */
export type Meant = { readonly who: string; readonly picked: string } | 'other';

/**
 * A manager names who takes the baton, or says yes to the other's. When both mean the same one, that one leads from now on:
 * nobody is asked again.
 */
export async function nameLead(
  unit: Unit,
  hooks: LeadHooks,
  given: NamedBy,
  meant: Meant,
): Promise<Refused | undefined> {
  const found = await lockHandover(unit, given.handoverId);
  const org = await organisation(unit);
  if (!found || !may('handover.settle', standingsOnSettling(found, given.byId, org))) return { code: 'not-yours' };
  if (found.status !== 'settling' || found.known.pathway.status !== 'open') return { code: 'closed' };
  if (found.row.version !== given.version) return { code: 'changed-meanwhile' };
  const places = placesOf(found, given.byId, org);
  const person =
    meant === 'other' ? othersChoice(found, places) : reachedColleague(found.known, org, meant.who, meant.picked);
  if ('fault' in person) return { code: 'form', faults: { who: person.fault } };
  const department = org.people.get(person.id)?.departmentId ?? '';
  if (!org.isHere(person.id)) return { code: 'form', faults: { who: 'left' } };
  if (!found.known.grounds.has(department)) return { code: 'form', faults: { who: 'handover-no-ground' } };
  await keepNamings(unit, found, places, person.id, given.byId);
  const namings = [...found.namings, ...places.map((managerId) => ({ managerId, personId: person.id }))];
  await goOn(unit, hooks, found, given.byId, agreedOn(settlersIn(found), namings));
  return undefined;
}

function othersChoice({ namings }: HandoverCase, places: readonly string[]): { id: string } | { fault: string } {
  const other = namings.filter((one) => !places.includes(one.managerId)).at(-1);
  return other ? { id: other.personId } : { fault: 'pick-somebody' };
}

async function keepNamings(
  unit: Unit,
  found: HandoverCase,
  places: readonly string[],
  personId: string,
  byId: string,
): Promise<void> {
  const { tx, tenantId } = unit;
  const before = found.namings.length;
  await tx.handoverNaming.createMany({
    data: places.map((managerId, at) => ({
      tenantId,
      id: unit.house.newId(),
      handoverId: found.row.id,
      n: before + at + 1,
      managerId,
      byId,
      personId,
      at: unit.now,
    })),
  });
  unit.audit({
    act: 'handover.name',
    actorId: byId,
    matterKind: 'pathway',
    matterId: found.row.pathwayId,
    pathwayId: found.row.pathwayId,
    codes: [personId],
  });
}

async function goOn(
  unit: Unit,
  hooks: LeadHooks,
  found: HandoverCase,
  byId: string,
  outcome: ReturnType<typeof agreedOn>,
): Promise<void> {
  const which = { matterKind: 'handover', matterIds: [found.row.id], kind: 'handover-settle' };
  if ('settled' in outcome) {
    await settle(unit, which, { status: 'met', byId, because: 'settled' });
    await takeBaton(unit, hooks, found, { newId: outcome.settled, byId, how: 'settled' });
    return;
  }
  await changeHandover(unit, found.row.id, {}, false);
  for (const managerId of settlersIn(found)) {
    if (!outcome.waitsFor.includes(managerId)) {
      await settle(unit, { ...which, ownerKey: managerId }, { status: 'met', byId, because: 'named' });
      continue;
    }
    // Whoever has not answered yet is asked already; whoever had is asked anew, since the other means somebody else.
    const open = await unit.tx.obligation.count({
      where: { tenantId: unit.tenantId, ...ofManager(found, managerId), closedAt: null },
    });
    if (open > 0) continue;
    const rounds = await unit.tx.obligation.count({
      where: { tenantId: unit.tenantId, ...ofManager(found, managerId) },
    });
    await askManager(unit, found, managerId, rounds + 1);
  }
  await touchCards(unit, 'handover', [found.row.id]);
}

const ofManager = ({ row }: HandoverCase, ownerKey: string) => ({
  kind: 'handover-settle',
  matterKind: 'handover',
  matterId: row.id,
  ownerKey,
});
