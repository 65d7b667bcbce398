import type { FastifyInstance } from 'fastify';

import { isDatabaseOutage, OUTAGE_RETRY_SECONDS } from '../database/outage';

function codeOf(status: number): string {
  if (status === 503) return 'UNAVAILABLE';
  return status >= 500 ? 'INTERNAL_SERVER_ERROR' : 'BAD_REQUEST';
}

/** Answers failures outside of GraphQL in its shape, ours masked, and says where there is nothing. */
export function registerErrorAnswers(app: FastifyInstance): void {
  app.setErrorHandler((error: Error & { statusCode?: number }, request, reply) => {
    const isOutage = isDatabaseOutage(error);
    const status = isOutage ? 503 : (error.statusCode ?? 500);
    if (status >= 500)
      request.log.error({ err: error, requestId: request.id }, 'unexpected error in a request');
    if (isOutage) void reply.header('retry-after', OUTAGE_RETRY_SECONDS);
    return reply
      .code(status)
      .type('application/json; charset=utf-8')
      .send({
        errors: [
          {
            message: status >= 500 ? 'Something went wrong on our side.' : error.message,
            extensions: { code: codeOf(status), requestId: request.id },
          },
        ],
      });
  });
  app.setNotFoundHandler((request, reply) =>
    reply.code(404).send({
      errors: [
        {
          message: 'There is nothing here.',
          extensions: { code: 'NOT_FOUND', requestId: request.id },
        },
      ],
    }),
  );
}
