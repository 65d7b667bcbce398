import {
  type ASTVisitor,
  type DefinitionNode,
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLError,
  Kind,
  type SelectionSetNode,
  type ValidationContext,
  type ValidationRule,
} from 'graphql';

/**
 * Limits for documents, counted with fragments spread. Aliases of `__typename` count as well: leaving them
 * out is the hole through which common limiters are overloaded.
 */
export const documentLimits = {
  tokens: 2_000,
  depth: 12,
  aliases: 15,
  rootFields: 10,
  directivesPerNode: 4,
  fragments: 40,
  selections: 1_500,
} as const;

function tooMuch(what: string, limit: number): GraphQLError {
  return new GraphQLError(`This document has more than ${limit} ${what}.`, {
    extensions: { code: 'BAD_USER_INPUT' },
  });
}

class Meter {
  private aliases = 0;
  private selections = 0;

  constructor(private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>) {}

  /** The first limit that the selection exceeds, walking fragments where they are spread. */
  measure(selectionSet: SelectionSetNode, depth: number): GraphQLError | undefined {
    if (depth > documentLimits.depth) return tooMuch('levels', documentLimits.depth);
    for (const selection of selectionSet.selections) {
      this.selections += 1;
      if (this.selections > documentLimits.selections) {
        return tooMuch('selections', documentLimits.selections);
      }
      if ((selection.directives?.length ?? 0) > documentLimits.directivesPerNode) {
        return tooMuch('directives on one field', documentLimits.directivesPerNode);
      }
      const problem =
        selection.kind === Kind.FIELD
          ? this.measureField(selection, depth)
          : this.measureFragment(selection, depth);
      if (problem) return problem;
    }
    return undefined;
  }

  private measureField(field: FieldNode, depth: number): GraphQLError | undefined {
    if (field.alias) {
      this.aliases += 1;
      if (this.aliases > documentLimits.aliases) return tooMuch('aliases', documentLimits.aliases);
    }
    return field.selectionSet ? this.measure(field.selectionSet, depth + 1) : undefined;
  }

  private measureFragment(
    selection: Exclude<SelectionSetNode['selections'][number], FieldNode>,
    depth: number,
  ): GraphQLError | undefined {
    if (selection.kind === Kind.INLINE_FRAGMENT) return this.measure(selection.selectionSet, depth);
    const fragment = this.fragments.get(selection.name.value);
    return fragment ? this.measure(fragment.selectionSet, depth) : undefined;
  }
}

function hasFragmentCycle(fragments: ReadonlyMap<string, FragmentDefinitionNode>): boolean {
  const done = new Set<string>();
  const open = new Set<string>();
  const spreadsOf = (selectionSet: SelectionSetNode): string[] =>
    selectionSet.selections.flatMap((selection) => {
      if (selection.kind === Kind.FRAGMENT_SPREAD) return [selection.name.value];
      return selection.selectionSet ? spreadsOf(selection.selectionSet) : [];
    });
  const visit = (name: string): boolean => {
    if (open.has(name)) return true;
    const fragment = fragments.get(name);
    if (!fragment || done.has(name)) return false;
    open.add(name);
    const cyclic = spreadsOf(fragment.selectionSet).some(visit);
    open.delete(name);
    done.add(name);
    return cyclic;
  };
  return [...fragments.keys()].some(visit);
}

function checkDocument(definitions: readonly DefinitionNode[]): GraphQLError | undefined {
  const fragments = new Map(
    definitions
      .filter((node) => node.kind === Kind.FRAGMENT_DEFINITION)
      .map((node) => [node.name.value, node]),
  );
  if (fragments.size > documentLimits.fragments) {
    return tooMuch('fragments', documentLimits.fragments);
  }
  if (hasFragmentCycle(fragments)) {
    return new GraphQLError('Fragments must not spread themselves.', {
      extensions: { code: 'BAD_USER_INPUT' },
    });
  }
  for (const node of definitions) {
    if (node.kind !== Kind.OPERATION_DEFINITION) continue;
    if (node.selectionSet.selections.length > documentLimits.rootFields) {
      return tooMuch('root fields', documentLimits.rootFields);
    }
    const problem = new Meter(fragments).measure(node.selectionSet, 1);
    if (problem) return problem;
  }
  return undefined;
}

/** Validation rule that refuses documents beyond `documentLimits`, reporting the first one only. */
export const limitsRule: ValidationRule = (context: ValidationContext): ASTVisitor => ({
  Document(node) {
    const problem = checkDocument(node.definitions);
    if (problem) context.reportError(problem);
    // Later rules walk the document themselves; nothing here needs the rest of the visit.
    return false;
  },
});
