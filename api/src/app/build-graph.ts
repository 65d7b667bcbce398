import { MapperKind, mapSchema } from '@graphql-tools/utils';
import { type GraphQLSchema, lexicographicSortSchema, printSchema } from 'graphql';
import { buildSchema, type NonEmptyArray } from 'type-graphql';

import { enforceAccess } from '../platform/graphql/access';
import { noteShownEntities } from '../platform/graphql/caching';
import { publicContract } from '../platform/graphql/contract';
import { readPropertiesDirectly } from '../platform/graphql/plain-fields';
import { connectPreloaded } from '../platform/graphql/preloading';
import type { RequestContext } from '../platform/graphql/request-context';
import { connectSources } from '../platform/graphql/subscription-source';

/** The one graph and the public contract cut from it. */
export interface Contracts {
  readonly admin: GraphQLSchema;
  readonly public: GraphQLSchema;
}

/** After a mutation the same request reads the new state, not what its loaders saw before. */
function forgetAfterMutations(schema: GraphQLSchema): GraphQLSchema {
  return mapSchema(schema, {
    [MapperKind.MUTATION_ROOT_FIELD]: (field) => {
      const { resolve } = field;
      if (!resolve) return field;
      return {
        ...field,
        resolve: async (source, args, context: RequestContext, info) => {
          const result: unknown = await resolve(source, args, context, info);
          context.loaders.clear();
          return result;
        },
      };
    },
  });
}

/** Builds the full graph from resolver instances, guards it, and cuts the public contract out of it. */
export async function buildContracts(resolvers: readonly object[]): Promise<Contracts> {
  const instances = new Map(resolvers.map((resolver) => [resolver.constructor, resolver]));
  readPropertiesDirectly();
  const graph = await buildSchema({
    resolvers: [...instances.keys()] as NonEmptyArray<() => unknown>,
    container: { get: (someClass) => instances.get(someClass as never) },
    // Inputs are validated with zod where they are used, so that failures become typed user errors.
    validate: false,
    // Every subscription brings its own `subscribe`; the engine is asked for by the library alone.
    pubSub: { publish: () => undefined, subscribe: () => ({ [Symbol.asyncIterator]: never }) },
  });
  const guarded = enforceAccess(
    noteShownEntities(connectPreloaded(connectSources(graph, resolvers), resolvers)),
  );
  const admin = forgetAfterMutations(guarded);
  return { admin, public: publicContract(admin) };
}

function never(): never {
  throw new Error('Subscriptions name their own source.');
}

/** The SDL of a contract as it is committed. */
export function printContract(schema: GraphQLSchema): string {
  return `${printSchema(lexicographicSortSchema(schema))}\n`;
}
