import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, it } from 'node:test';

import { requestClient } from '../scenarios/scenario.ts';
import { generateLoad } from './generate-load.ts';
import { HttpConnection, prepare } from './http-connection.ts';

const servers: Server[] = [];

async function serve(listener: RequestListener): Promise<number> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  servers.push(server);
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

afterEach(() => {
  for (const server of servers.splice(0)) server.close().closeAllConnections();
});

describe('a connection', () => {
  it('reads one whole answer after the other, however large it is', async () => {
    const port = await serve((request, response) => {
      response.end(Buffer.alloc(Number(request.url?.slice(1)), 'x'));
    });
    const connection = await HttpConnection.open(port);

    for (const size of [3, 500_000, 0, 22_000]) {
      const { status, body } = await connection.send(prepare(`/${size}`));
      assert.deepEqual([status, body.length], [200, size]);
    }
    connection.close();
  });

  it('sends bodies by their length in bytes', async () => {
    const port = await serve((request, response) => {
      request.pipe(response.setHeader('content-length', request.headers['content-length'] ?? 0));
    });
    const connection = await HttpConnection.open(port);

    assert.equal((await connection.send(prepare('/', '"café ☕"'))).body.toString(), '"café ☕"');
    connection.close();
  });

  it('tells when the server hangs up', async () => {
    const port = await serve((request) => request.socket.destroy());
    const connection = await HttpConnection.open(port);

    await assert.rejects(connection.send(prepare('/')));
    await assert.rejects(connection.send(prepare('/')));
  });
});

describe('a load', () => {
  const load = (port: number) =>
    generateLoad(2, 30, (index) =>
      requestClient(port, [prepare('/')], { beginning: '{"data":' }, index),
    );

  it('counts answers that are not the wanted ones as errors, and gives up on them', async () => {
    const port = await serve((_request, response) => response.end('{"errors":[]}'));

    const { run, failure } = await load(port);

    assert.deepEqual([run.rate, run.errors], [0, 40]);
    assert.equal(failure, 'HTTP 200: {"errors":[]}');
  });

  it('counts every status but 200 as an error', async () => {
    const port = await serve((_request, response) => {
      response.statusCode = 503;
      response.end('{"data":{}}');
    });

    assert.match((await load(port)).failure ?? '', /^HTTP 503/);
  });

  it('takes an answer of the cache, or one past it, only where that is wanted', async () => {
    const port = await serve((request, response) => {
      if (request.url === '/kept') response.setHeader('X-Cache', 'HIT');
      response.end('{"data":{}}');
    });
    const ask = async (path: string, fromCache: boolean) => {
      const wanted = { beginning: '{"data":', fromCache };
      const client = await requestClient(port, [prepare(path)], wanted, 0);
      try {
        await client.operate();
      } finally {
        client.close();
      }
    };

    await ask('/kept', true);
    await ask('/made', false);
    await assert.rejects(ask('/made', true), /not a hit/);
    await assert.rejects(ask('/kept', false), /is a hit/);
  });

  it('reads answers without a body', async () => {
    const port = await serve((_request, response) => {
      response.statusCode = 304;
      response.end();
    });
    const client = await requestClient(port, [prepare('/')], { status: 304, beginning: '' }, 0);

    await client.operate();
    await client.operate();
    client.close();
  });
});
