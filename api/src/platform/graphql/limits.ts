import {
  type ASTVisitor,
  type DefinitionNode,
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  type OperationTypeNode,
  type SelectionSetNode,
  type ValidationContext,
  type ValidationRule,
} from 'graphql';
import { Extensions } from 'type-graphql';

/**
 * Limits for documents that no app of ours sends, counted with fragments spread. Aliases of `__typename` count
 * as well: leaving them out is the hole through which common limiters are overloaded.
 */
export const documentLimits = {
  /** For every document: whoever sends more is not read to the end. */
  tokens: 1_500,
  depth: 10,
  aliases: 15,
  rootFields: 10,
  repeats: 10,
  directivesPerNode: 4,
  fragments: 30,
  selections: 1_000,
} as const;

/** Whether a field must be the only one of its request, as each guess at a password must be. */
export const Alone = (): MethodDecorator & PropertyDecorator => Extensions({ alone: true });

function tooMuch(what: string, limit: number): GraphQLError {
  return new GraphQLError(`This document has more than ${limit} ${what}.`, {
    extensions: { code: 'BAD_USER_INPUT' },
  });
}

/** Introspection is deep by nature; graphql-js has a rule of its own for it. */
const introspection = new Set(['__schema', '__type']);

class Meter {
  private aliases = 0;
  private selections = 0;

  constructor(private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>) {}

  /** The first limit that the selection exceeds, walking fragments where they are spread. */
  measure(selectionSet: SelectionSetNode, depth: number): GraphQLError | undefined {
    if (depth > documentLimits.depth) return tooMuch('levels', documentLimits.depth);
    if (mostRepeats(selectionSet) > documentLimits.repeats) {
      return tooMuch('repeats of one field', documentLimits.repeats);
    }
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
    if (!field.selectionSet) return undefined;
    const isCounted = !introspection.has(field.name.value);
    return this.measure(field.selectionSet, isCounted ? depth + 1 : Number.NEGATIVE_INFINITY);
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

function mostRepeats({ selections }: SelectionSetNode): number {
  const counts = new Map<string, number>();
  let most = 0;
  for (const selection of selections) {
    if (selection.kind !== Kind.FIELD) continue;
    const key = (selection.alias ?? selection.name).value;
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    most = Math.max(most, count);
  }
  return most;
}

/** The fields that an operation asks of its root, fragments spread. */
function rootFieldsOf(
  { selections }: SelectionSetNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): FieldNode[] {
  return selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return [selection];
    const inner =
      selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
    return inner ? rootFieldsOf(inner.selectionSet, fragments) : [];
  });
}

function mustBeAlone(
  field: FieldNode,
  operation: OperationTypeNode,
  schema: GraphQLSchema,
): boolean {
  const root = schema.getRootType(operation)?.getFields()[field.name.value];
  return root?.extensions['alone'] === true;
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

function checkDocument(
  definitions: readonly DefinitionNode[],
  schema: GraphQLSchema,
): GraphQLError | undefined {
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
    const problem = new Meter(fragments).measure(node.selectionSet, 1);
    if (problem) return problem;
    const rootFields = rootFieldsOf(node.selectionSet, fragments);
    if (rootFields.length > documentLimits.rootFields) {
      return tooMuch('root fields', documentLimits.rootFields);
    }
    const alone = rootFields.find((field) => mustBeAlone(field, node.operation, schema));
    if (alone && rootFields.length > 1) {
      return new GraphQLError(`${alone.name.value} must be the only field of its request.`, {
        extensions: { code: 'BAD_USER_INPUT' },
      });
    }
  }
  return undefined;
}

/**
 * Validation rule that refuses documents beyond `documentLimits`, reporting the first one only. What our own apps
 * send has a recorded cost instead.
 */
export function limitsRuleFor(isTrusted: (body: string) => boolean): ValidationRule {
  return (context: ValidationContext): ASTVisitor => ({
    Document(node) {
      const body = node.loc?.source.body;
      if (body === undefined || !isTrusted(body)) {
        const problem = checkDocument(node.definitions, context.getSchema());
        if (problem) context.reportError(problem);
      }
      // Later rules walk the document themselves; nothing here needs the rest of the visit.
      return false;
    },
  });
}
