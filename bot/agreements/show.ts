import type { AgreementView } from '../../cards/meetings/work-views';
import type { Agreement } from '../../prisma/generated/client';
import type { Unit } from '../db/unit';
import type { RenderInput } from '../obligations/kind';
import { aliasOf, type PathwayWithTeam } from '../pathways/standing';
import { organisation } from '../people/organisation';
import { dayFromDate } from '../time/day';
import { dayOf, toMoment } from '../time/moment';
import { outcomeOf, ownerKindOf, ownerName, textOf } from './store';

export type Typed = { readonly due: string; readonly because: string };

/** An agreement's own card for somebody who may see it. */
export async function agreementView(
  unit: Unit,
  row: Agreement,
  known: PathwayWithTeam,
  asked: {
    readonly mayDrop: boolean;
    readonly sending?: RenderInput['sending'];
    readonly typed?: Typed;
    readonly faults?: Readonly<Record<string, string>>;
  },
): Promise<AgreementView> {
  const org = await organisation(unit);
  const ownerKind = ownerKindOf(row);
  const kind = ownerKind === 'professional' ? 'agreement' : 'agreement-of-lead';
  return {
    id: row.id,
    version: row.version,
    mark: `${kind}/${asked.sending?.rung ?? 'card'}/${row.id}/1`,
    ref: known.pathway.ref,
    alias: aliasOf(unit, known.pathway),
    text: textOf(unit, row),
    owner: ownerName(unit, row, known, org),
    ownerKind,
    dueOn: dayFromDate(row.dueOn),
    earliest: unit.today,
    state: row.status === 'done' || row.status === 'dropped' ? row.status : 'open',
    closedOn: row.closedAt === null ? null : dayOf(toMoment(row.closedAt, unit.policy.zone)),
    closedBy: row.closedAt === null ? '' : (org.people.get((await closerOf(unit, row.id)) ?? '')?.name ?? ''),
    outcome: outcomeOf(unit, row),
    mayDrop: asked.mayDrop,
    values: asked.typed ?? { due: '', because: '' },
    faults: asked.faults ?? {},
  };
}

/** Who noted that it was kept or fell away: what was owed for it remembers. */
async function closerOf(unit: Unit, agreementId: string): Promise<string | null> {
  const met = await unit.tx.obligation.findFirst({
    where: { tenantId: unit.tenantId, matterKind: 'agreement', matterId: agreementId, closedAt: { not: null } },
    orderBy: { closedAt: 'desc' },
    select: { closedById: true },
  });
  return met?.closedById ?? null;
}
