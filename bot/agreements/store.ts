import type { AgreementLine } from '../../cards/meetings/work-views';
import type { Agreement } from '../../prisma/generated/client';
import type { Unit } from '../db/unit';
import { holdPathwayOf, ofPathway } from '../pathways/hold';
import { aliasOf, type PathwayWithTeam } from '../pathways/standing';
import type { Organisation } from '../people/organisation';
import { dayFromDate } from '../time/day';

export const OWNER_KINDS = ['citizen', 'lead', 'professional'] as const;
export type OwnerKind = (typeof OWNER_KINDS)[number];

/** What was agreed, in the words it was written in. */
export const textOf = (unit: Unit, row: Agreement): string =>
  unit.open('agreement', 'text_sealed', row.id, row.textSealed);

/** How it ended, or why its date moved. */
export const outcomeOf = (unit: Unit, row: Agreement): string =>
  row.outcomeSealed === null ? '' : unit.open('agreement', 'outcome_sealed', row.id, row.outcomeSealed);

/** @throws when the row holds a kind that does not exist: a fault of ours */
export function ownerKindOf(row: Agreement): OwnerKind {
  const kind = OWNER_KINDS.find((one) => one === row.ownerKind);
  if (!kind) throw new Error(`Agreement ${row.id} belongs to nobody that exists`);
  return kind;
}

/** Whose it is, as people say it: the alias for the citizen, else a name. */
export function ownerName(unit: Unit, row: Agreement, known: PathwayWithTeam, org: Organisation): string {
  const kind = ownerKindOf(row);
  if (kind === 'citizen') return aliasOf(unit, known.pathway);
  const id = kind === 'lead' ? known.pathway.leadId : row.ownerId;
  return id === null ? '' : (org.people.get(id)?.name ?? '');
}

/** Agreements as their cards and the record show them. */
export function agreementLines(
  unit: Unit,
  rows: readonly Agreement[],
  known: PathwayWithTeam,
  org: Organisation,
): AgreementLine[] {
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    owner: ownerName(unit, row, known, org),
    ownerKind: ownerKindOf(row),
    text: textOf(unit, row),
    dueOn: dayFromDate(row.dueOn),
  }));
}

/** Locks an agreement, so that two presses on it come one after the other. */
export async function lockAgreement(unit: Unit, id: string): Promise<Agreement | undefined> {
  await holdPathwayOf(unit, await unit.tx.agreement.findUnique(ofPathway(unit, id)));
  await unit.tx
    .$queryRaw`select id from agreement where tenant_id = ${unit.tenantId}::uuid and id = ${id}::uuid for update`;
  const row = await unit.tx.agreement.findUnique({ where: { tenantId_id: { tenantId: unit.tenantId, id } } });
  return row ?? undefined;
}

/** The agreements of a meeting that were not dropped, in the order they were made. */
export function agreementsOf(unit: Unit, meetingId: string): Promise<Agreement[]> {
  return unit.tx.agreement.findMany({
    where: { tenantId: unit.tenantId, meetingId, status: { not: 'dropped' } },
    orderBy: { madeAt: 'asc' },
  });
}
