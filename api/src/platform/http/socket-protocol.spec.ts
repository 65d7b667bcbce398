import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { buildSchema } from 'graphql';
import { pino } from 'pino';
import { type ClientOptions, WebSocket, WebSocketServer } from 'ws';

import { eventually } from '../../testing';
import { SLOW_READER, type SocketLimits, SocketProtocol } from './socket-protocol';

const MESSAGE_BYTES = 100_000;
const MESSAGES = 2_000;

describe('a socket', () => {
  const log = pino({ level: 'silent' });
  const stops: (() => unknown)[] = [];

  afterEach(async () => {
    for (const stop of stops.splice(0).reverse()) await stop();
  });

  /** A server whose one subscription brings large messages as fast as they are taken. */
  const serve = async (limits: Partial<SocketLimits>) => {
    const source = { taken: 0, freed: false };
    async function* flood() {
      try {
        for (; source.taken < MESSAGES; source.taken += 1) {
          await new Promise((resolve) => setImmediate(resolve));
          yield { flood: 'x'.repeat(MESSAGE_BYTES) };
        }
      } finally {
        source.freed = true;
      }
    }
    const protocol = new SocketProtocol(
      {
        schema: buildSchema(
          'type Query { echo(text: String): String } type Subscription { flood: String, silence: String }',
        ),
        roots: {
          query: { echo: ({ text }: { text: string }) => text },
          subscription: { flood },
        },
      },
      log,
      { heartbeatMs: 120, bufferedBytes: 1_000_000, ...limits },
    );
    const http = createServer();
    const sockets = new WebSocketServer({ server: http });
    const served: WebSocket[] = [];
    sockets.on('connection', (socket) => {
      served.push(socket);
      protocol.serve(socket, {});
    });
    http.listen(0, '127.0.0.1');
    await once(http, 'listening');
    stops.push(() => {
      protocol.close();
      for (const socket of served) socket.terminate();
      http.close();
    });
    const { port } = http.address() as AddressInfo;
    return { url: `ws://127.0.0.1:${port}`, served, source };
  };
  const connect = async (url: string, options: ClientOptions = {}) => {
    const socket = new WebSocket(url, 'graphql-transport-ws', options);
    stops.push(() => socket.terminate());
    socket.on('error', () => undefined);
    await once(socket, 'open');
    socket.send(JSON.stringify({ type: 'connection_init' }));
    await once(socket, 'message');
    return socket;
  };
  const ask = (socket: WebSocket, id: string, query: string): void =>
    socket.send(JSON.stringify({ id, type: 'subscribe', payload: { query } }));

  it('whose reader stops reading takes no more from its source and stays within its bound', async () => {
    const { url, served, source } = await serve({ heartbeatMs: 60_000 });
    const socket = await connect(url);
    ask(socket, '1', 'subscription { flood }');
    await once(socket, 'message');

    socket.pause();
    let before = -1;
    await eventually(() => {
      const still = before === source.taken;
      before = source.taken;
      return still;
    });

    // What the network itself holds is the machine's; this process holds one message.
    expect(source.taken).toBeLessThan(MESSAGES);
    expect(served[0]?.bufferedAmount).toBeLessThan(2 * MESSAGE_BYTES);
  });

  it('is told 4008 and its source is freed when it goes on reading nothing', async () => {
    const { url, served, source } = await serve({});
    const socket = await connect(url);
    ask(socket, '1', 'subscription { flood }');
    await once(socket, 'message');
    socket.pause();

    await eventually(() => source.freed);
    expect(source.taken).toBeLessThan(MESSAGES);
    expect(served[0]?.readyState).toBe(WebSocket.CLOSING);

    const closed = once(socket, 'close');
    socket.resume();
    expect(String((await closed)[1])).toBe(SLOW_READER.reason);
  });

  it('is cut off at once when answers pile up faster than they are read', async () => {
    const { url, served } = await serve({ heartbeatMs: 60_000, bufferedBytes: 200_000 });
    const socket = await connect(url);
    const closed = once(socket, 'close');
    socket.pause();
    const text = 'x'.repeat(50_000);
    for (let index = 0; index < 400; index += 1) {
      ask(socket, String(index), `{ echo(text: "${text}") }`);
    }

    await eventually(() => served[0]?.readyState === WebSocket.CLOSING);
    expect(served[0]?.bufferedAmount).toBeLessThan(400_000);
    socket.resume();
    expect((await closed)[0]).toBe(SLOW_READER.code);
  });

  it('is kept while its peer answers pings, and freed within two of them when it is dead', async () => {
    const { url, served, source } = await serve({});
    const dead = await connect(url, { autoPong: false });
    const alive = await connect(url);
    ask(dead, '1', 'subscription { flood }');
    await eventually(() => source.taken > 0);
    let pings = 0;
    dead.on('ping', () => (pings += 1));

    await eventually(() => source.freed);

    expect(pings).toBeLessThanOrEqual(2);
    await eventually(() => served[0]?.readyState === WebSocket.CLOSED);
    expect(source.freed).toBe(true);
    expect(alive.readyState).toBe(WebSocket.OPEN);
    expect(served[1]?.readyState).toBe(WebSocket.OPEN);
  });
});
