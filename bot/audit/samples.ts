import type { AuditRow, Prisma } from '../../prisma/generated/client';
import type { Unit } from '../db/unit';

const whole = {
  auditSampleRowSample: { include: { auditRow: true }, orderBy: { n: 'asc' } },
  auditSampleSignOff: true,
} satisfies Prisma.AuditSampleInclude;

type Loaded = Prisma.AuditSampleGetPayload<{ include: typeof whole }>;
type SampledRow = Pick<AuditRow, 'at' | 'actorId' | 'act' | 'pathwayId'> & { readonly n: number };

/** A sample with its rows, in the order of their time, and how it was signed off. */
export type Sample = {
  readonly sample: Omit<Loaded, 'auditSampleRowSample' | 'auditSampleSignOff'>;
  readonly rows: readonly SampledRow[];
  readonly signOff: Loaded['auditSampleSignOff'];
};

/** Whoever draws, passes on or signs comes one after the other, until the end of the transaction. */
export async function lockSamples({ tx, tenantId }: Unit): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`${tenantId}/audit-sample`}, 0))`;
}

/** Undefined for an id that nobody has. */
export async function loadSample({ tx, tenantId }: Unit, id: string): Promise<Sample | undefined> {
  const found = await tx.auditSample.findUnique({ where: { tenantId_id: { tenantId, id } }, include: whole });
  return found === null ? undefined : withRows(found);
}

/** All samples, the oldest first. */
export async function allSamples({ tx, tenantId }: Unit): Promise<Sample[]> {
  const found = await tx.auditSample.findMany({ where: { tenantId }, include: whole, orderBy: { n: 'asc' } });
  return found.map(withRows);
}

function withRows({ auditSampleRowSample, auditSampleSignOff, ...sample }: Loaded): Sample {
  const rows = auditSampleRowSample.map(({ n, auditRow: { at, actorId, act, pathwayId } }) => ({
    n,
    at,
    actorId,
    act,
    pathwayId,
  }));
  return { sample, rows, signOff: auditSampleSignOff };
}
