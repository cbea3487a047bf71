import type { Refused } from '../capability';
import type { Unit } from '../db/unit';
import { settle } from '../obligations/settle';
import { holdPathways } from '../pathways/hold';
import { pathwaysWithTeam, standingsIn } from '../pathways/standing';
import { organisation } from '../people/organisation';
import { may } from '../people/rights';
import { LONGEST_TEXT } from './rules';

/** A lead who changed department keeps the baton, and says why. A second press changes nothing. */
export async function keepBaton(
  unit: Unit,
  given: { readonly pathwayId: string; readonly round: number; readonly byId: string },
  typed: string,
): Promise<Refused | undefined> {
  const { tx, tenantId } = unit;
  const { pathwayId, round, byId } = given;
  await holdPathways(unit, [pathwayId]);
  const known = (await pathwaysWithTeam(unit, [pathwayId])).get(pathwayId);
  if (!known || !may('lead.keep', standingsIn(known, byId, await organisation(unit)))) return { code: 'not-yours' };
  if ((await tx.leadKept.count({ where: { tenantId, pathwayId, round } })) > 0) return undefined;
  const which = { matterKind: 'pathway-lead', matterId: pathwayId, kind: 'lead-moved', round };
  const owed = await tx.obligation.count({ where: { tenantId, ...which, closedAt: null } });
  if (owed === 0 || known.pathway.status !== 'open') return { code: 'closed' };
  const reason = typed.trim();
  if (reason === '') return { code: 'form', faults: { reason: 'keep-why' } };
  if (reason.length > LONGEST_TEXT) return { code: 'form', faults: { reason: 'too-long' } };
  const id = unit.house.newId();
  await tx.leadKept.create({
    data: {
      tenantId,
      id,
      pathwayId,
      round,
      personId: byId,
      reasonSealed: unit.seal('lead_kept', 'reason_sealed', id, reason),
      at: unit.now,
    },
  });
  await settle(
    unit,
    { matterKind: 'pathway-lead', matterIds: [pathwayId], kind: 'lead-moved', round },
    { status: 'met', byId, because: 'kept' },
  );
  unit.audit({ act: 'lead.keep', actorId: byId, matterKind: 'pathway', matterId: pathwayId, pathwayId });
  return undefined;
}
