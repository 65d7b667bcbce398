import type { RequestContext } from '../../platform/graphql/request-context';
import type { IssuedSession } from '../commands/sessions';
import type { AccountKind } from '../domain/account-kind';

/** Each cookie is sent to its own contract only; no script can read it. */
const cookies: Readonly<Record<AccountKind, { readonly name: string; readonly path: string }>> = {
  customer: { name: 'cw_refresh', path: '/graphql' },
  staff: { name: 'cw_staff_refresh', path: '/graphql/admin' },
};

/** The refresh token that a request came with. */
export function readRefreshToken(context: RequestContext, kind: AccountKind): string | undefined {
  return context.cookies[cookies[kind].name];
}

/** Hands the refresh token to the browser for as long as the session may last. */
export function keepRefreshToken(
  context: RequestContext,
  kind: AccountKind,
  session: IssuedSession,
  now: Date,
): void {
  const maxAgeSeconds = Math.floor((session.expiresAt.getTime() - now.getTime()) / 1000);
  context.setCookie({ ...cookies[kind], value: session.refreshToken, maxAgeSeconds });
}

/** Takes a refresh token that is good for nothing any more out of the browser. */
export function dropRefreshToken(context: RequestContext, kind: AccountKind): void {
  if (readRefreshToken(context, kind) !== undefined) context.setCookie(cookies[kind]);
}
