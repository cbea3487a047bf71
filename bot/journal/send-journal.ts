import type { JournalEntry } from '../../prisma/generated/client';
import { type House, inTenant, type Unit } from '../db/unit';
import { touchCards } from '../messages/touch';
import type { Delivered, Delivery, JournalAdapter } from './port';
import { SEALED } from './queue-journal';
import { CLAIM_MS, waitMs } from './rules';

/** Documents in one go; the rest is taken up by the next beat. */
const MOST = 200;

/** How many documents each end fell upon. */
export type JournalSent = { acknowledged: number; pending: number; failed: number };

/** What the house does when it cannot open what it sealed: a set-up fault, tried again when the key is there. */
const NOT_OPENED: Delivered = { kind: 'failed', code: 'not-opened', final: false };
const ADAPTER_FAULT: Delivered = { kind: 'failed', code: 'adapter-fault', final: false };

/**
 * Delivers what a municipality's journal holds and is due on the wall clock, one document after the other. Any number of
 * processes may do it at once. A document is claimed for a while, delivered outside every transaction, and what became of
 * it is written down: killed anywhere in between, it is due again when the claim runs out, and delivering it twice is the
 * same as once.
 */
export async function sendJournal(house: House, tenantId: string, adapter: JournalAdapter): Promise<JournalSent> {
  const sent: JournalSent = { acknowledged: 0, pending: 0, failed: 0 };
  for (let n = 0; n < MOST; n += 1) {
    const claimed = await inTenant(house, tenantId, claimNext);
    if (!claimed) break;
    const delivered = await deliver(house, claimed, adapter);
    await inTenant(house, tenantId, (unit) => writeDown(unit, claimed, delivered));
    sent[delivered.kind] += 1;
  }
  return sent;
}

/**
 * What is due although the municipality has no journal (any more): looked at again each hour, and told by `status`, since
 * nothing may be lost.
 */
export async function holdJournal(house: House, tenantId: string): Promise<void> {
  await inTenant(house, tenantId, (unit) =>
    unit.tx.journalEntry.updateMany({
      where: {
        tenantId,
        status: { in: ['queued', 'sent'] },
        OR: [{ retryAt: null }, { retryAt: { lte: unit.wallNow } }],
      },
      data: { reason: 'no-journal', retryAt: new Date(unit.wallNow.getTime() + waitMs('final', 1)) },
    }),
  );
}

/** The oldest document that is due and that nobody else is delivering; its attempt is counted. */
async function claimNext(unit: Unit): Promise<JournalEntry | undefined> {
  const { tx, tenantId, wallNow } = unit;
  const [due] = await tx.$queryRaw<{ id: string }[]>`
    select id from journal_entry
    where tenant_id = ${tenantId}::uuid and status in ('queued', 'sent', 'failed') and (retry_at is null or retry_at <= ${wallNow})
    order by queued_at, id limit 1 for update skip locked`;
  if (!due) return undefined;
  return tx.journalEntry.update({
    where: { tenantId_id: { tenantId, id: due.id } },
    data: { attempts: { increment: 1 }, retryAt: new Date(wallNow.getTime() + CLAIM_MS) },
  });
}

async function deliver(house: House, entry: JournalEntry, adapter: JournalAdapter): Promise<Delivered> {
  const delivery = openDelivery(house, entry);
  if (!delivery) return NOT_OPENED;
  try {
    return await adapter.deliver(delivery);
  } catch (fault) {
    house.log.error(
      { entry: entry.id, fault: fault instanceof Error ? fault.name : 'unknown' },
      'the journal’s adapter failed; the document is delivered again',
    );
    return ADAPTER_FAULT;
  }
}

function openDelivery(house: House, entry: JournalEntry): Delivery | undefined {
  const { tenantId, id: rowId, documentSealed, bodySealed } = entry;
  if (!documentSealed || !bodySealed) return undefined;
  try {
    return {
      key: entry.idempotencyKey,
      pdf: Buffer.from(house.sealer.open({ tenantId, ...SEALED.document, rowId }, documentSealed), 'base64'),
      body: house.sealer.open({ tenantId, ...SEALED.body, rowId }, bodySealed),
    };
  } catch (fault) {
    house.log.error(
      { entry: entry.id, fault: fault instanceof Error ? fault.name : 'unknown' },
      'a document of the journal could not be opened',
    );
    return undefined;
  }
}

/** One transaction: where the document is now, when it is taken up again, and the cards that show it. */
async function writeDown(unit: Unit, claimed: JournalEntry, delivered: Delivered): Promise<void> {
  const { tx, tenantId } = unit;
  const after = stateAfter(unit, claimed, delivered);
  // A slower process may come later with less: what has been acknowledged stays so.
  const written = await tx.journalEntry.updateMany({
    where: { tenantId, id: claimed.id, status: { not: 'acknowledged' } },
    data: after,
  });
  if (written.count === 0) return;
  if (after.status === claimed.status && after.reason === claimed.reason) return;
  await touchCardsOf(unit, claimed);
  if (after.status === claimed.status || (after.status !== 'acknowledged' && after.status !== 'failed')) return;
  unit.audit({
    act: after.status === 'acknowledged' ? 'journal.acknowledge' : 'journal.fail',
    actorId: null,
    matterKind: 'journal',
    matterId: claimed.id,
    pathwayId: claimed.pathwayId,
    codes: [
      claimed.subjectKind,
      claimed.subjectId,
      `v${claimed.version}`,
      ...(after.reason === null ? [] : [after.reason]),
    ],
  });
}

type After = Partial<JournalEntry> & Pick<JournalEntry, 'status' | 'reason' | 'retryAt'>;

function stateAfter(unit: Unit, { status, attempts }: JournalEntry, delivered: Delivered): After {
  const again = (after: 'pending' | 'fault' | 'final') => new Date(unit.wallNow.getTime() + waitMs(after, attempts));
  switch (delivered.kind) {
    case 'acknowledged':
      return {
        status: 'acknowledged',
        reason: null,
        retryAt: null,
        receipt: delivered.receipt,
        acknowledgedAt: unit.now,
        documentSealed: null,
        bodySealed: null,
      };
    case 'pending':
      return { status: 'sent', reason: null, retryAt: again('pending') };
    case 'failed':
      return delivered.final
        ? { status: 'failed', reason: delivered.code, retryAt: again('final') }
        : { status, reason: delivered.code, retryAt: again('fault') };
  }
}

/** The cards that say where a record is: the meeting's, and the records' own. */
async function touchCardsOf(unit: Unit, { subjectKind, subjectId }: JournalEntry): Promise<void> {
  const { tx, tenantId } = unit;
  if (subjectKind === 'decision') await touchCards(unit, 'proposal', [subjectId]);
  if (subjectKind !== 'record') return;
  const records = await tx.record.findMany({ where: { tenantId, meetingId: subjectId }, select: { id: true } });
  await touchCards(unit, 'meeting', [subjectId]);
  await touchCards(
    unit,
    'record',
    records.map((record) => record.id),
  );
}
