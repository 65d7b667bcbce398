import { type Change,CriticalityLevel, diff, DiffRule } from '@graphql-inspector/core';
import {
  buildSchema,
  getNamedType,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLNamedType,
  type GraphQLSchema,
  isAbstractType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
} from 'graphql';

/**
 * What the newer contract takes away from clients of the older one without having announced it: whatever was
 * deprecated before may go, and the types that nothing else led to may go with it.
 */
export async function breakingChanges(older: string, newer: string): Promise<readonly string[]> {
  const before = buildSchema(older);
  const changes = await diff(before, buildSchema(newer), [
    DiffRule.suppressRemovalOfDeprecatedField,
  ]);
  const promised = promisedTypes(before);
  return changes
    .filter((change) => isBreaking(change, before, promised))
    .map(({ message }) => message)
    .toSorted();
}

function isBreaking(
  change: Change,
  before: GraphQLSchema,
  promised: ReadonlySet<string>,
): boolean {
  // The library takes every removal of a type for harmless.
  if (change.type === 'TYPE_REMOVED') return promised.has(change.path ?? '');
  if (change.criticality.level !== CriticalityLevel.Breaking) return false;
  return change.type !== 'FIELD_ARGUMENT_REMOVED' || !isDeprecatedArgument(change, before);
}

function isDeprecatedArgument({ path }: Change, schema: GraphQLSchema): boolean {
  const [typeName = '', fieldName = '', argumentName] = path?.split('.') ?? [];
  const type = schema.getType(typeName);
  if (!isObjectType(type) && !isInterfaceType(type)) return false;
  const argument = type.getFields()[fieldName]?.args.find(({ name }) => name === argumentName);
  return Boolean(argument?.deprecationReason);
}

type SomeField = GraphQLField<unknown, unknown> | GraphQLInputField;

function fieldsOf(type: GraphQLNamedType): readonly SomeField[] {
  return isObjectType(type) || isInterfaceType(type) || isInputObjectType(type)
    ? Object.values<SomeField>(type.getFields())
    : [];
}

function isPromised({ deprecationReason }: { readonly deprecationReason?: string | null }): boolean {
  return !deprecationReason;
}

/** The types that clients can reach without using anything deprecated. */
function promisedTypes(schema: GraphQLSchema): ReadonlySet<string> {
  const reached = new Set<string>();
  const visit = (type: GraphQLNamedType | null | undefined): void => {
    if (!type || reached.has(type.name)) return;
    reached.add(type.name);
    if (isAbstractType(type)) schema.getPossibleTypes(type).forEach(visit);
    for (const field of fieldsOf(type).filter(isPromised)) {
      visit(getNamedType(field.type));
      for (const argument of 'args' in field ? field.args.filter(isPromised) : []) {
        visit(getNamedType(argument.type));
      }
    }
  };
  [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].forEach(visit);
  return reached;
}
