import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import { SlotsExhausted, WorkSlots } from '../platform/security/work-slots';
import type { DocumentLinks, DocumentRequest } from './document-links';

/** A paper as a file. */
export interface DocumentFile {
  /** As it is saved, without the ending. */
  readonly name: string;
  readonly content: Buffer;
}

/** All that follows: the length of a named part is limited to less than a token has. */
type ByToken = FastifyRequest<{ Params: { '*': string } }>;

/** One is drawn at a time, so that papers never take the process from shoppers. */
const WAITING = 50;

/** Serves `/documents/<token>`. Addresses that open nothing any more say so in one way, whatever the reason. */
export function registerDocuments(
  app: FastifyInstance,
  links: DocumentLinks,
  fileOf: (request: DocumentRequest) => Promise<DocumentFile | undefined>,
): void {
  const slots = new WorkSlots(1, WAITING);
  const refuse = (reply: FastifyReply, status: number, code: string, message: string) =>
    reply.code(status).send({
      errors: [{ message, extensions: { code, requestId: reply.request.id } }],
    });
  app.get('/documents/*', async (request: ByToken, reply: FastifyReply) => {
    void reply.header('cache-control', 'private, no-store');
    const wanted = links.read(request.params['*']);
    let file: DocumentFile | undefined;
    try {
      file = wanted && (await slots.run(() => fileOf(wanted)));
    } catch (error) {
      if (!(error instanceof SlotsExhausted)) throw error;
      void reply.header('retry-after', '2');
      return refuse(reply, 503, 'UNAVAILABLE', 'Too many papers are being printed; try again.');
    }
    if (!file) {
      const message = 'This address opens nothing any more; ask for a new one.';
      return refuse(reply, 404, 'NOT_FOUND', message);
    }
    const name = file.name.replace(/[^\w-]/g, '_');
    return reply
      .type('application/pdf')
      .header('content-disposition', `inline; filename="${name}.pdf"`)
      .header('x-robots-tag', 'noindex')
      .send(file.content);
  });
}
