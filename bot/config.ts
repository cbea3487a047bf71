import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseDocument } from 'yaml';
import { z } from 'zod/v4';
import { type RecordStoreLogin, readRecordStores } from './learning/xapi/store-logins';
import { KEY_BYTES } from './privacy/seal';

export type MunicipalityConfig = {
  readonly tenantId: string;
  /** Empty in development mode. */
  readonly botId: string;
  readonly botSecret: string;
  /** Folder of house.yaml and ladders.yaml. */
  readonly policy: string;
  /** Data keys by version; undefined in development mode, where one is made in the data folder. */
  readonly dataKeys: ReadonlyMap<number, Uint8Array> | undefined;
  /** Login of the learning record store that the policy names; undefined where none is given. */
  readonly recordStore: RecordStoreLogin | undefined;
};

export type Config = {
  readonly port: number;
  readonly host: string;
  /** Where `/metrics` is served, by a server of its own; undefined: nowhere. */
  readonly metrics: { readonly port: number; readonly host: string } | undefined;
  readonly dataDir: string;
  /** Undefined: the embedded database in the data folder. */
  readonly database: { readonly appUrl: string; readonly ownerUrl: string } | undefined;
  /** No tokens are asked, on loopback only. */
  readonly development: boolean;
  readonly municipalities: readonly MunicipalityConfig[];
  readonly smtpUrl: string | undefined;
  readonly mailFrom: string;
  /** Development mode only: the folder that an empty house is imported from. */
  readonly demoFolder: string | undefined;
  readonly logLevel: string;
};

/** All that is wrong with the environment, at once. */
export class ConfigFault extends Error {
  constructor(readonly problems: readonly string[]) {
    super(`Rød Tråd cannot start:\n${problems.map((problem) => `- ${problem}`).join('\n')}`);
    this.name = 'ConfigFault';
  }
}

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost']);
const LOG_LEVELS = new Set(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']);
/** The one municipality of development mode. */
export const DEVELOPMENT_TENANT = 'd0000000-0000-4000-8000-000000000001';
export const DEFAULT_POLICY = path.resolve(__dirname, '..', 'content', 'policy');

const uuid = z.uuid();
const fileSchema = z.array(
  z.strictObject({
    tenantId: uuid,
    botId: uuid,
    /** The secret itself, or the name of the variable that holds it. */
    secret: z.string().min(1).optional(),
    secretEnv: z.string().min(1).optional(),
    policy: z.string().optional(),
  }),
);

/**
 * Reads the environment once.
 * @param zone IANA name of the zone that this process runs in; undefined where the runtime does not know it
 * @throws ConfigFault with every problem listed
 */
export function readConfig(
  env: Readonly<Record<string, string | undefined>> = process.env,
  zone: string | undefined = Intl.DateTimeFormat().resolvedOptions().timeZone,
): Config {
  const problems: string[] = [];
  const port = readPort('PORT', env.PORT ?? '3978', problems);
  const host = env.HOST ?? '127.0.0.1';
  const metrics = readMetrics(env, port, problems);
  const dataDir = path.resolve(env.DATA_DIR ?? '.data');
  const database = readDatabase(env, problems);
  const keys = readKeys(env, problems);
  const stores = readRecordStores(env, problems);
  const given = readMunicipalities(env, { keys, stores }, problems);
  const development = given.length === 0;
  const here = new Set(development ? [DEVELOPMENT_TENANT] : given.map((one) => one.tenantId));
  for (const tenantId of stores.keys())
    if (!here.has(tenantId)) problems.push(`RECORD_STORE_KEYS names ${tenantId}, which is no municipality here`);
  if (development && !LOOPBACK.has(host)) {
    problems.push(
      `HOST is ${host}, and without BOT_ID or MUNICIPALITIES no tokens are asked: that is allowed on loopback only. Set them, or leave HOST out.`,
    );
  }
  if (development) checkPolicy(env.POLICY ?? DEFAULT_POLICY, problems);
  // In development mode the process sets its own zone: a laptop's is anything.
  else if (zone !== 'UTC')
    problems.push(
      `TZ: this process runs in the time zone ${zone ?? env.TZ ?? 'unknown'}, and has to run in UTC, so that logs and days mean the same on every machine. Start it with TZ=UTC; people are shown the municipality's own time (zone in house.yaml).`,
    );
  const logLevel = env.LOG_LEVEL ?? 'info';
  if (!LOG_LEVELS.has(logLevel)) problems.push(`LOG_LEVEL is one of ${[...LOG_LEVELS].join(', ')}, not "${logLevel}"`);
  if (env.SMTP_URL !== undefined && !/^smtps?:\/\//.test(env.SMTP_URL))
    problems.push('SMTP_URL begins with smtp:// or smtps://');
  if (problems.length > 0) throw new ConfigFault(problems);
  const single = {
    tenantId: DEVELOPMENT_TENANT,
    botId: '',
    botSecret: '',
    policy: env.POLICY ?? DEFAULT_POLICY,
    dataKeys: undefined,
    recordStore: stores.get(DEVELOPMENT_TENANT),
  };
  return {
    port,
    host,
    metrics,
    dataDir,
    database,
    development,
    municipalities: development ? [single] : given,
    smtpUrl: env.SMTP_URL,
    mailFrom: env.MAIL_FROM ?? 'Rød Tråd <noreply@localhost>',
    demoFolder: development ? env.DEMO_FOLDER : undefined,
    logLevel,
  };
}

function readPort(name: string, given: string, problems: string[]): number {
  const port = Number(given);
  if (given.trim() === '' || !Number.isInteger(port) || port < 0 || port > 65_535)
    problems.push(`${name} is a number from 0 to 65535, not "${given}"`);
  return port;
}

/** On a port of their own, so that whatever stands before the bot's port can never show them to everybody. */
function readMetrics(
  env: Readonly<Record<string, string | undefined>>,
  botPort: number,
  problems: string[],
): Config['metrics'] {
  if (env.METRICS_PORT === undefined) {
    if (env.METRICS_HOST !== undefined) problems.push('METRICS_HOST says where METRICS_PORT is served: set that too');
    return undefined;
  }
  const port = readPort('METRICS_PORT', env.METRICS_PORT, problems);
  if (port === botPort && port !== 0) problems.push('METRICS_PORT is PORT: metrics are served on a port of their own');
  return { port, host: env.METRICS_HOST ?? '127.0.0.1' };
}

function readDatabase(env: Readonly<Record<string, string | undefined>>, problems: string[]): Config['database'] {
  const { DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl } = env;
  if (appUrl === undefined && ownerUrl === undefined) return undefined;
  if (appUrl === undefined || ownerUrl === undefined) {
    problems.push(
      'DATABASE_URL and DATABASE_OWNER_URL go together: one login for the application, one that owns the tables',
    );
    return undefined;
  }
  for (const [name, url] of [
    ['DATABASE_URL', appUrl],
    ['DATABASE_OWNER_URL', ownerUrl],
  ] as const) {
    if (!/^postgres(?:ql)?:\/\//.test(url) || !URL.canParse(url))
      problems.push(`${name} is an address that begins with postgresql://`);
  }
  if (loginOf(appUrl) === loginOf(ownerUrl))
    problems.push('DATABASE_URL and DATABASE_OWNER_URL are the same login; the application must not own the tables');
  return { appUrl, ownerUrl };
}

/** Whose login an address is: the rest of it may be written in many ways. */
function loginOf(url: string): string {
  return URL.canParse(url) ? new URL(url).username : url;
}

type Keys = ReadonlyMap<string, ReadonlyMap<number, Uint8Array>>;

/** DATA_KEYS: `<tenant id>=<version>:<base64 of 32 bytes>`, separated by commas. */
function readKeys(env: Readonly<Record<string, string | undefined>>, problems: string[]): Keys {
  const found = new Map<string, Map<number, Uint8Array>>();
  for (const [at, part] of (env.DATA_KEYS ?? '')
    .split(',')
    .filter((one) => one.trim() !== '')
    .entries()) {
    const match = /^\s*([0-9a-f-]{36})=(\d{1,3}):([A-Za-z0-9+/_-]+=*)\s*$/i.exec(part);
    const bytes = Buffer.from(match?.[3] ?? '', 'base64');
    const version = Number(match?.[2]);
    if (!match?.[1] || bytes.length !== KEY_BYTES || version < 1 || version > 255) {
      problems.push(`DATA_KEYS, entry ${at + 1}: write <tenant id>=<version 1 to 255>:<base64 of ${KEY_BYTES} bytes>`);
      continue;
    }
    const tenantId = match[1].toLowerCase();
    found.set(tenantId, (found.get(tenantId) ?? new Map()).set(version, new Uint8Array(bytes)));
  }
  return found;
}

type Secrets = { readonly keys: Keys; readonly stores: ReadonlyMap<string, RecordStoreLogin> };

function readMunicipalities(
  env: Readonly<Record<string, string | undefined>>,
  secrets: Secrets,
  problems: string[],
): MunicipalityConfig[] {
  const one = [env.BOT_ID, env.BOT_TENANT_ID, env.BOT_SECRET];
  const some = one.some((value) => value !== undefined);
  if (env.MUNICIPALITIES !== undefined) {
    if (some)
      problems.push(
        'MUNICIPALITIES and BOT_ID, BOT_TENANT_ID, BOT_SECRET exclude each other: put the single one into the file',
      );
    return readFile(env.MUNICIPALITIES, env, secrets, problems);
  }
  if (!some) return [];
  const [botId, tenantId, botSecret] = one;
  if (botId === undefined || tenantId === undefined || botSecret === undefined) {
    problems.push('BOT_ID, BOT_TENANT_ID and BOT_SECRET go together');
    return [];
  }
  if (!uuid.safeParse(botId).success) problems.push('BOT_ID is the application (client) id of the bot, a uuid');
  if (!uuid.safeParse(tenantId).success) problems.push('BOT_TENANT_ID is the Entra tenant id, a uuid');
  const policy = env.POLICY ?? DEFAULT_POLICY;
  return [withKeys({ tenantId: tenantId.toLowerCase(), botId, botSecret, policy }, secrets, problems)];
}

function readFile(
  file: string,
  env: Readonly<Record<string, string | undefined>>,
  secrets: Secrets,
  problems: string[],
): MunicipalityConfig[] {
  if (!existsSync(file)) {
    problems.push(`MUNICIPALITIES: there is no file ${file}`);
    return [];
  }
  const document = parseDocument(readFileSync(file, 'utf8'));
  if (document.errors.length > 0) {
    // The message quotes the line, which may hold a secret: the place alone is told.
    const lines = document.errors.map((fault) => fault.linePos?.[0].line).filter((line) => line !== undefined);
    problems.push(`${file}: ${lines.length > 0 ? `line ${lines.join(', ')}: ` : ''}this is neither JSON nor YAML`);
    return [];
  }
  const parsed = fileSchema.safeParse(document.toJS());
  if (!parsed.success) {
    for (const issue of parsed.error.issues)
      problems.push(`${file}: ${issue.path.join('.') || 'the whole file'}: ${issue.message}`);
    return [];
  }
  const seen = new Set<string>();
  return parsed.data.map((entry, at) => {
    const botSecret = entry.secret ?? (entry.secretEnv === undefined ? undefined : env[entry.secretEnv]);
    if (botSecret === undefined)
      problems.push(`${file}: ${at}: give secret, or secretEnv with the name of a variable that is set`);
    for (const id of [entry.tenantId.toLowerCase(), entry.botId.toLowerCase()]) {
      if (seen.has(id)) problems.push(`${file}: ${at}: ${id} stands there twice`);
      seen.add(id);
    }
    const policy = entry.policy === undefined ? DEFAULT_POLICY : path.resolve(path.dirname(file), entry.policy);
    return withKeys(
      { tenantId: entry.tenantId.toLowerCase(), botId: entry.botId, botSecret: botSecret ?? '', policy },
      secrets,
      problems,
    );
  });
}

function withKeys(
  made: Omit<MunicipalityConfig, 'dataKeys' | 'recordStore'>,
  { keys, stores }: Secrets,
  problems: string[],
): MunicipalityConfig {
  const dataKeys = keys.get(made.tenantId);
  if (!dataKeys)
    problems.push(`DATA_KEYS has no key for municipality ${made.tenantId}; make one with: openssl rand -base64 32`);
  checkPolicy(made.policy, problems);
  return { ...made, dataKeys, recordStore: stores.get(made.tenantId) };
}

function checkPolicy(folder: string, problems: string[]): void {
  const missing = ['house.yaml', 'ladders.yaml', 'milestones.yaml'].filter(
    (name) => !existsSync(path.join(folder, name)),
  );
  for (const name of missing) problems.push(`POLICY: there is no ${name} in ${folder}`);
}
