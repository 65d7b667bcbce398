import { MapperKind, mapSchema, pruneSchema } from '@graphql-tools/utils';
import type { GraphQLSchema } from 'graphql';

import { accessOf, isStaffOnly } from './access';

/**
 * Cuts the public contract out of the full graph: whatever is annotated for staff is dropped, and so are
 * the types that nothing reaches any more. A staff field is not forbidden there, it does not exist.
 */
export function publicContract(graph: GraphQLSchema): GraphQLSchema {
  const dropStaff = (element: Parameters<typeof accessOf>[0]) =>
    isStaffOnly(accessOf(element)) ? null : undefined;
  const reduced = mapSchema(graph, {
    [MapperKind.FIELD]: dropStaff,
    [MapperKind.ARGUMENT]: dropStaff,
    [MapperKind.ENUM_VALUE]: dropStaff,
  });
  return pruneSchema(reduced);
}
