import {
  type FragmentDefinitionNode,
  getArgumentValues,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type ResponsePath,
} from 'graphql';

import type { RequestContext } from '../request-context';
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
  const { resolve, preloaded } = field;
  const known = preloaded?.read(source, run.context as RequestContext);
  if (known !== undefined) return known;
  if (resolve) {
    return resolve(
      source,
      argumentsOf(run, field),
      run.context,
      new FieldInfo(run, field, parentPath),
    );
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
    new FieldInfo(run, field, parentPath),
  );
}

function argumentsOf(run: RunInput, field: FieldPlan): Record<string, unknown> {
  const { fixedArguments, definition, nodes } = field;
  if (fixedArguments) return { ...fixedArguments };
  const [node] = nodes;
  return node ? getArgumentValues(definition, node, run.variables) : {};
}

/** Worked out where it is read, which our resolvers hardly do: long lists would make hundreds of large objects. */
class FieldInfo implements GraphQLResolveInfo {
  constructor(
    private readonly run: RunInput,
    private readonly field: FieldPlan,
    private readonly parentPath: ResponsePath | undefined,
  ) {}

  get fieldName(): string {
    return this.field.name;
  }
  get fieldNodes(): GraphQLResolveInfo['fieldNodes'] {
    return this.field.nodes;
  }
  get returnType(): GraphQLResolveInfo['returnType'] {
    return this.field.definition.type;
  }
  get parentType(): GraphQLResolveInfo['parentType'] {
    return this.field.parentType;
  }
  get path(): ResponsePath {
    return pathOf(this.field, this.parentPath);
  }
  get schema(): GraphQLSchema {
    return this.run.schema;
  }
  get fragments(): GraphQLResolveInfo['fragments'] {
    return this.run.fragments;
  }
  get rootValue(): undefined {
    return undefined;
  }
  get operation(): OperationDefinitionNode {
    return this.run.operation;
  }
  get variableValues(): GraphQLResolveInfo['variableValues'] {
    return this.run.variables;
  }
}
