import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';

import { AngularNodeAppEngine, createNodeRequestHandler, isMainModule } from '@angular/ssr/node';
import fastifyStatic from '@fastify/static';
import fastify from 'fastify';

import type { RenderContext } from './app/shared/graphql/render-context';
import { cachePolicyFor } from './server/cache-policy';
import { fontPreloads } from './server/font-preloads';
import { outagePage } from './server/outage-page';
import { readServerConfig } from './server/server-config';
import { applyTheme } from './server/theme-html';

const HASHED_ASSET = /-[A-Z0-9]{8}\.\w+$/;

const browserFolder = join(import.meta.dirname, '../browser');
const preloads = fontPreloads(browserFolder);
const config = readServerConfig(process.env);
const engine = new AngularNodeAppEngine({ allowedHosts: config.allowedHosts });
const app = fastify({ forceCloseConnections: 'idle', genReqId: requestId });

await app.register(fastifyStatic, {
  root: browserFolder,
  wildcard: false,
  index: false,
  cacheControl: false,
  setHeaders: (reply, path) =>
    void reply.header(
      'cache-control',
      HASHED_ASSET.test(path) ? 'public, max-age=31536000, immutable' : 'public, max-age=3600',
    ),
});

app.get('/healthz', () => ({ status: 'ok' }));

app.setNotFoundHandler(async (request, reply) => {
  const context: RenderContext = {
    apiUrl: config.apiUrl,
    publicOrigin: config.publicOrigin,
    requestId: request.id,
  };
  const response = await engine.handle(request.raw, context);
  if (!response) return reply.code(404).type('text/plain').send('Not found');

  reply.code(response.status);
  response.headers.forEach((value, name) => void reply.header(name, value));
  reply
    .header('cache-control', cachePolicyFor(new URL(request.url, 'http://localhost').pathname))
    .header('content-security-policy', "frame-ancestors 'none'; base-uri 'self'; object-src 'none'")
    .header('referrer-policy', 'strict-origin-when-cross-origin')
    .header('x-content-type-options', 'nosniff')
    .header('x-request-id', request.id);
  if (preloads) reply.header('link', preloads);
  if (config.cardProvider) reply.header('x-card-provider', config.cardProvider);
  return reply.send(applyTheme(await response.text(), request.headers.cookie));
});

app.setErrorHandler((error, request, reply) => {
  console.error(`request ${request.id} ${request.method} ${request.url} failed`, error);
  return reply
    .code(500)
    .header('cache-control', 'no-store')
    .type('text/html; charset=utf-8')
    .send(outagePage(request.id));
});

function requestId(request: IncomingMessage): string {
  const given = request.headers['x-request-id'];
  return typeof given === 'string' && /^[\w-]{8,64}$/.test(given) ? given : randomUUID();
}

if (isMainModule(import.meta.url)) {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void app.close().then(() => process.exit(0)));
  }
  await app.listen({ host: config.host, port: config.port });
  console.log(`storefront listening on http://${config.host}:${config.port}`);
}

/** What the development server of the Angular CLI calls for each request. */
export const reqHandler = createNodeRequestHandler(async (request, response) => {
  await app.ready();
  app.server.emit('request', request, response);
});
