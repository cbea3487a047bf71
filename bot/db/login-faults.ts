import type { PrismaClient } from '../../prisma/generated/client';

type Login = {
  readonly name: string;
  /** Roles that it is or may take on, and that get past the row rules. */
  readonly past: readonly string[];
  readonly owned: number;
  readonly zone: string;
};

/**
 * What is wrong with the login of a live connection, each with what to do; none when the house may run on it.
 *
 * What a role that it may take on can do, it can do too. `createrole` counts, since before PostgreSQL 16 it may grant itself
 * the tables' owner; `replication` and the server's own files and programs reach the rows beneath every rule.
 */
export async function loginFaults(prisma: PrismaClient): Promise<string[]> {
  const [login] = await prisma.$queryRaw<Login[]>`
    select current_user::text as name,
      array(select concat_ws(' ', r.rolname, case
          when r.rolsuper then '(superuser)' when r.rolbypassrls then '(BYPASSRLS)' when r.rolreplication then '(REPLICATION)'
          when r.rolcreaterole then '(CREATEROLE)' else '(files and programs of the server)' end)
        from pg_roles r
        where (r.rolsuper or r.rolbypassrls or r.rolcreaterole or r.rolreplication
            or r.rolname in ('pg_read_server_files', 'pg_write_server_files', 'pg_execute_server_program'))
          and pg_has_role(current_user, r.oid, 'member') and (not own.super or r.rolname = current_user)
        order by 1) as past,
      (select count(*)::int from pg_tables t
        where t.schemaname = 'public' and not own.super and pg_has_role(current_user, t.tableowner, 'member')) as owned,
      current_setting('TimeZone') as zone
    from (select rolsuper as super from pg_roles where rolname = current_user) own`;
  if (!login) return ['DATABASE_URL: its login is not among the roles of the server. Use one that is.'];
  const problems: string[] = [];
  const why = [...login.past, ...(login.owned > 0 ? [`owner of ${login.owned} tables`] : [])];
  if (why.length > 0)
    problems.push(
      `DATABASE_URL: the login ${login.name} gets past the row rules that keep municipalities apart, by itself or by a role it may take on: ${why.join(', ')}. Use a plain login that owns nothing: create role rod_traad_login login password '...'`,
    );
  if (!UTC.has(login.zone))
    problems.push(
      `DATABASE_URL: sessions of ${login.name} run in the time zone ${login.zone}, and have to run in UTC: points in time would be read wrongly. Once, as its owner or a superuser: alter role ${login.name} set timezone to 'UTC'`,
    );
  return problems;
}

/** PostgreSQL's names of the one zone in which the adapter reads points in time as they are: it drops the offset. */
const UTC = new Set(['UTC', 'Etc/UTC', 'GMT', 'Etc/GMT']);
