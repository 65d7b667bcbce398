import { MapperKind, mapSchema } from '@graphql-tools/utils';
import type { GraphQLSchema } from 'graphql';

import { accessOf } from './access';
import type { RequestContext } from './request-context';

/**
 * A field of long lists that need not be a promise each time: what it needs is loaded once for all objects of a list,
 * before their fields are filled in. Wherever it is not known, the field's resolver is asked.
 */
export interface Preloaded<T = unknown> {
  /** Makes known what the field needs of these objects; undefined when nothing has to be waited for. */
  preload(sources: readonly T[], context: RequestContext): Promise<unknown> | undefined;
  /** The value, or undefined while it is not known. */
  read(source: T, context: RequestContext): unknown;
}

/** A resolver names the fields that it can preload, such as `Product.availability`. */
export interface HasPreloadedFields {
  readonly preloaded: Readonly<Record<string, Preloaded<never>>>;
}

function hasPreloadedFields(resolver: object): resolver is HasPreloadedFields {
  return 'preloaded' in resolver;
}

interface Extended {
  readonly extensions?: Readonly<Record<string, unknown>> | null;
}

/** How a field is preloaded, if it is. */
export function preloadedOf(field: Extended): Preloaded | undefined {
  return field.extensions?.['preloaded'] as Preloaded | undefined;
}

/** Connects fields to how their resolvers preload them. A field that not everybody may reach stops the start. */
export function connectPreloaded(
  schema: GraphQLSchema,
  resolvers: readonly object[],
): GraphQLSchema {
  const fields = new Map(
    resolvers.filter(hasPreloadedFields).flatMap(({ preloaded }) => Object.entries(preloaded)),
  );
  const connected = mapSchema(schema, {
    [MapperKind.OBJECT_FIELD]: (field, fieldName, typeName) => {
      const name = `${typeName}.${fieldName}`;
      const preloaded = fields.get(name);
      if (!preloaded) return field;
      if (accessOf(field)) throw new Error(`${name} is guarded, so its resolver must be asked.`);
      fields.delete(name);
      return { ...field, extensions: { ...field.extensions, preloaded } };
    },
  });
  if (fields.size > 0) throw new Error(`There is no field ${[...fields.keys()].join(', ')}.`);
  return connected;
}
