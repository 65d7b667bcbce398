import { type GraphQLSchema, Kind, parse } from 'graphql';

import { accessOf } from './access';
import { documentLimits } from './limits';

/**
 * Decides whether a caller without a staff session may send this document to the full graph: only when it
 * does nothing but sign in. Runs before validation, so that a stranger learns nothing about the graph.
 */
export function createStaffGate(graph: GraphQLSchema): (query: unknown) => boolean {
  const openFields = new Set(
    Object.entries(graph.getMutationType()?.getFields() ?? {})
      .filter(([, field]) => accessOf(field)?.kind === 'staff-sign-in')
      .map(([name]) => name),
  );
  return (query) => {
    if (typeof query !== 'string') return false;
    try {
      const { definitions } = parse(query, { maxTokens: documentLimits.tokens, noLocation: true });
      return definitions.every(
        (node) =>
          node.kind === Kind.FRAGMENT_DEFINITION ||
          (node.kind === Kind.OPERATION_DEFINITION &&
            node.selectionSet.selections.every(
              (selection) => selection.kind === Kind.FIELD && openFields.has(selection.name.value),
            )),
      );
    } catch {
      return false;
    }
  };
}
