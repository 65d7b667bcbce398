import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, test as base } from '@playwright/test';

import { demoLogins } from '../../tools/launcher/demo-logins.ts';
import { freePort } from '../../tools/launcher/free-port.ts';
import { newPassword, startPostgres } from '../../tools/launcher/postgres-server.ts';
import { LaunchedShop } from '../harness/launched-shop.ts';
import { copySeededShop } from '../harness/seeded-shop.ts';

interface Fixtures {
  readonly dataDir: string;
  readonly port: number;
  /** Starts a shop that is gone after the test, whatever happens. */
  readonly launch: (env?: Readonly<Record<string, string>>) => LaunchedShop;
}

const test = base.extend<Fixtures>({
  dataDir: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'cartwright-start-'));
    copySeededShop(folder);
    await use(folder);
    rmSync(folder, { recursive: true, force: true });
  },
  port: async ({}, use) => use(await freePort()),
  launch: async ({ dataDir, port }, use) => {
    const launched: LaunchedShop[] = [];
    await use((env = {}) => {
      const shop = new LaunchedShop({ PORT: String(port), DATA_DIR: dataDir, ...env });
      launched.push(shop);
      return shop;
    });
    for (const shop of launched) await shop.clear();
  },
});

test.describe.configure({ timeout: 120_000 });

test('npm start serves everything behind one address, and again within 15 seconds', async ({
  launch,
  port,
}) => {
  const first = launch();
  const url = await first.ready();

  expect(url).toBe(`http://localhost:${port}`);
  expect(first.stdout).toContain(`${demoLogins.staff.email} / ${demoLogins.staff.password}`);
  expect(first.stdout).toContain(`${demoLogins.customer.email} / ${demoLogins.customer.password}`);
  for (const path of ['/', '/admin/', '/livez', '/readyz']) {
    expect((await fetch(`${url}${path}`)).status, path).toBe(200);
  }
  const ready = (await (await fetch(`${url}/readyz`)).json()) as { checks: object };
  expect(Object.keys(ready.checks)).toContain('database');
  expect(first.stderr).toBe('');

  const asked = performance.now();
  first.signal('SIGTERM');
  expect(await first.ended()).toBe(0);
  expect(performance.now() - asked).toBeLessThan(10_000);
  expect(first.processes).toEqual([]);

  const began = performance.now();
  const second = launch();
  await second.ready();
  expect(performance.now() - began).toBeLessThan(15_000);
});

test('npm start leaves no orphan when it is killed', async ({ launch }) => {
  const shop = launch();
  await shop.ready();
  process.kill(shop.launcher, 'SIGKILL');

  await expect.poll(() => shop.processes, { timeout: 10_000 }).toEqual([]);
});

test('npm start recovers after everything was killed at once', async ({ launch }) => {
  const first = launch();
  await first.ready();
  for (const pid of first.processes) process.kill(pid, 'SIGKILL');
  await first.ended();
  const second = launch();

  expect((await fetch(`${await second.ready()}/readyz`)).status).toBe(200);
});

test('npm start stops everything when one of its processes dies', async ({ launch }) => {
  const shop = launch();
  await shop.ready();
  const [api] = shop.processes.filter((pid) => pid !== shop.launcher).slice(-1);
  process.kill(api ?? 0, 'SIGKILL');

  expect(await shop.ended()).toBe(1);
  expect(shop.stderr.trim().split('\n')).toEqual([expect.stringMatching(/stopped unexpectedly/)]);
  expect(shop.processes).toEqual([]);
});

test('npm start says that a port is taken', async ({ launch, port }) => {
  const squatter = createServer().listen(port, '127.0.0.1');
  await once(squatter, 'listening');
  const shop = launch();

  expect(await shop.ended()).toBe(1);
  expect(shop.stderr).toBe(`Port ${port} is taken; set PORT to another one.\n`);
  expect(shop.processes).toEqual([]);
  squatter.close();
});

test('npm start says that a database or a Redis cannot be reached', async ({ launch }) => {
  const nobody = await freePort();
  const withoutDatabase = launch({
    DATABASE_URL: `postgres://shop:hidden-password@127.0.0.1:${nobody}/shop`,
  });
  expect(await withoutDatabase.ended()).toBe(1);
  expect(withoutDatabase.stderr).toMatch(/^DATABASE_URL is not reachable: .*ECONNREFUSED.*\n$/);
  expect(withoutDatabase.stderr).not.toContain('hidden-password');

  const withoutRedis = launch({ REDIS_URL: `redis://127.0.0.1:${nobody}` });
  expect(await withoutRedis.ended()).toBe(1);
  expect(withoutRedis.stderr).toMatch(/^REDIS_URL is not reachable: .*\n$/);
  expect([...withoutDatabase.processes, ...withoutRedis.processes]).toEqual([]);
});

test('npm start with a database of its own makes no demo shop and wants a secret of its own', async ({
  launch,
  dataDir,
}) => {
  const postgres = await startPostgres({
    pgData: join(dataDir, 'elsewhere'),
    logFile: join(dataDir, 'elsewhere.log'),
    password: newPassword(),
    database: 'shop',
    throwaway: true,
  });
  const withoutSecret = launch({ DATABASE_URL: postgres.url });
  expect(await withoutSecret.ended()).toBe(1);
  expect(withoutSecret.stderr).toMatch(/^With DATABASE_URL the secret JWT_SECRET must be set.*\n$/);

  const withDefault = launch({ DATABASE_URL: postgres.url, JWT_SECRET: 'changeme' });
  expect(await withDefault.ended()).toBe(1);
  expect(withDefault.stderr).toMatch(/^JWT_SECRET is too short or a known default.*\n$/);

  const shop = launch({ DATABASE_URL: postgres.url, JWT_SECRET: newPassword() });
  const url = await shop.ready();
  expect(shop.stdout).not.toContain(demoLogins.staff.email);
  const answer = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ products(first: 1) { nodes { id } } }' }),
  });
  expect(await answer.json()).toMatchObject({ data: { products: { nodes: [] } } });
  shop.signal('SIGTERM');
  expect(await shop.ended()).toBe(0);
  await postgres.stop();
});

test('npm start says that its data folder is damaged', async ({ launch, dataDir }) => {
  const first = launch();
  await first.ready();
  first.signal('SIGINT');
  expect(await first.ended()).toBe(0);
  writeFileSync(join(dataDir, 'postgres', 'PG_VERSION'), '');
  const second = launch();

  expect(await second.ended()).toBe(1);
  expect(second.stderr).toMatch(/^The data folder \S+ is damaged \(.*\).*\.\n$/);
  expect(second.processes).toEqual([]);
});
