import { parseCookie, stringifySetCookie } from 'cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';

import { LoaderScope } from '../graphql/loader-scope';
import type { ContractName, OutgoingCookie, RequestContext } from '../graphql/request-context';
import type { Viewer } from '../security/viewer';

/** Finds out who sent an access token; throws UNAUTHENTICATED for one that is not valid. */
export type Authenticate = (
  accessToken: string | undefined,
  contract: ContractName,
) => Promise<Viewer>;

export interface ContextOptions {
  readonly authenticate: Authenticate;
  readonly log: Logger;
  /** Whether cookies may travel over https only. */
  readonly secureCookies: boolean;
}

function bearer(header: string | undefined): string | undefined {
  return header?.startsWith('Bearer ') ? header.slice('Bearer '.length) : undefined;
}

function single(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}

/** Address of the client as the trusted proxy saw it; none for one that has hung up already. */
export function addressOf({ ip }: { readonly ip?: string | undefined }): string {
  return ip ?? '';
}

/** Makes the context of one HTTP request. */
export function createHttpContext(options: ContextOptions) {
  return async (
    request: FastifyRequest,
    reply: FastifyReply,
    contract: ContractName,
  ): Promise<RequestContext> => {
    let log: Logger | undefined;
    return {
      requestId: request.id,
      contract,
      viewer: await options.authenticate(
        bearer(request.headers.authorization) ?? single(request.headers['x-api-key']),
        contract,
      ),
      loaders: new LoaderScope(),
      // Most requests say nothing.
      get log() {
        return (log ??= options.log.child({ requestId: request.id }));
      },
      clientAddress: addressOf(request),
      cookies: parseCookie(request.headers.cookie ?? ''),
      header: (name) => single(request.headers[name.toLowerCase()]),
      setCookie: (cookie) => {
        void reply.header('set-cookie', formatCookie(cookie, options.secureCookies));
      },
    };
  };
}

function formatCookie(cookie: OutgoingCookie, secure: boolean): string {
  return stringifySetCookie({
    name: cookie.name,
    value: cookie.value ?? '',
    path: cookie.path,
    httpOnly: true,
    sameSite: 'lax',
    secure,
    ...(cookie.value === undefined ? { maxAge: 0 } : {}),
    ...(cookie.value !== undefined && cookie.maxAgeSeconds !== undefined
      ? { maxAge: cookie.maxAgeSeconds }
      : {}),
  });
}
