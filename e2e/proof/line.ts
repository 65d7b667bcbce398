import { request } from 'node:http';

import { WebSocket } from 'ws';

/** An event of an order as it arrives. */
export interface ArrivedEvent {
  readonly cursor: string;
  readonly sequence: number;
  readonly type: string;
}

/** What a line tells the one who opened it. */
export interface LineEvents {
  onEvent(event: ArrivedEvent): void;
  /** The line is gone, for whatever reason; told once. */
  onEnd(reason: string): void;
}

/** What to follow, and from where on. */
export interface Wanted {
  readonly trackingToken: string;
  readonly after: string;
}

/** Opens a line to an API process; the returned function cuts it without a word. */
export type OpenLine = (
  origin: string,
  wanted: Wanted,
  address: string,
  events: LineEvents,
) => () => void;

const query = `subscription($trackingToken: String, $after: EventCursor) {
  orderEvents(trackingToken: $trackingToken, after: $after) { cursor sequence type }
}`;

interface Result {
  readonly data?: { readonly orderEvents: ArrivedEvent } | null;
  readonly errors?: unknown;
}

function deliver({ data, errors }: Result, { onEnd, onEvent }: LineEvents): void {
  if (data && !errors) onEvent(data.orderEvents);
  else onEnd(`an error instead of an event: ${JSON.stringify(errors)}`);
}

function once(events: LineEvents): LineEvents {
  let ended = false;
  return {
    onEvent: (event) => {
      if (!ended) events.onEvent(event);
    },
    onEnd: (reason) => {
      if (ended) return;
      ended = true;
      events.onEnd(reason);
    },
  };
}

/** The graphql-transport-ws protocol with as little as one subscription needs. */
export const openSocket: OpenLine = (origin, variables, address, given) => {
  const events = once(given);
  const url = `${origin.replace(/^http/, 'ws')}/graphql`;
  const headers = { 'x-forwarded-for': address };
  const socket = new WebSocket(url, 'graphql-transport-ws', { headers, perMessageDeflate: false });
  const cut = (reason: string): void => {
    events.onEnd(reason);
    socket.terminate();
  };
  socket.on('open', () => socket.send('{"type":"connection_init"}'));
  socket.on('message', (data: Buffer) => {
    const message = JSON.parse(data.toString()) as { type: string; payload?: unknown };
    if (message.type === 'connection_ack') {
      socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload: { query, variables } }));
    } else if (message.type === 'next') deliver(message.payload as Result, events);
    else if (message.type === 'ping') socket.send('{"type":"pong"}');
    else if (message.type !== 'pong') cut(data.toString());
  });
  socket.on('error', (error) => cut(error.message));
  socket.on('close', (code) => cut(`closed with ${code}`));
  return () => cut('cut by the client');
};

/** The same subscription as server-sent events, one request per subscription. */
export const openStream: OpenLine = (origin, variables, address, given) => {
  const events = once(given);
  const body = JSON.stringify({ query, variables });
  const sent = request(`${origin}/graphql/stream`, {
    method: 'POST',
    agent: false,
    headers: {
      accept: 'text/event-stream',
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      'x-forwarded-for': address,
    },
  });
  const cut = (reason: string): void => {
    events.onEnd(reason);
    sent.destroy();
  };
  let unread = '';
  sent.on('response', (response) => {
    if (response.statusCode !== 200) cut(`refused with ${response.statusCode}`);
    response.setEncoding('utf8');
    response.on('data', (text: string) => {
      const messages = (unread + text).split('\n\n');
      unread = messages.pop() ?? '';
      for (const message of messages) {
        const data = /^data: ?(.+)$/m.exec(message)?.[1];
        if (/^event: ?next$/m.test(message) && data) deliver(JSON.parse(data) as Result, events);
        else if (/^event: ?complete$/m.test(message)) cut('completed');
      }
    });
    response.on('error', (error) => cut(error.message));
    response.on('close', () => cut('closed'));
  });
  sent.on('error', (error) => cut(error.message));
  sent.end(body);
  return () => cut('cut by the client');
};
