import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';

import { CallFailed, GraphqlEndpoint } from './graphql-endpoint.ts';
import { Timings } from './timings.ts';

type Handler = (request: IncomingMessage, response: ServerResponse, body: string) => void;

/** An endpoint that answers with each handler in turn; tells the bodies it was sent. */
async function anEndpoint(handlers: readonly Handler[]) {
  const bodies: string[] = [];
  const server = createServer((request, response) => {
    void (async () => {
      let body = '';
      for await (const chunk of request) body += String(chunk);
      bodies.push(body);
      handlers[bodies.length - 1]?.(request, response, body);
    })();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const endpoint = new GraphqlEndpoint(new URL(`http://127.0.0.1:${port}/graphql`), new Timings());
  return { endpoint, bodies, close: () => server.close() };
}

const call = { step: 'pay', query: 'mutation { pay }', variables: { key: 'same' } };
const answer: Handler = (_request, response) => response.end('{"data":{"pay":true}}');

test('sends a call whose answer was lost again as it was', async () => {
  const lose: Handler = (request) => request.socket.destroy();
  const { endpoint, bodies, close } = await anEndpoint([lose, answer]);

  assert.deepEqual(await endpoint.send(call), { data: { pay: true }, wasRepeated: true });
  assert.equal(bodies.length, 2);
  assert.equal(bodies[0], bodies[1]);
  close();
});

test('waits for a shop that is busy', async () => {
  const busy: Handler = (_request, response) => response.writeHead(503).end();
  const { endpoint, close } = await anEndpoint([busy, answer]);

  assert.deepEqual(await endpoint.send(call), { data: { pay: true }, wasRepeated: true });
  close();
});

test('does not repeat what the shop refused at the top level, and tells its code', async () => {
  const refuse: Handler = (_request, response) =>
    response.end('{"errors":[{"message":"No.","extensions":{"code":"FORBIDDEN"}}]}');
  const { endpoint, bodies, close } = await anEndpoint([refuse, answer]);

  await assert.rejects(endpoint.send(call), (error) => {
    assert.ok(error instanceof CallFailed);
    assert.equal(error.message, 'pay: FORBIDDEN: No.');
    return true;
  });
  assert.equal(bodies.length, 1);
  close();
});
