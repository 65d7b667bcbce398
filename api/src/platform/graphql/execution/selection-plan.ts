import {
  type FieldNode,
  type FragmentDefinitionNode,
  getArgumentValues,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLLeafType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  TypeNameMetaFieldDef,
  type ValueNode,
} from 'graphql';
import { collectFields, collectSubfields } from 'graphql/execution/collectFields';

import { type Preloaded, preloadedOf } from '../preloading';
import { isUnchanging } from '../unchanging';
import { type Templates, templatesOf, type TemplateStore } from './templates';

/** The fields of one selection, in the order of the answer. */
export interface SelectionPlan {
  readonly fields: readonly FieldPlan[];
  /** Fields for which something is loaded before a list of such objects is filled in, one of each way to load. */
  readonly preloaded: readonly Preloaded[];
  /** Of objects that never change: what is known of them from their first time on. */
  readonly templates: Templates | undefined;
}

/** One field of an answer, with everything that can be known before it is asked for. */
export interface FieldPlan {
  /** Name in the answer: the alias, or the field's own name. */
  readonly key: string;
  readonly name: string;
  readonly nodes: readonly FieldNode[];
  readonly definition: GraphQLField<unknown, unknown>;
  readonly parentType: GraphQLObjectType;
  /** Absent where the value is the property of the same name. */
  readonly resolve: GraphQLFieldResolver<unknown, unknown> | undefined;
  /** The arguments where no variable decides them; copied for each call. */
  readonly fixedArguments: Readonly<Record<string, unknown>> | undefined;
  readonly type: TypePlan;
  /** `__typename`, which is known already. */
  readonly constant: string | undefined;
  /** Absent where only the resolver knows the value. */
  readonly preloaded: Preloaded | undefined;
}

/** How a value is completed. */
export type TypePlan =
  | { readonly kind: 'leaf'; readonly nonNull: boolean; readonly serialize: Serialize }
  | { readonly kind: 'object'; readonly nonNull: boolean; readonly selection: SelectionPlan }
  | {
      readonly kind: 'list';
      readonly nonNull: boolean;
      readonly item: TypePlan;
      /** What its objects need has been loaded. */
      readonly isLoaded?: boolean;
    };

export type Serialize = (value: unknown) => unknown;

/** A plan, and how many fields it has: its weight in memory. */
export interface OperationPlan {
  readonly selection: SelectionPlan;
  readonly size: number;
}

/** The document needs something that plans leave to graphql-js. */
export class NotPlannable extends Error {}

type Fragments = Readonly<Record<string, FragmentDefinitionNode>>;
type Variables = Readonly<Record<string, unknown>>;

/** Plans a query. `variables` decide nothing but its `@skip` and `@include`. */
export function planOperation(
  schema: GraphQLSchema,
  fragments: Fragments,
  operation: OperationDefinitionNode,
  variables: Variables,
  templates: TemplateStore,
): OperationPlan {
  const rootType = schema.getQueryType();
  if (!rootType) throw new NotPlannable('The schema has no queries.');
  const planner = new Planner(schema, fragments, variables, templates);
  const selection = planner.selection(
    rootType,
    collectFields(schema, fragments, variables, rootType, operation.selectionSet),
  );
  return { selection, size: planner.size };
}

class Planner {
  size = 0;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly fragments: Fragments,
    private readonly variables: Variables,
    private readonly templates: TemplateStore,
  ) {}

  selection(
    type: GraphQLObjectType,
    fields: ReadonlyMap<string, readonly FieldNode[]>,
  ): SelectionPlan {
    const planned: FieldPlan[] = [];
    for (const [key, nodes] of fields) {
      const field = this.field(type, key, nodes);
      if (field) planned.push(field);
    }
    const preloaded = new Set(planned.flatMap((field) => field.preloaded ?? []));
    return {
      fields: planned,
      preloaded: [...preloaded],
      templates: isUnchanging(type) ? templatesOf({ fields: planned }, this.templates) : undefined,
    };
  }

  private field(
    parentType: GraphQLObjectType,
    key: string,
    nodes: readonly FieldNode[],
  ): FieldPlan | undefined {
    // As a key of a plain object it would set the prototype.
    if (key === '__proto__') throw new NotPlannable('An alias is __proto__.');
    const [node] = nodes;
    if (!node) return undefined;
    const name = node.name.value;
    if (name === '__schema' || name === '__type') {
      throw new NotPlannable('Introspection is rare and has types of its own.');
    }
    const constant = name === '__typename' ? parentType.name : undefined;
    const definition = constant === undefined ? parentType.getFields()[name] : TypeNameMetaFieldDef;
    if (!definition) return undefined;
    this.size += 1;
    return {
      key,
      name,
      nodes,
      definition,
      parentType,
      resolve: definition.resolve,
      fixedArguments: fixedArgumentsOf(definition, node),
      type: this.type(definition.type, nodes),
      constant,
      preloaded: preloadedOf(definition),
    };
  }

  private type(type: GraphQLOutputType, nodes: readonly FieldNode[], nonNull = false): TypePlan {
    if (isNonNullType(type)) return this.type(type.ofType, nodes, true);
    if (isLeafType(type)) return { kind: 'leaf', nonNull, serialize: serializerOf(type) };
    if (isListType(type)) return { kind: 'list', nonNull, item: this.type(type.ofType, nodes) };
    if (!isObjectType(type)) throw new NotPlannable('Types that depend on values are rare.');
    if (type.isTypeOf) throw new NotPlannable('The type wants to see its values.');
    const fields = collectSubfields(this.schema, this.fragments, this.variables, type, nodes);
    return { kind: 'object', nonNull, selection: this.selection(type, fields) };
  }
}

/** The arguments, where they are plain values that are the same for every request. */
function fixedArgumentsOf(
  definition: GraphQLField<unknown, unknown>,
  node: FieldNode,
): Readonly<Record<string, unknown>> | undefined {
  if (node.arguments?.some(({ value }) => hasVariable(value))) return undefined;
  try {
    const values = getArgumentValues(definition, node);
    // A resolver may change what it is given, so nothing that has parts of its own is shared.
    const isFlat = Object.values(values).every((value) => typeof value !== 'object' || !value);
    return isFlat ? values : undefined;
  } catch {
    // It fails in the same way when the field is resolved, and becomes that field's error.
    return undefined;
  }
}

function hasVariable(value: ValueNode): boolean {
  switch (value.kind) {
    case Kind.VARIABLE:
      return true;
    case Kind.LIST:
      return value.values.some(hasVariable);
    case Kind.OBJECT:
      return value.fields.some((field) => hasVariable(field.value));
    default:
      return false;
  }
}

const plainTypes: Readonly<Record<string, string>> = {
  String: 'string',
  ID: 'string',
  Boolean: 'boolean',
};

function serializerOf(type: GraphQLLeafType): Serialize {
  const plain = plainTypes[type.name];
  const serialize: Serialize = (value) => {
    const serialized: unknown = type.serialize(value);
    if (serialized === undefined || serialized === null) {
      throw new Error(`${type.name} serialized a value to nothing.`);
    }
    return serialized;
  };
  if (plain === undefined) return serialize;
  return (value) => (typeof value === plain ? value : serialize(value));
}
