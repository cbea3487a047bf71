import type { Refused } from '../capability';
import type { Unit } from '../db/unit';
import { touchCards } from '../messages/touch';
import { openObligation } from '../obligations/open';
import { settle } from '../obligations/settle';
import { organisation } from '../people/organisation';
import { may } from '../people/rights';
import { linkStatus, lockLink } from './links';
import { noticeOfLink } from './notices';
import { pathwayByRef } from './read';
import { linkPair, linkStep } from './rules';
import { type PathwayWithTeam, pathwaysWithTeam, standingsIn } from './standing';

export type AskedLink = { readonly pathwayId: string; readonly ref: string; readonly byId: string };

/**
 * Links a pathway with another of the family, named by its reference. Whoever may see both links them at once. Else the
 * other's lead is asked, if it exists: whoever typed it gets the same answer either way, and nothing on their own card
 * changes before the other says yes.
 * @returns what is wrong with the reference, if anything
 */
export async function askLink(unit: Unit, asked: AskedLink): Promise<Refused | undefined> {
  const otherId = await pathwayByRef(unit, asked.ref);
  await lockLink(unit, asked.pathwayId, otherId ?? asked.pathwayId);
  const pathways = await pathwaysWithTeam(unit, [asked.pathwayId, ...(otherId === undefined ? [] : [otherId])]);
  const org = await organisation(unit);
  const own = pathways.get(asked.pathwayId);
  if (!own || !may('pathway.change', standingsIn(own, asked.byId, org))) return { code: 'not-yours' };
  if (own.pathway.status !== 'open') return { code: 'closed' };
  if (asked.ref.trim() === '') return { code: 'form', faults: { ref: 'link-ref-missing' } };
  if (otherId === asked.pathwayId) return { code: 'form', faults: { ref: 'link-self' } };

  const other = otherId === undefined ? undefined : pathways.get(otherId);
  const link = other && (await linkOf(unit, own, other));
  const sees = other !== undefined && may('pathway.see', standingsIn(other, asked.byId, org));
  const status = link ? { status: linkStatus(link), askedByThem: link.askedFromId !== asked.pathwayId } : undefined;
  const step = linkStep(status, sees);
  unit.audit({
    act: 'link.ask',
    actorId: asked.byId,
    matterKind: 'pathway',
    matterId: asked.pathwayId,
    pathwayId: asked.pathwayId,
    codes: other ? [other.pathway.id] : [],
  });
  if (step === 'already') return { code: 'form', faults: { ref: 'link-already' } };
  if (!other || step === 'wait' || (other.pathway.status !== 'open' && step === 'ask')) return undefined;
  const row = await keep(unit, own, other, link, step === 'connect' ? 'linked' : 'asked', asked.byId);
  if (step === 'connect') {
    await settle(
      unit,
      { matterKind: 'pathway-link', matterIds: [row.id] },
      { status: 'met', byId: asked.byId, because: 'linked' },
    );
    await touchCards(unit, 'pathway', [own.pathway.id, other.pathway.id]);
    noticeOfLink(unit, { linkId: row.id, n: row.n, about: other, byId: asked.byId });
    return undefined;
  }
  await openObligation(unit, {
    kind: 'link-answer',
    matterKind: 'pathway-link',
    matterId: row.id,
    round: row.n,
    ownerRole: 'lead',
    ownerId: other.pathway.leadId,
    pathwayId: other.pathway.id,
    anchors: {},
    card: { kind: 'link-request', class: 'summons' },
  });
  await touchCards(unit, 'pathway-link', [row.id]);
  return undefined;
}

const linkOf = (unit: Unit, own: PathwayWithTeam, other: PathwayWithTeam) =>
  unit.tx.pathwayLink.findUnique({
    where: {
      tenantId_oneId_otherId: { tenantId: unit.tenantId, ...linkPair(own.pathway.id, other.pathway.id) },
    },
  });

/** Writes down that the two are linked, or that the other's lead is asked: each asking is a round of its own. */
async function keep(
  unit: Unit,
  own: PathwayWithTeam,
  other: PathwayWithTeam,
  link: Awaited<ReturnType<typeof linkOf>> | undefined,
  status: 'asked' | 'linked',
  byId: string,
): Promise<{ readonly id: string; readonly n: number }> {
  const { tx, tenantId } = unit;
  const askedFromId = own.pathway.id;
  if (!link) {
    const id = unit.house.newId();
    const pair = linkPair(own.pathway.id, other.pathway.id);
    await tx.pathwayLink.create({
      data: { tenantId, id, ...pair, status, askedById: byId, askedFromId, at: unit.now },
    });
    return { id, n: 1 };
  }
  // Their asking is answered by ours: it stays theirs, in its round.
  const answered = status === 'linked' && link.status === 'asked';
  const n = answered ? link.n : link.n + 1;
  await tx.pathwayLink.update({
    where: { tenantId_id: { tenantId, id: link.id } },
    data: {
      status,
      ...(answered ? {} : { n, askedById: byId, askedFromId }),
      at: unit.now,
      version: { increment: 1 },
    },
  });
  return { id: link.id, n };
}
