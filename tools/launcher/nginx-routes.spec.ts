import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

import { directivesOf, type NginxDirective, parseNginx } from './nginx-syntax.ts';
import {
  cardProviderHeader,
  contentSecurityPolicies,
  maxBodyBytes,
  type Route,
  routes,
  securityHeaders,
} from './routes.ts';

const file = new URL('../../nginx.conf', import.meta.url);
const http = directivesOf(parseNginx(readFileSync(file, 'utf8')), 'http').flatMap(blockOf);
const server = directivesOf(http, 'server').flatMap(blockOf);

test('nginx.conf and the front door have the same routes to the same targets', () => {
  const inNginx = directivesOf(server, 'location').map(toRoute);

  assert.deepEqual(byPath(inNginx), byPath(routes.map(withoutTraffic)));
});

test('nginx.conf lets WebSocket connections through wherever the front door does', () => {
  const timeouts = directivesOf(server, 'location')
    .filter((location) => directivesOf(location.block, 'proxy_read_timeout').length > 0)
    .map((location) => toRoute(location).path);

  for (const route of routes.filter(({ webSocket }) => webSocket)) {
    assert.ok(timeouts.includes(route.path), `${route.path} has a long read timeout`);
  }
  assert.deepEqual(headerValues('proxy_set_header', 'Upgrade'), ['$http_upgrade']);
  assert.deepEqual(headerValues('proxy_set_header', 'Connection'), ['$connection_upgrade']);
});

test('nginx.conf passes server-sent events on as they come', () => {
  const locations = new Map(
    directivesOf(server, 'location').map(({ args, block }) => [args.at(-1), block]),
  );

  for (const { path } of routes.filter(({ stream }) => stream)) {
    const block = locations.get(path) ?? [];
    const valueOf = (name: string) => directivesOf(block, name)[0]?.args[0];
    assert.equal(valueOf('proxy_buffering'), 'off', path);
    assert.equal(valueOf('gzip'), 'off', path);
    assert.equal(valueOf('proxy_read_timeout'), '300s', path);
  }
});

test('nginx.conf and the front door send the same security headers', () => {
  const { 'Content-Security-Policy': policy, ...same } = securityHeaders;
  for (const [name, value] of Object.entries(same)) {
    assert.deepEqual(headerValues('add_header', name), [value]);
  }
  assert.equal(policy, contentSecurityPolicies.default);
  assert.deepEqual(headerValues('add_header', 'Content-Security-Policy'), [
    '$content_security_policy',
  ]);
});

test('nginx.conf and the front door let the card provider in where the storefront names it, and nowhere else', () => {
  const map = directivesOf(http, 'map').find(({ args }) => args[1] === '$content_security_policy');

  assert.equal(map?.args[0], `$upstream_http_${cardProviderHeader.replaceAll('-', '_')}`);
  assert.deepEqual(
    Object.fromEntries(map.block.map(({ name, args }) => [name, args[0]])),
    contentSecurityPolicies,
  );
  assert.ok(!contentSecurityPolicies.default.includes('stripe'));
});

test('a location of nginx.conf never drops the server’s headers by adding its own', () => {
  const adding = directivesOf(server, 'location').filter(
    ({ block }) =>
      directivesOf(block, 'add_header').length > 0 ||
      directivesOf(block, 'proxy_set_header').length > 0,
  );

  assert.deepEqual(adding, []);
});

test('nginx.conf overwrites what a stranger claims about where a request came from', () => {
  assert.deepEqual(headerValues('proxy_set_header', 'X-Forwarded-For'), ['$remote_addr']);
  assert.deepEqual(headerValues('proxy_set_header', 'X-Forwarded-Proto'), ['$scheme']);
  assert.deepEqual(headerValues('proxy_set_header', 'X-Forwarded-Host'), ['$http_host']);
  assert.deepEqual(headerValues('proxy_set_header', 'Forwarded'), ['']);
});

test('nginx.conf and the front door refuse bodies of the same size', () => {
  const [limit] = directivesOf(http, 'client_max_body_size').flatMap(({ args }) => args);

  assert.equal(Number(limit?.replace(/m$/, '')) * 1024 * 1024, maxBodyBytes);
});

function toRoute({ args, block }: NginxDirective): Route {
  const exact = args[0] === '=';
  return { path: args.at(-1) ?? '', match: exact ? 'exact' : 'prefix', target: targetOf(block) };
}

function targetOf(block: readonly NginxDirective[]): Route['target'] {
  const upstream = directivesOf(block, 'proxy_pass')[0]?.args[0];
  if (upstream === 'http://api') return { kind: 'api' };
  if (upstream === 'http://storefront') return { kind: 'storefront' };
  const [, to] = directivesOf(block, 'return')[0]?.args ?? [];
  return to ? { kind: 'redirect', to } : { kind: 'console' };
}

function withoutTraffic({ path, match, target }: Route): Route {
  return { path, match, target };
}

function byPath(list: readonly Route[]): Route[] {
  return list.toSorted((one, other) => (one.path < other.path ? -1 : 1));
}

function blockOf({ block }: NginxDirective): readonly NginxDirective[] {
  return block;
}

function headerValues(directive: string, name: string): string[] {
  return directivesOf(server, directive)
    .filter(({ args }) => args[0] === name)
    .map(({ args }) => args[1] ?? '');
}
