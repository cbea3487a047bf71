import { createHash } from 'node:crypto';
import type { Unit } from '../db/unit';

export type JournalDocument = {
  readonly pathwayId: string;
  readonly subjectKind: 'record' | 'decision';
  /** The meeting whose record it is, or the proposal that was decided. */
  readonly subjectId: string;
  /** A correction is a document of its own, with the next version. */
  readonly version: number;
  readonly pdf: Uint8Array;
  /** What the document says, as plain data. */
  readonly body: object;
};

/** The table and the columns in which what is on its way stands, sealed. */
export const SEALED = {
  document: { table: 'journal_entry', column: 'document_sealed' },
  body: { table: 'journal_entry', column: 'body_sealed' },
} as const;

/** Names the shape of the JSON to whoever reads it. */
const FORMAT = 'rod-traad-journal/1';

/**
 * Puts a document into the journal's outbox, in the caller's transaction. A second time with the same content changes
 * nothing; without a journal in the policy nothing is kept.
 * @returns SHA-256 of the PDF, hex
 * @throws when a version that is in the journal is to say something else: a fault of ours
 */
export async function queueJournal(unit: Unit, document: JournalDocument): Promise<string> {
  const { tx, tenantId, policy } = unit;
  const { pathwayId, subjectKind, subjectId, version, pdf } = document;
  const hash = createHash('sha256').update(pdf).digest('hex');
  if (policy.journal === null) return hash;
  const key = `${subjectKind}-${subjectId}-v${version}`;
  const there = await tx.journalEntry.findUnique({
    where: { tenantId_idempotencyKey: { tenantId, idempotencyKey: key } },
    select: { documentHash: true },
  });
  if (there) {
    if (there.documentHash !== hash) throw new Error(`Journal entry ${key} would change after it was queued`);
    return hash;
  }
  const id = unit.house.newId();
  const body = JSON.stringify({
    format: FORMAT,
    key,
    ref: await refOf(unit, pathwayId),
    caseNumber: await caseNumberOf(unit, pathwayId, policy.journal.system),
    subject: { kind: subjectKind, id: subjectId, version },
    sha256: hash,
    content: document.body,
  });
  await tx.journalEntry.create({
    data: {
      tenantId,
      id,
      idempotencyKey: key,
      pathwayId,
      subjectKind,
      subjectId,
      version,
      documentSealed: unit.seal(SEALED.document.table, SEALED.document.column, id, Buffer.from(pdf).toString('base64')),
      bodySealed: unit.seal(SEALED.body.table, SEALED.body.column, id, body),
      documentHash: hash,
      status: 'queued',
      queuedAt: unit.now,
    },
  });
  unit.audit({
    act: 'journal.queue',
    actorId: null,
    matterKind: 'journal',
    matterId: id,
    pathwayId,
    codes: [subjectKind, subjectId, `v${version}`],
  });
  unit.wake();
  return hash;
}

async function refOf(unit: Unit, pathwayId: string): Promise<string> {
  const { tenantId } = unit;
  const pathway = await unit.tx.pathway.findUniqueOrThrow({
    where: { tenantId_id: { tenantId, id: pathwayId } },
    select: { ref: true },
  });
  return pathway.ref;
}

/** The pathway's number in the receiving system; null where nobody has noted one: the reference must do. */
async function caseNumberOf(
  unit: Unit,
  pathwayId: string,
  system: string,
): Promise<{ readonly system: string; readonly number: string } | null> {
  const { tenantId } = unit;
  const row = await unit.tx.caseNumber.findUnique({
    where: { tenantId_pathwayId_system: { tenantId, pathwayId, system } },
  });
  if (!row) return null;
  return { system, number: unit.open('case_number', 'value_sealed', row.id, row.valueSealed) };
}
