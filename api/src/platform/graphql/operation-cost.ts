import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  getNamedType,
  getNullableType,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  type SelectionSetNode,
  type TypeNode,
} from 'graphql';

import { DEFAULT_PAGE_SIZE } from '../../kernel/page';

/** How long a list without pages is taken to be: nobody knows before it was read. */
const ASSUMED_LENGTH = 5;
/** What changing something costs, whatever is then read of it. */
const MUTATION_COST = 10;
/** What reading the contract itself costs. */
const INTROSPECTION_COST = 100;
/** How many different page sizes are remembered of one document. */
const REMEMBERED_COSTS = 100;

type Variables = Readonly<Record<string, unknown>>;
type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

interface KnownOperation {
  readonly operation: OperationDefinitionNode;
  readonly fragments: Fragments;
  /** Variables that are the size of a page somewhere. */
  readonly sizeVariables: readonly string[];
  readonly costs: Map<string, number>;
}

/**
 * What operations cost: the pages that are read and the things, which are objects with an id, that the answer may
 * hold at most. Lists are taken to be as long as the page that was asked for, also where a variable says so. Works it
 * out once for each document and its page sizes.
 */
export class OperationCosts {
  private readonly known = new WeakMap<DocumentNode, Map<string, KnownOperation>>();

  constructor(private readonly schema: GraphQLSchema) {}

  /** The cost of an operation of a valid document. */
  costOf(document: DocumentNode, operation: OperationDefinitionNode, variables: Variables): number {
    const known = this.recall(document, operation);
    const key = JSON.stringify(known.sizeVariables.map((name) => variables[name]));
    const remembered = known.costs.get(key);
    if (remembered !== undefined) return remembered;
    const cost = this.work(known, variables);
    if (known.costs.size >= REMEMBERED_COSTS) known.costs.clear();
    known.costs.set(key, cost);
    return cost;
  }

  private recall(document: DocumentNode, operation: OperationDefinitionNode): KnownOperation {
    const operations = this.known.get(document) ?? new Map<string, KnownOperation>();
    this.known.set(document, operations);
    const name = operation.name?.value ?? '';
    const known = operations.get(name);
    if (known) return known;
    const fragments = new Map(
      document.definitions
        .filter((node) => node.kind === Kind.FRAGMENT_DEFINITION)
        .map((node) => [node.name.value, node]),
    );
    const sizeVariables = (operation.variableDefinitions ?? [])
      .filter(({ type }) => isInt(type))
      .map(({ variable }) => variable.name.value);
    const made = { operation, fragments, sizeVariables, costs: new Map<string, number>() };
    operations.set(name, made);
    return made;
  }

  private work({ operation, fragments }: KnownOperation, variables: Variables): number {
    const root = this.schema.getRootType(operation.operation);
    if (!root) return 0;
    const defaults = Object.fromEntries(
      (operation.variableDefinitions ?? []).map(({ variable, defaultValue }) => [
        variable.name.value,
        defaultValue?.kind === Kind.INT ? Number(defaultValue.value) : undefined,
      ]),
    );
    const given = Object.entries(variables).filter(([, value]) => value !== undefined);
    const walk = new CostWalk(this.schema, fragments, {
      ...defaults,
      ...Object.fromEntries(given),
    });
    const mutations =
      operation.operation === OperationTypeNode.MUTATION
        ? MUTATION_COST * operation.selectionSet.selections.length
        : 0;
    return mutations + walk.costOf(operation.selectionSet, root.name, undefined);
  }
}

function isInt(type: TypeNode): boolean {
  const named = type.kind === Kind.NON_NULL_TYPE ? type.type : type;
  return named.kind === Kind.NAMED_TYPE && named.name.value === 'Int';
}

/** Values such as an amount of money come with the thing that they belong to. */
function weightOf(type: GraphQLCompositeType, pageSize: number | undefined): number {
  const isThing = (isObjectType(type) || isInterfaceType(type)) && 'id' in type.getFields();
  return isThing || pageSize !== undefined ? 1 : 0;
}

class CostWalk {
  constructor(
    private readonly schema: GraphQLSchema,
    private readonly fragments: Fragments,
    private readonly variables: Variables,
  ) {}

  /** The objects below one object of this type; `pageSize` is that of the connection it is, if it is one. */
  costOf(selectionSet: SelectionSetNode, parent: string, pageSize: number | undefined): number {
    let cost = 0;
    for (const selection of selectionSet.selections) {
      if (selection.kind === Kind.FIELD) {
        cost += this.costOfField(selection, parent, pageSize);
        continue;
      }
      const inner =
        selection.kind === Kind.INLINE_FRAGMENT
          ? selection
          : this.fragments.get(selection.name.value);
      if (!inner) continue;
      cost += this.costOf(inner.selectionSet, inner.typeCondition?.name.value ?? parent, pageSize);
    }
    return cost;
  }

  private costOfField(node: FieldNode, parent: string, pageSize: number | undefined): number {
    const name = node.name.value;
    if (name === '__schema' || name === '__type') return INTROSPECTION_COST;
    const type = this.schema.getType(parent);
    const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined;
    if (!field || !node.selectionSet) return 0;
    const named = getNamedType(field.type);
    if (!isCompositeType(named)) return 0;
    const isList = isListType(getNullableType(field.type));
    const ownSize = this.pageSizeOf(node, field);
    const length = isList ? (ownSize ?? pageSize ?? ASSUMED_LENGTH) : 1;
    // A connection is no list itself: its size is that of the lists in it.
    const below = this.costOf(node.selectionSet, named.name, isList ? undefined : ownSize);
    return length * (weightOf(named, ownSize) + below);
  }

  /** How many items the field was asked for; undefined when it has no pages. */
  private pageSizeOf(node: FieldNode, field: GraphQLField<unknown, unknown>): number | undefined {
    if (!field.args.some(({ name }) => name === 'first')) return undefined;
    for (const argument of node.arguments ?? []) {
      if (argument.name.value !== 'first' && argument.name.value !== 'last') continue;
      const { value } = argument;
      const size =
        value.kind === Kind.VARIABLE
          ? this.variables[value.name.value]
          : value.kind === Kind.INT
            ? Number(value.value)
            : undefined;
      if (typeof size === 'number') return Math.max(size, 0);
    }
    return DEFAULT_PAGE_SIZE;
  }
}
