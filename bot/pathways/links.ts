import type { PathwayLink } from '../../prisma/generated/client';
import type { Unit } from '../db/unit';
import { holdPathways } from './hold';
import type { LinkStatus } from './rules';
import { type PathwayWithTeam, pathwaysWithTeam } from './standing';

const STATUSES: readonly LinkStatus[] = ['asked', 'linked', 'declined', 'ended'];

/** A link's state. @throws when the row holds one that does not exist: a fault of ours */
export function linkStatus(row: Pick<PathwayLink, 'id' | 'status'>): LinkStatus {
  const found = STATUSES.find((one) => one === row.status);
  if (!found) throw new Error(`Link ${row.id} is in no state that exists`);
  return found;
}

/** Of two linked pathways the one that is not this. */
export const otherEnd = (row: Pick<PathwayLink, 'oneId' | 'otherId'>, pathwayId: string): string =>
  row.oneId === pathwayId ? row.otherId : row.oneId;

/** A link with the pathway that asked and the one that was asked. */
export type LinkCase = {
  readonly link: PathwayLink;
  readonly from: PathwayWithTeam;
  readonly asked: PathwayWithTeam;
};

/** Loads links by id with both pathways; unknown ids are left out. */
export async function loadLinks(unit: Unit, ids: readonly string[]): Promise<Map<string, LinkCase>> {
  if (ids.length === 0) return new Map();
  const links = await unit.tx.pathwayLink.findMany({ where: { tenantId: unit.tenantId, id: { in: [...ids] } } });
  const pathways = await pathwaysWithTeam(unit, [...new Set(links.flatMap((one) => [one.oneId, one.otherId]))]);
  return new Map(
    links.flatMap((link): [string, LinkCase][] => {
      const from = pathways.get(link.askedFromId);
      const asked = pathways.get(otherEnd(link, link.askedFromId));
      return from && asked ? [[link.id, { link, from, asked }]] : [];
    }),
  );
}

/** The pathways that this one is linked with: their references, and no more. */
export async function linkedWith(
  unit: Unit,
  pathwayId: string,
): Promise<{ readonly linkId: string; readonly version: number; readonly ref: string }[]> {
  const { tx, tenantId } = unit;
  const rows = await tx.pathwayLink.findMany({
    where: { tenantId, status: 'linked', OR: [{ oneId: pathwayId }, { otherId: pathwayId }] },
  });
  const others = await tx.pathway.findMany({
    where: { tenantId, id: { in: rows.map((row) => otherEnd(row, pathwayId)) } },
    select: { id: true, ref: true },
  });
  return rows
    .flatMap((row) => {
      const ref = others.find((one) => one.id === otherEnd(row, pathwayId))?.ref;
      return ref === undefined ? [] : [{ linkId: row.id, version: row.version, ref }];
    })
    .sort((a, b) => a.ref.localeCompare(b.ref, 'da'));
}

/** Locks both pathways of a link in one order, then the link: two who link the same pair come one after the other. */
export async function lockLink(unit: Unit, oneId: string, otherId: string): Promise<void> {
  await holdPathways(unit, [oneId, otherId]);
}
