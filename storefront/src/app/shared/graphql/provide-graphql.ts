import { isPlatformServer } from '@angular/common';
import {
  type EnvironmentProviders,
  inject,
  makeEnvironmentProviders,
  makeStateKey,
  PLATFORM_ID,
  TransferState,
} from '@angular/core';
import type { ApolloClient, NormalizedCacheObject } from '@apollo/client';
import { ApolloLink } from '@apollo/client/link';
import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import { provideApollo } from 'apollo-angular';
import { OperationTypeNode } from 'graphql';

import { AccessToken } from '#shared/session/access-token';
import { createApiLink } from './api-link';
import { createAuthLink } from './auth-link';
import { createCache } from './cache';
import { createHttpLink } from './http-link';
import { Socket } from './socket';

const CACHE_STATE = makeStateKey<NormalizedCacheObject>('graphql');

/** One client per application: in the browser for the visit, on the server for one request. */
export function provideGraphql(): EnvironmentProviders {
  return makeEnvironmentProviders([
    provideApollo(() => (isPlatformServer(inject(PLATFORM_ID)) ? onServer() : inBrowser())),
  ]);
}

function onServer(): ApolloClient.Options {
  const cache = createCache();
  inject(TransferState).onSerialize(CACHE_STATE, () => cache.extract());
  return { cache, link: createApiLink(createHttpLink()), ssrMode: true };
}

function inBrowser(): ApolloClient.Options {
  const cache = createCache().restore(inject(TransferState).get(CACHE_STATE, {}));
  const socket = inject(Socket);
  let live: GraphQLWsLink | undefined;
  const liveLink = new ApolloLink((operation) =>
    (live ??= new GraphQLWsLink(socket.client)).request(operation),
  );
  return {
    cache,
    link: ApolloLink.split(
      ({ operationType }) => operationType === OperationTypeNode.SUBSCRIPTION,
      liveLink,
      createApiLink(createHttpLink(), createAuthLink(inject(AccessToken))),
    ),
  };
}
