import type { ApolloServer } from '@apollo/server';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import { AppError } from '../graphql/app-error';
import { presentError } from '../graphql/error-policy';
import type { ContractName, RequestContext } from '../graphql/request-context';

export interface GraphqlRoute {
  readonly path: string;
  readonly contract: ContractName;
  readonly apollo: ApolloServer<RequestContext>;
  /** Whether somebody who is not signed in may send this document here. */
  readonly isOpen: (query: unknown) => boolean;
}

type MakeContext = (
  request: FastifyRequest,
  reply: FastifyReply,
  contract: ContractName,
) => Promise<RequestContext>;

function queryOf(request: FastifyRequest): unknown {
  const source = request.method === 'GET' ? request.query : request.body;
  return source && typeof source === 'object' && 'query' in source ? source.query : undefined;
}

function sendRefusal(request: FastifyRequest, reply: FastifyReply, error: AppError): FastifyReply {
  return reply
    .code(error.code === 'UNAUTHENTICATED' ? 401 : 400)
    .type('application/json; charset=utf-8')
    .send(JSON.stringify({ errors: [presentError(error.toJSON(), error, request.id)] }));
}

/** Serves one contract over HTTP. */
export function registerGraphql(
  app: FastifyInstance,
  route: GraphqlRoute,
  makeContext: MakeContext,
): void {
  const contexts = new WeakMap<FastifyRequest, RequestContext>();
  const handle = fastifyApolloHandler(route.apollo, {
    context: (request) => {
      const context = contexts.get(request);
      if (!context) throw new Error('The context is made before Apollo is asked.');
      return Promise.resolve(context);
    },
  });
  app.route({
    method: ['GET', 'POST'],
    url: route.path,
    handler: async function (request, reply) {
      try {
        const context = await makeContext(request, reply, route.contract);
        if (context.viewer.kind === 'anonymous' && !route.isOpen(queryOf(request))) {
          throw new AppError('UNAUTHENTICATED', 'Please sign in as staff first.');
        }
        contexts.set(request, context);
      } catch (error) {
        if (error instanceof AppError) return sendRefusal(request, reply, error);
        throw error;
      }
      return handle.call(this, request, reply);
    },
  });
}
