import { MapperKind, mapSchema } from '@graphql-tools/utils';
import {
  defaultFieldResolver,
  getNamedType,
  type GraphQLFieldConfig,
  type GraphQLSchema,
  isObjectType,
} from 'graphql';
import { Extensions } from 'type-graphql';

import type { RequestContext } from './request-context';
import type { ShownThings } from './shown-things';

/** A thing of the shop with an identity, whose changes are told by tags `<kind>:<id>:<group>`. */
export interface SharedEntity<T = unknown> {
  readonly kind: string;
  readonly id: (value: T) => string;
}

/** What a type says about showing it to everybody alike. */
export interface SharedType {
  /** Absent for parts of something else, such as money or a page. */
  readonly entity?: SharedEntity<never>;
}

/** What a root field says about keeping its answer. */
export interface CachedRoot {
  /** Longest an answer is kept, in seconds, even if nothing it depends on changes. */
  readonly maxAgeSeconds: number;
}

/** Which changes of its entity a field shows. */
export interface FieldGroup {
  readonly group: string;
  /** How long it may still be shown after it changed, in seconds, while one caller refreshes it; 0 by default. */
  readonly staleSeconds?: number;
}

type FieldDecorator = MethodDecorator & PropertyDecorator;

/** Group of fields that name no other. */
export const CONTENT = 'content';

/**
 * The answer to this root field may be kept and given to others. Its resolver says by `dependsOn` which changes
 * would alter what it finds.
 */
export const Cached = (cached: CachedRoot): FieldDecorator => Extensions({ cached });

/** Objects of this type look the same to everybody. Types without it are never in a kept answer. */
export const Shared = <T = never>(entity?: SharedEntity<T>): ClassDecorator =>
  Extensions({ shared: { entity } });

/** The field shows this group of its entity instead of its content. */
export const Shows = (group: string, staleSeconds = 0): FieldDecorator =>
  Extensions({ shows: { group, staleSeconds } satisfies FieldGroup });

interface Extended {
  readonly extensions?: Readonly<Record<string, unknown>> | null;
}

/** The annotation of a type, if everybody may be shown the same. */
export function sharedOf(type: Extended): SharedType | undefined {
  return type.extensions?.['shared'] as SharedType | undefined;
}

/** The annotation of a root field, if its answer may be kept. */
export function cachedOf(field: Extended): CachedRoot | undefined {
  return field.extensions?.['cached'] as CachedRoot | undefined;
}

/** The group of its entity that a field shows. */
export function groupOf(field: Extended): FieldGroup {
  return (field.extensions?.['shows'] as FieldGroup | undefined) ?? { group: CONTENT };
}

/** Names what the answer under way depends on beyond what it shows: lists, lookups. */
export function dependsOn(context: RequestContext, ...tags: readonly string[]): void {
  context.shown?.dependsOn(...tags);
}

type AnyField = GraphQLFieldConfig<unknown, RequestContext>;

function noteAll(value: unknown, entity: SharedEntity<never>, shown: ShownThings): void {
  if (Array.isArray(value)) {
    for (const item of value) noteAll(item, entity, shown);
  } else if (value !== null && value !== undefined) {
    shown.show(entity.kind, entity.id(value as never));
  }
}

function noting(field: AnyField): AnyField {
  const type = getNamedType(field.type);
  const entity = isObjectType(type) ? sharedOf(type)?.entity : undefined;
  if (!entity) return field;
  const { resolve = defaultFieldResolver } = field;
  return {
    ...field,
    resolve: (source, args, context, info) => {
      const value: unknown = resolve(source, args, context, info);
      const { shown } = context;
      if (!shown) return value;
      if (!(value instanceof Promise)) {
        noteAll(value, entity, shown);
        return value;
      }
      return value.then((found: unknown) => {
        noteAll(found, entity, shown);
        return found;
      });
    },
  };
}

/** Every field that gives entities notes which ones, while an answer is made that will be kept. */
export function noteShownEntities(schema: GraphQLSchema): GraphQLSchema {
  return mapSchema(schema, { [MapperKind.OBJECT_FIELD]: (field: AnyField) => noting(field) });
}
