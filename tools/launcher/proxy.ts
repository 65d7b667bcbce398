import {
  Agent,
  type IncomingHttpHeaders,
  type IncomingMessage,
  request as httpRequest,
  type ServerResponse,
} from 'node:http';
import { connect, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';

import {
  cardProviderHeader,
  contentSecurityPolicies,
  maxBodyBytes,
  securityHeaders,
} from './routes.ts';

/** Belong to one connection and are not passed on (RFC 9110, section 7.6.1). */
const hopByHop = new Set([
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

const agent = new Agent({ keepAlive: true });

/** Passes a request on to a server of ours and its answer back. */
export function forward(request: IncomingMessage, response: ServerResponse, origin: URL): void {
  if (Number(request.headers['content-length'] ?? 0) > maxBodyBytes) {
    answer(response, 413, 'The request is too large.');
    return;
  }
  const upstream = httpRequest({
    agent,
    host: origin.hostname,
    port: origin.port,
    method: request.method,
    path: request.url,
    headers: forwardedHeaders(request),
  });
  upstream.on('response', (incoming) => {
    const { [cardProviderHeader]: cardProvider, ...headers } = incoming.headers;
    response.writeHead(incoming.statusCode ?? 502, {
      ...withoutHopByHop(headers),
      ...securityHeaders,
      ...(cardProvider === 'stripe' && {
        'Content-Security-Policy': contentSecurityPolicies.stripe,
      }),
    });
    incoming.pipe(response);
    incoming.on('error', () => response.destroy());
  });
  upstream.on('error', () => {
    if (response.headersSent) response.destroy();
    else answer(response, 502, 'The service behind this address does not answer.');
  });
  response.on('close', () => upstream.destroy());
  limitBody(request, () => {
    upstream.destroy();
    if (!response.headersSent) answer(response, 413, 'The request is too large.');
  });
  request.pipe(upstream);
}

/** Connects a WebSocket to a server of ours, byte for byte. */
export function forwardUpgrade(
  request: IncomingMessage,
  socket: Duplex,
  head: Buffer,
  origin: URL,
): Socket {
  const upstream = connect(Number(origin.port), origin.hostname, () => {
    const headers = {
      ...forwardedHeaders(request),
      connection: 'Upgrade',
      upgrade: request.headers.upgrade ?? 'websocket',
    };
    const lines = Object.entries(headers).flatMap(([name, value]) =>
      [value].flat().map((one) => `${name}: ${one}`),
    );
    upstream.write([`GET ${request.url} HTTP/1.1`, ...lines, '', ''].join('\r\n'));
    upstream.write(head);
    socket.pipe(upstream).pipe(socket);
  });
  const cut = () => {
    upstream.destroy();
    socket.destroy();
  };
  for (const end of [upstream, socket]) end.on('error', cut).on('close', cut);
  return upstream;
}

/** A short plain answer of the front door itself. */
export function answer(
  response: ServerResponse,
  status: number,
  text: string,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, {
    'Content-Type': 'text/plain; charset=utf-8',
    ...securityHeaders,
    ...headers,
  });
  response.end(`${text}\n`);
}

/** What a stranger claims about where a request came from is replaced by what is known. */
function forwardedHeaders(request: IncomingMessage): IncomingHttpHeaders {
  const address = request.socket.remoteAddress ?? '';
  const headers: IncomingHttpHeaders = {
    ...withoutHopByHop(request.headers),
    'x-forwarded-for': address,
    'x-forwarded-proto': 'http',
    'x-forwarded-host': request.headers.host ?? '',
    'x-real-ip': address,
  };
  delete headers.forwarded;
  return headers;
}

function withoutHopByHop(headers: IncomingHttpHeaders): IncomingHttpHeaders {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !hopByHop.has(name)));
}

function limitBody(request: IncomingMessage, refuse: () => void): void {
  let received = 0;
  request.on('data', (chunk: Buffer) => {
    received += chunk.length;
    if (received > maxBodyBytes) {
      request.unpipe();
      refuse();
    }
  });
}
