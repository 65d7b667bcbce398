import {
  type DocumentNode,
  type FragmentDefinitionNode,
  getNamedType,
  getOperationAST,
  type GraphQLObjectType,
  type GraphQLSchema,
  isLeafType,
  isObjectType,
  Kind,
  OperationTypeNode,
  type SelectionSetNode,
} from 'graphql';

import { accessOf } from '../graphql/access';
import { cachedOf, groupOf, sharedOf } from '../graphql/caching';
import type { ShownThings } from '../graphql/shown-things';

/** How the answers to one document may be kept; worked out once per document. */
export interface AnswerPolicy {
  /** Name of the operation, for those who look into the cache. */
  readonly name: string;
  readonly maxAgeSeconds: number;
  /** Root fields, each of which must say what it depends on. */
  readonly rootFields: number;
  /** Names of the variables the document declares; others change nothing. */
  readonly variables: readonly string[];
  /** For each kind of entity, the groups of it that the document shows, with the seconds each may be stale. */
  readonly groups: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

/** What an answer depends on. */
export interface AnswerTags {
  /** A change of any of these ends the answer. */
  readonly hard: readonly string[];
  /** A change of these lets it be given a while longer, as long as one caller refreshes it. */
  readonly soft: readonly string[];
  /** How long that while is, in seconds. */
  readonly staleSeconds: number;
}

class Analysis {
  maxAgeSeconds = Number.POSITIVE_INFINITY;
  rootFields = 0;
  readonly groups = new Map<string, Map<string, number>>();
  private readonly seen = new Set<string>();

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  ) {}

  /** Whether everything selected may be kept. */
  allows(type: GraphQLObjectType, selections: SelectionSetNode, isRoot: boolean): boolean {
    return selections.selections.every((selection) => {
      if (selection.kind === Kind.FIELD) {
        return this.allowsField(type, selection.name.value, selection.selectionSet, isRoot);
      }
      const fragment =
        selection.kind === Kind.INLINE_FRAGMENT
          ? selection
          : this.fragments.get(selection.name.value);
      if (!fragment) return false;
      const condition = fragment.typeCondition?.name.value ?? type.name;
      // On an object type a fragment of another type selects nothing; abstract types are not kept.
      if (condition !== type.name) return false;
      if (fragment.kind === Kind.FRAGMENT_DEFINITION) {
        if (this.seen.has(fragment.name.value)) return true;
        this.seen.add(fragment.name.value);
      }
      return this.allows(type, fragment.selectionSet, isRoot);
    });
  }

  private allowsField(
    parent: GraphQLObjectType,
    name: string,
    selections: SelectionSetNode | undefined,
    isRoot: boolean,
  ): boolean {
    if (name === '__typename') return true;
    const field = parent.getFields()[name];
    if (!field) return false;
    const access = accessOf(field);
    if (access && access.kind !== 'public') return false;
    if (isRoot) {
      const cached = cachedOf(field);
      if (!cached) return false;
      this.rootFields += 1;
      this.maxAgeSeconds = Math.min(this.maxAgeSeconds, cached.maxAgeSeconds);
    } else if (!this.notes(parent, field)) {
      return false;
    }
    const type = getNamedType(field.type);
    if (isLeafType(type)) return true;
    return isObjectType(type) && selections !== undefined && this.allows(type, selections, false);
  }

  private notes(parent: GraphQLObjectType, field: Parameters<typeof groupOf>[0]): boolean {
    const shared = sharedOf(parent);
    if (!shared) return false;
    if (shared.entity) {
      const { group, staleSeconds = 0 } = groupOf(field);
      let groups = this.groups.get(shared.entity.kind);
      if (!groups) this.groups.set(shared.entity.kind, (groups = new Map<string, number>()));
      groups.set(group, Math.min(staleSeconds, groups.get(group) ?? Number.POSITIVE_INFINITY));
    }
    return true;
  }
}

/**
 * The policy of a document's operation, or undefined when its answers are not kept: only queries whose root
 * fields are all `@Cached`, of types that are all `@Shared`, and of fields open to everybody.
 */
export function answerPolicy(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | undefined,
): AnswerPolicy | undefined {
  const operation = getOperationAST(document, operationName);
  const query = schema.getQueryType();
  if (operation?.operation !== OperationTypeNode.QUERY || !query) return undefined;
  const fragments = new Map(
    document.definitions
      .filter((node) => node.kind === Kind.FRAGMENT_DEFINITION)
      .map((node) => [node.name.value, node]),
  );
  const analysis = new Analysis(schema, fragments);
  if (!analysis.allows(query, operation.selectionSet, true)) return undefined;
  if (analysis.rootFields === 0) return undefined;
  return {
    name: operation.name?.value ?? '(unnamed)',
    maxAgeSeconds: analysis.maxAgeSeconds,
    rootFields: analysis.rootFields,
    variables: (operation.variableDefinitions ?? []).map((node) => node.variable.name.value).sort(),
    groups: analysis.groups,
  };
}

/**
 * What an answer depends on, from the document's policy and what was shown. Undefined when a root field did not
 * say what it depends on: then nobody would notice that the answer has aged.
 */
export function answerTags(policy: AnswerPolicy, shown: ShownThings): AnswerTags | undefined {
  if (shown.declared < policy.rootFields) return undefined;
  const hard = new Set(shown.named());
  const soft = new Set<string>();
  let staleSeconds = Number.POSITIVE_INFINITY;
  for (const [kind, groups] of policy.groups) {
    for (const [group, seconds] of groups) {
      if (seconds > 0) staleSeconds = Math.min(staleSeconds, seconds);
      for (const id of shown.of(kind)) (seconds > 0 ? soft : hard).add(`${kind}:${id}:${group}`);
    }
  }
  return {
    hard: [...hard],
    soft: [...soft].filter((tag) => !hard.has(tag)),
    staleSeconds: soft.size > 0 ? staleSeconds : 0,
  };
}
