import { type House, inTenant } from '../db/unit';

/** How a municipality's outbox, obligations, cards and journal stand; counts and seconds only. */
export type HouseCounts = {
  /** Messages that wait and may go now. */
  readonly messagesDue: number;
  /** Messages that wait for working hours, or to be tried again. */
  readonly messagesLater: number;
  /** How long the oldest of those that may go now has been waiting; 0 when none does. */
  readonly oldestMessageSeconds: number;
  readonly obligationsOverdue: number;
  readonly oldestObligationSeconds: number;
  /** Open obligations that could not be walked, at least this once. */
  readonly obligationsStumbling: number;
  readonly obligationsUnowned: number;
  readonly cardsToRefresh: number;
  readonly journalWaiting: number;
  readonly journalInTrouble: number;
};

type Row = { readonly [Key in keyof HouseCounts]: bigint | number | null };

/**
 * Looks at what waits, by the indexes of what waits: costs the same with a million messages sent. What is due is due by the
 * calendar clock, and what is to be tried again by the wall clock.
 */
export async function houseCounts(house: House, tenantId: string): Promise<HouseCounts> {
  const [row] = await inTenant(
    house,
    tenantId,
    ({ tx, now, wallNow }) => tx.$queryRaw<Row[]>`
      with waiting as (
        select greatest(queued_at, coalesce(not_before, queued_at)) as since,
          (not_before is null or not_before <= ${now}) and (retry_at is null or retry_at <= ${wallNow}) as due
        from message where tenant_id = ${tenantId}::uuid and status in ('queued', 'sending')),
      overdue as (select next_at from obligation where tenant_id = ${tenantId}::uuid and next_at is not null and next_at <= ${now}),
      open as (
        select count(*) filter (where stumbles > 0) as stumbling,
          count(*) filter (where owner_id is null and nature = 'duty') as unowned
        from obligation where tenant_id = ${tenantId}::uuid and closed_at is null),
      journal as (
        select count(*) as waiting, count(reason) as trouble
        from journal_entry where tenant_id = ${tenantId}::uuid and status <> 'acknowledged')
      select
        (select count(*) from waiting where due) as "messagesDue",
        (select count(*) from waiting where not due) as "messagesLater",
        (select extract(epoch from ${now}::timestamptz - min(since))::float8 from waiting where due) as "oldestMessageSeconds",
        (select count(*) from overdue) as "obligationsOverdue",
        (select extract(epoch from ${now}::timestamptz - min(next_at))::float8 from overdue) as "oldestObligationSeconds",
        (select stumbling from open) as "obligationsStumbling",
        (select unowned from open) as "obligationsUnowned",
        (select count(*) from sent_card where tenant_id = ${tenantId}::uuid and dirty_at is not null
          and (retry_at is null or retry_at <= ${wallNow})) as "cardsToRefresh",
        (select waiting from journal) as "journalWaiting",
        (select trouble from journal) as "journalInTrouble"`,
  );
  const count = (key: keyof HouseCounts) => Math.max(0, Number(row?.[key] ?? 0));
  return {
    messagesDue: count('messagesDue'),
    messagesLater: count('messagesLater'),
    oldestMessageSeconds: count('oldestMessageSeconds'),
    obligationsOverdue: count('obligationsOverdue'),
    oldestObligationSeconds: count('oldestObligationSeconds'),
    obligationsStumbling: count('obligationsStumbling'),
    obligationsUnowned: count('obligationsUnowned'),
    cardsToRefresh: count('cardsToRefresh'),
    journalWaiting: count('journalWaiting'),
    journalInTrouble: count('journalInTrouble'),
  };
}

/** A municipality's messages by the state they are in; looks at every message there is. */
export async function messagesByState(house: House, tenantId: string): Promise<ReadonlyMap<string, number>> {
  const rows = await inTenant(house, tenantId, ({ tx }) =>
    tx.message.groupBy({ by: ['status'], where: { tenantId }, _count: true }),
  );
  return new Map(rows.map((row) => [row.status, row._count]));
}
