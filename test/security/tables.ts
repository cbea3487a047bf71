import { Client } from 'pg';
import type { Town } from '../support/town';

/** Works with one connection of its own. */
export async function connected<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** The house's own tables; the ledger of migrations is not one. */
export async function tableNames(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'public' and tablename <> '_prisma_migrations' order by 1`,
  );
  return rows.map(({ name }) => name);
}

/** Every row of every table as PostgreSQL writes it, in one order; bytes stand there as hexadecimal digits. */
export async function dump(adminUrl: string, except: readonly string[] = []): Promise<Record<string, string[]>> {
  return connected(adminUrl, async (client) => {
    const found: Record<string, string[]> = {};
    for (const name of (await tableNames(client)).filter((one) => !except.includes(one))) {
      const { rows } = await client.query<{ row: string }>(`select one::text as row from "${name}" one order by 1`);
      found[name] = rows.map(({ row }) => row);
    }
    return found;
  });
}

/** Where a text stands in the database, every schema but PostgreSQL's own: in clear letters, or in bytes that anybody can read. */
export async function whereInDatabase(adminUrl: string, texts: readonly string[]): Promise<string[]> {
  return connected(adminUrl, async (client) => {
    const tables = await client.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables
       where schemaname not in ('pg_catalog', 'information_schema') order by 1`,
    );
    const found: string[] = [];
    for (const { name } of tables.rows) {
      const { rows } = await client.query<{ row: string }>(`select one::text as row from ${name} one`);
      const whole = rows.map(({ row }) => row.toLocaleLowerCase('da')).join('\n');
      for (const text of texts) if (formsOf(text).some((form) => whole.includes(form))) found.push(`${name}: ${text}`);
    }
    return found;
  });
}

/** A text as it could lie in a row's text: as it is or as JSON, each as PostgreSQL quotes it, and as bytes that anybody can read. */
function formsOf(text: string): string[] {
  const quoted = (value: string) => value.replaceAll('\\', '\\\\').replaceAll('"', '""');
  const bytes = Buffer.from(text, 'utf8');
  const json = JSON.stringify(text).slice(1, -1);
  const base64 = bytes.subarray(0, bytes.length - (bytes.length % 3)).toString('base64');
  const forms = [
    text,
    quoted(text),
    json,
    quoted(json),
    bytes.toString('hex'),
    ...(base64.length >= 8 ? [base64] : []),
  ];
  return forms.map((form) => form.toLocaleLowerCase('da'));
}

/** Every sealed text of the database that is one, opened: the documents themselves are bytes, and left out. */
export async function openedTexts({
  database,
  house,
}: Pick<Town, 'database' | 'house'>): Promise<{ place: string; text: string }[]> {
  return connected(database.adminUrl, async (client) => {
    const { rows: columns } = await client.query<{ table: string; column: string }>(
      `select table_name as table, column_name as column from information_schema.columns
       where table_schema = 'public' and column_name like '%\\_sealed' and column_name <> 'document_sealed' order by 1, 2`,
    );
    const found: { place: string; text: string }[] = [];
    for (const { table, column } of columns) {
      const { rows } = await client.query<{ tenantId: string; rowId: string; sealed: Buffer }>(
        `select tenant_id as "tenantId", id as "rowId", "${column}" as sealed from public."${table}" where "${column}" is not null`,
      );
      for (const { tenantId, rowId, sealed } of rows)
        found.push({
          place: `${table}.${column}`,
          text: house.sealer.open({ tenantId, table, column, rowId }, sealed),
        });
    }
    return found;
  });
}
