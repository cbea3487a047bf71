import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils';
import { Pool } from 'pg';

/** Prisma's own schema engine, in the form that npm carries (WebAssembly): no binary, no network. */
type SchemaEngine = {
  applyMigrations(input: {
    migrationsList: MigrationList;
    filters: Filters;
  }): Promise<{ appliedMigrationNames: string[] }>;
  diff(input: DiffInput): Promise<{ exitCode: number; stdout?: string | null }>;
  free(): void;
};
type SchemaFiles = { files: { path: string; content: string }[] };
type DiffInput = {
  from: { tag: 'migrations' } & MigrationList;
  to: { tag: 'schemaDatamodel' } & SchemaFiles;
  script: boolean;
  exitCode: boolean;
  shadowDatabaseUrl: null;
  filters: Filters;
};
type Filters = { externalTables: string[]; externalEnums: string[] };
type MigrationList = {
  baseDir: string;
  lockfile: { path: string; content: string | null };
  shadowDbInitScript: string;
  migrationDirectories: { path: string; migrationFile: { path: string; content: { tag: 'ok'; value: string } } }[];
};
type EngineModule = {
  __wbg_set_wasm(exports: WebAssembly.Exports): void;
  SchemaEngine: {
    new: (
      options: { datamodels: [string, string][] },
      log: (line: string) => void,
      adapter: object,
    ) => Promise<SchemaEngine>;
  };
};

const PRISMA = path.resolve(__dirname, '..', '..', 'prisma');
const SCHEMA = path.join(PRISMA, 'schema.prisma');
export const MIGRATIONS = path.join(PRISMA, 'migrations');
const NO_FILTERS: Filters = { externalTables: [], externalEnums: [] };
/** PostgreSQL's one-byte "char", which adapter-pg 7.10 does not know and the engine's look at a schema needs. */
const CHAR_OID = 18;
const BPCHAR_OID = 1042;
/** A name that no column of the catalogue bears; it marks a "char" column between the pool and the adapter. */
const CHAR_MARK = '\u0000char:';

/**
 * Applies the migrations that a database lacks, as `prisma migrate deploy` does and in the same ledger.
 * Safe when several processes start at once: the engine holds an advisory lock on the one connection.
 * @returns the names of the migrations applied now
 */
export async function applyMigrations(ownerUrl: string): Promise<string[]> {
  return withEngine(ownerUrl, async (engine) => {
    const done = await engine.applyMigrations({ migrationsList: listMigrations(), filters: NO_FILTERS });
    return done.appliedMigrationNames;
  });
}

/**
 * Compares the migrations, played on an empty scratch database, with schema.prisma.
 * @returns the SQL that is missing, or undefined when they agree
 */
export async function missingSql(scratchUrl: string): Promise<string | undefined> {
  return withEngine(scratchUrl, async (engine) => {
    const answer = await engine.diff({
      from: { tag: 'migrations', ...listMigrations() },
      to: { tag: 'schemaDatamodel', files: [{ path: SCHEMA, content: readFileSync(SCHEMA, 'utf8') }] },
      script: true,
      exitCode: true,
      shadowDatabaseUrl: null,
      filters: NO_FILTERS,
    });
    return answer.exitCode === 0 ? undefined : (answer.stdout ?? '');
  });
}

async function withEngine<T>(url: string, work: (engine: SchemaEngine) => Promise<T>): Promise<T> {
  const module = await loadEngine();
  // One connection: the engine's advisory lock lives in a session, and ending the pool gives it back.
  const pool = new Pool({ connectionString: url, max: 1 });
  mapCharColumns(pool);
  const adapter = bindMigrationAwareSqlAdapterFactory(wholeScripts(new PrismaPg(pool), pool));
  const engine = await module.SchemaEngine.new(
    { datamodels: [[SCHEMA, readFileSync(SCHEMA, 'utf8')]] },
    () => undefined,
    adapter,
  );
  try {
    return await work(engine);
  } finally {
    engine.free();
    await pool.end();
  }
}

let loaded: EngineModule | undefined;
async function loadEngine(): Promise<EngineModule> {
  if (loaded) return loaded;
  const file = require.resolve('@prisma/schema-engine-wasm/schema_engine_bg');
  const module: EngineModule = await import('@prisma/schema-engine-wasm/schema_engine_bg' as string);
  const compiled = new WebAssembly.Module(readFileSync(path.join(path.dirname(file), 'schema_engine_bg.wasm')));
  const instance = new WebAssembly.Instance(compiled, {
    './schema_engine_bg.js': module as unknown as WebAssembly.ModuleImports,
  });
  module.__wbg_set_wasm(instance.exports);
  const begin = instance.exports.__wbindgen_start;
  if (typeof begin === 'function') begin();
  loaded = module;
  return module;
}

/** The migrations of the folder, oldest first. */
export function migrationNames(): string[] {
  if (!existsSync(MIGRATIONS)) return [];
  return readdirSync(MIGRATIONS, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

function listMigrations(): MigrationList {
  const lock = path.join(MIGRATIONS, 'migration_lock.toml');
  const folders = migrationNames();
  return {
    baseDir: MIGRATIONS,
    lockfile: { path: 'migration_lock.toml', content: existsSync(lock) ? readFileSync(lock, 'utf8') : null },
    shadowDbInitScript: '',
    migrationDirectories: folders.map((folder) => ({
      path: folder,
      migrationFile: {
        path: 'migration.sql',
        content: { tag: 'ok', value: readFileSync(path.join(MIGRATIONS, folder, 'migration.sql'), 'utf8') },
      },
    })),
  };
}

/**
 * adapter-pg 7.10 cuts a script at every `;`, which breaks functions and leaves half a failed migration behind.
 * Sent whole, as one simple query, a script is one implicit transaction.
 */
function wholeScripts(factory: PrismaPg, pool: Pool): SqlMigrationAwareDriverAdapterFactory {
  const connect = factory.connect.bind(factory);
  const whole = async () => {
    const adapter = await connect();
    adapter.executeScript = async (script: string) => {
      await pool.query(script);
    };
    const queryRaw = adapter.queryRaw.bind(adapter);
    adapter.queryRaw = async (query) => {
      const found = await queryRaw(query);
      found.columnNames.forEach((name, at) => {
        if (!name.startsWith(CHAR_MARK)) return;
        found.columnNames[at] = name.slice(CHAR_MARK.length);
        found.columnTypes[at] = ColumnTypeEnum.Character;
      });
      return found;
    };
    return adapter;
  };
  // The scratch database is itself the shadow: nothing else ever stands in it.
  return { provider: factory.provider, adapterName: factory.adapterName, connect: whole, connectToShadowDb: whole };
}

/** Marks "char" columns in the answers of this one pool, for the adapter above to name their type. */
function mapCharColumns(pool: Pool): void {
  type Answer = { fields?: { dataTypeID: number; name: string }[] };
  const mendOne = (answer: Answer | undefined) => {
    for (const field of answer?.fields ?? []) {
      if (field.dataTypeID === CHAR_OID) Object.assign(field, { dataTypeID: BPCHAR_OID, name: CHAR_MARK + field.name });
    }
  };
  const mend = <T extends Answer | Answer[] | undefined>(answer: T): T => {
    for (const one of Array.isArray(answer) ? answer : [answer]) mendOne(one);
    return answer;
  };
  type Callback = (fault: Error | null, answer?: Answer) => void;
  pool.on('connect', (client) => {
    const original = client.query.bind(client) as (...given: unknown[]) => unknown;
    const wrapped = (...given: unknown[]) => {
      const last = given.at(-1);
      if (typeof last === 'function') {
        const callback = last as Callback;
        return original(...given.slice(0, -1), (fault: Error | null, answer?: Answer) => callback(fault, mend(answer)));
      }
      const answer = original(...given);
      return answer instanceof Promise ? answer.then(mend) : answer;
    };
    Object.assign(client, { query: wrapped });
  });
}
