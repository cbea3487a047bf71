import { type House, inTenant, type Unit } from '../../db/unit';
import { dayOf, toMoment } from '../../time/moment';
import type { Handed, OnItsWay, RecordAdapter } from './port';
import { awayWaitMs, BATCH, LEASE_MS, MOST_BATCHES, REFUSED_WAIT_MS } from './sending-rules';

const LEASE = 'learning-records';
/** Holds the lease while the store is left alone: that is true for every process, and after a restart. */
const NOBODY = 'nobody';
const ADAPTER_FAULT: Handed = { kind: 'away', code: 'adapter-fault' };

type Sending = {
  readonly house: House;
  readonly tenantId: string;
  /** Names this process. */
  readonly holder: string;
  readonly adapter: RecordAdapter;
};
type Batch = { readonly items: readonly (OnItsWay & { readonly tries: number })[]; readonly on: string };
export type RecordsSent = { kept: number; refused: number };

/**
 * Hands over a municipality's statements in the order of their time. One process a municipality at a time, by a lease that runs
 * out by itself. That a statement is handed over is written down before it is, and that it arrived after it did: killed in between,
 * it is handed over once more, marked so, and the other end keeps it once.
 * @returns how many are kept now, and how many the other end did not take
 */
export async function sendRecords(sending: Sending): Promise<RecordsSent> {
  const sent: RecordsSent = { kept: 0, refused: 0 };
  for (let n = 0; n < MOST_BATCHES; n += 1) {
    const batch = await nextBatch(sending);
    if (!batch || batch.items.length === 0) break;
    if (!(await handOver(sending, batch, sent))) return sent;
  }
  await release(sending);
  return sent;
}

/** Undefined while somebody else sends, or the store is left alone. */
async function nextBatch({ house, tenantId, holder }: Sending): Promise<Batch | undefined> {
  return inTenant(house, tenantId, async (unit) => {
    if (!(await holdLease(unit, holder))) return undefined;
    const { tx, wallNow, policy } = unit;
    const rows = await tx.xapiStatement.findMany({
      where: { tenantId, sentAt: null, OR: [{ retryAt: null }, { retryAt: { lte: wallNow } }] },
      orderBy: [{ at: 'asc' }, { id: 'asc' }],
      take: BATCH,
    });
    const ids = rows.map((row) => row.id);
    await tx.xapiStatement.updateMany({
      where: { tenantId, id: { in: ids } },
      data: { stumbles: { increment: 1 } },
    });
    return {
      items: rows.map(({ id, statement, stumbles }) => ({ id, statement, again: stumbles > 0, tries: stumbles + 1 })),
      on: dayOf(toMoment(wallNow, policy.zone)),
    };
  });
}

/** False when the store is away, or the lease is somebody else's by now. */
async function handOver(sending: Sending, { items, on }: Batch, sent: RecordsSent): Promise<boolean> {
  const handed = await hand(sending, items, on);
  const [first] = items;
  switch (handed.kind) {
    case 'kept':
      if (handed.conflict && first)
        sending.house.log.warn({ statement: first.id }, 'the learning record store has this statement in other words');
      await inTenant(sending.house, sending.tenantId, (unit) => writeKept(unit, items));
      sent.kept += items.length;
      return true;
    case 'away':
      await inTenant(sending.house, sending.tenantId, (unit) => leaveAlone(unit, items, handed.code));
      return false;
    case 'refused':
      if (first && items.length === 1) {
        await inTenant(sending.house, sending.tenantId, (unit) => setAside(unit, first.id, handed.code));
        sent.refused += 1;
        return true;
      }
      // One of them is the trouble: each alone, so that the others go on.
      for (const one of items) {
        if (!(await stillHolds(sending))) return false;
        if (!(await handOver(sending, { items: [one], on }, sent))) return false;
      }
      return true;
    default:
      return handed satisfies never;
  }
}

async function hand({ house, adapter }: Sending, batch: Batch['items'], on: string): Promise<Handed> {
  try {
    return await adapter.hand({ batch, on });
  } catch (fault) {
    house.log.error(
      { fault: fault instanceof Error ? fault.name : 'unknown' },
      'learning records could not be handed over; they wait',
    );
    return ADAPTER_FAULT;
  }
}

async function writeKept({ tx, tenantId, wallNow }: Unit, items: Batch['items']): Promise<void> {
  await tx.xapiStatement.updateMany({
    where: { tenantId, id: { in: items.map((one) => one.id) }, sentAt: null },
    data: { sentAt: wallNow, retryAt: null },
  });
}

async function setAside(unit: Unit, id: string, code: string): Promise<void> {
  const { tx, tenantId, wallNow, house } = unit;
  house.log.warn({ statement: id, code }, 'a statement is not taken by the learning record store; it waits');
  await tx.xapiStatement.updateMany({
    where: { tenantId, id, sentAt: null },
    data: { retryAt: new Date(wallNow.getTime() + REFUSED_WAIT_MS) },
  });
}

/** Nobody sends for a while, longer each time that the same statement has not come through. */
async function leaveAlone({ tx, tenantId, wallNow, house }: Unit, items: Batch['items'], code: string): Promise<void> {
  const tries = Math.max(...items.map((one) => one.tries));
  house.log.warn({ code, tries }, 'the learning record store does not answer as it should; statements wait');
  const until = new Date(wallNow.getTime() + awayWaitMs(tries));
  await tx.lease.updateMany({ where: { tenantId, name: LEASE }, data: { holder: NOBODY, until } });
}

async function holdLease({ tx, tenantId, wallNow }: Unit, holder: string): Promise<boolean> {
  const until = new Date(wallNow.getTime() + LEASE_MS);
  const held = await tx.$executeRaw`
    insert into lease (tenant_id, name, holder, until) values (${tenantId}::uuid, ${LEASE}, ${holder}, ${until})
    on conflict (tenant_id, name) do update set holder = excluded.holder, until = excluded.until
    where lease.holder = excluded.holder or lease.until <= ${wallNow}`;
  return held > 0;
}

const stillHolds = ({ house, tenantId, holder }: Sending): Promise<boolean> =>
  inTenant(house, tenantId, (unit) => holdLease(unit, holder));

const release = ({ house, tenantId, holder }: Sending) =>
  inTenant(house, tenantId, ({ tx }) => tx.lease.deleteMany({ where: { tenantId, name: LEASE, holder } }));
