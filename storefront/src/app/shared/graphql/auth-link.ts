import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { ApolloLink } from '@apollo/client/link';
import { SetContextLink } from '@apollo/client/link/context';
import { ErrorLink } from '@apollo/client/link/error';
import { from, switchMap } from 'rxjs';

import type { AccessToken } from '#shared/session/access-token';

/** Context of the operations that make a session; they must not wait for one. */
export const WITHOUT_SESSION = { withoutSession: true } as const;

/** Sends the access token along, and renews it once when the API no longer takes it. */
export function createAuthLink(token: AccessToken): ApolloLink {
  const attach = new SetContextLink(async (context) => {
    const value = context['withoutSession'] ? undefined : await token.fresh();
    if (!value) return {};
    const headers = context['headers'] as Record<string, string> | undefined;
    return { headers: { ...headers, authorization: `Bearer ${value}` } };
  });

  const renew = new ErrorLink(({ error, operation, forward }) => {
    const context = operation.getContext();
    const refused =
      CombinedGraphQLErrors.is(error) &&
      error.errors.some(({ extensions }) => extensions?.['code'] === 'UNAUTHENTICATED');
    if (!refused || context['withoutSession'] || context['renewed'] || !token.value()) return;

    operation.setContext({ renewed: true });
    return from(token.renew()).pipe(switchMap(() => forward(operation)));
  });

  return ApolloLink.from([renew, attach]);
}
