import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import type { DocumentLinks, DocumentRequest } from './document-links';

/** A paper as a file. */
export interface DocumentFile {
  /** As it is saved, without the ending. */
  readonly name: string;
  readonly content: Buffer;
}

/** All that follows: the length of a named part is limited to less than a token has. */
type ByToken = FastifyRequest<{ Params: { '*': string } }>;

/** Serves `/documents/<token>`. Addresses that open nothing any more say so in one way, whatever the reason. */
export function registerDocuments(
  app: FastifyInstance,
  links: DocumentLinks,
  fileOf: (request: DocumentRequest) => Promise<DocumentFile | undefined>,
): void {
  app.get('/documents/*', async (request: ByToken, reply: FastifyReply) => {
    const wanted = links.read(request.params['*']);
    const file = wanted && (await fileOf(wanted));
    void reply.header('cache-control', 'private, no-store');
    if (!file) {
      const message = 'This address opens nothing any more; ask for a new one.';
      const extensions = { code: 'NOT_FOUND', requestId: request.id };
      return reply.code(404).send({ errors: [{ message, extensions }] });
    }
    const name = file.name.replace(/[^\w-]/g, '_');
    return reply
      .type('application/pdf')
      .header('content-disposition', `inline; filename="${name}.pdf"`)
      .header('x-robots-tag', 'noindex')
      .send(file.content);
  });
}
