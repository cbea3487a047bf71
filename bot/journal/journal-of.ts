import type { Unit } from '../db/unit';

const STATUSES = ['queued', 'sent', 'acknowledged', 'failed'] as const;

/** `sent`: delivered, not acknowledged yet; `failed`: somebody must put something right at the other end. */
export type JournalStatus = (typeof STATUSES)[number];

/** Where the newest version of a document is on its way; null where it never was on its way. */
export async function journalOf(
  unit: Unit,
  subjectId: string,
): Promise<{ readonly status: JournalStatus; readonly receipt: string | null } | null> {
  const row = await unit.tx.journalEntry.findFirst({
    where: { tenantId: unit.tenantId, subjectId },
    orderBy: { version: 'desc' },
    select: { status: true, receipt: true },
  });
  const status = STATUSES.find((one) => one === row?.status);
  return row && status ? { status, receipt: row.receipt } : null;
}

/** What the journal cannot deliver just now, for `status`: how many documents, and why, as codes. */
export async function journalTrouble(unit: Unit): Promise<{ readonly count: number; readonly codes: string[] }> {
  const rows = await unit.tx.journalEntry.groupBy({
    by: ['reason'],
    where: { tenantId: unit.tenantId, status: { not: 'acknowledged' }, reason: { not: null } },
    _count: true,
    orderBy: { reason: 'asc' },
  });
  return {
    count: rows.reduce((sum, row) => sum + row._count, 0),
    codes: rows.flatMap((row) => (row.reason === null ? [] : [row.reason])),
  };
}

/**
 * Whether the journal has acknowledged every document of a pathway: only then may an ended pathway lose its texts, and
 * documents be drawn from them no more.
 */
export async function isJournalDone(unit: Unit, pathwayId: string): Promise<boolean> {
  const open = await unit.tx.journalEntry.count({
    where: { tenantId: unit.tenantId, pathwayId, status: { not: 'acknowledged' } },
  });
  return open === 0;
}
