import type { FastifyReply, FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';

import type { KeepableRequests } from '../cache/keepable-requests';
import type { KeptAnswer } from '../cache/kept-answer';
import type { KeepableRequest, ResponseCache } from '../cache/response-cache';
import { answerType, type GraphqlParams, hasAlready, rawParams } from './graphql-request';

/** A request whose answer may be kept, as it came over the wire. */
export interface RecognisedRequest {
  readonly keepable: KeepableRequest;
  /** What the server is asked when there is no answer yet: the document's text, even if only its hash was sent. */
  readonly params: GraphqlParams;
}

const RAW_BYTES = 16 * 1024 * 1024;
const LONGEST_RAW = 16_384;

/** The kept answers of one contract as HTTP sees them: which request asks for one, and what is sent. */
export class KeptAnswers {
  private readonly byRaw = new LRUCache<string, RecognisedRequest>({
    maxSize: RAW_BYTES,
    sizeCalculation: (_request, raw) => raw.length + 256,
  });

  constructor(
    readonly cache: ResponseCache,
    private readonly requests: KeepableRequests,
  ) {}

  /** What an earlier request with the very same bytes asked for; nothing is parsed. */
  recall(request: FastifyRequest): RecognisedRequest | undefined {
    const raw = rawParams(request);
    if (raw === undefined || answerType(request.headers.accept) === undefined) return undefined;
    return this.byRaw.get(raw);
  }

  /** What a request asks for, if its answer may be kept; remembered for the next one with the same bytes. */
  recognise(
    request: FastifyRequest,
    query: string,
    { operationName, variables }: GraphqlParams,
  ): RecognisedRequest | undefined {
    if (answerType(request.headers.accept) === undefined) return undefined;
    if (
      operationName !== undefined &&
      operationName !== null &&
      typeof operationName !== 'string'
    ) {
      return undefined;
    }
    if (variables !== undefined && variables !== null && !isRecord(variables)) return undefined;
    const asked = {
      query,
      ...(operationName ? { operationName } : {}),
      ...(variables ? { variables } : {}),
    };
    const keepable = this.requests.recognise(asked);
    if (!keepable) return undefined;
    const recognised = { keepable, params: asked };
    const raw = rawParams(request);
    if (raw !== undefined && raw.length <= LONGEST_RAW) this.byRaw.set(raw, recognised);
    return recognised;
  }

  /** Sends a kept answer past the framework's hooks, which would cost more than finding it did. */
  send(
    request: FastifyRequest,
    reply: FastifyReply,
    outcome: string,
    kept: KeptAnswer,
  ): FastifyReply {
    const { headers, method } = request;
    // Others may keep it as long as they ask again each time, which costs a 304.
    const isShared = method === 'GET' && !headers.authorization && !headers['x-api-key'];
    const head = {
      'x-cache': outcome,
      'x-request-id': request.id,
      'x-content-type-options': 'nosniff',
      'cache-control': isShared ? 'public, max-age=0, must-revalidate' : 'private, no-store',
      vary: 'accept, authorization, x-api-key',
      etag: kept.etag,
    };
    reply.hijack();
    if (method === 'GET' && hasAlready(headers['if-none-match'], kept.etag)) {
      reply.raw.writeHead(304, head).end();
    } else {
      reply.raw
        .writeHead(200, {
          ...head,
          'content-type': answerType(headers.accept),
          'content-length': kept.bytes.length,
        })
        .end(kept.bytes);
    }
    return reply;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
