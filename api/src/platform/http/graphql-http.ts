import { type ApolloServer, HeaderMap, type HTTPGraphQLResponse } from '@apollo/server';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';

import type { MadeAnswer } from '../cache/response-cache';
import { AppError } from '../graphql/app-error';
import { presentError } from '../graphql/error-policy';
import type { ContractName, RequestContext } from '../graphql/request-context';
import type { ShownThings } from '../graphql/shown-things';
import { resolvePersisted } from '../operations/resolve-persisted';
import type { TrustedOperations } from '../operations/trusted-operations';
import { type GraphqlParams, readParams, searchOf } from './graphql-request';
import type { KeptAnswers, RecognisedRequest } from './kept-answers';

export interface GraphqlRoute {
  readonly path: string;
  readonly contract: ContractName;
  readonly apollo: ApolloServer<RequestContext>;
  /** Documents that clients may name by their hash. */
  readonly documents: Pick<TrustedOperations, 'lookup'>;
  /** Whether somebody who is not signed in may send this document here. */
  readonly isOpen: (query: unknown) => boolean;
  /** Answers that are the same for everybody; absent where there are none. */
  readonly kept?: KeptAnswers | undefined;
}

type MakeContext = (
  request: FastifyRequest,
  reply: FastifyReply,
  contract: ContractName,
) => Promise<RequestContext>;

/** What Apollo is asked, in its own terms. */
type ApolloRequest = Parameters<
  ApolloServer<RequestContext>['executeHTTPGraphQLRequest']
>[0]['httpGraphQLRequest'];

/** GraphQL requests are small; whatever is larger is not one. */
const BODY_LIMIT_BYTES = 100_000;

function headersOf(request: FastifyRequest): HeaderMap {
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  return headers;
}

/** The request as it came, with the text of the document where it only gave a hash. */
function asItCame(
  request: FastifyRequest,
  params: GraphqlParams | undefined,
  query: string | undefined,
): ApolloRequest {
  const { method } = request;
  const isNamedByHash = query !== undefined && params?.query === undefined;
  const headers = headersOf(request);
  if (method === 'GET') {
    const search = new URLSearchParams(searchOf(request));
    if (isNamedByHash) {
      search.set('query', query);
      search.delete('extensions');
    }
    return { method, headers, search: `?${search.toString()}`, body: undefined };
  }
  // Apollo refuses a member that is there and undefined.
  const body = isNamedByHash ? { ...params, query, extensions: null } : params;
  return { method, headers, search: '', body };
}

/** A request for what everybody may know; unlike others it may come by a mere link from another site. */
function forEverybody(request: FastifyRequest, { params }: RecognisedRequest): ApolloRequest {
  const headers = headersOf(request);
  headers.set('content-type', 'application/json');
  return { method: 'POST', headers, search: '', body: params };
}

/** Whether an answer is whole: data without any error, and nothing that was said to one caller alone. */
function isWhole({ status = 200, body }: HTTPGraphQLResponse): boolean {
  if (status !== 200 || body.kind !== 'complete') return false;
  return Object.keys(JSON.parse(body.string) as object).join() === 'data';
}

function send(reply: FastifyReply, response: HTTPGraphQLResponse, outcome?: string): FastifyReply {
  const { body, status = 200, headers } = response;
  if (body.kind !== 'complete') throw new Error('Answers in parts are not enabled.');
  void reply.header('cache-control', 'private, no-store');
  for (const [name, value] of headers) void reply.header(name, value);
  if (outcome !== undefined) void reply.header('x-cache', outcome);
  return reply.code(status).send(body.string);
}

function sendRefusal(
  request: FastifyRequest,
  reply: FastifyReply,
  error: GraphQLError,
): FastifyReply {
  const code = error.extensions['code'];
  const isUnknownHash = code === 'PERSISTED_QUERY_NOT_FOUND';
  return reply
    .code(code === 'UNAUTHENTICATED' ? 401 : isUnknownHash ? 200 : 400)
    .header('cache-control', 'private, no-store')
    .type('application/json; charset=utf-8')
    .send(JSON.stringify({ errors: [presentError(error.toJSON(), error, request.id)] }));
}

/** Serves one contract over HTTP: kept answers first, Apollo for all others. */
export function registerGraphql(
  app: FastifyInstance,
  route: GraphqlRoute,
  makeContext: MakeContext,
): void {
  const { kept, contract } = route;

  const ask = (asked: ApolloRequest, context: RequestContext): Promise<HTTPGraphQLResponse> =>
    route.apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: asked,
      context: () => Promise.resolve(context),
    });

  const answerKept = async (
    request: FastifyRequest,
    reply: FastifyReply,
    recognised: RecognisedRequest,
    answers: KeptAnswers,
    contextOf: () => Promise<RequestContext>,
  ): Promise<FastifyReply> => {
    const make = async (shown?: ShownThings): Promise<MadeAnswer<HTTPGraphQLResponse>> => {
      const context = Object.assign(await contextOf(), shown ? { shown } : {});
      const answer = await ask(forEverybody(request, recognised), context);
      const { body } = answer;
      const keep = shown && body.kind === 'complete' && isWhole(answer);
      return { answer, bytes: keep ? Buffer.from(body.string) : undefined };
    };
    const answer = await answers.cache.answer(recognised.keepable, make);
    return answer.kept
      ? answers.send(request, reply, answer.outcome, answer.kept)
      : send(reply, answer.made, answer.outcome);
  };

  const answer = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const contextOf = () => makeContext(request, reply, contract);
    const { authorization, 'x-api-key': apiKey } = request.headers;
    const isStranger = authorization === undefined && apiKey === undefined;
    const known = isStranger ? kept?.recall(request) : undefined;
    if (kept && known) return answerKept(request, reply, known, kept, contextOf);

    const params = readParams(request);
    const query = params && (await resolvePersisted(params, contract, route.documents));
    const context = await contextOf();
    if (context.viewer.kind === 'anonymous' && !route.isOpen(query)) {
      throw new AppError('UNAUTHENTICATED', 'Please sign in as staff first.');
    }
    const recognised =
      params && query !== undefined ? kept?.recognise(request, query, params) : undefined;
    if (kept && recognised) {
      return answerKept(request, reply, recognised, kept, () => Promise.resolve(context));
    }
    return send(reply, await ask(asItCame(request, params, query), context));
  };

  void app.register((scope, _options, done) => {
    // Read as text: an answer that is kept is found by the request's own bytes.
    scope.removeContentTypeParser(['application/json', 'text/plain']);
    scope.addContentTypeParser(
      'application/json',
      { parseAs: 'string' },
      (_request, body, parsed) => parsed(null, body),
    );
    scope.route({
      method: ['GET', 'POST'],
      url: route.path,
      bodyLimit: BODY_LIMIT_BYTES,
      handler: async (request, reply) => {
        try {
          return await answer(request, reply);
        } catch (error) {
          if (error instanceof GraphQLError) return sendRefusal(request, reply, error);
          throw error;
        }
      },
    });
    done();
  });
}
