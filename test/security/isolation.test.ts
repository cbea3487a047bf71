import { createHash, randomUUID } from 'node:crypto';
import { type Client, DatabaseError } from 'pg';
import { openDatabase } from '../../bot/db/open';
import { freshDatabase, type TestDatabase } from '../support/database';
import { connected, tableNames } from './tables';

const A = 'a0000000-0000-4000-8000-00000000000a';
const B = 'b0000000-0000-4000-8000-00000000000b';

const APP = 'rod_traad_app';
const DUE = 'rod_traad_due';
const OWN = "(tenant_id = (current_setting('app.tenant_id'::text))::uuid)";
/** Rows that are written once. A walk may turn out void, and nothing else of it changes. */
const APPEND_ONLY = [
  'audit_row',
  'audit_sample',
  'audit_sample_row',
  'audit_sample_sign_off',
  'audit_seal',
  'citizen_talk',
  'citizen_told',
  'content_release',
  'dilemma_answer',
  'handover_naming',
  'lead_kept',
  'lead_told',
  'mandate',
  'meeting_move',
  'meeting_note',
  'outcome',
  'proposal_answer',
  'proposal_department',
  'proposal_version',
  'record',
  'representation_change',
  'response',
  'rhythm',
  'ruling',
  'rung_walk',
  'send_attempt',
  'shared_reflection',
  'visitation',
];
/** What an import replaces, what has served its time, and what is taken back while a meeting runs. */
const DELETABLE = [
  'absence',
  'agreement',
  'closure',
  'dev_clock',
  'inbound',
  'lease',
  'meeting_role',
  'person_role',
  'presence',
  'snooze',
];
/** What may be known across municipalities: who has something due, and when. */
const DUE_COLUMNS = [
  'digest_line.digest_id',
  'digest_line.tenant_id',
  'digest_line.withdrawn_at',
  'journal_entry.retry_at',
  'journal_entry.status',
  'journal_entry.tenant_id',
  'message.claimed_until',
  'message.not_before',
  'message.retry_at',
  'message.status',
  'message.tenant_id',
  'obligation.next_at',
  'obligation.tenant_id',
  'sent_card.dirty_at',
  'sent_card.retry_at',
  'sent_card.tenant_id',
  'tenant.tenant_id',
];

/** Tables whose keys could reach, or be reached, past the row rules: each with what is wrong. */
async function keyFaults(client: Client): Promise<string[]> {
  const { rows } = await client.query<{
    table: string;
    kind: string;
    name: string;
    columns: string[];
    other: string | null;
    others: string[] | null;
  }>(`
    select c.conrelid::regclass::text as table, c.contype as kind, c.conname as name, o.relname as other,
      array(select a.attname::text from unnest(c.conkey) with ordinality k(n, at) join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.n order by k.at) as columns,
      array(select a.attname::text from unnest(c.confkey) with ordinality k(n, at) join pg_attribute a on a.attrelid = c.confrelid and a.attnum = k.n order by k.at) as others
    from pg_constraint c join pg_class t on t.oid = c.conrelid join pg_namespace s on s.oid = t.relnamespace
    left join pg_class o on o.oid = c.confrelid
    where s.nspname = 'public' and c.contype in ('p', 'f', 'u') and t.relname <> '_prisma_migrations'`);
  const columns = await client.query<{ table: string; type: string; nullable: string }>(
    `select table_name as table, udt_name as type, is_nullable as nullable from information_schema.columns
     where table_schema = 'public' and column_name = 'tenant_id'`,
  );
  const unique = await client.query<{ table: string; name: string; first: string | null }>(`
    select t.relname as table, i.relname as name, a.attname as first from pg_index x
    join pg_class t on t.oid = x.indrelid join pg_class i on i.oid = x.indexrelid join pg_namespace s on s.oid = t.relnamespace
    left join pg_attribute a on a.attrelid = t.oid and a.attnum = x.indkey[0]
    where s.nspname = 'public' and x.indisunique and t.relname <> '_prisma_migrations'`);
  const faults: string[] = [];
  for (const table of await tableNames(client)) {
    const own = columns.rows.find((one) => one.table === table);
    if (own?.type !== 'uuid' || own.nullable !== 'NO') faults.push(`${table}: no tenant_id`);
    const key = rows.find((one) => one.kind === 'p' && one.table.replaceAll('"', '') === table);
    if (key?.columns[0] !== 'tenant_id') faults.push(`${table}: its key does not begin with tenant_id`);
  }
  for (const { table, name, columns: from, other, others } of rows.filter((one) => one.kind === 'f')) {
    const at = from.indexOf('tenant_id');
    if (at < 0 || others?.[at] !== 'tenant_id') faults.push(`${table}: ${name} reaches ${other} without tenant_id`);
  }
  for (const { table, name, first } of unique.rows) {
    if (first !== 'tenant_id') faults.push(`${table}: ${name} is unique across municipalities`);
  }
  return faults.sort();
}

/** Tables whose row rules are not the ones every table has. */
async function ruleFaults(client: Client): Promise<string[]> {
  const { rows: tables } = await client.query<{ name: string; enabled: boolean; forced: boolean }>(
    `select c.relname as name, c.relrowsecurity as enabled, c.relforcerowsecurity as forced from pg_class c
     join pg_namespace s on s.oid = c.relnamespace where s.nspname = 'public' and c.relkind in ('r', 'p') and c.relname <> '_prisma_migrations'`,
  );
  const { rows: policies } = await client.query<{ table: string; said: string }>(
    `select tablename as table, concat_ws(' ', permissive, policyname, cmd, array_to_string(roles, ','), 'using', qual, 'check', coalesce(with_check, '-')) as said
     from pg_policies where schemaname = 'public'`,
  );
  const faults: string[] = [];
  for (const { name, enabled, forced } of tables) {
    if (!enabled) faults.push(`${name}: row security is off`);
    if (!forced) faults.push(`${name}: row security is not forced on its owner`);
    const due = DUE_COLUMNS.some((column) => column.startsWith(`${name}.`))
      ? [`PERMISSIVE who_is_due SELECT ${DUE} using true check -`]
      : [];
    const expected = [`PERMISSIVE own_municipality ALL ${APP} using ${OWN} check ${OWN}`, ...due].sort();
    const said = policies
      .filter((one) => one.table === name)
      .map((one) => one.said)
      .sort();
    if (JSON.stringify(said) !== JSON.stringify(expected)) faults.push(`${name}: ${said.join(' + ') || 'no rule'}`);
  }
  return faults.sort();
}

type Column = {
  readonly table: string;
  readonly column: string;
  readonly type: string;
  readonly target: string | null;
};

/** Every column, and for a relation the table it leads to. */
async function columnsOf(client: Client): Promise<Column[]> {
  const { rows } = await client.query<Column>(`
    select c.table_name as table, c.column_name as column, c.udt_name as type, (
      select o.relname from pg_constraint f join pg_class t on t.oid = f.conrelid join pg_class o on o.oid = f.confrelid
      join pg_attribute a on a.attrelid = t.oid and a.attnum = any(f.conkey)
      where f.contype = 'f' and t.relname = c.table_name and a.attname = c.column_name limit 1) as target
    from information_schema.columns c join pg_tables p on p.schemaname = 'public' and p.tablename = c.table_name
    where c.table_schema = 'public' and c.table_name <> '_prisma_migrations' order by c.table_name, c.ordinal_position`);
  return rows.map((row) => (row.column === 'tenant_id' ? { ...row, target: null } : row));
}

const idOf = (...parts: readonly string[]): string => {
  const hex = createHash('sha256').update(parts.join('/')).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};

/** A value of the column's type for a municipality's one row of each table. @throws for a type that no table had so far */
function cellOf({ table, column, type, target }: Column, tenantId: string): unknown {
  if (column === 'tenant_id') return tenantId;
  if (column === 'id') return idOf(tenantId, table);
  if (target !== null) return idOf(tenantId, target);
  switch (type) {
    case 'uuid':
      return idOf(tenantId, table, column);
    case 'text':
      return `${table} ${column} ${tenantId.slice(0, 1)}`;
    case 'int4':
      return 1;
    case 'bool':
      return true;
    case 'timestamptz':
      return '2026-01-05T08:00:00Z';
    case 'date':
      return '2026-01-05';
    case 'bytea':
      return Buffer.from([1]);
    case 'jsonb':
      return '{}';
    case '_int4':
    case '_text':
    case '_uuid':
      return '{}';
    default:
      throw new Error(`${table}.${column} is of type ${type}: say here what a row of it holds`);
  }
}

describe('the database keeps municipalities apart', () => {
  let database: TestDatabase;
  let tables: string[];
  let columns: Column[];
  const as = <T>(login: 'app' | 'owner' | 'admin', work: (client: Client) => Promise<T>) =>
    connected(database[`${login}Url`], work);
  /** One statement in a transaction that is taken back: its rows, or the code of the refusal. */
  const attempt = async (
    client: Client,
    tenantId: string | undefined,
    sql: string,
    values: readonly unknown[] = [],
  ): Promise<string | number> => {
    await client.query('begin');
    try {
      if (tenantId !== undefined) await client.query(`select set_config('app.tenant_id', $1, true)`, [tenantId]);
      return (await client.query(sql, [...values])).rowCount ?? 0;
    } catch (fault) {
      return fault instanceof Error && 'code' in fault ? String(fault.code) : 'broken';
    } finally {
      await client.query('rollback');
    }
  };
  const rowOf = (table: string, tenantId: string, changed: Readonly<Record<string, unknown>> = {}) => {
    const own = columns.filter((one) => one.table === table);
    const names = own.map(({ column }) => `"${column}"`).join(', ');
    const places = own.map((_, at) => `$${at + 1}`).join(', ');
    return {
      sql: `insert into "${table}" (${names}) values (${places})`,
      values: own.map((one) => (one.column in changed ? changed[one.column] : cellOf(one, tenantId))),
    };
  };
  /** What a statement comes to for every table, where it is not what was expected. */
  const unlike = async (
    expected: (table: string) => string | number,
    of: (table: string) => Promise<string | number>,
  ): Promise<string[]> => {
    const found: string[] = [];
    for (const table of tables) {
      const came = await of(table);
      if (came !== expected(table)) found.push(`${table}: ${came}, not ${expected(table)}`);
    }
    return found;
  };

  beforeAll(async () => {
    database = await freshDatabase();
    await as('admin', async (client) => {
      tables = await tableNames(client);
      columns = await columnsOf(client);
      // A row here fills every column, so that every relation is tried: what a row may say is no matter of these tests.
      const checks = await client.query<{ sql: string }>(
        `select format('alter table %s drop constraint %I', conrelid::regclass, conname) as sql from pg_constraint
         where contype = 'c' and connamespace = 'public'::regnamespace`,
      );
      for (const { sql } of checks.rows) await client.query(sql);
      // Rows point at each other in circles: they are written first, and hold together when all stand there.
      await client.query(`set session_replication_role = replica`);
      for (const tenantId of [A, B]) {
        for (const table of tables) {
          const { sql, values } = rowOf(table, tenantId);
          await client.query(sql, values);
        }
      }
    });
  });
  afterAll(() => database.drop());

  test('every table is keyed by municipality, and every relation and unique key stays within one', async () => {
    expect(tables.length).toBeGreaterThan(25);
    expect(await as('admin', keyFaults)).toEqual([]);
  });

  test('every table has row security, also against its owner, with these rules and no others', async () => {
    expect(await as('admin', ruleFaults)).toEqual([]);
  });

  test("the application's login owns nothing, passes no rule and may take on no role that does", async () => {
    const login = new URL(database.appUrl).username;
    const { rows } = await as('admin', (client) =>
      client.query(
        `select r.rolsuper, r.rolbypassrls, r.rolcreaterole, r.rolcreatedb, r.rolreplication,
          (select count(*)::int from pg_class c where c.relowner = r.oid) as owns,
          array(select m.rolname::text from pg_roles m where m.rolname <> r.rolname and pg_has_role(r.rolname, m.oid, 'member') order by 1) as roles,
          has_schema_privilege(r.rolname, 'public', 'create') as creates
         from pg_roles r where r.rolname = $1`,
        [login],
      ),
    );
    const no = {
      rolsuper: false,
      rolbypassrls: false,
      rolcreaterole: false,
      rolcreatedb: false,
      rolreplication: false,
      creates: false,
    };
    expect(rows).toEqual([{ ...no, owns: 0, roles: [APP] }]);
  });

  test('the application may read, add and change; write once where it says so; delete only what has served its time', async () => {
    const { rows } = await as('admin', (client) =>
      client.query<{ table: string; grants: string }>(
        `select table_name as table, string_agg(privilege_type, ' ' order by privilege_type) as grants from information_schema.role_table_grants
         where table_schema = 'public' and grantee in ($1, 'PUBLIC', $2) group by table_name order by table_name`,
        [APP, new URL(database.appUrl).username],
      ),
    );
    const grants = (table: string) =>
      [
        ...(DELETABLE.includes(table) ? ['DELETE'] : []),
        'INSERT',
        'SELECT',
        ...(APPEND_ONLY.includes(table) ? [] : ['UPDATE']),
      ].join(' ');
    expect(rows).toEqual(tables.map((table) => ({ table, grants: grants(table) })));
  });

  test('without a municipality nothing can be read, on a new connection or one that had one', async () => {
    await as('app', async (client) => {
      expect(
        await unlike(
          () => '42704',
          (table) => attempt(client, undefined, `select 1 from "${table}"`),
        ),
      ).toEqual([]);
      await attempt(client, A, 'select 1');
      expect(
        await unlike(
          () => '22P02',
          (table) => attempt(client, undefined, `select 1 from "${table}"`),
        ),
      ).toEqual([]);
    });
  });

  test("with one municipality's id its own row is seen, and nothing of the other's", async () => {
    await as('app', async (client) => {
      expect(
        await unlike(
          () => 1,
          (table) => attempt(client, A, `select 1 from "${table}"`),
        ),
      ).toEqual([]);
      expect(
        await unlike(
          () => 0,
          (table) => attempt(client, A, `select 1 from "${table}" where tenant_id = $1`, [B]),
        ),
      ).toEqual([]);
      expect(
        await unlike(
          () => 0,
          (table) => attempt(client, randomUUID(), `select 1 from "${table}"`),
        ),
      ).toEqual([]);
    });
    // The test can tell: both rows are there for whoever may see them.
    await as('admin', async (client) => {
      expect(
        await unlike(
          () => 2,
          (table) => attempt(client, undefined, `select 1 from "${table}"`),
        ),
      ).toEqual([]);
    });
  });

  test("a row cannot be added for the other municipality, nor one's own given away", async () => {
    await as('app', async (client) => {
      const added = (table: string) => {
        const { sql, values } = rowOf(table, B, { id: randomUUID() });
        return attempt(client, A, sql, values);
      };
      expect(await unlike(() => '42501', added)).toEqual([]);
      expect(
        await unlike(
          () => '42501',
          (table) => attempt(client, A, `update "${table}" set tenant_id = $1`, [B]),
        ),
      ).toEqual([]);
    });
  });

  test("the other municipality's rows cannot be changed or deleted", async () => {
    await as('app', async (client) => {
      const changed = (table: string) => {
        const column =
          table === 'rung_walk'
            ? 'how'
            : (columns.find((one) => one.table === table && one.column !== 'tenant_id')?.column ?? '');
        return attempt(client, A, `update "${table}" set "${column}" = "${column}" where tenant_id = $1`, [B]);
      };
      const writeOnce = APPEND_ONLY.filter((table) => table !== 'rung_walk');
      expect(await unlike((table) => (writeOnce.includes(table) ? '42501' : 0), changed)).toEqual([]);
      const deleted = (table: string) => attempt(client, A, `delete from "${table}" where tenant_id = $1`, [B]);
      expect(await unlike((table) => (DELETABLE.includes(table) ? 0 : '42501'), deleted)).toEqual([]);
    });
  });

  test('what is written once cannot be changed or deleted, a walk but for turning out void', async () => {
    await as('app', async (client) => {
      for (const table of APPEND_ONLY) {
        expect(await attempt(client, A, `delete from "${table}"`)).toBe('42501');
        for (const { column } of columns.filter((one) => one.table === table)) {
          const came = await attempt(client, A, `update "${table}" set "${column}" = "${column}"`);
          expect([table, column, came]).toEqual([
            table,
            column,
            `${table}.${column}` === 'rung_walk.how' ? 1 : '42501',
          ]);
        }
      }
    });
  });

  test('the application cannot empty, alter or lift the rules of a table', async () => {
    await as('app', async (client) => {
      expect(
        await unlike(
          () => '42501',
          (table) => attempt(client, A, `truncate "${table}"`),
        ),
      ).toEqual([]);
      expect(
        await unlike(
          () => '42501',
          (table) => attempt(client, A, `alter table "${table}" disable row level security`),
        ),
      ).toEqual([]);
      expect(await attempt(client, A, `set local role rod_traad_owner`)).toBe('42501');
      expect(await attempt(client, A, `set local role ${DUE}`)).toBe('42501');
    });
  });

  test('every relation across municipalities is refused by its own key, whoever writes it', async () => {
    await as('admin', async (client) => {
      const { rows: keys } = await client.query<{ name: string; table: string; target: string; columns: string[] }>(`
        select c.conname as name, t.relname as table, o.relname as target, array(
          select a.attname::text from unnest(c.conkey) k(n) join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.n
          where a.attname <> 'tenant_id') as columns
        from pg_constraint c join pg_class t on t.oid = c.conrelid join pg_class o on o.oid = c.confrelid
        where c.contype = 'f' and c.connamespace = 'public'::regnamespace order by 2, 1`);
      expect(keys.length).toBeGreaterThan(100);
      const came: string[] = [];
      for (const { name, table, target, columns: own } of keys) {
        const [column = ''] = own;
        const set = async (id: string): Promise<string> => {
          await client.query('begin');
          try {
            await client.query(`update "${table}" set "${column}" = $1 where tenant_id = $2`, [id, A]);
            return 'done';
          } catch (fault) {
            return fault instanceof DatabaseError ? `${fault.code} ${fault.constraint}` : 'broken';
          } finally {
            await client.query('rollback');
          }
        };
        if (own.length !== 1)
          came.push(`${name} is of ${own.length} columns beside tenant_id: say here how it is tried`);
        const reached = await set(idOf(B, target));
        if (reached !== `23503 ${name}`) came.push(`${table}.${column} reaches the other municipality: ${reached}`);
        if ((await set(idOf(A, target))) !== 'done') came.push(`${table}.${column} does not reach its own`);
      }
      expect(came).toEqual([]);
    });
  });

  test("with the application's rights no row of one's own municipality can be added that points at the other's", async () => {
    const relations = columns.filter((one) => one.target !== null);
    expect(relations.length).toBeGreaterThan(100);
    await as('admin', async (client) => {
      const came: string[] = [];
      for (const { table, column, target } of relations) {
        const added = async (id: string): Promise<string> => {
          const { sql, values } = rowOf(table, A, { [column]: id });
          await client.query('begin');
          try {
            // The row that stands there is taken away, so that no unique key is in the way first.
            await client.query('set local session_replication_role = replica');
            await client.query(`delete from "${table}" where tenant_id = $1`, [A]);
            await client.query('set local session_replication_role = origin');
            await client.query(`set local role ${APP}`);
            await client.query(`select set_config('app.tenant_id', $1, true)`, [A]);
            await client.query(sql, values);
            return 'done';
          } catch (fault) {
            return fault instanceof DatabaseError ? String(fault.code) : 'broken';
          } finally {
            await client.query('rollback');
          }
        };
        const own = target === table ? 'done' : await added(idOf(A, target ?? ''));
        const reached = await added(idOf(B, target ?? ''));
        if (reached !== '23503' || own !== 'done') came.push(`${table}.${column}: ${reached}, its own: ${own}`);
      }
      expect(came).toEqual([]);
    });
  });

  test("the application's login takes on no other role, and gets round neither rules nor triggers nor keys", async () => {
    const { rows: roles } = await as('admin', (client) =>
      client.query<{ name: string }>('select rolname::text as name from pg_roles where rolname <> all($1)', [
        [APP, new URL(database.appUrl).username],
      ]),
    );
    expect(roles.map(({ name }) => name)).toEqual(expect.arrayContaining(['postgres', 'rod_traad_owner', DUE]));
    const login = new URL(database.appUrl).username;
    await as('app', async (client) => {
      const refused = async (sql: string): Promise<void> => {
        expect([sql, await attempt(client, A, sql)]).toEqual([sql, '42501']);
      };
      for (const { name } of roles) {
        await refused(`set local role "${name}"`);
        await refused(`set local session authorization "${name}"`);
      }
      await refused(`set local session_replication_role = replica`);
      await refused(`alter role "${login}" bypassrls`);
      await refused(`alter role "${login}" superuser`);
      await refused(`create role another`);
      await refused(`create function public.past() returns int language sql as 'select 1'`);
      await refused(`create table public.past (id int)`);
      for (const table of tables) {
        await refused(`alter table "${table}" disable trigger all`);
        await refused(`alter table "${table}" no force row level security`);
        await refused(`alter table "${table}" owner to "${login}"`);
        await refused(`alter policy own_municipality on "${table}" using (true)`);
        await refused(`drop policy own_municipality on "${table}"`);
        await refused(`create policy past on "${table}" using (true)`);
        await refused(
          `create trigger past before insert on "${table}" execute function suppress_redundant_updates_trigger()`,
        );
        await refused(`drop table "${table}"`);
        // Asked to look past the rules, the database refuses to look at all.
        await client.query('set row_security = off');
        await refused(`select 1 from "${table}"`);
        await client.query('set row_security = on');
      }
    });
  });

  test('who has something due is told across municipalities as ids, and to the application only', async () => {
    const sql = `select * from tenants_due($1, $1, 10)`;
    await as('app', async (client) => {
      const { rows, fields } = await client.query(sql, ['2026-01-06T08:00:00Z']);
      expect(fields.map(({ name }) => name)).toEqual(['tenant']);
      expect(rows.map(({ tenant }) => tenant).sort()).toEqual([A, B]);
    });
    const { rows } = await as('admin', (client) =>
      client.query(
        `select r.rolname as owner, p.prosecdef as definer, p.proconfig as settings, r.rolcanlogin, r.rolsuper, r.rolbypassrls, r.rolinherit and exists (
           select 1 from pg_roles m where m.rolname <> r.rolname and pg_has_role(r.rolname, m.oid, 'member')) as "takesOn",
           has_schema_privilege(r.rolname, 'public', 'create') as creates, array(
           select coalesce(g.rolname, 'PUBLIC')::text from aclexplode(p.proacl) x left join pg_roles g on g.oid = x.grantee where x.privilege_type = 'EXECUTE' order by 1) as callers
         from pg_proc p join pg_roles r on r.oid = p.proowner where p.proname = 'tenants_due'`,
      ),
    );
    const no = { rolcanlogin: false, rolsuper: false, rolbypassrls: false, takesOn: false, creates: false };
    expect(rows).toEqual([
      {
        owner: DUE,
        definer: true,
        settings: [expect.stringContaining('search_path=')],
        ...no,
        callers: [APP, DUE].sort(),
      },
    ]);
  });

  test("the role behind it can read those columns and nothing else, write nothing, and is nobody's login", async () => {
    await as('admin', async (client) => {
      const readable: string[] = [];
      for (const { table, column } of columns) {
        await client.query('begin');
        await client.query(`set local role ${DUE}`);
        const came = await client.query(`select "${column}" from "${table}"`).then(
          () => true,
          () => false,
        );
        await client.query('rollback');
        if (came) readable.push(`${table}.${column}`);
      }
      expect(readable.sort()).toEqual(DUE_COLUMNS);
      const { rows } = await client.query(
        `select table_name from information_schema.column_privileges where grantee = $1 and privilege_type <> 'SELECT'
         union select table_name from information_schema.role_table_grants where grantee = $1 and privilege_type <> 'SELECT'`,
        [DUE],
      );
      expect(rows).toEqual([]);
    });
  });

  test('the queue, outside the row rules, is a schema of its own that holds no column of ours', async () => {
    const { rows } = await as('admin', (client) =>
      client.query<{ name: string }>(
        `select distinct table_schema as name from information_schema.tables where table_schema not in ('pg_catalog', 'information_schema')`,
      ),
    );
    expect(rows.map(({ name }) => name).sort()).toEqual(['public', 'queue']);
  });

  describe('a login that gets past the rules is not opened', () => {
    const refusal = /gets past the row rules/;
    const scratch = `scratch_${randomUUID().slice(0, 8)}`;
    afterAll(() => as('admin', (client) => client.query(`drop role if exists ${scratch}`)));

    test("the owner's and the superuser's", async () => {
      await expect(openDatabase(database.ownerUrl)).rejects.toThrow(refusal);
      await expect(openDatabase(database.adminUrl)).rejects.toThrow(refusal);
    });

    test('one that bypasses them, and one that may take on a role that owns the tables', async () => {
      const url = new URL(database.appUrl);
      url.username = scratch;
      url.password = 'scratch';
      await as('admin', (client) => client.query(`create role ${scratch} login bypassrls password 'scratch'`));
      await expect(openDatabase(url.href)).rejects.toThrow(refusal);
      await as('admin', (client) =>
        client.query(`alter role ${scratch} nobypassrls noinherit; grant rod_traad_owner to ${scratch}`),
      );
      await expect(openDatabase(url.href)).rejects.toThrow(refusal);
      await as('admin', (client) => client.query(`revoke rod_traad_owner from ${scratch}`));
      await (await openDatabase(url.href)).$disconnect();
    });

    test("and the application's own is", async () => {
      const prisma = await openDatabase(database.appUrl, { connections: 1 });
      await expect(prisma.person.count()).rejects.toThrow();
      await prisma.$disconnect();
    });
  });
});

describe('a table that breaks the rules is found', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await freshDatabase();
  });
  afterAll(() => database.drop());

  test('one with a plain key, a plain relation, a unique key for all, or no municipality', async () => {
    const faults = await connected(database.adminUrl, async (client) => {
      await client.query(`
        create table scratch_plain (id uuid primary key, tenant_id uuid not null, email text unique);
        create table scratch_child (tenant_id uuid not null, id uuid, plain_id uuid references scratch_plain (id), primary key (tenant_id, id));
        create table scratch_bare (id uuid primary key);
        create table scratch_crossed (tenant_id uuid not null, id uuid not null, person_id uuid not null, primary key (tenant_id, id),
          foreign key (person_id, id) references person (tenant_id, id))`);
      return keyFaults(client);
    });
    expect(faults).toEqual([
      'scratch_bare: its key does not begin with tenant_id',
      'scratch_bare: no tenant_id',
      'scratch_bare: scratch_bare_pkey is unique across municipalities',
      'scratch_child: scratch_child_plain_id_fkey reaches scratch_plain without tenant_id',
      'scratch_crossed: scratch_crossed_person_id_id_fkey reaches person without tenant_id',
      'scratch_plain: its key does not begin with tenant_id',
      'scratch_plain: scratch_plain_email_key is unique across municipalities',
      'scratch_plain: scratch_plain_pkey is unique across municipalities',
    ]);
  });

  test('one without row security, not forced, or with a rule that lets everything through', async () => {
    const faults = await connected(database.adminUrl, async (client) => {
      await client.query(`
        drop table if exists scratch_child, scratch_plain, scratch_bare, scratch_crossed;
        create table scratch_open (tenant_id uuid not null, id uuid, primary key (tenant_id, id));
        alter table absence no force row level security;
        create policy everything on closure to rod_traad_app using (true);
        alter policy own_municipality on meeting with check (true)`);
      return ruleFaults(client);
    });
    expect(faults).toEqual([
      'absence: row security is not forced on its owner',
      expect.stringMatching(/^closure: PERMISSIVE everything ALL rod_traad_app using true/),
      expect.stringMatching(/^meeting: PERMISSIVE own_municipality ALL rod_traad_app using .* check true$/),
      'scratch_open: no rule',
      'scratch_open: row security is not forced on its owner',
      'scratch_open: row security is off',
    ]);
  });
});
