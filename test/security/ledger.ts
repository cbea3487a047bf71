import { connected, tableNames } from './tables';

/** What a transaction did to one row; the row as it was left, or as it was before it went. */
export type Changed = {
  readonly table: string;
  readonly op: 'INSERT' | 'UPDATE' | 'DELETE';
  readonly row: Readonly<Record<string, unknown>>;
};

/** To be asked within the transaction: every row that it wrote, of any table. */
export const CHANGED = `select name as "table", op, row from ledger.changed where xid = pg_current_xact_id()::text order by at`;

/**
 * Has the database itself write down every row that is inserted, changed or deleted, with the transaction that did it: in the
 * same transaction, so that what is taken back leaves nothing behind.
 */
export async function keepLedger(adminUrl: string): Promise<void> {
  await connected(adminUrl, async (client) => {
    await client.query(`
      create schema ledger;
      create table ledger.changed (at bigserial, xid text not null, name text not null, op text not null, row jsonb not null);
      create index on ledger.changed (xid);
      create function ledger.write() returns trigger language plpgsql security definer as $$
      begin
        if tg_op = 'UPDATE' and to_jsonb(old) = to_jsonb(new) then return null; end if;
        insert into ledger.changed (xid, name, op, row)
        values (pg_current_xact_id()::text, tg_table_name, tg_op, to_jsonb(case when tg_op = 'DELETE' then old else new end));
        return null;
      end $$;
      grant usage on schema ledger to public;
      grant select on ledger.changed to public;`);
    for (const name of await tableNames(client))
      await client.query(
        `create trigger ledger after insert or update or delete on "${name}" for each row execute function ledger.write()`,
      );
  });
}

/**
 * Puts a second municipality beside the first: a copy of every row under ids of its own.
 * @returns the id that a row has there, by its id here
 */
export async function copyMunicipality(adminUrl: string, tenantId: string): Promise<(id: string) => string> {
  const moved = (id: string) => `b${id.slice(1)}`;
  if (moved(tenantId) === tenantId) throw new Error('The municipality would be copied onto itself');
  await connected(adminUrl, async (client) => {
    // Neither keys nor triggers are asked while the tables are filled one after the other.
    await client.query(`set session_replication_role = replica`);
    for (const name of await tableNames(client))
      await client.query(
        `insert into public."${name}" select made.* from "${name}" one cross join lateral jsonb_populate_record(null::public."${name}",
          regexp_replace(to_jsonb(one)::text, '"[0-9a-f]([0-9a-f]{7}(-[0-9a-f]{4}){3}-[0-9a-f]{12})"', '"b\\1"', 'g')::jsonb) made`,
      );
    // Nobody has a way to the copy: what waits there is not sent.
    await client.query(`update message set status = 'delivered' where tenant_id = $1 and status = 'queued'`, [
      moved(tenantId),
    ]);
  });
  return moved;
}
