import type { Prisma } from '../../prisma/generated/client';
import type { Unit } from '../db/unit';
import { holdPathways } from '../pathways/hold';
import { type PathwayWithTeam, pathwaysWithTeam } from '../pathways/standing';
import type { HandoverStatus, Naming } from './rules';

const PARTS = { handoverAskingHandover: true, handoverNamingHandover: true, leadToldHandover: true } as const;
export type HandoverRow = Prisma.HandoverGetPayload<{ include: typeof PARTS }>;
export type AskingRow = HandoverRow['handoverAskingHandover'][number];

/** A handover with its pathway, as things stand now. */
export type HandoverCase = {
  readonly row: HandoverRow;
  readonly status: HandoverStatus;
  /** In the order in which they were asked. */
  readonly askings: readonly AskingRow[];
  readonly namings: readonly (Naming & { readonly n: number })[];
  readonly known: PathwayWithTeam;
};

const STATUSES: readonly HandoverStatus[] = ['open', 'settling', 'accepted', 'settled', 'withdrawn', 'ended'];

/** Loads handovers by id with their pathways; unknown ids are left out. @throws when a row is in no state that exists */
export async function loadHandovers(unit: Unit, ids: readonly string[]): Promise<Map<string, HandoverCase>> {
  if (ids.length === 0) return new Map();
  const rows = await unit.tx.handover.findMany({
    where: { tenantId: unit.tenantId, id: { in: [...ids] } },
    include: PARTS,
  });
  const pathways = await pathwaysWithTeam(unit, [...new Set(rows.map((row) => row.pathwayId))]);
  return new Map(
    rows.flatMap((row): [string, HandoverCase][] => {
      const known = pathways.get(row.pathwayId);
      return known ? [[row.id, caseOf(row, known)]] : [];
    }),
  );
}

function caseOf(row: HandoverRow, known: PathwayWithTeam): HandoverCase {
  const status = STATUSES.find((one) => one === row.status);
  if (!status) throw new Error(`Handover ${row.id} is in no state that exists`);
  return {
    row,
    status,
    askings: [...row.handoverAskingHandover].sort((a, b) => a.n - b.n),
    namings: [...row.handoverNamingHandover].sort((a, b) => a.n - b.n),
    known,
  };
}

/** One handover; undefined when there is none. */
export const loadHandover = async (unit: Unit, id: string): Promise<HandoverCase | undefined> =>
  (await loadHandovers(unit, [id])).get(id);

/** The same with its pathway locked first: whoever changes a handover comes one after the other. */
export async function lockHandover(unit: Unit, id: string): Promise<HandoverCase | undefined> {
  const row = await unit.tx.handover.findUnique({
    where: { tenantId_id: { tenantId: unit.tenantId, id } },
    select: { pathwayId: true },
  });
  if (!row) return undefined;
  await holdPathways(unit, [row.pathwayId]);
  return loadHandover(unit, id);
}

/** The handover of a pathway that has not ended; undefined when there is none. */
export async function openHandoverOf(unit: Unit, pathwayId: string): Promise<HandoverCase | undefined> {
  const row = await unit.tx.handover.findFirst({
    where: { tenantId: unit.tenantId, pathwayId, endedAt: null },
    select: { id: true },
  });
  return row ? loadHandover(unit, row.id) : undefined;
}

/** Who is asked now; undefined when nobody is. */
export const currentAsking = ({ status, askings }: HandoverCase): AskingRow | undefined =>
  status === 'open' ? askings.find((one) => one.status === 'asked') : undefined;

/** The last asking of one person; undefined when they were never asked. */
export const lastAskingOf = ({ askings }: HandoverCase, personId: string): AskingRow | undefined =>
  askings.filter((one) => one.toId === personId).at(-1);

/** A handover as it goes on: a new version, and where it ends, when. */
export async function changeHandover(
  unit: Unit,
  id: string,
  data: Omit<Prisma.HandoverUncheckedUpdateInput, 'version' | 'endedAt'>,
  ends: boolean,
): Promise<void> {
  await unit.tx.handover.update({
    where: { tenantId_id: { tenantId: unit.tenantId, id } },
    data: { ...data, ...(ends ? { endedAt: unit.now } : {}), version: { increment: 1 } },
  });
}

/** A text that the house keeps sealed with an asking; '' where there is none. */
export function askingText(unit: Unit, row: AskingRow, column: 'citizen' | 'needs' | 'reason'): string {
  const sealed = { citizen: row.citizenSealed, needs: row.needsSealed, reason: row.reasonSealed }[column];
  return sealed === null ? '' : unit.open('handover_asking', `${column}_sealed`, row.id, sealed);
}
