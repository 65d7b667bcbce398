import { request } from 'node:http';

import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';

import { operations } from '../scenarios/operations.ts';

/** Which order is followed, and from where. */
export interface Followed {
  readonly trackingToken: string;
  /** Cursor of the last event that is known already. */
  readonly after: string | undefined;
}

/** Who is told what happens to an order. */
export interface Listener {
  /** An event came, with the time at which it happened. */
  deliver(occurredAt: string): void;
  fail(reason: unknown): void;
}

/** Follows an order; gives what ends it. */
export type Follow = (port: number, order: Followed, listener: Listener) => () => unknown;

interface Answer {
  readonly data?: { readonly orderEvents: { readonly occurredAt: string } } | null;
  readonly errors?: unknown;
}

function receive(listener: Listener, { data, errors }: Answer): void {
  if (data) listener.deliver(data.orderEvents.occurredAt);
  else listener.fail(JSON.stringify(errors));
}

/** Over a WebSocket of its own, with graphql-ws. */
export const followBySocket: Follow = (port, order, listener) => {
  const client = createClient({
    url: `ws://127.0.0.1:${port}/graphql`,
    webSocketImpl: WebSocket,
    retryAttempts: 0,
  });
  client.subscribe<NonNullable<Answer['data']>>(
    { query: operations.orderEvents, variables: { ...order } },
    {
      next: (answer) => receive(listener, answer),
      error: (error) => listener.fail(error),
      complete: () => listener.fail('a subscription ended'),
    },
  );
  return () => client.dispose();
};

/** Over a connection of its own that streams server-sent events. */
export const followByStream: Follow = (port, order, listener) => {
  const headers = { 'content-type': 'application/json', accept: 'text/event-stream' };
  const options = { port, path: '/graphql/stream', method: 'POST', headers, agent: false };
  const asked = request({ host: '127.0.0.1', ...options }, (response) => {
    if (response.statusCode !== 200) listener.fail(`HTTP ${response.statusCode}`);
    let text = '';
    response.setEncoding('utf8');
    response.on('data', (chunk: string) => {
      const messages = (text + chunk).split('\n\n');
      text = messages.pop() ?? '';
      for (const message of messages) {
        const data = /^event: next\ndata: (.*)$/m.exec(message)?.[1];
        if (data !== undefined) receive(listener, JSON.parse(data) as Answer);
      }
    });
    response.on('close', () => listener.fail('a stream ended'));
  });
  asked.on('error', (error) => listener.fail(error));
  asked.end(JSON.stringify({ query: operations.orderEvents, variables: order }));
  return () => asked.destroy();
};
