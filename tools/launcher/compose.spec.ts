import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

import { parse } from 'yaml';

import { directivesOf, parseNginx } from './nginx-syntax.ts';

interface Service {
  readonly image?: string;
  readonly build?: { readonly dockerfile: string; readonly target: string };
  readonly environment?: Readonly<Record<string, string>>;
  readonly healthcheck?: { readonly test: readonly string[] };
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly command?: readonly string[];
}

const root = new URL('../../', import.meta.url);
const text = readFileSync(new URL('docker-compose.yml', root), 'utf8');
const compose = parse(text, { merge: true }) as {
  readonly services: Readonly<Record<string, Service>>;
};
const services = Object.entries(compose.services);

test('docker-compose.yml runs every process of the shop', () => {
  assert.deepEqual(Object.keys(compose.services).toSorted(), [
    ...['api-1', 'api-2', 'migrate', 'nginx', 'postgres', 'redis', 'storefront', 'worker'],
  ]);
});

test('every service that stays up has a health check', () => {
  const without = services
    .filter(([name, { healthcheck }]) => name !== 'migrate' && !healthcheck)
    .map(([name]) => name);

  assert.deepEqual(without, []);
});

test('nothing waits for a service that does not exist or cannot become healthy', () => {
  for (const [name, { depends_on: waitsFor = {} }] of services) {
    for (const [other, { condition }] of Object.entries(waitsFor)) {
      const target = compose.services[other];
      assert.ok(target, `${name} waits for ${other}, which is a service`);
      assert.equal(
        condition,
        target.healthcheck ? 'service_healthy' : 'service_completed_successfully',
      );
    }
  }
});

test('docker-compose.yml holds no secret: each comes from outside and is required', () => {
  const secrets = services.flatMap(([, { environment = {} }]) =>
    Object.entries(environment).filter(([name]) => /SECRET|PASSWORD|TOKEN|DATABASE_URL/.test(name)),
  );

  assert.ok(secrets.length > 0);
  for (const [name, value] of secrets) assert.match(value, /\$\{\w+:\?/, name);
  assert.doesNotMatch(text, /:\/\/\w+:[^$@\s]+@/, 'no address carries a password');
});

test('both API processes know that they are two and share one Redis', () => {
  for (const name of ['api-1', 'api-2', 'worker']) {
    const environment = compose.services[name]?.environment ?? {};
    assert.equal(environment['API_PROCESSES'], '2');
    assert.equal(environment['REDIS_URL'], 'redis://redis:6379');
  }
});

test('nginx.conf speaks to services of docker-compose.yml on their ports', () => {
  const http = directivesOf(parseNginx(readFileSync(new URL('nginx.conf', root), 'utf8')), 'http');
  const addresses = http
    .flatMap(({ block }) => directivesOf(block, 'upstream'))
    .flatMap(({ block }) => directivesOf(block, 'server'))
    .map(({ args }) => args[0] ?? '');

  assert.equal(addresses.length, 3);
  for (const address of addresses) {
    const [name = '', port] = address.split(':');
    assert.equal(compose.services[name]?.environment?.['PORT'], port, address);
  }
});

test('every image is built from a stage that exists and copies files that exist', () => {
  const dockerfile = readFileSync(new URL('deploy/Dockerfile', root), 'utf8');
  const stages = [...dockerfile.matchAll(/^FROM \S+ AS (\w+)$/gm)].map(([, stage]) => stage);

  for (const [name, { build }] of services) {
    if (build) assert.ok(stages.includes(build.target), `${name} is built from ${build.target}`);
  }
  for (const [path] of text.concat(dockerfile).matchAll(/\bdeploy\/[\w.-]+\.mjs/g)) {
    assert.ok(existsSync(new URL(path, root)), path);
  }
});
