import type { Obligation } from '../../prisma/generated/client';
import type { Refused } from '../capability';
import type { AuditEntry, Unit } from '../db/unit';
import { type Organisation, organisation } from '../people/organisation';
import { may, type Standing } from '../people/rights';
import type { Kind, Orphan, Registry } from './kind';
import { handOver } from './settle';
import { departmentOfOrphan, settlesOrphan } from './waiting';

const LONGEST_REASON = 400;

/** Something that stood without an owner, with what its kind lets a manager do about it. */
export type OrphanCase = {
  readonly row: Obligation;
  readonly kind: Kind;
  readonly orphan: Orphan;
  readonly departmentId: string;
};

/** An obligation of whoever has left, for the manager who settles it; undefined for everybody else, and where nothing can be done. */
export async function orphanFor(
  unit: Unit,
  registry: Registry,
  id: string,
  personId: string,
): Promise<OrphanCase | undefined> {
  const row = await unit.tx.obligation.findUnique({
    where: { tenantId_id: { tenantId: unit.tenantId, id } },
    include: { pathway: { select: { departmentId: true } } },
  });
  const kind = row ? registry.kinds.get(row.kind) : undefined;
  if (!row || !kind?.orphan) return undefined;
  const org = await organisation(unit);
  // Whose it was has left: what somebody employed owes is their own.
  if (org.isHere(row.ownerKey)) return undefined;
  const departmentId = departmentOfOrphan(row, row.pathway, org);
  const standings = new Set<Standing>(settlesOrphan(departmentId, personId, org) ? ['manager'] : []);
  if (departmentId === undefined || !may('orphan.settle', standings)) return undefined;
  return { row, kind, orphan: kind.orphan, departmentId };
}

/** Colleagues of the department that it may be given to. */
export const heirsOf = ({ departmentId }: OrphanCase, org: Organisation) => org.colleaguesIn(departmentId);

/** The manager gives it to a colleague of the department, who gets its card; its date stays. */
export async function giveOrphan(
  unit: Unit,
  registry: Registry,
  given: { readonly id: string; readonly personId: string; readonly byId: string },
): Promise<Refused | undefined> {
  const found = await lockedOrphan(unit, registry, given.id, given.byId);
  if (found === undefined) return { code: 'not-yours' };
  const { row, kind, orphan } = found;
  if (row.ownerId === given.personId) return undefined;
  if (row.closedAt !== null || row.ownerId !== null) return { code: 'closed' };
  const org = await organisation(unit);
  if (!heirsOf(found, org).some((one) => one.id === given.personId))
    return { code: 'form', faults: { person: 'pick-somebody' } };
  const refused = await orphan.give(unit, row, given.personId);
  if (refused) return { code: 'form', faults: { person: refused } };
  const { matterKind, matterId, round, ownerKey } = row;
  await handOver(unit, { matterKind, matterIds: [matterId], kind: row.kind, round, ownerKey }, given.personId);
  unit.message({
    naturalKey: `given:${row.id}:${row.version}`,
    personId: given.personId,
    class: 'summons',
    kind: kind.cardKind('owner'),
    matterKind,
    matterId,
    pathwayId: row.pathwayId,
  });
  audit(unit, 'orphan.give', row, given.byId, [given.personId]);
  return undefined;
}

/** The manager lets it fall away, with a reason that its matter keeps. */
export async function dropOrphan(
  unit: Unit,
  registry: Registry,
  given: { readonly id: string; readonly reason: string; readonly byId: string },
): Promise<Refused | undefined> {
  const found = await lockedOrphan(unit, registry, given.id, given.byId);
  if (!found?.orphan.drop) return { code: 'not-yours' };
  const { row, orphan } = found;
  if (row.status === 'waived') return undefined;
  if (row.closedAt !== null || row.ownerId !== null) return { code: 'closed' };
  const reason = given.reason.trim();
  if (reason === '') return { code: 'form', faults: { reason: 'reason-missing' } };
  if (reason.length > LONGEST_REASON) return { code: 'form', faults: { reason: 'too-long' } };
  await orphan.drop?.(unit, row, { reason, byId: given.byId });
  audit(unit, 'orphan.drop', row, given.byId, []);
  return undefined;
}

/** The matter is locked before the obligation is read again: two who press come one after the other. */
async function lockedOrphan(unit: Unit, registry: Registry, id: string, byId: string): Promise<OrphanCase | undefined> {
  const before = await orphanFor(unit, registry, id, byId);
  if (!before) return undefined;
  await before.kind.lock(unit, before.row.matterId);
  return orphanFor(unit, registry, id, byId);
}

function audit(unit: Unit, act: AuditEntry['act'], row: Obligation, actorId: string, codes: readonly string[]): void {
  const { matterKind, matterId, pathwayId } = row;
  unit.audit({ act, actorId, matterKind, matterId, pathwayId, codes: [row.kind, ...codes] });
}
