import type { Unit } from '../db/unit';
import { openObligation } from '../obligations/open';
import { moveAnchor, type Settled, settle } from '../obligations/settle';
import { anchorsOf } from '../obligations/store';
import type { PathwayWithTeam } from '../pathways/standing';
import { organisation } from '../people/organisation';
import { type Owed, owedBy, PROPOSAL_KINDS, type ProposalKind } from './owed-rules';
import type { Proposal } from './state-rules';

/** The card with which each kind begins. */
export const CARD_OF: Readonly<Record<ProposalKind, string>> = {
  'proposal-answer': 'vote',
  'department-voice': 'voice',
  'decision-talk': 'talk',
  'professional-decision': 'professional',
  ruling: 'ruling',
  'leader-missing': 'proposal',
  advice: 'advice',
  'advice-taken': 'advice-taken',
  'citizen-answer': 'citizen-answer',
  'visitation-send': 'visitation',
  'visitation-answer': 'visitation',
};

/** How an owner is named for good: the role, or the person at opening. */
const keyOf = ({ owner }: Owed): string => (owner.role === 'lead' ? 'lead' : (owner.personId ?? 'nobody'));
const nameOf = (kind: string, round: number, ownerKey: string): string => `${kind}/${round}/${ownerKey}`;

/**
 * Brings the obligations of a proposal in line with its state: what is no longer owed is settled, what is owed from now on is
 * opened with its card, and a date that moved is moved. Called twice it changes nothing more.
 */
export async function keepObligations(
  unit: Unit,
  { proposalId, known }: { readonly proposalId: string; readonly known: PathwayWithTeam },
  after: Proposal,
  how: { readonly because: string; readonly byId: string | null },
): Promise<void> {
  const org = await organisation(unit);
  const matter = { matterKind: 'proposal', matterIds: [proposalId] };
  const owed = new Map(owedBy(after, org.isHere).map((one) => [nameOf(one.kind, one.round, keyOf(one)), one]));
  const open = await unit.tx.obligation.findMany({
    where: {
      tenantId: unit.tenantId,
      matterKind: 'proposal',
      matterId: proposalId,
      kind: { in: [...PROPOSAL_KINDS] },
      closedAt: null,
    },
    orderBy: { id: 'asc' },
  });
  for (const row of open) {
    const still = owed.get(nameOf(row.kind, row.round, row.ownerKey));
    const which = { ...matter, kind: row.kind, round: row.round, ownerKey: row.ownerKey };
    if (!still) {
      await settle(unit, which, { status: endOf(row.ownerId, how.byId), byId: how.byId, because: how.because });
      continue;
    }
    owed.delete(nameOf(row.kind, row.round, row.ownerKey));
    if (anchorsOf(row).due !== still.dueOn) await moveAnchor(unit, which, 'due', still.dueOn);
  }
  for (const one of owed.values()) {
    const { leadId } = known.pathway;
    const ownerId = one.owner.role === 'lead' ? leadId : one.owner.personId;
    await openObligation(unit, {
      kind: one.kind,
      matterKind: 'proposal',
      matterId: proposalId,
      round: one.round,
      ownerRole: one.owner.role,
      ownerId: ownerId !== null && org.isHere(ownerId) ? ownerId : null,
      pathwayId: known.pathway.id,
      anchors: { due: one.dueOn },
      card: { kind: CARD_OF[one.kind], class: 'summons' },
    });
  }
}

/** Whoever pressed has done what they owed; a date that came took it; else the matter went on without it. */
function endOf(ownerId: string | null, byId: string | null): Settled {
  if (byId === null) return 'lapsed';
  return ownerId === byId ? 'met' : 'cancelled';
}
