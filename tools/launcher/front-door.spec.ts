import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import {
  createServer,
  type IncomingMessage,
  request,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

import { WebSocket, WebSocketServer } from 'ws';

import { freePort } from './free-port.ts';
import { FrontDoor } from './front-door.ts';
import { Refusal } from './refusal.ts';
import { cardProviderHeader, contentSecurityPolicies, maxBodyBytes } from './routes.ts';

let port: number;
let door: FrontDoor;
let folder: string;
const upstreams: Server[] = [];

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'front-door-'));
  const site = join(folder, 'console');
  mkdirSync(site);
  writeFileSync(join(site, 'index.html'), '<title>console</title>');
  writeFileSync(join(site, 'main-ABCD1234.js'), 'export {}');
  writeFileSync(join(site, '..', 'outside.txt'), 'not yours');
  port = await freePort();
  door = await FrontDoor.listen(port, '127.0.0.1');
  door.open({ api: await echo('api'), storefront: await echo('storefront'), console: site });
});

after(() => {
  door.close();
  for (const server of upstreams) server.close();
  rmSync(folder, { recursive: true });
});

test('sends each path to the server that answers it', async () => {
  for (const [path, expected] of [
    ['/', 'storefront'],
    ['/products/night-tram?w=2', 'storefront'],
    ['/graphql', 'api'],
    ['/graphql/admin', 'api'],
    ['/graphql/admin/stream', 'api'],
    ['/media/a.webp', 'api'],
    ['/webhooks/stripe', 'api'],
    ['/readyz', 'api'],
    ['/graphqlx', 'storefront'],
  ] as const) {
    const { body } = await get(path);
    assert.deepEqual(JSON.parse(body).name, expected, path);
    assert.deepEqual(JSON.parse(body).url, path);
  }
});

test('replaces what a stranger claims about where a request came from', async () => {
  const { body } = await get('/graphql', {
    headers: {
      'x-forwarded-for': '1.2.3.4',
      'x-forwarded-proto': 'https',
      forwarded: 'for=1.2.3.4',
    },
  });
  const { headers } = JSON.parse(body);

  assert.equal(headers['x-forwarded-for'], '127.0.0.1');
  assert.equal(headers['x-forwarded-proto'], 'http');
  assert.equal(headers['x-forwarded-host'], `127.0.0.1:${port}`);
  assert.equal(headers.forwarded, undefined);
});

test('serves the console’s pages fresh and its hashed files for ever', async () => {
  const page = await get('/admin/orders/42');
  const script = await get('/admin/main-ABCD1234.js');

  assert.equal(page.body, '<title>console</title>');
  assert.equal(page.headers['cache-control'], 'no-cache');
  assert.equal(script.headers['cache-control'], 'public, max-age=31536000, immutable');
  assert.equal(script.headers['x-content-type-options'], 'nosniff');
});

test('answers 304 for a console file that the browser already has', async () => {
  const first = await get('/admin/');
  const again = await get('/admin/', { headers: { 'if-none-match': String(first.headers.etag) } });

  assert.equal(again.status, 304);
});

test('answers 404 for a script of the console that does not exist', async () => {
  assert.equal((await get('/admin/chunk-GONE0000.js')).status, 404);
});

test('never leaves the console’s folder', async () => {
  for (const path of [
    '/admin/../outside.txt',
    '/admin/..%2foutside.txt',
    '/admin/%2e%2e/outside.txt',
  ]) {
    assert.doesNotMatch((await get(path)).body, /not yours/, path);
  }
});

test('redirects /admin to /admin/', async () => {
  const { status, headers } = await get('/admin');

  assert.equal(status, 301);
  assert.equal(headers.location, '/admin/');
});

test('lets the card provider into a page only when the storefront names it', async () => {
  const policies = await Promise.all(
    ['/checkout', '/checkout?cards=stripe', '/checkout?cards=another'].map(async (path) => {
      const { headers } = await get(path);
      assert.equal(headers[cardProviderHeader], undefined);
      return headers['content-security-policy'];
    }),
  );

  const { default: usual, stripe } = contentSecurityPolicies;
  assert.deepEqual(policies, [usual, stripe, usual]);
});

test('refuses a body that is too large', async () => {
  const { status } = await get('/graphql', { method: 'POST', body: 'x'.repeat(maxBodyBytes + 1) });

  assert.equal(status, 413);
});

test('passes each event of a stream on as it comes', async () => {
  const outgoing = request({ host: '127.0.0.1', port, path: '/graphql/stream?slow' });
  outgoing.end();
  const [response] = (await once(outgoing, 'response')) as [IncomingMessage];
  const events = response.setEncoding('utf8').iterator() as AsyncIterator<string>;

  // The server sends the second only once the first has arrived.
  assert.equal((await events.next()).value, 'event: 1\n\n');
  await get('/graphql/stream?next');
  assert.equal((await events.next()).value, 'event: 2\n\n');
  outgoing.on('error', () => undefined).destroy();
});

test('carries WebSocket messages and the subprotocol both ways', async () => {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/graphql`, 'graphql-transport-ws');
  await once(socket, 'open');
  socket.send('hello');
  const [message] = await once(socket, 'message');

  assert.equal(String(message), 'api heard hello');
  assert.equal(socket.protocol, 'graphql-transport-ws');
  socket.close();
});

test('opens no WebSocket where the route has none', async () => {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/media/`);
  const [error] = await once(socket, 'error');

  assert.match(String(error), /404/);
});

test('asks visitors to wait until the shop is open', async () => {
  const other = await freePort();
  const closed = await FrontDoor.listen(other, '127.0.0.1');
  const response = await fetch(`http://127.0.0.1:${other}/`);
  closed.close();

  assert.equal(response.status, 503);
  assert.equal(response.headers.get('retry-after'), '2');
});

test('says in a sentence that the port is taken', async () => {
  await assert.rejects(
    FrontDoor.listen(port, '127.0.0.1'),
    new Refusal(`Port ${port} is taken; set PORT to another one.`),
  );
});

/** A server that answers with what it was asked. */
async function echo(name: string): Promise<URL> {
  let slow: ServerResponse | undefined;
  const server = createServer((incoming, response) => {
    if (incoming.url?.endsWith('?slow')) {
      slow = response;
      response.write('event: 1\n\n');
      return;
    }
    if (incoming.url?.endsWith('?next')) slow?.write('event: 2\n\n');
    incoming.resume().on('end', () => {
      const provider = incoming.url?.split('?cards=')[1];
      if (provider) response.setHeader(cardProviderHeader, provider);
      response.end(JSON.stringify({ name, url: incoming.url, headers: incoming.headers }));
    });
  });
  const sockets = new WebSocketServer({ server, handleProtocols: ([first]) => first ?? false });
  sockets.on('connection', (socket) => {
    socket.on('message', (message: Buffer) => socket.send(`${name} heard ${message.toString()}`));
  });
  upstreams.push(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
}

/** A request whose path is sent as it is written; `fetch` would tidy it up first. */
async function get(
  path: string,
  options: { method?: string; headers?: Record<string, string>; body?: string } = {},
) {
  const { body, ...rest } = options;
  const outgoing = request({ host: '127.0.0.1', port, path, ...rest });
  outgoing.end(body);
  const [response] = (await once(outgoing, 'response')) as [IncomingMessage];
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  return {
    status: response.statusCode,
    headers: response.headers,
    body: Buffer.concat(chunks).toString(),
  };
}
