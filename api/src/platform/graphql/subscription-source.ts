import { MapperKind, mapSchema } from '@graphql-tools/utils';
import { defaultFieldResolver, type GraphQLSchema } from 'graphql';

import { Moments } from './moments';
import type { RequestContext } from './request-context';

/** Opens the stream behind a subscription field; throws when the caller may not follow it. */
export type SubscriptionSource<A = never> = (
  args: A,
  context: RequestContext,
) => Promise<AsyncIterableIterator<unknown>>;

/** A resolver with subscriptions names the source of each by its field. */
export interface HasSubscriptionSources {
  readonly sources: Readonly<Record<string, SubscriptionSource>>;
}

/**
 * Option for `@Subscription`. The library's `subscribe` knows no resolver instance, so the instance's own
 * source takes its place when the graph is built.
 */
export const bySource = {
  subscribe: (): never => {
    throw new Error('Subscription sources are connected when the graph is built.');
  },
};

function hasSources(resolver: object): resolver is HasSubscriptionSources {
  return 'sources' in resolver;
}

/** Connects every subscription field to its source; one without stops the start. */
export function connectSources(schema: GraphQLSchema, resolvers: readonly object[]): GraphQLSchema {
  const sources = new Map(
    resolvers.filter(hasSources).flatMap((resolver) => Object.entries(resolver.sources)),
  );
  const moments = new Moments();
  return mapSchema(schema, {
    [MapperKind.SUBSCRIPTION_ROOT_FIELD]: (field, name) => {
      const source = sources.get(name);
      if (!source) throw new Error(`The subscription ${name} has no source.`);
      const { resolve = defaultFieldResolver } = field;
      return {
        ...field,
        subscribe: (_root: unknown, args: unknown, context: RequestContext) =>
          source(args as never, context),
        // The context lives as long as the subscription, but what it loaded was true for one event only.
        resolve: (event: object, args: Record<string, unknown>, context: RequestContext, info) => {
          context.loaders.join(moments.of(event));
          return resolve(event, args, context, info);
        },
      };
    },
  });
}
