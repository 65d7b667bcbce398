import { inject, type Provider } from '@angular/core';
import { InMemoryCache } from '@apollo/client/cache';
import { ApolloLink } from '@apollo/client/link';
import { SetContextLink } from '@apollo/client/link/context';
import { ErrorLink } from '@apollo/client/link/error';
import { HttpLink } from '@apollo/client/link/http';
import { relayStylePagination } from '@apollo/client/utilities';
import { provideApollo } from 'apollo-angular';
import { OperationTypeNode } from 'graphql';
import { from, switchMap } from 'rxjs';

import { Session } from '../session/session';
import { GRAPH_PATH } from './graph-address';
import { isUnauthenticated } from './graph-error';
import { LiveConnection } from './live-connection';
import { LiveLink } from './live-link';
import { byId } from './persisted-link';
import generated from './possible-types.generated';

/** The cache of the console's graph. */
export function createGraphCache(): InMemoryCache {
  return new InMemoryCache({
    possibleTypes: generated.possibleTypes,
    typePolicies: {
      Cost: { merge: true },
      Address: { merge: true },
      Shipment: { merge: true },
      // A cursor is a position within one order, so it names no event on its own.
      OrderEvent: { keyFields: false },
      Order: {
        fields: { events: { merge: false }, availableActions: { merge: false } },
      },
      KeptAnswer: { keyFields: ['key'] },
      ResponseCache: { keyFields: [] },
      TaxSettings: { keyFields: [] },
      Query: {
        fields: {
          tasks: relayStylePagination(),
        },
      },
    },
  });
}

/** Apollo over HTTP for queries and mutations, over the live connection for subscriptions. */
export function provideGraph(): Provider[] {
  return [
    provideApollo(() => {
      const session = inject(Session);
      const live = inject(LiveConnection);
      const authenticate = new SetContextLink(async (context) => {
        const headers = context['headers'] as Record<string, string> | undefined;
        const token = await session.freshAccessToken();
        return { headers: { ...headers, ...(token && { authorization: `Bearer ${token}` }) } };
      });
      const renewOnce = new ErrorLink(({ error, operation, forward }) => {
        if (!isUnauthenticated(error) || operation.getContext()['isRenewed'] === true) return;
        operation.setContext({ isRenewed: true });
        return from(session.renew()).pipe(switchMap(() => forward(operation)));
      });
      const overHttp = ApolloLink.from([
        renewOnce,
        authenticate,
        byId(new HttpLink({ uri: GRAPH_PATH, credentials: 'same-origin' })),
      ]);
      return {
        cache: createGraphCache(),
        link: ApolloLink.split(
          ({ operationType }) => operationType === OperationTypeNode.SUBSCRIPTION,
          new LiveLink(live.client),
          overHttp,
        ),
      };
    }),
  ];
}
