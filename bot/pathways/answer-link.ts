import type { Refused } from '../capability';
import type { Unit } from '../db/unit';
import { touchCards } from '../messages/touch';
import { settle } from '../obligations/settle';
import { organisation } from '../people/organisation';
import { may } from '../people/rights';
import { loadLinks, lockLink } from './links';
import { noticeOfLink } from './notices';
import { standingsIn } from './standing';

export type LinkAnswer = {
  readonly linkId: string;
  readonly version: number;
  readonly answer: 'connect' | 'decline';
  readonly byId: string;
};

/**
 * Those who lead the asked pathway say whether the two belong to one family. A no is told nobody: whoever asked is not to
 * learn from it that the pathway exists.
 */
export async function answerLink(unit: Unit, given: LinkAnswer): Promise<Refused | undefined> {
  const before = (await loadLinks(unit, [given.linkId])).get(given.linkId);
  if (!before) return { code: 'not-yours' };
  await lockLink(unit, before.link.oneId, before.link.otherId);
  const found = (await loadLinks(unit, [given.linkId])).get(given.linkId);
  const org = await organisation(unit);
  if (!found || !may('pathway.change', standingsIn(found.asked, given.byId, org))) return { code: 'not-yours' };
  const { link, asked, from } = found;
  if (link.status !== 'asked') return { code: 'closed' };
  if (link.version !== given.version) return { code: 'changed-meanwhile' };
  const linked = given.answer === 'connect';
  await unit.tx.pathwayLink.update({
    where: { tenantId_id: { tenantId: unit.tenantId, id: link.id } },
    data: { status: linked ? 'linked' : 'declined', at: unit.now, version: { increment: 1 } },
  });
  await settle(
    unit,
    { matterKind: 'pathway-link', matterIds: [link.id] },
    { status: 'met', byId: given.byId, because: linked ? 'linked' : 'declined' },
  );
  unit.audit({
    act: linked ? 'link.connect' : 'link.decline',
    actorId: given.byId,
    matterKind: 'pathway',
    matterId: asked.pathway.id,
    pathwayId: asked.pathway.id,
    codes: [from.pathway.id],
  });
  if (linked) {
    await touchCards(unit, 'pathway', [from.pathway.id, asked.pathway.id]);
    noticeOfLink(unit, { linkId: link.id, n: link.n, about: from, byId: given.byId });
  }
  return undefined;
}
