import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { extname } from 'node:path';

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import { SlotsExhausted } from '../platform/security/work-slots';
import { type MediaStore, RENDITION_WIDTHS } from './media-store';

const TYPES: Readonly<Record<string, string>> = {
  '.jpg': 'image/jpeg',
  '.png': 'image/png',
  '.webp': 'image/webp',
};

type MediaRequest = FastifyRequest<{ Params: { name: string }; Querystring: { w?: unknown } }>;

/** The requested width: undefined for the original, `'refused'` for one that is not offered. */
function widthOf(query: { w?: unknown }): number | undefined | 'refused' {
  if (query.w === undefined) return undefined;
  const width = RENDITION_WIDTHS.find((each) => String(each) === query.w);
  return width ?? 'refused';
}

function refuse(reply: FastifyReply, status: number, code: string, message: string): FastifyReply {
  return reply.code(status).send({
    errors: [{ message, extensions: { code, requestId: reply.request.id } }],
  });
}

async function send(store: MediaStore, request: MediaRequest, reply: FastifyReply) {
  const { name } = request.params;
  const width = widthOf(request.query);
  if (width === 'refused') {
    const offered = RENDITION_WIDTHS.join(', ');
    return refuse(reply, 400, 'BAD_REQUEST', `Pictures come in the widths ${offered}.`);
  }
  const path =
    width === undefined ? await store.pathOf(name) : await store.renditionOf(name, width);
  if (path === undefined) return refuse(reply, 404, 'NOT_FOUND', 'There is no such picture.');
  const etag = `"${name}${width === undefined ? '' : `-${width}`}"`;
  // The name is made from the content, so what is behind an address never changes.
  void reply.header('cache-control', 'public, max-age=31536000, immutable').header('etag', etag);
  if (request.headers['if-none-match'] === etag) return reply.code(304).send();
  const { size } = await stat(path);
  return reply
    .type(TYPES[extname(path)] ?? 'application/octet-stream')
    .header('content-length', size)
    .send(createReadStream(path));
}

/** Serves `/media/<name>` and its narrower renditions, `/media/<name>?w=640`. */
export function registerMedia(app: FastifyInstance, store: MediaStore): void {
  app.get('/media/:name', async (request: MediaRequest, reply) => {
    try {
      return await send(store, request, reply);
    } catch (error) {
      if (!(error instanceof SlotsExhausted)) throw error;
      void reply.header('retry-after', '2');
      return refuse(reply, 503, 'UNAVAILABLE', 'Too many pictures are being made; try again.');
    }
  });
}
