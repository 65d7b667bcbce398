import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';

import pg from 'pg';

import { startPostgres } from './postgres-server.ts';
import { isRunning } from './testing/is-running.ts';

const folders: string[] = [];

after(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

test('keeps what was written when it is stopped and started again', async () => {
  const folder = newFolder();
  const first = await start(folder);
  await query(first.url, 'CREATE TABLE kept AS SELECT 42 AS answer');
  await first.stop();
  const second = await start(folder);

  assert.deepEqual(await query(second.url, 'SELECT answer FROM kept'), [{ answer: 42 }]);
  await second.stop();
});

test('starts below a folder that only its owner may enter', async () => {
  const folder = newFolder();
  chmodSync(folder, 0o700);
  const server = await start(folder);

  assert.deepEqual(await query(server.url, 'SELECT 1 AS one'), [{ one: 1 }]);
  await server.stop();
});

test('asks for its password', async () => {
  const server = await start(newFolder());

  await assert.rejects(
    query(server.url.replace('right-password', 'wrong'), 'SELECT 1'),
    /password/,
  );
  await server.stop();
});

test('recovers after it was killed, also when its number now belongs to another process', async () => {
  const folder = newFolder();
  const first = await start(folder);
  await query(first.url, 'CREATE TABLE kept AS SELECT 42 AS answer');
  const pidFile = join(folder, 'postgres', 'postmaster.pid');
  const pidLines = readFileSync(pidFile, 'utf8').split('\n');
  process.kill(first.child.pid, 'SIGKILL');
  await first.child.exited;
  writeFileSync(pidFile, [String(process.pid), ...pidLines.slice(1)].join('\n'));
  const second = await start(folder);

  assert.deepEqual(await query(second.url, 'SELECT answer FROM kept'), [{ answer: 42 }]);
  await second.stop();
});

test('ends with the process that started it, even when that is killed', async () => {
  const folder = newFolder();
  const holder = hold(folder);
  const [line] = (await once(holder.stdout ?? holder, 'data')) as [Buffer];
  const server = Number(String(line));
  assert.ok(isRunning(server));
  holder.kill('SIGKILL');

  for (let tries = 0; tries < 100 && isRunning(server); tries++) await pause(50);
  assert.ok(!isRunning(server));
});

for (const [damage, spoil] of [
  ['PG_VERSION is missing', (data: string) => rmSync(join(data, 'PG_VERSION'))],
  ['PG_VERSION is not a version', (data: string) => writeFileSync(join(data, 'PG_VERSION'), '?')],
  ['pg_control', (data: string) => renameSync(join(data, 'global/pg_control'), join(data, 'lost'))],
] as const) {
  test(`says in a sentence that the data folder is damaged (${damage})`, async () => {
    const folder = newFolder();
    await (await start(folder)).stop();
    spoil(join(folder, 'postgres'));

    await assert.rejects(start(folder), (error: Error) => {
      assert.match(error.message, /^The data folder \S+ is damaged \(.*\); restore it .*\.$/);
      assert.ok(error.message.includes(damage), error.message);
      return true;
    });
  });
}

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'postgres-server-'));
  folders.push(folder);
  return folder;
}

function start(folder: string) {
  return startPostgres({
    pgData: join(folder, 'postgres'),
    logFile: join(folder, 'postgres.log'),
    password: 'right-password',
    database: 'shop',
  });
}

/** A process that starts a server, prints its number and never ends by itself. */
function hold(folder: string): ChildProcess {
  const module = new URL('./postgres-server.ts', import.meta.url).href;
  const options = JSON.stringify({
    pgData: join(folder, 'postgres'),
    logFile: join(folder, 'postgres.log'),
    password: 'right-password',
    database: 'shop',
  });
  const code = `
    const { startPostgres } = await import('${module}');
    const { child } = await startPostgres(${options});
    console.log(child.pid);
    setInterval(() => undefined, 1000);`;
  return spawn(process.execPath, ['--input-type=module', '--eval', code], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query(sql)).rows as unknown[];
  } finally {
    await client.end();
  }
}
