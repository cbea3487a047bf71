import type { Refused } from '../capability';
import type { Unit } from '../db/unit';
import { touchCards } from '../messages/touch';
import { organisation } from '../people/organisation';
import { may } from '../people/rights';
import { lockLink, otherEnd } from './links';
import { pathwayFor, standingsIn } from './standing';

/** Ends a link between two pathways; those who lead either may. It can be asked for again. */
export async function endLink(
  unit: Unit,
  asked: { readonly pathwayId: string; readonly linkId: string; readonly version: number; readonly byId: string },
): Promise<Refused | undefined> {
  const { tx, tenantId } = unit;
  const own = { tenantId, id: asked.linkId, OR: [{ oneId: asked.pathwayId }, { otherId: asked.pathwayId }] };
  const before = await tx.pathwayLink.findFirst({ where: own });
  if (before) await lockLink(unit, before.oneId, before.otherId);
  const known = await pathwayFor(unit, asked.pathwayId, asked.byId, 'pathway.change');
  if (!known || !may('pathway.change', standingsIn(known, asked.byId, await organisation(unit))))
    return { code: 'not-yours' };
  const link = before && (await tx.pathwayLink.findFirst({ where: own }));
  if (!link) return { code: 'form', faults: { link: 'pick-a-link' } };
  if (link.status !== 'linked') return { code: 'closed' };
  if (link.version !== asked.version) return { code: 'changed-meanwhile' };
  await tx.pathwayLink.update({
    where: { tenantId_id: { tenantId, id: link.id } },
    data: { status: 'ended', at: unit.now, version: { increment: 1 } },
  });
  await touchCards(unit, 'pathway', [link.oneId, link.otherId]);
  unit.audit({
    act: 'link.end',
    actorId: asked.byId,
    matterKind: 'pathway',
    matterId: asked.pathwayId,
    pathwayId: asked.pathwayId,
    codes: [otherEnd(link, asked.pathwayId)],
  });
  return undefined;
}
