import type { FastifyRequest } from 'fastify';

/** What a request to a GraphQL path says, before anything of it is believed. */
export interface GraphqlParams {
  readonly query?: unknown;
  readonly operationName?: unknown;
  readonly variables?: unknown;
  readonly extensions?: unknown;
  readonly documentId?: unknown;
}

/** The body or query string as it came, under which a repeated request is recognised. */
export function rawParams(request: FastifyRequest): string | undefined {
  if (request.method === 'GET') return searchOf(request);
  return typeof request.body === 'string' ? request.body : undefined;
}

/** The query string, with its question mark; empty when there is none. */
export function searchOf(request: FastifyRequest): string {
  const start = request.url.indexOf('?');
  return start < 0 ? '' : request.url.slice(start);
}

function parsed(text: string | null): unknown {
  if (text === null) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/**
 * The parameters of a request; undefined when they are not an object, which the server then refuses. Throws
 * with status 400 for a body that is not JSON.
 */
export function readParams(request: FastifyRequest): GraphqlParams | undefined {
  if (request.method === 'GET') {
    const search = new URLSearchParams(searchOf(request));
    return {
      query: search.get('query') ?? undefined,
      operationName: search.get('operationName') ?? undefined,
      variables: parsed(search.get('variables')),
      extensions: parsed(search.get('extensions')),
      documentId: search.get('documentId') ?? undefined,
    };
  }
  if (typeof request.body !== 'string') return undefined;
  let body: unknown;
  try {
    body = JSON.parse(request.body);
  } catch {
    throw Object.assign(new Error('The body is not valid JSON.'), { statusCode: 400 });
  }
  return body && typeof body === 'object' && !Array.isArray(body) ? body : undefined;
}

const RESPONSE_JSON = 'application/graphql-response+json';
const JSON_TYPE = 'application/json';

/** The media type of an answer for this Accept header; undefined when the choice is for the server to refuse. */
export function answerType(accept: string | undefined): string | undefined {
  if (accept === undefined || accept === '*/*') return `${JSON_TYPE}; charset=utf-8`;
  const ranges = accept.split(',').map((range) => range.split(';', 1)[0]?.trim());
  if (ranges.includes(RESPONSE_JSON)) return `${RESPONSE_JSON}; charset=utf-8`;
  const takesJson = [JSON_TYPE, 'application/*', '*/*'].some((type) => ranges.includes(type));
  return takesJson ? `${JSON_TYPE}; charset=utf-8` : undefined;
}

/** Whether the caller has these bytes already, by its If-None-Match header. */
export function hasAlready(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  if (ifNoneMatch === '*') return true;
  return ifNoneMatch.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
}
