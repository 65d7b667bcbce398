import {
  type FragmentDefinitionNode,
  getArgumentValues,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type ResponsePath,
} from 'graphql';

import type { FieldPlan, SelectionPlan } from './selection-plan';

/** What a run of a plan is given. */
export interface RunInput {
  readonly schema: GraphQLSchema;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  readonly operation: OperationDefinitionNode;
  readonly selection: SelectionPlan;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly context: unknown;
}

/** Where a field of an object lies in the answer. */
export function pathOf(field: FieldPlan, parentPath: ResponsePath | undefined): ResponsePath {
  return { prev: parentPath, key: field.key, typename: field.parentType.name };
}

/** What the field's resolver gives, or the property of its name; a method of that name is called. */
export function resolveField(
  run: RunInput,
  field: FieldPlan,
  source: unknown,
  parentPath: ResponsePath | undefined,
): unknown {
  const { resolve } = field;
  if (resolve) {
    return resolve(source, argumentsOf(run, field), run.context, infoOf(run, field, parentPath));
  }
  const hasProperties =
    (typeof source === 'object' && source !== null) || typeof source === 'function';
  if (!hasProperties) return undefined;
  const value = (source as Record<string, unknown>)[field.name];
  if (typeof value !== 'function') return value;
  return (value as (...values: unknown[]) => unknown).call(
    source,
    argumentsOf(run, field),
    run.context,
    infoOf(run, field, parentPath),
  );
}

function argumentsOf(run: RunInput, field: FieldPlan): Record<string, unknown> {
  const { fixedArguments, definition, nodes } = field;
  if (fixedArguments) return { ...fixedArguments };
  const [node] = nodes;
  return node ? getArgumentValues(definition, node, run.variables) : {};
}

function infoOf(
  { schema, fragments, operation, variables }: RunInput,
  field: FieldPlan,
  parentPath: ResponsePath | undefined,
): GraphQLResolveInfo {
  return {
    fieldName: field.name,
    fieldNodes: field.nodes,
    returnType: field.definition.type,
    parentType: field.parentType,
    path: pathOf(field, parentPath),
    schema,
    fragments,
    rootValue: undefined,
    operation,
    variableValues: variables,
  };
}
